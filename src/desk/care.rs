//! What people may want to know around a visit: how long a card lasts (`expiring`), which procedure they need
//! (`finding`), whether they have all papers (`checking`). This file is what the three have in common: where such a
//! conversation stands, its buttons, its phrases, what of it is kept.
//!
//! A reservation form that was under way is set aside and goes on afterwards. Dates that somebody types are read and
//! forgotten: neither the words nor a birth date are kept.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::booking;
use super::case::callback::read_phone;
use super::choice::Choice;
use super::decide::Desk;
use super::documents::{Item, Need, Visitor};
use super::expiring::{self, Asked, Line};
use super::faq::Subject;
use super::finder::{Answer, Finding, Place, Question};
use super::heard::{Heard, HeardKind};
use super::phrase::Phrase;
use super::procedure::Procedure;
use super::renewal::{Month, Renewal, RenewalKind};
use super::retrieval::Verdict;
use super::talk::{Dialogue, Form};
use super::view::{Turn, View};
use super::{checking, finding};
use crate::ids::{ReservationId, ResidentId};

/// What stands in the place of words that may hold a birth date.
pub use super::mask::MASK as HIDDEN;

/// A conversation of one of the three kinds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Care {
    pub step: CareStep,
    /// A reservation form that waits for the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Box<Form>>,
}

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CareStep {
    Expiry(Asked),
    /// The answers so far.
    Finder(Vec<Answer>),
    Papers(Papers),
}

/// A list being ticked off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Papers {
    pub reservation: ReservationId,
    pub visitor: Option<Visitor>,
    pub ticked: BTreeSet<Item>,
}

/// What is known of a resident beside their reservations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Which reminders they asked for.
    pub renewals: Vec<(RenewalKind, Month)>,
    /// What they ticked off for their reservations.
    pub checks: Vec<(ReservationId, Item)>,
}

/// What of it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CareChange {
    KeepRenewal(Renewal),
    DropRenewal(ResidentId, RenewalKind),
    RenewalSent(Renewal),
    RenewalDropped(Renewal, &'static str),
    KeepChecks(ReservationId, BTreeSet<Item>),
}

/// What somebody has of their card's dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Have {
    Printed,
    BirthAndIssue,
    PeriodOfStay,
}

/// Where the permit to stay on stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permit {
    Granted,
    Pending,
    NotYet,
}

/// How two numbers before a year are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    DayFirst,
    MonthFirst,
}

/// The buttons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    Expiry,
    Have(Have),
    /// The card was renewed in the last three months of the one before.
    Renewed(bool),
    Permit(Permit),
    Order(Order),
    Remind(RenewalKind, Month),
    Unremind(RenewalKind),
    Finder,
    Answer(Answer),
    /// On into the reservation form.
    BookFor(Vec<Procedure>),
    Papers(ReservationId),
    Visitor(ReservationId, Visitor),
    Tick(ReservationId, Item),
    Ticked(ReservationId),
}

/// How the codes of these buttons begin.
const KINDS: [&str; 3] = ["e", "w", "g"];

impl Pick {
    /// The code that travels: `e` for the dates, `w` for which procedure, `g` for what to bring.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Pick::Expiry => "e".into(),
            Pick::Have(Have::Printed) => "e.printed".into(),
            Pick::Have(Have::BirthAndIssue) => "e.birth".into(),
            Pick::Have(Have::PeriodOfStay) => "e.stay".into(),
            Pick::Renewed(true) => "e.renewed".into(),
            Pick::Renewed(false) => "e.first".into(),
            Pick::Permit(Permit::Granted) => "e.granted".into(),
            Pick::Permit(Permit::Pending) => "e.pending".into(),
            Pick::Permit(Permit::NotYet) => "e.not-yet".into(),
            Pick::Order(Order::DayFirst) => "e.dm".into(),
            Pick::Order(Order::MonthFirst) => "e.md".into(),
            Pick::Remind(kind, month) => format!("e.{}.{month}", kind.id()),
            Pick::Unremind(kind) => format!("e.{}.no", kind.id()),
            Pick::Finder => "w".into(),
            Pick::Answer(answer) => format!("w.{}", answer.id()),
            Pick::BookFor(procedures) => {
                let ids: Vec<&str> = procedures.iter().map(|p| p.id()).collect();
                format!("w.book.{}", ids.join(","))
            }
            Pick::Papers(id) => format!("g.{id}"),
            Pick::Visitor(id, visitor) => format!("g.{id}.{}", visitor.id()),
            Pick::Tick(id, item) => format!("g.{id}.{}", item.id()),
            Pick::Ticked(id) => format!("g.{id}.all"),
        }
    }

    /// Reads a code that begins like one of these.
    #[must_use]
    pub fn read(kind: &str, value: &str) -> Option<Pick> {
        if !KINDS.contains(&kind) {
            return None;
        }
        let parts = value.split_once('.');
        Some(match (kind, value, parts) {
            ("e", "", _) => Pick::Expiry,
            ("e", "printed", _) => Pick::Have(Have::Printed),
            ("e", "birth", _) => Pick::Have(Have::BirthAndIssue),
            ("e", "stay", _) => Pick::Have(Have::PeriodOfStay),
            ("e", "renewed", _) => Pick::Renewed(true),
            ("e", "first", _) => Pick::Renewed(false),
            ("e", "granted", _) => Pick::Permit(Permit::Granted),
            ("e", "pending", _) => Pick::Permit(Permit::Pending),
            ("e", "not-yet", _) => Pick::Permit(Permit::NotYet),
            ("e", "dm", _) => Pick::Order(Order::DayFirst),
            ("e", "md", _) => Pick::Order(Order::MonthFirst),
            ("e", _, Some((kind, "no"))) => Pick::Unremind(RenewalKind::from_id(kind)?),
            ("e", _, Some((kind, month))) => {
                Pick::Remind(RenewalKind::from_id(kind)?, Month::read(month)?)
            }
            ("w", "", _) => Pick::Finder,
            ("w", _, Some(("book", list))) => {
                let procedures = list.split(',').map(Procedure::from_id);
                Pick::BookFor(procedures.collect::<Option<_>>()?)
            }
            ("w", answer, _) => Pick::Answer(Answer::from_id(answer)?),
            ("g", id, None) => Pick::Papers(ReservationId(id.parse().ok()?)),
            ("g", _, Some((id, what))) => {
                let id = ReservationId(id.parse().ok()?);
                match (Visitor::from_id(what), Item::from_id(what)) {
                    _ if what == "all" => Pick::Ticked(id),
                    (Some(visitor), _) => Pick::Visitor(id, visitor),
                    (None, Some(item)) => Pick::Tick(id, item),
                    (None, None) => return None,
                }
            }
            _ => return None,
        })
    }
}

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Back to what was under way.
    Resume,
    ExpiryAsk,
    AskPrinted,
    AskIssued,
    AskRenewed,
    AskBirth,
    AskStay,
    AskPermit {
        end: NaiveDate,
    },
    /// Two numbers before a year.
    AskOrder {
        day_first: NaiveDate,
        month_first: NaiveDate,
    },
    /// The same of a birth date, which is not repeated.
    AskBirthOrder,
    DateUnclear,
    DateImplausible,
    Expires(Vec<Line>),
    RemindKept {
        kind: RenewalKind,
        month: Month,
    },
    RemindDropped {
        kind: RenewalKind,
    },
    /// The message of the month itself.
    RenewalDue {
        kind: RenewalKind,
    },
    Find(Question),
    Found {
        finding: Finding,
        minutes: u16,
    },
    Elsewhere {
        place: Place,
        phone: String,
    },
    AskVisitor {
        procedures: Vec<Procedure>,
    },
    Papers {
        procedures: Vec<Procedure>,
        visitor: Visitor,
        list: Vec<(Item, bool)>,
    },
    PapersComplete {
        perhaps: Vec<Item>,
    },
    PapersMissing {
        needs: Vec<Need>,
        phone: String,
    },
}

impl Said {
    /// The message id in the locale files.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Said::Resume => "care-resume",
            Said::ExpiryAsk => "expiry-ask",
            Said::AskPrinted => "expiry-ask-printed",
            Said::AskIssued => "expiry-ask-issued",
            Said::AskRenewed => "expiry-ask-renewed",
            Said::AskBirth => "expiry-ask-birth",
            Said::AskStay => "expiry-ask-stay",
            Said::AskPermit { .. } => "expiry-ask-permit",
            Said::AskOrder { .. } => "expiry-ask-order",
            Said::AskBirthOrder => "expiry-ask-birth-order",
            Said::DateUnclear => "expiry-date-unclear",
            Said::DateImplausible => "expiry-date-implausible",
            Said::Expires(_) => "expiry-result",
            Said::RemindKept { .. } => "renewal-kept",
            Said::RemindDropped { .. } => "renewal-dropped",
            Said::RenewalDue { .. } => "renewal-due",
            Said::Find(question) => question.id(),
            Said::Found { .. } => "find-found",
            Said::Elsewhere { place, .. } => place.id(),
            Said::AskVisitor { .. } => "papers-ask-visitor",
            Said::Papers { .. } => "papers-list",
            Said::PapersComplete { .. } => "papers-complete",
            Said::PapersMissing { .. } => "papers-missing",
        }
    }
}

/// Says one of these phrases.
pub fn say(desk: &mut Desk<'_>, said: Said, picks: Vec<Choice>) {
    desk.say(Phrase::Care(said), picks);
}

/// Says it in the place of the message whose button was pressed.
pub fn say_instead(desk: &mut Desk<'_>, said: Said, picks: Vec<Choice>) {
    desk.say_instead(Phrase::Care(said), picks);
}

// Where the conversation stands.

/// Whether one of the three waits for an answer.
#[must_use]
pub fn is_under_way(desk: &Desk<'_>) -> bool {
    match &desk.talk.dialogue {
        Dialogue::Care(care) => match &care.step {
            CareStep::Finder(path) => finding::is_open(path),
            CareStep::Expiry(_) | CareStep::Papers(_) => true,
        },
        _ => false,
    }
}

/// Whether the words of this turn may hold a birth date or a telephone number, so that they must not be kept. What
/// somebody tells a clerk who has taken over is for the clerk.
#[must_use]
pub fn hides(view: &View<'_>, heard: &Heard) -> bool {
    let is_asked = matches!(
        &view.resident.talk.dialogue,
        Dialogue::Care(care) if matches!(&care.step, CareStep::Expiry(_))
    );
    let case = view.case.as_ref();
    let is_relayed = case.is_some_and(super::case::state::Case::is_accepted);
    // The number for a call is read whoever has the case; other words are for the clerk then.
    let is_called = matches!(&view.resident.talk.dialogue, Dialogue::CallBack { .. });
    let is_phone = is_called && (!is_relayed || read_phone(&heard.text).is_some());
    let is_birth = (is_asked || names_year_of_birth(&heard.text)) && !is_relayed;
    (is_phone || is_birth) && heard.kind == HeardKind::Text && heard.command.is_none()
}

/// Whether a text names a year in which somebody may have been born, of our calendar or of an era: with it stands a
/// birthday, wherever in the conversation it is written.
fn names_year_of_birth(text: &str) -> bool {
    let flat: String = unicode_normalization::UnicodeNormalization::nfkc(text).collect();
    let eras = ["明治", "大正", "昭和", "しょうわ", "たいしょう"];
    let mut numbers = flat.split(|c: char| !c.is_ascii_digit());
    let is_year =
        |number: &str| number.len() == 4 && (1900..=2018).contains(&number.parse().unwrap_or(0));
    eras.iter().any(|era| flat.contains(era)) || numbers.any(is_year)
}

/// Goes to a step; a reservation form that was under way is set aside.
pub fn go(desk: &mut Desk<'_>, step: CareStep) {
    let form = match std::mem::take(&mut desk.talk.dialogue) {
        Dialogue::Booking(form) => Some(form),
        Dialogue::Care(care) => care.form,
        _ => None,
    };
    desk.talk.dialogue = Dialogue::Care(Box::new(Care { step, form }));
}

/// Ends it without a word; a form that was set aside is under way again.
pub fn leave(desk: &mut Desk<'_>) {
    if let Dialogue::Care(care) = &mut desk.talk.dialogue {
        let form = care.form.take();
        desk.talk.dialogue = form.map_or(Dialogue::Idle, Dialogue::Booking);
    }
}

/// Ends it after the last word; the form goes on.
pub fn finish(desk: &mut Desk<'_>) {
    leave(desk);
    booking::offer_resume(desk);
}

/// Whether a button has nothing to do with what is under way and ends it.
#[must_use]
pub fn is_ended_by(choice: &Choice) -> bool {
    matches!(
        choice,
        Choice::Procedure(_)
            | Choice::AddProcedure
            | Choice::CountPeople
            | Choice::People(_)
            | Choice::WaitDay(_)
            | Choice::WaitAny
            | Choice::TakeOffer(_)
            | Choice::EraseData
            | Choice::Office(_)
            | Choice::Day(_)
            | Choice::DaysFrom(_)
            | Choice::Time(_)
            | Choice::TimesFrom(_)
            | Choice::Confirm(_)
            | Choice::Change(_)
            | Choice::Cancel(_)
    )
}

// The turns.

/// Hears an answer; false when the text is something else, for example a question.
pub fn hear(desk: &mut Desk<'_>) -> bool {
    let Dialogue::Care(care) = &desk.talk.dialogue else {
        return false;
    };
    let heard = desk.heard;
    let asked = match &care.step {
        CareStep::Expiry(asked) => Some(asked.clone()),
        CareStep::Finder(path) if !finding::is_open(path) => {
            leave(desk);
            return false;
        }
        CareStep::Finder(_) | CareStep::Papers(_) => None,
    };
    if heard.risk.is_some() || heard.code.is_some() {
        return false;
    }
    if let Some(asked) = asked.filter(Asked::awaits_date) {
        if let Some(date) = heard.full_date {
            desk.note(Turn::Form);
            desk.talk.misses = 0;
            expiring::take_date(desk, asked, date);
            return true;
        }
        if is_question(heard) {
            return false;
        }
        // What cannot be read may be a birth date all the same: it is no miss that anybody should look into.
        desk.note(Turn::Form);
        say(desk, Said::DateUnclear, Vec::new());
        ask_again(desk);
        return true;
    }
    if is_question(heard) || heard.is_question {
        return false;
    }
    desk.note(Turn::Form);
    desk.say(Phrase::Unclear, Vec::new());
    ask_again(desk);
    true
}

/// Whether there is an answer or an action for the text. A day alone is no wish to come here.
fn is_question(heard: &Heard) -> bool {
    match heard.understood() {
        Verdict::Direct(Subject::Entry(_)) | Verdict::Confirm(Subject::Entry(_)) => true,
        Verdict::Direct(Subject::Action(_)) | Verdict::Confirm(Subject::Action(_)) => {
            heard.wish.is_some() || heard.hits.first().is_some_and(|hit| hit.exact)
        }
        Verdict::Choose(_) => heard.is_question,
        Verdict::None => false,
    }
}

/// A button of one of the three.
pub fn choose(desk: &mut Desk<'_>, pick: &Pick) {
    desk.note(Turn::Form);
    desk.talk.misses = 0;
    match pick {
        Pick::Expiry
        | Pick::Have(_)
        | Pick::Renewed(_)
        | Pick::Permit(_)
        | Pick::Order(_)
        | Pick::Remind(..)
        | Pick::Unremind(_) => expiring::choose(desk, pick),
        Pick::Finder => finding::begin(desk),
        Pick::Answer(answer) => finding::answer(desk, *answer),
        Pick::BookFor(procedures) => booking::begin_with(desk, procedures),
        Pick::Papers(id) => checking::begin(desk, *id),
        Pick::Visitor(id, visitor) => checking::visitor(desk, *id, *visitor),
        Pick::Tick(id, item) => checking::tick(desk, *id, *item),
        Pick::Ticked(id) => checking::done(desk, *id),
    }
}

/// The step under way.
#[must_use]
pub fn step(desk: &Desk<'_>) -> Option<CareStep> {
    match &desk.talk.dialogue {
        Dialogue::Care(care) => Some(care.step.clone()),
        _ => None,
    }
}

/// Asks again what was asked; false when nothing was.
pub fn ask_again(desk: &mut Desk<'_>) -> bool {
    if !is_under_way(desk) {
        leave(desk);
        return booking::is_under_way(desk) && booking::ask_again(desk);
    }
    match step(desk) {
        Some(CareStep::Expiry(asked)) => expiring::ask(desk, asked),
        Some(CareStep::Finder(path)) => finding::go_on(desk, path),
        Some(CareStep::Papers(papers)) => checking::ask(desk, papers),
        None => return false,
    }
    true
}

/// After something else was answered.
pub fn resume(desk: &mut Desk<'_>) {
    if is_under_way(desk) {
        say(desk, Said::Resume, Vec::new());
        ask_again(desk);
    }
}

/// One step back, out of it before the first question.
pub fn back(desk: &mut Desk<'_>) {
    desk.note(Turn::Command);
    match step(desk) {
        Some(CareStep::Expiry(asked)) => match asked.before() {
            Some(before) => expiring::ask(desk, before),
            None => out(desk),
        },
        Some(CareStep::Finder(mut path)) => {
            if path.pop().is_some() {
                finding::go_on(desk, path);
            } else {
                out(desk);
            }
        }
        Some(CareStep::Papers(papers)) if papers.visitor.is_some() => {
            let visitor = None;
            checking::ask(desk, Papers { visitor, ..papers });
        }
        Some(CareStep::Papers(_)) | None => out(desk),
    }
}

/// Back to the form that was set aside, or to the menu.
fn out(desk: &mut Desk<'_>) {
    leave(desk);
    if !booking::ask_again(desk) {
        desk.offer_menu();
    }
}

/// The same once more from its first question.
pub fn start_over(desk: &mut Desk<'_>) {
    match step(desk) {
        Some(CareStep::Expiry(_)) => expiring::ask(desk, Asked::What),
        Some(CareStep::Finder(_)) => finding::go_on(desk, Vec::new()),
        Some(CareStep::Papers(papers)) => checking::begin(desk, papers.reservation),
        None => {}
    }
}

/// A typed "yes" or "no"; only one of the questions can be answered so.
pub fn answer(desk: &mut Desk<'_>, yes: bool) {
    match step(desk) {
        Some(CareStep::Expiry(Asked::Renewed { .. })) => choose(desk, &Pick::Renewed(yes)),
        _ if !ask_again(desk) => desk.offer_menu(),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::choice::CODE_BYTES_MAX;

    #[test]
    fn every_button_comes_back_from_its_code() {
        let id = ReservationId(i64::MAX);
        let month = Month {
            year: 2031,
            month: 6,
        };
        let mut all = vec![
            Pick::Expiry,
            Pick::Finder,
            Pick::Have(Have::Printed),
            Pick::Have(Have::BirthAndIssue),
            Pick::Have(Have::PeriodOfStay),
            Pick::Renewed(true),
            Pick::Renewed(false),
            Pick::Permit(Permit::Granted),
            Pick::Permit(Permit::Pending),
            Pick::Permit(Permit::NotYet),
            Pick::Order(Order::DayFirst),
            Pick::Order(Order::MonthFirst),
            Pick::BookFor(vec![Procedure::Application]),
            Pick::BookFor(Procedure::ALL[..3].to_vec()),
            Pick::Papers(id),
            Pick::Ticked(id),
        ];
        all.extend(RenewalKind::ALL.map(|kind| Pick::Remind(kind, month)));
        all.extend(RenewalKind::ALL.map(Pick::Unremind));
        all.extend(Answer::ALL.map(Pick::Answer));
        all.extend(Visitor::ALL.map(|visitor| Pick::Visitor(id, visitor)));
        all.extend(Item::ALL.map(|item| Pick::Tick(id, item)));
        for pick in all {
            let choice = Choice::Care(pick);
            let code = choice.code();
            assert!(code.len() <= CODE_BYTES_MAX, "{code}");
            assert_eq!(Choice::read(&code), Some(choice), "{code}");
        }
    }
}
