//! Which procedure somebody needs: a few questions, each with a closed list of answers. A pure tree; nothing here knows
//! a conversation.
//!
//! Every path ends after at most five questions, at a procedure with who must come and what to know before, or at the
//! place where it is done instead.

mod names;

use serde::{Deserialize, Serialize};

use super::documents::Visitor;
use super::procedure::Procedure;

/// The national line by which a card is suspended, day and night (マイナンバー総合フリーダイヤル), also for questions.
pub const NATIONAL_PHONE: &str = "0120-95-0178";
/// The same in English, Chinese, Korean, Spanish and Portuguese: cards, certificates, loss.
pub const FOREIGN_PHONE: &str = "0120-0178-27";
/// … and for Mynaportal.
pub const FOREIGN_PORTAL_PHONE: &str = "0120-0178-26";
/// The immigration information centre (外国人在留総合インフォメーションセンター).
pub const IMMIGRATION_PHONE: &str = "0570-013904";

/// A question of the finder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Question {
    /// What it is about.
    What,
    /// Who comes to the counter.
    Who,
    /// Who applies; nobody can do that for somebody else.
    WhoApplies,
    /// Why a proxy comes to collect a card.
    Reason,
    /// Which of the two dates the notice is about.
    WhichDate,
    /// Whether the letter with the notice is at hand, for a proxy.
    Letter,
    /// Whether the PIN is still known.
    PinState,
    Move,
    /// Whether the certificate for signatures is wanted as well.
    Signature,
    Nationality,
    /// Where it was lost; the question itself says how to suspend the card.
    Lost,
    StayState,
    NewCard,
    Insurance,
    Other,
}

/// An answer; what it means depends on the question it is offered under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    // What
    Collect,
    Notice,
    PinTrouble,
    Moved,
    CardLost,
    Stay,
    New,
    UseIt,
    SomethingElse,
    // Who
    Myself,
    WithChild,
    SomebodyElse,
    // Reason
    GoodReason,
    Busy,
    // WhichDate
    CardDate,
    CertificateDate,
    NotSure,
    // Letter
    HasLetter,
    NoLetter,
    // PinState
    PinForgotten,
    PinKnown,
    // Move
    IntoCity,
    WithinCity,
    OutOfCity,
    Abroad,
    NameChanged,
    // Signature
    WithSignature,
    WithoutSignature,
    // Nationality
    Japanese,
    OtherNationality,
    // Lost
    LostOutside,
    LostAtHome,
    FoundAgain,
    // StayState
    StayGranted,
    StayPending,
    StayNotYet,
    StayPassed,
    Permanent,
    // NewCard
    First,
    Damaged,
    // Insurance
    AsInsuranceCard,
    MoneyAccount,
    InsuranceItself,
    // Other
    Records,
    Passport,
    Pension,
    Portal,
    Visa,
    Licence,
    NoneOfIt,
}

/// Something to know before coming.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Note {
    /// Think of the PINs beforehand.
    ThinkOfPins,
    ChildComesToo,
    /// The postcard's back is filled in and the PINs are hidden.
    FillInPostcard,
    /// Work, school and short trips are no reason for a proxy; some Sundays are open.
    ComeYourself,
    /// The application can also be made online or by post.
    ApplyOnline,
    /// A second visit for the finished card, after one or two months.
    CollectLater,
    FreeWithOldCard,
    /// An envelope that stays sealed, one visit.
    SealedLetter,
    /// A letter of inquiry comes first, two visits.
    TwoVisits,
    /// A convenience store can do it, too.
    KioskReset,
    /// 転入届 or 転居届 first, within 14 days, with the cards of the whole family.
    FileTheMove,
    /// Within 90 days, else the card lapses.
    WithinNinetyDays,
    /// Somebody of the same household may come.
    HouseholdMayCome,
    /// The name in the resident record comes first.
    RegisterFirst,
    /// The day before leaving at the latest.
    BeforeLeaving,
    SuspendFirst,
    TellPolice,
    ReissueFee,
    /// Within 30 days of the loss it can be made faster.
    FastIssue,
    LiftSuspension,
    /// Before the date on the card has passed.
    BeforeTheDate,
    /// It may take a day until the city has the new period.
    DataTakesTime,
    /// Certificates are made anew with it.
    CertificatesAnew,
    /// Two months more, once.
    TwoMonthsMore,
    TooLateToExtend,
    BringTheCard,
}

/// Where it is done instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// The expiry helper of this desk says which date it is.
    ExpiryHelper,
    /// At home, with the app.
    Home,
    /// At the counter of the city one moves to.
    NewCity,
    /// With the notice of moving out.
    MovingOut,
    Immigration,
    InsuranceSection,
    CitizensSection,
    PassportOffice,
    PensionOffice,
    PortalPhone,
    Police,
    /// Nobody knows better than the staff.
    Staff,
}

/// What somebody needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub procedures: Vec<Procedure>,
    pub visitor: Visitor,
    pub notes: Vec<Note>,
}

/// What comes after the answers given so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    Ask(Question),
    Found(Finding),
    Elsewhere(Place),
}

fn found(procedures: &[Procedure], visitor: Visitor, notes: &[Note]) -> Next {
    Next::Found(Finding {
        procedures: procedures.to_vec(),
        visitor,
        notes: notes.to_vec(),
    })
}

/// What comes after these answers; None when an answer does not belong to its question.
#[must_use]
pub fn next(path: &[Answer]) -> Option<Next> {
    let mut now = Next::Ask(Question::What);
    for (n, answer) in path.iter().enumerate() {
        let Next::Ask(question) = now else {
            return None;
        };
        if !question.answers().contains(answer) {
            return None;
        }
        now = after(question, *answer, &path[..n]);
    }
    Some(now)
}

fn after(question: Question, answer: Answer, before: &[Answer]) -> Next {
    match question {
        Question::What => first(answer),
        Question::Who => who(answer, before),
        Question::WhoApplies => apply(answer, before),
        Question::Reason if answer == Answer::GoodReason => found(
            &[Procedure::Pickup],
            Visitor::Proxy,
            &[Note::FillInPostcard],
        ),
        Question::Reason => found(
            &[Procedure::Pickup],
            Visitor::Myself,
            &[Note::ComeYourself, Note::ThinkOfPins],
        ),
        Question::WhichDate => match answer {
            Answer::CardDate => Next::Ask(Question::WhoApplies),
            Answer::CertificateDate => Next::Ask(Question::Who),
            _ => Next::Elsewhere(Place::ExpiryHelper),
        },
        Question::Letter => {
            let note = if answer == Answer::HasLetter {
                Note::SealedLetter
            } else {
                Note::TwoVisits
            };
            found(&[Procedure::Certificate], Visitor::Proxy, &[note])
        }
        Question::PinState if answer == Answer::PinKnown => Next::Elsewhere(Place::Home),
        Question::PinState => Next::Ask(Question::Who),
        Question::Move => moved(answer),
        Question::Signature => rewritten(answer, before),
        Question::Nationality if answer == Answer::Japanese => found(
            &[Procedure::Address],
            Visitor::Myself,
            &[Note::BeforeLeaving],
        ),
        Question::Nationality => Next::Elsewhere(Place::MovingOut),
        Question::Lost => lost(answer),
        Question::StayState => stay(answer),
        Question::NewCard => Next::Ask(Question::WhoApplies),
        Question::Insurance if answer == Answer::InsuranceItself => {
            Next::Elsewhere(Place::InsuranceSection)
        }
        Question::Insurance => found(&[Procedure::Insurance], Visitor::Myself, &[]),
        Question::Other => Next::Elsewhere(elsewhere(answer)),
    }
}

fn first(answer: Answer) -> Next {
    Next::Ask(match answer {
        Answer::Collect => Question::Who,
        Answer::Notice => Question::WhichDate,
        Answer::PinTrouble => Question::PinState,
        Answer::Moved => Question::Move,
        Answer::CardLost => Question::Lost,
        Answer::Stay => Question::StayState,
        Answer::New => Question::NewCard,
        Answer::UseIt => Question::Insurance,
        _ => Question::Other,
    })
}

/// Who comes, for collecting, for certificates and for PINs.
fn who(answer: Answer, before: &[Answer]) -> Next {
    let visitor = match answer {
        Answer::WithChild => Visitor::Guardian,
        Answer::SomebodyElse => Visitor::Proxy,
        _ => Visitor::Myself,
    };
    if before.contains(&Answer::Collect) {
        let procedures = [Procedure::Pickup];
        return match visitor {
            Visitor::Myself => found(&procedures, visitor, &[Note::ThinkOfPins]),
            Visitor::Guardian => {
                let notes = [Note::ChildComesToo, Note::ThinkOfPins];
                found(&procedures, visitor, &notes)
            }
            Visitor::Proxy => Next::Ask(Question::Reason),
        };
    }
    if before.contains(&Answer::PinTrouble) {
        let procedures = [Procedure::Pin];
        return match visitor {
            Visitor::Myself => found(&procedures, visitor, &[Note::KioskReset]),
            Visitor::Guardian => found(&procedures, visitor, &[]),
            Visitor::Proxy => found(&procedures, visitor, &[Note::TwoVisits]),
        };
    }
    match visitor {
        Visitor::Proxy => Next::Ask(Question::Letter),
        _ => found(&[Procedure::Certificate], visitor, &[]),
    }
}

/// A new card: the first, in the place of one that ends, or of one that is broken.
fn apply(answer: Answer, before: &[Answer]) -> Next {
    let mut notes = vec![Note::ApplyOnline, Note::CollectLater];
    if before.contains(&Answer::CardDate) {
        notes.push(Note::FreeWithOldCard);
    } else if before.contains(&Answer::Damaged) {
        notes.extend([Note::BringTheCard, Note::ReissueFee]);
    }
    let visitor = if answer == Answer::WithChild {
        notes.insert(0, Note::ChildComesToo);
        Visitor::Guardian
    } else {
        Visitor::Myself
    };
    found(&[Procedure::Application], visitor, &notes)
}

fn moved(answer: Answer) -> Next {
    match answer {
        Answer::OutOfCity => Next::Elsewhere(Place::NewCity),
        Answer::Abroad => Next::Ask(Question::Nationality),
        _ => Next::Ask(Question::Signature),
    }
}

/// A new address or name on the card, with the certificate for signatures or without.
fn rewritten(answer: Answer, before: &[Answer]) -> Next {
    let mut procedures = vec![Procedure::Address];
    if answer == Answer::WithSignature {
        procedures.push(Procedure::Certificate);
    }
    let notes: &[Note] = if before.contains(&Answer::IntoCity) {
        &[
            Note::FileTheMove,
            Note::WithinNinetyDays,
            Note::HouseholdMayCome,
        ]
    } else if before.contains(&Answer::WithinCity) {
        &[Note::FileTheMove, Note::HouseholdMayCome]
    } else {
        &[Note::RegisterFirst]
    };
    found(&procedures, Visitor::Myself, notes)
}

fn lost(answer: Answer) -> Next {
    let visitor = Visitor::Myself;
    match answer {
        Answer::LostOutside => found(
            &[Procedure::Application],
            visitor,
            &[
                Note::SuspendFirst,
                Note::TellPolice,
                Note::ReissueFee,
                Note::FastIssue,
            ],
        ),
        Answer::LostAtHome => found(
            &[Procedure::Application],
            visitor,
            &[Note::SuspendFirst, Note::ReissueFee, Note::FastIssue],
        ),
        _ => found(&[Procedure::Certificate], visitor, &[Note::LiftSuspension]),
    }
}

fn stay(answer: Answer) -> Next {
    let visitor = Visitor::Myself;
    match answer {
        Answer::StayGranted => found(
            &[Procedure::Stay],
            visitor,
            &[
                Note::BeforeTheDate,
                Note::CertificatesAnew,
                Note::DataTakesTime,
            ],
        ),
        Answer::StayPending => found(
            &[Procedure::Stay],
            visitor,
            &[Note::TwoMonthsMore, Note::BeforeTheDate],
        ),
        Answer::StayPassed => found(
            &[Procedure::Application],
            visitor,
            &[Note::TooLateToExtend, Note::ReissueFee],
        ),
        // Permanent residents have the dates of Japanese.
        Answer::Permanent => Next::Ask(Question::WhichDate),
        _ => Next::Elsewhere(Place::Immigration),
    }
}

fn elsewhere(answer: Answer) -> Place {
    match answer {
        Answer::Records => Place::CitizensSection,
        Answer::Passport => Place::PassportOffice,
        Answer::Pension => Place::PensionOffice,
        Answer::Portal => Place::PortalPhone,
        Answer::Visa => Place::Immigration,
        Answer::Licence => Place::Police,
        _ => Place::Staff,
    }
}

impl Question {
    /// The answers in the order in which they are offered.
    #[must_use]
    pub const fn answers(self) -> &'static [Answer] {
        match self {
            Question::What => &[
                Answer::Collect,
                Answer::Notice,
                Answer::PinTrouble,
                Answer::Moved,
                Answer::CardLost,
                Answer::Stay,
                Answer::New,
                Answer::UseIt,
                Answer::SomethingElse,
            ],
            Question::Who => &[Answer::Myself, Answer::WithChild, Answer::SomebodyElse],
            Question::WhoApplies => &[Answer::Myself, Answer::WithChild],
            Question::Reason => &[Answer::GoodReason, Answer::Busy],
            Question::WhichDate => &[Answer::CardDate, Answer::CertificateDate, Answer::NotSure],
            Question::Letter => &[Answer::HasLetter, Answer::NoLetter],
            Question::PinState => &[Answer::PinForgotten, Answer::PinKnown],
            Question::Move => &[
                Answer::IntoCity,
                Answer::WithinCity,
                Answer::OutOfCity,
                Answer::Abroad,
                Answer::NameChanged,
            ],
            Question::Signature => &[Answer::WithSignature, Answer::WithoutSignature],
            Question::Nationality => &[Answer::Japanese, Answer::OtherNationality],
            Question::Lost => &[Answer::LostOutside, Answer::LostAtHome, Answer::FoundAgain],
            Question::StayState => &[
                Answer::StayGranted,
                Answer::StayPending,
                Answer::StayNotYet,
                Answer::StayPassed,
                Answer::Permanent,
            ],
            Question::NewCard => &[Answer::First, Answer::Damaged],
            Question::Insurance => &[
                Answer::AsInsuranceCard,
                Answer::MoneyAccount,
                Answer::InsuranceItself,
            ],
            Question::Other => &[
                Answer::Records,
                Answer::Passport,
                Answer::Pension,
                Answer::Portal,
                Answer::Visa,
                Answer::Licence,
                Answer::NoneOfIt,
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::desk::documents::visitors;

    /// Every path through the tree with its end.
    fn paths() -> Vec<(Vec<Answer>, Next)> {
        let (mut done, mut open) = (Vec::new(), vec![Vec::new()]);
        while let Some(path) = open.pop() {
            match next(&path).unwrap() {
                Next::Ask(question) => {
                    assert!(path.len() < 5, "more than five questions: {path:?}");
                    assert!(question.answers().len() >= 2);
                    for answer in question.answers() {
                        let mut longer = path.clone();
                        longer.push(*answer);
                        open.push(longer);
                    }
                }
                end => done.push((path, end)),
            }
        }
        done
    }

    #[test]
    fn every_path_ends_at_a_procedure_or_a_place() {
        let all = paths();
        assert!(all.len() > 50, "{} paths", all.len());
        for (path, end) in all {
            let Next::Found(finding) = end else {
                continue;
            };
            assert!(!finding.procedures.is_empty(), "{path:?}");
            assert!(finding.procedures.len() <= 3, "{path:?}");
            for procedure in &finding.procedures {
                assert!(
                    visitors(*procedure).contains(&finding.visitor),
                    "{path:?}: {procedure:?} not by {:?}",
                    finding.visitor
                );
            }
            let notes: BTreeSet<Note> = finding.notes.iter().copied().collect();
            assert_eq!(notes.len(), finding.notes.len(), "{path:?}: a note twice");
        }
    }

    #[test]
    fn every_procedure_can_be_found() {
        let found: BTreeSet<Procedure> = paths()
            .into_iter()
            .filter_map(|(_, end)| match end {
                Next::Found(finding) => Some(finding.procedures),
                _ => None,
            })
            .flatten()
            .collect();
        assert_eq!(found.len(), Procedure::ALL.len(), "{found:?}");
    }

    #[test]
    fn what_people_need_is_found() {
        let check = |path: &[Answer], procedures: &[Procedure], visitor: Visitor| {
            let Some(Next::Found(finding)) = next(path) else {
                panic!("{path:?} is not at its end");
            };
            assert_eq!(finding.procedures, procedures, "{path:?}");
            assert_eq!(finding.visitor, visitor, "{path:?}");
        };
        use Answer as A;
        use Procedure as P;
        check(&[A::Collect, A::Myself], &[P::Pickup], Visitor::Myself);
        let busy = [A::Collect, A::SomebodyElse, A::Busy];
        check(&busy, &[P::Pickup], Visitor::Myself);
        let card = [A::Notice, A::CardDate, A::WithChild];
        check(&card, &[P::Application], Visitor::Guardian);
        let letter = [A::Notice, A::CertificateDate, A::SomebodyElse, A::HasLetter];
        check(&letter, &[P::Certificate], Visitor::Proxy);
        let moved = [A::Moved, A::IntoCity, A::WithSignature];
        check(&moved, &[P::Address, P::Certificate], Visitor::Myself);
        check(&[A::Stay, A::StayGranted], &[P::Stay], Visitor::Myself);
        let late = [A::Stay, A::StayPassed];
        check(&late, &[P::Application], Visitor::Myself);
        assert_eq!(
            next(&[A::Notice, A::NotSure]),
            Some(Next::Elsewhere(Place::ExpiryHelper))
        );
    }

    #[test]
    fn an_answer_that_does_not_belong_is_refused() {
        assert_eq!(next(&[Answer::Busy]), None);
        assert_eq!(
            next(&[Answer::Collect, Answer::Myself, Answer::Myself]),
            None
        );
    }
}
