//! What went wrong outside a single act: with a register, with the database.
//!
//! Every text says what happened and what to do; the paths in it are clean already.

use super::Lang;

pub struct Trouble {
    /// `villages.csv, baris 12`
    pub place: fn(file: &str, line: Option<u64>) -> String,

    pub register_unreadable: fn(why: &str) -> String,
    pub register_not_utf8: &'static str,
    pub register_cells: &'static str,
    pub register_column: fn(name: &str) -> String,
    pub register_code: fn(code: &str) -> String,
    pub register_double: fn(code: &str) -> String,
    pub register_parent: fn(code: &str, parent: &str, file: &str) -> String,
    pub register_empty_name: &'static str,
    pub register_unclean_name: &'static str,
    pub register_long_name: fn(max: usize) -> String,
    pub register_empty: &'static str,

    pub not_found: fn(path: &str) -> String,
    pub exists: fn(path: &str) -> String,
    pub forbidden: fn(path: &str) -> String,
    pub not_a_file: fn(path: &str) -> String,
    pub symlink: fn(path: &str) -> String,
    pub network_disk: fn(path: &str) -> String,
    pub leftover: fn(path: &str) -> String,
    pub foreign: fn(path: &str) -> String,
    pub training: fn(path: &str) -> String,
    pub not_training: fn(path: &str) -> String,
    pub newer: fn(path: &str, found: i64, known: i64) -> String,
    pub damaged: fn(path: &str, detail: &str) -> String,
    pub full: fn(path: &str) -> String,
    /// To whoever can send the same act once more.
    pub disk: fn(&str, &str) -> String,
    /// To whoever would do it anew.
    pub disk_once: fn(&str, &str) -> String,
    pub disk_read_only: fn(&str) -> String,
    pub read_only: fn(path: &str) -> String,
    pub replaced: fn(path: &str) -> String,
    pub busy: fn(path: &str) -> String,
    pub unexpected: fn(path: &str, detail: &str) -> String,

    /// Somebody else moved the same thing: what they recorded, who, for which day.
    pub conflict: fn(what: &str, who: &str, day: &str) -> String,
    pub unknown_village: fn(code: &str) -> String,
    pub unknown_batch: &'static str,
    pub already_undone: &'static str,
    pub batch_too_short: fn(digits: usize) -> String,
    pub batch_ambiguous: &'static str,
}

pub const ID: Trouble = Trouble {
    place: |file, line| place(Lang::Id, file, line),

    register_unreadable: |why| {
        format!("tidak dapat dibaca ({why}). Periksa apakah berkasnya ada dan boleh dibaca.")
    },
    register_not_utf8: "bukan teks UTF-8. Simpan ulang berkas ini sebagai CSV UTF-8.",
    register_cells: "jumlah kolom tidak sama dengan baris pertama. Periksa koma dan tanda kutip di baris ini.",
    register_column: |name| {
        format!(
            "kolom \u{201c}{name}\u{201d} tidak ada di baris judul. Tambahkan kolom itu, misalnya dengan mengambil ulang register."
        )
    },
    register_code: |code| {
        format!(
            "kode \u{201c}{code}\u{201d} tidak benar. Tulis lengkap, misalnya 53.04.01.2001, dan format kolomnya sebagai teks."
        )
    },
    register_double: |code| format!("kode {code} tercatat dua kali. Hapus salah satunya."),
    register_parent: |code, parent, file| {
        format!("{code} termasuk {parent}, tetapi {parent} tidak ada di {file}. Tambahkan di sana.")
    },
    register_empty_name: "namanya kosong. Isi nama resminya.",
    register_unclean_name: "namanya memuat huruf yang tidak terlihat atau huruf kendali. Ketik ulang namanya.",
    register_long_name: |max| format!("namanya terlalu panjang: paling banyak {max} huruf."),
    register_empty: "tidak ada isinya selain baris judul. Ambil ulang register.",

    not_found: |path| {
        format!("Basis data {path} tidak ada. Periksa letaknya, atau buat dengan perintah init.")
    },
    exists: |path| format!("{path} sudah ada; tidak ada yang ditimpa. Pilih nama lain."),
    forbidden: |path| {
        format!(
            "{path} tidak boleh dibaca oleh akun ini. Minta pemilik berkas atau admin memberi izin untuk berkas dan foldernya."
        )
    },
    not_a_file: |path| format!("{path} bukan berkas. Sebutkan berkas basis datanya."),
    symlink: |path| {
        format!(
            "{path} adalah tautan (symlink), dan basis data tidak dibuka lewat tautan. Sebutkan letak berkas yang sebenarnya."
        )
    },
    network_disk: |path| {
        format!(
            "{path} berada di disk jaringan. Di sana catatan dapat rusak bila dipakai bersama; pindahkan ke disk komputer ini sendiri."
        )
    },
    leftover: |path| {
        format!(
            "{path} adalah sisa basis data yang berkas utamanya hilang. Kembalikan berkas utamanya, atau pindahkan sisa ini ke tempat lain."
        )
    },
    foreign: |path| {
        format!(
            "{path} bukan basis data ovop. Periksa letaknya; kalau dahulu memang basis data ovop, kembalikan dari cadangan."
        )
    },
    training: |path| {
        format!(
            "{path} adalah basis data latihan; isinya karangan dan tidak dibuka sebagai catatan sungguhan. Buka dengan: ovop demo --keep BERKAS."
        )
    },
    not_training: |path| {
        format!(
            "{path} adalah basis data sungguhan, dan latihan tidak menyentuhnya. Sebutkan nama lain di --keep, atau bukalah tanpa kata demo."
        )
    },
    newer: |path, found, known| {
        format!(
            "{path} dibuat oleh ovop yang lebih baru (skema {found}; program ini mengenal sampai {known}). Perbarui program ini, lalu buka lagi."
        )
    },
    damaged: |path, detail| {
        format!(
            "{path} rusak atau disknya tidak terbaca lagi ({detail}). Jangan diubah; salin ke tempat lain, jalankan \u{201c}ovop doctor\u{201d}, atau kembalikan dari cadangan."
        )
    },
    full: |path| {
        format!(
            "Tidak dapat menulis ke {path}: disk atau jatah (kuota) penuh. Perubahan ini tidak tersimpan, yang lama tetap utuh. Kosongkan tempat, lalu ulangi."
        )
    },
    disk: |path, detail| {
        format!(
            "Disk tempat {path} bermasalah ({detail}). Yang tersimpan sebelumnya tetap ada; perubahan ini belum pasti tersimpan. Minta admin memeriksa disk, lalu simpan sekali lagi: tidak akan tercatat dua kali."
        )
    },
    disk_once: |path, detail| {
        format!(
            "Disk tempat {path} bermasalah ({detail}). Yang tersimpan sebelumnya tetap ada. Minta admin memeriksa disk. Kalau tadi ada yang hendak dicatat, lihat dahulu di \u{201c}ovop log\u{201d} apakah sudah tercatat, baru ulangi."
        )
    },
    disk_read_only: |path| {
        format!(
            "Disk tempat {path} tidak menerima tulisan: sistem menjadikannya hanya-baca, sering karena disknya bermasalah. Perubahan ini tidak tersimpan; minta admin memeriksa disk, lalu ulangi."
        )
    },
    read_only: |path| {
        format!(
            "{path} tidak boleh ditulis. Berkas, folder, dan berkas -wal serta -shm di sebelahnya harus boleh ditulis oleh akun ini; minta admin memperbaiki izinnya."
        )
    },
    replaced: |path| {
        format!(
            "{path} sudah dipindahkan atau diganti berkas lain, misalnya cadangan, sejak program ini dibuka. Perubahan ini tidak tersimpan. Catat isian ini di tempat lain, tutup program ini, buka lagi, lalu ulangi."
        )
    },
    busy: |path| {
        format!(
            "{path} sedang dipakai orang lain selama lebih dari 10 detik. Perubahan ini tidak tersimpan; coba lagi sebentar lagi."
        )
    },
    unexpected: |path, detail| {
        format!(
            "Ada kesalahan pada {path}: {detail}. Perubahan ini tidak tersimpan; coba lagi, lalu jalankan \u{201c}ovop doctor\u{201d}."
        )
    },

    conflict: |what, who, day| {
        format!(
            "Sementara itu {who} mencatat \u{201c}{what}\u{201d} (tanggal {day}). Perubahan ini tidak tersimpan; lihat dahulu, lalu putuskan."
        )
    },
    unknown_village: |code| format!("Desa dengan kode {code} tidak ada di register."),
    unknown_batch: "Kode itu tidak ada di jejak. Daftar kode: ovop log.",
    already_undone: "Yang dimaksud tidak berlaku lagi: sudah diurungkan atau dipulihkan.",
    batch_too_short: |digits| {
        format!("Kode itu terlalu pendek: tulis sedikitnya {digits} angka atau huruf a sampai f.")
    },
    batch_ambiguous: "Beberapa perubahan berkode awal sama. Tulis kodenya lebih panjang.",
};

pub const EN: Trouble = Trouble {
    place: |file, line| place(Lang::En, file, line),

    register_unreadable: |why| {
        format!("cannot be read ({why}). Check that the file is there and may be read.")
    },
    register_not_utf8: "is not UTF-8 text. Save the file again as CSV UTF-8.",
    register_cells: "the number of cells differs from the first line. Check the commas and quotation marks of this line.",
    register_column: |name| {
        format!(
            "the heading has no column \u{201c}{name}\u{201d}. Add it, for example by fetching the register again."
        )
    },
    register_code: |code| {
        format!(
            "\u{201c}{code}\u{201d} is not a code. Write it in full, such as 53.04.01.2001, and format the column as text."
        )
    },
    register_double: |code| format!("code {code} is there twice. Remove one of them."),
    register_parent: |code, parent, file| {
        format!("{code} belongs to {parent}, but {file} has no {parent}. Add it there.")
    },
    register_empty_name: "the name is empty. Fill in the official name.",
    register_unclean_name: "the name holds invisible or control characters. Type the name again.",
    register_long_name: |max| format!("the name is too long: at most {max} characters."),
    register_empty: "holds nothing but the heading. Fetch the register again.",

    not_found: |path| {
        format!(
            "There is no database {path}. Check where it lies, or make one with the command init."
        )
    },
    exists: |path| format!("{path} exists already; nothing was overwritten. Choose another name."),
    forbidden: |path| {
        format!(
            "This account may not read {path}. Ask its owner or the administrator for access to the file and its folder."
        )
    },
    not_a_file: |path| format!("{path} is not a file. Name the database file."),
    symlink: |path| {
        format!(
            "{path} is a symbolic link, and databases are not opened through links. Name the place of the file itself."
        )
    },
    network_disk: |path| {
        format!(
            "{path} lies on a network disk, where records can be damaged when several people work. Move it to a disk of this computer."
        )
    },
    leftover: |path| {
        format!(
            "{path} was left by a database whose main file is gone. Bring the main file back, or move this one elsewhere."
        )
    },
    foreign: |path| {
        format!(
            "{path} is not an ovop database. Check where it lies; if it used to be one, bring it back from a backup."
        )
    },
    training: |path| {
        format!(
            "{path} is a training database; its data is made up and is not opened as a record. Open it with: ovop demo --keep FILE."
        )
    },
    not_training: |path| {
        format!(
            "{path} is a real database, and training does not touch it. Give --keep another name, or open it without the word demo."
        )
    },
    newer: |path, found, known| {
        format!(
            "{path} was made by a newer ovop (schema {found}; this program knows up to {known}). Update this program, then open it again."
        )
    },
    damaged: |path, detail| {
        format!(
            "{path} is damaged, or its disk cannot be read any more ({detail}). Do not change it; copy it elsewhere, run \u{201c}ovop doctor\u{201d}, or bring it back from a backup."
        )
    },
    full: |path| {
        format!(
            "Cannot write to {path}: the disk or the quota is full. This was not saved, everything earlier is intact. Make room, then do it again."
        )
    },
    disk: |path, detail| {
        format!(
            "The disk under {path} fails ({detail}). What was saved before stays; it is not certain that this change was. Have the disk looked at, then save once more: nothing is recorded twice."
        )
    },
    disk_once: |path, detail| {
        format!(
            "The disk under {path} fails ({detail}). What was saved before stays. Have the disk looked at. If something was to be recorded, see in \u{201c}ovop log\u{201d} whether it is there before you do it again."
        )
    },
    disk_read_only: |path| {
        format!(
            "The disk under {path} takes no writes: the system has made it read-only, often because it fails. Nothing of this change was saved; have an admin look at the disk, then try again."
        )
    },
    read_only: |path| {
        format!(
            "{path} may not be written. This account must be able to write the file, its folder, and the -wal and -shm files beside it; ask the administrator to set that right."
        )
    },
    replaced: |path| {
        format!(
            "{path} has been moved away or replaced by another file, a backup perhaps, since this program was opened. This was not saved. Copy what you typed elsewhere, close this program, open it again, then do it once more."
        )
    },
    busy: |path| {
        format!(
            "Somebody else has kept {path} for more than 10 seconds. This was not saved; try again in a moment."
        )
    },
    unexpected: |path, detail| {
        format!(
            "Something went wrong with {path}: {detail}. This was not saved; try again, then run \u{201c}ovop doctor\u{201d}."
        )
    },

    conflict: |what, who, day| {
        format!(
            "Meanwhile {who} has recorded \u{201c}{what}\u{201d} (for {day}). This was not saved; look at it first, then decide."
        )
    },
    unknown_village: |code| format!("The register has no village with the code {code}."),
    unknown_batch: "The log has no such code. To see the codes: ovop log.",
    already_undone: "That is no longer in force: it has been undone or redone already.",
    batch_too_short: |digits| {
        format!("That code is too short: give at least {digits} digits or letters a to f.")
    },
    batch_ambiguous: "Several acts begin with this code. Give more of it.",
};

fn place(lang: Lang, file: &str, line: Option<u64>) -> String {
    let word = match lang {
        Lang::Id => "baris",
        Lang::En => "line",
    };
    match line {
        Some(line) => format!("{file}, {word} {line}"),
        None => file.to_owned(),
    }
}
