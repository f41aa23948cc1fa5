//! What belongs to a phrase beside its words.

use super::Phrase;
use crate::desk::faq::EntryId;
use crate::desk::{abuse, incident};
use crate::ids::ReservationId;

impl Phrase {
    /// Whether it turns somebody away: whom to call in an emergency stands below it then.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        match self {
            Phrase::TooFast
            | Phrase::TooMany { .. }
            | Phrase::Block(abuse::Said::Blocked { .. }) => true,
            Phrase::Incident(said) => matches!(**said, incident::Said::Paused { .. }),
            _ => false,
        }
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
