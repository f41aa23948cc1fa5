//! Telegram by the Bot API: updates in, messages out. The only user of teloxide.
//!
//! Updates are committed before they are acknowledged: the loop asks for more only when the whole batch is in the
//! inbox, and the webhook answers 200 only then (teloxide's own dispatcher acknowledges first, so a crash would lose
//! messages). Chats are worked on side by side, each in its order. Nothing a person wrote gets into the log.

mod carry;
mod clerk;
mod failure;
mod flood;
mod keyboard;
mod room;
mod topics;

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use futures_util::FutureExt;
use sha2::{Digest, Sha256};
use teloxide::payloads::{AnswerCallbackQuerySetters, GetUpdatesSetters, SetWebhookSetters};
use teloxide::prelude::Requester;
use teloxide::types::{
    AllowedUpdate, CallbackQuery, ChatId, ChatMemberKind, Message, MessageKind, Update, UpdateKind,
};
use tokio::sync::watch;

pub use carry::Carrier;
use failure::{explain, is_webhook_in_the_way, name};

use crate::app::clerks::ClerkCommand;
use crate::app::{App, AppError};
use crate::config::{Config, ConfigError};
use crate::desk::choice::Choice;
use crate::desk::faq::Action;
use crate::desk::language::Language;
use crate::desk::message::{Address, Channel, Incoming, Said, StaffAction, StaffIncoming};
use crate::desk::queue::talk::Pick;
use crate::desk::room::RoomSaid;
use crate::desk::rules::OfficeId;
use crate::ids::CaseId;

/// The header in which Telegram sends the webhook's secret back (Bot API, setWebhook).
pub const SECRET_HEADER: &str = "x-telegram-bot-api-secret-token";
/// How long one request for updates may stay open; below the client's own limit of 17 seconds.
const POLL_SECONDS: u32 = 10;
/// Waiting times after failed requests for updates, in seconds.
const BACKOFF_SECONDS: [u64; 5] = [1, 2, 5, 10, 30];

/// The kinds of updates the desk works with.
const ALLOWED: [AllowedUpdate; 4] = [
    AllowedUpdate::Message,
    AllowedUpdate::EditedMessage,
    AllowedUpdate::CallbackQuery,
    AllowedUpdate::MyChatMember,
];

/// The bot and what it was told about itself.
#[derive(Clone)]
pub struct Bot {
    api: teloxide::Bot,
    /// The staff's group, whose id changes when Telegram makes it a supergroup.
    staff_chat: Option<Arc<AtomicI64>>,
    /// The bot's own number, with which its token begins.
    id: Option<u64>,
    /// What it may do in the staff's group, as far as it knows.
    room: Arc<room::Room>,
    webhook: Option<(String, String)>,
    flood: Arc<flood::Flood>,
}

impl Bot {
    /// The bot, when there is a token for one.
    ///
    /// # Errors
    /// An address that is none, or a webhook without its secret.
    pub fn from_config(config: &Config) -> Result<Option<Bot>, ConfigError> {
        let fault = |what: String| ConfigError {
            file: "configuration".into(),
            what,
        };
        let Some(token) = &config.secrets.telegram_token else {
            return Ok(None);
        };
        let telegram = &config.telegram;
        let url = telegram.api_url.parse().map_err(|error| {
            fault(format!(
                "telegram.api_url “{}”: {error}; write it like https://api.telegram.org",
                telegram.api_url
            ))
        })?;
        let webhook = match (&telegram.webhook_url, &config.secrets.webhook_secret) {
            (None, _) => None,
            (Some(url), Some(secret)) => Some((url.clone(), secret.clone())),
            (Some(_), None) => {
                return Err(fault(
                    "telegram.webhook_url needs MADOGUCHI_WEBHOOK_SECRET in the environment".into(),
                ));
            }
        };
        let api = teloxide::Bot::new(token).set_api_url(url);
        Ok(Some(Bot {
            api,
            staff_chat: telegram
                .staff_chat
                .map(|chat| Arc::new(AtomicI64::new(chat))),
            id: token.split(':').next().and_then(|id| id.parse().ok()),
            room: Arc::default(),
            webhook,
            flood: Arc::new(flood::Flood::new(&config.web)),
        }))
    }

    /// Looks up whether the staff's group has got another id since the configuration was written, and whether it is
    /// another group than at the last start.
    ///
    /// # Errors
    /// The database fails.
    pub async fn recall(&self, app: &App) -> Result<(), AppError> {
        if let Some(chat) = app.staff_chat_moved().await? {
            self.staff_moved(&chat);
        }
        match self.staff() {
            Some(chat) => app.enter_staff_room(chat).await,
            None => Ok(()),
        }
    }

    /// Whether Telegram pushes updates to us.
    #[must_use]
    pub fn is_pushed(&self) -> bool {
        self.webhook.is_some()
    }

    /// Compares digests, so that the time taken tells nothing about the secret.
    #[must_use]
    pub fn is_secret(&self, given: &str) -> bool {
        let Some((_, secret)) = &self.webhook else {
            return false;
        };
        Sha256::digest(given.as_bytes()) == Sha256::digest(secret.as_bytes())
    }

    /// Tells Telegram where to push.
    ///
    /// # Errors
    /// Telegram refuses or cannot be reached.
    pub async fn set_webhook(&self) -> Result<(), ConfigError> {
        let Some((url, secret)) = &self.webhook else {
            return Ok(());
        };
        let fault = |what: &str| ConfigError {
            file: "telegram.webhook_url".into(),
            what: what.to_owned(),
        };
        let address = format!("{}/telegram", url.trim_end_matches('/'));
        let address = address
            .parse()
            .map_err(|_| fault("this is not an address; write it like https://…"))?;
        let request = self
            .api
            .set_webhook(address)
            .secret_token(secret.clone())
            .allowed_updates(ALLOWED);
        request.await.map(drop).map_err(|error| {
            fault(&format!(
                "Telegram did not take the webhook: {}",
                name(&error)
            ))
        })
    }

    fn chat_of(&self, address: &Address) -> Option<ChatId> {
        match address.channel {
            Channel::Staff => self.staff().map(ChatId),
            Channel::Telegram => address.id.parse().ok().map(ChatId),
            Channel::Web | Channel::Console | Channel::Desk => None,
        }
    }

    fn staff(&self) -> Option<i64> {
        let chat = self.staff_chat.as_ref()?;
        Some(chat.load(Ordering::Relaxed))
    }

    fn staff_moved(&self, to: &str) {
        if let (Some(chat), Ok(to)) = (&self.staff_chat, to.parse()) {
            chat.store(to, Ordering::Relaxed);
            self.room.doubt();
        }
    }

    /// Updates are either pushed or asked for; an old webhook would refuse us.
    async fn remove_webhook(&self, stopped: &mut watch::Receiver<bool>) {
        tokio::select! {
            _ = stopped.wait_for(|stopped| *stopped) => {}
            removed = async { self.api.delete_webhook().await } => if let Err(error) = removed {
                tracing::warn!(error = name(&error), "the old webhook could not be removed");
            }
        }
    }
}

/// Asks for updates until the stop. A batch is acknowledged by asking for what comes after it.
pub async fn poll(app: App, bot: Bot, mut stopped: watch::Receiver<bool>) {
    let mut offset = 0;
    let mut failures = 0;
    bot.remove_webhook(&mut stopped).await;
    loop {
        let request = bot
            .api
            .get_updates()
            .offset(offset)
            .timeout(POLL_SECONDS)
            .limit(100)
            .allowed_updates(ALLOWED);
        let updates = tokio::select! {
            _ = stopped.wait_for(|stopped| *stopped) => return,
            updates = async { request.await } => updates,
        };
        let failed = match updates {
            Ok(updates) => {
                let next = updates.iter().map(|update| update.id.as_offset()).max();
                let taken = take_batch(&app, &bot, updates).await;
                if let (Ok(()), Some(next)) = (&taken, next) {
                    offset = next;
                }
                taken.map_err(
                    |_| "the database did not take the updates; they will be asked for again",
                )
            }
            Err(error) => {
                if is_webhook_in_the_way(&error) {
                    bot.remove_webhook(&mut stopped).await;
                }
                Err(explain(&error))
            }
        };
        match failed {
            Ok(()) => failures = 0,
            Err(why) => {
                let wait = BACKOFF_SECONDS[failures.min(BACKOFF_SECONDS.len() - 1)];
                failures += 1;
                tracing::warn!(why, wait_seconds = wait, "no updates from Telegram");
                tokio::select! {
                    _ = stopped.wait_for(|stopped| *stopped) => return,
                    () = tokio::time::sleep(Duration::from_secs(wait)) => {}
                }
            }
        }
    }
}

/// Takes a batch: chats side by side, each chat's updates in their order.
async fn take_batch(app: &App, bot: &Bot, updates: Vec<Update>) -> Result<(), AppError> {
    let mut chats: BTreeMap<i64, Vec<Update>> = BTreeMap::new();
    for update in updates {
        let chat = update.chat().map_or(0, |chat| chat.id.0);
        chats.entry(chat).or_default().push(update);
    }
    let mut tasks = tokio::task::JoinSet::new();
    for mut updates in chats.into_values() {
        updates.sort_by_key(|update| update.id.0);
        let (app, bot) = (app.clone(), bot.clone());
        tasks.spawn(async move {
            for update in updates {
                take_whole(&app, &bot, update).await?;
            }
            Ok::<(), AppError>(())
        });
    }
    let mut result = Ok(());
    while let Some(done) = tasks.join_next().await {
        result = result.and(done.unwrap_or(Err(AppError::Panic)));
    }
    result
}

/// Takes one pushed update.
///
/// # Errors
/// The database fails; Telegram will push the update again.
pub async fn take_pushed(app: &App, bot: &Bot, body: &[u8]) -> Result<(), AppError> {
    match serde_json::from_slice::<Update>(body) {
        Ok(update) => take_whole(app, bot, update).await,
        Err(_) => {
            // Its content may be personal, so the log does not name it. Pushing it again would not help.
            tracing::warn!("a pushed update could not be read and was left out");
            Ok(())
        }
    }
}

/// What an update means for the desk.
#[derive(Debug)]
enum Taken {
    Citizen(Incoming),
    Staff(StaffIncoming),
    /// A clerk runs the queue.
    Clerk {
        key: String,
        name: String,
        address: Address,
        command: ClerkCommand,
    },
    /// Somebody ties their account to a name of the roster.
    Link {
        key: String,
        user: i64,
        address: Address,
        code: String,
    },
    /// Somebody in the staff's group may not do what they have pressed or sent.
    Refused {
        key: String,
        address: Address,
    },
    /// The person has blocked the bot or left.
    Gone(Address),
    /// Somebody in the staff's group is told how it works.
    Hint {
        key: String,
        case: Option<CaseId>,
        said: RoomSaid,
    },
    /// Plain talk in the topic of a case: the group and the topic.
    Talk {
        key: String,
        case: CaseId,
        place: (i64, i64),
    },
    /// The desk may do more or less in the staff's group than before.
    Standing,
    /// The staff's group or a chat got another id.
    Moved {
        from: Address,
        to: String,
    },
    Nothing,
}

/// An update that makes us panic would come again for ever and hold up everybody: it is left out.
async fn take_whole(app: &App, bot: &Bot, update: Update) -> Result<(), AppError> {
    let id = update.id.0;
    let taken = AssertUnwindSafe(take(app, bot, update))
        .catch_unwind()
        .await;
    match taken.unwrap_or(Err(AppError::Panic)) {
        Err(AppError::Panic) => {
            tracing::error!(
                update = id,
                "an update made the desk panic and was left out"
            );
            Ok(())
        }
        taken => taken,
    }
}

async fn take(app: &App, bot: &Bot, update: Update) -> Result<(), AppError> {
    let Some(chat) = flood::counted(bot, &update) else {
        return take_in(app, bot, update).await;
    };
    if bot.flood.take(chat).is_err() {
        flood::turn_away(app, bot, chat);
        return Ok(());
    }
    let taken = take_in(app, bot, update).await;
    if taken.is_err() {
        // It comes again, and is not to be counted twice.
        bot.flood.give_back(chat);
    }
    taken
}

async fn take_in(app: &App, bot: &Bot, update: Update) -> Result<(), AppError> {
    let query = match &update.kind {
        UpdateKind::CallbackQuery(query) => Some(query.id.clone()),
        _ => None,
    };
    match translate(app, bot, &update)? {
        Taken::Citizen(incoming) => drop(app.receive(incoming).await?),
        Taken::Staff(incoming) => drop(app.serve(incoming).await?),
        Taken::Clerk {
            key,
            name,
            address,
            command,
        } => drop(app.clerk_command(key, name, address, command).await?),
        Taken::Link {
            key,
            user,
            address,
            code,
        } => drop(app.link_telegram(key, user, address, &code).await?),
        Taken::Refused { key, address } => drop(app.refuse_staff(key, address).await?),
        Taken::Gone(address) => app.mark_gone(address).await?,
        Taken::Moved { from, to } => {
            if from.channel == Channel::Staff {
                bot.staff_moved(&to);
            }
            let is_staff = from.channel == Channel::Staff;
            app.mark_moved(from, to).await?;
            if is_staff {
                bot.look_around(app);
            }
        }
        Taken::Hint { key, case, said } => app.hint_staff(key, case, said).await?,
        Taken::Talk { key, case, place } => app.hint_talkers(key, case, place).await?,
        Taken::Standing => bot.look_around(app),
        Taken::Nothing => {}
    }
    if let Some(id) = query {
        // The client shows a spinner until it is answered; a late answer is refused, which does no harm.
        let api = bot.api.clone();
        tokio::spawn(async move { drop(api.answer_callback_query(id).cache_time(0).await) });
    }
    Ok(())
}

fn translate(app: &App, bot: &Bot, update: &Update) -> Result<Taken, AppError> {
    let id = update.id.0;
    match &update.kind {
        UpdateKind::Message(message) => message_taken(app, bot, id, message),
        UpdateKind::EditedMessage(message) if bot.staff() == Some(message.chat.id.0) => {
            clerk::edit_taken(app, bot, message)
        }
        UpdateKind::EditedMessage(message) => Ok(edit_taken(id, message)),
        UpdateKind::CallbackQuery(query) => press_taken(app, bot, id, query),
        UpdateKind::MyChatMember(member) if bot.staff() == Some(member.chat.id.0) => {
            bot.room.doubt();
            Ok(Taken::Standing)
        }
        UpdateKind::MyChatMember(member) => {
            let gone = matches!(
                member.new_chat_member.kind,
                ChatMemberKind::Banned(_) | ChatMemberKind::Left
            );
            let address = Address::new(Channel::Telegram, member.chat.id.to_string());
            Ok(if gone && member.chat.is_private() {
                Taken::Gone(address)
            } else {
                Taken::Nothing
            })
        }
        UpdateKind::Error(_) => {
            tracing::warn!(update = id, "an update of an unknown shape was left out");
            Ok(Taken::Nothing)
        }
        _ => Ok(Taken::Nothing),
    }
}

/// The key holds more than the update's number: after a quiet week Telegram starts the numbers anew (Bot API, Update).
fn message_taken(app: &App, bot: &Bot, id: u32, message: &Message) -> Result<Taken, AppError> {
    let chat = message.chat.id;
    if let Some(to) = migrated(message) {
        let from = if bot.staff() == Some(chat.0) {
            Address::staff()
        } else {
            Address::new(Channel::Telegram, chat.to_string())
        };
        let to = to.to_string();
        return Ok(Taken::Moved { from, to });
    }
    let key = format!("tg:{id}:{chat}:{}", message.id);
    // Those on the roster run the queue from their telephones, in the group or alone with the bot.
    let from_staff = bot.staff() == Some(chat.0);
    if let Some(taken) = clerk::queue_command(app, key.clone(), message, from_staff)? {
        return Ok(taken);
    }
    if from_staff {
        return clerk::staff_message(app, bot, key, message);
    }
    if !message.chat.is_private() {
        return Ok(Taken::Nothing);
    }
    let said = match message.text() {
        Some(text) => read_text(text),
        None if is_service(message) => return Ok(Taken::Nothing),
        None => Said::Unintelligible,
    };
    Ok(Taken::Citizen(from_citizen(key, message, said)))
}

/// An edited text of a citizen. The words below a picture were no text before either. The key names the edit, not the
/// message: each has its effect.
fn edit_taken(id: u32, message: &Message) -> Taken {
    let text = message.text().filter(|_| message.chat.is_private());
    let Some(text) = text else {
        return Taken::Nothing;
    };
    let key = format!("tg:{id}:{}:{}", message.chat.id, message.id);
    Taken::Citizen(from_citizen(key, message, Said::Edited(text.to_owned())))
}

fn from_citizen(key: String, message: &Message, said: Said) -> Incoming {
    let hint = message
        .from
        .as_ref()
        .and_then(|user| user.language_code.as_deref())
        .and_then(Language::from_tag);
    Incoming {
        key,
        from: Address::new(Channel::Telegram, message.chat.id.to_string()),
        hint,
        chosen: None,
        said,
        pressed: None,
        pulled: false,
    }
}

/// Telegram's own commands; everything else is text.
fn read_text(text: &str) -> Said {
    let command = text.split_whitespace().next().unwrap_or_default();
    let command = command.split('@').next().unwrap_or_default();
    // The code at the entrance leads here: t.me/<bot>?start=here-<office> (Bot API, "Deep linking").
    let office = text.strip_prefix("/start here-").and_then(OfficeId::read);
    if let Some(office) = office {
        return Said::Choice(Choice::Queue(Pick::HereAt(office)));
    }
    match command {
        "/start" => Said::Start,
        "/stop" => Said::Choice(Choice::Stop),
        "/help" => Said::Text("help".into()),
        "/language" | "/lang" => Said::Choice(Choice::Action(Action::Language)),
        "/staff" => Said::Choice(Choice::Action(Action::Staff)),
        "/reservation" => Said::Choice(Choice::Action(Action::MyReservation)),
        _ => Said::Text(text.to_owned()),
    }
}

fn migrated(message: &Message) -> Option<ChatId> {
    message.migrate_to_chat_id().copied()
}

/// Messages that Telegram writes itself, such as "pinned" or "joined".
fn is_service(message: &Message) -> bool {
    !matches!(message.kind, MessageKind::Common(_))
}

fn press_taken(app: &App, bot: &Bot, id: u32, query: &CallbackQuery) -> Result<Taken, AppError> {
    let Some(message) = &query.message else {
        return Ok(Taken::Nothing);
    };
    let chat = message.chat().id;
    let choice = query.data.as_deref().and_then(Choice::read);
    let key = format!("tg:{id}:{chat}:{}", query.id);
    if bot.staff() == Some(chat.0) {
        let action = match choice {
            Some(Choice::AcceptCase(case)) => StaffAction::Accept(case),
            Some(Choice::CloseCase(case)) => StaffAction::Close(case),
            _ => StaffAction::Help,
        };
        let Some(clerk) = clerk::answerer(app, Some(query.from.id.0), action.case())? else {
            let address = Address::staff();
            return Ok(Taken::Refused { key, address });
        };
        return Ok(Taken::Staff(StaffIncoming { key, clerk, action }));
    }
    if !message.chat().is_private() {
        return Ok(Taken::Nothing);
    }
    Ok(Taken::Citizen(Incoming {
        key,
        from: Address::new(Channel::Telegram, chat.to_string()),
        hint: query
            .from
            .language_code
            .as_deref()
            .and_then(Language::from_tag),
        chosen: None,
        // A button from a version that is gone leads back to where the conversation stands.
        said: Said::Choice(choice.unwrap_or(Choice::Resume)),
        pressed: Some(i64::from(message.id().0)),
        pulled: false,
    }))
}
