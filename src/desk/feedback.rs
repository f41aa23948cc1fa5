//! One-tap words about an answer, a case or a visit: good or bad, and perhaps a reason. They are asked for where people
//! already are, once, and never stand in the way of what somebody writes next.

use chrono::{DateTime, Utc};

use super::asking;
use super::booking;
use super::choice::Choice;
use super::decide::Desk;
use super::faq::{Action, EntryId};
use super::language::Language;
use super::phrase::Phrase;
use super::queue::ticket::TicketNumber;
use super::reminder::outside_quiet;
use super::rules::{Rules, civil};
use super::tick;
use super::view::{Change, Outcome, Reply, To, Turn};
use crate::ids::{CaseId, ResidentId, TicketId};

pub mod tally;

/// When people are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FeedbackRules {
    /// So many minutes after a visit its holder is asked how it was; zero switches it off.
    pub visit_after_minutes: u16,
}

/// The kinds of things that are rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Answer,
    Visit,
    Case,
}

impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Answer, Kind::Visit, Kind::Case];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Answer => "answer",
            Kind::Visit => "visit",
            Kind::Case => "case",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The reasons that are offered after a bad word, in the order of the buttons.
    #[must_use]
    pub const fn reasons(self) -> &'static [Reason] {
        match self {
            Kind::Answer => &[
                Reason::WrongTopic,
                Reason::OutOfDate,
                Reason::HardToUnderstand,
                Reason::NotEnough,
                Reason::Other,
            ],
            Kind::Visit => &[
                Reason::Wait,
                Reason::Explanation,
                Reason::Language,
                Reason::CameAgain,
                Reason::Other,
            ],
            Kind::Case => &[
                Reason::Late,
                Reason::NotSolved,
                Reason::HardToUnderstand,
                Reason::Other,
            ],
        }
    }
}

/// Why something was bad: a closed list, so that nobody writes about a person here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    WrongTopic,
    OutOfDate,
    HardToUnderstand,
    NotEnough,
    /// The wait was long.
    Wait,
    /// What was explained.
    Explanation,
    /// Not in a language the visitor understands.
    Language,
    /// The matter was not settled in one visit.
    CameAgain,
    /// The reply came late.
    Late,
    NotSolved,
    Other,
}

impl Reason {
    pub const ALL: [Reason; 11] = [
        Reason::WrongTopic,
        Reason::OutOfDate,
        Reason::HardToUnderstand,
        Reason::NotEnough,
        Reason::Wait,
        Reason::Explanation,
        Reason::Language,
        Reason::CameAgain,
        Reason::Late,
        Reason::NotSolved,
        Reason::Other,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Reason::WrongTopic => "wrong-topic",
            Reason::OutOfDate => "out-of-date",
            Reason::HardToUnderstand => "hard-to-understand",
            Reason::NotEnough => "not-enough",
            Reason::Wait => "wait",
            Reason::Explanation => "explanation",
            Reason::Language => "language",
            Reason::CameAgain => "came-again",
            Reason::Late => "late",
            Reason::NotSolved => "not-solved",
            Reason::Other => "other",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Reason> {
        Reason::ALL.into_iter().find(|reason| reason.id() == id)
    }

    /// One letter of a button's code.
    const fn mark(self) -> &'static str {
        match self {
            Reason::WrongTopic => "w",
            Reason::OutOfDate => "d",
            Reason::HardToUnderstand => "u",
            Reason::NotEnough => "m",
            Reason::Wait => "q",
            Reason::Explanation => "e",
            Reason::Language => "l",
            Reason::CameAgain => "a",
            Reason::Late => "s",
            Reason::NotSolved => "x",
            Reason::Other => "o",
        }
    }
}

/// What is rated. A visit is named by its ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    Answer(EntryId),
    Visit(TicketId),
    Case(CaseId),
}

impl About {
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            About::Answer(_) => Kind::Answer,
            About::Visit(_) => Kind::Visit,
            About::Case(_) => Kind::Case,
        }
    }

    /// As it is kept, beside its kind.
    #[must_use]
    pub fn subject(&self) -> String {
        match self {
            About::Answer(entry) => entry.to_string(),
            About::Visit(ticket) => ticket.to_string(),
            About::Case(case) => case.to_string(),
        }
    }

    /// The two buttons, the good one first.
    #[must_use]
    pub fn choices(&self) -> [Choice; 2] {
        let good = Choice::Feedback(Pick::Good(self.clone()));
        let bad = match self {
            // The button of answers is older than the others and does more.
            About::Answer(entry) => Choice::Unhelpful(entry.clone()),
            About::Visit(_) | About::Case(_) => Choice::Feedback(Pick::Bad(self.clone())),
        };
        [good, bad]
    }

    /// The buttons of the reasons.
    pub fn reasons(&self) -> impl Iterator<Item = Choice> + '_ {
        let reasons = self.kind().reasons().iter();
        reasons.map(|reason| Choice::Feedback(Pick::Because(self.clone(), *reason)))
    }
}

/// How it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    Good,
    Bad(Option<Reason>),
}

impl Verdict {
    #[must_use]
    pub const fn is_good(self) -> bool {
        matches!(self, Verdict::Good)
    }

    #[must_use]
    pub const fn reason(self) -> Option<Reason> {
        match self {
            Verdict::Good | Verdict::Bad(None) => None,
            Verdict::Bad(reason) => reason,
        }
    }

    /// The label of a metric.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Verdict::Good => "good",
            Verdict::Bad(_) => "bad",
        }
    }
}

/// A word about something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    pub about: About,
    pub verdict: Verdict,
    /// The language in which it was rated.
    pub language: Language,
}

/// What changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedbackChange {
    /// In the place of an earlier word of the same resident about the same thing. A bad word without a reason leaves the
    /// reason of an earlier bad one. What is not theirs to rate is left alone.
    Rate(Rating),
    /// The holder of a ticket was asked how the visit was.
    Asked(TicketId),
}

/// The buttons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    Good(About),
    Bad(About),
    Because(About, Reason),
}

/// How the codes of these buttons begin.
const KIND: &str = "h";
const GOOD: &str = "y";
const BAD: &str = "n";

impl Pick {
    /// The code that travels. The name of an entry may have 60 bytes, which leaves four: its kind has no letter.
    #[must_use]
    pub fn code(&self) -> String {
        let (about, mark) = match self {
            Pick::Good(about) => (about, GOOD),
            Pick::Bad(about) => (about, BAD),
            Pick::Because(about, reason) => (about, reason.mark()),
        };
        let kind = match about {
            About::Answer(_) => "",
            About::Visit(_) => "v",
            About::Case(_) => "c",
        };
        format!("{KIND}.{kind}{mark}-{}", about.subject())
    }

    /// Reads a code that begins like one of these.
    #[must_use]
    pub fn read(kind: &str, value: &str) -> Option<Pick> {
        if kind != KIND {
            return None;
        }
        let (head, subject) = value.split_once('-')?;
        let (about, mark) = match (head.len(), head.get(..1)) {
            (1, _) => (About::Answer(EntryId::read(subject)?), head),
            (2, Some("v")) => (About::Visit(TicketId(subject.parse().ok()?)), &head[1..]),
            (2, Some("c")) => (About::Case(CaseId(subject.parse().ok()?)), &head[1..]),
            _ => return None,
        };
        Some(match mark {
            GOOD => Pick::Good(about),
            BAD => Pick::Bad(about),
            _ => {
                let mut reasons = about.kind().reasons().iter();
                let reason = *reasons.find(|reason| reason.mark() == mark)?;
                Pick::Because(about, reason)
            }
        })
    }
}

/// What is said about ratings. The words are in `locales/<lang>/feedback.ftl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Thanks,
    /// Thanks for a bad word, and the reasons.
    AskReason,
    /// How was the visit with this number?
    AskVisit {
        number: TicketNumber,
    },
}

impl Said {
    /// The message id in the locale files.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Said::Thanks => "feedback-thanks",
            Said::AskReason => "feedback-why",
            Said::AskVisit { .. } => ASK_VISIT,
        }
    }
}

/// The id of the question after a visit.
pub const ASK_VISIT: &str = "feedback-visit";

// In a conversation.

/// Does what a button stands for.
pub fn choose(desk: &mut Desk<'_>, pick: &Pick) {
    match pick {
        Pick::Bad(About::Answer(entry)) => asking::unhelpful(desk, entry),
        Pick::Good(about) => good(desk, about),
        Pick::Bad(about) => bad(desk, about),
        Pick::Because(about, reason) => because(desk, about, *reason),
    }
}

fn good(desk: &mut Desk<'_>, about: &About) {
    desk.note(Turn::Action);
    if !rate(desk, about, Verdict::Good) {
        return desk.stale();
    }
    // The links of an answer are offered anew: a page shows the newest buttons only.
    let choices = match about {
        About::Answer(entry) => asking::links_of(desk, entry),
        About::Case(_) => tick::after_case(),
        About::Visit(_) => Vec::new(),
    };
    say(desk, Said::Thanks, choices);
    booking::offer_resume(desk);
}

fn bad(desk: &mut Desk<'_>, about: &About) {
    desk.note(Turn::Action);
    if !rate(desk, about, Verdict::Bad(None)) {
        return desk.stale();
    }
    let mut choices: Vec<Choice> = about.reasons().collect();
    choices.push(Choice::Action(Action::Staff));
    say(desk, Said::AskReason, choices);
    booking::offer_resume(desk);
}

/// The reason takes the place of the question for it; the ways on stay.
fn because(desk: &mut Desk<'_>, about: &About, reason: Reason) {
    desk.note(Turn::Action);
    if !rate(desk, about, Verdict::Bad(Some(reason))) {
        return desk.stale();
    }
    let choices = match about {
        About::Answer(entry) => asking::ways_on(desk, entry),
        About::Case(_) | About::Visit(_) => vec![Choice::Action(Action::Staff)],
    };
    desk.say_instead(Phrase::Feedback(Said::Thanks), choices);
    booking::offer_resume(desk);
}

/// Keeps a word; false about an answer that is not there any more.
pub fn rate(desk: &mut Desk<'_>, about: &About, verdict: Verdict) -> bool {
    if let About::Answer(entry) = about
        && desk.view.corpus.entry(entry).is_none()
    {
        return false;
    }
    let rating = Rating {
        about: about.clone(),
        verdict,
        language: desk.language,
    };
    desk.change(Change::Feedback(FeedbackChange::Rate(rating)));
    true
}

fn say(desk: &mut Desk<'_>, said: Said, choices: Vec<Choice>) {
    desk.say(Phrase::Feedback(said), choices);
}

/// The two buttons below the words with which a clerk closes a case.
#[must_use]
pub fn after_case(case: CaseId) -> Vec<Choice> {
    About::Case(case).choices().to_vec()
}

/// The ratings among some changes, for the counters. A reason that follows its bad word is not counted again.
#[must_use]
pub fn counted(changes: &[Change]) -> Vec<(Kind, Verdict)> {
    let rated = |change: &Change| match change {
        Change::Feedback(FeedbackChange::Rate(rating)) => {
            Some((rating.about.kind(), rating.verdict))
        }
        _ => None,
    };
    let all = changes.iter().filter_map(rated);
    all.filter(|(_, verdict)| verdict.reason().is_none())
        .collect()
}

// After a visit.

/// Nobody is asked about a visit that is over for longer, for example after the desk was down.
pub const ASK_HOURS_MAX: i64 = 24;

/// A finished visit whose holder was not asked yet and wants messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visited {
    pub ticket: TicketId,
    pub number: TicketNumber,
    pub resident: ResidentId,
}

/// Whether somebody may be asked at this moment: it is switched on, and not night.
#[must_use]
pub fn is_time(rules: &Rules, now: DateTime<Utc>) -> bool {
    let here = civil(now);
    rules.feedback.visit_after_minutes > 0 && outside_quiet(here, &rules.reminders) == here
}

/// Asks about finished visits, each under a key of its own.
#[must_use]
pub fn ask_after_visits(
    rules: &Rules,
    visits: Vec<Visited>,
    now: DateTime<Utc>,
) -> Vec<(String, Outcome)> {
    if !is_time(rules, now) {
        return Vec::new();
    }
    let ask = |visited: Visited| {
        let Visited {
            ticket,
            number,
            resident,
        } = visited;
        let reply = Reply {
            to: To::Resident(resident),
            phrase: Phrase::Feedback(Said::AskVisit { number }),
            choices: About::Visit(ticket).choices().to_vec(),
            replaces: false,
            case: None,
        };
        let outcome = Outcome {
            changes: vec![Change::Feedback(FeedbackChange::Asked(ticket))],
            replies: vec![reply],
            ..Outcome::default()
        };
        (format!("feedback:{ticket}"), outcome)
    };
    visits.into_iter().map(ask).collect()
}

#[cfg(test)]
mod tests {
    use super::super::choice::CODE_BYTES_MAX;
    use super::*;

    fn subjects() -> Vec<About> {
        vec![
            About::Answer(EntryId::read(&"x".repeat(EntryId::BYTES_MAX)).unwrap()),
            About::Answer(EntryId::read("pin-forgot").unwrap()),
            About::Visit(TicketId(i64::MAX)),
            About::Case(CaseId(1001)),
        ]
    }

    #[test]
    fn every_button_comes_back_from_its_code() {
        for about in subjects() {
            let all = about.choices().into_iter().chain(about.reasons());
            for choice in all {
                let code = choice.code();
                assert!(code.len() <= CODE_BYTES_MAX, "{code}");
                assert_eq!(Choice::read(&code), Some(choice), "{code}");
            }
        }
    }

    #[test]
    fn a_reason_belongs_to_its_kind() {
        let late = Reason::Late.mark();
        assert_eq!(Choice::read(&format!("h.{late}-pin-forgot")), None);
        assert_eq!(Choice::read(&format!("h.v{late}-7")), None);
        assert!(Choice::read(&format!("h.c{late}-7")).is_some());
        for other in [
            "h.", "h.y", "h.vy-x", "h.cy-", "h.zy-7", "h.あ-7", "h.vyy-7",
        ] {
            assert_eq!(Choice::read(other), None, "{other}");
        }
    }

    #[test]
    fn marks_and_names_are_distinct() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_id(kind.id()), Some(kind));
            let marks: Vec<&str> = kind.reasons().iter().map(|reason| reason.mark()).collect();
            for (n, mark) in marks.iter().enumerate() {
                assert!(!marks[..n].contains(mark) && *mark != GOOD && *mark != BAD);
            }
            assert_eq!(kind.reasons().last(), Some(&Reason::Other));
        }
        for reason in Reason::ALL {
            assert_eq!(Reason::from_id(reason.id()), Some(reason));
        }
    }

    #[test]
    fn a_reason_is_not_counted_twice() {
        let change = |verdict| {
            let about = About::Case(CaseId(1));
            let language = Language::Ja;
            Change::Feedback(FeedbackChange::Rate(Rating {
                about,
                verdict,
                language,
            }))
        };
        let changes = [
            change(Verdict::Bad(None)),
            change(Verdict::Bad(Some(Reason::Late))),
            change(Verdict::Good),
            Change::Feedback(FeedbackChange::Asked(TicketId(3))),
        ];
        let expected = [
            (Kind::Case, Verdict::Bad(None)),
            (Kind::Case, Verdict::Good),
        ];
        assert_eq!(counted(&changes), expected);
    }
}
