//! What the staff's pages have in common: the frame, what was just done, and pieces of tables and forms.

use chrono::NaiveDate;
use maud::{DOCTYPE, Markup, html};

use super::Clerk;
use super::incident_words;
use super::terms;
use super::visits::{Mark, Seen};
use crate::channels::web::door;
use crate::channels::web::page::html_lang;
use crate::desk::clerk::OrderRefusal;
use crate::desk::rights::Right;
use crate::desk::rules::{Office, OfficeId, Rules};

/// The words of the pages by their ids.
pub(super) type Words<'a> = dyn Fn(&str) -> String + 'a;

/// What an address may say about what was just done: a closed set, so that a link cannot put words on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    Booked,
    Moved,
    Cancelled,
    Came,
    Missed,
    Unmarked,
    Entered,
    Over,
    Past,
    Ahead,
    Gone,
    Repeated,
    Stale,
    Refused,
    TooOften,
    Busy,
    Password,
}

impl Notice {
    const ALL: [Notice; 17] = [
        Notice::Booked,
        Notice::Moved,
        Notice::Cancelled,
        Notice::Came,
        Notice::Missed,
        Notice::Unmarked,
        Notice::Entered,
        Notice::Over,
        Notice::Past,
        Notice::Ahead,
        Notice::Gone,
        Notice::Repeated,
        Notice::Stale,
        Notice::Refused,
        Notice::TooOften,
        Notice::Busy,
        Notice::Password,
    ];

    /// How an address names it.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Notice::Booked => "booked",
            Notice::Moved => "moved",
            Notice::Cancelled => "cancelled",
            Notice::Came => "came",
            Notice::Missed => "missed",
            Notice::Unmarked => "unmarked",
            Notice::Entered => "entered",
            Notice::Over => "over",
            Notice::Past => "past",
            Notice::Ahead => "ahead",
            Notice::Gone => "gone",
            Notice::Repeated => "repeated",
            Notice::Stale => "stale",
            Notice::Refused => "refused",
            Notice::TooOften => "too-often",
            Notice::Busy => "busy",
            Notice::Password => "password",
        }
    }

    pub(super) fn read(id: &str) -> Option<Notice> {
        Notice::ALL.into_iter().find(|notice| notice.id() == id)
    }

    const fn words(self) -> (&'static str, bool) {
        match self {
            Notice::Booked => ("staff-desk-done-booked", true),
            Notice::Moved => ("staff-desk-done-moved", true),
            Notice::Cancelled => ("staff-desk-done-cancelled", true),
            Notice::Came => ("staff-desk-done-came", true),
            Notice::Missed => ("staff-desk-done-missed", true),
            Notice::Unmarked => ("staff-desk-done-unmarked", true),
            Notice::Entered => ("staff-desk-done-entered", true),
            Notice::Over => ("staff-desk-over", false),
            Notice::Past => ("staff-desk-past", false),
            Notice::Ahead => ("staff-desk-ahead", false),
            Notice::Gone => ("staff-desk-gone", false),
            Notice::Repeated => ("staff-desk-repeated", false),
            Notice::Stale => ("staff-desk-stale", false),
            Notice::Refused => ("staff-door-refused", false),
            Notice::TooOften => ("staff-door-too-often", false),
            Notice::Busy => ("staff-door-busy", false),
            Notice::Password => ("staff-door-done-password", true),
        }
    }

    /// A refusal that can follow a button without fields.
    pub(super) const fn of(refusal: &OrderRefusal) -> Notice {
        match refusal {
            OrderRefusal::Over => Notice::Over,
            OrderRefusal::Past => Notice::Past,
            OrderRefusal::Ahead => Notice::Ahead,
            OrderRefusal::Repeated => Notice::Repeated,
            _ => Notice::Gone,
        }
    }

    pub(super) fn told(self, t: &Words<'_>) -> Told {
        let (id, is_good) = self.words();
        Told {
            is_good,
            text: t(id),
            at: "",
        }
    }
}

/// What a page says at its top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) is_good: bool,
    pub(super) text: String,
    /// Where on the page a problem is mended, such as `#day`; empty where there is no such place.
    pub(super) at: &'static str,
}

impl Told {
    pub(super) fn problem(text: String, at: &'static str) -> Told {
        Told {
            is_good: false,
            text,
            at,
        }
    }

    fn markup(&self, t: &Words<'_>) -> Markup {
        html! {
            @if self.is_good {
                p class="notice good" role="status" { (self.text) }
            } @else {
                div class="notice bad" role="alert" {
                    p {
                        @if self.at.is_empty() { (self.text) } @else { a href=(self.at) { (self.text) } }
                    }
                    @if !self.at.is_empty() { p class="hint" { (t("staff-desk-mend")) } }
                }
            }
        }
    }
}

/// A page in its frame.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    pub(super) title: &'a str,
    /// The address of the section of the navigation; empty where there is none.
    pub(super) here: &'a str,
    pub(super) clerk: Option<&'a Clerk>,
    pub(super) told: Option<&'a Told>,
}

/// The sections by address, name and access key, and the right that opens each.
const SECTIONS: [(&str, &str, &str, Right); 9] = [
    ("/staff/day", "staff-desk-nav-day", "1", Right::SeeBook),
    ("/staff/book", "staff-desk-nav-book", "2", Right::Book),
    ("/staff/week", "staff-desk-nav-week", "3", Right::SeeFigures),
    (
        "/staff/waiting",
        "staff-desk-nav-waiting",
        "4",
        Right::SeeBook,
    ),
    (
        "/staff/conflicts",
        "staff-desk-nav-conflicts",
        "5",
        Right::SeeBook,
    ),
    (
        "/staff/calendar",
        "staff-desk-nav-calendar",
        "6",
        Right::SeeFigures,
    ),
    (
        "/staff/morning",
        "staff-desk-nav-morning",
        "7",
        Right::SeeBook,
    ),
    ("/staff/floor", "staff-floor-title", "8", Right::SeeFloor),
    (INBOX, "staff-inbox-title", "9", Right::SeeCases),
];

/// The section that shows how many cases nobody has taken.
const INBOX: &str = super::inbox::HERE;

/// The sections of those who run the desk.
const RUNNING: [(&str, &str, Right); 6] = [
    ("/staff/devices", "staff-floor-devices", Right::Devices),
    ("/staff/people", "staff-door-people", Right::SeePeople),
    ("/staff/blocks", "staff-blocks", Right::Block),
    (
        super::voices::HERE,
        "staff-review-feedback",
        Right::SeeFeedback,
    ),
    ("/staff/audit", "staff-audit-title", Right::SeeAudit),
    (
        incident_words::LIST,
        "staff-incident-list",
        Right::SeeIncidents,
    ),
];

impl Frame<'_> {
    pub(super) fn markup(&self, t: &Words<'_>, content: &Markup) -> Markup {
        let body = html! {
            a class="skip" href="#main" { (t("staff-desk-skip")) }
            header {
                div class="column" {
                    p class="title" { (t("staff-desk-title")) }
                    @if let Some(clerk) = self.clerk {
                        nav aria-label=(t("staff-desk-nav")) {
                            @for (address, name, key, _) in SECTIONS.iter().filter(|row| clerk.may(row.3)) {
                                a href=(address) accesskey=(key)
                                    aria-current=[(self.here == *address).then_some("page")] {
                                    (t(name))
                                    @if *address == INBOX { (unowned(t, clerk.unowned)) (late(t, clerk.late)) }
                                }
                            }
                            @for (address, name, _) in RUNNING.iter().filter(|row| clerk.may(row.2)) {
                                a href=(address) aria-current=[(self.here == *address).then_some("page")] { (t(name)) }
                            }
                        }
                        form method="post" action="/staff/leave" {
                            input type="hidden" name="key" value=(door::key(&clerk.session, "leave"));
                            a href="/staff/password" title=(t("staff-door-password-title")) { (clerk.name) }
                            button class="plain" { (t("staff-desk-leave")) }
                        }
                        (incident_words::button(t, clerk))
                    }
                }
            }
            @if let Some(clerk) = self.clerk { (incident_words::banner(t, clerk)) }
            main id="main" tabindex="-1" class="column" {
                h1 { (self.title) }
                @if let Some(told) = self.told { (told.markup(t)) }
                (content)
            }
        };
        document(t, self.title, "screen", &body)
    }
}

/// How many cases wait for somebody to take them.
fn unowned(t: &Words<'_>, count: u32) -> Markup {
    html! {
        " " span id="nav-unowned" class="count" hidden[count == 0] {
            span class="hidden" { (t("staff-inbox-unowned")) " " } span data-count { (count) }
        }
    }
}

/// How many late cases somebody should look after.
fn late(t: &Words<'_>, count: u32) -> Markup {
    html! {
        @if count > 0 {
            " " span class="count late" { (t("staff-inbox-show-overdue")) " " (count) }
        }
    }
}

/// A list that is made to be printed: nothing around it but a way back, which stays off the paper.
pub(super) fn sheet(t: &Words<'_>, title: &str, back: &str, content: &Markup) -> Markup {
    let body = html! {
        main id="main" class="column" {
            p class="off-paper" { a href=(back) { (t("staff-desk-back")) } " " (t("staff-desk-how-to-print")) }
            h1 { (title) }
            (content)
        }
    };
    document(t, title, "sheet", &body)
}

fn document(t: &Words<'_>, title: &str, class: &str, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="ja" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="format-detection" content="telephone=no";
                meta name="robots" content="noindex";
                title { (title) " | " (t("staff-desk-title")) }
                link rel="icon" href="/assets/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/assets/base.css";
                link rel="stylesheet" href="/assets/staff.css";
            }
            body class=(class) { (body) }
        }
    }
}

/// The options of a field for an office: those at which somebody has the right.
pub(super) fn office_options(
    rules: &Rules,
    clerk: &Clerk,
    right: Right,
    chosen: Option<&OfficeId>,
) -> Markup {
    let theirs = |office: &&Office| clerk.may_at(right, &office.id);
    html! {
        @for office in rules.offices.iter().filter(theirs) {
            option value=(office.id) selected[chosen == Some(&office.id)] { (terms::office(office)) }
        }
    }
}

/// The code of a visit as a link to its page.
pub(super) fn visit_link(seen: &Seen) -> Markup {
    let reservation = &seen.reservation;
    html! { a class="code" href={ "/staff/visit/" (reservation.id) } { (reservation.code) } }
}

/// The language of a visit, in its own name.
pub(super) fn language(seen: &Seen) -> Markup {
    html! { span lang=(html_lang(seen.language.tag())) { (seen.language.endonym()) } }
}

/// What has become of a visit since the list was printed, in words and not by colour alone.
pub(super) fn mark(t: &Words<'_>, mark: Option<Mark>) -> Markup {
    html! { @if let Some(mark) = mark { strong class="mark" { (t(terms::mark_id(mark))) } } }
}

/// A telephone number that a telephone dials.
pub(super) fn phone(number: &str) -> Markup {
    let digits: String = number
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    html! {
        @if digits.len() >= 9 {
            a class="phone" href={ "tel:" (digits) } { (number) }
        } @else {
            (number)
        }
    }
}

/// The hidden fields of a form.
pub(super) fn hidden(fields: &[(&str, String)]) -> Markup {
    html! { @for (name, value) in fields { input type="hidden" name=(name) value=(value); } }
}

/// A choice of office and day, for the lists.
pub(super) fn place_form(
    t: &Words<'_>,
    action: &str,
    (rules, clerk, right): (&Rules, &Clerk, Right),
    chosen: Option<&OfficeId>,
    day: NaiveDate,
) -> Markup {
    html! {
        form class="place off-paper" method="get" action=(action) {
            @if let Some(chosen) = chosen {
                label for="office" { (t("staff-desk-office")) }
                select id="office" name="office" { (office_options(rules, clerk, right, Some(chosen))) }
            }
            label for="day" { (t("staff-desk-day")) }
            input id="day" name="day" type="date" value=(terms::iso(day)) required;
            button class="outline" { (t("staff-desk-show")) }
        }
    }
}
