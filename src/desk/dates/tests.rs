//! What is read from Japanese, and what holds for every text.

use chrono::{Datelike, NaiveDate, TimeDelta, Timelike, Weekday};
use proptest::prelude::*;

use super::{DayWish, TimeWish, Vocabulary, kanji_number, read_when};
use crate::desk::language::Language;

/// The Tuesday on which all examples are spoken.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 1).unwrap()
}

/// A wish the short way it is written in the tables: `12-05 10:00`, `12-07..12-13 -`, `soon -`, `! -`.
pub fn show(text: &str, language: Language) -> String {
    read_when(text, today(), language, &Vocabulary::default()).short(2026)
}

/// Checks a table of texts against what they mean, and reports every line that is wrong.
pub fn check(language: Language, table: &[(&str, &str)]) {
    let read = |text: &&str| show(text, language);
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, meaning)| read(text) != *meaning)
        .map(|(text, meaning)| format!("{text}: {} instead of {meaning}", read(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn days_counted_from_today_in_japanese() {
    check(
        Language::Ja,
        &[
            ("今日", "12-01 -"),
            ("本日お願いします", "12-01 -"),
            ("きょう行きたいです", "12-01 -"),
            ("明日行けますか", "12-02 -"),
            ("あした", "12-02 -"),
            ("あす", "12-02 -"),
            ("みょうにち", "12-02 -"),
            ("明後日でお願いします", "12-03 -"),
            ("あさって", "12-03 -"),
            ("しあさって", "12-04 -"),
            ("明々後日", "12-04 -"),
            ("3日後", "12-04 -"),
            ("三日後に行きます", "12-04 -"),
            ("１０日後", "12-11 -"),
            ("一週間後", "12-08 -"),
            ("2週間後の午前", "12-15 ..12:00"),
            ("1か月後", "2027-01-01 -"),
            ("一ヶ月後", "2027-01-01 -"),
            ("3日以内に", "12-01..12-04 -"),
            ("明日（あした）の 10時（じゅうじ）", "12-02 10:00"),
            ("明日じゃなくて明後日", "12-03 -"),
            ("今日か明日", "12-01 -"),
            ("今夜", "12-01 18:00.."),
        ],
    );
}

#[test]
fn weeks_and_weekdays_in_japanese() {
    check(
        Language::Ja,
        &[
            ("来週の火曜", "12-08 -"),
            ("来週の火曜日でお願いします", "12-08 -"),
            ("来週(火)", "12-08 -"),
            ("来週（火）", "12-08 -"),
            ("来週火よう", "12-08 -"),
            ("来週の金に", "12-11 -"),
            ("来週", "12-07..12-13 -"),
            ("来週なら火曜か水曜がいいです", "12-08 -"),
            ("来週後半", "12-10..12-13 -"),
            ("来週末", "12-12..12-13 -"),
            ("らいしゅうの かようび", "12-08 -"),
            ("らいしゅうの　かようびの　ごご", "12-08 12:00.."),
            ("再来週の月曜", "12-14 -"),
            ("さらいしゅうの もくようび", "12-17 -"),
            ("今週", "12-01..12-06 -"),
            ("今週の金曜の午前中", "12-04 ..12:00"),
            ("今週の火曜", "12-01 -"),
            ("今週の月曜", "11-30 -"),
            ("火曜", "12-08 -"),
            ("今度の火曜", "12-08 -"),
            ("次の水曜日", "12-02 -"),
            ("月曜日", "12-07 -"),
            ("日曜に行けますか", "12-06 -"),
            ("げつようび", "12-07 -"),
            ("週末", "12-05..12-06 -"),
            ("土日はやってますか", "12-05..12-06 -"),
            ("週明けに", "12-07 -"),
            ("金曜まで", "12-01..12-04 -"),
            ("月曜から水曜", "12-07..12-09 -"),
            ("12月7日の週", "12-07..12-13 -"),
            ("12月の火曜日", "12-08 -"),
            ("火曜の予約を水曜に変更したい", "12-02 -"),
            ("12月7日10時の予約を8日の11時に変更", "12-08 11:00"),
            ("12月7日の予約をお願いします。住所変更です", "12-07 -"),
            ("月曜から水曜に変更", "12-02 -"),
            ("金曜日の午後に変更したい", "12-04 12:00.."),
            ("金曜日の10時から14時に変更したい", "12-04 14:00"),
            ("火曜以外なら水曜", "12-02 -"),
            ("先週の火曜に行きました", "- -"),
            ("毎週火曜は休みですか", "- -"),
            ("第2火曜日", "12-08 -"),
            ("来月の第2火曜日", "2027-01-12 -"),
        ],
    );
}

#[test]
fn dates_in_japanese() {
    check(
        Language::Ja,
        &[
            ("12月5日", "12-05 -"),
            ("１２月５日（土）", "12-05 -"),
            ("12月 5日（いつか）", "12-05 -"),
            ("12/5", "12-05 -"),
            ("１２／５", "12-05 -"),
            ("12-5", "12-05 -"),
            ("12/5日曜", "12-05 -"),
            ("2026/12/5", "12-05 -"),
            ("2026-12-05", "12-05 -"),
            ("2026年12月5日", "12-05 -"),
            ("令和8年12月5日", "12-05 -"),
            ("令和八年十二月五日", "12-05 -"),
            ("R8.12.5", "12-05 -"),
            ("Ｒ８．１２．５", "12-05 -"),
            ("R8年12月5日", "12-05 -"),
            ("二〇二六年十二月五日", "12-05 -"),
            ("十二月五日", "12-05 -"),
            ("十二月二十四日の三時", "12-24 15:00"),
            ("12がつ5にち", "12-05 -"),
            ("5日", "12-05 -"),
            ("5日でお願いします", "12-05 -"),
            ("二十日の午後", "12-20 12:00.."),
            ("1日", "12-01 -"),
            ("31日", "12-31 -"),
            ("来月5日", "2027-01-05 -"),
            ("来月の、えっと、5日", "2027-01-05 -"),
            ("来年の1月7日", "2027-01-07 -"),
            ("1月7日", "2027-01-07 -"),
            ("11月30日", "2027-11-30 -"),
            ("2月30日", "! -"),
            ("13/45", "! -"),
            ("13月5日", "! -"),
            ("2026年2月29日", "! -"),
            ("2月29日", "2028-02-29 -"),
            ("2026/11/5", "11-05 -"),
            ("月末", "12-25..12-31 -"),
            ("今月末までに", "12-01..12-31 -"),
            ("来月初め", "2027-01-01..2027-01-07 -"),
            ("12月上旬", "12-01..12-10 -"),
            ("12月中旬", "12-11..12-20 -"),
            ("十二月下旬", "12-21..12-31 -"),
            ("来月", "2027-01-01..2027-01-31 -"),
            ("今月", "12-01..12-31 -"),
            ("1月に行きたい", "2027-01-01..2027-01-31 -"),
            ("12月5日から10日", "12-05..12-10 -"),
            ("12/5〜12/10", "12-05..12-10 -"),
            ("12/5-12/10", "12-05..12-10 -"),
            ("12月7日(月)から10日(木)まで", "12-07..12-10 -"),
            ("12月5日まで", "12-01..12-05 -"),
            ("12月5日以降", "12-05..2027-01-01 -"),
        ],
    );
}

#[test]
fn soonest_in_japanese() {
    check(
        Language::Ja,
        &[
            ("一番早い日", "soon -"),
            ("いちばん早い日でお願いします", "soon -"),
            ("いちばん　はやい　ひ", "soon -"),
            ("なるべく早く", "soon -"),
            ("最短で", "soon -"),
            ("一日も早く", "soon -"),
            ("来週のなるべく早い日", "12-07..12-13 -"),
            ("最短何日でできますか", "- -"),
        ],
    );
}

#[test]
fn times_in_japanese() {
    check(
        Language::Ja,
        &[
            ("10時", "- 10:00"),
            ("10時半", "- 10:30"),
            ("10:30", "- 10:30"),
            ("１０：３０", "- 10:30"),
            ("10じはん", "- 10:30"),
            ("10じ30ぷん", "- 10:30"),
            ("十時半", "- 10:30"),
            ("十時十五分", "- 10:15"),
            ("10時15分前", "- 09:45"),
            ("午前10時", "- 10:00"),
            ("午後2時", "- 14:00"),
            ("ごご 2じ", "- 14:00"),
            ("午後の2時半", "- 14:30"),
            ("2時", "- 14:00"),
            ("9時", "- 09:00"),
            ("夕方5時", "- 17:00"),
            ("夕方", "- 16:00..18:00"),
            ("朝", "- ..11:00"),
            ("朝9時", "- 09:00"),
            ("昼", "- 11:00..14:00"),
            ("お昼", "- 11:00..14:00"),
            ("午前", "- ..12:00"),
            ("午前中", "- ..12:00"),
            ("午後", "- 12:00.."),
            ("朝一", "- ..10:00"),
            ("朝いち", "- ..10:00"),
            ("昼から", "- 12:00.."),
            ("3時以降", "- 15:00.."),
            ("3時より後", "- 15:00.."),
            ("4時まで", "- ..16:00"),
            ("3時ごろ", "- 15:00"),
            ("3時頃から", "- 15:00"),
            ("10時から12時", "- 10:00..12:00"),
            ("10時〜12時", "- 10:00..12:00"),
            ("10-12時", "- 10:00..12:00"),
            ("10~12時", "- 10:00..12:00"),
            ("10:00-12:00", "- 10:00..12:00"),
            ("午後2時から4時", "- 14:00..16:00"),
            ("午前10時から午後2時まで", "- 10:00..14:00"),
            ("5時から7時", "- 17:00..19:00"),
            ("14時台", "- 14:00..15:00"),
            ("正午", "- 12:00"),
            ("25時", "- !"),
            ("14:75", "- !"),
            ("午前は無理、午後で", "- 12:00.."),
            ("午後、できれば3時", "- 15:00"),
            ("下午2時", "- 14:00"),
        ],
    );
}

#[test]
fn days_with_times_in_japanese() {
    check(
        Language::Ja,
        &[
            ("来週の火曜の午後3時でお願いします", "12-08 15:00"),
            ("12/5 10:30", "12-05 10:30"),
            ("12/5の10時から12時", "12-05 10:00..12:00"),
            ("2026-12-05T10:30", "12-05 10:30"),
            ("明日の朝一で", "12-02 ..10:00"),
            ("あしたの あさ 9じ", "12-02 09:00"),
            ("えっと明日の3時くらいに予約したいんですけど", "12-02 15:00"),
            ("12月5日10時半", "12-05 10:30"),
            ("next Tuesday 2pm", "12-08 14:00"),
            ("明日 2pm", "12-02 14:00"),
        ],
    );
    check(
        Language::Easy,
        &[("12月 7日（なのか） 午後（ごご） 2時（にじ）", "12-07 14:00")],
    );
    check(
        Language::ZhHant,
        &[("12月5日 上午10時", "12-05 10:00"), ("12月5號", "12-05 -")],
    );
}

/// What speaks of numbers and days, but of no wish to come.
#[rustfmt::skip]
const NO_WISHES: [&str; 78] = [
    "予約番号はH7K3-M9QXです", "K-4827", "0120-95-0178", "090-1234-5678に電話して", "15歳です",
    "15歳未満の子ども", "2種類", "3人", "1点", "200円", "4桁の暗証番号", "10年", "10年有効ですか", "3か月",
    "3ヶ月かかりますか", "第2", "1階", "2回", "料金はいくらですか", "土", "日", "日本", "在留期間", "誕生日",
    "毎日", "何日かかりますか", "何時までですか", "3", "１０", "二", "3つ", "一番", "一時帰国", "一時的に",
    "二日酔い", "3日間かかりますか", "5日前に申請しました", "3時間", "24時間", "2-3日かかる", "2-5-3番地",
    "1990年5月5日生まれ", "昭和50年5月5日生まれ", "平成2年3月", "昨日", "生年月日は1985年3月10日です",
    "60年3月10日", "十日町", "2月に生まれた子", "東京に住んでいます", "きょうと", "べんきょう", "きょうだい",
    "カードの種類", "通知カード", "暗証番号を5回間違えた", "朝鮮", "昼夜", "水道料金", "木村です", "金森です", "日程",
    "100-0001", "12-34", "有効期限は10年", "5年で更新", "二十歳になりました", "マイナンバーカードの更新", "お金",
    "よるところ", "千円", "一日中", "月額", "2026", "12345678", "1:1", "3.5", "",
];

#[test]
fn no_day_and_no_time_in_japanese() {
    let table: Vec<(&str, &str)> = NO_WISHES.into_iter().map(|text| (text, "- -")).collect();
    check(Language::Ja, &table);
}

#[test]
fn numbers_in_kanji() {
    let table = [
        ("五", Some(5)),
        ("十", Some(10)),
        ("十二", Some(12)),
        ("二十四", Some(24)),
        ("二〇二六", Some(2026)),
        ("百五", Some(105)),
        ("千九百九十", Some(1990)),
        ("", None),
        ("土", None),
        ("12", None),
        ("十二三", None),
        ("九九九九九九九九九九九九", None),
    ];
    for (text, number) in table {
        assert_eq!(kanji_number(text), number, "{text}");
    }
}

fn kanji(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let tens = match number / 10 {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", DIGITS[tens as usize]),
    };
    format!("{tens}{}", DIGITS[(number % 10) as usize])
}

/// Every way in which a date may be written, with the language it is read in.
fn written(day: NaiveDate) -> Vec<(String, Language)> {
    let (y, m, d) = (day.year(), day.month(), day.day());
    let era = y - 2018;
    let weekday =
        ["月", "火", "水", "木", "金", "土", "日"][day.weekday().num_days_from_monday() as usize];
    let (long, short) = (day.format("%B"), day.format("%b"));
    let ja = [
        format!("{m}月{d}日"),
        format!("{m}/{d}"),
        format!("{m}-{d}"),
        format!("{y}/{m}/{d}"),
        format!("{y}-{m}-{d}"),
        format!("{y}年{m}月{d}日"),
        format!("令和{era}年{m}月{d}日"),
        format!("R{era}.{m}.{d}"),
        format!("{}月{}日", kanji(m), kanji(d)),
        format!("{m}月{d}日({weekday})の午後"),
    ];
    let en = [
        format!("{long} {d}"),
        format!("{short} {d}, {y}"),
        format!("{d} {long} {y}"),
        format!("{d}th of {short}"),
        format!("{}", day.format("%Y-%m-%d")),
        format!("{m}/{d}/{y}"),
        format!("on {m}/{d} at 3"),
    ];
    let vi = [
        format!("ngày {d}/{m}"),
        format!("{d}/{m}/{y}"),
        format!("{d}-{m}-{y}"),
        format!("{y}-{m}-{d}"),
    ];
    let tag = |texts: Vec<String>, language| texts.into_iter().map(move |text| (text, language));
    tag(ja.into(), Language::Ja)
        .chain(tag(en.into(), Language::En))
        .chain(tag(vi.into(), Language::Vi))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_written_date_is_read_back(ahead in 0_i64..365) {
        let day = today() + TimeDelta::days(ahead);
        for (text, language) in written(day) {
            let when = read_when(&text, today(), language, &Vocabulary::default());
            prop_assert_eq!(when.day, Some(DayWish::On(day)), "{}", text);
        }
    }

    #[test]
    fn every_written_time_is_read_back(hour in 7_u32..=18, minute in 0_u32..60) {
        let time = chrono::NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        let (twelve, half, word) = match time.hour12() {
            (true, hour) => (hour, "pm", "午後"),
            (false, hour) => (hour, "am", "午前"),
        };
        let texts = [
            format!("{hour}:{minute:02}"), format!("{hour}時{minute}分"), format!("{word}{twelve}時{minute}分"),
            format!("{twelve}:{minute:02}{half}"), format!("{twelve}:{minute:02} {half}"),
            format!("{}時{minute}分", kanji(hour)),
        ];
        for text in texts {
            for language in [Language::Ja, Language::En] {
                let when = read_when(&text, today(), language, &Vocabulary::default());
                prop_assert_eq!(when.time, Some(TimeWish::At(time)), "{}", text);
            }
        }
    }

    #[test]
    fn no_text_is_too_strange(text in any::<String>(), days in -3_000_000_i64..3_000_000) {
        let day = today().checked_add_signed(TimeDelta::days(days)).unwrap_or(NaiveDate::MAX);
        for language in Language::ALL {
            for day in [today(), day, NaiveDate::MIN, NaiveDate::MAX] {
                let _ = read_when(&text, day, language, &Vocabulary::default());
            }
        }
    }

    #[test]
    fn no_heap_of_words_is_too_strange(places in proptest::collection::vec(0..PIECES.len(), 0..9)) {
        let text: String = places.into_iter().map(|place| PIECES[place]).collect();
        for language in Language::ALL {
            for day in [today(), NaiveDate::MIN, NaiveDate::MAX] {
                let when = read_when(&text, day, language, &Vocabulary::default());
                if let Some(DayWish::Between(first, last)) = when.day {
                    prop_assert!(first <= last, "{}", text);
                }
                if let Some(TimeWish::Between(from, to)) = when.time {
                    prop_assert!(from < to, "{}", text);
                }
            }
        }
    }

    #[test]
    fn a_weekday_is_never_today(days in 0_i64..14) {
        let day = today() + TimeDelta::days(days);
        let when = read_when("火曜", day, Language::Ja, &Vocabulary::default());
        let Some(DayWish::On(found)) = when.day else { panic!("no day") };
        prop_assert!(found > day && found.weekday() == Weekday::Tue && found - day <= TimeDelta::days(7));
    }
}

/// Pieces of texts about time, to be put together at random.
const PIECES: [&str; 64] = [
    "12",
    "5",
    "0",
    "99",
    "9999",
    "/",
    "-",
    ".",
    ":",
    "〜",
    "月",
    "日",
    "年",
    "時",
    "半",
    "分",
    "(",
    ")",
    "火",
    "曜",
    "の",
    "から",
    "まで",
    "以降",
    "来週",
    "来月",
    "令和",
    "R",
    "昭和",
    "午後",
    "朝",
    "十",
    "〇",
    "千",
    "第",
    "後",
    "週間",
    "末",
    " ",
    "\n",
    "next ",
    "week ",
    "month ",
    "tue ",
    "may ",
    "dec ",
    "in ",
    "days ",
    "later ",
    "from ",
    "between ",
    "and ",
    "to ",
    "pm",
    "am",
    "th",
    "t",
    "half past ",
    "quarter to ",
    "one ",
    "end of ",
    "the ",
    "last ",
    "あす",
];
