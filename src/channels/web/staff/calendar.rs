//! What staff enter into the calendar: closures, hours, counters. An entry is asked back once before it counts, because
//! people may be told at once.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::calendar_pages::{Confirm, Log, Outcome};
use super::pages::{Notice, Told};
use super::{Clerk, Fields, Web};
use crate::app::AppError;
use crate::desk::calendar::{Change, Entry, Hours};
use crate::desk::closing::ClosingReason;
use crate::desk::language::Language;
use crate::desk::mask::mask;
use crate::desk::rights::Right;
use crate::desk::rules::{OfficeId, Rules};

/// Entries for later days than these are slips of the pen.
const DAYS_AHEAD_MAX: i64 = 800;
/// The longest reason of an entry.
pub(super) const REASON_CHARS_MAX: usize = 100;

pub(super) async fn show(
    State(web): State<Web>,
    clerk: Clerk,
    Query(fields): Query<Fields>,
) -> Response {
    let told = Notice::read(fields.get("done")).map(|notice| notice.told(&super::words(&web)));
    log(&web, &clerk, &fields, told).await
}

/// Takes an entry: first it is shown again, then it counts.
pub(super) async fn enter(
    State(web): State<Web>,
    clerk: Clerk,
    Form(form): Form<Fields>,
) -> Response {
    if clerk.key_of(&form).is_none() {
        // What was filled in stays, with a key of this session.
        let told = Notice::Stale.told(&super::words(&web));
        return super::forbidden(log(&web, &clerk, &form, Some(told)).await);
    }
    let draft = Draft::read(&form);
    let entry = match draft.entry(web.app.rules(), &clerk.name, web.app.now()) {
        Ok(entry) => entry,
        Err((id, at)) => {
            let told = Told::problem(web.app.words(id, Language::Ja), at);
            return log(&web, &clerk, &form, Some(told)).await;
        }
    };
    // What holds for all offices is theirs who may close each of them.
    if !clerk.may_for(Right::Calendar, entry.office.as_ref()) {
        return super::not_here(&web);
    }
    if form.get("confirm") != "1" {
        let key = match clerk.key(&web).await {
            Ok(key) => key,
            Err(error) => return super::failed(&error),
        };
        let page = Confirm {
            clerk: &clerk,
            rules: web.app.rules(),
            draft: &draft,
            entry: &entry,
            key: &key,
        };
        return super::show(page.markup(&super::words(&web)));
    }
    match entered(&web, entry, draft.why).await {
        Ok(address) => super::go(&address),
        Err(error) => super::failed(&error),
    }
}

/// Enters it, and gives the address of the page that tells what came of it.
async fn entered(web: &Web, entry: Entry, why: ClosingReason) -> Result<String, AppError> {
    let year = entry.day.year().to_string();
    let done = Notice::Entered.id();
    let closed = web.app.close_day(entry, why).await?;
    let (affected, offered, call) = (
        closed.affected.to_string(),
        closed.offered.to_string(),
        closed.to_call.to_string(),
    );
    let fields = [
        ("year", year.as_str()),
        ("done", done),
        ("affected", affected.as_str()),
        ("offered", offered.as_str()),
        ("call", call.as_str()),
    ];
    Ok(super::address("/staff/calendar", &fields))
}

/// What was entered, with the form to enter more.
async fn log(web: &Web, clerk: &Clerk, fields: &Fields, told: Option<Told>) -> Response {
    let read = async {
        let entries = web.app.store().entries()?;
        Ok::<_, AppError>((entries, clerk.key(web).await?))
    };
    let (entries, key) = match read.await {
        Ok(read) => read,
        Err(error) => return super::failed(&error),
    };
    let now = web.app.now();
    let year = fields
        .get("year")
        .parse::<i32>()
        .ok()
        .filter(|year| (2020..=2100).contains(year));
    let number = |name: &str| fields.get(name).parse::<u32>().ok();
    let outcome = match (number("affected"), number("offered"), number("call")) {
        (Some(affected), Some(offered), Some(to_call)) => Some(Outcome {
            affected,
            offered,
            to_call,
        }),
        _ => None,
    };
    let office = OfficeId::read(fields.get("office"));
    let page = Log {
        clerk,
        rules: web.app.rules(),
        entries: &entries,
        year: year.unwrap_or_else(|| super::today(now).year()),
        office: office.as_ref(),
        draft: &Draft::read(fields),
        today: super::today(now),
        outcome,
        key: &key,
        told: told.as_ref(),
    };
    super::show(page.markup(&super::words(web)))
}

/// What is entered for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Closed,
    Hours,
    Counters,
    Rule,
}

impl Kind {
    pub(super) const ALL: [Kind; 4] = [Kind::Closed, Kind::Hours, Kind::Counters, Kind::Rule];

    pub(super) const fn id(self) -> &'static str {
        match self {
            Kind::Closed => "closed",
            Kind::Hours => "hours",
            Kind::Counters => "counters",
            Kind::Rule => "rule",
        }
    }
}

/// An entry as the form has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) day: Option<NaiveDate>,
    /// Empty for all offices.
    pub(super) office: String,
    pub(super) kind: Option<Kind>,
    pub(super) opens: String,
    pub(super) closes: String,
    pub(super) counters: String,
    pub(super) reason: String,
    pub(super) why: ClosingReason,
}

/// The word for what is wrong, and where on the page.
type Fault = (&'static str, &'static str);

impl Draft {
    /// The fields have names of their own: the list above the form is chosen by `office` and `year`.
    fn read(fields: &Fields) -> Draft {
        let reason: Vec<&str> = fields.get("text").split_whitespace().collect();
        let reason: String = reason.join(" ").chars().take(REASON_CHARS_MAX).collect();
        Draft {
            day: fields.day("on"),
            office: fields.get("where").to_owned(),
            kind: Kind::ALL
                .into_iter()
                .find(|kind| kind.id() == fields.get("kind")),
            opens: fields.get("opens").to_owned(),
            closes: fields.get("closes").to_owned(),
            counters: fields.get("counters").to_owned(),
            reason: mask(&reason).text,
            why: fields.get("why").parse().unwrap_or(ClosingReason::Other),
        }
    }

    /// The fields as a form or an address carries them on.
    pub(super) fn fields(&self) -> Vec<(&'static str, String)> {
        let day = self.day.map(super::terms::iso);
        vec![
            ("on", day.unwrap_or_default()),
            ("where", self.office.clone()),
            ("kind", self.kind.map_or("", Kind::id).to_owned()),
            ("opens", self.opens.clone()),
            ("closes", self.closes.clone()),
            ("counters", self.counters.clone()),
            ("text", self.reason.clone()),
            ("why", self.why.id().to_owned()),
        ]
    }

    /// The entry, or what is wrong with it.
    fn entry(&self, rules: &Rules, who: &str, now: DateTime<Utc>) -> Result<Entry, Fault> {
        let today = super::today(now);
        let day = self.day.ok_or(("staff-desk-entry-day", "#on"))?;
        if day < today || day > today + TimeDelta::days(DAYS_AHEAD_MAX) {
            return Err(("staff-desk-entry-day", "#on"));
        }
        let office = if self.office.is_empty() {
            None
        } else {
            let known = OfficeId::read(&self.office).filter(|id| rules.office(id).is_some());
            Some(known.ok_or(("staff-desk-no-office", "#where"))?)
        };
        let kind = self.kind.ok_or(("staff-desk-entry-kind", "#kind"))?;
        let change = match kind {
            Kind::Closed => Change::Closed,
            Kind::Rule => Change::Rule,
            Kind::Hours => Change::Open {
                hours: Some(self.hours()?),
                counters: self.counters()?,
            },
            Kind::Counters if rules.calendar.rule(day).is_err() => {
                return Err(("staff-desk-entry-closed-by-rule", "#opens"));
            }
            Kind::Counters => {
                let counters = self
                    .counters()?
                    .ok_or(("staff-desk-entry-counters", "#counters"))?;
                Change::Open {
                    hours: None,
                    counters: Some(counters),
                }
            }
        };
        if self.reason.is_empty() {
            return Err(("staff-desk-entry-reason", "#text"));
        }
        Ok(Entry {
            day,
            office,
            change,
            reason: self.reason.clone(),
            who: who.to_owned(),
            at: now,
        })
    }

    fn hours(&self) -> Result<Hours, Fault> {
        let fault = ("staff-desk-entry-hours", "#opens");
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| fault);
        let hours = Hours {
            opens: time(&self.opens)?,
            closes: time(&self.closes)?,
        };
        if hours.opens < hours.closes {
            Ok(hours)
        } else {
            Err(fault)
        }
    }

    fn counters(&self) -> Result<Option<u8>, Fault> {
        if self.counters.is_empty() {
            return Ok(None);
        }
        let counters: Option<u8> = self.counters.parse().ok();
        let fits = counters.filter(|counters| (1..=16).contains(counters));
        fits.map(Some)
            .ok_or(("staff-desk-entry-counters", "#counters"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, HABIKINO};

    #[test]
    fn entries_are_checked_as_a_whole() {
        let rules = Config::parse(HABIKINO).unwrap().rules;
        let now: DateTime<Utc> = "2026-12-01T00:00:00Z".parse().unwrap();
        let check = |text: &str, expected: Result<Change, &str>| {
            let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
            let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
            let draft = Draft::read(&Fields(pairs.collect()));
            let found = draft.entry(&rules, "係長", now).map(|entry| entry.change);
            assert_eq!(found.map_err(|(id, _)| id), expected, "{text}");
        };
        let hours = |counters| Change::Open {
            hours: Some(Hours {
                opens: "09:00:00".parse().unwrap(),
                closes: "12:00:00".parse().unwrap(),
            }),
            counters,
        };
        check("on=2026-12-02&kind=closed&text=台風", Ok(Change::Closed));
        check("on=2026-12-02&kind=rule&text=訂正", Ok(Change::Rule));
        check(
            "on=2026-11-30&kind=closed&text=台風",
            Err("staff-desk-entry-day"),
        );
        check("kind=closed&text=台風", Err("staff-desk-entry-day"));
        check("on=2026-12-02&text=台風", Err("staff-desk-entry-kind"));
        check("on=2026-12-02&kind=closed", Err("staff-desk-entry-reason"));
        check(
            "on=2026-12-02&where=moon&kind=closed&text=台風",
            Err("staff-desk-no-office"),
        );
        let short = "on=2026-12-05&kind=hours&opens=09:00&closes=12:00&text=臨時";
        check(short, Ok(hours(None)));
        check(&format!("{short}&counters=3"), Ok(hours(Some(3))));
        check(
            &format!("{short}&counters=17"),
            Err("staff-desk-entry-counters"),
        );
        let back = "on=2026-12-05&kind=hours&opens=12:00&closes=09:00&text=臨時";
        check(back, Err("staff-desk-entry-hours"));
        let counters = "on=2026-12-05&kind=counters&counters=3&text=臨時";
        check(counters, Err("staff-desk-entry-closed-by-rule"));
    }
}
