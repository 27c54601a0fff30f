//! Colours by meaning. Only the terminal's own sixteen are used, and no meaning stands on colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::domain::stage::Decision;
use crate::tui::app::session::ThemeName;

/// What a piece of text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    Text,
    /// Less important: column heads, hints, sources.
    Muted,
    Title,
    /// Head of the pane that keys go to.
    Focus,
    Head,
    Selected,
    /// K0: nothing known.
    Alarm,
    /// K1: nothing chosen.
    Warning,
    /// K2: no decree.
    Notice,
    Good,
    Key,
    Trouble,
    Input,
}

/// The styles of one look.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    look: ThemeName,
    pub vertical: &'static str,
    pub horizontal: &'static str,
    /// Corners of a box: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
}

impl Theme {
    #[must_use]
    pub fn new(look: ThemeName, ascii: bool) -> Self {
        let (vertical, horizontal, corners) = if ascii {
            ("|", "-", ["+"; 4])
        } else {
            let corners = ["\u{250c}", "\u{2510}", "\u{2514}", "\u{2518}"];
            ("\u{2502}", "\u{2500}", corners)
        };
        Self {
            look,
            vertical,
            horizontal,
            corners,
        }
    }

    #[must_use]
    pub fn style(&self, meaning: Meaning) -> Style {
        // A whole style, not a change of one: what lies below an overlay must not shine through its letters.
        let plain = Style::reset();
        let bold = plain.add_modifier(Modifier::BOLD);
        let reversed = plain.add_modifier(Modifier::REVERSED);
        // Shared by all looks; the colours come on top.
        match meaning {
            Meaning::Text => return plain,
            Meaning::Title => return bold,
            Meaning::Focus => return reversed.add_modifier(Modifier::BOLD),
            Meaning::Selected => return reversed,
            Meaning::Input => return plain.add_modifier(Modifier::UNDERLINED),
            _ => {}
        }
        let fg = |color: Color| plain.fg(color);
        match (self.look, meaning) {
            (_, Meaning::Head) => bold,
            (ThemeName::Mono, Meaning::Alarm | Meaning::Trouble | Meaning::Key) => bold,
            (ThemeName::Mono, _) | (ThemeName::Contrast | ThemeName::Light, Meaning::Muted) => {
                plain
            }
            (ThemeName::Dark, Meaning::Muted) => fg(Color::Gray),
            (ThemeName::Dark, Meaning::Alarm | Meaning::Trouble) => fg(Color::LightRed),
            (ThemeName::Dark, Meaning::Warning) => fg(Color::Yellow),
            (ThemeName::Dark, Meaning::Notice) => fg(Color::Cyan),
            (ThemeName::Dark, Meaning::Good) => fg(Color::Green),
            (ThemeName::Dark, Meaning::Key) => fg(Color::Cyan),
            (ThemeName::Light, Meaning::Alarm | Meaning::Trouble) => {
                fg(Color::Red).add_modifier(Modifier::BOLD)
            }
            (ThemeName::Light, Meaning::Warning) => fg(Color::Magenta),
            (ThemeName::Light, Meaning::Notice | Meaning::Key) => fg(Color::Blue),
            (ThemeName::Light, Meaning::Good) => fg(Color::Green),
            (ThemeName::Contrast, Meaning::Alarm | Meaning::Trouble) => bold.fg(Color::LightRed),
            (ThemeName::Contrast, Meaning::Warning) => bold.fg(Color::LightYellow),
            (ThemeName::Contrast, Meaning::Notice | Meaning::Key) => bold.fg(Color::LightCyan),
            (ThemeName::Contrast, Meaning::Good) => bold.fg(Color::LightGreen),
            _ => plain,
        }
    }

    #[must_use]
    pub fn decision(&self, decision: Decision) -> Style {
        self.style(match decision {
            Decision::NotSurveyed => Meaning::Alarm,
            Decision::Undecided => Meaning::Warning,
            Decision::Chosen => Meaning::Notice,
            Decision::Designated => Meaning::Good,
        })
    }
}
