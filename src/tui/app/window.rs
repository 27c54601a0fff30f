//! A list seen through a window: only the rows around the cursor are held, however long the list is.

use std::collections::VecDeque;

use super::msg::{Ask, Effect, ListId};
use crate::domain::code::Code;
use crate::domain::list::{Filter, From, Page, Row, Sort};

/// Rows fetched at once beyond what is held.
const CHUNK: u32 = 120;
/// Rows held at most; beyond it the far side is dropped.
const HELD: usize = 600;

/// Where the cursor goes when the answer comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Land {
    First,
    Last,
    /// On this village, or where it would stand; this many rows below the top.
    Village {
        ord: u32,
        below_top: usize,
    },
}

/// The rows around the cursor of a list.
#[derive(Debug)]
pub struct Window {
    id: ListId,
    pub filter: Filter,
    pub sort: Sort,
    rows: VecDeque<Row>,
    at_start: bool,
    at_end: bool,
    /// Villages that fit the filter.
    pub total: u32,
    cursor: usize,
    top: usize,
    tag: u64,
    /// A replacing page is under way; the cursor lands there.
    land: Option<Land>,
    /// A page at the edge is under way.
    growing: bool,
    loaded: bool,
}

impl Window {
    #[must_use]
    pub fn new(id: ListId, filter: Filter, sort: Sort) -> Self {
        Self {
            id,
            filter,
            sort,
            rows: VecDeque::new(),
            at_start: false,
            at_end: false,
            total: 0,
            cursor: 0,
            top: 0,
            tag: 0,
            land: None,
            growing: false,
            loaded: false,
        }
    }

    #[must_use]
    pub fn is_loaded(&self) -> bool {
        self.loaded
    }

    #[must_use]
    pub fn current(&self) -> Option<&Row> {
        self.rows.get(self.cursor)
    }

    /// The rows from the first visible one on, with whether each is under the cursor.
    pub fn visible(&self) -> impl Iterator<Item = (bool, &Row)> {
        self.rows
            .iter()
            .enumerate()
            .skip(self.top)
            .map(|(i, row)| (i == self.cursor, row))
    }

    /// Reads the list from its start.
    pub fn load(&mut self, height: usize) -> Effect {
        self.replace(From::Start, Land::First, height)
    }

    /// Reads the list anew, with the cursor on the village where it is.
    pub fn refresh(&mut self, height: usize) -> Effect {
        match self.current() {
            Some(row) => {
                let ord = row.place.ord;
                self.go_to(ord, self.cursor - self.top.min(self.cursor), height)
            }
            None => self.load(height),
        }
    }

    /// Reads the list anew where it shows other villages: the one under the cursor stays in sight, with some of its
    /// neighbours above it.
    pub fn reload(&mut self, height: usize) -> Effect {
        match self.current() {
            Some(row) => {
                let ord = row.place.ord;
                self.go_to(ord, height / 3, height)
            }
            None => self.load(height),
        }
    }

    /// Reads the list around a village and puts the cursor on it.
    pub fn go_to(&mut self, ord: u32, below_top: usize, height: usize) -> Effect {
        self.replace(From::Around(ord), Land::Village { ord, below_top }, height)
    }

    fn replace(&mut self, from: From, land: Land, height: usize) -> Effect {
        self.tag += 1;
        self.land = Some(land);
        self.growing = false;
        let screens = u32::try_from(height.saturating_mul(3)).unwrap_or(CHUNK);
        self.ask(from, CHUNK.max(screens))
    }

    fn ask(&self, from: From, n: u32) -> Effect {
        Effect::Ask(Ask::Page {
            list: self.id,
            tag: self.tag,
            filter: self.filter.clone(),
            sort: self.sort,
            from,
            n,
        })
    }

    /// Moves the cursor by so many rows; a page move keeps the cursor's place on the screen.
    pub fn step(&mut self, by: isize, height: usize) -> Option<Effect> {
        if self.land.is_some() {
            return None;
        }
        let last = self.rows.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
        self.reveal(height);
        self.grow(height)
    }

    /// Moves by a screenful.
    pub fn page(&mut self, down: bool, height: usize) -> Option<Effect> {
        let by = isize::try_from(height.saturating_sub(1).max(1)).unwrap_or(1);
        if self.land.is_none() {
            let top = self.top.saturating_add_signed(if down { by } else { -by });
            self.top = top.min(self.rows.len().saturating_sub(1));
        }
        self.step(if down { by } else { -by }, height)
    }

    pub fn first(&mut self, height: usize) -> Option<Effect> {
        if self.at_start {
            self.cursor = 0;
            self.reveal(height);
            return None;
        }
        Some(self.replace(From::Start, Land::First, height))
    }

    pub fn last(&mut self, height: usize) -> Option<Effect> {
        if self.at_end {
            self.cursor = self.rows.len().saturating_sub(1);
            self.reveal(height);
            return None;
        }
        Some(self.replace(From::End, Land::Last, height))
    }

    /// Scrolls so that the cursor is seen: by half a screen, so that most steps move only the highlight. Over a slow
    /// line a list that scrolls by one line repaints itself on every key.
    pub fn reveal(&mut self, height: usize) {
        let height = height.max(1);
        if self.cursor < self.top {
            self.top = (self.cursor + 1).saturating_sub(height.div_ceil(2));
        } else if self.lines_to_cursor() >= height {
            let mut keep = height / 2;
            self.top = self.cursor - keep.min(self.cursor);
            // Heads between the rows take lines too.
            while keep > 0 && self.lines_to_cursor() >= height {
                keep -= 1;
                self.top = self.cursor - keep.min(self.cursor);
            }
        }
    }

    /// The cursor's line on the screen, heads counted.
    fn lines_to_cursor(&self) -> usize {
        let rows = self.cursor - self.top;
        if self.sort != Sort::Attention {
            return rows;
        }
        let mut heads = 1;
        for i in self.top + 1..=self.cursor.min(self.rows.len().saturating_sub(1)) {
            if self.starts_group(i) {
                heads += 1;
            }
        }
        rows + heads
    }

    fn starts_group(&self, i: usize) -> bool {
        i == 0 || self.rows[i].place.code.kecamatan() != self.rows[i - 1].place.code.kecamatan()
    }

    /// Fetches more rows when the cursor comes near an edge of what is held.
    fn grow(&mut self, height: usize) -> Option<Effect> {
        if self.growing || self.land.is_some() {
            return None;
        }
        let margin = height * 2;
        let from = if !self.at_end && self.rows.len() - self.cursor.min(self.rows.len()) < margin {
            From::After(self.rows.back()?.key)
        } else if !self.at_start && self.cursor < margin {
            From::Before(self.rows.front()?.key)
        } else {
            return None;
        };
        self.growing = true;
        Some(self.ask(from, CHUNK))
    }

    /// Takes a page of the store; a stale one is dropped. Says whether the cursor has landed where it was sent.
    pub fn take(&mut self, tag: u64, from: From, page: Page, total: u32, height: usize) -> bool {
        if tag != self.tag {
            return false;
        }
        self.total = total;
        self.loaded = true;
        match from {
            From::After(_) => {
                self.growing = false;
                self.at_end = page.at_end;
                self.rows.extend(page.rows);
                let surplus = self.rows.len().saturating_sub(HELD).min(self.top);
                if surplus > 0 {
                    self.rows.drain(..surplus);
                    self.cursor -= surplus;
                    self.top -= surplus;
                    self.at_start = false;
                }
            }
            From::Before(_) => {
                self.growing = false;
                self.at_start = page.at_start;
                let n = page.rows.len();
                for row in page.rows.into_iter().rev() {
                    self.rows.push_front(row);
                }
                self.cursor += n;
                self.top += n;
                let keep = HELD.max(self.cursor + height * 2);
                if self.rows.len() > keep {
                    self.rows.truncate(keep);
                    self.at_end = false;
                }
            }
            From::Start | From::End | From::Around(_) => {
                self.land_on(page, height);
                return true;
            }
        }
        false
    }

    fn land_on(&mut self, page: Page, height: usize) {
        self.rows = page.rows.into();
        self.at_start = page.at_start;
        self.at_end = page.at_end;
        let last = self.rows.len().saturating_sub(1);
        match self.land.take() {
            Some(Land::Last) => {
                self.cursor = last;
                self.top = 0;
                self.reveal_at_bottom(height);
            }
            Some(Land::Village { ord, below_top }) => {
                self.cursor = self.place_of(ord).min(last);
                self.top = self
                    .cursor
                    .saturating_sub(below_top.min(height.saturating_sub(1)));
                self.reveal(height);
            }
            Some(Land::First) | None => {
                self.cursor = 0;
                self.top = 0;
            }
        }
    }

    /// The index of a village, or of the row that stands where it would.
    fn place_of(&self, ord: u32) -> usize {
        let exact = self.rows.iter().position(|r| r.place.ord == ord);
        exact.unwrap_or_else(|| match self.sort {
            Sort::Register | Sort::Attention => self.rows.partition_point(|r| r.place.ord < ord),
            Sort::Name | Sort::Age => self.rows.len() / 2,
        })
    }

    fn reveal_at_bottom(&mut self, height: usize) {
        self.top = (self.cursor + 1).saturating_sub(height.max(1));
        while self.top < self.cursor && self.lines_to_cursor() >= height.max(1) {
            self.top += 1;
        }
    }

    /// An asked page did not come; moving on asks again.
    pub fn give_up(&mut self, tag: u64) {
        if tag == self.tag {
            self.growing = false;
            self.land = None;
        }
    }

    /// The row of a village among those that are held.
    #[must_use]
    pub fn row(&self, code: &Code) -> Option<&Row> {
        self.rows.iter().find(|r| r.place.code == *code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::gate::RuleBook;
    use crate::domain::list::{Key, Place, Summary};
    use crate::domain::village::Village;

    fn row(ord: u32) -> Row {
        Row {
            place: Place {
                ord,
                code: Code::parse(&format!(
                    "53.04.{:02}.{}",
                    ord / 10 % 99 + 1,
                    2001 + ord % 10
                ))
                .unwrap(),
                name: format!("Desa {ord}"),
                kecamatan: format!("Kec {}", ord / 10),
                regency: "Belu".into(),
            },
            summary: Summary::of(
                &Village::default(),
                RuleBook::shipped().on(chrono::NaiveDate::MIN),
            ),
            key: Key {
                value: i64::from(ord),
                ord,
            },
        }
    }

    fn page(range: std::ops::Range<u32>, total: u32) -> Page {
        Page {
            at_start: range.start == 0,
            at_end: range.end == total,
            rows: range.map(row).collect(),
        }
    }

    /// Answers an ask as the store would, for a list of `total` rows in register order.
    fn answer(w: &mut Window, effect: Effect, total: u32, height: usize) {
        let Effect::Ask(Ask::Page { tag, from, n, .. }) = effect else {
            panic!("{effect:?}")
        };
        let range = match from {
            From::Start => 0..n.min(total),
            From::End => total.saturating_sub(n)..total,
            From::After(k) => k.ord + 1..(k.ord + 1 + n).min(total),
            From::Before(k) => k.ord.saturating_sub(n)..k.ord,
            From::Around(o) => o.saturating_sub(n / 2)..(o + n / 2).min(total),
        };
        w.take(tag, from, page(range, total), total, height);
    }

    fn window(total: u32, height: usize) -> Window {
        let mut w = Window::new(ListId::Villages, Filter::default(), Sort::Register);
        let load = w.load(height);
        answer(&mut w, load, total, height);
        w
    }

    fn ord(w: &Window) -> u32 {
        w.current().unwrap().place.ord
    }

    #[test]
    fn holding_down_walks_every_row_of_a_long_list_and_holds_few() {
        let mut w = window(5_000, 20);
        for i in 1..5_000 {
            if let Some(ask) = w.step(1, 20) {
                answer(&mut w, ask, 5_000, 20);
            }
            assert_eq!(ord(&w), i);
            assert!(w.rows.len() <= HELD + CHUNK as usize, "{}", w.rows.len());
        }
        w.step(1, 20);
        assert_eq!(ord(&w), 4_999, "the last row is the last");
        for i in (0..4_999).rev() {
            if let Some(ask) = w.step(-1, 20) {
                answer(&mut w, ask, 5_000, 20);
            }
            assert_eq!(ord(&w), i);
        }
    }

    #[test]
    fn most_steps_move_only_the_highlight() {
        let mut w = window(208, 20);
        let mut scrolled = 0;
        for _ in 1..208 {
            let top = w.top;
            if let Some(ask) = w.step(1, 20) {
                answer(&mut w, ask, 208, 20);
            }
            scrolled += usize::from(w.top != top);
            assert!(
                w.cursor >= w.top && w.cursor - w.top < 20,
                "the cursor is on the screen"
            );
        }
        assert!(scrolled <= 20, "{scrolled} of 207 steps scrolled");
    }

    #[test]
    fn the_cursor_stays_on_its_village_when_the_list_changes() {
        let mut w = window(208, 20);
        for _ in 0..57 {
            if let Some(ask) = w.step(1, 20) {
                answer(&mut w, ask, 208, 20);
            }
        }
        let on_screen = w.cursor - w.top;
        let refresh = w.refresh(20);
        answer(&mut w, refresh, 208, 20);
        assert_eq!((ord(&w), w.cursor - w.top), (57, on_screen));
    }

    #[test]
    fn the_end_and_the_start_are_reached_at_once() {
        let mut w = window(5_000, 20);
        let ask = w.last(20).unwrap();
        answer(&mut w, ask, 5_000, 20);
        assert_eq!(ord(&w), 4_999);
        assert_eq!(w.cursor - w.top, 19, "the last row stands at the bottom");
        let ask = w.first(20).unwrap();
        answer(&mut w, ask, 5_000, 20);
        assert_eq!((ord(&w), w.top), (0, 0));
    }

    #[test]
    fn a_stale_answer_is_dropped() {
        let mut w = window(208, 20);
        let Effect::Ask(Ask::Page { tag: old, .. }) = w.refresh(20) else {
            panic!()
        };
        w.filter.region = Some("53.04.01".into());
        let ask = w.load(20);
        w.take(old, From::Start, page(100..120, 208), 208, 20);
        assert_eq!(ord(&w), 0, "the old page is not shown");
        answer(&mut w, ask, 10, 20);
        assert_eq!(w.total, 10);
    }

    #[test]
    fn an_empty_list_moves_nowhere() {
        let mut w = window(0, 20);
        assert!(w.step(1, 20).is_none() && w.page(true, 20).is_none());
        assert!(w.current().is_none());
        assert_eq!(w.visible().count(), 0);
    }

    #[test]
    fn heads_of_kecamatan_take_their_lines() {
        let mut w = Window::new(ListId::Attention, Filter::default(), Sort::Attention);
        let load = w.load(10);
        answer(&mut w, load, 208, 10);
        for _ in 0..207 {
            if let Some(ask) = w.step(1, 10) {
                answer(&mut w, ask, 208, 10);
            }
            assert!(w.lines_to_cursor() < 10, "row {} is on the screen", ord(&w));
        }
    }
}
