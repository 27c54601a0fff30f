//! Why a village needs attention, in words.

use super::{Lang, Strings};
use crate::domain::attention::{Reason, Why};

impl Strings {
    /// What a reason is called.
    #[must_use]
    pub fn reason(&self, reason: Reason) -> &'static str {
        let (id, en) = match reason {
            Reason::NoProduct => ("tanpa produk", "no product"),
            Reason::NoDecree => ("dipilih, belum ada SK", "chosen, no decree"),
            Reason::Stuck => ("macet di tahapnya", "stuck in its stage"),
            Reason::Blocked => (
                "terhambat, menunggu pihak lain",
                "blocked, an office must act",
            ),
            Reason::Overdue => ("janji lewat tenggat", "promise overdue"),
            Reason::Expiring => ("izin habis atau segera habis", "paper ended or ending"),
            Reason::NoNextAction => ("tanpa rencana tindak lanjut", "no next action"),
            Reason::StaleData => ("data lama", "stale data"),
            Reason::Unpackaged => (
                "dipasarkan, kemasan belum terverifikasi",
                "marketed, packaging not verified",
            ),
        };
        match self.lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }

    /// Why the reason holds for a village: `148 hari di tahap ini, batas 120`.
    #[must_use]
    pub fn why(&self, why: Why) -> String {
        let f = &self.facts;
        let id = self.lang == Lang::Id;
        match why {
            Why::Decision(d) => format!("{} {}", d.code(), f.decision(d)),
            Why::Stuck { days, limit } if id => {
                format!("{} di tahap ini, batas {limit}", f.days(days))
            }
            Why::Stuck { days, limit } => format!("{} in this stage, limit {limit}", f.days(days)),
            Why::Blocked { office, days } => {
                let (office, days) = (self.programme.office(office), f.days(days));
                if id {
                    format!("dapat dibuka oleh {office}; sejak: {days}")
                } else {
                    format!("{office} can open it; since: {days}")
                }
            }
            Why::Overdue { days } if id => format!("lewat {}", f.days(days)),
            Why::Overdue { days } => format!("{} late", f.days(days)),
            Why::Expiring if id => "ada izin yang habis atau harus diperpanjang".into(),
            Why::Expiring => "a paper has ended or must be renewed".into(),
            Why::NoNextAction if id => "ada produk, tetapi tidak ada janji yang terbuka".into(),
            Why::NoNextAction => "a product, and no open promise".into(),
            Why::Stale { days } if id => format!("kabar terakhir {} lalu", f.days(days)),
            Why::Stale { days } => format!("last heard of {} ago", f.days(days)),
            Why::Unpackaged if id => "dinyatakan dipasarkan, kemasan belum terverifikasi".into(),
            Why::Unpackaged => "declared marketed, packaging not verified".into(),
        }
    }
}
