//! The audit log as its readers see it.

use super::App;
use crate::store::StoreError;
use crate::store::audit;

pub use crate::store::audit::{AuditRow, Broken, Chain, Search};

impl App {
    /// The rows that are looked for, the newest first.
    ///
    /// # Errors
    /// The database fails.
    pub fn audit_rows(&self, search: &Search) -> Result<Vec<AuditRow>, StoreError> {
        self.inner.store.read(|sql| audit::search(sql, search))
    }

    /// Follows the whole chain. It may take seconds, so it runs where no turn waits for it.
    ///
    /// # Errors
    /// The database fails.
    pub async fn verify_audit(&self) -> Result<Result<Chain, Broken>, StoreError> {
        let store = self.inner.store.clone();
        let verified = tokio::task::spawn_blocking(move || store.verify_audit(None)).await;
        verified.map_err(|_| StoreError::Panic)?
    }
}
