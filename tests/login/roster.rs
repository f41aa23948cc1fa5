//! The roster as it is kept on the page: who comes and goes, where they work, who stands in, and how long a name is locked.

use chrono::TimeDelta;
use madoguchi::config::Config;
use madoguchi::desk::message::{Address, Channel};
use madoguchi::desk::rights::{Organisation, Role};
use madoguchi::desk::roster::{Post, RosterChange};
use madoguchi::desk::rules::OfficeId;
use reqwest::StatusCode;
use sha2::{Digest, Sha256};

use super::{Hall, password, staffed};
use crate::harness::config_with;
use crate::review_page::{plain, value};

/// The example with an administrator, a deputy, and people who work at one office alone.
fn wide() -> Config {
    let counter = "{ name = \"counter\", role = \"clerk\" },";
    let more = "{ name = \"counter\", role = \"clerk\", offices = [\"main\"] },
        { name = \"branch\", role = \"clerk\", offices = [\"branch\"] },
        { name = \"branch-chief\", role = \"supervisor\", offices = [\"branch\"] },
        { name = \"deputy\", role = \"deputy\", offices = [\"main\"] },
        { name = \"admin\", role = \"admin\" },";
    config_with(&[(counter, more)])
}

const BRANCH: &str = "branch";

fn post(role: Role) -> Post {
    Post {
        role,
        organisation: Organisation::Contractor,
        offices: [].into(),
        first_day: None,
        last_day: None,
    }
}

#[tokio::test]
async fn an_administrator_keeps_the_roster_on_the_page() {
    let hall = Hall::open_with(wide(), None).await;
    let admin = hall.inside("admin").await;
    let page = "/staff/people/post";
    let add = [
        ("what", "add"),
        ("name", "summer"),
        ("role", "floor"),
        ("organisation", "contractor"),
        ("offices", "main"),
        ("last_day", "2026-12-31"),
    ];
    let key = admin.key(page).await;
    let wrong = [
        ("what", "add"),
        ("name", "counter"),
        ("role", "floor"),
        ("organisation", "city"),
    ];
    let answer = admin.posts(page, &key, &wrong).await;
    assert!(
        answer
            .body
            .contains(&hall.words("staff-people-fault-there"))
    );
    let answer = admin.posts(page, &key, &add).await;
    assert_eq!(answer.header("location"), "/staff/people?done=kept");
    let people = plain(&admin.reads("/staff/people?done=kept").await);
    for part in [
        "summer",
        "～2026-12-31",
        &hall.words("staff-people-done-kept"),
    ] {
        assert!(people.contains(part), "{part}: {people}");
    }
    let summer = hall.inside("summer").await;
    assert!(summer.is_in().await);
    // From the change on somebody has the rights of the new role, in the session that is open.
    let key = admin.key(page).await;
    let mut change = add.to_vec();
    (change[0].1, change[2].1) = ("change", "reviewer");
    admin.posts(page, &key, &change).await;
    let refused = summer.gets("/staff/day").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let key = admin.key(&format!("{page}?name=summer")).await;
    let ended = admin
        .posts("/staff/people/end", &key, &[("name", "summer")])
        .await;
    assert_eq!(ended.header("location"), "/staff/people?done=ended");
    let answer = summer.gets("/staff/week").await;
    assert_eq!(answer.header("location"), "/staff/enter");
    let answer = summer.enters("summer", &password("summer"), "").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    // Those of the configuration are changed there, and the last administrator stays.
    for name in ["counter", "admin"] {
        let key = admin.key("/staff/people").await;
        let answer = admin
            .posts("/staff/people/end", &key, &[("name", name)])
            .await;
        let page = plain(&answer.body);
        assert!(
            page.contains(&hall.words("staff-people-fault-of-file")),
            "{name}"
        );
    }
    let rows = "SELECT count(*) FROM audit WHERE who = 'clerk:admin' AND subject = 'summer'
                AND what IN ('add-person', 'change-person', 'end-person')";
    assert_eq!(hall.hall.count(rows), 3);
}

#[tokio::test]
async fn dates_open_and_close_the_door() {
    let hall = Hall::open().await;
    let temp = Post {
        first_day: "2026-12-02".parse().ok(),
        last_day: "2026-12-02".parse().ok(),
        ..post(Role::Clerk)
    };
    let add = RosterChange::Add("temp".into(), temp);
    assert_eq!(
        hall.hall.app.change_roster(None, None, add).await.unwrap(),
        Ok(())
    );
    hall.gives_password("temp").await;
    let browser = hall.browser();
    let early = browser.enters("temp", &password("temp"), "").await;
    assert_eq!(early.status, StatusCode::UNAUTHORIZED);
    // From ten in the morning to ten in the evening of the day itself.
    hall.hall.clock.advance(TimeDelta::hours(36));
    let answer = browser.enters("temp", &password("temp"), "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(browser.is_in().await);
    hall.hall.clock.advance(TimeDelta::hours(2));
    assert!(!browser.is_in().await, "at midnight the session is over");
}

#[tokio::test]
async fn rights_end_at_the_door_of_an_office() {
    let mut hall = Hall::open_with(wide(), None).await;
    let said = "来週の火曜10時に市役所本館で電子証明書の更新の予約をしたい";
    hall.hall.says("花子", said).await;
    hall.hall.says("花子", "はい").await;
    let id = hall.hall.count("SELECT id FROM reservations");
    hall.hall.app.refresh_halls().await.unwrap();
    let not_here = hall.words("staff-door-not-here");
    let (own, other) = (hall.inside("counter").await, hall.inside("branch").await);
    for path in [
        "day",
        "day.csv",
        "day.xlsx",
        "week",
        "book",
        "poster",
        "floor",
        "floor/events",
    ] {
        let path = format!("/staff/{path}?office=main&day=2026-12-08");
        if !path.contains("events") {
            assert_eq!(own.gets(&path).await.status, StatusCode::OK, "{path}");
        }
        let answer = other.gets(&path).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        assert!(answer.body.contains(&not_here), "{path}");
    }
    let visit = format!("/staff/visit/{id}");
    for path in [&visit, &format!("{visit}/cancel")] {
        assert_eq!(own.gets(path).await.status, StatusCode::OK, "{path}");
        assert_eq!(
            other.gets(path).await.status,
            StatusCode::FORBIDDEN,
            "{path}"
        );
    }
    // Their own day, and a search that finds nobody of elsewhere.
    let day = other.reads("/staff/day").await;
    let key = value(day.rsplit_once("name=\"key\"").unwrap().1, "value=\"");
    let code = value(&own.reads(&visit).await, "<dd class=\"code\">")
        .split('<')
        .next()
        .unwrap()
        .to_owned();
    assert!(
        own.reads(&format!("/staff/book?q={code}"))
            .await
            .contains(&visit)
    );
    assert!(
        !other
            .reads(&format!("/staff/book?q={code}"))
            .await
            .contains(&visit)
    );
    let number = id.to_string();
    for (path, fields) in [
        (
            "/staff/mark".to_owned(),
            vec![("what", "came"), ("id", number.as_str())],
        ),
        (
            "/staff/printed".to_owned(),
            vec![("office", "main"), ("day", "2026-12-08")],
        ),
        (format!("{visit}/cancel"), vec![]),
        (format!("{visit}/move"), vec![("office", "main")]),
        (
            "/staff/floor/do".to_owned(),
            vec![("office", "main"), ("what", "open"), ("counter", "1")],
        ),
    ] {
        let answer = other.posts(&path, &key, &fields).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        assert!(answer.body.contains(&not_here), "{path}: {}", answer.body);
    }
    let wish = [
        ("office", "main"),
        ("day", "2026-12-10"),
        ("procedure", "pickup"),
        ("people", "1"),
        ("start", "10:00"),
    ];
    let answer = other.posts("/staff/book", &key, &wish).await;
    assert!(answer.body.contains(&not_here), "{answer:?}");
    let booked = "SELECT count(*) FROM reservations WHERE state = 'booked'";
    assert_eq!(hall.hall.count(booked), 1);
    // A supervisor of one office closes that one, and neither another nor all of them.
    let chief = hall.inside("branch-chief").await;
    let key = chief.key("/staff/calendar").await;
    for (office, expected) in [
        ("main", StatusCode::FORBIDDEN),
        ("", StatusCode::FORBIDDEN),
        (BRANCH, StatusCode::OK),
    ] {
        let fields = [
            ("on", "2026-12-16"),
            ("where", office),
            ("kind", "closed"),
            ("text", "台風"),
        ];
        let answer = chief.posts("/staff/calendar", &key, &fields).await;
        assert_eq!(answer.status, expected, "{office}");
    }
    let key = chief.key("/staff/devices").await;
    let fields = [
        ("what", "add"),
        ("name", "b"),
        ("kind", "board"),
        ("office", "main"),
    ];
    let answer = chief.posts("/staff/devices", &key, &fields).await;
    assert!(answer.body.contains(&not_here));
    assert_eq!(hall.hall.count("SELECT count(*) FROM devices"), 0);
}

/// Deputies close days while the supervisor is away, and only then.
#[tokio::test]
async fn a_deputy_acts_while_the_supervisor_is_away() {
    let hall = Hall::open_with(wide(), None).await;
    let deputy = hall.inside("deputy").await;
    let supervisor = hall.inside("supervisor").await;
    assert_eq!(
        deputy.gets("/staff/people").await.status,
        StatusCode::FORBIDDEN
    );
    let page = supervisor.reads("/staff/people").await;
    assert!(page.contains(&hall.words("staff-people-go-away")));
    let says = async |away: &str| {
        let key = supervisor.key("/staff/people").await;
        let answer = supervisor
            .posts("/staff/away", &key, &[("away", away)])
            .await;
        assert!(answer.header("location").starts_with("/staff/people?done="));
    };
    says("1").await;
    assert_eq!(deputy.gets("/staff/people").await.status, StatusCode::OK);
    let key = deputy.key("/staff/calendar").await;
    let fields = [
        ("on", "2026-12-16"),
        ("where", "main"),
        ("kind", "closed"),
        ("text", "台風"),
        ("confirm", "1"),
    ];
    let answer = deputy.posts("/staff/calendar", &key, &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
    // Nobody comes back for somebody else.
    let back = deputy.posts("/staff/away", &key, &[("away", "0")]).await;
    assert_eq!(back.status, StatusCode::FORBIDDEN);
    says("0").await;
    let answer = deputy.posts("/staff/calendar", &key, &fields).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(hall.hall.count("SELECT count(*) FROM calendar_entries"), 1);
}

/// Each further wrong try locks for twice as long, also over a restart; a stranger elsewhere locks nobody out.
#[tokio::test]
async fn waits_grow_and_belong_to_a_place() {
    let mut hall = Hall::open_with(staffed(), None).await;
    hall.gives_password("counter").await;
    let own = password("counter");
    let wrong = "a guess of some length";
    let app = hall.hall.app.clone();
    for _ in 0..5 {
        assert_eq!(
            app.begin_try("counter", "198.51.100.1").await.unwrap(),
            Ok(())
        );
    }
    assert!(
        app.begin_try("counter", "198.51.100.1")
            .await
            .unwrap()
            .is_err()
    );
    let owner = hall.browser();
    let answer = owner.enters("counter", &own, "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "from another place");
    let stranger = hall.browser();
    for _ in 0..5 {
        stranger.enters("counter", wrong, "").await;
    }
    for seconds in [60, 120, 240, 480, 960, 1800, 1800] {
        let locked = stranger.enters("counter", &own, "").await;
        assert_eq!(locked.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(locked.header("retry-after"), seconds.to_string());
        hall.hall.clock.advance(TimeDelta::seconds(seconds));
        let tried = stranger.enters("counter", wrong, "").await;
        assert_eq!(tried.status, StatusCode::UNAUTHORIZED);
    }
    hall.restart(None).await;
    let again = hall.browser();
    let locked = again.enters("counter", &own, "").await;
    assert_eq!(locked.status, StatusCode::TOO_MANY_REQUESTS);
    hall.hall.clock.advance(TimeDelta::minutes(30));
    let open = again.enters("counter", &own, "").await;
    assert_eq!(open.status, StatusCode::SEE_OTHER);
    hall.hall.clock.advance(TimeDelta::hours(2));
    hall.hall.app.tick().await.unwrap();
    let left = "SELECT count(*) FROM login_tries WHERE known = 0";
    assert_eq!(hall.hall.count(left), 0, "what is forgotten is swept");
    // What was typed and where it came from cannot be read there.
    let typed =
        "SELECT count(*) FROM login_tries WHERE name LIKE '%counter%' OR place LIKE '%127.0%'";
    assert_eq!(hall.hall.count(typed), 0);
    // Nor is it found by trying all there is: these come from the machine itself.
    let digest = Sha256::digest(b"inside");
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let found = format!("SELECT count(*) FROM login_tries WHERE place = '{digest}'");
    assert_eq!(hall.hall.count(&found), 0);
}

/// What the terminal and a form may do is judged by the same rules.
#[tokio::test]
async fn a_form_has_its_effect_once() {
    let hall = Hall::open_with(wide(), None).await;
    let office = OfficeId::read("main").unwrap();
    let change = || {
        let post = Post {
            offices: [office.clone()].into(),
            ..post(Role::Clerk)
        };
        RosterChange::Add("one".into(), post)
    };
    let app = &hall.hall.app;
    let key = || Some("a-form".to_owned());
    assert_eq!(
        app.change_roster(key(), Some("admin"), change())
            .await
            .unwrap(),
        Ok(())
    );
    assert!(
        app.change_roster(key(), Some("admin"), change())
            .await
            .unwrap()
            .is_err()
    );
    assert_eq!(hall.hall.count("SELECT count(*) FROM clerks"), 1);
}

/// Somebody ties an account on Telegram to their name, with a code from their page.
async fn ties(hall: &Hall, name: &str, telegram: i64) {
    let code = hall.hall.app.new_link_code(name).await.unwrap();
    sends(hall, telegram, &code).await;
    assert_eq!(on_telegram(hall, telegram).as_deref(), Some(name));
}

async fn sends(hall: &Hall, telegram: i64, code: &str) {
    let key = format!("tg:{telegram}:{code}");
    let address = Address::new(Channel::Telegram, telegram.to_string());
    let app = &hall.hall.app;
    app.link_telegram(key, telegram, address, code)
        .await
        .unwrap();
}

/// In whose name an account on Telegram acts now.
fn on_telegram(hall: &Hall, telegram: i64) -> Option<String> {
    let app = &hall.hall.app;
    let roster = app.roster().unwrap();
    let person = roster.by_telegram(telegram, app.today());
    person.map(|person| person.name.clone())
}

/// The telephone is stolen: a lock that left it open would let the thief answer citizens.
#[tokio::test]
async fn a_lock_reaches_the_telephone() {
    let hall = Hall::open().await;
    hall.gives_password("counter").await;
    ties(&hall, "counter", 7100).await;
    let code = hall.hall.app.new_link_code("counter").await.unwrap();
    assert_eq!(on_telegram(&hall, 7001).as_deref(), Some("hall"));
    for name in ["counter", "hall"] {
        hall.hall.app.lock_out(name).await.unwrap();
    }
    sends(&hall, 7101, &code).await;
    for telegram in [7100, 7101, 7001] {
        assert_eq!(on_telegram(&hall, telegram), None, "{telegram}");
    }
    let untied = "SELECT count(*) FROM audit WHERE what = 'unlink-telegram' AND who = 'desk'";
    assert_eq!(hall.hall.count(untied), 1);
    // With the lock goes what the configuration says again, and not what was untied.
    for name in ["counter", "hall"] {
        hall.gives_password(name).await;
    }
    assert_eq!(on_telegram(&hall, 7001).as_deref(), Some("hall"));
    assert_eq!(on_telegram(&hall, 7100), None);
}

#[tokio::test]
async fn with_the_sessions_of_the_others_their_telegram_ends_until_they_come_in() {
    let hall = Hall::open().await;
    let supervisor = hall.inside("supervisor").await;
    hall.inside("counter").await;
    ties(&hall, "counter", 7100).await;
    ties(&hall, "supervisor", 7200).await;
    let code = hall.hall.app.new_link_code("counter").await.unwrap();
    let key = supervisor.key("/staff/incident").await;
    let fields = [("kind", "leak"), ("revoke", "on")];
    let raised = supervisor.posts("/staff/incident", &key, &fields).await;
    assert_eq!(raised.status, StatusCode::SEE_OTHER, "{raised:?}");
    sends(&hall, 7101, &code).await;
    for telegram in [7100, 7101, 7001] {
        assert_eq!(on_telegram(&hall, telegram), None, "{telegram}");
    }
    assert_eq!(
        on_telegram(&hall, 7200).as_deref(),
        Some("supervisor"),
        "who does it goes on"
    );
    let again = hall.browser();
    again.enters("counter", &password("counter"), "").await;
    assert_eq!(on_telegram(&hall, 7100).as_deref(), Some("counter"));
    assert_eq!(on_telegram(&hall, 7001), None, "who has not come in yet");
    for (what, who) in [
        ("suspend-telegram", "clerk:supervisor"),
        ("resume-telegram", "clerk:counter"),
    ] {
        let sql = format!("SELECT count(*) FROM audit WHERE what = '{what}' AND who = '{who}'");
        assert_eq!(hall.hall.count(&sql), 1, "{what}");
    }
}
