//! What phrases are called, and what stands in them.

use super::Phrase;
use crate::desk::abuse;
use crate::desk::faq::EntryId;
use crate::ids::ReservationId;

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
        }
    }

    /// Whether it turns somebody away: whom to call in an emergency stands below it then.
    #[must_use]
    pub const fn is_refusal(&self) -> bool {
        matches!(
            self,
            Phrase::TooFast | Phrase::TooMany { .. } | Phrase::Block(abuse::Said::Blocked { .. })
        )
    }

    /// The reservation whose page belongs below the phrase: where it is, the calendar file, the code to show.
    #[must_use]
    pub fn shows_reservation(&self) -> Option<ReservationId> {
        match self {
            Phrase::Booked { visit, .. }
            | Phrase::Moved { visit, .. }
            | Phrase::Reservation { visit, .. } => visit.id,
            _ => None,
        }
    }

    /// The FAQ entries a phrase shows.
    #[must_use]
    pub fn entries(&self) -> Vec<EntryId> {
        match self {
            Phrase::Answer { entry }
            | Phrase::AnswerElsewhere { entry }
            | Phrase::DidYouMean { entry } => {
                vec![entry.clone()]
            }
            Phrase::Case(said) => said.entry().cloned().into_iter().collect(),
            _ => Vec::new(),
        }
    }
}
