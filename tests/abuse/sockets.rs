//! Real sockets that are slow, idle, or too many.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::{names_the_hotlines, server};
use crate::harness::Scratch;
use crate::server::Server;

/// So long a test waits for what must come; it only passes in full when something is broken.
const PATIENCE: Duration = Duration::from_secs(60);
/// Between two bytes of a slow client.
const DRIP: Duration = Duration::from_millis(40);

async fn connect(server: &Server) -> TcpStream {
    let address = server.base.strip_prefix("http://").unwrap();
    TcpStream::connect(address).await.unwrap()
}

/// Sends a byte now and then until the server ends the connection; what it said.
async fn drips(mut stream: TcpStream) -> String {
    let mut said = Vec::new();
    let mut part = [0; 4096];
    let whole = async {
        loop {
            // Whether it still takes the byte does not matter: what it said is to be read.
            drop(stream.write_all(b"a").await);
            match timeout(DRIP, stream.read(&mut part)).await {
                Err(_) => {}
                Ok(Ok(read)) if read > 0 => said.extend_from_slice(&part[..read]),
                Ok(_) => return,
            }
        }
    };
    timeout(PATIENCE, whole).await.expect("it is cut");
    String::from_utf8_lossy(&said).into_owned()
}

#[tokio::test]
async fn slow_headers_and_slow_bodies_are_cut() {
    let scratch = Scratch::new();
    let changes = [
        ("header_seconds = 20", "header_seconds = 1"),
        ("request_seconds = 30", "request_seconds = 1"),
    ];
    let server = server(&scratch, &changes);
    let mut headers = connect(&server).await;
    headers
        .write_all(b"GET / HTTP/1.1\r\nhost: a\r\nx-slow: ")
        .await
        .unwrap();
    let mut nothing = connect(&server).await;
    let mut json = connect(&server).await;
    let head = "HTTP/1.1\r\nhost: a\r\ncontent-length: 5000\r\n";
    json.write_all(format!("POST /api/chat {head}\r\n{{").as_bytes())
        .await
        .unwrap();
    let mut form = connect(&server).await;
    let kind = "content-type: application/x-www-form-urlencoded\r\n";
    form.write_all(format!("POST /chat {head}{kind}\r\nkey=").as_bytes())
        .await
        .unwrap();
    let mut byte = [0; 1];
    let (headers, idle, json, form) = tokio::join!(
        drips(headers),
        timeout(PATIENCE, nothing.read(&mut byte)),
        drips(json),
        drips(form)
    );
    assert!(!headers.contains("200 OK"), "{headers}");
    assert!(
        matches!(idle, Ok(Ok(0) | Err(_))),
        "whoever says nothing is cut as well"
    );
    for answer in [&json, &form] {
        assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    }
    assert!(json.contains("\"error\":"), "{json}");
    assert!(form.contains("<html lang=\"ja\">"), "{form}");
    // Streams are not requests that take too long.
    let mut visitor = server.visitor();
    visitor.says("職員と話したい").await;
    let mut events = visitor.follows("", None).await;
    let mut slow = connect(&server).await;
    assert!(matches!(
        timeout(PATIENCE, slow.read(&mut byte)).await,
        Ok(Ok(0) | Err(_))
    ));
    server.clerk_writes("K-1001 はい", &["--clock", crate::server::TUESDAY]);
    assert_eq!(events.next().await.unwrap().1["phrase"], "staff-says");
}

#[tokio::test]
async fn two_thousand_idle_connections_keep_nobody_from_chatting() {
    let scratch = Scratch::new();
    let server = server(&scratch, &[]);
    let mut idle = Vec::new();
    for n in 0..2000 {
        let mut stream = connect(&server).await;
        if n % 2 == 0 {
            stream
                .write_all(b"POST /chat HTTP/1.1\r\nhost:")
                .await
                .unwrap();
        }
        idle.push(stream);
    }
    let mut visitor = server.visitor();
    let said = visitor.says("what are your opening hours?").await;
    assert_eq!(said["replies"][0]["phrase"], "answer");
    // All beyond the bound are closed, the oldest first.
    let mut byte = [0; 1];
    for stream in &mut idle[..1200] {
        let read = timeout(PATIENCE, stream.read(&mut byte)).await;
        assert!(matches!(read, Ok(Ok(0) | Err(_))), "{read:?}");
    }
    // The newest have their connection.
    let newest = idle.last_mut().unwrap();
    newest
        .write_all(b"GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n")
        .await
        .unwrap();
    let mut answer = [0; 15];
    timeout(PATIENCE, newest.read_exact(&mut answer))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(&answer, b"HTTP/1.1 200 OK");
}

#[tokio::test]
async fn when_every_connection_is_at_work_the_next_one_is_told_whom_to_call() {
    let scratch = Scratch::new();
    let changes = [
        ("\nconnections_max = 800", "\nconnections_max = 3"),
        ("\nstreams_max = 600", "\nstreams_max = 2"),
    ];
    let server = server(&scratch, &changes);
    let mut at_work = Vec::new();
    for _ in 0..3 {
        let mut stream = connect(&server).await;
        let head = "POST /api/chat HTTP/1.1\r\nhost: a\r\ncontent-length: 50\r\nexpect: 100-continue\r\n\r\n";
        stream.write_all(head.as_bytes()).await.unwrap();
        // The server has begun with the request when it asks for its body.
        let mut answer = [0; 12];
        timeout(PATIENCE, stream.read_exact(&mut answer))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(&answer, b"HTTP/1.1 100");
        at_work.push(stream);
    }
    let mut said = String::new();
    let mut next = connect(&server).await;
    timeout(PATIENCE, next.read_to_string(&mut said))
        .await
        .unwrap()
        .unwrap();
    assert!(said.starts_with("HTTP/1.1 503 "), "{said}");
    assert!(said.contains("retry-after: "), "{said}");
    names_the_hotlines(&said);
    // When one of them is done, there is room again.
    drop(at_work.pop());
    let again = async {
        loop {
            let mut stream = connect(&server).await;
            drop(
                stream
                    .write_all(b"GET /healthz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")
                    .await,
            );
            let mut said = String::new();
            if stream.read_to_string(&mut said).await.is_ok() && said.starts_with("HTTP/1.1 200 ") {
                return;
            }
        }
    };
    timeout(PATIENCE, again).await.unwrap();
}
