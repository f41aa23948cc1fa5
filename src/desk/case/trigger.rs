//! Why a person is needed, and how soon.

use crate::desk::faq::EntryId;

/// Why a person is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// The citizen asked for one.
    Wish,
    /// The desk had no answer several times in a row.
    Misses,
    /// Nothing of what was offered was meant, several times in a row.
    NoneOfThese,
    /// The answer did not help.
    Unhelpful(EntryId),
    /// The question is about loss, theft or misuse.
    Risk(EntryId),
    /// A form did not understand the citizen several times in a row.
    FormTrouble,
    /// Only staff can do it: a reservation whose time has begun, an answer that waits for review.
    StaffOnly,
    /// The citizen is angry or wants whoever is responsible.
    Anger,
    /// The citizen objects to being blocked.
    Appeal,
}

/// The same without what it is about, as tables keep it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TriggerKind {
    Wish,
    Misses,
    NoneOfThese,
    Unhelpful,
    Risk,
    FormTrouble,
    StaffOnly,
    Anger,
    Appeal,
}

impl TriggerKind {
    pub const ALL: [TriggerKind; 9] = [
        TriggerKind::Wish,
        TriggerKind::Misses,
        TriggerKind::NoneOfThese,
        TriggerKind::Unhelpful,
        TriggerKind::Risk,
        TriggerKind::FormTrouble,
        TriggerKind::StaffOnly,
        TriggerKind::Anger,
        TriggerKind::Appeal,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            TriggerKind::Wish => "wish",
            TriggerKind::Misses => "misses",
            TriggerKind::NoneOfThese => "none-of-these",
            TriggerKind::Unhelpful => "unhelpful",
            TriggerKind::Risk => "risk",
            TriggerKind::FormTrouble => "form-trouble",
            TriggerKind::StaffOnly => "staff-only",
            TriggerKind::Anger => "anger",
            TriggerKind::Appeal => "appeal",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<TriggerKind> {
        TriggerKind::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

impl Trigger {
    #[must_use]
    pub const fn kind(&self) -> TriggerKind {
        match self {
            Trigger::Wish => TriggerKind::Wish,
            Trigger::Misses => TriggerKind::Misses,
            Trigger::NoneOfThese => TriggerKind::NoneOfThese,
            Trigger::Unhelpful(_) => TriggerKind::Unhelpful,
            Trigger::Risk(_) => TriggerKind::Risk,
            Trigger::FormTrouble => TriggerKind::FormTrouble,
            Trigger::StaffOnly => TriggerKind::StaffOnly,
            Trigger::Anger => TriggerKind::Anger,
            Trigger::Appeal => TriggerKind::Appeal,
        }
    }

    /// The entry that called for a person.
    #[must_use]
    pub const fn entry(&self) -> Option<&EntryId> {
        match self {
            Trigger::Risk(entry) | Trigger::Unhelpful(entry) => Some(entry),
            _ => None,
        }
    }
}

/// How soon a case wants somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    #[default]
    Normal,
    /// Somebody stands in the hall, or is angry.
    Soon,
    /// A card is lost or misused.
    Urgent,
}

impl Urgency {
    pub const ALL: [Urgency; 3] = [Urgency::Normal, Urgency::Soon, Urgency::Urgent];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Urgency::Normal => "normal",
            Urgency::Soon => "soon",
            Urgency::Urgent => "urgent",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Urgency> {
        Urgency::ALL.into_iter().find(|urgency| urgency.id() == id)
    }

    /// How urgent a case begins; who waits in the hall is served there and then.
    #[must_use]
    pub const fn of(kind: TriggerKind, is_in_hall: bool) -> Urgency {
        match kind {
            TriggerKind::Risk => Urgency::Urgent,
            TriggerKind::Anger => Urgency::Soon,
            _ if is_in_hall => Urgency::Soon,
            _ => Urgency::Normal,
        }
    }
}
