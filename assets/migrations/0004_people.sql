-- Who may do what, as the stream of the people says it: looked at inside every write.

-- A program that knows the earlier schemas alone would let everybody do everything.
UPDATE meta SET min_writer = max(min_writer, 4);

-- Empty: nobody was added yet, and no roles hold.
CREATE TABLE person (
    name TEXT PRIMARY KEY,
    called TEXT NOT NULL,
    role TEXT NOT NULL,
    scope TEXT NOT NULL,         -- codes with spaces between
    active INTEGER NOT NULL      -- 0: turned off
) STRICT, WITHOUT ROWID;
