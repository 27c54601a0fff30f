//! What `--help` says of the commands on people.

use super::texts;

texts! {
    /// One line for each command, argument and option.
    pub struct PeopleHelp {
        user: "Pengguna: siapa boleh masuk, perannya, wilayahnya, kuncinya", "People: who may come in, their role, scope and keys";
        whoami: "Siapa Anda bagi catatan ini, dan apa yang boleh", "Who you are to this record, and what you may do";
        add: "Tambah pengguna; yang pertama harus admin, dan sejak itu peran berlaku", "Add a person; the first must be an admin, and from then on roles hold";
        change_role: "Ganti peran", "Change the role";
        change_scope: "Ganti wilayah seorang pendamping", "Change the scope of a companion";
        key: "Catat kunci SSH seorang pengguna, atau cabut", "Record a person's SSH key, or take it away";
        off: "Matikan: tidak dapat masuk lagi, seketika", "Turn off: comes in no more, at once";
        on: "Buka kembali", "Turn on again";
        list: "Daftar pengguna dan sidik kuncinya", "The people, with the fingerprints of their keys";
        keys: "Berkas kunci untuk sshd, dibuat dari catatan", "The file of keys for sshd, made from the record";
        name: "Nama dalam catatan: akun Unix, atau nama yang diikat pada kunci", "The name in the log: a Unix account, or the name that a key is bound to";
        role: "pembaca, pendamping, ketua, atau admin", "viewer, companion, chair or admin";
        scope_option: "Wilayah pendamping: kecamatan, kabupaten, atau desa, dipisah titik koma", "Scope of a companion: kecamatan, regencies or villages, with semicolons between";
        scope: "Kecamatan, kabupaten, atau desa (nama atau kode), dipisah titik koma", "Kecamatan, regencies or villages (name or code), with semicolons between";
        called: "Nama panggilan, yang disebut bila orang lain perlu bertanya", "What people call them: named to others who need to ask";
        key_line: "Satu baris dari berkas .pub; tanpa ini dibaca dari masukan standar", "One line of a .pub file; without it, read from standard input";
        key_remove: "Cabut kunci dengan sidik ini (atau awalnya)", "Take away the key with this fingerprint (or its beginning)";
        why: "Alasan", "Reason";
        principals: "Baris untuk AuthorizedPrincipalsFile (sertifikat), bukan kunci", "Lines for AuthorizedPrincipalsFile (certificates) instead of keys";
        program: "Letak program di server; tanpa ini: program ini", "Where the program lies on the server; without it: this one";
        backup: "Buat cadangan yang diperiksa, sementara yang lain tetap bekerja", "Make a verified backup while others go on working";
        keeper: "Penjaga: cadangan tiap jam, jurnal, ruang disk (untuk layanan sistem)", "The keeper: hourly backups, journal, room on the disk (for a system service)";
        to: "Folder cadangan; tanpa ini: backups di samping basis data", "Folder of backups; without it: backups beside the database";
        every: "Tiap berapa menit; tanpa ini: 60", "Every so many minutes; without it: 60";
        once: "Satu kali saja, lalu selesai", "Once, and end";
        give_room: "Disk penuh: lepas cadangan ruang", "The disk is full: give the reserve away";
        act_as: "Bertindak sebagai orang ini: hanya untuk akun pemilik basis data", "Act as this person: only for the account that owns the database";
        value_name: "NAMA", "NAME";
        value_role: "PERAN", "ROLE";
        value_places: "WILAYAH; WILAYAH", "PLACE; PLACE";
        value_key: "KUNCI", "KEY";
        value_fingerprint: "SIDIK", "FINGERPRINT";
    }
}
