-- Which offices can open the obstacles of a village: a filter asks for all of them, not for the oldest one's alone.

-- A program that knows the earlier schemas alone would leave the new column as it was.
UPDATE meta SET min_writer = max(min_writer, 5), rules = '';

ALTER TABLE summary ADD COLUMN offices TEXT;          -- their words, with spaces between; NULL: no obstacle
