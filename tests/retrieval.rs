//! Questions find their answers: figures that may only rise.
//!
//! `questions.tsv` was written by somebody who had not seen the wordings. Raise a figure here when the search gets
//! better; never lower one to let a change pass.

use madoguchi::commands::eval::{Figures, count, evaluate, read_questions};
use madoguchi::commands::faq::ears;
use madoguchi::config::Config;
use madoguchi::library::{Library, Source};
use madoguchi::locale::{Locale, Source as LocaleSource};

/// Language, kind, least share of right first, right among three, and most share of wrong direct answers, in percent.
const FLOOR: [(&str, &str, f64, f64, f64); 9] = [
    ("ja", "faq", 85.0, 95.0, 4.0),
    ("en", "faq", 81.0, 95.0, 4.0),
    ("ja-x-yasashii", "faq", 81.0, 93.0, 6.0),
    ("ja", "intent", 90.0, 95.0, 5.0),
    ("en", "intent", 90.0, 95.0, 5.0),
    ("ja-x-yasashii", "intent", 88.0, 98.0, 12.0),
    ("ja", "oos", 0.0, 0.0, 4.0),
    ("en", "oos", 0.0, 0.0, 8.0),
    ("ja-x-yasashii", "oos", 0.0, 0.0, 16.0),
];

#[test]
fn questions_find_their_answers() {
    let config = Config::load(None, |_| None).unwrap();
    let locale = Locale::load(&LocaleSource::BuiltIn, &config.rules.languages).unwrap();
    let library = Library::load(&Source::BuiltIn, &config.faq_setting());
    let ears = ears(&library, &config.rules, &locale);
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/retrieval/questions.tsv");
    let questions = read_questions(&path).unwrap();
    assert!(questions.len() >= 600);
    let table = count(&evaluate(
        &ears,
        &questions,
        false,
        "2026-12-01".parse().unwrap(),
    ));
    for (lang, kind, first, three, wrong) in FLOOR {
        let f: Figures = table[&(lang.to_owned(), kind.to_owned())];
        let share = |n: usize| 100.0 * n as f64 / f.questions as f64;
        assert!(
            share(f.first) >= first,
            "{lang} {kind}: right first {:.1}",
            share(f.first)
        );
        assert!(
            share(f.three) >= three,
            "{lang} {kind}: right among three {:.1}",
            share(f.three)
        );
        assert!(
            share(f.direct_wrong) <= wrong,
            "{lang} {kind}: direct wrong {:.1}",
            share(f.direct_wrong)
        );
    }
}
