//! SQLite's file system, passed through to the real one, with a say in every step.
//!
//! It is registered as the default, so that the store uses it without knowing. A file outside of the directories
//! that are watched ([`crate::disk::Disk`]) is none of its business. Inside of them no sync reaches the real disk,
//! which would only make the suite slow: what a sync is worth is decided by [`crate::journal`].
//!
//! A file of ours is a [`File`] with the real one right behind it in the memory that SQLite gives.
#![allow(
    unsafe_code,
    reason = "SQLite's file systems are structures of C functions over raw memory"
)]

use std::{
    ffi::{CStr, c_char, c_int, c_void},
    mem::size_of,
    path::Path,
    ptr, slice,
    sync::OnceLock,
};

use rusqlite::ffi::{self, sqlite3_file, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs};

use crate::disk::{Act, Fault, Spot, spot};

/// What SQLite sees of a file.
#[repr(C)]
struct File {
    base: sqlite3_file,
    /// Where it lies, if that is watched; owned, and given back when the file is closed.
    place: *mut Place,
}

struct Place {
    spot: Spot,
    /// SQLite's own file system syncs the directory together with a new log's or journal's first sync.
    name_is_unsafe: bool,
}

/// The real file system, which lives as long as the program.
struct Real(*mut sqlite3_vfs);

// SAFETY: SQLite calls it from any thread, and nobody alters it.
unsafe impl Send for Real {}
// SAFETY: as above.
unsafe impl Sync for Real {}

static REAL: OnceLock<Real> = OnceLock::new();

/// Registers the file system as the default, once.
pub(crate) fn register() {
    REAL.get_or_init(|| {
        // SAFETY: the default file system exists once SQLite is initialised, and is never freed. Ours is a copy of it
        // with some functions replaced, leaked so that it lives as long. The functions that are not replaced look only
        // at `pAppData` and `mxPathname`, which are copied. The real one's files fit behind ours, see `szOsFile`.
        unsafe {
            ffi::sqlite3_initialize();
            let real = ffi::sqlite3_vfs_find(ptr::null());
            let ours = Box::leak(Box::new(*real));
            ours.pNext = ptr::null_mut();
            ours.zName = c"wane-faults".as_ptr();
            let header = c_int::try_from(size_of::<File>()).unwrap_or(c_int::MAX);
            ours.szOsFile = header + (*real).szOsFile;
            ours.xOpen = Some(x_open);
            ours.xDelete = Some(x_delete);
            ours.xAccess = Some(x_access);
            ours.xRandomness = Some(x_randomness);
            ffi::sqlite3_vfs_register(ours, 1);
            Real(real)
        }
    });
}

/// Lets SQLite's random numbers begin anew, the same in every run.
pub(crate) fn reseed() {
    register();
    // SAFETY: with no buffer SQLite forgets its state and asks the file system for a new one.
    unsafe { ffi::sqlite3_randomness(0, ptr::null_mut()) };
}

/// The methods of our files. Version 2 leaves out mapping files into memory, past which no step would be seen.
static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(x_close),
    xRead: Some(x_read),
    xWrite: Some(x_write),
    xTruncate: Some(x_truncate),
    xSync: Some(x_sync),
    xFileSize: Some(x_file_size),
    xLock: Some(x_lock),
    xUnlock: Some(x_unlock),
    xCheckReservedLock: Some(x_check_reserved_lock),
    xFileControl: Some(x_file_control),
    xSectorSize: Some(x_sector_size),
    xDeviceCharacteristics: Some(x_device_characteristics),
    xShmMap: Some(x_shm_map),
    xShmLock: Some(x_shm_lock),
    xShmBarrier: Some(x_shm_barrier),
    xShmUnmap: Some(x_shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

/// Calls a method of the real file behind ours; a method that the real file lacks is an error of ours.
macro_rules! real {
    ($file:expr, $method:ident $(, $argument:expr)*) => {{
        // SAFETY: SQLite passes a file that `x_open` has opened, whose real file lies right behind it and has methods
        // until it is closed.
        unsafe {
            let real = behind($file);
            match (*(*real).pMethods).$method {
                Some(method) => method(real $(, $argument)*),
                None => ffi::SQLITE_MISUSE,
            }
        }
    }};
}

/// The real file behind ours.
fn behind(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: `szOsFile` asks for the memory of both, one behind the other, and `File` keeps the alignment.
    unsafe { file.cast::<u8>().add(size_of::<File>()).cast() }
}

/// Where one of our open files lies, if that is watched.
fn place<'f>(file: *mut sqlite3_file) -> Option<&'f mut Place> {
    // SAFETY: SQLite passes a file that `x_open` has opened, uses it from one thread at a time,
    // and not after `x_close`, which frees the place.
    unsafe { (*file.cast::<File>()).place.as_mut() }
}

/// Counts a step of an open file; the code it must fail with, if it must.
fn fails(file: *mut sqlite3_file, act: Act, what: &str, io: c_int) -> Option<c_int> {
    Some(code(place(file)?.spot.step(act, what)?, io))
}

/// The code for a fault, where a failing device is called `io`.
fn code(fault: Fault, io: c_int) -> c_int {
    match fault {
        Fault::Io => io,
        Fault::Full => ffi::SQLITE_FULL,
        Fault::ReadOnly => ffi::SQLITE_READONLY,
    }
}

fn path_of<'n>(name: *const c_char) -> Option<&'n Path> {
    if name.is_null() {
        return None;
    }
    // SAFETY: SQLite passes a string that ends in NUL and outlives the call.
    let text = unsafe { CStr::from_ptr(name) };
    text.to_str().ok().map(Path::new)
}

unsafe extern "C" fn x_open(
    _: *mut sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    let path = path_of(name);
    let spot = path.and_then(spot);
    let mut flags = flags;
    // SAFETY: SQLite gives memory for a file of ours; without methods it takes it for closed.
    unsafe { (*file).pMethods = ptr::null() };
    if let (Some(path), Some(spot)) = (path, &spot) {
        let act = if path.exists() { Act::Open } else { Act::Make };
        match spot.step(act, "open") {
            None => {}
            Some(_) => return ffi::SQLITE_CANTOPEN,
        }
        // A disk that went read-only still opens what is there, for reading.
        if act == Act::Open && flags & ffi::SQLITE_OPEN_READWRITE != 0 && spot.is_read_only() {
            flags &= !(ffi::SQLITE_OPEN_READWRITE | ffi::SQLITE_OPEN_CREATE);
            flags |= ffi::SQLITE_OPEN_READONLY;
        }
    }
    let Some(Real(system)) = REAL.get() else {
        return ffi::SQLITE_MISUSE;
    };
    let real = behind(file);
    // SAFETY: the real file system opens a file of its own in the memory behind ours, with SQLite's own arguments.
    let opened = unsafe {
        (*real).pMethods = ptr::null();
        match (**system).xOpen {
            Some(open) => open(*system, name, real, flags, out_flags),
            None => ffi::SQLITE_MISUSE,
        }
    };
    // SAFETY: as above; a file that failed to open may still have methods, and is then closed through ours.
    if unsafe { (*real).pMethods.is_null() } {
        return opened;
    }
    let new_log = flags & ffi::SQLITE_OPEN_CREATE != 0
        && flags
            & (ffi::SQLITE_OPEN_WAL
                | ffi::SQLITE_OPEN_MAIN_JOURNAL
                | ffi::SQLITE_OPEN_SUPER_JOURNAL)
            != 0;
    let place = spot.map(|spot| {
        if opened == ffi::SQLITE_OK {
            spot.opened();
        }
        Box::new(Place {
            spot,
            name_is_unsafe: new_log,
        })
    });
    // SAFETY: SQLite gives memory for a file of ours, not yet initialised.
    unsafe {
        file.cast::<File>().write(File {
            base: sqlite3_file { pMethods: &METHODS },
            place: place.map_or(ptr::null_mut(), Box::into_raw),
        });
    }
    opened
}

unsafe extern "C" fn x_delete(_: *mut sqlite3_vfs, name: *const c_char, sync_dir: c_int) -> c_int {
    let spot = path_of(name).and_then(spot);
    if let Some(fault) = spot
        .as_ref()
        .and_then(|spot| spot.step(Act::Remove, "delete"))
    {
        return code(fault, ffi::SQLITE_IOERR_DELETE);
    }
    let real_sync = if spot.is_some() { 0 } else { sync_dir };
    // SAFETY: the real file system's function, with SQLite's own arguments.
    let deleted = unsafe {
        match REAL
            .get()
            .and_then(|real| Some((real.0, (*real.0).xDelete?)))
        {
            Some((real, delete)) => delete(real, name, real_sync),
            None => ffi::SQLITE_MISUSE,
        }
    };
    if let (ffi::SQLITE_OK, Some(spot)) = (deleted, spot) {
        spot.removed(sync_dir != 0);
    }
    deleted
}

unsafe extern "C" fn x_access(
    _: *mut sqlite3_vfs,
    name: *const c_char,
    flags: c_int,
    result: *mut c_int,
) -> c_int {
    let failed = path_of(name)
        .and_then(spot)
        .and_then(|spot| spot.step(Act::Read, "ask for"));
    if failed.is_some() {
        return ffi::SQLITE_IOERR_ACCESS;
    }
    // SAFETY: the real file system's function, with SQLite's own arguments.
    unsafe {
        match REAL
            .get()
            .and_then(|real| Some((real.0, (*real.0).xAccess?)))
        {
            Some((real, access)) => access(real, name, flags, result),
            None => ffi::SQLITE_MISUSE,
        }
    }
}

/// The same bytes in every run, so that a failure can be played again.
unsafe extern "C" fn x_randomness(_: *mut sqlite3_vfs, length: c_int, out: *mut c_char) -> c_int {
    let length_in_bytes = usize::try_from(length).unwrap_or(0);
    // SAFETY: SQLite passes a buffer of that length.
    let bytes = unsafe { slice::from_raw_parts_mut(out.cast::<u8>(), length_in_bytes) };
    for (byte, n) in bytes.iter_mut().zip(0_u8..=255) {
        *byte = n;
    }
    length
}

unsafe extern "C" fn x_close(file: *mut sqlite3_file) -> c_int {
    let closed = real!(file, xClose);
    // SAFETY: the place came from a box in `x_open`, and SQLite closes a file once.
    unsafe {
        let place = ptr::replace(&raw mut (*file.cast::<File>()).place, ptr::null_mut());
        if !place.is_null() {
            drop(Box::from_raw(place));
        }
        (*file).pMethods = ptr::null();
    }
    closed
}

unsafe extern "C" fn x_read(
    file: *mut sqlite3_file,
    buffer: *mut c_void,
    length: c_int,
    at: sqlite3_int64,
) -> c_int {
    match fails(file, Act::Read, "read", ffi::SQLITE_IOERR_READ) {
        Some(code) => code,
        None => real!(file, xRead, buffer, length, at),
    }
}

unsafe extern "C" fn x_write(
    file: *mut sqlite3_file,
    buffer: *const c_void,
    length: c_int,
    at: sqlite3_int64,
) -> c_int {
    let failure = fails(file, Act::Write, "write", ffi::SQLITE_IOERR_WRITE);
    // A device that fails during a write has done a part of it.
    let done = if failure.is_some() {
        length / 2
    } else {
        length
    };
    // SAFETY: SQLite passes a buffer of `length` bytes, of which `done` are no more.
    let bytes =
        unsafe { slice::from_raw_parts(buffer.cast::<u8>(), usize::try_from(done).unwrap_or(0)) };
    let garbled = place(file).and_then(|place| place.spot.garbled(bytes));
    let bytes = garbled.as_deref().unwrap_or(bytes);
    let written = if done == 0 || failure == Some(ffi::SQLITE_READONLY) {
        ffi::SQLITE_OK
    } else {
        let result = real!(file, xWrite, bytes.as_ptr().cast(), done, at);
        if let (ffi::SQLITE_OK, Some(place)) = (result, place(file)) {
            place.spot.wrote(u64::try_from(at).unwrap_or(0), bytes);
        }
        result
    };
    failure.unwrap_or(written)
}

unsafe extern "C" fn x_truncate(file: *mut sqlite3_file, size: sqlite3_int64) -> c_int {
    if let Some(code) = fails(file, Act::Alter, "truncate", ffi::SQLITE_IOERR_TRUNCATE) {
        return code;
    }
    let result = real!(file, xTruncate, size);
    if let (ffi::SQLITE_OK, Some(place)) = (result, place(file)) {
        place.spot.truncated(u64::try_from(size).unwrap_or(0));
    }
    result
}

unsafe extern "C" fn x_sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    if let Some(code) = fails(file, Act::Sync, "sync", ffi::SQLITE_IOERR_FSYNC) {
        return code;
    }
    match place(file) {
        Some(place) => {
            place.spot.synced(place.name_is_unsafe);
            place.name_is_unsafe = false;
            ffi::SQLITE_OK
        }
        None => real!(file, xSync, flags),
    }
}

unsafe extern "C" fn x_file_size(file: *mut sqlite3_file, size: *mut sqlite3_int64) -> c_int {
    match fails(file, Act::Read, "measure", ffi::SQLITE_IOERR_FSTAT) {
        Some(code) => code,
        None => real!(file, xFileSize, size),
    }
}

unsafe extern "C" fn x_lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    match fails(file, Act::Lock, "lock", ffi::SQLITE_IOERR_LOCK) {
        Some(code) => code,
        None => real!(file, xLock, level),
    }
}

unsafe extern "C" fn x_unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    // The lock is given back even so: a process that ends gives back all of its locks as well.
    let failure = fails(file, Act::Lock, "unlock", ffi::SQLITE_IOERR_UNLOCK);
    let result = real!(file, xUnlock, level);
    failure.unwrap_or(result)
}

unsafe extern "C" fn x_check_reserved_lock(file: *mut sqlite3_file, result: *mut c_int) -> c_int {
    let code = ffi::SQLITE_IOERR_CHECKRESERVEDLOCK;
    match fails(file, Act::Lock, "ask for the lock of", code) {
        Some(code) => code,
        None => real!(file, xCheckReservedLock, result),
    }
}

unsafe extern "C" fn x_file_control(
    file: *mut sqlite3_file,
    operation: c_int,
    argument: *mut c_void,
) -> c_int {
    real!(file, xFileControl, operation, argument)
}

unsafe extern "C" fn x_sector_size(file: *mut sqlite3_file) -> c_int {
    real!(file, xSectorSize)
}

unsafe extern "C" fn x_device_characteristics(file: *mut sqlite3_file) -> c_int {
    real!(file, xDeviceCharacteristics)
}

unsafe extern "C" fn x_shm_map(
    file: *mut sqlite3_file,
    page: c_int,
    page_size: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    let act = if extend == 0 { Act::Read } else { Act::Write };
    let failure = place(file).and_then(|place| place.spot.step(act, "map the log's index of"));
    match failure {
        Some(Fault::Io) => ffi::SQLITE_IOERR_SHMMAP,
        Some(Fault::Full) => ffi::SQLITE_IOERR_SHMSIZE,
        Some(Fault::ReadOnly) => ffi::SQLITE_READONLY_CANTINIT,
        None => real!(file, xShmMap, page, page_size, extend, out),
    }
}

unsafe extern "C" fn x_shm_lock(
    file: *mut sqlite3_file,
    offset: c_int,
    n: c_int,
    flags: c_int,
) -> c_int {
    // Nobody asks whether giving a lock back has worked.
    let taking = flags & ffi::SQLITE_SHM_LOCK != 0;
    let failure = if taking {
        fails(
            file,
            Act::Lock,
            "lock the log's index of",
            ffi::SQLITE_IOERR_SHMLOCK,
        )
    } else {
        None
    };
    match failure {
        Some(code) => code,
        None => real!(file, xShmLock, offset, n, flags),
    }
}

unsafe extern "C" fn x_shm_barrier(file: *mut sqlite3_file) {
    // SAFETY: as in `real!`.
    unsafe {
        let real = behind(file);
        if let Some(barrier) = (*(*real).pMethods).xShmBarrier {
            barrier(real);
        }
    }
}

unsafe extern "C" fn x_shm_unmap(file: *mut sqlite3_file, delete: c_int) -> c_int {
    real!(file, xShmUnmap, delete)
}
