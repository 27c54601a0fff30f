//! A filter in words, typed on the screen.

use ovop::strings::Lang;
use ovop::tui::app::session::ThemeName;

use crate::support::Desk;

#[test]
fn a_filter_is_typed_counted_and_put_in_force_and_taken_off_by_one_key() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("f");
    face.shows("Saring").shows("Contoh: kec:rinhat");
    face.press("kec:rinhat k0");
    face.shows("dari 208 desa/kelurahan");
    face.press("<Enter>");
    face.shows("dari 208, kec:rinhat k0")
        .shows("!! ")
        .hides("Kewar");
    // What is in force is there to be changed.
    face.press("f<BS>1<Enter>");
    face.shows("kec:rinhat k1");
    face.press("Xg").shows("Kewar").hides("kec:rinhat");
    face.press("fmacet<Enter>").shows("macet");
    face.press("f<C-u><Enter>").shows("Desa 208").hides("macet");
}

#[test]
fn a_word_that_cannot_be_read_is_pointed_at_while_it_is_typed() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("fkec:rinhat tahp<lt>dikemas");
    face.shows("kec:rinhat tahp<dikemas")
        .shows("bidang \u{201c}tahp\u{201d} tidak dikenal. Maksudnya \u{201c}tahap\u{201d}?");
    let screen = face.screen();
    let lines: Vec<&str> = screen.lines().collect();
    let at = lines
        .iter()
        .position(|l| l.contains("tahp<dikemas"))
        .unwrap();
    let column = |line: &str, what: &str| {
        line.chars()
            .collect::<String>()
            .split(what)
            .next()
            .unwrap()
            .chars()
            .count()
    };
    assert_eq!(
        column(lines[at], "tahp"),
        column(lines[at + 1], "^^^^"),
        "{screen}"
    );
    // Enter leaves it to be mended, with what was typed.
    face.press("<Enter>").shows("tahp<dikemas");
    face.press("<C-u>kec:malaka<Enter>");
    face.shows("tidak ada kecamatan \u{201c}malaka\u{201d}; kabupaten ditulis kab:.");
    face.press("<C-u>kec:entah<Enter>");
    face.shows("Tidak ada wilayah \u{201c}entah\u{201d}.");
    face.press("<Esc>").shows("Desa 208").hides("entah");
}

#[test]
fn tab_completes_fields_values_and_names_of_regions() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("fkec:\"malaka b");
    face.shows("Tab kec:\"Malaka Barat\"");
    face.press("<C-u>kec:rinh").shows("Tab kec:Rinhat");
    face.press("<Tab> !rt").shows("Tab kec:Rinhat !rtl");
    face.press("<Tab><Enter>");
    face.shows("20 dari 208, kec:Rinhat !rtl");
}

#[test]
fn what_a_filter_shows_can_be_marked_and_numbers_agree() {
    let desk = Desk::new();
    let mut face = desk.start(100, 30);
    face.press("fkec:rinhat<Enter>A");
    face.shows("20 desa/kelurahan ditandai.")
        .shows("Desa 20 dari 208");
}

#[test]
fn english_words_are_read_and_a_past_day_is_filtered_as_it_was() {
    let desk = Desk::new();
    let mut face = desk.start_as("maria", Lang::En, ThemeName::Mono, 40, 20);
    face.press("f");
    face.shows("Filter").shows("Example: kec:rinhat");
    face.press("product:k1<Enter>").shows("78 of 208");
    face.press("B30/9/2019<Enter><Enter>").hides("78 of 208");
}
