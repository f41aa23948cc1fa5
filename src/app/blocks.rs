//! Blocks by staff: set, lifted, listed.

use std::sync::Arc;

use super::App;
use crate::desk::abuse::{self, Block, BlockRefusal, BlockWish};
use crate::desk::language::Language;
use crate::desk::phrase::Phrase;
use crate::ids::{BlockId, CaseId, ResidentId};
use crate::store::StoreError;
use crate::store::tx::{Actor, Tx};

pub use crate::store::blocks::BlockLine;

/// The list shows so many blocks.
const LISTED_MAX: u16 = 200;

impl App {
    /// Blocks somebody for some days, once for a key, and tells them.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn block(
        &self,
        key: String,
        by: String,
        wish: BlockWish,
    ) -> Result<Result<BlockId, BlockRefusal>, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| {
            if !tx.take_in(&key, now)? {
                return Ok(Err(BlockRefusal::Repeated));
            }
            if !tx.can_be_blocked(wish.resident)? {
                return Ok(Err(BlockRefusal::Nobody));
            }
            let current = tx.block_of(wish.resident, now)?;
            let id = BlockId(tx.ids.next(now));
            let phone = &inner.config.rules.person.phone;
            let outcome = match abuse::block(&wish, current.as_ref(), &by, id, phone, now) {
                Ok(outcome) => outcome,
                Err(refusal) => return Ok(Err(refusal)),
            };
            tx.apply(&outcome.changes, Actor::Clerk(&by), now)?;
            inner.put_out(tx, &key, &outcome, None, now)?;
            Ok(Ok(id))
        };
        let done = self.inner.store.write(work).await?;
        if done.is_ok() {
            self.announce(true, true);
        }
        Ok(done)
    }

    /// Ends a block before its time, once for a key, and tells whoever was blocked.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn lift_block(
        &self,
        key: String,
        by: String,
        id: BlockId,
    ) -> Result<Result<(), BlockRefusal>, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| {
            if !tx.take_in(&key, now)? {
                return Ok(Err(BlockRefusal::Repeated));
            }
            let Some(block) = tx.block(id)? else {
                return Ok(Err(BlockRefusal::Over));
            };
            let outcome = match abuse::lift(block, &by, now) {
                Ok(outcome) => outcome,
                Err(refusal) => return Ok(Err(refusal)),
            };
            tx.apply(&outcome.changes, Actor::Clerk(&by), now)?;
            inner.put_out(tx, &key, &outcome, None, now)?;
            Ok(Ok(()))
        };
        let done = self.inner.store.write(work).await?;
        if done.is_ok() {
            self.announce(true, true);
        }
        Ok(done)
    }

    /// The blocks, those in force first.
    ///
    /// # Errors
    /// The database fails.
    pub fn blocks(&self) -> Result<Vec<BlockLine>, StoreError> {
        let now = self.now();
        self.inner
            .store
            .read(|sql| crate::store::blocks::blocks(sql, now, LISTED_MAX))
    }

    /// The block against which somebody appeals in a case.
    ///
    /// # Errors
    /// The database fails.
    pub fn block_of_case(&self, case: CaseId) -> Result<Option<Block>, StoreError> {
        (self.inner.store).read(|sql| crate::store::blocks::block_of_case(sql, case))
    }

    /// Whose case this is.
    ///
    /// # Errors
    /// The database fails.
    pub fn resident_of_case(&self, id: CaseId) -> Result<Option<ResidentId>, StoreError> {
        let found = self
            .inner
            .store
            .read(|sql| crate::store::cases::case(sql, id))?;
        Ok(found.map(|case| case.resident))
    }

    /// The line that tells whom to call when it cannot wait; it stands below every refusal.
    #[must_use]
    pub fn emergency_line(&self, language: Language) -> String {
        self.say(&Phrase::Emergency, language)
    }
}
