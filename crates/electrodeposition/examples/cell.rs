//! A thousand one-hour cycles of the cell, and how long they take on this machine.
//! Here because the engine knows no clock, and a speed that is claimed must be easy to measure again.
//! Must not know: what the numbers are compared with.
//!
//! `cargo run --release -p electrodeposition --example cell`

use std::time::Instant;

use electrodeposition::case::Case;
use electrodeposition::cell::Cell;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut case = Case::default();
    case.operation.current_density_a_m2 = 10.0;
    case.operation.areal_charge_c_m2 = 1.8e4;
    case.operation.n_half_cycles = 2000;
    case.run.max_steps = 1_000_000;
    // Hot spots would bridge the separator long before.
    case.surface.heterogeneity = 0.0;
    let case = case.validate().map_err(|errors| format!("{errors:?}"))?;
    for _ in 0..3 {
        let mut cell = Cell::new(&case)?;
        let start = Instant::now();
        let mut n_steps = 0_u32;
        while cell.ended().is_none() {
            cell.step()?;
            n_steps += 1;
        }
        let elapsed_s = start.elapsed().as_secs_f64();
        println!(
            "{n_steps} steps, {} half-cycles in {elapsed_s:.3} s ({:.2} µs a step); ended: {:?}, voltage {:.6} V, state {:016x}",
            cell.programme_step() + 1,
            1e6 * elapsed_s / f64::from(n_steps),
            cell.ended(),
            cell.observe().voltage_v,
            cell.state_hash()
        );
    }
    Ok(())
}
