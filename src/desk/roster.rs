//! The roster: who works here, in which role, at which offices, from when until when; and what may be changed in it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use super::rights::{self, OnTelegram, Organisation, Right, Role};
use super::rules::OfficeId;

/// The longest name of a person.
pub const NAME_CHARS_MAX: usize = 40;

/// What the roster says of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    pub role: Role,
    pub organisation: Organisation,
    /// Where they work; empty: everywhere.
    pub offices: BTreeSet<OfficeId>,
    /// The first day in service; none: since ever.
    pub first_day: Option<NaiveDate>,
    /// The last day in service; none: until further notice.
    pub last_day: Option<NaiveDate>,
}

/// Somebody who works here, under a name of their office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    /// Nothing for those who only work on the answers.
    pub post: Option<Post>,
    /// Who they work for; that of their post, where they have one.
    pub organisation: Organisation,
    /// Whether `faq.people` of the configuration names them; it says in which role.
    pub works_on_texts: bool,
    /// Who stands in the configuration is what it says; the others are kept in the database.
    pub is_of_file: bool,
    pub is_away: bool,
    /// Whether they have a second factor.
    pub has_factor: bool,
    /// Their number on Telegram, and whether the configuration says so.
    pub telegram: Option<i64>,
    pub telegram_is_of_file: bool,
    pub on_telegram: OnTelegram,
}

impl Person {
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.post.as_ref().map(|post| post.role)
    }

    /// Whether they are in service on a day. Who only works on the answers has no dates.
    #[must_use]
    pub fn is_in_service(&self, day: NaiveDate) -> bool {
        self.post.as_ref().is_none_or(|post| {
            post.first_day.is_none_or(|first| first <= day)
                && post.last_day.is_none_or(|last| day <= last)
        })
    }

    /// Whether they work at an office.
    #[must_use]
    pub fn works_at(&self, office: &OfficeId) -> bool {
        self.post
            .as_ref()
            .is_some_and(|post| post.offices.is_empty() || post.offices.contains(office))
    }
}

/// Everybody who works here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    pub people: Vec<Person>,
    /// The offices there are.
    pub offices: Vec<OfficeId>,
}

impl Roster {
    /// Somebody by their name as the roster writes it.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.name == name)
    }

    /// Somebody by their name in whatever width it was typed.
    #[must_use]
    pub fn person(&self, typed: &str) -> Option<&Person> {
        let typed = flat(typed);
        self.people
            .iter()
            .find(|person| flat(&person.name) == typed)
    }

    /// Somebody in service by their number on Telegram, while it may be used.
    #[must_use]
    pub fn by_telegram(&self, id: i64, today: NaiveDate) -> Option<&Person> {
        let open = |person: &&Person| person.on_telegram == OnTelegram::Open;
        let mut people = self.people.iter().filter(open);
        people.find(|person| person.telegram == Some(id) && person.is_in_service(today))
    }

    /// The role of somebody who is in service.
    #[must_use]
    pub fn role(&self, name: &str, today: NaiveDate) -> Option<Role> {
        let person = self.find(name)?;
        person.role().filter(|_| person.is_in_service(today))
    }

    /// Whether somebody has a right at any office that is theirs.
    #[must_use]
    pub fn may(&self, name: &str, right: Right, today: NaiveDate) -> bool {
        let Some(person) = self.find(name).filter(|p| p.is_in_service(today)) else {
            return false;
        };
        // The ledger of approvals stands in files beside the configuration, so the configuration names who signs in it.
        if right == Right::Texts {
            return person.works_on_texts;
        }
        let is_account = person.works_on_texts && right == Right::OwnAccount;
        let own = person.role().is_some_and(|role| rights::may(role, right));
        let mut offices = self.offices.iter();
        is_account || own || offices.any(|office| self.may_at(name, right, office, today))
    }

    /// Whether somebody has a right at an office.
    #[must_use]
    pub fn may_at(&self, name: &str, right: Right, office: &OfficeId, today: NaiveDate) -> bool {
        let Some(person) = self.find(name).filter(|p| p.is_in_service(today)) else {
            return false;
        };
        let Some(role) = person.role().filter(|_| person.works_at(office)) else {
            return false;
        };
        let stands_in = || {
            role == Role::Deputy
                && rights::may_standing_in(right)
                && !self.has_supervisor(office, today)
        };
        rights::may(role, right) || stands_in()
    }

    /// Whether somebody has a right at every office, as for what concerns them all.
    #[must_use]
    pub fn may_everywhere(&self, name: &str, right: Right, today: NaiveDate) -> bool {
        let mut offices = self.offices.iter();
        self.may(name, right, today) && offices.all(|o| self.may_at(name, right, o, today))
    }

    /// Whether somebody has a right about what belongs to an office, as a case. What nobody has found a place for yet is
    /// open to all who have the right anywhere: else it would wait for somebody of every office.
    #[must_use]
    pub fn may_about(
        &self,
        name: &str,
        right: Right,
        office: Option<&OfficeId>,
        today: NaiveDate,
    ) -> bool {
        match office {
            Some(office) => self.may_at(name, right, office, today),
            None => self.may(name, right, today),
        }
    }

    /// Whether somebody may do what concerns all offices at once, as stopping every message or keeping a citizen from
    /// writing to anybody. It is for those with the right who work at all of them; a deputy of all offices need not stand
    /// in at each. Where none of these is there, whoever has the right at one office does it: a leak does not wait.
    #[must_use]
    pub fn may_for_all(&self, name: &str, right: Right, today: NaiveDate) -> bool {
        let is_of_all = |person: &Person| {
            let mut offices = self.offices.iter();
            offices.all(|office| person.works_at(office)) && self.may(&person.name, right, today)
        };
        let mut others = self.people.iter().filter(|person| !person.is_away);
        self.may(name, right, today)
            && (self.find(name).is_some_and(is_of_all) || !others.any(is_of_all))
    }

    /// Whether a supervisor of an office is in service and not away.
    #[must_use]
    pub fn has_supervisor(&self, office: &OfficeId, today: NaiveDate) -> bool {
        self.people.iter().any(|person| {
            person.role() == Some(Role::Supervisor)
                && person.is_in_service(today)
                && !person.is_away
                && person.works_at(office)
        })
    }

    /// Whether somebody may give another person a password or take their second factor away. That opens an account, so
    /// it stays inside of one's organisation and offices, and only administrators do it for administrators. Who works on
    /// the answers alone belongs to all offices.
    #[must_use]
    pub fn may_give(&self, by: &str, to: &str, today: NaiveDate) -> bool {
        let (Some(giver), Some(other)) = (self.find(by), self.find(to)) else {
            return false;
        };
        let is_admin = giver.role() == Some(Role::Admin);
        let is_below =
            other.role() != Some(Role::Admin) && other.organisation == giver.organisation;
        let mut theirs =
            (self.offices.iter()).filter(|office| other.post.is_none() || other.works_at(office));
        let is_here = theirs.all(|office| self.may_at(by, Right::GivePasswords, office, today));
        by != to && self.may(by, Right::GivePasswords, today) && (is_admin || is_below && is_here)
    }

    /// Whether a change may be made; `by` is nobody for whoever sits at the terminal of the server.
    ///
    /// # Errors
    /// Why not.
    pub fn judge(
        &self,
        by: Option<&str>,
        change: &RosterChange,
        today: NaiveDate,
    ) -> Result<(), RosterRefusal> {
        let has = |right| by.is_none_or(|by| self.may(by, right, today));
        match change {
            RosterChange::Away(_) => match by {
                Some(by) if self.may(by, Right::GoAway, today) => Ok(()),
                _ => Err(RosterRefusal::NotAllowed),
            },
            RosterChange::Unlink => match by.and_then(|by| self.find(by)) {
                Some(person) if person.telegram_is_of_file => Err(RosterRefusal::OfFile),
                Some(_) => Ok(()),
                None => Err(RosterRefusal::Unknown),
            },
            RosterChange::DropFactor(name) => match (self.find(name), by) {
                (None, _) => Err(RosterRefusal::Unknown),
                (Some(_), Some(by)) if !self.may_give(by, name, today) => {
                    Err(RosterRefusal::NotAllowed)
                }
                (Some(_), _) => Ok(()),
            },
            _ if !has(Right::Roster) => Err(RosterRefusal::NotAllowed),
            RosterChange::Add(name, post) => {
                let name = flat(name);
                let is_long = name.chars().count() > NAME_CHARS_MAX;
                if name.is_empty() || is_long || name.chars().any(char::is_control) {
                    return Err(RosterRefusal::Name);
                }
                // Who only works on the answers may get a post beside.
                if self.person(&name).is_some_and(|p| p.post.is_some()) {
                    return Err(RosterRefusal::There);
                }
                self.sound(post)
            }
            RosterChange::Change(name, post) => {
                self.kept(name)?;
                self.sound(post)?;
                self.admin_stays(name, Some(post), today)
            }
            RosterChange::End(name) => {
                self.kept(name)?;
                self.admin_stays(name, None, today)
            }
        }
    }

    /// Somebody whose post is kept in the database.
    fn kept(&self, name: &str) -> Result<(), RosterRefusal> {
        match self.find(name) {
            Some(person) if person.post.is_none() => Err(RosterRefusal::Unknown),
            Some(person) if person.is_of_file => Err(RosterRefusal::OfFile),
            Some(_) => Ok(()),
            None => Err(RosterRefusal::Unknown),
        }
    }

    fn sound(&self, post: &Post) -> Result<(), RosterRefusal> {
        if post.offices.iter().any(|own| !self.offices.contains(own)) {
            return Err(RosterRefusal::Office);
        }
        match (post.first_day, post.last_day) {
            (Some(first), Some(last)) if last < first => Err(RosterRefusal::Dates),
            _ => Ok(()),
        }
    }

    /// Without an administrator nobody could run the roster any more.
    fn admin_stays(
        &self,
        name: &str,
        after: Option<&Post>,
        today: NaiveDate,
    ) -> Result<(), RosterRefusal> {
        let is_admin =
            |person: &Person| person.role() == Some(Role::Admin) && person.is_in_service(today);
        let was = self.find(name).is_some_and(is_admin);
        let stays = after.is_some_and(|post| {
            let after = Person {
                post: Some(post.clone()),
                ..nobody(name)
            };
            is_admin(&after)
        });
        let mut others = self.people.iter().filter(|person| person.name != name);
        if was && !stays && !others.any(is_admin) {
            return Err(RosterRefusal::LastAdmin);
        }
        Ok(())
    }
}

/// Somebody of whom only the name is known.
fn nobody(name: &str) -> Person {
    Person {
        name: name.to_owned(),
        post: None,
        organisation: Organisation::Contractor,
        works_on_texts: false,
        is_of_file: false,
        is_away: false,
        has_factor: false,
        telegram: None,
        telegram_is_of_file: false,
        on_telegram: OnTelegram::Open,
    }
}

/// A change of the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RosterChange {
    Add(String, Post),
    Change(String, Post),
    /// Somebody is out of service from now on.
    End(String),
    /// Whoever changes it is away, or back.
    Away(bool),
    /// Somebody's second factor is taken away, as when the telephone is lost.
    DropFactor(String),
    /// The Telegram of whoever changes it is theirs no longer.
    Unlink,
}

/// Why the roster stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RosterRefusal {
    #[error("that is not theirs to change")]
    NotAllowed,
    #[error("the name is empty, or longer than {NAME_CHARS_MAX} characters")]
    Name,
    #[error("that name is on the roster already; give each person a name of their own")]
    There,
    #[error("nobody of that name is on the roster")]
    Unknown,
    #[error("the configuration says what that person does; change it there")]
    OfFile,
    #[error("there is no such office in the configuration")]
    Office,
    #[error("the last day is before the first one")]
    Dates,
    #[error("that is the last administrator in service; make another one first")]
    LastAdmin,
    #[error("that form has had its effect")]
    Repeated,
}

/// A name in one form, whatever keyboard it was typed on.
#[must_use]
pub fn flat(name: &str) -> String {
    name.nfkc().collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn office(id: &str) -> OfficeId {
        OfficeId::read(id).unwrap()
    }

    fn post(role: Role, offices: &[&str]) -> Post {
        Post {
            role,
            organisation: Organisation::Contractor,
            offices: offices.iter().map(|id| office(id)).collect(),
            first_day: None,
            last_day: None,
        }
    }

    fn person(name: &str, role: Role, offices: &[&str]) -> Person {
        Person {
            post: Some(post(role, offices)),
            ..nobody(name)
        }
    }

    fn roster(people: Vec<Person>) -> Roster {
        Roster {
            people,
            offices: vec![office("main"), office("branch")],
        }
    }

    const TODAY: &str = "2026-12-01";

    #[test]
    fn rights_hold_at_the_offices_of_a_person() {
        let roster = roster(vec![
            person("here", Role::Clerk, &["main"]),
            person("anywhere", Role::Clerk, &[]),
        ]);
        let at = |name: &str, id: &str| roster.may_at(name, Right::Book, &office(id), day(TODAY));
        assert!(at("here", "main") && !at("here", "branch"));
        assert!(at("anywhere", "main") && at("anywhere", "branch"));
        assert!(!at("nobody", "main"));
        assert!(!roster.may_everywhere("here", Right::Book, day(TODAY)));
        assert!(roster.may_everywhere("anywhere", Right::Book, day(TODAY)));
    }

    #[test]
    fn what_belongs_to_no_office_is_open_to_all_with_the_right() {
        let roster = roster(vec![
            person("here", Role::Clerk, &["main"]),
            person("floor", Role::Floor, &["main"]),
        ]);
        let about = |name: &str, id: Option<&str>| {
            let office = id.map(office);
            roster.may_about(name, Right::SeeCases, office.as_ref(), day(TODAY))
        };
        assert!(about("here", Some("main")) && about("here", None));
        assert!(!about("here", Some("branch")));
        assert!(!about("floor", Some("main")) && !about("floor", None));
    }

    #[test]
    fn what_concerns_all_offices_is_done_by_those_of_all_offices() {
        let mut people = vec![
            person("here", Role::Supervisor, &["main"]),
            person("clerk", Role::Clerk, &[]),
            person("deputy", Role::Deputy, &[]),
            person("chief", Role::Supervisor, &[]),
        ];
        let may = |people: &[Person], name: &str| {
            let roster = roster(people.to_vec());
            roster.may_for_all(name, Right::RunIncident, day(TODAY))
        };
        assert!(may(&people, "chief"));
        assert!(!may(&people, "here") && !may(&people, "clerk") && !may(&people, "deputy"));
        people.pop();
        // The deputy stands in at the branch, and works at the main office as well.
        assert!(may(&people, "deputy") && !may(&people, "here"));
        people.pop();
        assert!(may(&people, "here"), "nobody else is there");
        assert!(!may(&people, "clerk") && !may(&people, "nobody"));
    }

    #[test]
    fn nobody_has_rights_outside_of_their_dates() {
        let mut temp = person("temp", Role::Clerk, &[]);
        let dates = temp.post.as_mut().unwrap();
        (dates.first_day, dates.last_day) = (Some(day("2026-12-02")), Some(day("2026-12-03")));
        temp.telegram = Some(7);
        let roster = roster(vec![temp]);
        for (on, expected) in [("01", false), ("02", true), ("03", true), ("04", false)] {
            let on = day(&format!("2026-12-{on}"));
            assert_eq!(roster.may("temp", Right::Book, on), expected, "{on}");
            assert_eq!(roster.by_telegram(7, on).is_some(), expected, "{on}");
            assert_eq!(roster.role("temp", on).is_some(), expected, "{on}");
        }
        for rests in [OnTelegram::AfterLogin, OnTelegram::Locked] {
            let mut roster = roster.clone();
            roster.people[0].on_telegram = rests;
            assert!(roster.by_telegram(7, day("2026-12-02")).is_none());
        }
    }

    #[test]
    fn a_deputy_acts_where_no_supervisor_is_in_service() {
        let mut people = vec![
            person("deputy", Role::Deputy, &[]),
            person("chief", Role::Supervisor, &["main"]),
        ];
        let acts = |people: &[Person], id: &str| {
            let roster = roster(people.to_vec());
            roster.may_at("deputy", Right::Calendar, &office(id), day(TODAY))
        };
        assert!(!acts(&people, "main"));
        assert!(acts(&people, "branch"), "nobody supervises there");
        people[1].is_away = true;
        assert!(acts(&people, "main"));
        people[1].is_away = false;
        people[1].post.as_mut().unwrap().last_day = Some(day("2026-11-30"));
        assert!(acts(&people, "main"));
        people.pop();
        assert!(acts(&people, "main"));
        let roster = roster(people);
        assert!(!roster.may("deputy", Right::GoAway, day(TODAY)));
        assert!(!roster.may("deputy", Right::Roster, day(TODAY)));
    }

    #[test]
    fn passwords_are_given_inside_of_an_organisation_and_never_upwards() {
        let mut city = person("city", Role::Reviewer, &[]);
        city.organisation = Organisation::City;
        let roster = roster(vec![
            person("chief", Role::Supervisor, &[]),
            person("clerk", Role::Clerk, &[]),
            person("admin", Role::Admin, &[]),
            city,
        ]);
        let may = |by: &str, to: &str| roster.may_give(by, to, day(TODAY));
        assert!(may("chief", "clerk") && !may("chief", "city") && !may("chief", "admin"));
        assert!(may("admin", "chief") && may("admin", "city") && !may("admin", "admin"));
        assert!(!may("clerk", "chief") && !may("chief", "nobody"));
    }

    /// Else whoever runs one office would come in as somebody of another one.
    #[test]
    fn passwords_are_given_inside_of_ones_offices() {
        let both = ["main", "branch"];
        let roster = roster(vec![
            person("chief", Role::Supervisor, &["branch"]),
            person("here", Role::Clerk, &["branch"]),
            person("there", Role::Clerk, &["main"]),
            person("both", Role::Clerk, &both),
            person("anywhere", Role::Clerk, &[]),
            nobody("author"),
        ]);
        let may = |to: &str| roster.may_give("chief", to, day(TODAY));
        assert!(may("here"));
        for other in ["there", "both", "anywhere", "author"] {
            assert!(!may(other), "{other}");
        }
    }

    #[test]
    fn changes_are_judged() {
        let mut of_file = person("filed", Role::Clerk, &[]);
        of_file.is_of_file = true;
        let roster = roster(vec![
            person("admin", Role::Admin, &[]),
            person("chief", Role::Supervisor, &[]),
            person("clerk", Role::Clerk, &[]),
            of_file,
        ]);
        let clerk = || post(Role::Clerk, &["main"]);
        let dates = Post {
            first_day: Some(day("2026-12-05")),
            last_day: Some(day("2026-12-04")),
            ..clerk()
        };
        let add = |name: &str, post: Post| RosterChange::Add(name.to_owned(), post);
        let change = |name: &str, post: Post| RosterChange::Change(name.to_owned(), post);
        let end = |name: &str| RosterChange::End(name.to_owned());
        for (by, asked, expected) in [
            (Some("admin"), add("new", clerk()), Ok(())),
            (None, add("new", clerk()), Ok(())),
            (
                Some("chief"),
                add("new", clerk()),
                Err(RosterRefusal::NotAllowed),
            ),
            (None, add(" ", clerk()), Err(RosterRefusal::Name)),
            (None, add("ｃｌｅｒｋ", clerk()), Err(RosterRefusal::There)),
            (None, add("new", dates), Err(RosterRefusal::Dates)),
            (
                None,
                add("new", post(Role::Clerk, &["moon"])),
                Err(RosterRefusal::Office),
            ),
            (None, change("filed", clerk()), Err(RosterRefusal::OfFile)),
            (None, end("nobody"), Err(RosterRefusal::Unknown)),
            (None, end("clerk"), Ok(())),
            (Some("admin"), end("admin"), Err(RosterRefusal::LastAdmin)),
            (
                Some("admin"),
                change("admin", clerk()),
                Err(RosterRefusal::LastAdmin),
            ),
            (Some("chief"), RosterChange::Away(true), Ok(())),
            (
                Some("clerk"),
                RosterChange::Away(true),
                Err(RosterRefusal::NotAllowed),
            ),
            (None, RosterChange::DropFactor("clerk".into()), Ok(())),
            (
                Some("clerk"),
                RosterChange::DropFactor("chief".into()),
                Err(RosterRefusal::NotAllowed),
            ),
        ] {
            assert_eq!(roster.judge(by, &asked, day(TODAY)), expected, "{asked:?}");
        }
    }
}
