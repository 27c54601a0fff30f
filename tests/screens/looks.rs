//! Colours and marks: what is said by colour is said by a sign too.

use ovop::strings::Lang;
use ovop::tui::app::session::ThemeName;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use rstest::rstest;

use crate::support::Desk;

/// The row that holds a text, and the column where it starts.
fn place(buffer: &Buffer, text: &str) -> (u16, u16) {
    let width = usize::from(buffer.area.width);
    for (y, row) in buffer.content.chunks(width).enumerate() {
        let symbols: Vec<&str> = row.iter().map(|c| c.symbol()).collect();
        for x in 0..width {
            if symbols[x..].concat().starts_with(text) {
                return (x as u16, y as u16);
            }
        }
    }
    panic!("{text:?} is not on the screen");
}

#[rstest]
#[case(ThemeName::Dark)]
#[case(ThemeName::Light)]
#[case(ThemeName::Mono)]
#[case(ThemeName::Contrast)]
fn the_line_under_the_cursor_is_reversed_and_marked(#[case] look: ThemeName) {
    let desk = Desk::new();
    let face = desk.start_as("maria", Lang::Id, look, 80, 24);
    let buffer = face.0.buffer();
    let (x, y) = place(buffer, "Kewar");
    assert!(buffer[(x, y)].modifier.contains(Modifier::REVERSED));
    assert_eq!(buffer[(x - 4, y)].symbol(), ">");
    assert!(!buffer[(x, y + 1)].modifier.contains(Modifier::REVERSED));
}

#[test]
fn without_colours_nothing_is_coloured_and_flags_remain() {
    let desk = Desk::new();
    let mut face = desk.start_as("maria", Lang::Id, ThemeName::Mono, 120, 40);
    for script in ["", "?", "q3", "1a"] {
        face.press(script);
        let buffer = face.0.buffer();
        assert!(
            buffer
                .content
                .iter()
                .all(|c| c.fg == Color::Reset && c.bg == Color::Reset),
            "{script}"
        );
    }
    face.press("<Esc>");
    face.shows("!! Fulur");
}

#[test]
fn only_the_terminals_own_sixteen_colours_are_used() {
    let desk = Desk::new();
    for look in ThemeName::ALL {
        let face = desk.start_as("maria", Lang::Id, look, 120, 40);
        for cell in &face.0.buffer().content {
            assert!(
                !matches!(cell.fg, Color::Rgb(..) | Color::Indexed(_)),
                "{look:?}"
            );
        }
    }
}

#[test]
fn the_theme_changes_live() {
    let desk = Desk::new();
    let mut face = desk.start(80, 24);
    face.press("y");
    face.shows("Tema: terang.");
    face.press("yyy");
    face.shows("Tema: gelap.");
}

#[rstest]
#[case(80, ":tahap", "Papan tahap: tanpa produk")]
#[case(40, "/lake", "Kobalima")]
#[case(80, "p", "musyawarah desa")]
fn colours_of_the_list_do_not_shine_through_what_lies_over_it(
    #[case] columns: u16,
    #[case] script: &str,
    #[case] text: &str,
) {
    let desk = Desk::new();
    for look in ThemeName::ALL {
        let mut face = desk.start_as("maria", Lang::Id, look, columns, 24);
        face.press(script);
        let buffer = face.0.buffer();
        let (x, y) = place(buffer, text);
        for i in 0..text.len() as u16 {
            let cell = &buffer[(x + i, y)];
            assert!(
                matches!(cell.fg, Color::Reset | Color::Gray) && cell.modifier.is_empty(),
                "{look:?}, {text} at {i}: {cell:?}"
            );
        }
    }
}
