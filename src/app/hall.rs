//! The queue of the day as its pages show it: pictures of the hall, displays and kiosks, words.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use chrono::{DateTime, Utc};

use super::App;
use crate::desk::documents;
use crate::desk::language::Language;
use crate::desk::phrase::Phrase;
use crate::desk::procedure::Procedure;
use crate::desk::queue::admission::{Admission, admit};
use crate::desk::queue::counter::CounterNumber;
use crate::desk::queue::estimate::{Asker, Question, estimate};
use crate::desk::queue::forecast::{Shortage, shortage};
use crate::desk::queue::line::Line;
use crate::desk::queue::said::Said;
use crate::desk::queue::ticket::{Ticket, TicketNumber};
use crate::desk::queue::view::{Call, Hall, PapersState};
use crate::desk::rules::{OfficeId, Rules};
use crate::ids::TicketId;
use crate::store::StoreError;
use crate::store::hall as store_hall;
use crate::store::tx::Tx;

pub use super::floor::{AskedTicket, CheckedIn, Floored, Given, TicketOrder, TicketPage};
pub use crate::store::hall::{Device, DeviceKind};

/// The pictures of all halls, and a sign that some of them are new.
#[derive(Debug)]
pub(super) struct Halls {
    pictures: std::sync::RwLock<BTreeMap<OfficeId, Arc<Hall>>>,
    version: tokio::sync::watch::Sender<u64>,
    /// Something in the queue has changed.
    stale: tokio::sync::Notify,
}

impl Default for Halls {
    fn default() -> Halls {
        Halls {
            pictures: std::sync::RwLock::default(),
            version: tokio::sync::watch::Sender::new(0),
            stale: tokio::sync::Notify::new(),
        }
    }
}

impl Halls {
    pub(super) fn picture(&self, office: &OfficeId) -> Option<Arc<Hall>> {
        let pictures = self.pictures.read();
        let pictures = pictures.unwrap_or_else(PoisonError::into_inner);
        pictures.get(office).cloned()
    }

    pub(super) fn touch(&self) {
        self.stale.notify_one();
    }
}

impl App {
    // Pictures.

    /// The newest picture of an office's hall.
    #[must_use]
    pub fn hall(&self, office: &OfficeId) -> Option<Arc<Hall>> {
        self.inner.halls.picture(office)
    }

    /// Changes whenever some picture is new.
    #[must_use]
    pub fn follow_halls(&self) -> tokio::sync::watch::Receiver<u64> {
        self.inner.halls.version.subscribe()
    }

    /// Resolves when something in the queue has changed since it was last asked.
    pub async fn hall_is_stale(&self) {
        self.inner.halls.stale.notified().await;
    }

    /// Makes new pictures of all halls.
    ///
    /// # Errors
    /// The database fails; the old pictures stay.
    pub async fn refresh_halls(&self) -> Result<(), StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| {
            let rules = tx.rules(&inner.config.rules)?;
            let mut seen = Vec::new();
            for line in tx.lines(&rules, now)? {
                let calls = tx.calls(&line.office, line.day)?;
                let papers = papers(tx, &line)?;
                seen.push((line, calls, papers));
            }
            Ok((rules, seen))
        };
        let (rules, seen) = self.inner.store.write(work).await?;
        let version = self.inner.halls.version.borrow().wrapping_add(1);
        let pictures = seen.into_iter().map(|(line, calls, papers)| {
            let hall = picture(&rules, line, calls, papers, version, now);
            (hall.line.office.clone(), Arc::new(hall))
        });
        let pictures: BTreeMap<OfficeId, Arc<Hall>> = pictures.collect();
        let kept = &self.inner.halls.pictures;
        *kept.write().unwrap_or_else(PoisonError::into_inner) = pictures;
        self.inner.halls.version.send_replace(version);
        Ok(())
    }

    /// Whether the open counters can serve what the rest of the day brings.
    #[must_use]
    pub fn shortage(&self, office: &OfficeId) -> Option<Shortage> {
        let hall = self.hall(office)?;
        hall.shortage.clone()
    }

    // Displays and kiosks.

    /// The display or kiosk that a token opens.
    ///
    /// # Errors
    /// The database fails.
    pub fn device(&self, token: &str) -> Result<Option<Device>, StoreError> {
        self.inner.store.read(|sql| store_hall::device(sql, token))
    }

    /// Every display and kiosk.
    ///
    /// # Errors
    /// The database fails.
    pub fn devices(&self) -> Result<Vec<Device>, StoreError> {
        self.inner.store.read(store_hall::devices)
    }

    /// Adds a display or kiosk, or gives one of that name a new token, which is told only now.
    ///
    /// # Errors
    /// The database fails.
    pub async fn add_device(
        &self,
        who: String,
        kind: DeviceKind,
        office: OfficeId,
        name: String,
    ) -> Result<String, StoreError> {
        let now = self.inner.clock.now();
        let work = move |tx: &mut Tx<'_>| {
            let token = tx.ids.token();
            let device = Device { name, kind, office };
            tx.add_device(&device, &token, &who, now)?;
            Ok(token)
        };
        self.inner.store.write(work).await
    }

    /// Takes a display or kiosk away; says whether there was one.
    ///
    /// # Errors
    /// The database fails.
    pub async fn remove_device(&self, who: String, name: String) -> Result<bool, StoreError> {
        let now = self.inner.clock.now();
        let work = move |tx: &mut Tx<'_>| tx.remove_device(&name, &who, now);
        self.inner.store.write(work).await
    }

    // Words.

    /// What the display shows and the loudspeaker says for a call.
    #[must_use]
    pub fn call_text(
        &self,
        number: TicketNumber,
        counter: CounterNumber,
        language: Language,
    ) -> String {
        let shelf = self.inner.shelf();
        let subject = self.inner.subject(&shelf);
        let locale = &self.inner.locale;
        locale.call_text(number, counter, language, subject)
    }

    /// A sentence of the conversation, for a page.
    #[must_use]
    pub fn sentence(&self, said: &Said, language: Language) -> String {
        self.say(&Phrase::Queue(Box::new(said.clone())), language)
    }

    /// A message with values; whole numbers are set as numbers, so that they select plural forms.
    #[must_use]
    pub fn words_with(&self, id: &str, language: Language, values: &[(&str, &str)]) -> String {
        self.inner.locale.with_values(id, language, values)
    }

    #[must_use]
    pub fn procedure_name(&self, procedure: Procedure, language: Language) -> String {
        let shelf = self.inner.shelf();
        let subject = self.inner.subject(&shelf);
        self.inner.locale.procedure(procedure, language, subject)
    }

    #[must_use]
    pub fn office_name(&self, office: &OfficeId, language: Language) -> String {
        let found = self.rules().office(office);
        let name = found.and_then(|office| office.name.get(language));
        name.unwrap_or(office.as_str()).to_owned()
    }
}

/// The id under which somebody's papers are kept: of their reservation, or of their ticket.
pub(super) fn visit_of(ticket: &Ticket) -> i64 {
    ticket.reservation().map_or(ticket.id.0, |id| id.0)
}

fn papers(tx: &Tx<'_>, line: &Line) -> Result<BTreeMap<TicketId, PapersState>, StoreError> {
    let visits: Vec<i64> = line.tickets.iter().map(visit_of).collect();
    let ready = tx.ready(&visits)?;
    let state = |ticket: &Ticket| {
        let ready = ready.get(&visit_of(ticket)).map_or(0, |items| items.len());
        (ticket.id, papers_state(&ticket.procedures, ready))
    };
    Ok(line.tickets.iter().map(state).collect())
}

/// How many of the things that everybody needs for this are there.
pub(super) fn papers_state(procedures: &[Procedure], ready: usize) -> PapersState {
    if ready == 0 {
        return PapersState::Unchecked;
    }
    let visitors = documents::visitors_for(procedures);
    let needs = visitors
        .first()
        .map(|v| documents::needs_for(procedures, *v));
    let of = needs.map_or(0, |needs| documents::items(&needs).len());
    let count = |n: usize| u8::try_from(n).unwrap_or(u8::MAX);
    PapersState::Checked {
        ready: count(ready),
        of: count(of.max(ready)),
    }
}

fn picture(
    rules: &Rules,
    line: Arc<Line>,
    calls: Vec<Call>,
    papers: BTreeMap<TicketId, PapersState>,
    version: u64,
    now: DateTime<Utc>,
) -> Hall {
    let office = rules.office(&line.office);
    let first = office.and_then(|office| office.procedures.iter().next().copied());
    let asker = first.map(|procedure| Asker {
        procedures: vec![procedure],
        people: 1,
    });
    let has_walk_ins = office.is_some_and(|office| office.series.walk_in.is_some());
    let question = Question {
        asker: asker.filter(|_| has_walk_ins),
        ..Question::default()
    };
    let estimates = estimate(rules, &line, &question, now);
    // Whoever would not be let in is told of no wait.
    let walk_in = question
        .asker
        .as_ref()
        .and_then(|asker| match admit(rules, &line, asker, now) {
            Admission::Admitted(wait) => Some(wait),
            Admission::Refused(_) => None,
        });
    let is_open = rules.calendar.hours_at(&line.office, line.day).is_ok();
    Hall {
        is_foreseen: estimates.is_some() && is_open,
        walk_in,
        estimates: estimates.unwrap_or_default(),
        shortage: shortage(rules, &line, now).filter(|_| is_open),
        line,
        calls,
        papers,
        at: now,
        version,
    }
}
