//! Validation of salt diffusion alone.
//! Here because a held surface concentration cannot be imposed on a cell under constant current.
//! Must not know: electrode reactions.

use super::{Compared, Tolerance, ValidationCase};
use crate::case::Case;
use crate::limits::Separator;
use crate::transport::{Boundary, Mesh, SaltDiffusion};

pub(super) static CASES: &[ValidationCase] = &[ValidationCase {
    name: "Cottrell current after 20 s",
    reference: "zF c₀ √(D/πt)/(1 − t₊)",
    exercises: "transport: surface held at zero concentration",
    unit: "A m⁻²",
    tolerance: Tolerance::Relative(1e-2),
    run: || {
        let mut case = Case::default();
        case.cell.separator_thickness_m = 1.5e-3;
        case.cell.separator_porosity = 1.0;
        let case = case.validate()?;
        let separator = Separator::of(&case);
        let (d, c0) = (separator.diffusivity_m2_s, separator.concentration_mol_m3);
        let mut salt = SaltDiffusion::new(Mesh::graded(separator.thickness_m, 200), 1.0, d, c0);
        let held = [Boundary::Concentration(0.0), Boundary::Flux(0.0)];
        let (mut time_s, end_s) = (0.0_f64, 20.0);
        while time_s < end_s {
            let dt_s = (0.1 * time_s).max(1e-3).min(end_s - time_s);
            salt.step(dt_s, held);
            time_s += dt_s;
        }
        let [flux, _] = salt.fluxes_mol_m2_s(held);
        let per_current = separator.salt_flux_per_current_mol_c();
        let reference = c0 * (d / (core::f64::consts::PI * end_s)).sqrt() / per_current;
        Ok(Compared {
            reference,
            computed: -flux / per_current,
        })
    },
}];
