-- The queue of the day: tickets, what happened to them, counters, who was let in without a reservation, displays and
-- kiosks. Calls overtake everything else in the outbox.

-- A number in the queue of one office on one day. It carries no name. `state` is the only status; every change of it
-- leaves a row in `ticket_events`.
CREATE TABLE tickets (
    id              INTEGER PRIMARY KEY,
    office          TEXT    NOT NULL,
    day             TEXT    NOT NULL,
    letter          TEXT    NOT NULL CHECK (length(letter) = 1),
    n               INTEGER NOT NULL CHECK (n BETWEEN 1 AND 9999),
    -- Whose phone hears of it; NULL for a printed ticket, and once it is over for long.
    resident        INTEGER REFERENCES residents (id),
    language        TEXT    NOT NULL,
    chair           INTEGER NOT NULL DEFAULT 0 CHECK (chair IN (0, 1)),
    hearing         INTEGER NOT NULL DEFAULT 0 CHECK (hearing IN (0, 1)),
    interpreter     INTEGER NOT NULL DEFAULT 0 CHECK (interpreter IN (0, 1)),
    people          INTEGER NOT NULL CHECK (people BETWEEN 1 AND 8),
    -- The reservation it is for, with its time, and whether its holder came after the grace.
    reservation     INTEGER REFERENCES reservations (id),
    due_at          INTEGER,
    late            INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)),
    state           TEXT    NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'parked', 'missed', 'left', 'done')),
    counter         INTEGER CHECK (counter BETWEEN 1 AND 16),
    state_at        INTEGER NOT NULL,
    recalls         INTEGER NOT NULL DEFAULT 0,
    issued_at       INTEGER NOT NULL,
    order_at        INTEGER NOT NULL,
    waiting_since   INTEGER NOT NULL,
    priority_at     INTEGER,
    priority_reason TEXT    NOT NULL DEFAULT '',
    not_before      INTEGER,
    delays          INTEGER NOT NULL DEFAULT 0,
    only_counter    INTEGER CHECK (only_counter BETWEEN 1 AND 16),
    note            TEXT    NOT NULL DEFAULT '',
    -- The range of minutes that was told when it was given.
    told_low        INTEGER,
    told_high       INTEGER,
    -- The last call, for lengths and waits.
    called_at       INTEGER,
    UNIQUE (day, letter, n),
    CHECK ((reservation IS NULL) = (due_at IS NULL)),
    CHECK ((told_low IS NULL) = (told_high IS NULL)),
    CHECK (state NOT IN ('called', 'serving', 'parked', 'done') OR counter IS NOT NULL)
) STRICT;

-- The last word on calling: one ticket at a counter, and one ticket in the queue for a reservation.
CREATE UNIQUE INDEX tickets_at_counter ON tickets (office, day, counter) WHERE state IN ('called', 'serving');
CREATE UNIQUE INDEX tickets_of_reservation ON tickets (reservation)
    WHERE reservation IS NOT NULL AND state IN ('waiting', 'called', 'serving', 'parked', 'missed');
CREATE INDEX tickets_by_reservation ON tickets (reservation, id) WHERE reservation IS NOT NULL;
CREATE INDEX tickets_by_day ON tickets (office, day, state);
CREATE INDEX tickets_open ON tickets (day) WHERE state NOT IN ('done', 'left');
CREATE INDEX tickets_by_resident ON tickets (resident, id) WHERE resident IS NOT NULL;
CREATE INDEX tickets_done ON tickets (office, state_at) WHERE state = 'done';

CREATE TABLE ticket_procedures (
    ticket    INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    n         INTEGER NOT NULL,
    procedure TEXT    NOT NULL,
    PRIMARY KEY (ticket, n)
) STRICT, WITHOUT ROWID;

-- One row for each change of a ticket: who, when, what, and the state after it.
CREATE TABLE ticket_events (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket  INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    at      INTEGER NOT NULL,
    who     TEXT    NOT NULL,
    step    TEXT    NOT NULL,
    state   TEXT    NOT NULL,
    office  TEXT    NOT NULL,
    counter INTEGER,
    detail  TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX ticket_events_by_ticket ON ticket_events (ticket, id);
CREATE INDEX ticket_events_by_office ON ticket_events (office, step, id);
CREATE INDEX ticket_events_calls ON ticket_events (office, at) WHERE step IN ('call', 'recall', 'take');

-- What was done at the counter, for the counts of the day.
CREATE TABLE ticket_work (
    ticket    INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    procedure TEXT    NOT NULL,
    count     INTEGER NOT NULL CHECK (count BETWEEN 1 AND 999),
    PRIMARY KEY (ticket, procedure)
) STRICT, WITHOUT ROWID;

-- Notices that a ticket has had; each is written once.
CREATE TABLE ticket_notices (
    ticket INTEGER NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    kind   TEXT    NOT NULL CHECK (kind IN ('near', 'next', 'slower')),
    at     INTEGER NOT NULL,
    PRIMARY KEY (ticket, kind)
) STRICT, WITHOUT ROWID;

-- Who sits at which counter now. A counter that was left open on an earlier day counts as closed.
CREATE TABLE counters (
    office     TEXT    NOT NULL,
    number     INTEGER NOT NULL CHECK (number BETWEEN 1 AND 16),
    state      TEXT    NOT NULL CHECK (state IN ('closed', 'open', 'paused')),
    clerk      TEXT,
    since      INTEGER NOT NULL,
    -- What is done there, separated by spaces; empty: everything the office does.
    procedures TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (office, number),
    CHECK ((state = 'closed') = (clerk IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE counter_events (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    office TEXT    NOT NULL,
    number INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    who    TEXT    NOT NULL,
    state  TEXT    NOT NULL
) STRICT;

CREATE INDEX counter_events_by_day ON counter_events (office, at);

-- Who was let in without a reservation, who was not, and why, for the report.
CREATE TABLE admissions (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    office TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    asker  TEXT    NOT NULL CHECK (asker IN ('phone', 'kiosk', 'clerk')),
    result TEXT    NOT NULL,
    low    INTEGER,
    high   INTEGER,
    ticket INTEGER REFERENCES tickets (id) ON DELETE CASCADE,
    -- Why staff let somebody in beyond the rule.
    reason TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX admissions_by_ticket ON admissions (ticket) WHERE ticket IS NOT NULL;
CREATE INDEX admissions_by_day ON admissions (office, at);

-- What was told to the staff once: a shortage until it is over, the end of the day.
CREATE TABLE queue_marks (
    office TEXT    NOT NULL,
    kind   TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (office, kind)
) STRICT, WITHOUT ROWID;

-- Displays and kiosks. Only the digest of a token is kept.
CREATE TABLE devices (
    name    TEXT    PRIMARY KEY,
    kind    TEXT    NOT NULL CHECK (kind IN ('board', 'kiosk')),
    office  TEXT    NOT NULL,
    digest  TEXT    NOT NULL UNIQUE,
    made_at INTEGER NOT NULL,
    made_by TEXT    NOT NULL
) STRICT;

-- Wrong codes typed at a kiosk.
CREATE TABLE kiosk_tries (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    device TEXT    NOT NULL,
    at     INTEGER NOT NULL
) STRICT;

ALTER TABLE outbox ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1));
CREATE INDEX outbox_urgent ON outbox (channel, id) WHERE state = 'pending' AND urgent = 1;

-- The papers of somebody without a reservation are kept under the id of their ticket: ids come from one sequence.
CREATE TABLE document_checks_new (
    reservation INTEGER NOT NULL,
    item        TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    PRIMARY KEY (reservation, item)
) STRICT, WITHOUT ROWID;
INSERT INTO document_checks_new (reservation, item, at) SELECT reservation, item, at FROM document_checks;
DROP TABLE document_checks;
ALTER TABLE document_checks_new RENAME TO document_checks;
