//! Field solves and explicit diffusion on grids from 64² to 1024².
//! Here because these two loops are where all time is spent, and their cost for a cell must not grow with the grid.
//! Must not know: zinc.

use std::hint::black_box;

use electrodeposition::phase_field::{Nucleus, ShrinkingDisc};
use physics_bench::FieldSolve;

use super::{Figure, timing};

/// What a cycle in single precision must move for each cell of the finest grid, bytes. On the way down it reads the
/// right-hand side in double precision, the matrix (three vectors, and sinks of red cells), and writes right-hand side and
/// correction; on the way up it reads all these but the sinks and changes the correction, reads two vectors in double
/// precision for the products with it, and writes it in double precision.
const CYCLE_TRAFFIC_BYTES: f64 =
    (8.0 + 4.0 * (3.0 + 0.5) + 4.0 * 2.0) + (4.0 * (3.0 + 1.0 + 2.0) + 8.0 * 2.0 + 8.0);
/// Multiplications and additions of a cycle for each cell of the finest grid, on that grid alone: half a cell times one, seven
/// times nine for the half-sweeps, sixteen for a remainder; one for the correction and six at its hand-over.
const CYCLE_OPERATIONS: f64 = 0.5 * (1.0 + 7.0 * 9.0 + 16.0) + 1.0 + 6.0;

/// Steps of the disc after which another program must find the same mean.
const DISC_STEPS: u32 = 200;
/// Steps of the disc that one call takes.
const DISC_STEPS_AT_ONCE: u32 = 8;

pub const GRIDS: [usize; 5] = [64, 128, 256, 512, 1024];

pub fn measure() -> Vec<Figure> {
    GRIDS.into_iter().flat_map(on_grid).collect()
}

fn on_grid(n: usize) -> Vec<Figure> {
    let cells = (n * n) as f64;
    let figure = |name, value, unit| Figure {
        name,
        n_cells: Some(n),
        value,
        unit,
    };
    let mut nucleus = Nucleus::new(1.0, n);
    let update_s = timing::seconds(|| nucleus.step());

    let mut disc = ShrinkingDisc::new(n / ShrinkingDisc::SIDE_UNIT);
    disc.advance(DISC_STEPS);
    let disc_mean = disc.mean();
    let disc_s = timing::seconds(|| disc.advance(DISC_STEPS_AT_ONCE));

    let mut field = FieldSolve::new(n);
    let cycle_s = timing::seconds(|| {
        field.cycle();
        black_box(&field);
    });
    let mut iterations = 0;
    let solve_s = timing::seconds(|| iterations = field.solve());
    let top_potential = field.top_potential();
    vec![
        figure(
            "explicit Allen-Cahn, Heun, cell updates",
            cells / update_s,
            "s⁻¹",
        ),
        // Heun's method asks for two rates a step.
        figure(
            "explicit Allen-Cahn, cell rates",
            2.0 * cells / update_s,
            "s⁻¹",
        ),
        figure(
            "shrinking disc, single precision, cell updates",
            f64::from(DISC_STEPS_AT_ONCE) * cells / disc_s,
            "s⁻¹",
        ),
        figure(
            "shrinking disc, single precision, mean after 200 steps",
            disc_mean,
            "1",
        ),
        figure("multigrid, V-cycles", 1.0 / cycle_s, "s⁻¹"),
        figure(
            "multigrid, V-cycle, time for a cell",
            cycle_s / cells * 1e9,
            "ns",
        ),
        // To be read beside the memory's own figure: where a grid is in a cache, it may be more.
        figure(
            "multigrid, V-cycle, traffic of the finest grid alone",
            CYCLE_TRAFFIC_BYTES * cells / cycle_s / 1e9,
            "GB s⁻¹",
        ),
        figure(
            "multigrid, V-cycle, arithmetic of the finest grid alone",
            CYCLE_OPERATIONS * cells / cycle_s / 1e9,
            "10⁹ s⁻¹",
        ),
        figure(
            "field solve, contrast 1e4, iterations to 1e-10",
            f64::from(iterations),
            "1",
        ),
        figure("field solve, contrast 1e4, time", solve_s * 1e3, "ms"),
        figure(
            "field solve, contrast 1e4, time for a cell",
            solve_s / cells * 1e9,
            "ns",
        ),
        // What another program must find, too.
        figure(
            "field solve, contrast 1e4, mean potential of the top row",
            top_potential,
            "1",
        ),
    ]
}
