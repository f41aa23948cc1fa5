//! The plainest bot that teloxide can be, to compare the time of others with.

use teloxide::RequestError;
use teloxide::dispatching::Dispatcher;
use teloxide::dispatching::UpdateFilterExt;
use teloxide::dptree;
use teloxide::prelude::{Bot, Message, Requester, Update};
use tokio::sync::oneshot;

/// Echoes every text by long polling until `stop` is told or dropped, then hands in what it
/// has begun and returns. One resident's messages are answered in order, as by default.
pub async fn echo_bot(token: &str, url: &str, stop: oneshot::Receiver<()>) {
    let bot = Bot::new(token).set_api_url(url.parse().expect("the server's address"));
    let mut dispatcher = Dispatcher::builder(bot, Update::filter_message().endpoint(echo))
        .worker_queue_size(10_000)
        .build();
    let shutdown = dispatcher.shutdown_token();
    let stopping = async move {
        // A sender that was dropped also means that the test is over.
        let _ = stop.await;
        // The dispatcher is already idle if this is refused.
        if let Ok(stopped) = shutdown.shutdown() {
            stopped.await;
        }
    };
    tokio::join!(dispatcher.dispatch(), stopping);
}

async fn echo(bot: Bot, message: Message) -> Result<(), RequestError> {
    if let Some(text) = message.text() {
        bot.send_message(message.chat.id, text).await?;
    }
    Ok(())
}
