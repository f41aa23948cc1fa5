//! The roster: who works with the reservations, in which role.

use chrono::NaiveTime;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::{Clock, Config};

/// Who works with the reservations, and when their lists come.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    #[serde(default)]
    pub people: Vec<Colleague>,
    /// When the list of the day goes to the staff's group, so that the cards can be sorted; unset: never.
    #[serde(default)]
    morning: Option<Clock>,
}

/// Somebody who works with the reservations, under a name of their office.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Colleague {
    pub name: String,
    pub role: StaffRole,
    /// Their number on Telegram.
    #[serde(default)]
    pub telegram: Option<i64>,
}

/// What somebody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StaffRole {
    /// Reserves, moves, cancels, notes arrivals, serves at a counter.
    Clerk,
    /// Guides people in the hall: does all that with the book, but serves at no counter.
    Floor,
    /// … and may leave the rules aside with a reason, close days, and give passwords.
    Supervisor,
}

impl StaffRole {
    /// How the configuration writes it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            StaffRole::Clerk => "clerk",
            StaffRole::Floor => "floor",
            StaffRole::Supervisor => "supervisor",
        }
    }

    /// Whether somebody may leave the rules aside, close days, and give passwords to others.
    #[must_use]
    pub const fn is_supervisor(self) -> bool {
        match self {
            StaffRole::Supervisor => true,
            StaffRole::Clerk | StaffRole::Floor => false,
        }
    }
}

impl Staff {
    #[must_use]
    pub fn morning(&self) -> Option<NaiveTime> {
        self.morning.map(|clock| clock.0)
    }

    /// The role of somebody, if they are named.
    #[must_use]
    pub fn role(&self, name: &str) -> Option<StaffRole> {
        let found = self.people.iter().find(|person| person.name == name);
        found.map(|person| person.role)
    }

    /// Whose number on Telegram this is.
    #[must_use]
    pub fn by_telegram(&self, id: i64) -> Option<(&str, StaffRole)> {
        let found = self
            .people
            .iter()
            .find(|person| person.telegram == Some(id));
        found.map(|person| (person.name.as_str(), person.role))
    }

    /// Each person has one name, and each number on Telegram one person.
    pub(super) fn check(&self) -> Result<(), String> {
        for (n, person) in self.people.iter().enumerate() {
            let before = &self.people[..n];
            if flat(&person.name).is_empty() {
                return Err("staff.people: a name is empty; write that of an office".into());
            }
            if before.iter().any(|b| flat(&b.name) == flat(&person.name)) {
                return Err(format!(
                    "staff.people: “{}” is there twice; give each person a name of their own",
                    person.name
                ));
            }
            let Some(id) = person.telegram else { continue };
            if id <= 0 {
                return Err(format!(
                    "staff.people: telegram of “{}” is {id}; write the number of a person, not of a group",
                    person.name
                ));
            }
            if let Some(other) = before.iter().find(|b| b.telegram == Some(id)) {
                return Err(format!(
                    "staff.people: “{}” and “{}” have the same telegram {id}; each number is one person’s",
                    other.name, person.name
                ));
            }
        }
        Ok(())
    }
}

impl Config {
    /// Everybody who may have a password, each name once: those who work with the reservations, then those who work on
    /// the answers. One name is one person, wherever it stands.
    #[must_use]
    pub fn people(&self) -> Vec<&str> {
        let staff = self.staff.people.iter().map(|person| person.name.as_str());
        let faq = self.faq.people.iter().map(|person| person.name.as_str());
        let mut names: Vec<&str> = Vec::new();
        for name in staff.chain(faq) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The name of the roster that somebody means, in whatever width it was typed.
    #[must_use]
    pub fn person(&self, typed: &str) -> Option<&str> {
        let typed = flat(typed);
        self.people().into_iter().find(|name| flat(name) == typed)
    }
}

fn flat(name: &str) -> String {
    name.nfkc().collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::HABIKINO;

    const COUNTER: &str = "{ name = \"counter\", role = \"clerk\" }";

    fn with(people: &str) -> Result<Config, String> {
        let text = HABIKINO.replacen(COUNTER, people, 1);
        assert_ne!(text, HABIKINO);
        Config::parse(&text)
    }

    #[test]
    fn somebody_is_known_by_their_number_on_telegram() {
        let config = with(
            "{ name = \"hall\", role = \"floor\", telegram = 7001 }, { name = \"counter\", role = \"clerk\" }",
        )
        .unwrap();
        let staff = &config.staff;
        assert_eq!(staff.by_telegram(7001), Some(("hall", StaffRole::Floor)));
        assert_eq!(staff.by_telegram(7002), None);
        assert_eq!(staff.role("hall"), Some(StaffRole::Floor));
        assert!(!StaffRole::Floor.is_supervisor());
    }

    #[test]
    fn a_name_is_one_person_wherever_it_stands_and_in_any_width() {
        let config = with("{ name = \"city-desk\", role = \"clerk\" }").unwrap();
        assert_eq!(config.people(), ["city-desk", "supervisor", "editors"]);
        assert_eq!(config.person(" ｃｉｔｙ－ｄｅｓｋ "), Some("city-desk"));
        assert_eq!(config.person("mayor"), None);
    }

    #[test]
    fn faults_of_the_roster_name_the_mend() {
        for (people, expected) in [
            (
                "{ name = \"a\", role = \"clerk\", phone = 1 }",
                "unknown field `phone`",
            ),
            ("{ name = \"a\", role = \"mayor\" }", "unknown variant"),
            ("{ name = \" \", role = \"clerk\" }", "a name is empty"),
            (
                "{ name = \"supervisor\", role = \"clerk\" }",
                "“supervisor” is there twice",
            ),
            (
                "{ name = \"a\", role = \"clerk\", telegram = -100 }",
                "not of a group",
            ),
            (
                "{ name = \"a\", role = \"clerk\", telegram = 5 }, { name = \"b\", role = \"floor\", telegram = 5 }",
                "“a” and “b” have the same telegram 5",
            ),
        ] {
            let error = with(people).unwrap_err();
            assert!(error.contains(expected), "{error}");
        }
    }
}
