//! The touch panel: language first, then a reservation, a ticket or a question. Each step is a form that carries what was
//! chosen so far; nothing is kept, nothing stands in the address bar, and after a minute without a touch everything is
//! forgotten.

use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;

use super::{Router, Web, device, form_key, offered, trouble};
use crate::app::AppError;
use crate::app::hall::{CheckedIn, Device, DeviceKind, Given};
use crate::channels::web::{gate, session};
use crate::desk::language::Language;
use crate::desk::procedure::Procedure;
use crate::desk::queue::admission::{Admission, AskerKind, Reason};
use crate::desk::queue::arrival::Arrival;
use crate::desk::queue::estimate::Asker;
use crate::desk::queue::floor::TicketWish;
use crate::desk::queue::said::Said;
use crate::desk::queue::ticket::{Needs, State as TicketState};
use crate::desk::visit::Visit;

mod ask;
mod pages;

/// Where the panel begins, and where it goes back to.
const HOME: &str = "/kiosk";

pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route(HOME, get(start))
        .route("/kiosk/alive", get(alive))
        .route("/kiosk/menu", post(menu).get(home))
        .route("/kiosk/code", post(code).get(home))
        .route("/kiosk/check-in", post(check_in).get(home))
        .route("/kiosk/procedure", post(procedure).get(home))
        .route("/kiosk/people", post(people).get(home))
        .route("/kiosk/wait", post(wait).get(home))
        .route("/kiosk/take", post(take).get(home))
        .route("/kiosk/ask", get(ask::show).post(ask::say))
}

/// `GET` on the address of a step: what was chosen is forgotten.
async fn home() -> Redirect {
    Redirect::to(HOME)
}

/// `GET /kiosk/alive`: for the script, which does not leave a page while nobody answers.
async fn alive() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// What a form of the panel posts.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Post {
    language: String,
    key: String,
    code: String,
    /// A key of the keypad, where no script takes it.
    add: String,
    erase: String,
    chair: String,
    hearing: String,
    interpreter: String,
    procedure: String,
    people: String,
    /// A new conversation.
    begin: String,
    text: String,
    choice: String,
}

impl Post {
    fn needs(&self) -> Needs {
        Needs {
            chair: !self.chair.is_empty(),
            hearing: !self.hearing.is_empty(),
            interpreter: !self.interpreter.is_empty(),
        }
    }
}

type Posted = Result<Form<Post>, FormRejection>;

/// The panel at one step: where it stands, and in which language it speaks.
struct Panel {
    web: Web,
    device: Device,
    language: Language,
}

/// What somebody without a reservation has come for.
struct Errand {
    procedure: Procedure,
    people: u8,
}

impl Panel {
    fn words(&self, id: &str) -> String {
        self.web.app.words(id, self.language)
    }

    fn trouble(&self, error: &AppError) -> Response {
        trouble(&self.web, self.language, error, HOME)
    }

    async fn key(&self) -> Result<String, Box<Response>> {
        let key = self.web.app.new_token().await;
        key.map_err(|error| Box::new(self.trouble(&error)))
    }

    /// What was chosen, if the panel offers it.
    fn errand(&self, post: &Post) -> Option<Errand> {
        let procedure = self.procedure(post)?;
        let people = post.people.parse().ok()?;
        let most = self.web.app.rules().booking.people_max;
        (1..=most)
            .contains(&people)
            .then_some(Errand { procedure, people })
    }

    fn procedure(&self, post: &Post) -> Option<Procedure> {
        let procedure = Procedure::from_id(&post.procedure)?;
        let office = self.web.app.rules().office(&self.device.office)?;
        office.procedures.contains(&procedure).then_some(procedure)
    }
}

/// The panel behind a posted step. A form without a language is none of the panel's.
fn step(web: Web, headers: &HeaderMap, form: Posted) -> Result<(Panel, Post), Box<Response>> {
    let device = device(&web, headers, DeviceKind::Kiosk)?;
    // Nobody presses that fast; a panel that does is out of order, and its posts do nothing.
    if let Err(wait) = web.limits.message(&format!("kiosk:{}", device.name)) {
        return Err(Box::new(gate::too_fast(&web, headers, wait)));
    }
    let post = form.map(|Form(post)| post).unwrap_or_default();
    let Some(language) = offered(&web, &post.language) else {
        return Err(Box::new(Redirect::to(HOME).into_response()));
    };
    let panel = Panel {
        web,
        device,
        language,
    };
    Ok((panel, post))
}

/// `GET /kiosk`: the languages. Whoever was here before is forgotten.
async fn start(State(web): State<Web>, headers: HeaderMap) -> Response {
    match device(&web, &headers, DeviceKind::Kiosk) {
        Ok(device) => {
            let page = pages::start(&web, &device).into_response();
            session::with_cookie(page, &ask::forgotten())
        }
        Err(response) => *response,
    }
}

/// `POST /kiosk/menu`: what somebody has come for.
async fn menu(State(web): State<Web>, headers: HeaderMap, form: Posted) -> Response {
    match step(web, &headers, form) {
        Ok((panel, _)) => pages::menu(&panel).into_response(),
        Err(response) => *response,
    }
}

/// `POST /kiosk/code`: the code of a reservation; without a script each key of the keypad comes here.
async fn code(State(web): State<Web>, headers: HeaderMap, form: Posted) -> Response {
    let (panel, post) = match step(web, &headers, form) {
        Ok(step) => step,
        Err(response) => return *response,
    };
    let mut code: String = post.code.trim().chars().take(CODE_CHARS_MAX).collect();
    if post.erase.is_empty() {
        code.extend(
            post.add
                .chars()
                .filter(|c| pages::KEYPAD.contains(*c))
                .take(1),
        );
    } else {
        code.pop();
    }
    ask_code(&panel, &post, &code, None).await
}

/// The longest text that stands in the field of the code; a QR code may hold a sentence around it.
const CODE_CHARS_MAX: usize = 200;

async fn ask_code(panel: &Panel, post: &Post, code: &str, problem: Option<&str>) -> Response {
    match panel.key().await {
        Ok(key) => pages::code(panel, code, post.needs(), &key, problem).into_response(),
        Err(response) => *response,
    }
}

/// `POST /kiosk/check-in`: somebody with a reservation is here.
async fn check_in(State(web): State<Web>, headers: HeaderMap, form: Posted) -> Response {
    let (panel, post) = match step(web, &headers, form) {
        Ok(step) => step,
        Err(response) => return *response,
    };
    let code: String = post.code.trim().chars().take(CODE_CHARS_MAX).collect();
    let Some(key) = form_key("kiosk", &post.key).filter(|_| !code.is_empty()) else {
        return ask_code(&panel, &post, &code, None).await;
    };
    let checked = panel.web.app.check_in(
        key,
        panel.device.office.clone(),
        panel.device.name.clone(),
        code.clone(),
        panel.language,
        post.needs(),
    );
    match checked.await {
        // Whoever has been served, or has left, is called no more.
        Ok(CheckedIn::Given(given)) if is_over(&given) => {
            pages::not_now(&panel, &panel.words("kiosk-already-here")).into_response()
        }
        Ok(CheckedIn::Given(given)) => pages::ticket(&panel, &given).into_response(),
        Ok(CheckedIn::Arrival { arrival, visit }) => {
            pages::not_now(&panel, &arrived(&panel, arrival, visit)).into_response()
        }
        Ok(CheckedIn::Unknown) => {
            let problem = panel.words("kiosk-code-unknown");
            ask_code(&panel, &post, &code, Some(&problem)).await
        }
        Ok(CheckedIn::TooOften) => {
            pages::not_now(&panel, &panel.words("kiosk-code-too-often")).into_response()
        }
        Err(error) => panel.trouble(&error),
    }
}

fn is_over(given: &Given) -> bool {
    matches!(
        given.ticket.state,
        TicketState::Done { .. } | TicketState::Left { .. }
    )
}

/// Why a reservation gives no ticket here and now.
fn arrived(panel: &Panel, arrival: Arrival, visit: Visit) -> String {
    let phone = panel.web.app.rules().person.phone.clone();
    let said = match arrival {
        Arrival::TooEarly { from } => Said::TooEarly { visit, from },
        Arrival::LaterDay => Said::OtherDay { visit, past: false },
        Arrival::PastDay => Said::OtherDay { visit, past: true },
        Arrival::OtherOffice => Said::OtherOffice { visit },
        Arrival::Closed => Said::CheckInClosed { visit, phone },
        Arrival::AlreadyHere => return panel.words("kiosk-already-here"),
        Arrival::Cancelled => return panel.words("kiosk-cancelled"),
        // Whoever is in time or late gets a ticket; the two are here for the compiler.
        Arrival::InTime | Arrival::Late { .. } => return panel.words("kiosk-code-unknown"),
    };
    panel.web.app.sentence(&said, panel.language)
}

/// `POST /kiosk/procedure`: what somebody without a reservation has come for.
async fn procedure(State(web): State<Web>, headers: HeaderMap, form: Posted) -> Response {
    match step(web, &headers, form) {
        Ok((panel, _)) => pages::procedures(&panel).into_response(),
        Err(response) => *response,
    }
}

/// `POST /kiosk/people`: how many they are.
async fn people(State(web): State<Web>, headers: HeaderMap, form: Posted) -> Response {
    let (panel, post) = match step(web, &headers, form) {
        Ok(step) => step,
        Err(response) => return *response,
    };
    match panel.procedure(&post) {
        Some(procedure) => pages::people(&panel, procedure).into_response(),
        None => pages::procedures(&panel).into_response(),
    }
}

/// `POST /kiosk/wait`: how long it would take, before anything is given.
async fn wait(State(web): State<Web>, headers: HeaderMap, form: Posted) -> Response {
    let (panel, post) = match step(web, &headers, form) {
        Ok(step) => step,
        Err(response) => return *response,
    };
    match panel.errand(&post) {
        Some(errand) => tell_wait(&panel, &errand).await,
        None => pages::procedures(&panel).into_response(),
    }
}

async fn tell_wait(panel: &Panel, errand: &Errand) -> Response {
    let asker = Asker {
        procedures: vec![errand.procedure],
        people: errand.people,
    };
    let office = panel.device.office.clone();
    let asked = match panel
        .web
        .app
        .ask_ticket(office.clone(), asker, AskerKind::Kiosk)
        .await
    {
        Ok(asked) => asked,
        Err(error) => return panel.trouble(&error),
    };
    let wait = match asked.admission {
        Admission::Admitted(wait) => wait.told(),
        Admission::Refused(reason) => {
            return pages::refused(panel, &no_ticket(panel, reason), &asked.free).into_response();
        }
    };
    let said = Said::AskTicket {
        office,
        procedure: errand.procedure,
        people: errand.people,
        waiting: asked.waiting,
        wait,
    };
    let sentence = panel.web.app.sentence(&said, panel.language);
    match panel.key().await {
        Ok(key) => pages::wait(panel, errand, &sentence, &key).into_response(),
        Err(response) => *response,
    }
}

fn no_ticket(panel: &Panel, reason: Reason) -> String {
    let said = Said::Refused {
        office: panel.device.office.clone(),
        reason,
        phone: panel.web.app.rules().person.phone.clone(),
        // The page lists them itself, in large type.
        free: Vec::new(),
    };
    panel.web.app.sentence(&said, panel.language)
}

/// `POST /kiosk/take`: the ticket. The key of the form gives it once, however often the button is touched.
async fn take(State(web): State<Web>, headers: HeaderMap, form: Posted) -> Response {
    let (panel, post) = match step(web, &headers, form) {
        Ok(step) => step,
        Err(response) => return *response,
    };
    let (Some(errand), Some(key)) = (panel.errand(&post), form_key("kiosk", &post.key)) else {
        return pages::procedures(&panel).into_response();
    };
    let wish = TicketWish {
        procedures: vec![errand.procedure],
        people: errand.people,
        language: panel.language,
        needs: post.needs(),
        resident: None,
        from: AskerKind::Kiosk,
        beyond: None,
    };
    let office = panel.device.office.clone();
    match panel.web.app.give_ticket(key, office, wish).await {
        Ok(Ok(given)) => pages::ticket(&panel, &given).into_response(),
        // The hall has filled up since the wait was told: it is told anew, with the nearest free times.
        Ok(Err(reason)) => refuse(&panel, &errand, reason).await,
        Err(error) => panel.trouble(&error),
    }
}

async fn refuse(panel: &Panel, errand: &Errand, reason: Reason) -> Response {
    let asker = Asker {
        procedures: vec![errand.procedure],
        people: errand.people,
    };
    let office = panel.device.office.clone();
    match panel
        .web
        .app
        .ask_ticket(office, asker, AskerKind::Kiosk)
        .await
    {
        Ok(asked) => pages::refused(panel, &no_ticket(panel, reason), &asked.free).into_response(),
        Err(error) => panel.trouble(&error),
    }
}
