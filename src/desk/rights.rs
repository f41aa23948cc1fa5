//! Who may do what. Roles have the least rights that their work needs (city specification, section 7(1)): who runs the
//! roster does not read what citizens wrote, and who reviews for the city serves nobody.
//!
//! `TABLE` is the only place that says so. The pages (`channels/web/rights.rs`) and the commands on the telephone
//! (`app/clerks.rs`) name the right that each of them needs; nothing else decides by roles.

use serde::Deserialize;

/// What somebody does here (city specification, section 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Reserves, moves, cancels, notes arrivals, serves at a counter, answers cases.
    Clerk,
    /// Guides people in the hall: does all that with the book, but serves at no counter.
    Floor,
    /// … and may leave the rules aside with a reason, close days, assign cases, and give passwords.
    Supervisor,
    /// A clerk who stands in for the supervisor while none is in service.
    Deputy,
    /// Looks on for the city: figures, cases, the audit log, incidents, feedback; approves the answers.
    Reviewer,
    /// Runs the roster and the devices.
    Admin,
}

impl Role {
    pub const ALL: [Role; 6] = [
        Role::Clerk,
        Role::Floor,
        Role::Supervisor,
        Role::Deputy,
        Role::Reviewer,
        Role::Admin,
    ];

    /// How the configuration, the database and the terminal write it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Role::Clerk => "clerk",
            Role::Floor => "floor",
            Role::Supervisor => "supervisor",
            Role::Deputy => "deputy",
            Role::Reviewer => "reviewer",
            Role::Admin => "admin",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.id() == id)
    }
}

/// Who somebody works for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Organisation {
    Contractor,
    City,
}

impl Organisation {
    pub const ALL: [Organisation; 2] = [Organisation::Contractor, Organisation::City];

    /// How the configuration, the database and the terminal write it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Organisation::Contractor => "contractor",
            Organisation::City => "city",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Organisation> {
        Organisation::ALL.into_iter().find(|own| own.id() == id)
    }
}

/// A kind of act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Right {
    /// One's own password, second factor and Telegram.
    OwnAccount,
    /// How full the days are and what the calendar says; no visitor is named.
    SeeFigures,
    /// The visits of a day with what is noted about the visitors.
    SeeBook,
    /// Reserving, moving, cancelling, noting who came.
    Book,
    /// Leaving the rules of the book and the queue aside, with a reason.
    BeyondRules,
    /// Closing days, other hours.
    Calendar,
    /// The queue of the day.
    SeeFloor,
    /// What is done in the hall: tickets, check-ins, the order of the queue.
    Guide,
    /// What is done at a counter: calling, serving, ending.
    Serve,
    /// The displays and panels of the hall.
    Devices,
    SeeCases,
    /// Taking a case over, answering, closing it.
    AnswerCases,
    SeeAudit,
    SeeIncidents,
    /// Saying that something has gone wrong: everybody's duty.
    RaiseIncident,
    /// Writing the record of an incident and closing it.
    RunIncident,
    /// Keeping somebody from writing for a while.
    Block,
    SeeFeedback,
    /// Who works here.
    SeePeople,
    /// Giving a password to somebody who has lost theirs, and taking a lost second factor away.
    GivePasswords,
    /// Saying that one is away, so that the deputy acts.
    GoAway,
    /// Adding people, changing what they do, ending it.
    Roster,
    /// Working on the answers: theirs whom the configuration names for it, in `faq.people` or as reviewers.
    Texts,
}

/// What somebody's account on Telegram is good for. A telephone is lost and stolen more easily than a password.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnTelegram {
    #[default]
    Open,
    /// Nothing until its owner comes in by the door once more, because an incident has ended all sessions.
    AfterLogin,
    /// Nothing while its owner is locked out.
    Locked,
}

use Role::{Admin, Clerk, Deputy, Floor, Reviewer, Supervisor};

/// Each right and the roles that have it of their own. A deputy has those of the supervisor beside while none is in
/// service (`roster::Roster`); authors of the answers have `Texts` without any role.
pub const TABLE: &[(Right, &[Role])] = &[
    (Right::OwnAccount, &Role::ALL),
    (
        Right::SeeFigures,
        &[Clerk, Floor, Supervisor, Deputy, Reviewer],
    ),
    (Right::SeeBook, &[Clerk, Floor, Supervisor, Deputy]),
    (Right::Book, &[Clerk, Floor, Supervisor, Deputy]),
    (Right::BeyondRules, &[Supervisor]),
    (Right::Calendar, &[Supervisor]),
    (Right::SeeFloor, &[Clerk, Floor, Supervisor, Deputy]),
    (Right::Guide, &[Clerk, Floor, Supervisor, Deputy]),
    (Right::Serve, &[Clerk, Supervisor, Deputy]),
    (Right::Devices, &[Supervisor, Admin]),
    (Right::SeeCases, &[Clerk, Supervisor, Deputy, Reviewer]),
    (Right::AnswerCases, &[Clerk, Supervisor, Deputy]),
    (Right::SeeAudit, &[Supervisor, Reviewer]),
    (Right::SeeIncidents, &[Supervisor, Reviewer]),
    (Right::RaiseIncident, &Role::ALL),
    (Right::RunIncident, &[Supervisor]),
    (Right::Block, &[Supervisor]),
    (Right::SeeFeedback, &[Supervisor, Reviewer]),
    (Right::SeePeople, &[Supervisor, Admin]),
    (Right::GivePasswords, &[Supervisor, Admin]),
    (Right::GoAway, &[Supervisor]),
    (Right::Roster, &[Admin]),
    (Right::Texts, &[Reviewer]),
];

/// What nobody has for standing in: who is not away is not brought back by somebody else.
const OWN_ALONE: [Right; 1] = [Right::GoAway];

/// Whether a role has a right of its own.
#[must_use]
pub fn may(role: Role, right: Right) -> bool {
    let row = TABLE.iter().find(|(named, _)| *named == right);
    row.is_some_and(|(_, roles)| roles.contains(&role))
}

/// Whether a deputy has a right while they stand in for the supervisor.
#[must_use]
pub fn may_standing_in(right: Right) -> bool {
    may(Supervisor, right) && !OWN_ALONE.contains(&right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_right_has_one_row_and_somebody_who_has_it() {
        for (n, (right, roles)) in TABLE.iter().enumerate() {
            assert!(
                TABLE[..n].iter().all(|(other, _)| other != right),
                "{right:?}"
            );
            assert!(!roles.is_empty(), "{right:?}");
        }
    }

    #[test]
    fn a_deputy_has_the_rights_of_a_clerk_and_no_others_of_their_own() {
        for (right, _) in TABLE {
            assert_eq!(may(Deputy, *right), may(Clerk, *right), "{right:?}");
        }
    }

    #[test]
    fn rights_are_the_least_that_the_work_needs() {
        for right in [
            Right::SeeBook,
            Right::Book,
            Right::Serve,
            Right::AnswerCases,
        ] {
            assert!(!may(Reviewer, right), "{right:?}");
        }
        for right in [Right::SeeBook, Right::SeeCases, Right::SeeAudit] {
            assert!(!may(Admin, right), "{right:?}");
        }
        assert!(!may(Supervisor, Right::Roster));
        assert!(!may(Floor, Right::Serve));
        assert!(may_standing_in(Right::Calendar) && !may_standing_in(Right::GoAway));
    }

    #[test]
    fn ids_are_read_back() {
        for role in Role::ALL {
            assert_eq!(Role::from_id(role.id()), Some(role));
        }
        for own in Organisation::ALL {
            assert_eq!(Organisation::from_id(own.id()), Some(own));
        }
        assert_eq!(Role::from_id("mayor"), None);
    }
}
