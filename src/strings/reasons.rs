//! Why a village needs attention, in words.

use super::{Lang, Strings};
use crate::domain::attention::{Reason, Why};

impl Strings {
    /// What a reason is called, in at most 18 columns: it stands in a narrow pane, with its number.
    #[must_use]
    pub fn reason(&self, reason: Reason) -> &'static str {
        let (id, en) = match reason {
            Reason::NoProduct => ("tanpa produk", "no product"),
            Reason::NoDecree => ("dipilih, belum SK", "chosen, no decree"),
            Reason::Stuck => ("macet di tahapnya", "stuck in its stage"),
            Reason::Blocked => ("terhambat", "blocked"),
            Reason::Overdue => ("RTL lewat tenggat", "action overdue"),
            Reason::Expiring => ("izin jatuh tempo", "permit ending"),
            Reason::NoNextAction => ("tanpa RTL", "no next action"),
            Reason::StaleData => ("data lama", "old data"),
            Reason::Unpackaged => ("kemasan belum sah", "packaging unproved"),
        };
        match self.lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }

    /// Why the reason holds for a village, briefly, under the name of the reason: `148 hari, batas 120`.
    #[must_use]
    pub fn why(&self, why: Why) -> String {
        let f = &self.facts;
        let id = self.lang == Lang::Id;
        match why {
            Why::Decision(d) => format!("{} {}", d.code(), f.decision(d)),
            Why::Stuck { days, limit } if id => format!("{}, batas {limit}", f.days(days)),
            Why::Stuck { days, limit } => format!("{}, limit {limit}", f.days(days)),
            Why::Blocked { office, days } => {
                format!("{}, {}", self.programme.office(office), f.days(days))
            }
            Why::Overdue { days } if id => format!("lewat {}", f.days(days)),
            Why::Overdue { days } => format!("{} late", f.days(days)),
            Why::Expiring if id => "izin habis atau harus diperpanjang".into(),
            Why::Expiring => "permit ended or to be renewed".into(),
            Why::NoNextAction if id => "belum ada yang berjanji".into(),
            Why::NoNextAction => "nobody has promised anything".into(),
            Why::Stale { days } if id => format!("{} tanpa kabar", f.days(days)),
            Why::Stale { days } => format!("{} without news", f.days(days)),
            Why::Unpackaged if id => "dipasarkan, kemasan belum terverifikasi".into(),
            Why::Unpackaged => "marketed, packaging not verified".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn a_reason_is_not_cut_off_in_its_pane() {
        for lang in [Lang::Id, Lang::En] {
            for reason in Reason::ALL {
                let name = Strings::of(lang).reason(reason);
                assert!(name.width() <= 18, "{name}");
            }
        }
    }
}
