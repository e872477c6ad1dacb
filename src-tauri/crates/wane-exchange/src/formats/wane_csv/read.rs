//! From the table to what was found.

use std::{
    collections::{BTreeMap, HashSet},
    io::Read,
};

use chrono::{DateTime, NaiveDate};
use wane_domain::{
    Fold, Id, check,
    diary::{Occasion, Origin},
    usual::place_clock_times,
};

use super::{
    Row, cells,
    columns::{self, Column, Field},
    factors::Gathered,
};
use crate::{
    FactorKind, Format, Found, FoundDose, FoundFactor, FoundLight, FoundNight, FoundRating,
    ReadError, Settings, WarningCode, What, Why,
    ledger::Ledger,
    table::{MAX_COLUMNS, Record, Table},
};

/// Where the cells of a column go.
enum Target {
    Known(&'static str, Field),
    /// The place in the list of gathered factors.
    Factor(usize),
    /// Left out; said once if anything stands there.
    Nowhere {
        name: Option<String>,
        why: Why,
        used: bool,
    },
}

/// Cells of the person's own columns: the place of the column among the gathered ones, and what stands there.
type OwnCells<'f> = Vec<(usize, &'f str)>;

/// A row that could not be used: the column that was the reason, and the reason.
struct Refused(Option<&'static str>, Why);

/// Reads any number of tables as one import.
pub(crate) struct Reader {
    settings: Settings,
    found: Found,
    seen: HashSet<NaiveDate>,
    factors: BTreeMap<String, FoundFactor>,
}

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            found: Found::nothing(Format::WaneCsv, settings.home_zone),
            seen: HashSet::new(),
            factors: BTreeMap::new(),
        }
    }

    fn table(
        &mut self,
        file: &str,
        data: &mut dyn Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let mut table = Table::new(file, data);
        let header = match table.header(|name| columns::known(name).is_some())? {
            Some(Record::Fields { fields, .. }) => fields,
            Some(Record::Unclosed { line }) => {
                return Err(ReadError::NotATable {
                    file: file.to_owned(),
                    line,
                });
            }
            None => {
                return Err(ReadError::Empty {
                    file: file.to_owned(),
                });
            }
        };
        let (mut targets, mut gathered) = plan(file, &header)?;
        let comma_decimals = table.delimiter() != b',';
        while let Some(record) = table.next()? {
            let (line, fields) = match record {
                Record::Fields { line, fields } => (line, fields),
                Record::Unclosed { line } => {
                    ledger.skip(file, What::Row, None, Why::UnclosedQuote, Some(line));
                    continue;
                }
            };
            if fields.iter().all(|field| field.trim_ascii().is_empty()) {
                // Spreadsheets leave rows of bare delimiters behind; they say nothing.
                continue;
            }
            ledger.count("rows", 1);
            match self.row(&fields, &mut targets, comma_decimals) {
                Ok((row, own)) => {
                    for (place, cell) in own {
                        gathered[place].take(row.date, line, cell, comma_decimals);
                    }
                    self.keep(row, ledger);
                }
                Err(Refused(column, why)) => ledger.skip(file, What::Row, column, why, Some(line)),
            }
        }
        for target in targets {
            if let Target::Nowhere {
                name,
                why,
                used: true,
            } = target
            {
                ledger.skip(file, What::Column, name.as_deref(), why, None);
            }
        }
        for column in gathered {
            if let Some((name, factor)) = column.finish(file, ledger) {
                self.merge(name, factor);
            }
        }
        Ok(())
    }

    /// Reads the cells of one row; the cells of factors come back as they stand, to be taken once the row is good.
    fn row<'f>(
        &mut self,
        fields: &'f [Vec<u8>],
        targets: &mut [Target],
        comma: bool,
    ) -> Result<(Row, OwnCells<'f>), Refused> {
        if fields.len() != targets.len() {
            return Err(Refused(None, Why::FieldCount));
        }
        let mut row = Row::blank(NaiveDate::default());
        let mut own = Vec::new();
        let mut dated = false;
        for (field, target) in fields.iter().zip(targets) {
            let text = std::str::from_utf8(field)
                .ok()
                .filter(|text| !text.contains('\0'));
            let column = match target {
                Target::Known(name, _) => Some(*name),
                _ => None,
            };
            let cell = text.ok_or(Refused(column, Why::NotText))?.trim();
            // A spreadsheet's mark for "this is text" is no part of a value.
            let cell = cell.strip_prefix('\'').unwrap_or(cell).trim();
            if cell.is_empty() {
                continue;
            }
            match target {
                Target::Known(name, known) => {
                    dated |= *known == Field::Date;
                    fill(&mut row, *known, cell, comma).map_err(|why| Refused(Some(name), why))?;
                }
                Target::Factor(place) => own.push((*place, cell)),
                Target::Nowhere { used, .. } => *used = true,
            }
        }
        if !dated {
            return Err(Refused(Some("date"), Why::MissingField));
        }
        if !self.seen.insert(row.date) {
            return Err(Refused(Some("date"), Why::DuplicateDate));
        }
        Ok((row, own))
    }

    fn keep(&mut self, row: Row, ledger: &mut Ledger) {
        let Row { date, .. } = row;
        let source_key = date.to_string();
        let felt = row.bed.is_some()
            || row.lights_out.is_some()
            || row.sol_min.is_some()
            || row.nawk.is_some()
            || row.waso_min.is_some()
            || row.final_wake.is_some()
            || row.tasafa_min.is_some()
            || row.out_of_bed.is_some()
            || row.quality.is_some();
        if felt {
            let [bed, lights_out, final_wake, out_of_bed] = place_clock_times(
                date,
                row.bed,
                row.lights_out,
                row.final_wake,
                row.out_of_bed,
                [self.settings.home_zone; 4],
                [Fold::First; 4],
            );
            let night = FoundNight {
                source_key: source_key.clone(),
                wake_date: date,
                bed,
                lights_out,
                sol_min: row.sol_min,
                nwak: row.nawk,
                waso_min: row.waso_min,
                final_wake,
                tasafa_min: row.tasafa_min,
                out_of_bed,
                quality: row.quality,
            };
            ask(&night, ledger);
            self.found.nights.push(night);
        }
        for (occasion, rating) in [
            (Occasion::Morning, row.pain_morning),
            (Occasion::Evening, row.pain_day),
        ] {
            if let Some(rating) = rating {
                let source_key = source_key.clone();
                self.found.ratings.push(FoundRating {
                    source_key,
                    date,
                    occasion,
                    rating,
                });
            }
        }
        if let Some(minutes) = row.movement_min {
            self.found.doses.push(FoundDose {
                source_key: source_key.clone(),
                date,
                minutes,
            });
        }
        if let Some(minutes) = row.outdoor_light_min {
            self.found.light.push(FoundLight {
                source_key,
                date,
                minutes,
            });
        }
    }

    /// Joins a factor with what an earlier file of the import held under the same name; the dates never overlap.
    fn merge(&mut self, name: String, factor: FoundFactor) {
        match self.factors.entry(name) {
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(factor);
            }
            std::collections::btree_map::Entry::Occupied(mut there) => {
                let there = there.get_mut();
                there.values.extend(factor.values);
                if factor.kind == FactorKind::Amount {
                    there.kind = FactorKind::Amount;
                }
            }
        }
    }

    fn all(mut self) -> Found {
        self.found.nights.sort_by_key(|night| night.wake_date);
        self.found
            .ratings
            .sort_by_key(|rating| (rating.date, rating.occasion));
        self.found.doses.sort_by_key(|dose| dose.date);
        self.found.light.sort_by_key(|light| light.date);
        self.found.factors = self.factors;
        self.found
    }
}

impl crate::formats::Reader for Reader {
    fn read(
        &mut self,
        file: &str,
        data: &mut dyn Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        self.table(file, data, ledger)
    }

    fn finish(self: Box<Self>, _: &mut Ledger) -> Found {
        self.all()
    }
}

/// Reads the header: where each column's cells go.
fn plan(file: &str, header: &[Vec<u8>]) -> Result<(Vec<Target>, Vec<Gathered>), ReadError> {
    if header.len() > MAX_COLUMNS {
        return Err(ReadError::TooManyColumns {
            file: file.to_owned(),
            max: MAX_COLUMNS,
        });
    }
    let mut targets: Vec<Target> = Vec::with_capacity(header.len());
    let mut gathered: Vec<Gathered> = Vec::new();
    let mut dated = false;
    for cell in header {
        let cell = std::str::from_utf8(cell)
            .ok()
            .filter(|cell| !cell.contains('\0'));
        let cell = cell.ok_or_else(|| ReadError::Encoding {
            file: file.to_owned(),
        })?;
        let target = match columns::column(cell) {
            Column::Known(column, field) => {
                let twice = targets
                    .iter()
                    .any(|target| matches!(target, Target::Known(_, known) if *known == field));
                if twice {
                    return Err(ReadError::RepeatedColumn {
                        file: file.to_owned(),
                        column,
                    });
                }
                dated |= field == Field::Date;
                Target::Known(column, field)
            }
            Column::Own(name) if gathered.iter().any(|column| column.name() == name) => {
                Target::Nowhere {
                    name: Some(name),
                    why: Why::RepeatedColumn,
                    used: false,
                }
            }
            Column::Own(name) => {
                gathered.push(Gathered::new(name));
                Target::Factor(gathered.len() - 1)
            }
            Column::Unnamed => Target::Nowhere {
                name: None,
                why: Why::UnnamedColumn,
                used: false,
            },
        };
        targets.push(target);
    }
    if !dated {
        return Err(ReadError::MissingColumn {
            file: file.to_owned(),
            column: "date",
        });
    }
    Ok((targets, gathered))
}

/// Puts a cell that is not blank where it belongs.
fn fill(row: &mut Row, field: Field, cell: &str, comma: bool) -> Result<(), Why> {
    match field {
        Field::Date => row.date = cells::date(cell)?,
        Field::Bed => row.bed = Some(cells::time(cell)?),
        Field::LightsOut => row.lights_out = Some(cells::time(cell)?),
        Field::Sol => row.sol_min = Some(cells::minutes(cell, comma)?),
        Field::Nawk => row.nawk = Some(cells::awakenings(cell, comma)?),
        Field::Waso => row.waso_min = Some(cells::minutes(cell, comma)?),
        Field::FinalWake => row.final_wake = Some(cells::time(cell)?),
        Field::Tasafa => row.tasafa_min = Some(cells::minutes(cell, comma)?),
        Field::OutOfBed => row.out_of_bed = Some(cells::time(cell)?),
        Field::Quality => row.quality = Some(cells::quality(cell, comma)?),
        Field::PainMorning => row.pain_morning = Some(cells::rating(cell, comma)?),
        Field::PainDay => row.pain_day = Some(cells::rating(cell, comma)?),
        Field::Movement => row.movement_min = Some(cells::minutes(cell, comma)?),
        Field::Light => row.outdoor_light_min = Some(cells::minutes(cell, comma)?),
    }
    Ok(())
}

/// Asks of a night what the domain would ask of one entered by hand; it comes in whatever the answer.
fn ask(night: &FoundNight, ledger: &mut Ledger) {
    // The questions look at neither the name nor the origin, and seen from the year 3000 no night is in the future:
    // that question needs the clock, and is the caller's.
    let later = DateTime::from_timestamp(32_503_680_000, 0).unwrap_or_default();
    let nobody = Id::new(DateTime::UNIX_EPOCH, [0; 10]);
    let origin = Origin {
        source: None,
        source_key: None,
        entered_at: DateTime::UNIX_EPOCH,
        recalled: false,
    };
    let asked = night.clone().into_night(nobody, origin);
    for question in check::questions(&asked, later, &[]) {
        ledger.warn(WarningCode::Question(question), night.wake_date);
    }
}
