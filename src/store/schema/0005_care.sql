-- What is kept around a visit: a month, and ticks on a list. Never a birth date, never a number.

-- When somebody wants to be told that it is time to renew; the month is civil, 'YYYY-MM'.
CREATE TABLE renewal_reminders (
    resident  INTEGER NOT NULL REFERENCES residents (id),
    kind      TEXT    NOT NULL CHECK (kind IN ('card', 'certificate', 'stay')),
    due_month TEXT    NOT NULL CHECK (due_month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
    state     TEXT    NOT NULL CHECK (state IN ('waiting', 'sent', 'dropped')),
    reason    TEXT,
    PRIMARY KEY (resident, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX renewal_reminders_due ON renewal_reminders (due_month) WHERE state = 'waiting';

-- The things somebody has ready for a visit.
CREATE TABLE document_checks (
    reservation INTEGER NOT NULL REFERENCES reservations (id),
    item        TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    PRIMARY KEY (reservation, item)
) STRICT, WITHOUT ROWID;
