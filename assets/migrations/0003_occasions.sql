-- Meetings and events: what lists need of each, their numbers, and how to reach who came.

-- A program that knows the earlier schemas alone would leave the new tables as they were.
UPDATE meta SET min_writer = max(min_writer, 3);

-- Worked out from the log in the transaction that appends to it. One whose plan was undone has no row.
CREATE TABLE occasion (
    id TEXT PRIMARY KEY,         -- its stream
    sort TEXT NOT NULL,
    meeting INTEGER NOT NULL,    -- 1: a meeting, 0: an event
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    day INTEGER NOT NULL,        -- day number of when it takes or took place
    year INTEGER,                -- its number; merged copies may hold one twice
    n INTEGER,
    phase INTEGER NOT NULL,
    items INTEGER NOT NULL,
    decided INTEGER NOT NULL,
    promises INTEGER NOT NULL,
    men INTEGER NOT NULL,
    women INTEGER NOT NULL,
    follows TEXT,                -- the meeting before it
    last_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX occasion_day ON occasion (meeting, day, id);
CREATE INDEX occasion_number ON occasion (year, n) WHERE year IS NOT NULL;

-- Every number that an agenda was ever given, so that an undone one is not given to another.
CREATE TABLE occasion_number_given (
    year INTEGER NOT NULL,
    n INTEGER NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (year, n, id)
) STRICT, WITHOUT ROWID;

-- Personal data that can be erased, which the log could not. Nothing is worked out from it.
CREATE TABLE contact (
    guest TEXT PRIMARY KEY,      -- the id of the entry on the list of attendance
    occasion TEXT NOT NULL,
    phone TEXT NOT NULL,
    nik TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_occasion ON contact (occasion);
