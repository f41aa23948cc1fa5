//! Runs the transcripts in `tests/scenarios/*.chat`.
//!
//! A transcript names phrases by their ids, so wording may change freely; the wording itself is kept under
//! `tests/golden/` and compared in full (`UPDATE_GOLDEN=1 cargo test` writes it anew). Lines:
//!
//! ```text
//! # a comment
//! at 2026-12-01 10:00              the clock; must come first
//! Ana (en)                         a person appears, with the language of their phone
//! Ana> 明日いける？                  Ana writes
//! Ana* 市役所本館                    Ana presses the button with this label on her newest message with it
//! Ana again                        Telegram delivers Ana's last event once more; nothing may happen
//!   < ask-procedure                the next message to Ana is this phrase …
//!   < booked | 12月8日（火）          … and its text contains this
//!   < ask-day [12月3日（木）]          … and it offers this button
//!   staff < handoff | 職員を希望      the next message to the staff
//! staff K-1001> こんにちは            a clerk answers the case
//! staff take K-1001                a clerk takes the case; also: close, release, takes over
//! staff note K-1001> 折り返しは午後    a clerk notes something for the others
//! staff sends parking to K-1001    a clerk sends a reviewed answer
//! staff hands K-1001 to main 3     a hand-over sheet goes to a counter, or to a department by its name
//! colleague take K-1001            another clerk does any of that
//! nobody is there                  nobody sits at the inbox; also: somebody is there
//! city closes main 2026-12-08 weather          staff close a day, and everybody affected is told
//! city opens branch 2026-12-08 09:00-09:20     staff give a day other hours, or `reset` it
//! counter 2 next                   the clerk at window 2 of the main office: opens, next, recalls, undoes, serves, done,
//!                                  parks, misses, pauses, closes
//! counter 2 sends 3                  … sends whoever is there on to window 3
//! printed pin                      somebody takes a printed ticket for this procedure at the main office
//! supervisor blocks Ana for 7 days: flood   staff block Ana; also: supervisor lifts Ana
//! supervisor stops messages        an incident stops what goes to residents; also: supervisor releases messages
//! clerk notes Ana came             a clerk notes that Ana came (or: missed) to her next or last visit
//! wait 2h                          time passes (m, h, d); everything due happens
//! Ana is blocking                  the next delivery to Ana finds that she has blocked us
//! restart                          the program stops and starts again
//! ```
//! Every message must be expected: an unread one fails the transcript.

mod city;

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::Duration;
use madoguchi::desk::canned::Canned;
use madoguchi::desk::choice::Choice;
use madoguchi::desk::faq::EntryId;
use madoguchi::desk::language::Language;
use madoguchi::desk::message::{Channel, Outgoing, Said, StaffAction};
use madoguchi::ids::CaseId;
use tokio::runtime::Builder;

use crate::harness::{CityHall, Fault};

struct Stage {
    hall: Option<CityHall>,
    people: BTreeMap<String, Person>,
    staff: VecDeque<Outgoing>,
    speaker: String,
    golden: String,
}

#[derive(Default)]
struct Person {
    hint: Option<Language>,
    unread: VecDeque<Outgoing>,
    seen: Vec<Outgoing>,
    last: Option<(String, Said)>,
}

#[test]
fn every_transcript_plays() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "chat"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "there are transcripts");
    let next = AtomicUsize::new(0);
    let work = || {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let mut faults = Vec::new();
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            faults.extend(runtime.block_on(play(file)).err());
        }
        faults
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut faults: Vec<String> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let done = running.into_iter().map(|thread| thread.join().unwrap());
        done.flatten().collect()
    });
    faults.sort();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

async fn play(file: &Path) -> Result<(), String> {
    let name = file.file_stem().unwrap().to_string_lossy().into_owned();
    let text = std::fs::read_to_string(file).unwrap();
    let mut stage = Stage {
        hall: None,
        people: BTreeMap::new(),
        staff: VecDeque::new(),
        speaker: String::new(),
        golden: String::new(),
    };
    for (n, line) in text.lines().enumerate() {
        let line = line.trim_end();
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        stage
            .line(line)
            .await
            .map_err(|what| format!("{name}.chat:{}: {line}\n    {what}", n + 1))?;
    }
    stage
        .all_read()
        .map_err(|what| format!("{name}.chat: at the end: {what}"))?;
    golden(&name, &stage.golden)
}

fn golden(name: &str, text: &str) -> Result<(), String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.txt"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        return Ok(());
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    if kept == text {
        return Ok(());
    }
    let at = kept
        .lines()
        .zip(text.lines())
        .take_while(|(a, b)| a == b)
        .count();
    Err(format!(
        "the wording differs from tests/golden/{name}.txt at line {}:\n    kept: {}\n    now:  {}",
        at + 1,
        kept.lines().nth(at).unwrap_or("(nothing)"),
        text.lines().nth(at).unwrap_or("(nothing)")
    ))
}

impl Stage {
    async fn line(&mut self, line: &str) -> Result<(), String> {
        if line.starts_with(' ') {
            return self.expect(line.trim());
        }
        if let Some(time) = line.strip_prefix("at ") {
            self.hall = Some(CityHall::open(&format!(
                "{}:00",
                time.trim().replace(' ', "T")
            )));
            return Ok(());
        }
        if line == "restart" {
            self.hall()?.restart();
            return Ok(());
        }
        self.all_read()?;
        if let Some(time) = line.strip_prefix("wait ") {
            let arrived = self.hall()?.wait(duration(time)?).await;
            writeln!(self.golden, "… {time}\n").unwrap();
            self.sort(arrived);
            return Ok(());
        }
        if let Some(rest) = line.strip_prefix("staff ") {
            return self.staff_line("test", rest).await;
        }
        if let Some(rest) = line.strip_prefix("colleague ") {
            return self.staff_line("colleague", rest).await;
        }
        if line == "nobody is there" || line == "somebody is there" {
            self.hall()?.is_attended(line == "somebody is there");
            return Ok(());
        }
        if let Some(rest) = line.strip_prefix("city ") {
            writeln!(self.golden, "市 {rest}\n").unwrap();
            city::line(self.hall()?, rest).await?;
            return self.collect().await;
        }
        if let Some(rest) = line.strip_prefix("counter ") {
            writeln!(self.golden, "窓口 {rest}\n").unwrap();
            city::counter(self.hall()?, rest).await?;
            return self.collect().await;
        }
        if let Some(rest) = line.strip_prefix("printed ") {
            writeln!(self.golden, "番号札 {rest}\n").unwrap();
            city::printed(self.hall()?, rest).await?;
            return self.collect().await;
        }
        if let Some(rest) = line.strip_prefix("supervisor ") {
            writeln!(self.golden, "責任者 {rest}\n").unwrap();
            city::supervisor(self.hall()?, rest).await?;
            return self.collect().await;
        }
        if let Some(rest) = line.strip_prefix("clerk notes ") {
            writeln!(self.golden, "職員 {rest}\n").unwrap();
            city::note(self.hall()?, rest).await?;
            return self.collect().await;
        }
        self.person_line(line).await
    }

    fn hall(&mut self) -> Result<&mut CityHall, String> {
        self.hall
            .as_mut()
            .ok_or_else(|| "the transcript must begin with `at`".to_owned())
    }

    async fn staff_line(&mut self, clerk: &str, rest: &str) -> Result<(), String> {
        let (who, text) = rest.split_once('>').unwrap_or((rest, ""));
        let words: Vec<&str> = who.split_whitespace().collect();
        let case = |code: &str| {
            let number = code.strip_prefix("K-").and_then(|n| n.parse().ok());
            number.map(CaseId).ok_or(format!("{code} is no case"))
        };
        let text = text.trim().to_owned();
        let action = match words[..] {
            ["take", code] => StaffAction::Accept(case(code)?),
            ["takes", "over", code] => StaffAction::TakeOver(case(code)?),
            ["release", code] => StaffAction::Release(case(code)?),
            ["close", code] => StaffAction::Close(case(code)?),
            ["called", code] => StaffAction::Called(case(code)?),
            ["checks", code, minutes] => StaffAction::SendCanned {
                case: case(code)?,
                canned: Box::new(Canned::CheckingMinutes {
                    minutes: minutes.parse().map_err(|_| "no minutes")?,
                }),
            },
            ["note", code] => StaffAction::Note {
                case: case(code)?,
                text,
            },
            ["sends", entry, "to", code] => StaffAction::SendEntry {
                case: case(code)?,
                entry: EntryId::read(entry).ok_or("no entry")?,
            },
            ["hands", code, "to", ref place @ ..] => {
                writeln!(self.golden, "職員 {rest}\n").unwrap();
                city::sheet(self.hall()?, clerk, case(code)?, place).await?;
                return self.collect().await;
            }
            [code] => StaffAction::Reply {
                case: case(code)?,
                text,
            },
            _ => {
                return Err(
                    "write `staff K-1001> text`, `staff take K-1001` or `staff close K-1001`"
                        .into(),
                );
            }
        };
        writeln!(self.golden, "職員 {rest}\n").unwrap();
        self.hall()?.staff_as(clerk, action).await;
        self.collect().await
    }

    async fn person_line(&mut self, line: &str) -> Result<(), String> {
        if let Some((name, text)) = line.split_once(" edits> ") {
            let said = Said::Edited(text.trim().to_owned());
            return self.say(name.trim(), said, text.trim()).await;
        }
        if let Some((name, text)) = line.split_once('>') {
            return self
                .say(name.trim(), Said::Text(text.trim().to_owned()), text.trim())
                .await;
        }
        if let Some((name, label)) = line.split_once('*') {
            let (name, label) = (name.trim(), label.trim());
            let person = self.people.entry(name.to_owned()).or_default();
            let found = person
                .seen
                .iter()
                .rev()
                .find_map(|m| m.choices.iter().find(|b| b.label == label));
            let button = found.ok_or_else(|| format!("there is no button “{label}”"))?;
            let choice = Choice::read(&button.id).ok_or("the button has no meaning")?;
            return self
                .say(name, Said::Choice(choice), &format!("［{label}］"))
                .await;
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[..] {
            [name, "starts"] => self.say(name, Said::Start, "/start").await,
            [name, "sends", "a", "sticker"] => {
                self.say(name, Said::Unintelligible, "(sticker)").await
            }
            [name, "again"] => self.again(name).await,
            [name, "is", "blocking"] => {
                let fault = Fault::Never { gone: true };
                self.hall()?
                    .recorder
                    .fail_next(&CityHall::person(name), fault);
                Ok(())
            }
            [name, tag] if tag.starts_with('(') => {
                let language =
                    Language::from_tag(tag.trim_matches(['(', ')'])).ok_or("no such language")?;
                self.people.entry(name.to_owned()).or_default().hint = Some(language);
                Ok(())
            }
            _ => Err("this line means nothing; see tests/scenarios.rs".into()),
        }
    }

    async fn say(&mut self, name: &str, said: Said, shown: &str) -> Result<(), String> {
        self.speaker = name.to_owned();
        writeln!(self.golden, "{name}> {shown}\n").unwrap();
        let hint = self.people.entry(name.to_owned()).or_default().hint;
        let hall = self.hall()?;
        let key = hall.next_key();
        hall.receive_keyed(name, said.clone(), hint, key.clone())
            .await;
        self.people.entry(name.to_owned()).or_default().last = Some((key, said));
        self.collect().await
    }

    async fn again(&mut self, name: &str) -> Result<(), String> {
        let (key, said) = self
            .people
            .get(name)
            .and_then(|p| p.last.clone())
            .ok_or("nothing was said before")?;
        self.hall()?.receive_keyed(name, said, None, key).await;
        self.collect().await
    }

    async fn collect(&mut self) -> Result<(), String> {
        let arrived = self.hall()?.deliver().await;
        self.sort(arrived);
        Ok(())
    }

    fn sort(&mut self, arrived: Vec<Outgoing>) {
        for message in arrived {
            // The summary of a case is one message, which is edited: that is no further message.
            if message.phrase == "handoff" && message.replaces.is_some() {
                continue;
            }
            let to = if message.to.channel == Channel::Staff {
                "職員"
            } else {
                message.to.id.as_str()
            };
            let text = without_mark(&message.text);
            writeln!(self.golden, "→ {to} [{}]\n{text}", message.phrase).unwrap();
            for button in &message.choices {
                writeln!(self.golden, "  ［{}］", button.label).unwrap();
            }
            self.golden.push('\n');
            if message.to.channel == Channel::Staff {
                self.staff.push_back(message);
            } else {
                let person = self.people.entry(message.to.id.clone()).or_default();
                person.seen.push(message.clone());
                person.unread.push_back(message);
            }
        }
    }

    fn expect(&mut self, line: &str) -> Result<(), String> {
        let (who, rest) = line.split_once('<').ok_or("an expectation begins with <")?;
        let who = if who.trim().is_empty() {
            self.speaker.clone()
        } else {
            who.trim().to_owned()
        };
        let unread = match who.as_str() {
            "staff" => &mut self.staff,
            name => &mut self.people.entry(name.to_owned()).or_default().unread,
        };
        let message = unread
            .pop_front()
            .ok_or_else(|| format!("nothing more was said to {who}"))?;
        let (rest, button) = match rest.split_once('[') {
            Some((rest, button)) => (rest, Some(button.trim_end().trim_end_matches(']'))),
            None => (rest, None),
        };
        let (id, part) = rest
            .split_once('|')
            .map_or((rest.trim(), None), |(id, part)| {
                (id.trim(), Some(part.trim()))
            });
        if message.phrase != id {
            return Err(format!(
                "{who} was told “{}”:\n    {}",
                message.phrase, message.text
            ));
        }
        if let Some(part) = part.filter(|part| !message.text.contains(part)) {
            return Err(format!("“{part}” is not in:\n    {}", message.text));
        }
        if let Some(label) =
            button.filter(|label| !message.choices.iter().any(|b| b.label == *label))
        {
            let labels: Vec<&str> = message.choices.iter().map(|b| b.label.as_str()).collect();
            return Err(format!("there is no button “{label}” among {labels:?}"));
        }
        Ok(())
    }

    fn all_read(&self) -> Result<(), String> {
        let lists = self
            .people
            .iter()
            .map(|(name, p)| (name.as_str(), &p.unread))
            .chain([("staff", &self.staff)]);
        for (name, unread) in lists {
            if let Some(message) = unread.front() {
                return Err(format!(
                    "{name} was also told “{}”, which is not expected:\n    {}",
                    message.phrase, message.text
                ));
            }
        }
        Ok(())
    }
}

/// The wording without the mark of a reservation's or ticket's own address, which differs with every seed.
fn without_mark(text: &str) -> String {
    let found = ["/r/", "/t/"]
        .iter()
        .find_map(|page| Some(text.find(page)? + page.len()));
    let Some(at) = found else {
        return text.to_owned();
    };
    let end = text[at..].find(|c: char| !(c.is_ascii_hexdigit() || c == '-'));
    let end = end.map_or(text.len(), |end| at + end);
    format!("{}…{}", &text[..at], &text[end..])
}

fn duration(text: &str) -> Result<Duration, String> {
    let text = text.trim();
    let (number, unit) = text.split_at(text.len().saturating_sub(1));
    let n: i64 = number
        .parse()
        .map_err(|_| format!("“{text}” is no duration; write 5m, 2h or 1d"))?;
    match unit {
        "m" => Ok(Duration::minutes(n)),
        "h" => Ok(Duration::hours(n)),
        "d" => Ok(Duration::days(n)),
        _ => Err(format!("“{text}” is no duration; write 5m, 2h or 1d")),
    }
}
