//! `madoguchi reservations`: what staff do in the book, in a terminal beside a desk that may be serving.

use std::io::Write;
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use clap::{Args, Subcommand};

use crate::desk::clerk::{Contact, Order, OrderRefusal, Wish};
use crate::desk::language::Language;
use crate::desk::procedure::Procedure;
use crate::desk::reservation::{Reservation, ReservationState};
use crate::desk::rules::{OfficeId, Rules};
use crate::store::lists::Line;

/// What is done in the book.
#[derive(Clone, Debug, Subcommand)]
pub enum Reservations {
    /// The visits of a day
    List {
        #[arg(long, value_parser = office)]
        office: OfficeId,
        /// The day, for example 2026-12-16; today without it
        #[arg(long)]
        day: Option<NaiveDate>,
        /// Tab-separated, with a header line
        #[arg(long)]
        tsv: bool,
    },
    /// The times at which a visit can begin on a day
    Free {
        #[command(flatten)]
        wish: WishArguments,
        day: NaiveDate,
        /// Leave windows aside and take the reserve, as a supervisor may
        #[arg(long)]
        beyond: bool,
    },
    /// Reserve for somebody
    Book {
        #[command(flatten)]
        wish: WishArguments,
        /// When it begins, for example "2026-12-16 10:30"
        #[arg(value_parser = moment)]
        at: NaiveDateTime,
        #[command(flatten)]
        contact: ContactArguments,
        #[command(flatten)]
        by: Clerk,
    },
    /// Move a reservation; its resident is told
    Move {
        code: String,
        #[arg(value_parser = moment)]
        at: NaiveDateTime,
        /// To another office
        #[arg(long, value_parser = office)]
        office: Option<OfficeId>,
        #[command(flatten)]
        by: Clerk,
    },
    /// Cancel a reservation; its resident is told
    Cancel {
        code: String,
        #[command(flatten)]
        by: Clerk,
    },
    /// Note that they came
    Came {
        code: String,
        #[command(flatten)]
        by: Clerk,
    },
    /// Note that nobody came
    Missed {
        code: String,
        #[command(flatten)]
        by: Clerk,
    },
    /// Take back that they came or did not
    Unmark {
        code: String,
        #[command(flatten)]
        by: Clerk,
    },
    /// Take reservations over from a CSV file with a header line: office, date, time, procedures (parted by spaces), people,
    /// language, reading, phone, note; the last four may be missing. Without --apply nothing is written
    Import {
        file: PathBuf,
        #[command(flatten)]
        by: Clerk,
        /// Write the rows that can be taken; without it only say what would happen
        #[arg(long)]
        apply: bool,
    },
}

/// What, for how many, and where.
#[derive(Clone, Debug, Args)]
pub struct WishArguments {
    #[arg(long, value_parser = office)]
    pub office: OfficeId,
    /// For example pickup or pin; may be given several times
    #[arg(long = "procedure", required = true, value_parser = procedure)]
    pub procedures: Vec<Procedure>,
    #[arg(long, default_value_t = 1)]
    pub people: u8,
}

/// What is noted for somebody; deleted after the visit.
#[derive(Clone, Debug, Default, Args)]
pub struct ContactArguments {
    /// The name as it is read
    #[arg(long, default_value = "")]
    pub reading: String,
    #[arg(long, default_value = "")]
    pub phone: String,
    #[arg(long, default_value = "")]
    pub note: String,
    /// The language they speak
    #[arg(long, default_value = "ja", value_parser = super::language)]
    pub lang: Language,
}

/// Who does it.
#[derive(Clone, Debug, Args)]
pub struct Clerk {
    /// A name in staff.people of the configuration
    #[arg(long, value_name = "NAME")]
    pub by: String,
    /// Leave windows aside and take the reserve, for this reason; supervisors only
    #[arg(long, value_name = "REASON")]
    pub beyond: Option<String>,
}

fn office(text: &str) -> Result<OfficeId, String> {
    OfficeId::read(text).ok_or_else(|| "use the id of an office, such as main".to_owned())
}

fn procedure(text: &str) -> Result<Procedure, String> {
    let known = || Procedure::ALL.map(Procedure::id).join(", ");
    Procedure::from_id(text)
        .ok_or_else(|| format!("there is no such procedure; there are {}", known()))
}

fn moment(text: &str) -> Result<NaiveDateTime, String> {
    let read = |format| NaiveDateTime::parse_from_str(text, format);
    read("%Y-%m-%d %H:%M")
        .or_else(|_| read("%Y-%m-%dT%H:%M"))
        .map_err(|_| "write it like \"2026-12-16 10:30\"".to_owned())
}

impl WishArguments {
    #[must_use]
    pub fn wish(&self, start: NaiveDateTime) -> Wish {
        Wish {
            office: self.office.clone(),
            procedures: self.procedures.clone(),
            people: self.people,
            start,
        }
    }
}

impl ContactArguments {
    #[must_use]
    pub fn contact(&self) -> Contact {
        Contact {
            reading: self.reading.clone(),
            phone: self.phone.clone(),
            note: self.note.clone(),
        }
    }
}

/// A refusal as an operator reads it.
#[must_use]
pub fn refusal(refusal: &OrderRefusal, rules: &Rules) -> String {
    match refusal {
        OrderRefusal::UnknownOffice => {
            let known: Vec<&str> = rules.offices.iter().map(|o| o.id.as_str()).collect();
            format!("there is no such office; there are {}", known.join(", "))
        }
        OrderRefusal::NoProcedures => "no procedure is named, or one twice".into(),
        OrderRefusal::NotThere(procedures) => {
            let ids: Vec<&str> = procedures.iter().map(|p| p.id()).collect();
            format!("the office does not do {}", ids.join(", "))
        }
        OrderRefusal::People { most } => format!("1 to {most} people come in one visit"),
        OrderRefusal::ContactTooLong => {
            "reading, phone or note is too long (40, 20 and 200 characters)".into()
        }
        OrderRefusal::Closed(why) => format!("the office is closed then ({why:?})"),
        OrderRefusal::OutsideWindow => {
            "the day is outside of what can be reserved; a supervisor may, with --beyond".into()
        }
        OrderRefusal::Taken => {
            "the time is taken, too soon, or not one at which visits begin; see `reservations free`"
                .into()
        }
        OrderRefusal::NoSuchReservation => "there is no reservation with that code".into(),
        OrderRefusal::Over => "the reservation is cancelled already".into(),
        OrderRefusal::Past => "its time has begun or passed".into(),
        OrderRefusal::Ahead => "its time has not come yet".into(),
        OrderRefusal::NotAllowed => "only a supervisor may leave the rules aside".into(),
        OrderRefusal::Repeated => "this has been done already".into(),
    }
}

/// Prints the visits of a day.
///
/// # Errors
/// The output is closed.
pub fn list(lines: &[Line], tsv: bool, out: &mut impl Write) -> std::io::Result<()> {
    let header = [
        "time",
        "code",
        "state",
        "procedures",
        "people",
        "language",
        "reading",
        "phone",
        "note",
    ];
    if tsv {
        writeln!(out, "{}", header.join("\t"))?;
    }
    for line in lines {
        let reservation = &line.reservation;
        let procedures: Vec<&str> = reservation.procedures.iter().map(|p| p.id()).collect();
        let fields = [
            reservation.start().format("%H:%M").to_string(),
            reservation.code.to_string(),
            state(reservation).to_owned(),
            procedures.join(" "),
            reservation.people.to_string(),
            line.language.tag().to_owned(),
            line.contact.reading.clone(),
            line.contact.phone.clone(),
            line.contact.note.replace(['\t', '\n'], " "),
        ];
        writeln!(
            out,
            "{}",
            fields.join(if tsv { "\t" } else { "  " }).trim_end()
        )?;
    }
    if lines.is_empty() && !tsv {
        writeln!(out, "no visits")?;
    }
    Ok(())
}

fn state(reservation: &Reservation) -> &'static str {
    match reservation.state {
        ReservationState::Booked { .. } => "booked",
        ReservationState::Came { .. } => "came",
        ReservationState::Missed { .. } => "missed",
        ReservationState::Cancelled { .. } => "cancelled",
    }
}

/// A row of a file of reservations, or what is wrong with it.
pub struct Row {
    /// The line in the file, the header being the first.
    pub line: u64,
    pub order: Result<Order, String>,
}

/// Reads a file of reservations.
///
/// # Errors
/// It is no CSV, or a column is missing or unknown.
pub fn rows(text: &[u8]) -> Result<Vec<Row>, String> {
    // Spreadsheets put a byte order mark in front.
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    if std::str::from_utf8(text).is_err() {
        return Err("it is not UTF-8; save it as “CSV UTF-8”".to_owned());
    }
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(text);
    let header = reader.headers().map_err(|error| error.to_string())?.clone();
    check_header(&header)?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                let order = Err(error.to_string());
                rows.push(Row { line, order });
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() > header.len() {
            let order = Err(format!(
                "{} fields for {} columns; put a text with a comma into \"…\"",
                record.len(),
                header.len()
            ));
            rows.push(Row { line, order });
            continue;
        }
        let field = |name: &str| {
            let at = header.iter().position(|own| own == name);
            at.and_then(|at| record.get(at)).unwrap_or_default()
        };
        rows.push(Row {
            line,
            order: row(&field),
        });
    }
    Ok(rows)
}

fn check_header(header: &csv::StringRecord) -> Result<(), String> {
    let known = [
        "office",
        "date",
        "time",
        "procedures",
        "people",
        "language",
        "reading",
        "phone",
        "note",
    ];
    if let Some(other) = header.iter().find(|name| !known.contains(name)) {
        return Err(format!(
            "line 1: there is no column “{other}”; there are {}",
            known.join(", ")
        ));
    }
    if let Some(missing) = known[..5]
        .iter()
        .find(|name| !header.iter().any(|own| own == **name))
    {
        return Err(format!("line 1: the column “{missing}” is missing"));
    }
    if let Some(twice) = header
        .iter()
        .enumerate()
        .find(|(n, name)| header.iter().take(*n).any(|other| other == *name))
    {
        return Err(format!("line 1: the column “{}” is there twice", twice.1));
    }
    Ok(())
}

fn row<'a>(field: &impl Fn(&str) -> &'a str) -> Result<Order, String> {
    let of = |name: &str, what: &str| format!("{name} “{}”: {what}", field(name));
    let office = office(field("office")).map_err(|what| of("office", &what))?;
    let day: NaiveDate = field("date")
        .replace('/', "-")
        .parse()
        .map_err(|_| of("date", "write it like 2026-12-16"))?;
    let time = chrono::NaiveTime::parse_from_str(field("time"), "%H:%M")
        .map_err(|_| of("time", "write it like 10:30"))?;
    let procedures = field("procedures").split_whitespace().map(procedure);
    let procedures = procedures
        .collect::<Result<Vec<_>, _>>()
        .map_err(|what| of("procedures", &what))?;
    let people = field("people")
        .parse()
        .map_err(|_| of("people", "write a number"))?;
    let language = match field("language") {
        "" => Language::Ja,
        tag => Language::from_tag(tag)
            .ok_or_else(|| of("language", "write a tag such as ja or pt-BR"))?,
    };
    Ok(Order::Book {
        wish: Wish {
            office,
            procedures,
            people,
            start: day.and_time(time),
        },
        language,
        contact: Contact {
            reading: field("reading").to_owned(),
            phone: field("phone").to_owned(),
            note: field("note").to_owned(),
        },
        beyond: None,
    })
}
