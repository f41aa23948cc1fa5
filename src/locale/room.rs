//! The variables of what is said about the staff's group.

use super::arguments::Args;
use super::names::{case_code, trigger_id};
use super::{Locale, Scope, Subject};
use crate::desk::case::state::Case;
use crate::desk::language::Language;
use crate::desk::room::{Lack, RoomSaid};

impl Locale {
    /// What a case is about, in words of ours: the question nearest to it, else why a person is needed.
    #[must_use]
    pub fn case_about(&self, case: &Case, subject: Subject<'_>) -> String {
        let scope = Scope {
            locale: self,
            language: Language::Ja,
            subject,
        };
        let topic = case.topic.as_ref().map(|entry| scope.title(entry));
        topic
            .filter(|title| !title.is_empty())
            .unwrap_or_else(|| scope.bare(trigger_id(case.trigger)))
    }
}

impl Scope<'_> {
    pub(super) fn room(&self, said: &RoomSaid, args: &mut Args) {
        match said {
            RoomSaid::Lacks(lacks) => {
                let lines = lacks.iter().filter_map(|lack| lack_id(*lack));
                let lines: Vec<String> = lines.map(|id| self.bare(id)).collect();
                args.set("lacks", lines.join("\n"));
            }
            RoomSaid::FirstTextStands(case) => {
                args.set("case", case_code(*case));
            }
            RoomSaid::Complete
            | RoomSaid::TalkStays
            | RoomSaid::OnlyWords
            | RoomSaid::HowToNote
            | RoomSaid::NoSuchCommand => {}
        }
    }
}

/// A group in which the desk is not, or may not write, is told nothing; the log and the doctor name that.
const fn lack_id(lack: Lack) -> Option<&'static str> {
    match lack {
        Lack::Membership | Lack::Sending => None,
        Lack::Pace => Some("staff-room-lack-pace"),
        Lack::Topics => Some("staff-room-lack-topics"),
    }
}
