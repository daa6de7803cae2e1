//! `summary.json`: what a run came to.
//! Here because a sweep reads one small file a case.
//! Must not know: how the run was computed.

use electrodeposition::cell::{
    Cell, CellObservation, CellStep, Electrode, EndReason, Event, ZincInventory,
};
use electrodeposition::dielectric::cell_maxwell_wagner_time_s;
use electrodeposition::kinetics::front_speed_m_s;
use electrodeposition::limits::Separator;
use electrodeposition::parameters::ValidCase;
use serde::Serialize;

/// Mean, peak and last of the voltage's magnitude.
#[derive(Debug)]
pub struct Voltages {
    last_v: f64,
    last_s: f64,
    peak_v: f64,
    integral_v_s: f64,
}

impl Voltages {
    pub fn starting_at(voltage_v: f64) -> Self {
        Self {
            last_v: voltage_v.abs(),
            last_s: 0.0,
            peak_v: voltage_v.abs(),
            integral_v_s: 0.0,
        }
    }

    /// Adds a step; the voltage is taken as linear within it.
    pub fn add(&mut self, step: &CellStep) {
        let voltage_v = step.voltage_v.abs();
        self.integral_v_s += 0.5 * (self.last_v + voltage_v) * (step.time_s - self.last_s);
        self.peak_v = self.peak_v.max(voltage_v);
        (self.last_v, self.last_s) = (voltage_v, step.time_s);
    }

    fn mean_v(&self) -> f64 {
        if self.last_s > 0.0 {
            self.integral_v_s / self.last_s
        } else {
            self.last_v
        }
    }
}

#[derive(Debug, Serialize)]
pub struct Summary {
    model: &'static str,
    version: &'static str,
    ended: Option<EndReason>,
    time_s: f64,
    n_steps: u32,
    charge_c_m2: f64,
    zinc_charge_c_m2: f64,
    hydrogen_charge_c_m2: f64,
    /// Zinc plated in all half-cycles together, as a dense layer (m³ per m²).
    plated_volume_m3_m2: f64,
    /// Charge booked against current times time, relative; zero where none was asked for.
    charge_error: f64,
    /// Salt unaccounted for over the salt there was.
    salt_error: f64,
    /// Share of the charge that plated, at the plating electrodes.
    coulombic_efficiency: f64,
    n_cycles: u32,
    /// Over the cycles that ended.
    mean_cycle_coulombic_efficiency: Option<f64>,
    last_cycle_coulombic_efficiency: Option<f64>,
    voltage_mean_v: f64,
    voltage_peak_v: f64,
    voltage_end_v: f64,
    limiting_current_a_m2: f64,
    limiting_current_ratio: f64,
    /// Only above the limiting current.
    sand_time_s: Option<f64>,
    wagner_number: f64,
    coating_to_charge_transfer: f64,
    /// In which charge gathers between film and solution; it changes no direct current. None without a film.
    maxwell_wagner_time_s: Option<f64>,
    /// Zinc of the whole cell.
    zinc: ZincInventory,
    working_electrode: Electrode,
    counter_electrode: Electrode,
    water_fraction: f64,
    zinc_error: f64,
    /// Every observed quantity at the end.
    end: CellObservation,
    events: Vec<SummaryEvent>,
    /// Hexadecimal: equal for equal cases on every platform.
    state_hash: String,
}

#[derive(Debug, Serialize)]
struct SummaryEvent {
    time_s: f64,
    programme_step: u32,
    event: Event,
}

pub fn of(
    case: &ValidCase,
    cell: &Cell,
    n_steps: u32,
    imposed_c_m2: f64,
    voltages: &Voltages,
    events: &[(CellStep, Event)],
) -> Summary {
    let (seen, balance, separator) = (cell.observe(), cell.balance(), Separator::of(case));
    let current_a_m2 = seen.current_density_a_m2.abs();
    let [working, counter] = *cell.electrodes();
    Summary {
        model: "cell",
        version: env!("CARGO_PKG_VERSION"),
        ended: cell.ended(),
        time_s: cell.time_s(),
        n_steps,
        charge_c_m2: balance.charge_c_m2,
        zinc_charge_c_m2: balance.zinc_charge_c_m2(),
        hydrogen_charge_c_m2: balance.hydrogen_charge_c_m2,
        // Speed per current times charge: Faraday's law for a volume.
        plated_volume_m3_m2: front_speed_m_s(balance.zinc_charge_c_m2()),
        charge_error: if imposed_c_m2 > 0.0 {
            (balance.charge_c_m2 - imposed_c_m2) / imposed_c_m2
        } else {
            0.0
        },
        salt_error: seen.salt_error,
        coulombic_efficiency: seen.coulombic_efficiency,
        n_cycles: cell.efficiency().n_cycles,
        mean_cycle_coulombic_efficiency: cell.efficiency().mean(),
        last_cycle_coulombic_efficiency: cell.efficiency().last_cycle,
        voltage_mean_v: voltages.mean_v(),
        voltage_peak_v: voltages.peak_v,
        voltage_end_v: voltages.last_v,
        limiting_current_a_m2: separator.limiting_current_a_m2(),
        limiting_current_ratio: seen.limiting_current_ratio,
        sand_time_s: seen
            .sand_time_ratio
            .is_some()
            .then(|| separator.sand_time_s(current_a_m2)),
        wagner_number: seen.wagner_number,
        coating_to_charge_transfer: seen.coating_to_charge_transfer,
        maxwell_wagner_time_s: cell_maxwell_wagner_time_s(case),
        zinc: cell.zinc_inventory(),
        working_electrode: working,
        counter_electrode: counter,
        water_fraction: seen.water_fraction,
        zinc_error: seen.zinc_error,
        end: seen,
        events: events
            .iter()
            .map(|(step, event)| SummaryEvent {
                time_s: step.time_s,
                programme_step: step.programme_step,
                event: *event,
            })
            .collect(),
        state_hash: format!("{:016x}", cell.state_hash()),
    }
}
