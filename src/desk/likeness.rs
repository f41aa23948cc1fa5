//! Groups questions that are alike, so that a reviewer reads each need once.

use std::collections::HashMap;

use super::language::Language;
use super::retrieval::normal::normalize;
use super::retrieval::tokens::tokens;

/// So much of two questions must be common for them to be one need.
const ALIKE: f32 = 0.5;

/// Groups texts by likeness within each language: indexes into `texts`, the largest group first, each in the order of
/// `texts`. A text joins the group whose first member it is most like.
#[must_use]
pub fn groups(texts: &[(Language, &str)]) -> Vec<Vec<usize>> {
    let features: Vec<Features> = texts.iter().map(|(_, text)| Features::of(text)).collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, (language, _)) in texts.iter().enumerate() {
        let best = groups
            .iter_mut()
            .filter(|group| texts[group[0]].0 == *language)
            .map(|group| (features[group[0]].likeness(&features[at]), group))
            .filter(|(likeness, _)| *likeness >= ALIKE)
            .max_by(|a, b| a.0.total_cmp(&b.0));
        match best {
            Some((_, group)) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups.sort_by(|a, b| b.len().cmp(&a.len()).then(a[0].cmp(&b[0])));
    groups
}

/// The tokens of a text with their weights.
struct Features {
    weights: HashMap<u64, f32>,
    total: f32,
}

impl Features {
    fn of(text: &str) -> Features {
        let mut weights: HashMap<u64, f32> = HashMap::new();
        for token in tokens(&normalize(text)) {
            let weight = weights.entry(token.key).or_default();
            *weight = weight.max(token.weight);
        }
        let mut sorted: Vec<f32> = weights.values().copied().collect();
        sorted.sort_unstable_by(f32::total_cmp);
        let total = sorted.iter().sum();
        Features { weights, total }
    }

    /// How much is common, 0 to 1.
    fn likeness(&self, other: &Features) -> f32 {
        let common = self.weights.iter().filter_map(|(key, weight)| {
            let theirs = other.weights.get(key)?;
            Some(weight.min(*theirs))
        });
        let mut common: Vec<f32> = common.collect();
        common.sort_unstable_by(f32::total_cmp);
        let common: f32 = common.iter().sum();
        2.0 * common / (self.total + other.total).max(f32::MIN_POSITIVE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_that_are_alike_come_together() {
        let texts = [
            (Language::Ja, "駐輪場はありますか"),
            (Language::En, "bike parking?"),
            (Language::Ja, "自転車はどこに置けますか"),
            (Language::Ja, "駐輪場ありますか？"),
            (Language::En, "is there bike parking"),
            (Language::Ja, "駐輪場はある"),
        ];
        assert_eq!(groups(&texts), [vec![0, 3, 5], vec![1, 4], vec![2]]);
        assert!(groups(&[]).is_empty());
    }
}
