//! The names of what belongs to incidents, as the database and the pages write them.

/// What seems to have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Leak,
    Loss,
    Damage,
    Threat,
    Outage,
    Other,
}

impl Kind {
    pub const ALL: [Kind; 6] = [
        Kind::Leak,
        Kind::Loss,
        Kind::Damage,
        Kind::Threat,
        Kind::Outage,
        Kind::Other,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Leak => "leak",
            Kind::Loss => "loss",
            Kind::Damage => "damage",
            Kind::Threat => "threat",
            Kind::Outage => "outage",
            Kind::Other => "other",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// What the report tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// When it happened.
    When,
    Where,
    What,
    /// How many people are affected and which kinds of data; never a name.
    Who,
    /// How it was found.
    Found,
    Measures,
    /// To whom it was reported, and when.
    Reported,
    Cause,
    Prevention,
}

impl Field {
    pub const ALL: [Field; 9] = [
        Field::When,
        Field::Where,
        Field::What,
        Field::Who,
        Field::Found,
        Field::Measures,
        Field::Reported,
        Field::Cause,
        Field::Prevention,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Field::When => "when",
            Field::Where => "where",
            Field::What => "what",
            Field::Who => "who",
            Field::Found => "found",
            Field::Measures => "measures",
            Field::Reported => "reported",
            Field::Cause => "cause",
            Field::Prevention => "prevention",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.id() == id)
    }
}

/// What somebody did with the desk itself because of an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Messages to residents were stopped; calls to the counters go on, or not.
    Freeze {
        calls_go_on: bool,
    },
    Thaw,
    /// So many sessions of others were ended.
    Revoke(u32),
    Close,
}

impl Act {
    /// How the database writes it.
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Act::Freeze { calls_go_on: true } => "freeze but-calls".to_owned(),
            Act::Freeze { calls_go_on: false } => "freeze".to_owned(),
            Act::Thaw => "thaw".to_owned(),
            Act::Revoke(count) => format!("revoke {count}"),
            Act::Close => "close".to_owned(),
        }
    }

    #[must_use]
    pub fn read(word: &str) -> Option<Act> {
        Some(match word.split_once(' ') {
            Some(("freeze", "but-calls")) => Act::Freeze { calls_go_on: true },
            Some(("revoke", count)) => Act::Revoke(count.parse().ok()?),
            None if word == "freeze" => Act::Freeze { calls_go_on: false },
            None if word == "thaw" => Act::Thaw,
            None if word == "close" => Act::Close,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_words_are_read_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_id(kind.id()), Some(kind));
        }
        for field in Field::ALL {
            assert_eq!(Field::from_id(field.id()), Some(field));
        }
        for act in [
            Act::Freeze { calls_go_on: true },
            Act::Freeze { calls_go_on: false },
            Act::Thaw,
            Act::Revoke(12),
            Act::Close,
        ] {
            assert_eq!(Act::read(&act.word()), Some(act));
        }
        assert_eq!(Act::read("revoke all"), None);
    }
}
