//! The queue on a clerk's telephone.

use teloxide::types::Message;

use super::Taken;
use crate::app::App;
use crate::app::clerks::ClerkCommand;
use crate::desk::message::{Address, Channel};

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
