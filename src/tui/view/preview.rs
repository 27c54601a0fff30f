//! What an act for many villages would do, village by village.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::tui::app::bulk::Preview;
use crate::tui::text::wrap;

impl Canvas<'_> {
    pub(super) fn preview(&self, buf: &mut Buffer, over: Rect, preview: &Preview) {
        let (s, words) = (self.s, &self.s.bulk);
        let (all, changing) = (preview.lines.len(), preview.changing());
        let counts = (words.preview)(all, changing, all - changing);
        let title = format!("{} {}/{all}", words.look_first, preview.top + 1);
        let inside = usize::from(over.width.saturating_sub(4));
        let counts = wrap(&counts, inside).into_iter();
        let mut lines: Vec<(String, Meaning)> = counts.map(|l| (l, Meaning::Head)).collect();
        for line in preview.lines.iter().skip(preview.top) {
            let (what, meaning) = match &line.outcome {
                // The whole of it: what is cut off here cannot be looked at before it is written.
                Ok(event) => (s.would(event, &line.before), Meaning::Text),
                Err(why) => {
                    let why = s.facts.refusal(why);
                    (format!("{}: {why}", words.refused), Meaning::Trouble)
                }
            };
            let moved = match preview.moved.contains(&line.place.code) {
                true => words.just_moved,
                false => "",
            };
            let text = format!(
                "{} ({}){moved}: {what}",
                line.place.name, line.place.kecamatan
            );
            for (i, piece) in wrap(&text, inside.saturating_sub(2))
                .into_iter()
                .enumerate()
            {
                let indent = if i == 0 { "" } else { "  " };
                lines.push((format!("{indent}{piece}"), meaning));
            }
            if lines.len() > usize::from(over.height) {
                break;
            }
        }
        let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
        let area = self.boxed(buf, over, over.width, height, &title);
        for (row, (line, meaning)) in (0..area.height).zip(&lines) {
            Pen::new(buf, area, row).put(line, self.theme.style(*meaning));
        }
    }
}
