//! Clerks run the queue from their telephones; those who are not on the roster do not.

use std::collections::BTreeSet;
use std::sync::Arc;

use madoguchi::app::clerks::{COMMANDS, ClerkCommand};
use madoguchi::clock::RehearsalClock;
use madoguchi::desk::message::Address;
use madoguchi::desk::queue::counter::CounterNumber;
use madoguchi::desk::queue::floor::FloorAction;
use madoguchi::desk::rights::Role;
use madoguchi::desk::roster::RosterChange;
use madoguchi::desk::rules::OfficeId;

use super::{CLERK, Desk, HANAKO, JIRO, MORNING, STAFF};
use crate::harness::at;

/// A desk on whose roster the clerk stands, who sits at counter two.
async fn desk() -> Desk {
    let clock = Arc::new(RehearsalClock::new(at(MORNING), 1.0));
    let mut desk = Desk::closed_with(clock, |_| {}).await;
    desk.start();
    let name = desk.config.staff.people[0].name.clone();
    let open = FloorAction::Open {
        counter: CounterNumber(2),
        procedures: BTreeSet::new(),
    };
    let office = OfficeId::read("main").unwrap();
    let done = desk.app.floor("open".into(), name, office, open).await;
    done.unwrap().unwrap();
    desk
}

/// Somebody takes a ticket on their phone.
async fn takes_a_ticket(desk: &mut Desk, who: i64) {
    desk.telegram.says(who, "番号札を取りたい");
    desk.told(who, "何の手続きですか").await;
    desk.settled().await;
    desk.telegram.says(who, "暗証番号");
    desk.told(who, "番号札を取りますか").await;
    desk.settled().await;
    desk.telegram.says(who, "はい");
    desk.told(who, "番号札をお取りしました").await;
    desk.settled().await;
}

#[tokio::test]
async fn a_clerk_calls_and_ends_from_the_telephone() {
    let mut desk = desk().await;
    takes_a_ticket(&mut desk, HANAKO).await;
    desk.telegram.says(CLERK, "/queue");
    desk.told(CLERK, "W001").await;
    desk.settled().await;
    desk.telegram.says_in(STAFF, "/next@madoguchi_bot", CLERK);
    desk.told(HANAKO, "W001番の方、2番窓口へお越しください")
        .await;
    desk.told(STAFF, "W001番を2番窓口へ呼びました").await;
    desk.settled().await;
    desk.telegram.says(CLERK, "/next");
    desk.told(CLERK, "先に終了してください").await;
    desk.settled().await;
    desk.telegram.says(CLERK, "/recall");
    desk.told(HANAKO, "もう一度お呼びしています").await;
    desk.settled().await;
    desk.telegram.says(CLERK, "/done");
    desk.told(HANAKO, "手続きが終わりました").await;
    desk.told(CLERK, "W001番を終了しました").await;
    desk.settled().await;
    desk.telegram.says(CLERK, "/today");
    desk.told(CLERK, "終了1件").await;
    desk.stop().await;
    assert_eq!(
        desk.count("SELECT count(*) FROM tickets WHERE state = 'done'"),
        1
    );
    assert_eq!(desk.count("SELECT sum(count) FROM ticket_work"), 1);
}

#[tokio::test]
async fn nobody_else_runs_the_queue() {
    let mut desk = desk().await;
    takes_a_ticket(&mut desk, HANAKO).await;
    for (who, text) in [(JIRO, "/next"), (HANAKO, "/queue")] {
        desk.telegram.says(who, text);
        desk.settled().await;
    }
    desk.telegram.says_in(STAFF, "/next", JIRO);
    desk.settled().await;
    desk.stop().await;
    let called = "SELECT count(*) FROM ticket_events WHERE step = 'call'";
    assert_eq!(desk.count(called), 0);
    let texts = desk.texts(HANAKO).join("\n") + &desk.texts(JIRO).join("\n");
    assert!(!texts.contains("お待ちの方"), "no queue was told: {texts}");
}

/// Being in the staff's group is not enough: who answers cases is on the roster.
#[tokio::test]
async fn cases_are_answered_by_those_who_have_the_right() {
    let mut desk = Desk::open().await;
    let handoff = desk.wishes_for_a_person(HANAKO).await;
    desk.settled().await;
    desk.telegram.presses_as(STAFF, "担当する", JIRO);
    desk.told(STAFF, "担当の方だけができます").await;
    desk.settled().await;
    let reply = desk
        .telegram
        .replies_in(STAFF, handoff, "お待ちください。", JIRO);
    desk.eventually("the reply taken", |telegram| telegram.is_confirmed(reply))
        .await;
    desk.settled().await;
    desk.stop().await;
    let taken = "SELECT count(*) FROM cases WHERE owner IS NOT NULL";
    assert_eq!(desk.count(taken), 0);
    let said = "SELECT count(*) FROM outbox WHERE phrase = 'staff-says'";
    assert_eq!(desk.count(said), 0);
    let refused = "SELECT count(*) FROM outbox WHERE phrase = 'staff-queue-refused'";
    assert_eq!(desk.count(refused), 2);
}

/// Each command needs its right; who guides in the hall calls nobody.
#[tokio::test]
async fn every_command_has_its_right() {
    let all = ["/next", "/recall", "/done", "/queue", "/today", "/counter"];
    for text in all {
        let command = ClerkCommand::read(text).unwrap();
        assert!(command.right().is_some(), "{text}");
    }
    assert_eq!(COMMANDS.len(), all.len());
    for (role, may_serve, may_see) in [
        (Role::Clerk, true, true),
        (Role::Floor, false, true),
        (Role::Supervisor, true, true),
        (Role::Deputy, true, true),
        (Role::Reviewer, false, false),
        (Role::Admin, false, false),
    ] {
        let clock = Arc::new(RehearsalClock::new(at(MORNING), 1.0));
        let desk = Desk::closed_with(clock, |config| config.staff.people[0].role = role).await;
        let name = desk.config.staff.people[0].name.clone();
        for (command, _) in COMMANDS {
            let may = match command {
                ClerkCommand::Next | ClerkCommand::Recall | ClerkCommand::Done => may_serve,
                ClerkCommand::Queue | ClerkCommand::Today | ClerkCommand::Help => may_see,
            };
            let key = format!("{command:?}");
            let told = (desk.app)
                .clerk_command(key, name.clone(), Address::staff(), *command)
                .await
                .unwrap();
            let is_refused = told[0].text.contains("担当の方だけができます");
            assert_eq!(is_refused, !may, "{role:?} {command:?}: {}", told[0].text);
        }
    }
}

/// A page of theirs shows a code; whoever sends it first is them, once and for ten minutes.
#[tokio::test]
async fn an_account_is_tied_by_a_code() {
    let mut desk = Desk::open().await;
    let late = desk.app.new_link_code("supervisor").await.unwrap();
    let code = desk.app.new_link_code("supervisor").await.unwrap();
    for wrong in [late.as_str(), "abcdefghijkm"] {
        desk.telegram.says(JIRO, &format!("/start link-{wrong}"));
        desk.told(JIRO, "この合言葉は使えません").await;
        desk.settled().await;
    }
    desk.telegram.says(JIRO, &format!("/start link-{code}"));
    desk.told(JIRO, "「supervisor」に結び付けました").await;
    desk.settled().await;
    let roster = desk.app.roster().unwrap();
    assert_eq!(roster.find("supervisor").unwrap().telegram, Some(JIRO));
    desk.telegram.says(JIRO, "/today");
    desk.told(JIRO, "終了0件").await;
    desk.settled().await;
    desk.telegram.says(HANAKO, &format!("/start link-{code}"));
    desk.told(HANAKO, "この合言葉は使えません").await;
    desk.settled().await;
    // The configuration says whose number this is, and for whom it is another.
    let taken = desk.app.new_link_code("supervisor").await.unwrap();
    desk.telegram.says(CLERK, &format!("/start link-{taken}"));
    desk.told(CLERK, "この合言葉は使えません").await;
    desk.settled().await;
    let by = Some("supervisor");
    let unlink = desk.app.change_roster(None, by, RosterChange::Unlink).await;
    assert_eq!(unlink.unwrap(), Ok(()));
    desk.stop().await;
    assert_eq!(desk.count("SELECT count(*) FROM link_codes"), 0);
    let tied = "SELECT count(*) FROM clerk_marks WHERE telegram IS NOT NULL";
    assert_eq!(desk.count(tied), 0);
}
