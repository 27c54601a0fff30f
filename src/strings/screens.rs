//! What the screens say.

pub struct Screens {
    /// Shown until the first answer of the database.
    pub opening: &'static str,
    /// Columns, rows, the key that leaves.
    pub too_small: fn(u16, u16, &str) -> String,
    pub all_regions: &'static str,
    pub regions: &'static str,
    pub villages: &'static str,
    pub card: &'static str,
    pub attention: &'static str,
    /// Column heads.
    pub journal: &'static str,
    /// By `tui::app::journal::KINDS`.
    kinds: [&'static str; 8],
    pub nothing_happened: &'static str,
    pub pick_kind: &'static str,
    pub pick_span: &'static str,
    /// Days back.
    pub span: fn(u64) -> String,
    pub why_log_only: &'static str,
    pub not_in_force: &'static str,
    /// Before, after.
    pub would_be: fn(&str, &str) -> String,
    pub would_stay: &'static str,
    pub reasons: &'static str,
    /// By [`crate::domain::attention::Reason`].
    pub reason: [&'static str; 9],
    pub why_decision: [&'static str; 4],
    pub why_stuck: fn(i64, i64) -> String,
    pub why_blocked: fn(&str, i64) -> String,
    pub why_overdue: fn(i64) -> String,
    pub why_expiring: &'static str,
    pub why_no_action: &'static str,
    pub why_stale: fn(i64) -> String,
    pub why_unpackaged: &'static str,
    /// Head of a column of the board: its name, how many, how many stuck.
    pub column: fn(&str, u32, u32) -> String,
    pub col_all: &'static str,
    pub col_without: &'static str,
    pub col_village: &'static str,
    pub col_state: &'static str,
    pub col_product: &'static str,
    pub col_kecamatan: &'static str,
    pub col_age: &'static str,
    /// K0 and K1 in a column of 12.
    pub short_k0: &'static str,
    pub short_k1: &'static str,
    /// Totals: all, without product, K0, K1.
    pub totals: fn(u32, u32, u32, u32) -> String,
    pub totals_short: fn(u32, u32, u32) -> String,
    /// Head of a kecamatan on the attention screen: name, without product, K0, K1, all.
    pub kecamatan_head: fn(&str, u32, u32, u32, u32) -> String,
    pub count_of: fn(u32, u32) -> String,
    pub no_product_filter: &'static str,
    pub once_closed_filter: &'static str,
    pub sorted_by: [&'static str; 4],
    pub nothing_listed: &'static str,
    pub nothing_listed_hint: &'static str,
    pub none_without: &'static str,
    pub nothing_to_mend: &'static str,
    pub loading: &'static str,
    // The card.
    pub potentials: &'static str,
    pub no_potentials: &'static str,
    pub choice: &'static str,
    pub forum: &'static str,
    pub minutes: &'static str,
    pub no_minutes: &'static str,
    pub decree: &'static str,
    pub no_decree: &'static str,
    pub stage: &'static str,
    pub since: &'static str,
    pub raw: &'static str,
    pub former: &'static str,
    pub replaced_by: &'static str,
    pub cancelled: &'static str,
    pub notes: &'static str,
    pub steps: &'static str,
    pub public_source: fn(&str) -> String,
    pub confirmed: &'static str,
    pub unconfirmed: &'static str,
    pub unknown_events: fn(usize) -> String,
    pub ineffective_events: fn(usize) -> String,
    // Search.
    pub search: &'static str,
    pub search_hint: &'static str,
    pub search_none: &'static str,
    pub search_choose: fn(usize) -> String,
    pub search_many: &'static str,
    pub filters_dropped: &'static str,
    // Menus.
    pub help_title: &'static str,
    pub palette_title: &'static str,
    pub menu_hint: &'static str,
    /// While letters go into the filter.
    pub typing_hint: &'static str,
    pub menu_none: &'static str,
    pub not_now: &'static str,
    pub pick_kecamatan: &'static str,
    pub pick_decision: &'static str,
    pub pick_stage: &'static str,
    pub pick_sort: &'static str,
    pub pick_all: &'static str,
    pub pick_hint: &'static str,
    // Forms.
    pub save: &'static str,
    pub cancel: &'static str,
    pub form_hint: &'static str,
    pub choice_hint: &'static str,
    pub buttons_hint: &'static str,
    pub discard_warning: &'static str,
    pub saving: &'static str,
    pub not_saved: &'static str,
    pub today_word: &'static str,
    pub replaces: fn(&str) -> String,
    pub conflict: fn(&str, &str, &str) -> String,
    pub keep_mine: &'static str,
    pub take_theirs: &'static str,
    // After an act.
    pub done: fn(&str, &str) -> String,
    pub undo_hint: &'static str,
    pub already_done: &'static str,
    /// After a stage was recorded that lies before the present one.
    pub stage_stays: fn(&str) -> String,
    pub undone: fn(&str) -> String,
    pub redone: fn(&str) -> String,
    pub nothing_to_undo: &'static str,
    pub nothing_to_redo: &'static str,
    pub ask_undo: &'static str,
    pub ask_redo: &'static str,
    /// Events, villages.
    pub batch_size: fn(usize, usize) -> String,
    pub among_them: &'static str,
    pub confirm_hint: &'static str,
    pub changed_by: fn(&str, &str) -> String,
    pub changed_many: fn(usize, &str) -> String,
    pub theme_now: fn(&str) -> String,
    pub themes: [&'static str; 4],
    pub unbound: fn(&str) -> String,
    // What is wrong with the keys of the settings.
    pub key_unknown_command: fn(&str) -> String,
    pub key_bad: fn(&str, &str) -> String,
    pub key_taken: fn(&str, &str, &str) -> String,
    // Why a command is not available.
    pub why_no_village: &'static str,
    pub why_no_potential: &'static str,
    pub why_no_choice: &'static str,
    pub why_last_stage: &'static str,
    pub why_first_stage: &'static str,
    pub why_no_filter: &'static str,
    pub why_here_already: &'static str,
    pub why_one_pane: &'static str,
    pub why_own_order: &'static str,
    pub why_open_already: &'static str,
}

pub const ID: Screens = Screens {
    opening: "Membuka basis data ...",
    too_small: |w, h, key| format!("Layar {w}x{h} terlalu kecil: perlu 40x12. {key} keluar"),
    all_regions: "Semua wilayah",
    regions: "Wilayah",
    villages: "Desa",
    card: "Kartu",
    attention: "Tanpa produk",
    journal: "Jejak",
    kinds: [
        "potensi",
        "pilihan produk",
        "SK",
        "tahap",
        "bukti",
        "hambatan",
        "RTL",
        "catatan",
    ],
    nothing_happened: "Tidak ada yang tercatat dengan saringan ini. X melepas saringan.",
    pick_kind: "Jenis apa?",
    pick_span: "Sejak kapan?",
    span: |days| match days {
        0 => "hari ini".into(),
        7 => "7 hari terakhir".into(),
        30 => "30 hari terakhir".into(),
        n => format!("{n} hari terakhir"),
    },
    why_log_only: "hanya di layar Jejak (7)",
    not_in_force: "Perubahan ini sudah tidak berlaku.",
    would_be: |before, after| format!("menjadi {after} (sekarang {before})"),
    would_stay: "keadaan desa tidak berubah",
    reasons: "Perhatian",
    reason: [
        "tanpa produk",
        "dipilih, belum SK",
        "terlalu lama",
        "terhambat",
        "janji lewat tenggat",
        "izin segera habis",
        "tanpa RTL",
        "data lama",
        "dipasarkan, belum kemas",
    ],
    why_decision: ["belum didata", "belum dipilih", "belum ada SK", ""],
    why_stuck: |days, limit| format!("{days} hari, batas {limit}"),
    why_blocked: |office, days| format!("{office}, {days} hari"),
    why_overdue: |days| format!("lewat {days} hari"),
    why_expiring: "izin: lihat kartu",
    why_no_action: "belum ada RTL",
    why_stale: |days| format!("{days} hari tanpa kabar"),
    why_unpackaged: "kemasan belum terverifikasi",
    column: |name, n, stuck| {
        if stuck == 0 {
            format!("{name} {n}")
        } else {
            format!("{name} {n}, macet {stuck}")
        }
    },
    col_all: "desa",
    col_without: "tp",
    col_village: "desa/kelurahan",
    col_state: "tahap",
    col_product: "produk",
    col_kecamatan: "kecamatan",
    col_age: "umur",
    short_k0: "belum didata",
    short_k1: "belum pilih",
    totals: |all, without, k0, k1| {
        format!("{all} desa/kel, tanpa produk {without} (K0 {k0} + K1 {k1})")
    },
    totals_short: |without, k0, k1| format!("tanpa produk {without} = K0 {k0} + K1 {k1}"),
    kecamatan_head: |name, without, k0, k1, all| {
        format!("{name}: {without} dari {all} tanpa produk (K0 {k0} + K1 {k1})")
    },
    count_of: |shown, all| format!("{shown} dari {all}"),
    no_product_filter: "tanpa produk",
    once_closed_filter: "K4 pernah diganti/batal",
    sorted_by: ["urut register", "urut nama", "urut umur", "urut perhatian"],
    nothing_listed: "Tidak ada desa yang cocok dengan saringan.",
    nothing_listed_hint: "X melepas saringan.",
    none_without: "Semua desa di sini sudah memilih produk.",
    nothing_to_mend: "Tidak ada desa dengan alasan ini.",
    loading: "Memuat ...",
    potentials: "POTENSI",
    no_potentials: "Belum ada potensi tercatat. Tekan a untuk mencatat.",
    choice: "PRODUK PILIHAN",
    forum: "Forum",
    minutes: "BA",
    no_minutes: "nomor berita acara belum dicatat",
    decree: "SK",
    no_decree: "SK belum dicatat (K2)",
    stage: "TAHAP",
    since: "sejak",
    raw: "JUAL MENTAH",
    former: "PILIHAN LAMA (K4)",
    replaced_by: "diganti dengan",
    cancelled: "dibatalkan",
    notes: "CATATAN",
    steps: "RIWAYAT TAHAP",
    public_source: |date| {
        if date.is_empty() {
            "sumber publik tanpa tanggal".into()
        } else {
            format!("sumber publik {date}")
        }
    },
    confirmed: "dipastikan",
    unconfirmed: "belum dipastikan",
    unknown_events: |n| {
        format!("{n} peristiwa ditulis versi lain dan tidak terbaca di sini (tetap tersimpan).")
    },
    ineffective_events: |n| {
        format!("{n} peristiwa tidak berlaku karena urutan tanggalnya (lihat: ovop log).")
    },
    search: "Cari",
    search_hint: "ketik nama atau kode; angka memilih, Enter bila tinggal satu",
    search_none: "Tidak ada desa yang mirip.",
    search_choose: |n| format!("{n} cocok: pilih dengan angka"),
    search_many: "banyak yang cocok: ketik lagi",
    filters_dropped: "Saringan dilepas supaya desa ini terlihat.",
    help_title: "Bantuan",
    palette_title: "Perintah",
    menu_hint: "j/k pilih, Enter jalankan, / saring, q tutup",
    typing_hint: "ketik namanya, panah memilih, Enter jalankan, Esc tutup",
    menu_none: "Tidak ada perintah yang cocok.",
    not_now: "belum bisa",
    pick_kecamatan: "Kecamatan mana?",
    pick_decision: "Keputusan mana?",
    pick_stage: "Tahap mana?",
    pick_sort: "Urut menurut apa?",
    pick_all: "semua",
    pick_hint: "tombol di kiri memilih, atau j/k lalu Enter; q batal",
    save: "Simpan",
    cancel: "Batal",
    form_hint: "Enter lanjut, Tab atau panah pindah, Esc batal",
    choice_hint: "j/k atau angka memilih, Enter lanjut",
    buttons_hint: "Enter simpan, k kembali mengisi, q batal",
    discard_warning: "Isian belum disimpan. Esc sekali lagi (atau q di samping Simpan) membuangnya; tombol lain melanjutkan.",
    saving: "Menyimpan ...",
    not_saved: "Belum tersimpan; isian tetap di sini.",
    today_word: "hari ini",
    replaces: |product| format!("menggantikan {product}"),
    conflict: |who, when, what| {
        format!("Sementara itu {who} ({when}) mencatat: {what}. Belum ada yang ditulis.")
    },
    keep_mine: "1 tetap simpan isian saya",
    take_theirs: "2 pakai catatan mereka, tutup isian",
    done: |village, what| format!("{village}: {what}."),
    undo_hint: "u mengurungkan",
    already_done: "sudah tersimpan sebelumnya",
    stage_stays: |stage| format!("catatan lama, tahap sekarang tetap {stage}"),
    undone: |what| format!("Diurungkan: {what}. U mengembalikannya."),
    redone: |what| format!("Dikembalikan: {what}. u mengurungkan."),
    nothing_to_undo: "Tidak ada perubahan Anda yang bisa diurungkan.",
    nothing_to_redo: "Tidak ada yang baru saja diurungkan.",
    ask_undo: "Urungkan ini?",
    ask_redo: "Kembalikan ini?",
    batch_size: |events, villages| format!("{events} peristiwa di {villages} desa"),
    among_them: "antara lain",
    confirm_hint: "Enter ya, q tidak",
    changed_by: |who, village| format!("{who} baru mengubah {village}."),
    changed_many: |n, who| format!("{n} desa baru diubah ({who})."),
    theme_now: |name| format!("Tema: {name}."),
    themes: ["gelap", "terang", "tanpa warna", "kontras tinggi"],
    unbound: |key| format!("Tombol {key} tidak dipakai di sini. ? bantuan."),
    key_unknown_command: |command| {
        format!("[keys] menyebut perintah \"{command}\", yang tidak ada. Nama-namanya: ovop keys.")
    },
    key_bad: |command, key| {
        format!(
            "[keys] {command}: \"{key}\" bukan tombol. Contoh: \"n\", \"N\", \"C-n\", \"Space\"."
        )
    },
    key_taken: |command, key, by| {
        format!("[keys] {command}: tombol \"{key}\" sudah dipakai untuk {by}. Pilih tombol lain.")
    },
    why_no_village: "belum ada desa yang dipilih",
    why_no_potential: "desa ini belum punya potensi (a mencatat)",
    why_no_choice: "desa ini belum memilih produk (p memilih)",
    why_last_stage: "sudah tahap terakhir",
    why_first_stage: "masih tahap pertama",
    why_no_filter: "tidak ada saringan",
    why_here_already: "sudah di layar ini",
    why_one_pane: "tidak ada panel di sebelah kiri",
    why_own_order: "daftar ini sudah disaring dan diurutkan (1: layar Desa)",
    why_open_already: "kartunya sudah terbuka",
};

pub const EN: Screens = Screens {
    opening: "Opening the database ...",
    too_small: |w, h, key| format!("Screen {w}x{h} is too small: 40x12 needed. {key} quits"),
    all_regions: "All regions",
    regions: "Regions",
    villages: "Villages",
    card: "Card",
    attention: "No product",
    journal: "Log",
    kinds: [
        "potentials",
        "choice of product",
        "decree",
        "stage",
        "evidence",
        "obstacles",
        "actions",
        "notes",
    ],
    nothing_happened: "Nothing is recorded under this filter. X takes the filters off.",
    pick_kind: "Which kind?",
    pick_span: "Since when?",
    span: |days| match days {
        0 => "today".into(),
        n => format!("the last {n} days"),
    },
    why_log_only: "on the log screen only (7)",
    not_in_force: "This change does not hold any more.",
    would_be: |before, after| format!("becomes {after} (now {before})"),
    would_stay: "the village stays as it is",
    reasons: "Attention",
    reason: [
        "no product",
        "chosen, no decree",
        "too long",
        "blocked",
        "promise overdue",
        "permit ends soon",
        "no next action",
        "old data",
        "marketed, not packaged",
    ],
    why_decision: ["not surveyed", "not chosen", "no decree", ""],
    why_stuck: |days, limit| format!("{days} days, limit {limit}"),
    why_blocked: |office, days| format!("{office}, {days} days"),
    why_overdue: |days| format!("{days} days late"),
    why_expiring: "permit: see the card",
    why_no_action: "no action planned",
    why_stale: |days| format!("{days} days without news"),
    why_unpackaged: "packaging not verified",
    column: |name, n, stuck| {
        if stuck == 0 {
            format!("{name} {n}")
        } else {
            format!("{name} {n}, stuck {stuck}")
        }
    },
    col_all: "all",
    col_without: "np",
    col_village: "village/ward",
    col_state: "stage",
    col_product: "product",
    col_kecamatan: "kecamatan",
    col_age: "age",
    short_k0: "not surveyed",
    short_k1: "not decided",
    totals: |all, without, k0, k1| {
        format!("{all} villages, no product {without} (K0 {k0} + K1 {k1})")
    },
    totals_short: |without, k0, k1| format!("no product {without} = K0 {k0} + K1 {k1}"),
    kecamatan_head: |name, without, k0, k1, all| {
        format!("{name}: {without} of {all} without product (K0 {k0} + K1 {k1})")
    },
    count_of: |shown, all| format!("{shown} of {all}"),
    no_product_filter: "no product",
    once_closed_filter: "K4 once replaced/cancelled",
    sorted_by: ["by register", "by name", "by age", "by attention"],
    nothing_listed: "No village matches the filter.",
    nothing_listed_hint: "X clears the filters.",
    none_without: "Every village here has chosen its product.",
    nothing_to_mend: "No village for this reason.",
    loading: "Loading ...",
    potentials: "POTENTIALS",
    no_potentials: "No potential recorded yet. Press a to record one.",
    choice: "CHOSEN PRODUCT",
    forum: "Forum",
    minutes: "Minutes",
    no_minutes: "number of the minutes not recorded yet",
    decree: "Decree",
    no_decree: "decree not recorded yet (K2)",
    stage: "STAGE",
    since: "since",
    raw: "SOLD RAW",
    former: "EARLIER CHOICES (K4)",
    replaced_by: "replaced by",
    cancelled: "cancelled",
    notes: "NOTES",
    steps: "STAGE HISTORY",
    public_source: |date| {
        if date.is_empty() {
            "public source, no date".into()
        } else {
            format!("public source {date}")
        }
    },
    confirmed: "confirmed",
    unconfirmed: "not confirmed",
    unknown_events: |n| match n {
        1 => "1 event was written by another version and cannot be read here (it is kept).".into(),
        n => format!(
            "{n} events were written by another version and cannot be read here (they are kept)."
        ),
    },
    ineffective_events: |n| match n {
        1 => "1 event has no effect because of its date (see: ovop log).".into(),
        n => format!("{n} events have no effect because of their dates (see: ovop log)."),
    },
    search: "Search",
    search_hint: "type a name or code; a number picks, Enter when one is left",
    search_none: "No village matches.",
    search_choose: |n| format!("{n} match: pick one by its number"),
    search_many: "many match: type on",
    filters_dropped: "Filters cleared so that this village can be seen.",
    help_title: "Help",
    palette_title: "Command",
    menu_hint: "j/k select, Enter run, / filter, q close",
    typing_hint: "type its name, arrows select, Enter run, Esc close",
    menu_none: "No command matches.",
    not_now: "not now",
    pick_kecamatan: "Which kecamatan?",
    pick_decision: "Which decision?",
    pick_stage: "Which stage?",
    pick_sort: "Sort by what?",
    pick_all: "all",
    pick_hint: "the key on the left picks, or j/k and Enter; q cancels",
    save: "Save",
    cancel: "Cancel",
    form_hint: "Enter next, Tab or arrows move, Esc cancel",
    choice_hint: "j/k or a number picks, Enter goes on",
    buttons_hint: "Enter save, k back to the form, q cancel",
    discard_warning: "Not saved yet. Esc once more (or q beside Save) throws it away; any other key goes on.",
    saving: "Saving ...",
    not_saved: "Not saved yet; what you typed is kept here.",
    today_word: "today",
    replaces: |product| format!("replaces {product}"),
    conflict: |who, when, what| {
        format!("Meanwhile {who} ({when}) recorded: {what}. Nothing has been written.")
    },
    keep_mine: "1 save mine all the same",
    take_theirs: "2 take theirs, close the form",
    done: |village, what| format!("{village}: {what}."),
    undo_hint: "u undoes it",
    already_done: "was saved before",
    stage_stays: |stage| format!("a late entry, the stage is still {stage}"),
    undone: |what| format!("Undone: {what}. U brings it back."),
    redone: |what| format!("Brought back: {what}. u undoes it."),
    nothing_to_undo: "There is no act of yours to undo.",
    nothing_to_redo: "Nothing has just been undone.",
    ask_undo: "Undo this?",
    ask_redo: "Bring this back?",
    batch_size: |events, villages| match villages {
        1 => format!("{events} events in 1 village"),
        _ => format!("{events} events in {villages} villages"),
    },
    among_them: "among them",
    confirm_hint: "Enter yes, q no",
    changed_by: |who, village| format!("{who} has just changed {village}."),
    changed_many: |n, who| format!("{n} villages were just changed ({who})."),
    theme_now: |name| format!("Theme: {name}."),
    themes: ["dark", "light", "no colour", "high contrast"],
    unbound: |key| format!("The key {key} does nothing here. ? help."),
    key_unknown_command: |command| {
        format!(
            "[keys] names the command \"{command}\", which does not exist. Their names: ovop keys."
        )
    },
    key_bad: |command, key| {
        format!(
            "[keys] {command}: \"{key}\" is not a key. Examples: \"n\", \"N\", \"C-n\", \"Space\"."
        )
    },
    key_taken: |command, key, by| {
        format!("[keys] {command}: the key \"{key}\" is taken by {by}. Choose another.")
    },
    why_no_village: "no village is selected",
    why_no_potential: "this village has no potential yet (a records one)",
    why_no_choice: "this village has not chosen a product yet (p chooses)",
    why_last_stage: "it is the last stage",
    why_first_stage: "it is the first stage",
    why_no_filter: "there is no filter",
    why_here_already: "you are on this screen already",
    why_one_pane: "there is no pane on the left",
    why_own_order: "this list has its own filter and order (1: Villages)",
    why_open_already: "its card is open already",
};

impl Screens {
    /// What events whose kind begins like this are called together.
    #[must_use]
    pub fn kind(&self, kind: &str) -> &'static str {
        const KINDS: [&str; 8] = [
            "potential.",
            "product.",
            "decree.",
            "stage.",
            "evidence.",
            "blocker.",
            "action.",
            "note",
        ];
        KINDS
            .iter()
            .position(|k| *k == kind)
            .map_or("", |i| self.kinds[i])
    }
}
