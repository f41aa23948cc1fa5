//! Reminders: planned with the reservation, judged when they fall due, never sent at night.

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::reservation::{Reservation, ReservationState};
use super::rules::{ReminderRules, civil, instant};
use crate::ids::ReservationId;

/// Which reminder it is; a reservation has at most one of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReminderKind {
    /// On the evening before.
    Evening,
    /// Shortly before.
    Soon,
}

impl ReminderKind {
    pub const ALL: [ReminderKind; 2] = [ReminderKind::Evening, ReminderKind::Soon];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            ReminderKind::Evening => "evening",
            ReminderKind::Soon => "soon",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<ReminderKind> {
        ReminderKind::ALL.into_iter().find(|k| k.id() == id)
    }
}

/// A reminder that waits for its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    pub reservation: ReservationId,
    pub kind: ReminderKind,
    pub due: DateTime<Utc>,
}

/// What to do with a due reminder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Send,
    Postpone(DateTime<Utc>),
    Drop(DropReason),
}

/// Why a reminder is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DropReason {
    Cancelled,
    /// The visit has begun or is over, for example after the desk was down.
    TooLate,
    /// The person has blocked us or left.
    Unreachable,
    /// The counters are not open then any more: nobody is called to a closed door.
    Closed,
}

impl DropReason {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            DropReason::Cancelled => "cancelled",
            DropReason::TooLate => "too-late",
            DropReason::Unreachable => "unreachable",
            DropReason::Closed => "closed",
        }
    }
}

/// The reminders of a reservation made or moved now. One whose moment has passed is not planned: a person who books
/// for tomorrow at nine in the evening has just read everything.
#[must_use]
pub fn plan(reservation: &Reservation, rules: &ReminderRules, now: DateTime<Utc>) -> Vec<Reminder> {
    let start = reservation.start();
    let evening = rules.evening.map(|time| {
        (
            ReminderKind::Evening,
            start.date().pred_opt().map(|d| d.and_time(time)),
        )
    });
    let lead = (rules.lead_minutes > 0).then(|| {
        (
            ReminderKind::Soon,
            Some(start - TimeDelta::minutes(i64::from(rules.lead_minutes))),
        )
    });
    [evening, lead]
        .into_iter()
        .flatten()
        .filter_map(|(kind, at)| {
            let due = instant(outside_quiet(at?, rules));
            (due > now && due < instant(start)).then_some(Reminder {
                reservation: reservation.id,
                kind,
                due,
            })
        })
        .collect()
}

/// Judges a reminder whose time has come.
#[must_use]
pub fn judge(
    kind: ReminderKind,
    reservation: &Reservation,
    reachable: bool,
    rules: &ReminderRules,
    now: DateTime<Utc>,
) -> Verdict {
    let here = civil(now);
    let start = reservation.start();
    match reservation.state {
        ReservationState::Cancelled { .. } => return Verdict::Drop(DropReason::Cancelled),
        ReservationState::Booked { .. } => {}
    }
    if here >= start {
        return Verdict::Drop(DropReason::TooLate);
    }
    if !reachable {
        return Verdict::Drop(DropReason::Unreachable);
    }
    // After a pause of the desk the later reminder says it all; the evening one would only repeat it.
    if kind == ReminderKind::Evening && here.date() == start.date() {
        return Verdict::Drop(DropReason::TooLate);
    }
    let calm = outside_quiet(here, rules);
    match calm {
        calm if calm == here => Verdict::Send,
        calm if calm < start => Verdict::Postpone(instant(calm)),
        _ => Verdict::Drop(DropReason::TooLate),
    }
}

/// The key under which a reminder is written, once. The start is in it: a reservation that was moved is reminded of its
/// new time.
#[must_use]
pub fn key(kind: ReminderKind, reservation: &Reservation) -> String {
    let start = reservation.start().format(START);
    format!("reminder:{}:{}:{start}", reservation.id, kind.id())
}

/// Whose reminder a key is, of which kind, and the start it speaks of; nothing for any other key.
#[must_use]
pub fn read_key(key: &str) -> Option<(ReservationId, ReminderKind, NaiveDateTime)> {
    let mut parts = key.strip_prefix("reminder:")?.splitn(3, ':');
    let id = parts.next()?.parse().ok()?;
    let kind = ReminderKind::from_id(parts.next()?)?;
    let start = NaiveDateTime::parse_from_str(parts.next()?, START).ok()?;
    Some((ReservationId(id), kind, start))
}

const START: &str = "%Y%m%d%H%M";

/// The moment itself by day, the end of the quiet hours by night.
pub(super) fn outside_quiet(at: NaiveDateTime, rules: &ReminderRules) -> NaiveDateTime {
    let (from, until) = (rules.quiet_from, rules.quiet_until);
    let quiet = |time: NaiveTime| {
        if from <= until {
            from <= time && time < until
        } else {
            time >= from || time < until
        }
    };
    if !quiet(at.time()) {
        return at;
    }
    let same_day = at.date().and_time(until);
    if same_day > at {
        same_day
    } else {
        same_day + TimeDelta::days(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::procedure::Procedure;
    use crate::desk::rules::OfficeId;
    use crate::desk::slots::Span;
    use crate::ids::{IdSource, ResidentId};

    fn rules() -> ReminderRules {
        let time = |text: &str| text.parse().unwrap();
        ReminderRules {
            evening: Some(time("18:00:00")),
            lead_minutes: 120,
            quiet_from: time("21:00:00"),
            quiet_until: time("08:00:00"),
        }
    }

    fn at(text: &str) -> DateTime<Utc> {
        instant(text.parse().unwrap())
    }

    fn reservation(cell: u8) -> Reservation {
        let mut ids = IdSource::seeded(42);
        Reservation {
            id: ReservationId(1),
            code: ids.reservation_code(),
            resident: ResidentId(1),
            procedures: vec![Procedure::Pickup],
            span: Span {
                office: OfficeId::read("main").unwrap(),
                day: "2026-12-08".parse().unwrap(),
                cell,
                cells: 2,
                seat: 0,
            },
            state: ReservationState::Booked { coming: None },
            made_at: at("2026-12-01T10:00:00"),
        }
    }

    #[test]
    fn reminders_are_planned_by_day_only() {
        let check = |cell: u8, now: &str, expected: &[&str]| {
            let found: Vec<String> = plan(&reservation(cell), &rules(), at(now))
                .iter()
                .map(|r| civil(r.due).format("%dT%H:%M").to_string())
                .collect();
            assert_eq!(found, expected, "cell {cell} now {now}");
        };
        check(63, "2026-12-01T10:00:00", &["07T18:00", "08T08:30"]);
        check(54, "2026-12-01T10:00:00", &["07T18:00", "08T08:00"]);
        check(63, "2026-12-07T19:00:00", &["08T08:30"]);
        check(63, "2026-12-08T09:00:00", &[]);
    }

    #[test]
    fn keys_say_what_they_are_for() {
        for kind in ReminderKind::ALL {
            let reservation = reservation(63);
            let read = read_key(&key(kind, &reservation));
            assert_eq!(read, Some((reservation.id, kind, reservation.start())));
        }
        for other in [
            "",
            "reminder:",
            "reminder:1:soon",
            "reminder:1:noon:202612081030",
            "idle:7",
        ] {
            assert_eq!(read_key(other), None, "{other}");
        }
    }

    #[test]
    fn due_reminders_are_judged() {
        let check = |kind, now: &str, reachable, expected: Verdict| {
            assert_eq!(
                judge(kind, &reservation(63), reachable, &rules(), at(now)),
                expected,
                "{kind:?} {now}"
            );
        };
        check(
            ReminderKind::Evening,
            "2026-12-07T18:00:10",
            true,
            Verdict::Send,
        );
        check(
            ReminderKind::Evening,
            "2026-12-07T23:10:00",
            true,
            Verdict::Postpone(at("2026-12-08T08:00:00")),
        );
        check(
            ReminderKind::Evening,
            "2026-12-08T08:00:10",
            true,
            Verdict::Drop(DropReason::TooLate),
        );
        check(
            ReminderKind::Soon,
            "2026-12-08T08:30:10",
            true,
            Verdict::Send,
        );
        check(
            ReminderKind::Soon,
            "2026-12-08T11:00:00",
            true,
            Verdict::Drop(DropReason::TooLate),
        );
        check(
            ReminderKind::Soon,
            "2026-12-08T08:30:10",
            false,
            Verdict::Drop(DropReason::Unreachable),
        );
        let over = reservation(63);
        let over = over
            .cancel(
                crate::desk::reservation::Who::Resident,
                at("2026-12-02T10:00:00"),
            )
            .unwrap();
        let verdict = judge(
            ReminderKind::Soon,
            &over,
            true,
            &rules(),
            at("2026-12-08T08:30:10"),
        );
        assert_eq!(verdict, Verdict::Drop(DropReason::Cancelled));
    }
}
