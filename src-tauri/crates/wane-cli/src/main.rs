//! `wane`, the window-less twin: it asks `wane-app` and prints the answer, and holds no rule of its own.
//!
//! Reading order: [`args`], what can be said; [`run`], what is asked for it; [`print`], how an answer reads;
//! [`host`], the clock, zone and randomness around it.

mod args;
mod host;
mod print;
mod run;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let args = args::Args::parse();
    let json = args.json;
    match run::run(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            print::error(&error, json);
            ExitCode::FAILURE
        }
    }
}
