//! A clerk's action on a case. Like a citizen's turn it is a function of values.

use chrono::{DateTime, Utc};

use super::case::promise::{Promise, promised};
use super::case::said::Said;
use super::case::state::{By, Case, CaseRefusal, CloseReason, Step};
use super::case::trigger::Urgency;
use super::choice::Choice;
use super::draft::Draft;
use super::faq::EntryId;
use super::feedback;
use super::language::Language;
use super::message::StaffAction;
use super::person::staff_buttons;
use super::phrase::Phrase;
use super::rules::Rules;
use super::view::{CaseChange, Change, Outcome, Reply, StaffView, To, Turn};
use crate::ids::{CaseId, ResidentId};

/// What a clerk's action comes to, and why it did nothing where it did nothing.
#[derive(Clone, Debug, Default)]
pub struct Served {
    pub outcome: Outcome,
    pub refusal: Option<Refusal>,
}

/// Why a clerk's action did nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such case.
    Unknown,
    Case(CaseRefusal),
    /// There is nothing to send.
    Empty,
    /// The answer is not approved, or no longer current.
    Withheld(EntryId),
    /// The translation differs from its source, or the citizen reads another language by now.
    Draft,
}

impl From<CaseRefusal> for Refusal {
    fn from(refusal: CaseRefusal) -> Refusal {
        Refusal::Case(refusal)
    }
}

/// Decides what a clerk's action does and who hears of it.
#[must_use]
pub fn serve(
    rules: &Rules,
    view: &StaffView<'_>,
    clerk: &str,
    action: &StaffAction,
    now: DateTime<Utc>,
) -> Served {
    let mut hand = Hand {
        rules,
        view,
        clerk,
        now,
        outcome: Outcome {
            turn: Turn::Person,
            ..Outcome::default()
        },
    };
    let refusal = match (&view.case, action) {
        (_, StaffAction::Help) => {
            hand.tell(None, Phrase::StaffHelp);
            None
        }
        (None, _) => Some(Refusal::Unknown),
        (Some(case), action) => hand.act(case.clone(), action).err(),
    };
    if let Some(refusal) = &refusal {
        hand.refuse(refusal, action.case());
    }
    Served {
        outcome: hand.outcome,
        refusal,
    }
}

/// Hiragana and katakana: what no other language is written in.
const fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ')
}

/// One action under way.
struct Hand<'a> {
    rules: &'a Rules,
    view: &'a StaffView<'a>,
    clerk: &'a str,
    now: DateTime<Utc>,
    outcome: Outcome,
}

impl Hand<'_> {
    fn act(&mut self, case: Case, action: &StaffAction) -> Result<(), Refusal> {
        match action {
            StaffAction::Accept(_) => self.take(case, &Step::Accept),
            StaffAction::TakeOver(_) => self.take(case, &Step::TakeOver),
            StaffAction::Release(_) => self.release(case),
            StaffAction::Reply { text, .. } => {
                let text = text.trim().to_owned();
                if text.is_empty() {
                    return Err(Refusal::Empty);
                }
                let phrase = self.says(case.id, text);
                self.answer(case, phrase)
            }
            StaffAction::SendCanned { canned, .. } => {
                let said = Said::Canned {
                    case: case.id,
                    canned: canned.clone(),
                };
                let (_, answered_by) = self.promised(case.urgency);
                let step = canned.promises(self.now, answered_by);
                let step = step.map_or(Step::Answer, |answer_by| Step::Announce { answer_by });
                self.answer_with(case, &step, Phrase::Case(Box::new(said)))
            }
            StaffAction::SendDraft { draft, .. } => self.send_draft(case, draft),
            StaffAction::SendEntry { entry, .. } => self.send_entry(case, entry),
            StaffAction::Note { text, .. } => self.note(&case, text),
            StaffAction::Close(_) => self.close(case, CloseReason::Answered),
            StaffAction::CloseAs(_, why) => self.close(case, *why),
            StaffAction::Called(_) => self.called(case),
            StaffAction::Rank(_, urgency) => self.rank(case, *urgency),
            StaffAction::Help => Ok(()),
        }
    }

    fn step(&mut self, case: Case, step: &Step) -> Result<Case, Refusal> {
        let case = case.go(step, By::Clerk(self.clerk), self.now)?;
        self.outcome.changes.push(Change::Case(CaseChange::Step {
            case: Box::new(case.clone()),
            step: step.clone(),
        }));
        Ok(case)
    }

    /// When an answer to what waits now is promised.
    fn promised(&self, urgency: Urgency) -> (Promise, DateTime<Utc>) {
        promised(self.rules, urgency, self.view.is_attended, self.now)
    }

    /// What has become more urgent is told anew: a summary that is edited rings nowhere.
    fn rank(&mut self, case: Case, urgency: Urgency) -> Result<(), Refusal> {
        let (id, before) = (case.id, case.urgency);
        let (_, answer_by) = self.promised(urgency);
        self.step(case, &Step::Rank { urgency, answer_by })?;
        if urgency > before {
            let said = Said::Raised { case: id, urgency };
            self.tell(Some(id), Phrase::Case(Box::new(said)));
        }
        self.summarise(id);
        Ok(())
    }

    /// The promised call was made; what was said is between the two.
    fn called(&mut self, case: Case) -> Result<(), Refusal> {
        let id = case.id;
        self.step(case, &Step::Called)?;
        self.tell(Some(id), Phrase::Case(Box::new(Said::Called { case: id })));
        self.summarise(id);
        Ok(())
    }

    /// A clerk takes a case: two cannot have the same one. Taking one's own again tells nobody anything new.
    fn take(&mut self, case: Case, step: &Step) -> Result<(), Refusal> {
        let (id, resident, had_owner) = (case.id, case.resident, case.is_accepted());
        match self.step(case, step) {
            Ok(_) => {}
            Err(Refusal::Case(CaseRefusal::Already)) => {
                self.tell(Some(id), Phrase::StaffAccepted { case: id });
                return Ok(());
            }
            Err(refusal) => return Err(refusal),
        }
        let phrase = if had_owner {
            Phrase::Case(Box::new(Said::HandedOn { case: id }))
        } else {
            Phrase::CaseAccepted { case: id }
        };
        self.tell_citizen(resident, id, phrase, vec![Choice::WithdrawCase(id)]);
        self.tell(Some(id), Phrase::StaffAccepted { case: id });
        self.summarise(id);
        Ok(())
    }

    /// Its owner gives it back to the others; the desk answers again until somebody takes it.
    fn release(&mut self, case: Case) -> Result<(), Refusal> {
        let (id, resident) = (case.id, case.resident);
        let (promise, answer_by) = self.promised(case.urgency);
        self.step(case, &Step::Release { answer_by })?;
        let phrase = Phrase::CaseWaits {
            case: id,
            promise,
            phone: self.rules.person.phone.clone(),
        };
        let choices = vec![Choice::CallBack(id), Choice::WithdrawCase(id)];
        self.tell_citizen(resident, id, phrase, choices);
        self.tell(
            Some(id),
            Phrase::Case(Box::new(Said::Released { case: id })),
        );
        self.summarise(id);
        Ok(())
    }

    /// Whoever answers owns the conversation, so a first answer takes the case as well.
    fn answer(&mut self, case: Case, phrase: Phrase) -> Result<(), Refusal> {
        self.answer_with(case, &Step::Answer, phrase)
    }

    fn answer_with(&mut self, case: Case, step: &Step, phrase: Phrase) -> Result<(), Refusal> {
        let (id, resident) = (case.id, case.resident);
        self.step(case, step)?;
        self.tell_citizen(resident, id, phrase, vec![Choice::WithdrawCase(id)]);
        self.summarise(id);
        Ok(())
    }

    /// A clerk's own words. Who does not read Japanese is told that these are not translated.
    fn says(&self, case: CaseId, text: String) -> Phrase {
        let reads = matches!(self.view.language, Language::Ja | Language::Easy);
        if !reads && text.chars().any(is_kana) {
            Phrase::StaffSaysUntranslated { case, text }
        } else {
            Phrase::StaffSays { case, text }
        }
    }

    /// A translation goes out only as the clerk has seen it, into the language in which the citizen still reads, and
    /// without a difference in what counts.
    fn send_draft(&mut self, case: Case, draft: &Draft) -> Result<(), Refusal> {
        if !draft.may_be_sent() || draft.to != self.view.language {
            return Err(Refusal::Draft);
        }
        let phrase = Phrase::StaffSaysTranslated {
            case: case.id,
            text: draft.source.clone(),
            translated: draft.translated.clone(),
        };
        self.answer(case, phrase)
    }

    /// A reviewed answer, as it was approved; one that is not may not go out, whoever asks for it.
    fn send_entry(&mut self, case: Case, entry: &EntryId) -> Result<(), Refusal> {
        let today = super::rules::civil(self.now).date();
        let found = self.view.corpus.entry(entry);
        let is_showable = found.is_some_and(|e| e.showable(self.view.language, today).is_some());
        if !is_showable {
            return Err(Refusal::Withheld(entry.clone()));
        }
        let said = Said::Entry {
            case: case.id,
            entry: entry.clone(),
        };
        self.answer(case, Phrase::Case(Box::new(said)))
    }

    /// A note is for the staff alone: there is no reply to a citizen in it.
    fn note(&mut self, case: &Case, text: &str) -> Result<(), Refusal> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Refusal::Empty);
        }
        self.outcome.changes.push(Change::Case(CaseChange::Note {
            case: case.id,
            text: text.to_owned(),
        }));
        let said = Said::Noted { case: case.id };
        self.tell(Some(case.id), Phrase::Case(Box::new(said)));
        Ok(())
    }

    fn close(&mut self, case: Case, why: CloseReason) -> Result<(), Refusal> {
        let (id, resident) = (case.id, case.resident);
        self.step(case, &Step::Close(why))?;
        let phrase = Phrase::CaseClosed { case: id };
        let mut choices = feedback::after_case(id);
        choices.extend(super::tick::after_case());
        self.tell_citizen(resident, id, phrase, choices);
        self.tell(Some(id), Phrase::StaffClosed { case: id });
        self.summarise(id);
        Ok(())
    }

    fn refuse(&mut self, refusal: &Refusal, case: Option<CaseId>) {
        let id = case.unwrap_or(CaseId(0));
        let phrase = match refusal {
            Refusal::Unknown => Phrase::StaffCaseUnknown,
            Refusal::Case(CaseRefusal::Over(_)) => Phrase::StaffCaseOver { case: id },
            Refusal::Case(CaseRefusal::Taken { by }) => Phrase::Case(Box::new(Said::Taken {
                case: id,
                by: by.clone(),
            })),
            Refusal::Case(CaseRefusal::NotTaken) => {
                Phrase::Case(Box::new(Said::NotTaken { case: id }))
            }
            Refusal::Case(CaseRefusal::Already) | Refusal::Withheld(_) | Refusal::Draft => {
                Phrase::Case(Box::new(Said::NotNow { case: id }))
            }
            Refusal::Empty => Phrase::StaffHelp,
        };
        let case = case.filter(|_| *refusal != Refusal::Unknown);
        self.tell(case, phrase);
    }

    fn tell(&mut self, case: Option<CaseId>, phrase: Phrase) {
        self.outcome.replies.push(Reply {
            to: To::Staff,
            phrase,
            choices: Vec::new(),
            replaces: false,
            case,
        });
    }

    /// The staff's summary as it stands now, in the place of the one they have.
    fn summarise(&mut self, id: CaseId) {
        let case = self.outcome.changes.iter().rev().find_map(Change::case);
        let choices = case.map_or_else(Vec::new, staff_buttons);
        self.tell(Some(id), Phrase::Summary { case: id });
        if let Some(reply) = self.outcome.replies.last_mut() {
            reply.choices = choices;
        }
    }

    fn tell_citizen(
        &mut self,
        resident: ResidentId,
        case: CaseId,
        phrase: Phrase,
        choices: Vec<Choice>,
    ) {
        self.outcome.replies.push(Reply {
            to: To::Resident(resident),
            phrase,
            choices,
            replaces: false,
            case: Some(case),
        });
    }
}
