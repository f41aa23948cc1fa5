//! What people said with one tap, as reviewers read it.

use madoguchi::desk::choice::Choice;
use madoguchi::desk::faq::EntryId;
use madoguchi::desk::feedback::{About, Pick, Reason, Verdict};
use reqwest::StatusCode;

use super::{Office, plain};

const PAGE: &str = "/review/feedback";
const FILE: &str = "/review/feedback.csv";

fn parking() -> About {
    About::Answer(EntryId::read("parking").unwrap())
}

impl Office {
    /// Somebody says that the answer about parking is good, or bad for this reason.
    async fn rates(&mut self, name: &str, verdict: Verdict) {
        let picks = match verdict {
            Verdict::Good => vec![Pick::Good(parking())],
            Verdict::Bad(None) => vec![Pick::Bad(parking())],
            Verdict::Bad(Some(reason)) => {
                vec![Pick::Bad(parking()), Pick::Because(parking(), reason)]
            }
        };
        for pick in picks {
            let rows = self.hall.picks(name, Choice::Feedback(pick)).await;
            assert_ne!(rows[0].phrase, "stale-button");
        }
    }
}

#[tokio::test]
async fn words_stand_by_entry_with_reasons_and_weeks() {
    let mut office = Office::open().await;
    let reviewer = office.colleague("reviewer").await;
    let none = office.words("staff-review-feedback-none");
    assert_eq!(reviewer.reads(PAGE).await.matches(&none).count(), 3);
    let old = Verdict::Bad(Some(Reason::OutOfDate));
    office.rates("花子", old).await;
    office.hall.clock.advance(chrono::TimeDelta::weeks(5));
    let reviewer = office.colleague("reviewer").await;
    office.rates("太郎", old).await;
    office
        .rates("次郎", Verdict::Bad(Some(Reason::Other)))
        .await;
    office.rates("三郎", Verdict::Good).await;
    let page = reviewer.reads(PAGE).await;
    assert!(page.contains("href=\"/review/text/parking/ja\""), "{page}");
    let row =
        "駐車場はありますか 1 3 内容が古い 2・そのほか 1 日本語 👍 1 👎 3 👍 1 👎 2 👍 0 👎 1";
    assert!(plain(&page).contains(row), "{}", plain(&page));
    // From twenty words on the share is told.
    for n in 0..16 {
        office.rates(&format!("市民{n}"), Verdict::Good).await;
    }
    let page = plain(&reviewer.reads(PAGE).await);
    assert!(
        page.contains("駐車場はありますか 17 3 85% 内容が古い 2"),
        "{page}"
    );
    // The questions tell the reasons as well.
    let questions = plain(&reviewer.reads("/review/questions").await);
    assert!(
        questions.contains("👎 駐車場はありますか 内容が古い 2・そのほか 1"),
        "{questions}"
    );
}

#[tokio::test]
async fn the_file_holds_every_kind_of_word_and_is_for_reviewers() {
    let mut office = Office::open().await;
    office
        .rates("花子", Verdict::Bad(Some(Reason::NotEnough)))
        .await;
    office.rates("太郎", Verdict::Good).await;
    let reviewer = office.colleague("reviewer").await;
    let answer = reviewer.gets(FILE).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    let name = "attachment; filename=\"feedback-2026-12-01.csv\"";
    assert_eq!(answer.header("content-disposition"), name);
    let lines: Vec<&str> = answer.body.lines().collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert_eq!(
        lines[1],
        "2026-11-30,回答,parking,駐車場はありますか,,日本語,👎 よくない,説明が足りない,1"
    );
    assert_eq!(
        lines[2],
        "2026-11-30,回答,parking,駐車場はありますか,,日本語,👍 よい,,1"
    );
    for path in [PAGE, FILE] {
        let answer = office.stranger().gets(path).await;
        assert_ne!(answer.status, StatusCode::OK, "{path}");
        assert!(!answer.body.contains("parking"), "{path}");
    }
}
