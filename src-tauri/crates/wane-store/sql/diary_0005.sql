-- Schema 5 of diary.db.

-- The same index with its condition spelled out.
-- SQLite makes a temporary table of three or more words in brackets, and made one for every operation written.
DROP INDEX op_by_date;
CREATE INDEX op_by_date ON op (value) WHERE field = 'date' OR field = 'wake_date' OR field = 'from_date';

-- Values of factors that somebody said: by hand, or in a table of days, where the key is a date with a name behind it.
-- What a device measured has a key that begins with a letter and is not in here, however many days it tells of:
-- whether a factor has anything that somebody said is one look, and an import of years of days costs nothing.
CREATE INDEX factor_value_said ON factor_value (factor)
    WHERE deleted_at IS NULL AND (source_key IS NULL OR source_key < 'a');
