//! Hearing: from what was typed to what it may mean. Secrets are masked here, before anything else sees the text.
//!
//! Hearing knows no conversation: it runs in memory, in parallel, without the book. What an answer means in the
//! middle of a form is decided later, from everything heard.

use chrono::NaiveDate;

use super::choice::Choice;
use super::dates::{When, read_when};
use super::faq::{Action, Corpus, EntryId, Subject, Withheld};
use super::language::Language;
use super::lexicon::{Command, Lexicon, Words};
use super::mask::{Secret, mask};
use super::message::Said;
use super::procedure::Procedure;
use super::retrieval::normal::{is_han, is_kana, normalize, squeeze};
use super::retrieval::readings::Readings;
use super::retrieval::{Document, Hit, Index, IndexBuilder, Verdict, judge};
use super::rules::{OfficeId, Rules};
use crate::ids::{ReservationCode, find_code};

use std::collections::BTreeMap;

/// The longest message that is understood, in characters; the rest is not read.
pub const TEXT_CHARS_MAX: usize = 1000;

/// A guess at the language of a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Detected {
    pub language: Option<Language>,
    /// The script or several words leave no doubt.
    pub strong: bool,
}

/// A message as far as it can be understood without knowing the conversation.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    pub kind: HeardKind,
    /// The words with all secrets masked.
    pub text: String,
    pub secrets: Vec<Secret>,
    pub secrets_count: u32,
    pub detected: Detected,
    /// The language in which it was searched.
    pub language: Language,
    pub when: When,
    pub command: Option<Command>,
    pub language_named: Option<Language>,
    pub procedures: Vec<Procedure>,
    pub office: Option<OfficeId>,
    /// A bare number: the choice with that number.
    pub number: Option<usize>,
    pub code: Option<ReservationCode>,
    pub is_question: bool,
    pub hits: Vec<Hit>,
    pub verdict: Verdict,
    /// The action that the words add up to, beside the search.
    pub wish: Option<Action>,
    /// A loss, theft or misuse: the entry that says what to do first.
    pub risk: Option<EntryId>,
    /// Nothing but masked secrets was said.
    pub is_only_secret: bool,
}

impl Heard {
    /// "My number is ●●●●" asks nothing and is no miss.
    fn with_only_secret(mut self) -> Heard {
        let says_nothing = self.wish.is_none()
            && self.command.is_none()
            && self.when == When::default()
            && !self.is_question;
        self.is_only_secret = !self.secrets.is_empty() && says_nothing;
        self
    }
}

impl Heard {
    /// What the search and the signs come to together: an exact answer first, then the wish, then the search.
    #[must_use]
    pub fn understood(&self) -> Verdict {
        let exact = self.hits.first().is_some_and(|hit| hit.exact);
        let known = self
            .hits
            .first()
            .is_none_or(|hit| hit.coverage >= BARE_TIME_COVERAGE);
        let bare_time =
            self.when.day.is_some() && self.text.chars().count() <= BARE_TIME_CHARS_MAX && known;
        // A day and what for: that is all a reservation needs.
        let visit = self.when.day.is_some() && !self.procedures.is_empty();
        if let Some(entry) = self.risk.clone().filter(|_| !exact) {
            return Verdict::Direct(Subject::Entry(entry));
        }
        match (self.wish, &self.verdict) {
            (Some(action), _) if !exact => Verdict::Direct(Subject::Action(action)),
            (None, verdict)
                if bare_time
                    && !exact
                    && !self.is_question
                    && !matches!(verdict, Verdict::Direct(Subject::Entry(_))) =>
            {
                Verdict::Direct(Subject::Action(Action::Book))
            }
            (None, _) if visit && !exact && !self.is_question => {
                Verdict::Direct(Subject::Action(Action::Book))
            }
            (_, verdict) => verdict.clone(),
        }
    }
}

/// A message this short that names a day is a wish to come: there is hardly room for anything else.
const BARE_TIME_CHARS_MAX: usize = 12;
/// … unless most of it is something we never heard of, such as the weather.
const BARE_TIME_COVERAGE: f32 = 0.75;

/// What sort of event it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum HeardKind {
    Start,
    #[default]
    Text,
    Choice(Choice),
    Unintelligible,
}

/// Everything hearing needs, built once.
#[derive(Debug)]
pub struct Ears {
    pub lexicon: Lexicon,
    indexes: BTreeMap<Language, Index>,
    evidence: BTreeMap<Language, Vec<String>>,
    languages: Vec<Language>,
    offices: Vec<(String, OfficeId)>,
    /// Entries about loss, theft and misuse, by name.
    risks: Vec<EntryId>,
}

impl Ears {
    /// Builds the indexes over everything that may be shown. A text that waits for review is not searched either:
    /// its wordings are as unreviewed as its answer.
    #[must_use]
    pub fn new(
        corpus: &Corpus,
        rules: &Rules,
        words: &BTreeMap<Language, Words>,
        synonyms: &BTreeMap<Language, Vec<Vec<String>>>,
    ) -> Ears {
        let easy = corpus
            .all()
            .filter_map(|entry| entry.versions.get(&Language::Easy))
            .map(|v| &v.text);
        let easy = easy.flat_map(|t| {
            t.wordings
                .iter()
                .chain([&t.question, &t.answer])
                .map(String::as_str)
        });
        let readings = Readings::learn(easy);
        let mut indexes = BTreeMap::new();
        for language in &rules.languages {
            indexes.insert(
                *language,
                index(*language, corpus, words, synonyms, &readings),
            );
        }
        let offices = rules.offices.iter().flat_map(|office| {
            let names = office.name.0.values().chain(&office.words);
            names
                .map(|name| (squeeze(name), office.id.clone()))
                .collect::<Vec<_>>()
        });
        let mut offices: Vec<(String, OfficeId)> =
            offices.filter(|(name, _)| !name.is_empty()).collect();
        offices.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.cmp(b)));
        let evidence = words
            .iter()
            .map(|(l, w)| (*l, w.evidence.clone()))
            .collect();
        Ears {
            lexicon: Lexicon::new(words),
            indexes,
            evidence,
            languages: rules.languages.clone(),
            offices,
            risks: corpus
                .entries()
                .filter(|(_, entry)| entry.risk)
                .map(|(id, _)| id.clone())
                .collect(),
        }
    }

    /// Hears a message. `hint` is the language the conversation is in, or the client's guess for the first one.
    #[must_use]
    pub fn hear(&self, said: &Said, hint: Language, is_first: bool, today: NaiveDate) -> Heard {
        match said {
            Said::Start => Heard {
                kind: HeardKind::Start,
                ..Heard::default()
            },
            Said::Unintelligible => Heard {
                kind: HeardKind::Unintelligible,
                ..Heard::default()
            },
            Said::Choice(choice) => Heard {
                kind: HeardKind::Choice(choice.clone()),
                ..Heard::default()
            },
            Said::Text(text) => self.hear_text(text, hint, is_first, today),
        }
    }

    /// Hears a message in a language that is known, as the measurements of the ranking alone do.
    #[must_use]
    pub fn hear_in(&self, said: &Said, language: Language, today: NaiveDate) -> Heard {
        let Said::Text(text) = said else {
            return self.hear(said, language, false, today);
        };
        let detected = Detected {
            language: Some(language),
            strong: true,
        };
        self.hear_words(text, detected, language, today)
    }

    fn hear_text(&self, text: &str, hint: Language, is_first: bool, today: NaiveDate) -> Heard {
        let bare = mask(text).text.replace(super::mask::MASK, " ");
        let detected = self.detect(&bare, hint);
        // A first message is searched in the language it will be answered in.
        let language = detected
            .language
            .filter(|_| detected.strong || is_first)
            .unwrap_or(hint);
        self.hear_words(text, detected, language, today)
    }

    fn hear_words(
        &self,
        text: &str,
        detected: Detected,
        language: Language,
        today: NaiveDate,
    ) -> Heard {
        let text: String = text.trim().chars().take(TEXT_CHARS_MAX).collect();
        let masked = mask(&text);
        let bare = masked.text.replace(super::mask::MASK, " ");
        let squeezed = squeeze(&bare);
        let number = read_number(&squeezed);
        let command = self.lexicon.command(&squeezed);
        let normal = normalize(&bare);
        let when = if number.is_some() {
            When::default()
        } else {
            read_when(&bare, today, language)
        };
        let wish = self
            .lexicon
            .wish(&normal, when.day.is_some() || when.time.is_some());
        let hits = match (number, command) {
            (None, None) if !squeezed.is_empty() => self.rank(&bare, language),
            _ => Vec::new(),
        };
        let risk = self.risk(&normal, &hits);
        Heard {
            kind: HeardKind::Text,
            secrets_count: u32::try_from(masked.count).unwrap_or(u32::MAX),
            is_only_secret: false,
            risk,
            secrets: masked.found,
            detected,
            language,
            when,
            command,
            language_named: self.lexicon.language(&squeezed),
            procedures: self.lexicon.procedures(&normal),
            wish,
            office: self
                .offices
                .iter()
                .find(|(name, _)| squeezed.contains(name.as_str()))
                .map(|(_, id)| id.clone()),
            number,
            code: find_code(&bare),
            is_question: self.lexicon.is_question(&bare),
            verdict: judge(&hits),
            hits,
            text: masked.text,
        }
        .with_only_secret()
    }

    /// The entry for a loss, theft or misuse: the nearest of those marked as such, else the first.
    fn risk(&self, normal: &str, hits: &[Hit]) -> Option<EntryId> {
        if !self.lexicon.is_risk(normal) {
            return None;
        }
        let nearest = hits.iter().find_map(|hit| match &hit.subject {
            Subject::Entry(entry) if self.risks.contains(entry) => Some(entry.clone()),
            _ => None,
        });
        nearest.or_else(|| self.risks.first().cloned())
    }

    /// The language of somebody about whom nothing is known.
    #[must_use]
    pub fn first_language(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::Ja)
    }

    /// Ranks the entries for a question in a language.
    #[must_use]
    pub fn rank(&self, text: &str, language: Language) -> Vec<Hit> {
        self.indexes
            .get(&language)
            .map(|index| index.rank(text))
            .unwrap_or_default()
    }

    /// Script first, then words, then statistics; see `Detected`.
    fn detect(&self, text: &str, hint: Language) -> Detected {
        let guess = self
            .by_script(text, hint)
            .or_else(|| self.by_words(text, hint));
        let guess = guess.unwrap_or_default();
        Detected {
            language: guess.language.filter(|l| self.languages.contains(l)),
            ..guess
        }
    }

    fn by_script(&self, text: &str, hint: Language) -> Option<Detected> {
        let strong = |language| {
            Some(Detected {
                language: Some(language),
                strong: true,
            })
        };
        let mut han = 0;
        for c in text.chars() {
            match c {
                c if is_kana(c) => {
                    return strong(if hint == Language::Easy {
                        hint
                    } else {
                        Language::Ja
                    });
                }
                '\u{AC00}'..='\u{D7AF}' | '\u{1100}'..='\u{11FF}' => return strong(Language::Ko),
                '\u{0E00}'..='\u{0E7F}' => return strong(Language::Th),
                '\u{1000}'..='\u{109F}' => return strong(Language::My),
                '\u{0900}'..='\u{097F}' => return strong(Language::Ne),
                'ă' | 'ơ' | 'ư' | 'đ' | 'Đ' | '\u{1EA0}'..='\u{1EF9}' => {
                    return strong(Language::Vi);
                }
                c if is_han(c) => han += 1,
                _ => {}
            }
        }
        if han == 0 {
            return None;
        }
        // Han characters alone say nothing certain: 住民票 is Japanese, 居民卡 is not, 住所 is both.
        let only = |list: &str| text.chars().any(|c| list.contains(c));
        let language = if only(SIMPLIFIED_ONLY) {
            Language::ZhHans
        } else if only(TRADITIONAL_ONLY) && !hint.is_japanese() {
            Language::ZhHant
        } else if matches!(hint, Language::ZhHans | Language::ZhHant | Language::Easy) {
            hint
        } else {
            Language::Ja
        };
        Some(Detected {
            language: Some(language),
            strong: language != hint && only(SIMPLIFIED_ONLY),
        })
    }

    /// Languages in Latin letters: words that give one away, else statistics over the languages that are offered.
    fn by_words(&self, text: &str, hint: Language) -> Option<Detected> {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .filter(|w| !w.is_empty() && !w.chars().any(|c| c.is_ascii_digit()))
            .collect();
        let letters = words
            .iter()
            .filter(|w| w.chars().any(char::is_alphabetic))
            .count();
        if letters == 0 {
            return None;
        }
        let count = |language: &Language| {
            let known = self.evidence.get(language).map_or(&[][..], Vec::as_slice);
            words
                .iter()
                .filter(|w| known.iter().any(|k| k == *w))
                .count()
        };
        let best = self
            .languages
            .iter()
            .filter(|l| !l.is_unspaced())
            .map(|l| (count(l), *l))
            .max_by_key(|(n, l)| (*n, *l == hint));
        let (evidence, language) = best?;
        if evidence > 0 {
            return Some(Detected {
                language: Some(language),
                strong: evidence >= 2 || letters <= 2,
            });
        }
        let guess = whatlang::detect(text).and_then(|info| {
            let language = Language::from_tag(iso_639_1(info.lang())?)?;
            Some(Detected {
                language: Some(language),
                strong: info.is_reliable() && letters >= 3,
            })
        });
        match guess {
            Some(guess) if guess.language.is_some_and(|l| self.languages.contains(&l)) => {
                Some(guess)
            }
            // Latin letters in a conversation that is not in a Latin language: English is the bridge.
            _ if hint.is_unspaced() => Some(Detected {
                language: Some(Language::En),
                strong: letters >= 3,
            }),
            _ => Some(Detected {
                language: Some(hint),
                strong: false,
            }),
        }
    }
}

/// The index of one language, over everything in it that may be shown.
fn index(
    language: Language,
    corpus: &Corpus,
    words: &BTreeMap<Language, Words>,
    synonyms: &BTreeMap<Language, Vec<Vec<String>>>,
    readings: &Readings,
) -> Index {
    let sources = sources(language);
    let tails: Vec<String> = sources
        .iter()
        .filter_map(|l| words.get(l))
        .flat_map(|w| w.tails.clone())
        .collect();
    let groups: Vec<Vec<String>> = sources
        .iter()
        .filter_map(|l| synonyms.get(l))
        .flatten()
        .cloned()
        .collect();
    let mut builder = IndexBuilder::new(&tails, &groups);
    for entry in corpus.all() {
        for source in sources {
            let Some(version) = entry.versions.get(source) else {
                continue;
            };
            if matches!(
                version.standing,
                Err(Withheld::Unapproved | Withheld::Stale)
            ) {
                continue;
            }
            let text = &version.text;
            let mut wordings = vec![text.question.clone()];
            wordings.extend(text.wordings.iter().cloned());
            if language.is_japanese() {
                let kana: Vec<String> = wordings
                    .iter()
                    .filter_map(|w| readings.in_kana(w))
                    .collect();
                wordings.extend(kana);
            }
            builder.add(&Document {
                subject: entry.subject.clone(),
                wordings,
                keywords: text.keywords.clone(),
                answer: text.answer.clone(),
            });
        }
    }
    builder.build()
}

/// Which languages' texts the index of a language holds: やさしい日本語 readers also type ordinary Japanese.
fn sources(language: Language) -> &'static [Language] {
    match language {
        Language::Easy => &[Language::Easy, Language::Ja],
        Language::Ja => &[Language::Ja, Language::Easy],
        Language::En => &[Language::En],
        Language::Vi => &[Language::Vi],
        Language::ZhHans => &[Language::ZhHans],
        Language::ZhHant => &[Language::ZhHant],
        Language::Ko => &[Language::Ko],
        Language::Fil => &[Language::Fil],
        Language::Ne => &[Language::Ne],
        Language::Id => &[Language::Id],
        Language::My => &[Language::My],
        Language::PtBr => &[Language::PtBr],
        Language::Es => &[Language::Es],
        Language::Th => &[Language::Th],
    }
}

/// Characters written only in simplified Chinese, from the words people use at this counter.
const SIMPLIFIED_ONLY: &str = "们这么吗请说证书忘记预约码办给过时间区别发钱费话号签应该来谢让为对开户银行认识领护转换迁单还没补";
/// Characters written only in traditional Chinese.
const TRADITIONAL_ONLY: &str =
    "們這麼嗎請說證預約碼辦給過時間區別發錢費話號簽應該來謝讓為對開戶銀認識領護轉換遷單還沒補";

/// A bare number from 1 to 99, also with 番 or a full stop.
fn read_number(squeezed: &str) -> Option<usize> {
    let digits = squeezed
        .trim_end_matches("番目")
        .trim_end_matches('番')
        .trim_end_matches("です");
    let digits = digits.trim_end_matches('番');
    if digits.is_empty() || digits.len() > 2 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|n| *n > 0)
}

fn iso_639_1(lang: whatlang::Lang) -> Option<&'static str> {
    use whatlang::Lang;
    Some(match lang {
        Lang::Eng => "en",
        Lang::Vie => "vi",
        Lang::Tgl => "fil",
        Lang::Ind => "id",
        Lang::Por => "pt",
        Lang::Spa => "es",
        _ => return None,
    })
}
