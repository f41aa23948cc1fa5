//! The languages people are served in, by their BCP 47 tags (RFC 5646).
//!
//! The list names every language the desk knows something about (script, word order of dates). Which of them are
//! offered is decided by the files: a language is served when `locales/<tag>/` exists.

use serde::{Deserialize, Serialize};

/// A language people can be served in.
#[derive(
    Default, Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum Language {
    #[serde(rename = "ja")]
    #[default]
    Ja,
    #[serde(rename = "ja-x-yasashii")]
    Easy,
    #[serde(rename = "en")]
    En,
    #[serde(rename = "vi")]
    Vi,
    #[serde(rename = "zh-Hans")]
    ZhHans,
    #[serde(rename = "zh-Hant")]
    ZhHant,
    #[serde(rename = "ko")]
    Ko,
    #[serde(rename = "fil")]
    Fil,
    #[serde(rename = "ne")]
    Ne,
    #[serde(rename = "id")]
    Id,
    #[serde(rename = "my")]
    My,
    #[serde(rename = "pt-BR")]
    PtBr,
    #[serde(rename = "es")]
    Es,
    #[serde(rename = "th")]
    Th,
}

impl Language {
    /// Every language in the order in which a picker shows them.
    pub const ALL: [Language; 14] = [
        Language::Ja,
        Language::Easy,
        Language::En,
        Language::Vi,
        Language::ZhHans,
        Language::ZhHant,
        Language::Ko,
        Language::Fil,
        Language::Ne,
        Language::Id,
        Language::My,
        Language::PtBr,
        Language::Es,
        Language::Th,
    ];

    /// The BCP 47 tag, as it names the folders and the `lang` attribute.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Ja => "ja",
            Language::Easy => "ja-x-yasashii",
            Language::En => "en",
            Language::Vi => "vi",
            Language::ZhHans => "zh-Hans",
            Language::ZhHant => "zh-Hant",
            Language::Ko => "ko",
            Language::Fil => "fil",
            Language::Ne => "ne",
            Language::Id => "id",
            Language::My => "my",
            Language::PtBr => "pt-BR",
            Language::Es => "es",
            Language::Th => "th",
        }
    }

    /// The language's own name, for pickers.
    #[must_use]
    pub const fn endonym(self) -> &'static str {
        match self {
            Language::Ja => "日本語",
            Language::Easy => "やさしい日本語",
            Language::En => "English",
            Language::Vi => "Tiếng Việt",
            Language::ZhHans => "简体中文",
            Language::ZhHant => "繁體中文",
            Language::Ko => "한국어",
            Language::Fil => "Filipino",
            Language::Ne => "नेपाली",
            Language::Id => "Bahasa Indonesia",
            Language::My => "မြန်မာဘာသာ",
            Language::PtBr => "Português (Brasil)",
            Language::Es => "Español",
            Language::Th => "ไทย",
        }
    }

    /// Reads a tag the way browsers and Telegram write them (`zh-TW`, `pt`, `tl`, `ja-JP`, any case).
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Language> {
        let lower = tag.trim().replace('_', "-").to_ascii_lowercase();
        if let Some(exact) = Language::ALL
            .into_iter()
            .find(|l| l.tag().eq_ignore_ascii_case(&lower))
        {
            return Some(exact);
        }
        if lower.starts_with("ja-") && lower.contains("yasashii") {
            return Some(Language::Easy);
        }
        let mut parts = lower.split('-');
        let primary = parts.next().unwrap_or_default();
        Some(match primary {
            "ja" => Language::Ja,
            "en" => Language::En,
            "vi" => Language::Vi,
            "zh" | "yue" | "cmn" => match parts.find(|p| matches!(*p, "hant" | "tw" | "hk" | "mo"))
            {
                Some(_) => Language::ZhHant,
                None => Language::ZhHans,
            },
            "ko" => Language::Ko,
            "fil" | "tl" => Language::Fil,
            "ne" => Language::Ne,
            "id" | "in" => Language::Id,
            "my" => Language::My,
            "pt" => Language::PtBr,
            "es" => Language::Es,
            "th" => Language::Th,
            _ => return None,
        })
    }

    /// Whether the language is Japanese in either form.
    #[must_use]
    pub const fn is_japanese(self) -> bool {
        matches!(self, Language::Ja | Language::Easy)
    }

    /// Whether it is written with Han characters.
    #[must_use]
    pub const fn is_written_in_han(self) -> bool {
        matches!(
            self,
            Language::Ja | Language::Easy | Language::ZhHans | Language::ZhHant
        )
    }

    /// Whether words are written without spaces between them.
    #[must_use]
    pub const fn is_unspaced(self) -> bool {
        matches!(
            self,
            Language::Ja
                | Language::Easy
                | Language::ZhHans
                | Language::ZhHant
                | Language::Th
                | Language::My
        )
    }

    /// Whether `5/12` means the fifth day of the twelfth month.
    #[must_use]
    pub const fn day_before_month(self) -> bool {
        matches!(
            self,
            Language::Vi
                | Language::Fil
                | Language::Id
                | Language::PtBr
                | Language::Es
                | Language::Th
        )
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}
