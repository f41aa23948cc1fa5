//! `madoguchi calendar`, on the database of a desk that may be serving.

use std::io::Write;
use std::process::ExitCode;

use anyhow::bail;
use chrono::Datelike;

use super::{clock, config, database, open, runtime};
use crate::app::orders::Closed;
use crate::commands::Common;
use crate::commands::calendar::{self, CalendarAction, CalendarArguments};
use crate::desk::calendar::{Change, Entry};
use crate::desk::closing::ClosingReason;
use crate::desk::rules::{Rules, civil};
use crate::ids::IdSource;
use crate::store::{self, Store};

/// Works on the calendar beside a desk that may be serving: it sees the entry with its next turn.
pub(super) fn command(common: &Common, arguments: CalendarArguments) -> anyhow::Result<ExitCode> {
    let config = config(common)?;
    let now = clock(common)?.now();
    let mut out = std::io::stdout().lock();
    let store = Store::open(&database(common), IdSource::from_os())?;
    let rules = || store.read(|sql| store::calendar::rules(sql, &config.rules));
    let mut because = ClosingReason::Other;
    let change = match &arguments.action {
        None => {
            let year = arguments.year.unwrap_or_else(|| civil(now).date().year());
            let (office, tsv) = (arguments.office.as_ref(), arguments.tsv);
            if let Some(office) = office.filter(|office| config.rules.office(office).is_none()) {
                bail!("there is no office {office} in the configuration");
            }
            calendar::year(&rules()?, year, office, tsv, &mut out)?;
            return Ok(ExitCode::SUCCESS);
        }
        Some(CalendarAction::Log) => {
            calendar::log(&store.read(store::calendar::entries)?, &mut out)?;
            return Ok(ExitCode::SUCCESS);
        }
        Some(CalendarAction::Conflicts { tsv }) => {
            let rules = rules()?;
            let found = store.read(|sql| store::calendar::conflicts(sql, &rules, now))?;
            calendar::conflicts(&found, *tsv, &mut out)?;
            return Ok(ExitCode::SUCCESS);
        }
        Some(CalendarAction::Close { because: why, .. }) => {
            because = *why;
            Change::Closed
        }
        Some(CalendarAction::Open {
            hours, counters, ..
        }) => Change::Open {
            hours: *hours,
            counters: *counters,
        },
        Some(CalendarAction::Reset { .. }) => Change::Rule,
    };
    let Some(
        CalendarAction::Close { entry, .. }
        | CalendarAction::Open { entry, .. }
        | CalendarAction::Reset { entry },
    ) = arguments.action
    else {
        return Ok(ExitCode::SUCCESS);
    };
    let entry = entry
        .entry(change, &config.rules, now)
        .map_err(anyhow::Error::msg)?;
    if entry.change == Change::Rule {
        let entries = taken_back(&entry, &rules()?)?;
        let work = move |tx: &mut store::tx::Tx<'_>| entries.iter().try_for_each(|e| tx.enter(e));
        runtime()?.block_on(store.write(work))?;
    } else {
        store.close();
        let closed = runtime()?.block_on(close(common, entry, because))?;
        tell(closed, &mut out)?;
    }
    let rules = rules()?;
    let left = store.read(|sql| store::calendar::conflicts(sql, &rules, now))?;
    writeln!(
        out,
        "in force; {} reservations stand outside (see `madoguchi calendar conflicts`)",
        left.len()
    )?;
    Ok(ExitCode::SUCCESS)
}

/// Says how many people are concerned, where there are any.
fn tell(closed: Closed, out: &mut impl Write) -> std::io::Result<()> {
    let Closed {
        affected,
        offered,
        to_call,
    } = closed;
    if affected > 0 {
        writeln!(
            out,
            "{affected} people are concerned: other times are kept for {offered}; {to_call} cannot be reached and must be called"
        )?;
    }
    Ok(())
}

/// Enters a closure or other hours, and tells everybody concerned.
async fn close(common: &Common, entry: Entry, because: ClosingReason) -> anyhow::Result<Closed> {
    let app = open(common, config(common)?).await?;
    let closed = app.close_day(entry, because).await?;
    app.store().close();
    Ok(closed)
}

/// What a reset takes back: the entry of the office it names, or everything that is entered for the day.
fn taken_back(entry: &Entry, rules: &Rules) -> anyhow::Result<Vec<Entry>> {
    let there = rules.calendar.entries.get(&entry.day);
    let there = there.into_iter().flatten();
    let back: Vec<Entry> = there
        .filter(|old| old.change != Change::Rule)
        .filter(|old| entry.office.is_none() || old.office == entry.office)
        .map(|old| Entry {
            office: old.office.clone(),
            ..entry.clone()
        })
        .collect();
    if back.is_empty() {
        bail!(
            "nothing is entered for {}{}; see `madoguchi calendar log`",
            entry.day,
            if entry.office.is_some() {
                " at that office alone"
            } else {
                ""
            }
        );
    }
    Ok(back)
}
