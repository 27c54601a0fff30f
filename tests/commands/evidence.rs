//! Gates, evidence, permits and the category.

use serde_json::Value;

use crate::support::{Home, chosen, fulur, verified, words};

const PROCESSED: [&str; 5] = ["kelompok", "sop", "tempat", "kapasitas", "nib"];

#[test]
fn gates_tell_the_rules_of_a_day_and_of_a_category() {
    let home = Home::new();
    let all = home.ok(&["gates"]).out;
    assert!(
        all.starts_with("Aturan 2025-1, berlaku sejak 27 Mei 2025.\n"),
        "{all}"
    );
    assert!(all.contains("Dikemas (batas 90 hari)\n"), "{all}");
    let permit = all
        .lines()
        .find(|l| l.trim().starts_with("izin-edar"))
        .unwrap();
    assert!(
        permit.contains("wajib") && permit.contains("tidak diminta") && permit.contains("60 bulan"),
        "{permit}"
    );
    let craft = home
        .ok(&["gerbang", "--kategori", "kriya", "--lang", "en"])
        .out;
    assert!(
        !craft.contains("izin-edar") && craft.contains("trademark"),
        "{craft}"
    );
    let json = home.json(&["gates", "--category", "jasa", "--json"]);
    assert_eq!(json["version"], "2025-1");
    assert_eq!(json["limits"]["stages"]["dikemas"], 90);
    let material = &json["items"][0];
    assert_eq!(
        (&material["id"], &material["need"]["jasa"]),
        (&"bahan-baku".into(), &"if-applies".into())
    );
    assert!(!words(&json["items"], "id").contains(&"label".to_owned()));
    assert!(!home.database().exists(), "the rules need no database");
    home.fails(2, &["gates", "--category", "emas"]);
}

#[test]
fn the_verified_stage_rises_with_verified_evidence_and_falls_with_an_undo() {
    let home = chosen();
    let stage = || {
        let card = fulur(&home);
        let listed = home.json(&["list", "--reason", "macet", "--json"]);
        assert_eq!(
            listed[0]["verified_stage"], card["verified_stage"],
            "list and card"
        );
        card["verified_stage"].as_str().map(str::to_owned)
    };
    assert_eq!(stage(), None);
    home.ok(&["evidence", "claim", "Fulur", "bahan-baku"]);
    assert_eq!(stage(), None, "a claim proves nothing");
    let said = home.ok(&["evidence", "verify", "Fulur", "bahan-baku"]).out;
    assert!(
        said.contains("bukti diverifikasi: bahan-baku\n  - bahan-baku: ada"),
        "{said}"
    );
    assert_eq!(stage().as_deref(), Some("potensi"));
    verified(&home, &PROCESSED);
    assert_eq!(stage().as_deref(), Some("diolah"));
    home.ok(&["undo"]);
    assert_eq!(stage().as_deref(), Some("potensi"));
    home.ok(&["undo", "--redo"]);
    assert_eq!(stage().as_deref(), Some("diolah"));
    home.ok(&[
        "evidence",
        "withdraw",
        "Fulur",
        "nib",
        "--reason",
        "NIB orang lain",
    ]);
    assert_eq!(stage().as_deref(), Some("potensi"));
    let missing = words(&fulur(&home)["missing"], "item");
    assert_eq!(missing, ["nib", "kemasan", "label", "izin-edar", "halal"]);
}

#[test]
fn a_claim_holds_what_the_paper_says() {
    let home = chosen();
    home.ok(&[
        "bukti",
        "klaim",
        "Fulur",
        "IZIN-EDAR",
        "--nomor",
        "2155304010012-30",
        "--penerbit",
        "Dinas Kesehatan Belu",
        "--pemegang",
        "KWT Mawar",
        "--terbit",
        "2024-12-01",
        "--berakhir",
        "2030-12-01",
        "--catatan",
        "asli dilihat",
    ]);
    home.ok(&[
        "evidence",
        "claim",
        "Fulur",
        "halal",
        "--missing",
        "NIB, foto dapur",
    ]);
    let evidence = fulur(&home)["evidence"].clone();
    assert_eq!(words(&evidence, "status"), ["ada", "berkas-kurang"]);
    let permit = &evidence[0];
    for (key, value) in [
        ("item", "izin-edar"),
        ("number", "2155304010012-30"),
        ("issuer", "Dinas Kesehatan Belu"),
        ("holder", "KWT Mawar"),
        ("issued", "2024-12-01"),
        ("expires", "2030-12-01"),
        ("note", "asli dilihat"),
    ] {
        assert_eq!(permit[key], value);
    }
    assert!(permit["verified"].is_null());
    let text = home.ok(&["show", "Fulur"]).out;
    for part in [
        "Kategori: pangan olahan. Tahap terverifikasi: belum ada.",
        "pemegang KWT Mawar; terbit 01-12-2024; sampai 01-12-2030; catatan: asli dilihat; diklaim ",
        "halal: berkas kurang; kurang: NIB, foto dapur",
    ] {
        assert!(text.contains(part), "{part:?} in {text}");
    }
    home.fails(
        5,
        &[
            "evidence",
            "claim",
            "Fulur",
            "nib",
            "--issued",
            "kemarin",
            "--expires",
            "2020-01-01",
        ],
    );
    home.fails(5, &["evidence", "verify", "Fulur", "halal"]);
}

#[test]
fn an_item_that_is_not_there_is_answered_with_those_that_are() {
    let home = chosen();
    let before = home.events();
    let said = home.fails(2, &["evidence", "claim", "Fulur", "sertifikat"]);
    assert!(
        said.err.contains("\u{201c}sertifikat\u{201d}")
            && said.err.contains("\n  izin-edar: SPP-IRT atau BPOM MD\n")
            && said.err.contains("\n  ekspor: "),
        "{said:?}"
    );
    let said = home.fails(2, &["evidence", "claim", "Fulur", "sk"]);
    assert!(said.err.contains("ovop decree"), "{said:?}");
    let said = home.fails(4, &["evidence", "verify", "Fulur", "nib"]);
    assert!(
        said.err.contains("ovop evidence claim 53.04.01.2002 nib"),
        "{said:?}"
    );
    home.fails(
        2,
        &[
            "action", "plan", "Fulur", "x", "--office", "pmd", "--due", "2mg", "--item", "x",
        ],
    );
    home.fails(5, &["evidence", "claim", "Kewar", "nib"]);
    home.fails(5, &["evidence", "verify", "Kewar", "nib"]);
    assert_eq!(home.events(), before, "nothing was written");
}

#[test]
fn a_licence_number_is_doubted_and_never_refused() {
    let home = chosen();
    let claim = |number: &str| {
        home.ok(&[
            "evidence",
            "claim",
            "Fulur",
            "izin-edar",
            "--number",
            number,
        ])
        .out
    };
    let said = claim("P-IRT 9153204010012-21");
    for part in [
        "wilayah 3204, sampai 2021",
        "Periksa: angka pertama bukan kode kemasan",
        "Periksa: kode wilayahnya provinsi lain",
        "Periksa: menurut angkanya habis tahun 2021",
    ] {
        assert!(said.contains(part), "{part:?} in {said}");
    }
    let check = home.json(&["check", "Fulur", "--json"]);
    let number = &check["check"]["numbers"][0];
    assert_eq!(
        number["doubts"],
        serde_json::json!(["packaging", "region", "ended"])
    );
    assert!(claim("12345").contains("Periksa: P-IRT 15 angka, ini 5"));
    let good = claim("2155304010012-99");
    assert!(
        good.contains("kemasan plastik") && !good.contains("Periksa:"),
        "{good}"
    );
    let agency = claim("BPOM RI MD 123456789012");
    assert!(
        !agency.contains("Nomor izin"),
        "the food agency's numbers are built otherwise"
    );
    let craft = home
        .ok(&["evidence", "claim", "Fulur", "nib", "--number", "123"])
        .out;
    assert!(!craft.contains("Nomor izin"), "{craft}");
}

#[test]
fn check_tells_declared_from_verified_and_what_is_missing() {
    let home = chosen();
    verified(&home, &["bahan-baku"]);
    home.ok(&["evidence", "claim", "Fulur", "kelompok"]);
    let said = home.ok(&["check", "Fulur"]).out;
    for line in [
        "Fulur (53.04.01.2002): kopi bubuk, kategori pangan olahan; aturan 2025-1.",
        "Tahap dinyatakan: Dikemas; tahap terverifikasi: Potensi.",
        "Yang kurang sampai tahap Dikemas:",
        "  1. kelompok: kelompok atau produsen aktif, ketua, anggota L/P (diklaim): ovop evidence verify 53.04.01.2002 kelompok",
        "  2. sop: resep atau SOP tertulis (belum ada): ovop evidence claim 53.04.01.2002 sop",
    ] {
        assert!(said.lines().any(|l| l == line), "{line:?} in {said}");
    }
    let line = |item: &str| {
        let row = said
            .lines()
            .find(|l| l.split_whitespace().any(|w| w == item));
        row.unwrap()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert!(line("sk").starts_with("terverifikasi wajib sk"));
    assert!(line("calon-pembeli").starts_with("belum ada pendukung calon-pembeli"));
    assert!(line("ntt-mart").starts_with("belum ada bila berlaku ntt-mart"));
    assert!(!said.contains("Usul:"), "nothing has expired");
    let english = home.ok(&["check", "Fulur", "--lang", "en"]).out;
    assert!(
        english.contains("Declared stage: Packaged; verified stage: Potential."),
        "{english}"
    );
    let none = home.ok(&["check", "Kewar"]).out;
    assert!(
        none.contains("Produk: belum dipilih.") && none.contains("  1. "),
        "{none}"
    );
    assert!(home.json(&["check", "Kewar", "--json"])["check"].is_null());
}

#[test]
fn expired_evidence_suggests_a_step_back_that_a_person_takes() {
    let home = chosen();
    home.ok(&[
        "evidence",
        "claim",
        "Fulur",
        "izin-edar",
        "--issued",
        "2020-01-05",
        "--on",
        "2025-01-05",
    ]);
    home.ok(&[
        "evidence",
        "verify",
        "Fulur",
        "izin-edar",
        "--on",
        "2025-01-06",
    ]);
    let said = home.ok(&["check", "Fulur"]).out;
    assert!(
        said.contains("  - izin-edar: kedaluwarsa; berakhir 5 Januari 2025\n"),
        "{said}"
    );
    assert!(
        said.contains("Usul: mundur ke tahap Diolah, karena izin-edar kedaluwarsa."),
        "{said}"
    );
    assert_eq!(fulur(&home)["stage"], "dikemas", "nothing moves by itself");
    let check = home.json(&["check", "Fulur", "--json"])["check"].clone();
    assert_eq!(check["step_back"]["to"], "diolah");
    assert_eq!(
        check["step_back"]["expired"],
        serde_json::json!(["izin-edar"])
    );
    assert_eq!(check["renewals"][0]["renewal"], "expired");
    let command = said
        .split("Anda yang memutuskan: ovop ")
        .nth(1)
        .unwrap()
        .trim();
    let (command, basis) = command.split_once(" --basis ").unwrap();
    let mut args: Vec<&str> = command.split(' ').collect();
    args.extend(["--basis", basis.trim_matches('"')]);
    home.ok(&args);
    assert_eq!(fulur(&home)["stage"], "diolah");
    assert!(!home.ok(&["check", "Fulur"]).out.contains("Usul:"));
}

#[test]
fn check_of_an_earlier_day_sees_what_held_then() {
    let home = chosen();
    home.ok(&[
        "evidence",
        "claim",
        "Fulur",
        "bahan-baku",
        "--on",
        "2024-12-10",
    ]);
    home.ok(&[
        "evidence",
        "verify",
        "Fulur",
        "bahan-baku",
        "--on",
        "2024-12-20",
    ]);
    home.ok(&["evidence", "claim", "Fulur", "nib", "--on", "2024-12-10"]);
    home.ok(&["undo"]);
    let on = |day: &str| home.json(&["check", "Fulur", "--on", day, "--json"])["check"].clone();
    assert!(on("2024-11-12").is_null(), "the day before the choice");
    let then = on("2024-12-15");
    assert_eq!(then["declared_stage"], "dikemas");
    assert!(then["verified_stage"].is_null());
    let standing = |check: &Value, item: &str| {
        let stages = check["stages"].as_array().unwrap().iter();
        let mut items = stages.flat_map(|s| s["items"].as_array().unwrap());
        items.find(|i| i["item"] == item).unwrap()["standing"].clone()
    };
    assert_eq!(standing(&then, "bahan-baku"), "claimed");
    assert_eq!(standing(&then, "nib"), "missing", "a slip that was undone");
    assert_eq!(on("2024-11-30")["declared_stage"], "potensi");
    assert_eq!(on("2024-12-20")["verified_stage"], "potensi");
}

#[test]
fn the_category_decides_by_which_gates_a_product_is_judged() {
    let home = chosen();
    verified(&home, &["bahan-baku", "tempat"]);
    assert_eq!(fulur(&home)["category"], "olahan");
    let said = home.ok(&["kategori", "Fulur", "kriya"]).out;
    assert!(
        said.contains("kategori ditetapkan: tenun dan kriya"),
        "{said}"
    );
    let missing = words(&fulur(&home)["missing"], "item");
    assert!(!missing.contains(&"tempat".to_owned()) && !missing.contains(&"halal".to_owned()));
    let said = home.ok(&["evidence", "claim", "Fulur", "label"]).out;
    assert!(
        said.contains("tidak diminta untuk kategori tenun dan kriya"),
        "{said}"
    );
    home.fails(5, &["category", "Fulur", "kriya"]);
    home.fails(2, &["category", "Fulur", "emas"]);
}

#[test]
fn a_promise_of_an_earlier_day_is_due_from_then_and_a_paper_ends_from_its_issue() {
    let home = chosen();
    home.ok(&[
        "action",
        "plan",
        "Fulur",
        "uji coba",
        "--office",
        "dinkes",
        "--due",
        "2w",
        "--on",
        "2025-03-01",
    ]);
    let open = home.json(&["action", "list", "--json"]);
    assert_eq!(open[0]["due"], "2025-03-15");
    let said = home.ok(&[
        "evidence",
        "claim",
        "Fulur",
        "izin-edar",
        "--issued",
        "2024-01-01",
        "--expires",
        "6 tahun",
    ]);
    assert!(
        said.out
            .contains("berlaku paling lama sampai 01-01-2029; dihitung sampai itu."),
        "{}",
        said.out
    );
    let check = home.json(&["check", "Fulur", "--json", "--as-of", "2026-11-24"]);
    assert_eq!(check["check"]["renewals"], serde_json::json!([]));
}

#[test]
fn filing_a_renewal_takes_nothing_from_the_licence_that_holds() {
    const HOLDS: &str = "izin-edar  SPP-IRT atau BPOM MD: ada; diverifikasi";
    let home = chosen();
    verified(&home, &["izin-edar"]);
    home.ok(&[
        "evidence",
        "claim",
        "Fulur",
        "izin-edar",
        "--status",
        "diajukan",
    ]);
    let said = home.ok(&["check", "Fulur"]).out;
    assert!(said.contains(HOLDS), "{said}");
    let shown = home.ok(&["show", "Fulur"]).out;
    assert!(shown.contains("izin-edar: diajukan"), "{shown}");
    // What was said last is what is withdrawn.
    home.ok(&[
        "evidence",
        "withdraw",
        "Fulur",
        "izin-edar",
        "--reason",
        "batal",
    ]);
    let shown = home.ok(&["show", "Fulur"]).out;
    assert!(!shown.contains("diajukan"), "{shown}");
    assert!(home.ok(&["check", "Fulur"]).out.contains(HOLDS));
}
