//! What the made-up record is made of: products of the region, obstacles, promises, notes. No real person or group.

use crate::domain::event::Group;
use crate::domain::follow::{Obstacle, Office};

/// Something that a village has, and what it makes of it.
#[derive(Debug)]
pub struct Good {
    /// As a potential.
    pub potential: &'static str,
    /// As a product.
    pub product: &'static str,
    pub group: Group,
    /// The kinds of food by the second and third digit of a P-IRT number; empty for what is no food.
    pub food: &'static str,
    /// Only by the sea.
    pub sea: bool,
    /// Made of pork: never halal, and labelled so.
    pub pork: bool,
}

const fn good(
    potential: &'static str,
    product: &'static str,
    group: Group,
    food: &'static str,
) -> Good {
    Good {
        potential,
        product,
        group,
        food,
        sea: matches!(group, Group::Sea),
        pork: false,
    }
}

pub const GOODS: [Good; 24] = [
    good("jagung lokal", "jagung titi", Group::Crops, "06"),
    good("pisang", "keripik pisang", Group::Crops, "06"),
    good("ubi kayu", "keripik ubi", Group::Crops, "06"),
    good("kacang tanah", "kacang sangrai", Group::Crops, "06"),
    good("kelor", "teh daun kelor", Group::Crops, "14"),
    good("bawang merah", "bawang goreng", Group::Crops, "12"),
    good("jahe", "serbuk jahe", Group::Crops, "14"),
    good("kopi", "kopi bubuk", Group::Estate, "14"),
    good("kemiri", "kemiri kupas", Group::Estate, "12"),
    good("jambu mete", "mete panggang", Group::Estate, "06"),
    good("kelapa", "minyak kelapa", Group::Estate, "11"),
    good("asam", "asam tanpa biji", Group::Forest, "12"),
    good("madu hutan", "madu kemasan", Group::Forest, "13"),
    good("nira lontar", "gula lempeng", Group::Forest, "13"),
    good("sapi", "abon sapi", Group::Livestock, "01"),
    Good {
        potential: "babi",
        product: "se'i babi",
        group: Group::Livestock,
        food: "01",
        sea: false,
        pork: true,
    },
    good("garam rakyat", "garam halus kemasan", Group::Sea, "12"),
    good("rumput laut", "stik rumput laut", Group::Sea, "06"),
    good("ikan tembang", "abon ikan", Group::Sea, "02"),
    good("kue tradisional", "kue rambut", Group::Food, "07"),
    good("tenun ikat", "kain tenun ikat", Group::Craft, ""),
    good("anyaman lontar", "tas anyaman lontar", Group::Craft, ""),
    good("gerabah", "periuk tanah liat", Group::Craft, ""),
    good("air terjun", "paket wisata desa", Group::Services, ""),
];

/// The kecamatan of the region that lie by the sea.
pub const COAST: [&str; 6] = [
    "Kakuluk Mesak",
    "Kobalima",
    "Kobalima Timur",
    "Malaka Barat",
    "Malaka Tengah",
    "Wewiku",
];

pub const HOLDERS: [&str; 8] = [
    "KWT Melati",
    "KWT Sinar Pagi",
    "KUB Harapan Baru",
    "BUMDes Maju Bersama",
    "Kelompok Tani Mekar",
    "UPPKA Cendana",
    "Kopdes Merah Putih",
    "Kelompok Bina Usaha",
];

pub const OBSTACLES: [(Obstacle, Office, &str); 12] = [
    (
        Obstacle::Capital,
        Office::Bank,
        "pengajuan KUR belum dijawab",
    ),
    (
        Obstacle::PermitNib,
        Office::Licensing,
        "akun OSS belum dibuat",
    ),
    (
        Obstacle::PermitFood,
        Office::Health,
        "menunggu jadwal penyuluhan keamanan pangan",
    ),
    (
        Obstacle::PermitHalal,
        Office::HalalAgency,
        "menunggu pendamping proses produk halal",
    ),
    (
        Obstacle::Packaging,
        Office::Trade,
        "label belum lengkap, kemasan masih polos",
    ),
    (
        Obstacle::RawMaterial,
        Office::Agriculture,
        "panen gagal karena kemarau",
    ),
    (
        Obstacle::Premises,
        Office::Village,
        "rumah produksi belum beratap",
    ),
    (
        Obstacle::Market,
        Office::NttMart,
        "belum ada pembeli tetap di luar desa",
    ),
    (
        Obstacle::Transport,
        Office::Kecamatan,
        "jalan ke desa putus saat hujan",
    ),
    (
        Obstacle::People,
        Office::Companion,
        "kelompok tidak aktif sejak ketuanya pindah",
    ),
    (
        Obstacle::Utilities,
        Office::Village,
        "listrik sering padam, mesin tidak jalan",
    ),
    (
        Obstacle::Quality,
        Office::Campus,
        "kadar air masih terlalu tinggi",
    ),
];

/// The obstacle of a village that has not held its meeting.
pub const NO_MEETING: [&str; 3] = [
    "musyawarah ditunda sampai sesudah panen",
    "jadwal bersamaan dengan musrenbang",
    "kepala desa baru, masih menyesuaikan",
];

pub const PROMISES: [(&str, Office, &str); 11] = [
    (
        "dampingi pembuatan akun OSS dan NIB",
        Office::Licensing,
        "nib",
    ),
    (
        "jadwalkan penyuluhan keamanan pangan",
        Office::Health,
        "izin-edar",
    ),
    ("cetak label percobaan", Office::Trade, "label"),
    ("timbang hasil satu bulan", Office::Companion, "kapasitas"),
    (
        "tulis resep baku bersama kelompok",
        Office::Companion,
        "sop",
    ),
    ("kirim contoh ke NTT Mart", Office::NttMart, "kanal"),
    (
        "buka buku catatan penjualan",
        Office::Bumdes,
        "catatan-bulanan",
    ),
    ("pelatihan pengemasan dua hari", Office::Campus, ""),
    ("anggarkan alat di APBDes perubahan", Office::Village, ""),
    ("kunjungi lagi rumah produksi", Office::Companion, ""),
    ("foto produk untuk katalog", Office::Dekranasda, ""),
];

/// The promises of villages that have no product yet.
pub const FIRST_PROMISES: [(&str, Office); 4] = [
    ("gelar rapat pemilihan produk", Office::Village),
    ("data potensi per dusun", Office::Companion),
    ("surati desa tentang jadwal musyawarah", Office::Pmd),
    ("dampingi rapat BPD", Office::Council),
];

pub const KEPT: [&str; 4] = [
    "sudah dikerjakan, foto ada",
    "selesai bersama kelompok",
    "selesai, hasil diserahkan ke desa",
    "",
];
pub const BROKEN: [&str; 3] = [
    "tidak ada anggaran",
    "petugas pindah tugas",
    "kelompok belum siap",
];

pub const NOTES: [&str; 10] = [
    "Kelompok minta pelatihan pengemasan.",
    "Panen berikutnya sekitar dua bulan lagi.",
    "Harga naik menjelang hari raya, stok cepat habis.",
    "Ibu-ibu sepakat bekerja bergilir tiap Selasa dan Jumat.",
    "Mesin sangrai dipinjam dari desa tetangga.",
    "Produk dipajang pada pameran kecamatan.",
    "Pembeli dari Atambua datang sendiri ke desa.",
    "Buku kas kelompok rapi sampai bulan ini.",
    "Anggota muda mulai ikut; dua orang mengurus media sosial.",
    "Air bersih sulit di musim kemarau, produksi berkurang.",
];

/// What is noted of villages that nobody has surveyed.
pub const UNSURVEYED: [&str; 5] = [
    "Kunjungan pertama ditunda: jalan putus oleh banjir.",
    "Aparat desa sedang ke kabupaten; janji ulang.",
    "Pendataan potensi belum dimulai.",
    "Surat permintaan data sudah diantar, belum dijawab.",
    "Rapat dusun batal karena ada kedukaan.",
];

pub const SUMS: [&str; 5] = [
    "kira-kira 3 ton setahun",
    "20 rumah tangga mengusahakannya",
    "panen dua kali setahun",
    "dikerjakan ibu-ibu di tiga dusun",
    "",
];

/// Why a product is taken back by a step.
pub const STEPS_BACK: [&str; 4] = [
    "produksi berhenti tiga bulan, bahan baku habis",
    "izin edar habis dan belum diperpanjang",
    "kemasan lama habis, kembali memakai plastik polos",
    "mesin rusak, kelompok berhenti sementara",
];

pub const REPLACED: [&str; 3] = [
    "bahan baku tidak cukup sepanjang tahun",
    "sama dengan produk desa tetangga, disepakati diganti",
    "kelompok pengolah bubar",
];

pub const CANCELLED: [&str; 3] = [
    "berita acara tidak kuorum, musyawarah diulang",
    "kepala desa baru meminta pemilihan ulang",
    "produk pilihan sudah tidak dibuat di desa",
];

pub const WITHDRAWN: [&str; 2] = [
    "salah desa: milik desa tetangga",
    "tidak diusahakan lagi sejak kemarau",
];

pub const MISSING: [&str; 4] = [
    "foto dapur dan denah",
    "KTP ketua kelompok",
    "surat pernyataan bermeterai",
    "daftar bahan baku",
];

pub const RAW: [&str; 3] = [
    "dijual ke pengepul begitu dipanen",
    "sebagian besar diangkut pedagang dari Atambua",
    "belum ada alat pengolah",
];
