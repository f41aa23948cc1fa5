//! Hand-over sheets: the form that makes one, from the page of a case and from the counter at which somebody stands; the
//! sheet itself on the screen and on paper; and its being taken over where the person comes to.

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use maud::{Markup, html};

use super::console::HERE as FLOOR;
use super::inbox::{self, View, address, kept, may_answer};
use super::inbox_aids::Shown;
use super::inbox_case::Sheet;
use super::inbox_list::when;
use super::inbox_notices::Notice;
use super::pages::{self, Frame, Told, Words};
use super::sheet_page::Paper;
use super::{Clerk, Fields, Web, terms};
use crate::app::handovers::{SheetFile, SheetOrder};
use crate::desk::case::handover::{
    self, DEPARTMENT_CHARS_MAX, Destination, NOTE_CHARS_MAX, SheetRefusal, Subject,
};
use crate::desk::queue::counter::CounterNumber;
use crate::desk::queue::ticket::Ticket;
use crate::desk::rights::Right;
use crate::desk::rules::{Office, OfficeId};
use crate::ids::{CaseId, SheetCode, TicketId};

/// Where a sheet is looked for by its code.
pub(super) const HERE: &str = "/staff/sheets";
/// Where the form of the counter leads.
pub(super) const FROM_FLOOR: &str = "/staff/floor/sheet";

/// The routes of the sheets, apart from the form of a case.
pub(super) fn routes() -> super::super::Router<Web> {
    super::super::Router::new()
        .route(HERE, get(find))
        .route("/staff/sheets/{code}", get(show))
        .route("/staff/sheets/{code}/take", post(take).get(to_sheet))
        .route(FROM_FLOOR, post(of_ticket).get(to_floor))
}

/// The address of a sheet.
pub(super) fn sheet_at(code: &SheetCode) -> String {
    format!("{HERE}/{code}")
}

// The form.

/// What somebody has filled in, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub(super) struct Wish {
    to: String,
    department: String,
    note: String,
    fault: Option<&'static str>,
}

impl Wish {
    fn read(form: &Fields) -> Wish {
        Wish {
            to: form.get("to").to_owned(),
            department: form.get("department").to_owned(),
            note: form.typed("note").replace("\r\n", "\n").trim().to_owned(),
            fault: None,
        }
    }

    fn with(self, fault: &'static str) -> Wish {
        Wish {
            fault: Some(fault),
            ..self
        }
    }

    /// The place: one of the list, or a department. Both at once would leave open which.
    fn destination(&self) -> Option<Destination> {
        match (self.to.as_str(), self.department.as_str()) {
            ("", "") => None,
            ("", name) => Some(Destination::Department(name.to_owned())),
            (to, "") => {
                let (office, counter) = match to.split_once(':') {
                    Some((office, counter)) => (office, Some(counter.parse().ok()?)),
                    None => (to, None),
                };
                Some(Destination::Office {
                    office: OfficeId::read(office)?,
                    counter: counter.map(CounterNumber),
                })
            }
            _ => None,
        }
    }

    /// What may be made of it, or the words of the fault.
    fn checked(&self) -> Result<Destination, &'static str> {
        let is_long = |text: &str, most: usize| text.chars().count() > most;
        if is_long(&self.note, NOTE_CHARS_MAX) || is_long(&self.department, DEPARTMENT_CHARS_MAX) {
            return Err("staff-sheet-too-long");
        }
        self.destination().ok_or("staff-sheet-no-place")
    }
}

/// The words of why there is no sheet.
const fn refusal_id(refusal: SheetRefusal) -> &'static str {
    match refusal {
        SheetRefusal::NoPlace => "staff-sheet-no-place",
        SheetRefusal::NoCounter => "staff-sheet-no-counter",
        SheetRefusal::NoSubject => "staff-sheet-no-subject",
        SheetRefusal::Taken => "staff-sheet-taken",
        SheetRefusal::OfAnother => "staff-inbox-others",
        SheetRefusal::Unknown => "staff-sheet-unknown",
    }
}

/// The form's fields: where to, and what to say. `prefix` keeps the ids of one page apart.
pub(super) fn fields(web: &Web, t: &Words<'_>, prefix: &str, wish: &Wish) -> Markup {
    let rules = web.app.rules();
    let id = |name: &str| format!("{prefix}-{name}");
    let fault = id("fault");
    let described = wish.fault.map(|_| fault.as_str());
    html! {
        @if let Some(words) = wish.fault { p id=(fault) class="fault" role="alert" { (t(words)) } }
        div class="field" {
            label for=(id("to")) { (t("staff-sheet-to")) }
            select id=(id("to")) name="to" aria-describedby=[described] {
                option value="" { (t("staff-sheet-to-choose")) }
                @for office in &rules.offices { (places(web, t, office, &wish.to)) }
            }
        }
        div class="field" {
            label for=(id("department")) { (t("staff-sheet-department")) }
            input id=(id("department")) name="department" value=(wish.department) autocomplete="off"
                maxlength=(DEPARTMENT_CHARS_MAX) aria-describedby=[described];
        }
        div class="field wide" {
            label for=(id("note")) { (t("staff-sheet-note")) }
            textarea id=(id("note")) name="note" rows="2" maxlength=(NOTE_CHARS_MAX)
                aria-describedby=(id("hint")) { (wish.note) }
            p id=(id("hint")) class="hint" { (t("staff-sheet-note-hint")) }
        }
        button id=(id("do")) { (t("staff-sheet-make")) }
    }
}

/// An office and its counters, as many as there are now.
fn places(web: &Web, t: &Words<'_>, office: &Office, chosen: &str) -> Markup {
    let hall = web.app.hall(&office.id);
    let counters = hall.iter().flat_map(|hall| &hall.line.counters);
    let counters: Vec<CounterNumber> = counters.map(|counter| counter.number).collect();
    let any = office.id.to_string();
    html! {
        optgroup label=(terms::office(office)) {
            option value=(any) selected[chosen == any] { (terms::office(office)) " " (t("staff-sheet-any-counter")) }
            @for number in counters {
                @let one = format!("{any}:{number}");
                option value=(one) selected[chosen == one] {
                    (web.app.destination(&Destination::Office { office: office.id.clone(), counter: Some(number) }))
                }
            }
        }
    }
}

impl Sheet {
    /// The sheets of the case, and the form for the next one.
    pub(super) fn handing_over(&self, view: &View<'_>, shown: &Shown) -> Markup {
        let t = view.t;
        let empty = Wish::default();
        let wish = shown.sheet.as_ref();
        html! {
            section id="handing-over" aria-labelledby="sheets-title" {
                h2 id="sheets-title" { (t("staff-sheet-title")) }
                div id="part-sheets" data-part { (self.sheets_made(view)) }
                @if view.may_answer() && self.case().is_open() && !self.is_of_another(view) {
                    details id="sheet" open[wish.is_some()] {
                        summary { (t("staff-sheet-new")) }
                        form id="sheet-form" method="post" class="booking"
                            action={ (address(self.case().id)) "/sheet#sheet-form" } {
                            input type="hidden" name="key" value=(view.key);
                            (fields(view.web, t, "sheet", wish.unwrap_or(&empty)))
                        }
                    }
                }
            }
        }
    }

    pub(super) fn sheets_made(&self, view: &View<'_>) -> Markup {
        html! {
            @if self.sheets.is_empty() { p { ((view.t)("staff-sheet-none")) } }
            ul role="list" class="sheets" {
                @for sheet in &self.sheets { li { (line(view.web, view.t, sheet)) } }
            }
        }
    }
}

/// A sheet in one line: its code, where it leads, who made it, and who has taken it.
pub(super) fn line(web: &Web, t: &Words<'_>, sheet: &handover::Sheet) -> Markup {
    let now = web.app.now();
    html! {
        a class="code" href=(sheet_at(&sheet.code)) { (sheet.code) } " "
        bdi { (web.app.destination(&sheet.to)) } " "
        span class="hint" { bdi { (sheet.made_by) } " " time { (when(sheet.made_at, now)) } }
        @if let Some((by, at)) = &sheet.taken {
            " " strong { "✓ " (t("staff-sheet-is-taken")) } " " bdi { (by) } " " time { (when(*at, now)) }
        }
    }
}

// Making one.

/// `POST /staff/cases/{id}/sheet`
pub(super) async fn of_case(
    State(web): State<Web>,
    clerk: Clerk,
    Path(id): Path<i64>,
    Form(form): Form<Fields>,
) -> Response {
    let (id, wish) = (CaseId(id), Wish::read(&form));
    let shown = |wish: Wish| Shown {
        sheet: Some(wish),
        ..Shown::default()
    };
    let Some(key) = clerk.key_of(&form) else {
        let status = StatusCode::FORBIDDEN;
        return kept(&web, &clerk, id, Notice::Stale, &shown(wish), status).await;
    };
    if !may_answer(&clerk) {
        let status = StatusCode::FORBIDDEN;
        return kept(&web, &clerk, id, Notice::Forbidden, &shown(wish), status).await;
    }
    let key = format!("inbox:{key}:{id}");
    match make(&web, &clerk, key, Subject::Case(id), &wish).await {
        Ok(made) => made,
        Err(fault) => {
            let shown = shown(wish.with(fault));
            let mut page = inbox::page(&web, &clerk, id, None, &shown).await;
            if page.status() == StatusCode::OK {
                *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            }
            page
        }
    }
}

/// Makes a sheet and leads to it; else the words of why there is none.
async fn make(
    web: &Web,
    clerk: &Clerk,
    key: String,
    subject: Subject,
    wish: &Wish,
) -> Result<Response, &'static str> {
    let order = SheetOrder {
        key,
        clerk: clerk.name.clone(),
        subject,
        to: wish.checked()?,
        note: wish.note.clone(),
    };
    match web.app.hand_over(order).await {
        Ok(Ok(code)) => Ok(super::go(&format!("{}?done=made", sheet_at(&code)))),
        Ok(Err(refusal)) => Err(refusal_id(refusal)),
        Err(error) => Ok(super::failed(&error)),
    }
}

/// `POST /staff/floor/sheet`: for whoever stands at the clerk's own counter.
async fn of_ticket(State(web): State<Web>, clerk: Clerk, Form(form): Form<Fields>) -> Response {
    let wish = Wish::read(&form);
    let again = |wish: Wish, status| form_again(&web, &clerk, &form, wish, status);
    let Some(key) = clerk.key_of(&form) else {
        let status = StatusCode::FORBIDDEN;
        return again(wish.with("staff-desk-stale"), status).await;
    };
    let Some(office) = OfficeId::read(form.get("office")) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    if !clerk.may_at(Right::Serve, &office) {
        return super::not_here(&web);
    }
    let Some(ticket) = at_hand(&web, &clerk, &office, form.get("ticket")) else {
        let status = StatusCode::CONFLICT;
        return again(wish.with("staff-sheet-no-subject"), status).await;
    };
    let key = format!("floor:{key}:{ticket}");
    match make(&web, &clerk, key, Subject::Ticket(ticket), &wish).await {
        Ok(made) => made,
        Err(fault) => again(wish.with(fault), StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

/// The ticket of a form, if it is the one at the counter at which the clerk sits.
fn at_hand(web: &Web, clerk: &Clerk, office: &OfficeId, ticket: &str) -> Option<TicketId> {
    let id = TicketId(ticket.parse().ok()?);
    let hall = web.app.hall(office)?;
    let seat = hall.line.counter_of(&clerk.name)?;
    let there: &Ticket = hall.line.at_counter(seat.number)?;
    (there.id == id).then_some(id)
}

/// The form of the counter once more, on a page of its own, with what was filled in.
async fn form_again(
    web: &Web,
    clerk: &Clerk,
    form: &Fields,
    wish: Wish,
    status: StatusCode,
) -> Response {
    let key = match clerk.key(web).await {
        Ok(key) => key,
        Err(error) => return super::failed(&error),
    };
    let t = super::words(web);
    let told = wish
        .fault
        .map(|fault| Told::problem(t(fault), "#sheet-form"));
    // Beside the fields stands nothing that the notice above has said.
    let wish = Wish {
        fault: None,
        ..wish
    };
    let kept = ["office", "ticket"].map(|name| (name, form.get(name).to_owned()));
    let content = html! {
        p { a href=(FLOOR) { (t("staff-sheet-to-floor")) } }
        section {
            form id="sheet-form" method="post" action=(FROM_FLOOR) class="booking" {
                (pages::hidden(&[("key", key)]))
                (pages::hidden(&kept))
                (fields(web, &t, "sheet", &wish))
            }
        }
    };
    let title = t("staff-sheet-new");
    let frame = Frame {
        title: &title,
        here: FLOOR,
        clerk: Some(clerk),
        told: told.as_ref(),
    };
    let page = super::show(frame.markup(&t, &content));
    (status, page).into_response()
}

/// The address of the form of the counter, opened again.
async fn to_floor() -> Response {
    super::go(FLOOR)
}

// The sheet.

/// Whether a sheet leads to a place at which somebody works with cases.
pub(super) fn is_theirs(clerk: &Clerk, sheet: &handover::Sheet) -> bool {
    match &sheet.to {
        Destination::Office { office, .. } => clerk.may_at(Right::SeeCases, office),
        Destination::Department(_) => false,
    }
}

/// Whether somebody may read a sheet: at either end of the way.
fn may_read(clerk: &Clerk, file: &SheetFile) -> bool {
    let case = file.case.as_ref().map(|case| &case.handoff.case.office);
    let ticket = file.ticket.as_ref().map(|ticket| &ticket.office);
    is_theirs(clerk, &file.sheet)
        || case.is_some_and(|office| clerk.may_about(Right::SeeCases, office.as_ref()))
        || ticket.is_some_and(|office| clerk.may_at(Right::SeeCases, office))
}

/// `GET /staff/sheets?code=H-7K3M`: by the code that stands on the paper.
async fn find(State(web): State<Web>, _: Clerk, Query(fields): Query<Fields>) -> Response {
    match read_code(fields.get("code")) {
        Some(code) => super::go(&sheet_at(&code)),
        None => unknown(&web),
    }
}

/// A code as it is typed: in any width and case, with or without its first letter.
fn read_code(text: &str) -> Option<SheetCode> {
    use unicode_normalization::UnicodeNormalization;
    let flat: String = text.nfkc().collect();
    SheetCode::read(&flat).or_else(|| SheetCode::read(&format!("H-{}", flat.trim())))
}

fn unknown(web: &Web) -> Response {
    super::missing(web, "staff-sheet-unknown")
}

/// `GET /staff/sheets/{code}`
async fn show(
    State(web): State<Web>,
    clerk: Clerk,
    Path(code): Path<String>,
    Query(fields): Query<Fields>,
) -> Response {
    let Some(code) = SheetCode::read(&code) else {
        return unknown(&web);
    };
    let file = match web.app.sheet_file(&code) {
        Ok(Some(file)) => file,
        Ok(None) => return unknown(&web),
        Err(error) => return super::failed(&error),
    };
    if !may_read(&clerk, &file) {
        return super::not_here(&web);
    }
    let key = match clerk.key(&web).await {
        Ok(key) => key,
        Err(error) => return super::failed(&error),
    };
    let t = super::words(&web);
    let paper = Paper::new(&web, &t, &file);
    let told = match fields.get("done") {
        "made" => Some("staff-sheet-done-made"),
        "taken" => Some("staff-sheet-done-taken"),
        "already" => Some("staff-sheet-taken"),
        _ => None,
    };
    let may_take = file.sheet.taken.is_none() && is_theirs(&clerk, &file.sheet);
    let content = html! {
        link rel="stylesheet" href="/assets/sheet.css";
        @if let Some(told) = told { p class="notice off-paper" role="status" { (t(told)) } }
        @if may_take {
            form method="post" action={ (sheet_at(&code)) "/take" } class="off-paper" {
                input type="hidden" name="key" value=(key);
                button class="solid" id="take" { (t("staff-sheet-take")) }
            }
        }
        (paper.markup())
    };
    let back = match file.sheet.case {
        Some(case) => address(case),
        None => inbox::HERE.to_owned(),
    };
    super::show(pages::sheet(&t, &t("staff-sheet-title"), &back, &content))
}

/// `POST /staff/sheets/{code}/take`
async fn take(
    State(web): State<Web>,
    clerk: Clerk,
    Path(code): Path<String>,
    Form(form): Form<Fields>,
) -> Response {
    if clerk.key_of(&form).is_none() {
        return super::stale(&web);
    }
    let Some(code) = SheetCode::read(&code) else {
        return unknown(&web);
    };
    let sheet = match web.app.sheet_file(&code) {
        Ok(Some(file)) => file.sheet,
        Ok(None) => return unknown(&web),
        Err(error) => return super::failed(&error),
    };
    if !is_theirs(&clerk, &sheet) {
        return super::not_here(&web);
    }
    let done = match web.app.take_sheet(code.clone(), &clerk.name).await {
        Ok(Ok(())) => "taken",
        // Their own press once more has done no harm.
        Ok(Err(SheetRefusal::Taken)) if sheet.taken.is_some_and(|(by, _)| by == clerk.name) => {
            "taken"
        }
        Ok(Err(SheetRefusal::Unknown)) => return unknown(&web),
        Ok(Err(_)) => "already",
        Err(error) => return super::failed(&error),
    };
    super::go(&super::address(&sheet_at(&code), &[("done", done)]))
}

/// The address of taking a sheet, opened again.
async fn to_sheet(Path(code): Path<String>) -> Response {
    match SheetCode::read(&code) {
        Some(code) => super::go(&sheet_at(&code)),
        None => super::go(inbox::HERE),
    }
}

/// The sheets on their way to the places of a clerk, for the top of the inbox, with a field for a code.
pub(super) fn arriving(web: &Web, t: &Words<'_>, sheets: &[handover::Sheet]) -> Markup {
    html! {
        @if !sheets.is_empty() {
            section class="arriving" aria-labelledby="arriving-title" {
                h2 id="arriving-title" { (t("staff-sheet-arriving")) }
                ul role="list" class="sheets" { @for sheet in sheets { li { (line(web, t, sheet)) } } }
            }
        }
    }
}

/// The field for the code that stands on a paper.
pub(super) fn by_code(t: &Words<'_>) -> Markup {
    html! {
        form class="place" method="get" action=(HERE) {
            label for="sheet-code" { (t("staff-sheet-by-code")) }
            input id="sheet-code" name="code" required autocomplete="off" placeholder="H-7K3M";
            button class="small" { (t("staff-desk-show")) }
        }
    }
}

/// The sheets that lead to an office, and there to any counter or to this one.
pub(super) fn for_counter<'a>(
    sheets: &'a [handover::Sheet],
    here: &OfficeId,
    seat: Option<CounterNumber>,
) -> Vec<&'a handover::Sheet> {
    let is_for = |sheet: &&handover::Sheet| match &sheet.to {
        Destination::Office { office, counter } => {
            office == here && counter.is_none_or(|counter| Some(counter) == seat)
        }
        Destination::Department(_) => false,
    };
    sheets.iter().filter(is_for).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(to: &str, department: &str) -> Wish {
        Wish {
            to: to.to_owned(),
            department: department.to_owned(),
            ..Wish::default()
        }
    }

    #[test]
    fn a_sheet_leads_to_one_place() {
        let main = OfficeId::read("main").unwrap();
        let to = |counter| Destination::Office {
            office: main.clone(),
            counter,
        };
        assert_eq!(wish("main", "").checked(), Ok(to(None)));
        assert_eq!(wish("main:3", "").checked(), Ok(to(Some(CounterNumber(3)))));
        let tax = Destination::Department("税務課".to_owned());
        assert_eq!(wish("", "税務課").checked(), Ok(tax));
        for (office, department) in [("", ""), ("main", "税務課"), ("main:x", ""), ("Main!", "")]
        {
            let checked = wish(office, department).checked();
            assert_eq!(
                checked,
                Err("staff-sheet-no-place"),
                "{office} {department}"
            );
        }
        let long = "あ".repeat(DEPARTMENT_CHARS_MAX + 1);
        assert_eq!(wish("", &long).checked(), Err("staff-sheet-too-long"));
    }

    #[test]
    fn a_code_is_read_as_it_is_typed() {
        let code = SheetCode::read("H-7K3M");
        assert!(code.is_some());
        for text in ["H-7K3M", "h-7k3m", " Ｈ－７Ｋ３Ｍ ", "7k3m"] {
            assert_eq!(read_code(text), code, "{text}");
        }
        assert_eq!(read_code("K-1001"), None);
    }
}
