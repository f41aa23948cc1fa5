//! Days, names and numbers that are written in words.

use super::tests::{check, staff};
use super::*;
use crate::desk::language::Language;
use Kind::{Date, Money, Number, Person, Time};
use Weekday::{Fri, Mon, Tue, Wed};

/// Today is Tuesday, 1 December 2026.
fn day(month: u32, day: u32) -> Day {
    let year = if month < 6 { 2027 } else { 2026 };
    Day::On(NaiveDate::from_ymd_opt(year, month, day).unwrap())
}

fn at(hour: u32, minute: u32) -> Option<Clock> {
    NaiveTime::from_hms_opt(hour, minute, 0).map(Clock::At)
}

#[track_caller]
fn means(text: &str, expected: &[(&str, Option<Day>, Option<Clock>)]) {
    let source = staff(text);
    let found: Vec<_> = source
        .values
        .iter()
        .map(|value| {
            let moment = value.moment.unwrap_or_default();
            (value.text.as_str(), moment.day, moment.time)
        })
        .collect();
    assert_eq!(found, expected, "{text}");
    assert_eq!(source.faults, [], "{text}");
}

#[test]
fn days_told_from_today_are_days_of_the_calendar() {
    let part = |part: Part| Some(Clock::Part(part));
    means(
        "来週の火曜日の午後にお越しください",
        &[(
            "来週の火曜日の午後",
            Some(day(12, 8)),
            part(Part::Afternoon),
        )],
    );
    means(
        "明日の午前中か、明後日10時に",
        &[
            ("明日の午前中", Some(day(12, 2)), part(Part::Morning)),
            ("明後日10時", Some(day(12, 3)), at(10, 0)),
        ],
    );
    means("あさってまで", &[("あさって", Some(day(12, 3)), None)]);
    means("書類はあす届きます", &[("あす", Some(day(12, 2)), None)]);
    means("であすか、べんきょうの、まであすな", &[]);
    means("では、あすは", &[("あす", Some(day(12, 2)), None)]);
    means("昨日お電話しました", &[("昨日", Some(day(11, 30)), None)]);
    means("本日中に", &[("本日", Some(day(12, 1)), None)]);
    means(
        "今日の夕方",
        &[("今日の夕方", Some(day(12, 1)), part(Part::Dusk))],
    );
    means("今夜は", &[("今夜", Some(day(12, 1)), part(Part::Evening))]);
    means("明日（水）", &[("明日（水）", Some(day(12, 2)), None)]);
    means("今週の金曜", &[("今週の金曜", Some(day(12, 4)), None)]);
    means(
        "来週金曜の正午",
        &[("来週金曜の正午", Some(day(12, 11)), at(12, 0))],
    );
    means(
        "来月5日（火）に",
        &[("来月5日（火）", Some(day(1, 5)), None)],
    );
    means("来年1月8日", &[("来年1月8日", Some(day(1, 8)), None)]);
    let january = Some(Day::Month(Some(2027), 1));
    means("来月から", &[("来月", january, None)]);
    means(
        "12月5日の朝",
        &[("12月5日の朝", Some(day(12, 5)), part(Part::Morning))],
    );
    means("明日の昼休み", &[("明日", Some(day(12, 2)), None)]);
}

#[test]
fn weekdays_are_values() {
    let on = |text: &'static str, weekday: Weekday| (text, Some(Day::Weekday(weekday)), None);
    means("月曜日はお休みです", &[on("月曜日", Mon)]);
    means(
        "毎週火曜と、かようび",
        &[on("火曜", Tue), on("かようび", Tue)],
    );
    means("月〜金です", &[on("月", Mon), on("金", Fri)]);
    means(
        "月・水・金です",
        &[on("月", Mon), on("水", Wed), on("金", Fri)],
    );
    means("毎週（水）", &[on("水", Wed)]);
    let weekend = ("土日", Some(Day::Weekend), None);
    means("土日祝はお休みです", &[weekend]);
    let second = ("2", None, None);
    means("第2月曜日", &[second, on("月曜日", Mon)]);
    let afternoon = Some(Clock::Part(Part::Afternoon));
    means(
        "火曜日の午後",
        &[("火曜日の午後", Some(Day::Weekday(Tue)), afternoon)],
    );
    means("午後は混みます", &[("午後", None, afternoon)]);
    check("午後は混みます", &[(Time, "午後")]);
    check("火曜日", &[(Date, "火曜日")]);
}

#[test]
fn hours_stay_in_their_half_of_the_day() {
    means(
        "午後2時から4時まで",
        &[("午後2時", None, at(14, 0)), ("4時", None, at(16, 0))],
    );
    means(
        "午前9時から午後3時",
        &[("午前9時", None, at(9, 0)), ("午後3時", None, at(15, 0))],
    );
    means(
        "9時から17時",
        &[("9時", None, at(9, 0)), ("17時", None, at(17, 0))],
    );
    means(
        "明日の午後1時か2時半に、10時でも",
        &[
            ("明日の午後1時", Some(day(12, 2)), at(13, 0)),
            ("2時半", None, at(14, 30)),
            ("10時", None, at(10, 0)),
        ],
    );
}

#[test]
fn what_no_calendar_settles_does_not_leave() {
    for (text, word) in [
        ("来週お越しください", "来週"),
        ("来週の日曜日に", "来週"),
        ("再来週以降", "再来週"),
        ("今週中に", "今週"),
        ("週末に", "週末"),
        ("12月末まで", "月末"),
        ("来月末まで", "来月"),
        ("12月下旬に", "下旬"),
        ("年末年始はお休みです", "年末年始"),
        ("来年度から", "来年度"),
        ("来年お越しください", "来年"),
        ("今度の火曜日に", "今度の"),
        ("明日の月曜日", "明日"),
    ] {
        assert_eq!(staff(text).faults, [Fault::Vague(word)], "{text}");
    }
    for text in ["12月5日（月）", "令和8年12月5日（日）10時"] {
        assert_eq!(staff(text).faults, [Fault::OtherWeekday], "{text}");
    }
    // On a Sunday next week is tomorrow for some and a week ahead for others.
    let today = NaiveDate::from_ymd_opt(2026, 12, 6).unwrap();
    let sunday = protect("来週の火曜日", Known::default(), Author::Staff { today });
    assert_eq!(sunday.faults, [Fault::Vague("来週")]);
    for text in [
        "年末調整の書類",
        "明日香村から",
        "「来週」と書いてあります",
        "生年月日",
        "年・月・日を書いてください",
        "一度、べんきょうしたい方",
        "日曜大工",
        "毎日開いています",
        "1日から3日かかります",
        "朝鮮の方",
    ] {
        let source = staff(text);
        assert_eq!(source.faults, [], "{text}");
        let moment = source.values.iter().find(|value| value.moment.is_some());
        assert_eq!(moment, None, "{text}");
    }
}

#[test]
fn people_are_found_without_an_address() {
    check("担当の佐藤が承ります", &[(Person, "佐藤")]);
    check("佐藤まで", &[(Person, "佐藤")]);
    check("市民課の山﨑係長です", &[(Person, "山﨑")]);
    check("担当者：鈴木", &[(Person, "鈴木")]);
    check("担当は五百旗頭です", &[(Person, "五百旗頭")]);
    check("担当のグエンが", &[(Person, "グエン")]);
    check("窓口の高橋花子へ", &[(Person, "高橋花子")]);
    // Who is on the roster, under any part of the name; a place of work is nobody.
    check("麻野が、花子と", &[(Person, "麻野"), (Person, "花子")]);
    check("佐藤さんと田中様", &[(Person, "佐藤"), (Person, "田中")]);
    for text in [
        "担当の職員が",
        "担当の課へ",
        "担当のスタッフが",
        "窓口の混雑が",
        "係の者が",
        "総合窓口へ",
        "担当が不在です",
        "窓口の受付は",
    ] {
        check(text, &[]);
    }
}

#[test]
fn numbers_in_kanji_are_values_where_they_count() {
    check("三十分と二人", &[(Number, "三十"), (Number, "二")]);
    check("十分ほどお待ちください", &[(Number, "十")]);
    check("もう十分です", &[]);
    check("二万五千円です", &[(Money, "二万五千円")]);
    check("三か所と二世帯", &[(Number, "三"), (Number, "二")]);
    check("一部の方", &[]);
}

#[track_caller]
fn differs(source: &str, translated: &str, back: &str) -> Vec<Difference> {
    compare(&staff(source), translated, back, Language::Ja, Language::En)
}

#[test]
fn a_changed_day_or_name_is_seen() {
    let text = "来週の火曜日の午後、担当の佐藤まで";
    assert_eq!(staff(text).text, "[X1X]、担当の[X2X]まで");
    let sound = "[X1X], to [X2X] in charge.";
    assert_eq!(differs(text, sound, "[X1X]、担当の[X2X]へ"), []);
    let lost = |value: &str, leg: Leg| Difference::Lost {
        leg,
        value: value.to_owned(),
    };
    let (there, back) = (Leg::There, Leg::Back);
    let day = "来週の火曜日の午後";
    let found = differs(
        text,
        "Wednesday next week, to [X2X] in charge.",
        "来週の水曜日、担当の[X2X]へ",
    );
    let word = "来週の水曜日".to_owned();
    let said = Difference::Day { leg: back, word };
    assert_eq!(found, [lost(day, there), lost(day, back), said]);
    let found = differs(text, "[X1X], to Mr Kato.", "[X1X]、担当の加藤へ");
    assert_eq!(found, [lost("佐藤", there), lost("佐藤", back)]);
    // The day is kept, and another one is said beside it.
    let found = differs(
        text,
        "[X1X], Wednesday, to [X2X].",
        "[X1X]、水曜日、[X2X]へ",
    );
    let word = "水曜日".to_owned();
    assert_eq!(found, [Difference::Day { leg: back, word }]);
    // "Hello" comes back as 「今日は」 for some engines.
    assert_eq!(differs(text, sound, "今日は、[X1X]、担当の[X2X]へ"), []);
}

#[test]
fn loose_numbers_are_compared_both_ways() {
    let lost = |value: &str| Difference::Lost {
        leg: Leg::Back,
        value: value.to_owned(),
    };
    let text = "書類は三種の中から選びます";
    assert_eq!(
        differs(text, "Choose from the three kinds.", "三種から選びます"),
        []
    );
    assert_eq!(
        differs(text, "Choose from the 3 kinds.", "3種類から選びます"),
        []
    );
    let gone = differs(text, "Choose from the kinds.", "種類から選びます");
    assert_eq!(gone, [lost("三種の".trim_end_matches('の'))]);
    let found = differs(text, "Choose from the four kinds.", "四種類から選びます");
    let number = "四種類".to_owned();
    let added = Difference::Added {
        leg: Leg::Back,
        number,
    };
    assert_eq!(found, [added, lost("三種")]);
    // Words are no numbers.
    let text = "ご一緒に、もう一度。十分です";
    assert_eq!(
        differs(text, "Together, again. Enough.", "共に、再び。足ります"),
        []
    );
}
