-- What staff enter for single days: closures, hours, counters. Rows are only added: for a day and an office the newest
-- one counts, and the older ones say who changed what and when. Civil days and times, as people say them.
CREATE TABLE calendar_entries (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    day      TEXT    NOT NULL,
    -- NULL for all offices.
    office   TEXT,
    kind     TEXT    NOT NULL CHECK (kind IN ('closed', 'open', 'rule')),
    opens    TEXT,
    closes   TEXT,
    counters INTEGER CHECK (counters BETWEEN 1 AND 16),
    reason   TEXT    NOT NULL,
    who      TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    CHECK ((opens IS NULL) = (closes IS NULL)),
    CHECK (kind = 'open' OR (opens IS NULL AND counters IS NULL)),
    CHECK (kind <> 'open' OR opens IS NOT NULL OR counters IS NOT NULL)
) STRICT;

CREATE INDEX calendar_entries_by_day ON calendar_entries (day, id);
