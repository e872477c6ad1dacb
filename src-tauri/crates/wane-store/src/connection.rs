//! The one place that opens a connection to a database file, and how every connection is set.

use std::{path::Path, time::Duration};

use rusqlite::{
    Connection, OpenFlags,
    config::DbConfig,
    hooks::{AuthAction, AuthContext, Authorization},
    limits::Limit,
};

use crate::seam::{self, Sown};

/// How a connection is going to be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Reading and writing.
    Work,
    /// Reading and writing where there is no room for the log's shared index: it is kept in memory instead.
    WorkWithoutIndex,
    /// Reading a file that this program may have open for writing besides.
    Read,
    /// Looking at a file that has no log beside it, without leaving a trace.
    Look,
    /// Looking at a file together with the log beside it, without leaving a trace.
    LookThroughLog,
}

/// Opens the file, which must exist.
///
/// The key of an encrypted diary would be given here, as the first statement on the new connection,
/// before anything reads a page: no other function of this crate opens a file.
pub(crate) fn open(path: &Path, usage: Use) -> rusqlite::Result<Connection> {
    let conn = match usage {
        // `immutable` promises that nobody writes meanwhile, which is true of a backup for ever,
        // and of anything else while this program holds the directory's lock and does not have the file open;
        // in return SQLite makes no log and no index beside the file.
        Use::Look => Connection::open_with_flags(
            uri(path) + "?immutable=1",
            OpenFlags::SQLITE_OPEN_READ_ONLY
                | OpenFlags::SQLITE_OPEN_URI
                | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?,
        Use::Read => Connection::open_with_flags(
            path,
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?,
        Use::Work | Use::WorkWithoutIndex | Use::LookThroughLog => Connection::open_with_flags(
            path,
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?,
    };
    conn.busy_timeout(Duration::from_millis(5000))?;
    if matches!(usage, Use::LookThroughLog | Use::WorkWithoutIndex) {
        // With the file locked for this connection alone, the index of the log lives in memory.
        conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    }
    if usage == Use::LookThroughLog {
        conn.pragma_update(None, "query_only", true)?;
    }
    // Until the file is known to be sound, closing must not carry its log over into it.
    checkpoint_on_close(&conn, false)?;
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
        // Without it a statement that compares an index with a parameter is compiled anew each time another value is
        // bound, in case the value would make another plan worth while: nearly half of all the work of writing.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
    ] {
        conn.set_db_config(setting, on)?;
    }
    conn.pragma_update(None, "mmap_size", 0)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    // In KiB, taken as it is needed: the upper levels of a hundred years' indexes and their newest pages stay at hand.
    conn.pragma_update(None, "cache_size", -16 * 1024)?;
    conn.set_prepared_statement_cache_capacity(128);
    Ok(conn)
}

/// Opens a database that another program made, which nobody has any reason to trust, for reading alone.
///
/// `before_any_page` is called before anything of the file is read, so that even its schema is read within bounds.
pub(crate) fn open_foreign(
    path: &Path,
    limits: &[(Limit, i32)],
    before_any_page: impl FnOnce(&Connection) -> rusqlite::Result<()>,
) -> rusqlite::Result<Connection> {
    let conn = Connection::open_with_flags(
        uri(path) + "?immutable=1",
        OpenFlags::SQLITE_OPEN_READ_ONLY
            | OpenFlags::SQLITE_OPEN_URI
            | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    for (limit, most) in limits {
        conn.set_limit(*limit, *most)?;
    }
    before_any_page(&conn)?;
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
    ] {
        conn.set_db_config(setting, on)?;
    }
    conn.pragma_update(None, "mmap_size", 0)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "query_only", true)?;
    conn.authorizer(Some(|asked: AuthContext<'_>| match asked.action {
        AuthAction::Select | AuthAction::Read { .. } => Authorization::Allow,
        AuthAction::Pragma {
            pragma_name: "table_info",
            ..
        } => Authorization::Allow,
        _ => Authorization::Deny,
    }))?;
    Ok(conn)
}

/// The settings of a connection that is going to write; the first of them touches the file.
pub(crate) fn prepare_to_write(conn: &Connection) -> rusqlite::Result<()> {
    conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0))?;
    // In WAL only FULL makes a commit survive a power cut; NORMAL loses the last ones.
    let synchronous = if seam::sown(Sown::NormalSync) {
        "NORMAL"
    } else {
        "FULL"
    };
    conn.pragma_update(None, "synchronous", synchronous)?;
    conn.pragma_update(None, "secure_delete", true)?;
    if cfg!(target_vendor = "apple") {
        // There an ordinary fsync does not reach the drive.
        conn.pragma_update(None, "fullfsync", true)?;
        conn.pragma_update(None, "checkpoint_fullfsync", true)?;
    }
    Ok(())
}

/// The settings of a connection that writes what is worth nothing before it is whole and has been made durable as a file.
pub(crate) fn prepare_to_draft(conn: &Connection) -> rusqlite::Result<()> {
    prepare_to_write(conn)?;
    conn.pragma_update(None, "synchronous", "OFF")
}

/// Whether closing the last connection carries the log over into the file.
pub(crate) fn checkpoint_on_close(conn: &Connection, on: bool) -> rusqlite::Result<()> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !on)
        .map(drop)
}

/// The path as a `file:` address, with everything escaped that could be taken for syntax.
fn uri(path: &Path) -> String {
    let text = path.to_string_lossy();
    #[cfg(unix)]
    let bytes = std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str());
    #[cfg(not(unix))]
    let bytes = text.as_bytes();
    // `C:\diary` is written `/C:/diary`.
    let mut address = if cfg!(windows) && !text.starts_with(['/', '\\']) {
        "file:/".to_owned()
    } else {
        "file:".to_owned()
    };
    for &byte in bytes {
        match byte {
            b'\\' if cfg!(windows) => address.push('/'),
            b'/' | b':' | b'-' | b'_' | b'.' | b'~' => address.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => address.push(char::from(byte)),
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}
