//! The question which past day is to be seen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::tui::app::past::{DayQuestion, Wrong};
use crate::tui::text::wrap;

/// Columns of the box.
const WIDTH: u16 = 62;

impl Canvas<'_> {
    /// Draws the question; gives the place of the typing cursor while a day is typed.
    pub(super) fn day_question(
        &self,
        buf: &mut Buffer,
        over: Rect,
        question: &DayQuestion,
    ) -> Option<(u16, u16)> {
        let words = &self.s.past;
        let (below, meaning) = match question.wrong {
            None => (words.about.to_owned(), Meaning::Muted),
            Some(Wrong::NoDate(why)) => (self.s.facts.bad_date(why).to_owned(), Meaning::Trouble),
            Some(Wrong::NotYet(day)) => {
                let day = self.s.facts.short_day(day);
                (self.s.cli.past.not_yet(&day), Meaning::Trouble)
            }
        };
        let width = over.width.min(WIDTH);
        let below = wrap(&below, usize::from(width.saturating_sub(4)));
        let height = u16::try_from(below.len() + 5).unwrap_or(u16::MAX);
        let area = self.boxed(buf, over, width, height, words.title);

        let typing = question.day.is_none();
        let style = |here: bool| {
            self.theme
                .style(if here { Meaning::Focus } else { Meaning::Text })
        };
        let mut pen = Pen::new(buf, area, 0);
        pen.put(words.day, style(typing));
        pen.skip(1);
        let left = pen.column();
        pen.put(question.input.value(), self.theme.style(Meaning::Input));
        let typed = u16::try_from(question.input.visual_cursor()).unwrap_or(u16::MAX);

        let mut pen = Pen::new(buf, area, 1);
        pen.put(words.known_then, style(!typing));
        pen.skip(1);
        let answer = if question.known_then {
            words.yes
        } else {
            words.no
        };
        pen.put(answer, self.theme.style(Meaning::Key));
        for (row, line) in (3..).zip(&below) {
            Pen::new(buf, area, row).put(line, self.theme.style(meaning));
        }
        let column = left
            .saturating_add(typed)
            .min(area.right().saturating_sub(1));
        typing.then_some((column, area.y))
    }
}
