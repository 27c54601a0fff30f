//! The page of villages without a product by region.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::tui::app::no_product::NoProduct;

/// Columns of the box.
const WIDTH: u16 = 58;

impl Canvas<'_> {
    pub(super) fn no_product(&self, buf: &mut Buffer, over: Rect, page: &NoProduct) {
        let s = self.s;
        let all = page.lines().count();
        let height = u16::try_from(all + 3).unwrap_or(u16::MAX);
        let mut title = s.reception.no_product().to_owned();
        if height > over.height {
            title = format!("{title} {}/{all}", page.at + 1);
        }
        let area = self.boxed(buf, over, WIDTH, height, &title);
        if !page.loaded {
            Pen::new(buf, area, 0).put(s.screens.loading, self.theme.style(Meaning::Text));
            return;
        }
        let numbers = 18;
        let name = usize::from(area.width).saturating_sub(numbers + 1);
        let muted = self.theme.style(Meaning::Muted);
        let mut pen = Pen::new(buf, area, 0);
        pen.skip(1);
        pen.cell("", name, muted);
        pen.cell_right(s.reception.without_of_all(), 7, muted);
        pen.cell_right("K0 !!", 6, muted);
        pen.cell_right("K1 !", 5, muted);
        let rows = usize::from(area.height.saturating_sub(1)).max(1);
        let top = page
            .at
            .saturating_sub(rows / 2)
            .min(all.saturating_sub(rows));
        for (row, (i, (region, tally))) in (1..area.height).zip(page.lines().enumerate().skip(top))
        {
            let lit = i == page.at;
            let style = |m| self.theme.style(if lit { Meaning::Selected } else { m });
            let mut pen = Pen::new(buf, area, row);
            if lit {
                pen.put(&" ".repeat(usize::from(area.width)), style(Meaning::Text));
                pen = Pen::new(buf, area, row);
            }
            pen.put(if lit { ">" } else { " " }, style(Meaning::Text));
            let (text, weight) = match region {
                None => (s.screens.all_regions.to_owned(), Meaning::Head),
                Some(r) if r.is_kecamatan() => (format!("  {}", r.name), Meaning::Text),
                Some(r) => (r.name.clone(), Meaning::Head),
            };
            pen.cell(&text, name, style(weight));
            let [k0, k1, ..] = tally.decisions;
            let of = format!("{}/{}", tally.without_product(), tally.villages());
            pen.cell_right(&of, 7, style(weight));
            pen.cell_right(&k0.to_string(), 6, style(Meaning::Alarm));
            pen.cell_right(&k1.to_string(), 5, style(Meaning::Warning));
        }
    }
}
