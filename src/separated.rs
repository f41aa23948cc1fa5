//! Comma-separated values (RFC 4180) as spreadsheets read them.

/// The mark by which spreadsheets know UTF-8.
pub const MARK: &str = "\u{feff}";

/// One line with its end.
#[must_use]
pub fn line<T: AsRef<str>>(values: &[T]) -> String {
    let cells: Vec<String> = values.iter().map(|value| cell(value.as_ref())).collect();
    format!("{}\r\n", cells.join(","))
}

/// With these a formula begins (OWASP, CSV Injection); in a Japanese spreadsheet the wide ones count as well.
const BEGINNINGS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// One value. What a spreadsheet would take for a formula is made text by an apostrophe.
fn cell(value: &str) -> String {
    let is_formula = value.starts_with(BEGINNINGS);
    let safe = if is_formula {
        format!("'{value}")
    } else {
        value.to_owned()
    };
    if safe.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        let check = |value: &str, expected: &str| assert_eq!(cell(value), expected);
        check("やまだ", "やまだ");
        check("a,\"b\"", "\"a,\"\"b\"\"\"");
        check("=1+1", "'=1+1");
        check("+81 90", "'+81 90");
        check("-1,2", "\"'-1,2\"");
        check("@x\ny", "\"'@x\ny\"");
        check("＝１＋１", "'＝１＋１");
        check("\n=1", "\"'\n=1\"");
        check("", "");
        assert_eq!(line(&["a", "=b"]), "a,'=b\r\n");
    }
}
