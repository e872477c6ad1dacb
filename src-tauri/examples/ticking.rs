//! The smallest program of this kind that looks at the clock once a second, with no window: what idling is measured against.

use std::time::Duration;

use tauri::RunEvent;

fn main() {
    let built = tauri::Builder::default()
        .setup(|_| {
            std::thread::spawn(|| {
                loop {
                    std::thread::sleep(Duration::from_secs(1));
                }
            });
            Ok(())
        })
        .build(tauri::generate_context!("examples/empty/tauri.conf.json"));
    let stay = |_: &tauri::AppHandle, event: RunEvent| {
        if let RunEvent::ExitRequested { api, .. } = event {
            api.prevent_exit();
        }
    };
    if let Err(error) = built.map(|app| app.run(stay)) {
        eprintln!("ticking: {error}");
    }
}
