//! Prints the TypeScript of the command table: what `ui/ipc/bindings.d.ts` holds.
#![allow(clippy::print_stdout)] // Printing is all it does.

fn main() {
    print!("{}", wane_app::bindings());
}
