//! Signs: what parts of a message show about the wish behind it.

/// What a part of a message shows about the wish behind it. One sign proves nothing; `wish` puts them together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sign {
    /// It is about a reservation.
    Reservation,
    /// Wants to come, or to reserve.
    Come,
    /// Wants another day or time.
    Move,
    /// Wants to give it up.
    GiveUp,
    /// Wants to see what was reserved.
    Look,
    /// Asks for the way to do it, not for the thing itself.
    HowTo,
    /// Has arrived.
    Arrived,
    /// Wants a queue number.
    Ticket,
    /// Wants a person.
    Person,
    /// Wants another language.
    Speak,
    /// Asks how long the wait is.
    Wait,
    /// Names the list of those who wait for a seat.
    Waiting,
    /// Something is lost or stolen.
    Lost,
    /// … and it is the card, or what holds it.
    Card,
    /// … or only a letter, a form or a PIN.
    Paper,
    /// Somebody else uses the card.
    Misuse,
    /// Is angry, or wants whoever is responsible.
    Anger,
}

impl Sign {
    pub const ALL: [Sign; 17] = [
        Sign::Reservation,
        Sign::Come,
        Sign::Move,
        Sign::GiveUp,
        Sign::Look,
        Sign::HowTo,
        Sign::Arrived,
        Sign::Ticket,
        Sign::Person,
        Sign::Speak,
        Sign::Wait,
        Sign::Waiting,
        Sign::Lost,
        Sign::Card,
        Sign::Paper,
        Sign::Misuse,
        Sign::Anger,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Sign::Reservation => "reservation",
            Sign::Come => "come",
            Sign::Move => "move",
            Sign::GiveUp => "give-up",
            Sign::Look => "look",
            Sign::HowTo => "how-to",
            Sign::Arrived => "arrived",
            Sign::Ticket => "ticket",
            Sign::Person => "person",
            Sign::Speak => "speak",
            Sign::Wait => "wait",
            Sign::Waiting => "waiting",
            Sign::Lost => "lost",
            Sign::Card => "card",
            Sign::Paper => "paper",
            Sign::Misuse => "misuse",
            Sign::Anger => "anger",
        }
    }
}
