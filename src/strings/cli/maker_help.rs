//! What `--help` says of the commands on producers, workers, months, channels and assistance.

use super::texts;

texts! {
    /// One line for each command, argument and option.
    pub struct MakerHelp {
        producer: "Produsen produk pilihan: tambah, perbaiki, berhenti, lanjut", "Producers of the chosen product: add, amend, stop, resume";
        producer_add: "Catat produsen: kelompok, UMKM, BUMDes, koperasi", "Record a producer: group, enterprise, BUMDes, cooperative";
        producer_amend: "Perbaiki atau mutakhirkan yang tercatat dari produsen", "Correct or bring up to date what is recorded of a producer";
        producer_stop: "Catat bahwa produsen berhenti", "Record that a producer has stopped";
        producer_resume: "Catat bahwa produsen aktif lagi", "Record that a producer is active again";
        workers: "Pekerja produk dan kepesertaan BPJS yang aktif: hitung, daftar", "Workers of the product and active BPJS members: count, list";
        workers_count: "Catat hitungan pekerja L/P, dan yang aktif di BPJS pada tanggal itu", "Record the workers by sex, and those active in BPJS on that day";
        workers_list: "Cakupan per desa, jumlah per kecamatan; tanpa data disebut, bukan nol", "Coverage by village, totals by kecamatan; no data is said, not zero";
        month: "Produksi dan penjualan bulanan: catat, daftar", "Monthly production and sales: add, list";
        month_add: "Catat satu bulan; catatan berikut untuk bulan, kanal dan produsen yang sama menggantikannya", "Record a month; a later entry for the same month, channel and producer replaces it";
        month_list: "Dua belas bulan tiap desa: # ada, . nol, - belum ada data", "Twelve months of each village: # made, . none made, - no data";
        channel: "Kanal penjualan: buka, akhiri", "Sales channels: open, close";
        channel_open: "Catat tempat produk dijual mulai tanggal itu", "Record where the product is sold from that day on";
        channel_close: "Catat bahwa kanal berakhir", "Record that a channel has ended";
        assist: "Pendampingan: mulai, selesai, daftar", "Assistance: begin, end, list";
        assist_begin: "Catat siapa mendampingi dan apa; nomor yang menunggu = sekarang mulai", "Record who assists and how; the number of one that waits = it begins now";
        assist_end: "Catat bahwa pendampingan selesai, dengan nomor BAST", "Record that an assistance has ended, with the handover's number";
        assist_list: "Jumlah per pihak: berjalan, selesai, menunggu", "Counts by office: running, done, waiting";
        producer_name: "Nama produsen", "Name of the producer";
        producer_which: "Nomor produsen pada kartu desa, atau namanya", "Number of the producer on the village's card, or its name";
        producer_form: "Bentuk: kelompok, kub, umkm, bumdes, kopdes, koperasi, mpig, perorangan, lain; tanpa ini: kelompok",
            "Kind: kelompok (group), kub (joint group), umkm (enterprise), bumdes, kopdes, koperasi (cooperative), mpig, perorangan (person), lain (other); without it: kelompok";
        head: "Nama ketua", "Name of the head";
        men: "Jumlah laki-laki", "Number of men";
        women: "Jumlah perempuan", "Number of women";
        produced: "Tanggal terakhir produksi", "Day on which it last produced";
        why_stop: "Alasan", "Reason";
        work: "Yang aktif di BPJS Ketenagakerjaan; tanpa ini: belum dicek", "Those active in BPJS work insurance; without it: not checked";
        health: "Yang aktif di BPJS Kesehatan (JKN); tanpa ini: belum dicek", "Those active in BPJS health insurance (JKN); without it: not checked";
        checked_on: "Tanggal hitung dan cek; tanpa ini: hari ini", "Day of the count and check; without it: today";
        month_which: "Bulan: 2026-10, 10/2026, okt, bulan lalu", "Month: 2026-10, 10/2026, oct, last month";
        volume: "Volume: 120, 12,5, 1.500; 0 = tidak ada produksi", "Volume: 120, 12.5, 1.500 (fifteen hundred); 0 = nothing made";
        unit: "Satuan: kg, lembar, bungkus", "Unit: kg, pieces, packs";
        turnover: "Omzet dalam rupiah: 1.500.000, 1,5jt", "Turnover in rupiah: 1.500.000, 1,5jt";
        month_channel: "Nomor atau nama kanal; tanpa ini: tidak dirinci", "Number or name of the channel; without it: not itemised";
        month_producer: "Nomor atau nama produsen; tanpa ini: tidak dirinci", "Number or name of the producer; without it: not itemised";
        outlet: "Tempat: ntt-mart, dekranasda, toko-bumdes, kopdes, pasar-desa, pasar-kabupaten, kios, minimarket, hotel, reseller, daring, pameran, e-katalog, antarpulau, timor-leste, ekspor, lain",
            "Outlet: ntt-mart, dekranasda, toko-bumdes (BUMDes shop), kopdes, pasar-desa (village market), pasar-kabupaten (regency market), kios, minimarket, hotel, reseller, daring (online), pameran (fair), e-katalog, antarpulau (inter-island), timor-leste, ekspor, lain";
        outlet_name: "Yang mana: nama toko, pasar, negara", "Which one: name of the shop, market, country";
        channel_which: "Nomor kanal pada kartu desa, atau namanya", "Number of the channel on the village's card, or its name";
        assist_what: "Bantuan apa, atau nomor yang menunggu pada kartu desa", "What help, or the number of one that waits on the village's card";
        assist_office: "Pihak yang mendampingi, misalnya provinsi, pmd, bpom, kampus", "Who assists, such as provinsi (province), pmd, bpom, kampus (university)";
        waiting: "Sudah diminta, belum mulai", "Asked for, not begun";
        assist_number: "Nomor pendampingan pada kartu desa", "Number of the assistance on the village's card";
        handover: "Nomor BAST serah terima", "Number of the handover's record (BAST)";
        value_month: "BULAN", "MONTH";
        value_outlet: "TEMPAT", "OUTLET";
        value_producer: "PRODUSEN", "PRODUCER";
        value_channel: "KANAL", "CHANNEL";
    }
}
