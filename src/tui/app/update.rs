//! What happens on a message. Pure: the world comes in with the message, wishes go out as effects.

use uuid::Uuid;

use super::command::Cmd;
use super::form::Saving;
use super::input_queue::Pending;
use super::keymap::Key;
use super::layout::{Pane, ScreenId};
use super::model::Model;
use super::msg::{Answer, Ask, Effect, ListId, Msg, Now};
use super::overlay::{Chosen, Menu, Overlay, Search, Searched};
use super::reception::EventAsk;
use super::toast::Tone;
use crate::domain::code::Code;
use crate::domain::event::Event;
use crate::store::{Card, Written};
use crate::tui::text::brief;

impl Model {
    /// Takes a message; says what is to be done. Never blocks, never reads the clock.
    pub fn update(&mut self, msg: Msg, now: &Now) -> Vec<Effect> {
        let day = self.shared.clock.seen.map_or(now.today, |seen| seen.day);
        if self.shared.clock.today != day {
            self.set_day(day);
            self.shared.dirty = true;
        }
        self.take_time(now);
        let Some(msg) = self.hold(msg) else {
            return Vec::new();
        };
        self.shared.fresh = now.fresh;
        let rested = super::resume::rests(&msg);
        let mut effects = self.take(msg, now);
        effects.extend(self.catch_up(now));
        effects.extend(self.return_to_left());
        if effects.iter().any(|e| matches!(e, Effect::Quit)) {
            effects.extend(self.keep_for_later());
        } else {
            effects.extend(self.keep_up(rested));
        }
        effects
    }

    pub(super) fn take(&mut self, msg: Msg, now: &Now) -> Vec<Effect> {
        let mut effects = self.took(msg, now);
        effects.extend(self.go_on());
        effects
    }

    fn took(&mut self, msg: Msg, now: &Now) -> Vec<Effect> {
        match msg {
            Msg::Key(event) => match Key::of(&event) {
                Some(key) => self.key(key, now),
                None => Vec::new(),
            },
            Msg::Paste(text) => self.paste(&text),
            Msg::Resize(columns, rows) => self.resize(columns, rows),
            Msg::Answer(answer) => self.answer(answer, now),
            Msg::Settled => self.settled(),
            // The time has been taken.
            Msg::Minute => Vec::new(),
            Msg::Resumed => {
                self.shared.dirty = true;
                vec![Effect::Redraw]
            }
        }
    }

    fn resize(&mut self, columns: u16, rows: u16) -> Vec<Effect> {
        let first = self.shared.size == (0, 0);
        self.shared.size = (columns, rows);
        self.shared.dirty = true;
        self.reveal();
        if first {
            return vec![
                Effect::Ask(Ask::Who),
                Effect::Ask(Ask::Regions { open: None }),
                self.screens.villages.load(&self.shared),
                // Once the first screen stands it is asked what earlier sessions have left.
                Effect::Settle,
            ];
        }
        self.follow()
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.shared.dirty = true;
        match &mut self.shared.overlay {
            Some(Overlay::Form(form)) => form.paste(text),
            Some(Overlay::Meeting(form)) => form.paste(text),
            Some(Overlay::Search(search)) => {
                super::edit::paste(&mut search.input, text);
                return self.look_up();
            }
            Some(Overlay::Menu(menu)) if menu.typing => super::edit::paste(&mut menu.input, text),
            Some(Overlay::Past(question)) => question.paste(text),
            Some(Overlay::Filter(_)) => return self.paste_in_filter(text),
            Some(Overlay::ViewName(name)) => super::edit::paste(&mut name.input, text),
            Some(Overlay::Entry(_)) => return self.paste_in_entry(text),
            // Pasted text is never taken for commands.
            _ => {}
        }
        Vec::new()
    }

    fn key(&mut self, key: Key, now: &Now) -> Vec<Effect> {
        self.shared.dirty = true;
        let command = self.shared.session.keymap.command(key);
        if command == Some(Cmd::Quit) {
            return vec![Effect::Quit];
        }
        match command {
            Some(Cmd::Suspend) => return vec![Effect::Suspend],
            Some(Cmd::Redraw) => return vec![Effect::Redraw],
            _ => {}
        }
        if self.shared.is_too_small() {
            // What cannot be seen must not be worked: only leaving does, and never from under something half typed.
            return match (command, &self.shared.overlay) {
                (Some(Cmd::Back), None) => vec![Effect::Quit],
                _ => Vec::new(),
            };
        }
        if self.shared.overlay.is_some() {
            return self.key_in_overlay(key, command, now);
        }
        let command = self.meeting_command(key, command);
        match command {
            Some(command) => {
                let mut effects = self.run(command);
                if key.code() == crossterm::event::KeyCode::Esc {
                    // Esc goes back but never out: it also comes by itself, from a cut arrow key.
                    effects.retain(|e| !matches!(e, Effect::Quit));
                }
                effects
            }
            None => {
                let text = (self.shared.strings().screens.unbound)(&key.to_string());
                self.shared.say(text, Tone::Plain);
                Vec::new()
            }
        }
    }

    fn key_in_overlay(&mut self, key: Key, command: Option<Cmd>, now: &Now) -> Vec<Effect> {
        match self.shared.overlay.take() {
            Some(Overlay::Search(search)) => self.key_in_search(search, key),
            Some(Overlay::Menu(mut menu)) => match menu.key(key, command) {
                Chosen::Stays => self.shared.open(Overlay::Menu(menu)),
                Chosen::Close => Vec::new(),
                Chosen::Run(command) => self.run(command),
            },
            Some(Overlay::Pick(mut pick)) => match pick.key(key, command) {
                None => self.shared.open(Overlay::Pick(pick)),
                Some(None) => Vec::new(),
                Some(Some(picked)) => self.picked(picked, now),
            },
            Some(Overlay::Confirm(confirm)) => self.key_in_question(confirm, key, command),
            Some(Overlay::Past(question)) => self.key_in_day_question(question, key, now),
            Some(Overlay::Form(form)) => self.key_in_form(form, key, now),
            Some(Overlay::Meeting(form)) => self.key_in_meeting_form(form, key),
            Some(Overlay::Filter(line)) => self.key_in_filter(line, key),
            Some(Overlay::ViewName(name)) => self.key_in_view_name(name, key),
            Some(Overlay::Takeover(takeover)) => self.key_in_takeover(takeover, key, command),
            Some(Overlay::Preview(preview)) => self.key_in_preview(preview, key, command, now),
            Some(Overlay::Message(message)) => self.key_in_message(message, key, command),
            Some(Overlay::Entry(entry)) => self.key_in_entry(entry, key, now),
            Some(Overlay::NoProduct(page)) => self.key_in_no_product(page, key, command),
            None => Vec::new(),
        }
    }

    fn key_in_search(&mut self, mut search: Search, key: Key) -> Vec<Effect> {
        match search.key(key) {
            Searched::Stays => self.shared.open(Overlay::Search(search)),
            Searched::Close => Vec::new(),
            Searched::Look => {
                self.shared.overlay = Some(Overlay::Search(search));
                self.look_up()
            }
            Searched::Take(at) => match search.hits.get(at) {
                Some(hit) => {
                    let (ord, code) = (hit.place.ord, hit.place.code.clone());
                    self.go_to_village(ord, code)
                }
                None => self.shared.open(Overlay::Search(search)),
            },
        }
    }

    fn look_up(&mut self) -> Vec<Effect> {
        self.shared.search_tag += 1;
        let tag = self.shared.search_tag;
        let Some(Overlay::Search(search)) = &mut self.shared.overlay else {
            return Vec::new();
        };
        search.tag = tag;
        search.answered = false;
        let text = search.input.value().to_owned();
        if text.trim().is_empty() {
            search.hits.clear();
            return Vec::new();
        }
        vec![Effect::Ask(Ask::Search { tag, text })]
    }

    /// Shows a village: its card beside its place in the list.
    pub(super) fn go_to_village(&mut self, ord: u32, code: Code) -> Vec<Effect> {
        self.shared.screen = ScreenId::Villages;
        self.shared.focus = Pane::Card;
        self.shared.card.top = 0;
        vec![
            self.screens.villages.go_to(ord, &self.shared),
            Effect::Ask(Ask::Card { code }),
        ]
    }

    /// Keys have rested: the region filter and the card catch up with the cursors.
    fn settled(&mut self) -> Vec<Effect> {
        let mut effects = self.on_screen(|screen, cx| screen.settle(cx));
        effects.extend(self.count_filter());
        effects.extend(self.look_for_left());
        effects.extend(self.want_card());
        effects
    }

    /// Asks for the card of the village under the cursor, when it is to be seen and is not there.
    pub(super) fn want_card(&self) -> Option<Effect> {
        if !self.card_is_seen() || self.shown_card().is_some() {
            return None;
        }
        self.target().map(|p| {
            Effect::Ask(Ask::Card {
                code: p.code.clone(),
            })
        })
    }

    /// The card follows the cursor once keys rest: holding a key down costs only the highlight.
    pub(super) fn follow(&self) -> Vec<Effect> {
        let card_is_behind = self.card_is_seen() && self.shown_card().is_none();
        if card_is_behind
            || matches!(self.shared.focus, Pane::Regions | Pane::Reasons)
            || self.has_moved()
        {
            vec![Effect::Settle]
        } else {
            Vec::new()
        }
    }

    fn answer(&mut self, answer: Answer, now: &Now) -> Vec<Effect> {
        self.shared.dirty = true;
        match answer {
            Answer::Who(who) => self.shared.who_came(*who),
            Answer::PeopleChanged => vec![Effect::Ask(Ask::Who)],
            Answer::Regions { total, regions } => {
                let lines = self.shared.region_lines();
                self.shared.regions.take(total, regions, lines);
                Vec::new()
            }
            Answer::Page {
                list,
                tag,
                from,
                page,
                total,
            } => {
                let height = self.screen().lines(&self.shared);
                let Some(window) = self.screens.window(list) else {
                    return Vec::new();
                };
                let landed = window.take(tag, from, page, total, height);
                let uncovered = match list {
                    ListId::Villages if landed => self.screens.villages.uncover(&mut self.shared),
                    _ => None,
                };
                // The village that was gone to is under the cursor only now: it is the place to come back to.
                let moved = self.has_moved().then_some(Effect::Settle);
                let effects = uncovered.into_iter().chain(self.want_card());
                effects.chain(moved).collect()
            }
            Answer::Card(card) => self.card_came(*card, now),
            Answer::Reasons(counts) => {
                self.screens.attention.take_counts(counts);
                Vec::new()
            }
            Answer::Stuck(stuck) => {
                self.screens.board.take_stuck(stuck);
                Vec::new()
            }
            Answer::Found { tag, hits } => {
                if let Some(Overlay::Search(search)) = &mut self.shared.overlay
                    && search.tag == tag
                {
                    search.hits = hits;
                    search.answered = true;
                } else {
                    self.origin_found(tag, hits);
                }
                Vec::new()
            }
            Answer::Done(written) => self.done(&written),
            Answer::Filtered { tag, result, apply } => self.filtered(tag, result, apply),
            Answer::ToMark { places, cut } => self.mark_these(places, cut),
            Answer::Views { views, actor } => self.views_came(&views, &actor),
            Answer::DryRun(lines) => self.dry_run(lines),
            Answer::Present(others) => {
                self.shared.others = others;
                Vec::new()
            }
            Answer::AbandonedDraft(found) => {
                self.shared.drafts.left = found;
                Vec::new()
            }
            Answer::Kept { taken: true } => self.taken_away(),
            Answer::Kept { taken: false } => Vec::new(),
            Answer::LastAct {
                redo,
                batch,
                changes,
            } => {
                let s = &self.shared.strings().screens;
                let none = if redo {
                    s.nothing_to_redo
                } else {
                    s.nothing_to_undo
                };
                self.ask_before_undo(redo, batch, changes, none, now);
                Vec::new()
            }
            Answer::Batch { batch, changes } => {
                let none = self.shared.strings().screens.not_in_force;
                // Without any change it was taken back before.
                let batch = batch.filter(|b| b.in_force || b.is_undo);
                let redo = batch.as_ref().is_some_and(|b| b.is_undo);
                self.ask_before_undo(redo, batch, changes, none, now);
                Vec::new()
            }
            Answer::Log { tag, before, page } => self
                .screens
                .log
                .take(tag, before, page, &self.shared)
                .into_iter()
                .collect(),
            Answer::Meeting(answer) => self.meeting_answer(answer),
            Answer::Papers(ask, outcome) => self.papers_came(*ask, outcome),
            Answer::Message(subject, told) => self.message_came(subject, told),
            Answer::Event(answer) => self.event_answer(answer),
            Answer::Past { seen } => self.look_at(seen, now),
            Answer::Changed {
                villages,
                occasions,
            } => self.changed(&villages, &occasions),
            Answer::Failed { ask, error } => self.failed(&ask, error),
        }
    }

    fn card_came(&mut self, card: Card, now: &Now) -> Vec<Effect> {
        if let Some(Overlay::Form(form)) = &mut self.shared.overlay
            && form.card.place.code == card.place.code
            && matches!(form.saving, Saving::Conflict(_))
        {
            // "Keep mine" is then measured against what is there now.
            form.renew(card.clone(), now.today);
        }
        let is_for = |w: &mut Pending| matches!(w, Pending::Form(code, _) | Pending::Bulk(code, _) if *code == card.place.code);
        let pending = self.shared.input.pending.take_if(is_for);
        if let Some(Pending::Bulk(_, command)) = pending {
            self.open_bulk_now(command, card, now);
            return Vec::new();
        }
        let here = Ask::Event(EventAsk::Here(card.place.code.clone()));
        self.shared.card.last = Some(card);
        let mut effects = vec![Effect::Ask(here)];
        if let Some(Pending::Form(_, command)) = pending {
            effects.extend(self.open_form_now(command, now));
        }
        effects
    }

    fn done(&mut self, written: &Written) -> Vec<Effect> {
        self.bulk_done(written);
        self.view_done(written);
        self.desk_done(written);
        self.meeting_done(written);
        if let Some(Overlay::Form(form)) = &self.shared.overlay
            && form.batch == written.batch
        {
            let name = form.card.place.name.clone();
            // A late entry about the past does not undo what has happened since; that is worth a word.
            let before = form.card.village.choice.clone();
            self.shared.overlay = None;
            let s = self.shared.strings();
            let what = written
                .events
                .first()
                .map_or_else(String::new, |e| brief(&s.event(&e.event)));
            let what = if written.already {
                s.screens.already_done.to_owned()
            } else {
                what
            };
            let what = match (written.events.first(), &before) {
                (Some(event), Some(choice))
                    if matches!(event.event, Event::StageDeclared(_))
                        && event.occurred_on < choice.stage_since =>
                {
                    let stays = (s.screens.stage_stays)(s.facts.stage(choice.stage));
                    format!("{what}; {stays}")
                }
                _ => what,
            };
            let text = format!("{} {}", (s.screens.done)(&name, &what), s.screens.undo_hint);
            self.shared.say(text, Tone::Done);
        }
        if let Some(undone) = self.shared.undoing.take_if(|c| c.fresh == written.batch) {
            let s = &self.shared.strings().screens;
            let what = self.batch_words(&undone.batch);
            let text = if undone.redo {
                (s.redone)(&what)
            } else {
                (s.undone)(&what)
            };
            let text = self.shared.with_keys(text, &undone.batch);
            self.shared.say(text, Tone::Done);
        }
        self.reload()
    }

    /// The name of a village that is held in a list, else its code.
    #[must_use]
    pub fn village_name(&self, stream: &str) -> String {
        let row = Code::parse(stream).ok().and_then(|code| {
            let villages = self.screens.villages.window().row(&code);
            villages.or_else(|| self.screens.attention.window().row(&code))
        });
        row.map_or_else(
            || stream.to_owned(),
            |r| format!("{} ({})", r.place.name, r.place.kecamatan),
        )
    }

    /// Reads everything that is shown again, cursors unmoved.
    pub(super) fn reload(&mut self) -> Vec<Effect> {
        let mut effects = vec![Effect::Ask(Ask::Regions {
            open: self.shared.regions.open(),
        })];
        effects.extend(self.refresh_lists());
        effects.extend(self.renew_message());
        effects.extend(self.renew_no_product());
        if let Some(card) = &self.shared.card.last {
            effects.push(Effect::Ask(Ask::Card {
                code: card.place.code.clone(),
            }));
        }
        effects
    }

    fn changed(
        &mut self,
        villages: &[(Code, String)],
        occasions: &[(Uuid, String)],
    ) -> Vec<Effect> {
        let s = self.shared.strings();
        let who = villages.first().map_or("", |(_, who)| who);
        let text = match villages {
            [] if occasions.is_empty() => return Vec::new(),
            // A list of attendance that grows by a line is no news worth a word.
            [] => return self.reload(),
            [(code, who)] => (s.screens.changed_by)(who, &self.village_name(code.as_str())),
            many => (s.screens.changed_many)(many.len(), who),
        };
        // At a meeting the page itself shows what others record.
        if self.shared.screen == ScreenId::Meeting && self.screens.meeting.shown().is_some() {
            return self.reload();
        }
        // What was said about this person's own act stays until it has been read.
        if self
            .shared
            .toast
            .as_ref()
            .is_none_or(|t| t.tone == Tone::Plain)
        {
            self.shared.say(text, Tone::Plain);
        }
        self.reload()
    }

    /// Opens the list of commands.
    pub(super) fn open_menu(&mut self, palette: bool) -> Vec<Effect> {
        self.shared.overlay = Some(Overlay::Menu(Menu::new(palette)));
        Vec::new()
    }

    /// Opens the search.
    pub(super) fn open_search(&mut self) -> Vec<Effect> {
        self.shared.overlay = Some(Overlay::Search(Search::default()));
        Vec::new()
    }
}
