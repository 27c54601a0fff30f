//! Papers of meetings and events: agenda, attendance, minutes (*berita acara*), record (*notula*), follow-up matrix, and
//! the report of an activity. In Indonesian, as their readers want them.

mod agenda;
mod attendance;
mod follow_up;
mod minutes;
mod record;
mod report;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

pub use agenda::agenda;
pub use attendance::{attendance, blank};
pub use follow_up::follow_up;
pub use minutes::minutes;
pub use record::record;
pub use report::report;

use super::document::{Block, Document};
use super::office::{Office, official};
use super::words;
use crate::config::{NumberScheme, Part};
use crate::domain::code::{Code, Kind};
use crate::domain::follow::Action;
use crate::domain::list::Place;
use crate::domain::occasion::{
    Attendance, Handled, Item, Number, Occasion, Phase, Promises, Remark, Sort,
};
use crate::domain::village::Village;
use crate::strings::facts::capital;

/// To be filled in by pen.
const NO_TIME: &str = ".....";
/// So many hours after midnight belong to the evening before.
const NIGHT: i64 = 6;

/// What the papers of one occasion are made from.
pub struct Meeting<'a> {
    pub occasion: &'a Occasion,
    /// Whose occasion it is: `Kecamatan Kobalima, Kabupaten Malaka`; empty where that is no one region.
    pub region: &'a str,
    /// The villages of the agenda, those that are expected and those of the guests.
    pub places: &'a [Place],
    /// What is true of the villages of the agenda.
    pub villages: &'a HashMap<Code, Village>,
    /// The villages that are expected, in the register's order.
    pub expected: &'a [Code],
    pub before: Option<Before>,
    /// The programme's time zone.
    pub zone: FixedOffset,
}

/// The meeting before in the series.
pub struct Before {
    pub number: Option<Number>,
    pub day: NaiveDate,
    pub promises: Promises,
}

/// The number of a meeting as the office writes it: `04/BA-OVOP/XI/2025`.
#[must_use]
pub fn number(scheme: &NumberScheme, number: Number, day: NaiveDate) -> String {
    scheme
        .parts()
        .map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::No(digits) => format!("{:0digits$}", number.n),
            Part::Roman => words::roman_month(day).to_owned(),
            Part::Month => day.format("%m").to_string(),
            Part::Year => number.year.to_string(),
        })
        .collect()
}

/// The name of the zone by its offset from UTC.
#[must_use]
fn zone_word(zone: FixedOffset) -> &'static str {
    match zone.local_minus_utc() / 3600 {
        7 => "WIB",
        9 => "WIT",
        _ => "WITA",
    }
}

fn dots() -> String {
    ".".repeat(20)
}

/// The text, or dots to write on where there is none.
fn or_dots(text: &str) -> String {
    if text.is_empty() {
        dots()
    } else {
        text.to_owned()
    }
}

impl Meeting<'_> {
    fn place(&self, code: &Code) -> Option<&Place> {
        self.places.iter().find(|p| p.code == *code)
    }

    /// A village in a table: with its kecamatan where the agenda has villages of several.
    fn village(&self, code: &Code) -> String {
        let Some(place) = self.place(code) else {
            return code.to_string();
        };
        let name = match place.kind() {
            Kind::Desa => place.name.clone(),
            Kind::Kelurahan => format!("Kel. {}", place.name),
        };
        let kecamatan: BTreeSet<&str> = self.occasion.villages().map(Code::kecamatan).collect();
        if kecamatan.len() > 1 {
            format!("{name} ({})", place.kecamatan)
        } else {
            name
        }
    }

    /// What an item is about.
    fn topic(&self, item: &Item) -> String {
        match (&item.topic.village, item.topic.title.as_str()) {
            (Some(code), "") => self.village(code),
            (Some(code), title) => format!("{}: {title}", self.village(code)),
            (None, title) => title.to_owned(),
        }
    }

    /// `12 (dua belas) desa`, with kelurahan where there are some.
    fn villages(&self) -> Option<String> {
        let codes: Vec<&Code> = self.occasion.villages().collect();
        let wards = codes.iter().filter(|c| c.kind() == Kind::Kelurahan).count();
        let kind = match (codes.len(), wards) {
            (0, _) => return None,
            (_, 0) => "desa",
            (all, wards) if all == wards => "kelurahan",
            _ => "desa dan kelurahan",
        };
        Some(format!("{} {kind}", figure(codes.len())))
    }

    /// The occasion by its sort, as a title has it.
    fn title(&self) -> String {
        const PROGRAMME: &str = "Program One Village One Product (OVOP)";
        match self.occasion.plan.sort {
            Sort::Review => format!("Rapat Evaluasi {PROGRAMME}"),
            Sort::Coordination => format!("Rapat Koordinasi {PROGRAMME}"),
            Sort::Outreach => format!("Sosialisasi {PROGRAMME}"),
            Sort::Deliberation => format!("Musyawarah Desa {PROGRAMME}"),
            Sort::Training => format!("Pelatihan {PROGRAMME}"),
            Sort::Other => self.occasion.plan.title.clone(),
        }
    }

    /// The occasion in a sentence: `Rapat Evaluasi Program OVOP Kecamatan Kobalima`.
    fn name(&self) -> String {
        let title = self
            .title()
            .replace("One Village One Product (OVOP)", "OVOP");
        format!("{title} {}", self.region).trim_end().to_owned()
    }

    /// `rapat` for a meeting; the others are a `kegiatan`.
    fn sort_word(&self) -> &'static str {
        if self.occasion.plan.sort.is_meeting() {
            "rapat"
        } else {
            "kegiatan"
        }
    }

    /// `Kamis, 27 November 2025`.
    fn day(&self) -> String {
        let day = self.occasion.day();
        format!("{}, {}", words::weekday(day), official().facts.day(day))
    }

    /// A moment as time of day where it belongs to the day of the occasion, or to the night after it. What is written up
    /// later has the time of the writing.
    fn time_of(&self, at: DateTime<Utc>) -> Option<String> {
        let at = at.with_timezone(&self.zone).naive_local();
        let day = self.occasion.day();
        let belongs = at.date() == day || (at - TimeDelta::hours(NIGHT)).date() == day;
        belongs.then(|| words::clock(at.time()))
    }

    /// What was said, after its time.
    fn said_at(&self, remark: &Remark) -> String {
        let text = sentence(&remark.text);
        match self.time_of(remark.at) {
            Some(time) => format!("{time} {text}"),
            None => text,
        }
    }

    /// When it began: as opened, else as planned.
    fn beginning(&self) -> String {
        let opened = self.occasion.opened.and_then(|(_, at)| self.time_of(at));
        let planned = self.occasion.plan.time.map(words::clock);
        opened.or(planned).unwrap_or_else(|| NO_TIME.into())
    }

    /// When it ended; dots where that is not known.
    fn end(&self) -> String {
        let closed = self.occasion.closed.and_then(|at| self.time_of(at));
        closed.unwrap_or_else(|| NO_TIME.into())
    }

    /// `09.00 s.d. 11.05 WITA`.
    fn hours(&self) -> String {
        let zone = zone_word(self.zone);
        format!("{} s.d. {} {zone}", self.beginning(), self.end())
    }

    /// The number of the meeting, once it has one.
    fn number(&self, office: &Office<'_>) -> Option<String> {
        let scheme = office.papers.number.clone().unwrap_or_default();
        let given = self.occasion.number?;
        Some(number(&scheme, given, self.occasion.day()))
    }

    /// A paper of this occasion; until the occasion is final it is a draft and says so on every page.
    fn document(&self, office: &Office<'_>, title: Vec<String>, is_record: bool) -> Document {
        let number = self.number(office).filter(|_| is_record);
        let subtitle = number.map(|n| format!("Nomor : {n}")).into_iter();
        let mut doc = Document {
            title,
            ..office.official("", subtitle.collect(), false)
        };
        match self.occasion.phase {
            Phase::Cancelled => doc.marks.push("DIBATALKAN".into()),
            Phase::Final => {}
            _ if is_record => doc.marks.push("DRAF".into()),
            _ => {}
        }
        doc
    }

    /// What stands at the head of agenda and attendance.
    fn head(&self) -> Vec<(String, String)> {
        pairs([
            ("Kegiatan", self.name()),
            ("Hari/tanggal", self.day()),
            ("Pukul", self.hours()),
            ("Tempat", or_dots(&self.occasion.plan.place)),
        ])
    }

    fn here(&self) -> Attendance {
        Attendance::of(self.occasion, self.expected)
    }

    /// `23 (dua puluh tiga) orang (L 15, P 8)`.
    fn persons(&self) -> String {
        let total = self.here().total;
        if total.all() == 0 {
            return format!("{} orang", dots());
        }
        let all = words::figure_and_words(u64::from(total.all()));
        format!("{all} orang (L {}, P {})", total.men, total.women)
    }

    /// A promise that a decision made, as it stands now; none once its decision was taken back.
    fn promise(&self, village: Option<&Code>, id: Uuid) -> Option<&Action> {
        let follow = match village {
            Some(code) => &self.villages.get(code)?.follow,
            None => &self.occasion.follow,
        };
        follow.actions.iter().find(|a| a.planned.action == id)
    }

    /// The promises of an item, without those that another one of this meeting goes on with: who decides anew replaces.
    fn promises_of(&self, item: &Item) -> Vec<&Action> {
        let all = self.occasion.made();
        let made = all.filter_map(|(i, id)| self.promise(i.topic.village.as_ref(), id));
        let replaced: Vec<Uuid> = made.filter_map(|a| a.planned.after).collect();
        let village = item.topic.village.as_ref();
        let ids = item.actions.iter().filter(|id| !replaced.contains(id));
        ids.filter_map(|id| self.promise(village, *id)).collect()
    }

    /// What became of an item, in words.
    fn decision(&self, item: &Item) -> String {
        let note = |word: &str, note: &str| match note {
            "" => word.to_owned(),
            note => format!("{word}; {note}"),
        };
        match (&item.decision, item.handled) {
            (Some(ruling), _) => note(
                official().occasions.triage(ruling.triage),
                ruling.note.trim(),
            ),
            (None, Handled::Skipped) => "tidak dibahas".into(),
            (None, Handled::Postponed) => "ditunda, tidak sempat dibahas".into(),
            (None, Handled::Waiting) if self.occasion.phase >= Phase::Closed => {
                "tidak sempat dibahas".into()
            }
            (None, Handled::Begun) if self.occasion.phase >= Phase::Closed => {
                "dibahas, tanpa keputusan".into()
            }
            (None, Handled::Waiting | Handled::Begun) => String::new(),
        }
    }

    /// How many items were decided in which way: `5 lanjut tahap, 4 dampingi`.
    fn triaged(&self) -> String {
        let some = self.occasion.triaged().into_iter().filter(|(_, n)| *n > 0);
        let words: Vec<String> = some
            .map(|(t, n)| format!("{n} {}", official().occasions.triage(t)))
            .collect();
        words.join(", ")
    }

    /// What became of the promises of the meeting before: `9 selesai, 6 belum (4 lewat tenggat)`.
    fn kept(before: &Before) -> String {
        let total = before.promises.total();
        let open = total.late + total.open;
        let late = match total.late {
            0 => String::new(),
            n => format!(" ({n} lewat tenggat)"),
        };
        let mut words = format!("{} selesai, {open} belum{late}", total.kept);
        let others = [
            (total.partly, "sebagian"),
            (total.handed_on, "dialihkan"),
            (total.failed, "gagal"),
            (total.dropped, "batal"),
        ];
        for (n, what) in others.into_iter().filter(|(n, _)| *n > 0) {
            words = format!("{words}, {n} {what}");
        }
        words
    }

    /// Corrections after the end, by their numbers.
    fn addenda(&self, doc: &mut Document) {
        let addenda = &self.occasion.addenda;
        if addenda.is_empty() {
            return;
        }
        doc.blocks.push(Block::Heading("Adendum".into()));
        let text = addenda.iter().map(|a| {
            let day = official().facts.day(a.on);
            format!("{} ({day})", a.text)
        });
        doc.blocks.push(Block::Numbered(text.collect()));
    }
}

fn figure(n: usize) -> String {
    words::figure_and_words(n as u64)
}

fn pairs<const N: usize>(of: [(&str, String); N]) -> Vec<(String, String)> {
    of.map(|(name, value)| (name.to_owned(), value)).to_vec()
}

/// A sentence of what somebody typed: with a capital, and one full stop at the end.
fn sentence(text: &str) -> String {
    let text = capital(text.trim());
    if text.is_empty() || text.ends_with(['.', '!', '?']) {
        text
    } else {
        format!("{text}.")
    }
}
