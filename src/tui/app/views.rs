//! Saved views: opening one, saving what the list shows, removing one's own.

use crossterm::event::KeyCode;
use tui_input::Input;
use uuid::Uuid;

use super::edit;
use super::filterline::FilterLine;
use super::input_queue::Pending;
use super::keymap::Key;
use super::layout::{Pane, ScreenId};
use super::model::Model;
use super::msg::{Ask, Effect, Now};
use super::overlay::{Item, Overlay, Pick, Picked};
use super::toast::Tone;
use crate::domain::event::Event;
use crate::domain::list::Sort;
use crate::domain::query::{self, Level};
use crate::domain::view::{BuiltIn, ViewAct, ViewEvent, ViewSaved};
use crate::store::Written;

/// What is picked in the chooser of views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewPick {
    Open {
        name: String,
        filter: String,
        sort: Sort,
    },
    /// What the list shows gets a name.
    Save {
        shared: bool,
    },
    /// One of the own views, to be picked next.
    RemoveOne(Vec<String>),
    Remove {
        name: String,
    },
}

/// A name for what the list shows, as it is typed.
#[derive(Debug)]
pub struct ViewName {
    pub input: Input,
    pub filter: String,
    pub sort: Sort,
    pub shared: bool,
    /// Why it cannot be saved so.
    pub wrong: Option<String>,
    pub(super) batch: Uuid,
    pub(super) sent: bool,
}

/// The keys of the first nine lines.
fn numbers() -> impl Iterator<Item = Option<char>> {
    ('1'..='9').map(Some).chain(std::iter::repeat(None))
}

impl Model {
    pub(super) fn ask_for_views(&mut self) -> Vec<Effect> {
        self.shared.input.pending = Some(Pending::Views);
        vec![Effect::Ask(Ask::Views)]
    }

    /// Offers the views: those of the program, the own ones, those that others share.
    pub(super) fn views_came(&mut self, views: &[ViewSaved], actor: &str) -> Vec<Effect> {
        if self
            .shared
            .input
            .pending
            .take_if(|w| *w == Pending::Views)
            .is_none()
        {
            return Vec::new();
        }
        let words = &self.shared.strings().views;
        let built_in = BuiltIn::ALL.into_iter().map(|view| {
            let name = words.built_in(view).to_owned();
            let open = ViewPick::Open {
                filter: view.filter().to_owned(),
                sort: Sort::default(),
                name: name.clone(),
            };
            (name, open)
        });
        let saved = views.iter().map(|view| {
            let label = match (view.owner == actor, view.shared) {
                (true, false) => view.name.clone(),
                (true, true) => format!("{} ({})", view.name, words.own(true)),
                (false, _) => format!("{} ({})", view.name, view.owner),
            };
            let open = ViewPick::Open {
                name: view.name.clone(),
                filter: view.filter.clone(),
                sort: view.order(),
            };
            (label, open)
        });
        let mut items: Vec<Item> = built_in
            .chain(saved)
            .zip(numbers())
            .map(|((label, open), key)| Item {
                key,
                label,
                picked: Picked::View(open),
            })
            .collect();
        let mut more = |key, label: &str, pick| {
            items.push(Item {
                key: Some(key),
                label: label.to_owned(),
                picked: Picked::View(pick),
            });
        };
        let may_act = !self.shared.looks_only() && self.shared.clock.seen.is_none();
        if may_act && self.shared.screen == ScreenId::Villages {
            more('s', words.save(false), ViewPick::Save { shared: false });
            more('S', words.save(true), ViewPick::Save { shared: true });
        }
        let own = views.iter().filter(|v| v.owner == actor);
        let own: Vec<String> = own.map(|v| v.name.clone()).collect();
        if may_act && !own.is_empty() {
            more('d', words.remove(), ViewPick::RemoveOne(own));
        }
        self.shared.overlay = Some(Overlay::Pick(Pick {
            title: |s| s.pick_view,
            items,
            at: 0,
        }));
        Vec::new()
    }

    pub(super) fn view_picked(&mut self, pick: ViewPick, now: &Now) -> Vec<Effect> {
        match pick {
            ViewPick::Open { name, filter, sort } => self.open_view(&name, &filter, sort),
            ViewPick::Save { shared } => self.shared.open(Overlay::ViewName(ViewName {
                input: Input::default(),
                filter: self.list_in_words(),
                sort: self.screens.villages.sort(),
                shared,
                wrong: None,
                batch: now.fresh,
                sent: false,
            })),
            ViewPick::RemoveOne(own) => {
                let items = own
                    .into_iter()
                    .zip(numbers())
                    .map(|(name, key)| Item {
                        key,
                        label: name.clone(),
                        picked: Picked::View(ViewPick::Remove { name }),
                    })
                    .collect();
                self.shared.open(Overlay::Pick(Pick {
                    title: |s| s.pick_removed,
                    items,
                    at: 0,
                }))
            }
            ViewPick::Remove { name } => vec![Effect::Ask(Ask::View {
                batch: now.fresh,
                act: ViewAct::Remove { name },
            })],
        }
    }

    /// The view's filter goes the way of one that is typed: what cannot be read of it any more is then seen and mended.
    fn open_view(&mut self, name: &str, filter: &str, sort: Sort) -> Vec<Effect> {
        self.shared.screen = ScreenId::Villages;
        self.shared.focus = Pane::List;
        let all = crate::domain::list::Filter::default();
        self.screens.villages.set_filter(all, &mut self.shared);
        self.screens.villages.set_sort(sort);
        self.shared
            .say(self.shared.strings().views.opened(name), Tone::Plain);
        if filter.trim().is_empty() {
            return self.filter_changed();
        }
        let line = FilterLine::with(Input::new(filter.to_owned()));
        self.put_in_force(line)
    }

    /// All that the list of villages is filtered by, in the filter language.
    fn list_in_words(&self) -> String {
        let filter = self.screens.villages.filter();
        let region = filter
            .region
            .as_deref()
            .and_then(|c| self.shared.regions.find(c));
        let named = region.map(|r| {
            let level = if r.is_kecamatan() {
                Level::Kecamatan
            } else {
                Level::Regency
            };
            (level, r.name.as_str())
        });
        query::in_words(filter, named)
    }

    pub(super) fn key_in_view_name(&mut self, mut name: ViewName, key: Key) -> Vec<Effect> {
        match key.code() {
            KeyCode::Esc => return Vec::new(),
            KeyCode::Backspace if name.input.value().is_empty() => return Vec::new(),
            KeyCode::Enter => {
                let ask = Ask::View {
                    batch: name.batch,
                    act: ViewAct::Save {
                        name: name.input.value().to_owned(),
                        filter: name.filter.clone(),
                        sort: name.sort,
                        shared: name.shared,
                    },
                };
                name.sent = true;
                self.shared.overlay = Some(Overlay::ViewName(name));
                return vec![Effect::Ask(ask)];
            }
            _ => {
                name.wrong = None;
                edit::edit(&mut name.input, key);
            }
        }
        self.shared.open(Overlay::ViewName(name))
    }

    /// A view was saved or removed, if this batch did that.
    pub(super) fn view_done(&mut self, written: &Written) {
        let Some(Event::View(event)) = written.events.first().map(|e| &e.event) else {
            return;
        };
        if matches!(&self.shared.overlay, Some(Overlay::ViewName(name)) if name.batch == written.batch)
        {
            self.shared.overlay = None;
        }
        let s = self.shared.strings();
        let what = match event {
            ViewEvent::Saved(e) => s.views.saved(&e.name, written.already),
            ViewEvent::Removed(e) => s.views.removed(&e.name),
        };
        self.shared
            .say(format!("{what} {}", s.screens.undo_hint), Tone::Done);
    }

    /// A view could not be saved: the name stays, with the reason below it.
    pub(super) fn view_refused(&mut self, batch: Uuid, why: String) {
        match &mut self.shared.overlay {
            Some(Overlay::ViewName(name)) if name.batch == batch => {
                name.sent = false;
                name.wrong = Some(why);
                self.shared.input.queue.clear();
            }
            _ => self.shared.say(why, Tone::Trouble),
        }
    }
}
