//! A damaged file is read into a sound one of the same schema: whatever can be read and keeps the rules.

use std::{
    fs::File,
    io::{self, Read as _, Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
};

use rusqlite::{Connection, Row, config::DbConfig, params_from_iter, types::ValueRef};

use super::{
    rules,
    sweep::{self, Target},
};
use crate::{
    Error, OpenError,
    backup::verify,
    connection::{self, Use},
    contents::quoted,
    diary::DIARY,
    files,
    restore::{Prepared, Workshop, close_whole},
    tables,
};

/// A sound diary of the newest schema, made of what could be read.
#[derive(Debug)]
pub(super) struct Salvaged {
    pub path: PathBuf,
    /// Nothing was out of reach or out of shape.
    pub complete: bool,
    /// How many rows could be read but break a rule.
    pub left_out: u64,
}

/// Reads what can be read of the diary in a folder; `None` when nothing can. Nothing in the folder is changed.
pub(super) fn salvage(
    workshop: &Workshop<'_>,
    folder: &Path,
) -> Result<Option<Salvaged>, OpenError> {
    let damaged = workshop.dir().join("damaged.db");
    bring_over(folder, &damaged).map_err(super::from_io)?;
    let Some((source, schema)) = open_damaged(&damaged) else {
        return Ok(None);
    };
    let path = workshop.dir().join("salvaged.db");
    drop(files::private_file(&path).map_err(super::from_io)?);
    let target = connection::open(&path, Use::Work).map_err(super::from_sqlite)?;
    let mut read = rebuild(&source, &target, schema).map_err(super::from_sqlite)?;
    drop(source);
    if read.rows == 0 && !read.complete {
        return Ok(None);
    }
    close_whole(target, &path)?;
    // From here on it is a diary like any other, only an old one perhaps.
    let mut upgraded = Prepared::open(path)?;
    read.left_out +=
        leave_out_what_is_not_understood(upgraded.conn()).map_err(super::from_sqlite)?;
    Ok(Some(Salvaged {
        path: upgraded.close()?,
        complete: read.complete && read.left_out == 0,
        left_out: read.left_out,
    }))
}

/// Copies the file and its log; blocks that the disk no longer gives are left empty.
fn bring_over(folder: &Path, to: &Path) -> io::Result<()> {
    let from = folder.join(DIARY.file);
    for ending in ["", "-wal"] {
        let (from, to) = (files::beside(&from, ending), files::beside(to, ending));
        if files::size(&from)?.is_some() {
            copy_blocks(&from, &to)?;
        }
    }
    let file = files::private_file(to)?;
    if file.metadata()?.len() == 0 && to_has_log(to)? {
        // SQLite would throw the log away with the empty file. With one empty page it reads the log instead.
        file.set_len(PAGE)?;
    }
    mend_header(file)
}

fn to_has_log(database: &Path) -> io::Result<bool> {
    Ok(files::size(&files::beside(database, "-wal"))?.unwrap_or(0) > 0)
}

/// Bytes in a page of our files.
const PAGE: u64 = 4096;

fn copy_blocks(from: &Path, to: &Path) -> io::Result<()> {
    let mut source = File::open(from)?;
    let mut target = files::private_file(to)?;
    let length = source.metadata()?.len();
    let mut block = vec![0; 4096];
    let mut at = 0;
    while at < length {
        let size = usize::try_from((length - at).min(PAGE)).unwrap_or(block.len());
        let part = block.get_mut(..size).unwrap_or_default();
        let read = source
            .seek(SeekFrom::Start(at))
            .and_then(|_| source.read_exact(part));
        if read.is_err() {
            part.fill(0);
        }
        target.write_all(part)?;
        at += PAGE;
    }
    Ok(())
}

/// Writes those fields of the header anew that are the same in all our files, and the number of pages,
/// so that damage to them alone does not make the file unreadable (<https://www.sqlite.org/fileformat.html>, 1.3).
fn mend_header(mut file: File) -> io::Result<()> {
    let mut header = [0; 100];
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(0))?;
    if file.read_exact(&mut header).is_err() {
        return Ok(());
    }
    let pages = u32::try_from(length / PAGE).unwrap_or(u32::MAX);
    let mut put = |at: usize, bytes: &[u8]| {
        for (to, from) in header.iter_mut().skip(at).zip(bytes) {
            *to = *from;
        }
    };
    put(0, b"SQLite format 3\0");
    // Page size, log for writing and reading, no reserved bytes, and three fractions that never vary.
    put(16, &[0x10, 0, 2, 2, 0, 64, 32, 32]);
    put(28, &pages.to_be_bytes());
    // Schema format 4, no suggested cache, no automatic vacuum, UTF-8.
    put(44, &[0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    // The number of pages counts only if these two agree.
    put(24, &[0, 0, 0, 1]);
    put(92, &[0, 0, 0, 1]);
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&header)
}

/// Opens the copy, whatever its schema table looks like; with it the schema number it must have been made by.
fn open_damaged(path: &Path) -> Option<(Connection, u32)> {
    let usage = if to_has_log(path).ok()? {
        Use::LookThroughLog
    } else {
        Use::Look
    };
    let conn = connection::open(path, usage).ok()?;
    // A statement of the schema that makes no sense is passed over instead of stopping everything.
    // Only tables that are ours word for word are read, so that nothing foreign is run by this.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
        .ok()?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)
        .ok()?;
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
        .ok()?;
    let said: Option<u32> = conn
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .ok();
    let known = 1..=DIARY.newest();
    // What the header says may be damage too: the schema of which most tables are there is the one.
    let fitting = |schema: &u32| {
        let tables = verify::made_in_memory(&DIARY, *schema)
            .and_then(|model| tables_of(&model))
            .unwrap_or_default();
        let ours = tables
            .iter()
            .filter(|(name, sql)| has_table(&conn, name, sql))
            .count();
        (ours, said == Some(*schema))
    };
    let schema = known.max_by_key(fitting)?;
    Some((conn, schema))
}

/// What was read.
struct Read {
    rows: u64,
    complete: bool,
    left_out: u64,
}

/// Tables whose content follows from that of others, and is made anew.
fn is_derived(table: &str) -> bool {
    !KEPT.contains(&table) && tables::named(table).is_none()
}

/// The tables that are not of records; those that others refer to come first.
const KEPT: [&str; 6] = ["meta", "device", "change", "record", "op", "setting"];

fn rebuild(source: &Connection, target: &Connection, schema: u32) -> rusqlite::Result<Read> {
    connection::prepare_to_draft(target)?;
    // What refers to something that could not be read is left out at the end.
    target.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
    let transaction = target.unchecked_transaction()?;
    for sql in DIARY
        .migrations
        .iter()
        .take(usize::try_from(schema).unwrap_or(usize::MAX))
    {
        transaction.execute_batch(sql)?;
    }
    transaction.pragma_update(None, "application_id", DIARY.application_id)?;
    transaction.pragma_update(None, "user_version", schema)?;
    let mut read = Read {
        rows: 0,
        complete: true,
        left_out: 0,
    };
    let mut tables = tables_of(&transaction)?;
    tables.retain(|(name, _)| !is_derived(name));
    tables.sort_by_key(|(name, _)| {
        KEPT.iter()
            .position(|kept| kept == name)
            .unwrap_or(usize::MAX)
    });
    for (table, sql) in tables {
        if !has_table(source, &table, &sql) {
            read.complete = false;
            continue;
        }
        for target in targets(&transaction, &table)? {
            copy_table(source, &transaction, &target, &mut read)?;
        }
    }
    if !read.complete {
        rules::close_incomplete_changes(&transaction)?;
    }
    read.left_out += rules::leave_out_what_leads_nowhere(&transaction)?;
    transaction.commit()?;
    Ok(read)
}

/// The tables of a database, with the statement that made each.
fn tables_of(conn: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Whether the file has that table, made by that very statement.
fn has_table(conn: &Connection, name: &str, sql: &str) -> bool {
    conn.query_row(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?1 AND tbl_name = ?1 AND sql = ?2",
        [name, sql],
        |row| row.get::<_, i64>(0),
    )
    .is_ok_and(|found| found == 1)
}

/// How a table is to be read: by its key; the operations device by device.
fn targets(sound: &Connection, table: &str) -> rusqlite::Result<Vec<Target>> {
    let mut columns = Vec::new();
    let mut keys = Vec::new();
    let mut info = sound.prepare("SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid")?;
    let mut rows = info.query([table])?;
    while let Some(row) = rows.next()? {
        let (name, key): (String, i64) = (row.get(0)?, row.get(1)?);
        if key > 0 {
            keys.push((key, name.clone()));
        }
        columns.push(name);
    }
    keys.sort();
    // The log knows the name of every row there ever was, of settings too.
    let names: Vec<String> = sound
        .prepare("SELECT uuid FROM record WHERE in_table = ?1 ORDER BY uuid")?
        .query_map([table], |row| row.get(0))?
        .filter_map(Result::ok)
        .collect();
    let target = |key: &str, within| Target {
        names: names.clone(),
        table: table.to_owned(),
        columns: columns.clone(),
        key: key.to_owned(),
        within,
    };
    Ok(match keys.as_slice() {
        [(_, key)] => vec![target(key, None)],
        [(_, first), (_, key)] => {
            let mut devices: Vec<i64> = sound
                .prepare("SELECT device_id FROM device ORDER BY 1")?
                .query_map([], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            if devices.is_empty() {
                // Most diaries have seen one device only.
                devices.push(1);
            }
            devices
                .into_iter()
                .map(|device| target(key, Some((first.clone(), device))))
                .collect()
        }
        _ => Vec::new(),
    })
}

fn copy_table(
    source: &Connection,
    sound: &Connection,
    target: &Target,
    read: &mut Read,
) -> rusqlite::Result<()> {
    let columns: Vec<String> = target.columns.iter().map(|name| quoted(name)).collect();
    let sql = format!(
        "INSERT INTO {} ({}) VALUES (?{})",
        quoted(&target.table),
        columns.join(", "),
        ", ?".repeat(columns.len().saturating_sub(1))
    );
    let mut insert = sound.prepare(&sql)?;
    let mut take = |row: &Row<'_>| -> rusqlite::Result<()> {
        let values: Vec<ValueRef<'_>> = (0..columns.len())
            .map(|at| row.get_ref(at))
            .collect::<rusqlite::Result<_>>()?;
        // What are no letters any more says nothing, and would stop whoever reads it as words.
        let is_legible = |value: &ValueRef<'_>| match value {
            ValueRef::Text(bytes) => std::str::from_utf8(bytes).is_ok(),
            _ => true,
        };
        if !values.iter().all(is_legible) {
            read.left_out += 1;
            read.complete = false;
            return Ok(());
        }
        let values = values
            .into_iter()
            .map(rusqlite::types::ToSqlOutput::Borrowed);
        match insert.execute(params_from_iter(values)) {
            Ok(_) => read.rows += 1,
            Err(error) if matches!(Error::from_sqlite(&error), Error::Refused { .. }) => {
                read.left_out += 1;
            }
            Err(error) => return Err(error),
        }
        Ok(())
    };
    let whole = sweep::sweep(source, target, &mut take)?;
    read.complete &= whole;
    Ok(())
}

/// Leaves out rows and operations that keep the rules of the schema and yet say nothing this program understands.
fn leave_out_what_is_not_understood(conn: &mut Connection) -> rusqlite::Result<u64> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
    let transaction = conn.transaction()?;
    let mut left_out = 0;
    for table in tables::ALL {
        left_out += rules::leave_out_unreadable_rows(&transaction, table)?;
    }
    rules::leave_out_unreadable_operations(&transaction)?;
    left_out += rules::leave_out_what_leads_nowhere(&transaction)?;
    crate::words::bring_up_to_date(&transaction)?;
    transaction.commit()?;
    Ok(left_out)
}
