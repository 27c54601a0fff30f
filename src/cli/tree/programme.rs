//! The commands on gates, evidence, obstacles, promises and attention.

use clap::Command;

use super::{flag, json, new, on, option, past, positional, reason, region, village};
use crate::cli::values;
use crate::strings::Strings;

/// They come after the commands that record the decision and the stage.
pub fn commands(strings: &Strings) -> [Command; 8] {
    let (c, o, s) = (
        &strings.cli.commands,
        &strings.cli.options,
        &strings.cli.shape,
    );
    [
        past(
            new("check", c.check).alias("cek").args([
                village(o, s).num_args(1..),
                on(o.check_on, s).conflicts_with("as-of"),
                json(o),
            ]),
            o,
            s,
        ),
        evidence(strings),
        new("category", c.category).alias("kategori").args([
            village(o, s),
            positional("category", s.category, o.category).value_parser(values::categories()),
            on(o.on, s),
            json(o),
        ]),
        blocker(strings),
        action(strings),
        past(
            new("attention", c.attention).alias("perhatian").args([
                region(o, s),
                option("reason", s.reason, o.attention_reason)
                    .alias("alasan")
                    .value_parser(values::reasons()),
                json(o),
            ]),
            o,
            s,
        ),
        past(
            new("board", c.board)
                .alias("papan")
                .args([region(o, s), json(o)]),
            o,
            s,
        ),
        new("gates", c.gates).alias("gerbang").args([
            option("category", s.category, o.category)
                .alias("kategori")
                .value_parser(values::categories()),
            on(o.gates_on, s),
            flag("markdown", o.markdown).conflicts_with("json"),
            json(o),
        ]),
    ]
}

fn evidence(strings: &Strings) -> Command {
    let (c, o, s) = (
        &strings.cli.commands,
        &strings.cli.options,
        &strings.cli.shape,
    );
    let item = || positional("item", s.item, o.item);
    let note = || option("note", s.text, o.note).alias("catatan");
    new("evidence", c.evidence)
        .alias("bukti")
        .subcommand_required(true)
        .subcommands([
            new("claim", c.evidence_claim).alias("klaim").args([
                village(o, s),
                item(),
                option("status", s.status, o.status)
                    .alias("keadaan")
                    .value_parser(values::statuses()),
                option("number", s.number, o.evidence_number).alias("nomor"),
                option("issuer", s.name, o.issuer).alias("penerbit"),
                option("holder", s.name, o.holder).alias("pemegang"),
                option("issued", s.date, o.issued).alias("terbit"),
                option("expires", s.date, o.expires).alias("berakhir"),
                option("missing", s.text, o.missing).alias("kurang"),
                note(),
                on(o.on, s),
                json(o),
            ]),
            new("verify", c.evidence_verify).alias("verifikasi").args([
                village(o, s),
                item(),
                note(),
                on(o.on, s),
                json(o),
            ]),
            new("withdraw", c.evidence_withdraw).alias("tarik").args([
                village(o, s),
                item(),
                reason(o.withdraw_reason, s).required(true),
                on(o.on, s),
                json(o),
            ]),
        ])
}

fn blocker(strings: &Strings) -> Command {
    let (c, o, s) = (
        &strings.cli.commands,
        &strings.cli.options,
        &strings.cli.shape,
    );
    new("blocker", c.blocker)
        .alias("hambatan")
        .subcommand_required(true)
        .subcommands([
            new("add", c.blocker_add).alias("tambah").args([
                village(o, s),
                positional("obstacle", s.obstacle, o.obstacle).value_parser(values::obstacles()),
                option("office", s.office, o.blocker_office)
                    .alias("pihak")
                    .value_parser(values::offices())
                    .required(true),
                option("note", s.text, o.note).alias("catatan"),
                on(o.on, s),
                json(o),
            ]),
            new("clear", c.blocker_clear).alias("buka").args([
                village(o, s),
                positional("number", s.count, o.blocker_number),
                option("how", s.text, o.how).alias("cara").required(true),
                on(o.on, s),
                json(o),
            ]),
        ])
}

fn action(strings: &Strings) -> Command {
    let (c, o, s) = (
        &strings.cli.commands,
        &strings.cli.options,
        &strings.cli.shape,
    );
    let office = |help| {
        option("office", s.office, help)
            .alias("pihak")
            .value_parser(values::offices())
    };
    new("action", c.action)
        .alias("rtl")
        .subcommand_required(true)
        .subcommands([
            new("plan", c.action_plan).alias("rencana").args([
                village(o, s),
                positional("what", s.text, o.what),
                office(o.action_office).required(true),
                option("due", s.due, o.due).alias("tenggat").required(true),
                option("who", s.name, o.who).alias("siapa"),
                option("item", s.item, o.action_item).alias("bukti"),
                on(o.on, s),
                json(o),
            ]),
            new("close", c.action_close).alias("tutup").args([
                village(o, s),
                positional("number", s.count, o.action_number),
                option("outcome", s.outcome, o.outcome)
                    .alias("hasil")
                    .value_parser(values::outcomes())
                    .required(true),
                option("note", s.text, o.note).alias("catatan"),
                on(o.on, s),
                json(o),
            ]),
            past(
                new("list", c.action_list).alias("daftar").args([
                    region(o, s),
                    office(o.office_filter),
                    flag("overdue", o.overdue).alias("lewat"),
                    json(o),
                ]),
                o,
                s,
            ),
        ])
}
