//! How many people come, and for how many one resident may reserve: people are counted, not addresses.

use super::booking::drop_hold;
use super::choice::Choice;
use super::decide::Desk;
use super::faq::Action;
use super::phrase::Phrase;
use super::talk::{Form, Purpose};

/// Whether the resident has as many reservations as anybody may have; says so.
pub fn is_at_limit(desk: &mut Desk<'_>) -> bool {
    let rules = &desk.rules.booking;
    let (most, most_people) = (rules.reservations_max, rules.people_open_max);
    let choices = vec![Choice::Action(Action::MyReservation)];
    if desk.view.reservations.len() >= usize::from(most) {
        desk.say(Phrase::LimitReached { most }, choices);
        return true;
    }
    if open_people(desk, Purpose::New) >= u16::from(most_people) {
        let phone = desk.phone();
        desk.say(
            Phrase::PeopleLimit {
                most: most_people,
                phone,
            },
            choices,
        );
        return true;
    }
    false
}

/// For how many people the resident has open reservations, beside the one that is being moved.
fn open_people(desk: &Desk<'_>, purpose: Purpose) -> u16 {
    let others = desk.view.reservations.iter();
    let others = others.filter(|r| purpose != Purpose::Change(r.id));
    others.map(|r| u16::from(r.people)).sum()
}

/// So many people come; more than fit in a visit, or than anybody may have reservations for, is said and not kept.
pub fn set_people(desk: &mut Desk<'_>, form: &mut Form, people: u8) {
    form.counting = false;
    if people == form.people || people == 0 {
        return;
    }
    let rules = &desk.rules.booking;
    let (most, most_open) = (rules.people_max, rules.people_open_max);
    let phone = desk.phone();
    if people > most {
        desk.say(
            Phrase::PeopleTooMany { most, phone },
            vec![Choice::Action(Action::Staff)],
        );
    } else if open_people(desk, form.purpose) + u16::from(people) > u16::from(most_open) {
        let most = most_open;
        desk.say(
            Phrase::PeopleLimit { most, phone },
            vec![Choice::Action(Action::Staff)],
        );
    } else {
        form.people = people;
        drop_hold(desk, form);
    }
}

/// Asks how many people come.
pub fn ask_people(desk: &mut Desk<'_>) {
    let most = desk.rules.booking.people_max;
    let mut choices: Vec<Choice> = (1..=most).map(Choice::People).collect();
    choices.push(Choice::Back);
    desk.say_instead(Phrase::AskPeople { most }, choices);
}
