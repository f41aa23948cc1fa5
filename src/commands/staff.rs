//! `madoguchi staff`: who works here, and who may come in to the staff's pages.

use std::collections::BTreeMap;
use std::io::Write;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use crate::app::logins::Login;
use crate::config::Config;
use crate::desk::rights::{Organisation, Role};
use crate::desk::roster::{Person, Post, Roster};
use crate::desk::rules::OfficeId;
use crate::library::Role as TextRole;

#[derive(Clone, Debug, Subcommand)]
pub enum Staff {
    /// List everybody of the roster: what they do, where, from when until when, and their login; tab-separated
    List,
    /// Make the first administrator, who keeps the roster on the page from then on, and print their password
    Admin {
        /// A new name, such as that of an office
        name: String,
    },
    /// Put somebody on the roster
    Add {
        /// A new name, such as that of an office
        name: String,
        #[command(flatten)]
        post: PostArguments,
    },
    /// End somebody's service at once
    End {
        /// A name that was put on the roster here or on the page
        name: String,
    },
    /// Take somebody's second factor away, as when their telephone is lost
    DropFactor {
        /// A name of the roster
        name: String,
    },
    /// Set somebody's password: asked for twice on a terminal, else one line of standard input
    Password {
        /// A name of the roster
        name: String,
        /// Make one up and print it
        #[arg(long)]
        generate: bool,
    },
    /// Lock somebody out until they are given another password: end their sessions, and what they do on Telegram
    Lock {
        /// A name of the roster, or one that was there
        name: String,
    },
}

/// What somebody does here.
#[derive(Clone, Debug, Args)]
pub struct PostArguments {
    /// clerk, floor, supervisor, deputy, reviewer or admin
    #[arg(long, value_parser = role)]
    role: Role,
    /// contractor or city
    #[arg(long, value_parser = organisation)]
    organisation: Organisation,
    /// Where they work, by the ids of offices with commas between; everywhere if left out
    #[arg(long, value_parser = office, value_delimiter = ',')]
    offices: Vec<OfficeId>,
    /// The first day in service
    #[arg(long, value_name = "DAY")]
    from: Option<NaiveDate>,
    /// The last day in service
    #[arg(long, value_name = "DAY")]
    until: Option<NaiveDate>,
}

impl PostArguments {
    #[must_use]
    pub fn post(self) -> Post {
        Post {
            role: self.role,
            organisation: self.organisation,
            offices: self.offices.into_iter().collect(),
            first_day: self.from,
            last_day: self.until,
        }
    }
}

fn role(text: &str) -> Result<Role, String> {
    let ids = Role::ALL.map(Role::id).join(", ");
    Role::from_id(text).ok_or_else(|| format!("write one of {ids}"))
}

fn organisation(text: &str) -> Result<Organisation, String> {
    Organisation::from_id(text).ok_or_else(|| "write contractor or city".to_owned())
}

fn office(text: &str) -> Result<OfficeId, String> {
    OfficeId::read(text).ok_or_else(|| "write the id of an office, such as main".to_owned())
}

/// The columns of the list.
const HEAD: &str =
    "name\trole\torganisation\toffices\tfrom\tuntil\taway\ttelegram\tfactor\tpassword\tsessions";

/// Prints everybody of the roster, and whoever still has a password without being on it.
///
/// # Errors
/// The terminal fails.
pub fn list(
    config: &Config,
    roster: &Roster,
    logins: &BTreeMap<String, Login>,
    out: &mut impl Write,
) -> std::io::Result<()> {
    writeln!(out, "{HEAD}")?;
    for person in &roster.people {
        let login = logins.get(&person.name).copied().unwrap_or_default();
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
            person.name,
            roles(config, person),
            person.organisation.id(),
            offices(person),
            day(person, |post| post.first_day),
            day(person, |post| post.last_day),
            yes_no(person.is_away),
            yes_no(person.telegram.is_some()),
            yes_no(person.has_factor),
            password(login),
            login.sessions
        )?;
    }
    let gone = logins.iter();
    let gone = gone.filter(|(name, login)| roster.find(name).is_none() && !login.is_locked);
    for (name, login) in gone {
        let (password, sessions) = (password(*login), login.sessions);
        writeln!(
            out,
            "{name}\tnot named\t\t\t\t\tno\tno\tno\t{password}\t{sessions}"
        )?;
    }
    Ok(())
}

const fn yes_no(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

const fn password(login: Login) -> &'static str {
    match (login.has_password, login.is_given) {
        (false, _) if login.is_locked => "locked out",
        (false, _) => "no",
        (true, true) => "to be changed",
        (true, false) => "yes",
    }
}

fn offices(person: &Person) -> String {
    let Some(post) = &person.post else {
        return String::new();
    };
    if post.offices.is_empty() {
        return "all".to_owned();
    }
    let offices: Vec<&str> = post.offices.iter().map(OfficeId::as_str).collect();
    offices.join(",")
}

fn day(person: &Person, of: impl Fn(&Post) -> Option<NaiveDate>) -> String {
    let day = person.post.as_ref().and_then(of);
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn roles(config: &Config, person: &Person) -> String {
    let mut roles: Vec<&str> = person.role().map(Role::id).into_iter().collect();
    let mut texts = config.faq.people.iter();
    match texts.find(|text| text.name == person.name) {
        Some(text) if text.role == TextRole::Author => roles.push("author"),
        Some(_) => roles.push("city-reviewer"),
        None => {}
    }
    roles.join(", ")
}
