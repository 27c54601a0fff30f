//! The line in which a filter is typed: `kec:rinhat tahap<dikemas umur>90 !rtl`.

use crossterm::event::KeyCode;
use tui_input::Input;

use super::edit;
use super::input_queue::Pending;
use super::keymap::Key;
use super::model::Model;
use super::msg::{Ask, Effect};
use super::overlay::Overlay;
use crate::domain::list::Worded;
use crate::domain::query::{Bad, Query, complete};
use crate::store::NoRegion;

/// A filter that is being typed.
#[derive(Debug, Default)]
pub struct FilterLine {
    pub input: Input,
    /// What cannot be read of it.
    pub bad: Option<Bad>,
    /// A region in it that is none, or not one alone.
    pub no_region: Option<NoRegion>,
    /// How many villages it shows.
    pub count: Option<u32>,
    /// How it may go on.
    pub proposals: Vec<String>,
    tag: u64,
}

impl FilterLine {
    /// With a text that stands in it already.
    pub(super) fn with(input: Input) -> Self {
        Self {
            bad: Query::parse(input.value()).err(),
            input,
            ..Self::default()
        }
    }

    /// The text changed: what was known of it is not true any more.
    fn changed(&mut self, names: &[(&str, bool)], tag: u64) {
        self.bad = Query::parse(self.input.value()).err();
        self.no_region = None;
        self.count = None;
        self.tag = tag;
        self.proposals = complete(self.input.value(), names);
    }
}

impl Model {
    pub(super) fn key_in_filter(&mut self, mut line: FilterLine, key: Key) -> Vec<Effect> {
        let empty = line.input.value().trim().is_empty();
        match key.code() {
            KeyCode::Esc => return Vec::new(),
            KeyCode::Backspace if line.input.value().is_empty() => return Vec::new(),
            KeyCode::Enter if empty => {
                self.screens.villages.set_query(None);
                return self.filter_changed();
            }
            KeyCode::Enter if line.bad.is_none() => return self.put_in_force(line),
            KeyCode::Tab => {
                if let Some(first) = line.proposals.first() {
                    line.input = Input::new(first.clone());
                    self.renew_line(&mut line);
                }
            }
            _ => {
                let before = line.input.value().to_owned();
                edit::edit(&mut line.input, key);
                if before != line.input.value() {
                    self.renew_line(&mut line);
                }
            }
        }
        self.shared.overlay = Some(Overlay::Filter(line));
        vec![Effect::Settle]
    }

    /// Asks for what the line's filter shows, to show it; a line that cannot be read stays to be mended.
    pub(super) fn put_in_force(&mut self, line: FilterLine) -> Vec<Effect> {
        let mut effects = Vec::new();
        if line.bad.is_none() {
            self.shared.input.pending = Some(Pending::Filter);
            effects.push(self.ask_filter(&line, true));
        }
        self.shared.overlay = Some(Overlay::Filter(line));
        effects
    }

    /// Pastes into the line.
    pub(super) fn paste_in_filter(&mut self, text: &str) -> Vec<Effect> {
        if let Some(Overlay::Filter(mut line)) = self.shared.overlay.take() {
            edit::paste(&mut line.input, text);
            self.renew_line(&mut line);
            self.shared.overlay = Some(Overlay::Filter(line));
        }
        vec![Effect::Settle]
    }

    pub(super) fn renew_line(&mut self, line: &mut FilterLine) {
        self.shared.search_tag += 1;
        let tag = self.shared.search_tag;
        let names: Vec<(&str, bool)> = self
            .shared
            .regions
            .all()
            .map(|r| (r.name.as_str(), r.is_kecamatan()))
            .collect();
        line.changed(&names, tag);
    }

    /// Keys have rested: how many villages does it show?
    pub(super) fn count_filter(&self) -> Option<Effect> {
        match &self.shared.overlay {
            Some(Overlay::Filter(line))
                if line.bad.is_none()
                    && line.count.is_none()
                    && !line.input.value().trim().is_empty() =>
            {
                Some(self.ask_filter(line, false))
            }
            _ => None,
        }
    }

    fn ask_filter(&self, line: &FilterLine, apply: bool) -> Effect {
        Effect::Ask(Ask::Filter {
            tag: line.tag,
            text: line.input.value().to_owned(),
            day: self.shared.clock.today,
            apply,
        })
    }

    /// What a filter shows, or which region in it is none.
    pub(super) fn filtered(
        &mut self,
        tag: u64,
        result: Result<(Worded, u32), NoRegion>,
        apply: bool,
    ) -> Vec<Effect> {
        if apply {
            self.shared.input.pending.take_if(|w| *w == Pending::Filter);
        }
        let Some(Overlay::Filter(line)) = &mut self.shared.overlay else {
            return Vec::new();
        };
        if line.tag != tag {
            return Vec::new();
        }
        match result {
            Err(none) => {
                line.no_region = Some(none);
                self.shared.input.queue.clear();
            }
            Ok((_, count)) if !apply => line.count = Some(count),
            Ok((worded, _)) => {
                self.shared.overlay = None;
                self.screens.villages.set_query(Some(worded));
                return self.filter_changed();
            }
        }
        Vec::new()
    }
}
