//! The writer thread: it takes every waiting job into one transaction, a savepoint each, commits once, then answers.
//!
//! `BEGIN IMMEDIATE` takes SQLite's write lock first, so no job fails half-way for want of it. A job that fails or
//! panics is rolled back to its savepoint and the others go on. Nobody is answered before the commit.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};
use std::thread::JoinHandle;

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::StoreError;
use super::seats::BookCache;
use super::tx::Tx;
use crate::ids::IdSource;

/// At most so many jobs share a commit; it bounds how long the first of them waits.
const BATCH_MAX: usize = 256;
/// At most so many jobs wait; callers wait for a place beyond that.
const WAITING_MAX: usize = 4096;

/// Called after the commit with its result.
type Answer = Box<dyn FnOnce(Result<(), StoreError>) + Send>;
/// Does the work inside a savepoint; `Ok` keeps it.
type Job = Box<dyn FnOnce(&mut Tx<'_>) -> (bool, Answer) + Send>;

/// A handle on the writer thread.
pub struct Writer {
    jobs: Mutex<Option<tokio::sync::mpsc::Sender<Job>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    /// Starts the thread.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn start(connection: Connection, mut ids: IdSource) -> Result<Writer, StoreError> {
        let highest: i64 = connection.query_row(
            "SELECT max(ifnull((SELECT max(id) FROM reservations), 0), ifnull((SELECT max(id) FROM holds), 0),
                        ifnull((SELECT max(id) FROM waits), 0), ifnull((SELECT max(id) FROM offers), 0),
                        ifnull((SELECT max(id) FROM tickets), 0))",
            [],
            |row| row.get(0),
        )?;
        ids.start_after(highest);
        let (sender, receiver) = tokio::sync::mpsc::channel(WAITING_MAX);
        let thread = std::thread::Builder::new()
            .name("writer".into())
            .spawn(move || {
                Loop {
                    connection,
                    ids,
                    cache: BookCache::default(),
                }
                .run(receiver);
            })
            .map_err(|_| StoreError::Closed)?;
        Ok(Writer {
            jobs: Mutex::new(Some(sender)),
            thread: Mutex::new(Some(thread)),
        })
    }

    /// Sends a job and waits for its commit.
    pub async fn run<T, W>(&self, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    {
        let (reply, wait) = oneshot::channel();
        let job: Job = Box::new(move |tx| {
            let result =
                catch_unwind(AssertUnwindSafe(|| work(tx))).unwrap_or(Err(StoreError::Panic));
            let keep = result.is_ok();
            let answer: Answer = Box::new(move |commit| drop(reply.send(commit.and(result))));
            (keep, answer)
        });
        let sender = self
            .jobs
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let sender = sender.ok_or(StoreError::Closed)?;
        sender.send(job).await.map_err(|_| StoreError::Closed)?;
        drop(sender);
        wait.await.map_err(|_| StoreError::Closed)?
    }

    /// Takes no more jobs, finishes the waiting ones, and joins the thread.
    pub fn stop(&self) {
        drop(
            self.jobs
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .take(),
        );
        if let Some(thread) = self
            .thread
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take()
        {
            drop(thread.join());
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.stop();
    }
}

struct Loop {
    connection: Connection,
    ids: IdSource,
    cache: BookCache,
}

impl Loop {
    fn run(mut self, mut jobs: tokio::sync::mpsc::Receiver<Job>) {
        let mut batch = Vec::with_capacity(BATCH_MAX);
        while let Some(first) = jobs.blocking_recv() {
            batch.push(first);
            while batch.len() < BATCH_MAX {
                match jobs.try_recv() {
                    Ok(job) => batch.push(job),
                    Err(_) => break,
                }
            }
            self.commit(&mut batch);
        }
        // A clean end leaves one file behind, which is what backups copy.
        drop(
            self.connection
                .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)"),
        );
    }

    /// Runs a batch in one transaction.
    fn commit(&mut self, batch: &mut Vec<Job>) {
        if let Err(error) = self.connection.execute_batch("BEGIN IMMEDIATE") {
            self.refuse(batch, &error);
            return;
        }
        self.cache.check(&self.connection);
        let mut answers = Vec::with_capacity(batch.len());
        for job in batch.drain(..) {
            answers.push(self.one(job));
        }
        let result = self
            .connection
            .execute_batch("COMMIT")
            .map_err(|error| error.to_string());
        if result.is_err() {
            drop(self.connection.execute_batch("ROLLBACK"));
            self.cache.clear();
        }
        for answer in answers {
            answer(result.clone().map_err(StoreError::Commit));
        }
    }

    fn one(&mut self, job: Job) -> Answer {
        let mark = self.cached("SAVEPOINT job");
        let (keep, answer) = {
            let mut tx = Tx {
                sql: &self.connection,
                cache: &mut self.cache,
                ids: &mut self.ids,
            };
            job(&mut tx)
        };
        let ended = if keep {
            self.cached("RELEASE job")
        } else {
            self.cache.clear();
            self.cached("ROLLBACK TO job")
                .and_then(|()| self.cached("RELEASE job"))
        };
        match mark.and(ended) {
            Ok(()) => answer,
            Err(error) => {
                let text = error.to_string();
                Box::new(move |_| answer(Err(StoreError::Commit(text))))
            }
        }
    }

    fn cached(&self, sql: &str) -> rusqlite::Result<()> {
        self.connection.prepare_cached(sql)?.execute([]).map(drop)
    }

    /// The transaction did not even begin: every job is told so, and none has run.
    fn refuse(&mut self, batch: &mut Vec<Job>, error: &rusqlite::Error) {
        self.cache.clear();
        let text = error.to_string();
        for job in batch.drain(..) {
            // The job runs in a transaction that is rolled back at once, only to reach its answer.
            let Ok(scratch) = Connection::open_in_memory() else {
                continue;
            };
            let mut tx = Tx {
                sql: &scratch,
                cache: &mut self.cache,
                ids: &mut self.ids,
            };
            let (_, answer) = job(&mut tx);
            answer(Err(StoreError::Commit(text.clone())));
        }
        self.cache.clear();
    }
}
