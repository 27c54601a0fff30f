//! What `--help` says of the commands on meetings and events.

use super::texts;

texts! {
    /// One line for each command, argument and option.
    pub struct OccasionHelp {
        meeting: "Rapat: rencana, agenda, jalannya, keputusan, janji, hadirin", "Meetings: plan, agenda, course, decisions, promises, attendance";
        event: "Acara (sosialisasi, musdes, pelatihan): rencana dan daftar hadir", "Events (outreach, deliberation, training): plan and attendance";
        new: "Rencanakan, atau catat yang sudah berlangsung", "Plan one, or enter one that has taken place";
        change: "Ubah rencana: yang tidak disebut tetap", "Change the plan: what is not named stays";
        cancel: "Catat bahwa tidak jadi", "Record that it does not take place";
        agenda: "Bekukan agenda dari desa-desa dan topik, dan beri nomor", "Freeze the agenda of villages and topics, and give it its number";
        open: "Buka", "Open it";
        next: "Ke butir berikut", "On to the next item";
        back: "Kembali ke butir sebelumnya", "Back to the item before";
        goto: "Ke satu butir: nomornya, atau desanya", "To an item: its number, or its village";
        decide: "Catat putusan atas satu butir, dengan janji bila ada", "Record what is decided on an item, with a promise if there is one";
        note: "Catat yang dikatakan, tentang satu butir atau seluruhnya", "Record what is said, about an item or the whole";
        postpone: "Pindahkan satu butir ke akhir", "Move an item to the end";
        skip: "Lewati satu butir: tidak dibahas", "Pass an item over: it is not treated";
        close: "Tutup", "Close it";
        last_word: "Jadikan final: sesudahnya hanya adendum", "Make it final: only addenda after that";
        addendum: "Tambah adendum pada yang sudah final", "Add an addendum to what is final";
        list_meetings: "Daftar rapat, terbaru dahulu", "The meetings, newest first";
        list_events: "Daftar acara, terbaru dahulu", "The events, newest first";
        show: "Satu rapat atau acara dengan kata-kata", "One of them in words";
        promises: "Janji rapat-rapat sebelumnya: ditepati, terlambat, per pihak; lalu janji rapat ini",
            "The promises of the meetings before: kept, late, by office; then those of this one";
        settle: "Catat bagaimana satu janji berakhir, dengan nomor dari meeting promises", "Record how a promise ended, by its number in meeting promises";
        check_in: "Catat satu orang hadir", "Enter somebody who is there";
        amend: "Perbaiki satu baris daftar hadir: yang tidak disebut tetap", "Correct a line of the attendance: what is not named stays";
        leave: "Coret satu baris daftar hadir yang keliru", "Strike a wrong line off the attendance";
        present: "Siapa yang hadir; nomor telepon hanya dengan --phones", "Who is there; telephone numbers only with --phones";
        absent: "Desa yang ditunggu dan belum hadir, per kecamatan", "Expected villages that are not there, by kecamatan";
        forget: "Hapus nomor telepon dan NIK untuk selamanya", "Erase telephone numbers and NIK for good";
        title: "Judul", "Title";
        which: "Yang mana: nomor (3/2026), awal id, atau kata dari judul; tanpa ini: yang sedang berlangsung, atau satu-satunya yang cocok",
            "Which one: its number (3/2026), the beginning of its id, or words of its title; without it: the one in session, or the only one that fits";
        day: "Harinya: 30/11, jumat, 2mg, 24/11/2026", "Its day: 30/11, friday, 2w, 24/11/2026";
        new_title: "Judul baru", "The new title";
        time: "Jam, WITA: 09.00", "Time, WITA: 09:00";
        at: "Jamnya, bila dicatat kemudian: 09.15", "The time, when it is entered later: 09:15";
        meeting_sort: "Jenis: rapat-evaluasi atau rakor; tanpa ini: rapat-evaluasi", "Kind: rapat-evaluasi (review) or rakor (coordination); without it: rapat-evaluasi";
        event_sort: "Jenis: sosialisasi, musdes, pelatihan, lain; tanpa ini: sosialisasi",
            "Kind: sosialisasi (outreach), musdes (deliberation), pelatihan (training), lain (other); without it: sosialisasi";
        place: "Tempat", "Place";
        organiser: "Penyelenggara", "Organiser";
        opener: "Yang membuka", "Who opens it";
        leader: "Pimpinan rapat", "Who leads it";
        minute_taker: "Notulis", "Who writes the minutes";
        invitation: "Nomor dan tanggal undangan", "Number and day of the invitation";
        basis: "Dasar: surat, SK", "On what it rests: a letter, a decree";
        funds: "Sumber dana", "From which budget";
        invited: "Satu yang diundang; boleh berulang", "One who is invited; can be repeated";
        scope: "Wilayah atau desa yang ditunggu, dipisah titik koma; tanpa ini: desa dalam agenda, atau semua",
            "Regions or villages that are expected, with semicolons between; without it: those of the agenda, or all";
        follows: "Satu rapat dari seri yang sama, atau - untuk tidak ada; tanpa ini: yang terakhir dari jenis dan wilayah yang sama",
            "A meeting of the same series, or - for none; without it: the last one of the same kind and region";
        reason: "Alasan", "Reason";
        topic: "Satu topik di luar desa; boleh berulang", "A topic that is no village's; can be repeated";
        minutes: "Menit per butir; tanpa ini: 4", "Minutes for each item; without it: 4";
        add: "Tambahkan pada agenda yang sudah ada", "Add to the agenda that is there";
        item: "Nomor butir, atau desanya; tanpa ini: yang sedang dibahas", "Number of the item, or its village; without it: the one in treatment";
        triage: "Hasil: lanjut, tetap, dampingi, rujuk, tinjau-ulang, tunda, provinsi",
            "Outcome: lanjut (next stage), tetap (stays), dampingi (assist), rujuk (refer), tinjau-ulang (reconsider), tunda (later), provinsi (province)";
        decision_note: "Bunyi keputusan", "The decision in words";
        what: "Yang dijanjikan", "What is promised";
        office: "Pihak yang berjanji, misalnya pendamping, dinkes, bumdes", "Who promises, such as pendamping (companion), dinkes (health), bumdes";
        after: "Nomor RTL terbuka pada kartu desa yang dilanjutkan; untuk topik: nomor dari meeting promises",
            "Number of the open action on the village's card that it goes on with; for a topic: number in meeting promises";
        partly: "Yang lama ditepati sebagian; tanpa ini: dialihkan", "The old one is kept in part; without it: handed on";
        said: "Yang dikatakan", "What is said";
        addendum_text: "Isi adendum", "The addendum";
        phase: "Hanya yang sampai di sini: rencana, siap, berlangsung, ditutup, final, batal",
            "Only those that are so far: rencana (planned), siap (agenda frozen), berlangsung (in session), ditutup (closed), final, batal (cancelled)";
        last: "Paling banyak sekian; tanpa ini: 20", "At most so many; without it: 20";
        promise_number: "Nomor dari meeting promises", "Number in meeting promises";
        guest_name: "Nama, dengan gelar", "Name, with title";
        guest: "Nomor pada daftar hadir, atau nama", "Number on the list of attendance, or name";
        from: "Desanya", "The village";
        agency: "Instansinya, bila bukan dari desa", "The agency, if not of a village";
        element: "Unsur: kades, sekdes, perangkat, bpd, bumdes, kelompok, tokoh, pld, pd, tapm, kecamatan, opd-kabupaten, opd-provinsi, bpjs, bp3mi, bank, media, lain",
            "Element: kades (head), sekdes (secretary), perangkat (official), bpd (council), bumdes, kelompok (group), tokoh (figure), pld, pd, tapm (companions), kecamatan, opd-kabupaten, opd-provinsi (offices), bpjs, bp3mi, bank, media, lain (other)";
        sex: "L atau P", "L (male) or P (female)";
        job: "Jabatan", "Office that he or she holds";
        represents: "Mewakili siapa", "For whom he or she came";
        phone: "Nomor telepon; tidak masuk ke jejak, dapat dihapus", "Telephone number; never in the log, can be erased";
        nik: "NIK; tidak masuk ke jejak, dapat dihapus", "NIK; never in the log, can be erased";
        anyway: "Catat walaupun nama dan tempat yang sama sudah ada", "Enter it even where the same name and place is on the list";
        phones: "Dengan nomor telepon dan NIK", "With telephone numbers and NIK";
        everybody: "Semua orang", "Everybody";
        value_meeting: "RAPAT", "MEETING";
        value_event: "ACARA", "EVENT";
        value_item: "BUTIR", "ITEM";
        value_triage: "HASIL", "OUTCOME";
        value_title: "JUDUL", "TITLE";
        value_time: "JAM", "TIME";
        value_element: "UNSUR", "ELEMENT";
        value_guest: "ORANG", "GUEST";
        value_sex: "L|P", "L|P";
        value_phase: "KEADAAN", "PHASE";
        value_scope: "WILAYAH; DESA", "REGION; VILLAGE";
    }
}
