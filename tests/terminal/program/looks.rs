//! Terminals that can do less: no colours, no characters beyond ASCII, nothing at all.

use rstest::rstest;

use super::*;

/// Keys, step by step, that show every screen (in one theme), every list over it, every form and every sentence after
/// an act, and leave each again. `.` is Enter, `!` is Esc.
const TOUR: &str = "j J G g h jj . . G q q 3 j j q / lakekun zzz ! / fatubaa 1 q \
    C a D 5 T x o 2 0 . X : tema ! ? J J J q b b s U \
    a . . . . . ! apadi..... e ...... ! d ! c ! r ! p ...... s SK-1 ! ! m .dasar... M ! x ! . b b \
    u . U . 3 D";

/// The parameters of every style sequence.
fn styles(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    text.split("\x1b[")
        .skip(1)
        .filter_map(|rest| {
            let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
            (rest[end..].starts_with('m')).then(|| rest[..end].to_owned())
        })
        .flat_map(|all| all.split(';').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

#[rstest]
#[case::asked_for(&["--ascii"], "id_ID.UTF-8")]
#[case::a_plain_locale(&[], "C")]
fn no_colour_and_no_character_beyond_ascii_is_sent(#[case] args: &[&str], #[case] locale: &str) {
    let home = Home::new();
    let mut command = home.command(args);
    command.env("NO_COLOR", "1");
    command.env("TERM", "xterm-256color");
    command.env("LANG", locale);
    let mut pty = Pty::spawn_as_is(command, 80, 24);
    pty.wait_for_text("Kewar");
    pty.press("j");
    // What colours say is said by the reversed line, too.
    let reversed = pty.reversed();
    let is_reversed = |name| reversed.iter().any(|line| line.contains(name));
    assert!(
        is_reversed("Fulur") && !is_reversed("Kewar"),
        "{reversed:?}"
    );
    for step in TOUR.split_whitespace() {
        pty.press(&step.replace('.', "\r").replace('!', "\x1b"));
    }
    let bytes = pty.bytes();
    for style in styles(&bytes) {
        assert!(
            style.is_empty() || style.parse::<u16>().unwrap() < 30,
            "a colour: {style}"
        );
    }
    let beyond = bytes.iter().position(|byte| !byte.is_ascii());
    let before = beyond.map(|at| String::from_utf8_lossy(&bytes[at.saturating_sub(40)..=at]));
    assert_eq!(before, None);
    // The tour went where it was meant to go.
    assert_eq!(home.json(&["status", "--json"])["stages"]["diolah"], 1);
}

#[rstest]
#[case("id_ID.UTF-8", "tidak dapat menampilkan layar")]
#[case("en_GB.UTF-8", "cannot show screens")]
fn a_dumb_terminal_gets_one_sentence(#[case] locale: &str, #[case] words: &str) {
    let home = Home::new();
    home.ok(&["init"]);
    let mut command = home.command(&[]);
    command.env("TERM", "dumb");
    command.env("LANG", locale);
    let mut pty = Pty::spawn_as_is(command, 80, 24);
    assert_ne!(pty.wait_exit(), 0);
    let said = pty.screen();
    assert!(
        said.contains(words) && said.contains("`ovop list`"),
        "{said}"
    );
    assert_eq!(said.matches("ovop: ").count(), 1, "{said}");
    assert!(!pty.bytes().contains(&0x1b), "{said}");
}

#[test]
fn without_a_terminal_to_read_from_there_is_one_sentence() {
    let home = Home::new();
    home.ok(&["init"]);
    let output = home.run(&[]);
    assert!(!output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("`ovop list`") && said.lines().count() == 1,
        "{said}"
    );
    assert_eq!(output.stdout, b"");
}

#[test]
fn without_a_terminal_to_write_to_there_is_one_sentence() {
    let home = Home::new();
    home.ok(&["init"]);
    let pty = Pty::spawn(home.behind(r#""$@" >out; echo "code $?""#, &[]), 80, 24);
    pty.wait_for_text("code 1");
    assert!(pty.screen().contains("`ovop list`"), "{}", pty.screen());
    assert!(!pty.bytes().contains(&0x1b));
    assert_eq!(std::fs::read(home.path("out")).unwrap(), b"");
}
