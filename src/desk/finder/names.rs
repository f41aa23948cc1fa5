//! What questions, answers, notes and places are called: in the codes of buttons and in the locale files.

use super::{Answer, Note, Place, Question};

impl Question {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Question::What => "find-ask-what",
            Question::Who => "find-ask-who",
            Question::WhoApplies => "find-ask-who-applies",
            Question::Reason => "find-ask-reason",
            Question::WhichDate => "find-ask-which-date",
            Question::Letter => "find-ask-letter",
            Question::PinState => "find-ask-pin-state",
            Question::Move => "find-ask-move",
            Question::Signature => "find-ask-signature",
            Question::Nationality => "find-ask-nationality",
            Question::Lost => "find-ask-lost",
            Question::StayState => "find-ask-stay-state",
            Question::NewCard => "find-ask-new-card",
            Question::Insurance => "find-ask-insurance",
            Question::Other => "find-ask-other",
        }
    }
}

impl Answer {
    pub const ALL: [Answer; 50] = [
        Answer::Collect,
        Answer::Notice,
        Answer::PinTrouble,
        Answer::Moved,
        Answer::CardLost,
        Answer::Stay,
        Answer::New,
        Answer::UseIt,
        Answer::SomethingElse,
        Answer::Myself,
        Answer::WithChild,
        Answer::SomebodyElse,
        Answer::GoodReason,
        Answer::Busy,
        Answer::CardDate,
        Answer::CertificateDate,
        Answer::NotSure,
        Answer::HasLetter,
        Answer::NoLetter,
        Answer::PinForgotten,
        Answer::PinKnown,
        Answer::IntoCity,
        Answer::WithinCity,
        Answer::OutOfCity,
        Answer::Abroad,
        Answer::NameChanged,
        Answer::WithSignature,
        Answer::WithoutSignature,
        Answer::Japanese,
        Answer::OtherNationality,
        Answer::LostOutside,
        Answer::LostAtHome,
        Answer::FoundAgain,
        Answer::StayGranted,
        Answer::StayPending,
        Answer::StayNotYet,
        Answer::StayPassed,
        Answer::Permanent,
        Answer::First,
        Answer::Damaged,
        Answer::AsInsuranceCard,
        Answer::MoneyAccount,
        Answer::InsuranceItself,
        Answer::Records,
        Answer::Passport,
        Answer::Pension,
        Answer::Portal,
        Answer::Visa,
        Answer::Licence,
        Answer::NoneOfIt,
    ];

    #[must_use]
    #[allow(clippy::too_many_lines, reason = "one line for each answer")]
    pub const fn id(self) -> &'static str {
        match self {
            Answer::Collect => "find-collect",
            Answer::Notice => "find-notice",
            Answer::PinTrouble => "find-pin-trouble",
            Answer::Moved => "find-moved",
            Answer::CardLost => "find-card-lost",
            Answer::Stay => "find-stay",
            Answer::New => "find-new",
            Answer::UseIt => "find-use-it",
            Answer::SomethingElse => "find-something-else",
            Answer::Myself => "find-myself",
            Answer::WithChild => "find-with-child",
            Answer::SomebodyElse => "find-somebody-else",
            Answer::GoodReason => "find-good-reason",
            Answer::Busy => "find-busy",
            Answer::CardDate => "find-card-date",
            Answer::CertificateDate => "find-certificate-date",
            Answer::NotSure => "find-not-sure",
            Answer::HasLetter => "find-has-letter",
            Answer::NoLetter => "find-no-letter",
            Answer::PinForgotten => "find-pin-forgotten",
            Answer::PinKnown => "find-pin-known",
            Answer::IntoCity => "find-into-city",
            Answer::WithinCity => "find-within-city",
            Answer::OutOfCity => "find-out-of-city",
            Answer::Abroad => "find-abroad",
            Answer::NameChanged => "find-name-changed",
            Answer::WithSignature => "find-with-signature",
            Answer::WithoutSignature => "find-without-signature",
            Answer::Japanese => "find-japanese",
            Answer::OtherNationality => "find-other-nationality",
            Answer::LostOutside => "find-lost-outside",
            Answer::LostAtHome => "find-lost-at-home",
            Answer::FoundAgain => "find-found-again",
            Answer::StayGranted => "find-stay-granted",
            Answer::StayPending => "find-stay-pending",
            Answer::StayNotYet => "find-stay-not-yet",
            Answer::StayPassed => "find-stay-passed",
            Answer::Permanent => "find-permanent",
            Answer::First => "find-first",
            Answer::Damaged => "find-damaged",
            Answer::AsInsuranceCard => "find-as-insurance-card",
            Answer::MoneyAccount => "find-money-account",
            Answer::InsuranceItself => "find-insurance-itself",
            Answer::Records => "find-records",
            Answer::Passport => "find-passport",
            Answer::Pension => "find-pension",
            Answer::Portal => "find-portal",
            Answer::Visa => "find-visa",
            Answer::Licence => "find-licence",
            Answer::NoneOfIt => "find-none-of-it",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Answer> {
        Answer::ALL.into_iter().find(|answer| answer.id() == id)
    }
}

impl Note {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Note::ThinkOfPins => "find-note-think-of-pins",
            Note::ChildComesToo => "find-note-child-comes-too",
            Note::FillInPostcard => "find-note-fill-in-postcard",
            Note::ComeYourself => "find-note-come-yourself",
            Note::ApplyOnline => "find-note-apply-online",
            Note::CollectLater => "find-note-collect-later",
            Note::FreeWithOldCard => "find-note-free-with-old-card",
            Note::SealedLetter => "find-note-sealed-letter",
            Note::TwoVisits => "find-note-two-visits",
            Note::KioskReset => "find-note-kiosk-reset",
            Note::FileTheMove => "find-note-file-the-move",
            Note::WithinNinetyDays => "find-note-within-ninety-days",
            Note::HouseholdMayCome => "find-note-household-may-come",
            Note::RegisterFirst => "find-note-register-first",
            Note::BeforeLeaving => "find-note-before-leaving",
            Note::SuspendFirst => "find-note-suspend-first",
            Note::TellPolice => "find-note-tell-police",
            Note::ReissueFee => "find-note-reissue-fee",
            Note::FastIssue => "find-note-fast-issue",
            Note::LiftSuspension => "find-note-lift-suspension",
            Note::BeforeTheDate => "find-note-before-the-date",
            Note::DataTakesTime => "find-note-data-takes-time",
            Note::CertificatesAnew => "find-note-certificates-anew",
            Note::TwoMonthsMore => "find-note-two-months-more",
            Note::TooLateToExtend => "find-note-too-late-to-extend",
            Note::BringTheCard => "find-note-bring-the-card",
        }
    }
}

impl Place {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Place::ExpiryHelper => "find-place-expiry-helper",
            Place::Home => "find-place-home",
            Place::NewCity => "find-place-new-city",
            Place::MovingOut => "find-place-moving-out",
            Place::Immigration => "find-place-immigration",
            Place::InsuranceSection => "find-place-insurance-section",
            Place::CitizensSection => "find-place-citizens-section",
            Place::PassportOffice => "find-place-passport-office",
            Place::PensionOffice => "find-place-pension-office",
            Place::PortalPhone => "find-place-portal-phone",
            Place::Police => "find-place-police",
            Place::Staff => "find-place-staff",
        }
    }
}
