//! From which site a request comes, as browsers say (W3C, Fetch Metadata Request Headers). Pages of ours send no referrer,
//! so that browsers leave out the origin of their forms; this header is what remains to judge by.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;

use super::{Web, gate};

const FETCH_SITE: &str = "sec-fetch-site";

/// Whether a request comes from a page of ours, from nobody's page (the address bar, a bookmark), or from a program.
pub(super) fn is_own(headers: &HeaderMap) -> bool {
    let site = headers.get(FETCH_SITE).map(|value| value.as_bytes());
    matches!(site, None | Some(b"same-origin" | b"none"))
}

/// Turns away what pages of other sites post. The cookies of the staff do not come along with it anyway; a visitor would
/// lose their conversation, in whose place the answer would put a new one. The API has no cookies, and is for other sites.
pub(super) async fn guard(State(web): State<Web>, request: Request, next: Next) -> Response {
    let is_reading = [Method::GET, Method::HEAD, Method::OPTIONS].contains(request.method());
    let is_api = request.uri().path().starts_with("/api/");
    if is_reading || is_api || is_own(request.headers()) {
        return next.run(request).await;
    }
    gate::from_elsewhere(&web, request.headers())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn only_other_sites_are_not_ours() {
        for (site, expected) in [
            (None, true),
            (Some("same-origin"), true),
            (Some("none"), true),
            (Some("same-site"), false),
            (Some("cross-site"), false),
            (Some("Same-Origin"), false),
            (Some(""), false),
        ] {
            let mut headers = HeaderMap::new();
            if let Some(site) = site {
                headers.insert(FETCH_SITE, HeaderValue::from_static(site));
            }
            assert_eq!(is_own(&headers), expected, "{site:?}");
        }
    }
}
