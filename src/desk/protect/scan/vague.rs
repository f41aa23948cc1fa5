//! Words that mean no certain day. A machine may make another week of them, and nobody would see it.

use super::Scan;

/// Where one begins like another, the longer one comes first.
const WORDS: [&str; 45] = [
    "再来週",
    "来週末",
    "来週",
    "今週末",
    "今週",
    "先々週",
    "先週",
    "翌週",
    "週末",
    "週明け",
    "週初め",
    "再来月",
    "来月",
    "今月",
    "先々月",
    "先月",
    "翌月",
    "月末",
    "月初め",
    "月初",
    "月半ば",
    "上旬",
    "中旬",
    "下旬",
    "年末年始",
    "年末",
    "年始",
    "年明け",
    "年度末",
    "年度初め",
    "年度明け",
    "今年度",
    "来年度",
    "昨年度",
    "再来年",
    "来年",
    "今年",
    "本年",
    "一昨年",
    "昨年",
    "去年",
    "翌年",
    "明日",
    "明後日",
    "昨日",
];

/// Words that only begin like one.
const NOT: [&str; 4] = ["年末調整", "年始回り", "明日香", "明日葉"];

/// The weekday that comes next is this week's for some and next week's for others.
const NEXT: [&str; 4] = ["今度の", "次の", "つぎの", "次回の"];

impl Scan {
    /// The end of a word that means no certain day, and the word as the clerk is told it.
    pub(super) fn vague(&self, at: usize) -> Option<(usize, &'static str)> {
        self.today?;
        if NOT.iter().any(|word| self.begins(at, word)) {
            return None;
        }
        let end = |word: &str| at + word.chars().count();
        if let Some(word) = WORDS.iter().find(|word| self.begins(at, word)) {
            return Some((end(word), word));
        }
        let word = NEXT.iter().find(|word| self.begins(at, word))?;
        self.weekday_alone(end(word))?;
        Some((end(word), word))
    }
}
