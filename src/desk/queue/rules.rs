//! What the city has decided about its queue.

use super::ticket::SERIES_LETTERS;

/// The letters of an office's tickets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Series {
    pub booked: char,
    /// None where nobody is served without a reservation.
    pub walk_in: Option<char>,
}

impl Series {
    /// Whether a letter cannot be mistaken.
    #[must_use]
    pub fn is_clear(letter: char) -> bool {
        SERIES_LETTERS.contains(letter)
    }
}

/// The rules of the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueueRules {
    /// One may check in from so many minutes before the time of the reservation.
    pub early_minutes: u16,
    /// So many minutes after it one still keeps one's place; later one stands behind those who wait.
    pub grace_minutes: u16,
    /// A person without a reservation is let in if nobody with one then waits longer than this.
    pub booked_limit_minutes: u16,
    /// Whoever has waited so long without a reservation is called next after `booked_in_a_row` calls to people with one.
    pub turn_minutes: u16,
    pub booked_in_a_row: u8,
    /// A call is repeated so often before it may count as missed.
    pub recalls: u8,
    /// "I am late" gives so many minutes.
    pub delay_minutes: u16,
    /// So many tickets without a reservation may wait that were taken on telephones.
    pub phone_tickets_max: u16,
    /// So many minutes after closing time the last person may be served.
    pub overtime_minutes: u16,
}

impl Default for QueueRules {
    fn default() -> QueueRules {
        QueueRules {
            early_minutes: 30,
            grace_minutes: 5,
            booked_limit_minutes: 10,
            turn_minutes: 60,
            booked_in_a_row: 3,
            recalls: 2,
            delay_minutes: 10,
            phone_tickets_max: 12,
            overtime_minutes: 0,
        }
    }
}
