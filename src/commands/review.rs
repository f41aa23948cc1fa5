//! `madoguchi faq review`: reviewing in the terminal, text by text, for people without git.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};

use chrono::NaiveDate;

use crate::app::review::KeptText;
use crate::desk::language::Language;
use crate::library::check::check;
use crate::library::difference::{Change, difference};
use crate::library::ledger::{Key, Ledger, Record, Refusal};
use crate::library::review::{self, Queue, Say, Selection};
use crate::library::{Fault, LEDGER, Library, Person, Role, Rule, TextFile};

/// Why a session cannot begin or go on.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("{LEDGER}: {0}")]
    Ledger(std::io::Error),
    #[error("the terminal failed: {0}")]
    Terminal(#[from] std::io::Error),
}

/// What a session needs to know.
pub struct Session<'a> {
    /// Reads the library. It is read again before each decision, since others may work at the same time.
    pub load: &'a dyn Fn() -> Library,
    pub save: &'a dyn Fn(&Ledger) -> std::io::Result<()>,
    /// A text as it was last approved, where somebody has kept it.
    pub old_text: &'a dyn Fn(&TextFile) -> Option<KeptText>,
    pub people: &'a [Person],
    pub by: &'a str,
    pub only: &'a Selection,
    pub today: NaiveDate,
}

/// How many texts of a session went which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub approved: usize,
    pub returned: usize,
    pub skipped: usize,
}

/// What the reviewer types.
enum Answer {
    Say(Say),
    Skip,
    Quit,
}

/// Shows what waits and asks for decisions until nothing waits, the reviewer quits or the input ends.
///
/// # Errors
/// The person may not review, or terminal or ledger fail.
pub fn review(
    session: &Session<'_>,
    input: &mut impl BufRead,
    out: &mut impl Write,
) -> Result<Count, SessionError> {
    if review::role(session.people, session.by)? != Role::CityReviewer {
        return Err(Refusal::NotReviewer(session.by.to_owned()).into());
    }
    let library = (session.load)();
    review::sound(&library)?;
    let queue = review::queue(&library, session.only, session.by);
    list(&queue, out)?;
    let faults = check(&library, session.today);
    let mut count = Count::default();
    for (n, key) in queue.texts.iter().enumerate() {
        let Some(text) = library.text(&key.0, key.1) else {
            continue;
        };
        writeln!(out, "\n──── {}/{} ────", n + 1, queue.texts.len())?;
        let old = (session.old_text)(text);
        show(&library, text, &faults, old.as_ref(), out)?;
        match ask(input, out)? {
            Answer::Quit => break,
            Answer::Skip => count.skipped += 1,
            Answer::Say(say) => {
                let shown = Shown {
                    hash: &text.hash,
                    record: library.ledger.0.get(key),
                };
                decide(session, key, &shown, &say, &mut count, out)?;
            }
        }
    }
    writeln!(
        out,
        "\n承認 approved {}, 差し戻し returned {}, あとで skipped {}",
        count.approved, count.returned, count.skipped
    )?;
    Ok(count)
}

fn list(queue: &Queue, out: &mut impl Write) -> std::io::Result<()> {
    let mut languages: BTreeMap<Language, usize> = BTreeMap::new();
    for (_, language) in &queue.texts {
        *languages.entry(*language).or_default() += 1;
    }
    writeln!(out, "審査を待つ文 texts that wait: {}", queue.texts.len())?;
    for (language, count) in languages {
        let tag = language.tag();
        writeln!(out, "  {tag:<14} {count:>4}  {}", language.endonym())?;
    }
    if queue.own > 0 {
        writeln!(
            out,
            "ご自身が書いた文は別の人が審査します somebody else must review what you wrote: {}",
            queue.own
        )?;
    }
    if queue.outdated > 0 {
        writeln!(
            out,
            "再提出が必要な文 texts that must be handed in again, they or their Japanese changed: {}",
            queue.outdated
        )?;
    }
    Ok(())
}

/// Shows a text as a reviewer needs it: the Japanese above its translation, then faults and what is
/// different.
///
/// # Errors
/// The terminal fails.
pub fn show(
    library: &Library,
    text: &TextFile,
    faults: &[Fault],
    old: Option<&KeptText>,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let (entry, language) = (&text.entry, text.language);
    writeln!(
        out,
        "{entry} {language} ({}) {}",
        text.category,
        plain(&text.question)
    )?;
    if let Some(record) = library.ledger.0.get(&(entry.clone(), language)) {
        writeln!(
            out,
            "提出 handed in: {}, {}",
            plain(&record.written_by),
            record.written_on
        )?;
    }
    if let Some(original) = library
        .text(entry, Language::Ja)
        .filter(|_| language != Language::Ja)
    {
        writeln!(out, "\n[日本語 Japanese]")?;
        content(original, out)?;
    }
    writeln!(out, "\n[{} {language}]", language.endonym())?;
    content(text, out)?;
    writeln!(
        out,
        "  キーワード keywords: {}",
        plain(&text.keywords.join(", "))
    )?;
    writeln!(out, "  言い方 wordings (+ 新しい new):")?;
    for wording in &text.wordings {
        let is_new = review::is_new_wording(library, text, wording);
        writeln!(
            out,
            "  {} {}",
            if is_new { '+' } else { ' ' },
            plain(wording)
        )?;
    }
    let is_of = |fault: &&Fault| {
        fault.file == text.file && !matches!(fault.rule, Rule::Waiting | Rule::WordingWaits)
    };
    for (n, fault) in faults.iter().filter(is_of).enumerate() {
        if n == 0 {
            writeln!(out, "\n[指摘 faults]")?;
        }
        writeln!(out, "  {}", plain(&fault.to_string()))?;
    }
    match old {
        Some(old) => changes(old, text, out),
        None => Ok(()),
    }
}

fn content(text: &TextFile, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "  質問 question: {}", plain(&text.question))?;
    if let Some(spoken) = &text.spoken {
        writeln!(out, "  読み上げ spoken: {}", plain(spoken))?;
    }
    if !text.body.is_empty() {
        writeln!(out, "  回答 answer:")?;
    }
    for line in text.body.lines() {
        writeln!(out, "    {}", plain(line))?;
    }
    Ok(())
}

/// The lines in which something came or went since the last approval.
fn changes(old: &KeptText, text: &TextFile, out: &mut impl Write) -> std::io::Result<()> {
    let whole = |question: &str, spoken: &str, body: &str| {
        format!("{question}\n{spoken}\n{body}").replace("\r\n", "\n")
    };
    let before = whole(&old.question, &old.spoken, &old.body);
    let spoken = text.spoken.as_deref().unwrap_or_default();
    let now = whole(&text.question, spoken, &text.body);
    if before == now {
        return Ok(());
    }
    writeln!(
        out,
        "\n[前回の承認からの変更 changes since the last approval]"
    )?;
    let mut marked = String::new();
    for part in difference(&before, &now, text.language) {
        let (open, close) = match part.change {
            Change::Same => {
                marked.push_str(&part.text);
                continue;
            }
            Change::Added => ("{+", "+}"),
            Change::Removed => ("[-", "-]"),
        };
        // The marks close and open again at line ends, so that each line shows by itself what is new in it.
        let lines: Vec<String> = part
            .text
            .split('\n')
            .map(|line| {
                if line.is_empty() {
                    String::new()
                } else {
                    format!("{open}{line}{close}")
                }
            })
            .collect();
        marked.push_str(&lines.join("\n"));
    }
    let is_changed = |line: &&str| line.contains("{+") || line.contains("[-");
    for line in marked.lines().filter(is_changed) {
        writeln!(out, "  {}", plain(line))?;
    }
    Ok(())
}

/// Without characters that would steer the terminal.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { '\u{FFFD}' } else { c })
        .collect()
}

/// Asks until the answer is one of the four letters; the end of the input quits.
fn ask(input: &mut impl BufRead, out: &mut impl Write) -> std::io::Result<Answer> {
    loop {
        let question = "a 承認 approve · r 差し戻し return · s あとで skip · q 終わる quit > ";
        let Some(answer) = line(question, input, out)? else {
            return Ok(Answer::Quit);
        };
        match answer.to_lowercase().as_str() {
            "a" | "ａ" => return Ok(Answer::Say(Say::Approve)),
            "s" | "ｓ" => return Ok(Answer::Skip),
            "q" | "ｑ" => return Ok(Answer::Quit),
            "r" | "ｒ" => {
                let question = "直してほしいこと what is to be changed > ";
                match line(question, input, out)? {
                    None => return Ok(Answer::Quit),
                    // A return without a reason helps nobody; ask again what to do.
                    Some(comment) if comment.is_empty() => {
                        writeln!(out, "コメントが必要です a comment is needed")?;
                    }
                    Some(comment) => return Ok(Answer::Say(Say::Return(comment))),
                }
            }
            _ => writeln!(
                out,
                "a, r, s, q のどれかを入力してください type one of a, r, s, q"
            )?,
        }
    }
}

/// A line without the spaces around it; nothing at the end of the input.
fn line(
    question: &str,
    input: &mut impl BufRead,
    out: &mut impl Write,
) -> std::io::Result<Option<String>> {
    write!(out, "{question}")?;
    out.flush()?;
    let mut line = String::new();
    if input.read_line(&mut line)? == 0 {
        writeln!(out)?;
        return Ok(None);
    }
    Ok(Some(line.trim().to_owned()))
}

/// What the reviewer had before them: a decision is about that and nothing newer.
struct Shown<'a> {
    hash: &'a str,
    record: Option<&'a Record>,
}

/// Writes a decision at once, if the text and its wordings are still those that were shown.
fn decide(
    session: &Session<'_>,
    key: &Key,
    shown: &Shown<'_>,
    say: &Say,
    count: &mut Count,
    out: &mut impl Write,
) -> Result<(), SessionError> {
    let library = (session.load)();
    review::sound(&library)?;
    let text = library.text(&key.0, key.1);
    let is_same = text.is_some_and(|text| text.hash == shown.hash);
    if !is_same || library.ledger.0.get(key) != shown.record {
        count.skipped += 1;
        writeln!(
            out,
            "文が変わりました the text has changed in the meantime; it is skipped"
        )?;
        return Ok(());
    }
    let only = Selection::one(&key.0, key.1);
    let (ledger, done) = review::decide(
        &library,
        &only,
        session.people,
        session.by,
        session.today,
        say,
    )?;
    for refusal in &done.refused {
        writeln!(out, "{refusal}")?;
    }
    if done.count == 0 {
        count.skipped += 1;
        return Ok(());
    }
    (session.save)(&ledger).map_err(SessionError::Ledger)?;
    let said = match say {
        Say::Approve => {
            count.approved += 1;
            "承認しました approved"
        }
        Say::Return(_) => {
            count.returned += 1;
            "差し戻しました returned"
        }
    };
    writeln!(out, "{said}")?;
    Ok(())
}
