//! The outreach events of the made-up record: one that is over, and one that people come to on the day of the training.

use super::super::record::id;
use super::{MORNING, Teller, bare, moment, working_day};
use crate::domain::code::Code;
use crate::domain::occasion::{Element, Guest, OccasionAct, Plan, Sort};
use crate::register::RegionEntry;
use chrono::{DateTime, NaiveDate, NaiveTime, Timelike as _, Utc};

/// People at the desk of the running event when the training begins.
const HERE: usize = 31;
/// The first of them comes so many minutes before nine, and all of them have come so many minutes later.
const FIRST: i64 = 40;
const COMING: i64 = 45;

impl Teller<'_> {
    /// An outreach event in the first regency.
    pub(super) fn outreach(&mut self, day: NaiveDate) {
        let Some(regency) = self.register.regencies.first() else {
            return;
        };
        let entered = working_day(day, 5);
        let event = id(moment(entered, MORNING + 30, self.zone), self.dice);
        let plan = Plan {
            sort: Sort::Outreach,
            title: "Sosialisasi One Village One Product".to_owned(),
            place: "Gedung pertemuan".to_owned(),
            time: NaiveTime::from_hms_opt(9, 0, 0),
            organiser: "Dinas PMD Provinsi".to_owned(),
            scope: vec![regency.code.clone()],
            ..bare(day)
        };
        self.at(event, entered, MORNING + 30, |_| OccasionAct::Plan(plan));
        let mut minute = MORNING - 40;
        self.at(event, day, minute, |at| OccasionAct::Open { at });
        let villages: Vec<Code> = self
            .register
            .villages
            .iter()
            .map(|v| v.code.clone())
            .filter(|c| c.regency() == regency.code)
            .collect();
        for (n, village) in villages.iter().enumerate() {
            if self.dice.percent(55) {
                let guest = self.delegate(village);
                minute += i64::from(n % 2 == 0);
                self.come(event, day, minute, guest);
            }
        }
        for (element, agency) in [
            (Element::Province, "Dinas PMD Provinsi"),
            (Element::Regency, "Dinas PMD"),
            (Element::Bpjs, "BPJS Ketenagakerjaan"),
            (Element::Bp3mi, "BP3MI"),
            (Element::Expert, "P3MD"),
        ] {
            let guest = self.person(element, None, agency);
            minute += 1;
            self.come(event, day, minute, guest);
        }
        minute += 180;
        self.at(event, day, minute, |at| OccasionAct::Close { at });
        self.at(event, day, minute + 20, |at| OccasionAct::Finalise { at });
    }

    /// An outreach event of the kecamatan with the most villages, on the day of the training: its first people are there.
    /// Where it is too early for that, they have come since midnight.
    pub(super) fn running(
        &mut self,
        kecamatan: &RegionEntry,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) {
        let name = &kecamatan.name;
        let entered = working_day(today, 6);
        let event = id(moment(entered, MORNING + 90, self.zone), self.dice);
        let plan = Plan {
            sort: Sort::Outreach,
            title: format!("Sosialisasi OVOP Kecamatan {name}"),
            place: format!("Aula Kantor Camat {name}"),
            time: NaiveTime::from_hms_opt(9, 0, 0),
            organiser: "Dinas PMD".to_owned(),
            opener: format!("Camat {name}"),
            scope: vec![kecamatan.code.clone()],
            ..bare(today)
        };
        self.at(event, entered, MORNING + 90, |_| OccasionAct::Plan(plan));
        let clock = i64::from(now.with_timezone(&self.zone).num_seconds_from_midnight() / 60);
        let first = (MORNING - FIRST).min(clock - COMING).max(0);
        let minute = |n: usize| (first + COMING * n as i64 / HERE as i64).min(clock.max(0));
        self.at(event, today, first, |at| OccasionAct::Open { at });
        let guests = self.crowd(kecamatan);
        for (n, guest) in guests.into_iter().enumerate() {
            self.come(event, today, minute(n), guest);
        }
    }

    /// Heads or secretaries of most of its villages, then others of some of them, among them guests from outside.
    fn crowd(&mut self, kecamatan: &RegionEntry) -> Vec<Guest> {
        let mut villages: Vec<Code> = self
            .register
            .villages
            .iter()
            .map(|v| v.code.clone())
            .collect();
        villages.retain(|c| c.kecamatan() == kecamatan.code);
        let mut guests: Vec<Guest> = [
            (Element::Kecamatan, kecamatan.name.as_str()),
            (Element::Regency, "Dinas PMD"),
            (Element::Regency, "Dinas Koperasi dan Perindustrian"),
            (Element::Bpjs, "BPJS Ketenagakerjaan"),
            (Element::Companion, "P3MD"),
        ]
        .map(|(element, agency)| self.person(element, None, agency))
        .into();
        let mut come = villages.clone();
        self.dice.shuffle(&mut come);
        // One village in five has nobody there yet.
        come.truncate(villages.len() * 4 / 5);
        for village in &come {
            let guest = self.delegate(village);
            guests.push(guest);
        }
        let others = [
            Element::Group,
            Element::Bumdes,
            Element::Council,
            Element::LocalCompanion,
        ];
        for (n, element) in others.iter().cycle().take(HERE).enumerate() {
            if guests.len() >= HERE || come.is_empty() {
                break;
            }
            let village = &come[n * 3 % come.len()];
            let guest = self.person(*element, Some(village), "");
            guests.push(guest);
        }
        self.dice.shuffle(&mut guests);
        guests.truncate(HERE);
        guests
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::context::Context;
    use crate::config::{Settings, Surroundings};
    use crate::register::Register;
    use crate::store::Work;

    #[test]
    fn whenever_a_training_begins_people_are_there_and_nobody_came_later_than_now() {
        let register = Register::built_in().unwrap();
        let settings = Settings::gather(&Surroundings::default(), None).unwrap();
        // In Atambua: just after midnight, at six, in the middle of the coming, in the evening.
        for now in [
            "2026-11-23T16:00:30Z",
            "2026-11-23T22:00:00Z",
            "2026-11-24T00:40:00Z",
            "2026-11-24T14:00:00Z",
        ] {
            let mut ctx = Context::new(settings.clone());
            ctx.now = now.parse().unwrap();
            ctx.today = "2026-11-24".parse().unwrap();
            let all = crate::cli::demo::record(&ctx, &register);
            let last = all.iter().map(|(stamp, _)| stamp.now).max();
            assert!(last <= Some(ctx.now), "{now}: {last:?}");
            let comes = |work: &Work| match work {
                Work::Occasions(requests) => requests
                    .iter()
                    .any(|d| matches!(d.act, OccasionAct::Arrive { .. })),
                Work::Villages(_) => false,
            };
            let today = all.iter().filter(|(stamp, _)| stamp.today == ctx.today);
            let here = today.filter(|(_, work)| comes(work)).count();
            assert_eq!(here, HERE, "{now}");
        }
    }
}
