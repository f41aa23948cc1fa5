//! Days as people write them in TOML: `2026-12-05` bare, as the format allows, or in quotes.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};

/// A day from a TOML file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub NaiveDate);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        deserializer.deserialize_any(DayVisitor)
    }
}

struct DayVisitor;

impl<'de> Visitor<'de> for DayVisitor {
    type Value = Day;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a day like 2026-12-05")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Day, E> {
        text.parse()
            .map(Day)
            .map_err(|_| E::custom(format!("“{text}” is not a day; write it like 2026-12-05")))
    }

    /// The TOML reader hands a bare date over as a map with its text as the only value.
    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Day, M::Error> {
        let mut fields = BTreeMap::new();
        while let Some((key, value)) = map.next_entry::<String, String>()? {
            fields.insert(key, value);
        }
        match fields.into_values().next() {
            Some(text) => self.visit_str(&text),
            None => Err(de::Error::custom("write a day like 2026-12-05")),
        }
    }
}
