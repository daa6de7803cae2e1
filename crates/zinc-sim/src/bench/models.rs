//! Steps of the deposit and of the cell.
//! Here because a reader waits for steps, not for field solves.
//! Must not know: how a step is taken.

use std::hint::black_box;
use std::time::Instant;

use anyhow::Context;
use electrodeposition::case::Case;
use electrodeposition::cell::Cell;
use electrodeposition::deposit::Deposit;

use super::fields::GRIDS;
use super::{Figure, timing};

/// Steps of the deposit are counted over at least this long, s, and this many steps.
const WHILE_S: f64 = 0.5;
const MIN_STEPS: u32 = 5;

pub fn measure() -> anyhow::Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for n in GRIDS {
        figures.push(deposit(n)?);
    }
    figures.extend(half_cycle()?);
    figures.extend(cell()?);
    Ok(figures)
}

/// A coated foil with two pinholes.
fn deposit(n: usize) -> anyhow::Result<Figure> {
    let mut case = Case::default();
    case.deposit.n_cells = n as u32;
    case.deposit.nuclei = 0;
    (case.coating.thickness_m, case.coating.conductivity_s_m) = (1e-6, 4e-4);
    (case.coating.pinholes, case.coating.pinhole_width_m) = (2, 4e-6);
    let valid = case
        .validate()
        .map_err(|errors| anyhow::anyhow!("{errors:?}"))?;
    let mut deposit = Deposit::new(&valid).context("the deposit cannot start")?;
    let (start, mut n_steps) = (Instant::now(), 0_u32);
    while !deposit.is_finished() && (start.elapsed().as_secs_f64() < WHILE_S || n_steps < MIN_STEPS)
    {
        deposit.step().context("the run failed")?;
        n_steps += 1;
    }
    Ok(Figure {
        name: "deposit, steps with pinholes",
        n_cells: Some(n),
        value: f64::from(n_steps) / start.elapsed().as_secs_f64(),
        unit: "s⁻¹",
    })
}

/// One half-cycle of the default case, and the voltage that another program must find at its end, too.
fn half_cycle() -> anyhow::Result<Vec<Figure>> {
    let valid = Case::default()
        .validate()
        .map_err(|errors| anyhow::anyhow!("{errors:?}"))?;
    let run = || -> anyhow::Result<f64> {
        let mut cell = Cell::new(&valid).context("the cell cannot start")?;
        while cell.ended().is_none() {
            cell.step().context("the run failed")?;
        }
        Ok(cell.observe().voltage_v)
    };
    let voltage_v = run()?;
    let seconds = timing::seconds(|| {
        let _ = black_box(run());
    });
    let figure = |name, value, unit| Figure {
        name,
        n_cells: None,
        value,
        unit,
    };
    Ok(vec![
        figure("cell, 100 volumes, one half-cycle", seconds * 1e3, "ms"),
        figure("cell, 100 volumes, voltage at its end", voltage_v, "V"),
    ])
}

/// A thousand cycles of one hour: half an hour each way at 20 A m⁻².
fn cell() -> anyhow::Result<Vec<Figure>> {
    let mut case = Case::default();
    case.operation.current_density_a_m2 = 20.0;
    case.operation.areal_charge_c_m2 = 3.6e4;
    case.operation.n_half_cycles = 2000;
    case.run.max_steps = 100_000_000;
    let valid = case
        .validate()
        .map_err(|errors| anyhow::anyhow!("{errors:?}"))?;
    let mut cell = Cell::new(&valid).context("the cell cannot start")?;
    let (start, mut n_steps) = (Instant::now(), 0_u32);
    while cell.ended().is_none() {
        cell.step().context("the run failed")?;
        n_steps += 1;
    }
    let seconds = start.elapsed().as_secs_f64();
    let figure = |name, value, unit| Figure {
        name,
        n_cells: None,
        value,
        unit,
    };
    Ok(vec![
        figure(
            "cell, 100 volumes, steps",
            f64::from(n_steps) / seconds,
            "s⁻¹",
        ),
        figure("cell, 1000 cycles of one hour", seconds, "s"),
    ])
}
