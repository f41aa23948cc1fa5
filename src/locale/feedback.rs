//! The words about ratings.

use super::arguments::Args;
use crate::desk::feedback::{About, Pick, Reason, Said};

/// The variables of these phrases.
pub(super) fn feedback_args(said: &Said, args: &mut Args) {
    match said {
        Said::Thanks | Said::AskReason => {}
        Said::AskVisit { number } => args.set("number", number.to_string()),
    }
}

/// The message on a button of a rating.
pub(super) const fn feedback_label(pick: &Pick) -> &'static str {
    match pick {
        Pick::Good(About::Answer(_)) => "choice-helpful",
        Pick::Bad(About::Answer(_)) => "choice-unhelpful",
        Pick::Good(_) => "choice-feedback-good",
        Pick::Bad(_) => "choice-feedback-bad",
        Pick::Because(_, reason) => reason_id(*reason),
    }
}

/// The message that names a reason.
#[must_use]
pub const fn reason_id(reason: Reason) -> &'static str {
    match reason {
        Reason::WrongTopic => "feedback-reason-wrong-topic",
        Reason::OutOfDate => "feedback-reason-out-of-date",
        Reason::HardToUnderstand => "feedback-reason-hard-to-understand",
        Reason::NotEnough => "feedback-reason-not-enough",
        Reason::Wait => "feedback-reason-wait",
        Reason::Explanation => "feedback-reason-explanation",
        Reason::Language => "feedback-reason-language",
        Reason::CameAgain => "feedback-reason-came-again",
        Reason::Late => "feedback-reason-late",
        Reason::NotSolved => "feedback-reason-not-solved",
        Reason::Other => "feedback-reason-other",
    }
}
