//! The style that is set in the terminal (SGR, "select graphic rendition"), and the shortest sequence from one style to
//! another.

use ratatui::style::{Color, Modifier};

use super::terminal_backend::number;

/// The colours and attributes that are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SgrState {
    pub fg: Color,
    pub bg: Color,
    pub modifier: Modifier,
}

impl Default for SgrState {
    fn default() -> Self {
        Self {
            fg: Color::Reset,
            bg: Color::Reset,
            modifier: Modifier::empty(),
        }
    }
}

/// Attributes with their number; switching one off is 20 more, except for bold.
const ATTRIBUTES: [(Modifier, u16, u16); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

impl SgrState {
    /// The nearest style with which an empty cell shows nothing but this background: what cannot be seen on an empty cell
    /// stays as it is.
    pub fn for_blank(self, bg: Color) -> Self {
        Self {
            fg: self.fg,
            bg,
            modifier: self.modifier
                - (Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT),
        }
    }

    /// Writes the shortest sequence that turns this style into another: either the differences or a reset and the whole.
    ///
    /// Never an empty parameter: `ESC[;7m` and `ESC[;m` reset what was set before them.
    pub fn change(self, to: Self, out: &mut Vec<u8>) {
        if self == to {
            return;
        }
        let start = out.len();
        self.differences(to, out);
        let middle = out.len();
        if to == Self::default() {
            out.extend_from_slice(b"\x1b[m");
        } else {
            let mut codes = Codes::new(out);
            codes.push(0);
            Self::default().steps(to, &mut codes);
            codes.end();
        }
        if out.len() - middle < middle - start {
            out.drain(start..middle);
        } else {
            out.truncate(middle);
        }
    }

    fn differences(self, to: Self, out: &mut Vec<u8>) {
        let mut codes = Codes::new(out);
        self.steps(to, &mut codes);
        codes.end();
    }

    fn steps(self, to: Self, codes: &mut Codes<'_>) {
        let gone = self.modifier - to.modifier;
        let mut new = to.modifier - self.modifier;
        let mut last_off = 0;
        for (attribute, _, off) in ATTRIBUTES {
            if gone.contains(attribute) && off != last_off {
                codes.push(off);
                last_off = off;
                // Bold and dim go off together, and so do the two kinds of blinking.
                for (other, _, also) in ATTRIBUTES {
                    if also == off {
                        new |= to.modifier & other;
                    }
                }
            }
        }
        for (attribute, on, _) in ATTRIBUTES {
            if new.contains(attribute) {
                codes.push(on);
            }
        }
        if self.fg != to.fg {
            codes.colour(to.fg, 30);
        }
        if self.bg != to.bg {
            codes.colour(to.bg, 40);
        }
    }
}

/// One sequence of style codes: `ESC[1;31m`.
struct Codes<'a> {
    out: &'a mut Vec<u8>,
    begun: bool,
}

impl<'a> Codes<'a> {
    fn new(out: &'a mut Vec<u8>) -> Self {
        Self { out, begun: false }
    }

    fn push(&mut self, code: u16) {
        self.out
            .extend_from_slice(if self.begun { b";" } else { b"\x1b[" });
        self.begun = true;
        number(self.out, code);
    }

    /// A colour; `base` is 30 for the text and 40 for the background.
    fn colour(&mut self, colour: Color, base: u16) {
        let (normal, bright) = (base, base + 60);
        match colour {
            Color::Reset => self.push(base + 9),
            Color::Black => self.push(normal),
            Color::Red => self.push(normal + 1),
            Color::Green => self.push(normal + 2),
            Color::Yellow => self.push(normal + 3),
            Color::Blue => self.push(normal + 4),
            Color::Magenta => self.push(normal + 5),
            Color::Cyan => self.push(normal + 6),
            Color::Gray => self.push(normal + 7),
            Color::DarkGray => self.push(bright),
            Color::LightRed => self.push(bright + 1),
            Color::LightGreen => self.push(bright + 2),
            Color::LightYellow => self.push(bright + 3),
            Color::LightBlue => self.push(bright + 4),
            Color::LightMagenta => self.push(bright + 5),
            Color::LightCyan => self.push(bright + 6),
            Color::White => self.push(bright + 7),
            Color::Indexed(n @ 0..8) => self.push(normal + u16::from(n)),
            Color::Indexed(n @ 8..16) => self.push(bright + u16::from(n) - 8),
            Color::Indexed(n) => {
                for code in [base + 8, 5, u16::from(n)] {
                    self.push(code);
                }
            }
            Color::Rgb(r, g, b) => {
                for code in [base + 8, 2, u16::from(r), u16::from(g), u16::from(b)] {
                    self.push(code);
                }
            }
        }
    }

    fn end(self) {
        if self.begun {
            self.out.push(b'm');
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn sgr(fg: Color, modifier: Modifier) -> SgrState {
        SgrState {
            fg,
            modifier,
            ..SgrState::default()
        }
    }

    #[rstest]
    #[case::on(SgrState::default(), sgr(Color::Reset, Modifier::REVERSED), "\x1b[7m")]
    #[case::off(sgr(Color::Reset, Modifier::REVERSED), SgrState::default(), "\x1b[m")]
    #[case::colour_only(
        sgr(Color::Red, Modifier::REVERSED),
        sgr(Color::Green, Modifier::REVERSED),
        "\x1b[32m"
    )]
    #[case::bright(
        SgrState::default(),
        sgr(Color::DarkGray, Modifier::BOLD),
        "\x1b[1;90m"
    )]
    #[case::bold_off_keeps_dim(
        sgr(Color::Red, Modifier::BOLD.union(Modifier::DIM)),
        sgr(Color::Red, Modifier::DIM),
        "\x1b[22;2m"
    )]
    #[case::reset_and_set_when_shorter(
        sgr(Color::Rgb(1, 2, 3), Modifier::BOLD.union(Modifier::ITALIC).union(Modifier::UNDERLINED)),
        sgr(Color::Reset, Modifier::REVERSED),
        "\x1b[0;7m"
    )]
    #[case::palette_in_short_codes(
        SgrState::default(),
        sgr(Color::Indexed(9), Modifier::empty()),
        "\x1b[91m"
    )]
    #[case::nothing(sgr(Color::Red, Modifier::BOLD), sgr(Color::Red, Modifier::BOLD), "")]
    fn the_shortest_sequence_is_written(
        #[case] from: SgrState,
        #[case] to: SgrState,
        #[case] bytes: &str,
    ) {
        let mut out = Vec::new();
        from.change(to, &mut out);
        assert_eq!(String::from_utf8(out).unwrap(), bytes);
    }
}
