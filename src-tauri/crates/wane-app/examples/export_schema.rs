//! Prints the description of a whole diary as JSON: what `docs/export/wane-diary.schema.json` holds.
#![allow(clippy::print_stdout)] // Printing is all it does.

fn main() {
    // The last line's end is added by whoever writes the file.
    print!("{}", wane_app::export_schema().trim_end());
}
