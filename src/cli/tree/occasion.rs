//! The commands on meetings and events.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use super::{CSV, bulk, flag, json, new, option, past, positional};
use crate::cli::values;
use crate::domain::occasion::{Element, Phase, Sort, Triage};
use crate::strings::Strings;
use crate::strings::cli::occasion_help::OccasionHelp;

/// Meetings and events: the same commands for what they share.
pub fn commands(strings: &Strings) -> [Command; 2] {
    let h = &strings.cli.occasion_help;
    let meeting = Face {
        strings,
        name: "meeting",
        alias: "rapat",
        value: h.value_meeting,
    };
    let event = Face {
        strings,
        name: "event",
        alias: "acara",
        value: h.value_event,
    };
    [meeting.meeting(), event.event()]
}

/// One of the two, with what its commands say differently.
struct Face<'a> {
    strings: &'a Strings,
    /// The command, and the option that names one.
    name: &'static str,
    alias: &'static str,
    value: &'static str,
}

impl Face<'_> {
    fn h(&self) -> &OccasionHelp {
        &self.strings.cli.occasion_help
    }

    fn json(&self) -> Arg {
        json(&self.strings.cli.options)
    }

    /// Which one, as an option.
    fn named(&self) -> Arg {
        option(self.name, self.value, self.h().which).alias(self.alias)
    }

    /// Which one, as the only argument; the option says the same.
    fn which(&self) -> [Arg; 2] {
        let which = positional("which", self.value, self.h().which)
            .num_args(1..)
            .required(false)
            .conflicts_with(self.name);
        [which, self.named().hide(true)]
    }

    fn meeting(&self) -> Command {
        let (h, o, s) = (self.h(), &self.strings.cli.options, &self.strings.cli.shape);
        let sorts = [Sort::Review, Sort::Coordination];
        let item = || {
            positional("item", h.value_item, h.item)
                .num_args(1..)
                .required(false)
        };
        let step = |name, about, alias| {
            new(name, about)
                .alias(alias)
                .args([self.named(), self.json()])
        };
        new("meeting", h.meeting)
            .alias("rapat")
            .subcommand_required(true)
            .subcommands([
                self.create(h.meeting_sort, &sorts)
                    .arg(option("follows", self.value, h.follows).alias("lanjutan")),
                self.change(h.meeting_sort, &sorts)
                    .arg(option("follows", self.value, h.follows).alias("lanjutan")),
                new("agenda", h.agenda)
                    .args(bulk::villages(self.strings))
                    .args([
                        option("topic", s.text, h.topic)
                            .alias("topik")
                            .action(ArgAction::Append),
                        option("minutes", s.count, h.minutes)
                            .alias("menit")
                            .value_parser(value_parser!(u32).range(1..=600)),
                        flag("add", h.add).alias("tambah"),
                        self.named(),
                        self.json(),
                    ]),
                self.open(),
                step("next", h.next, "lanjut"),
                step("back", h.back, "kembali"),
                step("goto", h.goto, "ke")
                    .arg(positional("item", h.value_item, h.goto).num_args(1..)),
                new("decide", h.decide).alias("putuskan").args([
                    positional("triage", h.value_triage, h.triage)
                        .value_parser(PossibleValuesParser::new(
                            Triage::ALL.iter().map(|t| t.word()),
                        ))
                        .ignore_case(true),
                    option("item", h.value_item, h.item).alias("butir"),
                    option("note", s.text, h.decision_note).alias("catatan"),
                    option("what", s.text, h.what).alias("apa"),
                    option("office", s.office, h.office)
                        .alias("pihak")
                        .value_parser(values::offices()),
                    option("due", s.due, o.due).alias("tenggat"),
                    option("who", s.name, o.who).alias("siapa"),
                    option("after", s.count, h.after)
                        .alias("lanjutan")
                        .value_parser(value_parser!(u32).range(1..)),
                    flag("partly", h.partly).alias("sebagian").requires("after"),
                    self.named(),
                    self.json(),
                ]),
                self.note(),
                step("postpone", h.postpone, "tunda").arg(item()),
                step("skip", h.skip, "lewati")
                    .arg(item())
                    .arg(option("reason", s.reason, h.reason).alias("alasan")),
                self.close(),
                self.last_word(),
                self.addendum(),
                self.cancel(),
                self.list(h.list_meetings),
                self.show(),
                past(
                    new("promises", h.promises)
                        .alias("janji")
                        .args(self.which())
                        .args([format(self.strings), self.json()]),
                    o,
                    s,
                ),
                new("settle", h.settle).alias("tuntaskan").args([
                    positional("number", s.count, h.promise_number)
                        .value_parser(value_parser!(u32).range(1..)),
                    option("outcome", s.outcome, o.outcome)
                        .alias("hasil")
                        .value_parser(values::outcomes())
                        .required(true),
                    option("note", s.text, o.note).alias("catatan"),
                    self.named(),
                    self.json(),
                ]),
            ])
            .subcommands(self.guests())
    }

    fn event(&self) -> Command {
        let h = self.h();
        let sorts = [
            Sort::Outreach,
            Sort::Deliberation,
            Sort::Training,
            Sort::Other,
        ];
        new("event", h.event)
            .alias("acara")
            .subcommand_required(true)
            .subcommands([
                self.create(h.event_sort, &sorts),
                self.change(h.event_sort, &sorts),
                self.open(),
            ])
            .subcommands(self.guests())
            .subcommands([
                self.note(),
                self.close(),
                self.last_word(),
                self.addendum(),
                self.cancel(),
                self.list(h.list_events),
                self.show(),
            ])
    }

    fn create(&self, sort: &'static str, sorts: &[Sort]) -> Command {
        let (h, s) = (self.h(), &self.strings.cli.shape);
        new("new", h.new)
            .alias("baru")
            .args([
                positional("title", h.value_title, h.title).num_args(1..),
                option("on", s.date, h.day).alias("tanggal").required(true),
            ])
            .args(self.plan(sort, sorts))
            .arg(self.json())
    }

    fn change(&self, sort: &'static str, sorts: &[Sort]) -> Command {
        let (h, s) = (self.h(), &self.strings.cli.shape);
        new("change", h.change)
            .alias("ubah")
            .args(self.which())
            .args([
                option("title", h.value_title, h.new_title).alias("judul"),
                option("on", s.date, h.day).alias("tanggal"),
            ])
            .args(self.plan(sort, sorts))
            .arg(self.json())
    }

    /// What stands in an invitation.
    fn plan(&self, sort: &'static str, sorts: &[Sort]) -> Vec<Arg> {
        let (h, s) = (self.h(), &self.strings.cli.shape);
        let text = |id, help, alias| option(id, s.text, help).alias(alias);
        vec![
            option("time", h.value_time, h.time).alias("jam"),
            option("sort", s.kind, sort)
                .alias("jenis")
                .value_parser(PossibleValuesParser::new(sorts.iter().map(|s| s.word()))),
            text("place", h.place, "tempat"),
            text("organiser", h.organiser, "penyelenggara"),
            text("opener", h.opener, "pembuka"),
            text("leader", h.leader, "pimpinan"),
            text("minute-taker", h.minute_taker, "notulis"),
            text("invitation", h.invitation, "undangan"),
            text("basis", h.basis, "dasar"),
            text("funds", h.funds, "dana"),
            text("invited", h.invited, "diundang").action(ArgAction::Append),
            option("scope", h.value_scope, h.scope).alias("lingkup"),
        ]
    }

    fn open(&self) -> Command {
        let h = self.h();
        new("open", h.open)
            .alias("buka")
            .args(self.which())
            .args([option("at", h.value_time, h.at).alias("jam"), self.json()])
    }

    fn close(&self) -> Command {
        let h = self.h();
        new("close", h.close)
            .alias("tutup")
            .args(self.which())
            .args([option("at", h.value_time, h.at).alias("jam"), self.json()])
    }

    fn last_word(&self) -> Command {
        new("final", self.h().last_word)
            .args(self.which())
            .args([self.json()])
    }

    fn note(&self) -> Command {
        let (h, s) = (self.h(), &self.strings.cli.shape);
        let note = new("note", h.note).alias("catat").args([
            positional("text", s.text, h.said).num_args(1..),
            self.named(),
            self.json(),
        ]);
        if self.name == "meeting" {
            note.arg(option("item", h.value_item, h.item).alias("butir"))
        } else {
            note
        }
    }

    fn addendum(&self) -> Command {
        let (h, s) = (self.h(), &self.strings.cli.shape);
        new("addendum", h.addendum).alias("adendum").args([
            positional("text", s.text, h.addendum_text).num_args(1..),
            self.named(),
            self.json(),
        ])
    }

    fn cancel(&self) -> Command {
        let (h, s) = (self.h(), &self.strings.cli.shape);
        new("cancel", h.cancel)
            .alias("batal")
            .args(self.which())
            .args([
                option("reason", s.reason, h.reason)
                    .alias("alasan")
                    .required(true),
                self.json(),
            ])
    }

    fn list(&self, about: &'static str) -> Command {
        let (h, o, s) = (self.h(), &self.strings.cli.options, &self.strings.cli.shape);
        let list = new("list", about).alias("daftar").args([
            option("phase", h.value_phase, h.phase)
                .alias("keadaan")
                .value_parser(PossibleValuesParser::new(Phase::ALL.map(Phase::word))),
            option("last", s.count, h.last)
                .alias("akhir")
                .value_parser(value_parser!(u32).range(1..)),
            format(self.strings),
            self.json(),
        ]);
        past(list, o, s)
    }

    fn show(&self) -> Command {
        let (o, s) = (&self.strings.cli.options, &self.strings.cli.shape);
        let show = new("show", self.h().show)
            .alias("lihat")
            .args(self.which())
            .args([self.json()]);
        past(show, o, s)
    }

    /// The list of attendance.
    fn guests(&self) -> Vec<Command> {
        let (h, o, s) = (self.h(), &self.strings.cli.options, &self.strings.cli.shape);
        let person = |new: bool| -> Vec<Arg> {
            let words = |words: Vec<&'static str>| PossibleValuesParser::new(words);
            let elements = Element::ALL.iter().map(|e| e.word()).collect();
            vec![
                option("from", s.village, h.from).alias("dari"),
                option("agency", s.text, h.agency).alias("instansi"),
                option("element", h.value_element, h.element)
                    .alias("unsur")
                    .value_parser(words(elements))
                    .required(new),
                option("sex", h.value_sex, h.sex)
                    .alias("kelamin")
                    .value_parser(words(vec!["L", "P"]))
                    .ignore_case(true)
                    .required(new),
                option("job", s.text, h.job).alias("jabatan"),
                option("represents", s.name, h.represents).alias("mewakili"),
                option("phone", s.number, h.phone).alias("telepon"),
                option("nik", s.number, h.nik),
                self.named(),
                self.json(),
            ]
        };
        let guest = || positional("guest", h.value_guest, h.guest).num_args(1..);
        vec![
            new("checkin", h.check_in)
                .alias("hadirkan")
                .arg(positional("name", s.name, h.guest_name).num_args(1..))
                .args(person(true))
                .args([
                    flag("anyway", h.anyway).alias("tetap"),
                    option("at", h.value_time, h.at).alias("jam"),
                ]),
            new("amend", h.amend)
                .alias("perbaiki")
                .arg(guest())
                .arg(option("name", s.name, o.new_name).alias("nama"))
                .args(person(false)),
            new("leave", h.leave).alias("coret").args([
                guest(),
                option("reason", s.reason, h.reason).alias("alasan"),
                self.named(),
                self.json(),
            ]),
            past(
                new("present", h.present)
                    .alias("hadir")
                    .args(self.which())
                    .args([
                        option("from", s.village, h.from).alias("dari"),
                        flag("phones", h.phones).alias("telepon"),
                        format(self.strings),
                        self.json(),
                    ]),
                o,
                s,
            ),
            past(
                new("absent", h.absent)
                    .alias("belum-hadir")
                    .args(self.which())
                    .args([format(self.strings), self.json()]),
                o,
                s,
            ),
            new("forget", h.forget).alias("lupakan").args([
                positional("guest", h.value_guest, h.guest)
                    .num_args(1..)
                    .required(false),
                flag("all", h.everybody)
                    .alias("semua")
                    .conflicts_with("guest"),
                self.named(),
                self.json(),
            ]),
        ]
    }
}

fn format(strings: &Strings) -> Arg {
    let (o, s) = (&strings.cli.options, &strings.cli.shape);
    option("format", s.form, o.format)
        .alias("bentuk")
        .value_parser(values::words(["text", CSV]))
        .conflicts_with("json")
}
