//! The address of a reservation's page: guess-proof, the same each time it is shown, and kept nowhere. Whoever has the
//! link sees the visit and nothing about a person.

use sha2::{Digest, Sha256};

use super::{App, Inner};
use crate::desk::language::Language;
use crate::desk::phrase::{Phrase, Visit};
use crate::desk::reservation::{Reservation, ReservationState};
use crate::desk::rules::civil;
use crate::ids::{ReservationId, TicketId};
use crate::store::tx::Tx;
use crate::store::{StoreError, reservations, residents};

const KEY: &str = "link-key";
/// 128 bits of the digest.
const MARK_BYTES: usize = 16;

/// A reservation as its page shows it.
#[derive(Clone, Debug)]
pub struct VisitPage {
    pub reservation: Reservation,
    pub language: Language,
    /// The visit in the resident's words: what, where, when, what to bring.
    pub text: String,
    pub is_over: bool,
}

fn token(id: ReservationId, key: &str) -> String {
    marked(id.0, &format!("{key}:{id}"))
}

/// A ticket's page has a token of its own kind: the one of a reservation does not open it.
fn token_of_ticket(id: TicketId, key: &str) -> String {
    marked(id.0, &format!("{key}:ticket:{id}"))
}

/// An id with the mark that nobody can make without the key.
fn marked(id: i64, secret: &str) -> String {
    let digest = Sha256::digest(secret);
    let mut token = format!("{id:x}-");
    for byte in &digest[..MARK_BYTES] {
        token.push_str(&format!("{byte:02x}"));
    }
    token
}

/// The key of all links, made when it is first needed.
fn link_key(tx: &mut Tx<'_>) -> Result<String, StoreError> {
    if let Some(key) = tx.meta(KEY)? {
        return Ok(key);
    }
    let key = tx.ids.token();
    tx.set_meta(KEY, &key)?;
    Ok(key)
}

/// The token of a ticket's page.
///
/// # Errors
/// The database fails.
pub(super) fn ticket_token(tx: &mut Tx<'_>, id: TicketId) -> Result<String, StoreError> {
    let key = link_key(tx)?;
    Ok(token_of_ticket(id, &key))
}

impl Inner {
    /// The address of a ticket's page, where the configuration says under which address the desk is reached.
    pub(super) fn ticket_link(
        &self,
        tx: &mut Tx<'_>,
        id: TicketId,
    ) -> Result<Option<String>, StoreError> {
        let Some(url) = &self.config.web.public_url else {
            return Ok(None);
        };
        let url = url.trim_end_matches('/');
        Ok(Some(format!("{url}/t/{}", ticket_token(tx, id)?)))
    }

    /// The address of a reservation's page, where the configuration says under which address the desk is reached.
    pub(super) fn link_of(
        &self,
        tx: &mut Tx<'_>,
        id: ReservationId,
    ) -> Result<Option<String>, StoreError> {
        let Some(url) = &self.config.web.public_url else {
            return Ok(None);
        };
        let key = link_key(tx)?;
        let url = url.trim_end_matches('/');
        Ok(Some(format!("{url}/r/{}", token(id, &key))))
    }
}

impl App {
    /// The ticket whose page a token opens.
    ///
    /// # Errors
    /// The database fails.
    pub(super) fn ticket_of_token(&self, given: &str) -> Result<Option<TicketId>, StoreError> {
        let id = given.split_once('-').map(|(id, _)| id);
        let Some(id) = id.and_then(|id| i64::from_str_radix(id, 16).ok()) else {
            return Ok(None);
        };
        let Some(key) = self.inner.store.read(|sql| crate::store::meta(sql, KEY))? else {
            return Ok(None);
        };
        let id = TicketId(id);
        let fits = Sha256::digest(given) == Sha256::digest(token_of_ticket(id, &key));
        Ok(fits.then_some(id))
    }

    /// The token of a reservation's page, once any link has been made.
    ///
    /// # Errors
    /// The database fails.
    pub(super) fn visit_token(&self, id: ReservationId) -> Result<Option<String>, StoreError> {
        let key = self.inner.store.read(|sql| crate::store::meta(sql, KEY))?;
        Ok(key.map(|key| token(id, &key)))
    }

    /// The reservation that a link's token names; nothing for any other token.
    ///
    /// # Errors
    /// The database fails.
    pub fn visit_page(&self, given: &str) -> Result<Option<VisitPage>, StoreError> {
        let id = given.split_once('-').map(|(id, _)| id);
        let Some(id) = id.and_then(|id| i64::from_str_radix(id, 16).ok()) else {
            return Ok(None);
        };
        let id = ReservationId(id);
        let inner = &self.inner;
        let found = inner.store.read(|sql| {
            let Some(key) = crate::store::meta(sql, KEY)? else {
                return Ok(None);
            };
            // Digests are compared, so that the time it takes tells nothing about the token.
            if Sha256::digest(given) != Sha256::digest(token(id, &key)) {
                return Ok(None);
            }
            let Some(reservation) = reservations::by_id(sql, id)? else {
                return Ok(None);
            };
            let language = residents::language_by_id(sql, reservation.resident)?;
            Ok(Some((reservation, language)))
        })?;
        Ok(found.map(|(reservation, language)| {
            let shelf = inner.shelf();
            let phrase = Phrase::Reservation {
                visit: Visit::of(&reservation),
                coming: false,
            };
            let text = inner
                .locale
                .render(&phrase, language, inner.subject(&shelf))
                .text;
            // Whoever has checked in still reads there what to bring and what it is for.
            let is_today = reservation.span.day == civil(inner.clock.now()).date();
            let is_over = match reservation.state {
                ReservationState::Booked { .. } => false,
                ReservationState::Came { .. } => !is_today,
                ReservationState::Missed { .. } | ReservationState::Cancelled { .. } => true,
            };
            VisitPage {
                reservation,
                language,
                text,
                is_over,
            }
        }))
    }
}
