//! One turn inside its savepoint, and the replies on their way into the outbox.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Done, Inner, Shelf};
use crate::desk::care;
use crate::desk::choice::Choice;
use crate::desk::decide;
use crate::desk::faq::Corpus;
use crate::desk::feedback;
use crate::desk::heard::{Heard, HeardKind};
use crate::desk::language::Language;
use crate::desk::lexicon::Command;
use crate::desk::message::{Address, Button, Channel, Incoming, Outgoing};
use crate::desk::phrase::Phrase;
use crate::desk::reminder::outside_quiet;
use crate::desk::reservation::Reservation;
use crate::desk::retrieval::normal::squeeze;
use crate::desk::rules::{Rules, civil};
use crate::desk::slots::Book;
use crate::desk::talk::Dialogue;
use crate::desk::view::{Change, Decision, Kept, Named, Outcome, Reply, Resident, To, Turn, View};
use crate::ids::{OutgoingId, ResidentId};
use crate::locale::Subject;
use crate::store::outbox::Start;
use crate::store::tx::{Actor, Tx};
use crate::store::{StoreError, residents};

/// Telegram's limit for a message, in UTF-16 code units; longer texts become several rows of the outbox, so that a row
/// is always one message and a retry never repeats half of one.
const MESSAGE_UNITS_MAX: usize = 4096;

/// Whose turn it is, for rows that go back to them.
#[derive(Clone, Copy)]
pub(super) struct Asker<'a> {
    pub(super) incoming: &'a Incoming,
    pub(super) id: ResidentId,
    pub(super) language: Language,
    /// The same once more in this language, for somebody whose own is not spoken here.
    pub(super) beside: Option<Language>,
}

/// What a turn is decided by, beside the person.
#[derive(Clone, Copy)]
struct Sight<'a> {
    rules: &'a Rules,
    book: &'a Book,
    corpus: &'a Corpus,
    heard: &'a Heard,
    now: DateTime<Utc>,
}

impl Inner {
    pub(super) fn first_language(&self) -> Language {
        self.config
            .rules
            .languages
            .first()
            .copied()
            .unwrap_or(Language::Ja)
    }

    pub(super) fn subject<'a>(&'a self, shelf: &'a Shelf) -> Subject<'a> {
        Subject {
            rules: &self.config.rules,
            counter: &self.config.counter,
            corpus: &shelf.corpus,
        }
    }

    /// The language to hear in: the one picked with the message, the conversation's, the client's guess, the city's.
    /// Also tells whether nothing was heard from there before.
    pub(super) fn hint(&self, incoming: &Incoming) -> Result<(Language, bool), StoreError> {
        let offered = |language: &Language| self.config.rules.languages.contains(language);
        if let Some(language) = incoming.chosen.filter(offered) {
            return Ok((language, false));
        }
        let known = self
            .store
            .read(|sql| residents::language_of(sql, &incoming.from))?;
        let hint = known
            .or(incoming.hint)
            .filter(offered)
            .unwrap_or(self.first_language());
        Ok((hint, known.is_none()))
    }

    /// One turn inside its savepoint: inbox, view, decide, apply, outbox.
    pub(super) fn turn(
        &self,
        tx: &mut Tx<'_>,
        incoming: &Incoming,
        heard: &Heard,
        hint: Language,
        now: DateTime<Utc>,
    ) -> Result<Done, StoreError> {
        if tx.has_seen(&incoming.key)? {
            return said_before(tx, incoming);
        }
        let rules = &*tx.rules(&self.config.rules)?;
        let shelf = self.shelf();
        // What has come free belongs to the waiting list before anybody else sees it.
        let offered = self.offer_freed(tx, rules, now)?;
        let resident = tx.resident(&incoming.from, hint, now)?;
        let id = resident.id;
        let book = tx.book(rules, now)?;
        let sight = Sight {
            rules,
            book: &book,
            corpus: &shelf.corpus,
            heard,
            now,
        };
        let view = self.view(tx, sight, resident)?;
        let mut decision = decide(rules, &view, heard, incoming.chosen, now, tx.ids);
        tx.apply(&decision.outcome.changes, Actor::Resident(id), now)?;
        let hall = decision.outcome.changes.iter().any(Change::touches_line);
        let offered = self.offer_freed(tx, rules, now)? || offered;
        let said = self.kept_words(incoming, heard, &decision);
        tx.take_in_turn(&incoming.key, id, decision.outcome.turn, &said, now)?;
        if let Some(missed) = &decision.outcome.missed {
            tx.note_miss(decision.language, missed, now)?;
        }
        let asker = Asker {
            incoming,
            id,
            language: decision.language,
            beside: self.beside(heard, decision.language),
        };
        let written = self.put_out(tx, &incoming.key, &decision.outcome, Some(asker), now)?;
        // The others in the line hear of it after the one who has acted.
        self.tell_lines_of(tx, rules, &decision.outcome.changes, now)?;
        remember_labels(&mut decision, &written, &incoming.from);
        tx.save_talk(id, &decision, now)?;
        let news = offered || written.iter().any(|row| row.to != incoming.from);
        let replies = written
            .into_iter()
            .filter(|row| row.to == incoming.from)
            .collect();
        Ok(Done {
            replies,
            turn: Some((decision.outcome.turn, decision.language)),
            pushed: news || !incoming.pulled,
            news,
            hall,
            rated: feedback::counted(&decision.outcome.changes),
        })
    }

    /// Everything this turn may look at.
    fn view<'a>(
        &self,
        tx: &mut Tx<'_>,
        sight: Sight<'a>,
        resident: Resident,
    ) -> Result<View<'a>, StoreError> {
        let (id, rules, heard, now) = (resident.id, sight.rules, sight.heard, sight.now);
        let case = tx.open_case_of(id)?;
        Ok(View {
            reservations: tx.open_reservations(id, now)?,
            past: self.named_reservation(tx, id, heard)?,
            block: tx.block_of(id, now)?,
            freeze: tx.freeze()?,
            is_attended: tx.is_attended(now)?,
            calls: tx.calls_promised(now, case.as_ref().map(|case| case.id))?,
            case,
            next_case: tx.next_case()?,
            wait: tx.wait_of(id)?,
            offers: tx.offers_of(id, now)?,
            missed: self.missed_by(tx, rules, id, now)?,
            named: self.named(tx, &resident, heard, now)?,
            kept: self.kept(tx, &resident, heard, now)?,
            resident,
            book: sight.book,
            corpus: sight.corpus,
            care: tx.care(id)?,
            queue: tx.seen(id, rules, now)?,
        })
    }

    /// Somebody whose language is not spoken here gets やさしい日本語 beside the English.
    fn beside(&self, heard: &Heard, language: Language) -> Option<Language> {
        let offered = &self.config.rules.languages;
        let wanted = heard.detected.foreign && language == Language::En;
        Some(Language::Easy).filter(|easy| wanted && offered.contains(easy))
    }

    /// What is kept of what was said: nothing of what may hold a birth date, and after an erasing not even the "yes".
    fn kept_words(&self, incoming: &Incoming, heard: &Heard, decision: &Decision) -> String {
        if decision.outcome.changes.contains(&Change::Erase) {
            String::new()
        } else if decision.is_private {
            care::HIDDEN.to_owned()
        } else if heard.kind == HeardKind::Edited && decision.outcome.turn != Turn::Person {
            // The first text stands, here too.
            String::new()
        } else {
            self.said(incoming, heard, decision.language)
        }
    }

    /// What a page shows as the resident's own words: the masked text, or the label of the button.
    fn said(&self, incoming: &Incoming, heard: &Heard, language: Language) -> String {
        match &heard.kind {
            HeardKind::Text => heard.text.clone(),
            HeardKind::Edited => self.locale.correction(&heard.text),
            HeardKind::Choice(choice) if incoming.from.channel == Channel::Web => self
                .locale
                .label(choice, &Phrase::Help, language, self.subject(&self.shelf())),
            HeardKind::Choice(_) | HeardKind::Start | HeardKind::Unintelligible => String::new(),
        }
    }

    fn named_reservation(
        &self,
        tx: &Tx<'_>,
        resident: ResidentId,
        heard: &Heard,
    ) -> Result<Option<crate::desk::reservation::Reservation>, StoreError> {
        match &heard.kind {
            HeardKind::Choice(
                Choice::Show(id) | Choice::Change(id) | Choice::Cancel(id) | Choice::Coming(id),
            ) => tx.own_reservation(resident, *id),
            _ => Ok(None),
        }
    }

    /// How many visits somebody missed in the last year; nobody asks while there is no limit.
    fn missed_by(
        &self,
        tx: &Tx<'_>,
        rules: &Rules,
        id: ResidentId,
        now: DateTime<Utc>,
    ) -> Result<u16, StoreError> {
        if rules.booking.no_show.limit_after == 0 {
            return Ok(0);
        }
        tx.missed_since(id, now - TimeDelta::days(365))
    }

    /// The reservation that a code typed now, or a moment ago, names.
    fn named(
        &self,
        tx: &Tx<'_>,
        resident: &Resident,
        heard: &Heard,
        now: DateTime<Utc>,
    ) -> Result<Named, StoreError> {
        let code = match (&heard.code, &resident.talk.dialogue) {
            (Some(code), _) | (None, Dialogue::Proving { code }) => code,
            _ => return Ok(Named::default()),
        };
        tx.named(resident.id, code, now)
    }

    /// What is kept about somebody, when they ask.
    fn kept(
        &self,
        tx: &Tx<'_>,
        resident: &Resident,
        heard: &Heard,
        now: DateTime<Utc>,
    ) -> Result<Option<Kept>, StoreError> {
        let asks = heard.command == Some(Command::MyData)
            || matches!(
                heard.kind,
                HeardKind::Choice(Choice::MyData | Choice::EraseData)
            )
            // A typed number or label may mean one of these.
            || resident.talk.offered.iter().any(|code| *code == Choice::EraseData.code() || *code == Choice::MyData.code())
            || matches!(resident.talk.dialogue, Dialogue::Erasing { .. });
        if asks {
            tx.kept(resident.id, now).map(Some)
        } else {
            Ok(None)
        }
    }

    /// Booked visits nobody came to, to be told by day.
    pub(super) fn missed(
        &self,
        tx: &Tx<'_>,
        rules: &Rules,
        now: DateTime<Utc>,
        most: u16,
    ) -> Result<Vec<(Reservation, bool)>, StoreError> {
        let here = civil(now);
        if outside_quiet(here, &rules.reminders) != here {
            return Ok(Vec::new());
        }
        tx.missed_visits(rules.booking.no_show.after_minutes, now, most)
    }

    /// Renders the replies and writes them out, in the commit of the change they speak of.
    pub(super) fn put_out(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        outcome: &Outcome,
        asker: Option<Asker<'_>>,
        now: DateTime<Utc>,
    ) -> Result<Vec<Outgoing>, StoreError> {
        let mut written = Vec::with_capacity(outcome.replies.len());
        let is_own = |r: &Reply| asker.is_some_and(|a| r.to == To::Resident(a.id));
        let own = outcome.replies.iter().filter(|r| is_own(r)).count();
        for reply in &outcome.replies {
            let read;
            let reply = match &reply.phrase {
                Phrase::Summary { case } => {
                    // Where nobody reads along, the first summary is enough.
                    let is_first = !tx.has_summary(*case)?;
                    let wanted = is_first || self.config.telegram.staff_chat.is_some();
                    let Some(phrase) = self.summary_of(tx, *case, now)?.filter(|_| wanted) else {
                        continue;
                    };
                    read = Reply {
                        phrase,
                        ..reply.clone()
                    };
                    &read
                }
                _ => reply,
            };
            let Some((mut row, start)) = self.row(tx, key, reply, asker, now)? else {
                continue;
            };
            // Only a lone reply takes the place of the pressed message; several would tear the talk apart.
            row.replaces = row.replaces.filter(|_| own == 1);
            let buttons = std::mem::take(&mut row.choices);
            let mut parts = split_text(&row.text, MESSAGE_UNITS_MAX)
                .into_iter()
                .peekable();
            while let Some(part) = parts.next() {
                row.text = part;
                if parts.peek().is_none() {
                    row.choices.clone_from(&buttons);
                }
                tx.put_out(&mut row, written.len(), start)?;
                written.push(row.clone());
                if let (To::Resident(id), false) = (reply.to, is_own(reply)) {
                    remember_pushed(tx, id, &row)?;
                }
                row.replaces = None;
            }
        }
        Ok(written)
    }

    /// The line that leads to the page of what a phrase shows.
    fn page_below(
        &self,
        tx: &mut Tx<'_>,
        phrase: &Phrase,
        language: Language,
        channel: Channel,
    ) -> Result<Option<String>, StoreError> {
        let shelf = self.shelf();
        let subject = self.subject(&shelf);
        // The chat on the web has a button of its own for the copy.
        if let (Phrase::MyData { .. }, Some(url)) = (phrase, &self.config.web.public_url)
            && channel != Channel::Web
        {
            return Ok(Some(self.locale.copy_hint(url, language, subject)));
        }
        if let Some(id) = phrase.shows_reservation() {
            let link = self.link_of(tx, id)?;
            return Ok(link.map(|link| self.locale.visit_page(&link, language, subject)));
        }
        let ticket = match phrase {
            Phrase::Queue(said) => said.shows_ticket(),
            _ => None,
        };
        let Some(id) = ticket else { return Ok(None) };
        let link = self.ticket_link(tx, id)?;
        Ok(link.map(|link| self.locale.ticket_page(&link, language, subject)))
    }

    /// A reply, rendered for whoever it goes to, and whether the courier carries it; nothing for those no message reaches.
    fn row(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        reply: &Reply,
        asker: Option<Asker<'_>>,
        now: DateTime<Utc>,
    ) -> Result<Option<(Outgoing, Start)>, StoreError> {
        let is_own = asker.filter(|a| reply.to == To::Resident(a.id));
        let (to, resident, language) = match (reply.to, is_own) {
            (_, Some(asker)) => (asker.incoming.from.clone(), Some(asker.id), asker.language),
            (To::Staff, None) => (Address::staff(), None, Language::Ja),
            (To::Resident(id), None) => {
                let (address, language) = tx.address_of(id)?;
                (address, Some(id), language)
            }
        };
        // Nothing reaches those for whom staff have reserved by telephone; staff call them.
        if to.channel == Channel::Desk {
            return Ok(None);
        }
        let unattended = to.channel == Channel::Staff && self.config.telegram.staff_chat.is_none();
        let pulled = unattended || is_own.is_some_and(|a| a.incoming.pulled);
        let shelf = self.shelf();
        let subject = self.subject(&shelf);
        let mut rendered = self.locale.render(&reply.phrase, language, subject);
        if let Some(below) = self.page_below(tx, &reply.phrase, language, to.channel)? {
            rendered.text = format!("{}\n\n{below}", rendered.text);
        }
        if let Some(beside) = is_own.and_then(|asker| asker.beside) {
            let other = self.locale.render(&reply.phrase, beside, subject);
            rendered.text = format!("{}\n\n―――\n{}", rendered.text, other.text);
        }
        let label = |choice| self.locale.label(choice, &reply.phrase, language, subject);
        let row = Outgoing {
            id: OutgoingId(0),
            key: key.to_owned(),
            to,
            resident,
            phrase: reply.phrase.id().to_owned(),
            text: rendered.text,
            language: rendered.language,
            choices: reply
                .choices
                .iter()
                .map(|c| Button {
                    id: c.code(),
                    label: label(c),
                })
                .collect(),
            entries: rendered.entries,
            case: reply.case,
            replaces: is_own
                .filter(|_| reply.replaces)
                .and_then(|a| a.incoming.pressed),
            urgent: matches!(&reply.phrase, Phrase::Queue(said) if said.is_urgent()),
            attempts: 0,
            at: now,
        };
        let start = if pulled {
            Start::Pulled
        } else {
            Start::Pending
        };
        Ok(Some((row, start)))
    }
}

/// Keeps the words on the buttons shown last, so that typing them does the same as pressing.
fn remember_labels(decision: &mut Decision, written: &[Outgoing], address: &Address) {
    let shown = written
        .iter()
        .rev()
        .find(|row| row.to == *address && !row.choices.is_empty());
    if let Some(row) = shown {
        decision.talk.labels = row
            .choices
            .iter()
            .map(|button| squeeze(&button.label))
            .collect();
    }
}

/// The same for a message that nobody asked for: a typed number below it means its buttons.
fn remember_pushed(tx: &Tx<'_>, id: ResidentId, row: &Outgoing) -> Result<(), StoreError> {
    if row.choices.is_empty() {
        return Ok(());
    }
    let offered = row.choices.iter().map(|button| button.id.clone()).collect();
    let labels = row
        .choices
        .iter()
        .map(|button| squeeze(&button.label))
        .collect();
    tx.remember_offered(id, offered, labels)
}

/// The replies to an event that comes again. What the same event told the staff stays with the staff.
pub(super) fn said_before(tx: &Tx<'_>, incoming: &Incoming) -> Result<Done, StoreError> {
    let mut replies = tx.said_to(&incoming.key)?;
    replies.retain(|row| row.to == incoming.from);
    Ok(Done {
        replies,
        turn: None,
        pushed: false,
        news: false,
        hall: false,
        rated: Vec::new(),
    })
}

/// Cuts a text into parts of at most so many UTF-16 code units, at line ends or spaces where there are any.
#[must_use]
pub fn split_text(text: &str, most: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = text;
    loop {
        let mut units = 0;
        let cut = rest.char_indices().find(|(_, c)| {
            units += c.len_utf16();
            units > most
        });
        let Some((end, _)) = cut else {
            if !rest.is_empty() || parts.is_empty() {
                parts.push(rest.to_owned());
            }
            return parts;
        };
        let window = &rest[..end];
        let at = ["\n", "。", ". ", "、", " "]
            .iter()
            .find_map(|mark| {
                window
                    .rfind(mark)
                    .map(|n| n + mark.len())
                    .filter(|n| *n > end / 2)
            })
            .unwrap_or(end);
        parts.push(rest[..at].trim_end().to_owned());
        rest = rest[at..].trim_start();
    }
}

#[cfg(test)]
mod tests {
    use super::split_text;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn parts_fit_and_nothing_but_space_is_lost(text in "[あ-ん。 \n\u{1F600}a-z]{0,400}", most in 2usize..60) {
            let parts = split_text(&text, most);
            for part in &parts {
                prop_assert!(part.encode_utf16().count() <= most);
            }
            let plain = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(plain(&parts.concat()), plain(&text));
        }
    }
}
