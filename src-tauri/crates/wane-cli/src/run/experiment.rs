//! Small personal experiments.

use serde_json::{Value, json};
use wane_app::{App, wire::WireError};

use super::kebab;
use crate::{
    args::{Design, Experiment},
    print::{self, Kind},
};

/// Carries out what is asked about experiments and prints the answer.
pub fn experiment(app: &App, what: Experiment, json: bool) -> Result<(), WireError> {
    let (kind, answer) = match what {
        Experiment::Propose(is) => (Kind::Proposal, app.call("experiment_propose", design(&is))?),
        Experiment::Start(is) => (
            Kind::Experiments,
            app.call("experiment_start", design(&is))?,
        ),
        Experiment::Today => (
            Kind::ExperimentToday,
            app.call("experiments", json!({}))?["running"].clone(),
        ),
        Experiment::Did { date, not, unsaid } => {
            let done = (!unsaid).then_some(!not);
            let request = json!({ "date": date, "done": done });
            (Kind::Text, app.call("experiment_said", request)?)
        }
        Experiment::Stop => (Kind::Text, app.call("experiment_stop", json!({}))?),
        Experiment::List => (Kind::Experiments, app.call("experiments", json!({}))?),
        Experiment::Result { id } => (
            Kind::ExperimentPast,
            app.call("experiment_result", json!({ "id": id }))?,
        ),
        Experiment::Remove { id } => (
            Kind::Text,
            app.call("experiment_remove", json!({ "id": id }))?,
        ),
    };
    print::answer(kind, &answer, json);
    Ok(())
}

fn design(is: &Design) -> Value {
    let name = |value: &dyn std::fmt::Debug| kebab(&format!("{value:?}"));
    json!({
        "tried": name(&is.tried),
        "own": is.words,
        "part": is.when.map(|part| name(&part)),
        "watched": name(&is.watch),
        "weeks": is.weeks,
        "pace": if is.blocks { "two-or-three-days" } else { "every-day" },
        "first": is.first,
    })
}
