//! A FHIR R4 bundle of what a clinic's program can take: sleep, pain, movement, and the weekly answers.
//!
//! Observations carry the LOINC codes 93832-4 (sleep duration), 72514-3 (pain, 0 to 10, as reported) and
//! 55411-3 (exercise duration); units are UCUM. Sleep felt and sleep measured stay apart: a device's is marked by its source.
//! No resource names a person, and no note, name of a pain, factor or medicine is part of it.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde_json::{Value, json};
use wane_domain::{
    Id, Moment,
    diary::{DeviceSleep, Dose, Interference, Night, Occasion, PainRating},
    measures::Measures,
};

const LOINC: &str = "http://loinc.org";
const UCUM: &str = "http://unitsofmeasure.org";
const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";

/// What goes into a bundle, and the words in which a reader sees it.
#[derive(Debug, Clone, Copy)]
pub struct FhirBundle<'a> {
    /// Nights as felt. One without a known time asleep is left out.
    pub nights: &'a [Night],
    /// Sleeps as measured. One without minutes asleep is left out.
    pub device_sleeps: &'a [DeviceSleep],
    /// Ratings of pain overall; those of a named pain and of other moments are left out.
    pub ratings: &'a [PainRating],
    /// Movement. A session without minutes is left out.
    pub doses: &'a [Dose],
    /// Weekly answers.
    pub interferences: &'a [Interference],
    /// When the bundle is made.
    pub now: DateTime<Utc>,
    /// Names of what is observed, for people.
    pub words: &'a FhirWords,
}

/// Names of what is observed.
#[derive(Debug, Clone)]
pub struct FhirWords {
    /// Time asleep, as felt.
    pub felt_sleep: String,
    /// Time asleep, as measured.
    pub measured_sleep: String,
    /// Pain on waking.
    pub pain_morning: String,
    /// Pain of the day.
    pub pain_day: String,
    /// Minutes of movement.
    pub movement: String,
    /// The weekly questions: pain on average, enjoyment, activity.
    pub weekly: [String; 3],
}

/// The bundle: of type `collection`, its resources in order of kind and date.
pub fn fhir_bundle(of: &FhirBundle<'_>) -> Value {
    let mut resources: Vec<Value> = Vec::new();
    resources.extend(of.nights.iter().filter_map(|night| felt(night, of.words)));
    resources.extend(
        of.device_sleeps
            .iter()
            .filter_map(|sleep| measured(sleep, of.words)),
    );
    resources.extend(
        of.ratings
            .iter()
            .filter_map(|rating| pain(rating, of.words)),
    );
    resources.extend(of.doses.iter().filter_map(|dose| movement(dose, of.words)));
    resources.extend(
        of.interferences
            .iter()
            .filter_map(|answers| weekly(answers, of.words)),
    );
    let entries: Vec<Value> = resources
        .into_iter()
        .map(|resource| {
            let name = format!("urn:uuid:{}", resource["id"].as_str().unwrap_or_default());
            json!({ "fullUrl": name, "resource": resource })
        })
        .collect();
    let mut bundle = json!({
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": of.now.to_rfc3339_opts(SecondsFormat::Secs, true),
    });
    // An empty list is not allowed: what has no entries has no such member.
    if !entries.is_empty() {
        bundle["entry"] = Value::Array(entries);
    }
    bundle
}

fn felt(night: &Night, words: &FhirWords) -> Option<Value> {
    let asleep = Measures::of(night).tst_min.filter(|min| *min >= 0.0)?;
    let mut observation = observation(
        night.id,
        ("93832-4", "Sleep duration"),
        &words.felt_sleep,
        "survey",
    );
    effective(
        &mut observation,
        night.wake_date,
        night.lights_out.or(night.bed),
        night.final_wake.or(night.out_of_bed),
    );
    observation["valueQuantity"] = minutes(asleep);
    Some(observation)
}

fn measured(sleep: &DeviceSleep, words: &FhirWords) -> Option<Value> {
    let asleep = sleep.asleep_min?;
    let mut observation = observation(
        sleep.id,
        ("93832-4", "Sleep duration"),
        &words.measured_sleep,
        "activity",
    );
    effective(
        &mut observation,
        sleep.wake_date,
        Some(sleep.start),
        Some(sleep.end),
    );
    observation["valueQuantity"] = minutes(f64::from(asleep));
    if let Some(source) = &sleep.origin.source {
        observation["device"] = json!({ "display": source });
    }
    Some(observation)
}

fn pain(rating: &PainRating, words: &FhirWords) -> Option<Value> {
    let name = match rating.occasion {
        Occasion::Morning => &words.pain_morning,
        Occasion::Evening => &words.pain_day,
        Occasion::Moment => return None,
    };
    if rating.pain.is_some() {
        return None;
    }
    let code = (
        "72514-3",
        "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
    );
    let mut observation = observation(rating.id, code, name, "survey");
    observation["effectiveDateTime"] = json!(rating.date.to_string());
    observation["valueQuantity"] =
        json!({ "value": rating.rating.get(), "system": UCUM, "code": "1" });
    Some(observation)
}

fn movement(dose: &Dose, words: &FhirWords) -> Option<Value> {
    let length = dose.minutes?;
    let mut observation = observation(
        dose.id,
        ("55411-3", "Exercise duration"),
        &words.movement,
        "activity",
    );
    observation["effectiveDateTime"] = match dose.start {
        Some(start) => json!(start.to_rfc3339()),
        None => json!(dose.date.to_string()),
    };
    observation["valueQuantity"] = minutes(f64::from(length));
    Some(observation)
}

/// The weekly answers are in our own words, so they have no code: only a text for each.
fn weekly(answers: &Interference, words: &FhirWords) -> Option<Value> {
    let given = [answers.pain, answers.enjoyment, answers.activity];
    let items: Vec<Value> = given
        .iter()
        .zip(["pain", "enjoyment", "activity"])
        .zip(&words.weekly)
        .filter_map(|((answer, link), text)| {
            let value = i64::from((*answer)?.get());
            Some(json!({ "linkId": link, "text": text, "answer": [{ "valueInteger": value }] }))
        })
        .collect();
    (!items.is_empty()).then(|| {
        json!({
            "resourceType": "QuestionnaireResponse",
            "id": answers.id.to_string(),
            "status": "completed",
            "authored": answers.date.to_string(),
            "item": items,
        })
    })
}

fn observation(id: Id, (code, display): (&str, &str), text: &str, category: &str) -> Value {
    json!({
        "resourceType": "Observation",
        "id": id.to_string(),
        "status": "final",
        "category": [{ "coding": [{ "system": CATEGORY, "code": category }] }],
        "code": { "coding": [{ "system": LOINC, "code": code, "display": display }], "text": text },
    })
}

fn effective(observation: &mut Value, date: NaiveDate, start: Option<Moment>, end: Option<Moment>) {
    let mut period = serde_json::Map::new();
    if let Some(start) = start {
        period.insert("start".to_owned(), json!(start.to_rfc3339()));
    }
    if let Some(end) = end {
        period.insert("end".to_owned(), json!(end.to_rfc3339()));
    }
    if period.is_empty() {
        observation["effectiveDateTime"] = json!(date.to_string());
    } else {
        observation["effectivePeriod"] = Value::Object(period);
    }
}

fn minutes(value: f64) -> Value {
    json!({ "value": value, "unit": "min", "system": UCUM, "code": "min" })
}
