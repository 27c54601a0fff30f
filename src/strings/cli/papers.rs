//! Papers that are printed in the language of the screens, and what is said while papers are made. Official papers hold
//! their Indonesian words themselves.

use super::texts;
use crate::domain::stage::Decision;
use crate::strings::Lang;
use crate::strings::facts::Facts;

texts! {
    /// Words of the cards and lists, and of `ovop paper`.
    pub struct PaperWords {
        lang_word: "id", "en";
        potentials: "Potensi", "Potentials";
        product: "Produk", "Product";
        obstacles: "Hambatan", "Obstacles";
        promises: "Janji", "Promises";
        notes: "Catatan", "Notes";
        gaps: "Yang masih kurang", "Still missing";
        no_gaps: "Tidak ada yang kurang untuk tahap berikutnya.", "Nothing is missing for the next stage.";
        visited_on: "Tanggal kunjungan", "Visited on";
        filled_in_by: "Diisi oleh", "Filled in by";
        told_by: "Menurut (nama, jabatan)", "Told by (name, position)";
        ask_potential: "Potensi desa: apa saja, dan kelompok mana (pertanian, laut, tenun, ...)",
            "Potentials of the village: which, and of which group (crops, sea, weaving, ...)";
        ask_who: "Siapa yang mengerjakan, berapa orang (L/P)", "Who works on it, how many (men/women)";
        ask_season: "Kapan musimnya, berapa banyak setahun", "In which season, how much in a year";
        ask_choice: "Produk yang dipilih, dan alasannya", "The product chosen, and why";
        ask_deliberation: "Musyawarah: tanggal, tempat, nomor berita acara",
            "Deliberation: date, place, number of the minutes";
        ask_obstacles: "Hambatan, dan siapa yang dapat membukanya", "What stands in the way, and who can open it";
        ask_promises: "Janji: apa, siapa, tenggat", "Promises: what, who, until when";
        list_title: "Daftar desa", "Villages";
        board_title: "Desa menurut tahap", "Villages by stage";
        attention_title: "Perlu perhatian", "Needs attention";
        unconfirmed: "belum dipastikan", "not confirmed";
        no_decree: ", belum ada SK", ", no decree yet";
        head_name: "Nama", "Name";
        head_what: "Isi", "What";
        for_all: "semua wilayah", "all regions";
        needs_village: "Dokumen ini tentang satu desa; sebutkan desanya, misalnya: ovop paper card Kewar",
            "This paper is about one village; name it, for example: ovop paper card Kewar";
        no_village_here: "Dokumen ini tentang banyak desa; pakai --region untuk memilih wilayahnya.",
            "This paper is about many villages; use --region to choose the region.";
        needs_occasion: "Dokumen ini tentang satu rapat atau acara; sebutkan: --meeting 3 atau --event \"sosialisasi\"",
            "This paper is about one meeting or event; name it: --meeting 3 or --event \"outreach\"";
        no_occasion_here: "Dokumen ini bukan tentang satu rapat atau acara; hapus --meeting dan --event.",
            "This paper is not about one meeting or event; leave --meeting and --event out.";
        no_region_here: "--region dan --office tidak berlaku untuk dokumen satu rapat atau acara; hapus.",
            "--region and --office do not apply to the paper of one meeting or event; leave them out.";
        docx_to_terminal: "Berkas docx tidak dapat ditampilkan di terminal. Tulis ke berkas: -o NAMA.docx",
            "A docx file cannot be shown on a terminal. Write it to a file: -o NAME.docx";
    }
}

impl PaperWords {
    fn is_id(&self) -> bool {
        self.lang_word == Lang::Id.word()
    }

    /// What a paper holds, by its place in the list of papers.
    #[must_use]
    pub fn about(&self, paper: usize) -> &'static str {
        const ABOUT: [[&str; 2]; 12] = [
            [
                "Kartu desa, satu halaman: DESA",
                "Village card, one page: VILLAGE",
            ],
            [
                "Hanya yang kurang, untuk diisi di desa: DESA",
                "Only what is missing, to fill in there: VILLAGE",
            ],
            [
                "Matriks RTL: janji yang terbuka, atau dari --meeting",
                "Follow-up matrix: the open promises, or those of --meeting",
            ],
            ["Rekapitulasi per kecamatan", "Recapitulation by kecamatan"],
            [
                "Desa yang belum memiliki produk",
                "Villages without a product",
            ],
            [
                "Daftar hadir kosong; terisi dengan --meeting atau --event",
                "Attendance list, blank; filled with --meeting or --event",
            ],
            ["Daftar desa per kecamatan", "Villages by kecamatan"],
            ["Jumlah yang perlu perhatian", "How many need attention"],
            [
                "Agenda, dengan jamnya: --meeting",
                "Agenda, with its times: --meeting",
            ],
            [
                "Berita acara untuk ditandatangani: --meeting",
                "Minutes (berita acara) to be signed: --meeting",
            ],
            [
                "Notula: yang dikatakan dan diputuskan: --meeting",
                "Record (notula) of what was said and decided: --meeting",
            ],
            [
                "Laporan kegiatan: --event",
                "Report of an activity: --event",
            ],
        ];
        let [id, en] = ABOUT.get(paper).copied().unwrap_or_default();
        if self.is_id() { id } else { en }
    }

    #[must_use]
    pub fn card_of(&self, kind: &str, name: &str) -> String {
        if self.is_id() {
            format!("Kartu {kind} {name}")
        } else {
            format!("Card of {kind} {name}")
        }
    }

    #[must_use]
    pub fn gaps_of(&self, kind: &str, name: &str) -> String {
        if self.is_id() {
            format!("Yang masih kurang: {kind} {name}")
        } else {
            format!("Still missing: {kind} {name}")
        }
    }

    #[must_use]
    pub fn in_kecamatan(&self, kecamatan: &str, regency: &str) -> String {
        format!("Kecamatan {kecamatan}, {regency}")
    }

    /// A potential that only a public source tells of.
    #[must_use]
    pub fn confirm(&self, potential: &str) -> String {
        if self.is_id() {
            format!("Pastikan potensi: {potential}")
        } else {
            format!("Confirm the potential: {potential}")
        }
    }

    /// How many villages, and how many of them without a product, with the split.
    #[must_use]
    pub fn counted(&self, all: usize, k0: usize, k1: usize) -> String {
        let without = k0 + k1;
        if self.is_id() {
            format!(
                "{all} desa; tanpa produk {without} (belum didata !! {k0}, belum diputuskan ! {k1})."
            )
        } else {
            format!(
                "{all} villages; without a product {without} (not surveyed !! {k0}, not decided ! {k1})."
            )
        }
    }

    #[must_use]
    pub fn without(&self, all: u32, k0: u32, k1: u32) -> String {
        if self.is_id() {
            format!("tanpa produk: {all} (belum didata {k0}, belum diputuskan {k1})")
        } else {
            format!("no product: {all} (not surveyed {k0}, not decided {k1})")
        }
    }

    #[must_use]
    pub fn as_of(&self, day: &str, known_then: bool) -> String {
        match (self.is_id(), known_then) {
            (true, false) => format!("Keadaan per {day}"),
            (true, true) => format!("Keadaan per {day}, menurut yang diketahui saat itu"),
            (false, false) => format!("As of {day}"),
            (false, true) => format!("As of {day}, as known then"),
        }
    }

    #[must_use]
    pub fn written(&self, path: &str) -> String {
        if self.is_id() {
            format!("Ditulis ke {path}.")
        } else {
            format!("Written to {path}.")
        }
    }

    #[must_use]
    pub fn there_already(&self, path: &str) -> String {
        if self.is_id() {
            format!(
                "{path} sudah ada dan tidak diganti. Pakai nama lain, atau --force untuk menggantinya."
            )
        } else {
            format!(
                "{path} is there already and was left as it is. Use another name, or --force to replace it."
            )
        }
    }

    #[must_use]
    pub fn not_written(&self, path: &str, why: &str) -> String {
        if self.is_id() {
            format!(
                "{path} tidak dapat ditulis ({why}). Periksa foldernya; tidak ada yang berubah."
            )
        } else {
            format!("{path} cannot be written ({why}). Check the folder; nothing has changed.")
        }
    }
}

impl super::Cli {
    /// What is said in a list of a village without a product.
    #[must_use]
    pub fn words_of(&self, decision: Decision, facts: &Facts, potentials: u32) -> String {
        let decision = facts.decision(decision);
        match (potentials, self.papers.is_id()) {
            (0, _) => decision.to_owned(),
            (n, true) => format!("{decision}, {n} potensi"),
            (1, false) => format!("{decision}, 1 potential"),
            (n, false) => format!("{decision}, {n} potentials"),
        }
    }
}
