//! The whole running program is one `App` with four verbs: `receive`, `serve`, `tick`, `deliver`. Loops call them in
//! production, tests call them directly.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::Notify;

use crate::clock::{Clock, Stopwatch};
use crate::config::Config;
use crate::courier::{Courier, Deliver};
use crate::desk::choice::Choice;
use crate::desk::faq::Corpus;
use crate::desk::heard::{Ears, Heard, HeardKind};
use crate::desk::language::Language;
use crate::desk::message::{
    Address, Button, Channel, Incoming, Outgoing, StaffAction, StaffIncoming,
};
use crate::desk::phrase::Phrase;
use crate::desk::reminder::{self, Verdict, judge};
use crate::desk::rules::{Rules, civil};
use crate::desk::view::{Outcome, StaffView, TickView, To, Turn, View};
use crate::desk::{decide, serve, tick};
use crate::ids::{OutgoingId, ResidentId};
use crate::library::Library;
use crate::locale::{Locale, Subject};
use crate::metrics::Metrics;
use crate::store::outbox::Start;
use crate::store::tx::{Actor, Tx};
use crate::store::{Store, StoreError, inbox, outbox, residents};

/// Telegram's limit for a message, in UTF-16 code units; longer texts become several rows of the outbox, so that a row
/// is always one message and a retry never repeats half of one.
const MESSAGE_UNITS_MAX: usize = 4096;

/// A desk at work. Cloning gives another handle on the same one.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    config: Config,
    corpus: Corpus,
    ears: Ears,
    locale: Locale,
    store: Store,
    clock: Arc<dyn Clock>,
    metrics: Metrics,
    /// Something new waits for the courier.
    outbox_filled: Notify,
    /// Something new waits for pages and terminals that follow a conversation.
    shown: tokio::sync::watch::Sender<u64>,
}

/// A turn after its commit.
struct Done {
    replies: Vec<Outgoing>,
    turn: Option<(Turn, Language)>,
    pushed: bool,
}

impl App {
    #[must_use]
    pub fn new(
        config: Config,
        library: Library,
        locale: Locale,
        store: Store,
        clock: Arc<dyn Clock>,
    ) -> App {
        let Library {
            corpus, synonyms, ..
        } = library;
        let ears = Ears::new(&corpus, &config.rules, locale.words(), &synonyms);
        let inner = Inner {
            config,
            corpus,
            ears,
            locale,
            store,
            clock,
            metrics: Metrics::default(),
            outbox_filled: Notify::new(),
            shown: tokio::sync::watch::Sender::new(0),
        };
        App {
            inner: Arc::new(inner),
        }
    }

    // The four verbs.

    /// A citizen's event: heard, decided, committed. A repeated key gets the replies it got before.
    ///
    /// # Errors
    /// The database fails; nothing has happened then, and the event may be sent again.
    pub async fn receive(&self, incoming: Incoming) -> Result<Vec<Outgoing>, StoreError> {
        let watch = Stopwatch::start();
        let inner = &self.inner;
        let channel = incoming.from.channel;
        let hint = inner.hint(&incoming)?;
        let now = inner.clock.now();
        let heard = inner.ears.hear(&incoming.said, hint, civil(now).date());
        let incoming = Arc::new(incoming);
        let heard = Arc::new(heard);
        let mut done = self.try_receive(&incoming, &heard, hint, now).await;
        if matches!(done, Err(StoreError::Panic)) {
            inner.metrics.failure();
            tracing::error!(key = incoming.key, "a turn panicked and was rolled back");
            done = self.apologise(&incoming, hint, now).await;
        }
        let done = done.inspect_err(|_| inner.metrics.failure())?;
        match done.turn {
            Some((turn, language)) => inner.metrics.turn(channel, turn, language, watch.seconds()),
            None => inner.metrics.repeat(),
        }
        self.announce(done.pushed);
        Ok(done.replies)
    }

    /// A clerk's action on a case.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn serve(&self, mut incoming: StaffIncoming) -> Result<Vec<Outgoing>, StoreError> {
        let inner = Arc::clone(&self.inner);
        // What citizens must not send, clerks must not either.
        if let StaffAction::Reply { text, .. } = &mut incoming.action {
            *text = crate::desk::mask::mask(text).text;
        }
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| {
            if !tx.take_in(&incoming.key, now)? {
                return tx.said_to(&incoming.key);
            }
            let case = match incoming.action {
                StaffAction::Accept(id)
                | StaffAction::Close(id)
                | StaffAction::Reply { case: id, .. } => tx.case(id)?,
                StaffAction::Help => None,
            };
            let outcome = serve(&StaffView { case }, &incoming.clerk, &incoming.action, now);
            tx.apply(&outcome.changes, Actor::Clerk(&incoming.clerk), now)?;
            inner.put_out(tx, &incoming.key, &outcome, None, now)
        };
        let written = self.inner.store.write(work).await?;
        self.announce(true);
        Ok(written)
    }

    /// The passing of time: due reminders, forgotten cases, old messages. Returns how much was done.
    ///
    /// # Errors
    /// The database fails; what was due stays due.
    pub async fn tick(&self) -> Result<usize, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| {
            let rules = &inner.config.rules;
            let most = inner.config.limits.reminders_per_tick;
            let idle_since = now - TimeDelta::hours(i64::from(rules.person.idle_hours));
            let due = tx.due_reminders(now, most)?;
            let view = TickView {
                due,
                idle: tx.idle_cases(idle_since, most)?,
            };
            let mut count = 0;
            for (key, outcome) in tick(rules, view, now) {
                tx.apply(&outcome.changes, Actor::Desk, now)?;
                count += inner.put_out(tx, &key, &outcome, None, now)?.len().max(1);
            }
            let kept = TimeDelta::days(i64::from(inner.config.limits.messages_kept_days));
            tx.prune(now - kept, now)?;
            Ok(count)
        };
        let count = self.inner.store.write(work).await?;
        if count > 0 {
            self.announce(true);
        }
        Ok(count)
    }

    /// Delivers everything that can be delivered now, and returns when nothing more can.
    ///
    /// # Errors
    /// The database fails.
    pub async fn deliver<D: Deliver>(&self, channels: &D) -> Result<(), StoreError> {
        Courier::new(self.clone(), channels).run_until_idle().await
    }

    // What channels, loops and commands may ask.

    #[must_use]
    pub fn config(&self) -> &Config {
        &self.inner.config
    }

    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.inner.config.rules
    }

    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        &self.inner.corpus
    }

    #[must_use]
    pub fn ears(&self) -> &Ears {
        &self.inner.ears
    }

    #[must_use]
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.inner.clock
    }

    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.inner.clock.now()
    }

    #[must_use]
    pub fn metrics(&self) -> &Metrics {
        &self.inner.metrics
    }

    #[must_use]
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// A message of the locale that is not a phrase: page titles and the like.
    #[must_use]
    pub fn words(&self, id: &str, language: Language) -> String {
        self.inner.locale.plain(id, language, self.inner.subject())
    }

    /// A phrase outside a turn, for example when the database does not answer.
    #[must_use]
    pub fn say(&self, phrase: &Phrase, language: Language) -> String {
        self.inner
            .locale
            .render(phrase, language, self.inner.subject())
            .text
    }

    /// The sentence for when nothing else works.
    #[must_use]
    pub fn trouble(&self, language: Language) -> String {
        self.say(
            &Phrase::ServerTrouble {
                phone: self.rules().person.phone.clone(),
            },
            language,
        )
    }

    /// The language of the conversation at an address, or the city's first.
    #[must_use]
    pub fn language_at(&self, address: &Address) -> Language {
        let known = self
            .inner
            .store
            .read(|sql| residents::language_of(sql, address))
            .ok()
            .flatten();
        known.unwrap_or(self.inner.first_language())
    }

    /// Whether a conversation exists at an address.
    ///
    /// # Errors
    /// The database fails.
    pub fn knows(&self, address: &Address) -> Result<bool, StoreError> {
        self.inner.store.read(|sql| residents::exists(sql, address))
    }

    /// What was said to an address after a row.
    ///
    /// # Errors
    /// The database fails.
    pub fn said_after(
        &self,
        address: &Address,
        after: OutgoingId,
    ) -> Result<Vec<Outgoing>, StoreError> {
        self.inner
            .store
            .read(|sql| outbox::at_address(sql, address, after, 100))
    }

    /// What the resident said themselves, masked, newest last.
    ///
    /// # Errors
    /// The database fails.
    pub fn heard_at(&self, address: &Address) -> Result<Vec<inbox::SaidLine>, StoreError> {
        self.inner
            .store
            .read(|sql| inbox::said_at(sql, address, 100))
    }

    /// Marks what a page or terminal has shown.
    ///
    /// # Errors
    /// The database fails.
    pub async fn mark_shown(&self, address: Address, up_to: OutgoingId) -> Result<(), StoreError> {
        self.inner
            .store
            .write(move |tx| tx.mark_shown(&address, up_to))
            .await
    }

    /// The person at an address has blocked us or left.
    ///
    /// # Errors
    /// The database fails.
    pub async fn mark_gone(&self, address: Address) -> Result<(), StoreError> {
        self.inner
            .store
            .write(move |tx| tx.mark_gone(&address))
            .await
    }

    /// A chat has another id from now on.
    ///
    /// # Errors
    /// The database fails.
    pub async fn mark_moved(&self, from: Address, to: String) -> Result<(), StoreError> {
        self.inner
            .store
            .write(move |tx| tx.move_address(&from, &to))
            .await
    }

    /// A receiver that changes whenever something new may wait at an address.
    #[must_use]
    pub fn follow(&self) -> tokio::sync::watch::Receiver<u64> {
        self.inner.shown.subscribe()
    }

    /// Resolves when something new waits for the courier.
    pub async fn outbox_filled(&self) {
        self.inner.outbox_filled.notified().await;
    }

    /// A fresh conversation token.
    ///
    /// # Errors
    /// The database is closed.
    pub async fn new_token(&self) -> Result<String, StoreError> {
        self.inner.store.write(|tx| Ok(tx.ids.token())).await
    }

    /// Tells the staff that a clerk's reply did not arrive.
    pub(crate) fn undelivered(
        &self,
        tx: &mut Tx<'_>,
        row: &Outgoing,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (Some(case), "staff-says") = (row.case, row.phrase.as_str()) else {
            return Ok(());
        };
        let phrase = Phrase::StaffUndelivered { case };
        let reply = crate::desk::view::Reply {
            to: To::Staff,
            phrase,
            choices: Vec::new(),
            replaces: false,
            case: Some(case),
        };
        let outcome = Outcome {
            replies: vec![reply],
            ..Outcome::default()
        };
        self.inner
            .put_out(tx, &format!("undelivered:{}", row.id), &outcome, None, now)
            .map(drop)
    }

    /// Takes a reminder back when its delivery has waited into the night, past the start, or until the visit was off;
    /// says whether it did.
    pub(crate) fn withdraw_late(
        &self,
        tx: &Tx<'_>,
        rows: &[Outgoing],
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let key = rows.first().and_then(|row| reminder::read_key(&row.key));
        let Some((id, kind, start)) = key else {
            return Ok(false);
        };
        let Some(reservation) = tx.reservation(id)? else {
            return Ok(false);
        };
        // After a move the reminder of the new time is another one; this one has nothing left to say.
        if reservation.start() == start {
            let verdict = judge(kind, &reservation, true, &self.rules().reminders, now);
            if verdict == Verdict::Send {
                return Ok(false);
            }
            tx.take_back_reminder(id, kind, &verdict)?;
        }
        for row in rows {
            tx.take_back(row.id)?;
        }
        Ok(true)
    }

    fn announce(&self, pushed: bool) {
        if pushed {
            self.inner.outbox_filled.notify_one();
        }
        self.inner.shown.send_modify(|n| *n = n.wrapping_add(1));
    }

    async fn try_receive(
        &self,
        incoming: &Arc<Incoming>,
        heard: &Arc<Heard>,
        hint: Language,
        now: DateTime<Utc>,
    ) -> Result<Done, StoreError> {
        let (inner, incoming, heard) = (
            Arc::clone(&self.inner),
            Arc::clone(incoming),
            Arc::clone(heard),
        );
        self.inner
            .store
            .write(move |tx| inner.turn(tx, &incoming, &heard, hint, now))
            .await
    }

    /// A turn that panics must not be tried for ever: its key is taken in and the person gets an apology.
    async fn apologise(
        &self,
        incoming: &Arc<Incoming>,
        hint: Language,
        now: DateTime<Utc>,
    ) -> Result<Done, StoreError> {
        let (inner, incoming) = (Arc::clone(&self.inner), Arc::clone(incoming));
        let work = move |tx: &mut Tx<'_>| {
            if !tx.take_in(&incoming.key, now)? {
                return Ok(Done {
                    replies: said_before(tx, &incoming)?,
                    turn: None,
                    pushed: false,
                });
            }
            let resident = tx.resident(&incoming.from, hint, now)?;
            let phrase = Phrase::ServerTrouble {
                phone: inner.config.rules.person.phone.clone(),
            };
            let to = To::Resident(resident.id);
            let reply = crate::desk::view::Reply {
                to,
                phrase,
                choices: Vec::new(),
                replaces: false,
                case: None,
            };
            let outcome = Outcome {
                replies: vec![reply],
                ..Outcome::default()
            };
            let asker = Asker {
                incoming: &incoming,
                id: resident.id,
                language: resident.language,
            };
            let replies = inner.put_out(tx, &incoming.key, &outcome, Some(asker), now)?;
            Ok(Done {
                replies,
                turn: Some((Turn::Other, hint)),
                pushed: !incoming.pulled,
            })
        };
        self.inner.store.write(work).await
    }
}

/// Whose turn it is, for rows that go back to them.
#[derive(Clone, Copy)]
struct Asker<'a> {
    incoming: &'a Incoming,
    id: ResidentId,
    language: Language,
}

impl Inner {
    fn first_language(&self) -> Language {
        self.config
            .rules
            .languages
            .first()
            .copied()
            .unwrap_or(Language::Ja)
    }

    fn subject(&self) -> Subject<'_> {
        Subject {
            rules: &self.config.rules,
            counter: &self.config.counter,
            corpus: &self.corpus,
        }
    }

    /// The language to hear in: the one picked with the message, the conversation's, the client's guess, the city's.
    fn hint(&self, incoming: &Incoming) -> Result<Language, StoreError> {
        let offered = |language: &Language| self.config.rules.languages.contains(language);
        if let Some(language) = incoming.chosen.filter(offered) {
            return Ok(language);
        }
        let known = self
            .store
            .read(|sql| residents::language_of(sql, &incoming.from))?;
        Ok(known
            .or(incoming.hint)
            .filter(offered)
            .unwrap_or(self.first_language()))
    }

    /// One turn inside its savepoint: inbox, view, decide, apply, outbox.
    fn turn(
        &self,
        tx: &mut Tx<'_>,
        incoming: &Incoming,
        heard: &Heard,
        hint: Language,
        now: DateTime<Utc>,
    ) -> Result<Done, StoreError> {
        if !tx.take_in(&incoming.key, now)? {
            return Ok(Done {
                replies: said_before(tx, incoming)?,
                turn: None,
                pushed: false,
            });
        }
        let rules = &self.config.rules;
        let resident = tx.resident(&incoming.from, hint, now)?;
        let id = resident.id;
        let book = tx.book(rules, now)?;
        let view = View {
            reservations: tx.open_reservations(id, now)?,
            past: self.named_reservation(tx, id, heard)?,
            case: tx.open_case_of(id)?,
            next_case: tx.next_case()?,
            resident,
            book: &book,
            corpus: &self.corpus,
        };
        let decision = decide(rules, &view, heard, incoming.chosen, now, tx.ids);
        tx.apply(&decision.outcome.changes, Actor::Resident(id), now)?;
        tx.save_talk(id, &decision, now)?;
        let said = self.said(incoming, heard, decision.language);
        tx.note_turn(&incoming.key, id, decision.outcome.turn, &said)?;
        if decision.outcome.turn == Turn::Miss && heard.kind == HeardKind::Text {
            tx.note_miss(
                decision.language,
                &heard.text,
                &decision.outcome.nearest,
                now,
            )?;
        }
        let asker = Asker {
            incoming,
            id,
            language: decision.language,
        };
        let written = self.put_out(tx, &incoming.key, &decision.outcome, Some(asker), now)?;
        let pushed = written.iter().any(|row| row.to != incoming.from) || !incoming.pulled;
        let replies = written
            .into_iter()
            .filter(|row| row.to == incoming.from)
            .collect();
        Ok(Done {
            replies,
            turn: Some((decision.outcome.turn, decision.language)),
            pushed,
        })
    }

    /// What a page shows as the resident's own words: the masked text, or the label of the button.
    fn said(&self, incoming: &Incoming, heard: &Heard, language: Language) -> String {
        match &heard.kind {
            HeardKind::Text => heard.text.clone(),
            HeardKind::Choice(choice) if incoming.from.channel == Channel::Web => self
                .locale
                .label(choice, &Phrase::Help, language, self.subject()),
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

    /// Renders the replies and writes them out, in the commit of the change they speak of.
    fn put_out(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        outcome: &Outcome,
        asker: Option<Asker<'_>>,
        now: DateTime<Utc>,
    ) -> Result<Vec<Outgoing>, StoreError> {
        let mut written = Vec::with_capacity(outcome.replies.len());
        let mut addresses: HashMap<ResidentId, (Address, Language)> = HashMap::new();
        let own = outcome
            .replies
            .iter()
            .filter(|r| asker.is_some_and(|a| r.to == To::Resident(a.id)))
            .count();
        for reply in &outcome.replies {
            let is_own = asker.filter(|a| reply.to == To::Resident(a.id));
            let (to, resident, language) = match (reply.to, is_own) {
                (_, Some(asker)) => (asker.incoming.from.clone(), Some(asker.id), asker.language),
                (To::Staff, None) => (Address::staff(), None, Language::Ja),
                (To::Resident(id), None) => {
                    if !addresses.contains_key(&id) {
                        addresses.insert(id, tx.address_of(id)?);
                    }
                    let (address, language) = addresses[&id].clone();
                    (address, Some(id), language)
                }
            };
            let pulled = is_own.is_some_and(|a| a.incoming.pulled)
                || (to.channel == Channel::Staff && self.config.telegram.staff_chat.is_none());
            let start = if pulled {
                Start::Pulled
            } else {
                Start::Pending
            };
            let rendered = self.locale.render(&reply.phrase, language, self.subject());
            let buttons = reply.choices.iter().map(|choice| Button {
                id: choice.code(),
                label: self
                    .locale
                    .label(choice, &reply.phrase, language, self.subject()),
            });
            let mut row = Outgoing {
                id: OutgoingId(0),
                key: key.to_owned(),
                to,
                resident,
                phrase: reply.phrase.id().to_owned(),
                text: String::new(),
                language: rendered.language,
                choices: Vec::new(),
                entries: rendered.entries,
                case: reply.case,
                // Only a lone reply takes the place of the pressed message; several would tear the talk apart.
                replaces: is_own
                    .filter(|_| reply.replaces && own == 1)
                    .and_then(|a| a.incoming.pressed),
                attempts: 0,
                at: now,
            };
            let mut parts = split_text(&rendered.text, MESSAGE_UNITS_MAX)
                .into_iter()
                .peekable();
            let buttons: Vec<Button> = buttons.collect();
            while let Some(part) = parts.next() {
                row.text = part;
                if parts.peek().is_none() {
                    row.choices.clone_from(&buttons);
                }
                tx.put_out(&mut row, written.len(), start)?;
                written.push(row.clone());
                row.replaces = None;
            }
        }
        Ok(written)
    }
}

/// What an event was answered before. Only what was said to whoever sent it: the same turn may have told the staff.
fn said_before(tx: &Tx<'_>, incoming: &Incoming) -> Result<Vec<Outgoing>, StoreError> {
    let mut rows = tx.said_to(&incoming.key)?;
    rows.retain(|row| row.to == incoming.from);
    Ok(rows)
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
