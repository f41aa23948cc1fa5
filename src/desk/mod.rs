//! THE RULES: pure and synchronous. No clock, no file, no network, no SQL, no Fluent; time comes in as a value.
//!
//! `hear` understands a message, `decide` takes a citizen's turn, `serve` a clerk's action, `tick` the passing of
//! time. The last three are the only ways in which state changes.

pub mod abuse;
pub mod asking;
pub mod audit;
pub mod booking;
pub mod calendar;
pub mod canned;
pub mod care;
pub mod case;
pub mod checking;
pub mod choice;
pub mod clerk;
pub mod closing;
pub mod context;
pub mod dates;
pub mod decide;
pub mod documents;
pub mod draft;
pub mod ears;
pub mod expiring;
pub mod expiry;
pub mod faq;
pub mod feedback;
pub mod finder;
pub mod finding;
pub mod heard;
pub mod holidays;
pub mod language;
pub mod levels;
pub mod lexicon;
pub mod likeness;
pub mod manage;
pub mod mask;
pub mod message;
pub mod offer;
pub mod own_data;
pub mod people;
pub mod person;
pub mod phrase;
pub mod procedure;
pub mod protect;
pub mod queue;
pub mod reminder;
pub mod renewal;
pub mod reservation;
pub mod retrieval;
pub mod rules;
pub mod saying;
pub mod serve;
pub mod settle;
pub mod slots;
pub mod speaking;
pub mod talk;
pub mod tick;
pub mod tongue;
pub mod view;
pub mod visit;
pub mod waiting;
pub mod waitlist;

pub use decide::decide;
pub use serve::serve;
pub use tick::tick;
