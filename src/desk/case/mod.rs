//! Cases: when people take over, what they are told, what is promised, and where a case stands.

pub mod brief;
pub mod callback;
pub mod handover;
pub mod overdue;
pub mod promise;
pub mod said;
pub mod state;
pub mod trigger;
