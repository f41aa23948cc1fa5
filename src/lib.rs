//! madoguchi (窓口, "counter"): the front-desk helper of a city's My Number Card counter.
//!
//! # One idea: hear → decide → apply → deliver
//! ```text
//! channel        translates          an update, a web post, a typed line -> Incoming (with an idempotency key)
//! desk::hear     in memory, parallel mask secrets, language, dates, ranked FAQ entries            -> Heard
//! desk::decide   pure, serial        (rules, view of the person's state, Heard, now, ids) -> Outcome {changes, replies}
//! store          one transaction     insert inbox key, load view, decide, apply changes, write outbox rows, commit
//! courier        after the commit    outbox rows -> channel; attempts counted first; failures are Later or Never
//! ```
//! `decide` (citizen), `serve` (staff) and `tick` (time) are the only three ways in which state changes, and all three
//! are functions of values. A restart at any point loses nothing and repeats nothing that people can see, save at most
//! one re-sent message.
//!
//! # Invariants
//! 1. No seat is taken twice; the primary key (office, cell, seat) says it in SQL as well.
//! 2. A change of reservation is one commit: the new seat is taken and the old one freed, or nothing happened.
//! 3. A hold ends by itself, is checked inside the booking transaction, and one resident has at most one.
//! 4. Each inbound key has effect once. Each reminder (reservation, kind) is written once for a start.
//! 5. Only approved, current, in-date text is sent as an answer, verbatim, with its review date. Nothing is generated.
//! 6. A My Number, a PIN, a residence-card number or an account number that someone sends is neither stored, logged
//!    nor forwarded: `hear` masks it before anything else sees the text.
//! 7. Reminders and confirmations carry no name, number or birth date.
//! 8. Only the owner sees, changes or cancels a reservation; every change leaves an audit row.
//!    A code with its day opens a reservation elsewhere, a few times a day; its owner hears of every change.
//! 9. What staff enter into the calendar is in force with the next turn. It deletes no reservation: those left outside
//!    of what is open are listed, and nobody is reminded of a closed door.
//! 10. A birth date that somebody gives to the expiry helper is reckoned with and forgotten: neither it nor the words
//!     it stood in are kept. Of a renewal only a month is kept, of a document check the names of things.
//! 11. Of a password and of a session of the staff the database knows only hashes. Every form of their pages carries a
//!     key of its session, or has no effect.
//!     An address of theirs without a row in the table of rights cannot be reached, and a right holds at a person's offices
//!     between their first and last day.
//! 12. Whatever changes state leaves a row in the audit log, in the same transaction, and the rows form a chain in which
//!     a changed or missing one shows (`store::audit`). Left out are only what follows from such a row, seats kept while
//!     somebody chooses, and the desk's notes of what it has said.
//! 13. A ticket has one status, one function that changes it and one row for each change. Nobody is lost, nobody is
//!     called by two counters, and who missed a call is not called again by themselves; indices say it in SQL as well.
//! 14. The order of calls is one piece of code, `desk::queue::order`, for the clerk who presses and for the forecast.
//! 15. A machine translation is labelled, with its original. What counts in it is protected and compared, and a clerk
//!     sees it translated back; a difference stops it. What leaves for it is masked.
//! 16. Nobody is kept from emergency information: every refusal carries the hotlines, and a block leaves the reviewed
//!     answers about loss, theft, misuse and emergencies. Limits that cannot be checked refuse.
//! 17. Each kind of data has one term in one table (`desk::retention`), and `tick` lets go of what has passed it. After
//!     an erasing no word that somebody typed stays in any table.
//! 18. While an incident has stopped the messages, nothing goes to residents but whom to call, the reviewed answers about
//!     emergencies and, where they go on, calls in the hall; their turns change nothing. What waits goes out afterwards, in
//!     its order, if it still says how things stand. The record of an incident only grows.
//! 19. A case has one state, one owner at most, one function that changes it and one row for each change. What a clerk
//!     answers is kept before it is sent, and arrives or is seen to have failed; what they note never leaves. Nobody is
//!     promised a quick answer while nobody is there to give it.
//! 20. Civil times are Asia/Tokyo; durations have units in their names; the same seed gives the same run.
//!
//! # Who may know whom
//! `desk` knows only values. `store` knows `desk`; it is the only user of SQL. `locale` is the only user of Fluent,
//! `channels` the only users of teloxide and axum; they talk to `app` in `desk` types. `meaning` and `translate` are
//! the only users of reqwest: optional services, of which one proposes entries where the words say too little and the
//! other translates what staff and citizens write freely; `app` asks them, and the desk does not know where it comes
//! from. Time comes from `clock` alone.
//! `tests/tidy.rs` holds these lines.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        reason = "a test that panics has failed"
    )
)]

pub mod app;
pub mod channels;
pub mod clock;
pub mod commands;
pub mod config;
pub mod courier;
pub mod desk;
pub mod ids;
pub mod library;
pub mod locale;
pub mod meaning;
pub mod metrics;
pub mod run;
pub mod separated;
pub mod store;
pub mod toml_day;
pub mod translate;
