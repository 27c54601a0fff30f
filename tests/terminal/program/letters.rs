//! A line that dies in the middle of a word, in every kind of input: the next connection has the word again, but for the
//! last key at most.
//!
//! A note is tried at each of its letters (`ends.rs`); the others at some of theirs, because each end is a new start of
//! the program.

use rstest::rstest;
use rustix::process::Signal;

use super::*;

/// An input, and what is typed into it.
struct Line {
    prepare: &'static [&'static [&'static str]],
    /// Keys that lead to it, and what is waited for after each.
    way: &'static [(&'static str, &'static str)],
    /// How what is typed is found on the screen.
    typed: fn(&[&str]) -> Option<String>,
    text: &'static str,
    /// What saves it at the end, and what is said then.
    save: (&'static str, &'static str),
    /// How many events that is; a filter records nothing.
    events: usize,
}

/// After how many letters the line dies: behind the first ones, in the middle, and at the end.
const AT: [usize; 4] = [2, 3, 8, 14];

fn bare(text: &str) -> String {
    text.trim_matches(['│', ' ']).to_owned()
}

/// Behind a label of its row.
fn behind(rows: &[&str], label: &str) -> Option<String> {
    let row = rows.iter().find_map(|row| row.split_once(label))?;
    Some(bare(row.1.split('│').next()?))
}

const POTENTIAL: Line = Line {
    prepare: &[],
    way: &[("a", "Tambah potensi - Kewar")],
    typed: |rows| behind(rows, ">Nama"),
    text: "kopi-arabika-2026",
    save: ("\r\r\r\r\r", "potensi dicatat: kopi-arabika-2026"),
    events: 1,
};

const FILTER: Line = Line {
    prepare: &[],
    way: &[("f", "Saring ")],
    typed: |rows| {
        let title = rows.iter().position(|row| row.contains("Saring "))?;
        rows.get(title + 1).map(|row| bare(row))
    },
    text: "kec:lamaknen,rinhat",
    save: ("\r", "Desa 29 dari 208"),
    events: 0,
};

const VIEW: Line = Line {
    prepare: &[],
    way: &[
        ("O", "Tampilan mana?"),
        ("s", "Simpan yang sekarang untuk saya"),
    ],
    typed: |rows| {
        let title = rows
            .iter()
            .position(|row| row.contains("Simpan yang sekarang"))?;
        behind(&rows[title + 1..], "Nama")
    },
    text: "rapat-lamaknen-2026",
    save: ("\r", "Tampilan \"rapat-lamaknen-2026\" disimpan."),
    events: 1,
};

const DECISION: Line = Line {
    prepare: &[
        &["meeting", "new", "Rapat evaluasi", "--on", "hari ini"],
        &["meeting", "agenda", "--villages", "Fulur; Kewar"],
    ],
    way: &[
        ("4", "agenda dibekukan"),
        ("\r", "Enter membuka rapat"),
        ("\r", "sambungan ini memimpin"),
        ("\r", "Tidak ada rapat sebelumnya"),
        ("n", "PRODUK"),
        ("!d", "Hasil"),
    ],
    typed: |rows| behind(rows, ">Tindakan"),
    text: "periksa-tempat-produksi",
    save: ("\rdinkes\r\r2mg\r\r\r", "PUTUSAN"),
    events: 2,
};

const REMARK: Line = Line {
    prepare: DECISION.prepare,
    way: &[
        ("4", "agenda dibekukan"),
        ("\r", "Enter membuka rapat"),
        ("\r", "sambungan ini memimpin"),
        ("\r", "Tidak ada rapat sebelumnya"),
        ("n", "PRODUK"),
        ("c", ">Catatan"),
    ],
    typed: |rows| behind(rows, ">Catatan"),
    text: "segera-dibenahi-bersama",
    save: ("\r", "segera-dibenahi-bersama ("),
    events: 1,
};

const ARRIVAL: Line = Line {
    prepare: &[&["event", "new", "Sosialisasi OVOP", "--on", "hari ini"]],
    way: &[("5", "Sosialisasi OVOP"), ("H", ">1 Nama")],
    typed: |rows| behind(rows, ">1 Nama"),
    text: "Maria-Goreti-Bere",
    save: ("\rfulur\rkp\r", "Hadir: Maria-Goreti-Bere"),
    // Whoever comes first opens the event.
    events: 2,
};

fn typed(pty: &Pty, line: &Line) -> Option<String> {
    let screen = pty.screen();
    let rows: Vec<&str> = screen.lines().collect();
    (line.typed)(&rows)
}

fn wait_for(pty: &Pty, line: &Line, text: &str) {
    pty.wait_until(text, |screen| {
        let contents = screen.contents();
        let rows: Vec<&str> = contents.lines().collect();
        (line.typed)(&rows).as_deref() == Some(text)
    });
}

#[rstest]
#[case::potential("a potential", POTENTIAL)]
#[case::filter("a filter", FILTER)]
#[case::view("the name of a view", VIEW)]
#[case::decision("a decision", DECISION)]
#[case::remark("a meeting's note", REMARK)]
#[case::arrival("a check-in", ARRIVAL)]
fn after_a_lost_line_every_input_is_there_again(
    #[case] name: &str,
    #[case] line: Line,
    #[values(false, true)] hung_up: bool,
) {
    let home = Home::new();
    home.ok(&["init"]);
    for args in line.prepare {
        home.ok(args);
    }
    let mut pty = home.screens(80, 24);
    for (keys, then) in line.way {
        pty.send(keys);
        pty.wait_until(then, |screen| screen.contents().contains(then));
        pty.settle();
    }
    let events = home.events();
    let (mut ends, mut lost) = (0, 0);
    for n in 1..=line.text.len() {
        let (so_far, letter) = (&line.text[..n], &line.text[n - 1..n]);
        pty.send(letter);
        wait_for(&pty, &line, so_far);
        if !AT.contains(&n) {
            continue;
        }
        if hung_up {
            pty.hang_up();
        } else {
            pty.signal(Signal::KILL);
        }
        pty.wait_exit();
        ends += 1;
        pty = Pty::spawn(home.command(&[]), 80, 24);
        let before = &line.text[..n - 1];
        pty.wait_until(&format!("{so_far}, or all but its last letter"), |screen| {
            let contents = screen.contents();
            let rows: Vec<&str> = contents.lines().collect();
            let typed = (line.typed)(&rows);
            typed.is_some_and(|typed| typed == so_far || typed == before)
        });
        pty.settle();
        if typed(&pty, &line).as_deref() != Some(so_far) {
            lost += 1;
            pty.send(letter);
            wait_for(&pty, &line, so_far);
        }
    }
    assert_eq!(home.events(), events, "something half typed was written");
    pty.send(line.save.0);
    pty.wait_until(line.save.1, |screen| {
        screen.contents().contains(line.save.1)
    });
    assert_eq!(home.events(), events + line.events);
    home.assert_sound();
    let end = if hung_up { "hung up" } else { "killed" };
    println!(
        "{name}, {end}: {ends} ends in a word of {} letters; the last key lost {lost} times, more never",
        line.text.len()
    );
}
