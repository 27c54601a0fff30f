//! What the commands on producers, workers, months, channels and assistance say.

use super::Lang;

pub struct MakerAnswers {
    pub(super) lang: Lang,
}

impl MakerAnswers {
    /// Nothing stands under this number or name; what there is stands below.
    #[must_use]
    pub fn not_there(&self, asked: &str) -> String {
        match self.lang {
            Lang::Id => {
                format!("\u{201c}{asked}\u{201d} tidak ada; tidak ada yang diubah. Yang ada:")
            }
            Lang::En => {
                format!("There is no \u{201c}{asked}\u{201d}; nothing was changed. There are:")
            }
        }
    }

    #[must_use]
    pub fn nothing_there(&self) -> &'static str {
        self.lang.pick("(belum ada)", "(none yet)")
    }

    #[must_use]
    pub fn workers_head(&self) -> [&'static str; 10] {
        self.lang.pick(
            [
                "Kode",
                "Desa",
                "Kecamatan",
                "Produk",
                "L",
                "P",
                "BPJS TK",
                "JKN",
                "Dihitung",
                "Dicek",
            ],
            [
                "Code",
                "Village",
                "Kecamatan",
                "Product",
                "M",
                "F",
                "BPJS work",
                "JKN",
                "Counted",
                "Checked",
            ],
        )
    }

    #[must_use]
    pub fn months_head(&self) -> [&'static str; 6] {
        self.lang.pick(
            ["Kode", "Desa", "Kecamatan", "Produk", "12 bulan", "Omzet"],
            [
                "Code",
                "Village",
                "Kecamatan",
                "Product",
                "12 months",
                "Turnover",
            ],
        )
    }

    #[must_use]
    pub fn assistance_head(&self) -> [&'static str; 4] {
        self.lang.pick(
            ["Pihak", "Berjalan", "Selesai", "Menunggu"],
            ["Office", "Running", "Done", "Waiting"],
        )
    }

    #[must_use]
    pub fn all(&self) -> &'static str {
        self.lang.pick("Semua", "All")
    }

    /// What the known months of a region brought.
    #[must_use]
    pub fn months_total(&self, of: &str, turnover: &str) -> String {
        match self.lang {
            Lang::Id => format!("{of}: omzet 12 bulan {turnover}."),
            Lang::En => format!("{of}: turnover in 12 months {turnover}."),
        }
    }

    /// Totals of a region; of the insurances only those that were checked count.
    #[must_use]
    pub fn workers_total(
        &self,
        of: &str,
        [men, women]: [u64; 2],
        members: [Option<u64>; 2],
    ) -> String {
        let all = men + women;
        let [work, health] = members.map(|n| match n {
            Some(n) => format!("{} {n}", self.lang.pick("aktif", "active")),
            None => self.lang.pick("belum dicek", "not checked").to_owned(),
        });
        match self.lang {
            Lang::Id => {
                format!("{of}: pekerja {all} (L{men} P{women}), BPJS TK {work}, JKN {health}.")
            }
            Lang::En => {
                format!("{of}: {all} workers (M{men} F{women}), BPJS work {work}, JKN {health}.")
            }
        }
    }

    /// Villages of which nothing is known are said, not counted as zero.
    #[must_use]
    pub fn without_data(&self, known: usize, unknown: usize, no_product: usize) -> String {
        match self.lang {
            Lang::Id => format!(
                "Ada data: {known} desa. Belum ada data: {unknown} desa berproduk (bukan nol); tanpa produk pilihan: {no_product} desa."
            ),
            Lang::En => format!(
                "Villages with data: {known}. No data: {unknown} with a product (that is not zero); without a chosen product: {no_product}."
            ),
        }
    }

    /// Villages whose workers are known and whose insurance nobody has checked.
    #[must_use]
    pub fn unchecked(&self, work: usize, health: usize) -> String {
        match self.lang {
            Lang::Id => format!("Belum dicek: BPJS TK di {work} desa, JKN di {health} desa."),
            Lang::En => format!("Not checked: BPJS work in {work} villages, JKN in {health}."),
        }
    }

    #[must_use]
    pub fn no_assistance(&self) -> &'static str {
        self.lang.pick(
            "Belum ada pendampingan yang tercatat.",
            "No assistance is recorded yet.",
        )
    }
}
