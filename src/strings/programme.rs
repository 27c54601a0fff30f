//! Words of the programme: categories, evidence, obstacles, offices, promises.

mod card;
mod form;

use super::Lang;
use crate::domain::evidence::{Renewal, Standing, Status};
use crate::domain::follow::{Obstacle, Office, Outcome};
use crate::domain::gate::{Category, Item, Need};

pub struct Programme {
    pub(super) lang: Lang,
    categories: [&'static str; 4],
    statuses: [&'static str; 7],
    obstacles: [&'static str; Obstacle::ALL.len()],
    offices: [&'static str; Office::ALL.len()],
    outcomes: [&'static str; Outcome::ALL.len()],
}

pub const ID: Programme = Programme {
    lang: Lang::Id,
    categories: [
        "pangan olahan",
        "tenun dan kriya",
        "segar",
        "jasa dan wisata",
    ],
    statuses: [
        "belum diurus",
        "berkas kurang",
        "diajukan",
        "ada",
        "ditolak",
        "tidak wajib",
        "tidak halal, diberi keterangan",
    ],
    obstacles: [
        "bahan baku kurang atau musiman",
        "produksi tidak terus-menerus",
        "alat atau tempat tidak layak",
        "modal",
        "kelompok atau SDM tidak aktif",
        "mutu tidak stabil",
        "izin: NIB",
        "izin: SPP-IRT",
        "izin: BPOM",
        "izin: halal",
        "izin: merek",
        "kemasan atau label",
        "harga atau HPP",
        "pasar atau pembeli",
        "transportasi atau jalan",
        "listrik, air atau internet",
        "kelembagaan atau konflik",
        "pergantian kepala desa",
        "bencana atau cuaca",
        "menunggu bantuan",
        "belum ada musdes",
        "lain",
    ],
    offices: [
        "Pemerintah Desa",
        "BPD",
        "BUMDes",
        "Kopdes Merah Putih",
        "Pendamping",
        "Kecamatan",
        "Dinas PMD",
        "Disperindagkop-UKM",
        "Dinas Kesehatan",
        "DPMPTSP",
        "Dinas Pertanian",
        "Dinas Perikanan",
        "Dinas Kehutanan",
        "Dekranasda",
        "Balai POM",
        "BPJPH/LP3H",
        "Kanwil Hukum (KI)",
        "Bank NTT",
        "BPJS",
        "NTT Mart",
        "Kampus",
        "Pemerintah Provinsi",
        "Perusahaan (CSR)",
        "lain",
    ],
    outcomes: ["selesai", "gagal", "dialihkan", "batal", "sebagian"],
};

pub const EN: Programme = Programme {
    lang: Lang::En,
    categories: [
        "processed food",
        "weaving and craft",
        "fresh",
        "services and tourism",
    ],
    statuses: [
        "not begun",
        "papers missing",
        "applied for",
        "there",
        "refused",
        "not required",
        "not halal, labelled so",
    ],
    obstacles: [
        "raw material short or seasonal",
        "production not steady",
        "tools or place unfit",
        "capital",
        "group or people not active",
        "quality not steady",
        "permit: NIB",
        "permit: SPP-IRT",
        "permit: BPOM",
        "permit: halal",
        "permit: trademark",
        "packaging or label",
        "price or cost",
        "market or buyers",
        "transport or road",
        "power, water or internet",
        "institutions or conflict",
        "change of village head",
        "disaster or weather",
        "waiting for aid",
        "no deliberation yet",
        "other",
    ],
    offices: [
        "Village government",
        "Village council (BPD)",
        "BUMDes",
        "Village cooperative",
        "Companion",
        "Kecamatan",
        "Community and village office (PMD)",
        "Trade office",
        "Health office",
        "Licensing office",
        "Agriculture office",
        "Fisheries office",
        "Forestry office",
        "Crafts council (Dekranasda)",
        "Food agency (POM)",
        "Halal agency (BPJPH)",
        "Law office (IP)",
        "Bank NTT",
        "BPJS",
        "NTT Mart",
        "University",
        "Province",
        "Company (CSR)",
        "other",
    ],
    outcomes: ["done", "failed", "handed on", "dropped", "done in part"],
};

impl Programme {
    #[must_use]
    pub fn category(&self, c: Category) -> &'static str {
        self.categories[c as usize]
    }

    #[must_use]
    pub fn status(&self, s: Status) -> &'static str {
        self.statuses[s as usize]
    }

    #[must_use]
    pub fn obstacle(&self, o: Obstacle) -> &'static str {
        self.obstacles[o as usize]
    }

    #[must_use]
    pub fn office(&self, o: Office) -> &'static str {
        self.offices[o as usize]
    }

    #[must_use]
    pub fn outcome(&self, o: Outcome) -> &'static str {
        self.outcomes[o as usize]
    }

    /// What an item of the gates is called.
    #[must_use]
    pub fn item<'a>(&self, item: &'a Item) -> &'a str {
        &item.label[self.lang as usize]
    }

    #[must_use]
    pub fn standing(&self, s: Standing) -> &'static str {
        let (id, en) = match s {
            Standing::Missing => ("belum ada", "missing"),
            Standing::Claimed => ("diklaim", "claimed"),
            Standing::Verified => ("terverifikasi", "verified"),
            Standing::Expired => ("kedaluwarsa", "expired"),
            Standing::Waived => ("tidak berlaku", "does not apply"),
        };
        self.pick(id, en)
    }

    #[must_use]
    pub fn need(&self, n: Need) -> &'static str {
        match n {
            Need::Required => self.pick("wajib", "required"),
            Need::IfApplies => self.pick("bila berlaku", "if it applies"),
            Need::Supporting => self.pick("pendukung", "supporting"),
            Need::NotAsked => self.pick("tidak diminta", "not asked"),
        }
    }

    #[must_use]
    pub fn renewal(&self, r: Renewal) -> &'static str {
        match r {
            Renewal::Soon => self.pick("segera habis", "ends soon"),
            Renewal::Due => self.pick("perpanjangan harus diajukan", "renewal is due"),
            Renewal::Expired => self.pick("kedaluwarsa", "expired"),
        }
    }

    fn pick(&self, id: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }
}
