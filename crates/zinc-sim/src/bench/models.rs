//! Steps of the deposit and of the cell.
//! Here because a reader waits for steps, not for field solves.
//! Must not know: how a step is taken.

use std::hint::black_box;
use std::time::Instant;

use anyhow::Context;
use physics_bench::{
    Plating, ProblemError, half_cycle, hourly_cycles, plating_with_facets, plating_with_pinholes,
};

use super::fields::GRIDS;
use super::{Figure, timing};

/// The first steps of a deposit are timed, as many on every machine, because later ones have more front to move; the best of
/// so many deposits counts.
const N_DEPOSITS: u32 = 3;
const MOST_STEPS: u32 = 64;
const FEWEST_STEPS: u32 = 5;
/// Cells of all steps together, where neither bound holds.
const CELLS_OF_STEPS: usize = 1 << 22;
/// Cells a side of the runs that are timed from their first step to their last.
const WHOLE_RUN_CELLS: usize = 256;

pub fn measure() -> anyhow::Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for n in GRIDS {
        figures.push(steps(n)?);
    }
    let n = WHOLE_RUN_CELLS;
    let names = [
        "deposit, 10 mA h cm⁻² with pinholes",
        "deposit, 10 mA h cm⁻² with pinholes, steps",
    ];
    figures.extend(whole_run(names, plating_with_pinholes(n))?);
    let names = [
        "deposit, 10 mA h cm⁻² with facets",
        "deposit, 10 mA h cm⁻² with facets, steps",
    ];
    figures.extend(whole_run(names, plating_with_facets(n))?);
    figures.extend(cell()?);
    Ok(figures)
}

fn figure(name: &'static str, n_cells: Option<usize>, value: f64, unit: &'static str) -> Figure {
    Figure {
        name,
        n_cells,
        value,
        unit,
    }
}

fn steps(n: usize) -> anyhow::Result<Figure> {
    let n_steps = ((CELLS_OF_STEPS / (n * n)) as u32).clamp(FEWEST_STEPS, MOST_STEPS);
    let mut per_second = 0.0_f64;
    for _ in 0..N_DEPOSITS {
        let mut plating = plating_with_pinholes(n).context("the deposit cannot start")?;
        let start = Instant::now();
        for _ in 0..n_steps {
            plating.step().context("the run failed")?;
        }
        per_second = per_second.max(f64::from(n_steps) / start.elapsed().as_secs_f64());
    }
    Ok(figure(
        "deposit, steps with pinholes",
        Some(n),
        per_second,
        "s⁻¹",
    ))
}

fn whole_run(
    [time, steps]: [&'static str; 2],
    plating: Result<Plating, ProblemError>,
) -> anyhow::Result<Vec<Figure>> {
    let mut plating = plating.context("the deposit cannot start")?;
    let (start, mut n_steps) = (Instant::now(), 1_u32);
    while plating.step().context("the run failed")? {
        n_steps += 1;
    }
    let seconds = start.elapsed().as_secs_f64();
    let n = Some(WHOLE_RUN_CELLS);
    Ok(vec![
        figure(time, n, seconds, "s"),
        figure(steps, n, f64::from(n_steps), "1"),
    ])
}

fn cell() -> anyhow::Result<Vec<Figure>> {
    // Another program must find this voltage, too.
    let voltage_v = half_cycle().context("the half-cycle failed")?;
    let seconds = timing::seconds(|| {
        let _ = black_box(half_cycle());
    });
    let start = Instant::now();
    let n_steps = hourly_cycles(1000).context("the run failed")?;
    let cycles_s = start.elapsed().as_secs_f64();
    Ok(vec![
        figure(
            "cell, 100 volumes, one half-cycle",
            None,
            seconds * 1e3,
            "ms",
        ),
        figure(
            "cell, 100 volumes, voltage at its end",
            None,
            voltage_v,
            "V",
        ),
        figure(
            "cell, 100 volumes, steps",
            None,
            f64::from(n_steps) / cycles_s,
            "s⁻¹",
        ),
        figure("cell, 1000 cycles of one hour", None, cycles_s, "s"),
    ])
}
