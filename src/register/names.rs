//! Official names, which the list partly writes in capitals, as they are shown.

/// `KABUPATEN BELU` becomes `Kabupaten Belu`; a name that is not all in capitals stays as it is.
pub(super) fn display(official: &str) -> String {
    if official.chars().any(char::is_lowercase) {
        return official.to_owned();
    }
    let mut out = String::with_capacity(official.len());
    for (n, word) in official.split(' ').enumerate() {
        if n > 0 {
            out.push(' ');
        }
        if is_roman(word) {
            out.push_str(word);
        } else {
            title(word, &mut out);
        }
    }
    out
}

/// Numbers that villages and regions carry: `II`, `IV`, `XII`.
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Upper case at the beginning and after a hyphen, slash or bracket; an apostrophe begins no new word (`Fatuba'a`).
fn title(word: &str, out: &mut String) {
    let mut begins = true;
    for c in word.chars() {
        if begins {
            out.extend(c.to_uppercase());
        } else {
            out.extend(c.to_lowercase());
        }
        begins = matches!(c, '-' | '/' | '(');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("KABUPATEN BELU", "Kabupaten Belu")]
    #[case("KOTA KUPANG", "Kota Kupang")]
    #[case("KOTA ADM. JAKARTA PUSAT", "Kota Adm. Jakarta Pusat")]
    #[case("KABUPATEN TOLI-TOLI", "Kabupaten Toli-Toli")]
    #[case("TAFULI II", "Tafuli II")]
    #[case("FATUBA'A", "Fatuba'a")]
    #[case("Kota Atambua", "Kota Atambua")]
    fn names_do_not_shout(#[case] official: &str, #[case] shown: &str) {
        assert_eq!(display(official), shown);
    }
}
