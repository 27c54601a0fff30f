//! Whole journeys with printable keys and Enter alone, and the commands that must see the same.

use rstest::rstest;

use super::*;

#[rstest]
#[case(80, 24)]
#[case(40, 12)]
fn from_nothing_to_a_stage_and_back_one_step(#[case] columns: u16, #[case] rows: u16) {
    let home = Home::new();
    let mut pty = home.screens(columns, rows);
    let events = home.events();
    pty.send("/fulur");
    pty.wait_for_text("Fulur   ");
    pty.send("\r");
    pty.wait_for_text("Fulur (Lamaknen): belum didata");
    pty.wait_for_text("K0 BELUM DIDATA");

    pty.send("akopi arabika\r2\rkebun rakyat\r\r\r");
    pty.wait_for_text("K1 BELUM DIPUTUSKAN");
    pty.send("p\r\rBA-7/2026\rkopi bubuk\r\r\r");
    pty.wait_for_text("K2 ");
    pty.send("sSK-12/2026\r\r\r");
    pty.wait_for_text("K3 ");
    pty.send("m2\rsudah berlabel\r\r\r");
    pty.wait_for_text("tahap DIKEMAS");

    let card = home.json(&["show", "Fulur", "--json"]);
    assert_eq!(card["decision"], "K3");
    assert_eq!(card["stage"], "dikemas");
    assert_eq!(card["product"], "kopi bubuk");
    assert_eq!(card["potentials"][0]["name"], "kopi arabika");
    assert_eq!(card["potentials"][0]["note"], "kebun rakyat");
    assert_eq!(card["choice"]["minutes"], "BA-7/2026");
    assert_eq!(card["choice"]["decree"]["number"], "SK-12/2026");
    assert_eq!(card["choice"]["steps"][0]["basis"], "sudah berlabel");
    assert_eq!(totals(&home), [207, 129, 78, 0, 1]);
    assert_eq!(
        kinds(&home, events),
        [
            "stage.declared",
            "decree.recorded",
            "product.chosen",
            "potential.recorded"
        ]
    );
    assert!(pty.screen().contains("207"), "{}", pty.screen());

    pty.send("u");
    pty.wait_for_text("Urungkan ini?");
    pty.send("\r");
    pty.wait_for_text("tahap POTENSI");
    pty.wait_for_text("Diurungkan");
    let card = home.json(&["show", "Fulur", "--json"]);
    assert_eq!(
        (&card["decision"], &card["stage"]),
        (&"K3".into(), &"potensi".into())
    );
    assert_eq!(home.json(&["status", "--json"])["stages"]["potensi"], 1);
    assert_eq!(kinds(&home, events).len(), 5);
    assert_eq!(kinds(&home, events)[0], "reverted");

    pty.send("qq");
    assert_eq!(pty.wait_exit(), 0);
    home.assert_sound();
}

/// Without product, K0, K1, K2, K3.
fn totals(home: &Home) -> [u64; 5] {
    let status = home.json(&["status", "--json"]);
    ["no_product", "K0", "K1", "K2", "K3"].map(|key| status[key].as_u64().unwrap())
}

/// What was recorded after the first so many events, newest first.
fn kinds(home: &Home, first: usize) -> Vec<String> {
    let log = home.json(&["log", "--last", "10000", "--json"]);
    let log = log.as_array().unwrap();
    log[..log.len() - first]
        .iter()
        .map(|event| event["kind"].as_str().unwrap().to_owned())
        .collect()
}

/// A fast hand or a slow line brings several keys in one packet: the name is meant for the form that the first key
/// opens, and the Enter after `u` for the question.
#[test]
fn keys_that_come_in_one_packet_go_where_they_are_meant() {
    let home = Home::new();
    let mut pty = home.screens(80, 24);
    let events = home.events();
    pty.send("aubi kayu\r1\r\r\r\rcdua\r\r\ru\r");
    pty.wait_for_text("Diurungkan: Kewar (Lamaknen): catatan: dua");
    assert_eq!(
        kinds(&home, events),
        ["reverted", "note", "potential.recorded"]
    );
    let potentials = home.json(&["show", "Kewar", "--json"])["potentials"].clone();
    assert_eq!(potentials[3]["name"], "ubi kayu");
    pty.send("/kufeu");
    pty.wait_for_text("Kufeu");
}
