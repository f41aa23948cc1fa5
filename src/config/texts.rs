//! Texts of the configuration language by language, as `[texts.<tag>]` tables: a translator gets one table and needs not
//! touch the rest of the file.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::desk::language::Language;
use crate::desk::rules::{Office, Wording};

/// A value of a `[texts.<tag>]` table: a text, or a list of words for an office.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Value {
    One(String),
    Many(Vec<String>),
}

/// The tables by language.
pub(super) type Texts = BTreeMap<Language, BTreeMap<String, Value>>;

/// What the tables are merged into.
pub(super) struct Target<'a> {
    pub(super) city: &'a mut Wording,
    pub(super) counter: &'a mut Wording,
    pub(super) facts: &'a mut BTreeMap<String, Wording>,
    pub(super) offices: &'a mut [Office],
}

/// Puts every text in its place.
///
/// # Errors
/// The key that belongs nowhere, with what it should be.
pub(super) fn merge(texts: Texts, target: &mut Target<'_>) -> Result<(), String> {
    for (language, table) in texts {
        for (key, value) in table {
            put(language, &key, value, target)?;
        }
    }
    Ok(())
}

fn put(language: Language, key: &str, value: Value, target: &mut Target<'_>) -> Result<(), String> {
    let place = format!("texts.{language}.{key}");
    if let Some(rest) = key.strip_prefix("office-") {
        let (id, what) = rest.rsplit_once('-').unwrap_or((rest, ""));
        let office = target
            .offices
            .iter_mut()
            .find(|office| office.id.as_str() == id);
        let Some(office) = office else {
            return Err(format!("{place}: there is no office “{id}”"));
        };
        match (what, value) {
            ("name", Value::One(text)) => drop(office.name.0.insert(language, text)),
            ("place", Value::One(text)) => drop(office.place.0.insert(language, text)),
            ("words", Value::Many(words)) => office.words.extend(words),
            _ => {
                return Err(format!(
                    "{place}: name and place are texts, words is a list"
                ));
            }
        }
        return Ok(());
    }
    let Value::One(text) = value else {
        return Err(format!("{place}: one text, not a list"));
    };
    match key {
        "city-name" => drop(target.city.0.insert(language, text)),
        "counter" => drop(target.counter.0.insert(language, text)),
        _ => match target.facts.get_mut(key) {
            Some(fact) => drop(fact.0.insert(language, text)),
            None => return Err(format!("{place}: set {key} in [facts] first")),
        },
    }
    Ok(())
}
