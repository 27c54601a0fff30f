//! Why an act cannot be done, and what its inputs are called.

use chrono::NaiveDate;

use super::Lang;
use super::facts::{Facts, capital};
use super::views::ViewWords;
use crate::domain::act::{Field, Refusal};

impl Facts {
    /// How an input is called.
    #[must_use]
    pub fn field(&self, f: Field) -> &'static str {
        let (id, en) = match f {
            Field::Name => ("nama", "name"),
            Field::Group => ("kelompok", "group"),
            Field::Source => ("sumber", "source"),
            Field::Note => ("catatan", "note"),
            Field::Potential => ("potensi", "potential"),
            Field::Product => ("nama produk", "product name"),
            Field::Forum => ("forum", "forum"),
            Field::Minutes => ("nomor BA", "minutes no."),
            Field::Reason => ("alasan", "reason"),
            Field::Number => ("nomor SK", "decree no."),
            Field::Stage => ("tahap", "stage"),
            Field::Basis => ("dasar", "basis"),
            Field::Text => ("catatan", "note"),
            Field::Raw => ("jual mentah", "sold raw"),
            Field::Confirmed => ("dipastikan", "confirmed"),
            Field::Date => ("tanggal", "date"),
            Field::Category => ("kategori", "category"),
            Field::Item => ("bukti", "evidence"),
            Field::Status => ("keadaan", "state"),
            Field::Issuer => ("penerbit", "issued by"),
            Field::Holder => ("pemegang", "holder"),
            Field::Issued => ("terbit", "issued on"),
            Field::Expires => ("berlaku s.d.", "valid until"),
            Field::Missing => ("yang kurang", "missing"),
            Field::Evidence => ("bukti", "evidence"),
            Field::Obstacle => ("hambatan", "obstacle"),
            Field::Office => ("pihak", "office"),
            Field::Blocker => ("hambatan", "obstacle"),
            Field::How => ("cara terbuka", "how cleared"),
            Field::What => ("tindakan", "action"),
            Field::Who => ("siapa", "who"),
            Field::Due => ("tenggat", "due"),
            Field::Action => ("RTL", "action"),
            Field::Outcome => ("hasil", "outcome"),
            Field::Producer => ("produsen", "producer"),
            Field::Form => ("bentuk usaha", "business"),
            Field::Head => ("ketua", "head"),
            Field::Men => ("laki-laki", "men"),
            Field::Women => ("perempuan", "women"),
            Field::Produced => ("produksi tgl", "last made"),
            Field::Active => ("aktif", "active"),
            Field::Work => ("BPJS TK", "BPJS work"),
            Field::Health => ("JKN", "JKN health"),
            Field::Month => ("bulan", "month"),
            Field::Volume => ("volume", "volume"),
            Field::Unit => ("satuan", "unit"),
            Field::Turnover => ("omzet (Rp)", "turnover Rp"),
            Field::Channel => ("kanal", "channel"),
            Field::Outlet => ("tempat jual", "outlet"),
            Field::Help => ("bantuan apa", "what help"),
            Field::Waiting => ("menunggu", "waiting"),
            Field::Assistance => ("pendampingan", "assistance"),
            Field::Handover => ("nomor BAST", "handover no."),
        };
        match self.lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }

    /// Why an act cannot be done, as a sentence.
    #[must_use]
    pub fn refusal(&self, why: &Refusal) -> String {
        let day = |d: &NaiveDate| self.short_day(*d);
        match self.lang {
            Lang::Id => match why {
                Refusal::Empty(f) => format!("Isi {} dahulu.", self.field(*f)),
                Refusal::TooLong { field, max } => format!(
                    "{} terlalu panjang: paling banyak {max} huruf.",
                    capital(self.field(*field))
                ),
                Refusal::FutureDate { today } => {
                    format!("Tanggal itu belum tiba (hari ini {}).", day(today))
                }
                Refusal::TooEarly { year } => {
                    format!("Tanggal sebelum tahun {year} tidak diterima; periksa tahunnya.")
                }
                Refusal::BeforeChoice { on } => format!(
                    "Produk ini dipilih tanggal {}; tanggal yang diisi lebih awal.",
                    day(on)
                ),
                Refusal::BeforeItsLatest { on } => format!(
                    "SK, tahap atau produksi produk ini tercatat sampai {}; isi tanggal itu atau sesudahnya.",
                    day(on)
                ),
                Refusal::BeforeFormerEnd { until } => format!(
                    "Pilihan sebelumnya masih berlaku sampai {}; isi tanggal itu atau sesudahnya.",
                    day(until)
                ),
                Refusal::BeforeDecree { number, on } => format!(
                    "SK {number} tanggal {} sudah tercatat dan lebih baru. Kalau keliru, urungkan dahulu.",
                    day(on)
                ),
                Refusal::SameDecree { number } => {
                    format!("SK {number} dengan tanggal ini sudah tercatat.")
                }
                Refusal::NoPotential => "Belum ada potensi. Catat potensi dahulu.".into(),
                Refusal::UnknownPotential => "Potensi itu tidak ada (lagi) di desa ini.".into(),
                Refusal::SamePotential { name } => {
                    format!("Potensi \"{name}\" sudah tercatat.")
                }
                Refusal::IsChosen { product } => format!(
                    "Ini produk pilihan (\"{product}\"): ganti atau batalkan pilihannya dahulu."
                ),
                Refusal::NothingChanged => "Tidak ada yang berubah.".into(),
                Refusal::NoChoice => "Belum ada produk yang dipilih.".into(),
                Refusal::SameProduct { product } => {
                    format!("\"{product}\" memang produk yang dipilih sekarang.")
                }
                Refusal::ReplacementNeedsReason { product } => {
                    format!("Ini menggantikan \"{product}\": tulis alasannya.")
                }
                Refusal::ForumOfOtherKind { forum, kind } => format!(
                    "{} tidak berlaku untuk {}.",
                    capital(self.forum(*forum)),
                    self.kind(*kind)
                ),
                Refusal::SameStage { stage } => {
                    format!("Tahapnya memang sudah {}.", self.stage(*stage))
                }
                Refusal::SameRawSale { raw: true } => "Sudah tercatat: dijual mentah.".into(),
                Refusal::SameRawSale { raw: false } => {
                    "Sudah tercatat: tidak dijual mentah.".into()
                }
                Refusal::SameCategory { category } => {
                    format!("Kategorinya memang {}.", category.word())
                }
                Refusal::EndsBeforeIssue => {
                    "Tanggal berakhir lebih awal daripada tanggal terbit.".into()
                }
                Refusal::UnknownEvidence => "Bukti itu tidak ada (lagi).".into(),
                Refusal::NothingToVerify => {
                    "Yang bisa diverifikasi hanya yang sudah ada atau yang tidak wajib.".into()
                }
                Refusal::VerifiedAlready { by, on } => {
                    format!("Sudah diverifikasi oleh {by}, {}.", day(on))
                }
                Refusal::VerifiedSince { on } => format!(
                    "Bukti ini diverifikasi {}; yang dicatat untuk hari sebelumnya akan menghapusnya. Isi tanggal itu atau sesudahnya.",
                    day(on)
                ),
                Refusal::UnknownBlocker => "Hambatan itu tidak ada (lagi).".into(),
                Refusal::BeforeRecorded { on } => format!(
                    "Yang dimaksud baru tercatat per {}; isi tanggal itu atau sesudahnya.",
                    day(on)
                ),
                Refusal::UnknownAction => "RTL itu tidak ada atau sudah ditutup.".into(),
                Refusal::Occasion(why) => self.occasion_refusal(why),
                Refusal::View(why) => ViewWords { lang: self.lang }.refusal(why),
                Refusal::Person(why) => self.person_refusal(why),
                Refusal::Denied(why) => self.denied(why),
                Refusal::DueBeforeMade { on } => {
                    format!("Tenggat lebih awal daripada tanggal janji ({}).", day(on))
                }
                Refusal::UnknownProducer => "Produsen itu tidak ada.".into(),
                Refusal::SameProducer { name } => format!("Produsen \"{name}\" sudah tercatat."),
                Refusal::SameActivity { active: true } => "Produsen itu memang aktif.".into(),
                Refusal::SameActivity { active: false } => {
                    "Produsen itu sudah tercatat berhenti.".into()
                }
                Refusal::ProducedLater { today } => format!(
                    "Produksi terakhir tidak bisa sesudah hari ini ({}).",
                    day(today)
                ),
                Refusal::MoreThanWorkers { field, all } => format!(
                    "{} melebihi jumlah pekerja ({all}).",
                    capital(self.field(*field))
                ),
                Refusal::MonthToCome => "Bulan itu belum tiba.".into(),
                Refusal::UnknownChannel => "Kanal itu tidak ada atau sudah berakhir.".into(),
                Refusal::SameChannel => "Kanal itu sudah tercatat dan masih berjalan.".into(),
                Refusal::UnknownAssistance => {
                    "Pendampingan itu tidak ada, sudah berjalan atau sudah selesai.".into()
                }
            },
            Lang::En => match why {
                Refusal::Empty(f) => format!("Fill in the {} first.", self.field(*f)),
                Refusal::TooLong { field, max } => format!(
                    "{} is too long: at most {max} characters.",
                    capital(self.field(*field))
                ),
                Refusal::FutureDate { today } => {
                    format!("That day has not come yet (today is {}).", day(today))
                }
                Refusal::TooEarly { year } => {
                    format!("Dates before {year} are not accepted; check the year.")
                }
                Refusal::BeforeChoice { on } => format!(
                    "The product was chosen on {}; this date is earlier.",
                    day(on)
                ),
                Refusal::BeforeItsLatest { on } => format!(
                    "A decree, stage or production of this product is recorded for {}; give that day or a later one.",
                    day(on)
                ),
                Refusal::BeforeFormerEnd { until } => format!(
                    "The earlier choice stood until {}; give that day or a later one.",
                    day(until)
                ),
                Refusal::BeforeDecree { number, on } => format!(
                    "Decree {number} of {} is recorded and is newer. If that is wrong, undo it first.",
                    day(on)
                ),
                Refusal::SameDecree { number } => {
                    format!("Decree {number} of this date is already recorded.")
                }
                Refusal::NoPotential => "There is no potential yet. Record one first.".into(),
                Refusal::UnknownPotential => {
                    "This village does not have that potential (any more).".into()
                }
                Refusal::SamePotential { name } => {
                    format!("Potential \"{name}\" is already recorded.")
                }
                Refusal::IsChosen { product } => format!(
                    "This is the chosen product (\"{product}\"): replace or cancel the choice first."
                ),
                Refusal::NothingChanged => "Nothing has changed.".into(),
                Refusal::NoChoice => "No product has been chosen yet.".into(),
                Refusal::SameProduct { product } => {
                    format!("\"{product}\" is the chosen product already.")
                }
                Refusal::ReplacementNeedsReason { product } => {
                    format!("This replaces \"{product}\": give the reason.")
                }
                Refusal::ForumOfOtherKind { forum, kind } => format!(
                    "{} does not apply to a {}.",
                    capital(self.forum(*forum)),
                    self.kind(*kind)
                ),
                Refusal::SameStage { stage } => {
                    format!("The stage is {} already.", self.stage(*stage))
                }
                Refusal::SameRawSale { raw: true } => "Already recorded: sold raw.".into(),
                Refusal::SameRawSale { raw: false } => "Already recorded: not sold raw.".into(),
                Refusal::SameCategory { category } => {
                    format!("The category is {} already.", category.word())
                }
                Refusal::EndsBeforeIssue => "It ends before it was issued.".into(),
                Refusal::UnknownEvidence => "There is no such evidence (any more).".into(),
                Refusal::NothingToVerify => {
                    "Only what is there, or is not required, can be verified.".into()
                }
                Refusal::VerifiedAlready { by, on } => {
                    format!("Verified already by {by}, {}.", day(on))
                }
                Refusal::VerifiedSince { on } => format!(
                    "This evidence was verified on {}; a claim for an earlier day would take that away. Give that day or a later one.",
                    day(on)
                ),
                Refusal::UnknownBlocker => "There is no such obstacle (any more).".into(),
                Refusal::BeforeRecorded { on } => format!(
                    "What it is about is recorded for {}; give that day or a later one.",
                    day(on)
                ),
                Refusal::UnknownAction => "There is no such action, or it is closed.".into(),
                Refusal::Occasion(why) => self.occasion_refusal(why),
                Refusal::View(why) => ViewWords { lang: self.lang }.refusal(why),
                Refusal::Person(why) => self.person_refusal(why),
                Refusal::Denied(why) => self.denied(why),
                Refusal::DueBeforeMade { on } => {
                    format!("It is due before it was promised ({}).", day(on))
                }
                Refusal::UnknownProducer => "There is no such producer.".into(),
                Refusal::SameProducer { name } => {
                    format!("Producer \"{name}\" is already recorded.")
                }
                Refusal::SameActivity { active: true } => "That producer is active already.".into(),
                Refusal::SameActivity { active: false } => {
                    "That producer is recorded as stopped already.".into()
                }
                Refusal::ProducedLater { today } => {
                    format!("It cannot have produced last after today ({}).", day(today))
                }
                Refusal::MoreThanWorkers { field, all } => format!(
                    "{}: more than there are workers ({all}).",
                    capital(self.field(*field))
                ),
                Refusal::MonthToCome => "That month has not come yet.".into(),
                Refusal::UnknownChannel => "There is no such channel, or it has ended.".into(),
                Refusal::SameChannel => "That channel is recorded already and still open.".into(),
                Refusal::UnknownAssistance => {
                    "There is no such assistance, or it runs already or has ended.".into()
                }
            },
        }
    }
}
