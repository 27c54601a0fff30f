//! The lists of villages.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::Canvas;
use super::pen::Pen;
use super::theme::Meaning;
use crate::domain::attention::Why;
use crate::domain::list::{Row, Sort, Summary};
use crate::domain::stage::Decision;
use crate::tui::app::layout::Pane;

/// Columns of the mark and the flag.
const FLAG: usize = 4;
const NAME: usize = 17;
const STATE: usize = 13;
const AGE: usize = 7;
/// From this width on the kecamatan has a column of its own.
const WITH_KECAMATAN: usize = 76;
const KECAMATAN: usize = 17;

impl Canvas<'_> {
    pub(super) fn villages(&self, buf: &mut Buffer, area: Rect) {
        let s = &self.s.screens;
        let list = self.model.screens.villages.window();
        let mut about = vec![if list.filter.is_empty() {
            list.total.to_string()
        } else {
            (s.count_of)(list.total, self.model.shared.regions.total().villages())
        }];
        about.extend(self.model.shared.filter_words(&list.filter));
        if list.sort != Sort::Register {
            about.push(s.sorted_by[list.sort as usize].to_owned());
        }
        self.head(buf, area, Pane::List, s.villages, &about.join(", "));
        self.column_heads(buf, area);
        let lines = area.height.saturating_sub(2);
        if list.current().is_none() {
            return self.empty_list(buf, area, list.is_loaded(), s.nothing_listed);
        }
        for (row, (selected, village)) in (2..2 + lines).zip(list.visible()) {
            self.village_line(buf, area, row, selected, village);
        }
    }

    pub(super) fn empty_list(&self, buf: &mut Buffer, area: Rect, loaded: bool, nothing: &str) {
        let s = &self.s.screens;
        let text = if loaded && self.model.screen().is_filtered() {
            format!("{nothing} {}", s.nothing_listed_hint)
        } else if loaded {
            nothing.to_owned()
        } else if self.model.shared.regions.loaded {
            s.loading.to_owned()
        } else {
            s.opening.to_owned()
        };
        let width = usize::from(area.width.saturating_sub(2));
        for (row, line) in (3..).zip(crate::tui::text::wrap(&text, width)) {
            let mut pen = Pen::new(buf, area, row);
            pen.skip(1);
            pen.put(&line, self.theme.style(Meaning::Text));
        }
    }

    fn column_heads(&self, buf: &mut Buffer, area: Rect) {
        let s = &self.s.screens;
        let style = self.theme.style(Meaning::Muted);
        let columns = Columns::of(area.width);
        let mut pen = Pen::new(buf, area, 1);
        pen.skip(FLAG);
        pen.cell(s.col_village, NAME, style);
        if columns.kecamatan {
            pen.cell(s.col_kecamatan, KECAMATAN, style);
        }
        pen.cell(s.col_state, STATE, style);
        if columns.product > 0 {
            pen.cell(s.col_product, columns.product, style);
        }
        if columns.age {
            pen.cell_right(s.col_age, AGE - 1, style);
        }
    }

    pub(super) fn village_line(
        &self,
        buf: &mut Buffer,
        area: Rect,
        row: u16,
        selected: bool,
        village: &Row,
    ) {
        let columns = Columns::of(area.width);
        // Under the cursor one style serves the whole line: it is sent on every key.
        let highlighted = selected
            && self.model.shared.focus == Pane::List
            && self.model.shared.overlay.is_none();
        let style = |meaning| {
            self.theme.style(if highlighted {
                Meaning::Selected
            } else {
                meaning
            })
        };
        let summary = &village.summary;
        let decision = if highlighted {
            self.theme.style(Meaning::Selected)
        } else {
            self.theme.decision(summary.decision)
        };
        if highlighted {
            let blank = " ".repeat(usize::from(area.width));
            Pen::new(buf, area, row).put(&blank, decision);
        }
        let mut pen = Pen::new(buf, area, row);
        pen.put(if selected { ">" } else { " " }, style(Meaning::Text));
        pen.cell(summary.decision.flag(), FLAG - 2, decision);
        pen.put(self.mark(village), style(Meaning::Key));
        pen.cell(&village.place.name, NAME - 1, style(Meaning::Text));
        pen.skip(1);
        if columns.kecamatan {
            pen.cell(
                &village.place.kecamatan,
                KECAMATAN - 1,
                style(Meaning::Text),
            );
            pen.skip(1);
        }
        pen.cell(self.state(summary), STATE - 1, decision);
        pen.skip(1);
        if columns.product > 0 {
            let room = columns.product - 1;
            pen.cell(&product(summary), room, style(Meaning::Text));
            pen.skip(1);
        }
        if columns.age {
            let age = summary
                .since
                .map(|d| {
                    self.s
                        .facts
                        .age((self.model.shared.clock.today - d).num_days())
                })
                .unwrap_or_default();
            pen.cell_right(&age, AGE - 1, style(Meaning::Text));
        }
    }

    /// The sign of a marked village, between flag and name.
    pub(super) fn mark(&self, village: &Row) -> &'static str {
        if self.model.shared.marked.has(village.place.ord) {
            "*"
        } else {
            " "
        }
    }

    fn state(&self, summary: &Summary) -> &'static str {
        match (summary.decision, summary.stage) {
            (Decision::NotSurveyed, _) => self.s.screens.short_k0,
            (Decision::Undecided, _) => self.s.screens.short_k1,
            (_, Some(stage)) => self.s.facts.stage(stage),
            (_, None) => "",
        }
    }

    /// Villages without a chosen product under heads of their kecamatan.
    pub(super) fn attention(&self, buf: &mut Buffer, area: Rect) {
        let s = &self.s.screens;
        let list = self.model.screens.attention.window();
        if let Some((reason, day)) = list.filter.reason {
            return self.reason_list(buf, area, reason, day);
        }
        let tally = match &list.filter.region {
            Some(code) => self.model.shared.regions.find(code).map(|r| r.tally),
            None => Some(*self.model.shared.regions.total()),
        }
        .unwrap_or_default();
        let [k0, k1, ..] = tally.decisions;
        let mut about = format!("{} = K0 {k0} + K1 {k1}", tally.without_product());
        if let Some(code) = &list.filter.region {
            let name = self
                .model
                .shared
                .regions
                .find(code)
                .map_or(code.as_str(), |r| &r.name);
            about = format!("{about}, {name}");
        }
        if !fits(&format!("  {} {about}", s.attention), area.width) {
            // The sum may go, never its split.
            about = format!("K0 {k0} + K1 {k1}");
        }
        if let Some(village) = list.current() {
            let mend = format!(
                "{about}, {}",
                self.mend(Why::Decision(village.summary.decision))
            );
            if fits(&format!("  {} {mend}", s.attention), area.width) {
                about = mend;
            }
        }
        self.head(buf, area, Pane::List, s.attention, &about);
        if list.current().is_none() {
            return self.empty_list(buf, area, list.is_loaded(), s.none_without);
        }
        let mut row = 1;
        let mut kecamatan: Option<&str> = None;
        for (selected, village) in list.visible() {
            let code = village.place.code.kecamatan();
            if kecamatan != Some(code) {
                kecamatan = Some(code);
                self.kecamatan_head(buf, area, row, village);
                row += 1;
            }
            if row >= area.height {
                break;
            }
            self.village_line(buf, area, row, selected, village);
            row += 1;
        }
    }

    fn kecamatan_head(&self, buf: &mut Buffer, area: Rect, row: u16, village: &Row) {
        let name = &village.place.kecamatan;
        let text = match self
            .model
            .shared
            .regions
            .find(village.place.code.kecamatan())
        {
            Some(region) => {
                let [k0, k1, ..] = region.tally.decisions;
                let without = region.tally.without_product();
                let all = region.tally.villages();
                [
                    (self.s.screens.kecamatan_head)(name, without, k0, k1, all),
                    format!("{name}: {without} (K0 {k0} + K1 {k1})"),
                ]
                .into_iter()
                .find(|text| fits(text, area.width))
                .unwrap_or_else(|| format!("{name}: K0 {k0} + K1 {k1}"))
            }
            None => format!("{name}, {}", village.place.regency),
        };
        let mut pen = Pen::new(buf, area, row);
        let room = pen.room();
        pen.cell(&text, room, self.theme.style(Meaning::Head));
    }
}

/// Which columns fit.
struct Columns {
    kecamatan: bool,
    product: usize,
    age: bool,
}

impl Columns {
    fn of(width: u16) -> Self {
        let width = usize::from(width);
        let kecamatan = width >= WITH_KECAMATAN;
        let fixed = FLAG + NAME + STATE + if kecamatan { KECAMATAN } else { 0 };
        let left = width.saturating_sub(fixed);
        let age = left + 1 >= AGE;
        let product = if left >= AGE + 6 { left - AGE + 1 } else { 0 };
        Self {
            kecamatan,
            product,
            age,
        }
    }
}

/// The product, or, while none is chosen, what there is to choose from.
fn product(summary: &Summary) -> String {
    match (
        &summary.product,
        &summary.first_potential,
        summary.potentials,
    ) {
        (Some(product), ..) => product.clone(),
        (None, Some(first), 1) => first.clone(),
        (None, Some(first), n) => format!("{n}: {first}"),
        (None, None, _) => String::new(),
    }
}

fn fits(text: &str, width: u16) -> bool {
    text.width() <= usize::from(width)
}
