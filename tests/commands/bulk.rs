//! One act for many villages: looked at first, then one batch.

use crate::support::Home;

const PLAN: [&str; 8] = [
    "bulk",
    "action",
    "periksa tempat produksi",
    "--office",
    "dinkes",
    "--due",
    "2030-01-31",
    "--region",
];

fn events(home: &Home) -> usize {
    let log = home.json(&["log", "--last", "10000", "--json"]);
    log.as_array().unwrap().len()
}

#[test]
fn without_yes_it_is_only_looked_at_and_with_it_one_undo_takes_all_back() {
    let home = Home::new();
    home.ok(&["init"]);
    let before = events(&home);
    let mut args = [&PLAN[..], &["Rinhat"]].concat();
    let said = home.ok(&args).out;
    assert!(
        said.starts_with("20 desa/kelurahan: 20 akan berubah, 0 ditolak:\n"),
        "{said}"
    );
    assert!(said.contains("- Nanebot (Rinhat): RTL dicatat: periksa tempat produksi"));
    assert!(
        said.contains("Belum ada yang dicatat. Dengan --yes"),
        "{said}"
    );
    assert_eq!(events(&home), before);

    args.push("--yes");
    let said = home.ok(&args).out;
    assert!(said.contains("Dicatat untuk 20 desa/kelurahan."), "{said}");
    assert_eq!(events(&home), before + 20);
    let open = home.json(&["action", "list", "--region", "Rinhat", "--json"]);
    assert_eq!(open.as_array().unwrap().len(), 20);
    home.ok(&["undo"]);
    let open = home.json(&["action", "list", "--region", "Rinhat", "--json"]);
    assert_eq!(open.as_array().unwrap().len(), 0);
    // The log says of each village what was taken back, and then what was brought back.
    home.ok(&["undo", "--redo", "--yes"]);
    let log = home.ok(&["log", "Nanebot", "--last", "2"]).out;
    for word in ["dikembalikan", "diurungkan"] {
        let line = format!("{word}: RTL dicatat: periksa tempat produksi");
        assert!(log.contains(&line), "{line}\n{log}");
    }
}

#[test]
fn refused_villages_are_told_and_the_others_are_written() {
    let home = crate::support::chosen();
    let said = home.ok(&[
        "serentak",
        "kategori",
        "jasa",
        "--desa",
        "Fulur; Makir",
        "--yes",
    ]);
    assert!(
        said.out
            .contains("2 desa/kelurahan: 1 akan berubah, 1 ditolak:")
    );
    assert!(
        said.out.contains("- Makir (Lamaknen): DITOLAK: "),
        "{said:?}"
    );
    let said = home.fails(
        5,
        &[
            "bulk",
            "stage",
            "diolah",
            "--basis",
            "x",
            "--villages",
            "Makir",
            "--yes",
        ],
    );
    assert!(
        said.out
            .contains("1 desa/kelurahan: 0 akan berubah, 1 ditolak:")
    );
    assert!(said.err.contains("Tidak ada yang dicatat"), "{said:?}");
}

#[test]
fn which_villages_must_be_said_and_each_name_must_be_clear() {
    let home = Home::new();
    home.ok(&["init"]);
    let before = events(&home);
    let said = home.fails(2, &["bulk", "note", "x", "--yes"]);
    assert!(said.err.contains("Untuk desa mana?"), "{said:?}");
    let said = home.fails(
        2,
        &[
            "bulk",
            "note",
            "x",
            "--villages",
            "Fulur",
            "--region",
            "Rinhat",
        ],
    );
    assert!(said.err.contains("tidak keduanya"), "{said:?}");
    let said = home.fails(
        4,
        &[
            "bulk",
            "note",
            "x",
            "--villages",
            "Fulur; Tidakada",
            "--yes",
        ],
    );
    assert!(said.err.contains("Tidakada"), "{said:?}");
    assert_eq!(events(&home), before, "nothing of it was written");
}

#[test]
fn json_tells_what_would_happen_and_what_happened() {
    let home = Home::new();
    home.ok(&["init"]);
    let args = [
        "bulk",
        "note",
        "kunjungan",
        "--villages",
        "Fulur; Makir",
        "--json",
    ];
    let would = home.json(&args);
    assert_eq!(would[0]["name"], "Fulur");
    assert_eq!(would[0]["kind"], "note");
    let did = home.json(&[&args[..], &["--yes"]].concat());
    assert_eq!(did.as_array().unwrap().len(), 2);
    assert_eq!(did[0]["batch"], did[1]["batch"]);
}
