//! Official codes of places.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The official code of a village: `53.04.01.2001` (regency 53.04, kecamatan 53.04.01, village 2001).
///
/// Source of the form: the list of the Ministry of Home Affairs, as in `assets/register/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code(String);

/// Desa or kelurahan. A kelurahan has no village council and holds no musyawarah desa.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Desa,
    Kelurahan,
}

impl Kind {
    /// The word in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Desa => "desa",
            Self::Kelurahan => "kelurahan",
        }
    }
}

/// The text is not a village code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a village code: {0}")]
pub struct BadCode(pub String);

impl Code {
    /// Accepts `53.04.01.2001` and, as sheets write it, `5304012001`.
    ///
    /// # Errors
    /// [`BadCode`] when the text has another form.
    pub fn parse(text: &str) -> Result<Self, BadCode> {
        let bad = || BadCode(text.to_owned());
        let digits: String = text.chars().filter(|c| *c != '.').collect();
        let dots: Vec<usize> = text.match_indices('.').map(|(at, _)| at).collect();
        if digits.len() != 10
            || !digits.bytes().all(|b| b.is_ascii_digit())
            || !(dots.is_empty() || dots == [2, 5, 8])
        {
            return Err(bad());
        }
        Ok(Self(format!(
            "{}.{}.{}.{}",
            &digits[..2],
            &digits[2..4],
            &digits[4..6],
            &digits[6..]
        )))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code of the regency: `53.04`.
    #[must_use]
    pub fn regency(&self) -> &str {
        &self.0[..5]
    }

    /// The code of the kecamatan: `53.04.01`.
    #[must_use]
    pub fn kecamatan(&self) -> &str {
        &self.0[..8]
    }

    /// A fourth part that starts with 1 is a kelurahan, with anything else a desa.
    #[must_use]
    pub fn kind(&self) -> Kind {
        if self.0.as_bytes()[9] == b'1' {
            Kind::Kelurahan
        } else {
            Kind::Desa
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Code {
    type Error = BadCode;
    fn try_from(text: String) -> Result<Self, BadCode> {
        Self::parse(&text)
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_knows_its_parts() {
        let code = Code::parse("53.04.12.1003").unwrap();
        assert_eq!(code.regency(), "53.04");
        assert_eq!(code.kecamatan(), "53.04.12");
        assert_eq!(code.kind(), Kind::Kelurahan);
        assert_eq!(Code::parse("53.21.05.2009").unwrap().kind(), Kind::Desa);
    }

    #[test]
    fn a_sheet_may_drop_the_dots() {
        assert_eq!(Code::parse("5304012001").unwrap().as_str(), "53.04.01.2001");
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "53.04",
            "53.04.01.200",
            "53.04.01.20011",
            "5.304.01.2001",
            "53.04.01.20a1",
            "53.04.01.²⁰⁰¹",
        ] {
            assert!(Code::parse(text).is_err(), "{text}");
        }
    }
}
