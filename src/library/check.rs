//! What `madoguchi faq check` finds in the content of texts: figures that differ from the Japanese, lengths, wordings,
//! glossary, characters. What concerns the form of files and approvals is found while reading.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark, is_nfc};

use super::figures::{Dates, addresses, figures, placeholders};
use super::glossary::{Breach, Glossary, Terms};
use super::{DRAFTS, Fault, Library, Rule, Severity, TextFile};
use crate::desk::language::Language;
use crate::desk::retrieval::normal::squeeze;

/// The longest spoken answer in characters as a reader counts them: marks that combine belong to their letters.
const SPOKEN_CHARS_MAX: usize = 120;
/// The longest Japanese answer in characters.
const JAPANESE_CHARS_MAX: usize = 600;
/// The longest answer in any other language: readings and spelled-out terms take room.
const ANSWER_CHARS_MAX: usize = 2000;
/// The longest wording; nobody types more.
const WORDING_CHARS_MAX: usize = 300;
/// How many wordings an entry should have in Japanese, and in any other language.
const WORDINGS_JA_MIN: usize = 8;
const WORDINGS_MIN: usize = 5;

/// Finds every fault in the content of the texts, in addition to those found while reading.
#[must_use]
pub fn check(library: &Library, today: NaiveDate) -> Vec<Fault> {
    let mut faults = library.faults.clone();
    let mut originals: BTreeMap<&str, &TextFile> = BTreeMap::new();
    for text in library.texts.iter().filter(|t| t.language == Language::Ja) {
        originals.insert(&text.entry, text);
    }
    for text in &library.texts {
        let mut checker = Checker {
            text,
            faults: &mut faults,
        };
        checker.characters();
        checker.escapes();
        checker.lengths();
        checker.wordings();
        if let Some(original) = originals
            .get(text.entry.as_str())
            .filter(|_| text.language != Language::Ja)
        {
            checker.figures(original, &library.glossary);
            checker.glossary(original, &library.glossary);
        } else {
            checker.review_by(library, today);
        }
    }
    doubles(library, &mut faults);
    faults.sort();
    faults.dedup();
    faults
}

/// The faults of one file.
#[must_use]
pub fn of_file(library: &Library, file: &str, today: NaiveDate) -> Vec<Fault> {
    let mut faults = check(library, today);
    faults.retain(|fault| fault.file == file);
    faults
}

/// Characters as a reader counts them.
#[must_use]
pub fn visible_chars(text: &str) -> usize {
    text.chars()
        .filter(|c| !is_combining_mark(*c) && !matches!(c, '\u{200C}' | '\u{200D}'))
        .count()
}

/// Whether a character steers a screen instead of being read. Joiners are letters' business in Nepali and Burmese.
#[must_use]
pub fn is_control(c: char, language: Language) -> bool {
    let steers = matches!(
        c,
        '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
    );
    let joins = matches!(language, Language::Ne | Language::My);
    c.is_control() || steers || matches!(c, '\u{200C}' | '\u{200D}') && !joins
}

struct Checker<'a> {
    text: &'a TextFile,
    faults: &'a mut Vec<Fault>,
}

impl Checker<'_> {
    fn fault(&mut self, line: usize, severity: Severity, rule: Rule, what: String) {
        self.faults.push(Fault {
            file: self.text.file.clone(),
            line,
            severity,
            rule,
            what,
        });
    }

    fn characters(&mut self) {
        let raw = &self.text.raw;
        for (n, line) in raw.lines().enumerate() {
            // A byte order mark at the beginning of a file does no harm.
            let text = if n == 0 {
                line.trim_start_matches('\u{FEFF}')
            } else {
                line
            };
            let bad = text.chars().find(|c| is_control(*c, self.text.language));
            if let Some(c) = bad {
                let what = format!(
                    "there is a control character U+{:04X}; take it out",
                    u32::from(c)
                );
                self.fault(n + 1, Severity::Error, Rule::ControlCharacter, what);
            }
            if !is_nfc(line) {
                let at = line.nfc().zip(line.chars()).find(|(a, b)| a != b);
                let what = format!(
                    "{} is written in parts; save the file in Unicode normal form C",
                    at.map_or('?', |(a, _)| a)
                );
                self.fault(n + 1, Severity::Error, Rule::NormalForm, what);
            }
            if n + 1 >= self.text.body_line
                && let Some(c) = line.chars().find(|c| is_other_form(*c))
            {
                let what = format!("“{c}” is a compatibility form; write it as everywhere else");
                self.fault(n + 1, Severity::Error, Rule::NormalForm, what);
            }
        }
    }

    /// What a string of the front matter says once its escapes are read: "\\u0007" is a control character as well.
    fn escapes(&mut self) {
        let text = self.text;
        let fields = std::iter::once(&text.question).chain(&text.spoken);
        let fields = fields.chain(&text.wordings).chain(&text.keywords);
        let mut found = Vec::new();
        for field in fields.filter(|field| !text.raw.contains(field.as_str())) {
            let line = field.chars().find(|c| !is_control(*c, text.language));
            let line = line.map_or(1, |_| {
                text.line_of(field.split(char::is_control).next().unwrap_or(""))
            });
            if let Some(c) = field.chars().find(|c| is_control(*c, text.language)) {
                let what = format!(
                    "there is a control character U+{:04X}; take it out",
                    u32::from(c)
                );
                found.push((line, Rule::ControlCharacter, what));
            }
            if !is_nfc(field) {
                let what = "an escape makes a letter of parts; write it in Unicode normal form C"
                    .to_owned();
                found.push((line, Rule::NormalForm, what));
            }
        }
        for (line, rule, what) in found {
            self.fault(line, Severity::Error, rule, what);
        }
    }

    fn lengths(&mut self) {
        let (language, body_line) = (self.text.language, self.text.body_line);
        if let Some(spoken) = &self.text.spoken {
            let length = visible_chars(spoken);
            if length > SPOKEN_CHARS_MAX {
                let what = format!("spoken has {length} characters; at most {SPOKEN_CHARS_MAX}");
                self.fault(
                    self.text.line_of("spoken"),
                    Severity::Error,
                    Rule::Length,
                    what,
                );
            }
        } else if !self.text.is_action() {
            let what = "there is no spoken answer".to_owned();
            self.fault(1, Severity::Warning, Rule::Length, what);
        }
        let most = if language == Language::Ja {
            JAPANESE_CHARS_MAX
        } else {
            ANSWER_CHARS_MAX
        };
        let length = visible_chars(&self.text.body);
        if length > most {
            let what = format!("the answer has {length} characters; at most {most}");
            self.fault(body_line, Severity::Error, Rule::Length, what);
        }
    }

    fn wordings(&mut self) {
        let least = if self.text.language == Language::Ja {
            WORDINGS_JA_MIN
        } else {
            WORDINGS_MIN
        };
        let count = self.text.wordings.len();
        if count < least {
            let what = format!("there are {count} wordings; at least {least}");
            self.fault(
                self.text.line_of("wordings"),
                Severity::Warning,
                Rule::Wordings,
                what,
            );
        }
        for wording in &self.text.wordings {
            let line = self.text.line_of(wording);
            if visible_chars(wording) > WORDING_CHARS_MAX {
                let what = format!("a wording has more than {WORDING_CHARS_MAX} characters");
                self.fault(line, Severity::Error, Rule::Length, what);
            }
            if crate::desk::mask::mask(wording).count > 0 {
                let what = "a wording has a secret number in it; take it out".to_owned();
                self.fault(line, Severity::Error, Rule::Secret, what);
            }
        }
    }

    /// Every date, fee, telephone number, count, placeholder and address of the Japanese, and no other.
    fn figures(&mut self, original: &TextFile, glossary: &Glossary) {
        let none = Terms::default();
        let language = self.text.language;
        let dates = Dates {
            months: &glossary.get(&language).unwrap_or(&none).months,
            is_day_first: language.day_before_month(),
        };
        let spoken_line = self.text.line_of("spoken");
        let empty = String::new();
        let pairs = [
            (&original.body, &self.text.body, self.text.body_line),
            (
                original.spoken.as_ref().unwrap_or(&empty),
                self.text.spoken.as_ref().unwrap_or(&empty),
                spoken_line,
            ),
        ];
        let mut found: Vec<(usize, String)> = Vec::new();
        for (ja, here, line) in pairs {
            let counts = (figures(ja, Dates::default()), figures(here, dates));
            let sides: [(&str, BTreeSet<String>, BTreeSet<String>); 3] = [
                ("", keys(&counts.0), keys(&counts.1)),
                ("placeholder ", placeholders(ja), placeholders(here)),
                ("address ", addresses(ja), addresses(here)),
            ];
            found.extend(exchanged(&counts.0, &counts.1).map(|what| (line, what)));
            for (what, ja, there) in sides {
                for missing in ja.difference(&there) {
                    found.push((line, format!("{what}{missing} of the Japanese is missing")));
                }
                for surplus in there.difference(&ja) {
                    let line = line + line_within(here, surplus);
                    found.push((line, format!("{what}{surplus} is not in the Japanese")));
                }
            }
        }
        found.extend(self.question_figures(original, dates));
        for (line, what) in found {
            self.fault(line, Severity::Error, Rule::Figure, what);
        }
    }

    /// A question may leave figures out that the answer has, but has none of its own.
    fn question_figures(&self, original: &TextFile, dates: Dates<'_>) -> Vec<(usize, String)> {
        let whole = format!("{}\n{}", original.question, original.body);
        let here = &self.text.question;
        let known = keys(&figures(&whole, Dates::default()));
        let sides: [(&str, BTreeSet<String>, BTreeSet<String>); 3] = [
            ("", known, keys(&figures(here, dates))),
            (
                "placeholder ",
                placeholders(&original.question),
                placeholders(here),
            ),
            ("address ", addresses(&original.question), addresses(here)),
        ];
        let line = self.text.line_of("question");
        let mut found = Vec::new();
        for (what, ja, here) in sides {
            let surplus = here.difference(&ja);
            found.extend(surplus.map(|s| (line, format!("{what}{s} is not in the Japanese"))));
        }
        found
    }

    fn glossary(&mut self, original: &TextFile, glossary: &Glossary) {
        let Some(terms) = glossary.get(&self.text.language) else {
            return;
        };
        for breach in terms.breaches(&original.body, &self.text.body) {
            let (line, what) = match breach {
                Breach::Left { term, preferred } => (
                    self.text.body_line,
                    format!("glossary: {term} should be “{preferred}” here, or stand in brackets"),
                ),
                Breach::Misleading { word, why } => (
                    self.text.body_line
                        + line_within(&self.text.body.to_lowercase(), &word.to_lowercase()),
                    format!("glossary: “{word}” {why}"),
                ),
            };
            self.fault(line, Severity::Warning, Rule::Glossary, what);
        }
    }

    fn review_by(&mut self, library: &Library, today: NaiveDate) {
        let Some(day) = self.text.review_by else {
            let what = "there is no review_by date".to_owned();
            // A draft is not shown to anybody; what is shown must have its date.
            let severity = if self.text.category == DRAFTS {
                Severity::Warning
            } else {
                Severity::Error
            };
            self.fault(1, severity, Rule::ReviewBy, what);
            return;
        };
        if day < today {
            let last = day + chrono::TimeDelta::days(i64::from(library.grace_days));
            let what = if last < today {
                format!("to be reviewed by {day}; withheld since {last}")
            } else {
                format!("to be reviewed by {day}; shown until {last}, then withheld")
            };
            self.fault(
                self.text.line_of("review_by"),
                Severity::Warning,
                Rule::ReviewBy,
                what,
            );
        }
    }
}

fn keys(counts: &BTreeMap<String, usize>) -> BTreeSet<String> {
    counts.keys().cloned().collect()
}

/// A figure that stands less often than in the Japanese where another one stands more often has become that other one.
/// One alone may be told once instead of twice.
fn exchanged(
    ja: &BTreeMap<String, usize>,
    here: &BTreeMap<String, usize>,
) -> impl Iterator<Item = String> {
    let often = |counts: &BTreeMap<String, usize>, figure: &String| {
        counts.get(figure).copied().unwrap_or(0)
    };
    let rarer = ja
        .keys()
        .find(|f| (1..often(ja, f)).contains(&often(here, f)));
    let oftener = here
        .keys()
        .find(|f| often(ja, f) > 0 && often(here, f) > often(ja, f));
    let pair = rarer.zip(oftener);
    let what = pair.map(|(rarer, oftener)| {
        format!("{rarer} stands less often and {oftener} more often than in the Japanese")
    });
    what.into_iter()
}

/// Width variants that a search, a screen reader or a printer may treat as other characters.
fn is_other_form(c: char) -> bool {
    matches!(c, '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' | '\u{FF61}'..='\u{FF9F}')
}

/// On which line of a text, from 0, something stands.
fn line_within(text: &str, what: &str) -> usize {
    text.find(what)
        .map_or(0, |at| text[..at].matches('\n').count())
}

/// The same wording in two entries would make one of them unreachable.
fn doubles(library: &Library, faults: &mut Vec<Fault>) {
    let mut owners: BTreeMap<(Language, String), BTreeSet<&str>> = BTreeMap::new();
    for text in &library.texts {
        for wording in std::iter::once(&text.question).chain(&text.wordings) {
            owners
                .entry((text.language, squeeze(wording)))
                .or_default()
                .insert(&text.entry);
        }
    }
    for text in &library.texts {
        for wording in std::iter::once(&text.question).chain(&text.wordings) {
            let others: Vec<&str> = owners[&(text.language, squeeze(wording))]
                .iter()
                .filter(|owner| **owner != text.entry)
                .copied()
                .collect();
            if !others.is_empty() {
                faults.push(Fault {
                    file: text.file.clone(),
                    line: text.line_of(wording),
                    severity: Severity::Error,
                    rule: Rule::Double,
                    what: format!(
                        "the wording “{wording}” is also one of {}",
                        others.join(", ")
                    ),
                });
            }
        }
    }
}
