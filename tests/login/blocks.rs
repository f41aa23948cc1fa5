//! The page of the blocks: supervisors set and lift them, and nobody else.

use reqwest::StatusCode;

use super::Hall;
use crate::harness::config_with;

const BLOCKS: &str = "/staff/blocks";

/// The name of the supervisor of the example.
fn supervisor(hall: &Hall) -> String {
    let people = &hall.hall.config().staff.people;
    let found = people
        .iter()
        .find(|person| person.role == madoguchi::desk::rights::Role::Supervisor);
    found.expect("the example has a supervisor").name.clone()
}

#[tokio::test]
async fn a_supervisor_blocks_whoever_has_a_case_and_lifts_it() {
    let mut hall = Hall::open_with(config_with(&[]), None).await;
    hall.hall.says("花子", "職員と話したい").await;
    let name = supervisor(&hall);
    let browser = hall.inside(&name).await;
    let key = browser.key(BLOCKS).await;
    let wish = |case, reason, days| [("case", case), ("reason", reason), ("days", days)];
    for (fields, why) in [
        (wish("K-1002", "flood", "7"), "no-case"),
        (wish("花子", "flood", "7"), "no-case"),
        (wish("K-1001", "dislike", "7"), "reason"),
        (wish("K-1001", "flood", "91"), "days"),
        (wish("K-1001", "flood", ""), "days"),
    ] {
        let key = browser.key(BLOCKS).await;
        let answer = browser.posts(BLOCKS, &key, &fields).await;
        let to = answer.header("location").to_owned();
        assert!(to.starts_with(&format!("{BLOCKS}?done={why}&")), "{to}");
        let page = browser.reads(&to).await;
        assert!(page.contains("notice bad"), "{page}");
    }
    let blocks = "SELECT count(*) FROM blocks";
    assert_eq!(hall.hall.count(blocks), 0);
    let fields = wish("ｋ１００１", "insults", "14");
    let answer = browser.posts(BLOCKS, &key, &fields).await;
    assert_eq!(
        answer.header("location"),
        "/staff/blocks?done=set",
        "{answer:?}"
    );
    let again = browser.posts(BLOCKS, &key, &fields).await;
    assert!(
        again.header("location").contains("done=repeated"),
        "{again:?}"
    );
    let until = format!(
        "{blocks} WHERE until = at + 14 * 86400000 AND by = '{name}' AND reason = 'insults'"
    );
    assert_eq!(hall.hall.count(&until), 1);
    let page = browser.reads(BLOCKS).await;
    let is_on = format!("<strong>{}</strong>", hall.words("staff-blocks-on"));
    assert!(page.contains(&is_on), "{page}");
    assert!(!page.contains("花子"), "the page names nobody's address");
    let id = hall.hall.count("SELECT id FROM blocks").to_string();
    let key = browser.key(BLOCKS).await;
    let lifted = browser
        .posts("/staff/blocks/lift", &key, &[("block", &id)])
        .await;
    assert_eq!(lifted.header("location"), "/staff/blocks?done=lifted");
    let page = browser.reads(BLOCKS).await;
    assert!(!page.contains(&is_on), "{page}");
}

#[tokio::test]
async fn clerks_neither_see_nor_set_blocks() {
    let hall = Hall::open().await;
    for name in ["counter", "hall"] {
        let browser = hall.inside(name).await;
        let key = browser.key("/staff/password").await;
        assert_eq!(browser.gets(BLOCKS).await.status, StatusCode::FORBIDDEN);
        let fields = [("case", "K-1001"), ("reason", "flood"), ("days", "7")];
        let posted = browser.posts(BLOCKS, &key, &fields).await;
        assert_eq!(posted.status, StatusCode::FORBIDDEN);
        let lifted = browser
            .posts("/staff/blocks/lift", &key, &[("block", "1")])
            .await;
        assert_eq!(lifted.status, StatusCode::FORBIDDEN);
    }
}
