//! What all screens share.

use std::collections::VecDeque;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use unicode_width::UnicodeWidthStr;
use uuid::Uuid;

use super::command::{self, Cmd};
use super::form::KeptForm;
use super::input_queue::Pending;
use super::keymap::Keymap;
use super::layout::{Areas, Pane, SMALLEST, ScreenId};
use super::marked::Marked;
use super::msg::{Effect, Msg};
use super::overlay::{Confirm, Item, Overlay, Pick, Picked, Title};
use super::present::Present;
use super::reception::Here;
use super::regions::Regions;
use super::resume::{Found, Kept};
use super::session::{Session, ThemeName};
use super::toast::{Toast, Tone};
use super::who::Who;
use crate::config::Papers;
use crate::domain::code::Code;
use crate::domain::event::Event;
use crate::domain::list::{DecisionIs, Filter};
use crate::domain::past::Seen;
use crate::domain::people::{Denial, DenialReason};
use crate::papers::form::Form;
use crate::store::{Batch, Card};
use crate::strings::{Lang, Strings};

/// What a screen may read and change besides its own state.
#[derive(Debug)]
pub struct Shared {
    pub session: Session,
    pub clock: Clock,
    /// Columns and rows; (0, 0) until the terminal has said.
    pub size: (u16, u16),
    pub screen: ScreenId,
    /// The pane to which keys go.
    pub focus: Pane,
    /// What lies over the panes and takes the keys.
    pub overlay: Option<Overlay>,
    pub toast: Option<Toast>,
    /// The screen is to be drawn anew.
    pub dirty: bool,
    pub input: Input,
    /// The undo or redo that was sent, to be named when it is done.
    pub undoing: Option<Confirm>,
    pub drafts: Drafts,
    pub card: CardPane,
    /// The regions with their numbers, and the place among them.
    pub regions: Regions,
    /// Villages that something is to be done to together.
    pub marked: Marked,
    /// Who else is before the screens.
    pub others: Vec<Present>,
    /// A new id with every message, for acts that need no answer before they begin.
    pub fresh: Uuid,
    /// The last text that was looked up, by its number.
    pub search_tag: u64,
    /// What is to be done once the screen has done its part.
    pub next: Vec<Next>,
}

/// What a screen leaves to the rest of the program.
#[derive(Debug)]
pub enum Next {
    /// Keys go to the pane to the right.
    Pane,
    /// A village is shown on the first screen, by its place in the register and its code.
    Village(u32, Code),
}

/// The day on which everything is seen.
#[derive(Debug)]
pub struct Clock {
    /// The day that everything is seen on and ages are counted to.
    pub today: NaiveDate,
    /// The past day that is being looked at.
    pub seen: Option<Seen>,
}

/// Keys on their way.
#[derive(Debug, Default)]
pub struct Input {
    /// What was asked for and is not there yet.
    pub pending: Option<Pending>,
    /// Keys and pasted text that came before the answer they were meant for.
    pub queue: VecDeque<Msg>,
}

/// What is kept for a session after a lost line, and what such a session has left.
#[derive(Debug, Default)]
pub struct Drafts {
    /// What was last kept of what is typed and where one is.
    pub kept: Option<Kept>,
    /// What a lost session had typed, until its form is open again.
    pub refilling: Option<Box<KeptForm>>,
    /// It was asked what earlier sessions have left.
    pub asked: bool,
    /// What they have left, while something else is open that must not be pushed aside.
    pub left: Option<Box<Found>>,
    /// It was said that nothing can be kept.
    pub unkept: bool,
}

/// The card pane.
#[derive(Debug, Default)]
pub struct CardPane {
    /// The card last read; shown while its village is under the cursor.
    pub last: Option<Card>,
    /// First line that is seen.
    pub top: usize,
    /// Who of the village is at an event of the day.
    pub here: Option<Here>,
}

impl Shared {
    #[must_use]
    pub fn new(
        lang: Lang,
        theme: ThemeName,
        ascii: bool,
        keymap: Keymap,
        now: DateTime<FixedOffset>,
    ) -> Self {
        Self {
            session: Session {
                lang,
                theme,
                ascii,
                training: false,
                view_only: false,
                closed: false,
                letterhead: Papers::default(),
                paper_form: Form::default(),
                who: None,
                keymap,
                zone: *now.offset(),
            },
            clock: Clock {
                today: now.date_naive(),
                seen: None,
            },
            size: (0, 0),
            screen: ScreenId::Villages,
            focus: Pane::List,
            overlay: None,
            toast: None,
            dirty: true,
            input: Input::default(),
            undoing: None,
            drafts: Drafts::default(),
            card: CardPane::default(),
            regions: Regions::default(),
            marked: Marked::default(),
            others: Vec::new(),
            fresh: Uuid::nil(),
            search_tag: 0,
            next: Vec::new(),
        }
    }

    #[must_use]
    pub fn strings(&self) -> &'static Strings {
        Strings::of(self.session.lang)
    }

    #[must_use]
    pub fn areas(&self) -> Areas {
        Areas::of(self.size, self.screen, self.focus)
    }

    /// The terminal is smaller than anything that is drawn.
    #[must_use]
    pub fn is_too_small(&self) -> bool {
        self.size.0 < SMALLEST.0 || self.size.1 < SMALLEST.1
    }

    /// The message is longer than its row and lies over the panes.
    #[must_use]
    pub fn toast_covers_rows(&self) -> bool {
        let width = usize::from(self.size.0);
        self.toast.as_ref().is_some_and(|t| t.text.width() > width)
    }

    /// Lines of the pane of regions that are seen.
    #[must_use]
    pub fn region_lines(&self) -> usize {
        self.areas().lines().saturating_sub(1)
    }

    /// Lays something over the panes; nothing else follows.
    pub fn open(&mut self, overlay: Overlay) -> Vec<Effect> {
        self.overlay = Some(overlay);
        Vec::new()
    }

    /// Opens a chooser with the cursor on what stands now.
    pub fn pick(&mut self, title: Title, items: Vec<Item>, now: &Picked) -> Vec<Effect> {
        self.open(Overlay::Pick(Pick::new(title, items, now)))
    }

    /// What is under the cursor is shown in the pane to the right.
    pub fn open_next_pane(&mut self) {
        if self.focus == Pane::List {
            self.card.top = 0;
        }
        self.next.push(Next::Pane);
    }

    /// Puts a message into its line.
    pub fn say(&mut self, text: String, tone: Tone) {
        self.toast = Some(Toast { text, tone });
    }

    /// Nothing is to be recorded: the screens were opened so, or this person is a viewer.
    #[must_use]
    pub fn looks_only(&self) -> bool {
        self.session.view_only || self.is_viewer()
    }

    /// This person is a viewer.
    #[must_use]
    pub fn is_viewer(&self) -> bool {
        self.session.who.as_ref().is_some_and(Who::is_viewer)
    }

    /// The name and role, where roles hold.
    #[must_use]
    pub fn who_sign(&self) -> Option<String> {
        let who = self.session.who.as_ref()?;
        let person = who.person.as_ref()?;
        let role = self.strings().facts.role(person.role);
        Some(format!("{}, {role}", who.name))
    }

    /// It is known who this is, or has become.
    pub fn who_came(&mut self, who: Who) -> Vec<Effect> {
        if let Some(why) = &who.shut_out {
            self.say(self.strings().facts.denied(why), Tone::Trouble);
        }
        self.session.who = Some(who);
        Vec::new()
    }

    /// What a viewer is told who wants to record something; nothing for everybody else.
    #[must_use]
    pub fn told_as_viewer(&self, cmd: Cmd) -> Option<String> {
        let who = self.session.who.as_ref().filter(|who| who.is_viewer())?;
        (command::of(cmd).records && !self.session.view_only).then(|| {
            self.strings().facts.denied(&Denial {
                reason: DenialReason::Viewer,
                ask: who.ask.clone(),
            })
        })
    }

    /// What was done, and that the file of keys is to be written anew where keys are concerned.
    #[must_use]
    pub fn with_keys(&self, said: String, batch: &Batch) -> String {
        if batch.changes_keys() {
            format!("{said} {}", self.strings().cli.people.write_keys())
        } else {
            said
        }
    }

    /// A region in words.
    #[must_use]
    pub fn region_words(&self, region: Option<&String>) -> Vec<String> {
        self.filter_words(&Filter {
            region: region.cloned(),
            ..Filter::default()
        })
    }

    /// What a list is filtered by, in words.
    #[must_use]
    pub fn filter_words(&self, filter: &Filter) -> Vec<String> {
        let s = self.strings();
        let mut words = Vec::new();
        if let Some(code) = &filter.region {
            let name = self.regions.find(code).map_or(code.as_str(), |r| &r.name);
            words.push(name.to_owned());
        }
        match filter.decision {
            Some(DecisionIs::Exactly(d)) => {
                words.push(format!("{} {}", d.code(), s.facts.decision(d)));
            }
            Some(DecisionIs::WithoutProduct) => words.push(s.screens.no_product_filter.to_owned()),
            Some(DecisionIs::OnceClosed) => words.push(s.screens.once_closed_filter.to_owned()),
            None => {}
        }
        if let Some(worded) = &filter.query {
            words.push(worded.text.clone());
        }
        if let Some(stage) = filter.stage {
            words.push(s.facts.stage(stage).to_owned());
        }
        if let Some((reason, _)) = filter.reason {
            words.push(s.reason(reason).to_owned());
        }
        words
    }

    /// A moment by the clock on the wall, with its day where it was not today.
    #[must_use]
    pub fn time_of(&self, at: DateTime<Utc>) -> String {
        let then = at.with_timezone(&self.session.zone);
        let time = then.format("%H.%M").to_string();
        if then.date_naive() == self.clock.today {
            time
        } else {
            let day = self.strings().facts.short_day(then.date_naive());
            format!("{day} {time}")
        }
    }

    /// An event of the log in words; whoever only looks is not told who came.
    #[must_use]
    pub fn event_words(&self, event: &Event) -> String {
        let s = self.strings();
        if !self.looks_only() {
            return s.event(event);
        }
        s.redacted_event(event)
    }

    /// An id for an act that is begun without a question to the store before it.
    pub fn take_fresh(&mut self) -> Uuid {
        let fresh = self.fresh;
        self.fresh = Uuid::from_u128(fresh.as_u128().wrapping_add(1));
        fresh
    }
}
