//! Incidents: a suspected leak, a loss, damage, a threat or an outage, from the button to the report.
//!
//! Saying that something has gone wrong is everybody's duty and takes two clicks; it opens a record that grows into the
//! report (city specification, section 8(1)). In one step with it, or later, those who run the desk stop the messages to
//! residents and end the sessions of the others. The record only grows: a correction is a further entry of the same
//! field.
//!
//! While messages are stopped, a resident's turn changes nothing and is answered with whom to call, or with the reviewed
//! answer about loss, theft, misuse and emergencies. What was to be said waits in the outbox and goes out afterwards.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::abuse;
use super::decide::Desk;
use super::faq::Corpus;
use super::message::Outgoing;
use super::phrase::Phrase;
use super::rules::OfficeId;
use super::view::{Change, Outcome, Reply, To, Turn};
use crate::ids::IncidentId;

/// The longest entry, in characters.
pub const TEXT_CHARS_MAX: usize = 2000;

/// What must be written down before an incident is closed.
pub const NEEDED: [Field; 4] = [Field::When, Field::What, Field::Measures, Field::Prevention];

/// The phrase that a resident gets while messages are stopped.
const PAUSED: &str = "desk-paused";
/// The phrases of the reviewed answers.
const ANSWERS: [&str; 2] = ["answer", "answer-elsewhere"];

/// What seems to have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Leak,
    Loss,
    Damage,
    Threat,
    Outage,
    Other,
}

impl Kind {
    pub const ALL: [Kind; 6] = [
        Kind::Leak,
        Kind::Loss,
        Kind::Damage,
        Kind::Threat,
        Kind::Outage,
        Kind::Other,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Leak => "leak",
            Kind::Loss => "loss",
            Kind::Damage => "damage",
            Kind::Threat => "threat",
            Kind::Outage => "outage",
            Kind::Other => "other",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// What the report tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// When it happened.
    When,
    Where,
    What,
    /// How many people are affected and which kinds of data; never a name.
    Who,
    /// How it was found.
    Found,
    Measures,
    /// To whom it was reported, and when.
    Reported,
    Cause,
    Prevention,
}

impl Field {
    pub const ALL: [Field; 9] = [
        Field::When,
        Field::Where,
        Field::What,
        Field::Who,
        Field::Found,
        Field::Measures,
        Field::Reported,
        Field::Cause,
        Field::Prevention,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Field::When => "when",
            Field::Where => "where",
            Field::What => "what",
            Field::Who => "who",
            Field::Found => "found",
            Field::Measures => "measures",
            Field::Reported => "reported",
            Field::Cause => "cause",
            Field::Prevention => "prevention",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.id() == id)
    }
}

/// What somebody did with the desk itself because of an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Messages to residents were stopped; calls to the counters go on, or not.
    Freeze {
        calls_go_on: bool,
    },
    Thaw,
    /// So many sessions of others were ended.
    Revoke(u32),
    Close,
}

impl Act {
    /// How the database writes it.
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Act::Freeze { calls_go_on: true } => "freeze but-calls".to_owned(),
            Act::Freeze { calls_go_on: false } => "freeze".to_owned(),
            Act::Thaw => "thaw".to_owned(),
            Act::Revoke(count) => format!("revoke {count}"),
            Act::Close => "close".to_owned(),
        }
    }

    #[must_use]
    pub fn read(word: &str) -> Option<Act> {
        Some(match word.split_once(' ') {
            Some(("freeze", "but-calls")) => Act::Freeze { calls_go_on: true },
            Some(("revoke", count)) => Act::Revoke(count.parse().ok()?),
            None if word == "freeze" => Act::Freeze { calls_go_on: false },
            None if word == "thaw" => Act::Thaw,
            None if word == "close" => Act::Close,
            _ => return None,
        })
    }
}

/// One line of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    Text(Field, String),
    Act(Act),
}

/// A line with its time and its writer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub at: DateTime<Utc>,
    pub who: String,
    pub line: Line,
}

/// Whether an incident is being dealt with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    Open,
    Closed { by: String, at: DateTime<Utc> },
}

/// Something has gone wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    pub id: IncidentId,
    pub kind: Kind,
    /// Nothing where it concerns no one office.
    pub office: Option<OfficeId>,
    pub raised_by: String,
    pub raised_at: DateTime<Utc>,
    pub state: State,
}

impl Incident {
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, State::Open)
    }
}

/// An incident with everything that was written down, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub incident: Incident,
    pub entries: Vec<Entry>,
}

impl Record {
    /// What is still to be written down before it may be closed.
    #[must_use]
    pub fn missing(&self) -> Vec<Field> {
        let there: BTreeSet<Field> = self.entries.iter().filter_map(Entry::field).collect();
        NEEDED
            .into_iter()
            .filter(|field| !there.contains(field))
            .collect()
    }
}

impl Entry {
    /// The field that it writes in.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        match &self.line {
            Line::Text(field, _) => Some(*field),
            Line::Act(_) => None,
        }
    }
}

/// Messages to residents are stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Freeze {
    pub incident: IncidentId,
    pub since: DateTime<Utc>,
    /// People stand in the hall: they are called all the same.
    pub calls_go_on: bool,
}

impl Freeze {
    /// Whether a row of the outbox waits until messages go out again. What is for the staff goes on.
    #[must_use]
    pub fn holds(&self, row: &Outgoing, corpus: &Corpus) -> bool {
        if row.resident.is_none() || row.phrase == PAUSED {
            return false;
        }
        let is_emergency = ANSWERS.contains(&row.phrase.as_str())
            && !row.entries.is_empty()
            && (row.entries.iter()).all(|entry| abuse::is_emergency(corpus, entry));
        let is_call = row.urgent && self.calls_go_on;
        !is_emergency && !is_call
    }
}

/// What changes about incidents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IncidentChange {
    Raise(Incident),
    /// An entry of a field.
    Note {
        incident: IncidentId,
        field: Field,
        text: String,
    },
    Freeze(Freeze),
    /// Messages go out again.
    Thaw(Freeze),
    /// Ends every session of the staff but one, which is named by the hash of its token.
    Revoke {
        incident: IncidentId,
        keep: String,
    },
    Close(Incident),
}

/// What is said about incidents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// To a resident, while messages are stopped.
    Paused { phone: String },
    /// To the staff, at once.
    StaffRaised {
        incident: Incident,
        is_frozen: bool,
        /// The address of the record, where the desk has one.
        page: Option<String>,
    },
    /// To the staff: what was done with the desk itself.
    StaffActed {
        incident: IncidentId,
        act: Act,
        by: String,
    },
}

impl Said {
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Said::Paused { .. } => PAUSED,
            Said::StaffRaised { .. } => "staff-incident-raised",
            Said::StaffActed { .. } => "staff-incident-acted",
        }
    }
}

/// Who acts, and in which session, by the hash of its token.
#[derive(Clone, Copy, Debug)]
pub struct By<'a> {
    pub name: &'a str,
    pub session: &'a str,
}

/// What somebody raises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raising {
    pub kind: Kind,
    pub office: Option<OfficeId>,
    /// In their own words, masked; may be empty.
    pub what: String,
    /// Stops the messages to residents; the value says whether calls go on.
    pub freeze: Option<bool>,
    /// Ends the sessions of the others.
    pub revoke: bool,
}

/// What is done with a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    Note(Field, String),
    Freeze { calls_go_on: bool },
    Thaw,
    Revoke,
    Close,
}

/// Why nothing is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such incident.
    Unknown,
    Closed,
    /// An entry without words.
    Empty,
    TooLong,
    AlreadyFrozen,
    /// This incident has stopped no messages.
    NotFrozen,
    /// Messages are still stopped because of it.
    Frozen,
    Missing(Vec<Field>),
    /// The same form again.
    Repeated,
}

/// Opens the record of an incident, tells the staff, and does with the desk what was asked for beside.
///
/// # Errors
/// The words are too long.
pub fn raise(
    wish: &Raising,
    frozen: Option<&Freeze>,
    by: By<'_>,
    id: IncidentId,
    public_url: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Outcome, Refusal> {
    if wish.what.chars().count() > TEXT_CHARS_MAX {
        return Err(Refusal::TooLong);
    }
    let incident = Incident {
        id,
        kind: wish.kind,
        office: wish.office.clone(),
        raised_by: by.name.to_owned(),
        raised_at: now,
        state: State::Open,
    };
    let mut outcome = Outcome::default();
    change(&mut outcome, IncidentChange::Raise(incident.clone()));
    if !wish.what.trim().is_empty() {
        let (field, text) = (Field::What, wish.what.trim().to_owned());
        let incident = id;
        let note = IncidentChange::Note {
            incident,
            field,
            text,
        };
        change(&mut outcome, note);
    }
    // Where another incident has stopped the messages already they simply stay so.
    let freeze = wish.freeze.filter(|_| frozen.is_none());
    if let Some(calls_go_on) = freeze {
        let freeze = Freeze {
            incident: id,
            since: now,
            calls_go_on,
        };
        change(&mut outcome, IncidentChange::Freeze(freeze));
    }
    if wish.revoke {
        change(&mut outcome, revoke(id, by));
    }
    let page = public_url.map(|url| format!("{}/staff/incident/{id}", url.trim_end_matches('/')));
    tell_staff(
        &mut outcome,
        Said::StaffRaised {
            incident,
            is_frozen: freeze.is_some() || frozen.is_some(),
            page,
        },
    );
    Ok(outcome)
}

/// Adds to a record, does something with the desk because of it, or closes it.
///
/// # Errors
/// The incident is closed, or the action makes no sense as things stand.
pub fn act(
    record: &Record,
    frozen: Option<&Freeze>,
    action: &Action,
    by: By<'_>,
    now: DateTime<Utc>,
) -> Result<Outcome, Refusal> {
    let id = record.incident.id;
    if !record.incident.is_open() {
        return Err(Refusal::Closed);
    }
    let own = frozen.filter(|freeze| freeze.incident == id);
    let mut outcome = Outcome::default();
    match action {
        Action::Note(field, text) => {
            change(&mut outcome, note(id, *field, text)?);
            return Ok(outcome);
        }
        Action::Freeze { calls_go_on } => {
            if frozen.is_some() {
                return Err(Refusal::AlreadyFrozen);
            }
            let freeze = Freeze {
                incident: id,
                since: now,
                calls_go_on: *calls_go_on,
            };
            change(&mut outcome, IncidentChange::Freeze(freeze));
        }
        Action::Thaw => {
            let freeze = own.ok_or(Refusal::NotFrozen)?;
            change(&mut outcome, IncidentChange::Thaw(freeze.clone()));
        }
        Action::Revoke => {
            change(&mut outcome, revoke(id, by));
            return Ok(outcome);
        }
        Action::Close => {
            if own.is_some() {
                return Err(Refusal::Frozen);
            }
            let missing = record.missing();
            if !missing.is_empty() {
                return Err(Refusal::Missing(missing));
            }
            let state = State::Closed {
                by: by.name.to_owned(),
                at: now,
            };
            let incident = record.incident.clone();
            let closed = Incident { state, ..incident };
            change(&mut outcome, IncidentChange::Close(closed));
        }
    }
    if let Some(act) = done(action) {
        let by = by.name.to_owned();
        let incident = id;
        tell_staff(&mut outcome, Said::StaffActed { incident, act, by });
    }
    Ok(outcome)
}

/// What an action does to the desk, where the staff are to hear of it.
const fn done(action: &Action) -> Option<Act> {
    match action {
        Action::Freeze { calls_go_on } => Some(Act::Freeze {
            calls_go_on: *calls_go_on,
        }),
        Action::Thaw => Some(Act::Thaw),
        Action::Close => Some(Act::Close),
        Action::Note(..) | Action::Revoke => None,
    }
}

fn note(incident: IncidentId, field: Field, text: &str) -> Result<IncidentChange, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    if text.chars().count() > TEXT_CHARS_MAX {
        return Err(Refusal::TooLong);
    }
    Ok(IncidentChange::Note {
        incident,
        field,
        text: text.to_owned(),
    })
}

fn revoke(incident: IncidentId, by: By<'_>) -> IncidentChange {
    IncidentChange::Revoke {
        incident,
        keep: by.session.to_owned(),
    }
}

fn change(outcome: &mut Outcome, change: IncidentChange) {
    outcome.changes.push(Change::Incident(Box::new(change)));
}

fn tell_staff(outcome: &mut Outcome, said: Said) {
    outcome.replies.push(Reply {
        to: To::Staff,
        phrase: Phrase::Incident(Box::new(said)),
        choices: Vec::new(),
        replaces: false,
        case: None,
    });
}

/// A resident's turn while messages are stopped; false when they are not.
pub(super) fn hear(desk: &mut Desk<'_>) -> bool {
    if desk.view.freeze.is_none() {
        return false;
    }
    let today = desk.today();
    let entry = abuse::emergency(desk).filter(|id| {
        let entry = desk.view.corpus.entry(id);
        entry.is_some_and(|entry| entry.showable(desk.language, today).is_some())
    });
    match entry {
        Some(entry) => abuse::tell_emergency(desk, &entry),
        // The hotlines stand below the phrase.
        None => {
            desk.note(Turn::Other);
            let phone = desk.phone();
            desk.say(
                Phrase::Incident(Box::new(Said::Paused { phone })),
                Vec::new(),
            );
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    const BY: By<'static> = By {
        name: "chief",
        session: "a-digest",
    };

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    fn record(fields: &[Field]) -> Record {
        let entry = |field: &Field| Entry {
            at: now(),
            who: "counter".to_owned(),
            line: Line::Text(*field, "記録".to_owned()),
        };
        Record {
            incident: Incident {
                id: IncidentId(3),
                kind: Kind::Loss,
                office: None,
                raised_by: "counter".to_owned(),
                raised_at: now(),
                state: State::Open,
            },
            entries: fields.iter().map(entry).collect(),
        }
    }

    fn freeze(incident: i64) -> Freeze {
        Freeze {
            incident: IncidentId(incident),
            since: now(),
            calls_go_on: true,
        }
    }

    #[test]
    fn it_is_closed_only_when_the_report_is_whole_and_messages_go_out() {
        let try_close = |record: &Record, frozen: Option<&Freeze>| {
            act(record, frozen, &Action::Close, BY, now()).map(|outcome| outcome.changes.len())
        };
        let some = record(&[Field::When, Field::What]);
        let missing = vec![Field::Measures, Field::Prevention];
        assert_eq!(try_close(&some, None), Err(Refusal::Missing(missing)));
        let whole = record(&NEEDED);
        assert_eq!(try_close(&whole, Some(&freeze(3))), Err(Refusal::Frozen));
        assert_eq!(try_close(&whole, Some(&freeze(2))), Ok(1));
        assert_eq!(try_close(&whole, None), Ok(1));
        let state = State::Closed {
            by: "chief".to_owned(),
            at: now(),
        };
        let closed = Record {
            incident: Incident {
                state,
                ..whole.incident.clone()
            },
            ..whole
        };
        assert_eq!(try_close(&closed, None), Err(Refusal::Closed));
    }

    #[test]
    fn messages_are_stopped_once_and_released_by_the_same_incident() {
        let record = record(&[]);
        let stop = Action::Freeze { calls_go_on: false };
        let tried = |frozen: Option<&Freeze>, action: &Action| {
            act(&record, frozen, action, BY, now()).err()
        };
        assert_eq!(tried(None, &stop), None);
        assert_eq!(tried(Some(&freeze(3)), &stop), Some(Refusal::AlreadyFrozen));
        assert_eq!(tried(None, &Action::Thaw), Some(Refusal::NotFrozen));
        assert_eq!(
            tried(Some(&freeze(2)), &Action::Thaw),
            Some(Refusal::NotFrozen)
        );
        assert_eq!(tried(Some(&freeze(3)), &Action::Thaw), None);
    }

    #[test]
    fn entries_have_words_and_an_end() {
        let record = record(&[]);
        let note = |text: String| {
            let action = Action::Note(Field::Cause, text);
            act(&record, None, &action, BY, now()).err()
        };
        assert_eq!(note(" \n".to_owned()), Some(Refusal::Empty));
        assert_eq!(
            note("あ".repeat(TEXT_CHARS_MAX + 1)),
            Some(Refusal::TooLong)
        );
        assert_eq!(note("あ".repeat(TEXT_CHARS_MAX)), None);
    }

    #[test]
    fn ids_and_words_are_read_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_id(kind.id()), Some(kind));
        }
        for field in Field::ALL {
            assert_eq!(Field::from_id(field.id()), Some(field));
        }
        for act in [
            Act::Freeze { calls_go_on: true },
            Act::Freeze { calls_go_on: false },
            Act::Thaw,
            Act::Revoke(12),
            Act::Close,
        ] {
            assert_eq!(Act::read(&act.word()), Some(act));
        }
        assert_eq!(Act::read("revoke all"), None);
    }
}
