//! Tables `night`, `nap`, `awakening` and `device_sleep`.

use chrono::{DateTime, NaiveDate, Utc};
use wane_domain::{
    Id, Moment,
    diary::{Awakening, DeviceSleep, Nap, Night, NightChoice, OffsetCertainty, SleepKind, Stages},
    scale::Quality,
};

use super::{origin_from, origin_values};
use crate::{
    Result,
    table::{Field, Fields, Record, Sourced, Table, dated, record, sealed::Sealed},
    value::{Stored, Value},
};

record!(Night in "night", dates &["wake_date"], {
    wake_date: NaiveDate,
    bed: Option<Moment>,
    lights_out: Option<Moment>,
    sol_min: Option<u16>,
    nwak: Option<u16>,
    waso_min: Option<u16>,
    final_wake: Option<Moment>,
    tasafa_min: Option<u16>,
    out_of_bed: Option<Moment>,
    quality: Option<Quality>,
}, origin);

record!(Nap in "nap", dates &["date"], {
    date: NaiveDate,
    start: Option<Moment>,
    end: Option<Moment>,
    asleep_min: Option<u16>,
}, origin);

record!(Awakening in "awakening", dates &["date"], {
    date: NaiveDate,
    at: Moment,
    choice: NightChoice,
}, origin);

dated!(Night by wake_date, Nap by date, Awakening by date, DeviceSleep by wake_date);

// Written out by hand because the minutes per stage are a record within the record.
impl Sealed for DeviceSleep {}
impl Sourced for DeviceSleep {}
impl Record for DeviceSleep {
    const TABLE: Table = Table {
        name: "device_sleep",
        dates: &["wake_date"],
        fields: &[
            Field::of::<NaiveDate>("wake_date"),
            Field::of::<SleepKind>("kind"),
            Field::of::<Moment>("start"),
            Field::of::<Moment>("end"),
            Field::of::<OffsetCertainty>("offset_certainty"),
            Field::of::<Option<u32>>("asleep_min"),
            Field::of::<Option<u32>>("in_bed_min"),
            Field::of::<Option<u32>>("awake_min"),
            Field::of::<Option<i32>>("unaccounted_min"),
            Field::of::<Option<u32>>("stage_deep_min"),
            Field::of::<Option<u32>>("stage_light_min"),
            Field::of::<Option<u32>>("stage_rem_min"),
            Field::of::<Option<u32>>("stage_awake_min"),
            Field::of::<Option<u32>>("stage_restless_min"),
            Field::of::<Option<u32>>("stage_asleep_min"),
            Field::of::<Option<String>>("source"),
            Field::of::<Option<String>>("source_key"),
            Field::of::<DateTime<Utc>>("entered_at"),
            Field::of::<bool>("recalled"),
        ],
    };

    fn id(&self) -> Id {
        self.id
    }

    fn values(&self) -> Vec<Value> {
        let Stages {
            deep,
            light,
            rem,
            awake,
            restless,
            asleep,
        } = self.stages;
        let mut values = vec![
            self.wake_date.store(),
            self.kind.store(),
            self.start.store(),
            self.end.store(),
            self.offset.store(),
            self.asleep_min.store(),
            self.in_bed_min.store(),
            self.awake_min.store(),
            self.unaccounted_min.store(),
        ];
        values.extend([deep, light, rem, awake, restless, asleep].map(|minutes| minutes.store()));
        values.extend(origin_values(&self.origin));
        values
    }

    fn from_values(id: Id, mut fields: Fields) -> Result<Self> {
        // Rust evaluates the fields of a literal in the order in which they are written, which is the table's.
        Ok(DeviceSleep {
            id,
            wake_date: fields.next()?,
            kind: fields.next()?,
            start: fields.next()?,
            end: fields.next()?,
            offset: fields.next()?,
            asleep_min: fields.next()?,
            in_bed_min: fields.next()?,
            awake_min: fields.next()?,
            unaccounted_min: fields.next()?,
            stages: Stages {
                deep: fields.next()?,
                light: fields.next()?,
                rem: fields.next()?,
                awake: fields.next()?,
                restless: fields.next()?,
                asleep: fields.next()?,
            },
            origin: origin_from(&mut fields)?,
        })
    }
}
