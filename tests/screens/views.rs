//! Saved views on the screens.

use ovop::strings::Lang;
use ovop::tui::app::session::ThemeName;

use crate::support::Desk;

#[test]
fn a_view_is_saved_opened_by_its_number_and_removed_and_brought_back() {
    let desk = Desk::chosen_on("2026-11-01");
    let mut face = desk.start(80, 24);
    face.press("fkec:lamaknen<Enter>o3");
    face.press("O")
        .shows("Tampilan mana?")
        .shows("1 Belum ada produk");
    face.press("s").shows("Simpan yang sekarang untuk saya");
    face.shows("Isi: kec:lamaknen, urut umur");
    face.press("Rapat Lamaknen<Enter>");
    face.shows("Tampilan \"Rapat Lamaknen\" disimpan.");
    face.press("X").hides("kec:lamaknen");
    face.press("o1O").shows("6 Rapat Lamaknen");
    face.press("6").shows("kec:lamaknen").shows("urut umur");
    face.press("Od").shows("Hapus tampilan mana?");
    face.press("1")
        .shows("Tampilan \"Rapat Lamaknen\" dihapus.");
    face.press("O")
        .hides("Rapat Lamaknen\u{2502}")
        .hides("6 Rapat");
    face.press("<Esc>u")
        .shows("Tampilan tersimpan: tampilan dihapus");
    face.press("<Enter>O").shows("6 Rapat Lamaknen");
}

#[test]
fn a_view_opens_from_every_screen_and_what_is_picked_by_keys_is_saved_in_words() {
    let desk = Desk::chosen_on("2026-11-01");
    let mut face = desk.start(80, 24);
    face.press("D5").press("Os").shows("Isi: produk:belum");
    face.press("Belum<Enter>").shows("disimpan");
    face.press("3O").hides("Simpan yang sekarang");
    face.press("6").shows("Desa 207 dari 208, produk:belum");
}

#[test]
fn shared_views_are_seen_by_all_and_changed_by_their_owner() {
    let desk = Desk::new();
    let mut maria = desk.start_as("maria", Lang::Id, ThemeName::Dark, 80, 24);
    maria
        .press("fk0<Enter>OSBelum disurvei<Enter>")
        .shows("disimpan");
    let mut yosef = desk.start_as("yosef", Lang::En, ThemeName::Mono, 40, 20);
    yosef
        .press("O")
        .shows("Belum disurvei (maria)")
        .hides("Remove a view");
    yosef.press("6").shows("k0");
    yosef.press("f<C-u>k1<Enter>OSbelum disurvei<Enter>");
    yosef
        .shows("only maria can change it")
        .shows("belum disurvei");
    // The name stays to be mended.
    yosef.press(" 2<Enter>").shows("belum disurvei 2");
    yosef.press("O").shows("(own, for all)");
    maria.press("O").shows("belum disurvei 2 (yosef)");
}

#[test]
fn a_view_whose_region_is_not_there_is_shown_to_be_mended() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    desk.save_view("maria", "Lama", "kec:entah k0", true);
    face.press("O6")
        .shows("kec:entah k0")
        .shows("Tidak ada wilayah \u{201c}entah\u{201d}.");
    face.press("<C-u>kec:rinhat<Enter>").shows("kec:rinhat");
}

#[test]
fn where_nothing_may_be_recorded_views_are_only_opened() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("B30/9/2020<Enter><Enter>O");
    face.shows("1 Belum ada produk")
        .hides("Simpan yang sekarang");
    face.press("1").shows("produk:belum");
}
