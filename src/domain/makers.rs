//! Who makes the product, how much, where it is sold, who is insured, and who helps.
//!
//! All of it belongs to the chosen product: when the choice is replaced or cancelled it goes with the old product and
//! stays to be read there. The new one begins with nothing.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::event::Event;
use super::follow::Office;
use super::month::Month;
use super::quantity::Quantity;
use super::words::words;

words! {
    /// What kind of business makes the product.
    Form {
        Group = "kelompok",
        JointGroup = "kub",
        Enterprise = "umkm",
        Bumdes = "bumdes",
        VillageCooperative = "kopdes",
        Cooperative = "koperasi",
        OriginHolder = "mpig",
        Person = "perorangan",
        Other = "lain",
    }
}

words! {
    /// Where the product is sold.
    Outlet {
        NttMart = "ntt-mart",
        Dekranasda = "dekranasda",
        BumdesShop = "toko-bumdes",
        VillageCooperative = "kopdes",
        VillageMarket = "pasar-desa",
        RegencyMarket = "pasar-kabupaten",
        Shop = "kios",
        Minimarket = "minimarket",
        Hotel = "hotel",
        Reseller = "reseller",
        Online = "daring",
        Fair = "pameran",
        Catalogue = "e-katalog",
        Islands = "antarpulau",
        TimorLeste = "timor-leste",
        Export = "ekspor",
        Other = "lain",
    }
}

/// What is said of a producer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Business {
    pub name: String,
    pub form: Form,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub head: String,
    /// Members; absent while nobody has counted them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub men: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub women: Option<u32>,
    /// When it last produced, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub produced: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProducerRecorded {
    pub producer: Uuid,
    pub business: Business,
}

/// A correction, or what has become of it: the whole of what is said from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProducerAmended {
    pub producer: Uuid,
    pub business: Business,
}

/// A producer has stopped, or has taken up its work again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProducerTurned {
    pub producer: Uuid,
    pub active: bool,
    pub reason: String,
}

/// The people who work on the product, counted on a day, and how many of them are active members of the insurances.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkersCounted {
    pub men: u32,
    pub women: u32,
    /// Active in BPJS Ketenagakerjaan (work); absent when that was not checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<u32>,
    /// Active in BPJS Kesehatan (health, JKN); absent when that was not checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub health: Option<u32>,
}

impl WorkersCounted {
    #[must_use]
    pub fn all(&self) -> u32 {
        self.men.saturating_add(self.women)
    }
}

/// What was made and sold in a month. Nothing at all is said with zero; what is not known is absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthRecorded {
    pub month: Month,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume: Option<Quantity>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// Rupiah.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turnover: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub producer: Option<Uuid>,
}

impl MonthRecorded {
    /// A later entry about the same month, channel and producer takes the place of the earlier one.
    #[must_use]
    pub fn replaces(&self, other: &Self) -> bool {
        (self.month, self.channel, self.producer) == (other.month, other.channel, other.producer)
    }

    fn is_zero(&self) -> bool {
        self.volume.is_none_or(Quantity::is_zero) && self.turnover.is_none_or(|t| t == 0)
    }
}

/// The product is sold somewhere from this day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelOpened {
    pub channel: Uuid,
    pub outlet: Outlet,
    /// Which one: the name of the shop, the market, the country.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelClosed {
    pub channel: Uuid,
    pub reason: String,
}

/// Somebody helps, or was asked to and the village waits. Of a help that is waited for it says that it has begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssistanceBegun {
    pub assistance: Uuid,
    pub office: Office,
    pub what: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub waiting: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssistanceEnded {
    pub assistance: Uuid,
    /// Number of the handover's record (BAST); empty when nothing was handed over.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub handover: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Producer {
    pub id: Uuid,
    pub business: Business,
    pub since: NaiveDate,
    /// Since when it has stopped, and why.
    pub stopped: Option<(NaiveDate, String)>,
    /// The last day on which something was said of it.
    pub latest: NaiveDate,
}

/// A number and the day on which it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checked {
    pub number: u32,
    pub on: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workers {
    pub men: u32,
    pub women: u32,
    pub on: NaiveDate,
    /// The latest check of each insurance; it may be older than the count.
    pub work: Option<Checked>,
    pub health: Option<Checked>,
}

impl Workers {
    #[must_use]
    pub fn all(&self) -> u32 {
        self.men.saturating_add(self.women)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    pub id: Uuid,
    pub outlet: Outlet,
    pub name: String,
    pub since: NaiveDate,
    pub ended: Option<(NaiveDate, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assistance {
    pub id: Uuid,
    pub office: Office,
    pub what: String,
    /// Since when it runs, or is waited for.
    pub since: NaiveDate,
    pub waiting: bool,
    pub ended: Option<Ended>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    pub on: NaiveDate,
    pub handover: String,
    pub note: String,
}

/// What is known of one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known {
    /// Nobody has said anything: not the same as nothing made.
    NoData,
    /// It is said that nothing was made or sold.
    Zero,
    Made,
}

impl Known {
    /// Its sign in the strip of twelve months.
    #[must_use]
    pub fn sign(self) -> char {
        match self {
            Self::NoData => '-',
            Self::Zero => '.',
            Self::Made => '#',
        }
    }

    /// The word in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::NoData => "no-data",
            Self::Zero => "zero",
            Self::Made => "made",
        }
    }
}

/// All that is known of a product's making and selling.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Makers {
    /// Oldest first; stopped ones too.
    pub producers: Vec<Producer>,
    pub workers: Option<Workers>,
    /// By month; the entries that hold.
    pub months: Vec<MonthRecorded>,
    /// Oldest first; ended ones too.
    pub channels: Vec<Channel>,
    /// Oldest first; ended ones too.
    pub assistance: Vec<Assistance>,
    /// The last day of which something is known here.
    pub latest: Option<NaiveDate>,
}

impl Makers {
    /// Applies an event; false when it has nothing to act upon.
    pub(super) fn take(&mut self, event: &Event, on: NaiveDate) -> bool {
        let taken = self.apply(event, on);
        if taken {
            self.latest = self.latest.max(Some(on));
        }
        taken
    }

    fn apply(&mut self, event: &Event, on: NaiveDate) -> bool {
        match event {
            Event::ProducerRecorded(e) => {
                if self.producer(e.producer).is_some() {
                    return false;
                }
                self.producers.push(Producer {
                    id: e.producer,
                    business: e.business.clone(),
                    since: on,
                    stopped: None,
                    latest: on,
                });
            }
            Event::ProducerAmended(e) => {
                let Some(known) = self.producers.iter_mut().find(|p| p.id == e.producer) else {
                    return false;
                };
                known.business = e.business.clone();
                known.latest = on;
            }
            Event::ProducerTurned(e) => {
                let Some(known) = self.producers.iter_mut().find(|p| p.id == e.producer) else {
                    return false;
                };
                known.stopped = (!e.active).then(|| (on, e.reason.clone()));
                known.latest = on;
            }
            Event::WorkersCounted(e) => {
                let before = self.workers.take();
                let (work, health) = before.map_or((None, None), |w| (w.work, w.health));
                let checked = |number: Option<u32>| number.map(|number| Checked { number, on });
                self.workers = Some(Workers {
                    men: e.men,
                    women: e.women,
                    on,
                    work: checked(e.work).or(work),
                    health: checked(e.health).or(health),
                });
            }
            Event::MonthRecorded(e) => {
                self.months.retain(|m| !e.replaces(m));
                let at = self.months.partition_point(|m| m.month <= e.month);
                self.months.insert(at, e.clone());
            }
            Event::ChannelOpened(e) => {
                if self.channel(e.channel).is_some() {
                    return false;
                }
                self.channels.push(Channel {
                    id: e.channel,
                    outlet: e.outlet,
                    name: e.name.clone(),
                    since: on,
                    ended: None,
                });
            }
            Event::ChannelClosed(e) => {
                let mut open = self.channels.iter_mut().filter(|c| c.ended.is_none());
                let Some(channel) = open.find(|c| c.id == e.channel) else {
                    return false;
                };
                channel.ended = Some((on, e.reason.clone()));
            }
            Event::AssistanceBegun(e) => return self.begin(e, on),
            Event::AssistanceEnded(e) => {
                let mut open = self.assistance.iter_mut().filter(|a| a.ended.is_none());
                let Some(help) = open.find(|a| a.id == e.assistance) else {
                    return false;
                };
                help.ended = Some(Ended {
                    on,
                    handover: e.handover.clone(),
                    note: e.note.clone(),
                });
            }
            _ => return false,
        }
        true
    }

    fn begin(&mut self, e: &AssistanceBegun, on: NaiveDate) -> bool {
        let Some(known) = self.assistance.iter_mut().find(|a| a.id == e.assistance) else {
            self.assistance.push(Assistance {
                id: e.assistance,
                office: e.office,
                what: e.what.clone(),
                since: on,
                waiting: e.waiting,
                ended: None,
            });
            return true;
        };
        let begins = known.waiting && known.ended.is_none() && !e.waiting;
        if begins {
            known.waiting = false;
            known.since = on;
        }
        begins
    }

    #[must_use]
    pub fn producer(&self, id: Uuid) -> Option<&Producer> {
        self.producers.iter().find(|p| p.id == id)
    }

    #[must_use]
    pub fn channel(&self, id: Uuid) -> Option<&Channel> {
        self.channels.iter().find(|c| c.id == id)
    }

    /// Nothing is known at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.latest.is_none()
    }

    /// What is known of a month. What its channels and producers made adds up: one that made something is enough.
    #[must_use]
    pub fn known(&self, month: Month) -> Known {
        let mut entries = self.months.iter().filter(|m| m.month == month).peekable();
        if entries.peek().is_none() {
            Known::NoData
        } else if entries.all(MonthRecorded::is_zero) {
            Known::Zero
        } else {
            Known::Made
        }
    }

    /// The last month in which something was made or sold, as far as is known.
    #[must_use]
    pub fn last_made(&self) -> Option<Month> {
        let made = self.months.iter().filter(|m| !m.is_zero());
        made.map(|m| m.month).max()
    }

    /// The twelve months that end with the one of `day`, oldest first.
    #[must_use]
    pub fn year(&self, day: NaiveDate) -> [Known; 12] {
        Month::twelve(day).map(|month| self.known(month))
    }

    /// The turnover of the twelve months that end with the one of `day`; absent where none is known.
    #[must_use]
    pub fn turnover(&self, day: NaiveDate) -> Option<u64> {
        let [first, .., last] = Month::twelve(day);
        let of_year = |m: &&MonthRecorded| (first..=last).contains(&m.month);
        let known = self.months.iter().filter(of_year);
        known.filter_map(|m| m.turnover).reduce(u64::saturating_add)
    }
}

/// The day on which what is said of a month happened: its last one, but not before the choice of the product to which
/// it is to count, and not after today.
#[must_use]
pub fn day_of(month: Month, chosen: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
    let end = month.last_day();
    chosen.map_or(end, |on| end.max(on)).min(today)
}
