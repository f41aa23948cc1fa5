//! The second factor: codes of six digits that change every 30 seconds (RFC 6238, with SHA-1 as every app for it knows).

use chrono::{DateTime, Utc};
use totp_rs::{Builder, Secret, Totp};

use super::App;
use super::logins::{self, Opened, Unchanged};
use super::password::{self, LoginError};
use crate::store::StoreError;
use crate::store::logins::SessionKind;
use crate::store::roster::{self, KeptFactor};
use crate::store::tx::{Actor, Tx};

/// Whom the app on the telephone names beside the code.
const ISSUER: &str = "madoguchi";

/// A shared secret that no app has confirmed yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFactor {
    /// In base32, as it is typed into an app.
    pub secret: String,
    /// As an app reads it from a picture (Key URI format of Google Authenticator).
    pub uri: String,
}

impl NewFactor {
    /// The secret once more, for the same page again; nothing where it is none.
    #[must_use]
    pub fn of(secret: &str, name: &str) -> Option<NewFactor> {
        codes(secret)?;
        let name: String = name.bytes().map(escaped).collect();
        Some(NewFactor {
            secret: secret.to_owned(),
            uri: format!("otpauth://totp/{ISSUER}:{name}?secret={secret}&issuer={ISSUER}"),
        })
    }
}

fn escaped(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

/// The codes of a secret; nothing where it is too short or no base32.
fn codes(secret: &str) -> Option<Totp> {
    let secret = Secret::try_from_base32(secret).ok()?;
    // Six digits, 30 seconds and one step to either side are what the builder begins with; they are named here all the
    // same, because what apps hold must not change with a library.
    let builder = Builder::new()
        .with_digits(6)
        .with_step_duration(30)
        .with_skew(1);
    builder.with_secret(secret).build().ok()
}

/// The factor after a code was used, or nothing where the code is not one of now, or was used before. Whoever has no
/// second factor needs no code.
pub(super) fn used(kept: &KeptFactor, code: &str, now: DateTime<Utc>) -> Option<KeptFactor> {
    if kept.secret.is_empty() {
        return Some(kept.clone());
    }
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let seconds = u64::try_from(now.timestamp()).ok()?;
    let step = codes(&kept.secret)?.check(&code, seconds)?;
    (step > kept.step).then(|| KeptFactor {
        secret: kept.secret.clone(),
        step,
    })
}

impl App {
    /// Makes a secret up. It counts once its owner has shown a code of it.
    ///
    /// # Errors
    /// The database fails.
    pub async fn new_factor(&self, name: &str) -> Result<NewFactor, StoreError> {
        let bytes = self.inner.store.write(|tx| Ok(tx.ids.factor())).await?;
        let secret = Secret::new_stack(bytes).to_base32();
        NewFactor::of(&secret, name).ok_or(StoreError::Row("a new secret"))
    }

    /// Whether somebody has a second factor.
    ///
    /// # Errors
    /// The database fails.
    pub fn has_factor(&self, name: &str) -> Result<bool, StoreError> {
        let kept = self.inner.store.read(|sql| roster::factor(sql, name))?;
        Ok(!kept.secret.is_empty())
    }

    /// Whoever is at work behind a token sets a second factor with the first code of it, or takes theirs away; either
    /// with the password, so that nobody does it at a screen that was left open. All their sessions end, as after a new
    /// password: who had come in elsewhere without the code is out. A new one begins.
    ///
    /// # Errors
    /// The database fails, or too many come in at once.
    pub async fn set_own_factor(
        &self,
        token: &str,
        typed: &str,
        new: Option<(&str, &str)>,
    ) -> Result<Result<Opened, Unchanged>, LoginError> {
        let Some(session) = self.session(token)? else {
            return Ok(Err(Unchanged::Over));
        };
        if session.kind != SessionKind::Work {
            return Ok(Err(Unchanged::Over));
        }
        if !self.is_password(&session.name, typed).await? {
            self.note_unproven(&session.name, "password").await?;
            return Ok(Err(Unchanged::Wrong));
        }
        let now = self.now();
        let kept = match new {
            None => KeptFactor::default(),
            Some((secret, code)) => {
                let begun = KeptFactor {
                    secret: secret.to_owned(),
                    step: 0,
                };
                let shown = used(&begun, code, now).filter(|_| !secret.is_empty());
                let Some(kept) = shown else {
                    self.note_unproven(&session.name, "second-factor").await?;
                    return Ok(Err(Unchanged::Code));
                };
                kept
            }
        };
        let hash = logins::token_hash(token);
        let work = move |tx: &mut Tx<'_>| {
            if tx.session(&hash, now)?.as_ref() != Some(&session) {
                return Ok(Err(Unchanged::Over));
            }
            let name = session.name;
            tx.set_factor(&name, &kept, Actor::Clerk(&name), now)?;
            logins::begin(tx, name, SessionKind::Work, now).map(Ok)
        };
        Ok(self.inner.store.write(work).await?)
    }

    async fn is_password(&self, name: &str, typed: &str) -> Result<bool, LoginError> {
        let kept = self.kept_password(name)?;
        password::fits(typed, logins::hash_of(kept.as_ref())).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238, appendix B, and what its codes end in.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn the_codes_are_those_of_the_rfc() {
        let kept = KeptFactor {
            secret: SECRET.into(),
            step: 0,
        };
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
        ] {
            let used = used(&kept, code, at(seconds)).map(|kept| kept.step);
            assert_eq!(used, u64::try_from(seconds / 30).ok(), "{code}");
        }
    }

    #[test]
    fn a_code_is_good_for_one_step_to_either_side_and_once() {
        let kept = KeptFactor {
            secret: SECRET.into(),
            step: 0,
        };
        let code = "005924";
        let own = 1_234_567_890;
        for (away, expected) in [
            (-60, false),
            (-30, true),
            (0, true),
            (30, true),
            (60, false),
        ] {
            let used = used(&kept, code, at(own + away));
            assert_eq!(used.is_some(), expected, "{away}");
        }
        let once = used(&kept, " 005 924 ", at(own)).unwrap();
        assert!(used(&once, code, at(own)).is_none(), "used");
        assert!(used(&once, code, at(own + 30)).is_none(), "used");
        for wrong in ["", "005925", "05924", "abcdef", "00592４"] {
            assert!(used(&kept, wrong, at(own)).is_none(), "{wrong}");
        }
    }

    #[test]
    fn who_has_no_second_factor_needs_no_code() {
        let none = KeptFactor::default();
        assert!(used(&none, "", at(0)) == Some(none));
    }

    #[test]
    fn apps_read_the_secret_from_an_address() {
        let factor = NewFactor::of(SECRET, "窓口 A").unwrap();
        let name = "madoguchi:%E7%AA%93%E5%8F%A3%20A";
        let rest = format!("secret={SECRET}&issuer=madoguchi");
        assert_eq!(factor.uri, format!("otpauth://totp/{name}?{rest}"));
        assert_eq!(NewFactor::of("too-short", "a"), None);
        assert_eq!(NewFactor::of("", "a"), None);
    }
}
