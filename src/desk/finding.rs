//! The case finder as a conversation: one question after the other, a way back, and on into the reservation form.

use super::booking;
use super::care::{self, CareStep, Pick, Said};
use super::choice::Choice;
use super::decide::Desk;
use super::faq::Action;
use super::finder::{self, Answer, Finding, Next, Place};

/// Begins with the first question.
pub fn begin(desk: &mut Desk<'_>) {
    go_on(desk, Vec::new());
}

/// Whether these answers lead to one more question.
#[must_use]
pub fn is_open(path: &[Answer]) -> bool {
    matches!(finder::next(path), Some(Next::Ask(_)))
}

/// The answer to the question that was asked last. A button of an earlier question takes up from there.
pub fn answer(desk: &mut Desk<'_>, answer: Answer) {
    let mut path = match care::step(desk) {
        Some(CareStep::Finder(path)) => path,
        // The first question's buttons begin a search of their own.
        _ => Vec::new(),
    };
    loop {
        let mut longer = path.clone();
        longer.push(answer);
        if finder::next(&longer).is_some() {
            go_on(desk, longer);
            return;
        }
        if path.pop().is_none() {
            desk.stale();
            return;
        }
    }
}

/// Says what follows from the answers so far.
pub fn go_on(desk: &mut Desk<'_>, path: Vec<Answer>) {
    let next = finder::next(&path);
    let is_first = path.is_empty();
    match next {
        Some(Next::Ask(question)) => {
            let answers = question.answers().iter();
            let mut choices: Vec<Choice> = answers
                .map(|answer| Choice::Care(Pick::Answer(*answer)))
                .collect();
            if !is_first {
                choices.push(Choice::Back);
            }
            choices.push(Choice::Stop);
            care::go(desk, CareStep::Finder(path));
            care::say_instead(desk, Said::Find(question), choices);
        }
        Some(Next::Found(finding)) => {
            care::go(desk, CareStep::Finder(path));
            found(desk, finding);
        }
        Some(Next::Elsewhere(place)) => {
            care::go(desk, CareStep::Finder(path));
            elsewhere(desk, place);
        }
        // A conversation kept by an older version whose tree was another one.
        None => begin(desk),
    }
}

fn found(desk: &mut Desk<'_>, finding: Finding) {
    // What no office of the city does cannot be reserved.
    if desk.rules.offices_for(&finding.procedures).is_empty() {
        elsewhere(desk, Place::Staff);
        return;
    }
    let minutes = desk.rules.minutes(&finding.procedures, 1);
    let choices = vec![
        Choice::Care(Pick::BookFor(finding.procedures.clone())),
        Choice::Back,
        Choice::Action(Action::Staff),
    ];
    care::say_instead(desk, Said::Found { finding, minutes }, choices);
}

fn elsewhere(desk: &mut Desk<'_>, place: Place) {
    let phone = desk.phone();
    let mut choices = match place {
        Place::ExpiryHelper => vec![Choice::Care(Pick::Expiry)],
        _ => Vec::new(),
    };
    choices.extend([Choice::Back, Choice::Action(Action::Staff)]);
    care::say_instead(desk, Said::Elsewhere { place, phone }, choices);
    // A reservation that was begun for something else is not forgotten.
    if place != Place::ExpiryHelper && has_form(desk) {
        care::leave(desk);
        booking::offer_resume(desk);
    }
}

/// Whether a form that already says what for waits.
fn has_form(desk: &Desk<'_>) -> bool {
    use super::talk::Dialogue;
    matches!(&desk.talk.dialogue, Dialogue::Care(care)
        if care.form.as_ref().is_some_and(|form| !form.procedures.is_empty()))
}
