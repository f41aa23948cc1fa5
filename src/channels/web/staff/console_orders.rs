//! What the forms of the console ask for.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::console::Place;
use super::{Fields, Web};
use crate::desk::language::Language;
use crate::desk::mask::mask;
use crate::desk::procedure::Procedure;
use crate::desk::queue::admission::AskerKind;
use crate::desk::queue::counter::CounterNumber;
use crate::desk::queue::floor::{FloorAction, TicketWish};
use crate::desk::queue::ticket::{DoneWork, Needs};
use crate::desk::rules::{OfficeId, Rules};
use crate::ids::{ReservationId, TicketId};

/// The longest note or reason.
pub(super) const TEXT_CHARS_MAX: usize = 100;
/// No visit does more of one thing.
pub(super) const DONE_MAX: u16 = 99;

/// Why somebody goes ahead of the others: what a form sends, and the words that are kept.
pub(super) const REASONS: [(&str, &str); 7] = [
    ("unwell", "staff-floor-why-unwell"),
    ("child", "staff-floor-why-child"),
    ("pregnant", "staff-floor-why-pregnant"),
    ("help", "staff-floor-why-help"),
    ("again", "staff-floor-why-again"),
    ("mistake", "staff-floor-why-mistake"),
    ("other", "staff-floor-why-other"),
];

/// The reason of a priority: one of the list, what is written beside it, or both. "Other" alone says nothing.
fn reason(web: &Web, form: &Fields) -> Option<String> {
    let chosen = REASONS.iter().find(|(id, _)| *id == form.get("why"));
    let chosen = chosen.filter(|(id, _)| *id != "other");
    let chosen = chosen.map(|(_, words)| web.app.words(words, Language::Ja));
    let written = free_text(form, "reason");
    match (chosen, written.is_empty()) {
        (Some(chosen), true) => Some(chosen),
        (Some(chosen), false) => Some(format!("{chosen}（{written}）")),
        (None, true) => None,
        (None, false) => Some(written),
    }
}

/// A text that only staff read: on one line, not too long, and without the numbers nobody should write there.
fn free_text(form: &Fields, name: &str) -> String {
    let flat = form
        .get(name)
        .nfc()
        .map(|c| if c.is_control() { ' ' } else { c });
    let short: String = flat.take(TEXT_CHARS_MAX).collect();
    mask(&short).text
}

/// What somebody without a reservation wants, as far as it is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) procedures: Vec<Procedure>,
    pub(super) people: u8,
    pub(super) language: Language,
    pub(super) needs: Needs,
}

impl Wanted {
    pub(super) fn read(fields: &Fields, rules: &Rules) -> Wanted {
        let people: u8 = fields.get("people").parse().unwrap_or(1);
        Wanted {
            procedures: procedures(fields).unwrap_or_default(),
            people: people.clamp(1, rules.booking.people_max.max(1)),
            language: language(fields, rules),
            needs: needs(fields),
        }
    }

    /// The fields as an address carries them on.
    pub(super) fn fields(&self) -> Vec<(&'static str, String)> {
        let yes = || "1".to_owned();
        let mut fields: Vec<(&'static str, String)> = self
            .procedures
            .iter()
            .map(|procedure| ("procedure", procedure.id().to_owned()))
            .collect();
        fields.push(("people", self.people.to_string()));
        fields.push(("language", self.language.tag().to_owned()));
        fields.extend(self.needs.chair.then(|| ("chair", yes())));
        fields.extend(self.needs.hearing.then(|| ("hearing", yes())));
        fields.extend(self.needs.interpreter.then(|| ("interpreter", yes())));
        fields
    }
}

/// Those who guide people in the hall do everything that happens there, and nothing at a counter.
pub(super) fn is_done_in_the_hall(action: &FloorAction) -> bool {
    matches!(
        action,
        FloorAction::CheckIn { .. }
            | FloorAction::Issue(_)
            | FloorAction::Prioritise(..)
            | FloorAction::Describe(..)
            | FloorAction::Return(_)
            | FloorAction::Leave(_)
    )
}

/// What an action is done to, for its key.
pub(super) fn object(action: &FloorAction) -> String {
    match action {
        FloorAction::Open { counter, .. }
        | FloorAction::Close(counter)
        | FloorAction::Pause(counter)
        | FloorAction::Resume(counter)
        | FloorAction::Next(counter) => format!("c{counter}"),
        FloorAction::CheckIn { reservation, .. } => format!("r{reservation}"),
        action => action
            .ticket()
            .map_or_else(String::new, |id| id.to_string()),
    }
}

/// What a form asks for.
#[derive(Clone, Debug)]
pub(super) enum Order {
    Act(Box<FloorAction>),
    /// How long somebody without a reservation would wait.
    Ask,
}

/// Why a form asks for nothing that can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// No form of ours sends that.
    Unreadable,
    /// Something is not filled in; the name of the notice that says what.
    Missing(&'static str),
}

impl Order {
    pub(super) fn read(
        web: &Web,
        what: &str,
        form: &Fields,
        place: &Place,
    ) -> Result<Order, Fault> {
        let rules = web.app.rules();
        let counter = || place.counter.ok_or(Fault::Unreadable);
        let ticket = || {
            let id = form.get("ticket").parse().map(TicketId);
            id.map_err(|_| Fault::Unreadable)
        };
        Ok(Order::Act(Box::new(match what {
            "open" => FloorAction::Open {
                counter: counter()?,
                procedures: taken_here(rules, form, place)?,
            },
            "close" => FloorAction::Close(counter()?),
            "pause" => FloorAction::Pause(counter()?),
            "resume" => FloorAction::Resume(counter()?),
            "next" => FloorAction::Next(counter()?),
            "call" => FloorAction::Call(counter()?, ticket()?),
            "take" => FloorAction::Take(counter()?, ticket()?),
            "recall" => FloorAction::Recall(ticket()?),
            "undo" => FloorAction::Undo(ticket()?),
            "serve" => FloorAction::Serve(ticket()?),
            "finish" => FloorAction::Finish(ticket()?, done_work(form)?),
            "park" => FloorAction::Park(ticket()?),
            "return" => FloorAction::Return(ticket()?),
            "miss" => FloorAction::Miss(ticket()?),
            "leave" => FloorAction::Leave(ticket()?),
            "transfer" => transfer(form, place, ticket()?)?,
            "prioritise" => {
                let reason = reason(web, form);
                let reason = reason.ok_or(Fault::Missing("reason-missing"))?;
                FloorAction::Prioritise(ticket()?, reason)
            }
            "describe" => FloorAction::Describe(ticket()?, needs(form), language(form, rules)),
            "check-in" => {
                let id = form.get("reservation").parse().map(ReservationId);
                FloorAction::CheckIn {
                    reservation: id.map_err(|_| Fault::Unreadable)?,
                    language: language(form, rules),
                    needs: needs(form),
                }
            }
            "issue" => FloorAction::Issue(wish(form, rules, None)?),
            "issue-beyond" => {
                let reason = free_text(form, "reason");
                FloorAction::Issue(wish(form, rules, Some(reason))?)
            }
            "ask" => {
                wish(form, rules, None)?;
                return Ok(Order::Ask);
            }
            _ => return Err(Fault::Unreadable),
        })))
    }
}

/// What a counter takes; nothing where it takes everything, also what the office comes to do later.
fn taken_here(rules: &Rules, form: &Fields, place: &Place) -> Result<BTreeSet<Procedure>, Fault> {
    let chosen: BTreeSet<Procedure> = procedures(form)?.into_iter().collect();
    if chosen.is_empty() {
        return Err(Fault::Missing("no-procedures"));
    }
    let office = rules.office(&place.office);
    let is_all = office.is_some_and(|office| office.procedures == chosen);
    Ok(if is_all { BTreeSet::new() } else { chosen })
}

fn procedures(form: &Fields) -> Result<Vec<Procedure>, Fault> {
    // One that nobody knows makes the whole list void, so that nothing is done by half.
    let all = form.all("procedure").into_iter().map(Procedure::from_id);
    let all: Option<BTreeSet<Procedure>> = all.collect();
    Ok(all.ok_or(Fault::Unreadable)?.into_iter().collect())
}

/// How often what was done.
fn done_work(form: &Fields) -> Result<DoneWork, Fault> {
    let mut done = DoneWork::new();
    for procedure in Procedure::ALL {
        let count = match form.get(&format!("done-{}", procedure.id())) {
            "" => 0,
            text => text.parse::<u16>().map_err(|_| Fault::Unreadable)?,
        };
        if count > 0 {
            done.push((procedure, count.min(DONE_MAX)));
        }
    }
    Ok(done)
}

/// To a counter of this office, or to another office.
fn transfer(form: &Fields, place: &Place, ticket: TicketId) -> Result<FloorAction, Fault> {
    let to = form.get("to");
    let (office, only) = match (to.strip_prefix("counter-"), to.strip_prefix("office-")) {
        (Some(number), _) => {
            let number = number.parse().map_err(|_| Fault::Unreadable)?;
            (place.office.clone(), Some(CounterNumber(number)))
        }
        (_, Some(office)) => (OfficeId::read(office).ok_or(Fault::Unreadable)?, None),
        _ => return Err(Fault::Missing("no-target")),
    };
    Ok(FloorAction::Transfer {
        ticket,
        office,
        only,
        note: free_text(form, "note"),
    })
}

fn wish(form: &Fields, rules: &Rules, beyond: Option<String>) -> Result<TicketWish, Fault> {
    let procedures = procedures(form)?;
    if procedures.is_empty() {
        return Err(Fault::Missing("no-procedures"));
    }
    let people: u8 = form.get("people").parse().map_err(|_| Fault::Unreadable)?;
    if people == 0 || people > rules.booking.people_max {
        return Err(Fault::Unreadable);
    }
    Ok(TicketWish {
        procedures,
        people,
        language: language(form, rules),
        needs: needs(form),
        resident: None,
        from: AskerKind::Clerk,
        beyond,
    })
}

fn needs(form: &Fields) -> Needs {
    Needs {
        chair: form.has("chair"),
        hearing: form.has("hearing"),
        interpreter: form.has("interpreter"),
    }
}

/// The language of a form, among those offered.
fn language(form: &Fields, rules: &Rules) -> Language {
    let asked = Language::from_tag(form.get("language"));
    let offered = asked.filter(|language| rules.languages.contains(language));
    offered.unwrap_or(Language::Ja)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> Fields {
        let fields = fields.iter();
        Fields(
            fields
                .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
                .collect(),
        )
    }

    fn place() -> Place {
        Place {
            office: OfficeId::read("main").unwrap(),
            counter: Some(CounterNumber(3)),
        }
    }

    #[test]
    fn what_was_done_is_counted_by_procedure() {
        let done = done_work(&form(&[
            ("done-pickup", "2"),
            ("done-pin", "0"),
            ("done-stay", ""),
        ]));
        assert_eq!(done, Ok(vec![(Procedure::Pickup, 2)]));
        assert_eq!(
            done_work(&form(&[("done-pickup", "-1")])),
            Err(Fault::Unreadable)
        );
    }

    #[test]
    fn a_transfer_goes_to_a_counter_here_or_to_another_office() {
        let to = |to: &str| {
            transfer(
                &form(&[("to", to), ("note", " 署名から ")]),
                &place(),
                TicketId(7),
            )
        };
        let Ok(FloorAction::Transfer {
            office, only, note, ..
        }) = to("counter-5")
        else {
            panic!("a counter is a target");
        };
        assert_eq!((office.as_str(), only), ("main", Some(CounterNumber(5))));
        assert_eq!(note, "署名から");
        let Ok(FloorAction::Transfer { office, only, .. }) = to("office-branch") else {
            panic!("an office is a target");
        };
        assert_eq!((office.as_str(), only), ("branch", None));
        assert_eq!(to(""), Err(Fault::Missing("no-target")));
    }

    #[test]
    fn the_hall_does_nothing_at_a_counter() {
        let counter = CounterNumber(3);
        assert!(is_done_in_the_hall(&FloorAction::Return(TicketId(1))));
        assert!(!is_done_in_the_hall(&FloorAction::Next(counter)));
        assert!(!is_done_in_the_hall(&FloorAction::Take(
            counter,
            TicketId(1)
        )));
        assert!(!is_done_in_the_hall(&FloorAction::Miss(TicketId(1))));
    }

    #[test]
    fn each_action_of_a_page_has_a_key_of_its_own() {
        let counter = CounterNumber(3);
        assert_eq!(object(&FloorAction::Next(counter)), "c3");
        assert_eq!(object(&FloorAction::Recall(TicketId(12))), "12");
    }
}
