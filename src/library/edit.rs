//! Rewrites single fields of a text's file and keeps everything else byte for byte: what a translator did
//! not touch shows no difference, and neither links, sources nor remarks are lost. A list that changes is
//! written anew as a whole, so a remark inside it goes.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::DeTable;

use super::files::{Front, Parsed, split};
use super::reader::read_one;

/// The fields to be changed; what is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    pub question: Option<String>,
    /// An empty list takes the key away.
    pub wordings: Option<Vec<String>>,
    /// An empty list takes the key away.
    pub keywords: Option<Vec<String>>,
    /// An empty text takes the key away.
    pub spoken: Option<String>,
    pub body: Option<String>,
}

/// Why a file cannot be edited; whoever knows the name of the file puts it before.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("line {line}: {what}; mend the file first")]
    Format { line: usize, what: String },
    #[error("the edit would have changed more than was asked; edit the file by hand")]
    Astray,
}

impl Edit {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Edit::default()
    }
}

/// The file with the edit made.
///
/// # Errors
/// The file does not read as a text, or would not read as the edited text afterwards.
pub fn edit(raw: &str, edit: &Edit) -> Result<String, Unfit> {
    let before = read(raw)?;
    let (front, body, _) = split(raw).map_err(|what| Unfit::Format {
        line: 1,
        what: what.to_owned(),
    })?;
    let end = if raw.contains("\r\n") { "\r\n" } else { "\n" };
    // The front matter follows the first line, which is +++ and perhaps a byte order mark.
    let front_at = raw.find('\n').map_or(0, |at| at + 1);
    let body_at = raw.len() - body.len();
    let mut out = String::with_capacity(raw.len());
    out.push_str(&raw[..front_at]);
    out.push_str(&edit_front(front, edit, end)?);
    out.push_str(&raw[front_at + front.len()..body_at]);
    match &edit.body {
        Some(fresh) => out.push_str(&edit_body(body, fresh, end)),
        None => out.push_str(body),
    }
    let after = read(&out)?;
    if is_as_asked(&before, &after, edit) {
        Ok(out)
    } else {
        Err(Unfit::Astray)
    }
}

/// The file with one more wording at the end of its list, or as it is when the wording is there already.
///
/// # Errors
/// As of [`edit`].
pub fn add_wording(raw: &str, wording: &str) -> Result<String, Unfit> {
    let wording = wording.trim();
    let mut wordings = read(raw)?.front.wordings;
    if wording.is_empty() || wordings.iter().any(|there| there.trim() == wording) {
        return Ok(raw.to_owned());
    }
    wordings.push(wording.to_owned());
    let change = Edit {
        wordings: Some(wordings),
        ..Edit::default()
    };
    edit(raw, &change)
}

/// A new file, for a translation that was not there.
///
/// # Errors
/// The fields do not make a text.
pub fn create(fields: &Edit) -> Result<String, Unfit> {
    edit("+++\nquestion = \"\"\n+++\n", fields)
}

fn read(raw: &str) -> Result<Parsed, Unfit> {
    read_one("", Cow::Owned(raw.to_owned())).map_err(|(line, what)| Unfit::Format {
        line,
        what: what.trim().replace('\n', " "),
    })
}

fn edit_body(body: &str, fresh: &str, end: &str) -> String {
    let fresh = fresh.trim().replace("\r\n", "\n").replace('\n', end);
    let old = body.trim();
    if old.is_empty() {
        return if fresh.is_empty() {
            body.to_owned()
        } else {
            format!("{fresh}{end}")
        };
    }
    let start = body.len() - body.trim_start().len();
    format!("{}{fresh}{}", &body[..start], &body[start + old.len()..])
}

/// A change of the front matter: what stands in the range gives way to the text.
struct Patch {
    range: Range<usize>,
    text: String,
}

fn edit_front(front: &str, edit: &Edit, end: &str) -> Result<String, Unfit> {
    let parsed = DeTable::parse(front).map_err(|error| Unfit::Format {
        line: 1,
        what: error.message().to_owned(),
    })?;
    let spans = |name: &str| {
        let found = parsed
            .get_ref()
            .iter()
            .find(|(key, _)| **key.get_ref() == *name);
        found.map(|(key, value)| (key.span(), value.span()))
    };
    // The keys in the order in which they stand in a file.
    let fields = [
        ("question", edit.question.as_deref().map(Value::Text)),
        ("wordings", edit.wordings.as_deref().map(Value::Lines)),
        ("keywords", edit.keywords.as_deref().map(Value::Row)),
        ("spoken", edit.spoken.as_deref().map(Value::Text)),
    ];
    let mut patches: Vec<Patch> = Vec::new();
    let mut after = 0;
    for (key, value) in fields {
        let there = spans(key);
        if let Some((_, value)) = &there {
            after = line_end(front, value.end);
        }
        let Some(value) = value else { continue };
        let rendered = value.render(end);
        patches.push(match there {
            Some((_, span)) if key == "question" || !value.is_empty() => Patch {
                range: span,
                text: rendered,
            },
            Some((key, span)) => Patch {
                range: line_start(front, key.start)..line_end(front, span.end),
                text: String::new(),
            },
            None if value.is_empty() => continue,
            None => Patch {
                range: after..after,
                text: format!("{key} = {rendered}{end}"),
            },
        });
    }
    patches.sort_by_key(|patch| patch.range.start);
    let mut out = front.to_owned();
    // From the end, so that the places of the others stay; of two at one place the later one comes after.
    for patch in patches.iter().rev() {
        out.replace_range(patch.range.clone(), &patch.text);
    }
    Ok(out)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |n| n + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |n| at + n + 1)
}

/// A value as the files of the library have it.
enum Value<'a> {
    Text(&'a str),
    /// A list with one item a line, as wordings are.
    Lines(&'a [String]),
    /// A list on one line, as keywords are.
    Row(&'a [String]),
}

impl Value<'_> {
    fn is_empty(&self) -> bool {
        match self {
            Value::Text(text) => text.trim().is_empty(),
            Value::Lines(items) | Value::Row(items) => items.is_empty(),
        }
    }

    fn render(&self, end: &str) -> String {
        match self {
            Value::Text(text) => quoted(text),
            Value::Lines(items) => {
                let lines = items.iter().map(|item| format!("  {},{end}", quoted(item)));
                format!("[{end}{}]", lines.collect::<String>())
            }
            Value::Row(items) => {
                let items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
                format!("[{}]", items.join(", "))
            }
        }
    }
}

/// A TOML basic string on one line.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether exactly the fields of the edit are different: the file is read again, since a slip here would be
/// approved by nobody.
fn is_as_asked(before: &Parsed, after: &Parsed, edit: &Edit) -> bool {
    let old = before.front.clone();
    let spoken = edit
        .spoken
        .clone()
        .map(|text| Some(text).filter(|text| !text.trim().is_empty()));
    let expected = Front {
        question: edit.question.clone().unwrap_or(old.question),
        wordings: edit.wordings.clone().unwrap_or(old.wordings),
        keywords: edit.keywords.clone().unwrap_or(old.keywords),
        spoken: spoken.unwrap_or(old.spoken),
        ..before.front.clone()
    };
    let lf = |text: &str| text.trim().replace("\r\n", "\n");
    let body = edit.body.as_deref().unwrap_or(&before.body);
    after.front == expected && lf(&after.body) == lf(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "+++\nquestion = \"駐車場は？\" # a remark\nwordings = [\n  \"駐車場\",\n]\nrisk = true\n\
                        next = [\"action:book\"]\n+++\n\n電話です。\n\n";

    fn list(items: &[&str]) -> Option<Vec<String>> {
        Some(items.iter().map(|item| (*item).to_owned()).collect())
    }

    fn check(raw: &str, change: Edit, from: &str, to: &str) {
        assert!(raw.contains(from), "{raw} has {from}");
        assert_eq!(edit(raw, &change).unwrap(), raw.replacen(from, to, 1));
    }

    #[test]
    fn only_the_field_that_changes_is_rewritten() {
        let none = Edit::default;
        let text = |text: &str| Some(text.to_owned());
        check(FILE, none(), "", "");
        let question = Edit {
            question: text("\"車\"は？"),
            ..none()
        };
        check(FILE, question, "\"駐車場は？\"", "\"\\\"車\\\"は？\"");
        let wordings = Edit {
            wordings: list(&["駐車場", "車"]),
            ..none()
        };
        check(FILE, wordings, "\"駐車場\",\n", "\"駐車場\",\n  \"車\",\n");
        let body = Edit {
            body: text("電話\n\nです。\n"),
            ..none()
        };
        check(FILE, body, "電話です。", "電話\n\nです。");
        let cleared = Edit {
            wordings: list(&[]),
            ..none()
        };
        check(FILE, cleared, "wordings = [\n  \"駐車場\",\n]\n", "");
    }

    #[test]
    fn a_new_field_stands_in_its_place() {
        let both = Edit {
            keywords: list(&["車", "場"]),
            spoken: Some("あります。".into()),
            ..Edit::default()
        };
        let to = "]\nkeywords = [\"車\", \"場\"]\nspoken = \"あります。\"\nrisk";
        check(FILE, both.clone(), "]\nrisk", to);
        let fresh = create(&Edit {
            question: Some("P?".into()),
            body: Some("Yes.".into()),
            ..both
        })
        .unwrap();
        let expected = "+++\nquestion = \"P?\"\nkeywords = [\"車\", \"場\"]\nspoken = \"あります。\"\n+++\nYes.\n";
        assert_eq!(fresh, expected);
    }

    #[test]
    fn line_ends_and_byte_order_mark_stay() {
        let raw = format!("\u{FEFF}{}", FILE.replace('\n', "\r\n"));
        let change = Edit {
            wordings: list(&["駐車場", "車"]),
            body: Some("一\n二".into()),
            ..Edit::default()
        };
        let expected = raw
            .replace("場\",\r\n", "場\",\r\n  \"車\",\r\n")
            .replace("電話です。", "一\r\n二");
        assert_eq!(edit(&raw, &change).unwrap(), expected);
    }

    #[test]
    fn a_wording_is_added_once() {
        let added = add_wording(FILE, " 車 ").unwrap();
        assert_eq!(added, FILE.replace("場\",\n", "場\",\n  \"車\",\n"));
        assert_eq!(add_wording(&added, "車").unwrap(), added);
    }

    #[test]
    fn what_cannot_be_read_is_not_edited() {
        let broken = FILE.replace("risk", "rsk");
        let error = add_wording(&broken, "車").unwrap_err().to_string();
        assert!(error.starts_with("line 6: unknown field `rsk`"), "{error}");
    }
}
