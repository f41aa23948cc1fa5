//! Texts that people edit after sending them.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{App, Inner};
use crate::desk::correction::{Fate, Standing, judge};
use crate::desk::heard::TEXT_CHARS_MAX;
use crate::desk::language::Language;
use crate::desk::mask::mask;
use crate::desk::message::Address;
use crate::store::StoreError;
use crate::store::tx::{Actor, Tx};

/// A text as it reads after an edit.
#[derive(Clone, Debug)]
pub struct Edit {
    pub from: Address,
    /// Names the message, however often it is edited.
    pub message: String,
    /// Names this edit of it.
    pub edit: String,
    pub text: String,
}

impl App {
    /// Somebody has edited a text of theirs: a clerk who listens hears each correction, others are told once for a message
    /// that the first text stands.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn correct(&self, mut edit: Edit) -> Result<(), StoreError> {
        let (inner, now) = (Arc::clone(&self.inner), self.now());
        let text: String = edit.text.chars().take(TEXT_CHARS_MAX).collect();
        edit.text = mask(&text).text;
        let work = move |tx: &mut Tx<'_>| inner.correct(tx, &edit, now);
        if self.inner.store.write(work).await? {
            self.announce(true, true);
        }
        Ok(())
    }
}

impl Inner {
    /// Says whether anything was written.
    fn correct(
        &self,
        tx: &mut Tx<'_>,
        edit: &Edit,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let Some(id) = tx.resident_at(&edit.from)? else {
            return Ok(false);
        };
        let standing = Standing {
            resident: id,
            language: tx.address_of(id)?.1,
            case: tx.open_case_of(id)?,
            block: tx.block_of(id, now)?,
            is_frozen: tx.freeze()?.is_some(),
            is_attended: tx.is_attended(now)?,
        };
        let rules = &*tx.rules(&self.config.rules)?;
        let values = [("text", edit.text.as_str())];
        let text = (self.locale).with_values("staff-correction", Language::Ja, &values);
        let (key, outcome, kept) = match judge(rules, standing, text.clone(), now) {
            Fate::PassOn(outcome) => {
                let key = format!("{}:{}", edit.message, edit.edit);
                (key, outcome, text.as_str())
            }
            Fate::FirstStands(outcome) => (edit.message.clone(), outcome, ""),
            Fate::Nothing => return Ok(false),
        };
        if tx.has_seen(&key)? {
            return Ok(false);
        }
        tx.take_in_turn(&key, id, outcome.turn, kept, now)?;
        tx.apply(&outcome.changes, Actor::Resident(id), now)?;
        self.put_out(tx, &key, &outcome, None, now)?;
        Ok(true)
    }
}
