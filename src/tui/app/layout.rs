//! Where everything stands on the screen. Shared by the drawing and by the moving, so that both agree.

use ratatui::layout::Rect;
use serde::{Deserialize, Serialize};

/// A screen by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScreenId {
    /// Regions, villages, card.
    Villages,
    /// Villages by stage, in columns.
    Board,
    /// Why villages need attention.
    Attention,
    /// Meetings, and one in session.
    Meeting,
    /// The event desk.
    Events,
    /// The log; drafts that are kept call it so.
    #[serde(rename = "journal")]
    Log,
}

impl ScreenId {
    /// The panes of the screen, from the left.
    #[must_use]
    pub fn panes(self) -> &'static [Pane] {
        match self {
            Self::Villages => &[Pane::Regions, Pane::List, Pane::Card],
            Self::Board => &[Pane::List],
            Self::Attention => &[Pane::Reasons, Pane::List, Pane::Card],
            Self::Meeting => &[Pane::Meeting],
            Self::Events => &[Pane::Events, Pane::Desk, Pane::Guests],
            Self::Log => &[Pane::Log],
        }
    }
}

/// A part of a screen to which keys can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    Regions,
    /// In the place of the regions on the attention screen.
    Reasons,
    List,
    Card,
    /// Meetings, or one of them.
    Meeting,
    /// The list of events.
    Events,
    /// The numbers of one event.
    Desk,
    /// Who is there.
    Guests,
    /// The log.
    Log,
}

/// Smallest terminal that is drawn (columns, rows).
pub const SMALLEST: (u16, u16) = (40, 12);
/// From this width on two panes stand side by side.
pub const TWO_PANES: u16 = 60;
/// From this width on three do.
pub const THREE_PANES: u16 = 120;
/// From this width on the event desk has room for its list of attendance beside it.
const DESK_AND_GUESTS: u16 = 76;
/// Up to this height the card has room for little more than its sentence.
pub const LOW: u16 = 14;
/// Columns of the left pane. Regions need: mark, indent, name of 16, two counts.
const LEFT: u16 = 25;

/// The parts of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Areas {
    pub title: Rect,
    /// The panes that are seen, from the left; each has its head in its first row.
    pub panes: Vec<(Pane, Rect)>,
    pub status: Rect,
    pub bar: Rect,
}

impl Areas {
    #[must_use]
    pub fn of((width, height): (u16, u16), screen: ScreenId, focus: Pane) -> Self {
        let bar_rows = if width < TWO_PANES { 2 } else { 1 };
        let middle = height.saturating_sub(2 + bar_rows);
        let row = |y: u16, rows: u16| {
            Rect::new(0, y.min(height), width, rows.min(height - y.min(height)))
        };
        Self {
            title: row(0, 1),
            panes: panes(width, screen, focus)
                .into_iter()
                .map(|(pane, x, w)| (pane, Rect::new(x, 1, w, middle)))
                .collect(),
            status: row(1 + middle, 1),
            bar: row(2 + middle, bar_rows),
        }
    }

    #[must_use]
    pub fn pane(&self, pane: Pane) -> Option<Rect> {
        self.panes.iter().find(|(p, _)| *p == pane).map(|(_, r)| *r)
    }

    /// Rows for the lines of a pane, below its head.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.panes
            .first()
            .map_or(0, |(_, r)| usize::from(r.height.saturating_sub(1)))
    }
}

/// The panes that are seen, with their left edge and width. One column stands between two panes.
fn panes(width: u16, screen: ScreenId, focus: Pane) -> Vec<(Pane, u16, u16)> {
    let split = |left: Pane, w: u16, right: Pane| {
        vec![(left, 0, w), (right, w + 1, width.saturating_sub(w + 1))]
    };
    if width < TWO_PANES {
        return vec![(focus, 0, width)];
    }
    let left = match screen {
        ScreenId::Board => return vec![(Pane::List, 0, width)],
        ScreenId::Log => return vec![(Pane::Log, 0, width)],
        ScreenId::Meeting => return vec![(Pane::Meeting, 0, width)],
        ScreenId::Events if focus == Pane::Events || width < DESK_AND_GUESTS => {
            return vec![(focus, 0, width)];
        }
        ScreenId::Events => return split(Pane::Desk, width * 9 / 20, Pane::Guests),
        ScreenId::Villages => Pane::Regions,
        ScreenId::Attention => Pane::Reasons,
    };
    match focus {
        _ if width >= THREE_PANES => {
            let card = ((width - LEFT - 2) * 43 / 100).max(40);
            let list = width - LEFT - card - 2;
            vec![
                (left, 0, LEFT),
                (Pane::List, LEFT + 1, list),
                (Pane::Card, LEFT + list + 2, card),
            ]
        }
        Pane::Card => split(Pane::List, (width * 47 / 100).max(30), Pane::Card),
        _ => split(left, LEFT, Pane::List),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(width: u16, screen: ScreenId, focus: Pane) -> Vec<Pane> {
        Areas::of((width, 24), screen, focus)
            .panes
            .iter()
            .map(|(p, _)| *p)
            .collect()
    }

    #[test]
    fn one_two_or_three_panes_by_width() {
        assert_eq!(seen(59, ScreenId::Villages, Pane::List), [Pane::List]);
        assert_eq!(
            seen(60, ScreenId::Villages, Pane::List),
            [Pane::Regions, Pane::List]
        );
        assert_eq!(
            seen(80, ScreenId::Villages, Pane::Card),
            [Pane::List, Pane::Card]
        );
        assert_eq!(
            seen(120, ScreenId::Villages, Pane::List),
            [Pane::Regions, Pane::List, Pane::Card]
        );
        assert_eq!(
            seen(80, ScreenId::Attention, Pane::List),
            [Pane::Reasons, Pane::List]
        );
        assert_eq!(seen(200, ScreenId::Board, Pane::List), [Pane::List]);
    }

    #[test]
    fn the_focused_pane_is_seen_and_nothing_leaves_the_screen() {
        for width in 0..260 {
            for height in 0..70 {
                for screen in [
                    ScreenId::Villages,
                    ScreenId::Board,
                    ScreenId::Attention,
                    ScreenId::Meeting,
                    ScreenId::Events,
                    ScreenId::Log,
                ] {
                    for focus in screen.panes() {
                        let a = Areas::of((width, height), screen, *focus);
                        assert!(a.pane(*focus).is_some(), "{width}x{height} {focus:?}");
                        for r in a
                            .panes
                            .iter()
                            .map(|p| p.1)
                            .chain([a.title, a.status, a.bar])
                        {
                            assert!(
                                r.right() <= width && (r.bottom() <= height || r.height == 0),
                                "{width}x{height} {r:?}"
                            );
                        }
                    }
                }
            }
        }
    }
}
