//! What the desk keeps about a resident: shown, and erased as far as it may be. Messages beside the answers are theirs to
//! switch off.

use super::booking;
use super::choice::Choice;
use super::decide::Desk;
use super::faq::Action;
use super::phrase::Phrase;
use super::talk::{Dialogue, Talk};
use super::view::{Change, Turn};

/// Shows what is kept.
pub fn show(desk: &mut Desk<'_>) {
    desk.note(Turn::Command);
    let messages = desk.view.resident.messages;
    let phrase = Phrase::MyData {
        kept: desk.view.kept.unwrap_or_default(),
        messages,
        kept_days: desk.rules.messages_kept_days,
    };
    let choices = vec![
        Choice::Messages(!messages),
        Choice::EraseData,
        Choice::Action(Action::MyReservation),
    ];
    desk.say(phrase, choices);
    booking::offer_resume(desk);
}

/// Switches reminders and news on or off. What the resident asks is answered all the same.
pub fn messages(desk: &mut Desk<'_>, on: bool) {
    desk.note(Turn::Command);
    desk.change(Change::Messages(on));
    let phrase = if on {
        Phrase::MessagesOn
    } else {
        Phrase::MessagesOff
    };
    desk.say(phrase, vec![Choice::Messages(!on)]);
    booking::ask_again(desk);
}

/// Asks before erasing.
pub fn ask_erase(desk: &mut Desk<'_>) {
    desk.note(Turn::Command);
    if let Dialogue::Booking(form) = std::mem::take(&mut desk.talk.dialogue) {
        desk.release(&form);
    }
    let serial = desk.talk.next_serial();
    desk.talk.dialogue = Dialogue::Erasing { serial };
    let upcoming = upcoming(desk);
    desk.say(
        Phrase::AskErase { upcoming },
        vec![Choice::Confirm(serial), Choice::Keep],
    );
}

/// Erases after "yes". Reservations ahead stay until they are cancelled or over: somebody is expected then.
pub fn confirm_erase(desk: &mut Desk<'_>, serial: u32) {
    desk.note(Turn::Command);
    if desk.talk.dialogue != (Dialogue::Erasing { serial }) {
        desk.stale();
        return;
    }
    let upcoming = upcoming(desk);
    desk.change(Change::Erase);
    // Nothing of the conversation is remembered but the number of the last question, so that old buttons stay old.
    desk.talk = Talk {
        serial: desk.talk.serial,
        ..Talk::default()
    };
    let choices = match upcoming {
        0 => Vec::new(),
        _ => vec![Choice::Action(Action::MyReservation)],
    };
    desk.say(Phrase::Erased { upcoming }, choices);
}

fn upcoming(desk: &Desk<'_>) -> u32 {
    let own = desk.view.resident.id;
    let own = desk.view.reservations.iter().filter(|r| r.resident == own);
    u32::try_from(own.count()).unwrap_or(u32::MAX)
}
