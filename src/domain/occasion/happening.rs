//! What happens at an occasion, as it stands in the log.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::words::{Element, Sex, Sort, Triage};
use crate::domain::code::Code;
use crate::domain::event::Aspect;

/// Defines the kinds of happenings: one line a kind, with its name in the log and its aspect.
macro_rules! happenings {
    ($($variant:ident = $kind:literal, $aspect:ident;)*) => {
        /// One thing that happened at an occasion.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Happening {
            $($variant($variant),)*
        }

        impl Happening {
            /// The names of all kinds that this version writes.
            pub const KINDS: &[&str] = &[$($kind,)*];

            /// The name of the kind in the log.
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$variant(_) => $kind,)* }
            }

            #[must_use]
            pub fn aspect(&self) -> Aspect {
                match self { $(Self::$variant(_) => Aspect::$aspect,)* }
            }

            /// The body as JSON, for the log.
            ///
            /// # Errors
            /// Only if serde cannot write the body; the types here always can.
            pub fn body(&self) -> Result<String, serde_json::Error> {
                match self { $(Self::$variant(e) => serde_json::to_string(e),)* }
            }

            /// Reads a happening of the log; none when the kind or the body is another.
            #[must_use]
            pub fn read(kind: &str, body: &str) -> Option<Self> {
                match kind {
                    $($kind => serde_json::from_str(body).ok().map(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

happenings! {
    Planned = "occasion.planned", Plan;
    Amended = "occasion.amended", Plan;
    Cancelled = "occasion.cancelled", Plan;
    AgendaFrozen = "agenda.frozen", Plan;
    ItemAdded = "agenda.added", Floor;
    Opened = "occasion.opened", Plan;
    ItemBegun = "item.begun", Floor;
    ItemPostponed = "item.postponed", Floor;
    ItemSkipped = "item.skipped", Floor;
    ItemNoted = "item.noted", Notes;
    ItemDecided = "item.decided", Item;
    GuestArrived = "guest.arrived", Attendance;
    GuestAmended = "guest.amended", Attendance;
    GuestWithdrawn = "guest.withdrawn", Attendance;
    Closed = "occasion.closed", Plan;
    Finalised = "occasion.final", Plan;
    AddendumMade = "occasion.addendum", Notes;
}

/// What an occasion is: everything that stands in its invitation. Texts are empty while they are not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub sort: Sort,
    pub title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    pub day: NaiveDate,
    /// In the programme's time zone (WITA).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organiser: String,
    /// Who opens it (membuka).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub opener: String,
    /// Who leads it (pimpinan).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub leader: String,
    /// Who writes the minutes (notulis).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub minute_taker: String,
    /// Number and day of the letter of invitation.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub invitation: String,
    /// On what it rests (dasar): a letter, a decree.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub basis: String,
    /// From which budget it is paid.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub funds: String,
    /// Persons and offices that are invited, one a line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invited: Vec<String>,
    /// Whose villages are expected: codes of regencies, kecamatan or villages. Empty: those of the agenda, or all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scope: Vec<String>,
    /// A meeting of the same series, as a rule the one before: the promises of all that were held before are looked at
    /// first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<Uuid>,
    /// Nobody chose `follows`: once the agenda tells the region, the series of that region is taken.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub follows_by_default: bool,
}

impl Plan {
    /// A plan of which no more is known than its sort, its title and its day.
    #[must_use]
    pub fn bare(sort: Sort, title: String, day: NaiveDate) -> Self {
        Self {
            sort,
            title,
            place: String::new(),
            day,
            time: None,
            organiser: String::new(),
            opener: String::new(),
            leader: String::new(),
            minute_taker: String::new(),
            invitation: String::new(),
            basis: String::new(),
            funds: String::new(),
            invited: Vec::new(),
            scope: Vec::new(),
            follows: None,
            follows_by_default: false,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    #[serde(flatten)]
    pub plan: Plan,
}

/// The whole plan as it is from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amended {
    #[serde(flatten)]
    pub plan: Plan,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancelled {
    pub reason: String,
}

/// One item of an agenda: a village, or a topic by its title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<Code>,
    /// The topic; for a village what is special about it, mostly empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Minutes that are set aside for it.
    pub minutes: u16,
}

/// The number of a meeting: the n-th of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Number {
    pub year: i32,
    pub n: u32,
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.n, self.year)
    }
}

/// The agenda stands, and the occasion has its number. Items are numbered from 1 in this order; an item keeps its number
/// when it is postponed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaFrozen {
    pub number: Number,
    pub topics: Vec<Topic>,
}

/// One more item, at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemAdded {
    pub item: u32,
    #[serde(flatten)]
    pub topic: Topic,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    pub at: DateTime<Utc>,
}

/// From now on everybody looks at this item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemBegun {
    pub item: u32,
    pub at: DateTime<Utc>,
}

/// The item moves to the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemPostponed {
    pub item: u32,
    pub at: DateTime<Utc>,
}

/// The item is not treated at this meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemSkipped {
    pub item: u32,
    pub at: DateTime<Utc>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemNoted {
    /// None: about the meeting as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    pub at: DateTime<Utc>,
    pub text: String,
}

/// What was decided; a later decision on the same item takes its place, and the promises of both stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemDecided {
    pub item: u32,
    pub triage: Triage,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    pub at: DateTime<Utc>,
    /// The promises that were made with it. They stand in the village's own stream, those about a topic in the
    /// occasion's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Uuid>,
}

/// Somebody who is there. A phone number or NIK never stands here: see the store's contacts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guest {
    /// With title.
    pub name: String,
    /// Office (jabatan) in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office: String,
    pub element: Element,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<Code>,
    /// The agency, for somebody who is not of a village.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub agency: String,
    pub sex: Sex,
    /// For whom he or she came (mewakili).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub represents: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestArrived {
    pub id: Uuid,
    #[serde(flatten)]
    pub guest: Guest,
    pub at: DateTime<Utc>,
}

/// The whole entry as it is from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestAmended {
    pub id: Uuid,
    #[serde(flatten)]
    pub guest: Guest,
}

/// The entry was a mistake: this person was not there, or stands on the list already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestWithdrawn {
    pub id: Uuid,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    pub at: DateTime<Utc>,
}

/// Nothing changes any more but by an addendum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finalised {
    pub at: DateTime<Utc>,
}

/// A correction after the end, numbered from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddendumMade {
    pub number: u32,
    pub text: String,
    pub at: DateTime<Utc>,
}
