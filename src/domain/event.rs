//! What happened. The log holds nothing else; everything shown is folded from it.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

pub use super::evidence::{EvidenceClaimed, EvidenceVerified, EvidenceWithdrawn};
pub use super::follow::{ActionClosed, ActionPlanned, BlockerCleared, BlockerRaised};
use super::gate::Category;
pub use super::makers::{
    AssistanceBegun, AssistanceEnded, ChannelClosed, ChannelOpened, MonthRecorded, ProducerAmended,
    ProducerRecorded, ProducerTurned, WorkersCounted,
};
use super::occasion::Happening;
use super::people::PersonEvent;
use super::stage::Stage;
use super::text;
use super::view::ViewEvent;

/// The kinds of commodity a potential belongs to (domain groups used by the programme's forms).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Group {
    #[serde(rename = "pertanian")]
    Crops,
    #[serde(rename = "perkebunan")]
    Estate,
    #[serde(rename = "peternakan")]
    Livestock,
    #[serde(rename = "perikanan-laut")]
    Sea,
    #[serde(rename = "hasil-hutan")]
    Forest,
    #[serde(rename = "tenun-kriya")]
    Craft,
    #[serde(rename = "kuliner")]
    Food,
    #[serde(rename = "jasa-wisata")]
    Services,
    #[default]
    #[serde(rename = "lain")]
    Other,
}

impl Group {
    pub const ALL: [Self; 9] = [
        Self::Crops,
        Self::Estate,
        Self::Livestock,
        Self::Sea,
        Self::Forest,
        Self::Craft,
        Self::Food,
        Self::Services,
        Self::Other,
    ];

    /// The word in the log, in files and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Crops => "pertanian",
            Self::Estate => "perkebunan",
            Self::Livestock => "peternakan",
            Self::Sea => "perikanan-laut",
            Self::Forest => "hasil-hutan",
            Self::Craft => "tenun-kriya",
            Self::Food => "kuliner",
            Self::Services => "jasa-wisata",
            Self::Other => "lain",
        }
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        Self::ALL.into_iter().find(|g| g.word() == text)
    }
}

/// Where a potential is known from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Source {
    /// Seen or told in the field by the person who recorded it.
    Field,
    /// A public source (press, village site), nobody of the programme has confirmed it.
    Public {
        /// Its address.
        address: String,
        /// Its date as far as the source gives one: `2020-08-14`, `2020-08`, `2020` or nothing.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        date: String,
    },
}

/// The meeting that chose the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Forum {
    /// Musyawarah desa, convened by the village council; desa only.
    #[serde(rename = "musyawarah-desa")]
    VillageDeliberation,
    /// Rapat or musyawarah kelurahan; kelurahan only.
    #[serde(rename = "rapat-kelurahan")]
    WardMeeting,
    /// Named by the regency.
    #[serde(rename = "penunjukan-kabupaten")]
    RegencyAppointment,
}

impl Forum {
    pub const ALL: [Self; 3] = [
        Self::VillageDeliberation,
        Self::WardMeeting,
        Self::RegencyAppointment,
    ];

    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::VillageDeliberation => "musyawarah-desa",
            Self::WardMeeting => "rapat-kelurahan",
            Self::RegencyAppointment => "penunjukan-kabupaten",
        }
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim().to_lowercase().as_str() {
            "musdes" => Some(Self::VillageDeliberation),
            "kelurahan" => Some(Self::WardMeeting),
            "kabupaten" => Some(Self::RegencyAppointment),
            text => Self::ALL.into_iter().find(|f| f.word() == text),
        }
    }
}

/// Defines the kinds of events: one line a kind, with its body, its name in the log and its aspect.
macro_rules! kinds {
    ($($variant:ident = $kind:literal, $aspect:ident;)*) => {
        /// One thing that happened, as it stands in the log.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Event {
            $($variant($variant),)*
            /// What happened at a meeting or an event: stands in the stream of the occasion, not of a village.
            Occasion(Happening),
            /// A saved view, in the stream of the views.
            View(ViewEvent),
            /// What happened to somebody who uses the program, in the stream of the people.
            Person(PersonEvent),
            /// Written by a newer version, or damaged. Kept and shown, never interpreted.
            Unknown { kind: String, body: String },
        }

        impl Event {
            /// The names of all kinds that this version writes about villages; [`Happening::KINDS`],
            /// [`ViewEvent::KINDS`] and [`PersonEvent::KINDS`] are the others.
            pub const KINDS: &[&str] = &[$($kind,)*];

            /// The name of the kind in the log.
            #[must_use]
            pub fn kind(&self) -> &str {
                match self {
                    $(Self::$variant(_) => $kind,)*
                    Self::Occasion(e) => e.kind(),
                    Self::View(e) => e.kind(),
                    Self::Person(e) => e.kind(),
                    Self::Unknown { kind, .. } => kind,
                }
            }

            #[must_use]
            pub fn aspect(&self) -> Aspect {
                match self {
                    $(Self::$variant(_) => Aspect::$aspect,)*
                    Self::Occasion(e) => e.aspect(),
                    Self::View(_) => Aspect::Views,
                    Self::Person(_) => Aspect::People,
                    Self::Unknown { .. } => Aspect::Any,
                }
            }

            /// The body as JSON, for the log.
            ///
            /// # Errors
            /// Only if serde cannot write the body; the types here always can.
            pub fn body(&self) -> Result<String, serde_json::Error> {
                match self {
                    $(Self::$variant(e) => serde_json::to_string(e),)*
                    Self::Occasion(e) => e.body(),
                    Self::View(e) => e.body(),
                    Self::Person(e) => e.body(),
                    Self::Unknown { body, .. } => Ok(body.clone()),
                }
            }

            /// Reads an event of the log. What this version cannot read becomes [`Event::Unknown`], with its body kept.
            ///
            /// Its texts come out clean, whoever wrote them: from here they go to screens and papers.
            #[must_use]
            pub fn read(kind: &str, body: &str) -> Self {
                let clean = clean_body(body);
                let known = match kind {
                    $($kind => serde_json::from_str(&clean).ok().map(Self::$variant),)*
                    _ => Happening::read(kind, &clean)
                        .map(Self::Occasion)
                        .or_else(|| ViewEvent::read(kind, &clean).map(Self::View))
                        .or_else(|| PersonEvent::read(kind, &clean).map(Self::Person)),
                };
                known.unwrap_or_else(|| Self::Unknown {
                    kind: kind.to_owned(),
                    body: body.to_owned(),
                })
            }
        }
    };
}

kinds! {
    PotentialRecorded = "potential.recorded", Potentials;
    PotentialAmended = "potential.amended", Potentials;
    PotentialWithdrawn = "potential.withdrawn", Potentials;
    ProductChosen = "product.chosen", Decision;
    ChoiceCancelled = "choice.cancelled", Decision;
    DecreeRecorded = "decree.recorded", Decision;
    CategorySet = "category.set", Evidence;
    StageDeclared = "stage.declared", Stage;
    SoldRaw = "sold-raw", Stage;
    EvidenceClaimed = "evidence.claimed", Evidence;
    EvidenceVerified = "evidence.verified", Evidence;
    EvidenceWithdrawn = "evidence.withdrawn", Evidence;
    BlockerRaised = "blocker.raised", Follow;
    BlockerCleared = "blocker.cleared", Follow;
    ActionPlanned = "action.planned", Follow;
    ActionClosed = "action.closed", Follow;
    ProducerRecorded = "producer.recorded", Producers;
    ProducerAmended = "producer.amended", Producers;
    ProducerTurned = "producer.turned", Producers;
    WorkersCounted = "workers.counted", Workers;
    MonthRecorded = "month.recorded", Production;
    ChannelOpened = "channel.opened", Market;
    ChannelClosed = "channel.closed", Market;
    AssistanceBegun = "assistance.begun", Market;
    AssistanceEnded = "assistance.ended", Market;
    Noted = "note", Notes;
    Reverted = "reverted", Any;
}

impl Event {
    /// Whether it tells how things stand in the village, and not what somebody wants to do or how it is to be judged.
    #[must_use]
    pub fn is_news(&self) -> bool {
        !matches!(self, Self::ActionPlanned(_) | Self::CategorySet(_))
    }

    /// Whether it is said of the product that is chosen when it is recorded, and of no other.
    #[must_use]
    pub fn is_about_product(&self) -> bool {
        match self.aspect() {
            Aspect::Evidence
            | Aspect::Producers
            | Aspect::Workers
            | Aspect::Production
            | Aspect::Market => true,
            Aspect::Decision => !matches!(self, Self::ProductChosen(_)),
            Aspect::Stage => matches!(self, Self::StageDeclared(_)),
            _ => false,
        }
    }
}

/// A body whose texts are clean: this program writes no others, and another one may.
fn clean_body(body: &str) -> Cow<'_, str> {
    if !body.contains('\\') && text::is_clean(body) {
        return Cow::Borrowed(body);
    }
    let Ok(mut value) = serde_json::from_str::<Value>(body) else {
        return Cow::Borrowed(body);
    };
    if clean_texts(&mut value) {
        Cow::Owned(value.to_string())
    } else {
        Cow::Borrowed(body)
    }
}

/// Cleans every text of a value; says whether there was anything to clean.
fn clean_texts(value: &mut Value) -> bool {
    match value {
        Value::String(text) if !text::is_clean(text) => {
            *text = text::clean_line(text);
            true
        }
        Value::Array(all) => all.iter_mut().fold(false, |any, v| clean_texts(v) | any),
        Value::Object(all) => all.values_mut().fold(false, |any, v| clean_texts(v) | any),
        _ => false,
    }
}

/// A commodity or craft the village could choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PotentialRecorded {
    pub potential: Uuid,
    pub name: String,
    pub group: Group,
    pub source: Source,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A correction; what is absent stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PotentialAmended {
    pub potential: Uuid,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The programme has seen it in the field: it no longer stands on a public source alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confirmed: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PotentialWithdrawn {
    pub potential: Uuid,
    pub reason: String,
}

/// The village's choice. Happens on the day of the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductChosen {
    pub potential: Uuid,
    /// The product's name as decided; stays with the choice when the potential is amended later.
    pub product: String,
    pub group: Group,
    pub forum: Forum,
    /// Number of the berita acara; empty while it is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub minutes: String,
    /// Why the earlier choice was replaced, when there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceCancelled {
    pub reason: String,
}

/// The decree (SK Kepala Desa, or the lurah's). Happens on the decree's date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecreeRecorded {
    pub number: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageDeclared {
    pub to: Stage,
    /// What it stands on when it goes forward, the reason when it goes back or skips a step.
    pub basis: String,
}

/// The category by whose gates the product is judged, where it is not the one its group suggests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategorySet {
    pub category: Category,
}

/// Whether the village sells its raw material as it is. A fact beside the stage: raw sales are never "marketed".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoldRaw {
    pub raw: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    pub text: String,
}

/// Takes back every event of a batch in this stream. Reverting a revert brings it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reverted {
    pub batch: Uuid,
}

/// The part of a village an event speaks about. Two people on different aspects never conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aspect {
    Potentials,
    Decision,
    Stage,
    Evidence,
    /// Obstacles and promises.
    Follow,
    Producers,
    Workers,
    /// What was made and sold in the months.
    Production,
    /// Channels and assistance.
    Market,
    Notes,
    /// Of an occasion: what it is, its agenda, its opening and end.
    Plan,
    /// Of a meeting: which item is treated, and in which order the rest comes.
    Floor,
    /// Of a meeting: what is decided on one item.
    Item,
    /// Who is there.
    Attendance,
    /// Saved views.
    Views,
    /// Who uses the program.
    People,
    /// An undo, or an event that this version cannot read: may concern anything.
    Any,
}

impl Aspect {
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Potentials => "potentials",
            Self::Decision => "decision",
            Self::Stage => "stage",
            Self::Evidence => "evidence",
            Self::Follow => "follow",
            Self::Producers => "producers",
            Self::Workers => "workers",
            Self::Production => "production",
            Self::Market => "market",
            Self::Notes => "notes",
            Self::Plan => "plan",
            Self::Floor => "floor",
            Self::Item => "item",
            Self::Attendance => "attendance",
            Self::Views => "views",
            Self::People => "people",
            Self::Any => "any",
        }
    }

    /// Whether a change of `self` makes what a writer saw of `other` out of date.
    #[must_use]
    pub fn touches(self, other: Self) -> bool {
        // Notes, obstacles, promises, channels, assistance, attendance and views only add up: nobody overwrites
        // another's.
        let adds_up = |a| {
            matches!(
                a,
                Self::Notes | Self::Follow | Self::Market | Self::Attendance | Self::Views
            )
        };
        !adds_up(self)
            && !adds_up(other)
            && (self == other || self == Self::Any || other == Self::Any)
    }
}

/// An event with what the log knows about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Place in this database's log; local, rises without going back.
    pub seq: i64,
    pub id: Uuid,
    /// A village code, an occasion's id, or the stream of the views or of the people.
    pub stream: String,
    pub event: Event,
    /// When it happened in the world.
    pub occurred_on: NaiveDate,
    /// When it was entered.
    pub recorded_at: DateTime<Utc>,
    pub actor: String,
    /// The database in which it was first written.
    pub origin: Uuid,
    /// Groups what one act of a person did.
    pub batch: Uuid,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_kind_keeps_its_body() {
        let event = Event::read("permit.issued", r#"{"number":"1"}"#);
        assert_eq!(event.kind(), "permit.issued");
        assert_eq!(event.body().unwrap(), r#"{"number":"1"}"#);
    }

    #[test]
    fn texts_of_another_program_come_out_clean_and_whole_texts_as_they_are() {
        let read = |body: &str| Event::read("note", body).body().unwrap();
        assert_eq!(
            read(r#"{"text":"kopi\u001b[2J\n\u202ebubuk\u0301\u0301\u0301"}"#),
            "{\"text\":\"kopi[2J bubuk\u{301}\u{301}\"}"
        );
        let whole = r#"{"text":"Soka\"an C:\\x – Fatuba'a, é"}"#;
        assert_eq!(read(whole), whole);
        // What cannot be read is kept byte for byte.
        let other = r#"{"words":"\u001b"}"#;
        assert_eq!(read(other), other);
    }

    #[test]
    fn a_body_that_does_not_fit_its_kind_is_kept_as_unknown() {
        let event = Event::read("note", r#"{"words":"x"}"#);
        assert_eq!(
            event,
            Event::Unknown {
                kind: "note".into(),
                body: r#"{"words":"x"}"#.into()
            }
        );
    }

    #[test]
    fn a_field_of_a_newer_version_does_not_hide_the_event() {
        assert_eq!(
            Event::read("note", r#"{"text":"x","colour":"red"}"#),
            Event::Noted(Noted { text: "x".into() })
        );
    }

    #[test]
    fn words_of_groups_and_forums_are_those_of_the_log() {
        for group in Group::ALL {
            assert_eq!(
                serde_json::to_string(&group).unwrap(),
                format!("\"{}\"", group.word())
            );
        }
        for forum in Forum::ALL {
            assert_eq!(
                serde_json::to_string(&forum).unwrap(),
                format!("\"{}\"", forum.word())
            );
        }
    }

    #[test]
    fn notes_conflict_with_nothing() {
        assert!(!Aspect::Notes.touches(Aspect::Any));
        assert!(!Aspect::Any.touches(Aspect::Notes));
        assert!(!Aspect::Views.touches(Aspect::Views));
        assert!(Aspect::Any.touches(Aspect::Stage));
        assert!(!Aspect::Stage.touches(Aspect::Decision));
    }
}
