//! Which row of the audit log a change leaves. Every change is named here, so that none is forgotten.

use chrono::{DateTime, Utc};
use rusqlite::params;

use crate::desk::abuse::BlockChange;
use crate::desk::audit as words;
use crate::desk::care::CareChange;
use crate::desk::feedback::{FeedbackChange, Rating};
use crate::desk::incident::{Incident, IncidentChange};
use crate::desk::queue::counter::Counter;
use crate::desk::queue::floor::QueueChange;
use crate::desk::renewal::Renewal;
use crate::desk::reservation::Reservation;
use crate::desk::view::{CaseChange, Change};
use crate::ids::{CaseId, IncidentId};
use crate::store::StoreError;
use crate::store::tx::{Actor, Tx};

/// A row that is written once its change is made; `before` is how things stood until then.
#[derive(Debug)]
pub(in crate::store) struct Deed {
    what: &'static str,
    subject: String,
    before: String,
    after: String,
}

impl Deed {
    fn new(what: &'static str, subject: impl ToString) -> Deed {
        Deed {
            what,
            subject: subject.to_string(),
            before: String::new(),
            after: String::new(),
        }
    }

    fn from(self, before: impl Into<String>) -> Deed {
        Deed {
            before: before.into(),
            ..self
        }
    }

    fn to(self, after: impl Into<String>) -> Deed {
        Deed {
            after: after.into(),
            ..self
        }
    }
}

impl Tx<'_> {
    /// What a change that is about to be made will have been. Nothing for what follows from another row or is no
    /// decision of anybody: seats kept while somebody chooses, planned reminders of a reservation, and notes that
    /// something was said.
    pub(in crate::store) fn deed(
        &self,
        change: &Change,
        actor: Actor<'_>,
    ) -> Result<Option<Deed>, StoreError> {
        let deed = match change {
            Change::Hold(_) | Change::Release(_) | Change::Remind(_) | Change::Forget(_) => {
                return Ok(None);
            }
            Change::Reserve(r) => Deed::new("reserve", r.id).to(words::reservation(r)),
            Change::Move(r) => self.of_reservation("move", r)?,
            Change::Cancel(r) => self.of_reservation("cancel", r)?,
            Change::Mark(r) => self.of_reservation("mark", r)?,
            Change::Coming(r) => self.of_reservation("coming", r)?.to("booked coming"),
            Change::ReminderSent(id, kind) => Deed::new("reminder-sent", id)
                .from("waiting")
                .to(format!("sent kind={}", kind.id())),
            Change::ReminderPostponed(id, kind, until) => Deed::new("reminder-postponed", id)
                .from("waiting")
                .to(format!(
                    "waiting kind={} due={}",
                    kind.id(),
                    words::moment(*until)
                )),
            Change::ReminderDropped(id, kind, why) => Deed::new("reminder-dropped", id)
                .from("waiting")
                .to(format!("dropped kind={} reason={why}", kind.id())),
            Change::Case(change) => self.of_case(change)?,
            Change::Block(change) => of_block(change),
            // A word about what is not theirs is kept nowhere, so nothing was done.
            Change::Feedback(FeedbackChange::Rate(rating)) if !self.may_rate(actor, rating)? => {
                return Ok(None);
            }
            Change::Feedback(FeedbackChange::Rate(rating)) => of_rating(rating),
            Change::Feedback(FeedbackChange::Asked(ticket)) => {
                Deed::new("ask-visit", ticket).to("asked")
            }
            Change::Incident(change) => self.of_incident(change)?,
            Change::Care(change) => self.of_care(change)?,
            Change::Queue(change) => match self.of_queue(change)? {
                Some(deed) => deed,
                None => return Ok(None),
            },
            Change::JoinWait(_)
            | Change::SaveWait(_)
            | Change::EndWait(..)
            | Change::MakeOffer(_)
            | Change::EndOffer(..) => return self.of_waiting(change),
            Change::Messages(_) | Change::Erase | Change::Share(_) | Change::Try(_) => {
                return self.of_resident(change, actor);
            }
        };
        Ok(Some(deed))
    }

    /// Writes the row of a change that was made.
    pub(in crate::store) fn note_deed(
        &self,
        deed: &Deed,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.audit(
            actor,
            deed.what,
            &deed.subject,
            &deed.before,
            &deed.after,
            now,
        )
    }

    fn of_reservation(
        &self,
        what: &'static str,
        reservation: &Reservation,
    ) -> Result<Deed, StoreError> {
        let before = self.reservation(reservation.id)?;
        let before = before.as_ref().map(words::reservation);
        let deed = Deed::new(what, reservation.id).to(words::reservation(reservation));
        Ok(deed.from(before.unwrap_or_default()))
    }

    fn of_case(&self, change: &CaseChange) -> Result<Deed, StoreError> {
        Ok(match change {
            CaseChange::Open { case, .. } => Deed::new("open-case", case.id).to(format!(
                "{} trigger={}",
                words::case(case),
                case.trigger.id()
            )),
            CaseChange::Step { case, step } => Deed::new("save-case", case.id)
                .from(self.case_word(case.id)?)
                .to(format!("{} step={}", words::case(case), step.id())),
            CaseChange::Note { case, .. } => Deed::new("note-case", case).to("noted"),
            CaseChange::CallBack { case, call } => {
                Deed::new("promise-call", case).to(format!("from={}", words::moment(call.from)))
            }
        })
    }

    /// What is written in a record stays there; the log knows only of which field it is.
    fn of_incident(&self, change: &IncidentChange) -> Result<Deed, StoreError> {
        let deed = |what, id: IncidentId| Deed::new(what, format!("incident/{id}"));
        Ok(match change {
            IncidentChange::Raise(incident) => {
                let office = incident.office.as_ref();
                let office = office.map(|id| format!(" office={id}")).unwrap_or_default();
                let after = format!("open kind={}{office}", incident.kind.id());
                deed("raise-incident", incident.id).to(after)
            }
            IncidentChange::Note {
                incident, field, ..
            } => {
                let entries = self.incident_entries(*incident)?;
                deed("note-incident", *incident)
                    .from(format!("entries={entries}"))
                    .to(format!("entries={} field={}", entries + 1, field.id()))
            }
            IncidentChange::Freeze(freeze) => {
                let calls = if freeze.calls_go_on { "on" } else { "off" };
                deed("stop-messages", freeze.incident)
                    .from("going-out")
                    .to(format!("stopped calls={calls}"))
            }
            IncidentChange::Thaw(freeze) => deed("release-messages", freeze.incident)
                .from(format!("stopped since={}", words::moment(freeze.since)))
                .to("going-out"),
            IncidentChange::Revoke { incident, keep } => {
                let others = self.other_sessions(keep)?;
                deed("end-sessions", *incident).to(format!("sessions-ended={others}"))
            }
            IncidentChange::Close(Incident { id, kind, .. }) => deed("close-incident", *id)
                .from(format!("open kind={}", kind.id()))
                .to(format!("closed kind={}", kind.id())),
        })
    }

    fn case_word(&self, id: CaseId) -> Result<String, StoreError> {
        Ok(self.case(id)?.as_ref().map(words::case).unwrap_or_default())
    }

    fn of_waiting(&self, change: &Change) -> Result<Option<Deed>, StoreError> {
        Ok(Some(match change {
            Change::JoinWait(wait) | Change::SaveWait(wait) => {
                let what = match change {
                    Change::JoinWait(_) => "join-wait",
                    _ => "save-wait",
                };
                let before = self.wait_of(wait.resident)?;
                Deed::new(what, wait.id)
                    .from(before.as_ref().map(words::wait).unwrap_or_default())
                    .to(words::wait(wait))
            }
            Change::EndWait(id, end) => Deed::new("end-wait", id)
                .from(self.word("SELECT state FROM waits WHERE id = ?1", [id.0])?)
                .to(end.id()),
            Change::MakeOffer(offer) => Deed::new("offer", offer.id).to(words::offer(offer)),
            Change::EndOffer(id, end) => Deed::new("end-offer", id)
                .from(self.word("SELECT state FROM offers WHERE id = ?1", [id.0])?)
                .to(end.id()),
            _ => return Ok(None),
        }))
    }

    /// What residents do with what is their own. The codes that they type are keys, and are not written down here.
    fn of_resident(&self, change: &Change, actor: Actor<'_>) -> Result<Option<Deed>, StoreError> {
        let Actor::Resident(resident) = actor else {
            return Ok(None);
        };
        let on = |on: bool| if on { "on" } else { "off" };
        Ok(Some(match change {
            Change::Messages(now_on) => {
                let sql = "SELECT CASE messages WHEN 0 THEN 'off' ELSE 'on' END FROM residents WHERE id = ?1";
                Deed::new("messages", resident)
                    .from(self.word(sql, [resident.0])?)
                    .to(on(*now_on))
            }
            Change::Erase => Deed::new("erase", resident).to("erased"),
            Change::Share(id) => Deed::new("share", id).to(format!("resident={resident}")),
            Change::Try(_) => Deed::new("try-code", resident),
            _ => return Ok(None),
        }))
    }

    /// The month of a renewal says something about a person's papers; only its kind is written.
    fn of_care(&self, change: &CareChange) -> Result<Deed, StoreError> {
        let state = |resident: i64, kind: &str| {
            let sql = "SELECT state FROM renewal_reminders WHERE resident = ?1 AND kind = ?2";
            self.word(sql, params![resident, kind])
        };
        let of = |what, renewal: &Renewal, after: &str| {
            let kind = renewal.kind.id();
            let before = state(renewal.resident.0, kind)?;
            let deed = Deed::new(what, renewal.resident).from(before);
            Ok::<_, StoreError>(deed.to(format!("{after} kind={kind}")))
        };
        match change {
            CareChange::KeepRenewal(renewal) => of("ask-renewal", renewal, "waiting"),
            CareChange::DropRenewal(resident, kind) => Ok(Deed::new("drop-renewal", resident)
                .from(state(resident.0, kind.id())?)
                .to(format!("gone kind={}", kind.id()))),
            CareChange::RenewalSent(renewal) => of("renewal-sent", renewal, "sent"),
            CareChange::RenewalDropped(renewal, why) => {
                of("renewal-dropped", renewal, &format!("dropped reason={why}"))
            }
            CareChange::KeepChecks(reservation, items) => {
                let sql = "SELECT 'items=' || count(*) FROM document_checks WHERE reservation = ?1";
                Ok(Deed::new("keep-checks", reservation)
                    .from(self.word(sql, [reservation.0])?)
                    .to(format!("items={}", items.len())))
            }
        }
    }

    fn of_queue(&self, change: &QueueChange) -> Result<Option<Deed>, StoreError> {
        Ok(Some(match change {
            QueueChange::Issue(ticket) => {
                Deed::new("ticket-issue", ticket.id).to(words::ticket(ticket))
            }
            QueueChange::Step(ticket, step) => {
                let before = self.ticket(ticket.id)?;
                Deed::new(words::ticket_step(step), ticket.id)
                    .from(before.as_ref().map(words::ticket).unwrap_or_default())
                    .to(words::ticket(ticket))
            }
            QueueChange::Counter(counter) => {
                let subject = format!("{}/{}", counter.office, counter.number.0);
                Deed::new("counter", subject)
                    .from(self.counter_word(counter)?)
                    .to(words::counter(counter))
            }
            QueueChange::Alerted(office) => Deed::new("shortage", office),
            QueueChange::Decided(..) | QueueChange::Noticed(..) => return Ok(None),
        }))
    }

    fn counter_word(&self, counter: &Counter) -> Result<String, StoreError> {
        self.word(
            "SELECT state || ifnull(' clerk=' || clerk, '') ||
                    CASE procedures WHEN '' THEN '' ELSE ' procedures=' || replace(procedures, ' ', ',') END
             FROM counters WHERE office = ?1 AND number = ?2",
            params![counter.office.as_str(), counter.number.0],
        )
    }
}

fn of_block(change: &BlockChange) -> Deed {
    match change {
        BlockChange::Set(block) => Deed::new("block", block.id).to(format!(
            "resident={} reason={} until={}",
            block.resident,
            block.reason.id(),
            words::moment(block.until)
        )),
        BlockChange::Lift(block) => Deed::new("lift-block", block.id)
            .from(format!("until={}", words::moment(block.until)))
            .to("lifted"),
        BlockChange::Appeal(id, case) => Deed::new("appeal", id).to(format!("case={case}")),
    }
}

/// What somebody thinks of an answer is not written down here, only that they said it.
fn of_rating(rating: &Rating) -> Deed {
    Deed::new("rate", rating.about.kind().id()).to("rated")
}
