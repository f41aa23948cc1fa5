//! What people said with one tap, as those who run the desk read it.

use madoguchi::desk::choice::Choice;
use madoguchi::desk::faq::EntryId;
use madoguchi::desk::feedback::{About, Pick};
use reqwest::StatusCode;

use super::Hall;

const PAGE: &str = "/staff/feedback";
const FILE: &str = "/staff/feedback.csv";

#[tokio::test]
async fn supervisors_read_it_without_the_way_to_the_texts() {
    let mut hall = Hall::open().await;
    let about = About::Answer(EntryId::read("pin-forgot").unwrap());
    let pick = Choice::Feedback(Pick::Bad(about));
    let rows = hall.hall.picks("花子", pick).await;
    assert_ne!(rows[0].phrase, "stale-button");
    let clerk = hall.inside("counter").await;
    for path in [PAGE, FILE] {
        assert_eq!(clerk.gets(path).await.status, StatusCode::FORBIDDEN);
    }
    let supervisor = hall.inside("supervisor").await;
    let day = supervisor.reads("/staff/day").await;
    assert!(day.contains(&format!("href=\"{PAGE}\"")), "{day}");
    let page = supervisor.reads(PAGE).await;
    assert!(page.contains("暗証番号を忘れました"), "{page}");
    assert!(!page.contains("/review/text/"), "{page}");
    assert!(page.contains(&format!("href=\"{FILE}\"")), "{page}");
    let file = supervisor.gets(FILE).await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.body.contains("pin-forgot"), "{file:?}");
}
