//! Chance that is the same each time.

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same on every machine and for ever.
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `least` to `most`, both included; `least` where `most` is smaller.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        let span = most.saturating_sub(least).max(0).unsigned_abs() + 1;
        least + (self.next() % span).cast_signed()
    }

    /// True so many times out of a hundred.
    pub fn percent(&mut self, chance: i64) -> bool {
        self.between(0, 99) < chance
    }

    /// One of several; none of none.
    pub fn pick<'a, T>(&mut self, among: &'a [T]) -> Option<&'a T> {
        let most = i64::try_from(among.len()).ok()?.checked_sub(1)?;
        usize::try_from(self.between(0, most))
            .ok()
            .and_then(|at| among.get(at))
    }

    /// One of several texts; the empty one of none.
    pub fn word(&mut self, among: &[&'static str]) -> &'static str {
        self.pick(among).copied().unwrap_or_default()
    }

    /// So many digits.
    pub fn digits(&mut self, n: u32) -> String {
        (0..n)
            .map(|_| char::from(b'0' + (self.next() % 10) as u8))
            .collect()
    }

    /// The same things in another order.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for at in (1..things.len()).rev() {
            let other = usize::try_from(self.between(0, at as i64)).unwrap_or(at);
            things.swap(at, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_published_generator() {
        let mut dice = Dice::new(1_234_567);
        let first: Vec<u64> = (0..3).map(|_| dice.next()).collect();
        assert_eq!(
            first,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn a_throw_stays_between_its_ends() {
        let mut dice = Dice::new(7);
        let thrown: Vec<i64> = (0..500).map(|_| dice.between(-2, 3)).collect();
        assert_eq!(thrown.iter().min(), Some(&-2));
        assert_eq!(thrown.iter().max(), Some(&3));
        assert_eq!(dice.between(5, 1), 5);
    }
}
