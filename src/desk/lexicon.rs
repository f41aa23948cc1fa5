//! The small words of each language: commands, names of procedures, politeness. Read from `locales/<tag>/words.toml`.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use chrono::NaiveDate;

use super::dates::{self, FullDate, Mark, When};
use super::faq::Action;
use super::language::Language;
use super::procedure::Procedure;
use super::retrieval::normal::{is_unspaced, normalize, squeeze};
pub use super::sign::Sign;

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
    /// "What do you keep about me?"
    MyData,
    /// No reminders and news …
    MessagesOff,
    /// … and again.
    MessagesOn,
    /// The waiting list: whether one is on it …
    WaitList,
    /// … and off it.
    WaitLeave,
    /// The case finder.
    Finder,
    /// The expiry helper.
    Expiry,
    /// With a ticket: "I am late" …
    Late,
    /// … "I must leave" …
    LeaveQueue,
    /// … "where do I go".
    WhereTo,
}

impl Command {
    pub const ALL: [Command; 22] = [
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
        Command::MyData,
        Command::MessagesOff,
        Command::MessagesOn,
        Command::WaitList,
        Command::WaitLeave,
        Command::Finder,
        Command::Expiry,
        Command::Late,
        Command::LeaveQueue,
        Command::WhereTo,
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
            Command::MyData => "my-data",
            Command::MessagesOff => "messages-off",
            Command::MessagesOn => "messages-on",
            Command::WaitList => "wait-list",
            Command::WaitLeave => "wait-leave",
            Command::Finder => "finder",
            Command::Expiry => "expiry",
            Command::Late => "late",
            Command::LeaveQueue => "leave-queue",
            Command::WhereTo => "where-to",
        }
    }
}

/// How many people a message says will come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Headcount {
    #[default]
    Unsaid,
    Said(u8),
    /// Numbers that do not say how many in all.
    Unclear,
}

/// The words of one language.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Whole messages that are commands.
    pub commands: BTreeMap<Command, Vec<String>>,
    /// Parts of messages that name a procedure.
    pub procedures: BTreeMap<Procedure, Vec<String>>,
    /// Parts of messages that say how many people come.
    pub people: BTreeMap<u8, Vec<String>>,
    /// Parts of messages that show what is wanted.
    pub intents: BTreeMap<Sign, Vec<String>>,
    /// Signs of a question.
    pub question: Vec<String>,
    /// Polite endings that carry no meaning for the search.
    pub tails: Vec<String>,
    /// Words of this language that give it away in a short message.
    pub evidence: Vec<String>,
    /// What the words of time say; empty where the grammar is part of the program.
    pub dates: Vec<(Mark, String)>,
}

/// The words of all languages, normalised and ready to look up.
///
/// A message is read with the words of its own language and of those its speakers mix in: "come" is a wish in English
/// and eats in Portuguese.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    vocabularies: BTreeMap<Language, Vocabulary>,
    /// Squeezed whole messages of any language, for somebody who answers in another one.
    commands: BTreeMap<String, Command>,
    languages: BTreeMap<String, Language>,
    /// Words before a command that change nothing about it.
    second_thoughts: Vec<String>,
}

/// What the speakers of one language say.
#[derive(Clone, Debug, Default)]
struct Vocabulary {
    /// Squeezed whole messages.
    commands: BTreeMap<String, Command>,
    procedures: Parts<Procedure>,
    people: Parts<u8>,
    signs: Parts<Sign>,
    question: Parts<()>,
    dates: dates::Vocabulary,
}

/// The languages whose words stand in messages of a language, its own first.
fn mixed(language: Language) -> &'static [Language] {
    match language {
        Language::Ja | Language::Easy => &[Language::Ja, Language::Easy, Language::En],
        Language::En => &[Language::En, Language::Ja, Language::Easy],
        Language::Fil => &[Language::Fil, Language::En, Language::Ja],
        Language::Vi => &[Language::Vi, Language::Ja],
        Language::ZhHans => &[Language::ZhHans, Language::ZhHant, Language::Ja],
        Language::ZhHant => &[Language::ZhHant, Language::ZhHans, Language::Ja],
        Language::Ko => &[Language::Ko, Language::Ja],
        Language::Ne => &[Language::Ne, Language::Ja],
        Language::Id => &[Language::Id, Language::Ja],
        Language::My => &[Language::My, Language::Ja],
        Language::PtBr => &[Language::PtBr, Language::Ja],
        Language::Es => &[Language::Es, Language::Ja],
        Language::Th => &[Language::Th, Language::Ja],
    }
}

impl Vocabulary {
    fn new(words: &Words) -> Vocabulary {
        let (mut procedures, mut signs, mut question) = (Vec::new(), Vec::new(), Vec::new());
        let mut commands = BTreeMap::new();
        for (command, spellings) in &words.commands {
            for spelling in spellings {
                commands.entry(squeeze(spelling)).or_insert(*command);
            }
        }
        let people = words.people.iter();
        let people = people.flat_map(|(n, parts)| parts.iter().map(|part| (normalize(part), *n)));
        let people: Vec<(String, u8)> = people.collect();
        for (procedure, parts) in &words.procedures {
            procedures.extend(parts.iter().map(|part| (normalize(part), *procedure)));
        }
        for (sign, parts) in &words.intents {
            signs.extend(parts.iter().map(|part| (normalize(part), *sign)));
        }
        question.extend(words.question.iter().map(|word| (word.to_lowercase(), ())));
        Vocabulary {
            commands,
            procedures: Parts::new(procedures, MatchKind::LeftmostLongest),
            people: Parts::new(people, MatchKind::LeftmostLongest),
            signs: Parts::new(signs, MatchKind::Standard),
            question: Parts::new(question, MatchKind::Standard),
            dates: dates::Vocabulary::new(
                words
                    .dates
                    .iter()
                    .map(|(mark, text)| (*mark, text.as_str())),
            ),
        }
    }
}

impl Lexicon {
    #[must_use]
    pub fn new(words: &BTreeMap<Language, Words>) -> Lexicon {
        let vocabularies: BTreeMap<Language, Vocabulary> = words
            .iter()
            .map(|(language, words)| (*language, Vocabulary::new(words)))
            .collect();
        let mut commands = BTreeMap::new();
        for vocabulary in vocabularies.values() {
            for (spelling, command) in &vocabulary.commands {
                commands.entry(spelling.clone()).or_insert(*command);
            }
        }
        let mut languages = BTreeMap::new();
        for language in words.keys() {
            languages.insert(squeeze(language.endonym()), *language);
            // Short tags are words elsewhere: "ko" is no in Vietnamese and "id" a paper everywhere.
            if language.tag().contains('-') {
                languages.insert(squeeze(language.tag()), *language);
            }
        }
        Lexicon {
            vocabularies,
            commands,
            languages,
            second_thoughts: ["やっぱり", "やっぱ", "じゃあ", "では", "では、"]
                .map(squeeze)
                .to_vec(),
        }
    }

    /// The command that the whole message is, in its own language before any other.
    #[must_use]
    pub fn command(&self, squeezed: &str, language: Language) -> Option<Command> {
        let find = |text: &str| {
            let mut own = self.vocabularies(language);
            let own = own.find_map(|vocabulary| vocabulary.commands.get(text));
            own.or_else(|| self.commands.get(text)).copied()
        };
        // "On second thoughts, back" is "back".
        find(squeezed).or_else(|| {
            let thoughts = self.second_thoughts.iter();
            let rest = thoughts.filter_map(|w| squeezed.strip_prefix(w.as_str()));
            rest.map(find).next().flatten()
        })
    }

    /// What a message says about when.
    #[must_use]
    pub fn when(&self, text: &str, today: NaiveDate, language: Language) -> When {
        let none = dates::Vocabulary::default();
        let own = self.vocabularies.get(&language);
        dates::read_when(text, today, language, own.map_or(&none, |v| &v.dates))
    }

    /// The one full date in a message, which is no wish to come then.
    #[must_use]
    pub fn full_date(&self, text: &str, language: Language) -> Option<FullDate> {
        let none = dates::Vocabulary::default();
        let own = self.vocabularies.get(&language);
        dates::read_full(text, language, own.map_or(&none, |v| &v.dates))
    }

    /// The language whose own name the whole message is.
    #[must_use]
    pub fn language(&self, squeezed: &str) -> Option<Language> {
        self.languages.get(squeezed).copied()
    }

    /// Whether the message names the list of those who wait for a seat.
    #[must_use]
    pub fn names_waiting_list(&self, normal: &str, language: Language) -> bool {
        self.signs(normal, language).contains(&Sign::Waiting)
    }

    /// How many people come, where the message says it once.
    #[must_use]
    pub fn people(&self, normal: &str, language: Language) -> Headcount {
        // A number of people is short, and looks like something else in other languages.
        let spoken: &[Language] = match language {
            Language::Ja | Language::Easy => &[Language::Ja, Language::Easy],
            Language::Fil => &[Language::Fil, Language::En],
            _ => &[language],
        };
        let own = spoken.iter().filter_map(|l| self.vocabularies.get(l));
        let own: Vec<&Vocabulary> = own.collect();
        let found = own.iter().flat_map(|v| v.people.after_no_number(normal));
        let mut found: Vec<u8> = found.filter(|n| *n > 0).collect();
        found.sort_unstable();
        found.dedup();
        // "Two adults and one child" are not two, and not one.
        let is_counted = |v: &&Vocabulary| v.people.any_beside_number(normal, 0);
        let names_kinds = own.iter().any(|v| v.people.longest(normal).contains(&0));
        if own.iter().any(is_counted) || names_kinds && !found.is_empty() || found.len() > 1 {
            return Headcount::Unclear;
        }
        match found[..] {
            [one] => Headcount::Said(one),
            _ => Headcount::Unsaid,
        }
    }

    /// The procedures named in the message, in the order of the offer. A longer name hides the shorter ones inside it.
    #[must_use]
    pub fn procedures(&self, normal: &str, language: Language) -> Vec<Procedure> {
        let own = self.vocabularies(language);
        let mut found: Vec<Procedure> = own.flat_map(|v| v.procedures.longest(normal)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The words of a language and of those that stand in its messages.
    fn vocabularies(&self, language: Language) -> impl Iterator<Item = &Vocabulary> {
        let languages = mixed(language).iter();
        languages.filter_map(|language| self.vocabularies.get(language))
    }

    fn signs(&self, normal: &str, language: Language) -> Vec<Sign> {
        let own = self.vocabularies(language);
        own.flat_map(|v| v.signs.all(normal)).collect()
    }

    /// Whether the message speaks of a lost or stolen card, or of its misuse.
    #[must_use]
    pub fn is_risk(&self, normal: &str, language: Language) -> bool {
        let signs = self.signs(normal, language);
        let has = |sign| signs.contains(&sign);
        has(Sign::Misuse) || (has(Sign::Lost) && has(Sign::Card) && !has(Sign::Paper))
    }

    /// Whether somebody is angry, or wants whoever is responsible.
    #[must_use]
    pub fn is_angry(&self, normal: &str, language: Language) -> bool {
        self.signs(normal, language).contains(&Sign::Anger)
    }

    /// The action that the signs in a message add up to. `has_time` says that it names a day or time.
    #[must_use]
    pub fn wish(
        &self,
        normal: &str,
        has_time: bool,
        is_question: bool,
        language: Language,
    ) -> Option<Action> {
        let signs = self.signs(normal, language);
        let has = |sign| signs.contains(&sign);
        // "I have no reservation, give me a number" is no question about either.
        let is_about_ticket = has(Sign::Ticket) && !is_question;
        if has(Sign::HowTo) && !is_about_ticket {
            return None;
        }
        let about = has(Sign::Reservation) || has_time;
        let thing_came = has(Sign::Paper) || has(Sign::Card) && !has(Sign::Reservation);
        // "In English" is a wish; "is there a telephone line in English" is a question.
        let short = normal.chars().filter(|c| *c != ' ').count() <= SHORT_CHARS_MAX;
        if has(Sign::Person) {
            Some(Action::Staff)
        } else if has(Sign::Speak) && short {
            Some(Action::Language)
        } else if has(Sign::Ticket) {
            // A number that is given up or lost is no wish for another one.
            Some(Action::Ticket).filter(|_| !has(Sign::GiveUp) && !has(Sign::Lost))
        } else if has(Sign::Arrived) && (about || short) && !is_question && !thing_came {
            Some(Action::CheckIn)
        } else if has(Sign::Move) && about {
            Some(Action::Change)
        } else if has(Sign::GiveUp) && has(Sign::Reservation)
            || has(Sign::GiveUp) && has_time && !short
        {
            Some(Action::Cancel)
        } else if has(Sign::Look) && has(Sign::Reservation) {
            Some(Action::MyReservation)
        } else if has(Sign::Wait) && !has(Sign::Card) && !has_time {
            Some(Action::WaitTime)
        } else if has(Sign::Come) && (has_time || (has(Sign::Reservation) && short))
            || has(Sign::Reservation) && has_time && !is_question
        {
            Some(Action::Book)
        } else {
            None
        }
    }

    /// Whether the message looks like a question rather than an answer to one.
    #[must_use]
    pub fn is_question(&self, text: &str, language: Language) -> bool {
        let text = text.to_lowercase();
        self.vocabularies(language).any(|v| v.question.is_in(&text))
    }
}

/// Up to so many letters a message is a wish and hardly a question.
const SHORT_CHARS_MAX: usize = 20;

/// Parts of messages, searched for all at once.
#[derive(Clone, Debug)]
struct Parts<T> {
    searcher: Option<AhoCorasick>,
    meanings: Vec<T>,
}

impl<T> Default for Parts<T> {
    fn default() -> Parts<T> {
        Parts {
            searcher: None,
            meanings: Vec::new(),
        }
    }
}

impl<T: Copy> Parts<T> {
    /// A set of parts that is too large to search for finds nothing; the files are nowhere near that.
    fn new(parts: Vec<(String, T)>, kind: MatchKind) -> Parts<T> {
        let parts: Vec<(String, T)> = parts
            .into_iter()
            .filter(|(part, _)| !part.is_empty())
            .collect();
        let spellings: Vec<&str> = parts.iter().map(|(part, _)| part.as_str()).collect();
        // Of the kinds this one is built in the least time, and messages are short.
        let searcher = AhoCorasick::builder()
            .match_kind(kind)
            .kind(Some(AhoCorasickKind::NoncontiguousNFA))
            .prefilter(false)
            .build(&spellings);
        Parts {
            searcher: searcher.ok(),
            meanings: parts.into_iter().map(|(_, meaning)| meaning).collect(),
        }
    }

    /// What the parts mean, a longer part hiding the shorter ones inside it; for parts built leftmost and longest.
    fn longest(&self, text: &str) -> Vec<T> {
        let found = self
            .searcher
            .iter()
            .flat_map(|searcher| searcher.find_iter(text));
        found
            .filter(|hit| begins(text, hit.start()))
            .map(|hit| self.meanings[hit.pattern().as_usize()])
            .collect()
    }

    /// The same, but nothing that a number stands right before: "2 people" is not in "12 people".
    fn after_no_number(&self, text: &str) -> Vec<T> {
        let found = self
            .searcher
            .iter()
            .flat_map(|searcher| searcher.find_iter(text));
        let is_number = |c: char| c.is_numeric() || "十二三四五六七八九".contains(c);
        found
            .filter(|hit| begins(text, hit.start()))
            .filter(|hit| {
                !text[..hit.start()]
                    .chars()
                    .next_back()
                    .is_some_and(is_number)
            })
            .map(|hit| self.meanings[hit.pattern().as_usize()])
            .collect()
    }

    /// Whether a part with this meaning has a number right before it, with at most two signs in between: "2个孩子".
    fn any_beside_number(&self, text: &str, meaning: T) -> bool
    where
        T: PartialEq,
    {
        let found = self
            .searcher
            .iter()
            .flat_map(|searcher| searcher.find_iter(text));
        let is_number = |c: char| c.is_numeric() || "一二三四五六七八九両".contains(c);
        found
            .filter(|hit| begins(text, hit.start()))
            .filter(|hit| self.meanings[hit.pattern().as_usize()] == meaning)
            .any(|hit| text[..hit.start()].chars().rev().take(3).any(is_number))
    }

    /// What every part means, inside others or not; for parts built to be found wherever they stand.
    fn all(&self, text: &str) -> Vec<T> {
        let found = self
            .searcher
            .iter()
            .flat_map(|searcher| searcher.find_overlapping_iter(text));
        found
            .filter(|hit| begins(text, hit.start()))
            .map(|hit| self.meanings[hit.pattern().as_usize()])
            .collect()
    }

    fn is_in(&self, text: &str) -> bool {
        self.searcher
            .as_ref()
            .is_some_and(|searcher| searcher.is_match(text))
    }
}

/// Whether a part may stand here: words of spaced scripts must begin, endings may follow.
fn begins(text: &str, at: usize) -> bool {
    let first = text[at..].chars().next();
    let before = text[..at].chars().next_back();
    first.is_some_and(is_unspaced)
        || before.is_none_or(|before| before == ' ' || is_unspaced(before))
}
