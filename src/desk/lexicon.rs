//! The small words of each language: commands, names of procedures, politeness. Read from `locales/<tag>/words.toml`.

use std::collections::BTreeMap;

use super::language::Language;
use super::procedure::Procedure;
use super::retrieval::normal::squeeze;

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

/// The words of one language.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Whole messages that are commands.
    pub commands: BTreeMap<Command, Vec<String>>,
    /// Parts of messages that name a procedure.
    pub procedures: BTreeMap<Procedure, Vec<String>>,
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
    /// Squeezed parts, longest first.
    procedures: Vec<(String, Procedure)>,
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
                    .extend(parts.iter().map(|part| (squeeze(part), *procedure)));
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
    pub fn procedures(&self, squeezed: &str) -> Vec<Procedure> {
        let mut rest = squeezed.to_owned();
        let mut found = Vec::new();
        for (part, procedure) in &self.procedures {
            if !part.is_empty() && rest.contains(part.as_str()) {
                rest = rest.replace(part.as_str(), "\n");
                if !found.contains(procedure) {
                    found.push(*procedure);
                }
            }
        }
        found.sort_unstable();
        found
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
