//! `madoguchi audit`, on the database of a desk that may be serving; and the rows of work on texts in the terminal.

use std::io::Write;
use std::process::ExitCode;

use anyhow::bail;
use chrono::{DateTime, Utc};

use super::{clock, config, database, faq_folder, runtime};
use crate::commands::audit::{Audit, ExportArguments, ExportError, whole};
use crate::commands::{Common, Faq};
use crate::ids::IdSource;
use crate::library::ledger::{Decision, Ledger};
use crate::library::{Library, Source};
use crate::store::Store;
use crate::store::tx::{Actor, Tx};

/// Verifies or exports.
pub(super) fn command(common: &Common, command: Audit) -> anyhow::Result<ExitCode> {
    let path = database(common);
    // A mistyped name must not become an empty log that is whole.
    if !path.is_file() {
        bail!(
            "{}: there is no such database; name it with --db",
            path.display()
        );
    }
    let store = Store::open(&path, IdSource::from_os())?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let code = match command {
        Audit::Verify { expect } => match store.verify_audit(expect.as_deref())? {
            Ok(chain) => {
                whole(&chain, &mut out)?;
                ExitCode::SUCCESS
            }
            Err(broken) => {
                writeln!(out, "broken\t{broken}")?;
                ExitCode::FAILURE
            }
        },
        Audit::Export(arguments) => {
            export(&store, &arguments, &mut out)?;
            ExitCode::SUCCESS
        }
    };
    out.flush()?;
    store.close();
    Ok(code)
}

fn export(store: &Store, arguments: &ExportArguments, out: &mut impl Write) -> anyhow::Result<()> {
    arguments.head(out)?;
    let (from, until) = arguments.range();
    let done = store.each_audit_row(from, until, |row| {
        arguments.row(row, out).map_err(ExportError::from)
    });
    // A closed pipe is known by its own error.
    match done {
        Err(ExportError::Output(error)) => Err(error.into()),
        done => Ok(done?),
    }
}

/// Works on the texts. What somebody has decided stands in the ledger beside them, and where the desk's database is
/// there as well, in its audit log too.
pub(super) fn faq(common: &Common, command: Faq) -> anyhow::Result<ExitCode> {
    let Some(by) = command.by().map(str::to_owned) else {
        return super::faq_command(common, command);
    };
    let config = config(common)?;
    let setting = config.faq_setting();
    let source = Source::Folder(faq_folder(common));
    let ledger = || Library::load(&source, &setting).ledger;
    let (path, now) = (database(common), clock(common)?.now());
    let before = path.is_file().then(ledger);
    let done = super::faq_command(common, command);
    if let Some(before) = before {
        let store = Store::open(&path, IdSource::from_os())?;
        note_texts(&store, &by, &before, &ledger(), now)?;
        store.close();
    }
    done
}

/// One row for each text of the ledger that stands otherwise than before.
fn note_texts(
    store: &Store,
    by: &str,
    before: &Ledger,
    after: &Ledger,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let mut rows = Vec::new();
    for (key, record) in &after.0 {
        let old = before.0.get(key);
        if old == Some(record) {
            continue;
        }
        let what = match &record.decision {
            Decision::Approved { .. } => "approve-text",
            Decision::Returned { .. } => "return-text",
            Decision::Waiting => "submit-text",
        };
        let word = |decision: &Decision, hash: &str| {
            let word = match decision {
                Decision::Approved { .. } => "approved",
                Decision::Returned { .. } => "returned",
                Decision::Waiting => "submitted",
            };
            format!("{word} text={hash}")
        };
        rows.push((
            what,
            format!("{}/{}", key.0, key.1),
            old.map_or_else(String::new, |old| word(&old.decision, &old.hash)),
            word(&record.decision, &record.hash),
        ));
    }
    if rows.is_empty() {
        return Ok(());
    }
    let by = by.to_owned();
    let work = move |tx: &mut Tx<'_>| {
        for (what, text, before, after) in &rows {
            tx.audit(Actor::Clerk(&by), what, text, before, after, now)?;
        }
        Ok(())
    };
    Ok(runtime()?.block_on(store.write(work))?)
}
