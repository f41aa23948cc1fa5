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
fn is_late(case: &Case, now: DateTime<Utc>) -> bool {
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
    let call = case.call.filter(|_| !is_late);
    let since = case.waits_since.unwrap_or(owed_at);
    // Of a call the first alarm came when its time began: the citizen does not hear of that.
    let heard_at = match case.call {
        Some(_) => Alarm::Staff,
        None => Alarm::None,
    };
    let case = case.go(&Step::Alarm(alarm), By::Desk, now).ok()?;
    let buttons = staff_buttons(&case);
    let mut outcome = Outcome::default();
    outcome.changes.push(Change::Case(CaseChange::Step {
        case: Box::new(case),
        step: Step::Alarm(alarm),
    }));
    let told = match call {
        Some(call) => Said::CallDue {
            case: id,
            from: civil(call.from),
            until: civil(call.until),
        },
        None => Said::Waits {
            case: id,
            alarm,
            minutes: (now - since).num_minutes(),
        },
    };
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
    if is_late && before <= heard_at {
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
    use crate::desk::case::state::State;
    use crate::desk::case::trigger::TriggerKind;
    use crate::ids::ResidentId;

    #[test]
    fn a_case_that_goes_back_to_the_desk_wants_no_alarm() {
        let rules = Config::load(None, |_| None).unwrap().rules;
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let opened = at("2026-12-01T01:00:00Z");
        let case = Case {
            id: CaseId(1001),
            resident: ResidentId(1),
            trigger: TriggerKind::Risk,
            topic: None,
            office: None,
            urgency: Urgency::Urgent,
            opened_at: opened,
            answer_by: opened,
            touched_at: opened,
            first_reply_at: None,
            waits_since: Some(opened),
            call: None,
            alarm: Alarm::None,
            state: State::Queued,
        };
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
