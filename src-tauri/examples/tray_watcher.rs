//! A tray without a picture, for the tests: it takes symbols as a desktop's panel does, and prints who offers one.
//!
//! Source: StatusNotifierWatcher (freedesktop.org).

#[cfg(target_os = "linux")]
fn main() {
    if let Err(error) = linux::serve() {
        eprintln!("tray_watcher: {error}");
        std::process::exit(1);
    }
}

#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("tray_watcher: trays of this kind are a matter of Linux");
}

#[cfg(target_os = "linux")]
#[allow(clippy::print_stdout, reason = "the tests read it there")]
mod linux {
    use zbus::blocking::connection::Builder;

    struct Watcher;

    #[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
    impl Watcher {
        fn register_status_notifier_item(&self, service: &str) {
            println!("item {service}");
        }

        #[zbus(property)]
        fn is_status_notifier_host_registered(&self) -> bool {
            true
        }

        #[zbus(property)]
        fn protocol_version(&self) -> i32 {
            0
        }
    }

    pub fn serve() -> zbus::Result<()> {
        let _connection = Builder::session()?
            .serve_at("/StatusNotifierWatcher", Watcher)?
            .name("org.kde.StatusNotifierWatcher")?
            .build()?;
        println!("ready");
        loop {
            std::thread::park();
        }
    }
}
