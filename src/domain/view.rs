//! Saved views: a filter and an order under a name, of one person or shared with all.
//!
//! They stand in the log in a stream of their own, [`STREAM`]; what an undo took back is not there.

use serde::{Deserialize, Serialize};

use super::event::{Event, Recorded};
use super::list::Sort;
use super::query::{Bad, Query};
use super::text::clean_line;
use super::village::in_force;

/// The stream of all views; no village code and no occasion's id looks like it.
pub const STREAM: &str = "@views";

/// The most characters of a name: it must stand on one line of the narrowest screen.
pub const LONGEST_NAME: usize = 40;

/// A view was saved, or replaced by its owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewSaved {
    pub name: String,
    pub owner: String,
    /// In the filter language, as it was typed.
    pub filter: String,
    /// The word of the order ([`Sort::word`]); one that this version does not know reads as the register's order.
    pub sort: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shared: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewRemoved {
    pub name: String,
    pub owner: String,
}

/// What happened to a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewEvent {
    Saved(ViewSaved),
    Removed(ViewRemoved),
}

impl ViewSaved {
    /// The order; one that this version does not know is the register's.
    #[must_use]
    pub fn order(&self) -> Sort {
        Sort::parse(&self.sort).unwrap_or_default()
    }
}

impl ViewEvent {
    /// The names of all kinds that this version writes.
    pub const KINDS: &[&str] = &["view.saved", "view.removed"];

    /// The name of the kind in the log.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Saved(_) => Self::KINDS[0],
            Self::Removed(_) => Self::KINDS[1],
        }
    }

    /// The body as JSON, for the log.
    ///
    /// # Errors
    /// Only if serde cannot write the body; the types here always can.
    pub fn body(&self) -> Result<String, serde_json::Error> {
        match self {
            Self::Saved(e) => serde_json::to_string(e),
            Self::Removed(e) => serde_json::to_string(e),
        }
    }

    /// Reads an event of the log; none when the kind or the body is another.
    #[must_use]
    pub fn read(kind: &str, body: &str) -> Option<Self> {
        match kind {
            "view.saved" => serde_json::from_str(body).ok().map(Self::Saved),
            "view.removed" => serde_json::from_str(body).ok().map(Self::Removed),
            _ => None,
        }
    }
}

/// The views that come with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltIn {
    WithoutProduct,
    /// A product is chosen, and nothing is promised.
    WithoutPromise,
    Stuck,
    Overdue,
    Expiring,
}

impl BuiltIn {
    pub const ALL: [Self; 5] = [
        Self::WithoutProduct,
        Self::WithoutPromise,
        Self::Stuck,
        Self::Overdue,
        Self::Expiring,
    ];

    /// The filter, in the filter language.
    #[must_use]
    pub fn filter(self) -> &'static str {
        match self {
            Self::WithoutProduct => "produk:belum",
            Self::WithoutPromise => "!produk:belum !rtl",
            Self::Stuck => "macet",
            Self::Overdue => "lewat",
            Self::Expiring => "habis",
        }
    }

    /// The Indonesian and the English name. Both are taken in either language, so that nobody's view gets one of them.
    #[must_use]
    pub fn names(self) -> [&'static str; 2] {
        match self {
            Self::WithoutProduct => ["Belum ada produk", "Without product"],
            Self::WithoutPromise => ["Belum ada RTL", "Without a promise"],
            Self::Stuck => ["Macet", "Stuck"],
            Self::Overdue => ["RTL lewat waktu", "Overdue promises"],
            Self::Expiring => ["Bukti hampir habis", "Expiring evidence"],
        }
    }

    /// The view that comes with the program under this name, in either language.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|b| b.names().iter().any(|n| same(n, name)))
    }
}

/// What a person does with views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewAct {
    Save {
        name: String,
        filter: String,
        sort: Sort,
        shared: bool,
    },
    Remove {
        name: String,
    },
}

impl ViewAct {
    /// The event that this act of a person is.
    ///
    /// # Errors
    /// The first reason against it.
    pub fn check(&self, views: &Views, actor: &str) -> Result<ViewEvent, ViewRefusal> {
        match self {
            Self::Save {
                name,
                filter,
                sort,
                shared,
            } => views.save(actor, name, filter, *sort, *shared),
            Self::Remove { name } => views.remove(actor, name),
        }
    }
}

/// Why a view is not saved or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewRefusal {
    NoName,
    /// With the characters that it has.
    LongName(usize),
    /// Views are also called by their number in the list.
    NameIsNumber,
    /// A view that comes with the program has this name.
    BuiltIn(BuiltIn),
    /// The filter cannot be read.
    Filter(Bad),
    /// A shared view of this name belongs to another person.
    Theirs {
        name: String,
        owner: String,
    },
    /// There is no such view.
    Missing(String),
    /// It is saved exactly so already.
    NothingChanged,
}

/// All views that are saved, in the order in which they were first saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Views {
    all: Vec<ViewSaved>,
}

impl Views {
    /// Folds the events of [`STREAM`], given in any order.
    #[must_use]
    pub fn fold(events: &[Recorded]) -> Self {
        let mut effective = in_force(events);
        effective.sort_by_key(|e| e.seq);
        let mut views = Self::default();
        for recorded in effective {
            if let Event::View(event) = &recorded.event {
                views.take(event);
            }
        }
        views
    }

    fn take(&mut self, event: &ViewEvent) {
        match event {
            ViewEvent::Saved(e) => match self.place(&e.owner, &e.name) {
                Some(at) => self.all[at] = e.clone(),
                None => self.all.push(e.clone()),
            },
            ViewEvent::Removed(e) => {
                if let Some(at) = self.place(&e.owner, &e.name) {
                    self.all.remove(at);
                }
            }
        }
    }

    fn place(&self, owner: &str, name: &str) -> Option<usize> {
        self.all
            .iter()
            .position(|v| v.owner == owner && same(&v.name, name))
    }

    /// What a person sees besides the built-in views: the own ones, then what others share and no own view hides.
    #[must_use]
    pub fn seen_by(&self, actor: &str) -> Vec<&ViewSaved> {
        let own = self.all.iter().filter(|v| v.owner == actor);
        let others = self
            .all
            .iter()
            .filter(|v| v.owner != actor && v.shared && self.place(actor, &v.name).is_none());
        own.chain(others).collect()
    }

    /// The view that a person means by a name.
    #[must_use]
    pub fn find(&self, actor: &str, name: &str) -> Option<&ViewSaved> {
        let name = clean_line(name);
        self.seen_by(actor)
            .into_iter()
            .find(|v| same(&v.name, &name))
    }

    fn shared_by_another(&self, actor: &str, name: &str) -> Option<&ViewSaved> {
        self.all
            .iter()
            .find(|v| v.owner != actor && v.shared && same(&v.name, name))
    }

    fn save(
        &self,
        actor: &str,
        name: &str,
        filter: &str,
        sort: Sort,
        shared: bool,
    ) -> Result<ViewEvent, ViewRefusal> {
        let name = clean_line(name);
        let length = name.chars().count();
        if length == 0 {
            return Err(ViewRefusal::NoName);
        }
        if length > LONGEST_NAME {
            return Err(ViewRefusal::LongName(length));
        }
        if name.chars().all(|c| c.is_ascii_digit()) {
            return Err(ViewRefusal::NameIsNumber);
        }
        if let Some(built_in) = BuiltIn::named(&name) {
            return Err(ViewRefusal::BuiltIn(built_in));
        }
        // Read as it was typed, so that the place pointed at is the one on the screen.
        Query::parse(filter).map_err(ViewRefusal::Filter)?;
        if shared && let Some(theirs) = self.shared_by_another(actor, &name) {
            return Err(ViewRefusal::theirs(theirs));
        }
        let saved = ViewSaved {
            name,
            owner: actor.to_owned(),
            filter: clean_line(filter),
            sort: sort.word().to_owned(),
            shared,
        };
        if self.all.contains(&saved) {
            return Err(ViewRefusal::NothingChanged);
        }
        Ok(ViewEvent::Saved(saved))
    }

    fn remove(&self, actor: &str, name: &str) -> Result<ViewEvent, ViewRefusal> {
        let name = clean_line(name);
        if let Some(at) = self.place(actor, &name) {
            return Ok(ViewEvent::Removed(ViewRemoved {
                name: self.all[at].name.clone(),
                owner: actor.to_owned(),
            }));
        }
        Err(match self.shared_by_another(actor, &name) {
            Some(theirs) => ViewRefusal::theirs(theirs),
            None => BuiltIn::named(&name).map_or(ViewRefusal::Missing(name), ViewRefusal::BuiltIn),
        })
    }
}

impl ViewRefusal {
    fn theirs(view: &ViewSaved) -> Self {
        Self::Theirs {
            name: view.name.clone(),
            owner: view.owner.clone(),
        }
    }
}

/// Whether two names are one: capitals make no other name.
fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

#[cfg(test)]
mod tests;
