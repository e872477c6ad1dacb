//! `cargo xtask test`: every test there is, in stages, with one total at the end.
//!
//! A stage never skips itself: what it lacks is installed beforehand, and what cannot be installed is a failure by name.

mod stages;
mod tally;

use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::process::{Program, missing};
use crate::system::{self, System, needs};
use stages::{STAGES, Stage};
use tally::{Counts, Runner};

/// Runs all stages, or those named.
pub fn run(arguments: &[String]) -> Outcome {
    let chosen = choose(arguments)?;
    let system = System::detect();
    println!("Testing on {}.", system.name());
    system::provide(&system, needs::BUILD_WINDOW)?;
    system::provide(&system, needs::TESTS)?;
    system::provide(&system, needs::ORACLE)?;

    let mut total = Counts::default();
    let mut summary = Vec::new();
    for stage in chosen {
        println!("\n── {}: {}", stage.name, stage.does);
        #[allow(
            clippy::disallowed_methods,
            reason = "how long a stage took is told to the person waiting"
        )]
        let begun = Instant::now();
        let counts = carry_out(stage);
        summary.push(line(stage.name, counts, begun.elapsed()));
        total += counts;
    }
    println!("\n{}", summary.join("\n"));
    println!("\n{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 {
        Ok(())
    } else {
        Err(String::new())
    }
}

/// The stages that the arguments name, in the order of the table.
fn choose(arguments: &[String]) -> Result<Vec<&'static Stage>, String> {
    if let Some(unknown) = arguments
        .iter()
        .find(|name| STAGES.iter().all(|stage| stage.name != name.as_str()))
    {
        let known: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
        return Err(format!(
            "there is no stage \"{unknown}\"; the stages are {}",
            known.join(", ")
        ));
    }
    let wanted =
        |stage: &&Stage| arguments.is_empty() || arguments.iter().any(|name| name == stage.name);
    Ok(STAGES.iter().filter(wanted).collect())
}

fn line(name: &str, counts: Counts, took: Duration) -> String {
    let verdict = if counts.failed == 0 { "ok  " } else { "FAIL" };
    format!(
        "{verdict}  {name:<12} {:>5} passed {:>3} failed {:>6} s",
        counts.passed,
        counts.failed,
        took.as_secs()
    )
}

/// Carries out the steps of a stage until one of them cannot go on.
fn carry_out(stage: &Stage) -> Counts {
    let mut counts = Counts::default();
    for (runner, step) in (stage.steps)() {
        let step = match step {
            Ok(step) => step,
            Err(what) => {
                println!("{what}");
                counts.failed += 1;
                break;
            }
        };
        let said = follow(step, runner);
        counts += said;
        if said.failed > 0 && runner == Runner::Check {
            break;
        }
    }
    counts
}

/// Runs one step, passing its output on while reading the runner's own count from it.
fn follow(step: Program, runner: Runner) -> Counts {
    println!("$ {}", step.shown());
    let name = step.shown().to_owned();
    let mut command = step.into_command();
    if runner == Runner::Check {
        return match command.status() {
            Ok(status) if status.success() => Counts {
                passed: 1,
                failed: 0,
            },
            Ok(_) => Counts {
                passed: 0,
                failed: 1,
            },
            Err(error) => {
                println!("{}", missing(&name, &error));
                Counts {
                    passed: 0,
                    failed: 1,
                }
            }
        };
    }
    let mut child = match command.stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => {
            println!("{}", missing(&name, &error));
            return Counts {
                passed: 0,
                failed: 1,
            };
        }
    };
    let mut counts = Counts::default();
    if let Some(output) = child.stdout.take() {
        // Test output may hold any bytes; what is no text is shown as such and counted nowhere.
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            counts += runner.read(&line);
        }
    }
    let succeeded = child.wait().is_ok_and(|status| status.success());
    counts.settle(succeeded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_names_choose_every_stage() {
        assert_eq!(
            choose(&[]).map(|stages| stages.len()),
            Ok(STAGES.len()),
            "nothing named means everything"
        );
    }

    #[test]
    fn an_unknown_stage_is_refused_by_name() {
        let Err(what) = choose(&["nonsense".to_owned()]) else {
            panic!("an unknown stage must not be ignored")
        };
        assert!(
            what.contains("nonsense") && what.contains("rust"),
            "it names what was asked and what there is: {what}"
        );
    }
}
