//! `madoguchi reservations`, on the database of a desk that may be serving.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, bail};
use chrono::NaiveDateTime;

use super::{config, open, runtime};
use crate::app::App;
use crate::commands::Common;
use crate::commands::reservations::{self, Clerk, Reservations};
use crate::desk::clerk::{Order, OrderRefusal, Wish};
use crate::desk::reservation::Reservation;
use crate::desk::rights::Right;
use crate::desk::rules::{OfficeId, civil};
use crate::ids::{ReservationId, find_code};
use crate::store::lists;

/// Works in the book; whoever is concerned is told by the desk that serves.
pub(super) fn command(common: &Common, command: Reservations) -> anyhow::Result<ExitCode> {
    let config = config(common)?;
    runtime()?.block_on(async {
        let app = open(common, config).await?;
        let done = work(&app, command).await;
        app.store().close();
        done
    })
}

async fn work(app: &App, command: Reservations) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    let order = match command {
        Reservations::List { office, day, tsv } => {
            known(app, &office)?;
            let day = day.unwrap_or(civil(app.now()).date());
            let lines = app.store().read(|sql| lists::day(sql, &office, day))?;
            reservations::list(&lines, tsv, &mut out)?;
            return Ok(ExitCode::SUCCESS);
        }
        Reservations::Free { wish, day, beyond } => {
            known(app, &wish.office)?;
            let wish = wish.wish(day.and_time(chrono::NaiveTime::MIN));
            for span in app.free_times(wish, None, beyond).await? {
                writeln!(out, "{}", span.start().format("%H:%M"))?;
            }
            return Ok(ExitCode::SUCCESS);
        }
        Reservations::Import { file, by, apply } => {
            return import(app, &file, &by, apply, &mut out).await;
        }
        Reservations::Book {
            wish,
            at,
            contact,
            by,
        } => {
            check(app, &by, &wish.office)?;
            let order = Order::Book {
                wish: wish.wish(at),
                language: contact.lang,
                contact: contact.contact(),
                beyond: by.beyond.clone(),
            };
            (by, order)
        }
        Reservations::Move {
            code,
            at,
            office,
            by,
        } => relocate(app, by, &code, at, office)?,
        Reservations::Cancel { code, by } => about(app, by, &code, Order::Cancel)?,
        Reservations::Came { code, by } => about(app, by, &code, Order::Came)?,
        Reservations::Missed { code, by } => about(app, by, &code, Order::Missed)?,
        Reservations::Unmark { code, by } => about(app, by, &code, Order::Unmark)?,
    };
    let done = carry_out(app, &order.0.by, order.1).await?;
    match done {
        Ok(reservation) => {
            let start = reservation.start().format("%Y-%m-%d %H:%M");
            writeln!(
                out,
                "{} {start} {}",
                reservation.code, reservation.span.office
            )?;
            Ok(ExitCode::SUCCESS)
        }
        Err(refusal) => bail!(refusal),
    }
}

fn known(app: &App, office: &OfficeId) -> anyhow::Result<()> {
    if app.rules().office(office).is_none() {
        bail!(reservations::refusal(
            &OrderRefusal::UnknownOffice,
            app.rules()
        ));
    }
    Ok(())
}

fn relocate(
    app: &App,
    by: Clerk,
    code: &str,
    start: NaiveDateTime,
    office: Option<OfficeId>,
) -> anyhow::Result<(Clerk, Order)> {
    let old = find(app, code)?;
    check(app, &by, &old.span.office)?;
    check(app, &by, office.as_ref().unwrap_or(&old.span.office))?;
    let wish = Wish {
        office: office.unwrap_or(old.span.office),
        procedures: old.procedures,
        people: old.people,
        start,
    };
    let order = Order::Move {
        id: old.id,
        wish,
        beyond: by.beyond.clone(),
    };
    Ok((by, order))
}

fn about(
    app: &App,
    by: Clerk,
    code: &str,
    order: impl Fn(ReservationId) -> Order,
) -> anyhow::Result<(Clerk, Order)> {
    let found = find(app, code)?;
    check(app, &by, &found.span.office)?;
    Ok((by, order(found.id)))
}

/// Whether the roster lets somebody work in the book of an office.
fn check(app: &App, by: &Clerk, office: &OfficeId) -> anyhow::Result<()> {
    let (roster, today) = (app.roster()?, app.today());
    // An office that is none is refused by the book, which says so.
    let is_there = app.rules().office(office).is_some();
    let may = |right| match is_there {
        true => roster.may_at(&by.by, right, office, today),
        false => roster.may(&by.by, right, today),
    };
    if !may(Right::Book) {
        bail!(
            "“{}” does not work with the reservations there; see `madoguchi staff list`",
            by.by
        );
    }
    let Some(why) = &by.beyond else { return Ok(()) };
    if why.trim().is_empty() {
        bail!("--beyond needs a reason");
    }
    if !may(Right::BeyondRules) {
        bail!("only a supervisor may leave the rules aside");
    }
    Ok(())
}

fn find(app: &App, code: &str) -> anyhow::Result<Reservation> {
    let read =
        find_code(code).with_context(|| format!("“{code}” is no code; write it like H7K3-M9QX"))?;
    let found = app.store().read(|sql| {
        let Some(id) = lists::by_code(sql, &read)? else {
            return Ok(None);
        };
        lists::one(sql, id)
    })?;
    let line = found.with_context(|| format!("there is no reservation {read}"))?;
    Ok(line.reservation)
}

async fn carry_out(
    app: &App,
    who: &str,
    order: Order,
) -> anyhow::Result<Result<Reservation, String>> {
    let key = format!("terminal:{}", app.new_token().await?);
    let done = app.order(key, who.to_owned(), order).await?;
    Ok(done.map_err(|refusal| reservations::refusal(&refusal, app.rules())))
}

/// Takes a file over row by row. Rows that cannot be taken are told with their line; the others are written, if at all,
/// in the order of the file.
async fn import(
    app: &App,
    file: &std::path::Path,
    by: &Clerk,
    apply: bool,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let name = file.display();
    let text = std::fs::read(file).with_context(|| format!("{name} cannot be read"))?;
    let rows = reservations::rows(&text).map_err(|what| anyhow::anyhow!("{name}: {what}"))?;
    let (mut orders, mut told) = (Vec::new(), Vec::new());
    let all = rows.len();
    for row in rows {
        match row.order {
            Ok(mut order) => {
                if let Order::Book { wish, beyond, .. } = &mut order {
                    check(app, by, &wish.office)?;
                    beyond.clone_from(&by.beyond);
                }
                orders.push((row.line, order));
            }
            Err(what) => told.push((row.line, what)),
        }
    }
    let mut taken = 0usize;
    for (line, result) in app.take_over(by.by.clone(), orders, apply).await? {
        match result {
            Ok(reservation) => {
                taken += 1;
                if apply {
                    told.push((line, reservation.code.to_string()));
                }
            }
            Err(refusal) => told.push((line, reservations::refusal(&refusal, app.rules()))),
        }
    }
    told.sort();
    for (line, what) in told {
        writeln!(out, "{name}:{line}: {what}")?;
    }
    let refused = all - taken;
    let verb = if apply {
        "taken over"
    } else {
        "can be taken over"
    };
    writeln!(out, "{taken} of {all} rows {verb}, {refused} refused")?;
    if !apply && taken > 0 {
        writeln!(out, "nothing is written yet; say --apply")?;
    }
    Ok(if refused == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
