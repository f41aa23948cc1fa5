//! The roster as it is now: the people of the configuration and those of the database. It is read anew when the database
//! says that it has changed, also by another program such as `madoguchi staff`.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use chrono::NaiveDate;

use super::{App, Inner};
use crate::config::Config;
use crate::desk::rights::Organisation;
use crate::desk::roster::{Person, Post, Roster, RosterChange, RosterRefusal, flat};
use crate::desk::rules::civil;
use crate::library::Role as TextRole;
use crate::store::roster::{self, KeptFactor, Marks};
use crate::store::tx::{Actor, Tx};
use crate::store::{Store, StoreError};

/// A roster and the number that the database had for it.
#[derive(Debug, Default)]
pub(super) struct Cached {
    revision: Option<String>,
    roster: Arc<Roster>,
}

/// Everybody who works here, each name once: those of the configuration, then those of the database. What the
/// configuration says of a name is what counts.
#[must_use]
pub fn compose(
    config: &Config,
    kept: Vec<(String, Post)>,
    marks: &BTreeMap<String, Marks>,
) -> Roster {
    let mut people: Vec<Person> = Vec::new();
    for person in &config.staff.people {
        let post = person.post();
        let own = of(&person.name, marks);
        people.push(Person {
            organisation: post.organisation,
            post: Some(post),
            is_of_file: true,
            // Where the file names no number, the one that they tied themselves is theirs.
            telegram: person.telegram.or(own.telegram),
            telegram_is_of_file: person.telegram.is_some(),
            ..own
        });
    }
    for person in &config.faq.people {
        if let Some(there) = people.iter_mut().find(|p| p.name == person.name) {
            there.works_on_texts = true;
            continue;
        }
        let organisation = match person.role {
            TextRole::Author => Organisation::Contractor,
            TextRole::CityReviewer => Organisation::City,
        };
        people.push(Person {
            organisation,
            works_on_texts: true,
            is_of_file: true,
            ..of(&person.name, marks)
        });
    }
    for (name, post) in kept {
        let there = people.iter_mut().find(|p| flat(&p.name) == flat(&name));
        match there {
            Some(person) if person.post.is_some() => {}
            // Who only works on the answers in the file has a post in the database beside.
            Some(person) => {
                person.organisation = post.organisation;
                person.post = Some(post);
                person.is_of_file = false;
            }
            None => people.push(Person {
                organisation: post.organisation,
                post: Some(post),
                ..of(&name, marks)
            }),
        }
    }
    unlinked(&mut people);
    let offices = config.rules.offices.iter();
    Roster {
        people,
        offices: offices.map(|office| office.id.clone()).collect(),
    }
}

/// Somebody with what belongs to them.
fn of(name: &str, marks: &BTreeMap<String, Marks>) -> Person {
    let own = marks.get(name).copied().unwrap_or_default();
    Person {
        name: name.to_owned(),
        post: None,
        organisation: Organisation::Contractor,
        works_on_texts: false,
        is_of_file: false,
        is_away: own.is_away,
        has_factor: own.has_factor,
        telegram: own.telegram,
        telegram_is_of_file: false,
        on_telegram: own.on_telegram,
    }
}

/// A number that the configuration gives to somebody is nobody else's.
fn unlinked(people: &mut [Person]) {
    let of_file: Vec<i64> = people
        .iter()
        .filter(|person| person.telegram_is_of_file)
        .filter_map(|person| person.telegram)
        .collect();
    for person in people.iter_mut().filter(|p| !p.telegram_is_of_file) {
        person.telegram = person.telegram.filter(|id| !of_file.contains(id));
    }
}

/// The roster that a configuration has on a database.
///
/// # Errors
/// The database fails.
pub fn read(config: &Config, store: &Store) -> Result<Roster, StoreError> {
    let (kept, marks) = store.read(|sql| Ok((roster::posts(sql)?, roster::marks(sql)?)))?;
    Ok(compose(config, kept, &marks))
}

impl App {
    /// Everybody who works here.
    ///
    /// # Errors
    /// The database fails.
    pub fn roster(&self) -> Result<Arc<Roster>, StoreError> {
        self.inner.roster()
    }

    /// Today in the city.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        civil(self.now()).date()
    }

    /// Changes the roster, once for the key of a form; `by` is nobody for whoever sits at the terminal.
    ///
    /// # Errors
    /// The database fails.
    pub async fn change_roster(
        &self,
        key: Option<String>,
        by: Option<&str>,
        change: RosterChange,
    ) -> Result<Result<(), RosterRefusal>, StoreError> {
        let inner = Arc::clone(&self.inner);
        let by = by.map(str::to_owned);
        let now = self.now();
        let today = civil(now).date();
        let work = move |tx: &mut Tx<'_>| {
            // Jobs of one commit see each other here, unlike on a reader.
            let (kept, marks) = tx.roster()?;
            let roster = compose(&inner.config, kept, &marks);
            if let Err(refusal) = roster.judge(by.as_deref(), &change, today) {
                return Ok(Err(refusal));
            }
            if let Some(key) = key
                && !tx.take_in(&format!("roster:{key}"), now)?
            {
                return Ok(Err(RosterRefusal::Repeated));
            }
            let actor = by.as_deref().map_or(Actor::Desk, Actor::Clerk);
            let own = by.as_deref().unwrap_or_default();
            match &change {
                RosterChange::Add(name, post) => {
                    // The answers' people keep their name as the file writes it.
                    let there = roster.person(name).map(|person| person.name.clone());
                    let name = there.unwrap_or_else(|| flat(name));
                    tx.keep_post(&name, post, actor, "add-person", now)?;
                }
                RosterChange::Change(name, post) => {
                    tx.keep_post(name, post, actor, "change-person", now)?;
                }
                RosterChange::End(name) => {
                    let yesterday = today.pred_opt().unwrap_or(today);
                    tx.end_post(name, yesterday, actor, now)?;
                }
                RosterChange::Away(is_away) => tx.set_away(own, *is_away, actor, now)?,
                RosterChange::DropFactor(name) => {
                    tx.set_factor(name, &KeptFactor::default(), actor, now)?;
                }
                RosterChange::Unlink => tx.set_telegram(own, None, now)?,
            }
            Ok(Ok(()))
        };
        self.inner.store.write(work).await
    }
}

impl Inner {
    pub(super) fn roster(&self) -> Result<Arc<Roster>, StoreError> {
        let revision = self.store.read(roster::revision)?;
        {
            let cached = self.roster.read().unwrap_or_else(PoisonError::into_inner);
            if cached.revision.as_ref() == Some(&revision) {
                return Ok(Arc::clone(&cached.roster));
            }
        }
        let roster = Arc::new(read(&self.config, &self.store)?);
        // A change in between counts the number up, so that the next look reads once more.
        let mut cached = self.roster.write().unwrap_or_else(PoisonError::into_inner);
        *cached = Cached {
            revision: Some(revision),
            roster: Arc::clone(&roster),
        };
        Ok(roster)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::HABIKINO;
    use crate::desk::rights::Role;

    #[test]
    fn a_name_is_one_person_wherever_it_stands() {
        let config = HABIKINO.replacen(
            "name = \"counter\"",
            "name = \"city-desk\", telegram = 7",
            1,
        );
        let config = Config::parse(&config).unwrap();
        let post = |role| Post {
            role,
            organisation: Organisation::City,
            offices: [].into(),
            first_day: None,
            last_day: None,
        };
        let kept = vec![
            ("ｓｕｐｅｒｖｉｓｏｒ".to_owned(), post(Role::Admin)),
            ("editors".to_owned(), post(Role::Admin)),
            ("new".to_owned(), post(Role::Floor)),
        ];
        let linked = Marks {
            telegram: Some(7),
            ..Marks::default()
        };
        let roster = compose(&config, kept, &[("new".to_owned(), linked)].into());
        let names: Vec<&str> = roster.people.iter().map(|p| p.name.as_str()).collect();
        assert_eq!(names, ["city-desk", "supervisor", "editors", "new"]);
        let role = |name: &str| roster.find(name).unwrap().role();
        assert_eq!(role("supervisor"), Some(Role::Supervisor), "of the file");
        assert_eq!(role("editors"), Some(Role::Admin), "beside the answers");
        assert!(roster.find("city-desk").unwrap().works_on_texts);
        assert_eq!(
            roster.person(" ｃｉｔｙ－ｄｅｓｋ ").unwrap().telegram,
            Some(7)
        );
        assert_eq!(roster.find("new").unwrap().telegram, None, "of the file");
        assert!(roster.person("mayor").is_none());
    }
}
