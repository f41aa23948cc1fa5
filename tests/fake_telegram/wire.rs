//! The HTTP side: connections that can be cut, the path of a call, and the long poll.

use std::io::{self, Error, ErrorKind, IoSlice};
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::connect_info::Connected;
use axum::extract::{ConnectInfo, State as Extract};
use axum::http::{HeaderMap, Response, Uri, header};
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

use super::faults::{Fault, Struck};
use super::methods;
use super::reply::{Params, Refusal, Reply};
use super::state::State;

/// What the server's tasks and the tests share.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) token: String,
    pub(super) state: Mutex<State>,
    /// Wakes the long poll: there may be updates, or another poll.
    pub(super) updates: Notify,
    /// Wakes the tests: something was called or said.
    pub(super) changed: Notify,
}

impl Shared {
    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Serves until the task is aborted.
pub(super) async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let router = Router::new().fallback(receive).with_state(shared);
    let service = router.into_make_service_with_connect_info::<Line>();
    let served = axum::serve(Cuttable(listener), service).await;
    served.expect("axum serves until it is aborted");
}

async fn receive(
    Extract(shared): Extract<Arc<Shared>>,
    ConnectInfo(line): ConnectInfo<Line>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response<Body> {
    let path = uri.path();
    if let Some(path) = path.strip_prefix("/file/bot") {
        return file(&shared, path).into_response();
    }
    let called = path
        .strip_prefix("/bot")
        .and_then(|path| path.split_once('/'));
    let Some((token, method)) = called else {
        return Reply::refused(&Refusal::new(404, "Not Found")).into_response();
    };
    if token != shared.token {
        return Reply::refused(&Refusal::new(401, "Unauthorized")).into_response();
    }
    let content_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let Some(params) = Params::read(content_type.unwrap_or_default(), &body) else {
        return Reply::refused(&Refusal::bad("can't parse request body")).into_response();
    };
    let reply = call(&shared, &line, &method.to_ascii_lowercase(), &params).await;
    shared.changed.notify_waiters();
    reply.into_response()
}

async fn call(shared: &Shared, line: &Line, method: &str, params: &Params) -> Reply {
    let fault = {
        let mut state = shared.lock();
        state.count_call(method, &params.0);
        let chat = methods::chat_concerned(&state, params);
        let fault = state.faults.take(chat, method);
        if let Some(Fault::MigrateTo(chat)) = fault {
            state.add_group(chat, "migrated");
        }
        if let Some(fault) = &fault {
            let text = params.text("text").unwrap_or_default().to_owned();
            let (method, fault) = (method.to_owned(), fault.clone());
            let struck = Struck {
                chat,
                method,
                fault,
                text,
            };
            state.struck.push(struck);
        }
        fault
    };
    let Some(fault) = fault else {
        return perform(shared, method, params).await;
    };
    if let Some(reply) = fault.instead() {
        return reply;
    }
    if fault == Fault::DropBefore {
        return line.cut();
    }
    let reply = perform(shared, method, params).await;
    let Fault::Slow(delay) = fault else {
        return line.cut();
    };
    // The tests see at once that the call counts; only the bot has to wait.
    shared.changed.notify_waiters();
    tokio::time::sleep(delay).await;
    reply
}

async fn perform(shared: &Shared, method: &str, params: &Params) -> Reply {
    if method == "getupdates" {
        return get_updates(shared, params).await;
    }
    let outcome = methods::perform(&mut shared.lock(), method, params);
    if method == "setwebhook" {
        // An open poll has to learn that it is not wanted any more.
        shared.updates.notify_waiters();
    }
    Reply::of(outcome)
}

/// Ends a poll however it ends, also when the bot hangs up.
struct OpenPoll<'a> {
    shared: &'a Shared,
    ticket: u64,
}

impl Drop for OpenPoll<'_> {
    fn drop(&mut self) {
        self.shared.lock().queue.end_poll(self.ticket);
        self.shared.changed.notify_waiters();
    }
}

async fn get_updates(shared: &Shared, params: &Params) -> Reply {
    let ticket = {
        let mut state = shared.lock();
        methods::note_allowed_updates(&mut state, params);
        state
            .queue
            .confirm(params.integer("offset").unwrap_or_default());
        state.queue.begin_poll()
    };
    let _open = OpenPoll { shared, ticket };
    shared.updates.notify_waiters();
    shared.changed.notify_waiters();
    let seconds = params
        .integer("timeout")
        .and_then(|time| u64::try_from(time).ok());
    let limit = params.integer("limit");
    let wait = async {
        loop {
            let mut news = pin!(shared.updates.notified());
            news.as_mut().enable();
            if let Some(reply) = try_poll(&mut shared.lock(), ticket, limit) {
                return reply;
            }
            news.await;
        }
    };
    let longest = Duration::from_secs(seconds.unwrap_or_default());
    let waited = tokio::time::timeout(longest, wait).await;
    waited.unwrap_or_else(|_| Reply::batch::<&str>(&[]))
}

/// The answer to a poll if there is one already.
fn try_poll(state: &mut State, ticket: u64, limit: Option<i64>) -> Option<Reply> {
    let conflict = |text: &str| {
        let refusal = Refusal::new(409, &format!("Conflict: {text}"));
        Some(Reply::refused(&refusal))
    };
    if !state.queue.is_newest(ticket) {
        return conflict(
            "terminated by other getUpdates request; make sure that only one bot instance is \
             running",
        );
    }
    if state.webhook.is_some() {
        return conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete \
             the webhook first",
        );
    }
    let batch = state.queue.batch(limit);
    (!batch.is_empty()).then(|| Reply::batch(&batch))
}

fn file(shared: &Shared, path: &str) -> Reply {
    // teloxide escapes the slash inside the file's path.
    let path = path.replace("%2F", "/");
    let content = path.strip_prefix(&shared.token).and_then(|path| {
        let id = path.strip_prefix("/voice/")?.strip_suffix(".oga")?;
        shared.lock().files.get(id).cloned()
    });
    match content {
        Some(content) => Reply::file(content),
        None => Reply::refused(&Refusal::new(404, "Not Found")),
    }
}

/// The server's hold on one connection.
#[derive(Clone, Debug, Default)]
struct Line(Arc<AtomicBool>);

impl Line {
    /// Has the connection closed instead of the answer being written: the bot sees it end
    /// without a single byte. The reply returned never leaves the server.
    fn cut(&self) -> Reply {
        self.0.store(true, Ordering::Release);
        Reply::page(500, "never sent")
    }

    fn check(&self) -> io::Result<()> {
        if self.0.load(Ordering::Acquire) {
            return Err(Error::new(ErrorKind::ConnectionReset, "cut by the test"));
        }
        Ok(())
    }
}

impl Connected<IncomingStream<'_, Cuttable>> for Line {
    fn connect_info(stream: IncomingStream<'_, Cuttable>) -> Self {
        stream.io().line.clone()
    }
}

/// A listener whose connections can be cut.
struct Cuttable(TcpListener);

impl Listener for Cuttable {
    type Io = CuttableStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        // Small answers have to leave at once; where that cannot be set they only come later.
        let _ = stream.set_nodelay(true);
        (
            CuttableStream {
                stream,
                line: Line::default(),
            },
            address,
        )
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.0.local_addr()
    }
}

/// A connection that fails at its next write once it is cut.
struct CuttableStream {
    stream: TcpStream,
    line: Line,
}

impl AsyncRead for CuttableStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for CuttableStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.line.check()?;
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.line.check()?;
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
