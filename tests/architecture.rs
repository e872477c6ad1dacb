//! The house stands as it was drawn: who may know whom, and what may not come in at all.
//!
//! The graph is cargo's own answer, for each desktop system; each check is also given a graph in which it must fail.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

/// Who may know whom, arrows pointing inward. To add a crate, add its line.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("wane-domain", &[]),
    ("wane-text", &[]),
    ("wane-store", &["wane-domain"]),
    ("wane-charts", &["wane-domain"]),
    // Numbers in, estimates out: it does not even know what a night is.
    ("wane-insight", &[]),
    ("wane-exchange", &["wane-domain"]),
    (
        "wane-app",
        &[
            "wane-charts",
            "wane-domain",
            "wane-exchange",
            "wane-insight",
            "wane-store",
            "wane-text",
        ],
    ),
    // The command line draws PNG files, which the window does not.
    ("wane-cli", &["wane-app", "wane-charts", "wane-domain"]),
    ("wane-desktop", &["wane-app"]),
    ("xtask", &[]),
    ("wane-tests", &[]),
    // It stands under the store, to break what the store stands on.
    ("wane-faults", &["wane-domain", "wane-store"]),
    ("wane-calibration", &["wane-insight"]),
];

/// Crates from outside that only one room may use; a name ending in `*` means all that begin so.
const OWNED: &[(&str, &[&str])] = &[
    ("rusqlite", &["wane-faults", "wane-store"]),
    ("libsqlite3-sys", &["wane-faults", "wane-store"]),
    ("plotters*", &["wane-charts"]),
    ("resvg", &["wane-charts", "xtask"]),
    ("rustfft", &["wane-insight"]),
    ("statrs", &["wane-insight"]),
    ("fluent*", &["wane-text"]),
    ("ts-rs", &["wane-app"]),
    ("clap*", &["wane-cli"]),
    ("tauri*", &["wane-desktop"]),
    ("zbus", &["wane-desktop"]),
    ("directories", &["wane-cli", "wane-desktop"]),
    ("getrandom", &["wane-cli", "wane-desktop"]),
    ("iana-time-zone", &["wane-cli", "wane-desktop"]),
];

/// Wane has no network code. `http` and `url` are in the tree: types in which the window names its own pages.
const BANNED: &[&str] = &[
    "attohttpc",
    "awc",
    "curl",
    "h2",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "surf",
    "tungstenite",
    "ureq",
];

/// The desktop systems, as the compiler calls them.
const SYSTEMS: &[&str] = &[
    "x86_64-unknown-linux-gnu",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
];

/// Crates and what each uses besides its tests, by name.
#[derive(Debug, Default, PartialEq)]
struct Graph {
    /// Our own crates.
    members: BTreeSet<String>,
    /// Every crate that ends up in a build, and what it uses directly.
    uses: BTreeMap<String, BTreeSet<String>>,
}

impl Graph {
    /// Reads what `cargo metadata` printed.
    fn read(metadata: &Value) -> Graph {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let list = |value: &Value| value.as_array().unwrap().clone();
        let names: BTreeMap<String, String> = list(&metadata["packages"])
            .iter()
            .map(|package| (text(&package["id"]), text(&package["name"])))
            .collect();
        let members = list(&metadata["workspace_members"])
            .iter()
            .map(|id| names[&text(id)].clone())
            .collect();
        let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for node in list(&metadata["resolve"]["nodes"]) {
            let used = uses.entry(names[&text(&node["id"])].clone()).or_default();
            for dependency in list(&node["deps"]) {
                // What only the tests use ships nowhere.
                let ships = list(&dependency["dep_kinds"])
                    .iter()
                    .any(|kind| kind["kind"] != "dev");
                if ships {
                    used.insert(names[&text(&dependency["pkg"])].clone());
                }
            }
        }
        Graph { members, uses }
    }

    /// Everything our own crates reach.
    fn reached(&self) -> BTreeSet<String> {
        let mut reached = BTreeSet::new();
        let mut open: Vec<&String> = self.members.iter().collect();
        while let Some(name) = open.pop() {
            if reached.insert(name.clone()) {
                open.extend(self.uses.get(name).into_iter().flatten());
            }
        }
        reached
    }
}

/// Arrows between our own crates that are not in the drawing, and crates that are not.
fn wrong_arrows(graph: &Graph) -> Vec<String> {
    let drawn: BTreeMap<&str, &[&str]> = MAY_KNOW.iter().copied().collect();
    let mut wrong = Vec::new();
    for name in &graph.members {
        let Some(allowed) = drawn.get(name.as_str()) else {
            wrong.push(format!("{name} is not in the drawing"));
            continue;
        };
        for used in graph
            .uses
            .get(name)
            .into_iter()
            .flatten()
            .filter(|used| graph.members.contains(*used))
        {
            if !allowed.contains(&used.as_str()) {
                wrong.push(format!("{name} may not know {used}"));
            }
        }
    }
    wrong
}

/// Uses of a crate from outside in a room that may not use it.
fn wrong_owners(graph: &Graph) -> Vec<String> {
    let mut wrong = Vec::new();
    for (owned, owners) in OWNED {
        let is_meant = |name: &str| match owned.strip_suffix('*') {
            Some(start) => name.starts_with(start),
            None => name == *owned,
        };
        for name in graph
            .members
            .iter()
            .filter(|name| !owners.contains(&name.as_str()))
        {
            for used in graph
                .uses
                .get(name)
                .into_iter()
                .flatten()
                .filter(|used| is_meant(used))
            {
                wrong.push(format!("{name} may not use {used}"));
            }
        }
    }
    wrong
}

/// Crates that may not be in any build.
fn banned(graph: &Graph) -> Vec<String> {
    graph
        .reached()
        .into_iter()
        .filter(|name| BANNED.contains(&name.as_str()))
        .collect()
}

/// Runs cargo in this repository; first with what is on the machine, then letting it fetch what is missing.
fn cargo(arguments: &[&str]) -> String {
    let run = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO"));
        command
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(arguments)
            .args(more)
            .output()
            .unwrap()
    };
    let mut output = run(&["--offline"]);
    if !output.status.success() {
        output = run(&["--locked"]);
    }
    assert!(
        output.status.success(),
        "`cargo {}` needs the crates of all three systems, which could not be fetched:\n{}",
        arguments.join(" "),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn graph_on(system: &str) -> Graph {
    let metadata = cargo(&[
        "metadata",
        "--format-version",
        "1",
        "--filter-platform",
        system,
    ]);
    Graph::read(&serde_json::from_str(&metadata).unwrap())
}

fn graph_of(edges: &[(&str, &str)]) -> Graph {
    let members = MAY_KNOW
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    let mut graph = Graph {
        members,
        ..Graph::default()
    };
    for (from, to) in edges {
        graph
            .uses
            .entry((*from).to_owned())
            .or_default()
            .insert((*to).to_owned());
    }
    graph
}

#[test]
fn the_house_stands_as_drawn_on_every_system() {
    for system in SYSTEMS {
        let graph = graph_on(system);
        assert!(
            graph.members.len() == MAY_KNOW.len(),
            "{system}: the drawing names exactly our crates: {:?}",
            graph.members
        );
        assert_eq!(
            wrong_arrows(&graph),
            Vec::<String>::new(),
            "{system}: arrows point inward"
        );
        assert_eq!(
            wrong_owners(&graph),
            Vec::<String>::new(),
            "{system}: each outside crate has its room"
        );
        assert_eq!(
            banned(&graph),
            Vec::<String>::new(),
            "{system}: no network code in any build"
        );
        assert!(
            graph.reached().contains("tauri"),
            "{system}: the graph reaches the window, so it is the whole graph"
        );
    }
}

#[test]
fn a_wrong_arrow_is_seen() {
    for (from, to) in [
        ("wane-domain", "wane-store"),
        ("wane-charts", "wane-store"),
        ("wane-app", "wane-desktop"),
        ("wane-cli", "wane-store"),
    ] {
        assert_eq!(
            wrong_arrows(&graph_of(&[(from, to)])),
            [format!("{from} may not know {to}")],
            "{from} → {to}"
        );
    }
    let mut graph = graph_of(&[]);
    graph.members.insert("wane-new".to_owned());
    assert_eq!(
        wrong_arrows(&graph),
        ["wane-new is not in the drawing"],
        "a new crate is drawn first"
    );
}

#[test]
fn a_crate_in_the_wrong_room_is_seen() {
    for (from, to) in [
        ("wane-app", "rusqlite"),
        ("wane-desktop", "plotters-svg"),
        ("wane-app", "tauri"),
        ("wane-cli", "tauri-plugin-fs"),
    ] {
        assert_eq!(
            wrong_owners(&graph_of(&[(from, to)])),
            [format!("{from} may not use {to}")],
            "{from} → {to}"
        );
    }
}

#[test]
fn network_code_is_seen_however_deep() {
    let graph = graph_of(&[
        ("wane-exchange", "innocent"),
        ("innocent", "deeper"),
        ("deeper", "reqwest"),
    ]);
    assert_eq!(
        banned(&graph),
        ["reqwest"],
        "three steps away is still in the build"
    );
    let unreached = graph_of(&[("somebody-else", "reqwest")]);
    assert_eq!(
        banned(&unreached),
        Vec::<String>::new(),
        "what nobody here uses is in no build"
    );
}

#[test]
fn what_only_tests_use_is_told_apart() {
    let metadata = json!({
        "packages": [{"id": "a", "name": "wane-domain"}, {"id": "b", "name": "rusqlite"}, {"id": "c", "name": "hyper"}],
        "workspace_members": ["a"],
        "resolve": {"nodes": [
            {"id": "a", "deps": [
                {"pkg": "b", "dep_kinds": [{"kind": null}]},
                {"pkg": "c", "dep_kinds": [{"kind": "dev"}]},
            ]},
            {"id": "b", "deps": []},
            {"id": "c", "deps": []},
        ]},
    });
    let graph = Graph::read(&metadata);
    assert_eq!(
        wrong_owners(&graph),
        ["wane-domain may not use rusqlite"],
        "a real use is an arrow"
    );
    assert_eq!(
        banned(&graph),
        Vec::<String>::new(),
        "a use by tests alone is none"
    );
}

/// The store lets itself be broken when it is built with the feature `faults`, and nobody who ships may ask for that.
#[test]
fn only_the_fault_suite_can_sow_faults() {
    let metadata = cargo(&["metadata", "--format-version", "1", "--no-deps"]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let asks = |package: &Value| {
        package["dependencies"]
            .as_array()
            .unwrap()
            .iter()
            .any(|dependency| {
                dependency["name"] == "wane-store"
                    && dependency["features"]
                        .as_array()
                        .unwrap()
                        .contains(&json!("faults"))
            })
    };
    let who: Vec<&str> = metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|package| asks(package))
        .map(|package| package["name"].as_str().unwrap())
        .collect();
    assert_eq!(who, ["wane-faults"], "faults are for the fault suite alone");
    let store = std::fs::read_to_string(root("src-tauri/crates/wane-store/Cargo.toml")).unwrap();
    assert!(
        store.contains("\nfaults = []") && !store.contains("default = "),
        "and off unless somebody asks"
    );
}

/// The fault suite hears of a step only if the step is taken in `files.rs`, where the seam is.
#[test]
fn the_store_alters_files_in_one_place() {
    let alters = [
        "fs::write",
        "fs::copy",
        "fs::rename",
        "fs::remove_",
        "fs::create_",
        "fs::hard_link",
        "fs::set_permissions",
        "File::create",
        "OpenOptions",
        "DirBuilder",
        ".sync_all(",
        ".sync_data(",
    ];
    let mut folders = vec![root("src-tauri/crates/wane-store/src")];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            // The tests of a file stand at its end, and `tests.rs` is nothing else.
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
            let found: Vec<&&str> = alters.iter().filter(|word| code.contains(**word)).collect();
            match path.file_name().and_then(|name| name.to_str()) {
                Some("tests.rs") => {}
                Some("files.rs") => seen = found.len(),
                _ => assert_eq!(
                    found,
                    Vec::<&&str>::new(),
                    "{} goes around the seam",
                    path.display()
                ),
            }
        }
    }
    assert!(seen > 5, "and there they are found: {seen}");
}

#[test]
fn cargo_deny_is_told_the_same() {
    let deny = std::fs::read_to_string(root("deny.toml")).unwrap();
    for name in BANNED {
        assert!(
            deny.contains(&format!("{{ name = \"{name}\",")),
            "deny.toml bans {name} too"
        );
    }
}

/// The features with which the crates that know no clock get chrono, each built by itself.
#[test]
fn nothing_inside_can_read_the_clock() {
    for member in [
        "wane-domain",
        "wane-store",
        "wane-charts",
        "wane-exchange",
        "wane-app",
    ] {
        let tree = cargo(&[
            "tree",
            "--package",
            member,
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--format",
            "{p} {f}",
        ]);
        let line = tree
            .lines()
            .find(|line| line.starts_with("chrono v"))
            .unwrap();
        let features: BTreeSet<&str> = line.rsplit(' ').next().unwrap().split(',').collect();
        assert!(
            features.contains("std"),
            "{member}: the features were read: {line}"
        );
        for clock in ["clock", "now"] {
            assert!(
                !features.contains(clock),
                "{member}: chrono comes without `{clock}`: {line}"
            );
        }
    }
}

#[test]
fn clippy_forbids_the_clock_with_reasons() {
    let clippy = std::fs::read_to_string(root("clippy.toml")).unwrap();
    for path in [
        "std::time::SystemTime::now",
        "std::time::Instant::now",
        "chrono::Utc::now",
        "chrono::Local::now",
    ] {
        let line = clippy
            .lines()
            .find(|line| line.contains(&format!("\"{path}\"")))
            .unwrap_or_default();
        assert!(
            line.contains("reason = "),
            "{path} is forbidden, with a reason"
        );
    }
}

#[test]
fn the_window_may_ask_for_little() {
    let capability: Value = read_json("src-tauri/capabilities/main.json");
    assert_eq!(
        capability["permissions"],
        json!([
            "allow-call",
            "core:event:allow-listen",
            "core:event:allow-unlisten"
        ]),
        "one command and the shell's events, nothing else"
    );
    assert_eq!(capability["windows"], json!(["main"]), "one window");
    assert_eq!(capability.get("remote"), None, "nobody from outside");
    let files = std::fs::read_dir(root("src-tauri/capabilities"))
        .unwrap()
        .count();
    assert_eq!(files, 1, "one capability");
}

/// What the page may load, as the shell is configured; the window's tests look at what is really served.
#[test]
fn the_page_may_load_nothing_from_elsewhere() {
    let config = read_json("src-tauri/tauri.conf.json");
    let security = &config["app"]["security"];
    assert_eq!(
        security["freezePrototype"],
        json!(true),
        "prototypes are frozen"
    );
    assert_eq!(
        security.get("dangerousDisableAssetCspModification"),
        None,
        "Tauri's own part of the policy stays"
    );
    assert_eq!(
        security.get("assetProtocol"),
        None,
        "no files of the disk are served"
    );
    let policy: BTreeMap<&str, Vec<&str>> = security["csp"]
        .as_str()
        .unwrap()
        .split("; ")
        .map(|directive| {
            let mut words = directive.split(' ');
            (words.next().unwrap(), words.collect())
        })
        .collect();
    for closed in [
        "default-src",
        "base-uri",
        "form-action",
        "frame-ancestors",
        "object-src",
    ] {
        assert_eq!(policy[closed], ["'none'"], "{closed} is closed");
    }
    for own in ["script-src", "style-src"] {
        assert_eq!(
            policy[own],
            ["'self'"],
            "{own} allows neither inline code, nor data:, nor blob:"
        );
    }
    assert_eq!(
        policy["connect-src"],
        ["ipc:", "http://ipc.localhost"],
        "the page speaks to the shell alone"
    );
}

fn root(file: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

fn read_json(file: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(root(file)).unwrap()).unwrap()
}
