//! `madoguchi calendar`: the days of a year, what staff enter for single days, and the reservations left outside.

use std::io::Write;

use chrono::{Datelike, NaiveDate, NaiveTime};
use clap::{Args, Subcommand};

use crate::desk::calendar::{Change, Closed, Entry, Hours};
use crate::desk::closing::ClosingReason;
use crate::desk::rules::{Office, OfficeId, Rules, civil};
use crate::desk::slots::counters;
use crate::store::calendar::Conflict;

/// The year that is printed, or what is entered.
#[derive(Clone, Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct CalendarArguments {
    /// The year to print, for example 2027; this one without it
    pub year: Option<i32>,
    /// Only this office
    #[arg(long, value_name = "OFFICE", value_parser = office)]
    pub office: Option<OfficeId>,
    /// Tab-separated, with a header line
    #[arg(long)]
    pub tsv: bool,
    #[command(subcommand)]
    pub action: Option<CalendarAction>,
}

/// What is done to the calendar. What is entered is in force at once, also for a desk that is serving.
#[derive(Clone, Debug, Subcommand)]
pub enum CalendarAction {
    /// Close a day; everybody who has reserved is told and offered other times
    Close {
        #[command(flatten)]
        entry: EntryArguments,
        /// What the people are told whose reservations are concerned: outage, weather or other
        #[arg(long, default_value = "other", value_parser = because)]
        because: ClosingReason,
    },
    /// Open a day, or give it other hours or counters
    Open {
        #[command(flatten)]
        entry: EntryArguments,
        /// From when to when, for example 09:00-12:00
        #[arg(long, value_name = "HOURS", value_parser = hours)]
        hours: Option<Hours>,
        /// How many counters, 1 to 16
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=16))]
        counters: Option<u8>,
    },
    /// Take back what was entered for a day
    Reset {
        #[command(flatten)]
        entry: EntryArguments,
    },
    /// Who entered what and when
    Log,
    /// Reservations that stand outside of what is open by now
    Conflicts {
        /// Tab-separated, with a header line
        #[arg(long)]
        tsv: bool,
    },
}

/// Entries for later days than these are slips of the pen.
const DAYS_AHEAD_MAX: i64 = 800;

/// An entry's day, and who enters it why.
#[derive(Clone, Debug, Args)]
pub struct EntryArguments {
    /// The day, for example 2026-12-16
    pub day: NaiveDate,
    /// Only this office; all without it
    #[arg(long, value_name = "OFFICE", value_parser = office)]
    pub office: Option<OfficeId>,
    /// Who enters it, under a name of their office
    #[arg(long, value_name = "NAME")]
    pub by: String,
    /// Why, in a few words
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
}

fn because(text: &str) -> Result<ClosingReason, String> {
    text.parse()
}

fn office(text: &str) -> Result<OfficeId, String> {
    OfficeId::read(text).ok_or_else(|| "use the id of an office, such as main".to_owned())
}

/// Reads `09:00-12:00`.
fn hours(text: &str) -> Result<Hours, String> {
    let wrong = || "write hours like 09:00-12:00".to_owned();
    let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| wrong());
    let (opens, closes) = text.split_once('-').ok_or_else(wrong)?;
    let hours = Hours {
        opens: time(opens)?,
        closes: time(closes)?,
    };
    if hours.opens < hours.closes {
        Ok(hours)
    } else {
        Err("it must open before it closes".to_owned())
    }
}

impl EntryArguments {
    /// The entry, or what is wrong with it.
    ///
    /// # Errors
    /// There is no such office, or somebody left out who they are or why.
    pub fn entry(
        self,
        change: Change,
        rules: &Rules,
        now: chrono::DateTime<chrono::Utc>,
    ) -> Result<Entry, String> {
        if let Some(office) = self.office.as_ref().filter(|id| rules.office(id).is_none()) {
            let known: Vec<&str> = rules.offices.iter().map(|o| o.id.as_str()).collect();
            return Err(format!(
                "there is no office {office}; there are {}",
                known.join(", ")
            ));
        }
        if self.day < civil(now).date() {
            return Err(format!("{} is over; enter a day to come", self.day));
        }
        let is_open = rules.calendar.rule(self.day).is_ok();
        if matches!(
            change,
            Change::Open {
                hours: None,
                counters: Some(_)
            }
        ) && !is_open
        {
            return Err(format!(
                "{} is closed by the rule; say --hours as well",
                self.day
            ));
        }
        if self.day > civil(now).date() + chrono::TimeDelta::days(DAYS_AHEAD_MAX) {
            return Err(format!("{} is too far ahead", self.day));
        }
        if change
            == (Change::Open {
                hours: None,
                counters: None,
            })
        {
            return Err("say --hours or --counters".to_owned());
        }
        if self.by.trim().is_empty() || self.reason.trim().is_empty() {
            return Err("say who enters it (--by) and why (--reason)".to_owned());
        }
        Ok(Entry {
            day: self.day,
            office: self.office,
            change,
            // One line each in the lists.
            reason: self.reason.split_whitespace().collect::<Vec<_>>().join(" "),
            who: self.by.trim().to_owned(),
            at: now,
        })
    }
}

/// Prints a year, one line for each day and office.
///
/// # Errors
/// The terminal fails.
pub fn year(
    rules: &Rules,
    year: i32,
    only: Option<&OfficeId>,
    tsv: bool,
    out: &mut impl Write,
) -> std::io::Result<()> {
    if tsv {
        writeln!(out, "date\toffice\tstate\topens\tcloses\tcounters\treason")?;
    }
    let first = NaiveDate::from_ymd_opt(year, 1, 1);
    let days = first.into_iter().flat_map(|day| day.iter_days());
    for day in days.take_while(|day| day.year() == year) {
        let offices = rules.offices.iter();
        for office in offices.filter(|office| only.is_none_or(|id| *id == office.id)) {
            line(rules, office, day, tsv, out)?;
        }
    }
    Ok(())
}

fn line(
    rules: &Rules,
    office: &Office,
    day: NaiveDate,
    tsv: bool,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let entry = rules.calendar.entry_at(&office.id, day);
    let time = |time: NaiveTime| time.format("%H:%M").to_string();
    let hours = rules.calendar.hours_at(&office.id, day);
    let planned = |hours: &Hours| {
        let mut planned: Vec<String> = Vec::new();
        let bands = office.weekday.iter().map(|band| band.from);
        let times = bands.filter(|from| *from > hours.opens && *from < hours.closes);
        for from in std::iter::once(hours.opens).chain(times) {
            let count = counters(rules, office, day, from).to_string();
            if planned.last() != Some(&count) {
                planned.push(count);
            }
        }
        planned.join("→")
    };
    let rule = rules.calendar.rule(day);
    let reason = match (entry, &hours, &rule) {
        (Some(entry), ..) => entry.reason.clone(),
        (None, Err(why), _) => reason(why).to_owned(),
        (None, Ok(_), _) => String::new(),
    };
    let (state, opens, closes, count) = match &hours {
        Ok(hours) if planned(hours) == "0" => {
            ("closed", String::new(), String::new(), String::new())
        }
        Ok(hours) => (
            "open",
            time(hours.opens),
            time(hours.closes),
            planned(hours),
        ),
        Err(_) => ("closed", String::new(), String::new(), String::new()),
    };
    if tsv {
        return writeln!(
            out,
            "{day}\t{}\t{state}\t{opens}\t{closes}\t{count}\t{reason}",
            office.id
        );
    }
    let weekday =
        ["月", "火", "水", "木", "金", "土", "日"][day.weekday().num_days_from_monday() as usize];
    let span = if opens.is_empty() {
        String::new()
    } else {
        format!("{opens}–{closes}")
    };
    writeln!(
        out,
        "{day} {weekday} {:<8} {state:<6} {span:<11} {count:<4} {reason}",
        office.id.as_str()
    )
}

/// Why the rule closes a day, as the staff read it.
fn reason(why: &Closed) -> &str {
    match why {
        Closed::Saturday => "土曜日",
        Closed::Sunday => "日曜日",
        Closed::Holiday(name) => name,
        Closed::YearEnd => "年末年始",
        Closed::Special => "閉庁日",
    }
}

/// Prints every entry, the oldest first.
///
/// # Errors
/// The terminal fails.
pub fn log(entries: &[Entry], out: &mut impl Write) -> std::io::Result<()> {
    for entry in entries {
        let what = match &entry.change {
            Change::Closed => "closed".to_owned(),
            Change::Rule => "taken back".to_owned(),
            Change::Open { hours, counters } => {
                let hours = hours
                    .map(|h| format!(" {}–{}", h.opens.format("%H:%M"), h.closes.format("%H:%M")));
                let counters = counters.map(|n| format!(" {n} counters"));
                format!(
                    "open{}{}",
                    hours.unwrap_or_default(),
                    counters.unwrap_or_default()
                )
            }
        };
        let office = entry.office.as_ref().map_or("all", OfficeId::as_str);
        let at = civil(entry.at).format("%Y-%m-%d %H:%M");
        writeln!(
            out,
            "{} {office}: {what} ({}) — {}, {at}",
            entry.day, entry.reason, entry.who
        )?;
    }
    Ok(())
}

/// Prints the reservations left outside; who cannot be written to must be called.
///
/// # Errors
/// The terminal fails.
pub fn conflicts(found: &[Conflict], tsv: bool, out: &mut impl Write) -> std::io::Result<()> {
    if tsv {
        writeln!(out, "start\toffice\tminutes\tcode\tlanguage\treachable")?;
    }
    for conflict in found {
        let Conflict {
            code,
            office,
            start,
            minutes,
            language,
            reachable,
        } = conflict;
        let start = start.format("%Y-%m-%d %H:%M");
        if tsv {
            writeln!(
                out,
                "{start}\t{office}\t{minutes}\t{code}\t{language}\t{reachable}"
            )?;
        } else {
            let reach = if *reachable {
                ""
            } else {
                ", not reachable by message"
            };
            writeln!(
                out,
                "{start} {office} {minutes} min {code} ({language}{reach})"
            )?;
        }
    }
    Ok(())
}
