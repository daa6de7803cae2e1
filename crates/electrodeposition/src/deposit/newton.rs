//! Newton's method for the potential: tangents at the sites, one linear solve, again until the balance closes.
//! Here because film and kinetics bend the relation between current and potential.
//! Must not know: how sites find their tangents, how the linear solve works, time.
//!
//! With the tangent i(u) ≈ i_k + G (u − u_k) a site adds (L dx/σ) G to its cell's sink, and the remainder of the
//! balance, inflow − Σ g (w_c − w_f) − (L dx/σ)[i_k + G(u − u_k)], is what the linear solve removes. The remainders of
//! all cells sum to imposed minus passed current, so a bound on Σ|remainder| bounds the error of the total current.
//! Where no junction limit was hit, the tangent touches at the present u and the remainder is the true one.

use super::field::Field;
use super::salt::Salt;
use crate::multigrid::{StopAt, sum_of_magnitudes};

/// Σ|remainder| over the imposed current at which a solve is done.
pub(crate) const TOLERANCE: f64 = 1e-7;
const MAX_NEWTON: u32 = 60;
const MAX_CG: u32 = 200;
/// A linear solve reduces the remainder no further than the next tangent can use.
const REDUCTION: f64 = 1e-4;
/// Share of the tolerance left to the linear solve.
const LINEAR_SHARE: f64 = 0.3;
/// The same for the answer to the offset, which every later step must be able to trust.
const OFFSET_REDUCTION: f64 = 1e-7;
/// Largest part of a cell's salt that one Newton step may take.
const MOST_SALT_TAKEN: f64 = 0.9;
/// If the total current is off by more than this fraction, one offset for all cells is sought first.
const OFFSET_ABOVE: f64 = 0.5;

/// How a solve went.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct FieldReport {
    pub newton_iterations: u32,
    pub cg_iterations: u32,
    /// Σ|remainder| over the imposed current.
    pub residual: f64,
    /// Σ i·length over the imposed current, minus one.
    pub current_error: f64,
}

/// Why a solve failed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum FieldFailure {
    NotANumber { cell: usize },
    Cap { iterations: u32, cell: usize },
}

impl Field {
    /// Finds the potential for the links and sites as prepared.
    pub(crate) fn solve(&mut self) -> Result<FieldReport, FieldFailure> {
        if let Some(law) = self.starved {
            return self.solve_starved(law);
        }
        self.seek_offset();
        let imposed = self.imposed_v();
        let mut report = FieldReport::default();
        loop {
            let mut is_held = false;
            for k in 0..self.sites.len() {
                let cell = self.sites[k].cell as usize;
                let (potential_v, share) = (self.potential_v(cell), self.salt_share(cell));
                is_held |= self.sites[k].linearise(&self.material.laws, potential_v, share);
            }
            self.form_remainder();
            let sum = self.sum_remainder()?;
            report.residual = sum / imposed;
            if !is_held && report.residual <= TOLERANCE {
                break;
            }
            if report.newton_iterations >= MAX_NEWTON {
                return Err(FieldFailure::Cap {
                    iterations: report.newton_iterations,
                    cell: self.worst_cell(),
                });
            }
            self.set_site_sinks();
            let goal = (LINEAR_SHARE * TOLERANCE * imposed).max(REDUCTION * sum);
            let stop = StopAt {
                residual: goal,
                max_iterations: MAX_CG,
            };
            report.cg_iterations += match self.material.laws.salt {
                None => {
                    let linear =
                        self.solver
                            .add_solution(&mut self.deviation_v, &self.remainder, stop);
                    linear.iterations
                }
                Some(salt) => self.add_bordered_solution(&salt, stop),
            };
            report.newton_iterations += 1;
        }
        for site in &self.sites {
            self.eta_of_cell_v[site.cell as usize] = site.eta_v;
            self.current_of_cell_a_m2[site.cell as usize] = site.current_a_m2;
        }
        report.current_error = self.current_error();
        Ok(report)
    }

    /// One Newton step where salt counts: unknowns are the deviations and the offset, which is held by the mean of the
    /// top row staying where `salt` counts from. With A the matrix for the deviations and g the sites' slopes against
    /// the offset, A δw + g δo = r and mean(w + δw) = w_top; so δw = A⁻¹r − δo A⁻¹g. Shortened where it would take more than
    /// nine tenths of a site's salt.
    fn add_bordered_solution(&mut self, salt: &Salt, stop: StopAt) -> u32 {
        let n = self.grid.n;
        let top = (n - 1) * n;
        self.answer.fill(0.0);
        let mut count = self
            .solver
            .add_solution(&mut self.answer, &self.remainder, stop)
            .iterations;
        let cell_ohm_m2 = self.cell_ohm_m2();
        self.remainder.fill(0.0);
        let mut sum = 0.0;
        for site in self.sites.iter().filter(|site| site.is_active) {
            let slope = site.length * cell_ohm_m2 * site.conductance_s_m2;
            self.remainder[site.cell as usize] += slope;
            sum += slope;
        }
        self.answer_to_offset.fill(0.0);
        let exactly = StopAt {
            residual: OFFSET_REDUCTION * sum,
            ..stop
        };
        count += self
            .solver
            .add_solution(&mut self.answer_to_offset, &self.remainder, exactly)
            .iterations;
        let mean = |values: &[f64]| values[top..].iter().sum::<f64>() / n as f64;
        let off_v = mean(&self.deviation_v) - self.top_v;
        let offset_v = (mean(&self.answer) + off_v) / mean(&self.answer_to_offset);
        let mut part = 1.0_f64;
        for site in self.sites.iter().filter(|site| site.is_active) {
            let cell = site.cell as usize;
            let step_v = self.answer[cell] - offset_v * self.answer_to_offset[cell];
            let (share, change) = (
                self.salt_share(cell),
                step_v * salt.per_volt / salt.bulk_mol_m3,
            );
            if share > 0.0 && change < -MOST_SALT_TAKEN * share {
                part = part.min(-MOST_SALT_TAKEN * share / change);
            }
        }
        let answers = self.answer.iter().zip(&self.answer_to_offset);
        for (w, (a, g)) in self.deviation_v.iter_mut().zip(answers) {
            *w += part * (a - offset_v * g);
        }
        self.offset_v += part * offset_v;
        count
    }

    fn form_remainder(&mut self) {
        let n = self.grid.n;
        self.solver
            .apply_links(&self.deviation_v, &mut self.remainder);
        for value in &mut self.remainder {
            *value = -*value;
        }
        let inflow = self.material.applied_a_m2 * self.cell_ohm_m2();
        for value in &mut self.remainder[(n - 1) * n..] {
            *value += inflow;
        }
        let cell_ohm_m2 = self.cell_ohm_m2();
        for site in self.sites.iter().filter(|site| site.is_active) {
            let potential_v = self.offset_v + self.deviation_v[site.cell as usize];
            self.remainder[site.cell as usize] -=
                site.length * cell_ohm_m2 * site.tangent_a_m2(potential_v);
        }
    }

    /// Σ|remainder|.
    fn sum_remainder(&self) -> Result<f64, FieldFailure> {
        let sum = sum_of_magnitudes(&self.remainder);
        if sum.is_finite() {
            return Ok(sum);
        }
        let lost = self.remainder.iter().position(|value| !value.is_finite());
        Err(FieldFailure::NotANumber {
            cell: lost.unwrap_or(0),
        })
    }

    /// The cell with the largest remainder.
    fn worst_cell(&self) -> usize {
        let larger = |a: &(usize, f64), b: &(usize, f64)| a.1.total_cmp(&b.1);
        let magnitudes = self.remainder.iter().map(|value| value.abs());
        magnitudes
            .enumerate()
            .max_by(larger)
            .map_or(0, |(cell, _)| cell)
    }

    fn set_site_sinks(&mut self) {
        let cell_ohm_m2 = self.cell_ohm_m2();
        let by_deviation = self
            .material
            .laws
            .salt
            .map_or(0.0, |salt| salt.per_volt / salt.bulk_mol_m3);
        let sites = &self.sites;
        self.solver.set_sinks(|sink| {
            sink.fill(0.0);
            for site in sites.iter().filter(|site| site.is_active) {
                let slope_s_m2 = site.conductance_s_m2 + site.by_share_a_m2 * by_deviation;
                sink[site.cell as usize] += site.length * cell_ohm_m2 * slope_s_m2;
            }
        });
    }

    /// Bisects the offset until the sites pass the imposed current, if the present one is far off.
    fn seek_offset(&mut self) {
        let target = self.material.applied_a_m2 * self.grid.n as f64;
        let passed = |offset_v: f64| -> f64 {
            let at = |site: &super::sites::Site| {
                let cell = site.cell as usize;
                let potential_v = offset_v + self.deviation_v[cell];
                let share = self.salt_share(cell);
                site.length * site.current_at(&self.material.laws, potential_v, share)
            };
            self.sites.iter().map(at).sum()
        };
        let now = passed(self.offset_v);
        if (now / target - 1.0).abs() <= OFFSET_ABOVE {
            return;
        }
        let (mut low, mut high) = (self.offset_v, self.offset_v);
        let mut width_v = 0.05;
        while passed(low) > target && width_v < 1e6 {
            low -= width_v;
            width_v *= 2.0;
        }
        while passed(high) < target && width_v < 1e6 {
            high += width_v;
            width_v *= 2.0;
        }
        for _ in 0..60 {
            let middle = 0.5 * (low + high);
            if passed(middle) < target {
                low = middle;
            } else {
                high = middle;
            }
        }
        self.offset_v = 0.5 * (low + high);
        for site in &mut self.sites {
            site.eta_v = f64::NAN;
        }
    }
}
