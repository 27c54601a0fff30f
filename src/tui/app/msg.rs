//! What reaches the screens, and what they ask for.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::meeting::{MeetingAnswer, MeetingAsk};
use super::message::{Subject, Told};
use super::papers::{Outcome, PaperAsk};
use super::present::Present;
use super::reception::{EventAnswer, EventAsk};
use super::resume::{Found, Kept};
use super::who::Who;
use crate::domain::attention::Reason;
use crate::domain::code::Code;
use crate::domain::list::{Filter, From, Page, Place, Region, Sort, Tally, Worded};
use crate::domain::past::Seen;
use crate::domain::view::{ViewAct, ViewSaved};
use crate::register::Hit;
use crate::store::{
    ActRequest, Batch, Card, Change, DryRun, Error, LogPage, LogQuery, NoRegion, Written,
};

/// Which list a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListId {
    Villages,
    Attention,
    /// A column of the board.
    Board(usize),
}

/// Something happened: a key, a change of the world, an answer of the store.
#[derive(Debug)]
pub enum Msg {
    Key(crossterm::event::KeyEvent),
    Paste(String),
    /// Columns, rows.
    Resize(u16, u16),
    Answer(Answer),
    /// A minute has passed while a meeting's clock is seen.
    Minute,
    /// Keys have rested for a moment: what was put off may be fetched now.
    Settled,
    /// Back from suspension; the screen must be drawn anew.
    Resumed,
}

/// What `update` wants done.
#[derive(Clone, Debug)]
pub enum Effect {
    Ask(Ask),
    /// Send [`Msg::Settled`] once no key has come for [`SETTLE_MS`].
    Settle,
    Suspend,
    /// Forget what the terminal shows and draw everything.
    Redraw,
    Quit,
}

/// How long keys must rest before the card follows the selection, in milliseconds.
pub const SETTLE_MS: u64 = 120;

/// Most villages a search offers.
pub const MOST_HITS: usize = 50;

/// A question to the storage thread. `tag` comes back with the answer, so that a stale one is known.
#[derive(Clone, Debug)]
pub enum Ask {
    /// Who this is to the record.
    Who,
    /// Totals and regencies; the kecamatan of the named regencies, or of all when `None` and there are few.
    Regions {
        open: Option<Vec<String>>,
    },
    Page {
        list: ListId,
        tag: u64,
        filter: Filter,
        sort: Sort,
        from: From,
        n: u32,
    },
    Card {
        code: Code,
    },
    /// How many villages each reason for attention holds for.
    Reasons {
        region: Option<String>,
        day: NaiveDate,
    },
    /// How many villages have stood too long without a product, and in each stage.
    Stuck {
        region: Option<String>,
    },
    /// A piece of the log.
    Log {
        tag: u64,
        query: LogQuery,
    },
    /// From here on answers about a past day; about today with none.
    Past {
        seen: Option<Seen>,
    },
    /// A question of the event desk.
    Event(EventAsk),
    /// What a message tells.
    Message(Subject),
    /// About meetings.
    Meeting(MeetingAsk),
    /// Papers are to be written into files.
    Papers(Box<PaperAsk>),
    /// A batch, and what taking it back would change.
    Batch {
        id: Uuid,
    },
    Search {
        tag: u64,
        text: String,
    },
    /// How many villages a filter shows on a day; with `apply` it is to be put in force.
    Filter {
        tag: u64,
        text: String,
        day: NaiveDate,
        apply: bool,
    },
    /// The villages of a list, or of its part between two of them, by their places in the register.
    ToMark {
        filter: Filter,
        sort: Sort,
        between: Option<(u32, u32)>,
    },
    /// What requests would do.
    DryRun {
        requests: Vec<ActRequest>,
    },
    /// Deeds on many villages, as one batch.
    Bulk {
        batch: Uuid,
        requests: Vec<ActRequest>,
    },
    /// The saved views that this person sees.
    Views,
    /// Saves or removes one of them.
    View {
        batch: Uuid,
        act: ViewAct,
    },
    /// What other sessions of this person have left half done.
    AbandonedDraft,
    /// Goes on with what another session of this person has.
    TakeOver(Uuid),
    /// Keeps what is typed and where one is; forgets it with none.
    Keep(Option<Box<Kept>>),
    Act {
        batch: Uuid,
        request: Box<ActRequest>,
    },
    /// The caller's last act that can be taken back (`redo`: last undo that can be taken back).
    LastAct {
        redo: bool,
    },
    Undo {
        batch: Uuid,
        target: Uuid,
    },
}

/// The storage thread's answer.
#[derive(Debug)]
pub enum Answer {
    /// Who this is to the record.
    Who(Box<Who>),
    /// Somebody changed the list of people; comes by itself.
    PeopleChanged,
    Regions {
        total: Tally,
        regions: Vec<(Region, Vec<Region>)>,
    },
    Page {
        list: ListId,
        tag: u64,
        from: From,
        page: Page,
        total: u32,
    },
    Card(Box<Card>),
    Reasons([u32; Reason::ALL.len()]),
    /// Without a product, and in each stage.
    Stuck([u32; 5]),
    Log {
        tag: u64,
        before: Option<i64>,
        page: LogPage,
    },
    Batch {
        batch: Option<Batch>,
        changes: Vec<Change>,
    },
    Event(EventAnswer),
    Message(Subject, Told),
    Meeting(MeetingAnswer),
    /// What became of papers that were to be written.
    Papers(Box<PaperAsk>, Outcome),
    Found {
        tag: u64,
        hits: Vec<Hit>,
    },
    Done(Written),
    Filtered {
        tag: u64,
        result: Result<(Worded, u32), NoRegion>,
        apply: bool,
    },
    ToMark {
        places: Vec<Place>,
        /// There are too many.
        cut: bool,
    },
    DryRun(Vec<DryRun>),
    Views {
        views: Vec<ViewSaved>,
        /// Who asks.
        actor: String,
    },
    /// Who else is before the screens now.
    Present(Vec<Present>),
    AbandonedDraft(Option<Box<Found>>),
    /// It is kept; or, when `taken`, another session of this person has gone on with it.
    Kept {
        taken: bool,
    },
    /// What is asked from here on is answered about this day.
    Past {
        seen: Option<Seen>,
    },
    LastAct {
        redo: bool,
        batch: Option<Batch>,
        changes: Vec<Change>,
    },
    /// Others (or this person elsewhere) changed these villages and occasions: which, and who touched it last.
    Changed {
        villages: Vec<(Code, String)>,
        occasions: Vec<(Uuid, String)>,
    },
    Failed {
        ask: Box<Ask>,
        error: Error,
    },
}

impl Answer {
    /// Nobody asked for it: others did something.
    #[must_use]
    pub fn is_news(&self) -> bool {
        matches!(
            self,
            Self::Changed { .. } | Self::PeopleChanged | Self::Present(_)
        )
    }
}

/// What `update` may know of the world: passed in with every message.
#[derive(Clone, Copy, Debug)]
pub struct Now {
    /// The day in the programme's time zone.
    pub today: NaiveDate,
    pub at: DateTime<Utc>,
    /// A new id, for a batch or a potential made by this message.
    pub fresh: Uuid,
}
