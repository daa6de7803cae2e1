//! Runs one deposit and prints what it became and what it cost.
//! Here because the cost of a step is watched on the machine at hand, outside any test.
//! Must not know: anything that is not in the crate's public interface.
//!
//! `cargo run --release -p electrodeposition --example deposit -- [key=value ...]` with the paths of the parameter
//! table, e.g. `deposit.n_cells=256 coating.pinholes=2`. With `draw=1` the metal is drawn in characters.

use electrodeposition::case::Case;
use electrodeposition::deposit::Deposit;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut case = Case::default();
    let mut draws = false;
    for argument in std::env::args().skip(1) {
        let (path, value) = argument
            .split_once('=')
            .ok_or("arguments look like table.field=value")?;
        if path == "draw" {
            draws = value != "0";
        } else {
            case.set(path, value.parse()?)?;
        }
    }
    let case = case.validate().map_err(|errors| format!("{errors:?}"))?;
    let started = Instant::now();
    let mut deposit = Deposit::new(&case)?;
    println!(
        "first field: {:.2} ms, {:?}",
        started.elapsed().as_secs_f64() * 1e3,
        deposit.observe()
    );
    let started = Instant::now();
    let (mut n_cg, mut n_newton, mut n_retries, mut most_shift) = (0, 0, 0, 0.0_f64);
    while !deposit.is_finished() {
        let report = deposit.step()?;
        n_cg += report.n_cg_iterations;
        n_newton += report.n_newton;
        n_retries += report.n_retries;
        most_shift = most_shift.max(report.shift_cells.abs());
    }
    let seconds = started.elapsed().as_secs_f64();
    let end = deposit.observe();
    let steps = f64::from(end.n_steps.max(1));
    println!("{:?}: {end:#?}", deposit.outcome());
    println!("hash {:016x}", deposit.state_hash());
    println!(
        "{} steps, {:.3} ms a step, {:.2} CG and {:.2} Newton iterations a step, {n_retries} retries, largest shift {most_shift:.4} cells",
        end.n_steps,
        seconds * 1e3 / steps,
        f64::from(n_cg) / steps,
        f64::from(n_newton) / steps,
    );
    if draws {
        draw(&deposit);
    }
    Ok(())
}

/// Two rows of cells a line.
fn draw(deposit: &Deposit) {
    let (n, _) = deposit.n_cells();
    let level_set = deposit.signed_distance_m();
    for j in (0..n).step_by(2).rev() {
        let line: String = (0..n)
            .map(|i| if level_set[j * n + i] < 0.0 { '#' } else { '.' })
            .collect();
        if line.contains('#') {
            println!("{line}");
        }
    }
}
