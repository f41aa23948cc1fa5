//! What the staff send from their telephones: replies to citizens, notes, and the queue.

use teloxide::types::Message;

use super::{Bot, Taken};
use crate::app::clerks::{CASES_IN_GROUP, ClerkCommand};
use crate::app::{App, AppError};
use crate::desk::message::{Address, Channel, StaffAction, StaffIncoming};
use crate::desk::room::{NoSuchCommand, RoomCommand, RoomSaid, read_command};
use crate::ids::CaseId;

/// What a page of somebody tells them to send, before the code (Bot API, "Deep linking").
const LINK: &str = "/start link-";

/// A command of somebody on the roster; nothing for anybody else, and for any other text.
pub(super) fn queue_command(
    app: &App,
    key: String,
    message: &Message,
    from_staff: bool,
) -> Result<Option<Taken>, AppError> {
    let user = message.from.as_ref().map(|user| user.id.0);
    let user = user.and_then(|id| i64::try_from(id).ok());
    let (Some(text), Some(user)) = (message.text(), user) else {
        return Ok(None);
    };
    if let Some(code) = text
        .strip_prefix(LINK)
        .filter(|_| message.chat.is_private())
    {
        return Ok(Some(Taken::Link {
            key,
            user,
            address: Address::new(Channel::Telegram, message.chat.id.to_string()),
            code: code.to_owned(),
        }));
    }
    let Some(command) = ClerkCommand::read(text) else {
        return Ok(None);
    };
    let roster = app.roster()?;
    let Some(person) = roster.by_telegram(user, app.today()) else {
        return Ok(None);
    };
    let chat = message.chat.id;
    let address = if from_staff {
        Address::staff()
    } else if message.chat.is_private() {
        Address::new(Channel::Telegram, chat.to_string())
    } else {
        return Ok(None);
    };
    Ok(Some(Taken::Clerk {
        key,
        name: person.name.clone(),
        address,
        command,
    }))
}

/// The name of whose account on Telegram this is, if they answer this case, or any where none is named: being in the
/// staff's group is not enough.
pub(super) fn answerer(
    app: &App,
    user: Option<u64>,
    case: Option<CaseId>,
) -> Result<Option<String>, AppError> {
    let Some(user) = user.and_then(|id| i64::try_from(id).ok()) else {
        return Ok(None);
    };
    let (roster, today) = (app.roster()?, app.today());
    let person = roster.by_telegram(user, today);
    let office = case.map_or(Ok(None), |case| app.case_office(case))?;
    let may = |name: &str| roster.may_about(name, CASES_IN_GROUP, office.as_ref(), today);
    let person = person.filter(|person| may(&person.name));
    Ok(person.map(|person| person.name.clone()))
}

/// In the staff's group a reply to one of our messages goes to the citizen, unless it begins like a command. Everything
/// else is the staff's own talk.
pub(super) fn staff_message(
    app: &App,
    bot: &Bot,
    key: String,
    message: &Message,
) -> Result<Taken, AppError> {
    if super::is_service(message) {
        return Ok(Taken::Nothing);
    }
    let replied = answered(message).filter(|replied| bot.wrote(replied));
    let case = case_at(app, message, replied)?;
    let command = message.text().and_then(read_command);
    if command.is_none() && replied.is_none() {
        let place = thread_of(message).map(|thread| (message.chat.id.0, thread));
        return Ok(match (case, place) {
            (Some(case), Some(place)) => Taken::Talk { key, case, place },
            _ => Taken::Nothing,
        });
    }
    // Outside of cases a command may be meant for another bot.
    if matches!(command, Some(Err(NoSuchCommand))) && case.is_none() && replied.is_none() {
        return Ok(Taken::Nothing);
    }
    let Some(clerk) = answerer(app, message.from.as_ref().map(|user| user.id.0), case)? else {
        let address = Address::staff();
        return Ok(Taken::Refused { key, address });
    };
    if let Some(command) = command {
        return Ok(command_taken(key, clerk, case, command));
    }
    let action = match (case, message.text()) {
        (Some(case), Some(text)) => StaffAction::Reply {
            case,
            text: text.to_owned(),
        },
        // A picture cannot be passed on, and the clerk must not believe it was.
        (Some(_), None) => {
            // One word for an album, whose pictures come one by one.
            let album = message.media_group_id();
            let key = album.map_or(key, |album| format!("tg-album:{}", album.0));
            let said = RoomSaid::OnlyWords;
            return Ok(Taken::Hint { key, case, said });
        }
        // A reply that belongs to no case must not vanish silently.
        (None, _) => StaffAction::Reply {
            case: CaseId(0),
            text: String::new(),
        },
    };
    Ok(staff(key, clerk, action))
}

/// Somebody edits what they wrote. If it was an answer, the citizen keeps the first text, and the clerk must know.
pub(super) fn edit_taken(app: &App, bot: &Bot, message: &Message) -> Result<Taken, AppError> {
    let Some(replied) = answered(message).filter(|replied| bot.wrote(replied)) else {
        return Ok(Taken::Nothing);
    };
    let Some(case) = case_at(app, message, Some(replied))? else {
        return Ok(Taken::Nothing);
    };
    let (chat, number) = (message.chat.id.0, i64::from(message.id.0));
    if !app.was_passed_on(case, chat, number)? {
        return Ok(Taken::Nothing);
    }
    Ok(Taken::Hint {
        // However often it is edited.
        key: format!("tg-edit:{chat}:{number}"),
        case: Some(case),
        said: RoomSaid::FirstTextStands(case),
    })
}

/// What begins like a command is never passed on to a citizen, not even with a slip of the pen in it.
fn command_taken(
    key: String,
    clerk: String,
    case: Option<CaseId>,
    command: Result<RoomCommand, NoSuchCommand>,
) -> Taken {
    let hint = |key, said| Taken::Hint { key, case, said };
    match (command, case) {
        (Ok(RoomCommand::Note(text)), Some(case)) if !text.is_empty() => {
            staff(key, clerk, StaffAction::Note { case, text })
        }
        (Ok(RoomCommand::Note(_)), _) => hint(key, RoomSaid::HowToNote),
        (Ok(RoomCommand::Accept), Some(case)) => staff(key, clerk, StaffAction::Accept(case)),
        (Ok(RoomCommand::Close), Some(case)) => staff(key, clerk, StaffAction::Close(case)),
        (Err(NoSuchCommand), _) => hint(key, RoomSaid::NoSuchCommand),
        (Ok(RoomCommand::Accept | RoomCommand::Close), None) => {
            staff(key, clerk, StaffAction::Help)
        }
    }
}

fn staff(key: String, clerk: String, action: StaffAction) -> Taken {
    Taken::Staff(StaffIncoming { key, clerk, action })
}

/// The message that somebody answers. In a topic every message that answers nothing names the message at the topic's
/// top instead (Bot API, Message); that is no answer to anybody.
fn answered(message: &Message) -> Option<&Message> {
    let replied = message.reply_to_message()?;
    let is_top = message.is_topic_message
        && message
            .thread_id
            .is_some_and(|thread| thread.0 == replied.id);
    (!is_top && !super::is_service(replied)).then_some(replied)
}

fn thread_of(message: &Message) -> Option<i64> {
    let thread = message.thread_id.filter(|_| message.is_topic_message)?;
    Some(i64::from(thread.0.0))
}

/// The case that a message is about: that of its topic, or of the message of ours that it answers.
fn case_at(
    app: &App,
    message: &Message,
    replied: Option<&Message>,
) -> Result<Option<CaseId>, AppError> {
    let (chat, thread) = (message.chat.id.0, thread_of(message));
    match (replied, thread) {
        (Some(replied), _) => app.case_of_room_message(chat, thread, i64::from(replied.id.0)),
        (None, Some(thread)) => app.case_of_topic(chat, thread),
        (None, None) => Ok(None),
    }
}

impl Bot {
    /// Whether the bot itself wrote a message; there may be others in the group.
    fn wrote(&self, message: &Message) -> bool {
        let author = message.from.as_ref();
        author.is_some_and(|user| user.is_bot && self.id.is_none_or(|id| user.id.0 == id))
    }
}
