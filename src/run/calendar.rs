//! `madoguchi calendar`, on the database of a desk that may be serving.

use std::io::Write;
use std::process::ExitCode;

use anyhow::bail;
use chrono::{Datelike, NaiveDate};

use super::{clock, config, database, open, runtime};
use crate::app::orders::Closed;
use crate::commands::Common;
use crate::commands::calendar::{self, CalendarAction, CalendarArguments};
use crate::desk::calendar::{Change, Entry};
use crate::desk::closing::ClosingReason;
use crate::desk::rights::Right;
use crate::desk::roster::Roster;
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
    let roster = crate::app::roster::read(&config, &store)?;
    may_enter(&roster, &entry, civil(now).date())?;
    is_there(&entry, &rules()?)?;
    store.close();
    let closed = runtime()?.block_on(close(common, entry, because))?;
    tell(closed, &mut out)?;
    let rules = rules()?;
    let left = store.read(|sql| store::calendar::conflicts(sql, &rules, now))?;
    writeln!(
        out,
        "in force; {} reservations stand outside (see `madoguchi calendar conflicts`)",
        left.len()
    )?;
    Ok(ExitCode::SUCCESS)
}

/// Something must be entered for a day before it can be taken back.
fn is_there(entry: &Entry, rules: &Rules) -> anyhow::Result<()> {
    if entry.change == Change::Rule && rules.calendar.taken_back(entry).is_empty() {
        let alone = match entry.office {
            Some(_) => " at that office alone",
            None => "",
        };
        bail!(
            "nothing is entered for {}{alone}; see `madoguchi calendar log`",
            entry.day
        );
    }
    Ok(())
}

/// Days are theirs who have the right at the office, or at all of them, where the roster names anybody.
fn may_enter(roster: &Roster, entry: &Entry, today: NaiveDate) -> anyhow::Result<()> {
    let may = match &entry.office {
        Some(office) => roster.may_at(&entry.who, Right::Calendar, office, today),
        None => roster.may_everywhere(&entry.who, Right::Calendar, today),
    };
    if roster.people.iter().any(|person| person.post.is_some()) && !may {
        bail!(
            "“{}” may not close days there; see `madoguchi staff list`",
            entry.who
        );
    }
    Ok(())
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
