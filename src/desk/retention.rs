//! How long what is kept: one term in days for each kind of data, from the configuration.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

/// A kind of data with a term of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// What was said, by either side and to the staff, masked, and what a conversation remembers. From its moment.
    Messages,
    /// Questions without an answer, for the review of the answers. Their askers are found by the messages, so they go
    /// with them at the latest. From their moment.
    Misses,
    /// What was known when a case was opened, notes, details of its steps, and whose it was. From its end.
    CaseTexts,
    /// Cases and their steps, which are nobody's by then. From their end.
    Cases,
    /// The number under which somebody wants to be called. From the end of the case.
    Callbacks,
    /// The name and number that staff noted for a reservation. From the visit, or from its cancellation.
    Contacts,
    /// Whose visit it was, and its code. From the visit.
    VisitTies,
    /// Visits with their seats and reminders, as the city's counts: office, time, procedures, whether somebody came.
    Visits,
    /// Wishes on the waiting list, from the last day that was wished, and times that were offered, from their end.
    Waits,
    /// Reminders of renewals that have been sent or given up. From the month they were for.
    Renewals,
    /// The papers somebody ticked. From the visit.
    DocumentChecks,
    /// Whose phone followed a ticket, notes on it, and why somebody went first. From its issue.
    TicketTies,
    /// Tickets and what happened to them, and who sat at which counter. From its issue.
    Tickets,
    /// Who was let in without a reservation, and who was not, for the report. From its moment.
    Admissions,
    /// Codes that were typed, right or wrong, in the chat and at a kiosk. From their moment.
    Tries,
    /// Hand-over sheets. From their writing.
    Handovers,
    /// Whose words about an answer, a case or a visit these were. From their moment.
    FeedbackTies,
    /// Words about answers, cases and visits, for the figures. From their moment.
    Feedback,
    /// That somebody was blocked, and why. From the end of the block.
    Blocks,
    /// Who did what to which thing, by ids alone. From its moment.
    Audit,
    /// Incidents and their record. From their end.
    Incidents,
    /// Failed logins, codes that tie a Telegram, who was there to answer, from which places people came in. From their end.
    Logins,
    /// The address of somebody who has erased what may be erased, and whatever stayed then because it was needed. From the
    /// erasing; what is needed longer goes once it is over.
    Erased,
    /// The address, the language and the settings of somebody of whom nothing else is kept. From their last word.
    Residents,
}

impl Kind {
    /// All of them, in the order in which they go: what points to something goes before it.
    pub const ALL: [Kind; 24] = [
        Kind::Messages,
        Kind::Misses,
        Kind::Callbacks,
        Kind::Handovers,
        Kind::CaseTexts,
        Kind::Cases,
        Kind::DocumentChecks,
        Kind::TicketTies,
        Kind::Tickets,
        Kind::Admissions,
        Kind::Tries,
        Kind::Contacts,
        Kind::Waits,
        Kind::VisitTies,
        Kind::Visits,
        Kind::Renewals,
        Kind::FeedbackTies,
        Kind::Feedback,
        Kind::Blocks,
        Kind::Audit,
        Kind::Incidents,
        Kind::Logins,
        Kind::Erased,
        Kind::Residents,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Messages => "messages",
            Kind::Misses => "misses",
            Kind::CaseTexts => "case_texts",
            Kind::Cases => "cases",
            Kind::Callbacks => "callbacks",
            Kind::Contacts => "contacts",
            Kind::VisitTies => "visit_ties",
            Kind::Visits => "visits",
            Kind::Waits => "waits",
            Kind::Renewals => "renewals",
            Kind::DocumentChecks => "document_checks",
            Kind::TicketTies => "ticket_ties",
            Kind::Tickets => "tickets",
            Kind::Admissions => "admissions",
            Kind::Tries => "tries",
            Kind::Handovers => "handovers",
            Kind::FeedbackTies => "feedback_ties",
            Kind::Feedback => "feedback",
            Kind::Blocks => "blocks",
            Kind::Audit => "audit",
            Kind::Incidents => "incidents",
            Kind::Logins => "logins",
            Kind::Erased => "erased",
            Kind::Residents => "residents",
        }
    }

    /// The key in the configuration, with its unit.
    #[must_use]
    pub fn key(self) -> String {
        format!("{}_days", self.id())
    }

    /// The kind of a key of the configuration.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The term where the configuration names none, in days.
    ///
    /// No law sets a term for the log of such a desk. Seven years is what the Order of the My Number Act sets for records
    /// of provided information (article 23 of the Act), and nothing a city may be asked about its counter reaches further
    /// back. Counts are kept for three years, so that a year is compared with the two before it.
    #[must_use]
    pub const fn default_days(self) -> u16 {
        match self {
            Kind::Contacts | Kind::Tries | Kind::Callbacks | Kind::Erased => 1,
            Kind::Messages
            | Kind::Misses
            | Kind::CaseTexts
            | Kind::Waits
            | Kind::Renewals
            | Kind::DocumentChecks
            | Kind::TicketTies
            | Kind::Handovers
            | Kind::Logins
            | Kind::FeedbackTies => 30,
            Kind::VisitTies | Kind::Blocks | Kind::Residents => 365,
            Kind::Cases | Kind::Visits | Kind::Tickets | Kind::Admissions | Kind::Feedback => 1095,
            Kind::Audit | Kind::Incidents => 2557,
        }
    }

    /// Whether a resident may erase what is theirs of it before its term: everything but what others answer for.
    #[must_use]
    pub const fn is_erasable(self) -> bool {
        match self {
            Kind::Messages
            | Kind::Misses
            | Kind::CaseTexts
            | Kind::Callbacks
            | Kind::Contacts
            | Kind::VisitTies
            | Kind::Waits
            | Kind::Renewals
            | Kind::DocumentChecks
            | Kind::TicketTies
            | Kind::Tries
            | Kind::Handovers
            | Kind::FeedbackTies
            | Kind::Erased
            | Kind::Residents => true,
            Kind::Cases
            | Kind::Visits
            | Kind::Tickets
            | Kind::Admissions
            | Kind::Feedback
            | Kind::Blocks
            | Kind::Audit
            | Kind::Incidents
            | Kind::Logins => false,
        }
    }
}

/// Pairs of which the first must not end after the second: what says whose something is goes before the thing, and the
/// messages by which something is found stay as long as it.
const NOT_LONGER_THAN: [(Kind, Kind); 8] = [
    (Kind::Misses, Kind::Messages),
    (Kind::Callbacks, Kind::CaseTexts),
    (Kind::CaseTexts, Kind::Cases),
    (Kind::VisitTies, Kind::Visits),
    (Kind::TicketTies, Kind::Tickets),
    (Kind::FeedbackTies, Kind::Feedback),
    (Kind::Messages, Kind::Residents),
    (Kind::Tries, Kind::Residents),
];

/// The waiting times and the quiet hours are learnt from so many days.
const LEARNT_DAYS_MIN: u16 = 56;

/// The table of terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retention {
    days: BTreeMap<Kind, u16>,
}

impl Default for Retention {
    fn default() -> Retention {
        let days = Kind::ALL.map(|kind| (kind, kind.default_days()));
        Retention { days: days.into() }
    }
}

impl Retention {
    /// A term in days.
    #[must_use]
    pub fn days(&self, kind: Kind) -> u16 {
        let set = self.days.get(&kind).copied();
        set.unwrap_or_else(|| kind.default_days())
    }

    /// What is older than this has passed its term.
    #[must_use]
    pub fn before(&self, kind: Kind, now: DateTime<Utc>) -> DateTime<Utc> {
        now - TimeDelta::days(i64::from(self.days(kind)))
    }

    /// The table as the configuration writes it; what it does not name has the default.
    ///
    /// # Errors
    /// A key of no kind, no days at all, or terms that contradict each other, with the mend.
    pub fn read(table: &BTreeMap<String, u16>) -> Result<Retention, String> {
        let mut retention = Retention::default();
        for (key, days) in table {
            let Some(kind) = Kind::from_key(key) else {
                let known = Kind::ALL.map(Kind::key).join(", ");
                return Err(format!(
                    "retention.{key} is not known; write one of {known}"
                ));
            };
            if *days == 0 {
                return Err(format!("retention.{key} is 0; write at least 1"));
            }
            retention.days.insert(kind, *days);
        }
        for (first, second) in NOT_LONGER_THAN {
            let (shorter, longer) = (retention.days(first), retention.days(second));
            if shorter > longer {
                let (first, second) = (first.key(), second.key());
                return Err(format!(
                    "retention.{first} is {shorter}; write at most {longer}, as {second} is"
                ));
            }
        }
        for kind in [Kind::Visits, Kind::Tickets] {
            let days = retention.days(kind);
            if days < LEARNT_DAYS_MIN {
                let key = kind.key();
                return Err(format!(
                    "retention.{key} is {days}; write at least {LEARNT_DAYS_MIN}, from which waiting times are learnt"
                ));
            }
        }
        Ok(retention)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(key: &str, days: u16) -> Result<Retention, String> {
        Retention::read(&BTreeMap::from([(key.to_owned(), days)]))
    }

    #[test]
    fn each_kind_stands_once_in_the_order_and_has_a_key() {
        for kind in Kind::ALL {
            assert_eq!(Kind::ALL.iter().filter(|k| **k == kind).count(), 1);
            assert_eq!(Kind::from_key(&kind.key()), Some(kind));
            assert!(kind.default_days() > 0);
        }
    }

    #[test]
    fn the_defaults_do_not_contradict_each_other() {
        assert_eq!(Retention::read(&BTreeMap::new()), Ok(Retention::default()));
    }

    #[test]
    fn a_table_is_read_and_what_contradicts_itself_is_refused_with_the_mend() {
        let table = read("messages_days", 60).unwrap();
        assert_eq!(table.days(Kind::Messages), 60);
        assert_eq!(table.days(Kind::Misses), 30);
        let refused = |key, days, part: &str| {
            let error = read(key, days).unwrap_err();
            assert!(error.contains(part), "{error}");
        };
        refused("message_days", 60, "messages_days");
        refused("messages_days", 0, "at least 1");
        refused("misses_days", 31, "at most 30, as messages_days is");
        refused("visits_days", 300, "visit_ties_days is 365");
        refused("tickets_days", 40, "at least 56");
        refused("residents_days", 7, "messages_days is 30");
    }

    #[test]
    fn a_term_is_counted_back_from_now() {
        let now = DateTime::from_timestamp(1_796_083_200, 0).unwrap();
        let before = Retention::default().before(Kind::Messages, now);
        assert_eq!((now - before).num_days(), 30);
    }
}
