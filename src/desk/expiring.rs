//! The expiry helper: when a card and its certificates end, from when they can be renewed, what to do now.
//!
//! The birth date is asked last, so that it is reckoned with in the turn in which it is read and never kept. Only who
//! writes it in an order that can be read in two ways leaves both readings in the conversation, until they say which.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::booking;
use super::care::{self, CareChange, CareStep, Have, Order, Permit, Pick, Said};
use super::choice::Choice;
use super::dates::FullDate;
use super::decide::Desk;
use super::expiry::{self, Before, Standing, Term};
use super::faq::Action;
use super::phrase::Phrase;
use super::renewal::{Month, Renewal, RenewalKind};
use super::view::Change;

/// The first cards were handed out in this year.
const FIRST_CARDS: i32 = 2016;
/// No card lasts longer than to the 11th birthday.
const YEARS_MAX: u32 = 11;
/// Nobody is older.
const AGE_MAX: i32 = 130;

/// The question that waits for an answer, with what was answered before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    What,
    Printed,
    Issued,
    Renewed {
        issued: NaiveDate,
    },
    Birth {
        issued: NaiveDate,
        renewed: bool,
    },
    Stay,
    Permit {
        end: NaiveDate,
    },
    /// Which of two readings of a date is meant.
    Order {
        of: Box<Asked>,
        day_first: NaiveDate,
        month_first: NaiveDate,
    },
}

impl Asked {
    /// Whether a typed text is a date and nothing that may be kept.
    #[must_use]
    pub const fn awaits_date(&self) -> bool {
        match self {
            Asked::Printed
            | Asked::Issued
            | Asked::Birth { .. }
            | Asked::Stay
            | Asked::Order { .. } => true,
            Asked::What | Asked::Renewed { .. } | Asked::Permit { .. } => false,
        }
    }

    /// The question before this one.
    #[must_use]
    pub fn before(self) -> Option<Asked> {
        match self {
            Asked::What => None,
            Asked::Printed | Asked::Issued | Asked::Stay => Some(Asked::What),
            Asked::Renewed { .. } => Some(Asked::Issued),
            Asked::Birth { issued, .. } => Some(Asked::Renewed { issued }),
            Asked::Permit { .. } => Some(Asked::Stay),
            Asked::Order { of, .. } => Some(*of),
        }
    }
}

/// One thing that was found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    Card(Term, Standing),
    /// The certificates that came with the card, where they end before it.
    Certificate(Term, Standing),
    /// They end with the card and are renewed with it.
    CertificateWithCard,
    /// By the printed date alone: those of an adult's card end at this date, others with the card.
    CertificateByPrint(Term, Standing),
    /// No certificate for signatures before this day.
    SignatureFrom(NaiveDate),
    /// The card still serves as health insurance card until this day.
    InsuranceUntil(NaiveDate),
    NearAgeLimit,
    LeapDay,
    /// The card of somebody with a period of stay, and the first day after its end.
    StayGranted(NaiveDate),
    StayPending {
        end: NaiveDate,
        until: NaiveDate,
    },
    StayNotYet(NaiveDate),
    StayOver(NaiveDate),
    /// What was reckoned is a guide; what is printed counts.
    Guide,
}

/// Asks a question.
pub fn ask(desk: &mut Desk<'_>, asked: Asked) {
    let back = [Choice::Back, Choice::Stop];
    let with = |picks: &[Pick]| {
        let picks = picks.iter().cloned().map(Choice::Care);
        picks.chain(back.clone()).collect::<Vec<_>>()
    };
    let (said, choices) = match &asked {
        Asked::What => {
            let mut picks = [Have::Printed, Have::BirthAndIssue, Have::PeriodOfStay]
                .map(Pick::Have)
                .to_vec();
            let kept = &desk.view.care.renewals;
            picks.extend(kept.iter().map(|(kind, _)| Pick::Unremind(*kind)));
            (Said::ExpiryAsk, with(&picks))
        }
        Asked::Printed => (Said::AskPrinted, with(&[])),
        Asked::Issued => (Said::AskIssued, with(&[])),
        Asked::Renewed { .. } => {
            let picks = [Pick::Renewed(true), Pick::Renewed(false)];
            (Said::AskRenewed, with(&picks))
        }
        Asked::Birth { .. } => (Said::AskBirth, with(&[])),
        Asked::Stay => (Said::AskStay, with(&[])),
        Asked::Permit { end } => {
            let picks = [Permit::Granted, Permit::Pending, Permit::NotYet].map(Pick::Permit);
            (Said::AskPermit { end: *end }, with(&picks))
        }
        Asked::Order {
            of,
            day_first,
            month_first,
        } => {
            let picks = [Order::DayFirst, Order::MonthFirst].map(Pick::Order);
            let said = match **of {
                Asked::Birth { .. } => Said::AskBirthOrder,
                _ => Said::AskOrder {
                    day_first: *day_first,
                    month_first: *month_first,
                },
            };
            (said, with(&picks))
        }
    };
    care::go(desk, CareStep::Expiry(asked));
    care::say_instead(desk, said, choices);
}

/// A button.
pub fn choose(desk: &mut Desk<'_>, pick: &Pick) {
    let asked = match care::step(desk) {
        Some(CareStep::Expiry(asked)) => Some(asked),
        _ => None,
    };
    match (pick, asked) {
        (Pick::Expiry, _) => ask(desk, Asked::What),
        // What somebody has may be picked from an old message as well: it begins anew.
        (Pick::Have(have), _) => {
            let asked = match have {
                Have::Printed => Asked::Printed,
                Have::BirthAndIssue => Asked::Issued,
                Have::PeriodOfStay => Asked::Stay,
            };
            ask(desk, asked);
        }
        (Pick::Renewed(renewed), Some(Asked::Renewed { issued } | Asked::Birth { issued, .. })) => {
            let renewed = *renewed;
            ask(desk, Asked::Birth { issued, renewed });
        }
        (Pick::Permit(permit), Some(Asked::Permit { end })) => stay(desk, end, *permit),
        (
            Pick::Order(order),
            Some(Asked::Order {
                of,
                day_first,
                month_first,
            }),
        ) => {
            let day = match order {
                Order::DayFirst => day_first,
                Order::MonthFirst => month_first,
            };
            take_date(desk, *of, FullDate::On(day));
        }
        (Pick::Remind(kind, month), _) => remind(desk, *kind, *month),
        (Pick::Unremind(kind), _) => {
            let resident = desk.view.resident.id;
            desk.change(Change::Care(CareChange::DropRenewal(resident, *kind)));
            care::say(desk, Said::RemindDropped { kind: *kind }, Vec::new());
            care::finish(desk);
        }
        _ => desk.stale(),
    }
}

/// A date, for the question that waits for one.
pub fn take_date(desk: &mut Desk<'_>, asked: Asked, date: FullDate) {
    let of = match asked {
        Asked::Order { of, .. } => *of,
        other => other,
    };
    let day = match date {
        FullDate::On(day) => day,
        FullDate::Impossible => {
            desk.say(Phrase::DayImpossible, Vec::new());
            ask(desk, of);
            return;
        }
        FullDate::Either {
            day_first,
            month_first,
        } => match (
            is_plausible(desk, &of, day_first),
            is_plausible(desk, &of, month_first),
        ) {
            (true, false) => day_first,
            (false, true) => month_first,
            _ => {
                let of = Box::new(of);
                let order = Asked::Order {
                    of,
                    day_first,
                    month_first,
                };
                ask(desk, order);
                return;
            }
        },
    };
    if !is_plausible(desk, &of, day) {
        care::say(desk, Said::DateImplausible, Vec::new());
        ask(desk, of);
        return;
    }
    match of {
        Asked::Printed => printed(desk, day),
        Asked::Issued => ask(desk, Asked::Renewed { issued: day }),
        Asked::Birth { issued, renewed } => lifetime(desk, day, issued, renewed),
        Asked::Stay => ask(desk, Asked::Permit { end: day }),
        Asked::What | Asked::Renewed { .. } | Asked::Permit { .. } | Asked::Order { .. } => {
            ask(desk, of);
        }
    }
}

/// Whether a date can be what was asked for.
fn is_plausible(desk: &Desk<'_>, asked: &Asked, day: NaiveDate) -> bool {
    let today = desk.today();
    let first = NaiveDate::from_ymd_opt(FIRST_CARDS, 1, 1).unwrap_or(NaiveDate::MIN);
    let last = today + Months::new(12 * YEARS_MAX);
    match asked {
        Asked::Issued => first <= day && day <= today,
        Asked::Birth { issued, .. } => day <= *issued && expiry::age(day, today) <= AGE_MAX,
        _ => first <= day && day <= last,
    }
}

// What comes out.

/// By the date on the card alone.
fn printed(desk: &mut Desk<'_>, end: NaiveDate) {
    let today = desk.today();
    let card = Term::to(end);
    let mut lines = vec![Line::Card(card, card.standing(today))];
    let certificate = expiry::certificate_by_print(end).map(Term::to);
    // In the last three months of the card it is the card that is renewed, and the certificates with it.
    let certificate = certificate.filter(|_| card.standing(today) == Standing::Later);
    let mut terms = vec![(RenewalKind::Card, card)];
    if let Some(term) = certificate {
        let standing = term.standing(today);
        lines.push(Line::CertificateByPrint(term, standing));
        if standing != Standing::Over {
            terms.push((RenewalKind::Certificate, term));
        }
    }
    tell(desk, lines, &terms);
}

/// By the birth date, which ends here.
fn lifetime(desk: &mut Desk<'_>, birth: NaiveDate, issued: NaiveDate, renewed: bool) {
    let before = if renewed {
        Before::Renewed
    } else {
        Before::Nothing
    };
    let Some(found) = expiry::lifetime(birth, issued, before) else {
        care::say(desk, Said::DateImplausible, Vec::new());
        ask(desk, Asked::Birth { issued, renewed });
        return;
    };
    let today = desk.today();
    let (card, certificate) = (found.card, found.certificate);
    let mut lines = vec![Line::Card(card, card.standing(today))];
    let mut terms = vec![(RenewalKind::Card, card)];
    if certificate.end == card.end {
        lines.push(Line::CertificateWithCard);
    } else if card.standing(today) != Standing::Over {
        let standing = certificate.standing(today);
        lines.push(Line::Certificate(certificate, standing));
        terms.push((RenewalKind::Certificate, certificate));
        let insurance = expiry::insurance_until(certificate.end);
        let is_over = standing == Standing::Over;
        lines.extend(
            insurance
                .filter(|day| is_over && today <= *day)
                .map(Line::InsuranceUntil),
        );
    }
    let signature = found.signature_from.filter(|day| *day > today);
    lines.extend(signature.map(Line::SignatureFrom));
    if found.is_near_age_limit {
        lines.push(Line::NearAgeLimit);
    }
    if found.is_leap_day {
        lines.push(Line::LeapDay);
    }
    tell(desk, lines, &terms);
}

/// With a period of stay.
fn stay(desk: &mut Desk<'_>, end: NaiveDate, permit: Permit) {
    let is_over = desk.today() > end;
    let line = match permit {
        _ if is_over => Line::StayOver(end),
        Permit::Granted => Line::StayGranted(end),
        Permit::Pending => Line::StayPending {
            end,
            until: expiry::special_extension(end),
        },
        Permit::NotYet => Line::StayNotYet(end),
    };
    let kind = RenewalKind::Stay;
    let procedure = if is_over {
        RenewalKind::Card.procedure()
    } else {
        kind.procedure()
    };
    let mut choices = Vec::new();
    if is_over || permit != Permit::NotYet {
        choices.push(Choice::Care(Pick::BookFor(vec![procedure])));
    } else {
        choices.extend(reminder(desk, kind, Term::to(end)));
    }
    conclude(desk, vec![line], choices);
}

/// The result with what can be done about each term.
fn tell(desk: &mut Desk<'_>, mut lines: Vec<Line>, terms: &[(RenewalKind, Term)]) {
    let today = desk.today();
    lines.push(Line::Guide);
    let mut choices = Vec::new();
    for (kind, term) in terms {
        if term.standing(today) == Standing::Later {
            choices.extend(reminder(desk, *kind, *term));
        } else {
            let procedures = vec![kind.procedure()];
            choices.push(Choice::Care(Pick::BookFor(procedures)));
        }
    }
    conclude(desk, lines, choices);
}

/// The button for a message in the first full month of the last three, where that is still to come.
fn reminder(desk: &Desk<'_>, kind: RenewalKind, term: Term) -> Option<Choice> {
    let month = Month::beginning_from(term.from);
    let is_ahead = month > Month::of(desk.today());
    is_ahead.then_some(Choice::Care(Pick::Remind(kind, month)))
}

fn conclude(desk: &mut Desk<'_>, lines: Vec<Line>, mut choices: Vec<Choice>) {
    choices.push(Choice::Care(Pick::Expiry));
    choices.push(Choice::Action(Action::Staff));
    care::say(desk, Said::Expires(lines), choices);
    care::finish(desk);
}

/// Keeps the month, and nothing else.
fn remind(desk: &mut Desk<'_>, kind: RenewalKind, month: Month) {
    let last = desk.today() + Months::new(12 * YEARS_MAX) + Days::new(31);
    let is_ahead = Month::of(desk.today()) < month && month <= Month::of(last);
    if !is_ahead {
        desk.stale();
        return;
    }
    let resident = desk.view.resident.id;
    desk.change(Change::Care(CareChange::KeepRenewal(Renewal {
        resident,
        kind,
        month,
    })));
    let choices = vec![Choice::Care(Pick::Unremind(kind))];
    care::say(desk, Said::RemindKept { kind, month }, choices);
    booking::offer_resume(desk);
}
