//! Fingerprint of a run's numbers, bit by bit.
//! Here because "same case, same bits" natively and in WebAssembly can only be claimed if both print one number.
//! Must not know: what the numbers mean.

/// 64-bit FNV-1a over the little-endian bytes of what is written to it.
///
/// Fowler, Noll and Vo's constants: offset basis 0xcbf29ce484222325, prime 0x100000001b3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateHash(u64);

impl Default for StateHash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl StateHash {
    /// Adds bytes.
    pub fn write_bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// Adds one integer.
    pub fn write_u64(&mut self, value: u64) {
        self.write_bytes(&value.to_le_bytes());
    }

    /// Adds numbers by their bits; 0.0 and -0.0 differ.
    pub fn write_f64s(&mut self, values: &[f64]) {
        for value in values {
            self.write_u64(value.to_bits());
        }
    }

    /// The fingerprint so far.
    #[must_use]
    pub fn finish(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::StateHash;

    #[test]
    fn matches_the_published_vectors() {
        for (text, expected) in [
            ("", 0xcbf2_9ce4_8422_2325_u64),
            ("a", 0xaf63_dc4c_8601_ec8c),
            ("foobar", 0x8594_4171_f739_67e8),
        ] {
            let mut hash = StateHash::default();
            hash.write_bytes(text.as_bytes());
            assert_eq!(hash.finish(), expected, "FNV-1a of {text:?}");
        }
    }

    #[test]
    fn one_bit_of_one_number_changes_it() {
        let (mut one, mut other) = (StateHash::default(), StateHash::default());
        one.write_f64s(&[1.0, 2.0]);
        other.write_f64s(&[1.0, 2.0_f64.next_up()]);
        assert_ne!(one.finish(), other.finish());
    }
}
