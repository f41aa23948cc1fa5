//! What must be masked, what must be left, and properties that hold for every text.

use super::Secret::{BankAccount, MyNumber, Pin, ResidenceCard};
use super::*;
use proptest::prelude::*;

/// Checks each message against what it must become; the kinds follow in order.
#[track_caller]
fn check(cases: &[(&str, &str, &[Secret])]) {
    let mut faults = Vec::new();
    for (message, expected, kinds) in cases {
        let got = mask(message);
        if (got.text.as_str(), got.found.as_slice()) != (*expected, *kinds) {
            faults.push(format!(
                "{message}\n  → {}  {:?}\n  ≠ {expected}  {kinds:?}",
                got.text, got.found
            ));
        }
        if expected.matches(MASK).count() != message.matches(MASK).count() + got.count {
            faults.push(format!("{message}: {} places", got.count));
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[track_caller]
fn check_left(messages: &[&str]) {
    let cases: Vec<(&str, &str, &[Secret])> =
        messages.iter().map(|m| (*m, *m, [].as_slice())).collect();
    check(&cases);
}

#[test]
fn my_numbers_are_masked_by_their_check_digit() {
    check(&[
        ("123456789018", "●●●●", &[MyNumber]),
        (
            "これです 123456789018 お願いします",
            "これです ●●●● お願いします",
            &[MyNumber],
        ),
        ("1234 5678 9018", "●●●●", &[MyNumber]),
        ("1234-5678-9018です", "●●●●です", &[MyNumber]),
        ("１２３４ー５６７８ー９０１８", "●●●●", &[MyNumber]),
        ("１２３４　５６７８　９０１８", "●●●●", &[MyNumber]),
        ("1234・5678・9018", "●●●●", &[MyNumber]),
        ("1234.5678.9018", "●●●●", &[MyNumber]),
        ("1234,5678,9018", "●●●●", &[MyNumber]),
        ("1234/5678/9018", "●●●●", &[MyNumber]),
        ("1234\n5678\r\n9018", "●●●●", &[MyNumber]),
        ("1234の5678の9018です", "●●●●です", &[MyNumber]),
        ("12\u{200b}3456\u{200d}789018", "●●●●", &[MyNumber]),
        ("1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣0️⃣1️⃣8️⃣", "●●●●", &[MyNumber]),
        ("①②③④⑤⑥⑦⑧⑨⓪①⑧", "●●●●", &[MyNumber]),
        ("⑫③④⑤⑥⑦⑧⑨⓪⑱", "●●●●", &[MyNumber]),
        ("一二三四五六七八九〇一八", "●●●●", &[MyNumber]),
        ("壱弐参四五六七八九零一八", "●●●●", &[MyNumber]),
        ("12三四５６七8９〇①八です", "●●●●です", &[MyNumber]),
        (
            "いちにさんよんごろくななはちきゅうぜろいちはち",
            "●●●●",
            &[MyNumber],
        ),
        (
            "イチ ニ サン シ ゴ ロク シチ ハチ ク レイ イチ ハチ です",
            "●●●● です",
            &[MyNumber],
        ),
        ("ｲﾁﾆｻﾝﾖﾝｺﾞﾛｸﾅﾅﾊﾁｷｭｳｾﾞﾛｲﾁﾊﾁ", "●●●●", &[MyNumber]),
        (
            "いちにーさんよんごーろくななはちきゅーまるいちはち",
            "●●●●",
            &[MyNumber],
        ),
        (
            "one two three four five six seven eight nine zero one eight",
            "●●●●",
            &[MyNumber],
        ),
        (
            "One-Two-Three-Four five six seven eight nine oh one eight.",
            "●●●●.",
            &[MyNumber],
        ),
        ("१२३४५६७८९०१८", "●●●●", &[MyNumber]),
        ("๑๒๓๔ ๕๖๗๘ ๙๐๑๘", "●●●●", &[MyNumber]),
    ]);
}

#[test]
fn my_numbers_are_found_between_other_numbers_and_particles() {
    check(&[
        (
            "番号にいちにさんよんごろくななはちきゅうぜろいちはち",
            "番号●●●●",
            &[MyNumber],
        ),
        ("田中さん123456789018", "田中さん●●●●", &[MyNumber]),
        (
            "田中さん 1234 5678 9018に変更",
            "田中さん ●●●●に変更",
            &[MyNumber],
        ),
        ("①123456789018", "①●●●●", &[MyNumber]),
        ("1. 1234 5678 9018", "1. ●●●●", &[MyNumber]),
        ("2 1234 5678 9018", "2 ●●●●", &[MyNumber]),
        (
            "1234 5678 9018\n090-1234-5678",
            "●●●●\n090-1234-5678",
            &[MyNumber],
        ),
        ("123456789018 123456789018", "●●●● ●●●●", &[MyNumber]),
        ("2026/12/05 1234-5678-9018", "2026/12/05 ●●●●", &[MyNumber]),
        ("K-1234 5678 9018", "K-●●●●", &[MyNumber]),
        ("123456789018円", "●●●●円", &[MyNumber]),
    ]);
}

#[test]
fn twelve_digits_near_a_word_for_a_number_are_masked_with_a_wrong_check_digit() {
    check(&[
        (
            "マイナンバーは123456789012です",
            "マイナンバーは●●●●です",
            &[MyNumber],
        ),
        (
            "まいなんばーは1234 5678 9012",
            "まいなんばーは●●●●",
            &[MyNumber],
        ),
        ("ﾏｲﾅﾝﾊﾞｰ 123456789012", "ﾏｲﾅﾝﾊﾞｰ ●●●●", &[MyNumber]),
        (
            "個人番号：１２３４５６７８９０１２",
            "個人番号：●●●●",
            &[MyNumber],
        ),
        ("123456789012が個人番号", "●●●●が個人番号", &[MyNumber]),
        ("My Number: 1234-5678-9012", "My Number: ●●●●", &[MyNumber]),
        (
            "my number is 123456789012",
            "my number is ●●●●",
            &[MyNumber],
        ),
        ("番号 123456789012", "番号 ●●●●", &[MyNumber]),
        ("number 123456789012", "number ●●●●", &[MyNumber]),
        (
            "番号「一二三四五六七八九〇一二」",
            "番号「●●●●」",
            &[MyNumber],
        ),
        (
            "mã số cá nhân 123456789012",
            "mã số cá nhân ●●●●",
            &[MyNumber],
        ),
        ("我的号码是123456789012", "我的号码是●●●●", &[MyNumber]),
        ("마이넘버 123456789012", "마이넘버 ●●●●", &[MyNumber]),
        (
            "マイナンバーは12345678901234567890123",
            "マイナンバーは●●●●",
            &[MyNumber],
        ),
        (
            "マイナンバーは1234567890123です",
            "マイナンバーは●●●●です",
            &[MyNumber],
        ),
        (
            "マイナンバーの申請書 1234 5678 9012 3456 7890 123",
            "マイナンバーの申請書 ●●●●",
            &[MyNumber],
        ),
    ]);
}

#[test]
fn long_and_harmless_numbers_are_left() {
    check_left(&[
        "123456789012",
        "12345678901234",
        "1234567890181234",
        "9999 1234 5678 9018",
        "申請書ID 12345678901234567890123",
        "マイナンバーカードの件で09012345678に電話",
        "マイナンバーの電話は0120-95-0178ですか",
        "個人番号カード 072-958-1111",
        "番号は 050-1234-5678 です",
        "06-1234-5678 番号",
        "マイナンバー窓口 072(958)1111",
        "+81 90 1234 5678 number",
        "0570-783-578",
        "〒583-8585 羽曳野市誉田4丁目1番1号",
        "583-8585 072-958-1111 番号",
        "マイナンバーカードの予約 2026/12/05 1030",
        "番号 2026-12-05 10:30",
        "12/5, 12/6, 12/7, 12/8 のどれか",
        "2026/12/05-2026/12/08",
        "令和8年12月5日 10時30分から11時00分",
        "R8.12.5 10:30",
        "手数料は1,000円、再交付は800円です",
        "予約番号はH7K3-M9QXです",
        "Ｈ７Ｋ３－Ｍ９ＱＸ",
        "H234-5678",
        "K-4827の件",
        "こんにちは。マイナンバーカードについて教えてください",
        "●●●●",
        "",
    ]);
}

#[test]
fn pins_are_masked_beside_their_words() {
    check(&[
        ("暗証番号は1234です", "暗証番号は●●●●です", &[Pin]),
        ("1234が暗証番号", "●●●●が暗証番号", &[Pin]),
        ("my pin is 1234", "my pin is ●●●●", &[Pin]),
        ("PIN:1234", "PIN:●●●●", &[Pin]),
        ("PIN1234", "PIN●●●●", &[Pin]),
        ("1234 is my PIN", "●●●● is my PIN", &[Pin]),
        ("ＰＩＮ：１２３４", "ＰＩＮ：●●●●", &[Pin]),
        ("パスワードはABC12345", "パスワードは●●●●", &[Pin]),
        (
            "署名用パスワード：ＡＢＣ１２３４５",
            "署名用パスワード：●●●●",
            &[Pin],
        ),
        ("password is abc12345.", "password is ●●●●.", &[Pin]),
        ("ABC12345がパスワードです", "●●●●がパスワードです", &[Pin]),
        ("パスワードはABC 12345です", "パスワードは●●●●です", &[Pin]),
        ("パスワードは A B C 1 2 3 4 5", "パスワードは ●●●●", &[Pin]),
        ("暗証番号は 1 2 3 4 です", "暗証番号は ●●●● です", &[Pin]),
        ("暗証番号はいちにさんよんです", "暗証番号は●●●●です", &[Pin]),
        (
            "あんしょうばんごうは、ゼロ・ゼロ・ナナ・ハチ",
            "あんしょうばんごうは、●●●●",
            &[Pin],
        ),
        ("暗証番号 一二三四", "暗証番号 ●●●●", &[Pin]),
    ]);
}

#[test]
fn pins_are_masked_in_ordinary_talk() {
    check(&[
        ("暗証番号に1234を登録", "暗証番号に●●●●を登録", &[Pin]),
        (
            "暗証番号を1234に変更したい",
            "暗証番号を●●●●に変更したい",
            &[Pin],
        ),
        (
            "暗証番号を1234から5678に変更",
            "暗証番号を●●●●から●●●●に変更",
            &[Pin],
        ),
        (
            "暗証番号は1234、3回間違えた",
            "暗証番号は●●●●、3回間違えた",
            &[Pin],
        ),
        ("暗証番号(4桁)は1985", "暗証番号(4桁)は●●●●", &[Pin]),
        ("4桁の番号は1234です", "4桁の番号は●●●●です", &[Pin]),
        ("ピンは1234", "ピンは●●●●", &[Pin]),
        ("ピンコード1234", "ピンコード●●●●", &[Pin]),
        ("4829（暗証番号）", "●●●●（暗証番号）", &[Pin]),
        ("暗証番号（4829）", "暗証番号（●●●●）", &[Pin]),
        (
            "パスワードを変更して ABC12345 にした",
            "パスワードを変更して ●●●● にした",
            &[Pin],
        ),
        (
            "パスワードはABC12345じゃなくてXYZ98765",
            "パスワードは●●●●じゃなくて●●●●",
            &[Pin],
        ),
        (
            "I set my PIN to 4829 yesterday",
            "I set my PIN to ●●●● yesterday",
            &[Pin],
        ),
        ("pwd=1234", "pwd=●●●●", &[Pin]),
        ("passcode 123456", "passcode ●●●●", &[Pin]),
        (
            "暗証番号を何度入れても7391がだめ",
            "暗証番号を何度入れても●●●●がだめ",
            &[Pin],
        ),
        (
            "暗証番号を忘れた。たぶん7391だった",
            "暗証番号を忘れた。たぶん●●●●だった",
            &[Pin],
        ),
        ("my PIN is one two three four", "my PIN is ●●●●", &[Pin]),
        (
            "PINは1234で署名用はABC12345",
            "PINは●●●●で署名用は●●●●",
            &[Pin],
        ),
        ("密码是1234", "密码是●●●●", &[Pin]),
        ("비밀번호는 1234", "비밀번호는 ●●●●", &[Pin]),
        ("mật khẩu là abc12345", "mật khẩu là ●●●●", &[Pin]),
        ("暗証番号\n1234", "暗証番号\n●●●●", &[Pin]),
    ]);
}

#[test]
fn talk_about_pins_is_left() {
    check_left(&[
        "暗証番号4桁",
        "4桁の暗証番号",
        "暗証番号は4つあります",
        "PIN 4 digits",
        "4-digit PIN",
        "暗証番号を3回間違えた",
        "暗証番号を忘れた 2026年",
        "暗証番号は2026年に作った",
        "12月5日に暗証番号を再設定",
        "暗証番号の再設定 10:30",
        "暗証番号の再設定 1030",
        "暗証番号の再設定を12/05に",
        "予約 1030 ",
        "予約1234 暗証番号の再設定",
        "暗証番号の再設定、予約はH7K3-M9QX",
        "パスワードの件 K-4827",
        "暗証番号の件は072-958-1111へ",
        "暗証番号がロックされた。電話09012345678",
        "password reset",
        "PIN number",
        "password forgotten",
        "I forgot my password 3 times",
        "password must be 6 to 16 characters",
        "パスワードは6〜16桁の英数字",
        "暗証番号の再設定は1000円ですか",
        "ショッピング1234",
        "フィリピン 1234",
        "shopping 1234",
        "暗証番号は○○○○と書く",
        "暗証番号にしたい",
        "2026年12月5日 パスワード再設定",
    ]);
}

#[test]
fn residence_card_numbers_are_masked() {
    check(&[
        ("AB12345678CD", "●●●●", &[ResidenceCard]),
        (
            "在留カード番号はAB12345678CDです",
            "在留カード番号は●●●●です",
            &[ResidenceCard],
        ),
        ("ａｂ１２３４５６７８ｃｄ", "●●●●", &[ResidenceCard]),
        ("ab12345678cd", "●●●●", &[ResidenceCard]),
        ("AB 1234 5678 CD", "●●●●", &[ResidenceCard]),
        ("AB-12345678-CD", "●●●●", &[ResidenceCard]),
        (
            "residence card is 12345678 at",
            "residence card ●●●●",
            &[ResidenceCard],
        ),
    ]);
    check_left(&[
        "call me 12345678 at",
        "ABC12345678CD",
        "AB1234567CD",
        "AB123456789CD",
    ]);
}

#[test]
fn account_and_card_numbers_are_masked_near_their_words() {
    check(&[
        (
            "口座番号は1234567です",
            "口座番号は●●●●です",
            &[BankAccount],
        ),
        (
            "りそな銀行 羽曳野支店 普通 1234567",
            "りそな銀行 羽曳野支店 普通 ●●●●",
            &[BankAccount],
        ),
        ("普通 123456", "普通 ●●●●", &[BankAccount]),
        ("bank account 1234567", "bank account ●●●●", &[BankAccount]),
        ("1234567が口座番号", "●●●●が口座番号", &[BankAccount]),
        (
            "ゆうちょ 記号10170 番号12345671",
            "ゆうちょ 記号●●●● 番号●●●●",
            &[BankAccount],
        ),
        ("ゆうちょ 10170-12345678", "ゆうちょ ●●●●", &[BankAccount]),
        (
            "クレジットカード 4111 1111 1111 1111",
            "クレジットカード ●●●●",
            &[BankAccount],
        ),
        ("銀行 123-1234567", "銀行 123-●●●●", &[BankAccount]),
        (
            "暗証番号は1234、口座は7654321",
            "暗証番号は●●●●、口座は●●●●",
            &[Pin, BankAccount],
        ),
    ]);
    check_left(&[
        "1234567",
        "公金受取口座の登録 0120-95-0178",
        "公金受取口座 〒583-8585",
        "4111 1111 1111 1111",
        "口座に1000000円",
        "口座登録の予約 2026/12/05 10:30",
    ]);
}

#[test]
fn the_check_digit_follows_the_ordinance() {
    let digits = |text: &str| unit::runs(&glyph::fold(text), |_| false).remove(0);
    assert!(number::has_check_digit(&digits("123456789018")));
    assert!(number::has_check_digit(&digits("000000000000")));
    assert!(!number::has_check_digit(&digits("123456789012")));
    assert!(!number::has_check_digit(&digits("12345678901")));
}

/// The check digit of Article 5, written as the ordinance does: `P_n` is the nth digit from the right.
fn with_check_digit(body: &[u8]) -> Vec<u8> {
    let p = |n: u32| u32::from(body[11 - usize::try_from(n).unwrap()]);
    let q = |n: u32| if n <= 6 { n + 1 } else { n - 5 };
    let sum: u32 = (1..=11u32).map(|n| p(n) * q(n)).sum();
    let check = if sum % 11 <= 1 { 0 } else { 11 - sum % 11 };
    body.iter()
        .copied()
        .chain([u8::try_from(check).unwrap()])
        .collect()
}

const STYLES: [[&str; 10]; 14] = [
    ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
    ["０", "１", "２", "３", "４", "５", "６", "７", "８", "９"],
    ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"],
    ["零", "壱", "弐", "参", "四", "五", "六", "七", "八", "九"],
    ["⓪", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"],
    ["𝟎", "𝟏", "𝟐", "𝟑", "𝟒", "𝟓", "𝟔", "𝟕", "𝟖", "𝟗"],
    ["၀", "၁", "၂", "၃", "၄", "၅", "၆", "၇", "၈", "၉"],
    [
        "ぜろ",
        "いち",
        "に",
        "さん",
        "よん",
        "ご",
        "ろく",
        "なな",
        "はち",
        "きゅう",
    ],
    [
        "れい", "いち", "に", "さん", "し", "ご", "ろく", "しち", "はち", "く",
    ],
    [
        "ゼロ",
        "イチ",
        "ニ",
        "サン",
        "ヨン",
        "ゴ",
        "ロク",
        "ナナ",
        "ハチ",
        "キュー",
    ],
    [
        "マル", "イチ", "ニー", "サン", "シ", "ゴー", "ロク", "シチ", "ハチ", "ク",
    ],
    ["ｾﾞﾛ", "ｲﾁ", "ﾆ", "ｻﾝ", "ﾖﾝ", "ｺﾞ", "ﾛｸ", "ﾅﾅ", "ﾊﾁ", "ｷｭｳ"],
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ],
    [
        "OH", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE",
    ],
];

const SEPARATORS: [&str; 30] = [
    "", " ", "\u{3000}", "\u{a0}", "-", "‐", "‑", "‒", "–", "—", "―", "ー", "−", "－", "ｰ", ".",
    "．", "・", "･", ",", "，", "、", "/", "／", "\n", "\r\n", "\u{200b}", "\u{feff}", " - ", "\t",
];

/// Sentences around a number, with the number in the place of the braces.
const SENTENCES: [&str; 14] = [
    "{}",
    "マイナンバーは{}です",
    "私の番号は「{}」でお願いします。",
    "12月5日の10:30に行きます。{}でした",
    "{}を登録してください",
    "予約はH7K3-M9QX、番号は{}、電話は072-958-1111です",
    "マイナンバーカード：{}\n電話：090-1234-5678",
    "my number is {}, thank you",
    "K-4827の件、{}",
    "暗証番号を忘れました。{}",
    "〒583-8585 羽曳野市：{}",
    "番号：{}（本人）",
    "tôi tên là An, {}",
    "手数料800円。{}が個人番号",
];

fn written(digits: &[u8], styles: &[usize], separator: &str, size: usize) -> String {
    let mut text = String::new();
    for (i, digit) in digits.iter().enumerate() {
        let style = styles[i % styles.len()];
        let is_english = style >= 12;
        let is_mixed_english = styles.iter().any(|s| *s >= 12);
        if i > 0 && i % size == 0 {
            text.push_str(separator);
        }
        if i > 0
            && (is_english || is_mixed_english)
            && text.ends_with(|c: char| c.is_ascii_alphabetic())
        {
            text.push(' ');
        }
        text.push_str(STYLES[style][usize::from(*digit)]);
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_my_number_in_every_style_is_masked_whole(
        body in prop::collection::vec(0u8..10, 11),
        styles in prop::collection::vec(0..STYLES.len(), 1..4),
        separator in prop::sample::select(&SEPARATORS[..]),
        size in prop::sample::select(&[1usize, 2, 3, 4, 6, 12][..]),
        sentence in prop::sample::select(&SENTENCES[..]),
    ) {
        let number = written(&with_check_digit(&body), &styles, separator, size);
        let masked = mask(&sentence.replace("{}", &number));
        prop_assert_eq!(masked.text, sentence.replace("{}", MASK), "{}", number);
        prop_assert_eq!(masked.found, [MyNumber]);
    }

    #[test]
    fn every_pin_in_every_style_is_masked_whole(
        digits in prop::collection::vec(0u8..10, 4),
        style in 0..STYLES.len(),
        separator in prop::sample::select(&["", " ", "-", "、", "・", "　"][..]),
        sentence in prop::sample::select(&[
            "暗証番号は{}です", "暗証番号：{}", "PIN: {}", "my pin is {}.", "パスワードは、{}だと思います",
        ][..]),
    ) {
        prop_assume!(!(style == 2 || style == 3) || digits.iter().any(|d| *d != 0));
        let pin = written(&digits, &[style], separator, 1);
        let masked = mask(&sentence.replace("{}", &pin));
        prop_assert_eq!(masked.text, sentence.replace("{}", MASK), "{}", pin);
        prop_assert_eq!(masked.found, [Pin]);
    }

    #[test]
    fn any_text_is_masked_once_and_for_all(text in any::<String>()) {
        let once = mask(&text);
        let twice = mask(&once.text);
        prop_assert_eq!(&twice.text, &once.text);
        prop_assert_eq!(twice.count, 0);
    }

    #[test]
    fn any_mixture_of_numbers_and_words_is_masked_once_and_for_all(
        parts in prop::collection::vec(prop::sample::select(&[
            "1234", "12", "7", "090", "ABC12345", "暗証番号", "は", "に", "いち", "マイナンバー", " ", "-", "/",
            "、", "口座", "AB12345678CD", "●●●●", "と", "pin", "one", "⑫", "〇", "ﾞ", "\u{200b}", "円", "4桁",
            "K-4827", "H7K3-M9QX", "+", "2026", "です", "。", "\n",
        ][..]), 0..24),
    ) {
        let once = mask(&parts.concat());
        let twice = mask(&once.text);
        prop_assert_eq!(&twice.text, &once.text);
        prop_assert_eq!(twice.count, 0);
    }

    #[test]
    fn lists_of_harmless_numbers_are_left(
        parts in prop::collection::vec(prop::sample::select(&[
            "2026/12/05", "12/5", "2026-12-05", "10:30", "12月5日", "令和8年", "0120-95-0178", "072-958-1111",
            "090-1234-5678", "583-8585", "H7K3-M9QX", "K-4827", "1,000円", "マイナンバーカード", "暗証番号の再設定",
            "番号",
        ][..]), 1..6),
        between in prop::sample::select(&[" ", "、", "\n", "と", "　", "です。"][..]),
    ) {
        let text = parts.join(between);
        prop_assert_eq!(mask(&text).text, text);
    }
}
