//! How fast a small wave on a plating front grows: linear stability in closed form.
//! Here because the deposit is checked against it, and a reader may ask which wavelengths a film favours.
//! Must not know: grids, steps, cases.
//!
//! A front at a cos kx plates a mean current i under a film of thickness d and conductivity σ₁, below electrolyte of
//! conductivity σ₂ whose top, a distance H from the front, takes a uniform current. Kinetics and any film without
//! thickness of its own are one resistance R. The film's outer face moves by χ a cos kx: χ = 0 is a rigid film with a
//! flat top, χ = 1 one that is pushed up by the metal.
//!
//! First-order potentials in the two layers are sums of cosh and sinh of ky. The electrolyte answers a wave of
//! potential at the film's outer face with the admittance Y_t = σ₂ k tanh k(H − d). Seen through the film that is
//! Y = σ₁k (Y_t + σ₁k tanh kd)/(σ₁k + Y_t tanh kd). The unperturbed field is E₁ = i/σ₁ at the front and E₂ = i/σ₂ above,
//! so a face displaced by χa makes a jump (E₂ − E₁) χa of the first-order potential; at the front it arrives divided by
//! cosh kd + (σ₁k/Y_t) sinh kd. Hence
//! ω = (Ω/zF) (E_eff − Γk²) Y/(1 + R Y) with E_eff = E₁ − χ (E₁ − E₂)/(cosh kd + (σ₁k/Y_t) sinh kd).
//!
//! A film that conducts σ⊥ across and σ∥ along the foil obeys σ∥ φ_xx + σ⊥ φ_yy = 0. With y stretched by √(σ∥/σ⊥) that
//! is Laplace's equation in a layer √(σ∥/σ⊥) d thick that conducts √(σ∥σ⊥): the formulas stay, with these two in place of
//! d and σ₁, while the unperturbed current, which runs across, keeps E₁ = i/σ⊥.

/// A front under a film, or bare where `film_m` is zero. SI units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Front {
    /// i, A m⁻².
    pub current_a_m2: f64,
    /// σ₂, S m⁻¹.
    pub electrolyte_s_m: f64,
    /// σ₁, S m⁻¹; across the foil where the film conducts differently along it. Not used where there is no film.
    pub film_s_m: f64,
    /// σ∥/σ⊥.
    pub anisotropy: f64,
    /// d, m.
    pub film_m: f64,
    /// χ.
    pub conformality: f64,
    /// R of kinetics and of a film in series that has no thickness of its own, Ω m².
    pub resistance_ohm_m2: f64,
    /// H, from the front to the top, m.
    pub above_m: f64,
    /// Γ = γΩ/(zF), V m.
    pub capillary_v_m: f64,
}

impl Front {
    /// Current of a wave over its amplitude, A m⁻³, at a wave number in m⁻¹; times Ω/(zF) it is ω.
    pub fn response_a_m3(&self, k: f64) -> f64 {
        let admittance = self.admittance_s_m2(k);
        (self.field_v_m(k) - self.capillary_v_m * k * k) * admittance
            / (1.0 + self.resistance_ohm_m2 * admittance)
    }

    /// √(σ∥/σ⊥): of thickness, and of √(σ∥σ⊥) over σ⊥.
    fn stretch(&self) -> f64 {
        self.anisotropy.sqrt()
    }

    fn top_admittance_s_m2(&self, k: f64) -> f64 {
        self.electrolyte_s_m * k * libm::tanh(k * (self.above_m - self.film_m))
    }

    fn admittance_s_m2(&self, k: f64) -> f64 {
        let (top, film) = (
            self.top_admittance_s_m2(k),
            self.stretch() * self.film_s_m * k,
        );
        if self.film_m == 0.0 {
            return top;
        }
        let through = libm::tanh(self.stretch() * k * self.film_m);
        film * (top + film * through) / (film + top * through)
    }

    fn field_v_m(&self, k: f64) -> f64 {
        let outside = self.current_a_m2 / self.electrolyte_s_m;
        if self.film_m == 0.0 {
            return outside;
        }
        let inside = self.current_a_m2 / self.film_s_m;
        let stretch = self.stretch();
        let (kd, film) = (stretch * k * self.film_m, stretch * self.film_s_m * k);
        let faded = libm::cosh(kd) + film / self.top_admittance_s_m2(k) * libm::sinh(kd);
        inside - self.conformality * (inside - outside) / faded
    }
}

/// Wavelength above which a bare front is unstable, 2π√(Γκ/i), m.
pub fn neutral_wavelength_m(capillary_v_m: f64, conductivity_s_m: f64, current_a_m2: f64) -> f64 {
    core::f64::consts::TAU * libm::sqrt(capillary_v_m * conductivity_s_m / current_a_m2)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BARE: Front = Front {
        current_a_m2: 100.0,
        electrolyte_s_m: 5.0,
        film_s_m: 0.1,
        film_m: 0.0,
        anisotropy: 1.0,
        conformality: 1.0,
        resistance_ohm_m2: 1e-3,
        above_m: 1e-2,
        capillary_v_m: 2.4e-11,
    };

    /// The design's table at κ 5 S/m and γ 0.5 J/m², Γ = γΩ/(zF).
    #[test]
    fn neutral_wavelengths_of_the_table() {
        let gamma = 0.5 * 9.16e-6 / (2.0 * 96_485.332);
        for (ma_cm2, um) in [
            (0.25, 43.0),
            (1.0, 21.6),
            (5.0, 9.7),
            (10.0, 6.8),
            (20.0, 4.8),
        ] {
            let computed = 1e6 * neutral_wavelength_m(gamma, 5.0, 10.0 * ma_cm2);
            println!("{ma_cm2} mA cm⁻²: {computed:.2} µm against {um}");
            assert!((computed - um).abs() < 0.3);
        }
    }

    /// A thin film that follows the metal is a resistance in series with the electrolyte's own field.
    #[test]
    fn a_thin_conformal_film_is_a_resistance() {
        let film = Front {
            film_m: 1e-8,
            ..BARE
        };
        let lumped = Front {
            resistance_ohm_m2: BARE.resistance_ohm_m2 + 1e-8 / BARE.film_s_m,
            ..BARE
        };
        let k = 1e5;
        let ratio = film.response_a_m3(k) / lumped.response_a_m3(k);
        println!("thin film over resistance in series {ratio}");
        assert!((ratio - 1.0).abs() < 0.05);
    }

    /// A film as thick as it is wide needs no electrolyte above: Y = √(σ∥σ⊥) k tanh(√(σ∥/σ⊥) kd) where the top takes a
    /// uniform current at the film's face, and √(σ∥σ⊥) k where it is thick.
    #[test]
    fn a_film_that_conducts_along_answers_by_the_geometric_mean() {
        let k = 1e5;
        let film = |film_m, above_m| Front {
            film_m,
            above_m,
            anisotropy: 9.0,
            ..BARE
        };
        // The top at the film's face: no electrolyte, Y_t = 0.
        for kd in [0.1, 1.0, 5.0] {
            let layer = film(kd / k, kd / k);
            let reference = 3.0 * 0.1 * k * libm::tanh(3.0 * kd);
            let ratio = layer.admittance_s_m2(k) / reference;
            println!("kd = {kd}: Y over √(σ∥σ⊥) k tanh(√(σ∥/σ⊥) kd) {ratio}");
            assert!((ratio - 1.0).abs() < 1e-12);
        }
        let thick = film(1e-3, 1e-2).admittance_s_m2(k) / (3.0 * 0.1 * k);
        assert!((thick - 1.0).abs() < 1e-12);
    }

    /// A film that is not thin: across up calms, along up roughens, whether it is rigid or follows the metal.
    #[test]
    fn across_up_calms_and_along_up_roughens() {
        let k = 1e5;
        for conformality in [0.0, 1.0] {
            let at = |across: f64, along: f64| {
                Front {
                    film_m: 6e-6,
                    conformality,
                    film_s_m: across,
                    anisotropy: along / across,
                    ..BARE
                }
                .response_a_m3(k)
            };
            let base = at(0.1, 0.1);
            let (across, along) = (at(0.4, 0.1) / base, at(0.1, 0.4) / base);
            println!("χ {conformality}: across × 4 {across:.4}, along × 4 {along:.4}");
            assert!(across < 1.0 && along > 1.0);
        }
    }

    /// A thin film that follows the metal changes the response, to first order in d, by
    /// (kd/σ⊥) (σ∥ (1 − q σ⊥/σ₂) − σ₂/(1 + Rσ₂k)), q = Rσ₂k/(1 + Rσ₂k): where it conducts less well along than
    /// σ₂/(1 + Rσ₂k) it calms, and there a better way across roughens.
    #[test]
    fn a_thin_film_turns_the_rule_where_its_resistance_counts() {
        let (k, film_m) = (1e5, 1e-10);
        for resistance_ohm_m2 in [0.0, 1e-6, 1e-3] {
            for (across, along) in [(0.1, 0.1), (0.4, 0.1), (0.1, 0.4), (0.1, 20.0)] {
                let bare = Front {
                    resistance_ohm_m2,
                    capillary_v_m: 0.0,
                    ..BARE
                };
                let film = Front {
                    film_m,
                    film_s_m: across,
                    anisotropy: along / across,
                    ..bare
                };
                let change = film.response_a_m3(k) / bare.response_a_m3(k) - 1.0;
                let solution = bare.electrolyte_s_m;
                let free = 1.0 / (1.0 + resistance_ohm_m2 * solution * k);
                let along_part = along * (1.0 - (1.0 - free) * across / solution);
                let reference = k * film_m / across * (along_part - free * solution);
                println!(
                    "R {resistance_ohm_m2:e}, σ⊥ {across}, σ∥ {along}: {change:.4e}, first order {reference:.4e}"
                );
                assert!((change - reference).abs() < 2e-3 * reference.abs());
            }
        }
    }

    /// A resistive film one wavelength thick destabilises even where it follows the metal; a thin one stabilises.
    #[test]
    fn a_thick_conformal_film_destabilises() {
        let k = 1e5;
        let at = |film_m| {
            let free = Front {
                resistance_ohm_m2: 0.0,
                ..BARE
            };
            Front { film_m, ..free }.response_a_m3(k) / free.response_a_m3(k)
        };
        println!("thin {} thick {}", at(1e-7), at(6e-5));
        assert!(at(1e-7) < 1.0 && at(6e-5) > 1.0);
    }
}
