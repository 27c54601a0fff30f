//! Every screen at three sizes, as text. `cargo insta review` shows what changed.

use insta::assert_snapshot;
use ovop::strings::Lang;
use ovop::tui::app::session::ThemeName;

use crate::support::Desk;

/// Screens worth a picture: name, the keys that lead there.
const SCREENS: [(&str, &str); 11] = [
    ("villages", ""),
    ("card", "<Enter>"),
    ("regions", "hjjj"),
    ("attention", "3"),
    ("no-product", "0G"),
    ("search", "/lakekun"),
    ("form-potential", "ja"),
    ("form-choose", "p"),
    ("pick-decision", "D"),
    ("help", "?"),
    ("palette", ":produk"),
];

#[test]
fn screens_at_three_sizes() {
    let desk = Desk::new();
    for (columns, rows) in [(40, 20), (80, 24), (120, 40)] {
        for (name, script) in SCREENS {
            let mut face = desk.start(columns, rows);
            face.press(script);
            assert_snapshot!(format!("{name}-{columns}x{rows}"), face.screen());
        }
    }
}

#[test]
fn screens_in_english() {
    let desk = Desk::new();
    for (name, script) in SCREENS {
        let mut face = desk.start_as("maria", Lang::En, ThemeName::Mono, 80, 24);
        face.press(script);
        assert_snapshot!(format!("en-{name}"), face.screen());
    }
}

#[test]
fn a_training_is_marked_on_the_first_screen() {
    let desk = Desk::new();
    for (columns, rows) in [(40, 20), (80, 24)] {
        let face = desk.training(Lang::Id, columns, rows);
        assert_snapshot!(format!("training-{columns}x{rows}"), face.screen());
    }
}

#[test]
fn no_word_of_one_language_stands_in_the_other() {
    // Without the known products: their notes are the sources' own words.
    let desk = Desk::with(|_| Vec::new());
    for (_, script) in SCREENS {
        let mut face = desk.start_as("maria", Lang::En, ThemeName::Mono, 120, 40);
        face.press(script);
        for word in ["belum", "cari", "kembali", "tahap", "saring", "pilih "] {
            face.hides(&format!(" {word}"));
        }
    }
}
