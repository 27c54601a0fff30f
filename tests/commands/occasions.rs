//! Meetings and events by commands: from the plan to the addendum, and who is there.

use serde_json::Value;

use crate::support::{Home, tamper, today};

/// A day so many days from today, as the log writes it.
fn day(ahead: i64) -> String {
    let today = today();
    (today + chrono::TimeDelta::days(ahead)).to_string()
}

/// A meeting in session about these villages, on a day.
fn open(home: &Home, title: &str, on: &str, villages: &str) {
    home.ok(&["meeting", "new", title, "--on", on]);
    home.ok(&["meeting", "agenda", "--villages", villages]);
    home.ok(opening(on));
}

/// The command that opens a meeting now, or one of an earlier day for that day.
fn opening(on: &str) -> &'static [&'static str] {
    match on {
        "hari ini" => &["meeting", "open"],
        _ => &["meeting", "open", "--at", "9"],
    }
}

fn decide(home: &Home, item: &str, more: &[&str]) {
    let args = ["meeting", "decide", "dampingi", "--item", item];
    home.ok(&[&args[..], more].concat());
}

fn promise(what: &str, due: &str) -> [String; 6] {
    ["--what", what, "--office", "dinkes", "--due", due].map(str::to_owned)
}

fn end(home: &Home) {
    home.ok(&["meeting", "close"]);
    home.ok(&["meeting", "final"]);
}

/// What became of the promises, by what was promised first.
fn fates(home: &Home) -> Vec<(String, String)> {
    let all = home.json(&["meeting", "promises", "--json"]);
    let all = all.as_array().unwrap().iter();
    let before = all.filter(|p| p["of_this_meeting"] == false);
    let text = |v: &Value| v.as_str().unwrap().to_owned();
    let mut fates: Vec<_> = before
        .map(|p| (text(&p["links"][0]["what"]), text(&p["fate"])))
        .collect();
    fates.sort();
    fates
}

fn pair(what: &str, fate: &str) -> (String, String) {
    (what.to_owned(), fate.to_owned())
}

#[test]
fn three_meetings_carry_their_promises_over_without_losing_or_doubling_one() {
    let home = Home::new();
    let with = |item: &str, promise: [String; 6]| {
        let promise: Vec<&str> = promise.iter().map(String::as_str).collect();
        decide(&home, item, &promise);
    };
    open(&home, "Rapat satu", &day(-40), "Fulur; Kewar");
    with("Fulur", promise("periksa tempat", &day(-30)));
    with("Fulur", promise("urus izin", &day(-30)));
    with("2", promise("beli alat", &day(5)));
    end(&home);
    // One is kept at the desk, in the village's own record.
    let kept = ["action", "close", "Fulur", "1", "--outcome", "selesai"];
    home.ok(&kept);

    open(&home, "Rapat dua", &day(-20), "Fulur; Duarato");
    assert_eq!(
        fates(&home),
        [
            pair("beli alat", "open"),
            pair("periksa tempat", "kept"),
            pair("urus izin", "late"),
        ]
    );
    // Handed on: what it does not say is as in the one before.
    decide(
        &home,
        "1",
        &["--after", "1", "--office", "pmd", "--due", &day(-10)],
    );
    with("2", promise("cari pasar", &day(5)));
    end(&home);

    open(&home, "Rapat tiga", "hari ini", "Fulur; Kewar");
    assert_eq!(
        fates(&home),
        [
            pair("beli alat", "open"),
            pair("cari pasar", "open"),
            // It was kept after the day of the second meeting.
            pair("periksa tempat", "kept"),
            pair("urus izin", "late"),
        ]
    );
    let said = home.ok(&["meeting", "promises"]).out;
    assert!(said.contains("Janji sejak rapat 2/"), "{said}");
    assert!(said.contains("Fulur: urus izin; Dinas PMD;"), "{said}");
    assert!(said.contains("LEWAT 10 hari"), "{said}");
    assert!(
        said.contains("Semua: ditepati 1, terlambat 1, belum jatuh tempo 2 (50%)"),
        "{said}"
    );
    let rows = home.ok(&["meeting", "promises", "--format", "csv"]).out;
    assert_eq!(rows.lines().count(), 5, "{rows}");

    // Numbers do not move with what becomes of the promises.
    assert!(said.contains("   2. Fulur: urus izin"), "{said}");
    home.ok(&["meeting", "settle", "2", "--outcome", "selesai"]);
    assert!(fates(&home).contains(&pair("urus izin", "kept")));
    home.fails(4, &["meeting", "settle", "2", "--outcome", "selesai"]);
    let numbers = home.json(&["meeting", "list", "--json"]);
    let numbers: Vec<_> = numbers
        .as_array()
        .unwrap()
        .iter()
        .map(|m| m["number"].as_str().unwrap().split_once('/').unwrap().0)
        .collect();
    assert_eq!(numbers, ["3", "2", "1"]);
    home.ok(&["doctor"]);
}

#[test]
fn a_topic_keeps_its_promise_from_meeting_to_meeting() {
    let home = Home::new();
    for (title, on) in [("Rapat satu", day(-20)), ("Rapat dua", "hari ini".into())] {
        home.ok(&["meeting", "new", title, "--on", &on]);
        home.ok(&["meeting", "agenda", "--topic", "Kemasan bersama"]);
        home.ok(opening(&on));
        if title == "Rapat satu" {
            let due = day(-10);
            let promise = promise("cetak kemasan", &due);
            let promise: Vec<&str> = promise.iter().map(String::as_str).collect();
            decide(&home, "1", &promise);
            end(&home);
        }
    }
    assert_eq!(fates(&home), [pair("cetak kemasan", "late")]);
    decide(&home, "1", &["--after", "1", "--partly", "--due", &day(9)]);
    assert_eq!(fates(&home), [pair("cetak kemasan", "partly")]);
    home.ok(&["meeting", "settle", "1", "--outcome", "selesai"]);
    assert_eq!(fates(&home), [pair("cetak kemasan", "kept")]);
    home.ok(&["doctor"]);
}

#[test]
fn final_minutes_take_addenda_alone() {
    let home = Home::new();
    open(&home, "Rapat", &day(-3), "Fulur");
    decide(&home, "1", &["--note", "tunggu alat"]);
    let batch = home.json(&["log", "--last", "1", "--json"])[0]["batch"].clone();
    home.ok(&["meeting", "close"]);
    let said = home.ok(&["meeting", "final"]).out;
    assert!(said.contains("tidak dapat diurungkan"), "{said}");
    let events = home.events();
    for args in [
        &["meeting", "note", "x", "--meeting", "Rapat"][..],
        &[
            "meeting",
            "decide",
            "tetap",
            "--item",
            "1",
            "--meeting",
            "Rapat",
        ],
        &["meeting", "change", "Rapat", "--place", "Aula"],
        &["meeting", "open", "Rapat"],
        &[
            "meeting",
            "checkin",
            "Maria",
            "--from",
            "Fulur",
            "--element",
            "pld",
            "--sex",
            "P",
            "--meeting",
            "Rapat",
        ],
        &["undo", "--yes", batch.as_str().unwrap()],
    ] {
        let said = home.fails(5, args);
        assert!(said.err.contains("hanya bisa ditambah adendum"), "{said:?}");
    }
    assert_eq!(home.events(), events);
    home.ok(&["meeting", "addendum", "tempat dibetulkan"]);
    home.ok(&["rapat", "adendum", "nama dibetulkan"]);
    let said = home.ok(&["meeting", "show"]).out;
    assert!(said.contains("Adendum 2 ("), "{said}");
    assert!(said.contains("tunggu alat"), "{said}");
}

#[test]
fn the_course_of_a_meeting_is_told_as_it_goes() {
    let home = Home::new();
    home.ok(&["meeting", "list"]);
    home.fails(4, &["meeting", "next"]);
    home.ok(&["meeting", "new", "Rapat", "--on", "hari ini"]);
    home.fails(5, &["meeting", "open"]);
    home.fails(5, &["meeting", "agenda"]);
    home.ok(&[
        "meeting",
        "agenda",
        "--region",
        "Lamaknen",
        "--minutes",
        "3",
    ]);
    home.ok(&["meeting", "open", "--at", "9.15"]);
    let said = home.fails(2, &["meeting", "note", "x", "--item", ""]);
    assert!(said.err.contains("ovop meeting next"), "{said:?}");
    let current = || home.json(&["meeting", "show", "--json"])["current"].clone();
    home.ok(&["meeting", "next"]);
    home.ok(&["meeting", "next"]);
    assert_eq!(current(), 2);
    home.ok(&["meeting", "back"]);
    home.ok(&["meeting", "postpone"]);
    assert_eq!(current(), 2, "the next one begins");
    home.ok(&["meeting", "skip", "--reason", "tidak hadir"]);
    assert_eq!(current(), 3);
    home.ok(&["meeting", "goto", "Kewar"]);
    home.fails(4, &["meeting", "goto", "Alas"]);
    home.fails(5, &["meeting", "goto", "99"]);
    home.ok(&["meeting", "note", "sudah ada alat"]);
    home.ok(&["meeting", "agenda", "--add", "--topic", "Lain-lain"]);
    let all = home.json(&["meeting", "show", "--json"]);
    let items = all["agenda"].as_array().unwrap();
    assert_eq!(items.len(), 10, "nine villages and a topic");
    assert!(items.iter().any(|i| i["state"] == "skipped"));
    assert!(
        items
            .iter()
            .any(|i| i["notes"][0]["text"] == "sudah ada alat")
    );
    assert!(all["opened"].as_str().unwrap().ends_with("T01:15:00Z"));
    let said = home.ok(&["meeting", "show"]).out;
    assert!(said.contains("berlangsung, butir "), "{said}");
    let said = home.fails(2, &["meeting", "decide", "tetap", "--what", "x"]);
    assert!(said.err.contains("isi --office"), "{said:?}");
    let said = home.ok(&["log", "--kind", "item.begun", "--last", "1"]).out;
    assert!(said.contains("Rapat") && said.contains("dibahas"), "{said}");
}

#[test]
fn what_is_meant_is_never_guessed_when_something_is_written() {
    let home = Home::new();
    for title in ["Rapat Lamaknen", "Rapat Rinhat"] {
        home.ok(&[
            "meeting",
            "new",
            title,
            "--on",
            "hari ini",
            "--follows",
            "-",
        ]);
    }
    let said = home.fails(3, &["meeting", "agenda", "--villages", "Fulur"]);
    assert!(said.err.contains("Rapat Rinhat"), "{said:?}");
    home.fails(3, &["meeting", "open", "rapat"]);
    let fulur = ["meeting", "agenda", "--villages", "Fulur"];
    home.ok(&[&fulur[..], &["--meeting", "rinhat"]].concat());
    home.ok(&["meeting", "open", "1"]);
    let said = home.fails(4, &["meeting", "open", "7/1999"]);
    assert!(said.err.contains("7/1999"), "{said:?}");
    home.fails(
        2,
        &["meeting", "new", "x", "--on", "hari ini", "--time", "25"],
    );
    home.fails(4, &["event", "show"]);
}

#[test]
fn who_is_there_is_counted_and_who_is_not_is_named() {
    let home = Home::new();
    home.ok(&[
        "event",
        "new",
        "Sosialisasi OVOP",
        "--on",
        "hari ini",
        "--scope",
        "Lamaknen; Alas, Kobalima Timur",
    ]);
    let come = |name: &str, more: &[&str]| {
        let args = ["event", "checkin", name, "--element", "kades", "--sex", "P"];
        home.run(&[&args[..], more].concat())
    };
    let said = come(
        "Dra. Maria Bere",
        &["--from", "Fulur", "--phone", "0812 345 678"],
    );
    assert!(
        said.out.contains("dibuka"),
        "whoever comes first opens it: {said:?}"
    );
    let said = come("maria bere", &["--from", "Fulur"]);
    assert_eq!(said.code, 5, "{said:?}");
    assert!(said.err.contains("sudah tercatat hadir"), "{said:?}");
    let said = come("Yosef Mau", &["--from", "Fulur"]);
    assert!(said.out.contains("Periksa:"), "{said:?}");
    assert_eq!(come("Siti", &[]).code, 5, "from nowhere");
    assert_eq!(come("Siti", &["--agency", "BPJS"]).code, 0);
    home.ok(&[
        "event",
        "amend",
        "siti",
        "--job",
        "Kepala cabang",
        "--sex",
        "L",
    ]);
    let said = home.ok(&["event", "present"]).out;
    assert!(said.contains("Hadir: 3 (L 1, P 2)"), "{said}");
    assert!(said.contains("Kepala cabang"), "{said}");
    let said = home.ok(&["event", "present", "--from", "Fulur"]).out;
    assert!(!said.contains("Siti"), "{said}");
    let said = home.ok(&["event", "absent"]).out;
    assert!(said.contains("Lamaknen, belum 8 dari 9: "), "{said}");
    assert!(said.contains("Desa terwakili: 1 dari 10"), "{said}");
    home.ok(&["event", "leave", "2", "--reason", "salah catat"]);
    assert_eq!(
        home.json(&["event", "present", "--json"])
            .as_array()
            .unwrap()
            .len(),
        2
    );
    let csv = home.ok(&["event", "present", "--format", "csv"]).out;
    assert!(
        csv.lines()
            .nth(2)
            .unwrap()
            .contains("Siti,Kepala cabang,kades,L,"),
        "{csv}"
    );
}

#[test]
fn a_telephone_number_is_shown_when_asked_for_and_can_be_forgotten() {
    let home = Home::new();
    home.ok(&["event", "new", "Sosialisasi", "--on", "hari ini"]);
    let come = [
        "event",
        "checkin",
        "Maria",
        "--from",
        "Fulur",
        "--element",
        "pld",
        "--sex",
        "P",
    ];
    home.fails(5, &[&come[..], &["--phone", "rumah"]].concat());
    home.ok(&[
        &come[..],
        &["--phone", "0812 345 678", "--nik", "5304010101010001"],
    ]
    .concat());
    let phone = |args: &[&str]| {
        let said = home.ok(args);
        assert!(!said.err.contains("0812"), "{said:?}");
        said.out.contains("0812 345 678")
    };
    assert!(phone(&["event", "present", "--phones"]));
    assert!(phone(&["event", "present", "--phones", "--json"]));
    for args in [
        &["event", "present"][..],
        &["event", "present", "--json"],
        &["event", "present", "--format", "csv"],
        &["event", "show", "--json"],
        &["log", "--json"],
    ] {
        assert!(!phone(args), "{args:?}");
    }
    home.ok(&["event", "amend", "1", "--phone", "0813 999 000"]);
    let said = home.ok(&["event", "present", "--phones"]).out;
    assert!(
        said.contains("0813 999 000") && said.contains("5304010101010001"),
        "{said}"
    );
    home.fails(2, &["event", "forget"]);
    home.ok(&["event", "close"]);
    home.ok(&["event", "final"]);
    home.ok(&["event", "forget", "maria"]);
    let said = home.ok(&["event", "present", "--phones"]).out;
    assert!(!said.contains("0813") && said.contains("Maria"), "{said}");
}

#[test]
fn with_view_nothing_is_recorded_and_no_number_shown() {
    let home = Home::new();
    open(&home, "Rapat", "hari ini", "Fulur");
    let events = home.events();
    for args in [
        &["--view", "meeting", "next"][..],
        &["meeting", "note", "x", "--lihat"],
        &["--view", "meeting", "present", "--phones"],
        &["--view", "stage", "Fulur", "dikemas", "--basis", "x"],
        &["--view", "undo", "--yes"],
        &["--view", "event", "forget", "--all"],
    ] {
        let said = home.fails(5, args);
        assert!(said.err.contains("--view"), "{said:?}");
    }
    assert_eq!(home.events(), events);
    home.ok(&["--view", "meeting", "show"]);
    home.ok(&["--view", "list"]);
}

#[test]
fn a_past_day_and_both_languages_tell_of_meetings() {
    let home = Home::new();
    open(&home, "Rapat evaluasi", &day(-10), "Fulur");
    decide(&home, "1", &[]);
    end(&home);
    let then = |ahead: i64| home.json(&["meeting", "list", "--as-of", &day(ahead), "--json"]);
    assert_eq!(then(-11).as_array().unwrap().len(), 0);
    assert_eq!(then(-10)[0]["phase"], "ditutup");
    assert_eq!(then(0)[0]["phase"], "final");
    let csv = home
        .ok(&["meeting", "list", "--as-of", &day(-10), "--format", "csv"])
        .out;
    assert!(
        csv.lines().next().unwrap().ends_with(",as_of,known_then"),
        "{csv}"
    );
    for args in [
        &["meeting", "show"][..],
        &["meeting", "list"],
        &["meeting", "promises"],
        &["meeting", "absent"],
    ] {
        let id = home.ok(args).out;
        let en = home.ok(&[args, &["--lang", "en"]].concat()).out;
        assert_ne!(id, en, "{args:?}");
    }
    let said = home.ok(&["meeting", "show", "--lang", "en"]).out;
    assert!(
        said.contains("review meeting 1/") && said.contains("assist"),
        "{said}"
    );
}

#[test]
fn doctor_finds_and_mends_a_wrong_line() {
    let home = Home::new();
    open(&home, "Rapat", "hari ini", "Fulur");
    tamper(&home.database(), "UPDATE occasion SET decided = 7");
    home.fails(1, &["doctor"]);
    home.ok(&["doctor", "--rebuild"]);
    assert_eq!(home.json(&["meeting", "list", "--json"])[0]["decided"], 0);
}

#[test]
fn a_new_meeting_goes_on_with_the_last_one_of_its_region() {
    let home = Home::new();
    open(&home, "Lamaknen 1", &day(-40), "Fulur; Kewar");
    decide(
        &home,
        "Fulur",
        &[
            "--what",
            "periksa tempat",
            "--office",
            "dinkes",
            "--due",
            &day(-30),
        ],
    );
    end(&home);
    open(&home, "Kobalima 1", &day(-20), "Alas");
    let said = home
        .ok(&["paper", "berita-acara", "--meeting", "Kobalima 1"])
        .out;
    assert!(!said.contains("rapat sebelumnya"), "{said}");
    end(&home);
    let said = home
        .ok(&["meeting", "new", "Rapat berikut", "--on", "hari ini"])
        .out;
    assert!(
        said.contains("Kobalima 1") && said.contains("--follows"),
        "{said}"
    );
    let said = home
        .ok(&["meeting", "agenda", "--villages", "Kewar; Fulur"])
        .out;
    assert!(
        said.contains("Melanjutkan rapat") && said.contains("Lamaknen 1"),
        "{said}"
    );
    assert_eq!(fates(&home), [pair("periksa tempat", "late")]);
    home.ok(&["meeting", "change", "--follows", "Kobalima 1"]);
    assert_eq!(fates(&home), []);
}

#[test]
fn final_minutes_stay_as_they_were_whatever_is_recorded_about_the_time_before() {
    let home = Home::new();
    open(&home, "Rapat satu", &day(-40), "Fulur");
    decide(
        &home,
        "1",
        &[
            "--what",
            "periksa tempat",
            "--office",
            "dinkes",
            "--due",
            &day(-30),
        ],
    );
    end(&home);
    open(&home, "Rapat dua", &day(-10), "Fulur");
    // Decided twice: what the first decision promised goes on in the second.
    decide(
        &home,
        "1",
        &[
            "--what",
            "latih dua kali",
            "--office",
            "pmd",
            "--due",
            &day(5),
        ],
    );
    decide(
        &home,
        "1",
        &[
            "--after",
            "2",
            "--what",
            "latih empat kali",
            "--due",
            &day(9),
        ],
    );
    let minutes = |paper: &str| {
        let args = ["paper", paper, "--meeting", "Rapat dua", "--format", "md"];
        home.ok(&args).out
    };
    let draft = minutes("ba");
    assert!(draft.contains("latih empat kali"), "{draft}");
    assert!(!draft.contains("latih dua kali"), "{draft}");
    assert!(minutes("notula").contains("Rencana tindak lanjut: 1 janji"));
    end(&home);
    let before = [minutes("ba"), minutes("notula")];
    assert!(
        before[0].contains("0 selesai, 1 belum (1 lewat tenggat)"),
        "{}",
        before[0]
    );
    let late = day(-15);
    home.ok(&[
        "action",
        "close",
        "Fulur",
        "1",
        "--outcome",
        "selesai",
        "--on",
        &late,
    ]);
    home.ok(&["potential", "add", "Fulur", "madu", "--on", &late]);
    assert_eq!([minutes("ba"), minutes("notula")], before);
    home.ok(&[
        "meeting",
        "addendum",
        "salah nama",
        "--meeting",
        "Rapat dua",
    ]);
    assert!(minutes("ba").contains("salah nama"));
    // What became of the promises is told as of now.
    let now = home.ok(&["meeting", "promises", "Rapat dua"]).out;
    assert!(now.contains("ditepati 1"), "{now}");
}

#[test]
fn a_meeting_written_up_later_has_its_day_and_no_time_of_the_writing() {
    let home = Home::new();
    home.ok(&[
        "meeting",
        "new",
        "Rapat",
        "--on",
        &day(-4),
        "--time",
        "09.00",
    ]);
    home.ok(&["meeting", "agenda", "--villages", "Fulur"]);
    // Without a time it is today that it opens.
    let said = home.ok(&["meeting", "open"]).out;
    assert!(said.contains("ovop meeting open --at JAM"), "{said}");
    let planned = || home.json(&["meeting", "show", "--json"])["day"].clone();
    assert_eq!(planned(), day(0));
    home.ok(&["undo"]);
    assert_eq!(planned(), day(-4));
    let said = home.ok(&["meeting", "open", "--at", "9"]).out;
    assert!(said.contains("hari yang direncanakan"), "{said}");
    home.ok(&["meeting", "close"]);
    let said = home.ok(&["paper", "ba", "--meeting", "Rapat"]).out;
    assert!(said.contains("pukul 09.00 s.d. ....."), "{said}");
    let said = home.fails(5, &["meeting", "change", "--on", "hari ini"]);
    assert!(
        said.err.contains("harinya tidak bisa diubah lagi"),
        "{said:?}"
    );
}
