//! Papers written from the screens: from the agenda to what is signed, without another terminal.

use std::fs;
use std::path::{Path, PathBuf};

use insta::assert_snapshot;
use ovop::domain::occasion::Phase;
use ovop::strings::Lang;
use rstest::rstest;
use rustix::process::geteuid;
use tempfile::TempDir;

use crate::meeting::hall::{NOW, hall, in_session, occasion};
use crate::support::{Desk, Face};

/// From the item in session to the end of the meeting: what was decided, then closed.
const CLOSED: &str = "4<Enter>!n<Enter>menunggu musdes<Enter><Enter>nnn<Enter><Enter>";
/// An event of today for Lamaknen, with somebody there.
const EVENT: &str = "5<Enter>sSosialisasi OVOP<Enter><Enter>9<Enter>Gedung Wanita<Enter>Dinas PMD<Enter><Enter>l<Enter><Enter>HMaria Bere<Enter>fulur<Enter>kp<Enter><Esc>";

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn start(desk: &Desk, folder: &Path) -> Face {
    desk.with_folder(Some(folder), false, Lang::Id, (80, 24))
}

/// The names of the files that are there, in their order.
fn files(folder: &Path) -> Vec<String> {
    let all = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = all
        .map(|f| f.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn text(folder: &Path, name: &str) -> String {
    let text = fs::read_to_string(folder.join(name)).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn from_the_last_item_to_the_papers_that_are_signed_in_one_sitting() {
    let desk = in_session("maria", 4);
    let out = folder();
    let mut face = start(&desk, out.path());
    face.press(CLOSED).shows("Ditutup: Enter memfinalkan");
    // Enter makes it final, Enter offers its papers, Enter writes those that are signed.
    face.press("<Enter><Enter>").shows("Final. Enter");
    face.press("<Enter>").shows(">0 Nomor 1-4 sekaligus");
    face.press("<Enter>").shows("Ditulis:");
    let names = [
        "berita-acara-02-2026.docx",
        "daftar-hadir-02-2026.docx",
        "matriks-rtl-02-2026.docx",
        "notula-02-2026.docx",
    ];
    assert_eq!(files(out.path()), names);
    for name in names {
        // The whole way is told, however it is broken over lines.
        let shown = face.screen().replace(['\n', ' '], "");
        let path = out.path().join(name).display().to_string();
        assert!(shown.contains(&path), "{path}:\n{}", face.screen());
        assert!(fs::read(out.path().join(name)).unwrap().starts_with(b"PK"));
    }
    face.shows("ovop paper ba --meeting 2/2026 -o berita-acara-02-2026.docx");
    // The same as text, to be read here.
    face.press("qPfff1").shows("berita-acara-02-2026.md");
    face.press("qPfff4").shows("matriks-rtl-02-2026.txt");
    face.press("qP1").shows("berita-acara-02-2026.txt");
    let minutes = text(out.path(), "berita-acara-02-2026.txt");
    assert!(minutes.contains("BERITA ACARA"), "{minutes}");
    assert!(minutes.contains("1 (satu) orang (L 0, P 1)"), "{minutes}");
    assert!(!minutes.contains("DRAF"), "{minutes}");
    face.press("q").shows("Final. Enter");
    assert_eq!(occasion(&desk, NOW).phase, Phase::Final);
}

#[test]
fn before_it_begins_the_hall_needs_the_agenda_and_a_list_to_sign_on() {
    let desk = hall();
    let out = folder();
    let mut face = start(&desk, out.path());
    // On the list of meetings the one under the cursor is meant.
    face.press("4P").shows(">0 Nomor 1-2 sekaligus");
    face.press("fff0").shows("agenda-02-2026.md");
    face.press("q<Enter>P2")
        .shows("daftar-hadir-kosong-02-2026-2.md");
    let agenda = text(out.path(), "agenda-02-2026.md");
    assert!(agenda.contains("Pameran di Betun"), "{agenda}");
    let blank = text(out.path(), "daftar-hadir-kosong-02-2026.md");
    assert!(
        blank.contains("Kewar") && blank.contains("Duarato"),
        "{blank}"
    );
    // A plan alone has no agenda yet.
    face.press("qq=r<Enter><Enter><Enter><Enter><Enter><Enter><Enter>");
    face.press("P").shows("1 Daftar hadir kosong");
    face.hides("sekaligus").hides("bekukan dahulu");
    face.press("q");
    // What was put on it is not on paper before it is frozen, which is one key from there.
    face.press("=5Pameran<Enter>5<Enter>");
    face.press("P").shows("b Agenda berubah: bekukan dahulu");
    face.press("b").shows("Bekukan");
}

#[test]
fn a_name_that_is_taken_gets_a_number_and_what_is_there_stays() {
    let desk = in_session("maria", 1);
    let out = folder();
    fs::write(out.path().join("notula-02-2026.docx"), "milik orang lain").unwrap();
    let mut face = start(&desk, out.path());
    face.press("4<Enter>P").shows("2 Notula (masih draf)");
    face.press("2").shows("notula-02-2026-2.docx");
    face.press("qP2").shows("notula-02-2026-3.docx");
    assert_eq!(files(out.path()).len(), 3);
    assert_eq!(text(out.path(), "notula-02-2026.docx"), "milik orang lain");
}

/// Where nothing can be written, whoever runs the tests: `root` is stopped by the system's own folder alone.
fn closed_folder(within: &Path) -> PathBuf {
    if geteuid().is_root() {
        return "/sys".into();
    }
    use std::os::unix::fs::PermissionsExt as _;
    let closed = within.join("tertutup");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    closed
}

#[test]
fn a_folder_that_takes_nothing_is_named_and_the_meeting_stays_as_it_is() {
    let desk = in_session("maria", 4);
    let out = folder();
    let missing = out.path().join("tidak/ada");
    let closed = closed_folder(out.path());
    for (folder, said) in [
        (missing, "tidak ada. Buat foldernya"),
        (closed, "Akun ini tidak boleh menulis di"),
    ] {
        let mut face = start(&desk, &folder);
        let events = desk.events();
        face.press("4<Enter>P0").shows(said);
        face.shows("Tidak ditulis; catatan tetap seperti semula.");
        face.shows("ovop paper ba --meeting 2/2026")
            .hides("Ditulis:");
        // Everything goes on as before.
        face.press("q").shows("4/4");
        assert_eq!(desk.events(), events);
    }
}

#[test]
fn whoever_comes_in_by_a_key_writes_into_one_folder_alone_and_fetches_by_ssh() {
    let desk = in_session("maria", 4);
    let mut face = desk.with_folder(None, true, Lang::Id, (80, 24));
    face.press("4<Enter>P0");
    face.shows("Di sini tidak ada folder untuk berkas (pengaturan \u{201c}files\u{201d}).");
    let fetch = "ssh HOST ovop paper ba --meeting 2/2026 --format docx > berita-acara-02-2026.docx";
    face.shows(fetch);
    let out = folder();
    let mut face = desk.with_folder(Some(out.path()), true, Lang::En, (80, 24));
    face.press("4<Enter>P1").shows("Written:").shows("for HOST");
    face.shows(&fetch.replace(" ba ", " minutes "));
    assert_eq!(files(out.path()), ["berita-acara-02-2026.docx"]);
}

#[test]
fn an_event_has_its_list_and_its_report() {
    let desk = Desk::new();
    let out = folder();
    let mut face = start(&desk, out.path());
    face.press("5P").shows("belum ada acara yang dipilih");
    face.press(EVENT);
    face.press("P").shows("2 Daftar hadir terisi (masih draf)");
    face.press("f").shows(">f Bentuk: html");
    face.press("ff1")
        .shows("daftar-hadir-kosong-sosialisasi-ovop-2026-11-24.md");
    // From the menu too; closed, its papers are complete.
    face.press("q=3=4").shows(">0 Nomor 1-2 sekaligus");
    face.press("0")
        .shows("laporan-kegiatan-sosialisasi-ovop-2026-11-24.md");
    let list = text(out.path(), "daftar-hadir-sosialisasi-ovop-2026-11-24.md");
    assert!(
        list.contains("Maria Bere") && !list.contains("DRAF"),
        "{list}"
    );
    face.shows("ovop paper laporan --event 01");
    assert_eq!(files(out.path()).len(), 3);
}

/// Over a slow line the keys for an event come before the events.
#[test]
fn keys_that_come_before_the_events_wait_for_them() {
    let desk = Desk::new();
    let out = folder();
    start(&desk, out.path()).press(EVENT);
    let mut face = start(&desk, out.path());
    face.burst("5P2").shows("Ditulis:");
    assert_eq!(
        files(out.path()),
        ["daftar-hadir-sosialisasi-ovop-2026-11-24.docx"]
    );
}

/// Over a slow line the keys after a paper wait for its page.
#[test]
fn keys_that_come_before_the_page_wait_for_it() {
    let desk = in_session("maria", 4);
    let out = folder();
    let mut face = start(&desk, out.path());
    face.burst("4<Enter>P0q").shows("4/4").hides("Ditulis");
    assert_eq!(files(out.path()).len(), 4);
    // Who leaves meanwhile has them too, or is told why not.
    face.burst("P0<C-c>");
    assert!(face.ended());
    assert_eq!(files(out.path()).len(), 8);
    let mut face = start(&desk, &out.path().join("tidak/ada"));
    face.burst("4<Enter>P0<C-c>")
        .shows("tidak ada. Buat foldernya");
    assert!(!face.ended());
}

#[test]
fn a_past_day_has_the_papers_of_that_day() {
    let desk = in_session("maria", 4);
    let out = folder();
    let mut face = start(&desk, out.path());
    face.press("B20-11-2026<Enter><Enter>4P").shows("1 Agenda");
    face.press("fff0")
        .shows("--as-of 2026-11-20 -o agenda-02-2026.md");
    let agenda = text(out.path(), "agenda-02-2026.md");
    assert!(agenda.contains("Keadaan per 20 November 2026"), "{agenda}");
}

#[rstest]
#[case(40, 12)]
#[case(40, 20)]
#[case(80, 24)]
#[case(120, 40)]
fn the_chooser_and_its_page(#[case] columns: u16, #[case] rows: u16) {
    let desk = in_session("maria", 4);
    let mut face = desk.with_folder(None, true, Lang::Id, (columns, rows));
    face.press("4<Enter>P");
    assert_snapshot!(format!("papers-{columns}x{rows}"), face.screen());
    // The last line can be gone to, and the commands be read to their end.
    face.press("G").shows(">c Perintahnya saja");
    face.press("<Enter>");
    assert_snapshot!(format!("papers-commands-{columns}x{rows}"), face.screen());
    face.press("G").shows("daftar-hadir-kosong-02-2026.docx");
    face.press("qP1");
    assert_snapshot!(format!("papers-refused-{columns}x{rows}"), face.screen());
}

#[test]
fn in_english() {
    let desk = in_session("maria", 4);
    let mut face = desk.with_folder(None, false, Lang::En, (80, 24));
    face.press("4<Enter>P");
    assert_snapshot!("en-papers", face.screen());
    face.press("c");
    assert_snapshot!("en-papers-commands", face.screen());
}
