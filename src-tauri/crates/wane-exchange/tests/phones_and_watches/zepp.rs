//! Both tables as they come: rows in no order, ends of lines, columns that changed.

use chrono_tz::Europe::Berlin;
use wane_exchange::{Format, Why};

use crate::{
    common::{date, packed::archive, read_in, skipped},
    times,
};

#[test]
fn both_tables_come_in_by_their_names_whatever_stands_around_them() {
    let old = "date,lastSyncTime,deepSleepTime,shallowSleepTime,wakeTime,start,stop\n2020-03-02,1583190000,100,300,17,1583100000,1583125020\n2020-03-01,1583190000,0,0,0,1583010000,1583010000\n";
    let both = "date,lastSyncTime,deepSleepTime,shallowSleepTime,wakeTime,start,stop,REMTime,naps\n2020-03-02,1583190000,100,240,17,2020-03-01 22:00:00+0000,2020-03-02 04:57:00+0000,60,\n2020-03-01,1583190000,0,0,0,2020-02-29 21:00:00+0000,2020-02-29 21:00:00+0000,0,\n";
    for (name, text) in [
        ("older", old.to_owned()),
        (
            "with a mark and another system's ends of lines",
            format!("\u{feff}{}", old.replace('\n', "\r\n")),
        ),
        ("newer, with a column of the older", both.to_owned()),
        (
            "newer, in quotes",
            both.replace(
                ",60,\n",
                ",60,\"[{\"\"start\"\":\"\"14:00\"\",\"\"end\"\":\"\"14:30\"\"}]\"\n",
            ),
        ),
    ] {
        let packed = archive(&[
            ("1234567_1583190000/SLEEP/SLEEP_1583190000.csv", text.as_bytes()),
            ("1234567_1583190000/ACTIVITY/ACTIVITY_1583190000.csv", b"date,lastSyncTime,steps,distance,runDistance,calories\n2020-03-02,1583190000,5000,3000,0,100\n"),
            ("1234567_1583190000/HEARTRATE_AUTO/HEARTRATE_AUTO_1583190000.csv", b"date,time,heartRate\n2020-03-02,00:01,60\n"),
        ]);
        let found = read_in(Berlin, &[("zepp.zip", &packed)], None).unwrap();
        assert_eq!(found.format, Format::Zepp, "{name}");
        let [night] = &found.sleeps[..] else {
            panic!("{name}: {found:?}")
        };
        assert_eq!(
            (night.wake_date, night.asleep_min, night.awake_min),
            (date("2020-03-02"), Some(400.0), Some(17.0)),
            "{name}"
        );
        let reasons: Vec<_> = skipped(&found).into_iter().map(|one| one.2).collect();
        assert_eq!(
            reasons,
            [Why::EndsBeforeStart],
            "{name}: the row of noughts, and nothing else"
        );
        assert!(
            times(night)[1].ends_with("+01:00"),
            "{name}: on the home clock"
        );
    }
}
