//! Cases that wait too long: the staff are told again, then the supervisor, then the deputy, and the citizen hears of it;
//! what nobody touches for days goes back to the desk.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::promise::promise;
use super::said::Said;
use super::state::{Alarm, By, Case, CloseReason, Step};
use super::trigger::Urgency;
use crate::desk::choice::Choice;
use crate::desk::person::staff_buttons;
use crate::desk::phrase::Phrase;
use crate::desk::rules::{Rules, civil};
use crate::desk::tick::after_case;
use crate::desk::view::{CaseChange, Change, Outcome, Reply, To};
use crate::ids::CaseId;

/// A question that nobody answers is given back to the desk so long after its answer was due: until then it is told, and
/// stands in red.
pub const FORGOTTEN_DAYS: i64 = 14;

/// Who should have been told by now: of an answer when its time is over, of a call when its time begins.
#[must_use]
pub fn due(rules: &Rules, case: &Case, now: DateTime<Utc>) -> Alarm {
    let step = TimeDelta::minutes(i64::from(rules.person.escalate_minutes.max(1)));
    let by = |staff: DateTime<Utc>, supervisor: DateTime<Utc>| {
        if now >= supervisor + step {
            Alarm::Deputy
        } else if now >= supervisor {
            Alarm::Supervisor
        } else if now >= staff {
            Alarm::Staff
        } else {
            Alarm::None
        }
    };
    let answer = case
        .waits_since
        .map_or(Alarm::None, |_| by(case.answer_by, case.answer_by + step));
    let call = case
        .call
        .map_or(Alarm::None, |call| by(call.from, call.until));
    answer.max(call)
}

/// Whether what was promised to the citizen is late, and not only due.
#[must_use]
pub fn is_late(case: &Case, now: DateTime<Utc>) -> bool {
    let answer = case.waits_since.is_some() && case.answer_by <= now;
    answer || case.call.is_some_and(|call| call.until <= now)
}

/// What time does to cases, each under a key of its own. One that goes back to the desk wants no alarm any more: it would
/// be open again.
#[must_use]
pub fn cases(
    rules: &Rules,
    idle: Vec<Case>,
    late: Vec<Case>,
    is_attended: bool,
    now: DateTime<Utc>,
) -> Vec<(String, Outcome)> {
    let ended: BTreeSet<CaseId> = idle.iter().map(|case| case.id).collect();
    let back = idle
        .into_iter()
        .map(|case| (format!("idle:{}", case.id), give_back(rules, case, now)));
    let late = late
        .into_iter()
        .filter(|case| !ended.contains(&case.id))
        .filter_map(|case| overdue(rules, case, is_attended, now));
    back.chain(late).collect()
}

/// Tells whoever should know that a case waits. At night only what is urgent is told.
fn overdue(
    rules: &Rules,
    case: Case,
    is_attended: bool,
    now: DateTime<Utc>,
) -> Option<(String, Outcome)> {
    if case.urgency != Urgency::Urgent && !rules.calendar.is_open(civil(now)) {
        return None;
    }
    let alarm = due(rules, &case, now);
    let (id, resident, urgency, before) = (case.id, case.resident, case.urgency, case.alarm);
    let owed_at = case.owed_at()?;
    let is_late = is_late(&case, now);
    let told = told(&case, alarm, owed_at, now);
    // The citizen does not hear of it when the time of a call begins.
    let has_rung = before == Alarm::Staff
        && case
            .call
            .is_some_and(|call| case.waits_since.is_none() || call.from <= case.answer_by);
    let case = case.go(&Step::Alarm(alarm), By::Desk, now).ok()?;
    let buttons = staff_buttons(&case);
    let mut outcome = Outcome::default();
    outcome.changes.push(Change::Case(CaseChange::Step {
        case: Box::new(case),
        step: Step::Alarm(alarm),
    }));
    let to_staff = |phrase, choices| Reply {
        to: To::Staff,
        phrase,
        choices,
        replaces: false,
        case: Some(id),
    };
    outcome
        .replies
        .push(to_staff(Phrase::Case(Box::new(told)), buttons.clone()));
    outcome
        .replies
        .push(to_staff(Phrase::Summary { case: id }, buttons));
    // The citizen hears once that it takes longer, however often the staff do.
    if is_late && (before == Alarm::None || has_rung) {
        let said = Said::Late {
            case: id,
            promise: promise(rules, urgency, is_attended, now),
            phone: rules.person.phone.clone(),
        };
        outcome.replies.push(Reply {
            to: To::Resident(resident),
            phrase: Phrase::Case(Box::new(said)),
            choices: vec![Choice::CallBack(id), Choice::WithdrawCase(id)],
            replaces: false,
            case: Some(id),
        });
    }
    Some((
        format!("case-waits:{id}:{}:{}", owed_at.timestamp(), alarm.level()),
        outcome,
    ))
}

/// What the staff are told: that the time of a call has begun, or that something is late.
fn told(case: &Case, alarm: Alarm, owed_at: DateTime<Utc>, now: DateTime<Utc>) -> Said {
    match case.call.filter(|_| !is_late(case, now)) {
        Some(call) => Said::CallDue {
            case: case.id,
            from: civil(call.from),
            until: civil(call.until),
        },
        None => Said::Waits {
            case: case.id,
            alarm,
            minutes: (now - case.waits_since.unwrap_or(owed_at)).num_minutes(),
        },
    }
}

/// A case nobody has touched for a long time goes back to the desk, and both sides are told.
fn give_back(rules: &Rules, case: Case, now: DateTime<Utc>) -> Outcome {
    let mut outcome = Outcome::default();
    let (id, resident) = (case.id, case.resident);
    let close = Step::Close(CloseReason::Idle);
    let Ok(case) = case.go(&close, By::Desk, now) else {
        return outcome;
    };
    outcome.changes.push(Change::Case(CaseChange::Step {
        case: Box::new(case),
        step: close,
    }));
    outcome.replies.push(Reply {
        to: To::Resident(resident),
        phrase: Phrase::CaseIdle {
            case: id,
            phone: rules.person.phone.clone(),
        },
        choices: after_case(),
        replaces: false,
        case: Some(id),
    });
    for phrase in [
        Phrase::StaffClosed { case: id },
        Phrase::Summary { case: id },
    ] {
        outcome.replies.push(Reply {
            to: To::Staff,
            phrase,
            choices: Vec::new(),
            replaces: false,
            case: Some(id),
        });
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::desk::case::promise::Promise;
    use crate::desk::case::state::{Call, CaseRefusal, State};
    use crate::desk::case::trigger::TriggerKind;
    use crate::ids::ResidentId;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    /// Opened on Tuesday at ten in Japan; the answer is promised for half past ten.
    fn case(urgency: Urgency) -> Case {
        let opened = at("2026-12-01T01:00:00Z");
        Case {
            id: CaseId(1001),
            resident: ResidentId(1),
            trigger: TriggerKind::Risk,
            topic: None,
            office: None,
            urgency,
            opened_at: opened,
            answer_by: at("2026-12-01T01:30:00Z"),
            touched_at: opened,
            first_reply_at: None,
            waits_since: Some(opened),
            call: None,
            alarm: Alarm::None,
            state: State::Queued,
        }
    }

    fn rules() -> Rules {
        Config::load(None, |_| None).unwrap().rules
    }

    /// The messages to the staff and to the citizen.
    fn told(outcome: &Outcome) -> (usize, usize) {
        let staff = outcome.replies.iter().filter(|r| r.to == To::Staff).count();
        (staff, outcome.replies.len() - staff)
    }

    #[test]
    fn a_promised_call_rings_when_its_time_begins_and_the_citizen_hears_when_it_is_over() {
        let rules = rules();
        let call = Call {
            from: at("2026-12-01T02:00:00Z"),
            until: at("2026-12-01T03:00:00Z"),
        };
        let now = at("2026-12-01T01:10:00Z");
        let case = case(Urgency::Normal);
        let case = case.go(&Step::CallBack(call), By::Citizen, now).unwrap();
        assert_eq!(due(&rules, &case, at("2026-12-01T01:59:00Z")), Alarm::None);
        // An answer in the chat does not take the call away.
        let case = case.go(&Step::Answer, By::Clerk("a"), now).unwrap();
        assert_eq!(case.owed_at(), Some(call.from));
        let (_, outcome) = overdue(&rules, case.clone(), true, call.from).unwrap();
        assert_eq!(told(&outcome), (2, 0));
        let rung = outcome.changes.iter().find_map(Change::case).unwrap();
        assert_eq!(rung.alarm, Alarm::Staff);
        let (_, outcome) = overdue(&rules, rung.clone(), true, call.until).unwrap();
        assert_eq!(told(&outcome), (2, 1), "now it is late");
        let made = case.go(&Step::Called, By::Clerk("a"), call.from).unwrap();
        assert_eq!((made.owed_at(), made.alarm), (None, Alarm::None));
        let again = made.clone().go(&Step::Called, By::Clerk("a"), call.from);
        assert_eq!(again, Err(CaseRefusal::Already));
        assert!(overdue(&rules, made, true, at("2026-12-02T03:00:00Z")).is_none());
    }

    #[test]
    fn who_says_that_an_answer_comes_owes_it() {
        let rules = rules();
        let now = at("2026-12-01T01:10:00Z");
        let by = at("2026-12-01T02:00:00Z");
        let announce = Step::Announce { answer_by: by };
        let case = case(Urgency::Normal);
        let case = case.go(&announce, By::Clerk("a"), now).unwrap();
        assert_eq!((case.owed_at(), case.first_reply_at), (Some(by), Some(now)));
        assert_eq!(due(&rules, &case, by), Alarm::Staff);
        // Given back, it is still promised, and who has heard that it is late is not told again.
        let late = case.go(&Step::Alarm(Alarm::Staff), By::Desk, by).unwrap();
        let release = Step::Release {
            answer_by: at("2026-12-01T09:00:00Z"),
        };
        let free = late.go(&release, By::Clerk("a"), by).unwrap();
        assert_eq!((free.answer_by, free.alarm), (by, Alarm::Staff));
    }

    #[test]
    fn what_becomes_more_urgent_is_owed_sooner_and_never_later() {
        let now = at("2026-12-01T01:05:00Z");
        let rank = |urgency, answer_by: &str| Step::Rank {
            urgency,
            answer_by: at(answer_by),
        };
        let sooner = rank(Urgency::Urgent, "2026-12-01T01:15:00Z");
        let case = case(Urgency::Normal);
        let raised = case.clone().go(&sooner, By::Desk, now).unwrap();
        assert_eq!(raised.answer_by, at("2026-12-01T01:15:00Z"));
        let later = rank(Urgency::Urgent, "2026-12-02T01:15:00Z");
        let raised = case.go(&later, By::Desk, now).unwrap();
        assert_eq!(raised.answer_by, at("2026-12-01T01:30:00Z"));
    }

    #[test]
    fn an_answer_that_failed_after_the_end_opens_the_case_again() {
        let now = at("2026-12-01T01:10:00Z");
        let answered = case(Urgency::Normal).go(&Step::Answer, By::Clerk("a"), now);
        let close = Step::Close(CloseReason::Answered);
        let other = answered.clone().unwrap().go(&close, By::Clerk("b"), now);
        assert_eq!(other, Err(CaseRefusal::Taken { by: "a".into() }));
        let closed = answered.unwrap().go(&close, By::Clerk("a"), now).unwrap();
        let again = closed.clone().go(&Step::Undelivered, By::Desk, now);
        let again = again.unwrap();
        assert_eq!(again.state.id(), "waiting");
        assert_eq!(again.owed_at(), Some(now));
        let by_clerk = closed.go(&Step::Undelivered, By::Clerk("a"), now);
        assert_eq!(by_clerk, Err(CaseRefusal::Over(CloseReason::Answered)));
    }

    #[test]
    fn nothing_is_promised_beyond_the_closing() {
        let rules = rules();
        for is_attended in [true, false] {
            let last = at("2026-12-01T08:29:00Z");
            let told = promise(&rules, Urgency::Normal, is_attended, last);
            let Promise::By(by) = told else {
                panic!("{told:?}");
            };
            assert_eq!(by.to_string(), "2026-12-02 09:30:00");
        }
    }

    #[test]
    fn a_case_that_goes_back_to_the_desk_wants_no_alarm() {
        let rules = rules();
        let case = case(Urgency::Urgent);
        let now = at("2026-12-06T01:00:00Z");
        let both = cases(&rules, vec![case.clone()], vec![case.clone()], false, now);
        let [(key, outcome)] = &both[..] else {
            panic!("{both:?}");
        };
        assert_eq!(key, "idle:1001");
        let ended = outcome.changes.iter().find_map(Change::case).unwrap();
        assert!(!ended.is_open());
        let late = cases(&rules, Vec::new(), vec![case], false, now);
        assert_eq!(late.len(), 1, "alone it is told");
    }
}
