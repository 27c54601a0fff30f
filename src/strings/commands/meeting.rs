//! The commands of the meeting screen.

use super::{CommandText, t};

pub struct MeetingCommands {
    pub screen: CommandText,
    pub acts: CommandText,
    pub next: CommandText,
    pub previous: CommandText,
    pub jump: CommandText,
    pub decide: CommandText,
    pub postpone: CommandText,
    pub leave_out: CommandText,
    pub follow: CommandText,
    pub line_up: CommandText,
    pub line_down: CommandText,
    pub new: CommandText,
    pub amend: CommandText,
    pub cancel: CommandText,
    pub from_marks: CommandText,
    pub from_list: CommandText,
    pub topic: CommandText,
    pub minutes: CommandText,
    pub freeze: CommandText,
    pub open: CommandText,
    pub take_floor: CommandText,
    pub promises: CommandText,
    pub sum: CommandText,
    pub close: CommandText,
    pub finalise: CommandText,
    pub attendance: CommandText,
    pub addendum: CommandText,
    pub papers: CommandText,
}

pub const ID: MeetingCommands = MeetingCommands {
    screen: t(
        "Rapat",
        "Layar rapat: daftar rapat, agenda, rapat yang berlangsung.",
    ),
    acts: t(
        "menu",
        "Semua yang dapat dilakukan sekarang dengan rapat atau acara ini, dengan nomor.",
    ),
    next: t(
        "lanjut",
        "Selama rapat (juga Right): ke butir berikut; yang memimpin membawa semua layar.",
    ),
    previous: t("mundur", "Selama rapat (juga Left): ke butir sebelumnya."),
    jump: t("ke butir", "Ke butir dengan nomornya."),
    decide: t(
        "putusan",
        "Catat putusan butir ini: hasil, tindakan, pihak, tenggat; dibacakan, lalu Enter.",
    ),
    postpone: t(
        "ke akhir",
        "Tunda butir ini ke akhir rapat; di agenda: pindahkan baris ke akhir.",
    ),
    leave_out: t(
        "lewati",
        "Lewati butir ini di rapat ini; di agenda: keluarkan baris ini.",
    ),
    follow: t("ikut rapat", "Kembali ke butir yang sedang dibahas."),
    line_up: t("baris naik", "Naikkan baris agenda satu tempat."),
    line_down: t("baris turun", "Turunkan baris agenda satu tempat."),
    new: t(
        "rapat baru",
        "Rencanakan rapat: judul, hari, tempat, pimpinan, notulis, undangan.",
    ),
    amend: t(
        "ubah rencana",
        "Ubah judul, hari, tempat, pimpinan dan lain-lain.",
    ),
    cancel: t(
        "batalkan rapat",
        "Catat bahwa rapat ini tidak jadi, dengan alasan.",
    ),
    from_marks: t(
        "isi dari tanda",
        "Masukkan desa yang ditandai ke agenda, per kecamatan, yang paling lama dahulu.",
    ),
    from_list: t(
        "isi dari saringan",
        "Masukkan desa menurut saringan layar 1 ke agenda.",
    ),
    topic: t("tambah topik", "Tambah butir tanpa desa."),
    minutes: t(
        "menit butir",
        "Ubah waktu yang disediakan untuk baris agenda ini.",
    ),
    freeze: t("bekukan agenda", "Bekukan agenda dan beri nomor rapat."),
    open: t("buka rapat", "Buka rapat; sambungan ini memimpin."),
    take_floor: t(
        "bahas butir ini",
        "Jadikan butir ini yang dibahas di semua layar; sambungan ini memimpin.",
    ),
    promises: t(
        "janji lalu",
        "Halaman janji rapat sebelumnya: ditepati dan terlambat per pihak.",
    ),
    sum: t("ringkasan rapat", "Halaman putusan dan janji rapat ini."),
    close: t("tutup rapat", "Catat bahwa rapat ditutup sekarang."),
    finalise: t(
        "finalkan risalah",
        "Jadikan risalah final: sesudahnya hanya adendum.",
    ),
    attendance: t(
        "daftar hadir",
        "Daftar hadir rapat ini: siapa yang ada, desa mana yang belum.",
    ),
    addendum: t("adendum", "Tambah perbaikan pada risalah yang final."),
    papers: t(
        "dokumen",
        "Tulis dokumen rapat atau acara ini ke berkas: berita acara, notula, daftar hadir, laporan.",
    ),
};

pub const EN: MeetingCommands = MeetingCommands {
    screen: t(
        "Meeting",
        "The meeting screen: the list of meetings, an agenda, a meeting in session.",
    ),
    acts: t(
        "menu",
        "All that can be done now with this meeting or event, by number.",
    ),
    next: t(
        "next",
        "During a meeting (also Right): to the next item; who leads takes all screens along.",
    ),
    previous: t(
        "previous",
        "During a meeting (also Left): to the item before.",
    ),
    jump: t("to item", "To an item by its number."),
    decide: t(
        "decide",
        "Record the decision on this item: outcome, action, office, day; read back, then Enter.",
    ),
    postpone: t(
        "to the end",
        "Move this item to the end of the meeting; on an agenda: the line to its end.",
    ),
    leave_out: t(
        "leave out",
        "Pass this item over at this meeting; on an agenda: take the line out.",
    ),
    follow: t("follow", "Back to the item that is being treated."),
    line_up: t("line up", "Move the line of the agenda up by one."),
    line_down: t("line down", "Move the line of the agenda down by one."),
    new: t(
        "new meeting",
        "Plan a meeting: title, day, place, leader, minute-taker, invited.",
    ),
    amend: t(
        "change plan",
        "Change title, day, place, leader and the rest.",
    ),
    cancel: t(
        "cancel meeting",
        "Record that this meeting does not take place, with the reason.",
    ),
    from_marks: t(
        "fill from marks",
        "Put the marked villages on the agenda, by kecamatan, the longest stuck first.",
    ),
    from_list: t(
        "fill from filter",
        "Put the villages that screen 1 is filtered to on the agenda.",
    ),
    topic: t("add topic", "Add an item that is no village."),
    minutes: t(
        "item minutes",
        "Change the time set aside for this line of the agenda.",
    ),
    freeze: t(
        "freeze agenda",
        "Freeze the agenda and give the meeting its number.",
    ),
    open: t("open meeting", "Open the meeting; this session leads it."),
    take_floor: t(
        "treat this item",
        "Make this the item on all screens; this session leads.",
    ),
    promises: t(
        "last promises",
        "The promises of the meeting before: kept and late, by office.",
    ),
    sum: t("summing up", "What this meeting decided and promised."),
    close: t("close meeting", "Record that the meeting closes now."),
    finalise: t(
        "make final",
        "Make the minutes final: only addenda after that.",
    ),
    attendance: t(
        "attendance",
        "The list of attendance of this meeting: who is there, which villages are not.",
    ),
    addendum: t("addendum", "Add a correction to final minutes."),
    papers: t(
        "papers",
        "Write the papers of this meeting or event into files: minutes, notes, attendance, report.",
    ),
};
