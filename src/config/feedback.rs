//! When people are asked how it was, as it is written in the file.

use serde::Deserialize;

use crate::desk::feedback::FeedbackRules;

/// The section `[feedback]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct FeedbackFile {
    /// So many minutes after a visit; zero switches it off.
    visit_after_minutes: u16,
}

impl Default for FeedbackFile {
    fn default() -> FeedbackFile {
        FeedbackFile {
            visit_after_minutes: 30,
        }
    }
}

impl FeedbackFile {
    pub(super) const fn rules(&self) -> FeedbackRules {
        FeedbackRules {
            visit_after_minutes: self.visit_after_minutes,
        }
    }
}
