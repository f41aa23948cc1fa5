//! What the staff send from their telephones: replies to citizens, and the queue.

use teloxide::types::Message;

use super::Taken;
use crate::app::clerks::ClerkCommand;
use crate::app::{App, AppError};
use crate::desk::message::{Address, Channel, StaffAction, StaffIncoming};
use crate::ids::CaseId;

/// How somebody of the staff is named in the log of what was done, where the roster does not know them.
pub(super) fn name(user: Option<u64>) -> String {
    user.map_or_else(|| "telegram".to_owned(), |id| format!("telegram:{id}"))
}

/// A command of somebody on the roster; nothing for anybody else, and for any other text.
pub(super) fn command(
    app: &App,
    key: String,
    message: &Message,
    from_staff: bool,
) -> Option<Taken> {
    let command = ClerkCommand::read(message.text()?)?;
    let user = i64::try_from(message.from.as_ref()?.id.0).ok()?;
    let (name, _) = app.config().staff.by_telegram(user)?;
    let chat = message.chat.id;
    let address = if from_staff {
        Address::staff()
    } else if message.chat.is_private() {
        Address::new(Channel::Telegram, chat.to_string())
    } else {
        return None;
    };
    Some(Taken::Clerk {
        key,
        name: name.to_owned(),
        address,
        command,
    })
}

/// In the staff's group a reply to one of our messages goes to the citizen; everything else is the staff's own talk.
pub(super) fn staff_message(app: &App, key: String, message: &Message) -> Result<Taken, AppError> {
    let Some(replied) = message.reply_to_message() else {
        return Ok(Taken::Nothing);
    };
    if !replied.from.as_ref().is_some_and(|user| user.is_bot) {
        return Ok(Taken::Nothing);
    }
    let number = i64::from(replied.id.0);
    let case = app.case_of_staff_message(number)?;
    let action = match (case, message.text()) {
        (Some(case), Some(text)) => StaffAction::Reply {
            case,
            text: text.to_owned(),
        },
        // A picture cannot be passed on, and the clerk must not believe it was.
        (Some(_), None) => StaffAction::Help,
        // A reply that belongs to no case must not vanish silently.
        (None, _) => StaffAction::Reply {
            case: CaseId(0),
            text: String::new(),
        },
    };
    Ok(Taken::Staff(StaffIncoming {
        key,
        clerk: name(message.from.as_ref().map(|user| user.id.0)),
        action,
    }))
}
