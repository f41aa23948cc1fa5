//! The words of the Japanese grammar of days. Where one begins like another, the longer one comes
//! first.

use chrono::Weekday;

use super::calendar::Part;

/// The days of the week: their letter, their name in kana.
pub const WEEKDAYS: [(char, &str, Weekday); 7] = [
    ('月', "げつようび", Weekday::Mon),
    ('火', "かようび", Weekday::Tue),
    ('水', "すいようび", Weekday::Wed),
    ('木', "もくようび", Weekday::Thu),
    ('金', "きんようび", Weekday::Fri),
    ('土', "どようび", Weekday::Sat),
    ('日', "にちようび", Weekday::Sun),
];

/// The kanji with which a mention can begin, numerals apart.
pub const LETTERS: [char; 41] = [
    '今', '本', '明', '翌', '再', '来', '次', '月', '火', '水', '木', '金', '土', '日', '週', '上',
    '中', '下', '早', '最', '至', '直', '先', '昨', '去', '毎', '隔', '第', '平', '昭', '大', '令',
    '午', '朝', '昼', '夕', '夜', '晩', '正', '出', '初',
];

/// The hiragana with which a mention can begin, and the letters that can come second then.
pub const KANA: [(char, &str); 25] = [
    ('き', "ょのん"),
    ('あ', "しさす"),
    ('み', "ょ"),
    ('し', "あょゅ"),
    ('ら', "い"),
    ('さ', "ら"),
    ('こ', "んと"),
    ('か', "よ"),
    ('す', "い"),
    ('も', "く"),
    ('ど', "よ"),
    ('に', "ち"),
    ('げ', "つじ"),
    ('い', "ち"),
    ('な', "る"),
    ('で', "き"),
    ('は', "や"),
    ('ご', "ぜご"),
    ('ゆ', "う"),
    ('よ', "る"),
    ('ひ', "る"),
    ('お', "ひと昼"),
    ('つ', "ぎ"),
    ('ち', "ゅ"),
    ('じ', "ょ"),
];

/// Days counted from today.
pub const DAYS: [(&str, i64); 16] = [
    ("明々後日", 3),
    ("明明後日", 3),
    ("しあさって", 3),
    ("明後日", 2),
    ("あさって", 2),
    ("明日", 1),
    ("あした", 1),
    ("みょうにち", 1),
    ("翌日", 1),
    ("今日", 0),
    ("本日", 0),
    ("今夜", 0),
    ("今晩", 0),
    ("今すぐ", 0),
    ("あす", 1),
    ("きょう", 0),
];

/// Weeks counted from this one.
pub const WEEKS: [(&str, i64); 9] = [
    ("再来週", 2),
    ("さらいしゅう", 2),
    ("来週", 1),
    ("らいしゅう", 1),
    ("今週", 0),
    ("こんしゅう", 0),
    ("翌週", 1),
    ("次の週", 1),
    ("つぎの週", 1),
];

/// Months counted from this one.
pub const MONTHS: [(&str, u32); 7] = [
    ("再来月", 2),
    ("さらいげつ", 2),
    ("来月", 1),
    ("らいげつ", 1),
    ("今月", 0),
    ("こんげつ", 0),
    ("翌月", 1),
];

/// Years counted from this one.
pub const YEARS: [(&str, i32); 5] = [
    ("再来年", 2),
    ("来年", 1),
    ("らいねん", 1),
    ("今年", 0),
    ("ことし", 0),
];

/// Parts of the month or the week named before them.
pub const PARTS: [(&str, Part); 20] = [
    ("上旬", Part::Early),
    ("初旬", Part::Early),
    ("じょうじゅん", Part::Early),
    ("中旬", Part::Middle),
    ("ちゅうじゅん", Part::Middle),
    ("半ば", Part::Middle),
    ("なかば", Part::Middle),
    ("中頃", Part::Middle),
    ("下旬", Part::Late),
    ("げじゅん", Part::Late),
    ("前半", Part::FirstHalf),
    ("後半", Part::SecondHalf),
    ("初め", Part::Start),
    ("始め", Part::Start),
    ("はじめ", Part::Start),
    ("頭", Part::Start),
    ("あたま", Part::Start),
    ("終わり", Part::End),
    ("おわり", Part::End),
    ("末", Part::End),
];

/// Parts of a month that need no month before them.
pub const LONE_PARTS: [(&str, Part); 11] = [
    ("上旬", Part::Early),
    ("中旬", Part::Middle),
    ("下旬", Part::Late),
    ("月末", Part::End),
    ("げつまつ", Part::End),
    ("月初め", Part::Start),
    ("月初", Part::Start),
    ("月はじめ", Part::Start),
    ("月の初め", Part::Start),
    ("月半ば", Part::Middle),
    ("月の半ば", Part::Middle),
];

/// Ways of asking for the first free day.
pub const SOONEST: [&str; 24] = [
    "一番早",
    "一番はや",
    "いちばん早",
    "いちばんはや",
    "早い日",
    "はやい日",
    "はやいひ",
    "早い方",
    "早いほう",
    "早め",
    "はやめ",
    "なるべく早",
    "なるべくはや",
    "できるだけ早",
    "できるだけはや",
    "出来るだけ早",
    "できる限り早",
    "最も早",
    "最短",
    "最速",
    "直近",
    "早急",
    "至急",
    "一日も早",
];

/// What is over or comes again and again: a day named with it is no wish.
pub const NO_WISH: [&str; 17] = [
    "昨日",
    "きのう",
    "おととい",
    "一昨日",
    "先週",
    "先々週",
    "先月",
    "先々月",
    "去年",
    "昨年",
    "一昨年",
    "毎週",
    "毎月",
    "毎年",
    "毎日",
    "毎朝",
    "隔週",
];

/// Eras in which people were born.
pub const OLD_ERAS: [&str; 4] = ["平成", "昭和", "大正", "明治"];

/// What follows a day or a time that somebody does not want.
pub const REFUSALS: [&str; 19] = [
    "に生ま",
    "にうま",
    "以外",
    "いがい",
    "じゃな",
    "ではな",
    "はだめ",
    "はダメ",
    "は駄目",
    "は無理",
    "はむり",
    "は不可",
    "は行けな",
    "はいけな",
    "は来られな",
    "は都合が悪",
    "はちょっと",
    "生まれ",
    "うまれ",
];

/// What follows a number of days that is a duration or an order, not a day of the month.
pub const NO_DAYS: [&str; 31] = [
    "町",
    "市",
    "場",
    "酔",
    "間",
    "かん",
    "目",
    "め",
    "分",
    "前",
    "まえ",
    "中かか",
    "かか",
    "以上",
    "未満",
    "程度",
    "くらい",
    "ぐらい",
    "ほど",
    "ごと",
    "おき",
    "ずつ",
    "連続",
    "何",
    "でで",
    "で届",
    "でもら",
    "でとど",
    "も待",
    "待",
    "号",
];

/// What follows a number and 「月」 that is no month.
pub const NO_MONTHS: [&str; 8] = ["曜", "間", "分", "号", "額", "生まれ", "うまれ", "生れ"];

/// What counted things are called, after two numbers with a hyphen that are no date then.
pub const COUNTERS: [&str; 25] = [
    "人", "歳", "才", "分", "枚", "種", "回", "点", "円", "階", "年", "週", "か月", "か国", "か所",
    "ヶ", "カ月", "カ国", "個", "桁", "番", "号", "丁", "時", "じ",
];

/// Words with which somebody moves an appointment to another day.
pub const MOVES: [&str; 12] = [
    "に変更",
    "へ変更",
    "に変え",
    "へ変え",
    "に変わ",
    "に移",
    "へ移",
    "にずら",
    "へずら",
    "にへんこう",
    "に へんこう",
    "にかえ",
];
