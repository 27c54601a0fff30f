//! What is said when the screens cannot be shown, or ended by a fault.

use std::fmt::Display;
use std::path::Path;

use super::Lang;

pub struct Terminal {
    lang: Lang,
    pub no_input: &'static str,
    pub no_output: &'static str,
    pub dumb: &'static str,
}

pub const ID: Terminal = Terminal {
    lang: Lang::Id,
    no_input: "Layar ovop memerlukan terminal, tetapi masukannya bukan terminal. Lewat ssh pakai `ssh -t`. Tanpa layar: \
               `ovop list` atau `ovop status`.",
    no_output: "Layar ovop memerlukan terminal, tetapi keluarannya bukan terminal. Untuk menyimpan atau meneruskan daftar \
                pakai `ovop list` atau `ovop status`.",
    dumb: "Terminal ini (TERM=dumb) tidak dapat menampilkan layar. Pakai `ovop list` atau `ovop status`.",
};

pub const EN: Terminal = Terminal {
    lang: Lang::En,
    no_input: "The screens of ovop need a terminal, but the input is not one. Over ssh use `ssh -t`. Without screens: \
               `ovop list` or `ovop status`.",
    no_output: "The screens of ovop need a terminal, but the output is not one. To save or pass on a list use \
                `ovop list` or `ovop status`.",
    dumb: "This terminal (TERM=dumb) cannot show screens. Use `ovop list` or `ovop status`.",
};

impl Terminal {
    /// The terminal refused to serve.
    #[must_use]
    pub fn failed(&self, why: &dyn Display) -> String {
        match self.lang {
            Lang::Id => format!(
                "Terminal tidak dapat dipakai: {why}. Buka sambungan baru, atau pakai `ovop list` atau `ovop status`."
            ),
            Lang::En => format!(
                "The terminal cannot be used: {why}. Open a new connection, or use `ovop list` or `ovop status`."
            ),
        }
    }

    /// The program itself is at fault; a report was written.
    #[must_use]
    pub fn fault(&self, report: &Path) -> String {
        let report = report.display();
        match self.lang {
            Lang::Id => format!(
                "ovop berhenti karena kesalahan di dalam program. Data yang sudah disimpan tidak hilang. Kirimkan laporan \
                 ini kepada pengelola: {report}"
            ),
            Lang::En => format!(
                "ovop stopped because of a fault in the program. Nothing that was saved is lost. Please send this report \
                 to whoever looks after ovop: {report}"
            ),
        }
    }

    /// The program itself is at fault, and the report could not be written either.
    #[must_use]
    pub fn fault_without_report(&self, why: &dyn Display, fault: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "ovop berhenti karena kesalahan di dalam program. Data yang sudah disimpan tidak hilang. Laporan tidak \
                 dapat ditulis ({why}); kirimkan kalimat ini kepada pengelola: {fault}"
            ),
            Lang::En => format!(
                "ovop stopped because of a fault in the program. Nothing that was saved is lost. The report could not be \
                 written ({why}); please send this to whoever looks after ovop: {fault}"
            ),
        }
    }
}
