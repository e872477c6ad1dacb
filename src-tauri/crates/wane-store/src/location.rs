//! Where a diary must not lie: on another computer, or in a folder that a sync program carries about.
//!
//! SQLite needs locks and an order of writes that network file systems promise and do not keep,
//! and a program that copies files one by one copies a database and its log from two different moments.
//! Either goes well for months and then loses the diary, so both are refused before anything is made or read there.

use std::{
    ffi::OsStr,
    path::{Component, Path, PathBuf},
};

use crate::OpenError;

/// Refuses a directory, existing or not, in which a diary would be damaged sooner or later.
pub(crate) fn refuse_unsafe(folder: &Path) -> Result<(), OpenError> {
    let existing = folder.ancestors().find(|ancestor| ancestor.exists());
    // Links are followed, so that what counts is where the files come to lie.
    let real = existing.and_then(|existing| existing.canonicalize().ok());
    if let Some(kind) = real.as_deref().and_then(network) {
        return Err(OpenError::NetworkFolder {
            folder: folder.to_owned(),
            kind,
        });
    }
    let service = [Some(folder), real.as_deref()]
        .into_iter()
        .flatten()
        .find_map(|path| carried_by_name(path).or_else(|| carried_by_marker(path)));
    match service {
        Some(service) => Err(OpenError::SyncedFolder {
            folder: folder.to_owned(),
            service,
        }),
        None => Ok(()),
    }
}

/// Folders that are called so by the program that made them; in small letters. `*` stands for whatever follows.
const CALLED: &[(&str, &str)] = &[
    ("dropbox", "Dropbox"),
    ("dropbox (*", "Dropbox"),
    ("dropbox-*", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("onedrive -*", "OneDrive"),
    ("onedrive-*", "OneDrive"),
    ("mobile documents", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("icloud drive", "iCloud Drive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("googledrive-*", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("pclouddrive", "pCloud"),
    ("pcloud drive", "pCloud"),
    ("pcloud sync", "pCloud"),
    ("megasync", "MEGA"),
    ("box sync", "Box"),
    ("box-box", "Box"),
    ("resilio sync", "Resilio Sync"),
    ("proton drive", "Proton Drive"),
    ("protondrive-*", "Proton Drive"),
    ("synologydrive", "Synology Drive"),
    ("synologydrive-*", "Synology Drive"),
    ("yandex.disk", "Yandex Disk"),
    ("seafile", "Seafile"),
    ("tresorit", "Tresorit"),
    ("kdrive", "kDrive"),
    ("jottacloud", "Jottacloud"),
];

/// What such a program leaves in the folder it carries; a path that leads to a file or a folder there.
const MARKED: &[(&str, Marker, &str)] = &[
    (".stfolder", Marker::Any, "Syncthing"),
    // In the home directory Dropbox keeps a folder of that name, which is no sign.
    (".dropbox", Marker::File, "Dropbox"),
    (".dropbox.cache", Marker::Any, "Dropbox"),
    (".nextcloudsync.log", Marker::Any, "Nextcloud"),
    (".owncloudsync.log", Marker::Any, "ownCloud"),
    (".tmp.driveupload", Marker::Any, "Google Drive"),
    (".tmp.drivedownload", Marker::Any, "Google Drive"),
    (".sync/ID", Marker::Any, "Resilio Sync"),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marker {
    Any,
    File,
}

fn carried_by_name(path: &Path) -> Option<&'static str> {
    let service = |name: &OsStr| {
        let name = name.to_str()?.to_lowercase();
        let called = CALLED
            .iter()
            .find(|(pattern, _)| match pattern.strip_suffix('*') {
                Some(start) => name.starts_with(start),
                None => name == *pattern,
            });
        called.map(|(_, service)| *service)
    };
    path.components().find_map(|component| match component {
        Component::Normal(name) => service(name),
        _ => None,
    })
}

fn carried_by_marker(path: &Path) -> Option<&'static str> {
    let marked = |folder: &Path| {
        let found = MARKED.iter().find(|(marker, kind, _)| {
            let marker: PathBuf = folder.join(marker);
            match kind {
                Marker::Any => marker.exists(),
                Marker::File => marker.is_file(),
            }
        });
        found.map(|(_, _, service)| *service)
    };
    path.ancestors().find_map(marked)
}

/// The kind of network file system the directory lies on, if it does; what cannot be found out is no reason to refuse.
#[cfg(target_os = "linux")]
fn network(real: &Path) -> Option<String> {
    let magic = rustix::fs::statfs(real).ok()?.f_type;
    // In `f_type` the number is signed on some machines and unsigned on others; its lower 32 bits are the same.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::unnecessary_cast
    )]
    let magic = magic as u32;
    if magic == linux::FUSE {
        let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
        let kind = linux::kind_of_mount(&mounts, real)?;
        return linux::is_network_fuse(&kind).then_some(kind);
    }
    linux::network_kind(magic).map(str::to_owned)
}

#[cfg(any(target_os = "linux", test))]
mod linux {
    use std::path::{Path, PathBuf};

    /// What `statfs` says of anything mounted through FUSE, on this computer or not (statfs(2)).
    pub(super) const FUSE: u32 = 0x6573_5546;

    /// The network file systems by the number `statfs` gives them (statfs(2), linux/magic.h).
    pub(super) fn network_kind(magic: u32) -> Option<&'static str> {
        Some(match magic {
            0x0000_6969 => "nfs",
            0x0000_517B | 0xFF53_4D42 | 0xFE53_4D42 => "smb",
            0x0102_1997 => "9p",
            0x5346_414F | 0x6B41_4653 => "afs",
            0x00C3_6400 => "ceph",
            0x7375_7245 => "coda",
            0x0000_564C => "ncp",
            0x0BD0_0BD0 => "lustre",
            0x4750_4653 => "gpfs",
            0xAAD7_AAEA => "panfs",
            0x2003_0528 => "orangefs",
            // Folders of the host as a virtual machine sees them.
            0x786F_4256 => "vboxsf",
            0xBACB_ACBC => "vmhgfs",
            _ => return None,
        })
    }

    /// The FUSE file systems that reach another computer; the others lie on this one.
    const NETWORK_FUSE: [&str; 22] = [
        "sshfs",
        "rclone",
        "davfs",
        "davfs2",
        "gvfsd-fuse",
        "kio-fuse",
        "s3fs",
        "goofys",
        "gcsfuse",
        "curlftpfs",
        "smbnetfs",
        "glusterfs",
        "ceph-fuse",
        "google-drive-ocamlfuse",
        "onedriver",
        "pcloud",
        "dropbox",
        "seadrive",
        "ipfs",
        "juicefs",
        "mfs",
        "vmhgfs-fuse",
    ];

    pub(super) fn is_network_fuse(kind: &str) -> bool {
        kind.strip_prefix("fuse.")
            .is_some_and(|name| NETWORK_FUSE.contains(&name))
    }

    /// What the mount on which a path lies is called in `/proc/self/mountinfo` (proc_pid_mountinfo(5)).
    pub(super) fn kind_of_mount(mounts: &str, path: &Path) -> Option<String> {
        let mut found: Option<(PathBuf, String)> = None;
        for line in mounts.lines() {
            let Some((before, after)) = line.split_once(" - ") else {
                continue;
            };
            let (Some(point), Some(kind)) = (before.split(' ').nth(4), after.split(' ').next())
            else {
                continue;
            };
            let point = unescaped(point);
            // Of two mounts at one place the later one hides the earlier.
            let nearer = found
                .as_ref()
                .is_none_or(|(best, _)| point.components().count() >= best.components().count());
            if path.starts_with(&point) && nearer {
                found = Some((point, kind.to_owned()));
            }
        }
        found.map(|(_, kind)| kind)
    }

    /// Spaces and the like are written there as a backslash and three octal digits.
    fn unescaped(text: &str) -> PathBuf {
        let mut rest = text.as_bytes();
        let mut bytes = Vec::with_capacity(rest.len());
        while let Some((&byte, after)) = rest.split_first() {
            let code = after
                .get(..3)
                .filter(|_| byte == b'\\')
                .and_then(|digits| std::str::from_utf8(digits).ok())
                .and_then(|digits| u8::from_str_radix(digits, 8).ok());
            bytes.push(code.unwrap_or(byte));
            rest = after
                .get(if code.is_some() { 3 } else { 0 }..)
                .unwrap_or_default();
        }
        PathBuf::from(String::from_utf8_lossy(&bytes).into_owned())
    }
}

#[cfg(target_vendor = "apple")]
fn network(real: &Path) -> Option<String> {
    /// `MNT_LOCAL` of sys/mount.h: the file system lies on this computer.
    const LOCAL: u32 = 0x1000;
    let found = rustix::fs::statfs(real).ok()?;
    let name: String = found
        .f_fstypename
        .iter()
        .map(|&byte| byte as u8)
        .take_while(|&byte| byte != 0)
        .map(char::from)
        .collect();
    (found.f_flags & LOCAL == 0).then_some(name)
}

/// A mapped drive is a share too: followed to its end, its path begins with the share's name.
#[cfg(windows)]
fn network(real: &Path) -> Option<String> {
    use std::path::Prefix;
    match real.components().next() {
        Some(Component::Prefix(prefix)) => {
            matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
                .then(|| "smb".to_owned())
        }
        _ => None,
    }
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple", windows)))]
fn network(_real: &Path) -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_magic(magic: u32, expected: Option<&str>) {
        assert_eq!(
            linux::network_kind(magic),
            expected,
            "file system {magic:#x}"
        );
    }

    #[test]
    fn network_file_systems_are_known_by_number_and_others_are_none() {
        check_magic(0x6969, Some("nfs"));
        check_magic(0xFF53_4D42, Some("smb"));
        check_magic(0xFE53_4D42, Some("smb"));
        check_magic(0x0102_1997, Some("9p"));
        for local in [
            0xEF53,      // ext2, ext3, ext4
            0x0102_1994, // tmpfs
            0x9123_683E, // btrfs
            0x5846_5342, // xfs
            0x2FC1_2FC1, // zfs
            0x794C_7630, // overlayfs
            0xF2F5_2010, // f2fs
            0x7366_746E, // ntfs3
            0x2011_BAB0, // exfat
            0x4D44,      // vfat
            0xCA45_1A4E, // bcachefs
            0xF15F,      // ecryptfs
        ] {
            check_magic(local, None);
        }
    }

    const MOUNTS: &str = "\
22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
30 22 0:26 / /home/anna/far rw,nosuid shared:3 - fuse.sshfs anna@host:/ rw,user_id=1000
31 22 0:27 / /media/anna/My\\040stick rw shared:4 - fuseblk /dev/sdb1 rw
32 22 0:28 / /home/anna/vault rw shared:5 - fuse.gocryptfs /home/anna/.vault rw
33 30 0:29 / /home/anna/far/near rw shared:6 - tmpfs tmpfs rw
a line that is none
";

    fn check_mount(path: &str, kind: &str, network: bool) {
        let found = linux::kind_of_mount(MOUNTS, Path::new(path)).unwrap_or_default();
        assert_eq!(found, kind, "{path} lies there");
        assert_eq!(
            linux::is_network_fuse(&found),
            network,
            "{path} may be far away"
        );
    }

    #[test]
    fn what_is_mounted_through_fuse_is_told_apart_by_name() {
        check_mount("/home/anna/far", "fuse.sshfs", true);
        check_mount("/home/anna/far/diary", "fuse.sshfs", true);
        check_mount("/home/anna/farther", "ext4", false);
        check_mount("/home/anna/far/near/diary", "tmpfs", false);
        check_mount("/media/anna/My stick/diary", "fuseblk", false);
        check_mount("/home/anna/vault/diary", "fuse.gocryptfs", false);
    }

    fn check_name(path: &str, service: Option<&str>) {
        assert_eq!(carried_by_name(Path::new(path)), service, "{path}");
    }

    #[test]
    fn folders_of_sync_programs_are_known_by_their_names() {
        check_name("/home/anna/Dropbox/diary", Some("Dropbox"));
        check_name("/home/anna/Dropbox (Personal)/diary", Some("Dropbox"));
        check_name("/Users/anna/OneDrive - Clinic/wane", Some("OneDrive"));
        check_name(
            "/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/x",
            Some("iCloud Drive"),
        );
        check_name(
            "/Users/anna/Library/CloudStorage/GoogleDrive-anna@example.org/My Drive",
            Some("Google Drive"),
        );
        check_name("/home/anna/Nextcloud/diary", Some("Nextcloud"));
        check_name("/home/anna/pCloudDrive", Some("pCloud"));
        check_name("/home/anna/.local/share/wane", None);
        check_name("/home/anna/dropboxes/wane", None);
        check_name("/home/anna/onedrives", None);
        check_name("/home/anna/Documents/my google drives", None);
        check_name("/", None);
    }
}
