//! Which promise a decision goes on with.

use uuid::Uuid;

use super::hall::{FULUR, in_session, promised};

/// Ten promises more: each can be picked by a digit, and by none of them is a word typed.
#[test]
fn of_many_promises_each_is_picked_by_a_digit() {
    let desk = in_session("maria", 2);
    for n in 1..=10 {
        promised(&desk, 100 + n, &format!("janji nomor {n}"), "2027-01-15");
    }
    let mut face = desk.start(80, 24);
    face.press("4<Enter>!d");
    face.shows("1 (x) tidak: janji baru")
        .shows("9 ( ) 15-01-2027 janji nomor 7")
        .hides("nomor 8")
        .shows("0 berikutnya (bagian 1 dari 2)");
    face.press("0");
    face.shows("1 (x) 15-01-2027 janji nomor 8")
        .shows("3 ( ) 15-01-2027 janji nomor 10");
    face.press("0");
    face.shows("1 (x) tidak: janji baru");
    face.press("03d<Enter><Enter><Enter>2mg<Enter><Enter><Enter>");
    let follow = desk.card(FULUR).village.follow;
    assert_eq!(
        follow.actions.last().unwrap().planned.after,
        Some(Uuid::from_u128(110))
    );
    // A word in its place begins another promise, as before.
    face.press("!d");
    face.press("kirim sampel");
    face.shows("Lanjutan tidak: janji baru")
        .shows("kirim sampel");
}

#[test]
fn what_was_typed_is_not_overwritten_by_the_promise_that_it_goes_on_with() {
    let desk = in_session("maria", 2);
    let mut face = desk.start(80, 24);
    face.press("4<Enter>!dkirim sampel<Enter>bpom<Enter><S-Tab><S-Tab><S-Tab>2");
    face.shows("kirim sampel")
        .shows("bpom")
        .shows("dr. Anna Muti");
    // Back to none, what it offered goes.
    face.press("<S-Tab>1");
    face.hides("dr. Anna Muti")
        .hides("Janji lama")
        .shows("kirim sampel");
}
