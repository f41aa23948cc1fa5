//! Everything the helper can say, with typed fields. The words are in `locales/`; a phrase's id is its message there.

mod ids;
mod shows;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::abuse;
use super::calendar::{Closed, Hours};
use super::canned::Canned;
use super::care::Said;
use super::case;
use super::case::brief::Handoff;
pub use super::case::promise::Promise;
use super::closing::ClosingReason;
use super::faq::EntryId;
use super::feedback;
use super::incident;
use super::language::Language;
use super::own_data::{KeptLine, Stays};
use super::procedure::Procedure;
use super::queue;
use super::room::RoomSaid;
use super::rules::OfficeId;
pub use super::visit::{Visit, WaitWish};
use crate::ids::{CaseId, HoldId, ReservationId};

/// A visit in the list of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MorningLine {
    pub visit: Visit,
    /// It has changed since the list was printed last.
    pub changed: bool,
}

/// Something the helper says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase {
    // Conversation
    Welcome,
    Help,
    Thanks,
    SecretMasked,
    Unintelligible,
    /// A text that was edited after it was sent has not changed anything.
    FirstTextStands,
    Stopped,
    NothingToStop,
    StartedOver,
    NothingBefore,
    StaleButton,
    LanguageAsk,
    LanguageChanged,
    /// "I can go on in this language", said in that language.
    LanguageOffer(Language),
    ServerTrouble {
        phone: String,
    },
    /// More came than the limits allow.
    TooFast,
    /// More came from one address than the limits allow, or from all of them.
    TooMany {
        phone: String,
    },
    /// Whom to call when it cannot wait.
    Emergency,
    // Answers
    Answer {
        entry: EntryId,
    },
    /// The answer exists, but not yet in the reader's language.
    AnswerElsewhere {
        entry: EntryId,
    },
    /// The topic is known, but its text waits for review or is out of date.
    AnswerWithheld {
        entry: EntryId,
        phone: String,
    },
    DidYouMean {
        entry: EntryId,
    },
    ChooseOne,
    /// The person's word that an answer did not help is kept.
    FeedbackNoted,
    NoAnswer {
        phone: String,
    },
    DocumentsAsk,
    Documents {
        procedure: Procedure,
    },
    // Booking
    AskProcedure,
    AskProcedureMore {
        procedures: Vec<Procedure>,
    },
    AskOffice {
        procedures: Vec<Procedure>,
        people: u8,
    },
    AskDay {
        procedures: Vec<Procedure>,
        people: u8,
        office: OfficeId,
        minutes: u16,
        last: NaiveDate,
    },
    AskDayAgain {
        last: NaiveDate,
    },
    /// A new day for a reservation that stays until then.
    AskDayChange {
        old: Visit,
        last: NaiveDate,
    },
    /// `quiet` are the offered times that are usually quiet.
    AskTime {
        office: OfficeId,
        day: NaiveDate,
        quiet: Vec<NaiveTime>,
    },
    AskTimeAgain {
        day: NaiveDate,
        quiet: Vec<NaiveTime>,
    },
    AskPeople {
        most: u8,
    },
    PeopleTooMany {
        most: u8,
        phone: String,
    },
    /// The resident has reservations for as many people as anybody may.
    PeopleLimit {
        most: u8,
        phone: String,
    },
    /// The resident has as many reservations on that day as anybody may.
    DayLimit {
        day: NaiveDate,
        most: u8,
    },
    /// The resident has another reservation at that time.
    TimeDouble {
        start: NaiveDateTime,
    },
    DayTooSoon {
        day: NaiveDate,
        first: NaiveDate,
    },
    /// Too near to the start to be changed or cancelled here.
    ChangeTooLate {
        minutes: u16,
        phone: String,
    },
    // The waiting list and kept times
    WaitJoined {
        wish: WaitWish,
        minutes: u16,
        /// It takes the place of an earlier wish.
        replaces: bool,
    },
    WaitListed {
        wish: WaitWish,
    },
    WaitNone,
    WaitLeft,
    /// The days have passed, or too many offers were not taken.
    WaitOver {
        wish: WaitWish,
    },
    WaitOffer {
        visit: Visit,
        until: NaiveDateTime,
    },
    OfferGone,
    OfferDeclined {
        stays: bool,
    },
    OfferLapsed {
        stays: bool,
    },
    /// The news that a day is closed.
    ClosingNews {
        visit: Visit,
        reason: ClosingReason,
        times: Vec<(HoldId, NaiveDateTime)>,
        until: NaiveDateTime,
    },
    /// The times that are kept in place of a reservation on a closed day.
    ClosingOffer {
        visit: Visit,
        times: Vec<(HoldId, NaiveDateTime)>,
        until: NaiveDateTime,
    },
    /// Nobody took the kept times; the reservation stands on a closed day.
    ClosingLapsed {
        visit: Visit,
        phone: String,
    },
    /// The day is open after all; the reservation stands.
    ClosingLifted {
        visit: Visit,
    },
    // Missed visits
    NoShow {
        visit: Visit,
    },
    NoShowLimit {
        days: u16,
    },
    // From another telephone
    CodeAskDay,
    /// The same words whether the code or the day was wrong.
    CodeRefused {
        phone: String,
    },
    CodeLocked {
        phone: String,
    },
    CodeShared,
    // The resident's data
    MessagesOff,
    MessagesOn,
    /// What is kept, a line for each kind of which there is something.
    MyData {
        lines: Vec<KeptLine>,
        messages: bool,
    },
    AskErase {
        stays: Vec<Stays>,
    },
    Erased {
        stays: Vec<Stays>,
    },
    AskConfirm {
        visit: Visit,
        hold_minutes: u16,
    },
    AskConfirmChange {
        old: Visit,
        new: Visit,
        hold_minutes: u16,
    },
    FormResume,
    Unclear,
    DayClosed {
        day: NaiveDate,
        why: Closed,
    },
    /// The answer to "are you open on that day?".
    DayOpen {
        day: NaiveDate,
        hours: Hours,
    },
    DayFull {
        day: NaiveDate,
    },
    /// Today's last place has gone by.
    DayOver {
        day: NaiveDate,
    },
    DayPast {
        day: NaiveDate,
    },
    DayTooFar {
        day: NaiveDate,
        last: NaiveDate,
    },
    DayImpossible,
    TimeImpossible,
    TimeOutside {
        opens: NaiveTime,
        closes: NaiveTime,
    },
    TimeFull {
        time: NaiveTime,
    },
    NoTimeInRange {
        from: NaiveTime,
        to: NaiveTime,
    },
    NoneFree {
        last: NaiveDate,
        phone: String,
    },
    /// Visits begin every so many minutes.
    TimeSteps {
        minutes: u16,
    },
    SlotTaken,
    HoldEnded,
    LimitReached {
        most: u8,
    },
    ProceduresTooMany {
        most: u8,
    },
    OfficeCannot {
        office: OfficeId,
        procedures: Vec<Procedure>,
    },
    /// `reminders` is how many will be sent before the visit.
    Booked {
        visit: Visit,
        reminders: usize,
    },
    Moved {
        old: NaiveDateTime,
        visit: Visit,
    },
    // Managing
    NoReservations,
    Reservation {
        visit: Visit,
        coming: bool,
    },
    AskWhichToChange {
        list: Vec<(ReservationId, NaiveDateTime)>,
    },
    AskWhichToCancel {
        list: Vec<(ReservationId, NaiveDateTime)>,
    },
    AskCancel {
        visit: Visit,
    },
    Cancelled {
        visit: Visit,
    },
    CancelKept {
        visit: Visit,
    },
    ReservationOver,
    ReservationPast {
        phone: String,
    },
    ComingNoted {
        visit: Visit,
    },
    // Reminders
    ReminderEvening {
        visit: Visit,
    },
    ReminderSoon {
        visit: Visit,
    },
    // A person, to the citizen
    CaseOpened {
        case: CaseId,
        promise: Promise,
        phone: String,
    },
    CaseOpenedAfterMisses {
        case: CaseId,
        promise: Promise,
        phone: String,
    },
    CaseOpenedForRisk {
        case: CaseId,
        promise: Promise,
        phone: String,
    },
    CaseWaits {
        case: CaseId,
        promise: Promise,
        phone: String,
    },
    CaseAccepted {
        case: CaseId,
    },
    CaseRelayed {
        case: CaseId,
    },
    CaseNoted {
        case: CaseId,
    },
    StaffSays {
        case: CaseId,
        text: String,
    },
    /// The same with its translation by machine above it.
    StaffSaysTranslated {
        case: CaseId,
        text: String,
        translated: String,
    },
    /// The staff's own words, which are not in the reader's language.
    StaffSaysUntranslated {
        case: CaseId,
        text: String,
    },
    /// A sentence of the staff that is ready in every language.
    Canned(Box<Canned>),
    CaseClosed {
        case: CaseId,
    },
    CaseIdle {
        case: CaseId,
        phone: String,
    },
    CaseWithdrawn {
        case: CaseId,
    },
    // A person, to the staff (always in Japanese)
    /// The summary of a case as it stands; it is read when it is said.
    Summary {
        case: CaseId,
    },
    Handoff(Box<Handoff>),
    /// What else is said about cases, to both sides.
    Case(Box<case::said::Said>),
    StaffCitizenSaid {
        case: CaseId,
        text: String,
        language: Language,
        /// It is what an earlier text reads like now.
        is_edited: bool,
    },
    StaffWithdrawn {
        case: CaseId,
    },
    StaffAccepted {
        case: CaseId,
    },
    StaffClosed {
        case: CaseId,
    },
    StaffCaseOver {
        case: CaseId,
    },
    StaffCaseUnknown,
    StaffUndelivered {
        case: CaseId,
    },
    StaffHelp,
    /// The visits of today, for sorting the cards.
    StaffMorning {
        office: OfficeId,
        day: NaiveDate,
        lines: Vec<MorningLine>,
    },
    /// Blocks.
    Block(abuse::Said),
    /// The staff's group itself.
    Room(RoomSaid),
    /// The helpers around a visit.
    Care(Said),
    /// Tickets and the queue.
    Queue(Box<queue::said::Said>),
    /// Words about answers, cases and visits.
    Feedback(feedback::Said),
    /// Incidents, to both sides.
    Incident(Box<incident::Said>),
}
