//! Salt diffusion between two electrodes: ε ∂c/∂t = ∂x(D_eff(c) ∂x c), finite volumes on a mesh fine at both ends.
//! Here because surface concentrations set kinetics, diffusion potential and Sand's time.
//! Must not know: electrode reactions, voltages, half-cycles.

mod mesh;
mod tridiagonal;

pub use mesh::Mesh;

use crate::electrolyte::TransportLaw;
use tridiagonal::{Pair, Tridiagonal};

/// What holds at one end for the length of a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Boundary {
    /// Salt entering the solution there, mol m⁻² s⁻¹; negative where it leaves.
    Flux(f64),
    /// Concentration kept there, mol m⁻³.
    Concentration(f64),
}

/// Concentration in every volume, and what is needed to advance it without allocating.
#[derive(Debug, Clone)]
pub struct SaltDiffusion {
    mesh: Mesh,
    /// Porosity times width of every volume: salt per area and per concentration.
    capacity_m: Vec<f64>,
    law: TransportLaw,
    concentration_mol_m3: Vec<f64>,
    /// D_eff over the distance between neighbouring centres, m s⁻¹; one fewer than volumes.
    link_m_s: Vec<f64>,
    /// D_eff over the half widths of the outermost volumes, m s⁻¹.
    end_link_m_s: [f64; 2],
    /// Concentrations at the start of a step; used where D varies.
    start_mol_m3: Vec<f64>,
    /// Net flux into every volume at the start of a step.
    gain_mol_m2_s: Vec<f64>,
    /// The same, folded.
    folded_gain_mol_m2_s: Vec<Pair>,
    /// Right side, then solution, of a stage: the change since the start of the step, folded.
    change_mol_m3: Vec<Pair>,
    system: Tridiagonal,
    /// What it was eliminated for: half-stage, and whether the ends are held.
    factored: Option<(f64, [bool; 2])>,
}

/// γ of TR-BDF2; 2 − √2 gives both stages the same matrix and the method its damping of fast modes (Bank et al.,
/// IEEE Trans. Electron Devices 1985, 32, 1992).
const GAMMA: f64 = 2.0 - core::f64::consts::SQRT_2;

impl SaltDiffusion {
    /// Uniform concentration (mol m⁻³) in a separator of this porosity and effective diffusivity (m² s⁻¹).
    pub fn new(
        mesh: Mesh,
        porosity: f64,
        diffusivity_m2_s: f64,
        concentration_mol_m3: f64,
    ) -> Self {
        let law = TransportLaw::constant(diffusivity_m2_s);
        Self::with_law(mesh, porosity, law, concentration_mol_m3)
    }

    /// The same where the effective diffusivity follows a law.
    pub fn with_law(
        mesh: Mesh,
        porosity: f64,
        law: TransportLaw,
        concentration_mol_m3: f64,
    ) -> Self {
        let n_cells = mesh.n_cells();
        let diffusivity_m2_s = law.diffusivity_m2_s(concentration_mol_m3);
        let link_m_s: Vec<f64> = mesh
            .centres_m()
            .windows(2)
            .map(|pair| diffusivity_m2_s / (pair[1] - pair[0]))
            .collect();
        let end_link_m_s =
            [0, n_cells - 1].map(|idx| 2.0 * diffusivity_m2_s / mesh.widths_m()[idx]);
        let capacity_m: Vec<f64> = mesh
            .widths_m()
            .iter()
            .map(|width| porosity * width)
            .collect();
        let folded = vec![[0.0; 2]; n_cells.div_ceil(2)];
        Self {
            system: Tridiagonal::new(&capacity_m, &link_m_s),
            mesh,
            capacity_m,
            law,
            concentration_mol_m3: vec![concentration_mol_m3; n_cells],
            link_m_s,
            end_link_m_s,
            start_mol_m3: vec![0.0; n_cells],
            gain_mol_m2_s: vec![0.0; n_cells],
            folded_gain_mol_m2_s: folded.clone(),
            change_mol_m3: folded,
            factored: None,
        }
    }

    /// The volumes it lives on.
    pub fn mesh(&self) -> &Mesh {
        &self.mesh
    }

    /// Mean concentration of each volume, mol m⁻³.
    pub fn concentration_mol_m3(&self) -> &[f64] {
        &self.concentration_mol_m3
    }

    /// Puts back concentrations taken earlier from a field on the same mesh.
    pub fn restore(&mut self, concentration_mol_m3: &[f64]) {
        self.concentration_mol_m3
            .copy_from_slice(concentration_mol_m3);
    }

    /// Adds salt (mol m⁻²) evenly over all pores.
    pub fn add_evenly(&mut self, salt_mol_m2: f64) {
        let capacity_m: f64 = self.capacity_m.iter().sum();
        let change_mol_m3 = salt_mol_m2 / capacity_m;
        for c in &mut self.concentration_mol_m3 {
            *c += change_mol_m3;
        }
    }

    /// Salt in the pores per electrode area, mol m⁻².
    pub fn inventory_mol_m2(&self) -> f64 {
        self.capacity_m
            .iter()
            .zip(&self.concentration_mol_m3)
            .map(|(capacity, c)| capacity * c)
            .sum()
    }

    /// Concentration at both ends, mol m⁻³, from the outermost volumes and what holds at the ends.
    pub fn surfaces_mol_m3(&self, [near, far]: [Boundary; 2]) -> [f64; 2] {
        let last = self.mesh.n_cells() - 1;
        [self.surface(0, near), self.surface(last, far)]
    }

    fn surface(&self, cell_idx: usize, boundary: Boundary) -> f64 {
        match boundary {
            Boundary::Concentration(c) => c,
            Boundary::Flux(flux) => {
                let here = self.concentration_mol_m3[cell_idx];
                if !self.law.has_varying_diffusivity() {
                    return here + flux / self.end_link_m_s[usize::from(cell_idx > 0)];
                }
                let half_m = 0.5 * self.mesh.widths_m()[cell_idx];
                self.law.beyond_mol_m3(here, flux, half_m)
            }
        }
    }

    /// Salt entering at both ends, mol m⁻² s⁻¹.
    pub fn fluxes_mol_m2_s(&self, [near, far]: [Boundary; 2]) -> [f64; 2] {
        [
            self.end_flux(0, near),
            self.end_flux(self.mesh.n_cells() - 1, far),
        ]
    }

    fn end_flux(&self, cell_idx: usize, boundary: Boundary) -> f64 {
        match boundary {
            Boundary::Flux(flux) => flux,
            Boundary::Concentration(held) => {
                self.end_link_m_s[usize::from(cell_idx > 0)]
                    * (held - self.concentration_mol_m3[cell_idx])
            }
        }
    }

    /// Takes D as it is in the present concentrations, between neighbours and to held ends.
    fn update_links(&mut self, boundaries: [Boundary; 2]) {
        let (c, centres_m) = (&self.concentration_mol_m3, self.mesh.centres_m());
        for (idx, link) in self.link_m_s.iter_mut().enumerate() {
            *link = self.law.mean_diffusivity_m2_s(c[idx], c[idx + 1])
                / (centres_m[idx + 1] - centres_m[idx]);
        }
        let last = c.len() - 1;
        for (k, idx) in [0, last].into_iter().enumerate() {
            let beyond = match boundaries[k] {
                Boundary::Concentration(held) => held,
                Boundary::Flux(_) => c[idx],
            };
            self.end_link_m_s[k] =
                2.0 * self.law.mean_diffusivity_m2_s(c[idx], beyond) / self.mesh.widths_m()[idx];
        }
        self.system.take_links(&self.link_m_s);
        self.factored = None;
    }

    /// Advances by one step of TR-BDF2: second order, and a sudden change at an end does not ring.
    ///
    /// Both stages are solved for the change since the start of the step, so that a nearly steady field keeps its salt
    /// to round-off of the change, not of the field.
    ///
    /// Where D varies, the step is taken twice: with D of its start, then with D half-way to what that gave, which keeps
    /// most of the order (1.7 beside 1.0). Salt is conserved by either.
    pub fn step(&mut self, dt_s: f64, boundaries: [Boundary; 2]) {
        if !self.law.has_varying_diffusivity() {
            self.step_with_links(dt_s, boundaries);
            return;
        }
        self.start_mol_m3
            .copy_from_slice(&self.concentration_mol_m3);
        self.update_links(boundaries);
        self.step_with_links(dt_s, boundaries);
        for (c, start) in self.concentration_mol_m3.iter_mut().zip(&self.start_mol_m3) {
            *c = 0.5 * (*c + start);
        }
        self.update_links(boundaries);
        self.concentration_mol_m3
            .copy_from_slice(&self.start_mol_m3);
        self.step_with_links(dt_s, boundaries);
        self.update_links(boundaries);
    }

    fn step_with_links(&mut self, dt_s: f64, boundaries: [Boundary; 2]) {
        let implicit_s = 0.5 * GAMMA * dt_s;
        self.factor(implicit_s, boundaries);
        self.update_gain(boundaries);
        let (gain, change) = (&mut self.folded_gain_mol_m2_s, &mut self.change_mol_m3);
        self.system.fold(&self.gain_mol_m2_s, gain);
        // Trapezoidal rule over γ dt.
        for (change, gain) in change.iter_mut().zip(&*gain) {
            *change = gain.map(|gain| 2.0 * implicit_s * gain);
        }
        self.system.solve(change);
        // Backward difference over the rest, from both earlier levels.
        let weight = 1.0 / (GAMMA * (2.0 - GAMMA));
        let capacity = self.system.capacity();
        for ((change, gain), capacity) in change.iter_mut().zip(&*gain).zip(capacity) {
            for lane in 0..2 {
                change[lane] = capacity[lane] * weight * change[lane] + implicit_s * gain[lane];
            }
        }
        self.system.solve(change);
        self.system.add_to(&mut self.concentration_mol_m3, change);
    }

    /// Net flux into every volume, mol m⁻² s⁻¹.
    fn update_gain(&mut self, boundaries: [Boundary; 2]) {
        let [near, far] = self.fluxes_mol_m2_s(boundaries);
        let (c, links) = (&self.concentration_mol_m3, &self.link_m_s);
        let gain = &mut self.gain_mol_m2_s[..c.len()];
        let mut from_before = near;
        for (idx, link) in links.iter().enumerate() {
            let onwards = link * (c[idx] - c[idx + 1]);
            gain[idx] = from_before - onwards;
            from_before = onwards;
        }
        gain[links.len()] = from_before + far;
    }

    /// Eliminates εh − s A, where A couples neighbours and held ends; both stages use it.
    fn factor(&mut self, implicit_s: f64, boundaries: [Boundary; 2]) {
        let held = boundaries.map(|boundary| matches!(boundary, Boundary::Concentration(_)));
        let wanted = Some((implicit_s, held));
        if self.factored == wanted {
            return;
        }
        self.factored = wanted;
        let end = |idx: usize| {
            if held[idx] {
                implicit_s * self.end_link_m_s[idx]
            } else {
                0.0
            }
        };
        let ends = [end(0), end(1)];
        self.system.factor(implicit_s, ends);
    }
}
