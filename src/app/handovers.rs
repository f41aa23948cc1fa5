//! Hand-over sheets: made at one counter, read at another.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::hall::visit_of;
use super::{App, Inner};
use crate::desk::case::handover::{Destination, NOTE_CHARS_MAX, Sheet, SheetRefusal, Subject};
use crate::desk::case::said::Said;
use crate::desk::case::state::{By, Case, CaseRefusal, Step};
use crate::desk::documents::{self, Item};
use crate::desk::language::Language;
use crate::desk::phrase::Phrase;
use crate::desk::procedure::Procedure;
use crate::desk::queue::ticket::Ticket;
use crate::desk::view::{CaseChange, Change, Outcome, Reply, To};
use crate::ids::{CaseId, ReservationId, ResidentId, SheetCode};
use crate::locale::item_id;
use crate::store::tx::{Actor, Tx};
use crate::store::{StoreError, cases, documents as checks, handovers, tickets, transcript};

use super::cases::CaseFile;

/// A sheet that nobody has taken over is looked for so long.
const OPEN_HOURS: i64 = 24;

/// A sheet with what it tells.
#[derive(Clone, Debug)]
pub struct SheetFile {
    pub sheet: Sheet,
    /// The case and the conversation, where there is one.
    pub case: Option<CaseFile>,
    pub ticket: Option<Ticket>,
    /// What is needed for the visit, and whether the citizen has it ready; empty where nobody has looked.
    pub papers: Vec<(Item, bool)>,
}

/// What a clerk asks for.
#[derive(Clone, Debug)]
pub struct SheetOrder {
    pub key: String,
    pub clerk: String,
    pub subject: Subject,
    pub to: Destination,
    pub note: String,
}

impl App {
    /// Makes a sheet once for a key, tells its holder where to go, and the staff that it is on its way.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn hand_over(
        &self,
        mut order: SheetOrder,
    ) -> Result<Result<SheetCode, SheetRefusal>, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let note: String = order.note.trim().chars().take(NOTE_CHARS_MAX).collect();
        order.note = crate::desk::mask::mask(&note).text;
        if let Destination::Department(name) = &mut order.to {
            *name = crate::desk::mask::mask(name).text;
        }
        let work = move |tx: &mut Tx<'_>| inner.hand_over(tx, order, now);
        let made = self.inner.store.write(work).await?;
        self.announce(true, true);
        self.inner.halls.touch();
        Ok(made)
    }

    /// Whoever gets the person takes the sheet over, once.
    ///
    /// # Errors
    /// The database fails.
    pub async fn take_sheet(
        &self,
        code: SheetCode,
        clerk: &str,
    ) -> Result<Result<(), SheetRefusal>, StoreError> {
        let (clerk, now) = (clerk.to_owned(), self.now());
        let work = move |tx: &mut Tx<'_>| {
            let Some(sheet) = tx.sheet(&code)? else {
                return Ok(Err(SheetRefusal::Unknown));
            };
            if sheet.taken.is_some() {
                return Ok(Err(SheetRefusal::Taken));
            }
            tx.take_sheet(&code, &clerk, now).map(Ok)
        };
        let done = self.inner.store.write(work).await?;
        self.announce(false, true);
        self.inner.halls.touch();
        Ok(done)
    }

    /// A sheet with what it tells.
    ///
    /// # Errors
    /// The database fails.
    pub fn sheet_file(&self, code: &SheetCode) -> Result<Option<SheetFile>, StoreError> {
        let now = self.now();
        let read = |sql: &_| {
            let Some(sheet) = handovers::sheet(sql, code)? else {
                return Ok(None);
            };
            let ticket = match sheet.ticket {
                Some(id) => tickets::ticket(sql, id)?,
                None => None,
            };
            let mut visit = ticket
                .as_ref()
                .map(|ticket| (ReservationId(visit_of(ticket)), ticket.procedures.clone()));
            if let (None, Some(id)) = (&visit, sheet.case)
                && let Some(case) = cases::case(sql, id)?
            {
                let booked = transcript::facts(sql, &case, now)?
                    .booked
                    .into_iter()
                    .next();
                visit = booked.map(|(reservation, ..)| (reservation.id, reservation.procedures));
            }
            let papers = match visit {
                Some((id, procedures)) => papers(&procedures, &checks::checked(sql, id)?),
                None => Vec::new(),
            };
            Ok(Some((sheet, ticket, papers)))
        };
        let Some((sheet, ticket, papers)) = self.inner.store.read(read)? else {
            return Ok(None);
        };
        let case = match sheet.case {
            Some(id) => self.case_file(id)?,
            None => None,
        };
        Ok(Some(SheetFile {
            sheet,
            case,
            ticket,
            papers,
        }))
    }

    /// The name of something to bring, in Japanese.
    #[must_use]
    pub fn item_name(&self, item: Item) -> String {
        self.words(item_id(item), Language::Ja)
    }

    /// The sheets of today that nobody has taken over, the newest first.
    ///
    /// # Errors
    /// The database fails.
    pub fn open_sheets(&self) -> Result<Vec<Sheet>, StoreError> {
        let since = self.now() - TimeDelta::hours(OPEN_HOURS);
        (self.inner.store).read(|sql| handovers::open_sheets(sql, since))
    }

    /// The sheets of a case.
    ///
    /// # Errors
    /// The database fails.
    pub fn sheets_of(&self, case: CaseId) -> Result<Vec<Sheet>, StoreError> {
        (self.inner.store).read(|sql| handovers::sheets_of(sql, case))
    }

    /// Where a sheet leads, in Japanese.
    #[must_use]
    pub fn destination(&self, to: &Destination) -> String {
        let shelf = self.shelf();
        (self.inner.locale).destination(to, Language::Ja, self.inner.subject(&shelf))
    }
}

impl Inner {
    fn hand_over(
        &self,
        tx: &mut Tx<'_>,
        order: SheetOrder,
        now: DateTime<Utc>,
    ) -> Result<Result<SheetCode, SheetRefusal>, StoreError> {
        // The same form once more leads to the same sheet.
        let key = format!("sheet:{}", order.key);
        if !tx.take_in(&key, now)? {
            let made = tx.meta(&key)?.and_then(|code| SheetCode::read(&code));
            return Ok(made.ok_or(SheetRefusal::Unknown));
        }
        let rules = tx.rules(&self.config.rules)?;
        let to = match order.to.check(&rules) {
            Ok(to) => to,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let about = match order.subject {
            Subject::Case(id) => match tx.case(id)?.filter(Case::is_open) {
                Some(case) => (Some(case.resident), Some(case), None),
                None => return Ok(Err(SheetRefusal::NoSubject)),
            },
            Subject::Ticket(id) => match tx.ticket(id)? {
                Some(ticket) => {
                    let case = match ticket.resident {
                        Some(resident) => tx.open_case_of(resident)?,
                        None => None,
                    };
                    (ticket.resident, case, Some(ticket.id))
                }
                None => return Ok(Err(SheetRefusal::NoSubject)),
            },
        };
        let (resident, case, ticket) = about;
        // At a counter the person stands before another clerk: their ticket goes on, whoever has the case.
        let stepped = case
            .clone()
            .map(|case| case.go(&Step::HandOver, By::Clerk(&order.clerk), now));
        if ticket.is_none() && matches!(stepped, Some(Err(CaseRefusal::Taken { .. }))) {
            return Ok(Err(SheetRefusal::OfAnother));
        }
        let code = tx.new_sheet_code()?;
        let sheet = Sheet {
            code: code.clone(),
            case: case.as_ref().map(|case| case.id),
            ticket,
            to,
            note: order.note,
            made_by: order.clerk,
            made_at: now,
            taken: None,
        };
        tx.make_sheet(&sheet, now)?;
        tx.set_meta(&key, &code.0)?;
        let mut outcome = told(&sheet, resident);
        if let Some(Ok(case)) = stepped {
            outcome.changes.push(Change::Case(CaseChange::Step {
                case: Box::new(case),
                step: Step::HandOver,
            }));
        }
        tx.apply(&outcome.changes, Actor::Clerk(&sheet.made_by), now)?;
        self.put_out(tx, &key, &outcome, None, now)?;
        Ok(Ok(code))
    }
}

/// What everybody needs for these procedures and whether it is there, with whatever else was ticked.
fn papers(procedures: &[Procedure], ready: &[(Item, DateTime<Utc>)]) -> Vec<(Item, bool)> {
    if ready.is_empty() {
        return Vec::new();
    }
    let is_ready = |item: &Item| ready.iter().any(|(there, _)| there == item);
    let visitors = documents::visitors_for(procedures);
    let needs = visitors
        .first()
        .map(|visitor| documents::needs_for(procedures, *visitor));
    let needed = needs.map_or_else(Vec::new, |needs| documents::items(&needs));
    let is_listed = |item: &Item| needed.contains(item) || is_ready(item);
    let listed = Item::ALL.into_iter().filter(is_listed);
    listed.map(|item| (item, is_ready(&item))).collect()
}

/// Who hears of a sheet: its holder, where a message reaches them, and the staff.
fn told(sheet: &Sheet, resident: Option<ResidentId>) -> Outcome {
    let mut outcome = Outcome::default();
    let reply = |to, said: Said| Reply {
        to,
        phrase: Phrase::Case(Box::new(said)),
        choices: Vec::new(),
        replaces: false,
        case: sheet.case,
    };
    if let Some(resident) = resident {
        let said = Said::SentOn {
            code: sheet.code.clone(),
            to: sheet.to.clone(),
        };
        outcome.replies.push(reply(To::Resident(resident), said));
    }
    let said = Said::SheetMade {
        code: sheet.code.clone(),
        to: sheet.to.clone(),
        case: sheet.case,
    };
    outcome.replies.push(reply(To::Staff, said));
    outcome
}
