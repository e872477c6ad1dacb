//! Files that mean harm, of every format: a clear error or a smaller import, within bounds, and never a crash.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;

use std::{fs, io::Read, ops::ControlFlow, path::Path, sync::OnceLock};

use chrono_tz::{Europe::London, UTC};
use common::{packed::archive, read_in, try_read};
use proptest::prelude::*;
use wane_exchange::{Format, Found, Input, Settings, read, recognise, rules};

/// Every published sample, by name.
fn samples() -> &'static [(String, Vec<u8>)] {
    static SAMPLES: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    SAMPLES.get_or_init(|| {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data"));
        let mut open = vec![root.to_owned()];
        let mut samples = Vec::new();
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let name = path.strip_prefix(root).unwrap().display().to_string();
                    samples.push((name, fs::read(&path).unwrap()));
                }
            }
        }
        samples.sort();
        samples
    })
}

fn is_sane(found: &Found) {
    assert!(
        found.dates().iter().all(|date| rules::sane_date(*date)),
        "no absurd date comes in"
    );
    for sleep in &found.sleeps {
        assert!(
            sleep.start.instant < sleep.end.instant,
            "no sleep ends before it starts"
        );
        for minutes in [sleep.asleep_min, sleep.in_bed_min, sleep.awake_min]
            .into_iter()
            .flatten()
        {
            assert!(minutes.is_finite() && minutes >= 0.0, "minutes are minutes");
        }
    }
    assert!(found.steps.keys().all(|date| rules::sane_date(*date)));
}

/// A sample with up to twenty wounds, perhaps cut off.
fn damaged() -> impl Strategy<Value = (String, Vec<u8>)> {
    let wounds = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4u8), 0..20);
    let which = any::<prop::sample::Index>();
    (which, wounds, any::<prop::sample::Index>()).prop_map(|(which, wounds, cut)| {
        let (name, sample) = &samples()[which.index(samples().len())];
        let mut bytes = sample.clone();
        for (place, byte, kind) in wounds {
            if bytes.is_empty() {
                break;
            }
            let place = place.index(bytes.len());
            match kind {
                0 => bytes[place] = byte,
                1 => bytes.insert(place, byte),
                // A digit for another makes numbers that look right and are not.
                2 => bytes[place] = b'0' + byte % 10,
                _ => drop(bytes.remove(place)),
            }
        }
        if cut.index(4) == 0 && !bytes.is_empty() {
            bytes.truncate(cut.index(bytes.len()));
        }
        (name.clone(), bytes)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_damaged_sample_never_breaks_a_reader((name, bytes) in damaged()) {
        let short = name.rsplit('/').next().unwrap().to_owned();
        if let Ok(found) = read_in(London, &[(&short, &bytes)], None) {
            is_sane(&found);
        }
        // Its own format, whatever the damage made it look like.
        if let Some(format) = samples().iter().find(|(there, _)| *there == name).and_then(|(_, whole)| recognise(whole))
            && let Ok(found) = read_in(London, &[(&short, &bytes)], Some(format))
        {
            is_sane(&found);
        }
        let packed = archive(&[("x.xml", &bytes), ("y.csv", &bytes), ("z.json", &bytes)]);
        if let Ok(found) = read_in(London, &[("damaged.zip", &packed)], None) {
            is_sane(&found);
        }
    }

    #[test]
    fn any_bytes_are_read_as_any_format(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for format in Format::ALL {
            if let Ok(found) = read_in(London, &[("f", &bytes)], Some(format)) {
                is_sane(&found);
            }
        }
    }

    #[test]
    fn a_damaged_archive_never_breaks_the_reader(
        place in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>(), short in any::<bool>(),
    ) {
        let (_, sample) = samples().iter().find(|(name, _)| name.ends_with("alxdrcirilo_export.zip")).unwrap();
        let mut bytes = sample.clone();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if short {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(found) = read_in(London, &[("a.zip", &bytes)], None) {
            is_sane(&found);
        }
    }
}

#[test]
fn a_bomb_is_refused_before_it_fills_anything() {
    let bomb = vec![b' '; 64 << 20];
    let mut text = b"<HealthData>".to_vec();
    text.extend(&bomb);
    let packed = archive(&[("export.xml", &text)]);
    assert!(packed.len() < 1 << 20, "it is small: {}", packed.len());
    let error = read_in(UTC, &[("bomb.zip", &packed)], None).unwrap_err();
    assert_eq!(error.code(), "archive-bomb");
}

#[test]
fn names_that_lead_out_of_an_archive_are_refused() {
    for name in [
        "../export.xml",
        "a/../../export.xml",
        "/etc/export.xml",
        "..\\export.xml",
        "C:\\export.xml",
    ] {
        let packed = archive(&[(name, b"<HealthData></HealthData>")]);
        let error = read_in(UTC, &[("slip.zip", &packed)], None).unwrap_err();
        assert_eq!(error.code(), "unsafe-archive", "{name}");
    }
}

#[test]
fn archives_without_anything_to_read() {
    for (what, bytes, code) in [
        ("no entries", archive(&[]), "nothing-in-archive"),
        (
            "a text",
            archive(&[("readme.txt", b"hello")]),
            "nothing-in-archive",
        ),
        (
            "a picture",
            archive(&[("a.png", b"\x89PNG")]),
            "nothing-in-archive",
        ),
        (
            "the beginning of one",
            archive(&[("export.xml", b"<HealthData/>")])[..30].to_vec(),
            "bad-archive",
        ),
        (
            "no archive at all",
            b"this is not a zip".to_vec(),
            "bad-archive",
        ),
    ] {
        let error = read_in(UTC, &[("a.zip", &bytes)], None).unwrap_err();
        assert_eq!(error.code(), code, "{what}");
    }
}

#[test]
fn an_entry_that_cannot_be_read_costs_itself_alone() {
    let good = "sid,start,stop,rating\n1,1608323029380,1608343029380,0\n";
    let mut packed = archive(&[("a.csv", &[b'x'; 300]), ("b.csv", good.as_bytes())]);
    // The packed bytes of the first entry, behind its header of 30 bytes and its name.
    packed[35..38].fill(0xFF);
    let found = read_in(UTC, &[("half.zip", &packed)], None).unwrap();
    assert_eq!(found.sleeps.len(), 1, "the other comes in");
    let alone = {
        let mut packed = archive(&[("a.csv", good.as_bytes())]);
        packed[35..38].fill(0xFF);
        packed
    };
    let error = read_in(UTC, &[("bad.zip", &alone)], None).unwrap_err();
    assert_eq!(error.code(), "bad-archive", "and alone it is the reason");
}

#[test]
fn an_archive_that_claims_millions_of_entries_is_not_believed() {
    let mut packed = archive(&[("export.xml", b"<HealthData></HealthData>")]);
    let end = packed.len() - 22;
    assert_eq!(&packed[end..end + 4], b"PK\x05\x06", "the end record");
    packed[end + 8..end + 12].copy_from_slice(&[0xFE, 0xFF, 0xFE, 0xFF]);
    assert!(read_in(UTC, &[("many.zip", &packed)], None).is_err());
}

/// Bytes without end, of which only so many are there.
struct Long {
    start: &'static [u8],
    left: u64,
}

impl Read for Long {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if !self.start.is_empty() {
            let count = self.start.len().min(buffer.len());
            buffer[..count].copy_from_slice(&self.start[..count]);
            self.start = &self.start[count..];
            return Ok(count);
        }
        let count = usize::try_from(self.left)
            .unwrap_or(usize::MAX)
            .min(buffer.len());
        buffer[..count].fill(b'x');
        self.left -= count as u64;
        Ok(count)
    }
}

impl std::io::Seek for Long {
    fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
        // Measured and begun again, and never gone back in otherwise.
        Ok(match to {
            std::io::SeekFrom::End(_) => self.left,
            _ => 0,
        })
    }
}

#[test]
fn a_line_of_a_gibibyte_is_refused_or_passed_over_in_bounded_memory() {
    for format in Format::ALL {
        let start: &'static [u8] = match format {
            Format::AppleHealth => b"<HealthData><Record type=\"",
            Format::WaneCsv => b"date,",
            _ => b"[\"",
        };
        let input = Input::new(
            "long",
            Long {
                start,
                left: 1 << 27,
            },
        );
        let mut settings = Settings::new(UTC);
        settings.max_bytes = u64::MAX;
        let found = read(vec![input], Some(format), &settings, &mut |_, _| {
            ControlFlow::Continue(())
        });
        match found {
            Ok(found) => assert!(found.is_empty(), "{}", format.name()),
            Err(error) => assert!(!error.to_string().contains("xxxx"), "{}", format.name()),
        }
    }
}

#[test]
fn a_million_columns_are_refused() {
    let columns = ",x".repeat(1_000_000);
    for header in [
        "sid,start,stop,rating",
        "Start Time,End Time,Minutes Asleep,Minutes Awake",
        "sleep_id,sleep_start,sleep_end",
        "date,bed",
    ] {
        let text = format!("{header}{columns}\n");
        let error = try_read(&text).unwrap_err();
        assert!(
            ["line-too-long", "too-many-columns", "not-recognised"].contains(&error.code()),
            "{header}: {error}"
        );
    }
}

#[test]
fn years_beyond_reason_do_not_come_in() {
    for year in ["0000", "0001", "1899", "2201", "9999"] {
        for (what, text) in [
            (
                "plees",
                format!(
                    "sid,start,stop,rating\n1,{year}-01-01 22:00:00 +00:00,{year}-01-02 06:00:00 +00:00,1\n"
                ),
            ),
            (
                "apple",
                format!(
                    "<HealthData><Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" startDate=\"{year}-01-01 22:00:00 +0000\" endDate=\"{year}-01-02 06:00:00 +0000\" value=\"HKCategoryValueSleepAnalysisAsleep\"/></HealthData>"
                ),
            ),
            (
                "garmin",
                format!(
                    "[{{\"calendarDate\":\"{year}-01-02\",\"sleepStartTimestampGMT\":\"{year}-01-01T22:00:00.0\",\"sleepEndTimestampGMT\":\"{year}-01-02T06:00:00.0\"}}]"
                ),
            ),
            (
                "omh",
                format!(
                    "{{\"sleep_duration\":{{\"value\":7,\"unit\":\"h\"}},\"effective_time_frame\":{{\"time_interval\":{{\"start_date_time\":\"{year}-01-01T22:00:00Z\",\"end_date_time\":\"{year}-01-02T06:00:00Z\"}}}}}}"
                ),
            ),
        ] {
            let found = try_read(&text).unwrap_or_else(|error| panic!("{what} {year}: {error}"));
            assert!(found.sleeps.is_empty(), "{what} {year}");
            assert_eq!(
                found.skipped.iter().map(|one| one.count).sum::<u64>(),
                1,
                "{what} {year} is named"
            );
        }
    }
}

#[test]
fn text_in_another_encoding_is_refused() {
    let wide: Vec<u8> = "<HealthData>"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let marked = [b"\xff\xfe".as_slice(), &wide].concat();
    assert_eq!(try_read(&marked).unwrap_err().code(), "encoding");
    assert_eq!(try_read(&wide).unwrap_err().code(), "not-recognised");
    assert_eq!(try_read([0u8; 4096]).unwrap_err().code(), "not-recognised");
}
