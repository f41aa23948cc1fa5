//! Telephone numbers: they reach the desk as people typed them, but are not kept with what improves the answers.

use super::MASK;

/// The fewest figures that are taken for a telephone number.
const TELEPHONE_DIGITS_MIN: usize = 9;

/// A text without telephone numbers, for what is kept to improve the answers: nobody needs to be called back there.
#[must_use]
pub fn mask_telephones(text: &str) -> String {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let is_inner = |c: char| is_digit(c) || "-‐－ー()（）+ ".contains(c);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_digit) {
        let run = &rest[start..];
        let length = run.find(|c| !is_inner(c)).unwrap_or(run.len());
        let run = run[..length].trim_end_matches(|c| !is_digit(c));
        out.push_str(&rest[..start]);
        // Numbers in Japan begin with a nought; dates and counts do not.
        let is_dialled = run.starts_with(['0', '０']) || rest[..start].ends_with('+');
        if is_dialled && run.chars().filter(|c| is_digit(*c)).count() >= TELEPHONE_DIGITS_MIN {
            out.push_str(MASK);
        } else {
            out.push_str(run);
        }
        rest = &rest[start + run.len()..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_are_not_kept_with_questions() {
        let check = |text: &str, expected: &str| assert_eq!(mask_telephones(text), expected);
        check(
            "ドローンの登録はどこ 090-1234-5678 です",
            &format!("ドローンの登録はどこ {} です", MASK),
        );
        check("０７２（９５８）１１１１", MASK);
        check(
            "12月5日10時30分に5人で1000円",
            "12月5日10時30分に5人で1000円",
        );
        check("2026-12-05 10:30", "2026-12-05 10:30");
    }
}
