-- Times are milliseconds since 1970-01-01T00:00:00Z unless a name says otherwise.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whoever talks to us at one address. `talk` is disposable: unreadable JSON starts the conversation over.
CREATE TABLE residents (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    channel         TEXT    NOT NULL CHECK (channel IN ('telegram', 'web', 'console')),
    address         TEXT    NOT NULL,
    language        TEXT    NOT NULL,
    language_chosen INTEGER NOT NULL DEFAULT 0 CHECK (language_chosen IN (0, 1)),
    reachable       INTEGER NOT NULL DEFAULT 1 CHECK (reachable IN (0, 1)),
    talk            TEXT    NOT NULL DEFAULT '{}',
    created_at      INTEGER NOT NULL,
    seen_at         INTEGER NOT NULL,
    UNIQUE (channel, address)
) STRICT;

-- Every event by its key, so that it has effect once. `text` is masked before it gets here.
CREATE TABLE inbox (
    key      TEXT    PRIMARY KEY,
    resident INTEGER REFERENCES residents (id),
    at       INTEGER NOT NULL,
    turn     TEXT    NOT NULL DEFAULT '',
    text     TEXT    NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE INDEX inbox_by_resident ON inbox (resident, at);
CREATE INDEX inbox_by_time ON inbox (at);

-- Everything we say, in the commit of the change it speaks of. `n` counts the replies to one key.
CREATE TABLE outbox (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    key      TEXT    NOT NULL,
    n        INTEGER NOT NULL,
    resident INTEGER REFERENCES residents (id),
    channel  TEXT    NOT NULL CHECK (channel IN ('telegram', 'web', 'console', 'staff')),
    address  TEXT    NOT NULL,
    language TEXT    NOT NULL,
    phrase   TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    choices  TEXT    NOT NULL DEFAULT '[]',
    entries  TEXT    NOT NULL DEFAULT '[]',
    case_id  INTEGER,
    replaces INTEGER,
    state    TEXT    NOT NULL CHECK (state IN ('pending', 'pulled', 'sent', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at  INTEGER NOT NULL DEFAULT 0,
    sent_id  INTEGER,
    at       INTEGER NOT NULL,
    UNIQUE (key, n)
) STRICT;

CREATE INDEX outbox_pending ON outbox (channel, id) WHERE state = 'pending';
CREATE INDEX outbox_by_resident ON outbox (resident, id);
CREATE INDEX outbox_staff ON outbox (sent_id) WHERE channel = 'staff' AND sent_id IS NOT NULL;

CREATE TABLE reservations (
    id           INTEGER PRIMARY KEY,
    code         TEXT    NOT NULL UNIQUE,
    resident     INTEGER NOT NULL REFERENCES residents (id),
    office       TEXT    NOT NULL,
    start_at     INTEGER NOT NULL,
    cells        INTEGER NOT NULL CHECK (cells BETWEEN 1 AND 144),
    seat         INTEGER NOT NULL CHECK (seat BETWEEN 0 AND 15),
    state        TEXT    NOT NULL CHECK (state IN ('booked', 'cancelled')),
    coming_at    INTEGER,
    cancelled_at INTEGER,
    cancelled_by TEXT CHECK (cancelled_by IN ('resident', 'clerk')),
    made_at      INTEGER NOT NULL,
    CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL AND cancelled_by IS NOT NULL))
) STRICT;

CREATE INDEX reservations_by_resident ON reservations (resident, start_at) WHERE state = 'booked';

CREATE TABLE reservation_procedures (
    reservation INTEGER NOT NULL REFERENCES reservations (id) ON DELETE CASCADE,
    n           INTEGER NOT NULL,
    procedure   TEXT    NOT NULL,
    PRIMARY KEY (reservation, n)
) STRICT, WITHOUT ROWID;

-- One hold for each resident.
CREATE TABLE holds (
    id       INTEGER PRIMARY KEY,
    resident INTEGER NOT NULL UNIQUE REFERENCES residents (id),
    until    INTEGER NOT NULL
) STRICT;

-- One row for each taken ten minutes of a counter; `cell` counts ten minutes since 1970-01-01T00:00:00Z.
-- The primary key is the last word on double booking.
CREATE TABLE seats (
    office      TEXT    NOT NULL,
    cell        INTEGER NOT NULL,
    seat        INTEGER NOT NULL CHECK (seat BETWEEN 0 AND 15),
    reservation INTEGER REFERENCES reservations (id),
    hold        INTEGER REFERENCES holds (id) ON DELETE CASCADE,
    held_until  INTEGER,
    PRIMARY KEY (office, cell, seat),
    CHECK ((reservation IS NULL) = (hold IS NOT NULL)),
    CHECK ((hold IS NULL) = (held_until IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX seats_by_reservation ON seats (reservation) WHERE reservation IS NOT NULL;
CREATE INDEX seats_by_hold ON seats (hold) WHERE hold IS NOT NULL;

CREATE TABLE reminders (
    reservation INTEGER NOT NULL REFERENCES reservations (id),
    kind        TEXT    NOT NULL CHECK (kind IN ('evening', 'soon')),
    due_at      INTEGER NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('waiting', 'sent', 'dropped')),
    reason      TEXT,
    PRIMARY KEY (reservation, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX reminders_due ON reminders (due_at) WHERE state = 'waiting';

-- Escalations to people; the id is the number in the code, K-1001.
CREATE TABLE cases (
    id           INTEGER PRIMARY KEY,
    resident     INTEGER NOT NULL REFERENCES residents (id),
    trigger      TEXT    NOT NULL CHECK (trigger IN ('wish', 'misses', 'risk')),
    opened_at    INTEGER NOT NULL,
    answer_by    INTEGER NOT NULL,
    touched_at   INTEGER NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('waiting', 'accepted', 'closed')),
    accepted_by  TEXT,
    accepted_at  INTEGER,
    closed_at    INTEGER,
    close_reason TEXT,
    CHECK (state <> 'accepted' OR (accepted_by IS NOT NULL AND accepted_at IS NOT NULL)),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL AND close_reason IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX cases_open ON cases (resident) WHERE state <> 'closed';
CREATE INDEX cases_touched ON cases (touched_at) WHERE state <> 'closed';

-- Questions without a reviewed answer, masked, for the review of the FAQ.
CREATE TABLE misses (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    at       INTEGER NOT NULL,
    language TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    nearest  TEXT    NOT NULL DEFAULT '[]'
) STRICT;

CREATE INDEX misses_by_time ON misses (at);

-- Who did what to which thing: residents, clerks and the desk itself.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    who     TEXT    NOT NULL,
    what    TEXT    NOT NULL,
    subject TEXT    NOT NULL
) STRICT;
