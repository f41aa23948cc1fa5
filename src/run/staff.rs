//! `madoguchi staff`, on the database of a desk that may be serving.

use std::collections::BTreeSet;
use std::io::{BufRead, IsTerminal, Write};
use std::process::ExitCode;

use anyhow::{Context, bail};

use super::{config, open, runtime};
use crate::app::App;
use crate::app::password::Password;
use crate::commands::Common;
use crate::commands::staff::{self, Staff};
use crate::desk::rights::{Organisation, Role};
use crate::desk::roster::{Person, Post, RosterChange};

/// Works on the roster and the logins; a desk that is serving knows at once.
pub(super) fn command(common: &Common, command: Staff) -> anyhow::Result<ExitCode> {
    let config = config(common)?;
    runtime()?.block_on(async {
        let app = open(common, config).await?;
        let done = work(&app, command).await;
        app.store().close();
        done
    })
}

async fn work(app: &App, command: Staff) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    match command {
        Staff::List => staff::list(app.config(), &*app.roster()?, &app.logins()?, &mut out)?,
        Staff::Admin { name } => admin(app, name, &mut out).await?,
        Staff::Add { name, post } => {
            change(app, RosterChange::Add(name.clone(), post.post())).await?;
            writeln!(
                out,
                "“{name}” is on the roster; give them a password with `madoguchi staff password`"
            )?;
        }
        Staff::End { name } => {
            change(app, RosterChange::End(name.clone())).await?;
            writeln!(out, "“{name}” is out of service; all their sessions ended")?;
        }
        Staff::DropFactor { name } => {
            change(app, RosterChange::DropFactor(name.clone())).await?;
            writeln!(out, "“{name}” comes in with the password alone")?;
        }
        Staff::Password { name, generate } => {
            named(app, &name)?;
            if generate {
                writeln!(out, "{}", app.generate_password(&name).await?)?;
            } else {
                let new = password(&name)?;
                app.set_password(&name, &new).await?;
                writeln!(out, "“{name}” has a new password; all their sessions ended")?;
            }
        }
        Staff::Lock { name } => {
            let is_named = app.roster()?.find(&name).is_some();
            if !is_named && !app.logins()?.contains_key(&name) {
                bail!(
                    "“{name}” is not on the roster and has no password; see `madoguchi staff list`"
                );
            }
            app.lock_out(&name).await?;
            writeln!(
                out,
                "“{name}” is locked out until they are given another password"
            )?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn named(app: &App, name: &str) -> anyhow::Result<()> {
    if app.roster()?.find(name).is_none() {
        bail!("“{name}” is not on the roster; see `madoguchi staff list`");
    }
    Ok(())
}

async fn change(app: &App, change: RosterChange) -> anyhow::Result<()> {
    match app.change_roster(None, None, change).await? {
        Ok(()) => Ok(()),
        Err(refusal) => bail!(refusal),
    }
}

/// Makes the first administrator; the next ones are made on the page, by the first.
async fn admin(app: &App, name: String, out: &mut impl Write) -> anyhow::Result<()> {
    let (roster, today) = (app.roster()?, app.today());
    let is_admin = |person: &&Person| roster.role(&person.name, today) == Some(Role::Admin);
    if let Some(person) = roster.people.iter().find(is_admin) {
        bail!(
            "“{}” is an administrator already; they make others on the page",
            person.name
        );
    }
    let post = Post {
        role: Role::Admin,
        organisation: Organisation::City,
        offices: BTreeSet::new(),
        first_day: None,
        last_day: None,
    };
    change(app, RosterChange::Add(name.clone(), post)).await?;
    // The roster writes the name in its own form.
    let roster = app.roster()?;
    let name = roster.person(&name).map(|person| person.name.clone());
    let name = name.context("the roster was changed meanwhile")?;
    let password = app.generate_password(&name).await?;
    writeln!(
        out,
        "“{name}” is an administrator; the password, shown this once:"
    )?;
    writeln!(out, "{password}")?;
    Ok(())
}

/// Reads the new password: twice and unseen on a terminal, else one line.
fn password(name: &str) -> anyhow::Result<Password> {
    let typed = if std::io::stdin().is_terminal() {
        let ask = |prompt: &str| rpassword::prompt_password(prompt).context("the terminal");
        let typed = ask(&format!("new password of “{name}”: "))?;
        if ask("once more: ")? != typed {
            bail!("the two passwords differ; nothing has changed");
        }
        typed
    } else {
        let mut line = String::new();
        let read = std::io::stdin().lock().read_line(&mut line);
        read.context("standard input")?;
        line.trim_end_matches(['\r', '\n']).to_owned()
    };
    Ok(Password::new(&typed, name)?)
}
