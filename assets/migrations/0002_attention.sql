-- What lists need of evidence, obstacles and promises, and by which rules it was worked out.

-- The version of the rules. Empty: all summaries are to be worked out anew, as after every step that changes what they
-- say.
ALTER TABLE meta ADD COLUMN rules TEXT NOT NULL DEFAULT '';

-- A program that knows the first schema alone would leave the new columns as they were.
UPDATE meta SET min_writer = max(min_writer, 2);

ALTER TABLE summary ADD COLUMN category TEXT;         -- the word
-- For each stage the last day on which it is verified, as a day number; the highest one: no end; NULL: not verified.
ALTER TABLE summary ADD COLUMN holds_1 INTEGER;
ALTER TABLE summary ADD COLUMN holds_2 INTEGER;
ALTER TABLE summary ADD COLUMN holds_3 INTEGER;
ALTER TABLE summary ADD COLUMN holds_4 INTEGER;
-- The oldest obstacle: the word of the office, and since when (day number).
ALTER TABLE summary ADD COLUMN blocked_office TEXT;
ALTER TABLE summary ADD COLUMN blocked_since INTEGER;
ALTER TABLE summary ADD COLUMN next_due INTEGER;      -- day number
ALTER TABLE summary ADD COLUMN warn_from INTEGER;     -- day number

-- Each reason for attention holds where one number lies below a bound; NULL lies below nothing. Two of the numbers are
-- made for that: a product without any promise, and until when the packaging of a marketed product is verified.
ALTER TABLE summary ADD COLUMN idle INTEGER
    GENERATED ALWAYS AS (CASE WHEN stage > 0 AND next_due IS NULL THEN 0 END) VIRTUAL;
ALTER TABLE summary ADD COLUMN packaged_until INTEGER
    GENERATED ALWAYS AS (CASE WHEN stage = 4 THEN ifnull(holds_3, -2147483648) END) VIRTUAL;

-- Whoever is too long in a stage is found through summary_age.
CREATE INDEX summary_latest ON summary (cell, latest) WHERE latest IS NOT NULL;
CREATE INDEX summary_blocked ON summary (cell, blocked_since) WHERE blocked_since IS NOT NULL;
CREATE INDEX summary_due ON summary (cell, next_due) WHERE next_due IS NOT NULL;
CREATE INDEX summary_warn ON summary (cell, warn_from) WHERE warn_from IS NOT NULL;
CREATE INDEX summary_idle ON summary (cell, idle) WHERE idle IS NOT NULL;
CREATE INDEX summary_packaged ON summary (cell, packaged_until) WHERE packaged_until IS NOT NULL;
