//! The section of the optional service that translates free texts.

use std::net::IpAddr;

use serde::Deserialize;

use crate::desk::language::Language;

/// A LibreTranslate-compatible service; without the section there is none.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translate {
    /// The address below which `/translate` and `/languages` are.
    pub url: String,
    /// A clerk waits no longer than this for one translation; a draft takes two.
    #[serde(default = "timeout_ms")]
    pub timeout_ms: u64,
    /// A longer text is not translated.
    #[serde(default = "chars_max")]
    pub chars_max: usize,
    /// The languages that are translated; empty: every offered one that the service knows.
    #[serde(default)]
    pub languages: Vec<Language>,
}

const fn timeout_ms() -> u64 {
    8000
}

const fn chars_max() -> usize {
    1000
}

const TIMEOUT_MS_MAX: u64 = 60_000;
/// With the original below it, and in scripts that need more characters, it must still fit into one message.
const CHARS_MAX: usize = 2000;

impl Translate {
    /// Refuses what cannot work, what is not private, and a key in the address: it would stand in a file.
    pub(super) fn check(&self, offered: &[Language]) -> Result<(), String> {
        check_url(&self.url)?;
        if !(1..=TIMEOUT_MS_MAX).contains(&self.timeout_ms) {
            return Err(format!(
                "translate.timeout_ms is {}; write 1 to {TIMEOUT_MS_MAX}",
                self.timeout_ms
            ));
        }
        if !(1..=CHARS_MAX).contains(&self.chars_max) {
            return Err(format!(
                "translate.chars_max is {}; write 1 to {CHARS_MAX}",
                self.chars_max
            ));
        }
        for language in &self.languages {
            if language.is_japanese() {
                return Err(format!(
                    "translate.languages: {language} is written by people; leave it out"
                ));
            }
            if !offered.contains(language) {
                return Err(format!(
                    "translate.languages: {language} is not offered; add it to city.languages or leave it out"
                ));
            }
        }
        Ok(())
    }

    /// Whether the city wants texts in a language to be translated at all.
    #[must_use]
    pub fn wants(&self, language: Language) -> bool {
        self.languages.is_empty() || self.languages.contains(&language)
    }
}

fn check_url(url: &str) -> Result<(), String> {
    let like =
        "translate.url: write it like http://127.0.0.1:5000 or https://translate.example.lg.jp";
    let (is_secure, rest) = match (url.strip_prefix("https://"), url.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (None, Some(rest)) => (false, rest),
        (None, None) => return Err(like.into()),
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.is_empty() || url.contains(char::is_whitespace) || url.contains('#') {
        return Err(like.into());
    }
    if host.contains('@') || url.contains('?') {
        return Err("translate.url: no key here; put it into MADOGUCHI_TRANSLATE_KEY".into());
    }
    if !is_secure && !is_private(host) {
        let mend = "write https://, or the address of a machine of the city's own network such as http://10.0.0.5:5000";
        return Err(format!(
            "translate.url: http:// would go over the open network; {mend}"
        ));
    }
    Ok(())
}

/// Whether a host, with or without its port, is this machine or one of a private network (RFC 1918, RFC 4193). Names are
/// not looked up: today's answer is no promise for tomorrow.
fn is_private(host: &str) -> bool {
    let bare = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.rsplit_once(':').map_or(host, |(host, _)| host),
    };
    match bare.parse::<IpAddr>() {
        Ok(IpAddr::V4(address)) => address.is_loopback() || address.is_private(),
        Ok(IpAddr::V6(address)) => address.is_loopback() || address.is_unique_local(),
        Err(_) => bare.eq_ignore_ascii_case("localhost"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::with_section;
    use crate::config::{Config, HABIKINO};
    use crate::desk::language::Language;

    /// The example with its commented-out section.
    fn example() -> String {
        with_section("translate").unwrap()
    }

    #[test]
    fn the_section_is_off_unless_it_stands_there() {
        assert!(Config::parse(HABIKINO).unwrap().translate.is_none());
        let set = Config::parse(&example()).unwrap().translate.unwrap();
        assert_eq!(set.url, "http://127.0.0.1:5000");
        assert!(set.wants(Language::Vi) && !set.wants(Language::My));
        let short = "[translate]\nurl = \"https://t.example/\"\n";
        let defaults = Config::parse(&format!("{HABIKINO}\n{short}")).unwrap();
        let defaults = defaults.translate.unwrap();
        assert_eq!(defaults.timeout_ms, set.timeout_ms);
        assert_eq!(defaults.chars_max, set.chars_max);
        assert!(defaults.wants(Language::My));
    }

    #[test]
    fn what_cannot_work_is_refused_with_the_mend() {
        let check = |from: &str, to: &str, expected: &str| {
            let text = example().replacen(from, to, 1);
            assert_ne!(text, example(), "{from}");
            let error = Config::parse(&text).unwrap_err();
            assert!(error.contains(expected), "{error}");
        };
        let url = "http://127.0.0.1:5000";
        check(url, "127.0.0.1:5000", "translate.url: write it like");
        check(url, "http:///x", "translate.url: write it like");
        check(url, "https://me:key@host", "MADOGUCHI_TRANSLATE_KEY");
        check(url, "https://host?api_key=x", "MADOGUCHI_TRANSLATE_KEY");
        check(url, "http://translate.example.com", "write https://");
        check(url, "http://93.184.216.34:5000", "write https://");
        check("timeout_ms = 8000", "timeout_ms = 0", "write 1 to 60000");
        check("chars_max = 1000", "chars_max = 9000", "write 1 to 2000");
        check(
            "[\"en\", \"vi\"",
            "[\"ja-x-yasashii\", \"vi\"",
            "written by people",
        );
        check("[\"en\", \"vi\"", "[\"th\", \"vi\"", "is not offered");
        check("chars_max = 1000", "max = 1000", "max");
    }

    #[test]
    fn plain_http_stays_in_the_house() {
        for host in [
            "localhost",
            "LOCALHOST:5000",
            "127.0.0.2",
            "10.1.2.3:80",
            "192.168.0.9",
            "172.16.0.1",
            "[::1]:5000",
            "[fd00::5]",
        ] {
            assert!(super::is_private(host), "{host}");
        }
        for host in [
            "example.com",
            "172.32.0.1",
            "8.8.8.8:80",
            "[2001:db8::1]:80",
            "10.example.com",
            "localhost.example.com",
        ] {
            assert!(!super::is_private(host), "{host}");
        }
    }
}
