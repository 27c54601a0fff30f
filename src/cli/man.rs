//! `ovop man`: one man page for the whole command line, in the language asked for.
//!
//! Written here because the crate for it knows English headings only, and wants a page for each command.

use clap::{Arg, Command};

use super::fail::Exit;
use super::usage;
use crate::strings::Strings;

/// The page as roff.
#[must_use]
pub fn page(tree: &Command, strings: &Strings) -> String {
    let (man, shape) = (&strings.cli.man, &strings.cli.shape);
    let version = env!("CARGO_PKG_VERSION");
    let mut out = format!(".TH OVOP 1 \"\" \"ovop {version}\" \"\"\n");
    section(&mut out, man.name);
    out += &format!("ovop \\- {}\n", escape(man.what));
    section(&mut out, man.synopsis);
    out += &format!(
        ".B ovop\n[{}] [{}]\n",
        shape.command_word, shape.options_word
    );
    section(&mut out, man.description);
    for paragraph in [
        man.about_screens,
        man.about_commands,
        man.about_data,
        man.about_training,
    ] {
        out += &format!(".PP\n{}\n", escape(paragraph));
    }
    section(&mut out, &shape.global.to_uppercase());
    for arg in tree.get_arguments() {
        option(&mut out, arg);
    }
    section(&mut out, &shape.commands.to_uppercase());
    for command in tree.get_subcommands() {
        commands(&mut out, command, &format!("ovop {}", command.get_name()));
    }
    section(&mut out, &shape.exit_codes.to_uppercase());
    for exit in Exit::ALL {
        let meaning = escape(exit.meaning(&strings.cli.exits));
        out += &format!(".TP\n.B {}\n{meaning}\n", exit.code());
    }
    section(&mut out, man.files);
    for (file, what) in [
        ("/etc/ovop/config.toml", man.system_settings),
        ("~/.config/ovop/config.toml", man.own_settings),
        ("~/.local/share/ovop/ovop.db", man.database),
    ] {
        out += &format!(".TP\n.I {}\n{}\n", escape(file), escape(what));
    }
    out
}

/// A command with its own arguments, and the commands under it.
fn commands(out: &mut String, command: &Command, path: &str) {
    let about = command.get_about().map(ToString::to_string);
    *out += &format!(
        ".SS {}\n{}\n",
        escape(path),
        escape(&about.unwrap_or_default())
    );
    for arg in command.get_arguments().filter(|a| !a.is_global_set()) {
        option(out, arg);
    }
    for sub in command.get_subcommands() {
        commands(out, sub, &format!("{path} {}", sub.get_name()));
    }
}

fn option(out: &mut String, arg: &Arg) {
    let value = usage::value_name(arg);
    let name = match (arg.get_short(), arg.get_long()) {
        (Some(short), Some(long)) => format!("-{short}, --{long}"),
        (None, Some(long)) if value.is_empty() || !arg.get_action().takes_values() => {
            format!("--{long}")
        }
        (None, Some(long)) => format!("--{long} {value}"),
        _ => value,
    };
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    *out += &format!(".TP\n.B {}\n{}\n", escape(&name), escape(&help));
}

fn section(out: &mut String, title: &str) {
    *out += &format!(".SH {}\n", escape(title));
}

/// Roff reads backslashes, and points and apostrophes at the beginning of a line; a bare hyphen is not what one types.
fn escape(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    if text.starts_with(['.', '\'']) {
        format!("\\&{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tree;
    use crate::strings::Lang;

    #[test]
    fn every_command_and_exit_code_stands_on_the_page() {
        for lang in [Lang::Id, Lang::En] {
            let strings = Strings::of(lang);
            let tree = tree::command(strings);
            let page = page(&tree, strings);
            for command in tree.get_subcommands() {
                assert!(
                    page.contains(&format!(".SS ovop {}\n", command.get_name())),
                    "{}",
                    command.get_name()
                );
            }
            assert!(page.contains(".SS ovop potential withdraw"));
            assert!(page.contains(".B \\-\\-region "));
            assert!(page.contains(".B 70\n"));
        }
    }

    #[test]
    fn text_is_never_taken_for_a_request() {
        assert_eq!(escape(".so /etc/passwd"), "\\&.so /etc/passwd");
        assert_eq!(escape("a\\b --db"), "a\\eb \\-\\-db");
    }
}
