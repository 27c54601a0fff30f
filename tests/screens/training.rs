//! On made-up data every screen says so, whatever its size and whatever lies over it.

use ovop::strings::Lang;
use ratatui::style::Modifier;

use crate::support::Desk;

/// Everything that can be on the screen, by its keys.
const EVERYWHERE: [&str; 17] = [
    "", "1", "2", "3", "5", "0", "5=1", "7", "<Enter>", "h", "/kewar", ":produk", "?", "ja", "jp",
    "D", "0G",
];

fn first_row(screen: &str) -> &str {
    screen.lines().next().unwrap()
}

#[test]
fn the_mark_stands_first_in_reverse_on_every_screen_and_the_totals_stay() {
    let desk = Desk::new();
    for (lang, mark) in [(Lang::Id, " LATIHAN "), (Lang::En, " TRAINING ")] {
        for size in [(40, 12), (40, 20), (60, 20), (80, 24), (120, 40)] {
            for script in EVERYWHERE {
                let mut face = desk.training(lang, size.0, size.1);
                face.press(script);
                let screen = face.screen();
                let title = first_row(&screen);
                assert!(title.starts_with(mark), "{size:?} {script:?}:\n{screen}");
                assert!(
                    title.contains("K0 130") && title.contains("K1 78"),
                    "{size:?} {script:?}:\n{screen}"
                );
                assert!(!title.contains(".."), "{size:?} {script:?}:\n{screen}");
                let cell = &face.0.buffer()[(1, 0)];
                assert!(cell.modifier.contains(Modifier::REVERSED), "{size:?}");
            }
        }
    }
}

#[test]
fn a_screen_that_is_too_small_says_it_too_and_a_record_never_does() {
    let desk = Desk::new();
    let face = desk.training(Lang::Id, 30, 8);
    face.shows("LATIHAN: Layar 30x8 terlalu kecil");
    for size in [(40, 20), (80, 24), (30, 8)] {
        desk.start(size.0, size.1).hides("LATIHAN");
    }
}
