//! What eight clerks do: four answer in the group on Telegram, four on the pages of the inbox with their sessions and keys.
//! They race for cases, answer, note, send reviewed answers, take over, give back, hand over and close.

use std::sync::Arc;

use chrono::TimeDelta;
use madoguchi::app::handovers::SheetOrder;
use madoguchi::app::password::Password;
use madoguchi::desk::case::handover::{Destination, Subject};
use madoguchi::desk::case::state::CloseReason;
use madoguchi::desk::choice::Choice;
use madoguchi::desk::rules::civil;
use madoguchi::ids::CaseId;
use rand::Rng;
use rand::seq::IndexedRandom;
use reqwest::{Method, StatusCode};

use super::world::{OpenCase, World, phone};
use crate::login::Browser;
use crate::review_page::value;
use crate::server::Answer;

const INSIDE: &str = "madoguchi-staff";
/// A reviewed answer that stands in every language.
const REVIEWED: &str = "pin-forgot";

/// Where a clerk works.
pub enum Seat {
    Phone(i64),
    Page(Arc<Browser>),
}

pub struct Clerk {
    pub name: String,
    pub seat: Seat,
}

impl Clerk {
    /// The browser goes on with its session at the program's new address.
    pub fn moves_to(&mut self, base: &str) {
        if let Seat::Page(browser) = &mut self.seat {
            let next = Browser::at(base);
            next.holds(INSIDE, &browser.cookie(INSIDE));
            *browser = Arc::new(next);
        }
    }
}

/// How an answer that a clerk tried to give went, as the clerk saw it.
pub enum Outcome {
    /// From Telegram: the update that carried it.
    Update(i64),
    /// The page said that it is on its way, or that it is not.
    Page(bool),
}

/// An answer that a clerk has tried to give.
pub struct Try {
    pub token: String,
    pub case: i64,
    pub clerk: String,
    pub outcome: Outcome,
}

fn password(name: &str) -> String {
    format!("the long password of {name}")
}

impl World {
    pub async fn hire(&mut self) {
        for n in 1..=4 {
            let seat = Seat::Phone(phone(n));
            let name = format!("phone-{n}");
            self.clerks.push(Clerk { name, seat });
        }
        for n in 1..=4 {
            let name = format!("page-{n}");
            let set = Password::new(&password(&name), &name).unwrap();
            self.app.set_password(&name, &set).await.unwrap();
            let seat = Seat::Page(Arc::new(Browser::at(&self.base)));
            self.clerks.push(Clerk { name, seat });
        }
    }

    /// Those who are at work do one thing each, while the counter is open.
    pub async fn clerks_act(&mut self) {
        if !self.app.rules().calendar.is_open(civil(self.now())) {
            return;
        }
        if self.chance(0.25) {
            self.race().await;
        }
        for n in 0..self.clerks.len() {
            if self.chance(0.75) {
                self.acts(n).await;
            }
        }
        self.taken().await;
    }

    /// Two on the pages and one in the group want the same case at once.
    async fn race(&mut self) {
        let open = self.open_cases();
        let free: Vec<&OpenCase> = open.iter().filter(|case| case.state == "queued").collect();
        let Some(case) = free.choose(&mut self.rng).map(|case| case.id) else {
            return;
        };
        self.count("races for a case");
        let code = Choice::AcceptCase(CaseId(case)).code();
        let by = phone(self.rng.random_range(1..=4));
        if let Some(update) = self.telegram.presses_data(self.group, &code, by) {
            self.updates.push(update);
        }
        let first = self.rng.random_range(4..8);
        let second = 4 + (first - 3) % 4;
        let (one, two) = (self.browser(first).await, self.browser(second).await);
        let pages = tokio::join!(case_page(&one, case), case_page(&two, case));
        let (Some(mine), Some(theirs)) = pages else {
            return;
        };
        tokio::join!(
            presses(&one, &mine, case, "accept", &[]),
            presses(&two, &theirs, case, "accept", &[])
        );
        self.taken().await;
    }

    /// What one clerk does next: their own cases first, then those that nobody has.
    async fn acts(&mut self, n: usize) {
        let name = self.clerks[n].name.clone();
        let open = self.open_cases();
        let own: Vec<OpenCase> = open
            .iter()
            .filter(|case| case.owner.as_ref() == Some(&name))
            .cloned()
            .collect();
        let owed: Vec<&OpenCase> = own.iter().filter(|case| case.state != "answered").collect();
        if let Some(case) = owed.choose(&mut self.rng).map(|case| (*case).clone()) {
            return self.works_on(n, &case).await;
        }
        let now = self.now();
        let quiet = now - TimeDelta::minutes(40);
        let done: Vec<&OpenCase> = own
            .iter()
            .filter(|case| case.touched_at < quiet.timestamp_millis())
            .collect();
        if let Some(case) = done.choose(&mut self.rng).map(|case| case.id)
            && self.chance(0.5)
        {
            return self.closes(n, case).await;
        }
        let free: Vec<i64> = open
            .iter()
            .filter(|case| case.state == "queued")
            .map(|case| case.id)
            .collect();
        let others: Vec<i64> = open
            .iter()
            .filter(|case| case.owner.as_ref().is_some_and(|owner| *owner != name))
            .map(|case| case.id)
            .collect();
        let free = free.choose(&mut self.rng).copied();
        let others = others.choose(&mut self.rng).copied();
        match (free, others, self.rng.random_range(0..20)) {
            // A page that was open too long, or a slip of the finger.
            (_, Some(case), 0) => self.answers(n, case).await,
            (_, Some(case), 1) => self.takes_over(n, case).await,
            (_, Some(case), 2) => self.notes(n, case).await,
            (Some(case), _, 3..8) => self.answers(n, case).await,
            (Some(case), _, _) => self.accepts(n, case).await,
            _ => {}
        }
    }

    /// Something with one's own case, whose word is with the staff.
    async fn works_on(&mut self, n: usize, case: &OpenCase) {
        match self.rng.random_range(0..20) {
            0..12 => self.answers(n, case.id).await,
            12..14 => self.notes(n, case.id).await,
            14..16 => self.sends_reviewed(n, case.id).await,
            16 => self.gives_back(n, case.id).await,
            17 => self.hands_over(n, case.id).await,
            18 => self.closes(n, case.id).await,
            _ => {}
        }
    }

    async fn accepts(&mut self, n: usize, case: i64) {
        self.count("accepts");
        match self.clerks[n].seat {
            Seat::Phone(by) => {
                let code = Choice::AcceptCase(CaseId(case)).code();
                let pressed = self.telegram.presses_data(self.group, &code, by);
                self.updates.extend(pressed);
            }
            Seat::Page(_) => self.presses(n, case, "accept", &[]).await,
        }
    }

    async fn answers(&mut self, n: usize, case: i64) {
        let token = self.token();
        let text = format!("窓口よりお答えします。ご本人がお越しください。（{token}）");
        let outcome = match self.clerks[n].seat {
            Seat::Phone(by) => match self.replies(case, &text, by) {
                Some(update) => Outcome::Update(update),
                None => return,
            },
            Seat::Page(_) => {
                let browser = self.browser(n).await;
                let Some(page) = case_page(&browser, case).await else {
                    return;
                };
                let key = value(&page, "data-key=\"");
                let path = format!("/staff/cases/{case}/reply");
                let fields = [("text", text.as_str()), ("key", key.as_str())];
                let send = || browser.sends(Method::POST, &path, &fields);
                let answer = if self.chance(0.1) {
                    self.count("answers that were sent twice");
                    let (answer, _) = tokio::join!(send(), send());
                    answer
                } else {
                    send().await
                };
                Outcome::Page(is_done(&answer, "replied"))
            }
        };
        self.count("answers tried");
        let clerk = self.clerks[n].name.clone();
        self.tries.push(Try {
            token,
            case,
            clerk,
            outcome,
        });
    }

    async fn notes(&mut self, n: usize, case: i64) {
        self.count("notes");
        let token = self.token();
        let text = format!("内緒：家族に確認する {token}");
        self.secrets.push(token);
        match self.clerks[n].seat {
            Seat::Phone(by) => drop(self.replies(case, &format!("/note {text}"), by)),
            Seat::Page(_) => {
                let browser = self.browser(n).await;
                let Some(page) = case_page(&browser, case).await else {
                    return;
                };
                let key = value(&page, "data-key=\"");
                let fields = [("text", text.as_str()), ("key", key.as_str())];
                let path = format!("/staff/cases/{case}/note");
                let answer = browser.sends(Method::POST, &path, &fields).await;
                assert!(is_done(&answer, "noted"), "{answer:?}");
            }
        }
    }

    async fn sends_reviewed(&mut self, n: usize, case: i64) {
        if matches!(self.clerks[n].seat, Seat::Page(_)) {
            self.count("reviewed answers");
            self.presses(n, case, "send", &[("entry", REVIEWED)]).await;
        } else {
            self.answers(n, case).await;
        }
    }

    async fn takes_over(&mut self, n: usize, case: i64) {
        if matches!(self.clerks[n].seat, Seat::Page(_)) {
            self.count("cases taken over");
            self.presses(n, case, "take-over", &[]).await;
        }
    }

    async fn gives_back(&mut self, n: usize, case: i64) {
        if matches!(self.clerks[n].seat, Seat::Page(_)) {
            self.count("cases given back");
            self.presses(n, case, "release", &[]).await;
        }
    }

    async fn hands_over(&mut self, n: usize, case: i64) {
        self.count("sheets");
        let (key, token) = (self.token(), self.token());
        let note = format!("内緒の引継ぎ {token}");
        self.secrets.push(token);
        let order = SheetOrder {
            key,
            clerk: self.clerks[n].name.clone(),
            subject: Subject::Case(CaseId(case)),
            to: Destination::Department("税務課".into()),
            note,
        };
        // The citizen may have withdrawn meanwhile.
        drop(self.app.hand_over(order).await.unwrap());
    }

    async fn closes(&mut self, n: usize, case: i64) {
        self.count("cases closed by clerks");
        let by_button = self.chance(0.5);
        match self.clerks[n].seat {
            Seat::Phone(by) if by_button => {
                let code = Choice::CloseCase(CaseId(case)).code();
                let pressed = self.telegram.presses_data(self.group, &code, by);
                self.updates.extend(pressed);
            }
            Seat::Phone(by) => drop(self.replies(case, "/close", by)),
            Seat::Page(_) => {
                let why = *CloseReason::OF_CLERKS.choose(&mut self.rng).unwrap();
                self.presses(n, case, "close", &[("why", why.id())]).await;
            }
        }
    }

    /// In the group: an answer to the newest message about the case that is still there.
    fn replies(&mut self, case: i64, text: &str, by: i64) -> Option<i64> {
        let sql = format!(
            "SELECT sent_id FROM outbox WHERE channel = 'staff' AND case_id = {case} AND sent_id IS NOT NULL
             ORDER BY id DESC"
        );
        let group = self.group;
        let message = self.column(&sql).into_iter().find(|message| {
            let message = *message;
            self.telegram
                .look(|telegram| telegram.is_there(group, message))
        })?;
        let update = self.telegram.replies_in(group, message, text, by);
        self.updates.push(update);
        if self.chance(0.05) {
            self.telegram.redeliver(update);
            self.count("updates that came twice");
        }
        Some(update)
    }

    async fn presses(&mut self, n: usize, case: i64, what: &str, more: &[(&str, &str)]) {
        let browser = self.browser(n).await;
        if let Some(page) = case_page(&browser, case).await {
            presses(&browser, &page, case, what, more).await;
        }
    }

    /// The browser of a clerk on the pages, who has come in: sessions end after ten hours.
    async fn browser(&mut self, n: usize) -> Arc<Browser> {
        let clerk = &self.clerks[n];
        let Seat::Page(browser) = &clerk.seat else {
            panic!("{} has no page", clerk.name);
        };
        let browser = Arc::clone(browser);
        let inbox = browser.gets("/staff/cases").await;
        if inbox.status != StatusCode::OK {
            let answer = browser
                .enters(&clerk.name, &password(&clerk.name), "")
                .await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
            self.count("logins");
        }
        browser
    }
}

fn is_done(answer: &Answer, what: &str) -> bool {
    answer.header("location").ends_with(&format!("done={what}"))
}

async fn case_page(browser: &Browser, case: i64) -> Option<String> {
    let answer = browser.gets(&format!("/staff/cases/{case}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    // A case that is over has no forms.
    answer.body.contains("data-key=\"").then_some(answer.body)
}

/// Presses a button on the page of a case, as it was drawn.
async fn presses(browser: &Browser, page: &str, case: i64, what: &str, more: &[(&str, &str)]) {
    let key = value(page, "data-key=\"");
    let seen = page.split_once("name=\"seen\" value=\"");
    let seen = seen.map_or("0", |(_, rest)| rest.split('"').next().unwrap());
    let mut fields = vec![("what", what), ("seen", seen), ("key", key.as_str())];
    fields.extend_from_slice(more);
    let path = format!("/staff/cases/{case}/do");
    let answer = browser.sends(Method::POST, &path, &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
}
