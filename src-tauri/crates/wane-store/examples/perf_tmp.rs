#![allow(clippy::all, missing_docs, dead_code, unused)]
#[path = "../tests/common/mod.rs"]
mod common;
use common::{everything::*, *};
use std::time::Instant;
use wane_domain::diary::*;
use wane_store::Label;
fn main() {
    let years: i64 = std::env::args().nth(1).unwrap().parse().unwrap();
    let dir = std::env::temp_dir().join("wane-perf");
    let _ = std::fs::remove_dir_all(&dir);
    let mut d = open_diary(&dir);
    let t = Instant::now();
    let n0 = full_night(1);
    let e = everything();
    let ds = e.device_sleeps[0].clone();
    d.change(Label::IMPORT, at(0), |c| {
        for i in 0..years * 365 {
            let date = day("1950-01-01") + chrono::Duration::days(i);
            let b = (i as u64).to_be_bytes();
            let idd = |k: u8| {
                wane_domain::Id::new(
                    at(i),
                    [k, 0, b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]],
                )
            };
            c.put(&DeviceSleep {
                id: idd(1),
                wake_date: date,
                origin: imported("x", &i.to_string()),
                ..ds.clone()
            })?;
        }
        Ok(())
    })
    .unwrap();
    println!("import {} device sleeps {:?}", years * 365, t.elapsed());
    let t = Instant::now();
    for i in 0..years * 365 {
        let date = day("1950-01-01") + chrono::Duration::days(i);
        let b = (i as u64).to_be_bytes();
        let idd = |k: u8| {
            wane_domain::Id::new(
                at(i),
                [k, 0, b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]],
            )
        };
        d.change(Label::SAVE_MORNING, at(i), |c| {
            c.put(&Night {
                id: idd(2),
                wake_date: date,
                ..n0.clone()
            })?;
            c.put(&PainRating {
                id: idd(3),
                date,
                ..rating(1, "2026-01-01", Occasion::Morning, 3)
            })?;
            c.put(&PainRating {
                id: idd(4),
                date,
                ..rating(1, "2026-01-01", Occasion::Evening, 3)
            })?;
            c.put(&DayEntry {
                id: idd(5),
                date,
                ..e.day_entries[0].clone()
            })
        })
        .unwrap();
    }
    println!("saves each {:?}", t.elapsed() / (years as u32 * 365));
    drop(d);
    println!(
        "size {} MB",
        std::fs::metadata(dir.join("diary.db")).unwrap().len() as f64 / 1e6
    );
    let t = Instant::now();
    let d = open_diary(&dir);
    println!("open {:?}", t.elapsed());
    let t = Instant::now();
    let l = d.latest::<Night>(day("2060-01-01"), 30).unwrap();
    println!("latest 30 {:?} {}", t.elapsed(), l.len());
    let t = Instant::now();
    let l = d
        .between::<Night>(day("1900-01-01"), day("2060-01-01"))
        .unwrap();
    println!("all {:?} {}", t.elapsed(), l.len());
    let t = Instant::now();
    d.first_and_last_date().unwrap();
    println!("ends {:?}", t.elapsed());
    let t = Instant::now();
    d.counts().unwrap();
    println!("counts {:?}", t.elapsed());
    let mut d = d;
    let t = Instant::now();
    d.undo(at(0)).unwrap();
    println!("undo {:?}", t.elapsed());
    let t = Instant::now();
    d.change(Label::IMPORT, at(0), |c| c.put(&full_night(9)))
        .unwrap();
    println!("save {:?}", t.elapsed());
}
