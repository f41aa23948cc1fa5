-- People take over: cases with their steps, notes and hand-over sheets; who works here and may do what; what was done by
-- whom, in a chain that shows a missing or altered row; incidents; words about answers and visits; blocks.

-- Escalations to people; the id is the number in the code, K-1001. Every change of `state` leaves a row in `case_events`.
CREATE TABLE cases_new (
    id             INTEGER PRIMARY KEY,
    resident       INTEGER NOT NULL REFERENCES residents (id),
    trigger        TEXT    NOT NULL,
    -- The entry it is about; empty where nobody knows.
    topic          TEXT    NOT NULL DEFAULT '',
    office         TEXT,
    urgency        TEXT    NOT NULL DEFAULT 'normal' CHECK (urgency IN ('normal', 'soon', 'urgent')),
    opened_at      INTEGER NOT NULL,
    answer_by      INTEGER NOT NULL,
    touched_at     INTEGER NOT NULL,
    state          TEXT    NOT NULL CHECK (state IN ('queued', 'accepted', 'answered', 'waiting', 'closed')),
    owner          TEXT,
    owner_at       INTEGER,
    first_reply_at INTEGER,
    -- Since when it waits for staff; NULL while the word is with the citizen.
    waits_since    INTEGER,
    -- Who has been told that it waits: nobody, the staff again, the supervisor, the deputy.
    alarm          INTEGER NOT NULL DEFAULT 0 CHECK (alarm BETWEEN 0 AND 3),
    closed_at      INTEGER,
    close_reason   TEXT,
    -- What was known when it was opened, masked, as JSON.
    brief          TEXT    NOT NULL DEFAULT '{}',
    -- The topic of the staff's group that belongs to it.
    thread         INTEGER,
    CHECK (state IN ('queued', 'closed') OR (owner IS NOT NULL AND owner_at IS NOT NULL)),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL AND close_reason IS NOT NULL))
) STRICT;
INSERT INTO cases_new (id, resident, trigger, opened_at, answer_by, touched_at, state, owner, owner_at, waits_since,
                       closed_at, close_reason)
    SELECT id, resident, trigger, opened_at, answer_by, touched_at,
           CASE state WHEN 'waiting' THEN 'queued' ELSE state END, accepted_by, accepted_at,
           CASE state WHEN 'closed' THEN NULL ELSE opened_at END, closed_at, close_reason FROM cases;
DROP TABLE cases;
ALTER TABLE cases_new RENAME TO cases;

CREATE UNIQUE INDEX cases_open ON cases (resident) WHERE state <> 'closed';
CREATE INDEX cases_touched ON cases (touched_at) WHERE state <> 'closed';
CREATE INDEX cases_by_resident ON cases (resident, id);
CREATE INDEX cases_closed ON cases (closed_at) WHERE state = 'closed';

-- One row for each step of a case: who, when, what, and the state after it.
CREATE TABLE case_events (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    at      INTEGER NOT NULL,
    who     TEXT    NOT NULL,
    step    TEXT    NOT NULL,
    state   TEXT    NOT NULL,
    detail  TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX case_events_by_case ON case_events (case_id, id);

-- What staff note for each other. Nothing reads this table on the way to a citizen.
CREATE TABLE case_notes (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    at      INTEGER NOT NULL,
    who     TEXT    NOT NULL,
    text    TEXT    NOT NULL
) STRICT;
CREATE INDEX case_notes_by_case ON case_notes (case_id, id);

-- A time at which the citizen wants to be called, and the number, which goes once the case is closed.
CREATE TABLE callbacks (
    case_id  INTEGER PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
    from_at  INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    phone    TEXT    NOT NULL
) STRICT;

-- Hand-over sheets for another counter or department.
CREATE TABLE handovers (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    code       TEXT    NOT NULL UNIQUE,
    case_id    INTEGER REFERENCES cases (id) ON DELETE CASCADE,
    ticket     INTEGER REFERENCES tickets (id) ON DELETE CASCADE,
    -- Where it goes: a counter of an office, or another department by its name.
    office     TEXT,
    counter    INTEGER CHECK (counter BETWEEN 1 AND 16),
    department TEXT    NOT NULL DEFAULT '',
    note       TEXT    NOT NULL DEFAULT '',
    made_by    TEXT    NOT NULL,
    made_at    INTEGER NOT NULL,
    taken_by   TEXT,
    taken_at   INTEGER,
    CHECK (case_id IS NOT NULL OR ticket IS NOT NULL)
) STRICT;
CREATE INDEX handovers_by_case ON handovers (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX handovers_by_ticket ON handovers (ticket) WHERE ticket IS NOT NULL;
CREATE INDEX handovers_open ON handovers (office, counter) WHERE taken_at IS NULL;

-- Who is there to answer now.
CREATE TABLE presence (
    name  TEXT    PRIMARY KEY,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Why a message did not arrive, when it was settled, and when its page showed it.
ALTER TABLE outbox ADD COLUMN failure TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN settled_at INTEGER;
ALTER TABLE outbox ADD COLUMN read_at INTEGER;
CREATE INDEX outbox_by_case ON outbox (case_id, id) WHERE case_id IS NOT NULL;

-- Who works here beside those whom the configuration names.
CREATE TABLE clerks (
    name         TEXT    PRIMARY KEY,
    role         TEXT    NOT NULL CHECK (role IN ('clerk', 'floor', 'supervisor', 'deputy', 'reviewer', 'admin')),
    organisation TEXT    NOT NULL CHECK (organisation IN ('contractor', 'city')),
    -- Ids of offices, separated by spaces; empty: all of them.
    offices      TEXT    NOT NULL DEFAULT '',
    first_day    TEXT,
    last_day     TEXT,
    made_by      TEXT    NOT NULL,
    made_at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What belongs to a person of the configuration or of `clerks`.
CREATE TABLE clerk_marks (
    name         TEXT    PRIMARY KEY,
    -- While a supervisor is away, deputies act.
    away         INTEGER NOT NULL DEFAULT 0 CHECK (away IN (0, 1)),
    telegram     INTEGER UNIQUE,
    -- The shared secret of the second factor in base32, and the last step of time whose code was used.
    totp         TEXT    NOT NULL DEFAULT '',
    totp_step    INTEGER NOT NULL DEFAULT 0,
    failures     INTEGER NOT NULL DEFAULT 0,
    locked_until INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Codes by which somebody ties their Telegram to their name, once and for a few minutes. Only the digest is kept.
CREATE TABLE link_codes (
    digest TEXT    PRIMARY KEY,
    name   TEXT    NOT NULL,
    until  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who did what to which thing: residents, clerks and the desk itself. Each hash covers the row and the hash before it.
CREATE TABLE audit_new (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    who     TEXT    NOT NULL,
    what    TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    before  TEXT    NOT NULL DEFAULT '',
    after   TEXT    NOT NULL DEFAULT '',
    -- Empty only in rows of older versions, until the program seals them at its start.
    hash    TEXT    NOT NULL DEFAULT ''
) STRICT;
INSERT INTO audit_new (id, at, who, what, subject) SELECT id, at, who, what, subject FROM audit ORDER BY id;
DROP TABLE audit;
ALTER TABLE audit_new RENAME TO audit;
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_subject ON audit (subject);
CREATE INDEX audit_by_who ON audit (who);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
    WHEN OLD.hash <> '' OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.who <> OLD.who OR NEW.what <> OLD.what
         OR NEW.subject <> OLD.subject OR NEW.before <> OLD.before OR NEW.after <> OLD.after
BEGIN SELECT RAISE(ABORT, 'the audit log is not changed'); END;
-- Rows go only after their term, from the oldest on: their end is noted in `meta` first.
CREATE TRIGGER audit_is_not_cut BEFORE DELETE ON audit
    WHEN OLD.id > ifnull((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'audit-cut'), 0)
BEGIN SELECT RAISE(ABORT, 'the audit log is not cut'); END;

-- A suspected leak, loss, damage, threat or outage, from the button to the report.
CREATE TABLE incidents (
    id        INTEGER PRIMARY KEY,
    kind      TEXT    NOT NULL CHECK (kind IN ('leak', 'loss', 'damage', 'threat', 'outage', 'other')),
    state     TEXT    NOT NULL CHECK (state IN ('open', 'closed')),
    office    TEXT,
    raised_by TEXT    NOT NULL,
    raised_at INTEGER NOT NULL,
    closed_by TEXT,
    closed_at INTEGER,
    CHECK ((state = 'closed') = (closed_by IS NOT NULL AND closed_at IS NOT NULL))
) STRICT;

-- The record: when, what, who, measures, prevention, as it grows. Nothing is overwritten.
CREATE TABLE incident_entries (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    incident INTEGER NOT NULL REFERENCES incidents (id),
    at       INTEGER NOT NULL,
    who      TEXT    NOT NULL,
    field    TEXT    NOT NULL,
    text     TEXT    NOT NULL
) STRICT;
CREATE INDEX incident_entries_by_incident ON incident_entries (incident, id);

-- One-tap words about an answer, a case or a visit. `resident` goes with the messages.
CREATE TABLE feedback (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    at       INTEGER NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('answer', 'case', 'visit')),
    -- The entry, the case or the ticket.
    subject  TEXT    NOT NULL,
    resident INTEGER REFERENCES residents (id),
    language TEXT    NOT NULL,
    channel  TEXT    NOT NULL,
    office   TEXT,
    good     INTEGER NOT NULL CHECK (good IN (0, 1)),
    reason   TEXT    NOT NULL DEFAULT ''
) STRICT;
-- One word of a resident about a thing; those whose resident is gone stand beside each other.
CREATE UNIQUE INDEX feedback_once ON feedback (kind, subject, resident);
CREATE INDEX feedback_by_time ON feedback (at);

-- When the holder of a ticket was asked how the visit was: once.
ALTER TABLE tickets ADD COLUMN asked_at INTEGER;
CREATE INDEX tickets_to_ask ON tickets (state_at) WHERE state = 'done' AND asked_at IS NULL AND resident IS NOT NULL;

-- Who may write nothing to the desk for a while, why, and until when. Emergency information is never blocked.
CREATE TABLE blocks (
    id        INTEGER PRIMARY KEY,
    resident  INTEGER NOT NULL REFERENCES residents (id),
    at        INTEGER NOT NULL,
    by        TEXT    NOT NULL,
    until     INTEGER NOT NULL,
    reason    TEXT    NOT NULL CHECK (reason IN ('flood', 'insults', 'threats', 'false-reservations', 'other')),
    lifted_at INTEGER,
    lifted_by TEXT,
    -- The case in which a person looks at the appeal. Cases go earlier than blocks, so it is no reference.
    appeal    INTEGER,
    CHECK (until > at AND until <= at + 7776000000),
    CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
) STRICT;
CREATE INDEX blocks_by_resident ON blocks (resident, until);
