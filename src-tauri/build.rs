//! Lets Tauri read its configuration and write its resources.

use tauri_build::{AppManifest, Attributes};

fn main() {
    // With a manifest of its own the app's command is closed to the page too, unless `capabilities/` opens it.
    let attributes = Attributes::new().app_manifest(AppManifest::new());
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
