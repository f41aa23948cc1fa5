//! What three hundred citizens do in a week: they ask for a person in their languages, write again, change their minds, fall
//! silent, shut the bot out, and ask to be called.

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use madoguchi::desk::choice::Choice;
use madoguchi::desk::rules::civil;
use madoguchi::ids::CaseId;
use rand::Rng;
use rand::seq::IndexedRandom;
use serde_json::{Value, json};

use super::world::{CITIZENS, OpenCase, World};
use crate::server::{Visitor, choice};

/// Languages, how somebody asks for a person in them, and what is said while one waits.
const TONGUES: [(&str, &str, &str); 6] = [
    ("ja", "職員と話したい", "まだでしょうか"),
    ("en", "I want to talk to staff", "Is anybody looking at it"),
    ("vi", "Nói chuyện với nhân viên", "Tôi vẫn đang chờ"),
    ("zh-Hans", "找职员咨询", "请问还要多久"),
    ("ko", "직원에게 문의", "아직 기다리고 있어요"),
    ("pt-BR", "Falar com um funcionário", "Ainda estou esperando"),
];
/// What is urgent, in Japanese.
const LOST: &str = "マイナンバーカードをなくした";

/// How somebody talks to the desk.
pub enum Way {
    Telegram(i64),
    Web(Visitor),
}

/// What somebody is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    WritesAgain,
    Withdraws,
    FallsSilent,
    Blocks,
    WantsACall,
    ComesBack,
}

const MANNERS: [Manner; 6] = [
    Manner::WritesAgain,
    Manner::Withdraws,
    Manner::FallsSilent,
    Manner::Blocks,
    Manner::WantsACall,
    Manner::ComesBack,
];

pub struct Citizen {
    pub way: Way,
    pub manner: Manner,
    tongue: (&'static str, &'static str, &'static str),
    is_urgent: bool,
    /// When they ask for a person first.
    due: DateTime<Utc>,
    pub resident: Option<i64>,
    /// How much they have done since.
    acts: u8,
    is_blocking: bool,
    /// When they wrote last, and the mark in it.
    pub words: Option<(DateTime<Utc>, String)>,
    /// The rows that their page has shown, and how often.
    pub shown: std::collections::HashMap<i64, usize>,
    last_event: Option<String>,
}

impl Citizen {
    /// Goes on with the same conversation at the program's new address.
    pub fn moves_to(&mut self, there: &Visitor) {
        if let Way::Web(visitor) = &mut self.way {
            *visitor = there.clone().with_token(visitor);
        }
    }
}

impl World {
    /// Makes the citizens up: most of them come while the counter is open.
    pub fn settle_in(&mut self) {
        let start = self.now();
        let there = Visitor::at(&self.base);
        for n in 0..CITIZENS {
            let day = if self.chance(0.12) {
                self.rng.random_range(5..7)
            } else {
                self.rng.random_range(0..5)
            };
            let minutes = if self.chance(0.8) {
                // From nine to five.
                self.rng.random_range(60..540)
            } else {
                self.rng.random_range(0..1320)
            };
            let tongue = *TONGUES.choose(&mut self.rng).unwrap();
            let number = 7_000_000_000 + i64::try_from(n).unwrap();
            let way = if n % 5 < 3 {
                self.telegram.user(number, "市民", tongue.0);
                Way::Telegram(number)
            } else {
                Way::Web(there.clone())
            };
            let manner = *MANNERS.choose(&mut self.rng).unwrap();
            self.citizens.push(Citizen {
                is_urgent: tongue.0 == "ja" && self.rng.random_bool(0.3),
                way,
                manner,
                tongue,
                due: start + TimeDelta::days(day) + TimeDelta::minutes(minutes),
                resident: None,
                acts: 0,
                is_blocking: false,
                words: None,
                shown: std::collections::HashMap::new(),
                last_event: None,
            });
        }
    }

    /// Everybody does what they feel like now.
    pub async fn citizens_act(&mut self) {
        let now = self.now();
        let open = self.open_cases();
        for n in 0..self.citizens.len() {
            if self.citizens[n].words.is_none() {
                if self.citizens[n].due <= now {
                    self.asks(n).await;
                }
                continue;
            }
            let own = self.citizens[n].resident;
            let case = open.iter().find(|case| Some(case.resident) == own).cloned();
            let by_night = !(8..21).contains(&civil(now).hour());
            if !by_night && self.chance(0.12) {
                self.goes_on(n, case).await;
            }
        }
        self.taken().await;
        self.know_newcomers();
    }

    /// Who has written from Telegram has a row by now.
    fn know_newcomers(&mut self) {
        let known =
            self.texts("SELECT address, id || '' FROM residents WHERE channel = 'telegram'");
        let known: std::collections::HashMap<String, String> = known.into_iter().collect();
        for citizen in &mut self.citizens {
            if let (Way::Telegram(chat), None) = (&citizen.way, citizen.resident) {
                citizen.resident = known.get(&chat.to_string()).map(|id| id.parse().unwrap());
            }
        }
    }

    async fn goes_on(&mut self, n: usize, case: Option<OpenCase>) {
        let acts = self.citizens[n].acts;
        match (self.citizens[n].manner, case) {
            (Manner::WritesAgain, Some(case)) if acts < 3 && case.state != "waiting" => {
                self.writes(n).await;
            }
            (Manner::Withdraws, Some(case)) if acts < 1 => {
                self.count("withdrawals");
                self.picks(n, &Choice::WithdrawCase(CaseId(case.id)).code())
                    .await;
            }
            (Manner::WantsACall, Some(case)) if acts < 1 => self.asks_for_a_call(n, case.id).await,
            (Manner::Blocks, case) => self.shuts_the_bot_out(n, case.is_some()),
            (Manner::ComesBack, None) if acts < 1 => self.asks(n).await,
            (Manner::ComesBack, Some(_)) if acts == 1 => self.writes(n).await,
            _ => return,
        }
        self.citizens[n].acts += 1;
    }

    /// Asks for a person: with words, or about a lost card.
    async fn asks(&mut self, n: usize) {
        let wish = if self.citizens[n].is_urgent {
            LOST
        } else {
            self.citizens[n].tongue.1
        };
        self.count("wishes");
        self.says(n, wish.to_owned(), String::new()).await;
    }

    async fn writes(&mut self, n: usize) {
        let token = self.token();
        let text = format!("{} {token}", self.citizens[n].tongue.2);
        self.count("words of citizens");
        self.says(n, text, token).await;
    }

    async fn says(&mut self, n: usize, text: String, token: String) {
        let now = self.now();
        let is_first = self.citizens[n].words.is_none();
        self.citizens[n].words = Some((now, token));
        let tag = self.citizens[n].tongue.0;
        match &mut self.citizens[n].way {
            Way::Telegram(chat) => {
                let chat = *chat;
                let update = self.telegram.says(chat, &text);
                self.updates.push(update);
                if self.chance(0.05) {
                    self.telegram.redeliver(update);
                    self.count("updates that came twice");
                }
            }
            Way::Web(visitor) => {
                let mut message = visitor.next("text", &text);
                message["language"] = json!(tag);
                visitor.sends(message.clone()).await;
                if is_first {
                    let newest = "SELECT max(id) FROM residents WHERE channel = 'web'";
                    self.citizens[n].resident = Some(self.number(newest));
                } else if self.chance(0.1) {
                    // The answer was lost on the way, and the page sends the same again.
                    if let Way::Web(visitor) = &mut self.citizens[n].way {
                        visitor.sends(message).await;
                    }
                    self.count("web messages that came twice");
                }
            }
        }
    }

    /// Presses a button, where it is still to be seen; what a page is told then.
    async fn picks(&mut self, n: usize, code: &str) -> Option<Value> {
        match &mut self.citizens[n].way {
            Way::Telegram(chat) => {
                let chat = *chat;
                let update = self.telegram.presses_data(chat, code, chat)?;
                self.updates.push(update);
                None
            }
            Way::Web(visitor) => Some(visitor.picks(code).await),
        }
    }

    /// Asks to be called: a time, a number.
    async fn asks_for_a_call(&mut self, n: usize, case: i64) {
        self.count("calls asked for");
        let said = self.picks(n, &Choice::CallBack(CaseId(case)).code()).await;
        self.taken().await;
        self.deliver().await;
        let time = match (&self.citizens[n].way, said) {
            (Way::Web(_), Some(said)) => choice(&said, "ca."),
            (Way::Telegram(chat), _) => self.newest_button(*chat, "ca."),
            (Way::Web(_), None) => None,
        };
        let Some(time) = time else {
            return;
        };
        self.picks(n, &time).await;
        self.taken().await;
        let now = self.now();
        self.citizens[n].words = Some((now, String::new()));
        let number = "090-1234-5678";
        match &mut self.citizens[n].way {
            Way::Telegram(chat) => {
                let update = self.telegram.says(*chat, number);
                self.updates.push(update);
            }
            Way::Web(visitor) => drop(visitor.says(number).await),
        }
    }

    fn newest_button(&self, chat: i64, prefix: &str) -> Option<String> {
        use crate::fake_telegram::Action;
        self.telegram.look(|telegram| {
            let newest = telegram.said_by_bot(chat).next_back()?;
            newest
                .buttons
                .iter()
                .flatten()
                .find_map(|button| match &button.action {
                    Action::Callback(data) if data.starts_with(prefix) => Some(data.clone()),
                    _ => None,
                })
        })
    }

    /// Shuts the bot out with a case open, and lets it in again some day.
    fn shuts_the_bot_out(&mut self, n: usize, has_case: bool) {
        let Way::Telegram(chat) = self.citizens[n].way else {
            return;
        };
        if !self.citizens[n].is_blocking && has_case && self.citizens[n].acts < 10 {
            self.citizens[n].is_blocking = true;
            self.count("citizens who blocked the bot");
            if self.chance(0.5) {
                let update = self.telegram.blocks_the_bot(chat, true);
                self.updates.push(update);
            } else {
                self.telegram.quietly_blocks_the_bot(chat);
            }
        } else if self.citizens[n].is_blocking && self.chance(0.1) {
            self.citizens[n].is_blocking = false;
            self.citizens[n].acts = 20;
            let update = self.telegram.blocks_the_bot(chat, false);
            self.updates.push(update);
            let token = self.token();
            let text = format!("{} {token}", self.citizens[n].tongue.2);
            let update = self.telegram.says(chat, &text);
            self.updates.push(update);
            self.citizens[n].words = Some((self.now(), token));
        }
    }

    /// The pages of those on the web follow what comes; some lose the connection and go on where they stood.
    pub async fn pages_read(&mut self, share: f64) {
        for n in 0..self.citizens.len() {
            let Some(resident) = self.citizens[n].resident else {
                continue;
            };
            if matches!(self.citizens[n].way, Way::Telegram(_)) || !self.chance(share) {
                continue;
            }
            let after: i64 = self.citizens[n]
                .last_event
                .as_ref()
                .map_or(0, |id| id.parse().unwrap());
            let waiting = self.column(&format!(
                "SELECT id FROM outbox WHERE resident = {resident} AND state <> 'pulled' AND id > {after} ORDER BY id"
            ));
            if waiting.is_empty() {
                continue;
            }
            let mut most = waiting.len();
            if share < 1.0 && most > 1 && self.chance(0.2) {
                most = 1;
                self.count("pages that lost their connection");
            }
            let citizen = &mut self.citizens[n];
            let Way::Web(visitor) = &citizen.way else {
                continue;
            };
            let mut events = visitor.follows("", Some(&after.to_string())).await;
            for _ in 0..most {
                let (id, _) = events.next().await.expect("what is committed is shown");
                *citizen.shown.entry(id.parse().unwrap()).or_default() += 1;
                citizen.last_event = Some(id);
            }
        }
    }
}
