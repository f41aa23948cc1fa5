//! Who works here, as the configuration names them. The others are kept in the database (`app::roster`).

use chrono::NaiveTime;
use serde::Deserialize;

use super::Clock;
use crate::desk::rights::{Organisation, Role};
use crate::desk::roster::{Post, flat};
use crate::desk::rules::{Office, OfficeId};
use crate::library::{Person, Role as TextRole};
use crate::toml_day::Day;

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

/// Somebody who works here, under a name of their office.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Colleague {
    pub name: String,
    pub role: Role,
    /// Unset: reviewers and administrators are of the city, the others of the contractor.
    #[serde(default)]
    pub organisation: Option<Organisation>,
    /// Where they work; empty: everywhere.
    #[serde(default)]
    pub offices: Vec<OfficeId>,
    #[serde(default)]
    pub first_day: Option<Day>,
    #[serde(default)]
    pub last_day: Option<Day>,
    /// Their number on Telegram.
    #[serde(default)]
    pub telegram: Option<i64>,
}

impl Colleague {
    /// What the file says of them.
    #[must_use]
    pub fn post(&self) -> Post {
        let usual = match self.role {
            Role::Reviewer | Role::Admin => Organisation::City,
            Role::Clerk | Role::Floor | Role::Supervisor | Role::Deputy => Organisation::Contractor,
        };
        Post {
            role: self.role,
            organisation: self.organisation.unwrap_or(usual),
            offices: self.offices.iter().cloned().collect(),
            first_day: self.first_day.map(|day| day.0),
            last_day: self.last_day.map(|day| day.0),
        }
    }
}

impl Staff {
    #[must_use]
    pub fn morning(&self) -> Option<NaiveTime> {
        self.morning.map(|clock| clock.0)
    }

    /// Reviewers of this list approve the answers as well, under the same name.
    pub(super) fn join(&self, texts: &mut Vec<Person>) {
        for person in &self.people {
            let is_there = texts.iter().any(|there| there.name == person.name);
            if person.role == Role::Reviewer && !is_there {
                texts.push(Person {
                    name: person.name.clone(),
                    role: TextRole::CityReviewer,
                });
            }
        }
    }

    /// Each person has one name, and each number on Telegram one person; offices are there, days in their order.
    pub(super) fn check(&self, offices: &[Office]) -> Result<(), String> {
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
            let mut named = person.offices.iter();
            if let Some(id) = named.find(|id| !offices.iter().any(|office| office.id == **id)) {
                return Err(format!(
                    "staff.people: “{}” is at “{id}”, which is no office; write the id of one",
                    person.name
                ));
            }
            if let (Some(first), Some(last)) = (person.first_day, person.last_day)
                && last < first
            {
                return Err(format!(
                    "staff.people: the last_day of “{}” is before the first_day",
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, HABIKINO};

    const COUNTER: &str = "{ name = \"counter\", role = \"clerk\" }";

    fn with(people: &str) -> Result<Config, String> {
        let text = HABIKINO.replacen(COUNTER, people, 1);
        assert_ne!(text, HABIKINO);
        Config::parse(&text)
    }

    #[test]
    fn what_the_file_leaves_out_is_usual() {
        let config = with(
            "{ name = \"city\", role = \"reviewer\" },
             { name = \"counter\", role = \"deputy\", offices = [\"main\"], first_day = 2026-12-01 }",
        )
        .unwrap();
        let posts: Vec<Post> = config.staff.people.iter().map(Colleague::post).collect();
        assert_eq!(posts[0].organisation, Organisation::City);
        assert!(posts[0].offices.is_empty());
        assert_eq!(posts[1].organisation, Organisation::Contractor);
        assert_eq!(posts[1].offices.len(), 1);
        assert_eq!(posts[1].first_day, Some("2026-12-01".parse().unwrap()));
        let texts = config.faq.people.iter();
        let reviewer = texts.filter(|person| person.name == "city");
        let roles: Vec<TextRole> = reviewer.map(|person| person.role).collect();
        assert_eq!(roles, [TextRole::CityReviewer]);
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
                "{ name = \"a\", role = \"clerk\", offices = [\"moon\"] }",
                "“a” is at “moon”, which is no office",
            ),
            (
                "{ name = \"a\", role = \"clerk\", first_day = 2026-12-02, last_day = 2026-12-01 }",
                "the last_day of “a” is before the first_day",
            ),
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
