//! `madoguchi calendar`, on the database of a desk that may be serving.

use std::io::Write;
use std::process::ExitCode;

use anyhow::bail;
use chrono::Datelike;

use super::{clock, config, database, runtime};
use crate::commands::Common;
use crate::commands::calendar::{self, CalendarAction, CalendarArguments};
use crate::desk::calendar::Change;
use crate::desk::rules::civil;
use crate::ids::IdSource;
use crate::store::{self, Store};

/// Works on the calendar beside a desk that may be serving: it sees the entry with its next turn.
pub(super) fn command(common: &Common, arguments: CalendarArguments) -> anyhow::Result<ExitCode> {
    let config = config(common)?;
    let now = clock(common)?.now();
    let mut out = std::io::stdout().lock();
    let store = Store::open(&database(common), IdSource::from_os())?;
    let rules = || store.read(|sql| store::calendar::rules(sql, &config.rules));
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
        Some(CalendarAction::Close { .. }) => Change::Closed,
        Some(CalendarAction::Open {
            hours, counters, ..
        }) => Change::Open {
            hours: *hours,
            counters: *counters,
        },
        Some(CalendarAction::Reset { .. }) => Change::Rule,
    };
    let Some(
        CalendarAction::Close { entry }
        | CalendarAction::Open { entry, .. }
        | CalendarAction::Reset { entry },
    ) = arguments.action
    else {
        return Ok(ExitCode::SUCCESS);
    };
    let entry = entry
        .entry(change, &config.rules, now)
        .map_err(anyhow::Error::msg)?;
    runtime()?.block_on(store.write(move |tx| tx.enter(&entry)))?;
    let rules = rules()?;
    let left = store.read(|sql| store::calendar::conflicts(sql, &rules, now))?;
    writeln!(
        out,
        "in force; {} reservations stand outside (see `madoguchi calendar conflicts`)",
        left.len()
    )?;
    Ok(ExitCode::SUCCESS)
}
