//! Who else is before the screens.

use ovop::strings::Lang;
use ovop::tui::app::session::ThemeName;

use crate::support::{Desk, Face};

const HEAD: &str = "Siapa lagi di sini";

/// Opens the list of the others until it tells this: news comes once a second.
#[track_caller]
fn told(face: &mut Face, text: &str) {
    for _ in 0..5 {
        face.press("@");
        if face.words().contains(text) {
            return;
        }
        if face.words().contains(HEAD) {
            face.press("<Esc>");
        }
        face.waits();
    }
    face.shows(text);
}

#[test]
fn who_else_is_here_and_on_which_village_is_seen_and_gone_to() {
    let desk = Desk::new();
    let mut yosef = desk.start_as("yosef", Lang::Id, ThemeName::Dark, 80, 24);
    let nobody = "Tidak ada orang lain di layar sekarang.";
    yosef.press("@").shows(nobody);
    let mut maria = desk.start_as("maria", Lang::En, ThemeName::Mono, 40, 20);
    maria.press("/naiusu<Enter>");
    told(&mut yosef, "1 maria 10.00: Naiusu (Rinhat)");
    yosef.shows(HEAD);
    yosef.press("1").shows("NAIUSU");
    yosef.shows("Sedang dibuka juga oleh maria.");
    while !maria.words().contains("Also open before yosef.") {
        maria.waits();
    }
    // Half typed is told too.
    maria.press("ctes");
    told(&mut yosef, "maria (mengisi) 10.00: Naiusu (Rinhat)");
    // Who has left is not there any more.
    maria.press("<Esc><Esc>qqqq");
    assert!(maria.ended());
    yosef.press("<Esc>");
    told(&mut yosef, nobody);
    yosef.hides("Sedang dibuka juga oleh maria.");
}

#[test]
fn whoever_has_only_just_come_in_is_there_too() {
    let desk = Desk::new();
    let _siti = desk.start_as("siti", Lang::Id, ThemeName::Dark, 80, 24);
    let mut yosef = desk.start_as("yosef", Lang::Id, ThemeName::Dark, 80, 24);
    told(&mut yosef, "siti 10.00: Kewar (Lamaknen)");
    // Beginning again at the beginning says nothing of an earlier time.
    let again = desk.start_as("siti", Lang::Id, ThemeName::Dark, 80, 24);
    again.hides("Dilanjutkan");
}
