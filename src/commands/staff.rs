//! `madoguchi staff`: who may come in to the staff's pages.

use std::collections::BTreeMap;
use std::io::Write;

use clap::Subcommand;

use crate::app::logins::Login;
use crate::config::Config;
use crate::library::Role;

#[derive(Clone, Debug, Subcommand)]
pub enum Staff {
    /// List the people of the configuration: role, Telegram, password, open sessions; tab-separated
    List,
    /// Set somebody's password: asked for twice on a terminal, else one line of standard input
    Password {
        /// A name in staff.people or faq.people of the configuration
        name: String,
        /// Make one up and print it
        #[arg(long)]
        generate: bool,
    },
    /// Lock somebody out until they are given another password: take theirs away and end their sessions
    Lock {
        /// A name in staff.people or faq.people of the configuration, or one that was there
        name: String,
    },
}

/// Prints everybody of the configuration, and whoever still has a password without being named.
///
/// # Errors
/// The terminal fails.
pub fn list(
    config: &Config,
    logins: &BTreeMap<String, Login>,
    out: &mut impl Write,
) -> std::io::Result<()> {
    writeln!(out, "name\trole\ttelegram\tpassword\tsessions")?;
    let people = config.people();
    let gone = (logins.iter())
        .filter(|(name, login)| !people.contains(&name.as_str()) && !login.is_locked)
        .map(|(name, _)| name.as_str());
    for name in people.iter().copied().chain(gone) {
        let login = logins.get(name).copied().unwrap_or_default();
        let on_telegram = (config.staff.people.iter())
            .any(|person| person.name == name && person.telegram.is_some());
        let password = match (login.has_password, login.is_given) {
            (false, _) if login.is_locked => "locked out",
            (false, _) => "no",
            (true, true) => "to be changed",
            (true, false) => "yes",
        };
        writeln!(
            out,
            "{name}\t{}\t{}\t{password}\t{}",
            roles(config, name),
            if on_telegram { "yes" } else { "no" },
            login.sessions
        )?;
    }
    Ok(())
}

fn roles(config: &Config, name: &str) -> String {
    let mut roles = Vec::new();
    if let Some(role) = config.staff.role(name) {
        roles.push(role.id());
    }
    match config.faq.people.iter().find(|person| person.name == name) {
        Some(person) if person.role == Role::Author => roles.push("author"),
        Some(_) => roles.push("city-reviewer"),
        None => {}
    }
    if roles.is_empty() {
        roles.push("not named");
    }
    roles.join(", ")
}
