//! Everything the helper can say, with typed fields. The words are in `locales/`; a phrase's id is its message there.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

mod shows;

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

impl Phrase {
    /// The message id in the locale files; also what logs and transcripts name.
    #[must_use]
    #[allow(clippy::too_many_lines, reason = "one line for each phrase")]
    pub const fn id(&self) -> &'static str {
        match self {
            Phrase::Welcome => "welcome",
            Phrase::Help => "help",
            Phrase::Thanks => "thanks",
            Phrase::SecretMasked => "secret-masked",
            Phrase::Unintelligible => "unintelligible",
            Phrase::Stopped => "stopped",
            Phrase::NothingToStop => "nothing-to-stop",
            Phrase::StartedOver => "started-over",
            Phrase::NothingBefore => "nothing-before",
            Phrase::StaleButton => "stale-button",
            Phrase::LanguageAsk => "language-ask",
            Phrase::LanguageChanged => "language-changed",
            Phrase::LanguageOffer(_) => "language-offer",
            Phrase::ServerTrouble { .. } => "server-trouble",
            Phrase::TooFast => "too-fast",
            Phrase::TooMany { .. } => "too-many",
            Phrase::Emergency => "emergency-line",
            Phrase::Answer { .. } => "answer",
            Phrase::AnswerElsewhere { .. } => "answer-elsewhere",
            Phrase::AnswerWithheld { .. } => "answer-withheld",
            Phrase::DidYouMean { .. } => "did-you-mean",
            Phrase::ChooseOne => "choose-one",
            Phrase::FeedbackNoted => "feedback-noted",
            Phrase::NoAnswer { .. } => "no-answer",
            Phrase::DocumentsAsk => "documents-ask",
            Phrase::Documents { .. } => "documents",
            Phrase::AskProcedure => "ask-procedure",
            Phrase::AskProcedureMore { .. } => "ask-procedure-more",
            Phrase::AskOffice { .. } => "ask-office",
            Phrase::AskDay { .. } => "ask-day",
            Phrase::AskDayAgain { .. } => "ask-day-again",
            Phrase::AskDayChange { .. } => "ask-day-change",
            Phrase::AskTime { .. } => "ask-time",
            Phrase::AskTimeAgain { .. } => "ask-time-again",
            Phrase::AskConfirm { .. } => "ask-confirm",
            Phrase::AskConfirmChange { .. } => "ask-confirm-change",
            Phrase::FormResume => "form-resume",
            Phrase::Unclear => "unclear",
            Phrase::DayClosed { .. } => "day-closed",
            Phrase::DayOpen { .. } => "day-open",
            Phrase::DayFull { .. } => "day-full",
            Phrase::DayOver { .. } => "day-over",
            Phrase::TimeSteps { .. } => "time-steps",
            Phrase::DayPast { .. } => "day-past",
            Phrase::DayTooFar { .. } => "day-too-far",
            Phrase::DayImpossible => "day-impossible",
            Phrase::TimeImpossible => "time-impossible",
            Phrase::TimeOutside { .. } => "time-outside",
            Phrase::TimeFull { .. } => "time-full",
            Phrase::NoTimeInRange { .. } => "no-time-in-range",
            Phrase::NoneFree { .. } => "none-free",
            Phrase::SlotTaken => "slot-taken",
            Phrase::HoldEnded => "hold-ended",
            Phrase::LimitReached { .. } => "limit-reached",
            Phrase::ProceduresTooMany { .. } => "procedures-too-many",
            Phrase::OfficeCannot { .. } => "office-cannot",
            Phrase::Booked { .. } => "booked",
            Phrase::Moved { .. } => "moved",
            Phrase::NoReservations => "no-reservations",
            Phrase::Reservation { .. } => "reservation",
            Phrase::AskWhichToChange { .. } => "ask-which-to-change",
            Phrase::AskWhichToCancel { .. } => "ask-which-to-cancel",
            Phrase::AskCancel { .. } => "ask-cancel",
            Phrase::Cancelled { .. } => "cancelled",
            Phrase::CancelKept { .. } => "cancel-kept",
            Phrase::ReservationOver => "reservation-over",
            Phrase::ReservationPast { .. } => "reservation-past",
            Phrase::ComingNoted { .. } => "coming-noted",
            Phrase::ReminderEvening { .. } => "reminder-evening",
            Phrase::ReminderSoon { .. } => "reminder-soon",
            Phrase::CaseOpened { .. } => "case-opened",
            Phrase::CaseOpenedAfterMisses { .. } => "case-opened-after-misses",
            Phrase::CaseOpenedForRisk { .. } => "case-opened-for-risk",
            Phrase::CaseWaits { .. } => "case-waits",
            Phrase::CaseAccepted { .. } => "case-accepted",
            Phrase::CaseRelayed { .. } => "case-relayed",
            Phrase::CaseNoted { .. } => "case-noted",
            Phrase::StaffSays { .. } => "staff-says",
            Phrase::StaffSaysTranslated { .. } => "staff-says-translated",
            Phrase::StaffSaysUntranslated { .. } => "staff-says-untranslated",
            Phrase::Canned(canned) => canned.id(),
            Phrase::CaseClosed { .. } => "case-closed",
            Phrase::CaseIdle { .. } => "case-idle",
            Phrase::CaseWithdrawn { .. } => "case-withdrawn",
            Phrase::Summary { .. } | Phrase::Handoff(_) => "handoff",
            Phrase::Case(said) => said.id(),
            Phrase::StaffCitizenSaid { .. } => "staff-citizen-said",
            Phrase::StaffWithdrawn { .. } => "staff-withdrawn",
            Phrase::StaffAccepted { .. } => "staff-accepted",
            Phrase::StaffClosed { .. } => "staff-closed",
            Phrase::StaffCaseOver { .. } => "staff-case-over",
            Phrase::StaffCaseUnknown => "staff-case-unknown",
            Phrase::StaffUndelivered { .. } => "staff-undelivered",
            Phrase::StaffHelp => "staff-help",
            Phrase::StaffMorning { .. } => "staff-morning",
            Phrase::AskPeople { .. } => "ask-people",
            Phrase::PeopleTooMany { .. } => "people-too-many",
            Phrase::PeopleLimit { .. } => "people-limit",
            Phrase::DayLimit { .. } => "day-limit",
            Phrase::TimeDouble { .. } => "time-double",
            Phrase::DayTooSoon { .. } => "day-too-soon",
            Phrase::ChangeTooLate { .. } => "change-too-late",
            Phrase::WaitJoined { .. } => "wait-joined",
            Phrase::WaitListed { .. } => "wait-listed",
            Phrase::WaitNone => "wait-none",
            Phrase::WaitLeft => "wait-left",
            Phrase::WaitOver { .. } => "wait-over",
            Phrase::WaitOffer { .. } => "wait-offer",
            Phrase::OfferGone => "offer-gone",
            Phrase::OfferDeclined { .. } => "offer-declined",
            Phrase::OfferLapsed { .. } => "offer-lapsed",
            Phrase::ClosingNews { .. } => "closing-news",
            Phrase::ClosingOffer { .. } => "closing-offer",
            Phrase::ClosingLapsed { .. } => "closing-lapsed",
            Phrase::ClosingLifted { .. } => "closing-lifted",
            Phrase::NoShow { .. } => "no-show",
            Phrase::NoShowLimit { .. } => "no-show-limit",
            Phrase::CodeAskDay => "code-ask-day",
            Phrase::CodeRefused { .. } => "code-refused",
            Phrase::CodeLocked { .. } => "code-locked",
            Phrase::CodeShared => "code-shared",
            Phrase::MessagesOff => "messages-off",
            Phrase::MessagesOn => "messages-on",
            Phrase::MyData { .. } => "my-data",
            Phrase::AskErase { .. } => "ask-erase",
            Phrase::Erased { .. } => "erased",
            Phrase::Block(said) => said.id(),
            Phrase::Room(said) => said.id(),
            Phrase::Care(said) => said.id(),
            Phrase::Queue(said) => said.id(),
            Phrase::Feedback(said) => said.id(),
            Phrase::Incident(said) => said.id(),
        }
    }
}
