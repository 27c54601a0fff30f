//! The story of one made-up village.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use uuid::Uuid;

use super::dice::Dice;
use super::goods::{self, Good};
use super::record::{after, id};
use super::{making, papers};
use crate::domain::act::{Act, EvidenceAct, FollowAct};
use crate::domain::code::{Code, Kind};
use crate::domain::event::{ActionPlanned, BlockerRaised, Forum, Group, Source};
use crate::domain::follow::{Obstacle, Office, Outcome};
use crate::domain::gate::{Category, Need, RuleBook};
use crate::domain::stage::{Decision, Stage};

/// An act of the story: when it happened, who entered it, what it was.
pub struct Told {
    pub on: NaiveDate,
    pub actor: String,
    pub act: Act,
}

/// Who enters something. They are roles: no real account is meant.
#[derive(Clone, Copy)]
pub(super) enum Role {
    /// The village companion.
    Companion,
    /// The one of the kecamatan, who looks at the evidence.
    Senior,
    Coordinator,
}

/// A potential of the story.
struct Known {
    id: Uuid,
    good: &'static Good,
    since: NaiveDate,
    /// From a public source: nobody of the programme has seen it yet.
    public: bool,
    note: &'static str,
}

/// What is being told.
pub(super) struct Story<'a> {
    pub dice: &'a mut Dice,
    pub code: &'a Code,
    pub last: NaiveDate,
    first: NaiveDate,
    /// The kecamatan as it stands in the names of accounts.
    account: String,
    coast: bool,
    told: Vec<Told>,
}

/// What happened in a village that comes to a decision, in no order; to be read by day, and within a day as it stands.
#[must_use]
pub fn tell(
    code: &Code,
    kecamatan: &str,
    end: Decision,
    days: RangeInclusive<NaiveDate>,
    dice: &mut Dice,
) -> Vec<Told> {
    let mut story = Story {
        dice,
        code,
        first: *days.start(),
        last: *days.end(),
        account: kecamatan.to_lowercase().replace(' ', "-"),
        coast: goods::COAST.contains(&kecamatan),
        told: Vec::new(),
    };
    match end {
        Decision::NotSurveyed => story.not_surveyed(),
        Decision::Undecided => story.undecided(),
        Decision::Chosen => story.with_product(false),
        Decision::Designated => story.with_product(true),
    }
    story.told
}

impl Story<'_> {
    pub(super) fn say(&mut self, on: NaiveDate, role: Role, act: Act) {
        let actor = match role {
            Role::Companion => format!("pld-{}", self.account),
            Role::Senior => format!("pd-{}", self.account),
            Role::Coordinator => "koordinator".to_owned(),
        };
        self.told.push(Told { on, actor, act });
    }

    pub(super) fn new_id(&mut self, on: NaiveDate) -> Uuid {
        id(on.and_time(NaiveTime::MIN).and_utc(), self.dice)
    }

    /// So many days later at the latest, and never after the last day.
    pub(super) fn later(&mut self, day: NaiveDate, least: i64, most: i64) -> NaiveDate {
        after(day, self.dice.between(least, most)).min(self.last)
    }

    /// So many days later; none where that lies after the last day: it has not happened yet.
    pub(super) fn happens(&mut self, day: NaiveDate, least: i64, most: i64) -> Option<NaiveDate> {
        let on = after(day, self.dice.between(least, most));
        (on <= self.last).then_some(on)
    }

    /// A day from this one to the last.
    fn some_day_from(&mut self, day: NaiveDate) -> NaiveDate {
        let room = (self.last - day).num_days();
        self.later(day, 0, room)
    }

    /// So many days in their order, from somewhere in the first year to somewhere in the second.
    fn milestones(&mut self, n: usize) -> Vec<NaiveDate> {
        let begin = self.later(self.first, 0, 300);
        let room = (self.last - begin).num_days() - self.dice.between(3, 200);
        let mut days: Vec<_> = (0..n).map(|_| self.later(begin, 0, room)).collect();
        days.sort_unstable();
        days
    }

    fn not_surveyed(&mut self) {
        let on = self.some_day_from(self.first);
        let text = self.dice.word(&goods::UNSURVEYED).to_owned();
        self.say(on, Role::Companion, Act::Note { text });
        if self.dice.percent(40) {
            self.first_promise(on);
        }
        // One was named and taken back: nothing is known again.
        if self.dice.percent(12) {
            let day = self.some_day_from(on);
            for known in self.survey(day, 1) {
                let reason = self.dice.word(&goods::WITHDRAWN).to_owned();
                let end = self.later(day, 1, 60);
                let potential = known.id;
                self.say(
                    end,
                    Role::Senior,
                    Act::WithdrawPotential { potential, reason },
                );
            }
        }
    }

    fn undecided(&mut self) {
        let days = self.milestones(3);
        let [day, chosen, cancelled] = days[..] else {
            return;
        };
        let n = self.dice.between(1, 4);
        let known = self.survey(day, n);
        self.confirm(&known);
        if self.dice.percent(14)
            && let Some(first) = known.first()
        {
            self.choose(chosen, first, first.good.product, "");
            let reason = self.dice.word(&goods::CANCELLED).to_owned();
            self.say(cancelled, Role::Coordinator, Act::CancelChoice { reason });
        }
        if self.dice.percent(45) {
            let on = self.some_day_from(day);
            let note = self.dice.word(&goods::NO_MEETING);
            self.obstacle(on, Obstacle::NoDeliberation, Office::Village, note);
        }
        if self.dice.percent(55) {
            self.first_promise(day);
        }
        self.raw(day, 30);
        self.notes(day);
    }

    fn with_product(&mut self, designated: bool) {
        let stage = self.stage_reached(designated);
        let steps = stage as usize - 1;
        let days = self.milestones(5 + steps);
        let [
            surveyed,
            former,
            replaced,
            chosen,
            decided,
            ref reached @ ..,
        ] = days[..]
        else {
            return;
        };
        let n = self.dice.between(1, 4);
        let known = self.survey(surveyed, n);
        self.confirm(&known);
        let Some(mut of) = known.first() else {
            return;
        };
        let mut reason = "";
        // Some chose something else before.
        if let Some(other) = known.get(1)
            && self.dice.percent(16)
        {
            self.choose(former, of, of.good.product, "");
            of = other;
            if self.dice.percent(40) {
                let reason = self.dice.word(&goods::CANCELLED).to_owned();
                self.say(replaced, Role::Coordinator, Act::CancelChoice { reason });
            } else {
                reason = self.dice.word(&goods::REPLACED);
            }
        }
        // A harvest sold sorted and packed is judged as fresh.
        let fresh = of.good.group == Group::Crops && self.dice.percent(15);
        let product = if fresh {
            format!("{} pilihan", of.good.potential)
        } else {
            of.good.product.to_owned()
        };
        self.choose(chosen, of, &product, reason);
        let category = if fresh {
            let category = Category::Fresh;
            let act = EvidenceAct::SetCategory { category };
            self.say(chosen, Role::Senior, Act::Evidence(act));
            category
        } else {
            Category::of_group(of.good.group)
        };
        if designated {
            let number = format!("{}/KEP/{}", self.dice.between(1, 40), decided.year());
            self.say(decided, Role::Senior, Act::RecordDecree { number });
        }
        let mut stages = vec![(Stage::Potential, chosen)];
        stages.extend(Stage::ALL.into_iter().skip(1).zip(reached.iter().copied()));
        self.declare(&stages);
        let holder = papers::collect(self, of.good, category, &stages);
        making::tell(self, of.good, holder, chosen, &stages);
        let since = stages.last().map_or(chosen, |(_, day)| *day);
        self.hardships(chosen, category);
        self.promises(chosen, category);
        self.raw(surveyed, 20);
        self.notes(since);
    }

    fn stage_reached(&mut self, designated: bool) -> Stage {
        let [processed, packaged, marketed] = if designated {
            [25, 55, 80]
        } else {
            [70, 95, 100]
        };
        match self.dice.between(0, 99) {
            n if n < processed => Stage::Potential,
            n if n < packaged => Stage::Processed,
            n if n < marketed => Stage::Packaged,
            _ => Stage::Marketed,
        }
    }

    /// Declares the stages after the first; some skip one, some went a step further and came back.
    fn declare(&mut self, stages: &[(Stage, NaiveDate)]) {
        let skipped = (stages.len() > 2 && self.dice.percent(10)).then_some(Stage::Processed);
        for (to, on) in stages.iter().skip(1) {
            if Some(*to) == skipped {
                continue;
            }
            let basis = match to {
                Stage::Packaged if skipped.is_some() => "langsung dikemas: alat lengkap sejak awal",
                Stage::Packaged => "kemasan dan label diperiksa di rumah produksi",
                Stage::Marketed => "nota penjualan di luar desa",
                Stage::Potential | Stage::Processed => "produksi dilihat sendiri, contoh dibawa",
            };
            self.say(*on, Role::Companion, step(*to, basis));
        }
        if let Some((stage, on)) = stages.last()
            && let Some(further) = stage.next()
            && *stage != Stage::Potential
            && self.dice.percent(20)
            && let Some(day) = self.happens(*on, 5, 60)
        {
            self.say(
                day,
                Role::Companion,
                step(further, "kelompok menyatakan sudah siap"),
            );
            if let Some(day) = self.happens(day, 10, 120) {
                let reason = self.dice.word(&goods::STEPS_BACK);
                self.say(day, Role::Coordinator, step(*stage, reason));
            }
        }
    }

    /// Records so many potentials, all different.
    fn survey(&mut self, day: NaiveDate, n: i64) -> Vec<Known> {
        let mut of: Vec<&'static Good> = goods::GOODS
            .iter()
            .filter(|g| self.coast || !g.sea)
            .collect();
        self.dice.shuffle(&mut of);
        let n = usize::try_from(n).unwrap_or(1);
        of.into_iter()
            .take(n)
            .map(|good| {
                let id = self.new_id(day);
                let public = self.dice.percent(20);
                let source = if public {
                    Source::Public {
                        address: "https://contoh.invalid/berita-desa".into(),
                        date: (day.year() - 1).to_string(),
                    }
                } else {
                    Source::Field
                };
                let note = self.dice.word(&goods::SUMS);
                let act = Act::RecordPotential {
                    id,
                    name: good.potential.to_owned(),
                    group: good.group,
                    source,
                    note: note.to_owned(),
                };
                self.say(day, Role::Companion, act);
                Known {
                    id,
                    good,
                    since: day,
                    public,
                    note,
                }
            })
            .collect()
    }

    /// Goes and looks at some of those that only a public source names.
    fn confirm(&mut self, known: &[Known]) {
        for known in known.iter().filter(|k| k.public) {
            if self.dice.percent(50)
                && let Some(on) = self.happens(known.since, 3, 90)
            {
                let act = Act::AmendPotential {
                    potential: known.id,
                    name: known.good.potential.to_owned(),
                    group: known.good.group,
                    note: known.note.to_owned(),
                    confirmed: true,
                };
                self.say(on, Role::Senior, act);
            }
        }
    }

    fn choose(&mut self, on: NaiveDate, of: &Known, product: &str, reason: &str) {
        let kelurahan = self.code.kind() == Kind::Kelurahan;
        let (forum, body) = match (self.dice.percent(6), kelurahan) {
            (true, _) => (Forum::RegencyAppointment, "KAB"),
            (false, true) => (Forum::WardMeeting, "KEL"),
            (false, false) => (Forum::VillageDeliberation, "MUSDES"),
        };
        let minutes = if self.dice.percent(10) {
            String::new()
        } else {
            format!("{:02}/BA-{body}/{}", self.dice.between(1, 30), on.year())
        };
        let act = Act::Choose {
            potential: of.id,
            product: product.to_owned(),
            forum,
            minutes,
            reason: reason.to_owned(),
        };
        self.say(on, Role::Companion, act);
    }

    fn raw(&mut self, from: NaiveDate, chance: i64) {
        if !self.dice.percent(chance) {
            return;
        }
        let on = self.some_day_from(from);
        let note = self.dice.word(&goods::RAW).to_owned();
        self.say(on, Role::Companion, Act::SoldRaw { raw: true, note });
        if self.dice.percent(40)
            && let Some(on) = self.happens(on, 30, 200)
        {
            let note = "sekarang diolah dahulu".to_owned();
            self.say(on, Role::Companion, Act::SoldRaw { raw: false, note });
        }
    }

    fn hardships(&mut self, from: NaiveDate, category: Category) {
        let food = [Obstacle::PermitFood, Obstacle::PermitHalal];
        let of = goods::OBSTACLES
            .iter()
            .filter(|(o, ..)| category == Category::ProcessedFood || !food.contains(o));
        for (obstacle, office, note) in self.some(of, 2) {
            let on = self.some_day_from(from);
            self.obstacle(on, *obstacle, *office, note);
        }
    }

    /// At most so many of several, all different.
    fn some<'g, T>(&mut self, of: impl Iterator<Item = &'g T>, most: i64) -> Vec<&'g T> {
        let mut of: Vec<&T> = of.collect();
        self.dice.shuffle(&mut of);
        let n = usize::try_from(self.dice.between(0, most)).unwrap_or_default();
        of.truncate(n);
        of
    }

    fn obstacle(&mut self, on: NaiveDate, obstacle: Obstacle, office: Office, note: &str) {
        let blocker = self.new_id(on);
        let raised = BlockerRaised {
            blocker,
            obstacle,
            office,
            note: note.to_owned(),
        };
        let act = FollowAct::RaiseBlocker(raised);
        self.say(on, Role::Coordinator, Act::Follow(act));
        if self.dice.percent(60)
            && let Some(on) = self.happens(on, 10, 150)
        {
            let how = "sudah diselesaikan bersama pihaknya".to_owned();
            let act = FollowAct::ClearBlocker { blocker, how };
            self.say(on, Role::Coordinator, Act::Follow(act));
        }
    }

    fn first_promise(&mut self, from: NaiveDate) {
        if let Some((what, office)) = self.dice.pick(&goods::FIRST_PROMISES) {
            self.promised(from, what, *office, "");
        }
    }

    fn promises(&mut self, from: NaiveDate, category: Category) {
        let rules = RuleBook::shipped().on(self.last);
        // Nobody promises what is not asked of the product.
        let of = goods::PROMISES.iter().filter(|(_, _, item)| {
            rules
                .item(item)
                .is_none_or(|i| i.need(category) != Need::NotAsked)
        });
        for (what, office, item) in self.some(of, 4) {
            self.promised(from, what, *office, item);
        }
    }

    /// A promise: kept, kept late, broken, or open, with its day past or to come.
    fn promised(&mut self, from: NaiveDate, what: &str, office: Office, item: &str) {
        let mut on = self.some_day_from(from);
        if self.dice.percent(35) {
            on = self.later(on.max(self.last - Days::new(30)), 0, 25);
        }
        let due = after(on, self.dice.between(7, 60));
        let action = self.new_id(on);
        let who = self
            .dice
            .word(&["", "", "ketua kelompok", "kasi kesejahteraan", "sekdes"]);
        let planned = ActionPlanned {
            action,
            what: what.to_owned(),
            office,
            who: who.to_owned(),
            due,
            item: (!item.is_empty()).then(|| item.to_owned()),
            from: None,
            after: None,
        };
        let act = FollowAct::PlanAction(planned);
        self.say(on, Role::Coordinator, Act::Follow(act));
        let (end, outcome, note) = match self.dice.between(0, 99) {
            n if n < 45 => (
                self.dice.between(1, (due - on).num_days()),
                Outcome::Done,
                self.dice.word(&goods::KEPT),
            ),
            n if n < 65 => (
                (due - on).num_days() + self.dice.between(1, 40),
                Outcome::Done,
                "terlambat, tetapi selesai",
            ),
            n if n < 80 => {
                let outcomes = [
                    Outcome::Failed,
                    Outcome::Partly,
                    Outcome::HandedOn,
                    Outcome::Dropped,
                ];
                let outcome = self.dice.pick(&outcomes).copied();
                (
                    (due - on).num_days(),
                    outcome.unwrap_or(Outcome::Failed),
                    self.dice.word(&goods::BROKEN),
                )
            }
            _ => return,
        };
        let end = after(on, end);
        // What would end later is open today.
        if end <= self.last {
            let note = note.to_owned();
            let act = FollowAct::CloseAction {
                action,
                outcome,
                note,
            };
            self.say(end, Role::Companion, Act::Follow(act));
        }
    }

    fn notes(&mut self, from: NaiveDate) {
        for _ in 0..self.dice.between(0, 2) {
            let on = self.some_day_from(from);
            let text = self.dice.word(&goods::NOTES).to_owned();
            self.say(on, Role::Companion, Act::Note { text });
        }
    }
}

fn step(to: Stage, basis: &str) -> Act {
    Act::DeclareStage {
        to,
        basis: basis.to_owned(),
    }
}
