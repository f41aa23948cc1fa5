//! Blocks: what stops, what does not, and how they end.

use chrono::Duration;
use madoguchi::desk::abuse::{BlockReason, BlockRefusal, BlockWish};
use madoguchi::desk::case::state::CloseReason;
use madoguchi::desk::choice::Choice;
use madoguchi::desk::faq::Action;
use madoguchi::desk::message::{Outgoing, StaffAction};
use madoguchi::ids::{BlockId, CaseId, ResidentId};

use super::names_the_hotlines;
use crate::harness::CityHall;

const MORNING: &str = "2026-12-01T10:00:00";
const BOOKING: &str = "来週の火曜10時に市役所本館で電子証明書の更新の予約をしたい";

fn phrases(rows: &[Outgoing]) -> Vec<&str> {
    rows.iter().map(|row| row.phrase.as_str()).collect()
}

async fn block(hall: &mut CityHall, name: &str, days: u16) -> Result<BlockId, BlockRefusal> {
    let id = hall.count(&format!(
        "SELECT id FROM residents WHERE address = '{name}'"
    ));
    let wish = BlockWish {
        resident: ResidentId(id),
        days,
        reason: BlockReason::Threats,
    };
    let key = hall.next_key();
    let done = hall.app.block(key, "city-desk".into(), wish).await;
    hall.deliver().await;
    done.unwrap()
}

fn state(hall: &CityHall) -> Vec<i64> {
    let tables = [
        "reservations",
        "seats",
        "holds",
        "waits",
        "tickets",
        "cases",
        "renewal_reminders",
        "misses",
        "outbox WHERE channel = 'staff'",
    ];
    let count = |table| hall.count(&format!("SELECT count(*) FROM {table}"));
    tables.into_iter().map(count).collect()
}

#[tokio::test]
async fn a_blocked_person_does_nothing_and_is_told_why() {
    let mut hall = CityHall::open(MORNING);
    hall.says("花子", "こんにちは").await;
    block(&mut hall, "花子", 7).await.unwrap();
    let before = state(&hall);
    for text in [
        "予約したい",
        BOOKING,
        "職員と話したい",
        "番号札がほしい",
        "駐車場はありますか",
        "ばか",
        "キャンセル待ち",
        "いつ切れますか",
        "3",
        "はい",
        "やめる",
        "最初から",
    ] {
        let said = hall.says("花子", text).await;
        assert_eq!(phrases(&said), ["blocked"], "{text}");
        names_the_hotlines(&said[0].text);
        assert!(said[0].text.contains("072-958-1111"), "{}", said[0].text);
    }
    for choice in [
        Choice::Action(Action::Book),
        Choice::Action(Action::Staff),
        Choice::Action(Action::Ticket),
        Choice::Confirm(1),
        Choice::WaitAny,
        Choice::NoneOfThese,
    ] {
        let said = hall.picks("花子", choice.clone()).await;
        assert_eq!(phrases(&said), ["blocked"], "{choice:?}");
    }
    assert_eq!(state(&hall), before);
    let other = hall.says("次郎", BOOKING).await;
    assert_eq!(phrases(&other), ["ask-confirm"], "others are not blocked");
}

#[tokio::test]
async fn nobody_is_blocked_from_emergency_information() {
    let mut hall = CityHall::open(MORNING);
    hall.says("花子", "こんにちは").await;
    block(&mut hall, "花子", 90).await.unwrap();
    let before = state(&hall);
    for (text, number) in [
        ("マイナンバーカードをなくした", "0120-95-0178"),
        ("カードを盗まれました", "0120-95-0178"),
        ("マイナンバーカードが悪用されたかもしれない", "0120-95-0178"),
        ("火事です", "119"),
        ("救急車を呼んで", "119"),
        ("I lost my My Number Card", "0120-0178-27"),
        ("我的个人编号卡丢了", "0120-0178-27"),
        ("tôi bị mất thẻ My Number", "0120-0178-27"),
    ] {
        let said = hall.says("花子", text).await;
        assert_eq!(phrases(&said), ["answer"], "{text}");
        assert!(said[0].text.contains(number), "{text}: {}", said[0].text);
    }
    assert_eq!(state(&hall), before, "nobody is called for it");
}

#[tokio::test]
async fn what_somebody_has_stays_theirs() {
    let mut hall = CityHall::open(MORNING);
    hall.says("花子", BOOKING).await;
    hall.says("花子", "はい").await;
    hall.deliver().await;
    block(&mut hall, "花子", 30).await.unwrap();
    let booked = "SELECT count(*) FROM reservations WHERE state = 'booked'";
    assert_eq!(hall.count(booked), 1);
    let arrived = hall.wait(Duration::days(6) + Duration::hours(9)).await;
    assert_eq!(phrases(&arrived), ["reminder-evening"]);
    let shown = hall
        .picks("花子", Choice::Action(Action::MyReservation))
        .await;
    assert_eq!(phrases(&shown), ["reservation"]);
    let moved = hall.says("花子", "予約を明後日に変えたい").await;
    assert_eq!(phrases(&moved), ["blocked"]);
    let data = hall.picks("花子", Choice::MyData).await;
    assert_eq!(phrases(&data), ["my-data"]);
    let asked = hall.says("花子", "予約を取り消したい").await;
    assert_eq!(phrases(&asked), ["ask-cancel"]);
    let done = hall.says("花子", "はい").await;
    assert_eq!(phrases(&done), ["cancelled"]);
    assert_eq!(hall.count(booked), 0);
}

#[tokio::test]
async fn an_appeal_opens_one_case_for_each_block() {
    let mut hall = CityHall::open(MORNING);
    hall.says("花子", "こんにちは").await;
    let stale = hall.picks("花子", Choice::Appeal).await;
    assert_eq!(
        phrases(&stale)[0],
        "stale-button",
        "nothing to appeal against"
    );
    let id = block(&mut hall, "花子", 7).await.unwrap();
    assert_eq!(
        block(&mut hall, "花子", 7).await,
        Err(BlockRefusal::Already)
    );
    let first = hall.picks("花子", Choice::Appeal).await;
    assert_eq!(phrases(&first), ["case-opened"]);
    for _ in 0..3 {
        let again = hall.picks("花子", Choice::Appeal).await;
        assert_eq!(phrases(&again), ["blocked"]);
        assert!(again[0].text.contains("K-1001"), "{}", again[0].text);
        assert!(
            again[0].choices.is_empty(),
            "there is nothing left to press"
        );
    }
    let cases = "SELECT count(*) FROM cases WHERE trigger = 'appeal'";
    assert_eq!(hall.count(cases), 1);
    let key = hall.next_key();
    let lifted = hall
        .app
        .lift_block(key.clone(), "city-desk".into(), id)
        .await;
    assert_eq!(lifted.unwrap(), Ok(()));
    let twice = hall.app.lift_block(key, "city-desk".into(), id).await;
    assert_eq!(twice.unwrap(), Err(BlockRefusal::Repeated));
    assert_eq!(phrases(&hall.says("花子", "こんにちは").await), ["welcome"]);
    // A new block has an appeal of its own, which goes into the case that is open.
    block(&mut hall, "花子", 1).await.unwrap();
    let again = hall.picks("花子", Choice::Appeal).await;
    assert_eq!(phrases(&again), ["case-waits"]);
    assert_eq!(hall.count(cases), 1);
    let told = "SELECT count(*) FROM outbox WHERE phrase = 'staff-appeal'";
    assert_eq!(hall.count(told), 2);
    for (what, n) in [("block", 2), ("lift-block", 1), ("appeal", 2)] {
        let rows = format!("SELECT count(*) FROM audit WHERE what = '{what}'");
        assert_eq!(hall.count(&rows), n, "{what}");
    }
}

/// Whoever closes a case about something else, or gives it back, has not decided about the block.
#[tokio::test]
async fn an_appeal_that_nobody_heard_is_not_used_up() {
    let mut hall = CityHall::open(MORNING);
    let opened = hall.says("花子", "職員と話したい").await;
    assert_eq!(phrases(&opened), ["case-opened"]);
    let id = block(&mut hall, "花子", 7).await.unwrap();
    let carries = |hall: &CityHall, case| {
        let found = hall.app.block_of_case(CaseId(case)).unwrap();
        found.map(|block| block.id)
    };
    assert_eq!(carries(&hall, 1001), None);
    let into_it = hall.picks("花子", Choice::Appeal).await;
    assert_eq!(phrases(&into_it), ["case-waits"]);
    assert_eq!(carries(&hall, 1001), Some(id));
    for (case, why) in [(1001, CloseReason::Answered), (1002, CloseReason::Returned)] {
        hall.staff(StaffAction::Accept(CaseId(case))).await;
        hall.staff(StaffAction::CloseAs(CaseId(case), why)).await;
        assert_eq!(carries(&hall, case), None, "{why:?}");
        let asked = hall.says("花子", "予約したい").await;
        assert_eq!(phrases(&asked), ["blocked"]);
        assert_eq!(asked[0].choices.len(), 1, "it is offered again");
        let again = hall.picks("花子", Choice::Appeal).await;
        assert_eq!(phrases(&again), ["case-opened"], "{why:?}");
        assert_eq!(carries(&hall, case + 1), Some(id));
    }
    // A person has looked at this one.
    hall.staff(StaffAction::Accept(CaseId(1003))).await;
    hall.staff(StaffAction::CloseAs(CaseId(1003), CloseReason::Answered))
        .await;
    assert_eq!(carries(&hall, 1003), Some(id));
    let asked = hall.says("花子", "予約したい").await;
    assert_eq!(phrases(&asked), ["blocked"]);
    assert!(asked[0].choices.is_empty());
}

#[tokio::test]
async fn a_block_is_over_by_itself_and_has_an_end_from_the_start() {
    let mut hall = CityHall::open(MORNING);
    hall.says("花子", "こんにちは").await;
    for days in [0, 91, u16::MAX] {
        assert_eq!(
            block(&mut hall, "花子", days).await,
            Err(BlockRefusal::Days)
        );
    }
    let key = hall.next_key();
    let wish = BlockWish {
        resident: ResidentId(77),
        days: 1,
        reason: BlockReason::Other,
    };
    let nobody = hall.app.block(key, "city-desk".into(), wish).await.unwrap();
    assert_eq!(nobody, Err(BlockRefusal::Nobody));
    block(&mut hall, "花子", 1).await.unwrap();
    hall.restart();
    assert_eq!(phrases(&hall.says("花子", "予約したい").await), ["blocked"]);
    hall.clock.advance(Duration::days(1));
    assert_eq!(
        phrases(&hall.says("花子", "予約したい").await),
        ["ask-procedure"]
    );
}
