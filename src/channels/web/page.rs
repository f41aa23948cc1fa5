//! The resident's chat page as HTML: values in, markup out, no network and no clock.
//!
//! Every action is a plain form, so the page is complete without JavaScript. `pages/chat.js` takes over the
//! chat forms where it runs, `pages/chat.css` holds the whole look, and nothing is inline, so that a strict
//! Content-Security-Policy holds. All words come from the caller, who knows the language.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::json;

mod linkify;
mod values;

pub use linkify::linkify;
pub use values::{ChatPage, PageMessage, PageWords, TextSize};

/// The longest text the box accepts, in UTF-16 units as browsers count them: a question, not a letter.
pub const LONGEST_TEXT: usize = 1000;

const KEY_COLOUR: &str = "#0017c1";

/// The whole chat page.
#[must_use]
pub fn chat_page(page: &ChatPage) -> Markup {
    let words = page.words;
    html! {
        (DOCTYPE)
        html lang=(html_lang(page.language)) {
            (head(&format!("{} | {} {}", words.title, page.city, page.counter), true))
            body class={ "size-" (page.size.value()) } {
                a class="skip" href="#main" { (words.skip) }
                (header(page))
                main id="main" tabindex="-1"
                    data-conversation=(page.conversation) data-language=(page.language)
                    data-desk=(words.desk) data-you=(words.you) data-sending=(words.sending)
                    data-offline=(words.offline) data-too-fast=(words.too_fast) data-failed=(words.failed)
                    data-copy=(words.copy) {
                    div class="column talk" {
                        p class="privacy" id="privacy" { (words.privacy) }
                        h2 class="hidden" id="log-label" { (words.log_label) }
                        (log(page))
                    }
                    (composer(page))
                }
                (footer(page))
            }
        }
    }
}

/// A page that says why something could not be shown; `home` labels the link to the chat.
#[must_use]
pub fn error_page(title: &str, text: &str, language: &str, home: &str) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(html_lang(language)) {
            (head(title, false))
            body class="size-normal" {
                main class="column error" {
                    img src="/assets/icon.svg" alt="" width="56" height="56";
                    h1 { (title) }
                    p class="text" { (linkify(text)) }
                    p { a class="button solid" href="/" { (home) } }
                }
            }
        }
    }
}

/// The page behind the code at the entrance: one button, "I am here".
#[must_use]
pub fn here_page(
    language: &str,
    counter: &str,
    office: &str,
    (address, button): (&str, &str),
) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(html_lang(language)) {
            (head(counter, false))
            body class="size-normal" {
                main class="column error" {
                    img src="/assets/icon.svg" alt="" width="56" height="56";
                    h1 { (counter) }
                    p class="text" { (office) }
                    form method="post" action=(address) {
                        button class="button solid" { (button) }
                    }
                }
            }
        }
    }
}

/// The web app manifest, so that the chat can be kept on a phone's home screen.
#[must_use]
pub fn manifest(name: &str, short_name: &str, description: &str, language: &str) -> String {
    json!({
        "name": name,
        "short_name": short_name,
        "description": description,
        "lang": html_lang(language),
        "dir": "ltr",
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": KEY_COLOUR,
        "icons": [
            { "src": "/assets/icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any" },
            { "src": "/assets/icon-512.png", "sizes": "512x512", "type": "image/png", "purpose": "any maskable" },
        ],
    })
    .to_string()
}

/// The value of a `lang` attribute: Easy Japanese is Japanese to screen readers, fonts and line breaking.
#[must_use]
pub fn html_lang(tag: &str) -> &str {
    if tag == "ja-x-yasashii" { "ja" } else { tag }
}

fn head(title: &str, live: bool) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="format-detection" content="telephone=no";
            meta name="theme-color" content=(KEY_COLOUR);
            title { (title) }
            link rel="icon" href="/assets/icon.svg" type="image/svg+xml";
            link rel="stylesheet" href="/assets/chat.css";
            @if live {
                link rel="apple-touch-icon" href="/assets/icon-180.png";
                link rel="manifest" href="/manifest.webmanifest";
                script src="/assets/chat.js" defer {}
            }
        }
    }
}

fn header(page: &ChatPage) -> Markup {
    html! {
        header class="top" {
            div class="column" {
                div class="brand" {
                    img src="/assets/icon.svg" alt="" width="48" height="48";
                    div {
                        p class="office" { span { (page.city) } " " span { (page.counter) } }
                        h1 { (page.words.title) }
                    }
                }
                div class="tools" {
                    (language_picker(page))
                    (size_switch(page))
                }
            }
        }
    }
}

/// A disclosure with one button per language: one touch, no script, and each name spoken in its own language.
fn language_picker(page: &ChatPage) -> Markup {
    let current = page.languages.iter().find(|(tag, _)| *tag == page.language);
    html! {
        @if page.languages.len() > 1 {
            details class="languages" {
                summary {
                    (globe())
                    span class="hidden" { (page.words.language_label) " " }
                    span class="names" {
                        @if let Some((tag, name)) = current {
                            span lang=(html_lang(tag)) { (name) }
                        } @else {
                            span { (page.words.language_label) }
                        }
                        // Readers of no offered language still recognise this word.
                        @if html_lang(page.language) != "en" { " " span lang="en" { "Language" } }
                    }
                }
                form method="post" action="/language#latest" data-keeps-draft {
                    ul {
                        @for (tag, name) in &page.languages {
                            li {
                                button class="button plain" name="language" value=(tag) lang=(html_lang(tag))
                                    aria-current=[(*tag == page.language).then_some("true")] { (name) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn globe() -> Markup {
    PreEscaped(
        concat!(
            r#"<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="none" "#,
            r#"stroke="currentColor" stroke-width="1.75"><circle cx="12" cy="12" r="9"/>"#,
            r#"<ellipse cx="12" cy="12" rx="4" ry="9"/><path d="M3.6 9h16.8M3.6 15h16.8"/></svg>"#
        )
        .to_owned(),
    )
}

fn size_switch(page: &ChatPage) -> Markup {
    html! {
        form class="sizes" method="post" action="/text-size" data-keeps-draft {
            span id="size-label" { (page.words.size_label) }
            div role="group" aria-labelledby="size-label" {
                @for size in TextSize::ALL {
                    button class={ "size-" (size.value()) } name="size" value=(size.value())
                        aria-pressed=(size == page.size) { (size.label(page.words)) }
                }
            }
        }
    }
}

fn log(page: &ChatPage) -> Markup {
    let latest = latest(page.messages);
    let open = open_choices(page.messages);
    html! {
        div id="log" role="log" aria-live="polite" aria-labelledby="log-label" {
            ol class="messages" role="list" {
                @for (index, message) in page.messages.iter().enumerate() {
                    (message_item(page, message, latest == Some(index), open == Some(index)))
                }
            }
        }
    }
}

fn message_item(page: &ChatPage, message: &PageMessage, is_latest: bool, is_open: bool) -> Markup {
    let (class, author) = if message.from_resident {
        ("resident", &page.words.you)
    } else {
        ("desk", &page.words.desk)
    };
    let spoken = html_lang(&message.language);
    let language = (spoken != html_lang(page.language)).then_some(spoken);
    html! {
        li class={ "message " (class) } id=[is_latest.then_some("latest")] {
            span class="hidden" { (author) }
            p class="text" lang=[language] {
                @if message.from_resident { (message.text) } @else { (linkify(&message.text)) }
            }
            @if message.has_copy {
                p { a class="button outline" href="/my-data.json" download { (page.words.copy) } }
            }
            time datetime=(message.at_iso) { (message.at) }
            @if is_open { (choices(page, &message.choices, language)) }
        }
    }
}

/// The `#latest` anchor stands at the first answer to the resident's last message, where reading goes on.
fn latest(messages: &[PageMessage]) -> Option<usize> {
    let newest = messages.len().checked_sub(1)?;
    let asked = messages.iter().rposition(|message| message.from_resident);
    Some(asked.map_or(newest, |asked| (asked + 1).min(newest)))
}

/// Only the newest choices can be taken, and only until the resident has spoken again.
fn open_choices(messages: &[PageMessage]) -> Option<usize> {
    let newest = messages
        .iter()
        .rposition(|m| m.from_resident || !m.choices.is_empty())?;
    (!messages[newest].from_resident).then_some(newest)
}

fn choices(page: &ChatPage, choices: &[(String, String)], language: Option<&str>) -> Markup {
    html! {
        form class="choices" method="post" action="/chat#latest" {
            input type="hidden" name="key" value=(page.key);
            ul role="list" {
                @for (id, label) in choices {
                    li { button class="button outline" name="choice" value=(id) lang=[language] { (label) } }
                }
            }
        }
    }
}

/// The form posts to `#latest` because browsers carry that anchor over the redirect to the page.
fn composer(page: &ChatPage) -> Markup {
    let words = page.words;
    html! {
        div class="composer" id="composer" {
            div class="column" {
                button class="button outline newer" id="newer" type="button" hidden { (words.newer) }
                noscript {
                    form class="refresh" method="get" action="/#latest" {
                        button class="button plain" { (words.refresh) }
                    }
                }
                div class="notice" id="notice" role="alert" {
                    @if let Some(notice) = page.notice { (notice) }
                }
                form id="write" method="post" action="/chat#latest" {
                    input type="hidden" name="key" value=(page.key);
                    div class="heading" {
                        label for="text" { (words.input_label) }
                        p class="status" id="status" role="status" {}
                    }
                    div class="row" {
                        textarea id="text" name="text" rows="1" required maxlength=(LONGEST_TEXT)
                            enterkeyhint="send"
                            autocomplete="off" aria-describedby="privacy" placeholder=(words.placeholder) {
                            // The parser drops one line break at the start, so one is given away.
                            "\n" (page.draft)
                        }
                        button class="button solid" id="send" { (words.send) }
                    }
                }
            }
        }
    }
}

fn footer(page: &ChatPage) -> Markup {
    let words = page.words;
    html! {
        footer class="bottom" {
            div class="column" {
                p class="office" { (page.city) " " (page.counter) }
                dl {
                    div { dt { (words.phone_label) } dd { (linkify(page.phone)) } }
                    div { dt { (words.hours_label) } dd { (page.hours) } }
                }
                @if !words.closed_note.is_empty() { p { (words.closed_note) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(from_resident: bool, text: &str, choices: &[&str]) -> PageMessage {
        PageMessage {
            from_resident,
            text: text.to_owned(),
            language: "ja".to_owned(),
            at: "10:32".to_owned(),
            at_iso: "2026-11-24T10:32:00+09:00".to_owned(),
            choices: choices
                .iter()
                .map(|id| ((*id).to_owned(), format!("[{id}]")))
                .collect(),
            has_copy: false,
        }
    }

    fn words() -> PageWords {
        let word = |text: &str| text.to_owned();
        PageWords {
            title: word("チャット相談"),
            skip: word("本文へ移動"),
            log_label: word("会話"),
            desk: word("窓口"),
            you: word("あなた"),
            placeholder: word("例"),
            input_label: word("ご質問"),
            send: word("送信"),
            language_label: word("言語"),
            size_label: word("文字サイズ"),
            size_normal: word("標準"),
            size_large: word("大"),
            size_huge: word("特大"),
            privacy: word("番号は入力しないでください"),
            phone_label: word("電話"),
            hours_label: word("受付時間"),
            closed_note: String::new(),
            refresh: word("更新"),
            newer: word("新着"),
            sending: word("送信中"),
            offline: word("\"圏外\""),
            too_fast: word("速すぎます"),
            failed: word("失敗"),
            copy: word("写し"),
        }
    }

    /// Renders the messages in `language` and looks for each text, `!` before what must be absent.
    fn check(language: &str, messages: &[PageMessage], wanted: &[&str]) {
        let page = ChatPage {
            language,
            languages: vec![
                ("ja", "日本語"),
                ("ja-x-yasashii", "やさしい日本語"),
                ("en", "English"),
            ],
            words: &words(),
            city: "羽曳野市",
            counter: "マイナンバーカード窓口",
            phone: "072-958-1111",
            hours: "9:00–17:30",
            conversation: "tok\"en",
            key: "key-1",
            size: TextSize::Large,
            messages,
            notice: None,
            draft: "</textarea><script>",
        };
        let html = chat_page(&page).into_string();
        for text in wanted {
            let (text, expected) = text
                .strip_prefix('!')
                .map_or((*text, true), |text| (text, false));
            assert_eq!(html.contains(text), expected, "{text} in {html}");
        }
    }

    #[test]
    fn what_people_write_cannot_become_markup() {
        check(
            "ja",
            &[
                said(true, "<img src=x> https://a.jp", &[]),
                said(false, "<b>&", &["\"><script>"]),
            ],
            &[
                "&lt;img src=x&gt; https://a.jp</p>",
                "&lt;b&gt;&amp;",
                "data-conversation=\"tok&quot;en\"",
                "data-offline=\"&quot;圏外&quot;\"",
                "\n&lt;/textarea&gt;&lt;script&gt;</textarea>",
                "!<script>",
                "!style=",
            ],
        );
    }

    #[test]
    fn only_the_newest_unanswered_choices_can_be_taken() {
        let asks = |id: &str| said(false, "どれですか", &[id]);
        check(
            "ja",
            &[asks("old"), asks("new")],
            &["value=\"new\"", "!value=\"old\""],
        );
        check(
            "ja",
            &[asks("kept"), said(false, "お知らせ", &[])],
            &["value=\"kept\""],
        );
        check(
            "ja",
            &[asks("gone"), said(true, "やめます", &[])],
            &["!value=\"gone\""],
        );
        check("ja", &[], &["!class=\"choices\"", "!id=\"latest\""]);
    }

    #[test]
    fn reading_goes_on_at_the_first_answer() {
        let talk = [
            said(false, "一", &[]),
            said(true, "二", &[]),
            said(false, "三", &[]),
            said(false, "四", &[]),
        ];
        let third = "id=\"latest\"><span class=\"hidden\">窓口</span><p class=\"text\">三";
        check("ja", &talk, &[third]);
        check(
            "ja",
            &talk[..2],
            &["id=\"latest\"><span class=\"hidden\">あなた"],
        );
        check(
            "ja",
            &talk[..1],
            &["id=\"latest\"><span class=\"hidden\">窓口"],
        );
    }

    #[test]
    fn languages_are_marked_where_they_differ() {
        let message = [said(false, "こんにちは", &["a"])];
        check(
            "ja-x-yasashii",
            &message,
            &[
                "<html lang=\"ja\">",
                "data-language=\"ja-x-yasashii\"",
                "!lang=\"ja-x",
            ],
        );
        check(
            "ja",
            &message,
            &["<p class=\"text\">こんにちは", "value=\"en\" lang=\"en\""],
        );
        check(
            "en",
            &message,
            &[
                "<html lang=\"en\">",
                "<p class=\"text\" lang=\"ja\">",
                "lang=\"ja\">[a]",
            ],
        );
    }

    #[test]
    fn the_chosen_size_is_on_the_body_and_in_the_switch() {
        check(
            "ja",
            &[],
            &[
                "<body class=\"size-large\">",
                "value=\"large\" aria-pressed=\"true\"",
            ],
        );
        for size in TextSize::ALL {
            assert_eq!(TextSize::from_value(size.value()), Some(size));
        }
        assert_eq!(TextSize::from_value("enormous"), None);
    }

    #[test]
    fn the_other_documents_say_what_they_were_given() -> Result<(), serde_json::Error> {
        let html = error_page(
            "見つかりません",
            "<電話> 072-958-1111",
            "ja-x-yasashii",
            "戻る",
        )
        .into_string();
        assert!(
            html.contains("&lt;電話&gt; <a href=\"tel:0729581111\">"),
            "{html}"
        );
        let manifest: serde_json::Value =
            serde_json::from_str(&manifest("窓口 \"A\"", "窓口", "案内", "ja"))?;
        assert_eq!(manifest["name"], "窓口 \"A\"");
        Ok(())
    }
}
