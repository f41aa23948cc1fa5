//! Typed ids and the one source of randomness.
//!
//! Ids of rows are time-ordered 63-bit numbers: milliseconds since 2020 in the upper bits, a counter below, so that a
//! new row goes to the end of its index and two ids never collide inside one process. Codes that people read aloud
//! leave out look-alike characters. Everything comes from one seeded generator: the same seed gives the same run.

use chrono::{DateTime, Utc};
use rand::{Rng, RngCore, SeedableRng, rngs::StdRng};
use serde::{Deserialize, Serialize};

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.0)
            }
        }
    )+};
}

typed_ids! {
    /// Whoever talks to the desk at one address.
    ResidentId,
    /// A taken place in the book.
    ReservationId,
    /// A seat kept for a few minutes.
    HoldId,
    /// A place on the waiting list.
    WaitId,
    /// Times that are kept for somebody.
    OfferId,
    /// A number in today's queue.
    TicketId,
    /// An escalation to people.
    CaseId,
    /// A block of somebody who abuses the desk.
    BlockId,
    /// An incident; staff name it by its number.
    IncidentId,
    /// A row of the outbox.
    OutgoingId,
}

/// The code of a reservation, for example `H7K3-M9QX`: what a person reads out or shows at the counter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReservationCode(pub String);

impl std::fmt::Display for ReservationCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The code of a hand-over sheet, for example `H-7K3M`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SheetCode(pub String);

impl SheetCode {
    /// Reads a code as it is typed, in any case.
    #[must_use]
    pub fn read(text: &str) -> Option<SheetCode> {
        let code = text.trim().to_ascii_uppercase();
        let rest = code.strip_prefix("H-")?;
        let is_one = rest.len() == 4 && rest.bytes().all(|b| CODE_CHARACTERS.contains(&b));
        is_one.then_some(SheetCode(code))
    }
}

impl std::fmt::Display for SheetCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Characters of codes: no 0/O, 1/I/L, 5/S, 2/Z, 8/B, U/V pairs that are misread on paper or misheard on the phone.
const CODE_LETTERS: &[u8] = b"ACDEFGHJKMNPQRTWXY";
const CODE_CHARACTERS: &[u8] = b"ACDEFGHJKMNPQRTWXY34679";

/// Finds something shaped like a reservation code in a text, in any width or case.
#[must_use]
pub fn find_code(text: &str) -> Option<ReservationCode> {
    use unicode_normalization::UnicodeNormalization;
    let flat: String = text.nfkc().collect::<String>().to_ascii_uppercase();
    let is_code = |s: &str| s.bytes().all(|b| CODE_CHARACTERS.contains(&b));
    flat.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
        .find_map(|word| {
            let plain: String = word.chars().filter(|c| *c != '-').collect();
            let starts_with_letter = plain
                .bytes()
                .next()
                .is_some_and(|b| CODE_LETTERS.contains(&b));
            let has_digit = plain.bytes().any(|b| b.is_ascii_digit());
            (plain.len() == 8
                && starts_with_letter
                && is_code(&plain)
                && (has_digit || word.contains('-')))
            .then(|| ReservationCode(format!("{}-{}", &plain[..4], &plain[4..])))
        })
}

/// Hands out ids, codes and tokens.
#[derive(Debug)]
pub struct IdSource {
    rng: StdRng,
    last: i64,
}

/// 2020-01-01T00:00:00Z, where the millisecond count of ids starts.
const EPOCH_MILLIS: i64 = 1_577_836_800_000;

impl IdSource {
    /// The same seed gives the same ids, codes and tokens.
    #[must_use]
    pub fn seeded(seed: u64) -> IdSource {
        IdSource {
            rng: StdRng::seed_from_u64(seed),
            last: 0,
        }
    }

    /// A source that nobody can guess, seeded by the operating system.
    #[must_use]
    pub fn from_os() -> IdSource {
        IdSource {
            rng: StdRng::from_os_rng(),
            last: 0,
        }
    }

    /// Tells the source which id is the highest in use, so that a clock set back cannot make it repeat one.
    pub fn start_after(&mut self, highest: i64) {
        self.last = self.last.max(highest);
    }

    /// The next row id: never repeats and never goes back, whatever the clock does.
    pub fn next(&mut self, now: DateTime<Utc>) -> i64 {
        let millis = (now.timestamp_millis() - EPOCH_MILLIS).max(0);
        self.last = (millis << 20).max(self.last + 1);
        self.last
    }

    /// A reservation code of 38 random bits that starts with a letter.
    pub fn reservation_code(&mut self) -> ReservationCode {
        let mut code = String::with_capacity(9);
        code.push(self.pick(CODE_LETTERS));
        for place in 1..8 {
            if place == 4 {
                code.push('-');
            }
            code.push(self.pick(CODE_CHARACTERS));
        }
        // At least one digit keeps a code apart from ordinary words.
        if !code.bytes().any(|b| b.is_ascii_digit()) {
            code.pop();
            code.push(self.pick(b"34679"));
        }
        ReservationCode(code)
    }

    /// A conversation token of 192 random bits in URL-safe characters.
    pub fn token(&mut self) -> String {
        const URL_SAFE: &[u8; 64] =
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let mut bytes = [0u8; 32];
        self.rng.fill_bytes(&mut bytes);
        bytes
            .iter()
            .map(|b| char::from(URL_SAFE[usize::from(b & 63)]))
            .collect()
    }

    /// A code of 18 random bits for a hand-over sheet: staff alone can open one, so it need only be short.
    pub fn sheet_code(&mut self) -> SheetCode {
        let rest: String = (0..4).map(|_| self.pick(CODE_CHARACTERS)).collect();
        SheetCode(format!("H-{rest}"))
    }

    /// A password of 90 random bits that can be read from a paper and typed: 20 characters that nobody mistakes.
    pub fn password(&mut self) -> String {
        let characters = (0..20).map(|_| self.pick(CODE_CHARACTERS).to_ascii_lowercase());
        characters.collect()
    }

    /// What makes the hashes of two equal passwords different.
    pub fn salt(&mut self) -> [u8; 16] {
        let mut salt = [0; 16];
        self.rng.fill_bytes(&mut salt);
        salt
    }

    /// The secret of a second factor: 160 bits, as RFC 4226 (section 4) recommends.
    pub fn factor(&mut self) -> [u8; 20] {
        let mut secret = [0; 20];
        self.rng.fill_bytes(&mut secret);
        secret
    }

    /// A code of 54 random bits that is typed once within minutes: 12 characters that nobody mistakes.
    pub fn link_code(&mut self) -> String {
        let characters = (0..12).map(|_| self.pick(CODE_CHARACTERS).to_ascii_lowercase());
        characters.collect()
    }

    fn pick(&mut self, from: &[u8]) -> char {
        char::from(from[self.rng.random_range(0..from.len())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_grow_even_when_the_clock_goes_back() {
        let mut ids = IdSource::seeded(42);
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let first = ids.next(now);
        let second = ids.next(now - chrono::Duration::hours(5));
        assert!(second > first);
    }

    #[test]
    fn codes_are_found_as_people_write_them() {
        let mut ids = IdSource::seeded(42);
        for _ in 0..500 {
            let code = ids.reservation_code();
            let wide: String = code
                .0
                .chars()
                .filter_map(|c| char::from_u32(u32::from(c) + 0xFEE0))
                .collect();
            for written in [
                code.0.clone(),
                code.0.to_lowercase(),
                code.0.replace('-', ""),
                wide,
            ] {
                assert_eq!(
                    find_code(&format!("予約 {written} です")),
                    Some(code.clone()),
                    "{written}"
                );
            }
        }
        for other in [
            "0120-95-0178",
            "K-4827",
            "2026-12-05",
            "reschedule",
            "certificate",
            "12月5日",
        ] {
            assert_eq!(find_code(other), None, "{other}");
        }
    }
}
