-- Schema 5 of diary.db: the same index with its condition spelled out.
-- SQLite makes a temporary table of three or more words in brackets, and made one for every operation written.
DROP INDEX op_by_date;
CREATE INDEX op_by_date ON op (value) WHERE field = 'date' OR field = 'wake_date' OR field = 'from_date';
