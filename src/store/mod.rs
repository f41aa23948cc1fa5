//! All SQL. One writer thread owns the write connection; readers are `query_only`.

pub mod audit;
pub mod blocks;
pub mod calendar;
pub mod caseload;
pub mod cases;
pub mod documents;
pub mod feedback;
pub mod hall;
pub mod handovers;
pub mod inbox;
pub mod incidents;
pub mod line;
pub mod lists;
pub mod login_tries;
pub mod logins;
pub mod outbox;
pub mod own_copy;
pub mod own_data;
pub mod renewals;
pub mod reservations;
pub mod residents;
pub mod retention;
pub mod review;
pub mod room;
pub mod roster;
pub mod search;
pub mod seats;
pub mod tickets;
pub mod transcript;
pub mod tx;
pub mod waits;
pub mod writer;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations};

use crate::ids::IdSource;
use tx::Tx;
use writer::Writer;

/// The migrations, forward only; `tests/migrations.rs` runs each over sample rows of the one before.
pub const MIGRATIONS: &[M<'_>] = &[
    M::up(include_str!("schema/0001_desk.sql")),
    M::up(include_str!("schema/0002_review.sql")),
    M::up(include_str!("schema/0003_calendar.sql")),
    M::up(include_str!("schema/0004_bookings.sql")).foreign_key_check(),
    M::up(include_str!("schema/0005_care.sql")),
    M::up(include_str!("schema/0006_logins.sql")),
    M::up(include_str!("schema/0007_queue.sql")).foreign_key_check(),
    M::up(include_str!("schema/0008_people.sql")).foreign_key_check(),
];

/// How many read connections there are; reads are short.
const READERS: usize = 2;

/// What can go wrong with the database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("{path}: {source}; check the path and its permissions")]
    Open {
        path: PathBuf,
        source: rusqlite::Error,
    },
    #[error(
        "{path}: this database was written by a newer version of the program; run that version"
    )]
    Newer { path: PathBuf },
    #[error("{path}: the database could not be brought up to date: {source}")]
    Migrate {
        path: PathBuf,
        source: rusqlite_migration::Error,
    },
    #[error("database: {0}")]
    Sql(#[from] rusqlite::Error),
    #[error("a row does not make sense: {0}")]
    Row(&'static str),
    #[error("rolled back, as it was only tried")]
    Tried,
    #[error("the job panicked and was rolled back")]
    Panic,
    #[error("the database is closing")]
    Closed,
    #[error("the commit failed: {0}")]
    Commit(String),
}

/// The database: durable when a write has been answered.
#[derive(Clone)]
pub struct Store {
    writer: Arc<Writer>,
    readers: Arc<[Mutex<Connection>]>,
    path: PathBuf,
}

impl Store {
    /// Opens or creates the database, migrates it and starts the writer.
    ///
    /// # Errors
    /// Says which file cannot be opened or migrated, and why.
    pub fn open(path: &Path, ids: IdSource) -> Result<Store, StoreError> {
        let mut connection = connect(path, false)?;
        migrate(&mut connection, path)?;
        audit::seal(&mut connection)?;
        let readers = (0..READERS)
            .map(|_| connect(path, true).map(Mutex::new))
            .collect::<Result<Vec<_>, _>>()?;
        let writer = Writer::start(connection, ids)?;
        Ok(Store {
            writer: Arc::new(writer),
            readers: readers.into(),
            path: path.to_owned(),
        })
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs a job on the writer thread. When this returns `Ok`, what the job did is on the disk.
    ///
    /// # Errors
    /// The job's own error, after which nothing of it remains, or that of the commit.
    pub async fn write<T, W>(&self, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    {
        self.writer.run(work).await
    }

    /// Reads on a connection that cannot write.
    ///
    /// # Errors
    /// The error of the query.
    pub fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        work(&self.reader())
    }

    fn reader(&self) -> MutexGuard<'_, Connection> {
        let free = self
            .readers
            .iter()
            .find_map(|reader| reader.try_lock().ok());
        free.unwrap_or_else(|| {
            self.readers[0]
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        })
    }

    /// Empties the log beside the file into it, so that nothing that was deleted is read there any more. Says whether it
    /// could: somebody who reads meanwhile keeps it from that.
    ///
    /// # Errors
    /// The database fails.
    pub fn empty_log(&self) -> Result<bool, StoreError> {
        let connection = connect(&self.path, false)?;
        connection.busy_timeout(Duration::from_millis(200))?;
        let busy: i64 =
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        Ok(busy == 0)
    }

    /// Lets the waiting jobs finish, then closes the write connection.
    pub fn close(&self) {
        self.writer.stop();
    }
}

/// A value of the `meta` table.
///
/// # Errors
/// The database fails.
pub fn meta(sql: &Connection, name: &str) -> Result<Option<String>, StoreError> {
    use rusqlite::OptionalExtension;
    let mut statement = sql.prepare_cached("SELECT value FROM meta WHERE name = ?1")?;
    Ok(statement.query_row([name], |row| row.get(0)).optional()?)
}

/// Opens a connection with the settings that all of them share.
fn connect(path: &Path, read_only: bool) -> Result<Connection, StoreError> {
    let open = |source| StoreError::Open {
        path: path.to_owned(),
        source,
    };
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(open)?;
    connection
        .busy_timeout(Duration::from_secs(10))
        .map_err(open)?;
    connection.set_prepared_statement_cache_capacity(128);
    // WAL with full synchronisation: an acknowledged message survives a power cut. Its pages are copied into the file
    // every 32 MB, not at every fourth commit. What is deleted is overwritten, so that nobody reads it in the file.
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;
             PRAGMA wal_autocheckpoint = 8000; PRAGMA secure_delete = ON;
             PRAGMA cache_size = -8000;",
        )
        .map_err(open)?;
    if read_only {
        connection
            .pragma_update(None, "query_only", true)
            .map_err(open)?;
    }
    Ok(connection)
}

fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let migrations = Migrations::from_slice(MIGRATIONS);
    let open = |source| StoreError::Open {
        path: path.to_owned(),
        source,
    };
    // A table that is written anew is dropped on the way, which must not take along the rows that point to it
    // (SQLite, "Making Other Kinds Of Table Schema Changes"). The migration checks the keys itself.
    connection
        .pragma_update(None, "foreign_keys", false)
        .map_err(open)?;
    let migrated = migrations.to_latest(connection);
    connection
        .pragma_update(None, "foreign_keys", true)
        .map_err(open)?;
    migrated.map_err(|source| match source {
        rusqlite_migration::Error::MigrationDefinition(
            rusqlite_migration::MigrationDefinitionError::DatabaseTooFarAhead,
        ) => StoreError::Newer {
            path: path.to_owned(),
        },
        source => StoreError::Migrate {
            path: path.to_owned(),
            source,
        },
    })
}
