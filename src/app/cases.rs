//! Cases for the staff: what they do with them, and what they read.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::hall::papers_state;
use super::{App, Inner};
use crate::desk::case::brief::{Booked, Handoff, HeldTicket};
use crate::desk::case::promise::Promise;
use crate::desk::case::said::Said as CaseSaid;
use crate::desk::case::state::{Alarm, Case};
use crate::desk::language::Language;
use crate::desk::message::{Address, Channel, Outgoing, Said, StaffAction, StaffIncoming};
use crate::desk::person::staff_buttons;
use crate::desk::phrase::{Phrase, Visit};
use crate::desk::queue::view::PapersState;
use crate::desk::rights::{OnTelegram, Role};
use crate::desk::rules::{Rules, civil};
use crate::desk::serve::{Refusal, serve};
use crate::desk::view::{Outcome, Reply, StaffView, To};
use crate::ids::CaseId;
use crate::locale::Subject;
use crate::store::StoreError;
use crate::store::cases;
use crate::store::transcript::{self, Facts};
use crate::store::tx::{Actor, Tx};

// What a page shows of a case.
pub use crate::store::cases::{CaseEvent, CaseNote};
pub use crate::store::transcript::{Delivery, Line};

/// So long after their last act on the web somebody counts as there.
const WEB_PRESENCE_MINUTES: i64 = 5;
/// In a messenger nobody sees whether somebody looks: an act there counts for longer.
const MESSENGER_PRESENCE_MINUTES: i64 = 30;
/// So much of a conversation is read.
const TRANSCRIPT_LINES_MAX: u16 = 200;

/// What a clerk's action came to.
#[derive(Clone, Debug, Default)]
pub struct Done {
    /// What was written to anybody.
    pub rows: Vec<Outgoing>,
    /// Why nothing happened.
    pub refusal: Option<Refusal>,
    /// The same key has had its effect before.
    pub is_repeat: bool,
}

/// One case as its page shows it.
#[derive(Clone, Debug)]
pub struct CaseFile {
    pub handoff: Handoff,
    pub is_reachable: bool,
    pub lines: Vec<Line>,
    pub events: Vec<CaseEvent>,
    pub notes: Vec<CaseNote>,
}

/// A case in the inbox: what one line says of it.
#[derive(Clone, Debug)]
pub struct CaseLine {
    pub handoff: Handoff,
    pub has_failed: bool,
}

impl App {
    /// A clerk's action on a case, once for a key.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn serve(&self, incoming: StaffIncoming) -> Result<Vec<Outgoing>, StoreError> {
        Ok(self.serve_case(incoming).await?.rows)
    }

    /// The same for pages that say why nothing happened.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn serve_case(&self, mut incoming: StaffIncoming) -> Result<Done, StoreError> {
        let inner = Arc::clone(&self.inner);
        // What citizens must not send, clerks must not either, to citizens or to each other.
        if let StaffAction::Reply { text, .. } | StaffAction::Note { text, .. } =
            &mut incoming.action
        {
            *text = crate::desk::mask::mask(text).text;
        }
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| {
            if !tx.take_in(&incoming.key, now)? {
                return Ok(Done {
                    rows: tx.said_to(&incoming.key)?,
                    refusal: None,
                    is_repeat: true,
                });
            }
            inner.serve(tx, &incoming, now)
        };
        let done = self.inner.store.write(work).await?;
        self.announce(true, true);
        Ok(done)
    }

    /// What an action with this key came to, if it has been done: for a form that comes again when what it names is gone.
    ///
    /// # Errors
    /// The database fails.
    pub async fn served(&self, key: String) -> Result<Option<Done>, StoreError> {
        // Behind whatever is being written now, so that a form pressed twice finds its first press.
        let work = move |tx: &mut Tx<'_>| {
            Ok(match tx.has_seen(&key)? {
                true => Some(Done {
                    rows: tx.said_to(&key)?,
                    refusal: None,
                    is_repeat: true,
                }),
                false => None,
            })
        };
        self.inner.store.write(work).await
    }

    /// Notes that somebody is at the inbox; what they do there says so again and again.
    ///
    /// # Errors
    /// The database fails.
    pub async fn attend(&self, name: &str) -> Result<(), StoreError> {
        let until = self.now() + TimeDelta::minutes(WEB_PRESENCE_MINUTES);
        self.attend_until(name, until).await
    }

    /// Notes until when somebody is there; the past means that they have gone.
    ///
    /// # Errors
    /// The database fails.
    pub async fn attend_until(&self, name: &str, until: DateTime<Utc>) -> Result<(), StoreError> {
        let name = name.to_owned();
        let work = move |tx: &mut Tx<'_>| tx.note_presence(&name, until);
        self.inner.store.write(work).await
    }

    /// Who is there to answer now.
    ///
    /// # Errors
    /// The database fails.
    pub fn attending(&self) -> Result<Vec<String>, StoreError> {
        let now = self.now();
        self.inner.store.read(|sql| cases::present(sql, now))
    }

    /// The inbox: what is urgent first, then what waits longest.
    ///
    /// # Errors
    /// The database fails.
    pub fn inbox(&self) -> Result<Vec<CaseLine>, StoreError> {
        let now = self.now();
        let read = |sql: &_| {
            let mut lines = Vec::new();
            for case in cases::open_cases(sql)? {
                let has_failed = cases::has_failed(sql, case.id)?;
                let facts = transcript::facts(sql, &case, now)?;
                lines.push((case, facts, has_failed));
            }
            Ok(lines)
        };
        let lines = self.inner.store.read(read)?;
        let line = |(case, facts, has_failed)| CaseLine {
            handoff: handoff(self.rules(), case, facts, now),
            has_failed,
        };
        Ok(lines.into_iter().map(line).collect())
    }

    /// The cases that were closed since then, the newest first.
    ///
    /// # Errors
    /// The database fails.
    pub fn closed_cases(&self, since: DateTime<Utc>, most: u16) -> Result<Vec<Case>, StoreError> {
        (self.inner.store).read(|sql| cases::closed_cases(sql, since, most))
    }

    /// Everything about a case.
    ///
    /// # Errors
    /// The database fails.
    pub fn case_file(&self, id: CaseId) -> Result<Option<CaseFile>, StoreError> {
        let now = self.now();
        let read = |sql: &_| {
            let Some(case) = cases::case(sql, id)? else {
                return Ok(None);
            };
            let facts = transcript::facts(sql, &case, now)?;
            let lines = transcript::transcript(sql, case.resident, TRANSCRIPT_LINES_MAX)?;
            let (events, notes) = (cases::events(sql, id)?, cases::notes(sql, id)?);
            Ok(Some((case, facts, lines, events, notes)))
        };
        let found = self.inner.store.read(read)?;
        Ok(found.map(|(case, facts, lines, events, notes)| CaseFile {
            is_reachable: facts.is_reachable,
            handoff: handoff(self.rules(), case, facts, now),
            lines,
            events,
            notes,
        }))
    }

    /// What the desk understands of a citizen's words, in Japanese: the title of the nearest entry, days, times,
    /// procedures. It is a gloss beside the words, never in their place; empty where nothing is understood.
    #[must_use]
    pub fn gloss(&self, text: &str, language: Language) -> String {
        let today = civil(self.now()).date();
        let said = Said::Text(text.to_owned());
        let shelf = self.shelf();
        let heard = shelf.ears.hear(&said, language, false, today);
        self.inner.locale.gloss(&heard, self.inner.subject(&shelf))
    }

    /// The one line that says what a case is about.
    #[must_use]
    pub fn situation(&self, handoff: &Handoff) -> String {
        let shelf = self.shelf();
        let subject: Subject<'_> = self.inner.subject(&shelf);
        self.inner.locale.situation(handoff, subject)
    }

    /// The summary of a case in Japanese, as the staff's group and the hand-over sheet show it.
    #[must_use]
    pub fn summary(&self, handoff: &Handoff) -> String {
        let shelf = self.shelf();
        let subject: Subject<'_> = self.inner.subject(&shelf);
        let phrase = Phrase::Handoff(Box::new(handoff.clone()));
        self.inner
            .locale
            .render(&phrase, Language::Ja, subject)
            .text
    }
}

impl Inner {
    fn serve(
        &self,
        tx: &mut Tx<'_>,
        incoming: &StaffIncoming,
        now: DateTime<Utc>,
    ) -> Result<Done, StoreError> {
        let shelf = self.shelf();
        let rules = &*tx.rules(&self.config.rules)?;
        let case = match incoming.action.case() {
            Some(id) => tx.case(id)?,
            None => None,
        };
        let language = match &case {
            Some(case) => tx.address_of(case.resident)?.1,
            None => Language::Ja,
        };
        let view = StaffView {
            case,
            language,
            is_attended: tx.is_attended(now)?,
            corpus: &shelf.corpus,
        };
        let served = serve(rules, &view, &incoming.clerk, &incoming.action, now);
        tx.apply(&served.outcome.changes, Actor::Clerk(&incoming.clerk), now)?;
        if incoming.key.starts_with("tg:") {
            let until = now + TimeDelta::minutes(MESSENGER_PRESENCE_MINUTES);
            tx.note_presence(&incoming.clerk, until)?;
        }
        Ok(Done {
            rows: self.put_out(tx, &incoming.key, &served.outcome, None, now)?,
            refusal: served.refusal,
            is_repeat: false,
        })
    }

    /// The summary of a case as it stands in this transaction.
    pub(super) fn summary_of(
        &self,
        tx: &mut Tx<'_>,
        id: CaseId,
        now: DateTime<Utc>,
    ) -> Result<Option<Phrase>, StoreError> {
        let Some(case) = tx.case(id)? else {
            return Ok(None);
        };
        let rules = tx.rules(&self.config.rules)?;
        let facts = tx.case_facts(&case, now)?;
        Ok(Some(Phrase::Handoff(Box::new(handoff(
            &rules, case, facts, now,
        )))))
    }

    /// A clerk's answer did not arrive: the case waits for the staff again, and they are told.
    pub(super) fn undelivered(
        &self,
        tx: &mut Tx<'_>,
        row: &Outgoing,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        use crate::desk::case::state::{By, Step};
        use crate::desk::view::{CaseChange, Change};
        let Some(id) = row.case.filter(|_| ANSWERS.contains(&row.phrase.as_str())) else {
            return Ok(());
        };
        let mut outcome = Outcome::default();
        let mut case = tx.case(id)?;
        let stepped = match case.clone() {
            Some(case) if may_be_open(tx, &case, row)? => {
                case.go(&Step::Undelivered, By::Desk, now).ok()
            }
            _ => None,
        };
        if let Some(stepped) = stepped {
            outcome.changes.push(Change::Case(CaseChange::Step {
                case: Box::new(stepped.clone()),
                step: Step::Undelivered,
            }));
            case = Some(stepped);
        }
        // The summary is written anew, and what can be done with the case stays below it.
        let buttons = case.as_ref().map_or_else(Vec::new, staff_buttons);
        for (phrase, choices) in [
            (Phrase::StaffUndelivered { case: id }, Vec::new()),
            (Phrase::Summary { case: id }, buttons),
        ] {
            outcome.replies.push(Reply {
                to: To::Staff,
                phrase,
                choices,
                replaces: false,
                case: Some(id),
            });
        }
        tx.apply(&outcome.changes, Actor::Desk, now)?;
        self.put_out(tx, &format!("undelivered:{}", row.id), &outcome, None, now)
            .map(drop)
    }

    /// What waits too long is told to those who lead on their own telephones as well: to the supervisors in service, or to
    /// the deputies where none can be reached, and at last to the deputies in any case.
    pub(super) fn tell_leads(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        outcome: &Outcome,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        for reply in &outcome.replies {
            let Phrase::Case(said) = &reply.phrase else {
                continue;
            };
            let CaseSaid::Waits { alarm, .. } = &**said else {
                continue;
            };
            for (name, telegram) in self.leads(*alarm, now)? {
                let address = Address::new(Channel::Telegram, telegram.to_string());
                let key = format!("{key}:lead:{name}");
                self.tell_clerk(tx, &key, &reply.phrase, address, now)?;
            }
        }
        Ok(())
    }

    /// Who leads now and has tied their Telegram to their name.
    fn leads(&self, alarm: Alarm, now: DateTime<Utc>) -> Result<Vec<(String, i64)>, StoreError> {
        let (roster, today) = (self.roster()?, civil(now).date());
        let there = |role: Role| {
            let people = roster.people.iter();
            let people = people.filter(move |p| p.role() == Some(role) && !p.is_away);
            people.filter(move |p| p.is_in_service(today) && p.on_telegram != OnTelegram::Locked)
        };
        let role = match alarm {
            Alarm::None | Alarm::Staff => return Ok(Vec::new()),
            // A supervisor whose telephone nobody knows would hear of it on the web alone.
            Alarm::Supervisor if there(Role::Supervisor).any(|p| p.telegram.is_some()) => {
                Role::Supervisor
            }
            Alarm::Supervisor | Alarm::Deputy => Role::Deputy,
        };
        Ok(there(role)
            .filter_map(|person| Some((person.name.clone(), person.telegram?)))
            .collect())
    }
}

/// Whether a case may be open after an answer in it has failed: a closed one is opened again while its citizen is still
/// the one who was to read it and has no other.
fn may_be_open(tx: &Tx<'_>, case: &Case, row: &Outgoing) -> Result<bool, StoreError> {
    let is_theirs = row.resident == Some(case.resident);
    Ok(case.is_open() || (is_theirs && tx.open_case_of(case.resident)?.is_none()))
}

/// The phrases in which a clerk answers; that they arrive is what the case waits for.
pub const ANSWERS: [&str; 4] = [
    "staff-says",
    "staff-says-translated",
    "staff-says-untranslated",
    "case-entry",
];

/// What a clerk is told, from what is known.
pub(super) fn handoff(rules: &Rules, case: Case, facts: Facts, now: DateTime<Utc>) -> Handoff {
    let booked = facts
        .booked
        .into_iter()
        .map(|(reservation, changed, ready)| {
            let papers = match papers_state(&reservation.procedures, ready) {
                PapersState::Unchecked => None,
                PapersState::Checked { ready, of } => Some((usize::from(ready), usize::from(of))),
            };
            Booked {
                visit: Visit::of(&reservation),
                changed: changed.map(civil),
                papers,
            }
        });
    let ticket = facts.ticket.map(|ticket| HeldTicket {
        number: ticket.number,
        state: ticket.state.id(),
        needs: ticket.needs,
        procedures: ticket.procedures,
    });
    let due = civil(case.answer_by);
    // The promise was made once; what is shown is the time by which it falls due.
    let promise = if rules.calendar.is_open(civil(case.opened_at)) {
        Promise::By(due)
    } else {
        Promise::After(due)
    };
    Handoff {
        case,
        channel: facts.channel,
        language: facts.language,
        brief: facts.brief,
        promise,
        booked: booked.collect(),
        ticket,
        call_back: facts.call_back,
        now,
    }
}
