-- The review loop: why a question was not settled, what became of it, and the texts as they were approved.

ALTER TABLE misses ADD COLUMN kind TEXT NOT NULL DEFAULT 'no-answer'
    CHECK (kind IN ('no-answer', 'none-of-these', 'unhelpful'));
-- The answer that did not help.
ALTER TABLE misses ADD COLUMN about TEXT;
-- What the reviewers did with it: a wording of an entry, a draft of a new one, or nothing. NULL while it waits.
ALTER TABLE misses ADD COLUMN settled TEXT;

CREATE INDEX misses_waiting ON misses (at) WHERE settled IS NULL;

-- Texts by their hash, so that a reviewer sees what is different from what was approved last.
CREATE TABLE texts (
    hash     TEXT PRIMARY KEY NOT NULL,
    question TEXT NOT NULL,
    spoken   TEXT NOT NULL,
    body     TEXT NOT NULL,
    seen_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
