//! Numbers that follow from a test condition: half-cycle, cycles, plated capacity, thickness of zinc.
//! Here because pages, table and exports must derive them alike and carry `>` through.
//! Must not know: how a number is shown.

use crate::Condition;

/// Charge in a volume of zinc, mA h cm⁻³: density 7.14 g cm⁻³ (handbook value) times 820 mA h g⁻¹ (section 1 of the
/// review), rounded as the list of derived numbers has it.
pub const ZINC_VOLUMETRIC_CAPACITY_MAH_CM3: f64 = 5855.0;

/// A derived number, and whether it is only a lower bound because the lifespan is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Derived {
    pub value: f64,
    pub is_lower_bound: bool,
}

impl Condition {
    /// Time to plate the areal capacity once, h: C ∕ J.
    pub fn half_cycle_h(&self) -> f64 {
        self.areal_capacity_mah_cm2 / self.current_density_ma_cm2
    }

    /// Number of cycles of plating and stripping: lifespan ∕ (2 C ∕ J), rests neglected.
    pub fn n_cycles(&self) -> Derived {
        self.with_bound_of_lifespan(self.lifespan_h / (2.0 * self.half_cycle_h()))
    }

    /// Capacity plated over the whole life, one direction, mA h cm⁻²: J · lifespan ∕ 2, rests neglected.
    pub fn cumulative_plated_capacity_mah_cm2(&self) -> Derived {
        self.with_bound_of_lifespan(self.current_density_ma_cm2 * self.lifespan_h / 2.0)
    }

    /// Zinc moved in a half-cycle as a dense layer, µm: C ∕ (5855 mA h cm⁻³).
    pub fn zinc_per_half_cycle_um(&self) -> f64 {
        self.areal_capacity_mah_cm2 / ZINC_VOLUMETRIC_CAPACITY_MAH_CM3 * 1e4
    }

    fn with_bound_of_lifespan(&self, value: f64) -> Derived {
        Derived {
            value,
            is_lower_bound: self.lifespan_is_lower_bound,
        }
    }
}
