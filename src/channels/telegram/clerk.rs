//! What the staff send from their telephones: replies to citizens, and the queue.

use teloxide::types::Message;

use super::Taken;
use crate::app::clerks::{CASES_IN_GROUP, ClerkCommand};
use crate::app::{App, AppError};
use crate::desk::message::{Address, Channel, StaffAction, StaffIncoming};
use crate::ids::CaseId;

/// What a page of somebody tells them to send, before the code (Bot API, "Deep linking").
const LINK: &str = "/start link-";

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

/// Whether the account on Telegram is somebody's who answers cases: being in the staff's group is not enough.
pub(super) fn answers_cases(app: &App, user: Option<u64>) -> Result<bool, AppError> {
    let Some(user) = user.and_then(|id| i64::try_from(id).ok()) else {
        return Ok(false);
    };
    let (roster, today) = (app.roster()?, app.today());
    let person = roster.by_telegram(user, today);
    Ok(person.is_some_and(|person| roster.may(&person.name, CASES_IN_GROUP, today)))
}

/// In the staff's group a reply to one of our messages goes to the citizen; everything else is the staff's own talk.
pub(super) fn staff_message(app: &App, key: String, message: &Message) -> Result<Taken, AppError> {
    let Some(replied) = message.reply_to_message() else {
        return Ok(Taken::Nothing);
    };
    if !replied.from.as_ref().is_some_and(|user| user.is_bot) {
        return Ok(Taken::Nothing);
    }
    if !answers_cases(app, message.from.as_ref().map(|user| user.id.0))? {
        let address = Address::staff();
        return Ok(Taken::Refused { key, address });
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
