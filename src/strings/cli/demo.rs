//! Training on made-up data.

use super::texts;

texts! {
    /// What `ovop demo` says, and what stands on everything that it shows.
    pub struct Demo {
        /// The first line of every text.
        mark: "LATIHAN - data karangan", "TRAINING - made-up data";
        /// In the title row of every screen.
        title: "LATIHAN", "TRAINING";
        /// `--db` names a record, or could.
        no_database: "Latihan tidak memakai --db: datanya karangan dan hilang sesudahnya. Untuk menyimpannya pakailah --keep BERKAS, misalnya: ovop demo --keep latihan.db",
            "Training does not take --db: its data is made up and gone afterwards. To keep it use --keep FILE, for example: ovop demo --keep training.db";
        /// A command that has nothing to do with the data.
        not_here: "Perintah ini tidak menyangkut data latihan. Jalankan tanpa kata demo.",
            "This command has nothing to do with training data. Run it without the word demo.";
        /// `init` without a file to keep.
        init_keeps: "Sebutkan berkas untuk latihan bersama: ovop demo --keep latihan.db init",
            "Name the file for training together: ovop demo --keep training.db init";
    }
}
