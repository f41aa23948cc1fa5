//! Reading `locales/<tag>/*.ftl` and `words.toml`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use unic_langid::LanguageIdentifier;

use crate::desk::dates::Mark;
use crate::desk::language::Language;
use crate::desk::lexicon::{Command, Sign, Words};
use crate::desk::procedure::Procedure;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// Where the messages come from.
#[derive(Clone, Debug)]
pub enum Source {
    BuiltIn,
    Folder(PathBuf),
}

/// Why the messages cannot be used: one line with file, line and mend.
#[derive(Debug, thiserror::Error)]
#[error("{file}:{line}: {what}")]
pub struct LocaleError {
    pub file: String,
    pub line: usize,
    pub what: String,
}

/// The messages of one language.
pub fn bundle(
    source: &Source,
    language: Language,
) -> Result<FluentBundle<FluentResource>, LocaleError> {
    let identifier: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Isolation marks would be read aloud and copied with reservation codes.
    bundle.set_use_isolating(false);
    let files = files(source, language, ".ftl")?;
    for (file, text) in files {
        let resource = FluentResource::try_new(text.clone()).map_err(|(_, errors)| {
            let start = errors
                .first()
                .map_or(0, |error| error.pos.start)
                .min(text.len());
            let line = text
                .get(..start)
                .map_or(1, |before| before.matches('\n').count() + 1);
            let what = errors.first().map(ToString::to_string).unwrap_or_default();
            LocaleError {
                file: file.clone(),
                line,
                what,
            }
        })?;
        bundle
            .add_resource(resource)
            .map_err(|errors| LocaleError {
                file: file.clone(),
                line: 1,
                what: errors.first().map(ToString::to_string).unwrap_or_default(),
            })?;
    }
    Ok(bundle)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    commands: BTreeMap<String, Vec<String>>,
    procedures: BTreeMap<Procedure, Vec<String>>,
    /// How many people come, by number.
    #[serde(default)]
    people: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    intents: BTreeMap<String, Vec<String>>,
    signs: Signs,
    #[serde(default)]
    dates: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    numbers: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Signs {
    question: Vec<String>,
    tails: Vec<String>,
    evidence: Vec<String>,
}

/// The small words of one language.
pub fn words(source: &Source, language: Language) -> Result<Words, LocaleError> {
    let files = files(source, language, "words.toml")?;
    let Some((file, text)) = files.into_iter().next() else {
        let file = format!("locales/{language}/words.toml");
        return Err(LocaleError {
            file,
            line: 1,
            what: "the file is missing".into(),
        });
    };
    let parsed: WordsFile = toml::from_str(&text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start).min(text.len());
        let line = text
            .get(..start)
            .map_or(1, |before| before.matches('\n').count() + 1);
        LocaleError {
            file: file.clone(),
            line,
            what: error.message().to_owned(),
        }
    })?;
    let mut commands = BTreeMap::new();
    for (name, spellings) in parsed.commands {
        let command = Command::ALL
            .into_iter()
            .find(|command| command.id() == name);
        let Some(command) = command else {
            return Err(LocaleError {
                file,
                line: 1,
                what: format!("there is no command “{name}”"),
            });
        };
        commands.insert(command, spellings);
    }
    let mut intents = BTreeMap::new();
    for (name, parts) in parsed.intents {
        let sign = Sign::ALL.into_iter().find(|sign| sign.id() == name);
        let Some(sign) = sign else {
            return Err(LocaleError {
                file,
                line: 1,
                what: format!("there is no intent “{name}”"),
            });
        };
        intents.insert(sign, parts);
    }
    let read =
        people(parsed.people).and_then(|people| Ok((people, dates(parsed.dates, parsed.numbers)?)));
    let (people, dates) = read.map_err(|what| LocaleError {
        file,
        line: 1,
        what,
    })?;
    let Signs {
        question,
        tails,
        evidence,
    } = parsed.signs;
    Ok(Words {
        commands,
        people,
        procedures: parsed.procedures,
        intents,
        question,
        tails,
        evidence,
        dates,
    })
}

/// The words for so many people, by number.
fn people(words: BTreeMap<String, Vec<String>>) -> Result<BTreeMap<u8, Vec<String>>, String> {
    let number = |text: &str| text.parse().ok().filter(|n| (0..=8).contains(n));
    let entry = |(text, words): (String, Vec<String>)| {
        let fault = || format!("[people]: “{text}” is no number from 0 to 8");
        Ok((number(&text).ok_or_else(fault)?, words))
    };
    words.into_iter().map(entry).collect()
}

/// The words of time, each with what it says.
fn dates(
    marks: BTreeMap<String, Vec<String>>,
    numbers: BTreeMap<String, Vec<String>>,
) -> Result<Vec<(Mark, String)>, String> {
    let mut words = Vec::new();
    for (name, spellings) in marks {
        let mark = Mark::from_id(&name).ok_or_else(|| format!("[dates] has no key “{name}”"))?;
        words.extend(spellings.into_iter().map(|spelling| (mark, spelling)));
    }
    for (name, spellings) in numbers {
        let number = name
            .parse()
            .map_err(|_| format!("[numbers]: “{name}” is not a number"))?;
        let mark = Mark::Number(number);
        words.extend(spellings.into_iter().map(|spelling| (mark, spelling)));
    }
    Ok(words)
}

fn files(
    source: &Source,
    language: Language,
    end: &str,
) -> Result<Vec<(String, String)>, LocaleError> {
    let tag = language.tag();
    let missing = || LocaleError {
        file: format!("locales/{tag}"),
        line: 1,
        what: "there are no files for this language; add them or take it out of city.languages"
            .into(),
    };
    let mut found = Vec::new();
    match source {
        Source::BuiltIn => {
            let dir = BUILT_IN.get_dir(tag).ok_or_else(missing)?;
            for file in dir
                .files()
                .filter(|f| f.path().to_string_lossy().ends_with(end))
            {
                let name = format!("locales/{}", file.path().to_string_lossy());
                found.push((name, file.contents_utf8().unwrap_or_default().to_owned()));
            }
        }
        Source::Folder(folder) => {
            for entry in std::fs::read_dir(folder.join(tag))
                .map_err(|_| missing())?
                .flatten()
            {
                let path = entry.path();
                if path.to_string_lossy().ends_with(end) {
                    let text = std::fs::read_to_string(&path).map_err(|error| LocaleError {
                        file: path.display().to_string(),
                        line: 1,
                        what: error.to_string(),
                    })?;
                    found.push((path.display().to_string(), text));
                }
            }
        }
    }
    found.sort();
    Ok(found)
}
