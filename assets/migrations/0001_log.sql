-- The log, the register as it was when the database was made, and what lists need.

CREATE TABLE meta (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    origin TEXT NOT NULL,        -- names this database in every event that it wrote first
    created_at TEXT NOT NULL,
    register TEXT NOT NULL,      -- print of the register it was made from
    villages INTEGER NOT NULL,
    regions INTEGER NOT NULL,    -- regencies and kecamatan
    min_writer INTEGER NOT NULL  -- the oldest schema a program must know to write here
) STRICT;

-- What happened. Nothing is ever changed or taken out; AUTOINCREMENT because a seq is never used twice.
CREATE TABLE event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT CHECK (seq > 0),
    id TEXT NOT NULL UNIQUE,
    stream TEXT NOT NULL,
    kind TEXT NOT NULL,
    aspect TEXT NOT NULL,
    body TEXT NOT NULL,
    occurred_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    origin TEXT NOT NULL,
    batch TEXT NOT NULL
) STRICT;

CREATE INDEX event_stream ON event (stream, seq);
CREATE INDEX event_batch ON event (batch, seq);
CREATE INDEX event_actor ON event (actor, seq);

CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;

CREATE TRIGGER event_is_kept BEFORE DELETE ON event
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;

-- An explicit seq could be put before what happened or use up the numbers. Before an insert a rowid that SQLite is to
-- choose reads as -1; an explicit -1 falls to the table's own check. A duplicate id would let INSERT OR REPLACE take
-- the place of what is there.
CREATE TRIGGER event_comes_last BEFORE INSERT ON event
BEGIN
    SELECT RAISE(ABORT, 'the log numbers its events itself') WHERE new.seq <> -1;
    SELECT RAISE(ABORT, 'the log has this event') WHERE EXISTS (SELECT 1 FROM event WHERE id = new.id);
END;

CREATE TABLE region (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    parent TEXT NOT NULL,        -- of a regency the empty text
    first_ord INTEGER NOT NULL,  -- its villages stand from here …
    end_ord INTEGER NOT NULL     -- … to before here
) STRICT, WITHOUT ROWID;

CREATE INDEX region_parent ON region (parent, code, name);

-- By which texts a region is found: its name, a regency also without its first word.
CREATE TABLE region_name (
    key TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (key, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE village (
    ord INTEGER PRIMARY KEY,     -- place in the register, from 0 without gaps
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kecamatan TEXT NOT NULL,
    regency TEXT NOT NULL
) STRICT;

-- The normalised name from its first word on (later = 0) and from each later word on (later = 1).
CREATE TABLE name_part (
    later INTEGER NOT NULL,
    part TEXT NOT NULL,
    ord INTEGER NOT NULL,
    PRIMARY KEY (later, part, ord)
) STRICT, WITHOUT ROWID;

-- The letters, in order, of the whole name and of each word: whatever is one typing error away has one of a few bags.
CREATE TABLE name_bag (
    bag TEXT NOT NULL,
    ord INTEGER NOT NULL,
    PRIMARY KEY (bag, ord)
) STRICT, WITHOUT ROWID;

-- What lists need of each village, worked out from the log in the transaction that appends to it.
CREATE TABLE summary (
    ord INTEGER PRIMARY KEY,
    decision INTEGER NOT NULL DEFAULT 0,
    stage INTEGER NOT NULL DEFAULT 0,          -- 0: none
    product TEXT,
    potentials INTEGER NOT NULL DEFAULT 0,
    first_potential TEXT,
    since INTEGER NOT NULL DEFAULT 2147483647, -- day number; the highest one: no date, which sorts last
    latest INTEGER,                            -- day number
    sells_raw INTEGER NOT NULL DEFAULT 0,
    former INTEGER NOT NULL DEFAULT 0,
    last_seq INTEGER NOT NULL DEFAULT 0,
    name_rank INTEGER NOT NULL,
    kecamatan_number INTEGER NOT NULL,
    cell INTEGER NOT NULL GENERATED ALWAYS AS (decision * 10 + stage * 2 + (former > 0)) STORED,
    attention INTEGER NOT NULL GENERATED ALWAYS AS (kecamatan_number * 8 + decision) STORED
) STRICT;

-- A filter is a set of cells. Within a cell every order can be read from any place on.
CREATE INDEX summary_register ON summary (cell);
CREATE INDEX summary_name ON summary (cell, name_rank);
CREATE INDEX summary_age ON summary (cell, since);
CREATE INDEX summary_attention ON summary (cell, attention);

-- How many villages stand in a cell: of all (region ''), of each regency and of each kecamatan.
CREATE TABLE tally (
    region TEXT NOT NULL,
    cell INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (region, cell)
) STRICT, WITHOUT ROWID;
