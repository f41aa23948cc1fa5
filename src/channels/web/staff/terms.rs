//! How the staff's pages name things: days and times, procedures, states, and why something is not done.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::pages::{Told, Words};
use super::visits::{Mark, Noting, Seen};
use crate::desk::calendar::{Calendar, Change, Closed, Entry};
use crate::desk::clerk::OrderRefusal;
use crate::desk::closing::ClosingReason;
use crate::desk::language::Language;
use crate::desk::procedure::Procedure;
use crate::desk::reservation::{ReservationState, Who};
use crate::desk::rights::{Organisation, Role as DeskRole};
use crate::desk::rules::{Office, OfficeId, Rules, civil};
use crate::library::Role;

/// 12月5日（土）
pub(super) fn day(day: NaiveDate) -> String {
    let weekdays = ["月", "火", "水", "木", "金", "土", "日"];
    let weekday = weekdays[day.weekday().num_days_from_monday() as usize];
    format!("{}月{}日（{weekday}）", day.month(), day.day())
}

/// 10:30
pub(super) fn time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// 12月5日（土） 10:30
pub(super) fn moment(at: NaiveDateTime) -> String {
    format!("{} {}", day(at.date()), time(at.time()))
}

/// An instant as the clock in the city shows it.
pub(super) fn instant(at: DateTime<Utc>) -> String {
    moment(civil(at))
}

/// 2026-12-05, as fields and addresses have it.
pub(super) fn iso(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

pub(super) fn office(office: &Office) -> &str {
    office.name.get(Language::Ja).unwrap_or(office.id.as_str())
}

/// The name of an office that may not be there any more.
pub(super) fn office_of<'a>(rules: &'a Rules, id: &'a OfficeId) -> &'a str {
    rules.office(id).map_or(id.as_str(), office)
}

/// What somebody does at the desk.
pub(super) const fn role_id(role: DeskRole) -> &'static str {
    match role {
        DeskRole::Clerk => "staff-door-role-clerk",
        DeskRole::Floor => "staff-door-role-floor",
        DeskRole::Supervisor => "staff-door-role-supervisor",
        DeskRole::Deputy => "staff-door-role-deputy",
        DeskRole::Reviewer => "staff-door-role-city",
        DeskRole::Admin => "staff-door-role-admin",
    }
}

/// Who somebody works for.
pub(super) const fn organisation_id(organisation: Organisation) -> &'static str {
    match organisation {
        Organisation::Contractor => "staff-people-contractor",
        Organisation::City => "staff-people-city",
    }
}

/// What somebody does with the answers.
pub(super) const fn text_role_id(role: Role) -> &'static str {
    match role {
        Role::Author => "staff-door-role-author",
        Role::CityReviewer => "staff-door-role-reviewer",
    }
}

fn procedure_id(procedure: Procedure) -> &'static str {
    match procedure {
        Procedure::Pickup => "procedure-pickup",
        Procedure::Certificate => "procedure-certificate",
        Procedure::Pin => "procedure-pin",
        Procedure::Application => "procedure-application",
        Procedure::Address => "procedure-address",
        Procedure::Stay => "procedure-stay",
        Procedure::Insurance => "procedure-insurance",
    }
}

pub(super) fn procedure(t: &Words<'_>, procedure: Procedure) -> String {
    t(procedure_id(procedure))
}

pub(super) fn procedures(t: &Words<'_>, procedures: &[Procedure]) -> String {
    let names: Vec<String> = procedures.iter().map(|p| procedure(t, *p)).collect();
    names.join("／")
}

pub(super) fn people(t: &Words<'_>, people: u8) -> String {
    format!("{people}{}", t("staff-desk-people-unit"))
}

pub(super) const fn state_id(state: &ReservationState) -> &'static str {
    match state {
        ReservationState::Booked { .. } => "staff-desk-state-booked",
        ReservationState::Came { .. } => "staff-desk-state-came",
        ReservationState::Missed { .. } => "staff-desk-state-missed",
        ReservationState::Cancelled { .. } => "staff-desk-state-cancelled",
    }
}

/// When a state began and through whom, where that is known.
pub(super) fn state_since(t: &Words<'_>, state: &ReservationState) -> String {
    match state {
        ReservationState::Booked { coming: Some(at) } => {
            format!("{} {}", t("staff-desk-coming"), instant(*at))
        }
        ReservationState::Booked { coming: None } => String::new(),
        ReservationState::Came { at } | ReservationState::Missed { at } => instant(*at),
        ReservationState::Cancelled { at, by } => format!("{} {}", t(who_id(*by)), instant(*at)),
    }
}

pub(super) const fn who_id(who: Who) -> &'static str {
    match who {
        Who::Resident => "staff-desk-by-resident",
        Who::Clerk => "staff-desk-by-clerk",
    }
}

pub(super) const fn mark_id(mark: Mark) -> &'static str {
    match mark {
        Mark::New => "staff-desk-mark-new",
        Mark::Changed => "staff-desk-mark-changed",
        Mark::Cancelled => "staff-desk-mark-cancelled",
    }
}

pub(super) const fn noting_id(noting: Noting) -> &'static str {
    match noting {
        Noting::Came => "staff-desk-came",
        Noting::Missed => "staff-desk-missed",
        Noting::Unmark => "staff-desk-unmark",
    }
}

pub(super) const fn closing_id(reason: ClosingReason) -> &'static str {
    match reason {
        ClosingReason::Outage => "staff-desk-why-outage",
        ClosingReason::Weather => "staff-desk-why-weather",
        ClosingReason::Other => "staff-desk-why-other",
    }
}

/// What became of the times offered in place of a visit.
pub(super) fn offer(t: &Words<'_>, seen: &Seen) -> String {
    t(match seen.offer.as_deref() {
        None => "staff-desk-offer-none",
        Some("open") if !seen.reachable => "staff-desk-offer-unheard",
        Some("open") => "staff-desk-offer-open",
        Some("taken") => "staff-desk-offer-taken",
        Some("declined") => "staff-desk-offer-declined",
        Some(_) => "staff-desk-offer-lapsed",
    })
}

/// Why a day is closed; holidays have their own names.
pub(super) fn closed(t: &Words<'_>, why: &Closed) -> String {
    match why {
        Closed::Saturday => t("staff-desk-saturday"),
        Closed::Sunday => t("staff-desk-sunday"),
        Closed::Holiday(name) => (*name).to_owned(),
        Closed::YearEnd => t("staff-desk-year-end"),
        Closed::Special => t("staff-desk-special"),
    }
}

/// Why a day is closed at an office, with what staff wrote about it.
pub(super) fn closed_at(
    t: &Words<'_>,
    calendar: &Calendar,
    office: &OfficeId,
    day: NaiveDate,
    why: &Closed,
) -> String {
    let entry = calendar.entry_at(office, day);
    match entry.filter(|entry| entry.change == Change::Closed) {
        Some(entry) => format!("{}（{}）", closed(t, why), entry.reason),
        None => closed(t, why),
    }
}

/// What an entry of the calendar says.
pub(super) fn change(t: &Words<'_>, entry: &Entry) -> String {
    match &entry.change {
        Change::Closed => t("staff-desk-kind-closed"),
        Change::Rule => t("staff-desk-kind-rule"),
        Change::Open { hours, counters } => {
            let hours = hours.map(|hours| format!("{}–{}", time(hours.opens), time(hours.closes)));
            let unit = t("staff-desk-counters-unit");
            let counters = counters.map(|counters| format!("{counters}{unit}"));
            let parts: Vec<String> = hours.into_iter().chain(counters).collect();
            parts.join(" ")
        }
    }
}

/// Why an order is not carried out, in one sentence, and where to mend it.
pub(super) fn refusal(t: &Words<'_>, refusal: &OrderRefusal) -> Told {
    let (text, at) = match refusal {
        OrderRefusal::UnknownOffice => (t("staff-desk-no-office"), "#office"),
        OrderRefusal::NoProcedures => (t("staff-desk-no-procedures"), "#procedures"),
        OrderRefusal::NotThere(which) => {
            let text = format!("{}{}", procedures(t, which), t("staff-desk-not-there"));
            (text, "#office")
        }
        OrderRefusal::People { most } => {
            let text = format!("{}{}", t("staff-desk-people-most"), people(t, *most));
            (text, "#people")
        }
        OrderRefusal::ContactTooLong => (t("staff-desk-contact-too-long"), "#reading"),
        OrderRefusal::Closed(why) => {
            let text = format!("{}{}", closed(t, why), t("staff-desk-is-closed"));
            (text, "#day")
        }
        OrderRefusal::OutsideWindow => (t("staff-desk-outside-window"), "#day"),
        OrderRefusal::Taken => (t("staff-desk-taken"), "#times"),
        OrderRefusal::NoSuchReservation => (t("staff-desk-gone"), ""),
        OrderRefusal::Over => (t("staff-desk-over"), ""),
        OrderRefusal::Past => (t("staff-desk-past"), ""),
        OrderRefusal::Ahead => (t("staff-desk-ahead"), ""),
        OrderRefusal::NotAllowed => (t("staff-desk-not-allowed"), ""),
        OrderRefusal::Repeated => (t("staff-desk-repeated"), ""),
    };
    Told::problem(text, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_are_written_as_the_staff_write_them() {
        let at: NaiveDateTime = "2026-12-05T10:30:00".parse().unwrap();
        assert_eq!(moment(at), "12月5日（土） 10:30");
        assert_eq!(iso(at.date()), "2026-12-05");
    }
}
