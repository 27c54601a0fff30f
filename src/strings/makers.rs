//! Producers, workers, months, channels and assistance in words.

use chrono::NaiveDate;

use super::Lang;
use super::facts::{Facts, capital};
use super::programme::Programme;
use crate::domain::makers::{
    Assistance, Business, Channel, Checked, Form, Known, Makers, MonthRecorded, Outlet, Producer,
    Workers,
};
use crate::domain::month::Month;
use crate::domain::quantity::{Quantity, grouped};

pub struct MakerWords {
    pub(super) lang: Lang,
}

impl MakerWords {
    fn pick<T>(&self, id: T, en: T) -> T {
        match self.lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }

    #[must_use]
    pub fn form(&self, form: Form) -> &'static str {
        match form {
            Form::Group => self.pick("kelompok", "group"),
            Form::JointGroup => self.pick("kelompok usaha bersama", "joint business group"),
            Form::Enterprise => self.pick("UMKM", "small enterprise"),
            Form::Bumdes => "BUMDes",
            Form::VillageCooperative => "Kopdes Merah Putih",
            Form::Cooperative => self.pick("koperasi", "cooperative"),
            Form::OriginHolder => self.pick("pemegang IG (MPIG)", "GI holder (MPIG)"),
            Form::Person => self.pick("perorangan", "one person"),
            Form::Other => self.pick("lain", "other"),
        }
    }

    #[must_use]
    pub fn outlet(&self, outlet: Outlet) -> &'static str {
        match outlet {
            Outlet::NttMart => "NTT Mart",
            Outlet::Dekranasda => "Dekranasda",
            Outlet::BumdesShop => self.pick("toko BUMDes", "BUMDes shop"),
            Outlet::VillageCooperative => "Kopdes Merah Putih",
            Outlet::VillageMarket => self.pick("pasar desa", "village market"),
            Outlet::RegencyMarket => self.pick("pasar kabupaten", "regency market"),
            Outlet::Shop => self.pick("kios", "kiosk"),
            Outlet::Minimarket => self.pick("minimarket", "minimarket"),
            Outlet::Hotel => "hotel",
            Outlet::Reseller => self.pick("reseller", "reseller"),
            Outlet::Online => self.pick("marketplace atau medsos", "marketplace or social media"),
            Outlet::Fair => self.pick("pameran", "fair"),
            Outlet::Catalogue => self.pick("e-katalog", "e-catalogue"),
            Outlet::Islands => self.pick("antarpulau", "inter-island"),
            Outlet::TimorLeste => self.pick("ekspor ke Timor-Leste", "export to Timor-Leste"),
            Outlet::Export => self.pick("ekspor", "export"),
            Outlet::Other => self.pick("lain", "other"),
        }
    }

    /// Rupiah as the language writes them: `Rp1.500.000`, `Rp1,500,000`.
    #[must_use]
    pub fn money(&self, rupiah: u64) -> String {
        format!("Rp{}", grouped(rupiah, self.pick(".", ",")))
    }

    #[must_use]
    pub fn quantity(&self, quantity: Quantity) -> String {
        let (thousands, decimal) = self.pick((".", ','), (",", '.'));
        quantity.written(thousands, decimal)
    }

    /// Why a text is no number, with the forms that are.
    #[must_use]
    pub fn bad_number(&self) -> &'static str {
        self.pick(
            "Angka tidak terbaca. Contoh: 1.500.000, 12,5, 1,5jt, 750rb; yang dapat berarti dua hal (1,500) tulis 1500 atau 1,5.",
            "Not a number. Examples: 1.500.000, 12.5, 1,5jt, 750rb; what can mean two things (1,500) is written 1500 or 1.5.",
        )
    }

    /// Why a text is no month, with the forms that are.
    #[must_use]
    pub fn bad_month(&self) -> &'static str {
        self.pick(
            "Bulan tidak terbaca. Contoh: 2026-10, 10/2026, okt, okt 2026, bulan lalu.",
            "Not a month. Examples: 2026-10, 10/2026, oct, oct 2026, last month.",
        )
    }

    /// Whether a producer is at work.
    #[must_use]
    pub fn activity(&self, active: bool) -> &'static str {
        if active {
            self.pick("aktif", "active")
        } else {
            self.pick("berhenti", "stopped")
        }
    }

    /// Before an entry takes the place of one that is there.
    #[must_use]
    pub fn replaces(&self, e: &MonthRecorded) -> String {
        let (month, amounts) = (self.month(e.month), self.amounts(e));
        match self.lang {
            Lang::Id => format!("{month} sudah tercatat: {amounts}. Yang ini menggantikannya."),
            Lang::En => format!("{month} is recorded already: {amounts}. This one replaces it."),
        }
    }

    /// On the card of a product of which nothing is known here.
    #[must_use]
    pub fn nothing_yet(&self) -> &'static str {
        self.pick(
            "belum ada data produksi, pekerja, kanal (+ mencatat)",
            "no production, workers or channels known (+ records)",
        )
    }

    /// An amount that is not said of one channel or producer.
    #[must_use]
    pub fn not_itemised(&self) -> &'static str {
        self.pick("tidak dirinci", "not itemised")
    }

    #[must_use]
    pub fn new_assistance(&self) -> &'static str {
        self.pick("pendampingan baru", "a new assistance")
    }

    #[must_use]
    pub fn producers_head(&self) -> &'static str {
        self.pick("Produsen", "Producers")
    }

    #[must_use]
    pub fn months_head(&self) -> &'static str {
        self.pick("Produksi dan penjualan", "Production and sales")
    }

    #[must_use]
    pub fn channels_head(&self) -> &'static str {
        self.pick("Kanal", "Channels")
    }

    #[must_use]
    pub fn assistance_head(&self) -> &'static str {
        self.pick("Pendampingan", "Assistance")
    }

    /// A producer: name, kind, head, members, last production, and whether it has stopped.
    #[must_use]
    pub fn producer(&self, facts: &Facts, p: &Producer) -> String {
        let Business {
            name,
            form,
            head,
            men,
            women,
            produced,
        } = &p.business;
        let mut parts = vec![format!("{name} ({})", self.form(*form))];
        if !head.is_empty() {
            parts.push(format!("{} {head}", self.pick("ketua", "head")));
        }
        if let Some(members) = self.by_sex(*men, *women) {
            parts.push(format!("{} {members}", self.pick("anggota", "members")));
        }
        if let Some(day) = produced {
            let day = facts.short_day(*day);
            parts.push(format!(
                "{} {day}",
                self.pick("terakhir produksi", "last produced")
            ));
        }
        if let Some((day, why)) = &p.stopped {
            let day = facts.short_day(*day);
            parts.push(match self.lang {
                Lang::Id => format!("BERHENTI sejak {day}: {why}"),
                Lang::En => format!("STOPPED since {day}: {why}"),
            });
        }
        parts.join(", ")
    }

    /// Members by sex; one that was not counted is a question mark, never a zero.
    fn by_sex(&self, men: Option<u32>, women: Option<u32>) -> Option<String> {
        let (m, w) = self.pick(("L", "P"), ("M", "F"));
        match (men, women) {
            (None, None) => None,
            (Some(men), Some(women)) => Some(format!(
                "{} ({m}{men} {w}{women})",
                men.saturating_add(women)
            )),
            (men, women) => {
                let some = |n: Option<u32>| n.map_or("?".to_owned(), |n| n.to_string());
                Some(format!("({m}{} {w}{})", some(men), some(women)))
            }
        }
    }

    /// `Pekerja 14 (L3 P11) BPJS TK 6 JKN 12, dicek 03-11-2025`. A check of another day has its own.
    #[must_use]
    pub fn workers(&self, facts: &Facts, w: &Workers) -> String {
        self.worker_pieces(facts, w).join(" ")
    }

    /// The same in pieces, none of which is to be broken within.
    #[must_use]
    pub fn worker_pieces(&self, facts: &Facts, w: &Workers) -> [String; 4] {
        let counted = self.by_sex(Some(w.men), Some(w.women)).unwrap_or_default();
        let say = |name: &str, checked: Option<Checked>| match checked {
            None => format!("{name} {}", self.pick("belum dicek", "not checked")),
            Some(Checked { number, on }) if on == w.on => format!("{name} {number}"),
            Some(Checked { number, on }) => {
                format!("{name} {number} ({})", facts.short_day(on))
            }
        };
        let (workers, checked) = self.pick(("Pekerja", "dicek"), ("Workers", "checked"));
        [
            format!("{workers} {counted}"),
            say("BPJS TK", w.work),
            format!("{},", say("JKN", w.health)),
            format!("{checked} {}", facts.short_day(w.on)),
        ]
    }

    #[must_use]
    pub fn no_workers(&self) -> &'static str {
        self.pick("Pekerja: belum ada data", "Workers: no data yet")
    }

    /// `Produksi 12 bln: --##.##..###`
    #[must_use]
    pub fn year(&self, makers: &Makers, day: NaiveDate) -> String {
        let strip = strip(&makers.year(day));
        match self.lang {
            Lang::Id => format!("Produksi 12 bln: {strip}"),
            Lang::En => format!("Made, 12 months: {strip}"),
        }
    }

    /// The twelve months as two lines, the first letters of their names above their signs.
    #[must_use]
    pub fn grid(&self, makers: &Makers, day: NaiveDate) -> [String; 2] {
        let letter = |month: Month| self.month(month).chars().take(1).collect::<String>();
        [
            Month::twelve(day).map(letter).join(" "),
            makers.year(day).map(|k| k.sign().to_string()).join(" "),
        ]
    }

    /// What the signs of the strip mean, and from which month to which it goes.
    #[must_use]
    pub fn legend(&self, day: NaiveDate) -> String {
        self.legend_pieces(day).join(" ")
    }

    /// The same in pieces, none of which is to be broken within.
    #[must_use]
    pub fn legend_pieces(&self, day: NaiveDate) -> [String; 4] {
        let [first, .., last] = Month::twelve(day);
        let (first, last) = (self.month(first), self.month(last));
        let signs = self.pick(
            ["# ada", ". nol", "- belum ada data"],
            ["# made", ". none made", "- no data"],
        );
        let [made, zero, none] = signs.map(str::to_owned);
        [format!("{first} - {last};"), made, zero, none]
    }

    /// The twelve months counted in words.
    #[must_use]
    pub fn year_counts(&self, makers: &Makers, day: NaiveDate) -> String {
        let year = makers.year(day);
        let n = |known: Known| year.iter().filter(|k| **k == known).count();
        let (made, zero, none) = (n(Known::Made), n(Known::Zero), n(Known::NoData));
        let turnover = makers
            .turnover(day)
            .map(|t| format!(", {} {}", self.pick("omzet", "turnover"), self.money(t)))
            .unwrap_or_default();
        match self.lang {
            Lang::Id => {
                format!("{made} bulan ada, {zero} nol, {none} belum ada data{turnover}")
            }
            Lang::En => {
                let months = if made == 1 { "month" } else { "months" };
                format!("{made} {months} made, {zero} none made, {none} no data{turnover}")
            }
        }
    }

    /// `Okt 2026`
    #[must_use]
    pub fn month(&self, month: Month) -> String {
        const ID: [&str; 12] = [
            "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
        ];
        const EN: [&str; 12] = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ];
        let names = self.pick(ID, EN);
        format!("{} {}", names[month.month0() as usize], month.year())
    }

    /// What was said of a month, without where and by whom.
    #[must_use]
    pub fn amounts(&self, e: &MonthRecorded) -> String {
        let mut parts = Vec::new();
        if let Some(volume) = e.volume {
            parts.push(
                format!("{} {}", self.quantity(volume), e.unit)
                    .trim_end()
                    .to_owned(),
            );
        }
        if let Some(turnover) = e.turnover {
            parts.push(self.money(turnover));
        }
        parts.join(", ")
    }

    /// An entry of a month: month, amounts, and where they were named channel and producer.
    #[must_use]
    pub fn entry(&self, makers: &Makers, e: &MonthRecorded) -> String {
        let mut text = format!("{}: {}", self.month(e.month), self.amounts(e));
        if let Some(channel) = e.channel.and_then(|id| makers.channel(id)) {
            text = format!("{text}, {}", self.channel_name(channel));
        }
        // Named also where there is only one: what is said of no producer is another entry.
        if let Some(producer) = e.producer.and_then(|id| makers.producer(id)) {
            text = format!("{text}, {}", producer.business.name);
        }
        text
    }

    /// Where it is sold: `pasar kabupaten Betun`.
    #[must_use]
    pub fn channel_name(&self, c: &Channel) -> String {
        self.outlet_name(c.outlet, &c.name)
    }

    #[must_use]
    pub fn outlet_name(&self, outlet: Outlet, name: &str) -> String {
        let outlet = self.outlet(outlet);
        // People write "NTT Mart Belu" where the outlet says "NTT Mart" already.
        if name.to_lowercase().contains(&outlet.to_lowercase()) {
            return name.to_owned();
        }
        format!("{outlet} {name}").trim_end().to_owned()
    }

    /// A channel: where, since when, and how it ended.
    #[must_use]
    pub fn channel(&self, facts: &Facts, c: &Channel) -> String {
        let name = capital(&self.channel_name(c));
        let since = facts.short_day(c.since);
        match (self.lang, &c.ended) {
            (Lang::Id, None) => format!("{name}, sejak {since}"),
            (Lang::En, None) => format!("{name}, since {since}"),
            (Lang::Id, Some((on, why))) => {
                format!(
                    "{name}, {since} s.d. {}, BERAKHIR: {why}",
                    facts.short_day(*on)
                )
            }
            (Lang::En, Some((on, why))) => {
                format!("{name}, {since} - {}, ENDED: {why}", facts.short_day(*on))
            }
        }
    }

    /// An assistance: who, what, since when, and how it ended.
    #[must_use]
    pub fn assistance(&self, facts: &Facts, p: &Programme, a: &Assistance) -> String {
        let (office, what, since) = (p.office(a.office), &a.what, facts.short_day(a.since));
        let state = match &a.ended {
            None if a.waiting => self.pick("MENUNGGU sejak", "WAITING since"),
            _ => self.pick("sejak", "since"),
        };
        let mut text = format!("{office}: {what}, {state} {since}");
        if let Some(end) = &a.ended {
            let on = facts.short_day(end.on);
            text = format!("{text}, {} {on}", self.pick("SELESAI", "ENDED"));
            if !end.handover.is_empty() {
                text = format!("{text}, BAST {}", end.handover);
            }
            if !end.note.is_empty() {
                text = format!("{text}: {}", end.note);
            }
        }
        text
    }
}

/// The signs of twelve months.
#[must_use]
pub fn strip(year: &[Known; 12]) -> String {
    year.iter().map(|k| k.sign()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings::Strings;

    #[test]
    fn money_and_amounts_are_written_as_the_language_wants_them() {
        let (id, en) = (Strings::of(Lang::Id), Strings::of(Lang::En));
        assert_eq!(id.makers.money(1_500_000), "Rp1.500.000");
        assert_eq!(en.makers.money(1_500_000), "Rp1,500,000");
        let half = Quantity::parse("1.500,5").unwrap();
        assert_eq!(id.makers.quantity(half), "1.500,5");
        assert_eq!(en.makers.quantity(half), "1,500.5");
    }

    #[test]
    fn what_nobody_counted_is_no_zero() {
        let id = &Strings::of(Lang::Id).makers;
        assert_eq!(id.by_sex(None, None), None);
        assert_eq!(id.by_sex(Some(3), None).unwrap(), "(L3 P?)");
        let on = NaiveDate::from_ymd_opt(2025, 11, 3).unwrap();
        let workers = Workers {
            men: 3,
            women: 11,
            on,
            work: Some(Checked { number: 6, on }),
            health: None,
        };
        assert_eq!(
            id.workers(&Strings::of(Lang::Id).facts, &workers),
            "Pekerja 14 (L3 P11) BPJS TK 6 JKN belum dicek, dicek 03-11-2025"
        );
    }
}
