//! Blocks: for a while the desk answers somebody one thing only.
//!
//! A block has an end and a reason from a closed list, and a person looks at an appeal. What somebody already has stays
//! theirs: reservations stand, reminders and calls come, what is reserved can be given up, a ticket can be used, and the
//! rights over one's own data hold. Nobody is ever blocked from emergency information: words about loss, theft, misuse,
//! fire, an ambulance or the police get the reviewed answer, and every refusal carries the line with the hotlines.

use chrono::{DateTime, TimeDelta, Utc};

use super::case::state::{Case, CloseReason, State};
use super::case::trigger::TriggerKind;
use super::choice::Choice;
use super::context;
use super::decide::Desk;
use super::faq::{Action, Corpus, EntryId, Subject};
use super::heard::HeardKind;
use super::lexicon::Command;
use super::manage;
use super::own_data;
use super::person;
use super::phrase::Phrase;
use super::queue;
use super::queue::talk::Pick;
use super::retrieval::Verdict;
use super::talk::Dialogue;
use super::view::{Change, Outcome, Reply, To, Turn};
use crate::ids::{BlockId, CaseId, ResidentId};

/// A block ends after so many days at the latest.
pub const DAYS_MAX: u16 = 90;

/// The topic about fire, ambulance, police and disasters. It is no matter of the counter, so no person is told of it.
const EMERGENCY_TOPIC: &str = "signpost-emergency";

/// Why somebody is blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockReason {
    Flood,
    Insults,
    Threats,
    FalseReservations,
    Other,
}

impl BlockReason {
    pub const ALL: [BlockReason; 5] = [
        BlockReason::Flood,
        BlockReason::Insults,
        BlockReason::Threats,
        BlockReason::FalseReservations,
        BlockReason::Other,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            BlockReason::Flood => "flood",
            BlockReason::Insults => "insults",
            BlockReason::Threats => "threats",
            BlockReason::FalseReservations => "false-reservations",
            BlockReason::Other => "other",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<BlockReason> {
        BlockReason::ALL
            .into_iter()
            .find(|reason| reason.id() == id)
    }
}

/// Somebody may write nothing to the desk for a while. It is over by itself, or earlier when staff lift it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub id: BlockId,
    pub resident: ResidentId,
    pub at: DateTime<Utc>,
    /// Who has set it.
    pub by: String,
    pub until: DateTime<Utc>,
    pub reason: BlockReason,
    pub lifted: Option<Lifted>,
    /// The case in which a person looks at the appeal.
    pub appeal: Option<CaseId>,
}

/// Who has ended a block before its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lifted {
    pub by: String,
    pub at: DateTime<Utc>,
}

impl Block {
    #[must_use]
    pub fn is_on(&self, now: DateTime<Utc>) -> bool {
        self.lifted.is_none() && now < self.until
    }

    fn said(&self, phone: String) -> Said {
        Said::Blocked {
            until: self.until,
            reason: self.reason,
            phone,
            appeal: self.appeal,
        }
    }

    fn choices(&self) -> Vec<Choice> {
        match self.appeal {
            None => vec![Choice::Appeal],
            Some(_) => Vec::new(),
        }
    }
}

/// Whether the end of a case has used up the appeal that it carries. In a case about something else nobody had to look at the
/// block, and where the desk gave it back or let it lie nobody has. Whoever takes an appeal back has had theirs, so that no
/// one calls people again and again.
#[must_use]
pub fn is_appeal_heard(case: &Case) -> bool {
    let State::Closed { why, .. } = &case.state else {
        return false;
    };
    let is_left = matches!(
        why,
        CloseReason::Returned | CloseReason::Failed | CloseReason::Idle
    );
    case.trigger == TriggerKind::Appeal && !is_left
}

/// What changes about blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockChange {
    Set(Block),
    /// Ended before its time.
    Lift(Block),
    /// The resident asks a person to look at it.
    Appeal(BlockId, CaseId),
}

/// What is said about a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Blocked {
        until: DateTime<Utc>,
        reason: BlockReason,
        phone: String,
        appeal: Option<CaseId>,
    },
    Lifted,
    /// To the staff: what the appeal is about.
    StaffAppeal {
        case: CaseId,
        until: DateTime<Utc>,
        reason: BlockReason,
        by: String,
    },
}

impl Said {
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Said::Blocked { .. } => "blocked",
            Said::Lifted => "block-lifted",
            Said::StaffAppeal { .. } => "staff-appeal",
        }
    }
}

/// What a clerk asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockWish {
    pub resident: ResidentId,
    pub days: u16,
    pub reason: BlockReason,
}

/// Why a block is not set or lifted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockRefusal {
    /// There is nobody of that number.
    Nobody,
    /// A block lasts at least one day and at most `DAYS_MAX`.
    Days,
    Already,
    Over,
    /// The same form again.
    Repeated,
}

/// Blocks somebody, and tells them.
///
/// # Errors
/// The block would have no end or a late one, or there is one already.
pub fn block(
    wish: &BlockWish,
    current: Option<&Block>,
    by: &str,
    id: BlockId,
    phone: &str,
    now: DateTime<Utc>,
) -> Result<Outcome, BlockRefusal> {
    if !(1..=DAYS_MAX).contains(&wish.days) {
        return Err(BlockRefusal::Days);
    }
    if current.is_some_and(|block| block.is_on(now)) {
        return Err(BlockRefusal::Already);
    }
    let block = Block {
        id,
        resident: wish.resident,
        at: now,
        by: by.to_owned(),
        until: now + TimeDelta::days(i64::from(wish.days)),
        reason: wish.reason,
        lifted: None,
        appeal: None,
    };
    let told = tell(
        block.resident,
        block.said(phone.to_owned()),
        block.choices(),
    );
    Ok(Outcome {
        changes: vec![Change::Block(Box::new(BlockChange::Set(block)))],
        replies: vec![told],
        turn: Turn::Person,
        ..Outcome::default()
    })
}

/// Ends a block before its time, and tells whoever was blocked.
///
/// # Errors
/// It is over.
pub fn lift(block: Block, by: &str, now: DateTime<Utc>) -> Result<Outcome, BlockRefusal> {
    if !block.is_on(now) {
        return Err(BlockRefusal::Over);
    }
    let told = tell(block.resident, Said::Lifted, super::tick::after_case());
    let lifted = Some(Lifted {
        by: by.to_owned(),
        at: now,
    });
    let block = Block { lifted, ..block };
    Ok(Outcome {
        changes: vec![Change::Block(Box::new(BlockChange::Lift(block)))],
        replies: vec![told],
        turn: Turn::Person,
        ..Outcome::default()
    })
}

fn tell(resident: ResidentId, said: Said, choices: Vec<Choice>) -> Reply {
    Reply {
        to: To::Resident(resident),
        phrase: Phrase::Block(said),
        choices,
        replaces: false,
        case: None,
    }
}

/// A blocked person's turn; false when nobody is blocked.
pub(super) fn hear(desk: &mut Desk<'_>) -> bool {
    let Some(block) = desk
        .view
        .block
        .clone()
        .filter(|block| block.is_on(desk.now))
    else {
        return false;
    };
    if let Some(entry) = emergency(desk) {
        tell_emergency(desk, &entry);
        return true;
    }
    if is_heard_by_a_person(desk, &block) {
        person::relay(desk);
        return true;
    }
    if !keeps_what_is_theirs(desk) {
        refuse(desk, &block);
    }
    true
}

fn refuse(desk: &mut Desk<'_>, block: &Block) {
    desk.note(Turn::Other);
    let said = block.said(desk.phone());
    desk.say(Phrase::Block(said), block.choices());
}

/// Opens a case in which a person looks at the block; once for each block, unless nobody looked at it.
pub(super) fn appeal(desk: &mut Desk<'_>) {
    let block = desk
        .view
        .block
        .clone()
        .filter(|block| block.is_on(desk.now));
    let Some(block) = block else {
        return desk.stale();
    };
    if block.appeal.is_some() {
        return refuse(desk, &block);
    }
    let case = person::appeal(desk);
    desk.change(Change::Block(Box::new(BlockChange::Appeal(block.id, case))));
    let said = Said::StaffAppeal {
        case,
        until: block.until,
        reason: block.reason,
        by: block.by,
    };
    desk.say_to_staff(case, Phrase::Block(said), Vec::new());
}

/// Once a clerk has taken the appeal, the words of the person go to them.
fn is_heard_by_a_person(desk: &Desk<'_>, block: &Block) -> bool {
    let case = desk.view.case.as_ref();
    let is_taken = case.is_some_and(|case| case.is_accepted() && block.appeal == Some(case.id));
    is_taken && matches!(desk.heard.kind, HeardKind::Text | HeardKind::Edited)
}

/// The emergency answer that somebody asks for.
pub(super) fn emergency(desk: &Desk<'_>) -> Option<EntryId> {
    if let HeardKind::Choice(Choice::Entry(entry)) = &desk.heard.kind {
        return is_emergency(desk.view.corpus, entry).then(|| entry.clone());
    }
    if desk.heard.kind != HeardKind::Text {
        return None;
    }
    if let Some(entry) = &desk.heard.risk {
        return Some(entry.clone());
    }
    let is_one = |subject: &Subject| match subject {
        Subject::Entry(entry) if is_emergency(desk.view.corpus, entry) => Some(entry.clone()),
        _ => None,
    };
    match context::understood(desk.heard, &desk.talk, desk.view.corpus) {
        Verdict::Direct(subject) | Verdict::Confirm(subject) => is_one(&subject),
        // Rather an answer too many than a call that is not made.
        Verdict::Choose(subjects) => subjects.iter().find_map(is_one),
        Verdict::None => None,
    }
}

/// Whether an entry is about what cannot wait.
#[must_use]
pub fn is_emergency(corpus: &Corpus, id: &EntryId) -> bool {
    let is_risk = corpus.entry(id).is_some_and(|entry| entry.risk);
    is_risk || id.as_str() == EMERGENCY_TOPIC
}

/// The reviewed answer, and nothing else: no case is opened for it.
pub(super) fn tell_emergency(desk: &mut Desk<'_>, id: &EntryId) {
    desk.note(Turn::Answer);
    let today = desk.today();
    let shown = desk
        .view
        .corpus
        .entry(id)
        .and_then(|entry| entry.showable(desk.language, today))
        .map(|shown| shown.language);
    let entry = id.clone();
    match shown {
        Some(language) if language == desk.language => {
            desk.say(Phrase::Answer { entry }, Vec::new());
        }
        Some(_) => desk.say(Phrase::AnswerElsewhere { entry }, Vec::new()),
        // The text waits for its review: the hotlines stand below this phrase.
        None => {
            let phone = desk.phone();
            let withheld = Phrase::AnswerWithheld { entry, phone };
            desk.say(withheld, Vec::new());
            desk.say(Phrase::Emergency, Vec::new());
        }
    }
}

/// Giving up a reservation, using a ticket, reading in another language, one's own data, the appeal and a call about it.
/// Says whether it was one of them.
fn keeps_what_is_theirs(desk: &mut Desk<'_>) -> bool {
    let pressed = match &desk.heard.kind {
        HeardKind::Choice(choice) => Some(choice.clone()),
        HeardKind::Text => desk.picked(),
        HeardKind::Edited | HeardKind::Start | HeardKind::Unintelligible => None,
    };
    if let Some(choice) = pressed {
        let may = is_theirs(desk, &choice);
        if may {
            desk.choice(&choice);
        }
        return may;
    }
    if desk.heard.kind != HeardKind::Text {
        return false;
    }
    // The number for the call that was offered with the appeal.
    if desk.heard.command.is_none() && person::hear_call_number(desk) {
        return true;
    }
    if let Some(language) = desk.heard.language_named {
        desk.choose_language(language);
        return true;
    }
    match desk.heard.command {
        Some(Command::Yes) if answers_its_own(desk) => {
            desk.yes();
            return true;
        }
        Some(Command::No) if answers_its_own(desk) => {
            desk.no();
            return true;
        }
        Some(Command::MyData) => {
            own_data::show(desk);
            return true;
        }
        Some(command) if queue::talk::is_command(command) => {
            return queue::talk::command(desk, command);
        }
        Some(_) => return false,
        None => {}
    }
    let own = !desk.view.reservations.is_empty();
    match context::understood(desk.heard, &desk.talk, desk.view.corpus) {
        Verdict::Direct(Subject::Action(Action::Cancel)) if own => manage::cancel(desk),
        Verdict::Direct(Subject::Action(Action::MyReservation)) if own => manage::show(desk),
        _ => return false,
    }
    true
}

/// Whether "yes" and "no" answer a question about giving something up.
fn answers_its_own(desk: &Desk<'_>) -> bool {
    desk.talk.aside.is_none()
        && matches!(
            desk.talk.dialogue,
            Dialogue::Cancelling { .. } | Dialogue::Erasing { .. }
        )
}

fn is_theirs(desk: &Desk<'_>, choice: &Choice) -> bool {
    match choice {
        Choice::Appeal
        | Choice::Language(_)
        | Choice::Action(Action::Language | Action::Cancel | Action::MyReservation)
        | Choice::Show(_)
        | Choice::Cancel(_)
        | Choice::Coming(_)
        | Choice::WithdrawCase(_)
        | Choice::CallBack(_)
        | Choice::CallAt(..)
        | Choice::WaitLeave
        | Choice::DeclineOffer(_)
        | Choice::MyData
        | Choice::Messages(_)
        | Choice::EraseData => true,
        Choice::Confirm(_) | Choice::Keep => answers_its_own(desk),
        Choice::Queue(pick) => is_for_a_ticket(pick),
        _ => false,
    }
}

/// What one does with a ticket or a reservation of today; a new ticket is not among it.
const fn is_for_a_ticket(pick: &Pick) -> bool {
    match pick {
        Pick::HereAt(_)
        | Pick::CheckIn(_)
        | Pick::Show
        | Pick::Late
        | Pick::Leave
        | Pick::LeaveYes(_)
        | Pick::Where
        | Pick::Meanwhile
        | Pick::Needs
        | Pick::Need(_)
        | Pick::Back => true,
        Pick::For(_) | Pick::People(_) | Pick::Take(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(days: u16) -> BlockWish {
        BlockWish {
            resident: ResidentId(1),
            days,
            reason: BlockReason::Flood,
        }
    }

    fn set(days: u16, current: Option<&Block>, now: DateTime<Utc>) -> Result<Block, BlockRefusal> {
        let outcome = block(&wish(days), current, "chief", BlockId(7), "072", now)?;
        match &outcome.changes[..] {
            [Change::Block(change)] => match &**change {
                BlockChange::Set(block) => Ok(block.clone()),
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_block_has_an_end_within_ninety_days() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        assert_eq!(set(0, None, now), Err(BlockRefusal::Days));
        assert_eq!(set(91, None, now), Err(BlockRefusal::Days));
        let block = set(90, None, now).unwrap();
        assert_eq!(block.until - now, TimeDelta::days(90));
        assert!(block.is_on(now) && block.is_on(block.until - TimeDelta::milliseconds(1)));
        assert!(!block.is_on(block.until), "it is over by itself");
    }

    #[test]
    fn one_block_at_a_time_and_what_is_over_is_not_lifted() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let first = set(7, None, now).unwrap();
        assert_eq!(set(7, Some(&first), now), Err(BlockRefusal::Already));
        assert!(set(7, Some(&first), first.until).is_ok());
        assert!(lift(first.clone(), "chief", first.until).is_err());
        let outcome = lift(first, "chief", now).unwrap();
        let [Change::Block(change)] = &outcome.changes[..] else {
            panic!("{outcome:?}");
        };
        let BlockChange::Lift(lifted) = &**change else {
            panic!("{change:?}");
        };
        assert!(!lifted.is_on(now));
        assert_eq!(
            lift(lifted.clone(), "x", now).unwrap_err(),
            BlockRefusal::Over
        );
    }
}
