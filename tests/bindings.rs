//! The window's types are those of the command table.

#[test]
fn the_bindings_of_the_window_are_fresh() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/ipc/bindings.d.ts");
    let written = std::fs::read_to_string(&path).expect("ui/ipc/bindings.d.ts is there");
    // Git may check the file out with other line ends.
    let written = written.replace("\r\n", "\n");
    assert!(
        written == wane_app::bindings(),
        "ui/ipc/bindings.d.ts is not what the command table says; `cargo xtask bindings` writes it anew"
    );
}

#[test]
fn every_command_has_its_line_in_the_bindings() {
    let bindings = wane_app::bindings();
    for name in wane_app::commands::NAMES {
        assert!(
            bindings.contains(&format!("  {name}: {{ request: ")),
            "{name} is in the bindings"
        );
    }
}
