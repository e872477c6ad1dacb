-- Schema 2 of diary.db: words can be searched, what was removed can be listed, a pain can lie in several regions.

-- Codes of regions, apart by a space.
ALTER TABLE named_pain RENAME COLUMN region TO regions;
UPDATE op SET field = 'regions' WHERE field = 'region';

-- Everything written in words, as it is searched.
-- A passage is numbered by its day: 2^32 times the days since the last day before the year 0, and then counted;
-- so the newest come first without sorting. Names belong to no day and have numbers below 2^32:
-- they are found by the days on which they were used.
-- The text has a control character around every letter of a script that puts no spaces between words.
CREATE TABLE passage (
    passage_no INTEGER NOT NULL PRIMARY KEY,
    in_table TEXT NOT NULL,
    uuid TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (uuid, in_table)
) STRICT;

-- Letters, digits and the marks that go with them are words, in any case and with any accent.
-- Beginnings of one, two and three letters have an index of their own, so that the first letters typed cost what a
-- whole word costs, however many years there are. A word that was removed is struck out at once and leaves the index
-- with a later merge: the log, in the same file, keeps it for taking the removal back in any case.
CREATE VIRTUAL TABLE words USING fts5 (
    text,
    content = 'passage',
    content_rowid = 'passage_no',
    columnsize = 0,
    prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'"
);

CREATE TRIGGER passage_made AFTER INSERT ON passage BEGIN
    INSERT INTO words (rowid, text) VALUES (NEW.passage_no, NEW.text);
END;
CREATE TRIGGER passage_altered AFTER UPDATE ON passage BEGIN
    INSERT INTO words (words, rowid, text) VALUES ('delete', OLD.passage_no, OLD.text);
    INSERT INTO words (rowid, text) VALUES (NEW.passage_no, NEW.text);
END;
CREATE TRIGGER passage_gone AFTER DELETE ON passage BEGIN
    INSERT INTO words (words, rowid, text) VALUES ('delete', OLD.passage_no, OLD.text);
END;

-- Rows whose passage is out of date. The triggers below see every write, whoever makes it;
-- the program brings the passages up to date before it commits, and when it opens the file.
CREATE TABLE unindexed (
    in_table TEXT NOT NULL,
    uuid TEXT NOT NULL,
    PRIMARY KEY (in_table, uuid)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER note_worded AFTER INSERT ON note WHEN NEW.text IS NOT NULL BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('note', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_reworded AFTER UPDATE ON note
WHEN NEW.text IS NOT OLD.text OR NEW.date IS NOT OLD.date OR (NEW.deleted_at IS NULL) IS NOT (OLD.deleted_at IS NULL) BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('note', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER note_unworded AFTER DELETE ON note BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('note', OLD.uuid) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER day_entry_worded AFTER INSERT ON day_entry WHEN NEW.mattered IS NOT NULL BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('day_entry', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER day_entry_reworded AFTER UPDATE ON day_entry
WHEN NEW.mattered IS NOT OLD.mattered OR NEW.date IS NOT OLD.date OR (NEW.deleted_at IS NULL) IS NOT (OLD.deleted_at IS NULL) BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('day_entry', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER day_entry_unworded AFTER DELETE ON day_entry BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('day_entry', OLD.uuid) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER dose_worded AFTER INSERT ON dose WHEN NEW.kind IS NOT NULL BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('dose', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER dose_reworded AFTER UPDATE ON dose
WHEN NEW.kind IS NOT OLD.kind OR NEW.date IS NOT OLD.date OR (NEW.deleted_at IS NULL) IS NOT (OLD.deleted_at IS NULL) BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('dose', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER dose_unworded AFTER DELETE ON dose BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('dose', OLD.uuid) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER medicine_taken_worded AFTER INSERT ON medicine_taken WHEN NEW.amount IS NOT NULL BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('medicine_taken', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER medicine_taken_reworded AFTER UPDATE ON medicine_taken
WHEN NEW.amount IS NOT OLD.amount OR NEW.date IS NOT OLD.date OR (NEW.deleted_at IS NULL) IS NOT (OLD.deleted_at IS NULL) BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('medicine_taken', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER medicine_taken_unworded AFTER DELETE ON medicine_taken BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('medicine_taken', OLD.uuid) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER annotation_worded AFTER INSERT ON annotation WHEN NEW.label IS NOT NULL BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('annotation', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER annotation_reworded AFTER UPDATE ON annotation
WHEN NEW.label IS NOT OLD.label OR NEW.date IS NOT OLD.date OR (NEW.deleted_at IS NULL) IS NOT (OLD.deleted_at IS NULL) BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('annotation', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER annotation_unworded AFTER DELETE ON annotation BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('annotation', OLD.uuid) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER named_pain_worded AFTER INSERT ON named_pain WHEN NEW.name IS NOT NULL BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('named_pain', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER named_pain_reworded AFTER UPDATE ON named_pain
WHEN NEW.name IS NOT OLD.name OR (NEW.deleted_at IS NULL) IS NOT (OLD.deleted_at IS NULL) BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('named_pain', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER named_pain_unworded AFTER DELETE ON named_pain BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('named_pain', OLD.uuid) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER factor_worded AFTER INSERT ON factor WHEN NEW.name IS NOT NULL BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('factor', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER factor_reworded AFTER UPDATE ON factor
WHEN NEW.name IS NOT OLD.name OR (NEW.deleted_at IS NULL) IS NOT (OLD.deleted_at IS NULL) BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('factor', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER factor_unworded AFTER DELETE ON factor BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('factor', OLD.uuid) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER medicine_worded AFTER INSERT ON medicine WHEN NEW.name IS NOT NULL BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('medicine', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER medicine_reworded AFTER UPDATE ON medicine
WHEN NEW.name IS NOT OLD.name OR (NEW.deleted_at IS NULL) IS NOT (OLD.deleted_at IS NULL) BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('medicine', NEW.uuid) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER medicine_unworded AFTER DELETE ON medicine BEGIN
    INSERT INTO unindexed (in_table, uuid) VALUES ('medicine', OLD.uuid) ON CONFLICT DO NOTHING;
END;

INSERT INTO unindexed (in_table, uuid)
SELECT 'note', uuid FROM note WHERE text IS NOT NULL AND deleted_at IS NULL
UNION ALL SELECT 'day_entry', uuid FROM day_entry WHERE mattered IS NOT NULL AND deleted_at IS NULL
UNION ALL SELECT 'dose', uuid FROM dose WHERE kind IS NOT NULL AND deleted_at IS NULL
UNION ALL SELECT 'medicine_taken', uuid FROM medicine_taken WHERE amount IS NOT NULL AND deleted_at IS NULL
UNION ALL SELECT 'annotation', uuid FROM annotation WHERE label IS NOT NULL AND deleted_at IS NULL
UNION ALL SELECT 'named_pain', uuid FROM named_pain WHERE name IS NOT NULL AND deleted_at IS NULL
UNION ALL SELECT 'factor', uuid FROM factor WHERE name IS NOT NULL AND deleted_at IS NULL
UNION ALL SELECT 'medicine', uuid FROM medicine WHERE name IS NOT NULL AND deleted_at IS NULL;

-- The days on which a name was used. A factor of 0 is one that was not there.
CREATE INDEX medicine_taken_by_medicine ON medicine_taken (medicine, date) WHERE deleted_at IS NULL;
CREATE INDEX factor_value_by_factor ON factor_value (factor, date) WHERE deleted_at IS NULL AND value <> 0;
CREATE INDEX pain_rating_by_pain ON pain_rating (pain, date) WHERE deleted_at IS NULL AND pain IS NOT NULL;

-- What a change removed.
CREATE INDEX op_that_removed ON op (change_id) WHERE field = 'alive' AND value = 0;

-- The change whose making this one took back, long after it: an import, as a rule.
ALTER TABLE change ADD COLUMN takes_back INTEGER REFERENCES change (change_id);
-- Until now the removal of an import's own record has always been such a taking back.
UPDATE change SET takes_back = (
    SELECT made.change_id FROM op AS gone JOIN record USING (record_no) JOIN op AS made USING (record_no)
    WHERE gone.change_id = change.change_id AND in_table = 'import_batch'
      AND gone.field = 'alive' AND gone.value = 0
      AND made.field = 'alive' AND made.value = 1 AND made.hlc < gone.hlc
    ORDER BY made.hlc DESC LIMIT 1
) WHERE undoes IS NULL AND redoes IS NULL;

-- What the next undo takes back, however many changes have been undone before.
CREATE INDEX change_in_effect ON change (change_id) WHERE undone_by IS NULL AND undoes IS NULL AND redoes IS NULL;
-- When changes were made, to list what was removed lately.
CREATE INDEX change_by_time ON change (at) WHERE undone_by IS NULL AND undoes IS NULL AND redoes IS NULL;
-- Runs of days that reach a day: few end after it, unless it is long ago.
CREATE INDEX span_by_end ON span (to_date) WHERE deleted_at IS NULL;
