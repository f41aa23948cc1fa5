//! The methods of the Bot API, apart from the long poll.

use serde_json::{Value, json};

use super::forum;
use super::reply::{Outcome, Params, Refusal};
use super::state::{Answer, Author, Draft, Sent, State, Webhook};
use super::text;

const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply \
    markup are exactly the same as a current content and reply markup of the message";
const QUERY_TOO_OLD: &str = "query is too old and response timeout expired or query ID is invalid";

/// Carries out a method, whose name is in lower case.
pub(super) fn perform(state: &mut State, method: &str, params: &Params) -> Outcome {
    if let Some(outcome) = forum::perform(state, method, params) {
        return outcome;
    }
    match method {
        "sendmessage" => send_message(state, params),
        "sendvoice" => send_voice(state, params),
        "editmessagetext" => edit_text(state, params),
        "editmessagereplymarkup" => edit_markup(state, params),
        "answercallbackquery" => answer_query(state, params),
        "sendchataction" => chat_of(state, params).map(|_| true.into()),
        "getme" => Ok(me(state)),
        "getfile" => get_file(state, params),
        "setwebhook" => set_webhook(state, params),
        "deletewebhook" => {
            state.webhook = None;
            if params.flag("drop_pending_updates") {
                state.queue.clear();
            }
            Ok(true.into())
        }
        "getwebhookinfo" => Ok(webhook_info(state)),
        "setmycommands"
        | "deletemycommands"
        | "setmydescription"
        | "setmyshortdescription"
        | "setmyname"
        | "setchatmenubutton" => Ok(true.into()),
        _ => Err(Refusal::new(404, "Not Found: method not found")),
    }
}

/// The chat a call is about: named in it, or the one of the button that was pressed.
pub(super) fn chat_concerned(state: &State, params: &Params) -> Option<i64> {
    params.integer("chat_id").or_else(|| {
        let query = state.queries.get(params.text("callback_query_id")?)?;
        Some(query.chat)
    })
}

pub(super) fn chat_of(state: &State, params: &Params) -> Result<i64, Refusal> {
    if params
        .0
        .get("chat_id")
        .is_none_or(|chat| chat.is_null() || chat == "")
    {
        return Err(Refusal::bad("chat_id is empty"));
    }
    let chat = params
        .integer("chat_id")
        .filter(|&chat| state.knows_chat(chat));
    chat.ok_or_else(|| Refusal::bad("chat not found"))
}

fn me(state: &State) -> Value {
    let mut me = state.author_json(Author::Bot);
    for ability in [
        "can_join_groups",
        "can_read_all_group_messages",
        "supports_inline_queries",
        "can_connect_to_business",
        "has_main_web_app",
    ] {
        me[ability] = (ability == "can_join_groups").into();
    }
    me
}

fn send_message(state: &mut State, params: &Params) -> Outcome {
    let chat = chat_of(state, params)?;
    let parse_mode = params.text("parse_mode");
    let text = text::shown_text(params.text("text"), parse_mode, "message is too long")?;
    send(state, params, chat, "sendmessage", text)
}

fn send_voice(state: &mut State, params: &Params) -> Outcome {
    let chat = chat_of(state, params)?;
    if !params.0.contains_key("voice") {
        return Err(Refusal::bad("there is no voice in the request"));
    }
    let caption = params.text("caption").unwrap_or_default().to_owned();
    send(state, params, chat, "sendvoice", caption)
}

fn send(
    state: &mut State,
    params: &Params,
    chat: i64,
    method: &'static str,
    text: String,
) -> Outcome {
    let markup = params.json("reply_markup");
    let buttons = text::keyboard(markup.as_ref())?;
    if state.blockers.contains(&chat) {
        return Err(Refusal::new(403, "Forbidden: bot was blocked by the user"));
    }
    let reply_to = reply_to(state, params, chat)?;
    let thread = forum::thread_of(state, chat, params)?;
    let author = Author::Bot;
    let sent = state.post(Draft {
        chat,
        author,
        method,
        text,
        buttons,
        markup,
        reply_to,
        thread,
    });
    Ok(state.message_json(&sent))
}

/// The message to be answered, in the shape of today or of before 2024.
fn reply_to(state: &State, params: &Params, chat: i64) -> Result<Option<i64>, Refusal> {
    let today = params.json("reply_parameters");
    let (id, lenient) = match &today {
        Some(reply) => (
            reply["message_id"].as_i64(),
            reply["allow_sending_without_reply"] == true,
        ),
        None => (
            params.integer("reply_to_message_id"),
            params.flag("allow_sending_without_reply"),
        ),
    };
    match id {
        Some(id) if !state.recording || state.message(chat, id).is_some() => Ok(Some(id)),
        Some(_) if !lenient => Err(Refusal::bad("message to be replied not found")),
        _ => Ok(None),
    }
}

fn edit_text(state: &mut State, params: &Params) -> Outcome {
    let message = message_to_edit(state, params)?;
    let parse_mode = params.text("parse_mode");
    let text = text::shown_text(params.text("text"), parse_mode, "MESSAGE_TOO_LONG")?;
    edit(state, params, &message, text)
}

fn edit_markup(state: &mut State, params: &Params) -> Outcome {
    let message = message_to_edit(state, params)?;
    let text = message.text.clone();
    edit(state, params, &message, text)
}

fn message_to_edit(state: &State, params: &Params) -> Result<Sent, Refusal> {
    let chat = chat_of(state, params)?;
    let id = params.integer("message_id");
    let id = id.ok_or_else(|| Refusal::bad("message identifier is not specified"))?;
    let message = state.message(chat, id);
    let message = message.ok_or_else(|| Refusal::bad("message to edit not found"))?;
    if message.by_bot() {
        Ok(message.clone())
    } else {
        Err(Refusal::bad("message can't be edited"))
    }
}

fn edit(state: &mut State, params: &Params, message: &Sent, text: String) -> Outcome {
    let markup = params.json("reply_markup");
    let buttons = text::keyboard(markup.as_ref())?;
    if text == message.text && buttons == message.buttons {
        return Err(Refusal::bad(NOT_MODIFIED));
    }
    let edited = state
        .edit((message.chat, message.message_id), text, buttons, markup)
        .cloned();
    let edited = edited.ok_or_else(|| Refusal::bad("message to edit not found"))?;
    Ok(state.message_json(&edited))
}

fn answer_query(state: &mut State, params: &Params) -> Outcome {
    let id = params.text("callback_query_id").unwrap_or_default();
    let query = state.queries.get(id).filter(|query| !query.expired);
    let chat = query.ok_or_else(|| Refusal::bad(QUERY_TOO_OLD))?.chat;
    let text = params
        .text("text")
        .filter(|text| !text.is_empty())
        .map(str::to_owned);
    if text.as_ref().is_some_and(|text| text.chars().count() > 200) {
        return Err(Refusal::bad("MESSAGE_TOO_LONG"));
    }
    let alert = params.flag("show_alert");
    state.answers.push(Answer {
        query: id.to_owned(),
        chat,
        text,
        alert,
    });
    Ok(true.into())
}

fn get_file(state: &State, params: &Params) -> Outcome {
    let id = params.text("file_id").unwrap_or_default();
    let content = state
        .files
        .get(id)
        .ok_or_else(|| Refusal::bad("invalid file_id"))?;
    Ok(json!({
        "file_id": id, "file_unique_id": id, "file_size": content.len(),
        "file_path": format!("voice/{id}.oga"),
    }))
}

fn set_webhook(state: &mut State, params: &Params) -> Outcome {
    let url = params.text("url").unwrap_or_default().to_owned();
    let secret_token = params
        .text("secret_token")
        .filter(|token| !token.is_empty());
    let allowed = |sign: char| sign.is_ascii_alphanumeric() || "_-".contains(sign);
    if secret_token.is_some_and(|token| token.len() > 256 || !token.chars().all(allowed)) {
        return Err(Refusal::bad("secret token contains unallowed characters"));
    }
    if !url.is_empty() && !url.contains("://") {
        return Err(Refusal::bad("bad webhook: invalid URL"));
    }
    let secret_token = secret_token.map(str::to_owned);
    state.webhook = (!url.is_empty()).then_some(Webhook { url, secret_token });
    note_allowed_updates(state, params);
    if params.flag("drop_pending_updates") {
        state.queue.clear();
    }
    Ok(true.into())
}

/// Remembers which updates the bot asked for; as with Telegram, silence leaves the earlier
/// choice in force.
pub(super) fn note_allowed_updates(state: &mut State, params: &Params) {
    if let Some(Value::Array(kinds)) = params.json("allowed_updates") {
        let kinds = kinds
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
        state.allowed_updates = Some(kinds);
    }
}

fn webhook_info(state: &State) -> Value {
    let mut info = json!({
        "url": state.webhook.as_ref().map_or("", |webhook| webhook.url.as_str()),
        "has_custom_certificate": false,
        "pending_update_count": state.queue.len(),
    });
    if let Some(kinds) = &state.allowed_updates {
        info["allowed_updates"] = kinds.clone().into();
    }
    info
}
