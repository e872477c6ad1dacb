//! What fuzzing starts from: small files of every format, written by hand, and the beginnings of every sample.
//! Of a format that is a database it is the text that [`super::tables`] makes one from.

use std::{collections::BTreeSet, fs, path::Path};

use wane_exchange::{Format, recognise};

use super::laws::Target;

/// The longest beginning of a sample that is taken, in bytes.
const MOST_BYTES: usize = 4096;

/// Small files by the name of their format; [`MARK`](super::laws::MARK) stands where people write things.
const BY_HAND: &[(&str, &str)] = &[
    (
        "apple-health",
        r#"<?xml version="1.0"?><!DOCTYPE HealthData [<!ATTLIST V x CDATA #IMPLIED]><HealthData locale="en_GB">
<Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Zq7mark’s Watch" startDate="2024-06-01 23:00:00 +0200" endDate="2024-06-02 05:00:00 +0200" value="HKCategoryValueSleepAnalysisAsleepCore"><MetadataEntry key="HKTimeZone" value="Europe/Paris"/></Record>
<Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Phone" startDate="2024-06-01 22:50:00 +0200" endDate="2024-06-02 05:10:00 +0200" value="HKCategoryValueSleepAnalysisInBed"/>
<Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Phone" startDate="2024-06-02 02:00:00 +0200" endDate="2024-06-02 02:10:00 +0200" value="HKCategoryValueSleepAnalysisAwake"/>
<Record type="HKQuantityTypeIdentifierStepCount" sourceName="Phone" unit="count" startDate="2024-06-02 08:00:00 +0200" endDate="2024-06-02 08:20:00 +0200" value="900"/>
<Record type="HKQuantityTypeIdentifierHeartRate" value="60"/><!-- <Record --><![CDATA[<Record]]>
<Correlation type="x"><Record type="HKQuantityTypeIdentifierStepCount" value="1"/></Correlation><Workout></Workout></HealthData>"#,
    ),
    (
        "fitbit-takeout",
        r#"[{"logId": 5, "dateOfSleep": "2024-06-02", "startTime": "2024-06-01T23:00:00.000", "endTime": "2024-06-02T07:00:30.000", "duration": 28830000, "minutesAsleep": 429, "minutesAwake": 51, "timeInBed": 480, "mainSleep": true, "type": "stages", "infoCode": 0, "logType": "manual", "note": "Zq7mark", "levels": {"summary": {"deep": {"minutes": 60, "count": 2}}, "data": [{"dateTime": "2024-06-01T23:00:00.000", "level": "light", "seconds": 20000}, {"dateTime": "2024-06-02T04:33:20.000", "level": "deep", "seconds": 8830}], "shortData": [{"dateTime": "2024-06-02T01:00:00.000", "level": "wake", "seconds": 60}]}}]"#,
    ),
    (
        "fitbit-takeout",
        r#"[{"logId": 6, "dateOfSleep": "2024-03-31", "startTime": "2024-03-31T00:10:00.000", "endTime": "2024-03-31T07:00:00.000", "minutesAsleep": 300, "minutesAwake": 50, "timeInBed": 410, "mainSleep": false, "type": "classic", "levels": {"data": [{"dateTime": "2024-03-31T00:10:00.000", "level": "asleep", "seconds": 18000}, {"dateTime": "2024-03-31T06:10:00.000", "level": "restless", "seconds": 3000}]}}]"#,
    ),
    (
        "fitbit-takeout",
        r#"{"sleep": [{"isMainSleep": true, "logId": 7, "dateOfSleep": "2024-06-02", "duration": 28800000, "startTime": "2024-06-01T23:00:00.000", "minutesAsleep": 429, "minutesAwake": 51, "minuteData": [{"dateTime": "23:00:00", "value": "Zq7mark"}]}], "summary": {"totalSleepRecords": 1}}"#,
    ),
    (
        "fitbit-takeout",
        "sleep_id,sleep_type,minutes_in_sleep_period,minutes_asleep,minutes_awake,start_utc_offset,sleep_start,end_utc_offset,sleep_end,data_source\n77,STAGES,480,430,50,+02:00,2024-06-01T21:00:00Z,+02:00,2024-06-02T05:00:00Z,DERIVED\n",
    ),
    (
        "fitbit-takeout",
        "sleep_id,sleep_stage_id,sleep_stage_type,start_utc_offset,sleep_stage_start,end_utc_offset,sleep_stage_end\n77,1,LIGHT,+02:00,2024-06-01T21:00:00Z,+02:00,2024-06-02T01:00:00Z\n77,2,DEEP,+02:00,2024-06-02 01:00:00 +0000,+02:00,2024-06-02T03:00:00Z\n",
    ),
    (
        "fitbit-csv",
        "Sleep\nStart Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed,Minutes REM Sleep,Minutes Light Sleep,Minutes Deep Sleep\n\"2024-06-01 11:10PM\",\"2024-06-02 7:05AM\",\"1,430\",\"45\",\"20\",\"475\",\"90\",\"260\",\"80\"\n12-11-2010 2:34 pm,12-11-2010 3:34 pm,50,10,1,60,N/A,N/A,N/A\n",
    ),
    (
        "garmin",
        r#"[{"calendarDate": "2024-06-15", "sleepStartTimestampGMT": "2024-06-14T22:09:00.0", "sleepEndTimestampGMT": "2024-06-15T05:09:00.0", "deepSleepSeconds": 3600, "lightSleepSeconds": 14400, "remSleepSeconds": 5400, "awakeSleepSeconds": 1800, "unmeasurableSeconds": 0, "sleepWindowConfirmationType": "ENHANCED_CONFIRMED_FINAL", "napList": [{"napStartTimestampGMT": "2024-06-15T12:00:00.0", "napEndTimestampGMT": "2024-06-15T12:30:00.0", "napTimeSec": 1700}]}, {"calendarDate": "2024-06-15", "totalSteps": 4321, "wellnessStartTimeGmt": "2024-06-14T22:00:00.0", "wellnessStartTimeLocal": "2024-06-15T00:00:00.0", "comment": "Zq7mark"}]"#,
    ),
    (
        "sleep-as-android",
        "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo,\"23:00\",\"Event\",\"Event\",\"Event\",\"Event\"\n\"1585346400000\",\"Europe/London\",\"27. 03. 2020 22:00\",\"28. 03. 2020 8:00\",\"\",\"9.000\",\"0.0\",\"Zq7mark #tag\",\"10000\",\"-1\",\"-1.0\",\"-1\",\"0.3\",\"-15\",\"\",\"0.1\",\"DEEP_START-1585350000000\",\"DEEP_END-1585353600000\",\"LIGHT_START-1585353600000\",\"LIGHT_END-1585364400000\"\n,,,,,,,,,,,,,,,0.2\n",
    ),
    (
        "sleep-as-android",
        "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,Event\n\"1400100000000\",\"GMT+01:00\",\"14. 05. 2014 21:40\",\"15. 05. 2014 5:40\",\"\",\"8,000\",\"3.5\",\"Zq7mark\",\"10\",\"0\",\"-1.0\",\"5\",\"LIGHT_START-1400100000000\"\n1.4001E+12,GMT-05:30,16. 05. 2014 21:40,17. 05. 2014 5:40,,8\n",
    ),
    (
        "plees-tracker",
        "sid,start,stop,rating\n1,1608323029380,1608343029380,0\n2,1608423029380,1608443029380,4\n",
    ),
    (
        "plees-tracker",
        "sid,start,stop,length,rating,comment,wakes\r\n1,2024-10-27 01:30,2024-10-27 02:30,2:00,4,\"Zq7mark, b\",0\r\n2,2024-06-01 23:30:00 +02:00,2024-06-02 06:30:00 +02:00,7:00:00,0,,0\r\n",
    ),
    (
        "plees-tracker",
        "sid,start,stop,length,rating,comment,wakes\n1,٢٠٢٤-١٠-٢٧ ٠٢:١٠,٢٠٢٤-١٠-٢٧ ٠٢:٤٠,١:٣٠:٠٠,٤,Zq7mark,٠\n2,۲۰۲۴-۰۶-۰۱ ۲۳:۳۰,۲۰۲۴-۰۶-۰۲ ۰۶:۳۰,۷:۰۰:۰۰,0,,0\n",
    ),
    (
        "withings",
        "von,bis,\"leicht (s)\",\"tief (s)\",\"rem (s)\",\"wach (s)\",aufwachen,\"Dauer (s)\"\n2020-02-02T23:00:00+01:00,2020-02-03T05:00:00+01:00,10800,7200,0,3600,1,60\n2020-02-02T23:00:00+01:00,2020-02-03T07:00:00+01:00,14400,7200,3600,3600,1,60\n",
    ),
    (
        "fhir",
        r#"{"resourceType": "Bundle", "type": "collection", "entry": [{"resource": {"resourceType": "Observation", "status": "final", "code": {"coding": [{"code": "sleepAnalysis"}]}, "effectivePeriod": {"start": "2023-12-01T22:00:00+01:00", "end": "2023-12-02T06:30:00+01:00"}, "valueCodeableConcept": {"coding": [{"code": "inBed"}]}}}, {"resource": {"resourceType": "Observation", "status": "final", "code": {"coding": [{"code": "sleepAnalysis"}]}, "effectivePeriod": {"start": "2023-12-01T22:30:00+01:00", "end": "2023-12-02T04:30:00+01:00"}, "valueCodeableConcept": {"coding": [{"code": "asleepCore"}]}}}]}"#,
    ),
    (
        "fhir",
        r#"{"resourceType": "Observation", "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "93832-4"}]}, "effectiveDateTime": "2024-06-02", "valueQuantity": {"value": 7.5, "unit": "h", "code": "h"}, "note": [{"text": "Zq7mark"}]}
{"resourceType": "Observation", "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "93832-4"}]}, "effectivePeriod": {"start": "2024-06-02T22:00:00Z", "end": "2024-06-03T06:00:00Z"}, "valueQuantity": {"value": 450, "unit": "min", "code": "min"}}
"#,
    ),
    (
        "open-mhealth",
        r#"[{"header": {"uuid": "u-1"}, "body": {"effective_time_frame": {"time_interval": {"start_date_time": "2018-02-05T07:25:00-08:00", "duration": {"value": 7, "unit": "h"}}}, "total_sleep_time": {"value": 400, "unit": "min"}, "sleep_duration": {"value": 6.5, "unit": "h"}, "is_main_sleep": true, "user_notes": "Zq7mark"}}]"#,
    ),
    (
        "fhir",
        r#"[{"resourceType": "Observation", "code": {"coding": [{"system": "http://loinc.org", "code": "93832-4"}]}, "effectivePeriod": {"start": "2024-06-02T00:00:00+01:00", "end": "2024-06-02T23:59:59+01:00"}, "component": [{"code": {"coding": [{"system": "http://loinc.org", "code": "93832-4"}]}, "valueQuantity": {"value": 7, "unit": "h"}}]}, {"resourceType": "Observation", "code": {"coding": [{"system": "http://loinc.org", "code": "93832-4"}]}, "effectivePeriod": {"start": "2024-06-02", "end": "2024-06-03"}, "valueQuantity": {"value": 7, "unit": "h"}}]"#,
    ),
    (
        "open-mhealth",
        r#"{"shim": "Zq7mark", "timeStamp": 1405843800, "body": [{"header": {"schema_id": {"namespace": "omh", "name": "sleep-duration"}}, "body": {"sleep_duration": {"value": 7, "unit": "h"}, "effective_time_frame": {"time_interval": {"start_date_time": "2018-02-05T12:00:00-08:00", "end_date_time": "2018-02-06T12:00:00-08:00"}}}}]}"#,
    ),
    (
        "open-mhealth",
        r#"{"header": {"schema_id": {"name": "sleep-episode"}}, "body": {"effective_time_frame": {"time_interval": {"start_date_time": "2018-02-05T23:00:00-08:00", "end_date_time": "2018-02-06T07:00:00-08:00"}}}}
{"header": {"schema_id": {"name": "a"}}, "body": {"sleep_efficiency_percentage": {"value": 90}, "effective_time_frame": {"time_interval": {"start_date_time": "2018-02-06T23:00:00-08:00", "end_date_time": "2018-02-07T07:00:00-08:00"}}}}
"#,
    ),
    (
        "google-fit",
        r#"{"fitnessActivity": "sleep", "startTime": "2021-03-04T22:10:00Z", "endTime": "2021-03-05T05:10:00Z", "duration": "25200s", "segment": [{"fitnessActivity": "sleep.light", "startTime": "2021-03-04T22:10:00Z", "endTime": "2021-03-05T01:10:00Z"}, {"fitnessActivity": "sleep.deep", "startTime": "2021-03-05T01:10:00Z", "endTime": "2021-03-05T05:10:00Z"}]}"#,
    ),
    (
        "samsung-health",
        "com.samsung.shealth.sleep,6312003,5\nefficiency,nap_score,com.samsung.health.sleep.start_time,com.samsung.health.sleep.end_time,com.samsung.health.sleep.time_offset,com.samsung.health.sleep.comment,com.samsung.health.sleep.pkg_name,com.samsung.health.sleep.datauuid\n90,,2023-06-01 21:00:00.000,2023-06-02 05:00:00.000,UTC+0200,Zq7mark,com.sec.android.app.shealth,u-1,\n,70,2023-06-02 12:00:00.000,2023-06-02 12:40:00.000,UTC+0200,,com.sec.android.app.shealth,u-2,\n",
    ),
    (
        "samsung-health",
        "com.samsung.health.sleep_stage,1,1\nstart_time,sleep_id,custom,stage,end_time,time_offset\n2023-06-01 21:00:00.000,u-1,\"a,\nb\",40002,2023-06-02 01:00:00.000,UTC+0200,\n2023-06-02 01:00:00.000,u-1,,40003,2023-06-02 03:00:00.000,UTC+0200,\n",
    ),
    (
        "samsung-health",
        "com.samsung.shealth.tracker.pedometer_day_summary,1,1\nsource_type,step_count,day_time\n-2,5000,1685577600000,\n0,3000,1685577600000,\n",
    ),
    (
        "oura",
        "id;average_breath;bedtime_end;bedtime_start;contributors;day;type;total_sleep_duration;time_in_bed;awake_time;deep_sleep_duration;light_sleep_duration;rem_sleep_duration;sleep_phase_5_min\na-1;14.5;2024-03-02T07:00:00.000+01:00;2024-03-01T23:00:00.000+01:00;{\"a\": 1, \"b\": \"Zq7mark\"};2024-03-02;long_sleep;25200;28800;3600;5400;14400;5400;\"4422\"\na-2;;2024-03-02T18:00:00.000+01:00;2024-03-02T17:30:00.000+01:00;{};2024-03-02;late_nap;1500;1800;300;0;1500;0;\n",
    ),
    (
        "oura",
        "id,day,type,bedtime_start,bedtime_end,time_in_bed,total_sleep_duration,awake_time\nn,2026-05-04,long_sleep,2026-05-03T23:00:00+02:00,2026-05-04T07:00:00+02:00,28800,30000,3600\nZq7mark,2026-05-04,rest,2026-05-04T13:00:00+02:00,2026-05-04T13:20:00+02:00,1200,0,1200\n",
    ),
    (
        "whoop",
        "Cycle start time,Cycle end time,Cycle timezone,Sleep onset,Wake onset,Sleep performance %,Asleep duration (min),In bed duration (min),Light sleep duration (min),Deep (SWS) duration (min),REM duration (min),Awake duration (min),Nap\n2024-07-30 23:41:00,,UTC-08:00,2024-07-30 23:41:00,2024-07-31 07:20:00,80,400,430,200,100,100,30,false\n2024-07-31 13:00:00,,UTC-08:00,2024-07-31 13:00:00,2024-07-31 13:40:00,,,,,,,,true\n",
    ),
    (
        "sleep-cycle",
        "Start;End;Sleep quality;Time in bed;Wake up;Sleep Notes;Heart rate;Activity (steps)\r2015-02-01 22:10:00;2015-02-02 06:40:00;80%;8:30;:);Zq7mark:b;0;4000\r",
    ),
    (
        "sleep-cycle",
        "Start;End;Sleep Quality;Regularity;Mood;Time in bed (seconds);Time asleep (seconds);Time before sleep (seconds)\n2020-10-25 01:30:00;2020-10-25 02:30:00;50%;;;7200.0;6600.0;300\n2020-11-01 23:00:00;2020-11-02 07:00:00;50%;;;28800.0;0.0;300\n",
    ),
    (
        "zepp",
        "date,lastSyncTime,deepSleepTime,shallowSleepTime,wakeTime,start,stop\n2020-03-02,1583190000,100,300,20,1583100000,1583125200\n2020-03-01,1583190000,0,0,0,1583010000,1583010000\n",
    ),
    (
        "zepp",
        "\u{feff}date,deepSleepTime,shallowSleepTime,wakeTime,start,stop,REMTime,naps\n2022-03-02,100,250,20,2022-03-01 22:00:00+0000,2022-03-02 05:10:00+0000,60,\"[{\"\"start\"\": 1}]\"\n",
    ),
    (
        "autosleep",
        "ISO8601,fromDate,toDate,bedtime,waketime,inBed,awake,fellAsleepIn,sessions,asleep\n2021-05-02T20:59:59+02:00,\"Saturday, 1 May 2021\",\"Sunday, 2 May 2021\",2021-05-01 23:10:00,2021-05-02 07:00:00,07:50:00,00:20:00,00:10:00,1,07:20:00\n",
    ),
    (
        "oura-trends",
        "date,Sleep Score,Sleep Timin Score,Total Bedtime ,Total Sleep Duration,Awake Time,REM Sleep Duration,Light Sleep Duration,Deep Sleep Duration,Bedtime Start,Bedtime End\n2021-05-02,80,70,28800,25200,3600,5400,14400,5400,2021-05-01T23:00:00+02:00,2021-05-02T07:00:00+02:00\n2021-05-03,None,None,None,None,None,None,None,None,None,None\n",
    ),
    (
        "daylio",
        "full_date,date,weekday,time,mood,activities,scales,note_title,note\n2024-02-03,\"February 3\",Saturday,9:00 pm,good,\"walk | read\",\"Sleep Quality: 8/10 points | Sleep Time: 7:30\",\"\",\"<b>Zq7mark, b</b>\nmore\"\n",
    ),
    (
        "daylio",
        "year,date,weekday,time,mood,activities,note\n2018,May 4,Friday,21:30,good,\"walk | read\",Zq7mark\n",
    ),
    (
        "wane-csv",
        "date,bed,lights_out,sol_min,nawk,waso_min,final_wake,tasafa_min,out_of_bed,quality,pain_morning,pain_day,movement_min,outdoor_light_min,tea\n2024-05-02,23:05,23:20,15,2,30,07:00,10,07:10,4,5,6,20,30,1\n2024-03-31,00:30,,,,,02:30,,03:30,,,,,,0\n",
    ),
    (
        "csv",
        "Date,Into bed,Lights out,Latency,Awakenings,Awake (min),Final wake,Got up,Quality,Pain\n5/4/2026,22:40,11:10 PM,20 min,2,0:25,06:40,07:05,4,3\n5 May 2026,23:50,0020,7h05,0,,07.00,7h20,3,\n",
    ),
    (
        "csv",
        "Bedtime;Wake time;Hours of sleep;Pain;Tea;Note\n31.12.2024 23:10;01.01.2025 07:05;7,5;4;1;Zq7mark\n01.01.2025 23:00;02.01.2025 06:30;;11;0;\n",
    ),
    (
        "csv",
        "Date,Went to bed,Got up,Minutes asleep,Morning pain,Quality\n12/31/2024,11:10 PM,7:05 AM,430,3,4\n03/31/2024,1:10 AM,7:05 AM,430,3,4\n",
    ),
    (
        "csv",
        "from\tto\tdeep (s)\tlight (s)\trem (s)\tawake (s)\tnap\n2024-05-01T23:00:00+02:00\t2024-05-02T06:00:00+02:00\t3600\t14400\t5400\t600\tfalse\n1714597200\t1714622400\t1\t2\t3\t4\ttrue\n",
    ),
    (
        "apple-health",
        "<?xml version=\"1.0\"?>\n<HealthData locale=\"en_US\">\n<Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" source=\"Zq7mark\" startDate=\"20150615231820-0700\" endDate=\"20150616071820-0700\" value=\"HKCategoryValueSleepAnalysisAsleep\"/>\n<Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" sourceName=\"Zq7mark\" startDate=\"2024-03-10 下午9:00:00 +0000\" endDate=\"2024-03-10 晚上9:30:00 +0000\">\n<MetadataEntry key=\"HKTimeZone\" value=\"Asia/Tokyo\"/>\n</Workout>\n</HealthData>\n",
    ),
    (
        "health-connect",
        "@application_info_table\nrow_id,package_name,app_name\n1,com.example,Zq7mark\n2,org.example,\n@health_data_category_priority_table\nhealth_data_category,app_id_priority_order\n5,2\n1,1\n@sleep_session_record_table\nrow_id,uuid,start_time,start_zone_offset,end_time,end_zone_offset,app_info_id,recording_method\n1,x'0a0b',1717275600000,7200,1717304400000,7200,1,2\n2,x'0c',1717275900000,3600,1717304100000,3600,2,3\n@sleep_stages_table\nparent_key,stage_start_time,stage_end_time,stage_type\n1,1717275600000,1717286400000,4\n1,1717286400000,1717290000000,5\n1,1717290000000,1717300800000,6\n1,1717300800000,1717304400000,1\n2,1717275900000,1717304100000,2\n@steps_record_table\nstart_time,end_time,count,app_info_id\n1717315200000,1717316400000,900,1\n@heart_rate_record_series_table\nepoch_millis,beats_per_minute\n1717275600000,60\n1717276500000,58\n1717277400000,58\n1717278300000,57\n1717279200000,56\n@resting_heart_rate_record_table\ntime,zone_offset,beats_per_minute\n1717315200000,7200,55\n@exercise_session_record_table\nuuid,app_info_id,start_time,start_zone_offset,end_time,exercise_type\nx'0d',1,1717315200000,7200,1717317000000,53\nx'0e',2,1717315500000,7200,1717316700000,33\n",
    ),
    (
        "fitbit-takeout",
        "exercise_id,exercise_start,exercise_end,utc_offset,activity_name\n11,2024-06-01T22:30:00Z,2024-06-01T23:12:40Z,+02:00,Outdoor Walk\n12,2024-06-02T06:00:00Z,2024-06-02T06:30:00Z,,Zq7mark\n",
    ),
    (
        "fitbit-takeout",
        "[{\"dateTime\" : \"06/01/24 00:00:00\", \"value\" : {\"date\" : \"06/01/24\", \"value\" : 58.4, \"error\" : 6.8}}, {\"dateTime\" : \"06/02/24 00:00:00\", \"value\" : {\"date\" : null, \"value\" : 0.0, \"error\" : 0.0}}]",
    ),
    (
        "fitbit-takeout",
        "timestamp,beats per minute,data source\n2024-06-01T00:00:00Z,55.965,Zq7mark\n2024-06-02T00:00:00Z,0.0,App\n2024-06-03T00:00:00Z,301,App\n",
    ),
    (
        "garmin",
        "[{\"summarizedActivitiesExport\": [{\"activityId\": 111, \"name\": \"Zq7mark\", \"activityType\": \"lap_swimming\", \"beginTimestamp\": 1718440200000, \"startTimeLocal\": 1718447400000, \"duration\": 1805000.4}, {\"activityId\": 112, \"beginTimestamp\": 1718526600000.0, \"duration\": 900000}]}]",
    ),
    (
        "garmin",
        "[{\"userProfilePK\": 1, \"calendarDate\": {\"date\": \"Sep 26, 2021 12:00:00 AM\"}, \"uuid\": {\"uuid\": \"Zq7mark\"}, \"totalSteps\": 8123, \"wellnessStartTimeGmt\": {\"date\": \"Sep 25, 2021 9:00:00 PM\"}, \"wellnessStartTimeLocal\": {\"date\": \"Sep 26, 2021, 12:00:00 AM\"}, \"restingHeartRate\": 54}, {\"calendarDate\": {\"date\": null}, \"wellnessStartTimeGmt\": 7}]",
    ),
    (
        "samsung-health",
        "com.samsung.shealth.exercise,6312003,9\nstart_time,end_time,duration,exercise_type,time_offset,datauuid\n2024-06-15 08:00:00.000,2024-06-15 09:00:00.000,2400000,1001,UTC+0200,Zq7mark,\n2024-06-16 08:00:00.000,2024-06-16 08:20:00.000,,14001,UTC+0200,a-0002,\n",
    ),
    (
        "gadgetbridge",
        "@DEVICE\n_id,ALIAS,NAME,MANUFACTURER\n1,Zq7mark,Band,Maker\n2,,Watch,\n@MI_BAND_ACTIVITY_SAMPLE\nTIMESTAMP,DEVICE_ID,RAW_KIND,STEPS,HEART_RATE\n1717275600,1,9,0,60\n1717275660,1,11,0,255\n1717275720,1,0,0,58\n1717275960,1,26,0,58\n1717276200,1,12,0,58\n1717276260,1,3,0,58\n1717276320,1,9,0,58\n1717276620,1,1,40,90\n",
    ),
    (
        "gadgetbridge",
        "@DEVICE\n_id,ALIAS,NAME\n1,,Watch\n@HUAMI_EXTENDED_ACTIVITY_SAMPLE\nTIMESTAMP,DEVICE_ID,RAW_KIND,STEPS,HEART_RATE,SLEEP,DEEP_SLEEP,REM_SLEEP\n1717275600,1,120,0,60,90,10,10\n1717275840,1,120,0,60,90,60,10\n1717276080,1,120,0,60,90,10,80\n1717276320,1,118,0,60,0,0,0\n@XIAOMI_SLEEP_TIME_SAMPLE\nTIMESTAMP,DEVICE_ID,WAKEUP_TIME,TOTAL_DURATION,DEEP_SLEEP_DURATION,LIGHT_SLEEP_DURATION,REM_SLEEP_DURATION,AWAKE_DURATION\n1717275600000,1,1717304400000,450,100,250,100,30\n@XIAOMI_SLEEP_STAGE_SAMPLE\nTIMESTAMP,DEVICE_ID,STAGE\n1717275600000,1,3\n1717290000000,1,2\n@GARMIN_ACTIVITY_SAMPLE\nTIMESTAMP\n1\n",
    ),
    (
        "gadgetbridge",
        "@DEVICE\n_id,ALIAS,NAME\n1,,Watch\n@CMF_SLEEP_SESSION_SAMPLE\nTIMESTAMP,DEVICE_ID,WAKEUP_TIME\n1717275600000,1,1717304400000\n@CMF_SLEEP_STAGE_SAMPLE\nTIMESTAMP,DEVICE_ID,DURATION,STAGE\n1717275600000,1,3600,2\n1717279200000,1,3600,1\n@COLMI_SLEEP_SESSION_SAMPLE\nTIMESTAMP,DEVICE_ID,WAKEUP_TIME\n1717375600000,1,1717404400000\n@COLMI_SLEEP_STAGE_SAMPLE\nTIMESTAMP,DEVICE_ID,DURATION,STAGE\n1717375600000,1,60,2\n1717379200000,1,60,5\n@HUAWEI_SLEEP_STATS_SAMPLE\nTIMESTAMP,DEVICE_ID,WAKEUP_TIME,BED_TIME,RISING_TIME\n1717475600000,1,1717504400000,1717475000000,-1\n@HUAWEI_SLEEP_STAGE_SAMPLE\nTIMESTAMP,DEVICE_ID,STAGE\n1717475600000,1,4\n1717475660000,1,1\n1717475720000,1,5\n@GARMIN_EVENT_SAMPLE\nTIMESTAMP,DEVICE_ID,EVENT,EVENT_TYPE\n1717575600000,1,74,0\n1717604400000,1,74,1\n@GARMIN_SLEEP_STAGE_SAMPLE\nTIMESTAMP,DEVICE_ID,STAGE\n1717579200000,1,2\n1717604400000,1,4\n@GARMIN_NAP_SAMPLE\nTIMESTAMP,DEVICE_ID,END_TIMESTAMP\n1717615600000,1,1717617400000\n",
    ),
    (
        "bearable",
        "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n2024-05-02,\"2nd May 2024\",Thursday,am,Sleep,7,\"Asleep 23:10-06:50. In bed 23:00-07:00\",Zq7mark\n2024-05-02,\"2nd May 2024\",Thursday,pm,Symptom,2,\"Back pain\",\n",
    ),
    (
        "bearable",
        "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n\"9th Feb 2026\",2026-02-09,Monday,,Sleep,1:15,\"Asleep 13:00-14:15\",Zq7mark\n\"9th Feb 2026\",2026-02-09,Monday,,Sleep,7h 40m,\"Asleep 23:10-06:50\",\n\"9th Feb 2026\",2026-02-09,Monday,,Sleep,8:25,\"In bed 22:45-07:10\",\n\"9th Feb 2026\",2026-02-09,Monday,,Sleep quality,4,,\n\"9th Feb 2026\",2026-02-09,Monday,,Sleep quality,2,,\n\"10th Feb 2026\",2026-02-10,Tuesday,,Sleep,8h 5,,\n",
    ),
];

/// Files that are not UTF-8, as spreadsheets save them.
const OTHER_LETTERS: &[(&str, &[u8])] = &[
    (
        "bearable",
        b"date,date formatted,weekday,time of day,category,rating/amount,detail,notes\r\n\"9th Feb 2026\",2026-02-09,Monday,am,Symptom,3,\"R\xFCckenschmerz,\n\x96 unten (Severe)\",Zq7mark\r\n",
    ),
    (
        "csv",
        b"Datum;Von;Bis;Schlafqualit\xE4t;M\xFCdigkeit\r\n04.05.2026;23:10;06:50;4;3\r\n05.05.2026;23:40;06:50;5;Zq7mark\x80\r\n",
    ),
];

/// Raw states of Withings, which are no file of their own format.
const RAW_STATES: &[&str] = &[
    "start,duration,value\n2020-02-01T23:00:00+01:00,\"[1800,3600,5400]\",\"[1,2,3]\"\n2020-02-02T02:00:00+01:00,\"[600]\",\"[0]\"\n2020-02-02T02:10:00+01:00,[4200],[1]\n",
    "start,duration,value\r\n2020-03-28T23:00:00+01:00,\"[14400,3600]\",\"[1,2]\"\r\n2020-03-29T02:30:00+01:00,[7200],[1]\r\n",
    "start,duration,value\n2020-02-01T21:00:00+01:00,\"[600,60]\",\"[0,5]\"\n2020-02-01T23:00:00+01:00,\"[600,3600]\",\"[0,1]\"\n2020-02-02T00:10:00+01:00,[],[]\n2020-02-02T01:00:00+01:00,\"[3600,60]\",\"[1,0]\"\n2020-02-02T02:30:00+01:00,[900],[0]\n",
];

/// A sleep as newer watches of Huami tell it, in bytes of which most are nought.
fn session_of_huami() -> Vec<u8> {
    let mut bytes = [0_u8; 594];
    let mut put = |at: usize, what: &[u8]| bytes[at..at + what.len()].copy_from_slice(what);
    put(4, &1_736_982_000_u32.to_le_bytes());
    // From 1410 to 1529, in two stages.
    put(0x0a, &[0x82, 5, 0xf9, 5]);
    put(0x54, &[2, 0, 0x82, 5, 0xbd, 5, 4, 0xbe, 5, 0xf9, 5, 8]);
    put(0x24a, &[60, 0, 60]);
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let text = "@DEVICE\n_id,NAME\n1,Zq7mark\n@HUAMI_SLEEP_SESSION_SAMPLE\nTIMESTAMP,DEVICE_ID,DATA\n1737012000000,1,";
    format!("{text}x'{hex}'\n").into_bytes()
}

/// Every sample that lies in the repository, as far as it is not longer than a seed may be.
fn samples() -> Vec<Vec<u8>> {
    let crate_data = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data"));
    // Seen from the package of the fuzz targets the samples lie elsewhere.
    let data = if crate_data.is_dir() {
        crate_data.to_owned()
    } else {
        Path::new(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../src-tauri/crates/wane-exchange/tests/data"
        ))
        .to_owned()
    };
    let mut open = vec![data];
    let mut paths = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("the samples are there") {
            let path = entry.expect("the samples can be listed").path();
            if path.is_dir() {
                open.push(path);
            } else {
                paths.push(path);
            }
        }
    }
    paths.sort();
    let read = |path| {
        let mut bytes = fs::read(path).expect("the samples can be read");
        bytes.truncate(MOST_BYTES);
        bytes
    };
    paths.iter().map(read).collect()
}

/// What a target starts from.
pub fn seeds(target: Target) -> Vec<Vec<u8>> {
    let by_hand = |of: Option<Format>| {
        BY_HAND
            .iter()
            .map(|(name, text)| (*name, text.as_bytes()))
            .chain(OTHER_LETTERS.iter().copied())
            .filter(move |(name, _)| of.is_none_or(|of| of.name() == *name))
            .map(|(_, bytes)| bytes.to_vec())
    };
    let samples = samples();
    match target {
        Target::Format(format) => by_hand(Some(format))
            .chain((format == Format::Gadgetbridge).then(session_of_huami))
            .chain(
                samples
                    .into_iter()
                    .filter(|sample| recognise(sample) == Some(format)),
            )
            .collect(),
        Target::WithingsRaw => RAW_STATES
            .iter()
            .map(|text| text.as_bytes().to_vec())
            .collect(),
        Target::Recognise => by_hand(None).chain(samples).collect(),
        Target::Guess => by_hand(None).filter(|text| text[0] != b'{').collect(),
        // The first byte chooses the roles.
        Target::Mapped => by_hand(Some(Format::Table))
            .chain(by_hand(Some(Format::WaneCsv)))
            .enumerate()
            .map(|(index, text)| [&[index as u8 * 37], text.as_slice()].concat())
            .collect(),
        Target::Archive => samples
            .into_iter()
            .filter(|sample| sample.starts_with(b"PK"))
            .collect(),
        // The first byte chooses the names and the packing of what is put into the archive.
        Target::Packed => by_hand(None)
            .enumerate()
            .map(|(index, text)| [&[index as u8], text.as_slice()].concat())
            .collect(),
    }
}

/// Words that stand in the seeds of a target, for a fuzzer to put together anew.
pub fn words(target: Target) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for seed in seeds(target) {
        for line in seed.split(|byte| b"\n\r,;\t<>{}[]=".contains(byte)) {
            let Ok(text) = std::str::from_utf8(line) else {
                continue;
            };
            let text = text.trim();
            let is_plain = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
            if (3..=40).contains(&text.len()) && is_plain {
                words.insert(text.to_owned());
            }
        }
    }
    words.into_iter().take(400).collect()
}
