//! What binding zinc strongly might do: more places where nuclei form, and atoms that move on less.
//! Here because the review holds an optimum of zinc affinity for certain, and a reader should see what one would mean.
//! Must not know: cells, deposits, what a film is made of.
//!
//! A heuristic. Every constant is assumed, and the optimum is put in, not found. With E the binding energy:
//! - places where nuclei form grow as N ∝ exp(E/E₀), so the distance between nuclei in two directions, to which the
//!   excess of the fastest place is taken to be proportional, falls as N^(−1/2);
//! - atoms move on with a mobility M ∝ exp(−E/E₀), so the length over which they level what was plated unevenly falls as
//!   M^(1/2), and the excess that stays grows with its inverse.
//!
//! Of the excess at no affinity a share w belongs to the first and the rest to the second:
//! g(E) = w exp(−E/(2E₀)) + (1 − w) exp(E/(2E₀)), one at E = 0, smallest, 2√(w(1 − w)), at E = E₀ ln(w/(1 − w)).

/// E₀, eV; assumed.
pub const AFFINITY_SCALE_EV: f64 = 0.25;
/// w; assumed. With E₀ above the optimum lies at 0.55 eV.
pub const NUCLEI_SHARE: f64 = 0.9;

/// N(E)/N(0): nucleation rate over that without affinity.
pub fn nucleation_factor(affinity_ev: f64) -> f64 {
    libm::exp(affinity_ev / AFFINITY_SCALE_EV)
}

/// g(E): excess of the fastest place over that without affinity.
pub fn unevenness_factor(affinity_ev: f64) -> f64 {
    let half = 0.5 * affinity_ev / AFFINITY_SCALE_EV;
    NUCLEI_SHARE * libm::exp(-half) + (1.0 - NUCLEI_SHARE) * libm::exp(half)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without affinity no bit may change, and the optimum lies where the formula says.
    #[test]
    fn no_affinity_is_one_and_the_optimum_lies_between() {
        assert_eq!(nucleation_factor(0.0), 1.0);
        assert_eq!(unevenness_factor(0.0), 1.0);
        let best_ev = AFFINITY_SCALE_EV * libm::log(NUCLEI_SHARE / (1.0 - NUCLEI_SHARE));
        let best = unevenness_factor(best_ev);
        println!("optimum at {best_ev:.4} eV: {best:.4} of the excess without affinity");
        assert!((best - 2.0 * (NUCLEI_SHARE * (1.0 - NUCLEI_SHARE)).sqrt()).abs() < 1e-12);
        for aside_ev in [-0.05, 0.05] {
            assert!(unevenness_factor(best_ev + aside_ev) > best);
        }
    }
}
