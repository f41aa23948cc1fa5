use super::*;
use crate::desk::language::Language;
use chrono::{Datelike, Timelike};
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 1).unwrap()
}

pub fn staff(text: &str) -> Protected {
    let places = [
        "羽曳野市".to_owned(),
        "市役所本館".to_owned(),
        "支所".to_owned(),
    ];
    let people = [
        "佐藤".to_owned(),
        "麻野 花子".to_owned(),
        "総合窓口".to_owned(),
    ];
    let known = Known {
        places: &places,
        people: &people,
    };
    protect(text, known, Author::Staff { today: today() })
}

/// Each value with its kind, as they stand in the text.
fn found(text: &str) -> Vec<(Kind, String)> {
    let values = staff(text).values.into_iter();
    values.map(|value| (value.kind, value.text)).collect()
}

#[track_caller]
pub fn check(text: &str, expected: &[(Kind, &str)]) {
    let expected: Vec<(Kind, String)> = expected
        .iter()
        .map(|(kind, text)| (*kind, (*text).to_owned()))
        .collect();
    assert_eq!(found(text), expected, "{text}");
}

#[test]
fn what_must_stay_is_found() {
    use Kind::{Code, Date, Email, Mask, Money, Number, Person, Phone, Place, Term, Time, Url};
    check(
        "12月5日（土）10時30分に3番窓口へ",
        &[(Date, "12月5日（土）10時30分"), (Number, "3")],
    );
    check(
        "令和8年12月5日の午後2時",
        &[(Date, "令和8年12月5日の午後2時")],
    );
    check(
        "2026-12-05 10:30、12/8",
        &[(Date, "2026-12-05 10:30"), (Date, "12/8")],
    );
    check("十二月五日から", &[(Date, "十二月五日")]);
    check("12月 5日から", &[(Date, "12月 5日")]);
    check("9:00〜17:30です", &[(Time, "9:00"), (Time, "17:30")]);
    check("２時間かかります", &[(Number, "２")]);
    check(
        "手数料は1,000円か¥800です",
        &[(Money, "1,000円"), (Money, "¥800")],
    );
    check("千円とコピー二枚", &[(Money, "千円"), (Number, "二")]);
    check(
        "電話は072-958-1111 10時まで",
        &[(Phone, "072-958-1111"), (Time, "10時")],
    );
    check("+81 72-958-1111", &[(Phone, "+81 72-958-1111")]);
    check(
        "https://example.lg.jp/a?b=1。a.b@example.jp",
        &[
            (Url, "https://example.lg.jp/a?b=1"),
            (Email, "a.b@example.jp"),
        ],
    );
    check(
        "予約H7K3-M9QX、受付K-1001、整理券A012",
        &[(Code, "H7K3-M9QX"), (Code, "K-1001"), (Code, "A012")],
    );
    check(
        "羽曳野市の市役所本館か支所へ",
        &[(Place, "羽曳野市"), (Place, "市役所本館"), (Place, "支所")],
    );
    check(
        "山田様とNguyen Thi Lan さん、グエン・ランさん",
        &[
            (Person, "山田"),
            (Person, "Nguyen Thi Lan"),
            (Person, "グエン・ラン"),
        ],
    );
    check(
        "「交付通知書」をお持ちください",
        &[(Term, "「交付通知書」")],
    );
    check("番号●●●●は消しました", &[(Mask, "●●●●")]);
    check(
        "〒583-8585 誉田4丁目1番1号",
        &[
            (Number, "583-8585"),
            (Number, "4"),
            (Number, "1"),
            (Number, "1"),
        ],
    );
}

#[test]
fn words_are_no_values() {
    for text in [
        "一度お越しください。もう十分です",
        "お客様の様子を見て、皆様にお知らせします",
        "一時停止の手続きが一番です",
        "My Number Card",
        "仕様は同様です",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn dates_are_known_only_where_they_are_sure() {
    let moment = |text: &str| staff(text).values[0].moment;
    let day = |m: u32, d: u32, year: i32| NaiveDate::from_ymd_opt(year, m, d);
    let of = |text: &str| match moment(text).and_then(|moment| moment.day) {
        Some(Day::On(day)) => Some(day),
        _ => None,
    };
    assert_eq!(of("12月5日"), day(12, 5, 2026));
    assert_eq!(of("1月8日"), day(1, 8, 2027), "the next one");
    assert_eq!(of("11月25日"), day(11, 25, 2026), "last week");
    assert_eq!(of("6月10日（木）"), day(6, 10, 2027));
    assert_eq!(of("令和9年1月8日（金）"), day(1, 8, 2027));
    assert_eq!(of("12月5日（月）"), None, "the weekday is another one");
    assert_eq!(of("2月30日"), None);
    assert_eq!(of("12月"), None);
    let december = Some(Day::Month(None, 12));
    assert_eq!(moment("12月").and_then(|moment| moment.day), december);
    let half_past_two = Some(Clock::At(NaiveTime::from_hms_opt(14, 30, 0).unwrap()));
    assert_eq!(moment("午後2時半").and_then(|m| m.time), half_past_two);
    let citizen = protect("12/5 10:30", Known::default(), Author::Citizen);
    assert_eq!(citizen.values[0].moment, None, "May or December");
}

#[test]
fn placeholders_survive_what_engines_do_to_them() {
    let source = staff("12月5日に3番へ");
    assert_eq!(source.text, "[X1X]に[X2X]番へ");
    for damaged in [
        "Counter [X2X], [X1X].",
        "Counter [ X2X ], [x1x].",
        "Counter ［Ｘ２Ｘ］, X1X.",
        "Counter [X 2 X], [х1х].",
        "Counter (X२X), [X၁X].",
    ] {
        let whole = source.restore(damaged, |_| None);
        assert_eq!(whole, "Counter 3, 12月5日.", "{damaged}");
        assert_eq!(
            compare_there(&source, damaged, Language::En),
            [],
            "{damaged}"
        );
    }
    for gone in ["Counter [2], [1].", "Counter BX2X, X1X2.", "Counter, day."] {
        assert!(
            !compare_there(&source, gone, Language::En).is_empty(),
            "{gone}"
        );
    }
    // Who writes a placeholder gets their own words back.
    let odd = staff("[X1X]と[X9X]は3番");
    assert_eq!(odd.restore(&odd.text, |_| None), "[X1X]と[X9X]は3番");
}

#[test]
fn dates_are_written_as_the_reader_writes_them() {
    let source = staff("12月5日10時に");
    let text = source.restore("vào [X1X]", |value| {
        let moment = value.moment?;
        let (Day::On(day), Clock::At(time)) = (moment.day?, moment.time?) else {
            return None;
        };
        Some(format!(
            "{}:00 ngày {}/{}",
            time.hour(),
            day.day(),
            day.month()
        ))
    });
    assert_eq!(text, "vào 10:00 ngày 5/12");
}

#[track_caller]
fn differs(source: &str, translated: &str, back: &str) -> Vec<Difference> {
    let source = staff(source);
    compare(&source, translated, back, Language::Ja, Language::En)
}

#[test]
fn whatever_counts_is_compared() {
    use Leg::{Back, There};
    let text = "9時から17時まで、3番窓口です";
    let sound = "From [X1X] to [X2X], counter [X3X].";
    let back = "[X1X]から[X2X]まで、カウンター[X3X]です。";
    assert_eq!(differs(text, sound, back), []);
    // Grammars may move a counter before a time, but not 5 o'clock before 9.
    let moved = "Counter [X3X], from [X1X] to [X2X].";
    assert_eq!(differs(text, moved, back), []);
    let swapped = "From [X2X] to [X1X], counter [X3X].";
    let value = "9時".to_owned();
    assert_eq!(
        differs(text, swapped, back),
        [Difference::Moved { leg: There, value }]
    );
    let value = "3".to_owned();
    assert_eq!(
        differs(text, "From [X1X] to [X2X].", back),
        [Difference::Lost {
            leg: There,
            value: value.clone()
        }]
    );
    let twice = "From [X1X] to [X2X], counter [X3X] [X3X].";
    assert_eq!(
        differs(text, twice, back),
        [Difference::Doubled {
            leg: There,
            value: value.clone()
        }]
    );
    let number = "5".to_owned();
    assert_eq!(
        differs(text, "From [X1X] to [X2X], counter [X3X], floor ５.", back),
        [Difference::Added { leg: There, number }]
    );
    let number = "2".to_owned();
    assert_eq!(
        differs(text, sound, "[X1X]から[X2X]まで、[X3X]番と२番"),
        [Difference::Added { leg: Back, number }]
    );
    assert!(!differs(text, sound, "カウンター[X3X]は[X1X]から[X2X]まで").is_empty());
    assert_eq!(
        differs(text, " ", ""),
        [
            Difference::Empty { leg: There },
            Difference::Empty { leg: Back }
        ]
    );
}

#[test]
fn other_languages_and_ramblings_are_seen() {
    use Leg::There;
    let text = "9時から17時まで、3番窓口です";
    let sound = "From [X1X] to [X2X], counter [X3X].";
    let back = "[X1X]から[X2X]まで、カウンター[X3X]です。";
    let japanese = "[X1X]から[X2X]まで、[X3X]番";
    assert_eq!(
        differs(text, japanese, back),
        [Difference::Language { leg: There }]
    );
    let long = format!("{sound} {}", "please ".repeat(60));
    assert_eq!(
        differs(text, &long, back),
        [Difference::Length { leg: There }]
    );
    // A number in kanji that was left alone may come back as a figure, but no other one.
    assert_eq!(
        differs(
            "一度お電話ください",
            "Call us 1 time.",
            "一度電話してください。"
        ),
        []
    );
    assert_eq!(
        differs(
            "一度お電話ください",
            "Call us 2 times.",
            "一度電話してください。"
        )
        .len(),
        1
    );
}

#[test]
fn another_language_is_noticed_by_its_script() {
    let source = staff("3番窓口へお越しください");
    let found = |text: &str, to: Language| compare_there(&source, text, to);
    let wrong = [Difference::Language { leg: Leg::There }];
    assert_eq!(found("काउन्टर [X1X] मा आउनुहोस्।", Language::Ne), []);
    assert_eq!(found("Please come to counter [X1X].", Language::Ne), wrong);
    assert_eq!(found("[X1X]번 창구로 오세요.", Language::Ko), []);
    assert_eq!(found("请到[X1X]号窗口。", Language::ZhHans), []);
    assert_eq!(found("请到[X1X]号窗口。", Language::Ko), wrong);
    assert_eq!(found("Đến quầy [X1X] 窓口.", Language::Vi), wrong);
}

/// Texts with much of what is protected in them.
fn texts() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("12月5日".to_owned()),
        Just("10時30分".to_owned()),
        Just("「通知カード」".to_owned()),
        Just("山田様".to_owned()),
        Just("●●●●".to_owned()),
        Just("[X1X]".to_owned()),
        Just("K-1001".to_owned()),
        Just("三番".to_owned()),
        Just("来週の火曜日の午後".to_owned()),
        Just("明日".to_owned()),
        Just("来週".to_owned()),
        Just("午後2時から4時".to_owned()),
        Just("担当の佐藤".to_owned()),
        Just("月・水".to_owned()),
        "[0-9０-９၀-၉]{1,5}",
        "[ -~]{0,6}",
        "\\PC{0,4}",
        "[ぁ-んァ-ン一-三]{0,5}",
    ];
    prop::collection::vec(part, 0..10).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_that_counts_leaves_and_all_of_it_comes_back(text in texts()) {
        let source = staff(&text);
        prop_assert_eq!(source.restore(&source.text, |_| None), text.trim());
        let marks = mark::marks(&source.text);
        prop_assert_eq!(marks.len(), source.values.len());
        let mut rest = source.text.clone();
        for mark in marks.iter().rev() {
            rest.replace_range(mark.start..mark.end, " ");
        }
        prop_assert!(!rest.contains(figures::is_figure), "{}", rest);
    }

    #[test]
    fn any_changed_number_is_seen(n in 0u32..100_000, other in 0u32..100_000) {
        let source = staff(&format!("番号{n}番へ来てください"));
        let sound = "Please come to number [X1X].";
        let back = "[X1X]番に来てください";
        prop_assert_eq!(compare(&source, sound, back, Language::Ja, Language::En), []);
        let changed = format!("Please come to number {other}.");
        prop_assert!(!compare(&source, &changed, back, Language::Ja, Language::En).is_empty());
        let more = format!("{sound} {other}");
        prop_assert!(!compare(&source, &more, back, Language::Ja, Language::En).is_empty());
    }

    #[test]
    fn reading_marks_never_fails(text in "\\PC{0,40}") {
        let source = staff("3番と5番");
        let _ = source.restore(&text, |_| None);
        let found = compare_there(&source, &text, Language::En);
        prop_assert!(!found.is_empty() || text.contains('1') || text.contains(|c| figures::digit(c).is_some()));
    }
}
