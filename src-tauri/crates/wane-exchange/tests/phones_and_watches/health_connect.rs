//! Health Connect's steps and revisions, on databases made up from a text; SQLite itself is tried with the program.

use std::{io::Cursor, ops::ControlFlow};

use chrono_tz::Europe::London;
use wane_exchange::{Found, Input, Settings, read_with};

use crate::{
    common::date,
    tables::{HEAD, TextDatabases},
};

fn read(files: &[(&str, &str)]) -> Found {
    let inputs = files.iter().map(|(name, text)| {
        let bytes = [HEAD.as_slice(), text.as_bytes()].concat();
        Input::new(*name, Cursor::new(bytes))
    });
    read_with(
        inputs.collect(),
        None,
        &Settings::new(London),
        &TextDatabases,
        &mut |_, _| ControlFlow::Continue(()),
    )
    .unwrap()
}

#[test]
fn steps_are_those_of_the_program_the_person_puts_first() {
    // Two quarters of an hour of a morning, in one of which the first program says nothing.
    let steps = "@steps_record_table\nstart_time,end_time,count,app_info_id\n\
        1717315200000,1717315800000,1000,1\n1717315200000,1717315800000,1300,2\n1717315200000,1717315800000,900,3\n\
        1717318800000,1717319400000,200,2\n1717318800000,1717319400000,700,3\n";
    let apps = "@application_info_table\nrow_id,package_name,app_name\n1,a.watch,Watch\n2,a.phone,Phone\n3,a.ring,Ring\n";
    for (order, wanted) in [
        ("1;", 1700),
        ("1;2;3", 1200),
        ("3;2;1", 1600),
        // Without an order nobody's word goes before another's.
        ("", 2000),
    ] {
        let order = format!(
            "@health_data_category_priority_table\nhealth_data_category,app_id_priority_order\n1,{order}\n"
        );
        let found = read(&[("a.db", &format!("{apps}{order}{steps}"))]);
        assert_eq!(found.steps[&date("2024-06-02")], wanted, "{order}");
    }
}

#[test]
fn of_two_exports_that_tell_one_sleep_the_one_changed_last_counts() {
    // From eleven to seven, light sleep until some moment and deep sleep from there.
    let export = |light_until: u64, changed: &str| {
        format!(
            "@application_info_table\nrow_id,package_name,app_name\n1,a.watch,Watch\n\
            @sleep_session_record_table\nrow_id,uuid,start_time,start_zone_offset,end_time,end_zone_offset,app_info_id,last_modified_time\n\
            1,x'0a0b',1717279200000,3600,1717308000000,3600,1,{changed}\n\
            @sleep_stages_table\nparent_key,stage_start_time,stage_end_time,stage_type\n\
            1,1717279200000,{light_until},4\n1,{light_until},1717308000000,5\n"
        )
    };
    let older = export(1717293600000, "1717310000000");
    let newer = export(1717300800000, "1717320000000");
    let files = [("b.db", older.as_str()), ("a.db", newer.as_str())];
    for files in [files, [files[1], files[0]]] {
        let found = read(&files);
        assert_eq!(found.sleeps.len(), 1);
        assert_eq!(found.sleeps[0].stages.deep, Some(120));
    }
}
