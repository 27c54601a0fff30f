//! Papers as they come out of the program.

use std::os::unix::fs::PermissionsExt as _;

use super::support::Home;

/// A paper of the training data as of one day: always the same.
fn paper(home: &Home, args: &[&str]) -> String {
    let demo = ["--lang", "id", "demo", "--on", "24/11/2026", "paper"];
    home.ok(&[&demo, args].concat()).out
}

#[test]
fn the_papers_are_as_they_were_read_and_found_right() {
    let home = Home::new();
    for (name, args) in [
        ("card", &["card", "Kewar"][..]),
        ("gaps", &["gaps", "Kewar"]),
        ("follow_up", &["follow-up", "--region", "Lamaknen"]),
        ("recap", &["recap"]),
        ("recap_f4", &["recap", "--size", "f4", "--region", "Belu"]),
        ("no_product", &["no-product", "--region", "Lamaknen"]),
        (
            "attendance",
            &["attendance", "--region", "Lamaknen", "--rows", "2"],
        ),
        (
            "list_wa",
            &["list", "--region", "Lamaknen", "--format", "wa"],
        ),
        ("attention_wa", &["attention", "--format", "wa"]),
        (
            "recap_md",
            &["recap", "--region", "Lamaknen", "--format", "md"],
        ),
    ] {
        let text = paper(&home, args);
        // A form feed would be lost in a snapshot's editor.
        insta::assert_snapshot!(name, text.replace('\u{c}', "<form feed>\n"));
    }
}

#[test]
fn the_numbers_on_paper_are_those_of_the_commands() {
    let home = Home::new();
    let text = paper(&home, &["recap"]);
    let total = text.lines().find(|l| l.contains("TOTAL")).unwrap();
    let cells: Vec<&str> = total.split('|').map(str::trim).collect();
    let status = home.json(&["demo", "--on", "24/11/2026", "status", "--json"]);
    let decisions: Vec<String> = ["K0", "K1", "K2", "K3"]
        .map(|k| status[k].to_string())
        .to_vec();
    assert_eq!(cells[4..8], decisions, "{status:#}");
    assert_eq!(cells[3], status["villages"].to_string());
}

#[test]
fn every_page_of_made_up_data_says_so_and_a_past_day_is_named() {
    let home = Home::new();
    for page in paper(&home, &["no-product"]).split('\u{c}') {
        assert!(page.contains("LATIHAN"), "{page}");
    }
    let said = home.ok(&["paper", "recap", "--as-of", "kemarin", "--lang", "id"]);
    assert!(said.out.lines().next().unwrap().contains("Keadaan per"));
    assert!(!said.out.contains("LATIHAN"));
}

#[test]
fn a_file_is_written_whole_kept_and_replaced_only_when_asked() {
    let home = Home::new();
    home.ok(&["paper", "card", "Kewar", "-o", "kewar.html"]);
    let path = home.path("kewar.html");
    let html = std::fs::read_to_string(&path).unwrap();
    assert!(
        html.starts_with("<!DOCTYPE html>"),
        "the ending says the form"
    );
    assert_eq!(
        std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let said = home.fails(1, &["paper", "gaps", "Kewar", "-o", "kewar.html"]);
    assert!(said.err.contains("--force"), "{said:?}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), html);
    home.ok(&["paper", "gaps", "Kewar", "-o", "kewar.html", "--force"]);
    assert_ne!(std::fs::read_to_string(&path).unwrap(), html);
    home.fails(1, &["paper", "card", "Kewar", "-o", "tidak/ada.txt"]);
}

#[test]
fn a_page_for_the_browser_fetches_nothing_and_takes_names_for_text() {
    let home = Home::new();
    home.ok(&["note", "Kewar", "<script>alert(1)</script> & \"kopi\""]);
    let html = home.ok(&["paper", "card", "Kewar", "--format", "html"]).out;
    assert!(!html.contains("<script"), "{html}");
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;kopi&quot;"));
    for outside in ["href=", "url(", "@import", "src=", "<link"] {
        assert!(!html.contains(outside), "{outside}");
    }
}

#[test]
fn a_docx_is_a_sound_zip_with_repeated_heads_and_always_the_same() {
    let home = Home::new();
    let args = ["demo", "--on", "24/11/2026", "paper", "recap", "-o"];
    home.ok(&[&args[..], &["a.docx"]].concat());
    home.ok(&[&args[..], &["b.docx"]].concat());
    let bytes = std::fs::read(home.path("a.docx")).unwrap();
    assert_eq!(bytes, std::fs::read(home.path("b.docx")).unwrap());
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let file = zip.by_name(name).unwrap();
        std::io::read_to_string(file).unwrap()
    };
    let document = part("word/document.xml");
    assert_eq!(
        document.matches("<w:tblHeader/>").count(),
        2,
        "titles and numbers"
    );
    assert!(document.contains("w:orient=\"landscape\""));
    assert!(document.contains("MENGETAHUI"));
    let opened = document.matches("<w:p>").count();
    assert_eq!(opened, document.matches("</w:p>").count());
    assert!(part("word/header1.xml").contains("LATIHAN"));
}

#[test]
fn a_message_names_no_persons_and_a_paper_does() {
    let home = Home::new();
    home.ok(&["note", "Kewar", "bertemu ketua kelompok"]);
    home.ok(&[
        "action",
        "plan",
        "Kewar",
        "cek label",
        "--office",
        "pendamping",
        "--who",
        "Maria",
        "--due",
        "jumat",
    ]);
    let paper = home.ok(&["paper", "card", "Kewar"]).out;
    assert!(
        paper.contains("Maria") && paper.contains("ketua kelompok"),
        "{paper}"
    );
    let message = home.ok(&["paper", "card", "Kewar", "--format", "wa"]).out;
    assert!(message.contains("cek label"), "{message}");
    assert!(
        !message.contains("Maria") && !message.contains("ketua"),
        "{message}"
    );
    let message = home.ok(&["paper", "follow-up", "--format", "wa"]).out;
    assert!(
        message.contains("Penanggung jawab: Pendamping"),
        "{message}"
    );
    assert!(!message.contains("Maria"), "{message}");
}

#[test]
fn letterhead_place_and_signers_come_from_the_settings() {
    let home = Home::new();
    home.write(
        ".config/ovop/config.toml",
        "[papers]\nletterhead = [\"PEMERINTAH KABUPATEN BELU\", \"DINAS PMD\"]\nplace = \"Atambua\"\nsize = \"f4\"\n\
         [papers.acknowledged]\nposition = \"Kepala Dinas\"\nname = \"Drs. Yohanes Bere\"\nrank = \"Pembina\"\n\
         nip = \"19700101 199001 1 001\"\n",
    );
    let text = home.ok(&["paper", "recap"]).out;
    for part in [
        "PEMERINTAH KABUPATEN BELU",
        "Atambua, ",
        "Kepala Dinas,",
        "Drs. Yohanes Bere",
        "Pembina",
        "NIP 19700101 199001 1 001",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(
        text.lines().any(|l| l.chars().count() > 120),
        "folio is wider than A4"
    );
    home.write(".config/ovop/config.toml", "[papers]\nblank_lines = 99\n");
    let said = home.fails(2, &["paper", "recap"]);
    assert!(
        said.err.contains("config.toml") && said.err.contains("blank_lines"),
        "{said:?}"
    );
}

#[test]
fn what_is_asked_wrongly_is_explained() {
    let home = Home::new();
    home.ok(&["status"]);
    assert!(home.ok(&["paper"]).out.contains("matriks-rtl"));
    assert!(
        home.fails(2, &["paper", "card"])
            .err
            .contains("ovop paper card Kewar")
    );
    assert!(
        home.fails(2, &["paper", "recap", "Kewar"])
            .err
            .contains("--region")
    );
    home.fails(4, &["paper", "card", "Entahlah"]);
    home.fails(2, &["paper", "surat"]);
    assert!(
        home.ok(&["paper", "kartu", "Kewar", "--lang", "en"])
            .out
            .contains("CARD OF VILLAGE KEWAR")
    );
}
