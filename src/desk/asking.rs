//! Questions: the answer, "did you mean", a choice of three, or an honest "no answer".

use chrono::NaiveDate;

use super::booking;
use super::care::{self, Pick};
use super::case::trigger::Trigger;
use super::choice::Choice;
use super::decide::Desk;
use super::faq::{Action, EntryId, Link, Subject};
use super::feedback::{self, About, Verdict};
use super::heard::HeardKind;
use super::mask::mask_telephones;
use super::person;
use super::phrase::Phrase;
use super::procedure::Procedure;
use super::talk::{Aside, Dialogue};
use super::view::{MissKind, Missed, Turn};

/// Shows an entry: its approved text, verbatim, or the honest reason why not.
pub fn show(desk: &mut Desk<'_>, id: &EntryId) {
    desk.note(Turn::Answer);
    leave_question(desk);
    let Some(entry) = desk.view.corpus.entry(id).cloned() else {
        miss(desk);
        return;
    };
    desk.talk.misses = 0;
    let mut choices = links(desk, &entry.links);
    choices.extend(About::Answer(id.clone()).choices());
    match entry.showable(desk.language, desk.today()) {
        Some(shown) => {
            desk.talk.remember_shown(id.clone());
            desk.shown.push(id.clone());
            if shown.language == desk.language {
                desk.say(Phrase::Answer { entry: id.clone() }, choices);
            } else {
                desk.say(Phrase::AnswerElsewhere { entry: id.clone() }, choices);
            }
        }
        None => {
            let phone = desk.phone();
            desk.say(
                Phrase::AnswerWithheld {
                    entry: id.clone(),
                    phone,
                },
                vec![Choice::Action(Action::Staff)],
            );
        }
    }
    if entry.risk {
        person::risk(desk, id);
    }
    booking::offer_resume(desk);
}

/// Where an entry leads on to.
pub fn links_of(desk: &Desk<'_>, id: &EntryId) -> Vec<Choice> {
    let entry = desk.view.corpus.entry(id);
    entry.map_or_else(Vec::new, |entry| links(desk, &entry.links))
}

fn links(desk: &Desk<'_>, links: &[Link]) -> Vec<Choice> {
    let in_form = booking::is_under_way(desk);
    links
        .iter()
        .filter_map(|link| match link {
            // In the middle of a form the way back is offered instead of a second form.
            Link::Action(_) if in_form => None,
            Link::Action(action) => Some(Choice::Action(*action)),
            Link::Entry(id) => desk
                .view
                .corpus
                .entry(id)
                .map(|_| Choice::Entry(id.clone())),
        })
        .collect()
}

/// "Did you mean …?"
pub fn confirm(desk: &mut Desk<'_>, id: &EntryId) {
    desk.note(Turn::Confirm);
    if is_busy(desk) {
        desk.talk.aside = Some(Aside::DidYouMean(id.clone()));
    } else {
        desk.talk.dialogue = Dialogue::Confirming { entry: id.clone() };
    }
    desk.say(
        Phrase::DidYouMean { entry: id.clone() },
        vec![Choice::Entry(id.clone()), Choice::NoneOfThese],
    );
}

/// Up to three titles and "none of these".
pub fn choose(desk: &mut Desk<'_>, subjects: &[Subject]) {
    desk.note(Turn::Choose);
    leave_question(desk);
    let mut choices: Vec<Choice> = subjects
        .iter()
        .map(|subject| match subject {
            Subject::Entry(id) => Choice::Entry(id.clone()),
            Subject::Action(action) => Choice::Action(*action),
        })
        .collect();
    // One candidate is a question back, not a choice.
    if let [Choice::Entry(only)] = &choices[..] {
        confirm(desk, &only.clone());
        return;
    }
    choices.push(Choice::NoneOfThese);
    desk.talk.aside = Some(Aside::WhichOne);
    desk.say(Phrase::ChooseOne, choices);
}

/// The list did not help: that is a miss as well.
pub fn none_of_these(desk: &mut Desk<'_>) {
    leave_question(desk);
    missed(desk, MissKind::NoneOfThese, None);
    unanswered(desk, Trigger::NoneOfThese);
}

/// The answer did not help: people are offered, the other topics that were near, and the reasons to pick from.
pub fn unhelpful(desk: &mut Desk<'_>, about: &EntryId) {
    desk.note(Turn::Miss);
    if desk.talk.shown.last() != Some(about) || desk.talk.misses > 0 {
        // The button of an older answer says nothing about the newest question.
        desk.talk.last_question.clear();
        desk.talk.last_nearest.clear();
    }
    missed(desk, MissKind::Unhelpful, Some(about));
    desk.talk.remember_unhelpful(about.clone());
    let answer = About::Answer(about.clone());
    let mut choices = ways_on(desk, about);
    if feedback::rate(desk, &answer, Verdict::Bad(None)) {
        choices.extend(answer.reasons());
    }
    desk.say(Phrase::FeedbackNoted, choices);
    booking::offer_resume(desk);
}

/// Where somebody may find what an answer did not say: the other topics that were near, and people.
pub fn ways_on(desk: &Desk<'_>, about: &EntryId) -> Vec<Choice> {
    let others = desk
        .talk
        .last_nearest
        .iter()
        .filter_map(|(name, _)| EntryId::read(name))
        .filter(|id| id != about && desk.view.corpus.entry(id).is_some());
    let mut choices: Vec<Choice> = others.take(2).map(Choice::Entry).collect();
    choices.push(Choice::Action(Action::Staff));
    choices
}

/// Keeps the question for the review of the FAQ.
fn missed(desk: &mut Desk<'_>, kind: MissKind, about: Option<&EntryId>) {
    desk.outcome.missed = Some(Missed {
        kind,
        text: mask_telephones(&desk.talk.last_question),
        about: about.cloned(),
        nearest: desk.talk.last_nearest.clone(),
    });
}

/// No reviewed answer to what was typed.
pub fn miss(desk: &mut Desk<'_>) {
    if desk.heard.kind == HeardKind::Text {
        missed(desk, MissKind::NoAnswer, None);
    }
    unanswered(desk, Trigger::Misses);
}

/// The second miss in a row calls a person.
fn unanswered(desk: &mut Desk<'_>, trigger: Trigger) {
    desk.note(Turn::Miss);
    desk.talk.misses = desk.talk.misses.saturating_add(1);
    let asked = desk.talk.last_question.clone();
    if !asked.is_empty() && desk.talk.missed.last() != Some(&asked) {
        desk.talk.remember_missed(asked);
    }
    let in_form = booking::is_under_way(desk);
    if in_form && !desk.heard.is_question && desk.talk.misses < desk.rules.person.misses_max {
        desk.say(Phrase::Unclear, Vec::new());
        booking::ask_again(desk);
        return;
    }
    if desk.view.case.is_some() {
        person::note_waiting(desk);
    } else if desk.talk.misses >= desk.rules.person.misses_max {
        let trigger = if in_form {
            Trigger::FormTrouble
        } else {
            trigger
        };
        person::after_misses(desk, trigger);
    } else {
        let phone = desk.phone();
        let all = [Action::Staff, Action::Book, Action::Documents];
        let choices = if in_form {
            Vec::new()
        } else {
            all.map(Choice::Action).to_vec()
        };
        desk.say(Phrase::NoAnswer { phone }, choices);
    }
    booking::offer_resume(desk);
}

/// Whether the counter is open on a day, by the calendar as it stands now.
pub fn opening(desk: &mut Desk<'_>, day: NaiveDate) {
    desk.note(Turn::Answer);
    leave_question(desk);
    desk.talk.misses = 0;
    // Where nobody names an office, the first one of the city is meant.
    let calendar = &desk.rules.calendar;
    let hours = match desk.rules.offices.first() {
        Some(office) => calendar.hours_at(&office.id, day),
        None => calendar.hours(day),
    };
    let phrase = match hours {
        Ok(hours) => Phrase::DayOpen { day, hours },
        Err(why) => Phrase::DayClosed { day, why },
    };
    let choices = if booking::is_under_way(desk) {
        Vec::new()
    } else {
        vec![Choice::Action(Action::Book)]
    };
    desk.say(phrase, choices);
    booking::offer_resume(desk);
}

/// Which procedure the documents are for.
pub fn documents_ask(desk: &mut Desk<'_>) {
    let named = match &desk.talk.dialogue {
        Dialogue::Booking(form) if desk.heard.procedures.is_empty() => form.procedures.clone(),
        _ => desk.heard.procedures.clone(),
    };
    if let [procedure] = named[..] {
        documents(desk, procedure);
        return;
    }
    let choices = desk
        .rules
        .procedures()
        .into_iter()
        .map(Choice::Documents)
        .collect();
    if !is_busy(desk) {
        desk.talk.dialogue = Dialogue::Documents;
    }
    desk.say(Phrase::DocumentsAsk, choices);
}

/// The document list of a procedure.
pub fn documents(desk: &mut Desk<'_>, procedure: Procedure) {
    desk.note(Turn::Action);
    leave_question(desk);
    let has_one = !desk.view.reservations.is_empty();
    let own = desk.view.reservations.iter();
    let check = own
        .filter(|r| r.procedures.contains(&procedure))
        .map(|r| Choice::Care(Pick::Papers(r.id)))
        .next();
    let choices = if has_one || is_busy(desk) {
        check.into_iter().collect()
    } else {
        vec![Choice::Action(Action::Book)]
    };
    desk.say(Phrase::Documents { procedure }, choices);
    booking::offer_resume(desk);
}

/// Whether a form or a helper waits for an answer.
fn is_busy(desk: &Desk<'_>) -> bool {
    booking::is_under_way(desk) || care::is_under_way(desk)
}

/// A question back has been answered by something else.
fn leave_question(desk: &mut Desk<'_>) {
    if matches!(
        desk.talk.dialogue,
        Dialogue::Confirming { .. } | Dialogue::Documents | Dialogue::Language
    ) {
        desk.talk.dialogue = Dialogue::Idle;
    }
}
