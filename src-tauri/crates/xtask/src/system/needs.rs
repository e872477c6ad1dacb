//! What building and testing need from the machine, why, and what each system calls it.
//!
//! Rust and a C compiler are there already: without them this program could not have been built.
//! To add a need, write it once with its name on every system; an empty list says that the need does not arise there.

/// Something the machine must have.
pub struct Need {
    /// What it is.
    pub what: &'static str,
    /// What it is for.
    pub why: &'static str,
    /// How one sees whether it is there.
    pub probe: Probe,
    /// Packages of Debian and Ubuntu.
    pub apt: &'static [&'static str],
    /// Packages of Fedora.
    pub dnf: &'static [&'static str],
    /// Packages of Arch.
    pub pacman: &'static [&'static str],
    /// Packages of Homebrew.
    pub macos: &'static [&'static str],
    /// Packages of winget.
    pub windows: &'static [&'static str],
}

/// How one sees whether something is there.
pub enum Probe {
    /// A program on the search path.
    Program(&'static str),
    /// A library that pkg-config knows.
    Library(&'static str),
    /// One of several files.
    AnyFile(&'static [&'static str]),
    /// Node.js of at least this major and minor version.
    Node((u32, u32)),
    /// A Python of this name that can make environments of its own.
    Environments(&'static str),
    /// What the system's own Python can run.
    Python(&'static str),
    /// A key of the Windows registry.
    Registry(&'static str),
}

const NONE: &[&str] = &[];

const C_COMPILER: Need = Need {
    what: "a C compiler",
    why: "SQLite is built along",
    probe: Probe::Program("cc"),
    apt: &["build-essential"],
    dnf: &["gcc"],
    pacman: &["base-devel"],
    macos: NONE,
    windows: NONE,
};

const PKG_CONFIG: Need = Need {
    what: "pkg-config",
    why: "finds the system's libraries",
    probe: Probe::Program("pkg-config"),
    apt: &["pkg-config"],
    dnf: &["pkgconf-pkg-config"],
    pacman: &["pkgconf"],
    macos: NONE,
    windows: NONE,
};

const WEBKIT: Need = Need {
    what: "WebKitGTK 4.1 with its headers",
    why: "draws the window",
    probe: Probe::Library("webkit2gtk-4.1"),
    apt: &["libwebkit2gtk-4.1-dev"],
    dnf: &["webkit2gtk4.1-devel"],
    pacman: &["webkit2gtk-4.1"],
    macos: NONE,
    windows: NONE,
};

const FONT: Need = Need {
    what: "a text font",
    why: "without one the window and the charts show empty boxes",
    probe: Probe::AnyFile(&[
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
        "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
        "/usr/share/fonts/TTF/DejaVuSans.ttf",
    ]),
    apt: &["fonts-dejavu-core"],
    dnf: &["dejavu-sans-fonts"],
    pacman: &["ttf-dejavu"],
    macos: NONE,
    windows: NONE,
};

const WEBVIEW2: Need = Need {
    what: "the WebView2 runtime",
    why: "draws the window; Windows 11 has it already",
    probe: Probe::Registry(
        r"HKLM\SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}",
    ),
    // The need arises on Windows alone; on Linux the engine is WebKitGTK, named above.
    apt: NONE,
    dnf: NONE,
    pacman: NONE,
    macos: NONE,
    windows: &["Microsoft.EdgeWebView2Runtime"],
};

/// To build `wane`, the command line.
pub const BUILD_CLI: &[Need] = &[C_COMPILER];

/// To build and open the window.
pub const BUILD_WINDOW: &[Need] = &[C_COMPILER, PKG_CONFIG, WEBKIT, FONT, WEBVIEW2];

/// To run every test, besides what the window needs.
pub const TESTS: &[Need] = &[
    Need {
        what: "Node.js 20.10 or newer (from nodejs.org where the system's own is older)",
        why: "runs the tests of the pages and of the real window",
        probe: Probe::Node((20, 10)),
        apt: &["nodejs"],
        dnf: &["nodejs"],
        pacman: &["nodejs"],
        macos: &["node"],
        windows: &["OpenJS.NodeJS.LTS"],
    },
    Need {
        what: "npm",
        why: "installs what tests the pages, in tests/ui alone",
        probe: Probe::Program("npm"),
        apt: &["npm"],
        dnf: &["nodejs-npm"],
        pacman: &["npm"],
        macos: &["node"],
        windows: &["OpenJS.NodeJS.LTS"],
    },
    Need {
        what: "Chromium",
        why: "opens the pages beside the window, for the rules of accessibility",
        probe: Probe::AnyFile(&[
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        ]),
        apt: &["chromium"],
        dnf: &["chromium"],
        pacman: &["chromium"],
        macos: NONE,
        windows: NONE,
    },
    Need {
        what: "Xvfb",
        why: "a display without a screen, for the real window",
        probe: Probe::Program("Xvfb"),
        apt: &["xvfb"],
        dnf: &["xorg-x11-server-Xvfb"],
        pacman: &["xorg-server-xvfb"],
        macos: NONE,
        windows: NONE,
    },
    Need {
        what: "openbox",
        why: "a window manager, so that closing a window is what a person does",
        probe: Probe::Program("openbox"),
        apt: &["openbox"],
        dnf: &["openbox"],
        pacman: &["openbox"],
        macos: NONE,
        windows: NONE,
    },
    Need {
        what: "xdotool",
        why: "presses the keys that a page cannot see",
        probe: Probe::Program("xdotool"),
        apt: &["xdotool"],
        dnf: &["xdotool"],
        pacman: &["xdotool"],
        macos: NONE,
        windows: NONE,
    },
    Need {
        what: "dunst",
        why: "a real notification service to show the reminders",
        probe: Probe::Program("dunst"),
        apt: &["dunst"],
        dnf: &["dunst"],
        pacman: &["dunst"],
        macos: NONE,
        windows: NONE,
    },
    Need {
        what: "dbus-daemon",
        why: "a message bus of the tests' own",
        probe: Probe::Program("dbus-daemon"),
        apt: &["dbus"],
        dnf: &["dbus-daemon"],
        pacman: &["dbus"],
        macos: NONE,
        windows: NONE,
    },
    Need {
        what: "dbus-monitor and dbus-send",
        why: "hear what is asked for on that bus",
        probe: Probe::Program("dbus-monitor"),
        apt: &["dbus"],
        dnf: &["dbus-tools"],
        pacman: &["dbus"],
        macos: NONE,
        windows: NONE,
    },
    Need {
        what: "gdbus",
        why: "sends a notification by hand, as a control",
        probe: Probe::Program("gdbus"),
        apt: &["libglib2.0-bin"],
        dnf: &["glib2"],
        pacman: &["glib2"],
        macos: NONE,
        windows: NONE,
    },
    Need {
        what: "the accessibility bus (at-spi2-core)",
        why: "carries what a screen reader is told of the window",
        probe: Probe::AnyFile(&[
            "/usr/libexec/at-spi-bus-launcher",
            "/usr/lib/at-spi-bus-launcher",
            "/usr/lib/at-spi2-core/at-spi-bus-launcher",
        ]),
        apt: &["at-spi2-core"],
        dnf: &["at-spi2-core"],
        pacman: &["at-spi2-core"],
        macos: NONE,
        windows: NONE,
    },
    Need {
        what: "Python's bindings of that bus",
        why: "reads it as a screen reader does",
        probe: Probe::Python("import gi; gi.require_version('Atspi', '2.0')"),
        apt: &["python3-gi", "gir1.2-atspi-2.0"],
        dnf: &["python3-gobject", "at-spi2-core"],
        pacman: &["python-gobject", "at-spi2-core"],
        macos: NONE,
        windows: NONE,
    },
    Need {
        what: "Python's bindings of GTK",
        why: "drags a file onto the window as a file manager does",
        probe: Probe::Python("import gi; gi.require_version('Gtk', '3.0')"),
        apt: &["python3-gi", "gir1.2-gtk-3.0"],
        dnf: &["python3-gobject", "gtk3"],
        pacman: &["python-gobject", "gtk3"],
        macos: NONE,
        windows: NONE,
    },
    Need {
        what: "xclip",
        why: "reads the clipboard as another program does",
        probe: Probe::Program("xclip"),
        apt: &["xclip"],
        dnf: &["xclip"],
        pacman: &["xclip"],
        macos: NONE,
        windows: NONE,
    },
    Need {
        what: "WebKitWebDriver",
        why: "drives the real window",
        probe: Probe::Program("WebKitWebDriver"),
        apt: &["webkit2gtk-driver"],
        dnf: &["webkit2gtk4.1"],
        pacman: &["webkit2gtk-4.1"],
        macos: NONE,
        windows: NONE,
    },
    Need {
        what: "faketime",
        why: "sets the clock of the window under test",
        probe: Probe::Program("faketime"),
        apt: &["faketime"],
        dnf: &["libfaketime"],
        pacman: &["libfaketime"],
        macos: NONE,
        windows: NONE,
    },
    Need {
        what: "strace",
        why: "sees whether the program opens any network socket",
        probe: Probe::Program("strace"),
        apt: &["strace"],
        dnf: &["strace"],
        pacman: &["strace"],
        macos: NONE,
        windows: NONE,
    },
    Need {
        what: "xprop",
        why: "reads what the window tells the window manager",
        probe: Probe::Program("xprop"),
        apt: &["x11-utils"],
        dnf: &["xprop"],
        pacman: &["xorg-xprop"],
        macos: NONE,
        windows: NONE,
    },
    Need {
        what: "busctl",
        why: "reads and clicks the tray's menu as a panel does",
        probe: Probe::Program("busctl"),
        apt: &["systemd"],
        dnf: &["systemd"],
        pacman: &["systemd"],
        macos: NONE,
        windows: NONE,
    },
];

/// To hold the insights against statsmodels, and the exports against what others read, all installed under `target/`.
pub const ORACLE: &[Need] = &[Need {
    what: "Python 3 with venv",
    why: "runs statsmodels, which the insights are held against, and what reads the exports",
    probe: Probe::Environments(crate::oracle::PYTHON),
    apt: &["python3", "python3-venv"],
    dnf: &["python3"],
    pacman: &["python"],
    macos: &["python"],
    windows: &["Python.Python.3.12"],
}];
