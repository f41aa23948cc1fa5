-- Visits of several people, arrivals and missed visits, reservations made by staff, the waiting list, and times that are
-- offered to somebody. Tables whose checks change are written anew; their rows stay.

CREATE TABLE residents_new (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    -- 'desk' is somebody for whom staff have reserved, by telephone or at the counter: no message reaches them.
    channel         TEXT    NOT NULL CHECK (channel IN ('telegram', 'web', 'console', 'desk')),
    address         TEXT    NOT NULL,
    language        TEXT    NOT NULL,
    language_chosen INTEGER NOT NULL DEFAULT 0 CHECK (language_chosen IN (0, 1)),
    reachable       INTEGER NOT NULL DEFAULT 1 CHECK (reachable IN (0, 1)),
    -- Whether the resident wants reminders and news beside the answers.
    messages        INTEGER NOT NULL DEFAULT 1 CHECK (messages IN (0, 1)),
    talk            TEXT    NOT NULL DEFAULT '{}',
    created_at      INTEGER NOT NULL,
    seen_at         INTEGER NOT NULL,
    UNIQUE (channel, address)
) STRICT;
INSERT INTO residents_new (id, channel, address, language, language_chosen, reachable, talk, created_at, seen_at)
    SELECT id, channel, address, language, language_chosen, reachable, talk, created_at, seen_at FROM residents;
DROP TABLE residents;
ALTER TABLE residents_new RENAME TO residents;

CREATE TABLE reservations_new (
    id           INTEGER PRIMARY KEY,
    code         TEXT    NOT NULL UNIQUE,
    resident     INTEGER NOT NULL REFERENCES residents (id),
    people       INTEGER NOT NULL DEFAULT 1 CHECK (people BETWEEN 1 AND 8),
    office       TEXT    NOT NULL,
    start_at     INTEGER NOT NULL,
    cells        INTEGER NOT NULL CHECK (cells BETWEEN 1 AND 144),
    seat         INTEGER NOT NULL CHECK (seat BETWEEN 0 AND 15),
    state        TEXT    NOT NULL CHECK (state IN ('booked', 'came', 'missed', 'cancelled')),
    coming_at    INTEGER,
    cancelled_at INTEGER,
    cancelled_by TEXT CHECK (cancelled_by IN ('resident', 'clerk')),
    -- When it was noted that they came, or did not.
    marked_at    INTEGER,
    made_at      INTEGER NOT NULL,
    -- The last change that a printed list should show.
    changed_at   INTEGER NOT NULL,
    CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL AND cancelled_by IS NOT NULL)),
    CHECK ((state IN ('came', 'missed')) = (marked_at IS NOT NULL))
) STRICT;
INSERT INTO reservations_new
    (id, code, resident, office, start_at, cells, seat, state, coming_at, cancelled_at, cancelled_by, made_at, changed_at)
    SELECT id, code, resident, office, start_at, cells, seat, state, coming_at, cancelled_at, cancelled_by, made_at,
           ifnull(cancelled_at, made_at) FROM reservations;
DROP TABLE reservations;
ALTER TABLE reservations_new RENAME TO reservations;

CREATE INDEX reservations_by_resident ON reservations (resident, start_at);
CREATE INDEX reservations_by_day ON reservations (office, start_at);
CREATE INDEX reservations_to_judge ON reservations (start_at) WHERE state = 'booked';

-- What staff note for somebody they reserve for; deleted once the visit is over.
CREATE TABLE contacts (
    reservation INTEGER PRIMARY KEY REFERENCES reservations (id),
    made_by     TEXT    NOT NULL,
    -- The name as it is read, in kana or Latin letters.
    reading     TEXT    NOT NULL DEFAULT '',
    phone       TEXT    NOT NULL DEFAULT '',
    note        TEXT    NOT NULL DEFAULT '',
    -- Why the rules were left aside; empty where they were kept.
    reason      TEXT    NOT NULL DEFAULT ''
) STRICT;

-- Days and parts of the day somebody would take if a seat came free. `wished_at` orders the list.
CREATE TABLE waits (
    id         INTEGER PRIMARY KEY,
    resident   INTEGER NOT NULL REFERENCES residents (id),
    office     TEXT    NOT NULL,
    procedures TEXT    NOT NULL,
    people     INTEGER NOT NULL CHECK (people BETWEEN 1 AND 8),
    first_day  TEXT    NOT NULL,
    last_day   TEXT    NOT NULL,
    from_time  TEXT,
    until_time TEXT,
    state      TEXT    NOT NULL CHECK (state IN ('waiting', 'offered', 'taken', 'left', 'over')),
    lapses     INTEGER NOT NULL DEFAULT 0,
    made_at    INTEGER NOT NULL,
    wished_at  INTEGER NOT NULL,
    CHECK ((from_time IS NULL) = (until_time IS NULL))
) STRICT;

-- One place on the list for each resident.
CREATE UNIQUE INDEX waits_open ON waits (resident) WHERE state IN ('waiting', 'offered');
CREATE INDEX waits_in_order ON waits (wished_at, id) WHERE state = 'waiting';

-- Times kept for somebody: from the waiting list, or in place of a reservation on a day that was closed.
CREATE TABLE offers (
    id          INTEGER PRIMARY KEY,
    resident    INTEGER NOT NULL REFERENCES residents (id),
    wait        INTEGER REFERENCES waits (id),
    reservation INTEGER REFERENCES reservations (id),
    made_at     INTEGER NOT NULL,
    until       INTEGER NOT NULL,
    -- NULL while it is night and nobody has been told.
    told_at     INTEGER,
    state       TEXT    NOT NULL CHECK (state IN ('open', 'taken', 'declined', 'lapsed')),
    CHECK ((wait IS NULL) = (reservation IS NOT NULL))
) STRICT;

CREATE INDEX offers_open ON offers (until) WHERE state = 'open';
CREATE INDEX offers_by_resident ON offers (resident) WHERE state = 'open';
CREATE INDEX offers_by_reservation ON offers (reservation) WHERE reservation IS NOT NULL;

CREATE TABLE holds_new (
    id       INTEGER PRIMARY KEY,
    resident INTEGER NOT NULL REFERENCES residents (id),
    until    INTEGER NOT NULL,
    -- The offer it belongs to; NULL for the one hold of somebody who is deciding.
    offer    INTEGER REFERENCES offers (id)
) STRICT;
INSERT INTO holds_new (id, resident, until) SELECT id, resident, until FROM holds;
DROP TABLE holds;
ALTER TABLE holds_new RENAME TO holds;

CREATE UNIQUE INDEX holds_deciding ON holds (resident) WHERE offer IS NULL;
CREATE INDEX holds_by_offer ON holds (offer) WHERE offer IS NOT NULL;

-- Somebody who knew a reservation's code and day gets at it from here too.
CREATE TABLE shares (
    reservation INTEGER NOT NULL REFERENCES reservations (id),
    resident    INTEGER NOT NULL REFERENCES residents (id),
    at          INTEGER NOT NULL,
    PRIMARY KEY (reservation, resident)
) STRICT, WITHOUT ROWID;

CREATE INDEX shares_by_resident ON shares (resident);

-- Tries to get at a reservation by its code, right or wrong.
CREATE TABLE code_tries (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    resident INTEGER NOT NULL REFERENCES residents (id),
    code     TEXT    NOT NULL,
    at       INTEGER NOT NULL
) STRICT;

CREATE INDEX code_tries_by_resident ON code_tries (resident, at);
CREATE INDEX code_tries_by_code ON code_tries (code, at);

-- When the list of a day was printed or sent last, so that the next one marks what has changed.
CREATE TABLE prints (
    office TEXT    NOT NULL,
    day    TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (office, day)
) STRICT, WITHOUT ROWID;
