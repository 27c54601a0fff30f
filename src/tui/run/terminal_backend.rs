//! Puts frames on the terminal in as few bytes as they need, each frame in one write.
//!
//! Lines over a district's internet connection are slow, and every write is a packet of its own. The backend that
//! comes with the drawing library writes cell by cell through standard output and sends some 27 bytes even when nothing
//! changed; this one writes nothing then.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

use super::sgr_state::SgrState;

/// Erase from the cursor to the end of the line.
const ERASE: &[u8] = b"\x1b[K";

/// A drawing backend that collects a frame and hands it to `out` when it is complete.
///
/// It remembers where the cursor stands and which style is on, so that only differences are written. It asks the
/// terminal nothing: the size comes from [`TerminalBackend::resize`].
pub struct TerminalBackend<W> {
    out: W,
    /// The bytes of the frame being made; keeps its room between frames.
    frame: Vec<u8>,
    size: Size,
    sgr: SgrState,
    /// Where the cursor stands, when that is certain. After the last column it is not: terminals differ in when they
    /// wrap.
    at: Option<Position>,
    cursor_shown: bool,
    /// Where a visible cursor belongs.
    cursor: Position,
    /// Which cells show nothing in the default background, row by row.
    blank: Vec<bool>,
}

impl<W: Write> TerminalBackend<W> {
    /// A terminal of that size whose cursor is hidden and whose content is unknown.
    pub fn new(out: W, size: Size) -> Self {
        let mut backend = Self {
            out,
            frame: Vec::with_capacity(4096),
            size: Size::ZERO,
            sgr: SgrState::default(),
            at: None,
            cursor_shown: false,
            cursor: Position::ORIGIN,
            blank: Vec::new(),
        };
        backend.resize(size);
        backend
    }

    /// The terminal has this size from now on. The next frame must be drawn in full.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.at = None;
        self.blank.clear();
        self.blank
            .resize(usize::from(size.width) * usize::from(size.height), false);
    }

    /// The screen was entered anew, with a hidden cursor. The next frame must be drawn in full.
    pub fn entered(&mut self) {
        self.cursor_shown = false;
        self.at = None;
    }

    /// Clears the screen and whatever style a disturbed line may have left behind.
    fn wipe(&mut self) {
        self.frame.extend_from_slice(b"\x1b[m\x1b[2J");
        self.sgr = SgrState::default();
        self.at = None;
        self.blank.fill(true);
    }

    /// Writes what changed in one row, from left to right.
    fn row(&mut self, y: u16, changes: &[(u16, &Cell)]) {
        let Some(&(last, _)) = changes.last() else {
            return;
        };
        let blank_from = self.note_blanks(y, changes);
        // Cells under the second half of a wide character are not written: that would destroy it.
        let mut covered = 0;
        for &(x, cell) in changes {
            if x < covered {
                continue;
            }
            if x >= blank_from && usize::from(last - x) >= ERASE.len() {
                self.erase_from(x, blank_from, y);
                return;
            }
            covered = self.put(x, y, cell);
        }
    }

    /// Notes which cells of a row are blank after the changes; answers from which column on all are.
    fn note_blanks(&mut self, y: u16, changes: &[(u16, &Cell)]) -> u16 {
        let width = usize::from(self.size.width);
        let start = usize::from(y) * width;
        let Some(row) = self.blank.get_mut(start..start + width) else {
            return u16::MAX;
        };
        let mut covered = 0;
        for &(x, cell) in changes {
            let x = usize::from(x);
            if x < covered {
                continue;
            }
            let cells = usize::from(width_of(cell).max(1));
            covered = x + cells;
            for blank in row.iter_mut().skip(x).take(cells) {
                *blank = cells == 1 && is_blank(cell);
            }
        }
        let used = row.iter().rposition(|blank| !blank).map_or(0, |i| i + 1);
        u16::try_from(used).unwrap_or(u16::MAX)
    }

    /// Erases the row from column `x` on; everything from `blank_from` on may be erased.
    fn erase_from(&mut self, x: u16, blank_from: u16, y: u16) {
        // Terminals erase with the background that is on.
        self.set_style(self.sgr.for_blank(Color::Reset));
        let close_enough = self
            .at
            .is_some_and(|at| at.y == y && (blank_from..=x).contains(&at.x));
        if !close_enough {
            self.go(Position { x, y });
        }
        self.frame.extend_from_slice(ERASE);
    }

    /// Writes one cell; answers the first column after it.
    fn put(&mut self, x: u16, y: u16, cell: &Cell) -> u16 {
        let width = width_of(cell);
        let fits = width >= 1 && x.saturating_add(width) <= self.size.width;
        let symbol = if fits { printable(cell) } else { " " };
        let sgr = if symbol == " " && !shows_on_blank(cell.modifier) {
            self.sgr.for_blank(cell.bg)
        } else {
            SgrState {
                fg: cell.fg,
                bg: cell.bg,
                modifier: cell.modifier,
            }
        };
        self.go(Position { x, y });
        self.set_style(sgr);
        self.frame.extend_from_slice(symbol.as_bytes());
        let after = x + if fits { width } else { 1 };
        // Terminals disagree about the width of wide characters and of clusters; one plain character is certain.
        let certain = after < self.size.width && width == 1 && symbol.chars().nth(1).is_none();
        self.at = certain.then_some(Position { x: after, y });
        after
    }

    fn set_style(&mut self, sgr: SgrState) {
        self.sgr.change(sgr, &mut self.frame);
        self.sgr = sgr;
    }

    /// Moves the cursor by the shorter of the absolute and the relative way.
    fn go(&mut self, to: Position) {
        if self.at == Some(to) || self.step_over_blanks(to) {
            return;
        }
        let start = self.frame.len();
        absolute(&mut self.frame, to);
        if let Some(from) = self.at {
            let middle = self.frame.len();
            relative(&mut self.frame, from, to);
            if self.frame.len() - middle < middle - start {
                self.frame.drain(start..middle);
            } else {
                self.frame.truncate(middle);
            }
        }
        self.at = Some(to);
    }

    /// Goes over a few blank cells by writing them again: shorter than a sequence.
    fn step_over_blanks(&mut self, to: Position) -> bool {
        let Some(from) = self.at.filter(|at| at.y == to.y && at.x < to.x) else {
            return false;
        };
        let n = usize::from(to.x - from.x);
        let start = usize::from(from.y) * usize::from(self.size.width) + usize::from(from.x);
        let can = n <= 3
            && self.sgr.for_blank(Color::Reset) == self.sgr
            && self
                .blank
                .get(start..start + n)
                .is_some_and(|cells| cells.iter().all(|b| *b));
        if can {
            self.frame.extend(std::iter::repeat_n(b' ', n));
            self.at = Some(to);
        }
        can
    }
}

/// Whether an empty cell with this style shows something.
fn shows_on_blank(modifier: Modifier) -> bool {
    modifier.intersects(
        Modifier::REVERSED
            .union(Modifier::UNDERLINED)
            .union(Modifier::CROSSED_OUT),
    )
}

fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && cell.bg == Color::Reset && !shows_on_blank(cell.modifier)
}

/// What the cell shows. A control character would steer the terminal: texts are cleaned where they enter, and here once
/// more.
fn printable(cell: &Cell) -> &str {
    let symbol = cell.symbol();
    if symbol.chars().any(char::is_control) {
        "?"
    } else {
        symbol
    }
}

fn width_of(cell: &Cell) -> u16 {
    if printable(cell).len() == 1 {
        1
    } else {
        cell.cell_width()
    }
}

fn absolute(frame: &mut Vec<u8>, to: Position) {
    frame.extend_from_slice(b"\x1b[");
    if to.y > 0 {
        number(frame, to.y + 1);
    }
    if to.x > 0 {
        frame.push(b';');
        number(frame, to.x + 1);
    }
    frame.push(b'H');
}

fn relative(frame: &mut Vec<u8>, from: Position, to: Position) {
    if to.y < from.y {
        step(frame, from.y - to.y, b'A');
    } else if to.y - from.y <= 3 {
        // Raw mode: a line feed goes straight down. It cannot scroll, the goal lies on the screen.
        frame.extend((from.y..to.y).map(|_| b'\n'));
    } else {
        step(frame, to.y - from.y, b'B');
    }
    if to.x > from.x {
        step(frame, to.x - from.x, b'C');
    } else if to.x == 0 && from.x > 0 {
        frame.push(b'\r');
    } else if from.x - to.x <= 3 {
        frame.extend((to.x..from.x).map(|_| b'\x08'));
    } else {
        step(frame, from.x - to.x, b'D');
    }
}

fn step(frame: &mut Vec<u8>, n: u16, direction: u8) {
    frame.extend_from_slice(b"\x1b[");
    if n > 1 {
        number(frame, n);
    }
    frame.push(direction);
}

/// Writes a number without the machinery of formatting.
pub(super) fn number(out: &mut Vec<u8>, n: u16) {
    let digit = b'0' + u8::try_from(n % 10).unwrap_or_default();
    if n >= 10 {
        number(out, n / 10);
    }
    out.push(digit);
}

impl<W: Write> Backend for TerminalBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut changes = Vec::with_capacity(usize::from(self.size.width));
        let mut row = 0;
        for (x, y, cell) in content {
            if y != row {
                self.row(row, &changes);
                changes.clear();
                row = y;
            }
            changes.push((x, cell));
        }
        self.row(row, &changes);
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor_shown {
            self.frame.extend_from_slice(b"\x1b[?25l");
            self.cursor_shown = false;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if !self.cursor_shown {
            self.frame.extend_from_slice(b"\x1b[?25h");
            self.cursor_shown = true;
        }
        Ok(())
    }

    /// From memory; the terminal is not asked.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = position.into();
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.wipe();
        Ok(())
    }

    /// Only the whole screen: the screens are never drawn inline.
    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        match clear_type {
            ClearType::All => self.clear(),
            _ => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size,
            pixels: Size::ZERO,
        })
    }

    /// Writes the frame, in one write if the terminal takes it; nothing at all when nothing changed.
    fn flush(&mut self) -> io::Result<()> {
        if self.cursor_shown {
            self.go(self.cursor);
        }
        if self.frame.is_empty() {
            return Ok(());
        }
        let written = self.out.write_all(&self.frame);
        self.frame.clear();
        written
    }
}

#[cfg(test)]
mod tests;
