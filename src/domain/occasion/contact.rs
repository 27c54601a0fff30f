//! How to reach somebody. It stands beside the log, never in it, so that it can be erased.

use super::OccasionRefusal;
use crate::domain::text;

/// The longest phone number as people write it, in characters.
const LONGEST: usize = 30;
/// A NIK has so many digits.
const NIK_DIGITS: usize = 16;

/// Personal data of somebody on a list of attendance. Texts are empty while they are not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    pub phone: String,
    pub nik: String,
}

impl Contact {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.phone.is_empty() && self.nik.is_empty()
    }

    /// What is known after a correction: what nothing is said of stays.
    #[must_use]
    pub fn corrected(self, phone: Option<&str>, nik: Option<&str>) -> Self {
        Self {
            phone: phone.map_or(self.phone, str::to_owned),
            nik: nik.map_or(self.nik, str::to_owned),
        }
    }

    /// As it is kept: a phone number as it was written, a NIK as its digits.
    ///
    /// # Errors
    /// [`OccasionRefusal::BadPhone`], [`OccasionRefusal::BadNik`].
    pub fn checked(&self) -> Result<Self, OccasionRefusal> {
        let phone = text::clean_line(&self.phone);
        let is_phone = |c: char| c.is_ascii_digit() || " +-().".contains(c);
        let digits = phone.bytes().filter(u8::is_ascii_digit).count();
        let fits = phone.chars().count() <= LONGEST && phone.chars().all(is_phone) && digits > 4;
        if !phone.is_empty() && !fits {
            return Err(OccasionRefusal::BadPhone);
        }
        let nik: String = text::clean_line(&self.nik)
            .chars()
            .filter(|c| !matches!(c, ' ' | '.' | '-'))
            .collect();
        let fits = nik.len() == NIK_DIGITS && nik.bytes().all(|b| b.is_ascii_digit());
        if !nik.is_empty() && !fits {
            return Err(OccasionRefusal::BadNik);
        }
        Ok(Self { phone, nik })
    }
}
