//! The meetings and events of the made-up record: two review meetings of one kecamatan with their promises, the third on
//! the day of the training; an outreach event with its list of attendance, and one that people come to on that day.
//!
//! Nobody in it is real. The telephone numbers are none that is given to anybody: they are too short.

mod outreach;

use std::collections::HashMap;

use chrono::{DateTime, Datelike as _, Days, FixedOffset, NaiveDate, NaiveTime, Utc, Weekday};
use uuid::Uuid;

use super::dice::Dice;
use super::record::{after, id, moment};
use crate::domain::act::{Act, FollowAct};
use crate::domain::code::{Code, Kind};
use crate::domain::event::ActionPlanned;
use crate::domain::follow::{Office, Outcome};
use crate::domain::occasion::{
    Contact, Element, Guest, OccasionAct, Plan, Promise, Sex, Sort, Topic, Triage,
};
use crate::register::{RegionEntry, Register};
use crate::store::{ActRequest, OccasionRequest, Stamp, Work};

/// Who enters it.
const ACTOR: &str = "koordinator";
/// The two meetings and the event, so many days before the training.
const MEETINGS: [u64; 2] = [84, 41];
const OUTREACH: u64 = 230;
/// Villages on the agenda at most.
const ITEMS: usize = 8;
/// Nine in the morning.
const MORNING: i64 = 9 * 60;

const WOMEN: [&str; 8] = [
    "Maria",
    "Theresia",
    "Yuliana",
    "Agustina",
    "Bernadeta",
    "Rosalia",
    "Kristina",
    "Elisabet",
];
const MEN: [&str; 8] = [
    "Yosef",
    "Dominikus",
    "Blasius",
    "Yohanes",
    "Markus",
    "Petrus",
    "Agustinus",
    "Fransiskus",
];
const FAMILIES: [&str; 10] = [
    "Bere", "Mau", "Nahak", "Seran", "Bria", "Klau", "Taek", "Luan", "Atok", "Manek",
];

/// What was decided and promised: the outcome, the decision, the promise, whose it is.
type Ruling = (Triage, &'static str, &'static str, Office);

const DECISIONS: [Ruling; 6] = [
    (
        Triage::Assist,
        "didampingi sampai tempat produksi terpisah",
        "periksa tempat produksi",
        Office::Health,
    ),
    (
        Triage::Stays,
        "tunggu SPP-IRT",
        "lengkapi berkas SPP-IRT",
        Office::Companion,
    ),
    (
        Triage::Forward,
        "kemasan sudah layak, lanjut",
        "titip contoh di NTT Mart",
        Office::Trade,
    ),
    (
        Triage::Refer,
        "rujuk ke program alat",
        "usulkan alat sangrai",
        Office::Pmd,
    ),
    (
        Triage::Reconsider,
        "bahan baku habis, bahas ulang di musdes",
        "musdes pilihan produk",
        Office::Village,
    ),
    (
        Triage::Assist,
        "latih pembukuan kelompok",
        "latihan pembukuan",
        Office::Bumdes,
    ),
];

/// The same of a village that has not chosen a product.
const WITHOUT_PRODUCT: [Ruling; 3] = [
    (
        Triage::Assist,
        "potensi didata bersama kelompok tani",
        "survei potensi",
        Office::Companion,
    ),
    (
        Triage::Stays,
        "belum diputuskan, musdes dahulu",
        "jadwalkan musdes",
        Office::Village,
    ),
    (
        Triage::Later,
        "pergantian perangkat, dibahas lagi",
        "dorong musdes",
        Office::Kecamatan,
    ),
];

/// All of it in the order of entering, nothing later than `now`; `chosen` says since when a village has had a product.
/// Nothing where the register has no kecamatan with villages.
#[must_use]
pub fn tell(
    register: &Register,
    chosen: &HashMap<Code, NaiveDate>,
    (today, now): (NaiveDate, DateTime<Utc>),
    zone: FixedOffset,
    dice: &mut Dice,
) -> Vec<(Stamp, Work)> {
    let villages = |k: &RegionEntry| -> Vec<Code> {
        let all = register.villages.iter().map(|v| &v.code);
        all.filter(|c| c.kecamatan() == k.code).cloned().collect()
    };
    let with_villages = |k: &&RegionEntry| villages(k).len() > 2;
    let Some(kecamatan) = register.kecamatan.iter().find(with_villages) else {
        return Vec::new();
    };
    let mut teller = Teller {
        register,
        chosen,
        zone,
        dice,
        told: Vec::new(),
    };
    teller.outreach(working_day(today, OUTREACH));
    let mut sizes: HashMap<&str, usize> = HashMap::new();
    for village in &register.villages {
        *sizes.entry(village.code.kecamatan()).or_default() += 1;
    }
    let size = |k: &&RegionEntry| sizes.get(k.code.as_str()).copied();
    let most = register.kecamatan.iter().rev().max_by_key(size);
    let mut villages = villages(kecamatan);
    villages.truncate(ITEMS);
    let mut open = Vec::new();
    let mut last = None;
    for ago in MEETINGS {
        let day = working_day(today, ago);
        let (meeting, promised) = teller.meeting(kecamatan, &villages, day, last, &open);
        open = teller.kept(&promised, day, working_day(today, 1));
        last = Some(meeting);
    }
    teller.next_meeting(kecamatan, villages, today, last);
    // The last to throw the dice: all else stays as it is without this event.
    if let Some(most) = most {
        teller.running(most, today, now);
    }
    teller.told.sort_by_key(|(stamp, _)| stamp.now);
    teller.told
}

/// So many days before, and on no Saturday or Sunday.
fn working_day(today: NaiveDate, ago: u64) -> NaiveDate {
    let day = today.checked_sub_days(Days::new(ago)).unwrap_or(today);
    let back = match day.weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        _ => 0,
    };
    day.checked_sub_days(Days::new(back)).unwrap_or(day)
}

/// A promise of a meeting.
struct Promised {
    village: Code,
    planned: ActionPlanned,
}

struct Teller<'a> {
    register: &'a Register,
    chosen: &'a HashMap<Code, NaiveDate>,
    zone: FixedOffset,
    dice: &'a mut Dice,
    told: Vec<(Stamp, Work)>,
}

impl Teller<'_> {
    fn stamp(&mut self, day: NaiveDate, minute: i64) -> Stamp {
        let now = moment(day, minute, self.zone);
        Stamp {
            batch: id(now, self.dice),
            actor: ACTOR.to_owned(),
            now,
            today: day,
        }
    }

    /// Something at an occasion, entered in that minute of the day.
    fn at(
        &mut self,
        occasion: Uuid,
        day: NaiveDate,
        minute: i64,
        act: impl FnOnce(DateTime<Utc>) -> OccasionAct,
    ) {
        let stamp = self.stamp(day, minute);
        let request = OccasionRequest {
            occasion,
            act: act(stamp.now),
            seen: None,
            contact: None,
        };
        self.told.push((stamp, Work::Occasions(vec![request])));
    }

    fn come(&mut self, occasion: Uuid, day: NaiveDate, minute: i64, guest: Guest) {
        let stamp = self.stamp(day, minute);
        let phone = format!("08{}", self.dice.digits(4));
        let request = OccasionRequest {
            occasion,
            act: OccasionAct::Arrive {
                id: id(stamp.now, self.dice),
                guest,
                at: stamp.now,
                anyway: true,
            },
            seen: None,
            contact: Some(Contact {
                phone,
                nik: String::new(),
            }),
        };
        self.told.push((stamp, Work::Occasions(vec![request])));
    }

    fn person(&mut self, element: Element, village: Option<&Code>, agency: &str) -> Guest {
        let sex = if self.dice.percent(60) {
            Sex::Male
        } else {
            Sex::Female
        };
        let first = self.dice.word(match sex {
            Sex::Male => &MEN,
            Sex::Female => &WOMEN,
        });
        let family = self.dice.word(&FAMILIES);
        Guest {
            name: format!("{first} {family}"),
            office: String::new(),
            element,
            village: village.cloned(),
            agency: agency.to_owned(),
            sex,
            represents: String::new(),
        }
    }

    /// The head of a village, or its secretary instead.
    fn delegate(&mut self, village: &Code) -> Guest {
        let ward = village.kind() == Kind::Kelurahan;
        let head = self.dice.percent(70);
        let mut guest = self.person(
            if head {
                Element::Head
            } else {
                Element::Secretary
            },
            Some(village),
            "",
        );
        if !head {
            guest.represents = if ward { "lurah" } else { "kepala desa" }.to_owned();
        }
        guest
    }

    /// A meeting from its plan to its final minutes; gives its id and what was promised.
    fn meeting(
        &mut self,
        kecamatan: &RegionEntry,
        villages: &[Code],
        day: NaiveDate,
        follows: Option<Uuid>,
        open: &[Promised],
    ) -> (Uuid, Vec<Promised>) {
        let before = working_day(day, 7);
        let meeting = self.planned(kecamatan, villages.to_vec(), (before, day), follows);
        let mut minute = MORNING - 20;
        for village in villages {
            if self.dice.percent(80) {
                let guest = self.delegate(village);
                self.come(meeting, day, minute, guest);
                minute += 2;
            }
        }
        for (element, agency) in [
            (Element::Kecamatan, kecamatan.name.as_str()),
            (Element::Regency, "Dinas PMD"),
            (Element::Regency, "Dinas Kesehatan"),
            (Element::Companion, "P3MD"),
        ] {
            let guest = self.person(element, None, agency);
            self.come(meeting, day, minute, guest);
            minute += 1;
        }
        minute += 5;
        self.at(meeting, day, minute, |at| OccasionAct::Open { at });
        let mut promised = Vec::new();
        for (item, village) in (1..).zip(villages) {
            minute += 2;
            self.at(meeting, day, minute, |at| OccasionAct::Begin { item, at });
            minute += self.dice.between(2, 4);
            let earlier = open.iter().find(|p| p.village == *village);
            let with_product = self.chosen.get(village).is_some_and(|on| *on < day);
            let among: &[_] = if with_product {
                &DECISIONS
            } else {
                &WITHOUT_PRODUCT
            };
            let promise = self.decide(meeting, (day, minute), item, (among, earlier));
            promised.push(Promised {
                village: village.clone(),
                planned: promise,
            });
        }
        minute += 10;
        self.at(meeting, day, minute, |at| OccasionAct::Close { at });
        self.at(meeting, day, minute + 30, |at| OccasionAct::Finalise { at });
        (meeting, promised)
    }

    /// A decision with its promise, which goes on with an earlier one that is still open.
    fn decide(
        &mut self,
        meeting: Uuid,
        (day, minute): (NaiveDate, i64),
        item: u32,
        (among, earlier): (&[Ruling], Option<&Promised>),
    ) -> ActionPlanned {
        let ruling = self.dice.pick(among).copied();
        let (triage, note, what, office) = ruling.unwrap_or(WITHOUT_PRODUCT[0]);
        let due = after(day, self.dice.between(10, 60));
        let stamp_day = moment(day, minute, self.zone);
        let planned = ActionPlanned {
            action: id(stamp_day, self.dice),
            what: earlier.map_or(what, |e| e.planned.what.as_str()).to_owned(),
            office: earlier.map_or(office, |e| e.planned.office),
            who: String::new(),
            due,
            item: None,
            from: None,
            after: earlier.map(|e| e.planned.action),
        };
        let partly = self.dice.percent(50);
        let promise = Promise {
            planned: planned.clone(),
            ended: if partly {
                Outcome::Partly
            } else {
                Outcome::HandedOn
            },
        };
        self.at(meeting, day, minute, |at| OccasionAct::Decide {
            item,
            triage,
            note: note.to_owned(),
            at,
            promises: vec![promise],
        });
        planned
    }

    /// Some of the promises are kept by their day, as the companions enter it; gives those that are still open.
    fn kept(&mut self, promised: &[Promised], day: NaiveDate, last: NaiveDate) -> Vec<Promised> {
        let mut open = Vec::new();
        for p in promised {
            let on = after(day, self.dice.between(5, 35));
            if self.dice.percent(45) && on <= last {
                let minute = MORNING + self.dice.between(0, 400);
                let request = ActRequest {
                    village: p.village.clone(),
                    act: Act::Follow(FollowAct::CloseAction {
                        action: p.planned.action,
                        outcome: Outcome::Done,
                        note: String::new(),
                    }),
                    on,
                    seen: None,
                };
                let stamp = self.stamp(on, minute);
                self.told.push((stamp, Work::Villages(vec![request])));
            } else {
                open.push(Promised {
                    village: p.village.clone(),
                    planned: p.planned.clone(),
                });
            }
        }
        open
    }

    /// The meeting of the training's day: its agenda stands.
    fn next_meeting(
        &mut self,
        kecamatan: &RegionEntry,
        villages: Vec<Code>,
        today: NaiveDate,
        follows: Option<Uuid>,
    ) {
        let before = working_day(today, 1);
        self.planned(kecamatan, villages, (before, today), follows);
    }

    /// A meeting with its agenda, entered on the first of two days for the second.
    fn planned(
        &mut self,
        kecamatan: &RegionEntry,
        villages: Vec<Code>,
        (entered, day): (NaiveDate, NaiveDate),
        follows: Option<Uuid>,
    ) -> Uuid {
        let name = &kecamatan.name;
        let meeting = id(moment(entered, MORNING, self.zone), self.dice);
        let plan = Plan {
            sort: Sort::Review,
            title: format!("Rapat evaluasi OVOP Kecamatan {name}"),
            place: format!("Aula Kantor Camat {name}"),
            time: NaiveTime::from_hms_opt(9, 0, 0),
            leader: format!("Camat {name}"),
            minute_taker: "PD".to_owned(),
            organiser: "Dinas PMD".to_owned(),
            scope: vec![kecamatan.code.clone()],
            follows,
            ..bare(day)
        };
        self.at(meeting, entered, MORNING, |_| OccasionAct::Plan(plan));
        let topics = villages.into_iter().map(|village| Topic {
            village: Some(village),
            title: String::new(),
            minutes: 4,
        });
        let freeze = OccasionAct::Freeze(topics.collect());
        self.at(meeting, entered, MORNING + 12, |_| freeze);
        meeting
    }
}

fn bare(day: NaiveDate) -> Plan {
    Plan::bare(Sort::Other, String::new(), day)
}
