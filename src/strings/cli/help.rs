//! What `--help` and the manual page say of commands and options.

use super::texts;

texts! {
    /// Headings, and the words for the values that options take.
    pub struct Shape {
        usage: "Pemakaian", "Usage";
        commands: "Perintah", "Commands";
        arguments: "Argumen", "Arguments";
        options: "Pilihan", "Options";
        global: "Pilihan umum", "Global options";
        exit_codes: "Kode keluar", "Exit codes";
        options_word: "PILIHAN", "OPTIONS";
        command_word: "PERINTAH", "COMMAND";
        /// Stands before the other name of a command in Indonesian; English shows one name.
        also: " (juga: {})", "";
        village: "DESA", "VILLAGE";
        region: "WILAYAH", "REGION";
        villages: "DESA; DESA", "VILLAGE; VILLAGE";
        file: "BERKAS", "FILE";
        folder: "FOLDER", "FOLDER";
        name: "NAMA", "NAME";
        group: "KELOMPOK", "GROUP";
        text: "TEKS", "TEXT";
        address: "ALAMAT", "ADDRESS";
        date: "TANGGAL", "DATE";
        number: "NOMOR", "NUMBER";
        potential: "POTENSI", "POTENTIAL";
        reason: "ALASAN", "REASON";
        forum: "FORUM", "FORUM";
        stage: "TAHAP", "STAGE";
        decision: "KEPUTUSAN", "DECISION";
        order: "URUTAN", "ORDER";
        form: "BENTUK", "FORMAT";
        lang: "BAHASA", "LANGUAGE";
        theme: "TEMA", "THEME";
        yes_no: "YA|TIDAK", "YES|NO";
        batch: "KODE", "CODE";
        actor: "AKUN", "ACCOUNT";
        count: "N", "N";
        page: "HALAMAN", "PAGE";
        paper: "DOKUMEN", "PAPER";
        sheet: "UKURAN", "SIZE";
        item: "BUKTI", "ITEM";
        kind: "JENIS", "KIND";
        category: "KATEGORI", "CATEGORY";
        status: "KEADAAN", "STATUS";
        obstacle: "HAMBATAN", "OBSTACLE";
        office: "PIHAK", "OFFICE";
        due: "TENGGAT", "DUE";
        outcome: "HASIL", "OUTCOME";
        shell: "SHELL", "SHELL";
    }
}

texts! {
    /// One line for each command.
    pub struct Commands {
        ovop: "Satu Desa Satu Produk: potensi, pilihan, dan tahap tiap desa. Tanpa perintah: layar.",
            "One Village One Product: potentials, choices and stages of each village. Without a command: the screens.";
        status: "Jumlah desa menurut keputusan dan tahap", "How many villages stand where";
        list: "Daftar desa, dengan saringan", "List villages, with filters";
        show: "Kartu satu desa dengan kata-kata", "One village's card in words";
        potential: "Potensi desa: catat, perbaiki, tarik", "A village's potentials: record, amend, withdraw";
        potential_add: "Catat potensi baru", "Record a new potential";
        potential_amend: "Perbaiki atau pastikan satu potensi", "Amend or confirm a potential";
        potential_withdraw: "Tarik satu potensi", "Withdraw a potential";
        choose: "Catat produk yang dipilih desa", "Record the product that a village chose";
        cancel: "Batalkan pilihan produk", "Cancel the choice of a product";
        decree: "Catat SK penetapan produk", "Record the decree that designates the product";
        stage: "Nyatakan tahap produk, maju atau mundur", "Declare the product's stage, forward or back";
        raw: "Catat apakah bahan mentah dijual begitu saja", "Record whether the raw material is sold as it is";
        note: "Tambah catatan pada desa", "Add a note to a village";
        check: "Apa yang sudah terbukti, apa yang kurang, apa yang akan habis", "What is proved, what is missing, what will run out";
        evidence: "Bukti tahap dan izin: klaim, verifikasi, tarik", "Evidence and permits: claim, verify, withdraw";
        evidence_claim: "Catat keadaan satu bukti atau izin", "Record how an item of evidence or a permit stands";
        evidence_verify: "Nyatakan klaim sudah diperiksa dan benar", "Confirm that a claim was looked at and is true";
        evidence_withdraw: "Tarik klaim yang keliru", "Withdraw a claim that is wrong";
        category: "Tetapkan kategori produk, dan dengan itu gerbangnya", "Set the product's category, and with it its gates";
        blocker: "Hambatan: catat, buka", "Obstacles: record, clear";
        blocker_add: "Catat hambatan dan pihak yang dapat membukanya", "Record an obstacle and who can open it";
        blocker_clear: "Catat bahwa hambatan sudah terbuka", "Record that an obstacle is out of the way";
        action: "Rencana tindak lanjut (RTL): rencanakan, tutup, daftar", "Promised actions: plan, close, list";
        action_plan: "Catat janji: apa, pihak mana, sampai kapan", "Record a promise: what, which office, by when";
        action_close: "Catat bagaimana janji berakhir", "Record how a promise ended";
        action_list: "Janji yang terbuka di semua desa, tenggat terdekat dahulu", "The open promises of all villages, due first on top";
        attention: "Yang perlu perhatian, dan mengapa", "What needs attention, and why";
        paper: "Dokumen untuk dicetak atau dikirim: kartu desa, rekapitulasi, daftar; tanpa nama: yang ada",
            "Papers to print or send: village card, recapitulation, lists; without a name: which there are";
        view: "Tampilan tersimpan: saringan dan urutan dengan nama", "Saved views: a filter and an order under a name";
        view_list: "Tampilan yang ada, dan berapa desa isinya", "The views there are, and how many villages each shows";
        view_save: "Simpan saringan dan urutan dengan nama; nama sendiri yang sama diganti isinya",
            "Save a filter and an order under a name; one's own of that name gets the new content";
        view_remove: "Hapus tampilan sendiri", "Remove a view of one's own";
        bulk: "Catat hal yang sama untuk banyak desa; tanpa --yes hanya dilihat dahulu",
            "Record the same for many villages; without --yes it is only looked at";
        board: "Papan tahap: tanpa produk dan keempat tahap", "The board: no product and the four stages";
        gates: "Aturan: apa yang membuktikan tiap tahap", "The rules: what proves each stage";
        undo: "Urungkan perubahan terakhir Anda, atau satu kode", "Undo your last act, or the one with a code";
        log: "Jejak: apa yang terjadi, terbaru dahulu", "The log: what happened, newest first";
        moved: "Apa yang bergerak sejak satu tanggal, dan apa yang tercatat terlambat",
            "What moved since a day, and what was entered late";
        init: "Buat basis data baru", "Create a new database";
        demo: "Latihan dengan data karangan: layar, atau satu perintah", "Training on made-up data: the screens, or one command";
        doctor: "Periksa basis data dan pengaturan", "Check the database and the settings";
        keys: "Tombol-tombol layar", "The keys of the screens";
        manual: "Panduan, per halaman", "The manual, page by page";
        completions: "Pelengkapan perintah untuk shell", "Command completion for a shell";
        man: "Halaman man (roff)", "The man page (roff)";
        help: "Bantuan ini, atau bantuan satu perintah", "This help, or the help of one command";
    }
}

texts! {
    /// One line for each argument and option.
    pub struct Options {
        paper: "Dokumen yang dibuat", "The paper to make";
        paper_meeting: "Tentang rapat ini: nomornya (3 atau 3/2026), awal kodenya, atau kata judulnya",
            "About this meeting: its number (3 or 3/2026), the beginning of its code, or words of its title";
        paper_event: "Tentang acara ini: awal kodenya, atau kata judulnya",
            "About this event: the beginning of its code, or words of its title";
        paper_blank: "Daftar hadir yang kosong, untuk ditandatangani", "The attendance list blank, to be signed";
        paper_phones: "Daftar hadir dengan nomor telepon", "The attendance list with telephone numbers";
        paper_rows: "Baris kosong pada daftar hadir, di luar desa", "Empty rows of the attendance list, beyond the villages";
        paper_format: "Bentuk: txt, md, html, docx, atau wa (pesan WhatsApp); tanpa ini menurut akhiran berkas",
            "Form: txt, md, html, docx or wa (WhatsApp message); without it as the file's ending says";
        paper_output: "Tulis ke berkas ini; yang sudah ada tidak diganti", "Write into this file; one that is there is kept";
        paper_force: "Ganti berkas yang sudah ada", "Replace a file that is there";
        paper_size: "Ukuran kertas: a4 atau f4 (folio)", "Sheet: a4 or f4 (folio)";
        help: "Tampilkan bantuan ini", "Show this help";
        version: "Tampilkan versi", "Show the version";
        db: "Basis data yang dipakai", "The database to use";
        lang: "Bahasa: id atau en", "Language: id or en";
        config: "Berkas pengaturan, sebagai ganti milik Anda", "Settings file, instead of your own";
        register: "Folder daftar resmi lain, untuk basis data baru", "Folder of another register, for a new database";
        theme: "Tema layar: dark, light, mono, atau contrast", "Theme of the screens: dark, light, mono or contrast";
        ascii: "Garis layar dari huruf ASCII saja", "Draw the screens with ASCII characters only";
        view: "Hanya lihat: tidak ada yang dicatat, nama dan nomor telepon tidak ditampilkan", "Only look: nothing is recorded, no names or telephone numbers are shown";
        json: "Keluaran JSON untuk mesin", "JSON for machines";
        village: "Nama, kode, atau \u{201c}Nama, Kecamatan\u{201d}", "Name, code, or \u{201c}Name, Kecamatan\u{201d}";
        region: "Hanya kabupaten atau kecamatan ini (nama atau kode)", "Only this regency or kecamatan (name or code)";
        decision: "Hanya keputusan ini: K0, K1, K2, K3; K4 = pernah diganti atau dibatalkan",
            "Only this decision: K0, K1, K2, K3; K4 = once replaced or cancelled";
        villages: "Desa-desa ini, dengan nama lengkap, nama dan kecamatan, atau kode, dipisah titik koma",
            "These villages, by full name, name and kecamatan, or code, with semicolons between";
        all_villages: "Semua desa dan kelurahan", "All villages";
        yes_write: "Catat sekarang; tanpa ini hanya dilihat apa yang akan berubah",
            "Record now; without it only what will change is shown";
        no_product: "Hanya yang tanpa produk (K0 dan K1)", "Only those without a product (K0 and K1)";
        stage_filter: "Hanya tahap ini: potensi, diolah, dikemas, dipasarkan",
            "Only this stage: potential, processed, packaged, marketed";
        sort: "Urutan: register, nama, umur, perhatian", "Order: register, name, age, attention";
        format: "Bentuk: text atau csv", "Format: text or csv";
        potential_name: "Nama potensi", "Name of the potential";
        potential: "Nomor potensi pada kartu desa, atau namanya", "Number of the potential on the village's card, or its name";
        group: "Kelompok: pertanian, perkebunan, peternakan, perikanan-laut, hasil-hutan, tenun-kriya, kuliner, jasa-wisata, lain",
            "Group: pertanian (crops), perkebunan (estate), peternakan (livestock), perikanan-laut (sea), hasil-hutan (forest), tenun-kriya (craft), kuliner (food), jasa-wisata (services), lain (other)";
        note: "Catatan", "A note";
        source: "Alamat sumber publik; tanpa ini: dari lapangan", "Address of a public source; without it: from the field";
        source_date: "Tanggal sumber: 2020-08-14, 2020-08, atau 2020", "Date of the source: 2020-08-14, 2020-08 or 2020";
        on: "Kapan terjadi: 13/11/2025, kemarin, 2 minggu lalu; tanpa ini: hari ini",
            "When it happened: 13/11/2025, yesterday, 2 weeks ago; without it: today";
        chosen_on: "Hari pemilihan: 13/11/2025, kemarin, 2 minggu lalu", "Day of the choice: 13/11/2025, yesterday, 2 weeks ago";
        new_name: "Nama baru", "The new name";
        confirm: "Sudah dipastikan di lapangan", "It has been confirmed in the field";
        withdraw_reason: "Mengapa ditarik", "Why it is withdrawn";
        forum: "musdes, kelurahan, atau kabupaten", "musdes (village), kelurahan (ward) or kabupaten (regency)";
        minutes: "Nomor berita acara", "Number of the minutes";
        product: "Nama produk, bila lain dari nama potensi", "Name of the product, if not the potential's";
        replace_reason: "Mengapa pilihan lama diganti", "Why an earlier choice is replaced";
        cancel_reason: "Mengapa dibatalkan", "Why it is cancelled";
        decree: "Nomor SK", "Number of the decree";
        decree_on: "Tanggal SK; tanpa ini: hari ini", "Date of the decree; without it: today";
        stage: "potensi, diolah, dikemas, atau dipasarkan", "potential, processed, packaged or marketed";
        basis: "Dasarnya; bila mundur atau melompat: alasannya", "What it stands on; going back or skipping: the reason";
        raw: "ya: dijual mentah; tidak: tidak lagi", "yes: sold raw; no: no longer";
        note_text: "Isi catatan", "The note";
        check_on: "Menurut keadaan dan aturan tanggal ini; tanpa ini: hari ini",
            "By the state and rules of this day; without it: today";
        gates_on: "Aturan yang berlaku pada tanggal ini; tanpa ini: hari ini",
            "The rules in force on this day; without it: today";
        category: "Kategori: olahan, kriya, segar, jasa",
            "Category: olahan (processed food), kriya (weaving and craft), segar (fresh), jasa (services)";
        item: "Kata bukti seperti pada ovop gates, misalnya izin-edar", "Word of the item as in ovop gates, such as izin-edar";
        status: "Keadaan: belum-diurus, berkas-kurang, diajukan, ada, ditolak, tidak-wajib, tidak-halal; tanpa ini: ada",
            "Status: belum-diurus (not begun), berkas-kurang (papers missing), diajukan (applied), ada (there), ditolak (refused), tidak-wajib (not required), tidak-halal (not halal, labelled); without it: ada";
        evidence_number: "Nomor izin atau surat", "Number of the permit or paper";
        issuer: "Penerbitnya", "Who issued it";
        holder: "Produsen pemegangnya", "The producer who holds it";
        issued: "Tanggal terbit", "Day of issue";
        expires: "Berlaku sampai: 30/11/2030, 5 tahun", "Valid until: 30/11/2030, 5 years";
        missing: "Berkas yang masih kurang", "Papers that are still missing";
        obstacle: "Hambatan, misalnya bahan-baku, modal, izin-pirt, pasar; semuanya: ovop manual gerbang",
            "Obstacle, such as bahan-baku (raw material), modal (capital), izin-pirt, pasar (market); all: ovop manual gates";
        blocker_office: "Pihak yang dapat membukanya, misalnya dinkes, pmd, bank-ntt",
            "Who can open it, such as dinkes (health), pmd, bank-ntt";
        blocker_number: "Nomor hambatan pada kartu desa", "Number of the obstacle on the village's card";
        how: "Bagaimana terbuka", "How it was cleared";
        what: "Apa yang dijanjikan", "What was promised";
        action_office: "Pihak yang berjanji, misalnya pendamping, dinkes, bumdes",
            "Who promised, such as pendamping (companion), dinkes (health), bumdes";
        who: "Nama orangnya", "Name of the person";
        due: "Tenggat: 2mg, 3 hari, 1 bln, besok, jumat, 30/11, 2026-11-30",
            "Due: 2w, 3 days, 1 month, tomorrow, friday, 30/11, 2026-11-30";
        action_item: "Bukti yang akan dipenuhi", "The item of evidence that it is to fill";
        action_number: "Nomor RTL terbuka pada kartu desa", "Number of the open action on the village's card";
        outcome: "Hasil: selesai, gagal, dialihkan, batal, sebagian",
            "Outcome: selesai (done), gagal (failed), dialihkan (handed on), batal (dropped), sebagian (kept in part)";
        office_filter: "Hanya janji pihak ini", "Only the promises of this office";
        overdue: "Hanya yang lewat tenggat", "Only those that are overdue";
        attention_reason: "Desa-desa dengan alasan ini: tanpa-produk, tanpa-sk, macet, terhambat, lewat, habis, tanpa-rtl, data-lama, tanpa-kemasan",
            "The villages of this reason: tanpa-produk (no product), tanpa-sk (no decree), macet (stuck), terhambat (blocked), lewat (overdue), habis (expiring), tanpa-rtl (no next action), data-lama (stale), tanpa-kemasan (marketed unpackaged)";
        reason_filter: "Hanya yang perlu perhatian karena ini: tanpa-produk, macet, lewat, …",
            "Only those that need attention for this: tanpa-produk (no product), macet (stuck), lewat (overdue), …";
        saved: "Saringan tampilan tersimpan ini (nama atau nomor; lihat ovop view list)",
            "The filter of this saved view (name or number; see ovop view list)";
        view_name: "Nama tampilan", "Name of the view";
        view_shared: "Untuk semua orang, bukan untuk diri sendiri saja", "For all people, not for oneself alone";
        filter: "Saringan, misalnya \"kec:rinhat tahap<dikemas umur>90 !rtl\"; lihat panduan perintah",
            "A filter, such as \"kec:rinhat stage<packaged age>90 !promise\"; see the manual of commands";
        batch: "Kode perubahan, seperti yang tertulis pada jejak", "Code of the act, as the log shows it";
        redo: "Kembalikan yang terakhir diurungkan", "Bring back what was last undone";
        yes: "Jangan bertanya dahulu", "Do not ask first";
        dry_run: "Hanya tunjukkan apa yang akan diurungkan", "Only show what would be undone";
        by: "Hanya perubahan oleh akun ini", "Only the acts of this account";
        kind: "Hanya peristiwa jenis ini: stage, evidence, action, note, …; yang salah tulis ditunjukkan daftarnya",
            "Only events of this kind: stage, evidence, action, note, …; a wrong word shows the list";
        from: "Hanya yang terjadi pada tanggal ini atau sesudahnya", "Only what happened on this day or later";
        to: "Hanya yang terjadi pada tanggal ini atau sebelumnya", "Only what happened on this day or before";
        as_of: "Keadaan per tanggal ini: 30/9/2026, 3 bulan lalu", "The state on this day: 30/9/2026, 3 months ago";
        known_then: "Seperti diketahui waktu itu, tanpa yang dicatat sesudahnya", "As known then, without what was entered later";
        since: "Dibandingkan dengan akhir hari ini: 1/10/2026, 3 bulan lalu",
            "Compared with the end of this day: 1/10/2026, 3 months ago";
        until: "Sampai akhir hari ini; tanpa ini: hari ini", "Up to the end of this day; without it: today";
        last: "Paling banyak sekian peristiwa; tanpa ini: 20", "At most so many events; without it: 20";
        demo_on: "Hari latihan; tanpa ini: hari ini. Hari yang sama memberi data yang sama",
            "The day of the training; without it: today. The same day gives the same data";
        keep: "Pakai berkas latihan ini, dibuat bila belum ada; tanpa ini: berkas sementara",
            "Use this training file, made when missing; without it: a temporary one";
        demo_command: "Perintah untuk data latihan dengan pilihannya; tanpa ini: layar",
            "Command for the training data with its options; without it: the screens";
        bare: "Tanpa produk yang sudah diketahui umum", "Without the publicly known products";
        init_folder: "Folder catatan bersama, misalnya /var/lib/ovop: dibuat bila perlu, tertutup bagi akun lain", "Folder of a shared record, such as /var/lib/ovop: made if need be, closed to other accounts";
        init_group: "Bersama akun-akun kelompok Unix ini (setgid), bukan satu akun layanan", "Shared with the accounts of this Unix group (setgid), instead of one service account";
        rebuild: "Hitung ulang ringkasan dari jejak", "Work out the summaries anew from the log";
        markdown: "Tabel Markdown untuk panduan", "Markdown table for the manual";
        page: "Halaman panduan; tanpa ini: daftar isi", "Page of the manual; without it: the contents";
        shell: "bash, zsh, atau fish", "bash, zsh or fish";
        help_command: "Perintah", "Command";
    }
}

texts! {
    /// What each exit code means, for `--help` and the man page.
    pub struct ExitCodes {
        done: "selesai", "done";
        failed: "gagal (basis data, disk, berkas)", "failed (database, disk, file)";
        usage: "perintah, tanggal, atau pengaturan salah", "wrong command line, date or setting";
        ambiguous: "nama cocok dengan beberapa, atau tidak persis", "the name fits several, or not exactly";
        not_found: "tidak ditemukan", "not found";
        refused: "ditolak oleh aturan", "refused by a rule";
        conflict: "orang lain sudah mengubahnya", "somebody else has changed it";
        internal: "kesalahan program", "a fault of the program";
    }
}

texts! {
    /// The man page's own headings and paragraphs.
    pub struct Man {
        name: "NAMA", "NAME";
        what: "satu desa satu produk untuk Belu dan Malaka", "one village one product for Belu and Malaka";
        synopsis: "PEMAKAIAN", "SYNOPSIS";
        description: "KETERANGAN", "DESCRIPTION";
        about_screens: "Tanpa perintah, ovop membuka layar: desa, kartunya, dan yang perlu perhatian.",
            "Without a command, ovop opens the screens: the villages, their cards, and what needs attention.";
        about_commands: "Setiap hal pada layar juga ada sebagai perintah, untuk skrip, pembaca layar, dan ssh.",
            "Everything on the screens is also a command, for scripts, screen readers and ssh.";
        about_training: "Untuk berlatih ada ovop demo: data karangan, ditandai LATIHAN, terpisah dari yang sungguhan.",
            "For training there is ovop demo: made-up data, marked TRAINING, apart from the real.";
        about_data: "Yang dicatat tidak pernah ditimpa: setiap perubahan masuk ke jejak dan dapat diurungkan.",
            "What is recorded is never overwritten: each change goes into a log and can be undone.";
        files: "BERKAS", "FILES";
        system_settings: "Pengaturan untuk semua orang di komputer ini.", "Settings for everybody on this computer.";
        own_settings: "Pengaturan Anda; mengalahkan yang di atas.", "Your settings; they win over those above.";
        database: "Basis data, bila tidak ditentukan lain.", "The database, unless another is named.";
    }
}
