//! How full a week is at an office, hour by hour, and why a day is closed.

use std::collections::BTreeMap;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Timelike};
use maud::{Markup, html};

use super::pages::{self, Frame, Words};
use super::visits::{self, Seen, Which};
use super::{Clerk, Fields, Web, terms};
use crate::app::AppError;
use crate::desk::calendar::Hours;
use crate::desk::reservation::ReservationState;
use crate::desk::rights::Right;
use crate::desk::rules::{Office, Rules};
use crate::desk::slots::{CELL_MINUTES, DayPlan};

pub(super) async fn show(
    State(web): State<Web>,
    clerk: Clerk,
    Query(fields): Query<Fields>,
) -> Response {
    let rules = match web.app.rules_and_book().await {
        Ok((rules, _)) => rules,
        Err(error) => return super::failed(&error),
    };
    let Some(office) = super::office(&rules, &clerk, Right::SeeFigures, &fields) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let today = super::today(web.app.now());
    let day = fields.day("day").unwrap_or(today);
    let monday = day - TimeDelta::days(i64::from(day.weekday().num_days_from_monday()));
    let t = super::words(&web);
    let mut columns = Vec::new();
    for day in monday.iter_days().take(7) {
        match Column::read(&web, &t, &rules, office, day, today) {
            Ok(column) => columns.push(column),
            Err(error) => return super::failed(&error),
        }
    }
    let week = Week {
        clerk: &clerk,
        rules: &rules,
        office,
        day,
        monday,
        columns,
    };
    super::show(week.markup(&t))
}

/// Seats of ten minutes in an hour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Load {
    taken: u32,
    bookable: u32,
}

impl Load {
    fn percent(self) -> u32 {
        self.taken * 100 / self.bookable.max(1)
    }

    /// The level as a style and as a word.
    fn level(self) -> (&'static str, &'static str) {
        match self.percent() {
            0..50 => ("load low", "staff-desk-load-low"),
            50..80 => ("load middle", "staff-desk-load-middle"),
            80..100 => ("load high", "staff-desk-load-high"),
            _ => ("load full", "staff-desk-load-full"),
        }
    }
}

enum Hourly {
    /// Not in the book: over, or too far ahead.
    Beyond,
    Closed(String),
    Open(BTreeMap<u32, Load>),
}

struct Column {
    day: NaiveDate,
    hourly: Hourly,
}

impl Column {
    fn read(
        web: &Web,
        t: &Words<'_>,
        rules: &Rules,
        office: &Office,
        day: NaiveDate,
        today: NaiveDate,
    ) -> Result<Column, AppError> {
        let hours = match rules.calendar.hours_at(&office.id, day) {
            Ok(hours) => hours,
            Err(why) => {
                let why = terms::closed_at(t, &rules.calendar, &office.id, day, &why);
                return Ok(Column {
                    day,
                    hourly: Hourly::Closed(why),
                });
            }
        };
        if day < today || day > rules.last_day(today) {
            return Ok(Column {
                day,
                hourly: Hourly::Beyond,
            });
        }
        let visits = visits::read(web, Which::Day(&office.id, day))?;
        let loads = loads(&DayPlan::new(rules, office, day), hours, &visits);
        let is_open = loads
            .values()
            .any(|load| load.bookable > 0 || load.taken > 0);
        let hourly = if is_open {
            Hourly::Open(loads)
        } else {
            Hourly::Closed(t("staff-desk-no-counters"))
        };
        Ok(Column { day, hourly })
    }
}

/// What is taken of each hour: by those who are booked and by those who have come.
fn loads(plan: &DayPlan<'_>, hours: Hours, visits: &[Seen]) -> BTreeMap<u32, Load> {
    let mut loads: BTreeMap<u32, Load> = BTreeMap::new();
    let cell = TimeDelta::minutes(i64::from(CELL_MINUTES));
    for hour in hours.opens.hour()..=hours.closes.hour() {
        let minutes = (0..60).step_by(usize::from(CELL_MINUTES));
        let times = minutes.filter_map(|minute| NaiveTime::from_hms_opt(hour, minute, 0));
        let open = times.filter(|time| hours.opens <= *time && *time < hours.closes);
        let bookable: u32 = open.map(|time| u32::from(plan.at(time).bookable)).sum();
        if bookable > 0 {
            loads.entry(hour).or_default().bookable = bookable;
        }
    }
    let counts = |seen: &&Seen| {
        let state = &seen.reservation.state;
        matches!(
            state,
            ReservationState::Booked { .. } | ReservationState::Came { .. }
        )
    };
    for seen in visits.iter().filter(counts) {
        let mut at = seen.reservation.start();
        for _ in 0..seen.reservation.span.cells {
            loads.entry(at.hour()).or_default().taken += 1;
            at += cell;
        }
    }
    loads
}

struct Week<'a> {
    clerk: &'a Clerk,
    rules: &'a Rules,
    office: &'a Office,
    day: NaiveDate,
    monday: NaiveDate,
    columns: Vec<Column>,
}

impl Week<'_> {
    fn markup(&self, t: &Words<'_>) -> Markup {
        let sunday = self.monday + TimeDelta::days(6);
        let title = format!(
            "{} {}–{}",
            t("staff-desk-week"),
            terms::day(self.monday),
            terms::day(sunday)
        );
        let content = html! {
            div class="tools" {
                nav class="days" aria-label=(t("staff-desk-weeks")) {
                    a href=(self.address("/staff/week", self.day - TimeDelta::days(7))) rel="prev" accesskey="p" {
                        (t("staff-desk-week-before"))
                    }
                    a href=(self.address("/staff/week", self.day + TimeDelta::days(7))) rel="next" accesskey="n" {
                        (t("staff-desk-week-after"))
                    }
                }
                (pages::place_form(
                    t, "/staff/week", (self.rules, self.clerk, Right::SeeFigures), Some(&self.office.id), self.day,
                ))
            }
            p class="hint" { (t("staff-desk-week-hint")) }
            div class="scroll" role="region" tabindex="0" aria-label=(title) { (self.table(t)) }
        };
        let frame = Frame {
            title: &title,
            here: "/staff/week",
            clerk: Some(self.clerk),
            told: None,
        };
        frame.markup(t, &content)
    }

    fn address(&self, path: &str, day: NaiveDate) -> String {
        super::address(
            path,
            &[
                ("office", self.office.id.as_str()),
                ("day", terms::iso(day).as_str()),
            ],
        )
    }

    /// The hours in which any day of the week is open.
    fn hours(&self) -> Vec<u32> {
        let open = self
            .columns
            .iter()
            .filter_map(|column| match &column.hourly {
                Hourly::Open(loads) => Some(loads.keys().copied()),
                _ => None,
            });
        let hours: std::collections::BTreeSet<u32> = open.flatten().collect();
        hours.into_iter().collect()
    }

    fn table(&self, t: &Words<'_>) -> Markup {
        html! {
            table class="week" {
                caption { (terms::office(self.office)) }
                thead { tr {
                    th scope="col" { (t("staff-desk-hour")) }
                    @for column in &self.columns {
                        th scope="col" {
                            @if self.clerk.may_at(Right::SeeBook, &self.office.id) {
                                a href=(self.address("/staff/day", column.day)) { (terms::day(column.day)) }
                            } @else {
                                (terms::day(column.day))
                            }
                            @if let Hourly::Closed(why) = &column.hourly { span class="why" { (why) } }
                        }
                    }
                } }
                tbody {
                    @for hour in self.hours() {
                        tr {
                            th scope="row" { (hour) (t("staff-desk-hour-unit")) }
                            @for column in &self.columns { (cell(t, column, hour)) }
                        }
                    }
                }
            }
        }
    }
}

fn cell(t: &Words<'_>, column: &Column, hour: u32) -> Markup {
    match &column.hourly {
        Hourly::Beyond => html! { td class="none" { (t("staff-desk-no-book")) } },
        Hourly::Closed(_) => html! { td class="none" { (t("staff-desk-closed-cell")) } },
        Hourly::Open(loads) => match loads.get(&hour) {
            None => html! { td class="none" { (t("staff-desk-no-book")) } },
            Some(load) => {
                let (class, word) = load.level();
                html! {
                    td class=(class) {
                        span class="seats" { (load.taken) "/" (load.bookable) }
                        " " span class="percent" { (load.percent()) "%" }
                        " " span class="word" { (t(word)) }
                    }
                }
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loads_have_a_word_for_each_level() {
        let word = |taken, bookable| Load { taken, bookable }.level().1;
        assert_eq!(word(0, 18), "staff-desk-load-low");
        assert_eq!(word(9, 18), "staff-desk-load-middle");
        assert_eq!(word(17, 18), "staff-desk-load-high");
        assert_eq!(word(18, 18), "staff-desk-load-full");
        assert_eq!(word(1, 0), "staff-desk-load-full");
    }
}
