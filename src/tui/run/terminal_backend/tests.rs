//! What goes down the wire, and what the far end then shows.

use std::cell::RefCell;
use std::num::NonZeroU16;
use std::rc::Rc;

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::*;

/// Remembers each write by itself.
#[derive(Clone, Default)]
struct Wire(Rc<RefCell<Vec<Vec<u8>>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal and the screen at its other end.
struct Rig {
    terminal: Terminal<TerminalBackend<Wire>>,
    wire: Wire,
    far: vt100::Parser,
}

impl Rig {
    fn new(width: u16, height: u16) -> Self {
        let wire = Wire::default();
        let backend = TerminalBackend::new(wire.clone(), Size::new(width, height));
        let mut terminal = Terminal::new(backend).unwrap();
        terminal.clear().unwrap();
        Self {
            terminal,
            wire,
            far: far_end(width, height),
        }
    }

    /// Shows a buffer; answers the writes that took.
    fn show(&mut self, buffer: &Buffer) -> Vec<Vec<u8>> {
        self.draw(|frame| frame.buffer_mut().merge(buffer))
    }

    fn draw(&mut self, draw: impl FnOnce(&mut ratatui::Frame<'_>)) -> Vec<Vec<u8>> {
        self.terminal.draw(draw).unwrap();
        let writes = std::mem::take(&mut *self.wire.0.borrow_mut());
        for write in &writes {
            self.far.process(write);
        }
        writes
    }

    fn assert_shows(&self, buffer: &Buffer) {
        let mut covered = 0;
        for (i, cell) in buffer.content.iter().enumerate() {
            let (x, y) = buffer.pos_of(i);
            if i < covered {
                continue;
            }
            covered = i + usize::from(cell.cell_width());
            let there = self.far.screen().cell(y, x).unwrap();
            let seen = if there.has_contents() {
                there.contents()
            } else {
                " "
            };
            assert_eq!(seen, cell.symbol(), "at {x},{y}");
            assert_eq!(there.bgcolor(), colour(cell.bg), "background at {x},{y}");
            let modifier = cell.modifier;
            let has = |m| modifier.contains(m);
            assert_eq!(there.inverse(), has(Modifier::REVERSED), "at {x},{y}");
            assert_eq!(there.underline(), has(Modifier::UNDERLINED), "at {x},{y}");
            if cell.symbol() != " " || shows_on_blank(modifier) {
                assert_eq!(there.fgcolor(), colour(cell.fg), "colour at {x},{y}");
                assert_eq!(there.bold(), has(Modifier::BOLD), "bold at {x},{y}");
                assert_eq!(there.italic(), has(Modifier::ITALIC), "italic at {x},{y}");
            }
        }
    }
}

fn far_end(width: u16, height: u16) -> vt100::Parser {
    let nonzero = |n| NonZeroU16::new(n).unwrap();
    vt100::Parser::new(nonzero(height), nonzero(width), 0)
}

fn colour(colour: Color) -> vt100::Color {
    match colour {
        Color::Red => vt100::Color::Idx(1),
        Color::DarkGray => vt100::Color::Idx(8),
        Color::Indexed(n) => vt100::Color::Idx(n),
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        _ => vt100::Color::Default,
    }
}

fn any_cell() -> impl Strategy<Value = (&'static str, Style)> {
    let symbols = prop_oneof![
        6 => Just(" "),
        3 => Just("a"),
        1 => prop::sample::select(vec!["b", "é", "│", "e\u{301}"]),
    ];
    let colours = || {
        prop_oneof![
            4 => Just(Color::Reset),
            2 => Just(Color::Red),
            1 => prop::sample::select(vec![Color::DarkGray, Color::Indexed(200), Color::Rgb(9, 80, 7)]),
        ]
    };
    let modifiers = prop_oneof![
        3 => Just(Modifier::empty()),
        1 => prop::sample::select(vec![
            Modifier::REVERSED,
            Modifier::BOLD,
            Modifier::UNDERLINED.union(Modifier::BOLD),
            Modifier::REVERSED.union(Modifier::ITALIC),
        ]),
    ];
    (symbols, colours(), colours(), modifiers).prop_map(|(symbol, fg, bg, modifier)| {
        (symbol, Style::new().fg(fg).bg(bg).add_modifier(modifier))
    })
}

/// Runs of cells, so that whole stretches are blank or in one style.
fn any_buffer(width: u16, height: u16) -> impl Strategy<Value = Buffer> {
    prop::collection::vec((any_cell(), 1..12u16), 8..40).prop_map(move |runs| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let cells = width * height;
        let mut at = 0;
        for ((symbol, style), n) in runs.iter().cycle().take(200) {
            for _ in 0..*n {
                if at >= cells {
                    return buffer;
                }
                let (x, y) = (at % width, at / width);
                let (end, _) = buffer.set_stringn(x, y, symbol, usize::from(width), *style);
                at += (end - x).max(1);
            }
        }
        buffer
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_far_end_shows_what_was_drawn(frames in prop::collection::vec(any_buffer(17, 6), 1..5)) {
        let mut rig = Rig::new(17, 6);
        for frame in &frames {
            let writes = rig.show(frame);
            prop_assert!(writes.len() <= 1, "{} writes for a frame", writes.len());
            rig.assert_shows(frame);
            prop_assert!(rig.show(frame).is_empty(), "an unchanged frame was written");
        }
    }
}

fn list(selected: u16) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    for y in 0..24 {
        let text = format!("Desa nomor {y:<45}");
        buffer.set_string(12, y, &text, Style::new());
    }
    buffer.set_style(
        Rect::new(12, selected, 56, 1),
        Style::new().add_modifier(Modifier::REVERSED),
    );
    buffer
}

fn bytes(writes: &[Vec<u8>]) -> usize {
    writes.iter().map(Vec::len).sum()
}

#[test]
fn moving_a_highlight_costs_little_more_than_its_two_rows() {
    let mut rig = Rig::new(80, 24);
    rig.show(&list(10));
    for selected in [11, 12, 11] {
        let writes = rig.show(&list(selected));
        assert_eq!(writes.len(), 1);
        assert!(bytes(&writes) <= 130, "{} bytes", bytes(&writes));
        rig.assert_shows(&list(selected));
    }
}

#[test]
fn the_rest_of_a_line_is_erased_not_overwritten() {
    let mut rig = Rig::new(80, 24);
    let line = |text: &str| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        buffer.set_string(0, 5, text, Style::new());
        buffer
    };
    rig.show(&line(&"x".repeat(80)));
    assert_eq!(rig.show(&line("x")), [b"\x1b[6;2H\x1b[K".to_vec()]);
    rig.assert_shows(&line("x"));
}

#[test]
fn no_style_sequence_has_an_empty_parameter() {
    let mut rig = Rig::new(80, 24);
    for selected in 0..24 {
        let written = String::from_utf8(rig.show(&list(selected)).concat()).unwrap();
        for sequence in written.split("\x1b[").skip(1) {
            let (parameters, _) = sequence
                .split_once(|c: char| c.is_ascii_alphabetic())
                .unwrap();
            let is_style = sequence[parameters.len()..].starts_with('m');
            assert!(
                !is_style || parameters.is_empty() || parameters.split(';').all(|p| !p.is_empty()),
                "{written:?}"
            );
        }
    }
}

#[test]
fn one_blank_is_stepped_over_by_writing_it() {
    let mut rig = Rig::new(80, 24);
    let line = |text: &str| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        buffer.set_string(0, 0, text, Style::new());
        buffer
    };
    rig.show(&line("ab cd"));
    assert_eq!(rig.show(&line("AB CD")), [b"\rAB CD".to_vec()]);
}

#[test]
fn wide_characters_come_and_go_whole() {
    let mut rig = Rig::new(20, 2);
    let line = |text: &str, style: Style| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 2));
        buffer.set_string(0, 0, text, style);
        buffer
    };
    let reversed = Style::new().add_modifier(Modifier::REVERSED);
    for (text, style) in [
        ("kopi 称号 madu", Style::new()),
        ("kopi 称号 madu", reversed),
        ("称号", Style::new()),
        ("kopi", Style::new()),
        ("a称号bc", reversed),
        ("", Style::new()),
    ] {
        let buffer = line(text, style);
        rig.show(&buffer);
        rig.assert_shows(&buffer);
    }
}

#[test]
fn the_cursor_is_written_only_when_it_changes() {
    let mut rig = Rig::new(20, 3);
    let at = |x| move |frame: &mut ratatui::Frame<'_>| frame.set_cursor_position((x, 1));
    rig.draw(|_| {});
    assert_eq!(rig.draw(at(2)), [b"\x1b[?25h\x1b[2;3H".to_vec()]);
    assert!(rig.draw(at(2)).is_empty());
    assert_eq!(rig.draw(at(9)), [b"\x1b[7C".to_vec()]);
    assert_eq!(rig.draw(|_| {}), [b"\x1b[?25l".to_vec()]);
    assert!(rig.draw(|_| {}).is_empty());
}

#[test]
fn an_injected_control_character_does_not_reach_the_terminal() {
    let mut rig = Rig::new(20, 3);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 3));
    buffer[(0, 0)].set_symbol("\u{1b}[2J");
    let written = rig.show(&buffer).concat();
    assert!(written.ends_with(b"\x1b[H?"), "{written:?}");
}

#[test]
fn a_new_size_is_drawn_in_full() {
    let mut rig = Rig::new(80, 24);
    rig.show(&list(3));
    rig.terminal.backend_mut().resize(Size::new(40, 10));
    rig.far = far_end(40, 10);
    let mut small = Buffer::empty(Rect::new(0, 0, 40, 10));
    small.set_string(3, 3, "kecil", Style::new());
    assert_eq!(rig.show(&small).len(), 1);
    rig.assert_shows(&small);
}
