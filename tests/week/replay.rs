//! The life of each case, gone through again from its history by rules of our own: who may take which step, who has it then,
//! and who had to be told.

use std::collections::{HashMap, HashSet};

use super::world::World;

/// Where a case stands after some of its steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stand {
    pub state: String,
    pub owner: Option<String>,
    /// The alarms since the last answer.
    alarm: i64,
    /// How often an alarm was the first of its wait.
    pub first_alarms: i64,
    pub alarms: i64,
    /// How many of them were for those who lead.
    pub for_leads: i64,
    /// How often the citizen's words were passed on.
    pub passed_on: i64,
    /// When an answer was last given, and when one last failed to arrive.
    pub answered_at: i64,
    /// When an answer failed and the word went back to the clerk.
    pub woken_at: HashSet<i64>,
    /// Whether a call was ever promised: then the first alarm may be that its time has come.
    pub has_call: bool,
}

struct Event {
    case: i64,
    at: i64,
    who: String,
    step: String,
    state: String,
    detail: String,
}

impl Stand {
    fn go(&mut self, event: &Event) -> Result<(), String> {
        let clerk = event.who.strip_prefix("clerk:").map(str::to_owned);
        let is_own = clerk.is_some() && self.owner == clerk;
        if self.state == "closed" && event.step != "undelivered" {
            return Err("a step after the end".into());
        }
        let is_new = self.state.is_empty();
        if is_new != (event.step == "open") {
            return Err("a case begins once, with its opening".into());
        }
        match event.step.as_str() {
            "open" => self.state = "queued".into(),
            "accept" if clerk.is_some() && self.owner.is_none() => {
                self.state = "accepted".into();
                self.owner = clerk;
            }
            "take-over" if clerk.is_some() && !is_own => {
                if self.state == "queued" {
                    self.state = "accepted".into();
                }
                self.owner = clerk;
            }
            "release" if is_own => {
                if self.state == "answered" {
                    self.alarm = 0;
                }
                self.state = "queued".into();
                self.owner = None;
            }
            "answer" if is_own || (clerk.is_some() && self.owner.is_none()) => {
                self.state = "answered".into();
                self.owner = clerk;
                self.alarm = 0;
                self.answered_at = event.at;
            }
            "write" if event.who.starts_with("resident:") => {
                self.passed_on += 1;
                if self.state == "answered" {
                    self.state = "waiting".into();
                }
            }
            "announce" if is_own || (clerk.is_some() && self.owner.is_none()) => {
                self.state = "waiting".into();
                self.owner = clerk;
                self.alarm = 0;
                self.answered_at = event.at;
            }
            "called" if self.has_call && (is_own || self.owner.is_none()) => {
                self.state = "answered".into();
                self.owner = clerk;
                self.alarm = 0;
            }
            "undelivered"
                if event.who == "desk"
                    && self.owner.is_some()
                    && ["answered", "closed"].contains(&self.state.as_str()) =>
            {
                self.alarm = 0;
                self.state = "waiting".into();
                self.woken_at.insert(event.at);
            }
            "alarm" if event.who == "desk" => self.alarmed(&event.detail)?,
            "call-back" if event.who.starts_with("resident:") => {
                self.has_call = true;
                self.alarm = 0;
            }
            "rank" => self.alarm = 0,
            "hand-over" if is_own || self.owner.is_none() => {}
            "close" if is_own || clerk.is_none() || self.owner.is_none() => {
                self.owner = self.owner.take().or(clerk);
                self.state = "closed".into();
            }
            _ => {
                return Err(format!(
                    "nobody may do that, with {:?} having it",
                    self.owner
                ));
            }
        }
        if self.state == event.state {
            Ok(())
        } else {
            Err(format!("it should be {} then", self.state))
        }
    }

    fn alarmed(&mut self, detail: &str) -> Result<(), String> {
        let level = match detail {
            "staff" => 1,
            "supervisor" => 2,
            "deputy" => 3,
            _ => return Err("an alarm for nobody".into()),
        };
        if level <= self.alarm {
            return Err(format!("alarm {level} after {} in one wait", self.alarm));
        }
        self.first_alarms += i64::from(self.alarm == 0);
        self.alarms += 1;
        self.for_leads += i64::from(level > 1);
        self.alarm = level;
        Ok(())
    }
}

/// Goes through all histories, and compares their ends with the rows of the cases.
pub fn replay(world: &World) -> HashMap<i64, Stand> {
    let mut stands: HashMap<i64, Stand> = HashMap::new();
    for event in events(world) {
        let stand = stands.entry(event.case).or_default();
        let gone = stand.go(&event);
        if let Err(why) = gone {
            panic!(
                "case {}: {} by {} to {} at {}: {why}",
                event.case, event.step, event.who, event.state, event.at
            );
        }
    }
    let owner = "CASE WHEN state = 'queued' THEN '' ELSE ifnull(owner, '') END";
    let rows = world.texts(&format!(
        "SELECT id || '', state || ' ' || {owner} FROM cases"
    ));
    assert_eq!(rows.len(), stands.len(), "a case without a history");
    for (id, row) in rows {
        let stand = &stands[&id.parse().unwrap()];
        let told = format!("{} {}", stand.state, stand.owner.as_deref().unwrap_or(""));
        assert_eq!(row, told, "the row of case {id} and its history differ");
    }
    stands
}

fn events(world: &World) -> Vec<Event> {
    let sql = "SELECT case_id, at, who, step, state, detail FROM case_events ORDER BY id";
    let read = world.app.store().read(|connection| {
        let mut statement = connection.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| {
            Ok(Event {
                case: row.get(0)?,
                at: row.get(1)?,
                who: row.get(2)?,
                step: row.get(3)?,
                state: row.get(4)?,
                detail: row.get(5)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    });
    read.unwrap()
}
