//! Passwords: what is fit for one, and the hash that is all that is kept of it (Argon2id, with the parameters of the
//! OWASP Password Storage Cheat Sheet).

use std::time::Duration;

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use crate::store::StoreError;

/// The shortest password.
pub const CHARS_MIN: usize = 10;
/// Longer ones are slips of a clipboard.
pub const CHARS_MAX: usize = 200;

/// A hash takes 19 MiB and both cores' patience: no more of them at once, however many knock.
static GATE: Semaphore = Semaphore::const_new(2);
/// So long somebody waits for their turn.
const GATE_WAIT: Duration = Duration::from_secs(20);

/// The memory of a hash.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// A hash that no password has. An unknown name is compared with it, which takes as long as a known one.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bWFkb2d1Y2hpLW5vYm9keQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Why nothing came of a login.
#[derive(Debug, thiserror::Error)]
pub enum LoginError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("too many people come in at once")]
    Busy,
    #[error("the hash of a password could not be made: {0}")]
    Hash(String),
}

/// Why a text is no password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("the password is shorter than {CHARS_MIN} characters; take a longer one")]
    Short,
    #[error("the password is longer than {CHARS_MAX} characters; take a shorter one")]
    Long,
    #[error("the password is the name; take another one")]
    Name,
}

/// A text that is fit for a password, in one normal form whatever keyboard it was typed on.
pub struct Password(String);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password")
    }
}

impl Password {
    /// Reads what somebody wants for a password.
    ///
    /// # Errors
    /// It is too short, too long, or their name.
    pub fn new(typed: &str, name: &str) -> Result<Password, Unfit> {
        let text = normal(typed);
        if text.trim().chars().count() < CHARS_MIN {
            return Err(Unfit::Short);
        }
        if text.chars().count() > CHARS_MAX {
            return Err(Unfit::Long);
        }
        if text.trim().to_lowercase() == normal(name).trim().to_lowercase() {
            return Err(Unfit::Name);
        }
        Ok(Password(text))
    }

    /// Whether it is the text that somebody typed.
    #[must_use]
    pub fn is(&self, typed: &str) -> bool {
        self.0 == normal(typed)
    }

    /// The PHC string that is kept.
    pub(super) async fn hash(&self, salt: [u8; 16]) -> Result<String, LoginError> {
        let text = self.0.clone();
        let hash = move || {
            let hash: Result<PasswordHash, _> =
                argon2().and_then(|argon2| argon2.hash_password_with_salt(text.as_bytes(), &salt));
            hash.map(|hash| hash.to_string())
                .map_err(|error| LoginError::Hash(error.to_string()))
        };
        in_turn(hash).await?
    }

    /// Whether a hash is its own.
    pub(super) async fn fits(&self, hash: &str) -> Result<bool, LoginError> {
        fits(&self.0, Some(hash)).await
    }
}

/// Whether somebody typed the password of a hash; without a hash it only takes as long.
pub(super) async fn fits(typed: &str, hash: Option<&str>) -> Result<bool, LoginError> {
    let text = normal(typed);
    let is_known = hash.is_some();
    let hash = hash.unwrap_or(NOBODYS).to_owned();
    let compare = move || {
        let hash = PasswordHash::new(&hash).map_err(|error| LoginError::Hash(error.to_string()))?;
        // The parameters are those of the hash, so that old ones can still be read when they change.
        Ok::<_, LoginError>(
            Argon2::default()
                .verify_password(text.as_bytes(), &hash)
                .is_ok(),
        )
    };
    Ok(in_turn(compare).await?? && is_known)
}

fn argon2() -> argon2::password_hash::Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Does slow work on a thread that serves nobody, when there is room.
async fn in_turn<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, LoginError> {
    let turn = tokio::time::timeout(GATE_WAIT, GATE.acquire()).await;
    let Ok(Ok(turn)) = turn else {
        return Err(LoginError::Busy);
    };
    let done = tokio::task::spawn_blocking(move || {
        let done = work();
        // Who hangs up does not make room before the work is done.
        drop(turn);
        done
    });
    done.await
        .map_err(|error| LoginError::Hash(error.to_string()))
}

fn normal(text: &str) -> String {
    text.nfkc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_enough_and_not_the_name() {
        let reads = |typed: &str| Password::new(typed, "counter-east").map(drop);
        assert_eq!(reads("123456789"), Err(Unfit::Short));
        assert_eq!(reads("1234567890"), Ok(()));
        assert_eq!(reads("まどぐちのひみつだよ"), Ok(()), "ten characters");
        assert_eq!(reads("     tiny     "), Err(Unfit::Short));
        assert_eq!(reads("Counter-East"), Err(Unfit::Name));
        assert_eq!(reads("ｃｏｕｎｔｅｒ－ｅａｓｔ"), Err(Unfit::Name));
        assert_eq!(reads(&"a".repeat(CHARS_MAX + 1)), Err(Unfit::Long));
        // Half-width kana join their marks: nine and a half are five.
        assert_eq!(reads("ｶﾞｷﾞｸﾞｹﾞｺﾞ"), Err(Unfit::Short));
    }

    #[tokio::test]
    async fn the_hash_is_argon2id_and_fits_any_width() {
        let password = Password::new("Ｐａｓｓｗｏｒｄ１２３", "counter").unwrap();
        let hash = password.hash([7; 16]).await.unwrap();
        let head = "$argon2id$v=19$m=19456,t=2,p=1$";
        assert!(hash.starts_with(head), "{hash}");
        assert!(fits("Password123", Some(&hash)).await.unwrap());
        assert!(!fits("Password124", Some(&hash)).await.unwrap());
        assert!(password.fits(&hash).await.unwrap());
        assert!(!fits("Password123", None).await.unwrap(), "nobody's");
        assert!(!format!("{password:?}").contains("123"));
    }

    #[test]
    fn nobodys_hash_can_be_read() {
        let hash = PasswordHash::new(NOBODYS).unwrap();
        let compared = Argon2::default().verify_password(b"anything", &hash);
        assert!(matches!(
            compared,
            Err(argon2::password_hash::Error::PasswordInvalid)
        ));
        assert!(NOBODYS.contains(&format!("m={MEMORY_KIB},t={PASSES},p={LANES}")));
    }
}
