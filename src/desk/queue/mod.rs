//! The queue of the day: tickets, counters, the order of calls, honest waiting times, and who is let in without a
//! reservation. All of it functions of values, as everything in `desk`.

pub mod admission;
pub mod arrival;
pub mod check_in;
pub mod counter;
pub mod estimate;
pub mod floor;
pub mod forecast;
pub mod issue;
pub mod lengths;
pub mod line;
pub mod nearest;
pub mod notices;
pub mod order;
pub mod rules;
pub mod said;
mod scene;
pub mod talk;
pub mod ticket;
pub mod view;
pub mod walk_in;
