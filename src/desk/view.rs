//! What a decision sees and what comes out of it: values on both sides.

use chrono::{DateTime, Utc};

use super::abuse::{Block, BlockChange};
use super::care::{CareChange, Known};
use super::case::brief::Brief;
use super::case::callback::CallBack;
use super::case::state::{Case, Step};
use super::choice::Choice;
use super::faq::{Corpus, EntryId};
use super::feedback::FeedbackChange;
use super::incident::{Freeze, IncidentChange};
use super::language::Language;
use super::message::Channel;
use super::phrase::Phrase;
use super::queue::floor::QueueChange;
use super::queue::talk::Seen;
use super::reminder::{Reminder, ReminderKind};
use super::renewal::Renewal;
use super::reservation::Reservation;
use super::slots::Book;
use super::talk::{Hold, Talk};
use super::waiting::{Offer, OfferEnd, Wait, WaitEnd};
use crate::ids::{CaseId, HoldId, OfferId, ReservationCode, ReservationId, ResidentId, WaitId};

/// Whoever talks to us, as far as we know them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resident {
    pub id: ResidentId,
    pub channel: Channel,
    pub language: Language,
    /// The person picked the language; it is not changed by guessing.
    pub language_chosen: bool,
    /// The channel still takes our messages.
    pub reachable: bool,
    /// The person wants reminders and news beside the answers.
    pub messages: bool,
    pub talk: Talk,
    /// This is the first thing we hear from them.
    pub is_new: bool,
}

/// Everything a citizen's turn may look at.
#[derive(Clone, Debug)]
pub struct View<'a> {
    pub resident: Resident,
    /// The resident's booked reservations that are not over, the next one first.
    pub reservations: Vec<Reservation>,
    /// The reservation a pressed button or a typed code names, when it is the resident's own but over.
    pub past: Option<Reservation>,
    /// The block that is in force.
    pub block: Option<Block>,
    /// Messages to residents are stopped.
    pub freeze: Option<Freeze>,
    pub case: Option<Case>,
    pub next_case: CaseId,
    /// Somebody of the staff is there to answer.
    pub is_attended: bool,
    /// The times from which calls are promised to others.
    pub calls: Vec<DateTime<Utc>>,
    /// The resident's place on the waiting list.
    pub wait: Option<Wait>,
    /// The times that are kept for the resident.
    pub offers: Vec<Offered>,
    /// How many visits the resident missed in the last year.
    pub missed: u16,
    /// The reservation whose code and day were named, when it is somebody else's: see `access`.
    pub named: Named,
    /// What is kept about the resident; read only when they ask.
    pub kept: Option<Kept>,
    pub book: &'a Book,
    pub corpus: &'a Corpus,
    pub care: Known,
    pub queue: Seen,
}

/// An offer whose time is over, with the place on the list or the reservation it was for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lapsed {
    pub offer: Offer,
    pub wait: Option<Wait>,
    pub reservation: Option<Reservation>,
}

/// An offer with the reservation it is in place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    pub offer: Offer,
    pub reservation: Option<Reservation>,
}

/// What a typed code came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The booked reservation with the code, whoever's it is.
    pub reservation: Option<Reservation>,
    /// Tries of this resident, and tries of this code by anybody, since yesterday.
    pub tries: u16,
    pub tries_of_code: u16,
}

/// What the desk keeps about a resident, each as a count of its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub messages: u32,
    pub upcoming: u32,
    pub past: u32,
    pub waits: u32,
    /// Reminders of renewals, each a kind and a month.
    pub renewals: u32,
    /// Tickets that wait, are called or are served …
    pub tickets_open: u32,
    /// … and those that are over.
    pub tickets_over: u32,
    pub cases: u32,
    /// Numbers under which they want to be called.
    pub callbacks: u32,
    pub feedback: u32,
    /// Until when they are blocked.
    pub blocked_until: Option<DateTime<Utc>>,
}

/// Everything a clerk's action may look at.
#[derive(Clone, Debug)]
pub struct StaffView<'a> {
    pub case: Option<Case>,
    /// The citizen's language.
    pub language: Language,
    /// Somebody of the staff is there to answer.
    pub is_attended: bool,
    pub corpus: &'a Corpus,
}

/// Everything the passing of time may look at.
#[derive(Clone, Debug)]
pub struct TickView {
    /// Due reminders with their reservations and whether the resident is reachable.
    pub due: Vec<(Reminder, Reservation, bool)>,
    /// Open cases nobody has touched for the longest.
    pub idle: Vec<Case>,
    /// Cases whose answer is overdue.
    pub overdue: Vec<Case>,
    /// Somebody of the staff is there to answer.
    pub is_attended: bool,
    /// Offers whose time is over.
    pub lapsed: Vec<Lapsed>,
    /// Places on the waiting list whose days have passed.
    pub past_waits: Vec<Wait>,
    /// Booked visits that nobody came to, at offices where arrivals are noted that day, and whether the resident wants
    /// to be told.
    pub missed: Vec<(Reservation, bool)>,
    /// Reminders of renewals whose month has begun, and whether the resident is reachable.
    pub renewals: Vec<(Renewal, bool)>,
}

/// A change of state; the store applies all of an outcome's changes in one commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Keeps a seat; an earlier hold of the same resident ends.
    Hold(Hold),
    Release(HoldId),
    /// Takes the seat; the resident's hold ends.
    Reserve(Reservation),
    /// Takes the new seat and frees the old one, or does nothing at all.
    Move(Reservation),
    Cancel(Reservation),
    Coming(Reservation),
    Remind(Reminder),
    /// Drops the reminders that are not sent yet.
    Forget(ReservationId),
    /// That they came, stayed away, or neither.
    Mark(Reservation),
    /// A place on the waiting list, in the place of an earlier one of the same resident.
    JoinWait(Wait),
    SaveWait(Wait),
    EndWait(WaitId, WaitEnd),
    /// Keeps times for somebody.
    MakeOffer(Offer),
    /// Frees the kept times.
    EndOffer(OfferId, OfferEnd),
    /// Whether the resident wants messages beside the answers.
    Messages(bool),
    /// Erases what may be erased about the resident.
    Erase,
    /// The resident gets at a reservation made elsewhere.
    Share(ReservationId),
    /// Somebody tried to get at a reservation.
    Try(ReservationCode),
    ReminderSent(ReservationId, ReminderKind),
    ReminderPostponed(ReservationId, ReminderKind, DateTime<Utc>),
    ReminderDropped(ReservationId, ReminderKind, &'static str),
    Block(Box<BlockChange>),
    Case(CaseChange),
    Care(CareChange),
    Queue(Box<QueueChange>),
    Feedback(FeedbackChange),
    Incident(Box<IncidentChange>),
}

/// A change around a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseChange {
    Open {
        case: Box<Case>,
        brief: Box<Brief>,
    },
    /// The case after a step.
    Step {
        case: Box<Case>,
        step: Step,
    },
    Note {
        case: CaseId,
        text: String,
    },
    /// The staff are to call; an earlier time of the same case falls away.
    CallBack {
        case: CaseId,
        call: CallBack,
    },
}

impl Change {
    /// The case as it stands after this change.
    #[must_use]
    pub fn case(&self) -> Option<&Case> {
        match self {
            Change::Case(CaseChange::Open { case, .. } | CaseChange::Step { case, .. }) => {
                Some(case)
            }
            _ => None,
        }
    }

    /// Whether the queue of the day looks different after it.
    #[must_use]
    pub const fn touches_line(&self) -> bool {
        matches!(
            self,
            Change::Reserve(_)
                | Change::Move(_)
                | Change::Cancel(_)
                | Change::Mark(_)
                | Change::Queue(_)
                | Change::Care(_)
                | Change::Erase
        )
    }
}

/// Who a reply goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    Resident(ResidentId),
    Staff,
}

/// Something to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    pub to: To,
    pub phrase: Phrase,
    pub choices: Vec<Choice>,
    /// It takes the place of the message whose button was pressed, where the channel can do that.
    pub replaces: bool,
    pub case: Option<CaseId>,
}

/// How a turn went, for metrics and the review of misses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    Answer,
    Confirm,
    Choose,
    Miss,
    Action,
    Form,
    Command,
    Person,
    #[default]
    Other,
}

impl Turn {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Turn::Answer => "answer",
            Turn::Confirm => "confirm",
            Turn::Choose => "choose",
            Turn::Miss => "miss",
            Turn::Action => "action",
            Turn::Form => "form",
            Turn::Command => "command",
            Turn::Person => "person",
            Turn::Other => "other",
        }
    }
}

/// What a decision comes to.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    pub changes: Vec<Change>,
    pub replies: Vec<Reply>,
    pub turn: Turn,
    /// A question that the reviewed answers did not settle, for the review of the FAQ.
    pub missed: Option<Missed>,
}

/// Why a question counts as not settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissKind {
    /// Nothing was near enough.
    NoAnswer,
    /// The person found nothing in what was offered.
    NoneOfThese,
    /// The person says that the answer did not help.
    Unhelpful,
}

impl MissKind {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            MissKind::NoAnswer => "no-answer",
            MissKind::NoneOfThese => "none-of-these",
            MissKind::Unhelpful => "unhelpful",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<MissKind> {
        let all = [
            MissKind::NoAnswer,
            MissKind::NoneOfThese,
            MissKind::Unhelpful,
        ];
        all.into_iter().find(|kind| kind.id() == id)
    }
}

/// A question that was not settled, masked, with what came closest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    pub kind: MissKind,
    pub text: String,
    /// The answer that did not help.
    pub about: Option<EntryId>,
    pub nearest: Vec<Near>,
}

/// A topic or action that a question came close to, and how close in thousandths.
pub type Near = (String, u16);

/// What a citizen's turn comes to: the outcome and the conversation as it stands now.
#[derive(Clone, Debug)]
pub struct Decision {
    pub outcome: Outcome,
    pub talk: Talk,
    pub language: Language,
    pub language_chosen: bool,
    pub shown: Vec<EntryId>,
    /// The words of this turn must not be kept, not even masked.
    pub is_private: bool,
}
