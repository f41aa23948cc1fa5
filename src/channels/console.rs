//! The terminal: choices by number, for trying the desk and for staff without Telegram.
//!
//! The citizen's side prints each reply with its choices numbered; typing a number picks one. The staff's side prints
//! what the staff's group would get; `K-1001 text` answers, `take K-1001` accepts and `close K-1001` ends a case.

use std::io::Write;

use tokio::io::{AsyncBufReadExt, BufReader, Lines, Stdin};

use crate::app::{App, AppError};
use crate::desk::choice::Choice;
use crate::desk::language::Language;
use crate::desk::message::{
    Address, Button, Channel, Incoming, Outgoing, Said, StaffAction, StaffIncoming,
};
use crate::ids::{CaseId, OutgoingId};

/// What ends a terminal conversation besides the end of input.
const QUIT: [&str; 3] = ["/quit", "/exit", "/q"];

/// Why a terminal conversation ended early.
#[derive(Debug, thiserror::Error)]
pub enum ConsoleError {
    #[error(transparent)]
    Store(#[from] AppError),
    #[error("terminal: {0}")]
    Terminal(#[from] std::io::Error),
}

/// Talks as a citizen until the input ends.
///
/// # Errors
/// The terminal or the database fails.
pub async fn citizen(
    app: &App,
    name: &str,
    language: Option<Language>,
) -> Result<(), ConsoleError> {
    let address = Address::new(Channel::Console, name);
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    let mut news = app.follow();
    let mut turn = Turns {
        app,
        address: address.clone(),
        shown: OutgoingId(0),
        choices: Vec::new(),
    };
    turn.shown = app
        .said_after(&address, OutgoingId(0))?
        .last()
        .map_or(OutgoingId(0), |row| row.id);
    turn.take(Said::Start, language).await?;
    prompt()?;
    loop {
        tokio::select! {
            line = next_line(&mut lines) => {
                let Some(line) = line? else { return Ok(()) };
                let line = line.trim();
                if QUIT.contains(&line) {
                    return Ok(());
                }
                if !line.is_empty() {
                    let said = turn.read(line);
                    turn.take(said, None).await?;
                }
                prompt()?;
            }
            _ = news.changed() => {
                if turn.show_news().await? {
                    prompt()?;
                }
            }
        }
    }
}

struct Turns<'a> {
    app: &'a App,
    address: Address,
    shown: OutgoingId,
    choices: Vec<Button>,
}

impl Turns<'_> {
    /// A number picks a choice of the last list; everything else is text.
    fn read(&self, line: &str) -> Said {
        let picked = line
            .parse::<usize>()
            .ok()
            .and_then(|n| self.choices.get(n.checked_sub(1)?));
        match picked.and_then(|button| Choice::read(&button.id)) {
            Some(choice) => Said::Choice(choice),
            None => Said::Text(line.to_owned()),
        }
    }

    async fn take(&mut self, said: Said, chosen: Option<Language>) -> Result<(), ConsoleError> {
        let key = format!("console:{}", self.app.new_token().await?);
        let incoming = Incoming {
            key,
            from: self.address.clone(),
            hint: None,
            chosen,
            said,
            pressed: None,
            pulled: true,
        };
        match self.app.receive(incoming).await {
            Ok(replies) => self.show(&replies)?,
            Err(error) => {
                tracing::error!(%error, "a turn failed");
                line(&self.app.trouble(self.app.language_at(&self.address)))?;
            }
        }
        Ok(())
    }

    /// Shows what came in the meantime: reminders, answers of the staff.
    async fn show_news(&mut self) -> Result<bool, ConsoleError> {
        let rows = self.app.said_after(&self.address, self.shown)?;
        let Some(last) = rows.last().map(|row| row.id) else {
            return Ok(false);
        };
        self.show(&rows)?;
        self.app.mark_shown(self.address.clone(), last).await?;
        Ok(true)
    }

    fn show(&mut self, rows: &[Outgoing]) -> Result<(), ConsoleError> {
        for row in rows.iter().filter(|row| row.id > self.shown) {
            line("")?;
            line(&row.text)?;
            if !row.choices.is_empty() {
                self.choices.clone_from(&row.choices);
                for (n, button) in row.choices.iter().enumerate() {
                    line(&format!("  {}. {}", n + 1, button.label))?;
                }
            }
        }
        if let Some(last) = rows.last() {
            self.shown = self.shown.max(last.id);
        }
        Ok(())
    }
}

/// Works as staff until the input ends.
///
/// # Errors
/// The terminal or the database fails.
pub async fn staff(app: &App, clerk: &str) -> Result<(), ConsoleError> {
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    let mut news = app.follow();
    let mut shown = first_open(app)?;
    line(&app.words("staff-help", Language::Ja))?;
    line("  K-1001 返信の文 ／ take K-1001（担当する） ／ close K-1001（対応を終える） ／ /quit")?;
    shown = show_staff(app, shown)?;
    prompt()?;
    // Another process may write to the same database, so the terminal also looks by itself.
    let mut look = tokio::time::interval(std::time::Duration::from_secs(1));
    loop {
        tokio::select! {
            line = next_line(&mut lines) => {
                let Some(line) = line? else { return Ok(()) };
                let line = line.trim();
                if QUIT.contains(&line) {
                    return Ok(());
                }
                if !line.is_empty() {
                    let key = format!("console:{}", app.new_token().await?);
                    app.serve(StaffIncoming { key, clerk: clerk.to_owned(), action: read_staff(line) }).await?;
                    shown = show_staff(app, shown)?;
                }
                prompt()?;
            }
            _ = news.changed() => shown = show_staff(app, shown)?,
            _ = look.tick() => shown = show_staff(app, shown)?,
        }
    }
}

/// Where to begin: before the first row about a case that is still open.
fn first_open(app: &App) -> Result<OutgoingId, AppError> {
    let open = app.open_cases()?;
    let rows = app.told_staff_after(OutgoingId(0), u16::MAX)?;
    let first = rows
        .iter()
        .find(|row| open.iter().any(|case| row.case == Some(case.id)));
    Ok(match first {
        Some(row) => OutgoingId(row.id.0 - 1),
        None => rows.last().map_or(OutgoingId(0), |row| row.id),
    })
}

fn show_staff(app: &App, mut shown: OutgoingId) -> Result<OutgoingId, ConsoleError> {
    for row in app.told_staff_after(shown, 100)? {
        line("")?;
        line(&row.text)?;
        shown = row.id;
    }
    Ok(shown)
}

/// `K-1001 text`, `take K-1001`, `close K-1001`; anything else asks for help.
#[must_use]
pub fn read_staff(line: &str) -> StaffAction {
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    match (
        first.to_lowercase().as_str(),
        read_case(first),
        read_case(rest),
    ) {
        ("take" | "担当", _, Some(case)) => StaffAction::Accept(case),
        ("close" | "終了", _, Some(case)) => StaffAction::Close(case),
        (_, Some(case), _) if !rest.is_empty() => StaffAction::Reply {
            case,
            text: rest.to_owned(),
        },
        _ => StaffAction::Help,
    }
}

fn read_case(text: &str) -> Option<CaseId> {
    let number = text
        .strip_prefix("K-")
        .or_else(|| text.strip_prefix("k-"))?;
    number.parse().ok().filter(|n| *n > 0).map(CaseId)
}

async fn next_line(lines: &mut Lines<BufReader<Stdin>>) -> std::io::Result<Option<String>> {
    lines.next_line().await
}

fn prompt() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(b"\n> ")?;
    out.flush()
}

fn line(text: &str) -> std::io::Result<()> {
    writeln!(std::io::stdout().lock(), "{text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staff_lines_are_read() {
        let case = CaseId(1001);
        let check =
            |line: &str, expected: StaffAction| assert_eq!(read_staff(line), expected, "{line}");
        check(
            "K-1001 こんにちは 市民課です",
            StaffAction::Reply {
                case,
                text: "こんにちは 市民課です".into(),
            },
        );
        check("take K-1001", StaffAction::Accept(case));
        check("close k-1001", StaffAction::Close(case));
        check("close", StaffAction::Help);
        check("K-1001", StaffAction::Help);
        check("K-x 1", StaffAction::Help);
    }
}
