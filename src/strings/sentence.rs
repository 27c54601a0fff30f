//! A village in one sentence: what somebody says who is asked "how is it doing?".

use chrono::NaiveDate;

use super::{Lang, Strings};
use crate::domain::evidence;
use crate::domain::gate::RuleBook;
use crate::domain::list::Place;
use crate::domain::stage::Decision;
use crate::domain::village::{Choice, Village};

impl Strings {
    /// Where a village stands, in words, with the age of what is known.
    #[must_use]
    pub fn sentence(&self, place: &Place, village: &Village, today: NaiveDate) -> String {
        let id = self.lang == Lang::Id;
        let f = &self.facts;
        let head = format!("{} ({})", place.name, place.kecamatan);
        let state = match (&village.choice, village.decision()) {
            (Some(choice), decision) => {
                let days = f.days((today - choice.stage_since).num_days());
                let (product, stage) = (&choice.product, f.stage(choice.stage).to_uppercase());
                let verified = self.verified(choice, today);
                let waits = self.waits(choice, village, today);
                let decree = f.decision(decision);
                if id {
                    format!("{decree}, produk {product}, tahap {stage} ({verified}), {days}{waits}")
                } else {
                    format!(
                        "{decree}, product {product}, stage {stage} ({verified}), {days}{waits}"
                    )
                }
            }
            (None, Decision::NotSurveyed) if id => {
                "belum didata, belum ada potensi tercatat".into()
            }
            (None, Decision::NotSurveyed) => "not surveyed, no potential recorded".into(),
            (None, _) if id => format!(
                "ada {} potensi, belum ada yang dipilih",
                village.potentials.len()
            ),
            (None, _) => match village.potentials.len() {
                1 => "1 potential, not chosen".into(),
                n => format!("{n} potentials, none chosen"),
            },
        };
        let raw = match village.sells_raw() {
            true if id => ", dijual mentah",
            true => ", sold raw",
            false => "",
        };
        let age = match village.latest {
            Some(latest) => {
                let days = (today - latest).num_days();
                match (id, days) {
                    (true, 0) => format!(" Data per {}, hari ini.", f.short_day(latest)),
                    (true, _) => {
                        format!(" Data per {}, {} lalu.", f.short_day(latest), f.days(days))
                    }
                    (false, 0) => format!(" Data of {}, today.", f.short_day(latest)),
                    (false, _) => {
                        format!(" Data of {}, {} ago.", f.short_day(latest), f.days(days))
                    }
                }
            }
            None => String::new(),
        };
        format!("{head}: {state}{raw}.{age}")
    }

    /// How far the declared stage is proved.
    fn verified(&self, choice: &Choice, today: NaiveDate) -> String {
        let verified = evidence::verified_stage(choice, RuleBook::shipped().on(today), today);
        let name = verified.map(|v| self.facts.stage(v).to_uppercase());
        self.programme
            .verified_briefly(verified == Some(choice.stage), name.as_deref())
    }

    /// What the village waits for: the oldest obstacle, else what is missing. Nothing, when nothing is.
    fn waits(&self, choice: &Choice, village: &Village, today: NaiveDate) -> String {
        let p = &self.programme;
        let waits = if let Some(blocker) = village.follow.blockers.first() {
            let raised = &blocker.raised;
            p.waits_for_office(p.office(raised.office), p.obstacle(raised.obstacle))
        } else {
            let missing = evidence::missing(choice, RuleBook::shipped().on(today), today);
            match missing.first() {
                Some(first) => p.waits_for_item(p.item(first.item), missing.len() - 1),
                None => return String::new(),
            }
        };
        format!(", {waits}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::Code;

    #[test]
    fn a_village_without_anything_says_so() {
        let place = Place {
            ord: 0,
            code: Code::parse("53.21.11.2003").unwrap(),
            name: "Lakekun".into(),
            kecamatan: "Kobalima".into(),
            regency: "Kabupaten Malaka".into(),
        };
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        assert_eq!(
            Strings::of(Lang::Id).sentence(&place, &Village::default(), today),
            "Lakekun (Kobalima): belum didata, belum ada potensi tercatat."
        );
        assert_eq!(
            Strings::of(Lang::En).sentence(&place, &Village::default(), today),
            "Lakekun (Kobalima): not surveyed, no potential recorded."
        );
    }
}
