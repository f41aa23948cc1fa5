//! `madoguchi staff`, on the database of a desk that may be serving.

use std::io::{BufRead, IsTerminal, Write};
use std::process::ExitCode;

use anyhow::{Context, bail};

use super::{config, open, runtime};
use crate::app::App;
use crate::app::password::Password;
use crate::commands::Common;
use crate::commands::staff::{self, Staff};

/// Works on the logins; a desk that is serving knows at once.
pub(super) fn command(common: &Common, command: Staff) -> anyhow::Result<ExitCode> {
    let config = config(common)?;
    if let Staff::Password { name, .. } = &command
        && !config.people().contains(&name.as_str())
    {
        bail!("“{name}” is neither in staff.people nor in faq.people of the configuration");
    }
    // Asked for before the database is opened, so that nothing waits for whoever types.
    let typed = match &command {
        Staff::Password {
            name,
            generate: false,
        } => Some(password(name)?),
        _ => None,
    };
    runtime()?.block_on(async {
        let app = open(common, config).await?;
        let done = work(&app, command, typed).await;
        app.store().close();
        done
    })
}

async fn work(app: &App, command: Staff, typed: Option<Password>) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    match command {
        Staff::List => staff::list(app.config(), &app.logins()?, &mut out)?,
        Staff::Password { name, .. } => match typed {
            Some(new) => {
                app.set_password(&name, &new).await?;
                writeln!(out, "“{name}” has a new password; all their sessions ended")?;
            }
            None => writeln!(out, "{}", app.generate_password(&name).await?)?,
        },
        Staff::Lock { name } => {
            let is_named = app.config().people().contains(&name.as_str());
            if !is_named && !app.logins()?.contains_key(&name) {
                bail!(
                    "“{name}” is not in the configuration and has no password; see `madoguchi staff list`"
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
