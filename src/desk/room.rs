//! The staff's room: their group, in which they hear of cases and answer. What it needs, and how to use it.

use crate::ids::CaseId;

/// What was found out about the staff's group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The desk is a member.
    pub is_in: bool,
    /// The desk may write.
    pub may_send: bool,
    /// The group makes its ordinary members wait between two messages, and the desk is one of them.
    pub is_slowed: bool,
    /// The group has topics.
    pub has_topics: bool,
    /// The desk may open and close them.
    pub may_manage_topics: bool,
}

impl Standing {
    /// What is lacking, the gravest first. Of a desk that is not there or may not write only that is said: what else it
    /// needs depends on how it is let in. A group without topics lacks nothing: cases share its main chat.
    #[must_use]
    pub fn lacks(self) -> Vec<Lack> {
        if !self.is_in {
            return vec![Lack::Membership];
        }
        if !self.may_send {
            return vec![Lack::Sending];
        }
        [
            (self.is_slowed, Lack::Pace),
            (self.has_topics && !self.may_manage_topics, Lack::Topics),
        ]
        .into_iter()
        .filter_map(|(is_lacking, lack)| is_lacking.then_some(lack))
        .collect()
    }

    /// Whether each case gets a topic of its own.
    #[must_use]
    pub fn keeps_topics(self) -> bool {
        self.is_in && self.may_send && self.has_topics && self.may_manage_topics
    }

    /// Whether the group can be told what it lacks.
    #[must_use]
    pub fn can_be_told(self) -> bool {
        self.is_in && self.may_send
    }
}

/// A right the desk needs in the staff's group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    Membership,
    Sending,
    Pace,
    Topics,
}

impl Lack {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Lack::Membership => "membership",
            Lack::Sending => "sending",
            Lack::Pace => "pace",
            Lack::Topics => "topics",
        }
    }

    /// What is wrong and how to mend it, for whoever runs the program.
    #[must_use]
    pub const fn mend(self) -> &'static str {
        match self {
            Lack::Membership => {
                "the bot is not in the staff's group; check telegram.staff_chat and add the bot to the group"
            }
            Lack::Sending => {
                "the bot may not write in the staff's group; make it an administrator, or let members send messages"
            }
            Lack::Pace => {
                "slow mode holds the bot up in the staff's group; make it an administrator, or turn slow mode off"
            }
            Lack::Topics => {
                "the bot may not manage topics in the staff's group, so cases share the main chat; \
                 make it an administrator with the right “Manage Topics”"
            }
        }
    }
}

/// What is said in the staff's group about the group itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoomSaid {
    /// Rights are missing.
    Lacks(Vec<Lack>),
    /// They were missing and are there now.
    Complete,
    /// Plain talk in the topic of a case does not reach the citizen.
    TalkStays,
    /// A picture or a sticker was not passed on.
    OnlyWords,
    /// An answer was edited after it had been passed on.
    FirstTextStands(CaseId),
    /// A note without words, or one that belongs to no case.
    HowToNote,
    /// Something that begins like a command, and is none.
    NoSuchCommand,
}

impl RoomSaid {
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            RoomSaid::Lacks(_) => "staff-room-lacks",
            RoomSaid::Complete => "staff-room-complete",
            RoomSaid::TalkStays => "staff-room-talk-stays",
            RoomSaid::OnlyWords => "staff-room-only-words",
            RoomSaid::FirstTextStands(_) => "staff-room-first-text-stands",
            RoomSaid::HowToNote => "staff-room-how-to-note",
            RoomSaid::NoSuchCommand => "staff-room-no-such-command",
        }
    }
}

/// Telegram takes at most so many characters for the name of a topic (Bot API, createForumTopic).
const TOPIC_NAME_MAX: usize = 128;

/// The name of a case's topic: its code and what it is about, in words of ours, never the citizen's.
#[must_use]
pub fn topic_name(case: CaseId, about: &str) -> String {
    let name = format!("K-{case} {about}");
    name.trim().chars().take(TOPIC_NAME_MAX).collect()
}

/// What somebody in the staff's group wants done with a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoomCommand {
    Accept,
    Close,
    Note(String),
}

/// Reads what begins with a slash, also one of full width; nothing for plain words, `Err` for no command of ours.
///
/// # Errors
/// It begins like a command, so it is not meant for the citizen, but we do not know it.
pub fn read_command(text: &str) -> Option<Result<RoomCommand, NoSuchCommand>> {
    let text = text.trim_start();
    let rest = text.strip_prefix(['/', '／'])?;
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let (word, rest) = rest.split_at(end);
    let word: String = word
        .split(['@', '＠'])
        .next()
        .unwrap_or_default()
        .chars()
        .map(half_width)
        .collect();
    Some(match word.to_ascii_lowercase().as_str() {
        "accept" => Ok(RoomCommand::Accept),
        "close" => Ok(RoomCommand::Close),
        "note" => Ok(RoomCommand::Note(rest.trim().to_owned())),
        _ => Err(NoSuchCommand),
    })
}

/// It begins like a command, but is none of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchCommand;

/// Latin letters as a Japanese keyboard may write them.
fn half_width(letter: char) -> char {
    match letter {
        'Ａ'..='ｚ' => char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Standing = Standing {
        is_in: true,
        may_send: true,
        is_slowed: false,
        has_topics: true,
        may_manage_topics: true,
    };

    #[test]
    fn each_missing_right_is_named_and_only_topics_need_managing() {
        assert!(WHOLE.lacks().is_empty() && WHOLE.keeps_topics());
        let plain = Standing {
            has_topics: false,
            may_manage_topics: false,
            ..WHOLE
        };
        assert!(plain.lacks().is_empty() && !plain.keeps_topics());
        let bare = Standing {
            may_manage_topics: false,
            is_slowed: true,
            ..WHOLE
        };
        assert_eq!(bare.lacks(), [Lack::Pace, Lack::Topics]);
        let mute = Standing {
            may_send: false,
            ..bare
        };
        assert_eq!(mute.lacks(), [Lack::Sending]);
        assert!(!mute.keeps_topics() && !mute.can_be_told());
        let outside = Standing {
            is_in: false,
            ..mute
        };
        assert_eq!(outside.lacks(), [Lack::Membership]);
    }

    #[test]
    fn commands_are_read_in_either_width_and_never_become_an_answer() {
        let note = |text: &str| Some(Ok(RoomCommand::Note(text.into())));
        assert_eq!(read_command("/note 折り返しは午後"), note("折り返しは午後"));
        assert_eq!(read_command("／ｎｏｔｅ　午後"), note("午後"));
        assert_eq!(read_command(" /Note@madoguchi_bot\n午後"), note("午後"));
        assert_eq!(read_command("/note"), note(""));
        assert_eq!(read_command("/close"), Some(Ok(RoomCommand::Close)));
        assert_eq!(read_command("/accept@x"), Some(Ok(RoomCommand::Accept)));
        for typo in ["/notes 内緒", "/nota 内緒", "/ note 内緒", "／メモ 内緒"] {
            assert_eq!(read_command(typo), Some(Err(NoSuchCommand)), "{typo}");
        }
        assert_eq!(read_command("12/8にお越しください"), None);
    }

    #[test]
    fn a_name_fits_into_a_topic() {
        let case = CaseId(1001);
        assert_eq!(topic_name(case, "暗証番号"), "K-1001 暗証番号");
        assert_eq!(topic_name(case, ""), "K-1001");
        assert_eq!(topic_name(case, &"あ".repeat(200)).chars().count(), 128);
    }
}
