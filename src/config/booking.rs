//! The sections `[booking]`, `[procedure.…]` and `[[office]]`, checked.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::queue::{SeriesFile, check_letters};
use super::{Clock, Texts, at_least};
use crate::desk::documents::Visitor;
use crate::desk::procedure::Procedure;
use crate::desk::rules::{
    Band, BookingRules, Break, NoShowRules, Office, OfficeId, ProcedureRules, Window,
};
use crate::desk::slots::COUNTERS_MAX;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BookingFile {
    pub(super) days_ahead: u16,
    notice_minutes: u16,
    hold_minutes: u16,
    reservations_max: u8,
    procedures_max: u8,
    people_max: u8,
    people_open_max: u8,
    day_reservations_max: u8,
    change_notice_minutes: u16,
    offer_minutes: u16,
    closing_offer_hours: u16,
    no_show: NoShowFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoShowFile {
    after_minutes: u16,
    limit_after: u8,
    limit_days: u16,
}

/// A window as it is written: what is left out narrows nothing.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct WindowFile {
    first_days: Option<u16>,
    last_days: Option<u16>,
    notice_minutes: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProcedureFile {
    minutes: u16,
    further_minutes: Option<u16>,
    who: BTreeSet<Visitor>,
    #[serde(default)]
    window: WindowFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BreakFile {
    from: Clock,
    until: Clock,
    counters: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BandFile {
    from: Clock,
    counters: u8,
    bookable: Option<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfficeFile {
    id: String,
    series: SeriesFile,
    name: Texts,
    place: Texts,
    #[serde(default)]
    words: Vec<String>,
    procedures: BTreeSet<Procedure>,
    weekday_counters: Vec<BandFile>,
    sunday_counters: u8,
    sunday_bookable: Option<u8>,
    #[serde(default)]
    breaks: Vec<BreakFile>,
    #[serde(default)]
    window: WindowFile,
}

impl WindowFile {
    fn check(self, key: &str) -> Result<Window, String> {
        let window = Window {
            first_days: self.first_days.unwrap_or(0),
            last_days: self.last_days.unwrap_or(u16::MAX),
            notice_minutes: self.notice_minutes.unwrap_or(0),
        };
        if window.first_days > window.last_days {
            return Err(format!(
                "{key}: first_days is later than last_days; nobody could reserve"
            ));
        }
        Ok(window)
    }
}

/// What is decided for each procedure.
pub(super) fn procedures(
    files: BTreeMap<Procedure, ProcedureFile>,
) -> Result<BTreeMap<Procedure, ProcedureRules>, String> {
    let check = |(procedure, file): (Procedure, ProcedureFile)| {
        let key = format!("procedure.{}", procedure.id());
        let further = file.further_minutes.unwrap_or(file.minutes);
        if !(10..=240).contains(&file.minutes) || further > 240 {
            return Err(format!("{key}: write 10 to 240 minutes"));
        }
        if file.who.is_empty() {
            return Err(format!("{key}.who is empty; name who may come"));
        }
        let rules = ProcedureRules {
            minutes: file.minutes,
            further_minutes: further,
            who: file.who,
            window: file.window.check(&format!("{key}.window"))?,
        };
        Ok((procedure, rules))
    };
    files.into_iter().map(check).collect()
}

impl BookingFile {
    pub(super) fn check(
        self,
        procedures: BTreeMap<Procedure, ProcedureRules>,
    ) -> Result<BookingRules, String> {
        at_least("booking.days_ahead", self.days_ahead, 1)?;
        if self.days_ahead > 366 {
            return Err("booking.days_ahead: at most 366".into());
        }
        at_least("booking.hold_minutes", self.hold_minutes, 1)?;
        at_least("booking.reservations_max", self.reservations_max, 1)?;
        at_least("booking.procedures_max", self.procedures_max, 1)?;
        at_least("booking.people_max", self.people_max, 1)?;
        if self.people_max > PEOPLE_MAX {
            return Err(format!("booking.people_max: at most {PEOPLE_MAX}"));
        }
        at_least(
            "booking.people_open_max",
            self.people_open_max,
            self.people_max,
        )?;
        at_least("booking.day_reservations_max", self.day_reservations_max, 1)?;
        at_least("booking.offer_minutes", self.offer_minutes, 1)?;
        at_least("booking.closing_offer_hours", self.closing_offer_hours, 1)?;
        Ok(BookingRules {
            days_ahead: self.days_ahead,
            notice_minutes: self.notice_minutes,
            hold_minutes: self.hold_minutes,
            reservations_max: self.reservations_max,
            procedures_max: self.procedures_max,
            people_max: self.people_max,
            people_open_max: self.people_open_max,
            day_reservations_max: self.day_reservations_max,
            change_notice_minutes: self.change_notice_minutes,
            offer_minutes: self.offer_minutes,
            closing_offer_hours: self.closing_offer_hours,
            no_show: NoShowRules {
                after_minutes: self.no_show.after_minutes,
                limit_after: self.no_show.limit_after,
                limit_days: at_least("booking.no_show.limit_days", self.no_show.limit_days, 1)?,
            },
            procedures,
        })
    }
}

/// The most people in one visit, as the book's rows have it.
const PEOPLE_MAX: u8 = 8;

pub(super) fn offices(files: Vec<OfficeFile>) -> Result<Vec<Office>, String> {
    let mut offices: Vec<Office> = Vec::new();
    for file in files {
        let id = OfficeId::read(&file.id).ok_or(format!(
            "office id “{}”: use lower-case letters, digits and hyphens",
            file.id
        ))?;
        if offices.iter().any(|office| office.id == id) {
            return Err(format!(
                "office “{id}” is there twice; give each its own id"
            ));
        }
        let (weekday, breaks) = counters(&id, &file)?;
        let sunday_bookable = file.sunday_bookable.unwrap_or(file.sunday_counters);
        if file.procedures.is_empty() {
            return Err(format!(
                "office “{id}”: procedures is empty; name what it does"
            ));
        }
        offices.push(Office {
            id,
            name: file.name.wording(),
            place: file.place.wording(),
            procedures: file.procedures,
            weekday,
            sunday_counters: file.sunday_counters,
            sunday_bookable: sunday_bookable.min(file.sunday_counters),
            breaks,
            window: file
                .window
                .check(&format!("office “{}”: window", file.id))?,
            series: (&file.series).into(),
            words: file.words,
        });
    }
    check_letters(&offices)?;
    if offices.is_empty() {
        return Err("there is no [[office]]; describe at least one".into());
    }
    Ok(offices)
}

/// The counters of an office over a weekday, and when some of them pause.
fn counters(id: &OfficeId, file: &OfficeFile) -> Result<(Vec<Band>, Vec<Break>), String> {
    let band = |b: &BandFile| Band {
        from: b.from.0,
        counters: b.counters,
        bookable: b.bookable.unwrap_or(b.counters),
    };
    let mut weekday: Vec<Band> = file.weekday_counters.iter().map(band).collect();
    weekday.sort_by_key(|band| band.from);
    let mut counts = weekday
        .iter()
        .map(|b| b.counters)
        .chain([file.sunday_counters]);
    if counts.any(|n| n > COUNTERS_MAX) {
        return Err(format!("office “{id}”: at most {COUNTERS_MAX} counters"));
    }
    let sunday = (
        file.sunday_counters,
        file.sunday_bookable.unwrap_or(file.sunday_counters),
    );
    let mut shares = weekday
        .iter()
        .map(|b| (b.counters, b.bookable))
        .chain([sunday]);
    if let Some((counters, bookable)) = shares.find(|(counters, bookable)| bookable > counters) {
        return Err(format!(
            "office “{id}”: {bookable} bookable counters of {counters}; write at most {counters}"
        ));
    }
    let mut breaks = Vec::new();
    for pause in &file.breaks {
        if pause.from.0 >= pause.until.0 {
            return Err(format!(
                "office “{id}”: breaks: from must be earlier than until"
            ));
        }
        breaks.push(Break {
            from: pause.from.0,
            until: pause.until.0,
            counters: pause.counters,
        });
    }
    Ok((weekday, breaks))
}
