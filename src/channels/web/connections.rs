//! The connections themselves: slow ones are cut, quiet ones make room, and there is a bound.
//!
//! A connection is at work from the headers of a request to those of its answer, and while it carries a stream. All
//! others are quiet, also those on which a request never becomes complete. When there are too many, the one that has
//! been quiet the longest is closed for the newcomer, so that idle connections keep nobody away.

use std::collections::{BTreeMap, HashMap};
use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;

use super::caller::{Peer, is_trusted, network};
use crate::config::Bounds;

/// How long a stop waits for requests under way; a turn takes milliseconds.
const STOP_GRACE: Duration = Duration::from_secs(3);
/// After a connection that could not be accepted, as when the system has no more files to give.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);
/// The headers of a request fit into this.
const HEADER_BYTES_MAX: usize = 64 * 1024;

/// Serves until `stop` resolves and the requests under way are answered. A client that has begun a request and never
/// ends it does not keep the desk from stopping. `refusal` is the sentence for those for whom there is no connection.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    bounds: Bounds,
    refusal: &str,
    stop: impl Future<Output = ()> + Send + 'static,
) {
    let refusal = Arc::new(refused(refusal));
    let header_time = Duration::from_secs(u64::from(bounds.header_seconds));
    let places = Arc::new(Places::new(bounds));
    let (stopping, stopped) = watch::channel(false);
    let mut tasks = JoinSet::new();
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            Some(_) = tasks.join_next() => continue,
            accepted = listener.accept() => accepted,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(ACCEPT_PAUSE).await;
                continue;
            }
        };
        // Answers are small: waiting to fill a packet would only delay them.
        if stream.set_nodelay(true).is_err() {
            tracing::debug!("a connection ended before it began");
        }
        let Some(place) = places.take(peer.ip()) else {
            // Whether it arrives is the other side's business; nobody waits for it.
            drop(stream.try_write(refusal.as_bytes()));
            continue;
        };
        let carried = carry(
            stream,
            peer,
            router.clone(),
            place,
            header_time,
            stopped.clone(),
        );
        tasks.spawn(carried);
    }
    drop(listener);
    stopping.send_replace(true);
    let all = async { while tasks.join_next().await.is_some() {} };
    drop(tokio::time::timeout(STOP_GRACE, all).await);
}

/// The whole answer to a connection for which there is no place (RFC 9110, section 15.6.4).
fn refused(sentence: &str) -> String {
    format!(
        "HTTP/1.1 503 Service Unavailable\r\nretry-after: 5\r\nconnection: close\r\n\
         x-content-type-options: nosniff\r\ncache-control: no-store\r\n\
         content-type: text/plain; charset=utf-8\r\ncontent-length: {}\r\n\r\n{sentence}\n",
        sentence.len() + 1
    )
}

/// One connection from its first request to its end.
async fn carry(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    place: Place,
    header_time: Duration,
    mut stopped: watch::Receiver<bool>,
) {
    let place = Arc::new(place);
    let router = TowerToHyperService::new(router);
    let at_work = Arc::clone(&place);
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        at_work.work();
        let mut request: Request = request.map(Body::new);
        request.extensions_mut().insert(Peer(peer.ip()));
        let answer = router.call(request);
        let place = Arc::clone(&at_work);
        async move {
            let response = answer.await;
            if response.as_ref().is_ok_and(|r| !is_stream(r.headers())) {
                place.rest();
            }
            response
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(header_time)
        .max_buf_size(HEADER_BYTES_MAX)
        .serve_connection(TokioIo::new(stream), service);
    tokio::pin!(connection);
    let mut is_stopping = false;
    loop {
        tokio::select! {
            // How it ends is the other side's business, and what it sent does not belong into the log.
            _ = connection.as_mut() => return,
            () = place.closed.notified() => return,
            _ = stopped.wait_for(|stopped| *stopped), if !is_stopping => {
                connection.as_mut().graceful_shutdown();
                is_stopping = true;
            }
        }
    }
}

fn is_stream(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"))
}

/// The places for connections.
struct Places {
    bounds: Bounds,
    table: Mutex<Table>,
}

#[derive(Default)]
struct Table {
    next: u64,
    open: HashMap<u64, Open>,
    /// The quiet ones in the order in which they became so.
    quiet: BTreeMap<u64, u64>,
    addresses: HashMap<IpAddr, u32>,
}

struct Open {
    /// Nothing for trusted proxies, behind which everybody is.
    address: Option<IpAddr>,
    quiet: Option<u64>,
    closed: Arc<Notify>,
}

/// The place of one connection, given back when it ends.
struct Place {
    id: u64,
    places: Arc<Places>,
    closed: Arc<Notify>,
}

impl Places {
    fn new(bounds: Bounds) -> Places {
        Places {
            bounds,
            table: Mutex::new(Table::default()),
        }
    }

    /// A place, if need be that of the connection that has been quiet the longest; nothing when all are at work, or when
    /// that cannot be known.
    fn take(self: &Arc<Self>, peer: IpAddr) -> Option<Place> {
        let address = (!is_trusted(peer, &self.bounds)).then(|| network(peer));
        let mut table = self.table.lock().ok()?;
        if let Some(address) = address
            && table.addresses.get(&address).copied().unwrap_or(0)
                >= self.bounds.address_connections_max
        {
            table.make_room(Some(address))?;
        }
        if table.open.len() >= usize::try_from(self.bounds.connections_max).ok()? {
            table.make_room(None)?;
        }
        let id = table.next_number();
        let closed = Arc::new(Notify::new());
        if let Some(address) = address {
            *table.addresses.entry(address).or_default() += 1;
        }
        let open = Open {
            address,
            quiet: None,
            closed: Arc::clone(&closed),
        };
        table.open.insert(id, open);
        table.rest(id);
        Some(Place {
            id,
            places: Arc::clone(self),
            closed,
        })
    }
}

impl Table {
    fn next_number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    /// Closes the connection, of this address or of any, that has been quiet the longest.
    fn make_room(&mut self, address: Option<IpAddr>) -> Option<()> {
        let is_one = |id: &u64| {
            let open = self.open.get(id);
            open.is_some_and(|open| address.is_none() || open.address == address)
        };
        let id = self.quiet.values().copied().find(is_one)?;
        self.remove(id)?.closed.notify_one();
        Some(())
    }

    fn remove(&mut self, id: u64) -> Option<Open> {
        let open = self.open.remove(&id)?;
        if let Some(quiet) = open.quiet {
            self.quiet.remove(&quiet);
        }
        if let Some(address) = open.address
            && let Some(count) = self.addresses.get_mut(&address)
        {
            *count -= 1;
            if *count == 0 {
                self.addresses.remove(&address);
            }
        }
        Some(open)
    }

    fn rest(&mut self, id: u64) {
        let number = self.next_number();
        if let Some(open) = self.open.get_mut(&id) {
            if let Some(before) = open.quiet.replace(number) {
                self.quiet.remove(&before);
            }
            self.quiet.insert(number, id);
        }
    }

    fn work(&mut self, id: u64) {
        if let Some(quiet) = self.open.get_mut(&id).and_then(|open| open.quiet.take()) {
            self.quiet.remove(&quiet);
        }
    }
}

impl Place {
    fn work(&self) {
        if let Ok(mut table) = self.places.table.lock() {
            table.work(self.id);
        }
    }

    fn rest(&self) {
        if let Ok(mut table) = self.places.table.lock() {
            table.rest(self.id);
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Ok(mut table) = self.places.table.lock() {
            drop(table.remove(self.id));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(all: u32, of_address: u32) -> Arc<Places> {
        Arc::new(Places::new(Bounds {
            connections_max: all,
            address_connections_max: of_address,
            ..Bounds::default()
        }))
    }

    fn ip(n: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, n])
    }

    fn is_open(places: &Places, place: &Place) -> bool {
        places.table.lock().unwrap().open.contains_key(&place.id)
    }

    #[test]
    fn the_longest_quiet_one_makes_room() {
        let places = places(3, 3);
        let held: Vec<Place> = (1..=3).map(|n| places.take(ip(n)).unwrap()).collect();
        held[0].work();
        let fourth = places.take(ip(4)).unwrap();
        assert!(is_open(&places, &held[0]), "it is at work");
        assert!(!is_open(&places, &held[1]), "it was quiet the longest");
        assert!(is_open(&places, &held[2]) && is_open(&places, &fourth));
        held[2].work();
        fourth.work();
        assert!(places.take(ip(5)).is_none(), "all are at work");
        held[0].rest();
        assert!(places.take(ip(5)).is_some());
    }

    #[test]
    fn an_address_makes_room_for_itself_only() {
        let places = places(100, 2);
        let other = places.take(ip(9)).unwrap();
        let first = places.take(ip(1)).unwrap();
        let second = places.take(ip(1)).unwrap();
        let third = places.take(ip(1)).unwrap();
        assert!(!is_open(&places, &first) && is_open(&places, &other));
        second.work();
        third.work();
        assert!(places.take(ip(1)).is_none());
        drop((first, second, third));
        let table = places.table.lock().unwrap();
        assert_eq!(table.addresses.get(&ip(1)), None, "all is given back");
        assert_eq!((table.open.len(), table.quiet.len()), (1, 1));
    }

    #[test]
    fn the_refusal_is_a_whole_answer() {
        let answer = refused("カード。");
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        assert!(head.contains(&format!("content-length: {}", body.len())));
        assert!(body.contains("カード。"));
    }
}
