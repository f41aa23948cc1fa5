//! Who is let in without a reservation: whoever delays nobody who has one, and is served before the day ends.
//!
//! The specification of the city, section 6(2)⑤: the service is by reservation; others are served where that does not
//! delay people who have reserved, and are told how long they would wait.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use super::counter::Takes;
use super::estimate::{Asker, Estimates, Question, Wait, estimate};
use super::line::Line;
use super::ticket::Ticket;
use crate::desk::rules::{Rules, civil, instant};

/// What is answered to somebody who comes without a reservation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Admission {
    Admitted(Wait),
    Refused(Reason),
}

/// Why nobody is let in without a reservation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The office serves people with reservations only.
    ReservationOnly,
    /// The office does not do this.
    OfficeCannot,
    /// Closed today.
    Closed,
    /// Opens later: tickets are given from this time on.
    NotYet(NaiveTime),
    /// Closed for today.
    Over,
    /// No counter for this is open.
    NoCounter,
    /// Somebody with a reservation would wait longer than the limit.
    BookedDelayed,
    /// The visit would not end before closing time.
    DayEnds,
    /// As many tickets as may be have been given to telephones, whose owners may be anywhere.
    PhoneFull,
}

impl Reason {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Reason::ReservationOnly => "reservation-only",
            Reason::OfficeCannot => "office-cannot",
            Reason::Closed => "closed",
            Reason::NotYet(_) => "not-yet",
            Reason::Over => "over",
            Reason::NoCounter => "no-counter",
            Reason::BookedDelayed => "booked-delayed",
            Reason::DayEnds => "day-ends",
            Reason::PhoneFull => "phone-full",
        }
    }
}

impl Admission {
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Admission::Admitted(_) => "admitted",
            Admission::Refused(reason) => reason.id(),
        }
    }
}

/// The decision, as it is kept for the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub at: DateTime<Utc>,
    pub admission: Admission,
    pub asker: AskerKind,
    /// Why staff let somebody in beyond the rule.
    pub reason: String,
}

/// Where the wish for a ticket came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskerKind {
    Phone,
    Kiosk,
    Clerk,
}

impl AskerKind {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            AskerKind::Phone => "phone",
            AskerKind::Kiosk => "kiosk",
            AskerKind::Clerk => "clerk",
        }
    }
}

/// A delay that grows by less than this is not laid to the charge of whoever asks.
const WORSE_SECONDS: i32 = 10;
/// So much of the limit may be used by the likely delays.
const MARGIN_PERCENT: i32 = 70;
/// The same for the end of the day.
const LATER_MINUTES: i64 = 1;
/// Tickets are given from so long before the office opens.
const BEFORE_OPENING_MINUTES: i64 = 30;

/// Decides the same for somebody on the telephone: of those who wait without a reservation only so many may have taken
/// their ticket from afar, so that a script at home takes nobody's place in the hall.
#[must_use]
pub fn admit_from_afar(rules: &Rules, line: &Line, asker: &Asker, now: DateTime<Utc>) -> Admission {
    let from_afar = |t: &&Ticket| t.resident.is_some() && !t.is_booked();
    let taken = line.waiting().filter(from_afar).count();
    match admit(rules, line, asker, now) {
        Admission::Admitted(_) if taken >= usize::from(rules.queue.phone_tickets_max) => {
            Admission::Refused(Reason::PhoneFull)
        }
        other => other,
    }
}

/// Decides whether somebody without a reservation may have a ticket now.
#[must_use]
pub fn admit(rules: &Rules, line: &Line, asker: &Asker, now: DateTime<Utc>) -> Admission {
    match judge(rules, line, asker, now) {
        Ok(wait) => Admission::Admitted(wait),
        Err(reason) => Admission::Refused(reason),
    }
}

fn judge(rules: &Rules, line: &Line, asker: &Asker, now: DateTime<Utc>) -> Result<Wait, Reason> {
    let office = rules.office(&line.office).ok_or(Reason::Closed)?;
    if !asker
        .procedures
        .iter()
        .all(|p| office.procedures.contains(p))
    {
        return Err(Reason::OfficeCannot);
    }
    let hours = rules
        .calendar
        .hours_at(&line.office, line.day)
        .map_err(|_| Reason::Closed)?;
    let here = civil(now).time();
    if here >= hours.closes {
        return Err(Reason::Over);
    }
    if office.series.walk_in.is_none() {
        return Err(Reason::ReservationOnly);
    }
    let first = line.day.and_time(hours.opens) - TimeDelta::minutes(BEFORE_OPENING_MINUTES);
    if civil(now) < first {
        return Err(Reason::NotYet(first.time()));
    }
    let wants = Takes::of(&asker.procedures);
    let staffed: Vec<_> = line
        .counters
        .iter()
        .filter(|c| c.clerk().is_some())
        .collect();
    if !staffed.is_empty() && !staffed.iter().any(|c| c.takes().covers(wants)) {
        return Err(Reason::NoCounter);
    }
    let with = Question {
        asker: Some(asker.clone()),
        ..Question::default()
    };
    let with = estimate(rules, line, &with, now).ok_or(Reason::NoCounter)?;
    let without = estimate(rules, line, &Question::default(), now).unwrap_or_default();
    let wait = with.asker.ok_or(Reason::NoCounter)?;
    if delays_somebody(rules, &with, &without) {
        return Err(Reason::BookedDelayed);
    }
    let closes = instant(line.day.and_time(hours.closes));
    let last = closes + TimeDelta::minutes(i64::from(rules.queue.overtime_minutes));
    let visit = line
        .lengths
        .expected(rules, &asker.procedures, asker.people);
    #[expect(clippy::cast_possible_truncation, reason = "seconds of a visit")]
    let served = now + TimeDelta::minutes(i64::from(wait.high)) + TimeDelta::seconds(visit as i64);
    let later = match (with.ends, without.ends) {
        (Some(with), Some(without)) => {
            with > last && with - without >= TimeDelta::minutes(LATER_MINUTES)
        }
        _ => false,
    };
    if served > last || later {
        return Err(Reason::DayEnds);
    }
    Ok(wait)
}

/// Whether somebody with a reservation waits beyond the limit because of whoever asks.
fn delays_somebody(rules: &Rules, with: &Estimates, without: &Estimates) -> bool {
    // Others may be let in later, and clerks may be called away: the limit is not used up by one decision.
    let limit = i32::from(rules.queue.booked_limit_minutes) * 60 * MARGIN_PERCENT / 100;
    let pairs = with.booked.iter().zip(&without.booked);
    pairs.into_iter().any(|(with, without)| {
        with.seconds > limit && with.seconds - without.seconds >= WORSE_SECONDS
    })
}
