//! Telegram's rules for texts and keyboards.

use serde_json::Value;

use super::reply::Refusal;

/// The most characters a message may have once its entities are parsed.
pub const LONGEST_TEXT: usize = 4096;
/// The most bytes a button may carry back.
pub const LONGEST_DATA: usize = 64;

const TAGS: [&str; 17] = [
    "b",
    "strong",
    "i",
    "em",
    "u",
    "ins",
    "s",
    "strike",
    "del",
    "span",
    "tg-spoiler",
    "tg-emoji",
    "a",
    "code",
    "pre",
    "blockquote",
    "tg-time",
];

/// What pressing a button does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The bot is sent this data.
    Callback(String),
    /// The resident's browser opens this address; the bot learns nothing.
    Link(String),
    /// The label is sent as a message of the resident (a reply keyboard).
    Say,
    /// Something these tests do not use.
    Other,
}

/// One button as the resident sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// The text on the button.
    pub label: String,
    /// What pressing it does.
    pub action: Action,
}

/// The rows of a keyboard.
pub type Rows = Vec<Vec<Button>>;

/// The text that residents see, or the refusal for a text that Telegram does not take.
pub(super) fn shown_text(
    text: Option<&str>,
    parse_mode: Option<&str>,
    too_long: &str,
) -> Result<String, Refusal> {
    let text = text.filter(|text| !text.is_empty());
    let text = text.ok_or_else(|| Refusal::bad("message text is empty"))?;
    let plain = match parse_mode {
        None | Some("") => text.to_owned(),
        Some(mode) if mode.eq_ignore_ascii_case("html") => without_tags(text)?,
        Some(_) => return Err(unparsable("this test server reads only HTML")),
    };
    let plain = plain.trim();
    if plain.is_empty() {
        return Err(Refusal::bad("text must be non-empty"));
    }
    if plain.chars().count() > LONGEST_TEXT {
        return Err(Refusal::bad(too_long));
    }
    Ok(plain.to_owned())
}

/// Reads a `reply_markup` of any of Telegram's four shapes.
pub(super) fn keyboard(markup: Option<&Value>) -> Result<Rows, Refusal> {
    let Some(markup) = markup else {
        return Ok(Rows::new());
    };
    let markup = markup
        .as_object()
        .ok_or_else(|| Refusal::bad("object expected as reply markup"))?;
    if let Some(rows) = markup.get("inline_keyboard") {
        return rows_of(rows, inline_button);
    }
    if let Some(rows) = markup.get("keyboard") {
        return rows_of(rows, reply_button);
    }
    let plain = |name: &str| markup.get(name).and_then(Value::as_bool) == Some(true);
    if plain("remove_keyboard") || plain("force_reply") {
        return Ok(Rows::new());
    }
    Err(Refusal::bad(
        "can't parse reply keyboard markup JSON object",
    ))
}

fn rows_of(rows: &Value, button: fn(&Value) -> Result<Button, Refusal>) -> Result<Rows, Refusal> {
    let shape = || Refusal::bad("field \"inline_keyboard\" must be an Array of Arrays");
    let rows = rows.as_array().ok_or_else(shape)?;
    let row = |row: &Value| {
        row.as_array()
            .ok_or_else(shape)?
            .iter()
            .map(button)
            .collect()
    };
    rows.iter().map(row).collect()
}

fn inline_button(button: &Value) -> Result<Button, Refusal> {
    let fault =
        |matter: &str| Refusal::bad(&format!("can't parse inline keyboard button: {matter}"));
    let button = button.as_object().ok_or_else(|| fault("object expected"))?;
    let label = button.get("text").and_then(Value::as_str);
    let label = label.ok_or_else(|| fault("can't find field \"text\""))?;
    if label.trim().is_empty() {
        return Err(fault("field \"text\" must be non-empty"));
    }
    let styling = ["text", "style", "icon_custom_emoji_id"];
    let mut actions = button
        .iter()
        .filter(|(name, _)| !styling.contains(&name.as_str()));
    let only = (actions.next(), actions.next());
    let (Some((name, value)), None) = only else {
        let text = "Text buttons are unallowed in the inline keyboard";
        return Err(fault(if only.0.is_none() {
            text
        } else {
            "exactly one action is allowed"
        }));
    };
    let action = match (name.as_str(), value.as_str()) {
        ("callback_data", Some(data)) if (1..=LONGEST_DATA).contains(&data.len()) => {
            Action::Callback(data.to_owned())
        }
        ("callback_data", _) => return Err(Refusal::bad("BUTTON_DATA_INVALID")),
        ("url", Some(url)) if url.contains(':') => Action::Link(url.to_owned()),
        ("url", _) => return Err(Refusal::bad("BUTTON_URL_INVALID")),
        _ => Action::Other,
    };
    Ok(Button {
        label: label.to_owned(),
        action,
    })
}

fn reply_button(button: &Value) -> Result<Button, Refusal> {
    let label = button
        .as_str()
        .or_else(|| button.get("text")?.as_str())
        .unwrap_or_default();
    if label.trim().is_empty() {
        return Err(Refusal::bad(
            "can't parse keyboard button: field \"text\" must be non-empty",
        ));
    }
    Ok(Button {
        label: label.to_owned(),
        action: Action::Say,
    })
}

fn unparsable(matter: &str) -> Refusal {
    Refusal::bad(&format!("can't parse entities: {matter}"))
}

/// Strips the tags that Telegram knows and resolves its character references.
fn without_tags(text: &str) -> Result<String, Refusal> {
    let mut plain = String::with_capacity(text.len());
    let mut open: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        match next {
            '<' => {
                let end = text[at..]
                    .find('>')
                    .ok_or_else(|| unparsable("Unclosed start tag"))?;
                tag(&text[at + 1..at + end], at, &mut open)?;
                at += end + 1;
            }
            '&' => {
                let (shown, length) = reference(&text[at..]);
                plain.push(shown);
                at += length;
            }
            other => {
                plain.push(other);
                at += other.len_utf8();
            }
        }
    }
    match open.last() {
        Some(name) => Err(unparsable(&format!(
            "Can't find end tag corresponding to start tag \"{name}\""
        ))),
        None => Ok(plain),
    }
}

fn tag<'a>(inside: &'a str, at: usize, open: &mut Vec<&'a str>) -> Result<(), Refusal> {
    if let Some(name) = inside.strip_prefix('/') {
        return match open.pop() {
            Some(begun) if begun == name.trim() => Ok(()),
            _ => Err(unparsable(&format!(
                "Unexpected end tag at byte offset {at}"
            ))),
        };
    }
    let name = inside.split_whitespace().next().unwrap_or_default();
    if !TAGS.contains(&name) {
        let matter = format!("Unsupported start tag \"{name}\" at byte offset {at}");
        return Err(unparsable(&matter));
    }
    open.push(name);
    Ok(())
}

/// The character a reference stands for and how many bytes it takes; an unknown one is only
/// its ampersand.
fn reference(text: &str) -> (char, usize) {
    let whole = || {
        let end = text.find(';')?;
        let shown = match text.get(1..end)? {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            number => {
                let number = number.strip_prefix('#')?;
                let code = match number.strip_prefix('x') {
                    Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                    None => number.parse().ok()?,
                };
                char::from_u32(code)?
            }
        };
        Some((shown, end + 1))
    };
    whole().unwrap_or(('&', 1))
}
