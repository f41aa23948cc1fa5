//! What the pages bring along.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// `GET /assets/…`: style, script and icon, built into the program.
pub async fn asset(Path(name): Path<String>) -> Response {
    let (kind, body): (&str, &[u8]) = match name.as_str() {
        "chat.css" => ("text/css; charset=utf-8", include_bytes!("pages/chat.css")),
        "base.css" => ("text/css; charset=utf-8", include_bytes!("pages/base.css")),
        "review.css" => (
            "text/css; charset=utf-8",
            include_bytes!("pages/review.css"),
        ),
        "staff.css" => ("text/css; charset=utf-8", include_bytes!("pages/staff.css")),
        "hall.css" => ("text/css; charset=utf-8", include_bytes!("pages/hall.css")),
        "sheet.css" => ("text/css; charset=utf-8", include_bytes!("pages/sheet.css")),
        "inbox.css" => ("text/css; charset=utf-8", include_bytes!("pages/inbox.css")),
        "inbox.js" => (
            "text/javascript; charset=utf-8",
            include_bytes!("pages/inbox.js"),
        ),
        "console.css" => (
            "text/css; charset=utf-8",
            include_bytes!("pages/console.css"),
        ),
        "again.js" => (
            "text/javascript; charset=utf-8",
            include_bytes!("pages/again.js"),
        ),
        "live.js" => (
            "text/javascript; charset=utf-8",
            include_bytes!("pages/live.js"),
        ),
        "board.js" => (
            "text/javascript; charset=utf-8",
            include_bytes!("pages/board.js"),
        ),
        "kiosk.js" => (
            "text/javascript; charset=utf-8",
            include_bytes!("pages/kiosk.js"),
        ),
        "console.js" => (
            "text/javascript; charset=utf-8",
            include_bytes!("pages/console.js"),
        ),
        "chat.js" => (
            "text/javascript; charset=utf-8",
            include_bytes!("pages/chat.js"),
        ),
        "icon.svg" => ("image/svg+xml", include_bytes!("pages/icon.svg")),
        // Telephones put no SVG on their home screens.
        "icon-180.png" => ("image/png", include_bytes!("pages/icon-180.png")),
        "icon-512.png" => ("image/png", include_bytes!("pages/icon-512.png")),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    (
        [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, "public, max-age=300"),
        ],
        body,
    )
        .into_response()
}
