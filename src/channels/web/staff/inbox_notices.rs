//! What the inbox says about what was done, and why something was not; and its words for steps, ends and failures.

use super::Fields;
use super::inbox::View;
use super::pages::Told;
use crate::desk::case::state::{Alarm, Case, CaseRefusal, CloseReason};
use crate::desk::serve::Refusal;

/// What an address may say about what was just done: a closed set, so that a link cannot put words on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    Accepted,
    TakenOver,
    Released,
    Called,
    Ranked,
    Closed,
    Sent,
    Replied,
    RepliedMasked,
    Noted,
    Taken,
    Over,
    NotTaken,
    Already,
    Empty,
    Withheld,
    Draft,
    Unknown,
    TooLong,
    NoReason,
    Forbidden,
    Repeated,
    /// The translation is gone: too old, or sent before.
    DraftGone,
    /// Something is filled in wrongly; it says so beside the field.
    Fields,
    Stale,
}

/// The words of a notice and whether they are good news.
const NOTICES: [(Notice, &str, &str, bool); 25] = [
    (
        Notice::Accepted,
        "accepted",
        "staff-inbox-done-accepted",
        true,
    ),
    (
        Notice::TakenOver,
        "taken-over",
        "staff-inbox-done-taken-over",
        true,
    ),
    (
        Notice::Released,
        "released",
        "staff-inbox-done-released",
        true,
    ),
    (Notice::Called, "called", "staff-inbox-done-called", true),
    (Notice::Ranked, "ranked", "staff-inbox-done-ranked", true),
    (Notice::Closed, "closed", "staff-inbox-done-closed", true),
    (Notice::Sent, "sent", "staff-inbox-done-sent", true),
    (Notice::Replied, "replied", "staff-inbox-done-replied", true),
    (
        Notice::RepliedMasked,
        "replied-masked",
        "staff-inbox-done-masked",
        true,
    ),
    (Notice::Noted, "noted", "staff-inbox-done-noted", true),
    (Notice::Taken, "taken", "staff-inbox-taken", false),
    (Notice::Over, "over", "staff-inbox-over", false),
    (
        Notice::NotTaken,
        "not-taken",
        "staff-inbox-not-taken",
        false,
    ),
    (Notice::Already, "already", "staff-inbox-already", false),
    (Notice::Empty, "empty", "staff-inbox-empty", false),
    (Notice::Withheld, "withheld", "staff-inbox-withheld", false),
    (Notice::Draft, "draft", "staff-inbox-draft-differs", false),
    (Notice::Unknown, "unknown", "staff-inbox-unknown", false),
    (Notice::TooLong, "too-long", "staff-inbox-too-long", false),
    (
        Notice::NoReason,
        "no-reason",
        "staff-inbox-no-reason",
        false,
    ),
    (
        Notice::Forbidden,
        "forbidden",
        "staff-inbox-forbidden",
        false,
    ),
    (Notice::Repeated, "repeated", "staff-inbox-repeated", false),
    (
        Notice::DraftGone,
        "draft-gone",
        "staff-inbox-draft-gone",
        false,
    ),
    (Notice::Fields, "fields", "staff-inbox-fields", false),
    (Notice::Stale, "stale", "staff-desk-stale", false),
];

impl Notice {
    fn row(self) -> (&'static str, &'static str, bool) {
        let found = NOTICES.iter().find(|(notice, ..)| *notice == self);
        found.map_or(
            ("", "staff-inbox-already", false),
            |(_, id, words, good)| (id, words, *good),
        )
    }

    /// How an address names it.
    pub(super) fn id(self) -> &'static str {
        self.row().0
    }

    /// What an address says, if it is one of ours.
    pub(super) fn read(fields: &Fields) -> Option<Notice> {
        let name = fields.get("done");
        let found = NOTICES.iter().find(|(_, id, ..)| *id == name);
        found.map(|(notice, ..)| *notice)
    }

    /// The name of the notice that a button has done its work.
    pub(super) fn done(what: &str) -> &'static str {
        let notice = match what {
            "accept" => Notice::Accepted,
            "take-over" => Notice::TakenOver,
            "release" => Notice::Released,
            "called" => Notice::Called,
            "rank" => Notice::Ranked,
            "close" => Notice::Closed,
            _ => Notice::Sent,
        };
        notice.id()
    }

    /// Why nothing happened.
    pub(super) const fn of(refusal: &Refusal) -> Notice {
        match refusal {
            Refusal::Unknown => Notice::Unknown,
            Refusal::Case(CaseRefusal::Over(_)) => Notice::Over,
            Refusal::Case(CaseRefusal::Taken { .. }) => Notice::Taken,
            Refusal::Case(CaseRefusal::NotTaken) => Notice::NotTaken,
            Refusal::Case(CaseRefusal::Already) => Notice::Already,
            Refusal::Empty => Notice::Empty,
            Refusal::Withheld(_) => Notice::Withheld,
            Refusal::Draft => Notice::Draft,
        }
    }

    /// The field whose words have gone where they should, so that their draft may be forgotten.
    pub(super) const fn sent(self) -> Option<&'static str> {
        match self {
            Notice::Replied | Notice::RepliedMasked => Some("reply"),
            Notice::Noted => Some("note"),
            _ => None,
        }
    }

    /// The sentence; it names the clerk who has the case.
    pub(super) fn told(self, view: &View<'_>, case: Option<&Case>) -> Told {
        let (_, words, is_good) = self.row();
        let owner = case.and_then(Case::owner);
        let somebody = || (view.t)("staff-inbox-somebody");
        let owner = owner.map_or_else(somebody, |owner| owner.name.clone());
        Told {
            is_good,
            text: view.say(words, &[("owner", owner.as_str())]),
            at: match self {
                Notice::Empty | Notice::TooLong => "#reply",
                Notice::NoReason => "#close",
                Notice::DraftGone | Notice::Draft => "#reply",
                Notice::Fields => "#canned-form",
                _ => "",
            },
        }
    }
}

/// The phrases with which the desk tells a clerk that nothing has happened.
pub(super) fn is_refusal(phrase: &str) -> bool {
    [
        "staff-case-taken",
        "staff-case-over",
        "staff-case-not-taken",
        "staff-case-not-now",
        "staff-case-unknown",
        "staff-help",
    ]
    .contains(&phrase)
}

/// How a case ended.
pub(super) const fn close_id(why: CloseReason) -> &'static str {
    match why {
        CloseReason::Answered => "staff-inbox-close-answered",
        CloseReason::Called => "staff-inbox-close-called",
        CloseReason::Visit => "staff-inbox-close-visit",
        CloseReason::Elsewhere => "staff-inbox-close-elsewhere",
        CloseReason::Returned => "staff-inbox-close-returned",
        CloseReason::Failed => "staff-inbox-close-failed",
        CloseReason::Abuse => "staff-inbox-close-abuse",
        CloseReason::Withdrawn => "staff-inbox-close-withdrawn",
        CloseReason::Idle => "staff-inbox-close-idle",
    }
}

/// Who has been told that an answer is late.
pub(super) const fn alarm_id(alarm: Alarm) -> &'static str {
    match alarm {
        Alarm::None => "staff-inbox-alarm-none",
        Alarm::Staff => "staff-inbox-alarm-staff",
        Alarm::Supervisor => "staff-inbox-alarm-supervisor",
        Alarm::Deputy => "staff-inbox-alarm-deputy",
    }
}

/// What a row of a case's history says was done.
pub(super) fn step_id(step: &str) -> &'static str {
    match step {
        "open" => "staff-inbox-step-open",
        "accept" => "staff-inbox-step-accept",
        "take-over" => "staff-inbox-step-take-over",
        "release" => "staff-inbox-step-release",
        "answer" => "staff-inbox-step-answer",
        "announce" => "staff-inbox-step-announce",
        "call-back" => "staff-inbox-step-call-back",
        "called" => "staff-inbox-step-called",
        "write" => "staff-inbox-step-write",
        "undelivered" => "staff-inbox-step-undelivered",
        "alarm" => "staff-inbox-step-alarm",
        "rank" => "staff-inbox-step-rank",
        "close" => "staff-inbox-step-close",
        "hand-over" => "staff-inbox-step-hand-over",
        _ => "staff-inbox-step-other",
    }
}

/// Why a message did not arrive, as the channels name it.
pub(super) fn failure_id(reason: &str) -> &'static str {
    match reason {
        "blocked by the person" => "staff-inbox-failed-blocked",
        "the account is gone" => "staff-inbox-failed-gone",
        "there is no such chat" => "staff-inbox-failed-no-chat",
        "too many requests" => "staff-inbox-failed-busy",
        "network" | "input or output" => "staff-inbox-failed-network",
        "Telegram does not know this token" => "staff-inbox-failed-token",
        "refused by the Bot API" | "an answer that is not the Bot API's" => {
            "staff-inbox-failed-refused"
        }
        "the chat has another id" | "its chat moves on and on" => "staff-inbox-failed-moved",
        _ => "staff-inbox-failed-unknown",
    }
}

/// What the desk said, by its kind, for clerks who do not read the citizen's language.
pub(super) fn said_id(phrase: &str) -> &'static str {
    let kinds = [
        ("case-", "staff-inbox-said-case"),
        ("call-", "staff-inbox-said-call"),
        ("ticket-", "staff-inbox-said-queue"),
        ("reminder-", "staff-inbox-said-reminder"),
        ("ask-", "staff-inbox-said-booking"),
        ("wait-", "staff-inbox-said-booking"),
        ("day-", "staff-inbox-said-booking"),
        ("time-", "staff-inbox-said-booking"),
        ("booked", "staff-inbox-said-booked"),
        ("moved", "staff-inbox-said-booked"),
        ("cancelled", "staff-inbox-said-cancelled"),
        ("did-you-mean", "staff-inbox-said-choices"),
        ("choose-one", "staff-inbox-said-choices"),
        ("no-answer", "staff-inbox-said-no-answer"),
        ("answer-withheld", "staff-inbox-said-no-answer"),
        ("secret-masked", "staff-inbox-said-masked"),
        ("documents", "staff-inbox-said-documents"),
        ("language-", "staff-inbox-said-language"),
        ("welcome", "staff-inbox-said-welcome"),
    ];
    let found = kinds.iter().find(|(head, _)| phrase.starts_with(head));
    found.map_or("staff-inbox-said-other", |(_, id)| id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_notice_has_a_name_of_its_own() {
        let names: BTreeSet<&str> = NOTICES.iter().map(|(_, id, ..)| *id).collect();
        assert_eq!(names.len(), NOTICES.len());
        for (notice, id, ..) in NOTICES {
            assert_eq!(notice.id(), id);
            let fields = Fields(vec![("done".to_owned(), id.to_owned())]);
            assert_eq!(Notice::read(&fields), Some(notice));
        }
        assert_eq!(Notice::read(&Fields::default()), None);
    }

    #[test]
    fn an_unknown_failure_is_named_as_such() {
        assert_eq!(failure_id("told to fail"), "staff-inbox-failed-unknown");
        assert_eq!(
            failure_id("blocked by the person"),
            "staff-inbox-failed-blocked"
        );
        assert_eq!(said_id("case-opened"), "staff-inbox-said-case");
        assert_eq!(said_id("thanks"), "staff-inbox-said-other");
    }
}
