//! The button for incidents as the staff meet it: who may press what, what every page says, and the report.

use madoguchi::config::Config;
use madoguchi::desk::incident::{Action, Kind, Raising};
use reqwest::StatusCode;

use super::{Hall, password};
use crate::harness::config_with;
use crate::server::command;

const RAISE: &str = "/staff/incident";
const RECORD: &str = "/staff/incident/1";

fn staffed() -> Config {
    let counter = "{ name = \"counter\", role = \"clerk\" },";
    let more = "{ name = \"hall\", role = \"floor\" }, { name = \"city\", role = \"reviewer\" }, \
                { name = \"admin\", role = \"admin\" },";
    config_with(&[(counter, &format!("{counter} {more}"))])
}

async fn hall() -> Hall {
    Hall::open_with(staffed(), None).await
}

#[tokio::test]
async fn anybody_at_work_raises_it_in_two_clicks() {
    let hall = hall().await;
    hall.hall.app.refresh_halls().await.unwrap();
    for (n, (name, home)) in [
        ("counter", "/staff/day"),
        ("hall", "/staff/floor"),
        ("city", "/staff/week"),
        ("admin", "/staff/people"),
        ("supervisor", "/staff/cases"),
    ]
    .into_iter()
    .enumerate()
    {
        let browser = hall.inside(name).await;
        let page = browser.reads(home).await;
        assert!(
            page.contains("<a class=\"alarm\" href=\"/staff/incident\">"),
            "{name}"
        );
        let key = browser.key(RAISE).await;
        let answer = browser.posts(RAISE, &key, &[("kind", "loss")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{name}: {answer:?}");
        let to = answer.header("location").to_owned();
        let sees = ["city", "supervisor"].contains(&name);
        let expected = match sees {
            true => format!("{RAISE}/{}?done=raised", n + 1),
            false => format!("{RAISE}?done=raised"),
        };
        assert_eq!(to, expected, "{name}");
        let page = browser.reads(&to).await;
        let raised = hall.words("staff-incident-done-raised");
        assert!(page.contains(&raised), "{page}");
        let again = browser.posts(RAISE, &key, &[("kind", "loss")]).await;
        assert!(again.header("location").ends_with("?done=repeated"));
    }
    assert_eq!(hall.hall.count("SELECT count(*) FROM incidents"), 5);
}

#[tokio::test]
async fn only_those_who_run_the_desk_stop_messages_and_end_sessions() {
    let hall = hall().await;
    let clerk = hall.inside("counter").await;
    let page = clerk.reads(RAISE).await;
    assert!(!page.contains("name=\"freeze\"") && !page.contains("name=\"revoke\""));
    for field in ["freeze", "revoke"] {
        let key = clerk.key(RAISE).await;
        let fields = [("kind", "leak"), (field, "on")];
        let answer = clerk.posts(RAISE, &key, &fields).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{field}");
    }
    assert_eq!(hall.hall.count("SELECT count(*) FROM incidents"), 0);
    let key = clerk.key(RAISE).await;
    let nothing = clerk.posts(RAISE, &key, &[("what", "?")]).await;
    assert_eq!(nothing.header("location"), "/staff/incident?done=kind");
    let fields = [("kind", "leak"), ("what", "名簿が外に出た")];
    clerk.posts(RAISE, &key, &fields).await;
    assert_eq!(clerk.gets(RECORD).await.status, StatusCode::FORBIDDEN);
    let banner = "<p class=\"alert\"";
    assert!(!clerk.reads("/staff/day").await.contains(banner));
    let city = hall.inside("city").await;
    assert!(city.reads(RECORD).await.contains("名簿が外に出た"));
    assert!(
        city.reads("/staff/week")
            .await
            .contains("role=\"alert\"><a href=\"/staff/incident/1\">")
    );
    let key = city.key("/staff/password").await;
    for (path, fields) in [
        (
            "/staff/incident/1/note",
            [("field", "cause"), ("text", "不明")],
        ),
        (
            "/staff/incident/1/do",
            [("what", "freeze"), ("calls", "on")],
        ),
    ] {
        let answer = city.posts(path, &key, &fields).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(hall.hall.app.freeze().unwrap(), None);
}

#[tokio::test]
async fn a_supervisor_stops_everything_in_one_step_and_writes_the_report() {
    let hall = hall().await;
    let clerk = hall.inside("counter").await;
    let other = hall.inside("supervisor").await;
    let chief = hall.browser();
    let answer = chief
        .enters("supervisor", &password("supervisor"), "")
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
    assert_eq!(hall.sessions(), 3);
    let key = chief.key(RAISE).await;
    let fields = [
        ("kind", "leak"),
        ("what", "名簿が外に出た"),
        ("office", "main"),
        ("freeze", "on"),
        ("calls", "on"),
        ("revoke", "on"),
    ];
    let answer = chief.posts(RAISE, &key, &fields).await;
    assert_eq!(answer.header("location"), "/staff/incident/1?done=raised");
    assert_eq!(hall.sessions(), 1);
    assert!(chief.is_in().await);
    assert!(!clerk.is_in().await && !other.is_in().await);
    let ended =
        "SELECT count(*) FROM audit WHERE what = 'end-sessions' AND after = 'sessions-ended=2'";
    assert_eq!(hall.hall.count(ended), 1);
    let freeze = hall.hall.app.freeze().unwrap().unwrap();
    assert!(freeze.calls_go_on);
    // Everybody who comes in again is told that nothing goes out.
    let clerk = hall.inside("counter").await;
    let all = hall.words("staff-incident-is-frozen-for-all");
    assert!(clerk.reads("/staff/day").await.contains(&all));
    let act = async |what: &str| {
        let key = chief.key(RECORD).await;
        let answer = chief
            .posts("/staff/incident/1/do", &key, &[("what", what)])
            .await;
        answer.header("location").to_owned()
    };
    assert_eq!(act("close").await, format!("{RECORD}?done=frozen"));
    assert_eq!(act("freeze").await, format!("{RECORD}?done=already"));
    assert_eq!(act("thaw").await, format!("{RECORD}?done=thaw"));
    assert!(!clerk.reads("/staff/day").await.contains(&all));
    assert_eq!(act("close").await, format!("{RECORD}?done=missing"));
    let key = chief.key(RECORD).await;
    for (field, text) in [
        ("when", "12月1日 9時30分ごろ"),
        ("where", "本館1階"),
        ("who", "30人分、氏名と電話番号"),
        ("measures", "送信を止めた\n名簿を回収した"),
        ("cause", "宛先の取り違え"),
        ("prevention", "<b>二人で確かめる</b>"),
    ] {
        let fields = [("field", field), ("text", text)];
        let answer = chief.posts("/staff/incident/1/note", &key, &fields).await;
        assert_eq!(
            answer.header("location"),
            format!("{RECORD}?done=noted"),
            "{field}"
        );
    }
    let twice = [("field", "cause"), ("text", "宛先の取り違え")];
    let twice = chief.posts("/staff/incident/1/note", &key, &twice).await;
    assert_eq!(twice.header("location"), format!("{RECORD}?done=repeated"));
    let key = chief.key(RECORD).await;
    let empty = [("field", "cause"), ("text", " ")];
    let empty = chief.posts("/staff/incident/1/note", &key, &empty).await;
    assert_eq!(empty.header("location"), format!("{RECORD}?done=empty"));
    assert_eq!(act("close").await, format!("{RECORD}?done=close"));
    let report = chief.reads("/staff/incident/1/report").await;
    for heading in [
        "発生日時・場所",
        "概要",
        "影響",
        "対応経過",
        "原因",
        "再発防止",
    ] {
        assert!(report.contains(&format!("<h2>{heading}</h2>")), "{heading}");
    }
    for text in [
        "J-1",
        "名簿が外に出た",
        "本館1階",
        "30人分",
        "名簿を回収した",
        "宛先の取り違え",
        "&lt;b&gt;二人で確かめる",
    ] {
        assert!(report.contains(text), "{text}: {report}");
    }
    assert!(
        !chief
            .reads("/staff/day")
            .await
            .contains("<p class=\"alert\"")
    );
    let list = chief.reads("/staff/incidents").await;
    assert!(list.contains("href=\"/staff/incident/1\""), "{list}");
    let rows = chief.reads("/staff/audit?subject=incident/1").await;
    assert!(
        rows.contains(&hall.words("staff-audit-close-incident")),
        "{rows}"
    );
    assert_eq!(
        chief.gets("/staff/incident/7").await.status,
        StatusCode::NOT_FOUND
    );
}

/// Nobody is written to, and nothing else looks broken: whoever runs the desk sees it from outside.
#[tokio::test]
async fn operators_see_that_messages_are_stopped() {
    let hall = hall().await;
    let gauge = async || {
        let page = hall.browser().reads("/metrics").await;
        let line = |line: &&str| line.starts_with("madoguchi_messages_stopped ");
        page.lines().find(line).map(str::to_owned).unwrap()
    };
    let database = hall.hall.scratch.file("desk.sqlite");
    let doctor = || {
        let told = command("doctor", &database, &[]).output().unwrap();
        assert!(told.status.success(), "{told:?}");
        String::from_utf8(told.stdout).unwrap()
    };
    assert_eq!(gauge().await, "madoguchi_messages_stopped 0");
    assert!(!doctor().contains("messages: stopped"));
    let wish = Raising {
        kind: Kind::Leak,
        office: None,
        what: String::new(),
        freeze: Some(true),
        revoke: false,
    };
    let by = || ("supervisor".to_owned(), "a-token");
    let app = &hall.hall.app;
    let raised = app.raise_incident("raised".to_owned(), by(), wish).await;
    let id = raised.unwrap().unwrap();
    assert_eq!(gauge().await, "madoguchi_messages_stopped 1");
    let told = doctor();
    let expected = "warning  messages: stopped since 2026-12-01 10:00 (J-1); ";
    assert!(told.contains(expected), "{told}");
    let thawed = app.act_on_incident("thawed".to_owned(), by(), id, Action::Thaw);
    assert_eq!(thawed.await.unwrap(), Ok(()));
    assert_eq!(gauge().await, "madoguchi_messages_stopped 0");
    assert!(!doctor().contains("messages: stopped"));
}
