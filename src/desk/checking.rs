//! The document check as a conversation: who comes, then a list to tick off, then what is missing.

use std::collections::BTreeSet;

use super::care::{self, CareChange, CareStep, Papers, Pick, Said};
use super::choice::Choice;
use super::decide::Desk;
use super::documents::{self, Item, Need, Visitor};
use super::faq::Action;
use super::manage;
use super::procedure::Procedure;
use super::view::Change;
use crate::ids::ReservationId;

/// Begins the check for a reservation, with what was ticked off before.
pub fn begin(desk: &mut Desk<'_>, reservation: ReservationId) {
    let kept = desk.view.care.checks.iter();
    let ticked = kept.filter(|(id, _)| *id == reservation);
    let ticked = ticked.map(|(_, item)| *item).collect();
    let visitor = None;
    ask(
        desk,
        Papers {
            reservation,
            visitor,
            ticked,
        },
    );
}

/// Who comes.
pub fn visitor(desk: &mut Desk<'_>, reservation: ReservationId, visitor: Visitor) {
    let mut papers = under_way(desk, reservation);
    papers.visitor = Some(visitor);
    ask(desk, papers);
}

/// Ticks a thing off, or takes the tick back.
pub fn tick(desk: &mut Desk<'_>, reservation: ReservationId, item: Item) {
    let mut papers = under_way(desk, reservation);
    if !papers.ticked.remove(&item) {
        papers.ticked.insert(item);
    }
    ask(desk, papers);
}

/// Says what is missing, and keeps what is not.
pub fn done(desk: &mut Desk<'_>, reservation: ReservationId) {
    let papers = under_way(desk, reservation);
    let Some(procedures) = procedures(desk, reservation) else {
        return;
    };
    let Some(visitor) = papers.visitor else {
        ask(desk, papers);
        return;
    };
    let needs = documents::needs_for(&procedures, visitor);
    let list = documents::items(&needs);
    let ticked: BTreeSet<Item> = papers
        .ticked
        .into_iter()
        .filter(|item| list.contains(item))
        .collect();
    let missing = documents::missing(&needs, &ticked);
    let perhaps = needs.iter().filter_map(|need| match need {
        Need::Perhaps(item) if !ticked.contains(item) => Some(*item),
        _ => None,
    });
    let perhaps = perhaps.collect();
    desk.change(Change::Care(CareChange::KeepChecks(reservation, ticked)));
    if missing.is_empty() {
        care::say(desk, Said::PapersComplete { perhaps }, Vec::new());
    } else {
        let mut choices = vec![Choice::Care(Pick::Papers(reservation))];
        // Whoever is here already does not come another day for it without having asked.
        if desk.view.reservations.iter().any(|r| r.id == reservation) {
            choices.push(Choice::Change(reservation));
        }
        choices.push(Choice::Action(Action::Staff));
        let phone = desk.phone();
        let said = Said::PapersMissing {
            needs: missing,
            phone,
        };
        care::say(desk, said, choices);
    }
    care::finish(desk);
}

/// The check of this reservation as it stands; an old message's button begins it again.
fn under_way(desk: &Desk<'_>, reservation: ReservationId) -> Papers {
    match care::step(desk) {
        Some(CareStep::Papers(papers)) if papers.reservation == reservation => papers,
        _ => Papers {
            reservation,
            visitor: None,
            ticked: BTreeSet::new(),
        },
    }
}

/// Asks who comes, or shows the list.
pub fn ask(desk: &mut Desk<'_>, papers: Papers) {
    let Some(procedures) = procedures(desk, papers.reservation) else {
        return;
    };
    let id = papers.reservation;
    let mut visitors = documents::visitors_for(&procedures);
    // The city may allow fewer than the law.
    visitors.retain(|visitor| {
        let mut each = procedures.iter().map(|p| desk.rules.procedure(*p));
        each.all(|rules| rules.who.contains(visitor))
    });
    let visitor = papers.visitor.filter(|visitor| visitors.contains(visitor));
    let (said, mut choices): (Said, Vec<Choice>) = match visitor {
        None => {
            let picks = visitors.into_iter().map(|v| Pick::Visitor(id, v));
            let picks = picks.map(Choice::Care).collect();
            (Said::AskVisitor { procedures }, picks)
        }
        Some(visitor) => {
            let needs = documents::needs_for(&procedures, visitor);
            let items = documents::items(&needs);
            let picks = items.iter().map(|item| Pick::Tick(id, *item));
            let picks = picks.chain([Pick::Ticked(id)]);
            let picks = picks.map(Choice::Care).collect();
            let list = items
                .into_iter()
                .map(|item| (item, papers.ticked.contains(&item)))
                .collect();
            let said = Said::Papers {
                procedures,
                visitor,
                list,
            };
            (said, picks)
        }
    };
    choices.extend([Choice::Back, Choice::Stop]);
    care::go(desk, CareStep::Papers(papers));
    care::say_instead(desk, said, choices);
}

/// What the reservation is for; one that is over is said and the check ends.
fn procedures(desk: &mut Desk<'_>, id: ReservationId) -> Option<Vec<Procedure>> {
    let own = desk.view.reservations.iter().find(|r| r.id == id);
    if let Some(found) = own {
        return Some(found.procedures.clone());
    }
    // While one waits: the visit that was checked in, or a ticket without a reservation, whose papers are kept under its id.
    let ticket = desk.view.queue.ticket.as_ref().filter(|ticket| {
        ticket.is_open() && ticket.reservation().map_or(ticket.id.0, |own| own.0) == id.0
    });
    if let Some(ticket) = ticket {
        return Some(ticket.procedures.clone());
    }
    care::leave(desk);
    manage::find(desk, id);
    None
}
