//! The name and purpose of every command of the screens.

use super::reception::{COMMANDS_EN, COMMANDS_ID, DeskCommands};
mod meeting;

pub use meeting::MeetingCommands;

/// What a command is called in the bar, and what it does, in one sentence.
pub struct CommandText {
    pub label: &'static str,
    pub help: &'static str,
}

const fn t(label: &'static str, help: &'static str) -> CommandText {
    CommandText { label, help }
}

/// One field per command; see `tui::app::command`.
pub struct Commands {
    pub down: CommandText,
    pub up: CommandText,
    pub page_down: CommandText,
    pub page_up: CommandText,
    pub first: CommandText,
    pub last: CommandText,
    pub left: CommandText,
    pub right: CommandText,
    pub open: CommandText,
    pub next_pane: CommandText,
    pub previous_pane: CommandText,
    pub villages: CommandText,
    pub board: CommandText,
    pub attention: CommandText,
    pub journal: CommandText,
    pub search: CommandText,
    pub filter_kecamatan: CommandText,
    pub filter_decision: CommandText,
    pub filter_stage: CommandText,
    pub no_product: CommandText,
    pub filter: CommandText,
    pub filter_since: CommandText,
    pub filter_village: CommandText,
    pub filter_person: CommandText,
    pub clear_filters: CommandText,
    pub sort: CommandText,
    pub views: CommandText,
    pub present: CommandText,
    pub as_of: CommandText,
    pub mark: CommandText,
    pub mark_range: CommandText,
    pub mark_all: CommandText,
    pub clear_marks: CommandText,
    pub for_marked: CommandText,
    pub message: CommandText,
    pub record_potential: CommandText,
    pub amend_potential: CommandText,
    pub withdraw_potential: CommandText,
    pub choose: CommandText,
    pub decree: CommandText,
    pub cancel_choice: CommandText,
    pub category: CommandText,
    pub stage_forward: CommandText,
    pub stage_back: CommandText,
    pub sold_raw: CommandText,
    pub claim: CommandText,
    pub verify: CommandText,
    pub withdraw_evidence: CommandText,
    pub raise_blocker: CommandText,
    pub clear_blocker: CommandText,
    pub plan_action: CommandText,
    pub close_action: CommandText,
    pub makers: CommandText,
    pub add_producer: CommandText,
    pub amend_producer: CommandText,
    pub turn_producer: CommandText,
    pub count_workers: CommandText,
    pub record_month: CommandText,
    pub open_channel: CommandText,
    pub close_channel: CommandText,
    pub begin_assistance: CommandText,
    pub end_assistance: CommandText,
    /// The event desk.
    pub desk: DeskCommands,
    pub note: CommandText,
    pub undo: CommandText,
    pub redo: CommandText,
    /// Those of the meeting screen.
    pub meeting: MeetingCommands,
    pub palette: CommandText,
    pub help: CommandText,
    pub language: CommandText,
    pub theme: CommandText,
    pub redraw: CommandText,
    pub suspend: CommandText,
    pub back: CommandText,
    pub quit: CommandText,
    /// The sections under which help and manual list them.
    pub section_move: &'static str,
    pub section_screens: &'static str,
    pub section_find: &'static str,
    pub section_acts: &'static str,
    pub section_program: &'static str,
}

pub const ID: Commands = Commands {
    desk: COMMANDS_ID,
    down: t("turun", "Ke baris berikutnya."),
    up: t("naik", "Ke baris sebelumnya."),
    page_down: t("halaman turun", "Satu halaman ke bawah."),
    page_up: t("halaman naik", "Satu halaman ke atas."),
    first: t("awal", "Ke baris pertama."),
    last: t("akhir", "Ke baris terakhir."),
    left: t("kiri", "Ke panel sebelah kiri."),
    right: t("kanan", "Ke panel atau kolom sebelah kanan."),
    open: t(
        "buka",
        "Buka yang dipilih: wilayah, lalu desa, lalu kartunya.",
    ),
    next_pane: t("panel berikut", "Pindah ke panel berikutnya."),
    previous_pane: t("panel lalu", "Pindah ke panel sebelumnya."),
    villages: t("Desa", "Layar wilayah, desa dan kartu."),
    board: t(
        "Tahap",
        "Papan tahap: tanpa produk dan empat tahap sebagai kolom.",
    ),
    attention: t(
        "Perhatian",
        "Layar desa yang perlu perhatian, menurut sembilan alasan; yang tanpa produk per kecamatan, K0 dan K1 terpisah.",
    ),
    journal: t(
        "Jejak",
        "Jejak: semua yang tercatat, yang terbaru dahulu; u mengurungkan perubahan di baris itu, Enter membuka desanya.",
    ),
    search: t(
        "cari",
        "Cari desa dengan nama atau kode; salah ketik dimaafkan.",
    ),
    filter_kecamatan: t("kecamatan", "Saring menurut kecamatan."),
    filter_decision: t("keputusan", "Saring menurut keputusan: K0 sampai K4."),
    filter_stage: t("tahap", "Saring menurut tahap produk."),
    no_product: t(
        "tanpa produk",
        "Desa tanpa produk pilihan per kecamatan, K0 dan K1 terpisah; Enter membuka daftarnya, w teksnya.",
    ),
    filter: t(
        "saring",
        "Saring dengan kata, misalnya kec:rinhat tahap<dikemas umur>90 !rtl; di Jejak: hanya satu jenis peristiwa.",
    ),
    filter_since: t(
        "sejak",
        "Di Jejak: hanya yang terjadi sejak hari ini, seminggu, sebulan atau setahun lalu.",
    ),
    filter_village: t(
        "desa ini",
        "Di Jejak: hanya desa di baris ini; tekan lagi untuk semua.",
    ),
    filter_person: t(
        "orang ini",
        "Di Jejak: hanya pencatat di baris ini; tekan lagi untuk semua.",
    ),
    clear_filters: t("lepas saringan", "Lepaskan semua saringan."),
    sort: t(
        "urutkan",
        "Urutkan daftar: register, nama, umur, perhatian.",
    ),
    views: t(
        "tampilan",
        "Buka tampilan tersimpan (saringan dengan urutan), atau simpan yang tampak dengan nama, untuk sendiri atau untuk semua.",
    ),
    present: t(
        "siapa di sini",
        "Siapa lagi yang membuka layar sekarang, dan desa mana; memilihnya pindah ke desa itu.",
    ),
    as_of: t(
        "per tanggal",
        "Lihat semuanya per tanggal yang sudah lewat; kosong kembali ke hari ini.",
    ),
    mark: t(
        "tandai",
        "Tandai desa ini, atau lepas tandanya, lalu ke baris berikut.",
    ),
    mark_range: t(
        "tandai rentang",
        "Tandai semua di antara tanda terakhir dan baris ini.",
    ),
    mark_all: t("tandai semua", "Tandai semua yang tampil di daftar ini."),
    clear_marks: t("lepas tanda", "Lepaskan semua tanda."),
    for_marked: t(
        "untuk bertanda",
        "Catat hal yang sama untuk semua desa yang ditandai, setelah melihat apa yang akan berubah.",
    ),
    message: t(
        "teks WA",
        "Yang tampak di layar ini sebagai teks polos untuk disalin ke WhatsApp, tanpa nama orang.",
    ),
    record_potential: t("tambah potensi", "Catat potensi desa ini."),
    amend_potential: t(
        "perbaiki potensi",
        "Perbaiki nama, kelompok atau catatan potensi, atau pastikan kebenarannya.",
    ),
    withdraw_potential: t(
        "tarik potensi",
        "Tarik potensi yang salah catat, dengan alasan.",
    ),
    choose: t(
        "pilih produk",
        "Catat pilihan produk: potensi, forum, tanggal, nomor berita acara.",
    ),
    decree: t("SK", "Catat surat keputusan yang menetapkan produk."),
    cancel_choice: t(
        "batalkan pilihan",
        "Batalkan produk pilihan, dengan alasan.",
    ),
    category: t(
        "kategori produk",
        "Tetapkan kategori produk: menurut itu buktinya diminta.",
    ),
    stage_forward: t(
        "maju",
        "Nyatakan tahap berikutnya (atau lebih jauh), dengan dasar.",
    ),
    stage_back: t("mundur", "Nyatakan tahap yang lebih rendah, dengan alasan."),
    sold_raw: t(
        "jual mentah",
        "Catat bahwa bahan dijual mentah, atau tidak lagi.",
    ),
    claim: t(
        "bukti",
        "Catat bukti atau izin: keadaannya, nomor, pemegang, masa berlaku.",
    ),
    verify: t(
        "verifikasi",
        "Pastikan bukti yang sudah diklaim, setelah dilihat sendiri.",
    ),
    withdraw_evidence: t("tarik bukti", "Tarik bukti yang keliru, dengan alasan."),
    raise_blocker: t(
        "hambatan",
        "Catat apa yang menghambat dan pihak yang bisa membukanya.",
    ),
    clear_blocker: t(
        "hambatan selesai",
        "Catat bahwa hambatan sudah terbuka, dan caranya.",
    ),
    plan_action: t(
        "RTL",
        "Catat rencana tindak lanjut: apa, pihak mana, siapa, tenggatnya.",
    ),
    close_action: t(
        "tutup RTL",
        "Tutup rencana tindak lanjut: selesai, gagal, dialihkan atau batal.",
    ),
    makers: t(
        "produksi dll.",
        "Catat bulan, pekerja, produsen, kanal, atau pendampingan produk ini.",
    ),
    add_producer: t(
        "produsen baru",
        "Catat kelompok atau usaha yang membuat produk ini.",
    ),
    amend_producer: t(
        "ubah produsen",
        "Perbaiki nama, ketua, anggota, atau produksi terakhir satu produsen.",
    ),
    turn_producer: t(
        "henti/aktifkan",
        "Catat bahwa satu produsen berhenti, atau aktif lagi, dengan alasan.",
    ),
    count_workers: t(
        "pekerja dan BPJS",
        "Catat jumlah pekerja L/P dan yang aktif di kedua BPJS.",
    ),
    record_month: t(
        "bulan produksi",
        "Catat volume dan omzet satu bulan; nol dicatat sebagai nol.",
    ),
    open_channel: t("kanal baru", "Catat tempat produk ini mulai dijual."),
    close_channel: t(
        "tutup kanal",
        "Catat bahwa satu kanal berakhir, dengan alasan.",
    ),
    begin_assistance: t(
        "pendampingan",
        "Catat siapa mulai mendampingi, atau diminta, dan apa.",
    ),
    end_assistance: t(
        "serah terima",
        "Catat bahwa satu pendampingan selesai, dengan nomor BAST.",
    ),
    note: t("catatan", "Tulis catatan untuk desa ini."),
    undo: t(
        "urungkan",
        "Urungkan perubahan Anda yang terakhir (di Jejak: yang di baris itu); disebut dahulu, baru dilakukan.",
    ),
    redo: t("ulangi", "Kembalikan yang baru saja diurungkan."),
    meeting: meeting::ID,
    palette: t("perintah", "Cari dan jalankan perintah dengan namanya."),
    help: t(
        "bantuan",
        "Semua perintah, tombolnya, dan mengapa ada yang belum bisa dipakai.",
    ),
    language: t("English", "Ganti bahasa: Indonesia atau Inggris."),
    theme: t(
        "tema",
        "Ganti tema: gelap, terang, tanpa warna, kontras tinggi.",
    ),
    redraw: t("gambar ulang", "Gambar ulang seluruh layar."),
    suspend: t("jeda", "Kembali ke shell sebentar (lanjutkan dengan fg)."),
    back: t("kembali", "Satu langkah kembali; di layar awal q keluar."),
    quit: t("keluar", "Keluar dari program."),
    section_move: "Bergerak",
    section_screens: "Layar",
    section_find: "Mencari dan menyaring",
    section_acts: "Mencatat",
    section_program: "Program",
};

pub const EN: Commands = Commands {
    desk: COMMANDS_EN,
    down: t("down", "To the next line."),
    up: t("up", "To the line before."),
    page_down: t("page down", "One page down."),
    page_up: t("page up", "One page up."),
    first: t("first", "To the first line."),
    last: t("last", "To the last line."),
    left: t("left", "To the pane on the left."),
    right: t("right", "To the pane or column on the right."),
    open: t(
        "open",
        "Open what is selected: a region, then a village, then its card.",
    ),
    next_pane: t("next pane", "Go to the next pane."),
    previous_pane: t("previous pane", "Go to the pane before."),
    villages: t("Villages", "The screen of regions, villages and the card."),
    board: t(
        "Stages",
        "The board of stages: no product and the four stages as columns.",
    ),
    attention: t(
        "Attention",
        "The screen of villages that need attention, by nine reasons; those without a product by kecamatan, K0 and K1 apart.",
    ),
    journal: t(
        "Log",
        "The log: all that was recorded, newest first; u undoes the change on that line, Enter opens its village.",
    ),
    search: t(
        "search",
        "Find a village by name or code; typing errors are forgiven.",
    ),
    filter_kecamatan: t("kecamatan", "Filter by kecamatan."),
    filter_decision: t("decision", "Filter by decision: K0 to K4."),
    filter_stage: t("stage", "Filter by the product's stage."),
    no_product: t(
        "no product",
        "Villages without a chosen product by kecamatan, K0 and K1 apart; Enter opens the list, w its text.",
    ),
    filter: t(
        "filter",
        "Filter in words, such as kec:rinhat stage<packaged age>90 !promise; in the log: only one kind of event.",
    ),
    filter_since: t(
        "since",
        "In the log: only what happened since today, a week, a month or a year ago.",
    ),
    filter_village: t(
        "this village",
        "In the log: only the village of this line; again for all.",
    ),
    filter_person: t(
        "this person",
        "In the log: only the person of this line; again for all.",
    ),
    clear_filters: t("clear filters", "Take all filters off."),
    sort: t("sort", "Sort the list: register, name, age, attention."),
    views: t(
        "views",
        "Open a saved view (a filter with an order), or save what is shown under a name, for oneself or for all.",
    ),
    present: t(
        "who is here",
        "Who else is before the screens now and on which village; picking one goes there.",
    ),
    as_of: t(
        "as of a day",
        "See everything as of a past day; empty goes back to today.",
    ),
    mark: t(
        "mark",
        "Mark this village, or take its mark off, and go to the next line.",
    ),
    mark_range: t(
        "mark range",
        "Mark everything between the last mark and this line.",
    ),
    mark_all: t("mark all", "Mark everything that this list shows."),
    clear_marks: t("clear marks", "Take all marks off."),
    for_marked: t(
        "for the marked",
        "Record the same for all marked villages, after seeing what will change.",
    ),
    message: t(
        "WA text",
        "What this screen shows as plain text to copy into WhatsApp, without names of persons.",
    ),
    record_potential: t("add potential", "Record a potential of this village."),
    amend_potential: t(
        "amend potential",
        "Correct a potential's name, group or note, or confirm that it is true.",
    ),
    withdraw_potential: t(
        "withdraw potential",
        "Withdraw a potential that was recorded wrongly, with the reason.",
    ),
    choose: t(
        "choose product",
        "Record the choice of product: potential, forum, date, number of the minutes.",
    ),
    decree: t("decree", "Record the decree that designates the product."),
    cancel_choice: t(
        "cancel choice",
        "Cancel the chosen product, with the reason.",
    ),
    category: t(
        "product category",
        "Set the category of the product: it decides which evidence is asked for.",
    ),
    stage_forward: t(
        "forward",
        "Declare the next stage (or one further on), with its basis.",
    ),
    stage_back: t("back a stage", "Declare a lower stage, with the reason."),
    sold_raw: t(
        "sold raw",
        "Record that the material is sold raw, or no longer.",
    ),
    claim: t(
        "evidence",
        "Record evidence or a permit: how far it is, number, holder, validity.",
    ),
    verify: t(
        "verify",
        "Confirm evidence that is claimed, having looked at it.",
    ),
    withdraw_evidence: t(
        "withdraw evidence",
        "Withdraw evidence that is wrong, with the reason.",
    ),
    raise_blocker: t(
        "obstacle",
        "Record what stands in the way and the office that can open it.",
    ),
    clear_blocker: t(
        "obstacle cleared",
        "Record that an obstacle is out of the way, and how.",
    ),
    plan_action: t(
        "plan action",
        "Record a promise: what, which office, who, due when.",
    ),
    close_action: t(
        "close action",
        "Close a promise: done, failed, handed on or dropped.",
    ),
    makers: t(
        "production etc.",
        "Record a month, workers, a producer, a channel or assistance of this product.",
    ),
    add_producer: t(
        "new producer",
        "Record a group or business that makes this product.",
    ),
    amend_producer: t(
        "amend producer",
        "Correct a producer's name, head, members or last production.",
    ),
    turn_producer: t(
        "stop or resume",
        "Record that a producer stopped, or is active again, with the reason.",
    ),
    count_workers: t(
        "workers, insurance",
        "Record the workers by sex and those active in both insurances.",
    ),
    record_month: t(
        "month",
        "Record a month's volume and turnover; nothing made is recorded as zero.",
    ),
    open_channel: t(
        "new channel",
        "Record where this product begins to be sold.",
    ),
    close_channel: t(
        "close channel",
        "Record that a channel ended, with the reason.",
    ),
    begin_assistance: t(
        "assistance",
        "Record who begins to assist, or was asked to, and with what.",
    ),
    end_assistance: t(
        "handover",
        "Record that an assistance is done, with the number of the handover record.",
    ),
    note: t("note", "Write a note about this village."),
    undo: t(
        "undo",
        "Undo your last act; it is named first and done after.",
    ),
    redo: t("redo", "Bring back what was just undone."),
    meeting: meeting::EN,
    palette: t("command", "Find a command by its name and run it."),
    help: t(
        "help",
        "All commands, their keys, and why some cannot be used now.",
    ),
    language: t("Indonesia", "Change the language: Indonesian or English."),
    theme: t(
        "theme",
        "Change the theme: dark, light, no colour, high contrast.",
    ),
    redraw: t("redraw", "Draw the whole screen anew."),
    suspend: t("suspend", "Back to the shell for a while (resume with fg)."),
    back: t("back", "One step back; on the first screen q quits."),
    quit: t("quit", "Leave the program."),
    section_move: "Moving",
    section_screens: "Screens",
    section_find: "Finding and filtering",
    section_acts: "Recording",
    section_program: "Program",
};
