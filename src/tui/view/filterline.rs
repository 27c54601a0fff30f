//! The line in which a filter is typed, what is wrong with it, and how it may go on.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::domain::query::Level;
use crate::tui::app::filterline::FilterLine;
use crate::tui::text::wrap;

impl Canvas<'_> {
    /// Draws the line; gives the place of the typing cursor.
    pub(super) fn filter_line(
        &self,
        buf: &mut Buffer,
        over: Rect,
        line: &FilterLine,
    ) -> Option<(u16, u16)> {
        let words = &self.s.filter;
        let width = over.width.min(78);
        let inside = usize::from(width.saturating_sub(4));
        let text = line.input.value();
        // A long filter is seen around its cursor.
        let cursor = line.input.visual_cursor();
        let scroll = line.input.visual_scroll(inside.saturating_sub(1));
        let wrong = self.wrong(line);
        let (below, meaning, span) = match wrong {
            Some((text, span)) => (text, Meaning::Trouble, Some(span)),
            None if text.trim().is_empty() => (words.about.to_owned(), Meaning::Muted, None),
            None => match line.count {
                Some(n) => {
                    let all = self.model.shared.regions.total().villages();
                    ((words.shows)(n, all), Meaning::Good, None)
                }
                None => (String::new(), Meaning::Muted, None),
            },
        };
        let mut lines: Vec<(String, Meaning)> = vec![(
            span.map_or_else(String::new, |span| carets(text, &span, scroll, inside)),
            Meaning::Trouble,
        )];
        lines.extend(wrap(&below, inside).into_iter().map(|l| (l, meaning)));
        if let Some((first, others)) = line.proposals.split_first() {
            let ends = std::iter::once(format!("Tab {first}")).chain(others.iter().cloned());
            let offered = ends.collect::<Vec<_>>().join("   ");
            lines.extend(
                wrap(&offered, inside)
                    .into_iter()
                    .map(|l| (l, Meaning::Muted)),
            );
        }
        let height = u16::try_from(lines.len() + 3).unwrap_or(u16::MAX);
        let area = self.boxed(buf, over, width, height, words.title);
        let seen: String = text.chars().skip(scroll).collect();
        Pen::new(buf, area, 0).put(&seen, self.theme.style(Meaning::Input));
        for (row, (line, meaning)) in (1..area.height).zip(&lines) {
            Pen::new(buf, area, row).put(line, self.theme.style(*meaning));
        }
        let column = u16::try_from(cursor.saturating_sub(scroll)).unwrap_or(0);
        let last = area.right().saturating_sub(1);
        Some((area.x.saturating_add(column).min(last), area.y))
    }

    /// What is wrong with the filter, and where.
    fn wrong(&self, line: &FilterLine) -> Option<(String, Range<usize>)> {
        let words = &self.s.cli.filter;
        if let Some(bad) = &line.bad {
            return Some((words.wrong(&bad.wrong), bad.span.clone()));
        }
        let none = line.no_region.as_ref()?;
        let kecamatan = none.level == Level::Kecamatan;
        let text = if none.other_level {
            words.other_level(&none.asked.name, kecamatan)
        } else {
            let names: Vec<&str> = none.candidates.iter().map(|r| r.name.as_str()).collect();
            (self.s.filter.no_region)(&none.asked.name, &names.join(", "))
        };
        Some((text, none.asked.span.clone()))
    }
}

/// Carets under a word of the text, as it is seen.
fn carets(text: &str, span: &Range<usize>, scroll: usize, width: usize) -> String {
    let columns = |part: Option<&str>| part.unwrap_or_default().width();
    let start = columns(text.get(..span.start)).saturating_sub(scroll);
    let long = columns(text.get(span.clone())).max(1);
    let start = start.min(width.saturating_sub(1));
    format!(
        "{}{}",
        " ".repeat(start),
        "^".repeat(long.min(width - start))
    )
}
