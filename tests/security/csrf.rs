//! Forms that other sites send: every address that changes something, from the table of rights; and the visitors' own.

use std::collections::BTreeSet;

use madoguchi::channels::web::rights::{Need, ROUTES};
use reqwest::{Method, StatusCode};

use super::{
    CHAT, DEVICE, Desk, INSIDE, OUTSIDE, address_of, cookie, drawn, holder, key, sends, set_cookies,
};

/// What every form of the staff finds something in.
const FIELDS: [(&str, &str); 26] = [
    ("office", "main"),
    ("where", "main"),
    ("day", "2026-12-10"),
    ("on", "2026-12-16"),
    ("kind", "closed"),
    ("text", "台風"),
    ("reason", "flood"),
    ("confirm", "1"),
    ("procedure", "pickup"),
    ("people", "1"),
    ("start", "10:00"),
    ("language", "ja"),
    ("case", "K-1001"),
    ("days", "7"),
    ("block", "1"),
    ("away", "1"),
    ("role", "floor"),
    ("organisation", "city"),
    ("counter", "1"),
    ("seen", "0"),
    ("say", "dismiss"),
    ("misses", "1"),
    ("new", "a password of some length"),
    ("again", "a password of some length"),
    ("old", "the long password of supervisor"),
    ("wording", "駐車場"),
];

/// What a form of this address asks for, so that it would have an effect.
fn asks(path: &str) -> Vec<(&'static str, &'static str)> {
    let what = match path {
        "/staff/floor/do" => "open",
        "/staff/devices" => "add",
        "/staff/cases/presence" => "away",
        "/staff/account/factor" => "drop",
        "/staff/account/telegram" => "link",
        "/staff/people/post" => "add",
        "/staff/mark" => "came",
        _ => "accept",
    };
    let (name, kind) = match path {
        "/staff/people" | "/staff/people/factor" | "/staff/people/end" => ("counter", "closed"),
        "/staff/devices" => ("somebody-new", "board"),
        _ => ("somebody-new", "closed"),
    };
    let fields = FIELDS.iter().copied().filter(|(name, _)| *name != "kind");
    let mut fields: Vec<_> = fields.collect();
    fields.extend([("what", what), ("name", name), ("kind", kind)]);
    fields
}

/// What the key of the form at an address is made of: the forms of one kind have a text of their own.
fn own(path: &str) -> Option<&'static str> {
    match path {
        "/staff/leave" => Some("leave"),
        "/staff/password" => Some("password"),
        "/staff/account/factor" => Some("factor"),
        "/staff/account/telegram" => Some("telegram"),
        path if path.starts_with("/review") => Some("review"),
        _ => None,
    }
}

/// Every address of a form behind the door, with who may send it.
fn forms(visit: i64, case: i64) -> Vec<(String, &'static str)> {
    let posts = ROUTES.iter().filter(|(method, ..)| *method == "POST");
    let forms = posts.map(|(_, path, need)| {
        let path = address_of(path, visit, case);
        let who = match need {
            Need::Right(right) => holder(*right),
            Need::Open | Need::Own | Need::Work => "supervisor",
        };
        (path, who)
    });
    forms.collect()
}

/// Only who is there changes, as whoever looks at a page of the inbox is there.
const LOOKED: [&str; 1] = ["presence"];

async fn filled() -> (Desk, i64, i64) {
    let mut desk = Desk::open().await;
    let (visit, _) = desk.booked("花子").await;
    let case = desk.case_of("花子").await;
    desk.hall.says("太郎", "紫色の象はどこで買えますか").await;
    (desk, visit, case)
}

#[tokio::test]
async fn no_form_has_an_effect_without_a_key_of_its_own() {
    let (desk, visit, case) = filled().await;
    let mut sessions = Vec::new();
    for name in ["supervisor", "admin"] {
        let mine = desk.inside(name).await.cookie(INSIDE);
        // Another browser of the same person is another session.
        sessions.push((name, mine, desk.enters(name).await.cookie(INSIDE)));
    }
    let stale = desk.words("staff-desk-stale");
    let before = desk.everything();
    let mut refused = 0;
    for (path, who) in forms(visit, case) {
        if path == "/staff/enter" {
            continue;
        }
        let (_, mine, other) = sessions.iter().find(|(name, ..)| *name == who).unwrap();
        let own = own(&path);
        let mut keys = vec![
            String::new(),
            "r".repeat(65),
            drawn(other),
            drawn(&"s".repeat(32)),
            own.map_or_else(|| drawn(other), |own| key(other, own)),
            // The seal without its text, and the text without its seal.
            drawn(mine).split_off(32),
            "r".repeat(32),
        ];
        // Who leaves harms nobody, so the key of any form will do there.
        if path != "/staff/leave" {
            let fixed = ["leave", "password", "factor", "telegram", "review"];
            let others = fixed.into_iter().filter(|fixed| Some(*fixed) != own);
            keys.extend(others.map(|fixed| key(mine, fixed)));
        }
        for wrong in keys {
            let mut fields = asks(&path);
            fields.push(("key", &wrong));
            let with = [("cookie", cookie(INSIDE, mine))];
            let with: Vec<_> = with.iter().map(|(k, v)| (*k, v.as_str())).collect();
            let answer = sends(&desk.base, (Method::POST, &path), &with, &fields).await;
            let what = format!("POST {path} with {wrong:?}: {answer:?}");
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{what}");
            assert!(answer.body.contains(&stale), "{what}");
            refused += 1;
        }
        desk.everything().are_those(&before, &LOOKED, &path);
    }
    assert!(refused > 250, "{refused}");
}

/// The right key does not help who has no cookie, whose cookie is another one, or whom another site sends.
#[tokio::test]
async fn no_form_has_an_effect_from_another_site_or_without_its_cookie() {
    let (desk, visit, case) = filled().await;
    let mut sessions = Vec::new();
    for name in ["supervisor", "admin"] {
        sessions.push((name, desk.inside(name).await.cookie(INSIDE)));
    }
    let counter = desk.inside("counter").await.cookie(INSIDE);
    let before = desk.everything();
    for (path, who) in forms(visit, case) {
        let (_, mine) = sessions.iter().find(|(name, _)| *name == who).unwrap();
        let key = own(&path).map_or_else(|| drawn(mine), |own| key(mine, own));
        let mut fields = asks(&path);
        fields.push(("key", &key));
        let (mine, theirs) = (cookie(INSIDE, mine), cookie(INSIDE, &counter));
        let unknown = cookie(INSIDE, &"x".repeat(32));
        let elsewhere = cookie(CHAT, &counter);
        for headers in [
            vec![("cookie", mine.as_str()), ("sec-fetch-site", "cross-site")],
            vec![("cookie", &mine), ("sec-fetch-site", "same-site")],
            vec![("cookie", &theirs)],
            vec![("cookie", &unknown)],
            vec![("cookie", &elsewhere)],
            vec![],
        ] {
            let answer = sends(&desk.base, (Method::POST, &path), &headers, &fields).await;
            let what = format!("POST {path} with {headers:?}: {answer:?}");
            let to = answer.header("location");
            let is_shown_out =
                answer.status == StatusCode::SEE_OTHER && to.starts_with("/staff/enter");
            assert!(
                answer.status == StatusCode::FORBIDDEN || is_shown_out,
                "{what}"
            );
        }
        desk.everything().are_those(&before, &LOOKED, &path);
    }
}

/// The walks above prove something only where the same fields with the right key are not refused.
#[tokio::test]
async fn with_the_right_key_each_form_is_taken() {
    let (desk, visit, case) = filled().await;
    let stale = desk.words("staff-desk-stale");
    let mut changed = BTreeSet::new();
    for (path, who) in forms(visit, case) {
        if path == "/staff/enter" {
            continue;
        }
        // A session each: some of these end it.
        let mine = desk.inside(who).await.cookie(INSIDE);
        let key = own(&path).map_or_else(|| drawn(&mine), |own| key(&mine, own));
        let mut fields = asks(&path);
        fields.push(("key", &key));
        let mine = cookie(INSIDE, &mine);
        let headers = [("cookie", mine.as_str()), ("sec-fetch-site", "same-origin")];
        let before = desk.everything();
        let answer = sends(&desk.base, (Method::POST, &path), &headers, &fields).await;
        let what = format!("POST {path}: {answer:?}");
        assert!(!answer.body.contains(&stale), "{what}");
        assert_ne!(answer.status, StatusCode::FORBIDDEN, "{what}");
        let after = desk.everything();
        if after.0.iter().any(|(name, rows)| before.0[name] != *rows) {
            changed.insert(path);
        }
    }
    for path in [
        "/staff/leave",
        "/staff/people",
        "/staff/people/post",
        "/staff/away",
        "/staff/book",
        "/staff/calendar",
        "/staff/floor/do",
        "/staff/devices",
        "/staff/printed",
        "/staff/blocks",
        "/staff/cases/1001/do",
        "/staff/cases/1001/note",
        "/staff/cases/1001/reply",
        "/review/questions",
    ] {
        assert!(changed.contains(path), "{path} of {changed:#?}");
    }
}

/// In front of the door the key belongs to a cookie of its own, which no session is.
#[tokio::test]
async fn the_door_takes_no_form_from_elsewhere() {
    let desk = Desk::open().await;
    let session = desk.inside("counter").await.cookie(INSIDE);
    let own = super::password("counter");
    let held = "0123456789abcdef0123456789abcdef";
    let before = desk.everything();
    let (outside, inside) = (cookie(OUTSIDE, held), cookie(INSIDE, &session));
    for (headers, key) in [
        (vec![], drawn("")),
        (vec![("cookie", inside.as_str())], drawn(&session)),
        (vec![("cookie", &outside)], drawn(&session)),
        (
            vec![("cookie", &outside), ("sec-fetch-site", "cross-site")],
            drawn(held),
        ),
    ] {
        let fields = [("name", "counter"), ("password", &own), ("key", &key)];
        let at = (Method::POST, "/staff/enter");
        let answer = sends(&desk.base, at, &headers, &fields).await;
        assert_eq!(
            answer.status,
            StatusCode::FORBIDDEN,
            "{headers:?} {answer:?}"
        );
        let inside = set_cookies(&answer)
            .into_iter()
            .find(|line| line.starts_with(INSIDE));
        assert_eq!(inside, None);
    }
    desk.everything()
        .are_those(&before, &[], "POST /staff/enter");
}

/// A page of another site would take a visitor's conversation away: the post comes without the cookie, and the answer sets
/// a new one in its place.
#[tokio::test]
async fn other_sites_post_nothing_for_visitors() {
    let desk = Desk::open().await;
    let office = madoguchi::desk::rules::OfficeId::read("main").unwrap();
    let kiosk = madoguchi::app::hall::DeviceKind::Kiosk;
    let device = desk
        .hall
        .app
        .add_device("admin".into(), kiosk, office, "panel".into());
    let device = cookie(DEVICE, &device.await.unwrap());
    let mut visitor = desk.visitor();
    visitor.says("こんにちは").await;
    let mine = cookie(CHAT, visitor.token.as_ref().unwrap());
    let before = desk.everything();
    for (path, fields) in [
        ("/chat", vec![("key", "k"), ("text", "職員と話したい")]),
        ("/chat", vec![("key", "k"), ("choice", "me")]),
        ("/language", vec![("language", "vi")]),
        ("/text-size", vec![("size", "huge")]),
        ("/here/main", vec![]),
        ("/kiosk/ask", vec![("begin", "1"), ("language", "ja")]),
        (
            "/kiosk/take",
            vec![
                ("language", "ja"),
                ("key", "k"),
                ("procedure", "pin"),
                ("people", "1"),
            ],
        ),
    ] {
        for site in ["cross-site", "same-site"] {
            for own in ["", mine.as_str()] {
                let cookies = format!("{device}; {own}");
                let headers = [
                    ("sec-fetch-site", site),
                    ("origin", "https://elsewhere.example"),
                    ("cookie", &cookies),
                ];
                let answer = sends(&desk.base, (Method::POST, path), &headers, &fields).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {answer:?}");
                assert_eq!(set_cookies(&answer), [""; 0], "{path}");
            }
        }
    }
    desk.everything().are_those(&before, &[], "another site");
    // From here the same posts are taken, by old browsers that do not say where they come from too.
    for site in ["same-origin", "none"] {
        let key = format!("key-{site}");
        let fields = [("key", key.as_str()), ("text", "駐車場はありますか")];
        let headers = [("sec-fetch-site", site), ("cookie", mine.as_str())];
        let answer = sends(&desk.base, (Method::POST, "/chat"), &headers, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
    }
    let fields = [("key", "old"), ("text", "駐車場はありますか")];
    let headers = [("cookie", mine.as_str())];
    let answer = sends(&desk.base, (Method::POST, "/chat"), &headers, &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
    let heard = "SELECT count(*) FROM inbox WHERE text = '駐車場はありますか'";
    assert_eq!(desk.hall.count(heard), 3);
}
