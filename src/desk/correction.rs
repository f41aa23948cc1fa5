//! A text that somebody edits after sending it. Messengers change it on the screen of its writer, while here it stays what it
//! was: a booking is not made anew. Where a clerk listens, they hear of it as of any words; everybody else is told that the
//! first one stands.

use super::abuse;
use super::case::state::Case;
use super::decide::Desk;
use super::heard::HeardKind;
use super::phrase::Phrase;
use super::view::Turn;

/// An edit that no clerk hears; false for everything else.
pub(super) fn hear(desk: &mut Desk<'_>) -> bool {
    if desk.heard.kind != HeardKind::Edited {
        return false;
    }
    let block = desk.view.block.as_ref();
    let block = block.filter(|block| block.is_on(desk.now));
    let is_blocked = block.is_some();
    let is_heard = |case: &Case| block.is_none_or(|block| block.appeal == Some(case.id));
    let case = desk.view.case.as_ref();
    if case.is_some_and(|case| case.is_accepted() && is_heard(case)) {
        return false;
    }
    // What cannot wait is answered however it comes, to everybody.
    if let Some(entry) = desk.heard.risk.clone() {
        abuse::tell_emergency(desk, &entry);
        return true;
    }
    desk.note(Turn::Other);
    let said = Phrase::FirstTextStands;
    // Whoever is blocked may send nothing anew either, and whoever has just been told edits on without an answer.
    if !is_blocked && desk.talk.last_said != said.id() {
        desk.say(said, Vec::new());
    }
    true
}
