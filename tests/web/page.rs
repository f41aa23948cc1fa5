//! The page without JavaScript: forms, cookies, redirects.

use reqwest::{Method, StatusCode};
use serde_json::Value;

use super::{BOOKING, open};
use crate::harness::Scratch;
use crate::server::{Answer, Server, TUESDAY, Visitor};

/// A browser with scripts turned off: it keeps cookies, reads the page and posts its forms.
struct Browser {
    visitor: Visitor,
    cookies: Vec<(String, String)>,
    language: &'static str,
    page: String,
}

impl Browser {
    async fn open(server: &Server, language: &'static str) -> Browser {
        let mut browser = Browser {
            visitor: server.visitor(),
            cookies: Vec::new(),
            language,
            page: String::new(),
        };
        browser.reads("/").await;
        browser
    }

    async fn sends(&mut self, method: Method, path: &str, body: &str) -> Answer {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(n, v)| format!("{n}={v}"))
            .collect();
        let request = self
            .visitor
            .request(method, path)
            .header("accept-language", self.language)
            .header("cookie", cookies.join("; "))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body.to_owned());
        let answer = Answer::to(request).await;
        for cookie in answer.headers.get_all("set-cookie") {
            let cookie = cookie.to_str().unwrap();
            assert!(cookie.contains("; HttpOnly; SameSite=Lax"), "{cookie}");
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        answer
    }

    async fn reads(&mut self, path: &str) {
        let answer = self.sends(Method::GET, path, "").await;
        assert_eq!(answer.status, StatusCode::OK);
        self.page = answer.body;
    }

    /// Posts a form and follows the redirect to the page.
    async fn posts(&mut self, path: &str, body: &str) {
        let answer = self.sends(Method::POST, path, body).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
        assert_eq!(answer.header("location"), "/");
        self.reads("/").await;
    }

    async fn says(&mut self, text: &str) {
        let body = format!("key={}&text={}", self.value("name=\"key\""), escaped(text));
        self.posts("/chat", &body).await;
    }

    /// Presses the first button whose value begins so.
    async fn presses(&mut self, prefix: &str) {
        let choice = self.value(&format!("name=\"choice\" value=\"{prefix}"));
        let body = format!("key={}&choice={prefix}{choice}", self.value("name=\"key\""));
        self.posts("/chat", &body).await;
    }

    /// What stands behind a mark on the page, up to the next quotation mark.
    fn value(&self, mark: &str) -> String {
        let (_, rest) = self
            .page
            .split_once(mark)
            .unwrap_or_else(|| panic!("{mark} is not on the page: {}", self.page));
        let rest = rest.trim_start_matches(" value=\"");
        rest.split('"').next().unwrap().to_owned()
    }

    /// The texts of the conversation, `>` before the resident's own.
    fn talk(&self) -> Vec<String> {
        let items = self.page.split("<li class=\"message ").skip(1);
        let line = |item: &str| {
            let own = if item.starts_with("resident") {
                ">"
            } else {
                ""
            };
            let text = item.split("<p class=\"text\"").nth(1).unwrap();
            let text = text
                .split_once('>')
                .unwrap()
                .1
                .split("</p>")
                .next()
                .unwrap();
            format!("{own}{text}")
        };
        items.map(line).collect()
    }
}

fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[tokio::test]
async fn a_booking_needs_no_javascript() {
    let scratch = Scratch::new();
    let server = open(&scratch);
    let mut browser = Browser::open(&server, "ja").await;
    browser.says(BOOKING).await;
    browser.presses("y.").await;
    let talk = browser.talk();
    assert_eq!(talk[1], format!(">{BOOKING}"));
    assert!(
        talk.last().unwrap().contains("予約ができました"),
        "{talk:?}"
    );
    // The same form sent again, as by a double press, changes nothing.
    let key = browser.value("name=\"key\"");
    let body = format!("key={key}&text={}", escaped("予約を見たい"));
    browser.posts("/chat", &body).await;
    let once = browser.talk();
    browser.posts("/chat", &body).await;
    assert_eq!(browser.talk(), once);
}

#[tokio::test]
async fn question_and_answer_keep_their_order_when_the_clock_stands_still() {
    let scratch = Scratch::new();
    let clock = ["--clock", TUESDAY, "--clock-speed", "0"];
    let server = Server::start(&scratch.file("desk.sqlite"), &clock);
    let mut browser = Browser::open(&server, "ja").await;
    browser.says("予約したい").await;
    browser.says("やめる").await;
    browser.says("暗証番号を忘れました").await;
    let talk = browser.talk();
    let own: Vec<usize> = (0..talk.len())
        .filter(|n| talk[*n].starts_with('>'))
        .collect();
    assert_eq!(own, [1, 3, 5], "{talk:?}");
    assert_eq!(talk[5], ">暗証番号を忘れました");
}

#[tokio::test]
async fn language_and_size_are_kept() {
    let scratch = Scratch::new();
    let server = open(&scratch);
    let mut browser = Browser::open(&server, "en-GB,ja;q=0.5").await;
    assert!(browser.page.contains("<html lang=\"en\">"));
    browser.posts("/language", "language=ja-x-yasashii").await;
    assert!(browser.page.contains("data-language=\"ja-x-yasashii\""));
    browser.posts("/text-size", "size=huge").await;
    assert!(browser.page.contains("<body class=\"size-huge\">"));
    browser.says("こんにちは").await;
    assert!(browser.page.contains("<body class=\"size-huge\">"));
    // Somebody without a conversation may choose as well.
    browser.cookies.clear();
    browser.posts("/language", "language=ja").await;
    assert!(browser.page.contains("data-language=\"ja\""));
}

#[tokio::test]
async fn refusals_are_pages_that_keep_the_words() {
    let scratch = Scratch::new();
    let server = open(&scratch);
    let mut browser = Browser::open(&server, "en").await;
    let mut refused = None;
    for n in 0..60 {
        let body = format!("key=fast-{n}&text=my+long+question");
        let answer = browser.sends(Method::POST, "/chat", &body).await;
        if answer.status != StatusCode::SEE_OTHER {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("nobody presses sixty times in a moment");
    let language = browser
        .sends(Method::POST, "/language", "language=ja")
        .await;
    for answer in [&refused, &language] {
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(answer.header("retry-after").parse::<u64>().unwrap() >= 1);
        assert!(answer.header("content-type").starts_with("text/html"));
        assert!(answer.body.contains("coming very fast"));
    }
    assert!(refused.body.contains("my long question</textarea>"));
    // The refused page is reloaded by its address.
    let home = browser.sends(Method::GET, "/chat", "").await;
    assert_eq!(
        (home.status, home.header("location")),
        (StatusCode::SEE_OTHER, "/")
    );
    let long = format!("key=long&text={}", "a".repeat(70_000));
    let long = browser.sends(Method::POST, "/chat", &long).await;
    assert_eq!(long.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(long.body.contains("The message is too long"));
    let odd = browser.sends(Method::POST, "/language", "nonsense").await;
    assert_eq!(odd.status, StatusCode::BAD_REQUEST);
    assert!(odd.body.contains("<html lang=\"en\">"));
}

#[tokio::test]
async fn a_forgotten_conversation_is_explained_and_a_probe_opens_none() {
    let scratch = Scratch::new();
    let server = open(&scratch);
    let mut browser = Browser::open(&server, "en").await;
    browser.cookies = vec![("madoguchi".to_owned(), "long-gone".to_owned())];
    browser.reads("/").await;
    assert!(
        browser
            .page
            .contains("The earlier conversation was not found")
    );
    assert_ne!(browser.cookies[0].1, "long-gone");
    browser.cookies.clear();
    let probe = browser.sends(Method::HEAD, "/", "").await;
    assert_eq!(probe.status, StatusCode::OK);
    assert!(browser.cookies.is_empty());
    let lost = browser.sends(Method::GET, "/nowhere", "").await;
    assert_eq!(lost.status, StatusCode::NOT_FOUND);
    assert!(lost.body.contains("<h1>Page not found</h1>"));
}

#[tokio::test]
async fn the_page_carries_nothing_inline_and_loads_only_its_own() {
    let scratch = Scratch::new();
    let server = open(&scratch);
    let answer = server.get("/").await;
    let policy = answer.header("content-security-policy");
    assert!(policy.contains("default-src 'self'"), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("cache-control"), "no-store");
    for inline in ["<style", " style=", " onclick=", "<script>"] {
        assert!(!answer.body.contains(inline), "{inline}");
    }
    let mut linked: Vec<&str> = ["href=\"", "src=\""]
        .iter()
        .flat_map(|mark| answer.body.split(mark).skip(1))
        .map(|rest| rest.split('"').next().unwrap())
        .filter(|target| !target.starts_with('#') && !target.starts_with("tel:"))
        .collect();
    linked.sort_unstable();
    linked.dedup();
    assert!(linked.contains(&"/assets/chat.js"), "{linked:?}");
    for target in linked {
        assert_eq!(server.get(target).await.status, StatusCode::OK, "{target}");
    }
    let manifest = server.get("/manifest.webmanifest").await;
    assert_eq!(manifest.header("content-type"), "application/manifest+json");
    let manifest: Value = manifest.json();
    assert_eq!(manifest["start_url"], "/");
    for icon in manifest["icons"].as_array().unwrap() {
        let found = server.get(icon["src"].as_str().unwrap()).await;
        assert_eq!(found.header("content-type"), icon["type"].as_str().unwrap());
    }
}
