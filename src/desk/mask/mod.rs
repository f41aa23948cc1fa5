//! Finds what must never be kept in a citizen's message, and replaces it before anything else sees the text.
//!
//! - **My Number**: twelve digits that end in their check digit, anywhere; any twelve digits near a word
//!   for a number; any ten to 23 digits that are given out as a My Number, telephone numbers aside; the
//!   23 digits of an application ID only when a word for the My Number is near.
//! - **PIN and password**: four digits, or 6 to 16 letters and digits, bound to their word on either side.
//!   Digits of other lengths count when only linking words stand between. Years, days and opening times
//!   are left when other words stand between.
//! - **Residence card number**: two letters, eight digits, two letters.
//! - **Account and card numbers**: 7 digits near a word for a bank, 6 to 8 near a word for a deposit, and
//!   13 to 19 near either or a word for a payment card. Without such a word long numbers are left.
//!
//! Digits count in every width and script, ringed, in kanji, and spoken in Japanese or English; letters in
//! between end a number. Dates, times, telephone numbers, postal codes, sums of money, reservation codes
//! and case codes are left. Where a number can be read either way, it is masked.

mod glyph;
mod lexicon;
mod number;
mod pin;
mod scene;
mod shape;
mod telephone;
mod unit;

#[cfg(test)]
mod tests;

use scene::Scene;
pub use telephone::mask_telephones;

/// A kind of thing that a citizen must not send, so that people can be told what was removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Secret {
    /// The individual number of twelve digits.
    MyNumber,
    /// A PIN or a password of the card.
    Pin,
    /// The number of a residence card.
    ResidenceCard,
    /// The number of a bank account or a payment card.
    BankAccount,
}

/// A message without its secrets, and what they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Masked {
    /// The message with [`MASK`] in the place of each secret.
    pub text: String,
    /// The kinds that were found, sorted and each once.
    pub found: Vec<Secret>,
    /// How many places were masked.
    pub count: usize,
}

/// What stands in the place of a secret. It tells nothing of the length.
pub const MASK: &str = "●●●●";

/// Replaces every secret in a message.
///
/// Masking goes on until nothing more is found, so that what comes out may be masked again unchanged.
#[must_use]
pub fn mask(text: &str) -> Masked {
    let mut masked = Masked {
        text: text.to_owned(),
        found: Vec::new(),
        count: 0,
    };
    while let Some((next, kinds)) = pass(&masked.text) {
        masked.count += kinds.len();
        masked.found.extend(kinds);
        masked.text = next;
    }
    masked.found.sort_unstable();
    masked.found.dedup();
    masked
}

/// One reading of the text; `None` when nothing was found.
fn pass(text: &str) -> Option<(String, Vec<Secret>)> {
    let glyphs = glyph::fold(text);
    let codes = shape::codes(&glyphs);
    let times = shape::times(&glyphs);
    let mut known = vec![false; glyphs.len()];
    for span in codes.iter().chain(&times) {
        known[span.clone()].fill(true);
    }
    let runs = unit::runs(&glyphs, |i| known[i]);
    if runs.is_empty() && !glyphs.iter().any(|g| g.c.is_ascii_digit()) {
        return None;
    }
    let hits = lexicon::hits(&glyphs);
    let mut scene = Scene {
        glyphs,
        hits,
        found: Vec::new(),
    };
    number::residence_cards(&mut scene);
    let segments: Vec<_> = runs
        .iter()
        .flat_map(|run| {
            shape::segments(run, &scene.glyphs)
                .into_iter()
                .map(|part| &run[part])
        })
        .collect();
    for segment in &segments {
        number::find(&mut scene, segment);
    }
    pin::passwords(&mut scene, &codes);
    for segment in &segments {
        pin::find(&mut scene, segment);
    }
    replaced(text, scene)
}

fn replaced(text: &str, mut scene: Scene) -> Option<(String, Vec<Secret>)> {
    if scene.found.is_empty() {
        return None;
    }
    scene.found.sort_unstable_by_key(|(span, _)| span.start);
    let mut masked = String::with_capacity(text.len());
    let mut kept = 0;
    for (span, _) in &scene.found {
        let (start, end) = (
            scene.glyphs[span.start].start,
            scene.glyphs[span.end - 1].end,
        );
        masked.push_str(text.get(kept..start).unwrap_or_default());
        masked.push_str(MASK);
        kept = kept.max(end);
    }
    masked.push_str(text.get(kept..).unwrap_or_default());
    Some((
        masked,
        scene.found.into_iter().map(|(_, secret)| secret).collect(),
    ))
}
