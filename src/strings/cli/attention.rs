//! What needs attention, and the board.

use super::Lang;
use crate::domain::list::Place;

pub struct AttentionWords {
    pub(super) lang: Lang,
}

impl AttentionWords {
    #[must_use]
    pub fn head(&self) -> &'static str {
        self.lang.pick("Perlu perhatian:", "Needs attention:")
    }

    /// Under the villages of a reason.
    #[must_use]
    pub fn found(&self, n: usize, reason: &str) -> String {
        match (self.lang, n) {
            (Lang::Id, _) => format!("{n} desa/kelurahan: {reason}."),
            (Lang::En, 1) => format!("1 village or ward: {reason}."),
            (Lang::En, _) => format!("{n} villages and wards: {reason}."),
        }
    }

    /// Under the villages without a product: never without the split.
    #[must_use]
    pub fn without_product(&self, all: usize, k0: usize, k1: usize) -> String {
        match self.lang {
            Lang::Id => format!("{all} tanpa produk = K0 {k0} + K1 {k1}."),
            Lang::En => format!("{all} without a product = K0 {k0} + K1 {k1}."),
        }
    }

    /// The head of the column of villages without a product, with its parts: `Tanpa produk (K0 130, K1 78)`.
    #[must_use]
    pub fn no_product(&self, parts: &[String]) -> String {
        let parts = parts.join(", ");
        match self.lang {
            Lang::Id => format!("Tanpa produk ({parts})"),
            Lang::En => format!("No product ({parts})"),
        }
    }

    /// The head of a column of the board.
    #[must_use]
    pub fn column(&self, name: &str, all: u32, stuck: u32, limit: i64) -> String {
        match self.lang {
            Lang::Id => format!("{name}: {all}; macet (lebih dari {limit} hari): {stuck}"),
            Lang::En => format!("{name}: {all}; stuck (more than {limit} days): {stuck}"),
        }
    }

    /// A village of a column: its name and product.
    #[must_use]
    pub fn village(&self, place: &Place, product: &str) -> String {
        format!(
            "{} ({}, {}): {product}",
            place.name, place.kecamatan, place.code
        )
    }

    #[must_use]
    pub fn more_villages(&self, n: usize) -> String {
        match self.lang {
            Lang::Id => format!("… dan {n} lagi"),
            Lang::En => format!("… and {n} more"),
        }
    }
}
