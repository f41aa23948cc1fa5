//! The small words of each language: commands, names of procedures, politeness. Read from `locales/<tag>/words.toml`.

use std::collections::BTreeMap;

use super::faq::Action;
use super::language::Language;
use super::procedure::Procedure;
use super::retrieval::normal::{is_unspaced, normalize, squeeze};

/// What a short message can ask of the conversation itself, at any moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Command {
    Stop,
    Back,
    StartOver,
    Yes,
    No,
    /// Later days or times.
    More,
    /// "Any will do."
    Any,
    Greeting,
    Thanks,
    Help,
    Staff,
    Language,
}

impl Command {
    pub const ALL: [Command; 12] = [
        Command::Stop,
        Command::Back,
        Command::StartOver,
        Command::Yes,
        Command::No,
        Command::More,
        Command::Any,
        Command::Greeting,
        Command::Thanks,
        Command::Help,
        Command::Staff,
        Command::Language,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Command::Stop => "stop",
            Command::Back => "back",
            Command::StartOver => "start-over",
            Command::Yes => "yes",
            Command::No => "no",
            Command::More => "more",
            Command::Any => "any",
            Command::Greeting => "greeting",
            Command::Thanks => "thanks",
            Command::Help => "help",
            Command::Staff => "staff",
            Command::Language => "language",
        }
    }
}

/// What a part of a message shows about the wish behind it. One sign proves nothing; `wish` puts them together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sign {
    /// It is about a reservation.
    Reservation,
    /// Wants to come, or to reserve.
    Come,
    /// Wants another day or time.
    Move,
    /// Wants to give it up.
    GiveUp,
    /// Wants to see what was reserved.
    Look,
    /// Asks for the way to do it, not for the thing itself.
    HowTo,
    /// Has arrived.
    Arrived,
    /// Wants a queue number.
    Ticket,
    /// Wants a person.
    Person,
    /// Wants another language.
    Speak,
    /// Asks how long the wait is.
    Wait,
}

impl Sign {
    pub const ALL: [Sign; 11] = [
        Sign::Reservation,
        Sign::Come,
        Sign::Move,
        Sign::GiveUp,
        Sign::Look,
        Sign::HowTo,
        Sign::Arrived,
        Sign::Ticket,
        Sign::Person,
        Sign::Speak,
        Sign::Wait,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Sign::Reservation => "reservation",
            Sign::Come => "come",
            Sign::Move => "move",
            Sign::GiveUp => "give-up",
            Sign::Look => "look",
            Sign::HowTo => "how-to",
            Sign::Arrived => "arrived",
            Sign::Ticket => "ticket",
            Sign::Person => "person",
            Sign::Speak => "speak",
            Sign::Wait => "wait",
        }
    }
}

/// The words of one language.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Whole messages that are commands.
    pub commands: BTreeMap<Command, Vec<String>>,
    /// Parts of messages that name a procedure.
    pub procedures: BTreeMap<Procedure, Vec<String>>,
    /// Parts of messages that show what is wanted.
    pub intents: BTreeMap<Sign, Vec<String>>,
    /// Signs of a question.
    pub question: Vec<String>,
    /// Polite endings that carry no meaning for the search.
    pub tails: Vec<String>,
    /// Words of this language that give it away in a short message.
    pub evidence: Vec<String>,
}

/// The words of all languages, normalised and ready to look up.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Squeezed whole messages.
    commands: BTreeMap<String, Command>,
    /// Normalised parts, longest first.
    procedures: Vec<(String, Procedure)>,
    signs: Vec<(String, Sign)>,
    question: Vec<String>,
    languages: BTreeMap<String, Language>,
}

impl Lexicon {
    #[must_use]
    pub fn new(words: &BTreeMap<Language, Words>) -> Lexicon {
        let mut lexicon = Lexicon::default();
        for (language, words) in words {
            for (command, spellings) in &words.commands {
                for spelling in spellings {
                    lexicon
                        .commands
                        .entry(squeeze(spelling))
                        .or_insert(*command);
                }
            }
            for (procedure, parts) in &words.procedures {
                lexicon
                    .procedures
                    .extend(parts.iter().map(|part| (normalize(part), *procedure)));
            }
            for (sign, parts) in &words.intents {
                lexicon.signs.extend(parts.iter().map(|part| (normalize(part), *sign)));
            }
            lexicon
                .question
                .extend(words.question.iter().map(|word| word.to_lowercase()));
            lexicon
                .languages
                .insert(squeeze(language.endonym()), *language);
            lexicon.languages.insert(squeeze(language.tag()), *language);
        }
        lexicon
            .procedures
            .sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.cmp(b)));
        lexicon
    }

    /// The command that the whole message is.
    #[must_use]
    pub fn command(&self, squeezed: &str) -> Option<Command> {
        self.commands.get(squeezed).copied()
    }

    /// The language whose own name the whole message is.
    #[must_use]
    pub fn language(&self, squeezed: &str) -> Option<Language> {
        self.languages.get(squeezed).copied()
    }

    /// The procedures named in the message, in the order of the offer. A longer name hides the shorter ones inside it.
    #[must_use]
    pub fn procedures(&self, normal: &str) -> Vec<Procedure> {
        let mut rest = normal.to_owned();
        let mut found = Vec::new();
        for (part, procedure) in &self.procedures {
            if let Some(at) = find_part(&rest, part) {
                rest.replace_range(at..at + part.len(), "\n");
                if !found.contains(procedure) {
                    found.push(*procedure);
                }
            }
        }
        found.sort_unstable();
        found
    }

    /// The action that the signs in a message add up to. `has_time` says that it names a day or time.
    #[must_use]
    pub fn wish(&self, normal: &str, has_time: bool) -> Option<Action> {
        let signs: Vec<Sign> =
            self.signs.iter().filter(|(part, _)| find_part(normal, part).is_some()).map(|(_, sign)| *sign).collect();
        let has = |sign| signs.contains(&sign);
        if has(Sign::HowTo) {
            return None;
        }
        let about = has(Sign::Reservation) || has_time;
        // "In English" is a wish; "is there a telephone line in English" is a question.
        let short = normal.chars().filter(|c| *c != ' ').count() <= SHORT_CHARS_MAX;
        if has(Sign::Person) {
            Some(Action::Staff)
        } else if has(Sign::Speak) && short {
            Some(Action::Language)
        } else if has(Sign::Ticket) {
            Some(Action::Ticket)
        } else if has(Sign::Arrived) && (about || short) {
            Some(Action::CheckIn)
        } else if has(Sign::Move) && about {
            Some(Action::Change)
        } else if has(Sign::GiveUp) && has(Sign::Reservation) || has(Sign::GiveUp) && has_time && !short {
            Some(Action::Cancel)
        } else if has(Sign::Look) && has(Sign::Reservation) {
            Some(Action::MyReservation)
        } else if has(Sign::Wait) {
            Some(Action::WaitTime)
        } else if has(Sign::Come) && has_time {
            Some(Action::Book)
        } else {
            None
        }
    }

    /// Whether the message looks like a question rather than an answer to one.
    #[must_use]
    pub fn is_question(&self, text: &str) -> bool {
        let lower = text.to_lowercase();
        self.question
            .iter()
            .any(|sign| lower.contains(sign.as_str()))
    }
}

/// Up to so many letters a message is a wish and hardly a question.
const SHORT_CHARS_MAX: usize = 20;

/// Where a part stands in a normalised text. Words of spaced scripts must begin there; endings may follow.
fn find_part(normal: &str, part: &str) -> Option<usize> {
    let first = part.chars().next()?;
    normal.match_indices(part).map(|(at, _)| at).find(|at| {
        is_unspaced(first) || normal[..*at].chars().next_back().is_none_or(|before| before == ' ' || is_unspaced(before))
    })
}
