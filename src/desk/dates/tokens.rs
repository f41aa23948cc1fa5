//! The words and figures of an English text, or of any text with spaces between its words.

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Word,
    /// A whole number of at most four digits.
    Number(u32),
    /// A number such as `5th`.
    Ordinal(u32),
    /// Figures with marks between them, such as `12/5` or `10:30`.
    Figures,
    /// Anything else with digits in it, such as a reservation code.
    Other,
}

/// A word or a group of figures.
#[derive(Clone, Copy, Debug)]
pub struct Token<'a> {
    pub text: &'a str,
    pub kind: Kind,
    /// Punctuation stands between the token before and this one.
    pub is_after_mark: bool,
    /// A dash stands between the token before and this one.
    pub is_after_dash: bool,
}

const NO_TOKEN: Token<'static> = Token {
    text: "",
    kind: Kind::Other,
    is_after_mark: true,
    is_after_dash: false,
};

/// The tokens of a text. Places before the first and after the last one read as empty.
#[derive(Debug, Default)]
pub struct Tokens<'a>(Vec<Token<'a>>);

impl<'a> Tokens<'a> {
    /// Takes a uniform text apart.
    pub fn new(text: &'a str) -> Tokens<'a> {
        let mut tokens = Tokens(Vec::with_capacity(text.len() / 5));
        let mut rest = text;
        let (mut mark, mut dash) = (false, false);
        while let Some(c) = rest.chars().next() {
            let length: usize = rest
                .chars()
                .take_while(|c| is_inner(*c))
                .map(char::len_utf8)
                .sum();
            if length == 0 {
                mark |= c != ' ' && c != '(' && c != ')';
                dash |= c == '~';
                rest = &rest[c.len_utf8()..];
                continue;
            }
            let run = &rest[..length];
            let core = run.trim_matches(['-', '.', '/', ':', '\'']);
            dash |= run.starts_with('-');
            if core.is_empty() {
                mark |= !run.contains('-');
            } else {
                let before = tokens.0.len();
                tokens.push_run(core);
                if let Some(first) = tokens.0.get_mut(before) {
                    (first.is_after_mark, first.is_after_dash) = (mark, dash);
                }
                let last = run.as_bytes().last();
                (mark, dash) = (matches!(last, Some(b'.' | b':')), last == Some(&b'-'));
            }
            rest = &rest[length..];
        }
        tokens
    }

    /// How many tokens there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// The token at a place.
    pub fn at(&self, place: usize) -> Token<'a> {
        self.0.get(place).copied().unwrap_or(NO_TOKEN)
    }

    /// The word at a place, or nothing.
    pub fn word(&self, place: usize) -> &'a str {
        let token = self.at(place);
        if token.kind == Kind::Word {
            token.text
        } else {
            ""
        }
    }

    /// The word so many places before another one.
    pub fn word_before(&self, place: usize, back: usize) -> &'a str {
        place.checked_sub(back).map_or("", |place| self.word(place))
    }

    /// The number in figures at a place.
    pub fn number(&self, place: usize) -> Option<u32> {
        match self.at(place).kind {
            Kind::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Whether these words stand at a place.
    pub fn has(&self, place: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(index, word)| self.word(place + index) == *word)
    }

    fn push_run(&mut self, run: &'a str) {
        let has_digit = run.bytes().any(|b| b.is_ascii_digit());
        if !has_digit {
            return match run {
                "a.m" => self.push("am", Kind::Word),
                "p.m" => self.push("pm", Kind::Word),
                _ => self.push_words(run),
            };
        }
        if run.bytes().all(|b| b.is_ascii_digit()) {
            return self.push_number(run);
        }
        if let Some((word, number)) = run
            .split_once('.')
            .filter(|(w, _)| w.chars().all(char::is_alphabetic))
        {
            // "Dec.5"
            self.push_words(word);
            return self.push_run(number);
        }
        if let Some((from, to)) = run.split_once('-').filter(|(from, _)| from.ends_with('m')) {
            // "10am-12pm"
            self.push_run(from);
            let start = self.0.len();
            self.push_run(to);
            if let Some(token) = self.0.get_mut(start) {
                token.is_after_dash = true;
            }
            return;
        }
        let digits = run.trim_end_matches(|c: char| !c.is_ascii_digit());
        let is_plain = digits.bytes().all(|b| !b.is_ascii_alphabetic()) && digits.is_ascii();
        match run.get(digits.len()..).unwrap_or_default() {
            "" if is_plain || is_era_or_stamp(run) => self.push(run, Kind::Figures),
            "am" | "a.m" if is_plain => self.push_with(digits, "am"),
            "pm" | "p.m" if is_plain => self.push_with(digits, "pm"),
            "st" | "nd" | "rd" | "th" if digits.len() <= 2 => match digits.parse() {
                Ok(number) => self.push(run, Kind::Ordinal(number)),
                Err(_) => self.push(run, Kind::Other),
            },
            _ if is_era_or_stamp(run) => self.push(run, Kind::Figures),
            _ => self.push(run, Kind::Other),
        }
    }

    fn push_words(&mut self, run: &'a str) {
        for (index, word) in run
            .split(['-', '.', '/', ':'])
            .filter(|word| !word.is_empty())
            .enumerate()
        {
            let token = Token {
                text: word,
                kind: Kind::Word,
                is_after_mark: false,
                is_after_dash: index > 0 && run.contains('-'),
            };
            self.0.push(token);
        }
    }

    fn push_number(&mut self, digits: &'a str) {
        match digits.parse() {
            Ok(number) if digits.len() <= 4 => self.push(digits, Kind::Number(number)),
            _ => self.push(digits, Kind::Other),
        }
    }

    fn push_with(&mut self, digits: &'a str, half: &'static str) {
        if digits.bytes().all(|b| b.is_ascii_digit()) {
            self.push_number(digits);
        } else {
            self.push(digits, Kind::Figures);
        }
        self.push(half, Kind::Word);
    }

    fn push(&mut self, text: &'a str, kind: Kind) {
        self.0.push(Token {
            text,
            kind,
            is_after_mark: false,
            is_after_dash: false,
        });
    }
}

/// Whether a raw text has a word in Latin letters that speaks of time. Numbers are looked for
/// elsewhere.
pub fn has_time_word(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    words
        .filter(|word| (3..=9).contains(&word.len()))
        .any(|word| {
            let mut start = [0; 3];
            for (to, from) in start.iter_mut().zip(word.bytes()) {
                *to = from.to_ascii_lowercase();
            }
            matches!(
                &start,
                b"mon"
                    | b"tue"
                    | b"wed"
                    | b"thu"
                    | b"fri"
                    | b"sat"
                    | b"sun"
                    | b"tod"
                    | b"tom"
                    | b"tmr"
                    | b"ton"
                    | b"wee"
                    | b"nex"
                    | b"jan"
                    | b"feb"
                    | b"mar"
                    | b"apr"
                    | b"may"
                    | b"jun"
                    | b"jul"
                    | b"aug"
                    | b"sep"
                    | b"oct"
                    | b"nov"
                    | b"dec"
                    | b"day"
                    | b"asa"
                    | b"ear"
                    | b"soo"
                    | b"fir"
                    | b"ava"
                    | b"noo"
                    | b"mid"
                    | b"mor"
                    | b"aft"
                    | b"eve"
                    | b"nig"
                    | b"lun"
                    | b"hal"
                    | b"qua"
                    | b"clo"
                    | b"thi"
                    | b"thr"
                    | b"one"
                    | b"two"
                    | b"fou"
                    | b"fiv"
                    | b"six"
                    | b"sev"
                    | b"eig"
                    | b"nin"
                    | b"ten"
                    | b"ele"
                    | b"twe"
            )
        })
}

/// A character within a word or a group of figures. Writing without spaces between words ends a
/// word.
fn is_inner(c: char) -> bool {
    match c {
        '-' | '.' | '/' | ':' | '\'' => true,
        _ if c.is_ascii() => c.is_ascii_alphanumeric(),
        '\u{2e80}'..='\u{9fff}' => false,
        _ => c.is_alphanumeric(),
    }
}

/// Tokens such as `r8.12.5` and `2026-12-05t10:30`: letters among figures that are no code.
fn is_era_or_stamp(run: &str) -> bool {
    let is_figure = |b: u8| b.is_ascii_digit() || matches!(b, b'/' | b'-' | b'.' | b':');
    let bytes = run.as_bytes();
    match bytes.strip_prefix(b"r") {
        Some(rest) => rest.len() >= 5 && rest.iter().all(|b| is_figure(*b)),
        None => {
            bytes.iter().position(|b| !is_figure(*b)) == Some(10) && bytes.get(10) == Some(&b't')
        }
    }
}
