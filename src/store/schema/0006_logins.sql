-- Who works at the desk comes in with a name of the configuration and a password of their own.

-- The hash is a PHC string of Argon2id, or empty where somebody is locked out: no password fits it, and the token of a
-- start, which is for those without a password, does not either. A password that somebody else gave has to be changed at the next login.
CREATE TABLE clerk_passwords (
    name       TEXT    NOT NULL PRIMARY KEY,
    hash       TEXT    NOT NULL,
    given      INTEGER NOT NULL CHECK (given IN (0, 1)),
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Of the token only the SHA-256 is kept, so that reading the database opens nothing. A session of kind 'setup' can do
-- nothing but set a password.
CREATE TABLE clerk_sessions (
    token_hash TEXT    NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL,
    kind       TEXT    NOT NULL CHECK (kind IN ('work', 'setup')),
    made_at    INTEGER NOT NULL,
    until      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX clerk_sessions_name ON clerk_sessions (name);
CREATE INDEX clerk_sessions_until ON clerk_sessions (until);
