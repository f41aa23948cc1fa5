//! A ticket without a reservation, asked for in a conversation, and how long the wait is.

use std::sync::Arc;

use super::admission::{Admission, AskerKind, Decided, Reason, admit_from_afar};
use super::check_in::check_in;
use super::estimate::Asker;
use super::floor::{QueueChange, TicketWish};
use super::issue::Here;
use super::line::Line;
use super::nearest::nearest;
use super::said::{OfficeNow, Said};
use super::talk::{Asking, Pick, after, change, live, say, show, without_ticket};
use super::ticket::Needs;
use crate::desk::booking;
use crate::desk::care;
use crate::desk::choice::Choice;
use crate::desk::decide::Desk;
use crate::desk::faq::Action;
use crate::desk::lexicon::Headcount;
use crate::desk::procedure::Procedure;
use crate::desk::rules::OfficeId;
use crate::desk::talk::{Dialogue, Form};

/// Asks again what is open about a ticket; false where nothing is.
pub fn resume(desk: &mut Desk<'_>) -> bool {
    match asking(desk) {
        Some(asking) => {
            offer(desk, asking);
            true
        }
        None => false,
    }
}

/// "I want a ticket."
pub fn ticket(desk: &mut Desk<'_>) {
    if live(desk).is_some() {
        return show(desk);
    }
    // Whoever has reserved for today checks in.
    if !desk.view.queue.today.is_empty() {
        return check_in(desk);
    }
    if let Dialogue::Booking(form) = std::mem::take(&mut desk.talk.dialogue) {
        desk.release(&form);
    }
    let named = desk.heard.office.clone();
    let gives = |line: &&Arc<Line>| {
        let office = desk.rules.office(&line.office);
        office.is_some_and(|office| office.series.walk_in.is_some())
    };
    let first = desk
        .view
        .queue
        .lines
        .iter()
        .find(gives)
        .map(|l| l.office.clone());
    let Some(office) = named.or(first) else {
        return say(desk, Said::NoTicket, after());
    };
    let people = match desk.heard.people {
        Headcount::Said(n) => n.clamp(1, desk.rules.booking.people_max),
        _ => 1,
    };
    desk.talk.dialogue = Dialogue::Ticket(Box::new(Asking {
        office,
        procedure: None,
        people,
        serial: 0,
    }));
    match desk.heard.procedures[..] {
        [procedure] => for_procedure(desk, procedure),
        _ => ask_procedure(desk),
    }
}

fn asking(desk: &Desk<'_>) -> Option<Asking> {
    match &desk.talk.dialogue {
        Dialogue::Ticket(asking) => Some(Asking::clone(asking)),
        _ => None,
    }
}

fn ask_procedure(desk: &mut Desk<'_>) {
    let Some(asking) = asking(desk) else {
        return ticket(desk);
    };
    let line = desk.view.queue.line(&asking.office).cloned();
    // Whoever would be sent away for any procedure hears it at once.
    let office = desk.rules.office(&asking.office);
    let procedures: Vec<Procedure> =
        office.map_or_else(Vec::new, |o| o.procedures.iter().copied().collect());
    if let (Some(line), Some(first)) = (line, procedures.first().copied())
        && let Admission::Refused(reason) = judge(desk, &line, first, 1)
        && !matches!(reason, Reason::BookedDelayed | Reason::DayEnds)
    {
        return refuse(desk, &asking.office, reason, (&[], 1));
    }
    let choices = procedures
        .into_iter()
        .map(|p| Choice::Queue(Pick::For(p)))
        .chain([Choice::Stop])
        .collect();
    let office = asking.office;
    say(desk, Said::AskProcedure { office }, choices);
}

fn judge(desk: &Desk<'_>, line: &Line, procedure: Procedure, people: u8) -> Admission {
    let asker = Asker {
        procedures: vec![procedure],
        people,
    };
    admit_from_afar(desk.rules, line, &asker, desk.now)
}

pub(super) fn for_procedure(desk: &mut Desk<'_>, procedure: Procedure) {
    let Some(mut asking) = asking(desk) else {
        return ticket(desk);
    };
    asking.procedure = Some(procedure);
    offer(desk, asking);
}

pub(super) fn for_people(desk: &mut Desk<'_>, n: u8) {
    let Some(mut asking) = asking(desk) else {
        return ticket(desk);
    };
    asking.people = n.clamp(1, desk.rules.booking.people_max);
    if asking.procedure.is_some() {
        offer(desk, asking);
    } else {
        desk.talk.dialogue = Dialogue::Ticket(Box::new(asking));
        ask_procedure(desk);
    }
}

/// Tells the range before anybody takes a ticket, or why there is none.
fn offer(desk: &mut Desk<'_>, mut asking: Asking) {
    let (Some(procedure), Some(line)) = (
        asking.procedure,
        desk.view.queue.line(&asking.office).cloned(),
    ) else {
        return ask_procedure(desk);
    };
    match judge(desk, &line, procedure, asking.people) {
        Admission::Admitted(wait) => {
            asking.serial = desk.talk.next_serial();
            let said = Said::AskTicket {
                office: asking.office.clone(),
                procedure,
                people: asking.people,
                waiting: line.waiting().count(),
                wait: wait.told(),
            };
            let mut choices = vec![Choice::Queue(Pick::Take(asking.serial))];
            let more = (1..=desk.rules.booking.people_max).filter(|n| *n != asking.people);
            choices.extend(more.map(|n| Choice::Queue(Pick::People(n))));
            choices.push(Choice::Care(care::Pick::BookFor(vec![procedure])));
            choices.push(Choice::Stop);
            desk.talk.dialogue = Dialogue::Ticket(Box::new(asking));
            say(desk, said, choices);
        }
        Admission::Refused(reason) => {
            refuse(desk, &asking.office, reason, (&[procedure], asking.people))
        }
    }
}

fn refuse(
    desk: &mut Desk<'_>,
    office: &OfficeId,
    reason: Reason,
    (procedures, people): (&[Procedure], u8),
) {
    // A reservation for the same is one tap away, and so is the waiting list.
    desk.talk.dialogue = if procedures.is_empty() {
        Dialogue::Idle
    } else {
        Dialogue::Booking(Box::new(Form {
            procedures: procedures.to_vec(),
            office: Some(office.clone()),
            people,
            ..Form::default()
        }))
    };
    // What was refused is kept for the report, as what was given is.
    let decided = Decided {
        at: desk.now,
        admission: Admission::Refused(reason),
        asker: AskerKind::Phone,
        reason: String::new(),
    };
    change(desk, QueueChange::Decided(office.clone(), decided, None));
    let free = if procedures.is_empty() {
        Vec::new()
    } else {
        nearest(
            desk.rules,
            desk.view.book,
            procedures,
            people,
            desk.now,
            reason,
            3,
        )
    };
    let said = Said::Refused {
        office: office.clone(),
        reason,
        phone: desk.phone(),
        free,
    };
    let book = if procedures.is_empty() {
        Choice::Action(Action::Book)
    } else {
        Choice::Care(care::Pick::BookFor(procedures.to_vec()))
    };
    let mut choices = vec![book];
    choices.extend((!procedures.is_empty()).then_some(Choice::WaitAny));
    choices.push(Choice::Action(Action::Staff));
    say(desk, said, choices);
}

/// Gives the ticket that was offered; an old button's number no longer fits.
pub(super) fn take(desk: &mut Desk<'_>, serial: u32) {
    let asked = asking(desk).filter(|asking| asking.serial == serial);
    let Some(Asking {
        office,
        procedure: Some(procedure),
        people,
        ..
    }) = asked
    else {
        return match (live(desk), asking(desk)) {
            (Some(_), _) => show(desk),
            (None, Some(asking)) => offer(desk, asking),
            (None, None) => ticket(desk),
        };
    };
    let Some(line) = desk.view.queue.line(&office).cloned() else {
        return desk.stale();
    };
    let wish = TicketWish {
        procedures: vec![procedure],
        people,
        language: desk.language,
        needs: Needs::default(),
        resident: Some(desk.view.resident.id),
        from: AskerKind::Phone,
        beyond: None,
    };
    let here = Here {
        rules: desk.rules,
        line: &line,
        now: desk.now,
    };
    let (changes, given) = here.issue(&wish, desk.ids);
    match given {
        Ok(ticket) => {
            desk.talk.dialogue = Dialogue::Idle;
            let said = Said::issued(desk.rules, &line, &ticket, desk.now);
            let choices = said.choices(&ticket);
            changes.into_iter().for_each(|change| desk.change(change));
            say(desk, said, choices);
        }
        Err(reason) => refuse(desk, &office, reason, (&[procedure], people)),
    }
}

/// "How long is the wait?" For somebody with a ticket it is theirs.
pub fn wait_time(desk: &mut Desk<'_>) {
    if live(desk).is_some() {
        return show(desk);
    }
    let lines = desk.view.queue.lines.clone();
    // Whoever names an office asks about that one.
    let named = desk.heard.office.clone();
    let is_asked = |line: &&Arc<Line>| named.as_ref().is_none_or(|office| line.office == *office);
    let now = |line: &Arc<Line>| office_now(desk, line);
    let offices: Vec<OfficeNow> = lines.iter().filter(is_asked).filter_map(now).collect();
    let mut choices = without_ticket(desk);
    let gives = offices.iter().any(|office| office.walk_in.is_ok());
    choices.retain(|c| gives || *c != Choice::Action(Action::Ticket));
    let phone = desk.phone();
    say(desk, Said::Now { offices, phone }, choices);
    booking::offer_resume(desk);
}

fn office_now(desk: &Desk<'_>, line: &Line) -> Option<OfficeNow> {
    let office = desk.rules.office(&line.office)?;
    let named = desk.heard.procedures.first();
    let named = named.filter(|procedure| office.procedures.contains(procedure));
    let procedure = *named.or(office.procedures.iter().next())?;
    let walk_in = match judge(desk, line, procedure, 1) {
        Admission::Admitted(wait) => Ok(wait.told()),
        Admission::Refused(reason) => Err(reason),
    };
    Some(OfficeNow {
        office: line.office.clone(),
        waiting: line.waiting().count(),
        walk_in,
    })
}
