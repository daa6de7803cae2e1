//! From a traced front to the links and sites of a field solve.
//! Here because this is where geometry, labels and capillarity meet the equation, and nowhere else.
//! Must not know: how the equation is solved, time.
//!
//! A link is the open fraction of a face over the distance of the two points it joins, in cells. The points are cell
//! centres, a distance of one apart, unless a cell's centre lies inside the metal and its distance is not corrected by
//! the last current (`sites`): then its point is moved by −d n onto the front, and the distance along the link's
//! direction e becomes 1 + (s_b − s_a)·e with s the displacements.

use super::connectivity::Connectivity;
use super::curvature::curvature_per_cell;
use super::field::Field;
use super::front::{CutCell, Front};
use super::labels::{FrontLabel, Labels};
use super::sites::{LAG_ABOVE_CELLS, Site};

/// Points of neighbouring cells are never taken to be closer than this, in cells.
const CLOSEST: f64 = 0.3;
/// A face open by less than this carries no current; the same bound decides whether a pocket is cut off.
const CLOSED_BELOW: f64 = super::connectivity::CLOSED_BELOW;

/// What a front is to the field.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Surroundings<'a> {
    pub front: &'a Front,
    pub labels: &'a Labels,
    pub connectivity: &'a Connectivity,
    pub level_set_m: &'a [f64],
}

impl Field {
    /// Prepares links and sites; returns whether any site is active. An unlabelled cell is an error, by cell.
    pub(crate) fn prepare(&mut self, around: Surroundings<'_>) -> Result<bool, usize> {
        self.sites.clear();
        self.displacement.clear();
        let mut any_active = false;
        for cut in &around.front.cuts {
            let cell = cut.cell as usize;
            let label = around.labels.get(cell).ok_or(cell)?;
            let is_active = label.is_active()
                && around.connectivity.carries_current(self.grid, cell)
                && cut.length > 0.0;
            any_active |= is_active;
            let (site, displacement) = self.site(
                cut,
                (label, around.labels.grain(cell)),
                is_active,
                around.level_set_m,
            );
            self.sites.push(site);
            self.displacement.push(displacement);
        }
        self.set_links(around);
        Ok(any_active)
    }

    fn site(
        &self,
        cut: &CutCell,
        (label, grain): (FrontLabel, u16),
        is_active: bool,
        level_set_m: &[f64],
    ) -> (Site, [f64; 2]) {
        let cell = cut.cell as usize;
        let material = &self.material;
        let is_coated = label == FrontLabel::Coated;
        let film_ohm_m2 = if is_coated && self.film.is_none() {
            material.film_ohm_m2
        } else {
            0.0
        };
        // Outward from the front, and across one cell of what it touches.
        let [outward_ohm_m2, cell_ohm_m2] = match &self.film {
            None => [
                cut.distance.max(0.0) * self.cell_ohm_m2(),
                self.cell_ohm_m2(),
            ],
            Some(film) => film
                .site_resistances(self.grid, cut)
                .map(|ratio| ratio * self.cell_ohm_m2()),
        };
        let rate = if self.texture.is_isotropic() {
            1.0
        } else {
            self.texture.rate(grain, cut.normal)
        };
        let last_a_m2 = self.current_of_cell_a_m2[cell];
        let resistance_ohm_m2 = film_ohm_m2 + self.kinetic_resistance_ohm_m2(cell, rate, last_a_m2);
        let is_lagged = self.starved.is_none() && resistance_ohm_m2 > LAG_ABOVE_CELLS * cell_ohm_m2;
        let inside = (-cut.distance).max(0.0);
        let curvature = curvature_per_cell(self.grid, level_set_m, cell);
        let pressure_v = if is_coated { material.pressure_v } else { 0.0 };
        let fall_m2_a = material.laws.salt.map_or(0.0, |salt| {
            cut.distance.max(0.0) * self.grid.dx_m * salt.per_current_metre / salt.bulk_mol_m3
        });
        let site = Site {
            cell: cut.cell,
            length: cut.length,
            series_ohm_m2: film_ohm_m2 + outward_ohm_m2,
            lagged_ohm_m2: if is_lagged { inside * cell_ohm_m2 } else { 0.0 },
            opposing_v: material.capillary_v_m * curvature / self.grid.dx_m + pressure_v,
            rate,
            fall_m2_a,
            is_active,
            eta_v: self.eta_of_cell_v[cell],
            current_a_m2: if is_active { last_a_m2 } else { 0.0 },
            zinc_a_m2: 0.0,
            by_share_a_m2: 0.0,
            conductance_s_m2: 0.0,
            touch_v: 0.0,
        };
        let displacement = if is_lagged {
            [0.0; 2]
        } else {
            [inside * cut.normal[0], inside * cut.normal[1]]
        };
        (site, displacement)
    }

    fn kinetic_resistance_ohm_m2(&self, cell: usize, rate: f64, last_a_m2: f64) -> f64 {
        let eta_v = self.eta_of_cell_v[cell];
        let law = self.material.laws.reactions.zinc.scaled(rate);
        if eta_v.is_nan() {
            law.charge_transfer_resistance_ohm_m2(last_a_m2)
        } else {
            -1.0 / law.slope_a_m2_v(eta_v)
        }
    }

    fn set_links(&mut self, around: Surroundings<'_>) {
        let (grid, displacement, film) = (self.grid, &self.displacement, self.film.as_ref());
        let n = grid.n;
        let front = around.front;
        let live = &around.connectivity.region[..];
        let ratio =
            |cell: usize, axis: usize| film.map_or(1.0, |film| film.link_ratio(grid, cell, axis));
        let moved = |cell: usize| match front.cut_of_cell[cell] {
            0 => [0.0; 2],
            k => displacement[k as usize - 1],
        };
        // The distance of neighbours is one but beside points that were moved.
        let again = |link: &mut f64, open: f64, [a, b]: [usize; 2], axis: usize| {
            if *link != 0.0 {
                let apart = 1.0 + moved(b)[axis] - moved(a)[axis];
                *link = ratio(a, axis) * open / apart.max(CLOSEST);
            }
        };
        self.solver.set_links(|right, up| {
            for j in 0..n {
                let row = j * n..(j + 1) * n;
                link_row(
                    &mut right[row.clone()],
                    &front.right_open[row.clone()],
                    &live[row.clone()],
                    1,
                );
                if j + 1 < n {
                    let two = &live[j * n..(j + 2) * n];
                    link_row(&mut up[row.clone()], &front.up_open[row], two, n);
                } else {
                    up[row].fill(0.0);
                }
            }
            if film.is_some() {
                for (links, axis) in [(&mut *right, 0), (&mut *up, 1)] {
                    let open = links
                        .iter_mut()
                        .enumerate()
                        .filter(|(_, link)| **link != 0.0);
                    open.for_each(|(cell, link)| *link *= ratio(cell, axis));
                }
            }
            let shifted = front.cuts.iter().zip(displacement);
            for (cut, _) in shifted.filter(|(_, displacement)| **displacement != [0.0; 2]) {
                let cell = cut.cell as usize;
                let (i, j) = (cell % n, cell / n);
                let left = j * n + grid.wrap(i as isize - 1);
                again(
                    &mut right[cell],
                    front.right_open[cell],
                    [cell, j * n + grid.next(i)],
                    0,
                );
                again(&mut right[left], front.right_open[left], [left, cell], 0);
                if j + 1 < n {
                    again(&mut up[cell], front.up_open[cell], [cell, cell + n], 1);
                }
                if j > 0 {
                    again(
                        &mut up[cell - n],
                        front.up_open[cell - n],
                        [cell - n, cell],
                        1,
                    );
                }
            }
        });
    }
}

/// Links of a row of points a distance of one apart: the open fraction of the face, where current reaches both cells. The
/// other cell stands `ahead` of each; at the row's end, the row is taken to begin again.
fn link_row(links: &mut [f64], open: &[f64], live: &[u8], ahead: usize) {
    let (n, n_live) = (links.len(), live.len());
    let inner = n.min(n_live - ahead);
    let link = |open: f64, live: bool| {
        if live && open >= CLOSED_BELOW {
            open
        } else {
            0.0
        }
    };
    let (own, other) = (&live[..inner], &live[ahead..][..inner]);
    for k in 0..inner {
        links[k] = link(open[k], own[k] & other[k] == 1);
    }
    for k in inner..n {
        links[k] = link(open[k], live[k] & live[k + ahead - n_live] == 1);
    }
}
