//! The commands on the people who use a database.

use clap::{Arg, Command, value_parser};

use super::{file, flag, json, new, option, positional, reason};
use crate::cli::values;
use crate::strings::Strings;

/// They come before those on the database.
pub fn commands(strings: &Strings) -> [Command; 4] {
    let (h, o) = (&strings.cli.people_help, &strings.cli.options);
    [
        user(strings),
        new("backup", h.backup)
            .alias("cadangan")
            .args([to(strings), json(o)]),
        new("keeper", h.keeper).alias("penjaga").args([
            to(strings),
            option("every", strings.cli.shape.count, h.every)
                .alias("tiap")
                .value_parser(value_parser!(u32).range(1..=10_080)),
            flag("once", h.once).alias("sekali"),
            flag("give-room", h.give_room).alias("lepas-ruang"),
        ]),
        new("whoami", h.whoami).alias("siapa-saya").arg(json(o)),
    ]
}

fn to(strings: &Strings) -> Arg {
    let (h, s) = (&strings.cli.people_help, &strings.cli.shape);
    file(option("to", s.folder, h.to).alias("ke"))
}

fn user(strings: &Strings) -> Command {
    let (h, o, s) = (
        &strings.cli.people_help,
        &strings.cli.options,
        &strings.cli.shape,
    );
    let name = || positional("name", h.value_name, h.name);
    let scope = || option("scope", h.value_places, h.scope_option).aliases(["wilayah", "kec"]);
    let role = |arg: Arg| {
        arg.value_parser(values::roles(strings.lang))
            .ignore_case(true)
    };
    let turn = |name_of, about, alias| {
        new(name_of, about)
            .alias(alias)
            .args([name(), reason(h.why, s), json(o)])
    };
    new("user", h.user)
        .alias("pengguna")
        .subcommand_required(true)
        .subcommands([
            new("add", h.add).alias("tambah").args([
                name(),
                role(option("role", h.value_role, h.role))
                    .alias("peran")
                    .required(true),
                scope(),
                option("called", s.name, h.called).alias("nama"),
                json(o),
            ]),
            new("role", h.change_role).alias("peran").args([
                name(),
                role(positional("role", h.value_role, h.role)),
                scope(),
                json(o),
            ]),
            new("scope", h.change_scope).alias("wilayah").args([
                name(),
                positional("places", h.value_places, h.scope).num_args(1..),
                json(o),
            ]),
            new("key", h.key).alias("kunci").args([
                name(),
                positional("key", h.value_key, h.key_line)
                    .num_args(1..)
                    .required(false)
                    .conflicts_with("remove"),
                option("remove", h.value_fingerprint, h.key_remove).alias("cabut"),
                json(o),
            ]),
            turn("off", h.off, "matikan"),
            turn("on", h.on, "nyalakan"),
            new("list", h.list).alias("daftar").arg(json(o)),
            new("keys", h.keys).alias("berkas-kunci").args([
                flag("principals", h.principals),
                file(option("program", s.file, h.program)),
            ]),
        ])
}
