//! A past day on the screens.

use insta::assert_snapshot;
use ovop::domain::act::Act;
use ovop::domain::event::Forum;
use ovop::domain::stage::Stage;
use ovop::strings::Lang;
use ovop::tui::app::session::ThemeName;
use ratatui::style::Modifier;

use crate::support::Desk;

const KEWAR: &str = "53.04.01.2001";

fn stage(to: Stage) -> Act {
    Act::DeclareStage {
        to,
        basis: "dilihat".into(),
    }
}

/// Kewar chose in August and was packaged in November; all of it was entered today.
fn desk() -> Desk {
    let desk = Desk::new();
    let choose = Act::Choose {
        potential: desk.card(KEWAR).village.potentials[0].id,
        product: String::new(),
        forum: Forum::VillageDeliberation,
        minutes: "02/BA".into(),
        reason: String::new(),
    };
    desk.act("maria", KEWAR, "2026-08-20", choose);
    desk.act("maria", KEWAR, "2026-11-10", stage(Stage::Packaged));
    desk
}

#[test]
fn a_past_day_is_on_every_screen_until_one_goes_back_to_today() {
    let desk = desk();
    let mut face = desk.start(120, 40);
    face.shows("dinyatakan DIKEMAS").hides("PER 30-09-2026");
    face.press("B30/9<Enter><Enter>");
    face.shows("PER 30-09-2026")
        .shows("Per 30-09-2026, menurut catatan sekarang.")
        .shows("dinyatakan POTENSI, belum terverifikasi sejak 20 Agustus 2026, 41 hari");
    face.shows("~ Kewar Potensi").shows("41 h");
    face.press("2")
        .shows("PER 30-09-2026")
        .shows("Potensi 1")
        .shows("Dikemas 0");
    face.press("3")
        .shows("PER 30-09-2026")
        .shows("tanpa produk 207");
    face.press("7")
        .shows("PER 30-09-2026")
        .shows("produk dipilih")
        .hides("tahap dinyatakan");
    face.press("1/kewar<Enter>")
        .shows("PER 30-09-2026")
        .shows("KEWAR");
    face.press("B<Enter>")
        .shows("Kembali ke hari ini.")
        .shows("dinyatakan DIKEMAS")
        .hides("PER 30-09-2026");
}

#[test]
fn as_known_then_leaves_out_what_was_entered_later() {
    let desk = desk();
    let mut face = desk.start(80, 24);
    face.press("B30/9<Enter>y<Enter>");
    face.shows("PER 30-09-2026 WAKTU ITU")
        .shows("seperti diketahui waktu itu");
    // The known products too were recorded today.
    face.shows("K0 208");
    face.press("Bhari ini<Enter>y<Enter>");
    face.shows("PER 24-11-2026 WAKTU ITU").shows("Dikemas");
}

#[test]
fn the_past_is_only_looked_at() {
    let desk = desk();
    let before = desk.events();
    let mut face = desk.start(80, 24);
    face.press("B30/9<Enter><Enter>");
    for key in ["a", "m", "c", "u", "U", "7u"] {
        face.press(key).shows("hanya dilihat");
    }
    face.press("1:catatan<Enter>").shows("hanya dilihat");
    assert_eq!(desk.events(), before);
    face.press("B<Enter>c").shows("Catatan");
}

#[test]
fn keys_that_run_ahead_act_on_the_day_that_was_asked_for() {
    let desk = desk();
    let before = desk.events();
    let mut face = desk.start(80, 24);
    face.burst("B30/9<Enter><Enter>cx");
    face.shows("PER 30-09-2026").shows("hanya dilihat");
    assert_eq!(desk.events(), before);
}

#[test]
fn a_late_entry_by_somebody_else_is_in_the_view_of_the_past_day() {
    let desk = desk();
    let mut face = desk.start(80, 24);
    face.press("B30/9<Enter><Enter>2");
    face.shows("Diolah 0");
    desk.act("yosef", KEWAR, "2026-09-01", stage(Stage::Processed));
    face.0.wait_for_others().unwrap();
    face.shows("Diolah 1");
}

#[test]
fn a_day_that_cannot_be_seen_is_told_and_kept_to_be_mended() {
    let desk = desk();
    let mut face = desk.start(40, 20);
    face.press("Bentah<Enter>").shows("Tanggal tidak terbaca");
    face.press("<C-u>1/1/2030<Enter>").shows("belum tiba");
    face.press("<C-u>kemarin<Enter><Enter>")
        .shows("PER 23-11-2026");
    face.press("B<Esc>").shows("PER 23-11-2026");
}

#[test]
fn the_mark_is_reversed_at_every_size_and_in_every_look() {
    let desk = desk();
    for (columns, rows) in [(40, 12), (60, 20), (80, 24), (120, 40)] {
        for look in ThemeName::ALL {
            let mut face = desk.start_as("maria", Lang::Id, look, columns, rows);
            face.press("B30/9<Enter><Enter>");
            for screen in ["", "2", "3", "7"] {
                face.press(screen);
                let row = face.screen().lines().next().unwrap_or_default().to_owned();
                assert!(row.starts_with(" PER 30-09-2026 "), "{row}");
                let style = face.0.buffer()[(1, 0)].style();
                assert!(style.add_modifier.contains(Modifier::REVERSED), "{look:?}");
            }
        }
    }
}

#[test]
fn pictures() {
    let desk = desk();
    for (columns, rows) in [(40, 20), (80, 24), (120, 40)] {
        let mut face = desk.start(columns, rows);
        face.press("B30/9");
        assert_snapshot!(format!("as-of-question-{columns}x{rows}"), face.screen());
        face.press("<Enter>y<Enter>");
        assert_snapshot!(format!("as-of-{columns}x{rows}"), face.screen());
    }
    let mut face = desk.start_as("maria", Lang::En, ThemeName::Mono, 80, 24);
    face.press("B30/9<Enter><Enter>");
    assert_snapshot!("en-as-of", face.screen());
}
