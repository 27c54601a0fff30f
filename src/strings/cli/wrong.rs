//! A command line that cannot be read, and what to write instead.

use super::Lang;

pub struct Wrong {
    pub(super) lang: Lang,
}

impl Wrong {
    /// An option or a word too many.
    #[must_use]
    pub fn unknown(&self, arg: &str) -> String {
        match (self.lang, arg.starts_with('-')) {
            (Lang::Id, true) => format!("Pilihan {arg} tidak dikenal."),
            (Lang::Id, false) => format!("\u{201c}{arg}\u{201d} tidak diperlukan di sini."),
            (Lang::En, true) => format!("There is no option {arg}."),
            (Lang::En, false) => format!("\u{201c}{arg}\u{201d} is not expected here."),
        }
    }

    /// An option that shows a past day, at a command that records something or knows no day.
    #[must_use]
    pub fn only_reads(&self, arg: &str) -> String {
        match self.lang {
            Lang::Id => format!(
                "{arg} hanya untuk melihat: status, list, show, check, attention, board, log, action list. Yang sudah lewat tidak diubah."
            ),
            Lang::En => format!(
                "{arg} is only for looking: status, list, show, check, attention, board, log, action list. The past is not changed."
            ),
        }
    }

    #[must_use]
    pub fn no_command(&self, word: &str) -> String {
        match self.lang {
            Lang::Id => format!("Perintah \u{201c}{word}\u{201d} tidak ada."),
            Lang::En => format!("There is no command \u{201c}{word}\u{201d}."),
        }
    }

    #[must_use]
    pub fn which_command(&self, commands: &[String]) -> String {
        let commands = commands.join(", ");
        match self.lang {
            Lang::Id => format!("Perintah ini memerlukan satu lagi: {commands}."),
            Lang::En => format!("This command needs another: {commands}."),
        }
    }

    #[must_use]
    pub fn missing(&self, args: &[String]) -> String {
        let args = args.join(", ");
        match self.lang {
            Lang::Id => format!("Yang belum ditulis: {args}"),
            Lang::En => format!("Still missing: {args}"),
        }
    }

    /// Options that exclude each other; without others, one that was given twice.
    #[must_use]
    pub fn conflict(&self, arg: &str, others: &[String]) -> String {
        if others.is_empty() || others == [arg] {
            return match self.lang {
                Lang::Id => format!("{arg} ditulis lebih dari sekali."),
                Lang::En => format!("{arg} is given more than once."),
            };
        }
        let others = others.join(", ");
        match self.lang {
            Lang::Id => format!("{arg} tidak dapat dipakai bersama {others}."),
            Lang::En => format!("{arg} cannot be used with {others}."),
        }
    }

    #[must_use]
    pub fn no_value(&self, arg: &str, accepted: &[String]) -> String {
        let accepted = self.accepted(accepted);
        match self.lang {
            Lang::Id => format!("{arg} memerlukan isi.{accepted}"),
            Lang::En => format!("{arg} needs a value.{accepted}"),
        }
    }

    #[must_use]
    pub fn value(&self, value: &str, arg: &str, accepted: &[String]) -> String {
        let accepted = self.accepted(accepted);
        match self.lang {
            Lang::Id => format!("\u{201c}{value}\u{201d} tidak berlaku untuk {arg}.{accepted}"),
            Lang::En => format!("\u{201c}{value}\u{201d} is not accepted for {arg}.{accepted}"),
        }
    }

    fn accepted(&self, words: &[String]) -> String {
        if words.is_empty() {
            return String::new();
        }
        let words = words.join(", ");
        match self.lang {
            Lang::Id => format!(" Yang berlaku: {words}."),
            Lang::En => format!(" Accepted: {words}."),
        }
    }

    #[must_use]
    pub fn not_utf8(&self) -> &'static str {
        self.lang.pick(
            "Ada tulisan pada perintah yang bukan UTF-8. Ketik ulang.",
            "A text of the command is not UTF-8. Type it again.",
        )
    }

    #[must_use]
    pub fn unreadable(&self, program: &str) -> String {
        match self.lang {
            Lang::Id => format!("Perintah {program} ini tidak terbaca."),
            Lang::En => format!("This {program} command cannot be read."),
        }
    }

    #[must_use]
    pub fn perhaps(&self, meant: &[String]) -> String {
        let meant = meant.join(", ");
        match self.lang {
            Lang::Id => format!("Mungkin maksud Anda: {meant}"),
            Lang::En => format!("Did you mean: {meant}"),
        }
    }

    #[must_use]
    pub fn see_help(&self, command: &str) -> String {
        match self.lang {
            Lang::Id => format!("Bantuan: {command} --help"),
            Lang::En => format!("Help: {command} --help"),
        }
    }
}
