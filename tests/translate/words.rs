//! Days, names and numbers in words: the desk writes them, and what a machine makes of them is not sent.

use madoguchi::desk::language::Language;

use super::fake::{Fake, Manner};
use super::open;

/// A day, a part of the day, a name without さん, and a number in kanji that stays in the text.
const WORDS: &str =
    "来週の火曜日の午後か明日の午前中に、担当の佐藤まで、三種の書類をお持ちください。";

#[tokio::test]
async fn days_and_names_in_words_are_written_by_the_desk() {
    let fake = Fake::open().await;
    let hall = open(&fake.setting);
    fake.is_from_now(Manner::Says(
        "[X1X] or [X2X], please bring the three kinds of papers to [X3X].",
        "[X1X]か[X2X]に、三種の書類を[X3X]までお持ちください。",
    ));
    let (id, draft) = (hall.app.keep_draft("sato", WORDS, Language::En))
        .await
        .unwrap();
    assert_eq!(draft.differences, [], "{draft:?}");
    let expected = "Tue 8 December (afternoon) or Wed 2 December (morning), please bring";
    assert!(draft.translated.starts_with(expected), "{draft:?}");
    assert!(draft.translated.contains("to 佐藤."), "{draft:?}");
    // Who checks it sees which days they are.
    for day in [
        "来週の火曜日の午後［12月8日（火） 午後］",
        "明日の午前中［12月2日（水） 午前］",
    ] {
        assert!(draft.back.contains(day), "{day}: {}", draft.back);
    }
    let sent = fake.take();
    let text = sent[0]["q"].as_str().unwrap();
    assert_eq!(
        text,
        "[X1X]か[X2X]に、担当の[X3X]まで、三種の書類をお持ちください。"
    );
    assert_eq!(hall.app.take_draft("sato", &id), Some(draft));
    fake.is_from_now(Manner::Sound);
    for (to, expected) in [
        (Language::Vi, "Thứ Ba, 8 tháng 12 (buổi chiều)"),
        (Language::ZhHans, "12月8日（周二）下午"),
        (Language::Ko, "12월 8일(화) 오후"),
        (Language::Ne, "डिसेम्बर 8 (मंगलबार) (दिउँसो)"),
        (Language::PtBr, "ter., 8 de dezembro (tarde)"),
        (Language::Id, "Sel, 8 Desember (siang sampai sore)"),
        (Language::Fil, "Mar, Disyembre 8 (hapon)"),
    ] {
        let text = "来週の火曜日の午後にお越しください";
        let draft = hall.app.draft_translation(text, to).await.unwrap();
        assert!(draft.may_be_sent(), "{draft:?}");
        assert!(draft.translated.contains(expected), "{draft:?}");
    }
    let text = "土日と来月と火曜日の夕方はお休みです";
    let draft = hall
        .app
        .draft_translation(text, Language::En)
        .await
        .unwrap();
    assert_eq!(
        draft.translated,
        "Please come: Saturday, Sunday, January 2027, Tuesday (late afternoon)."
    );
}

#[tokio::test]
async fn another_day_name_or_number_in_words_is_not_sent() {
    let fake = Fake::open().await;
    let hall = open(&fake.setting);
    let back = "[X1X]か[X2X]に、三種の書類を[X3X]までお持ちください。";
    let sound = "[X1X] or [X2X], please bring the three kinds of papers to [X3X].";
    for (there, back, told) in [
        (
            "Wednesday next week or [X2X], please bring the three kinds of papers to [X3X].",
            "来週の水曜日か[X2X]に、三種の書類を[X3X]までお持ちください。",
            "翻訳で「来週の火曜日の午後」が消えました。",
        ),
        (
            "[X1X] or [X2X] or Friday, please bring the three kinds of papers to [X3X].",
            "[X1X]か[X2X]か金曜日に、三種の書類を[X3X]までお持ちください。",
            "訳し戻すと、書いていない日「金曜日」が出ます。",
        ),
        (
            "[X1X], please bring the three kinds of papers to [X3X].",
            "[X1X]に、三種の書類を[X3X]までお持ちください。",
            "翻訳で「明日の午前中」が消えました。",
        ),
        (
            "[X2X] or [X1X], please bring the three kinds of papers to [X3X].",
            back,
            "翻訳で「来週の火曜日の午後」の位置がほかの値と入れ替わりました。",
        ),
        (
            "[X1X] or [X2X], please bring the three kinds of papers to Mr Kato.",
            "[X1X]か[X2X]に、三種の書類を加藤までお持ちください。",
            "翻訳で「佐藤」が消えました。",
        ),
        (
            "[X1X] or [X2X], please bring the papers to [X3X].",
            "[X1X]か[X2X]に、書類を[X3X]までお持ちください。",
            "訳し戻すと「三種」が消えます。",
        ),
        (
            sound,
            "[X1X]か[X2X]に、四種類の書類を[X3X]までお持ちください。",
            "訳し戻すと、書いていない数字「四種類」が出ます。",
        ),
    ] {
        fake.is_from_now(Manner::Says(there, back));
        let (id, draft) = (hall.app.keep_draft("sato", WORDS, Language::En))
            .await
            .unwrap();
        assert!(!draft.may_be_sent(), "{there}");
        let differences = draft.differences.iter();
        let said: Vec<String> = differences
            .map(|difference| hall.app.translation_difference(difference))
            .collect();
        assert!(said.iter().any(|line| line == told), "{told}: {said:?}");
        assert_eq!(hall.app.take_draft("sato", &id), None, "{there}");
    }
}

#[tokio::test]
async fn a_day_that_is_none_never_leaves() {
    let fake = Fake::open().await;
    let hall = open(&fake.setting);
    for (text, told) in [
        ("来週お越しください", "「来週」は日付で書いてください"),
        ("月末までにお越しください", "「月末」は日付で書いてください"),
        ("12月5日（月）にお越しください", "曜日が合っていません"),
    ] {
        let refused = hall.app.keep_draft("sato", text, Language::En).await;
        let refusal = refused.unwrap_err();
        let said = hall.app.translation_refusal(refusal);
        assert!(said.contains(told), "{said}");
    }
    assert!(fake.take().is_empty(), "not one of them was sent");
}
