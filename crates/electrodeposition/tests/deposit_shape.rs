//! Shapes that must come out: a circle that stays round, caps that overhang their holes, two of them that merge.
//! Here because these are what a front that may turn over and join is for.
//! Must not know: how the front is kept.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// References and picks need not have the same bits on every platform.
#![allow(clippy::disallowed_methods)]

use electrodeposition::case::Case;
use electrodeposition::constants::{CHARGE_NUMBER, FARADAY_C_MOL, ZINC_MOLAR_VOLUME_M3_MOL};
use electrodeposition::deposit::{Deposit, FrontLabel};
use std::f64::consts::PI;

/// Kinetics so slow that the current is the same everywhere: a circle of 5 cells grows to one of 40.
#[test]
fn a_grown_circle_stays_round() {
    let mut case = Case::default();
    let n = f64::from(case.deposit.n_cells);
    let width_m = case.deposit.width_m;
    let cell_m = width_m / n;
    case.kinetics.exchange_current_density_a_m2 = 0.1;
    case.operation.current_density_a_m2 = 0.1;
    let area_m2 = PI * (40.0 * 40.0 - 5.0 * 5.0) * cell_m * cell_m;
    case.operation.areal_charge_c_m2 =
        area_m2 / width_m * CHARGE_NUMBER * FARADAY_C_MOL / ZINC_MOLAR_VOLUME_M3_MOL;
    let centre = [0.503 * width_m, 0.498 * width_m];
    let from_centre = |p: [f64; 2]| (p[0] - centre[0]).hypot(p[1] - centre[1]);
    let mut deposit = Deposit::with_shape(&case.validate().unwrap(), |x, y| {
        from_centre([x, y]) - 5.0 * cell_m
    })
    .unwrap();
    while !deposit.is_finished() {
        deposit.step().unwrap();
    }
    let radii: Vec<f64> = deposit
        .front()
        .map(|piece| from_centre(piece.start_m) / cell_m)
        .collect();
    let least = radii.iter().copied().fold(f64::INFINITY, f64::min);
    let most = radii.iter().copied().fold(0.0, f64::max);
    println!(
        "radius {least:.3} to {most:.3} cells against 40; limit 0.4; {} steps",
        deposit.observe().n_steps
    );
    assert!(least > 39.6 && most < 40.4);
}

/// A nearly insulating film with holes, at a current that starves the lower flanks of what grows through them.
fn mushrooms(pinholes: u32) -> Case {
    let mut case = Case::default();
    (case.deposit.nuclei, case.deposit.width_m) = (0, 32e-6);
    (case.coating.thickness_m, case.coating.conductivity_s_m) = (1e-6, 1e-6);
    (case.coating.pinholes, case.coating.pinhole_width_m) = (pinholes, 1e-6);
    case.operation.current_density_a_m2 = 2000.0;
    case.operation.areal_charge_c_m2 = 6.0 * 3.6e4;
    case.electrolyte.conductivity_s_m = 0.1;
    case
}

/// Separate pieces of metal among the node rows above `first_row`.
fn n_pieces_above(deposit: &Deposit, first_row: usize) -> usize {
    let (n, _) = deposit.n_cells();
    let metal: Vec<bool> = deposit
        .signed_distance_m()
        .iter()
        .map(|p| *p < 0.0)
        .collect();
    let mut seen = vec![false; metal.len()];
    let mut n_pieces = 0;
    for start in first_row * n..metal.len() {
        let mut stack = vec![start];
        let mut size = 0;
        while let Some(node) = stack.pop() {
            if !metal[node] || std::mem::replace(&mut seen[node], true) {
                continue;
            }
            size += 1;
            let (i, j) = (node % n, node / n);
            stack.extend([j * n + (i + 1) % n, j * n + (i + n - 1) % n]);
            if j > first_row {
                stack.push(node - n);
            }
            if j < n {
                stack.push(node + n);
            }
        }
        n_pieces += usize::from(size > 0);
    }
    n_pieces
}

/// Rows above the coated foil, which itself hardly grows in these cases.
fn row_above_foil(deposit: &Deposit) -> usize {
    let top = deposit
        .front()
        .map(|piece| piece.start_m[1].max(piece.end_m[1]))
        .fold(0.0, f64::max);
    (top / deposit.cell_size_m()) as usize + 3
}

#[test]
fn a_mushroom_overhangs_its_hole() {
    let mut case = mushrooms(1);
    case.operation.areal_charge_c_m2 = 3.0 * 3.6e4;
    let mut deposit = Deposit::new(&case.validate().unwrap()).unwrap();
    assert_eq!(
        deposit.observe().n_overhang_columns,
        0,
        "a flat foil overhangs nothing"
    );
    while !deposit.is_finished() {
        deposit.step().unwrap();
    }
    // Counted here from the level set alone: going up a column, metal ends more than once.
    let (n, _) = deposit.n_cells();
    let p = deposit.signed_distance_m();
    let ends = |i: usize| {
        (0..n)
            .filter(|j| p[j * n + i] < 0.0 && p[(j + 1) * n + i] >= 0.0)
            .count()
    };
    let n_multivalued = (0..n).filter(|i| ends(*i) > 1).count();
    let end = deposit.observe();
    println!(
        "{n_multivalued} columns of {n} cross the front more than once ({} over open electrolyte)",
        end.n_overhang_columns
    );
    assert!(n_multivalued >= 8 && end.n_overhang_columns >= 8);
}

#[test]
fn two_mushrooms_merge() {
    // In a better electrolyte the caps shield each other less and meet.
    let mut case = mushrooms(2);
    case.electrolyte.conductivity_s_m = 2.0;
    case.operation.areal_charge_c_m2 = 11.0 * 3.6e4;
    let mut deposit = Deposit::new(&case.validate().unwrap()).unwrap();
    let row = row_above_foil(&deposit);
    let voids = |deposit: &Deposit| deposit.potential_v().filter(Option::is_some).count();
    let mut history = vec![];
    while !deposit.is_finished() {
        let reached_before = voids(&deposit);
        deposit.step().unwrap();
        let pieces = n_pieces_above(&deposit, row);
        if history.last() != Some(&pieces) {
            println!(
                "step {}: {pieces} pieces above the film, {} voids; cells the current reaches {reached_before} -> {}",
                deposit.observe().n_steps,
                deposit.observe().n_voids,
                voids(&deposit)
            );
            history.push(pieces);
        }
    }
    let end = deposit.observe();
    println!(
        "pieces above the film over time: {history:?}; {} voids; charge error {:.1e}",
        end.n_voids, end.charge_error
    );
    assert_eq!(history.iter().max(), Some(&2), "two holes, two mushrooms");
    assert_eq!(history.last(), Some(&1), "they have merged");
    assert!(end.n_voids >= 1, "what they closed over is a void");
    assert!(end.charge_error.abs() < 1e-10);
}

/// What is symmetric at first stays symmetric: nothing in labels, closest pieces or sweeps may prefer a side. Labels
/// once broke ties by round-off and let one flank of a cap turn into film.
#[test]
fn mirror_images_grow_alike() {
    let mut case = mushrooms(1);
    case.operation.areal_charge_c_m2 = 3.0 * 3.6e4;
    let mut deposit = Deposit::new(&case.validate().unwrap()).unwrap();
    let (n, _) = deposit.n_cells();
    let hole = deposit
        .front()
        .filter(|piece| piece.label == FrontLabel::Pinhole);
    let ends = hole
        .flat_map(|piece| [piece.start_m[0], piece.end_m[0]])
        .fold((f64::INFINITY, 0.0_f64), |(a, b), x| (a.min(x), b.max(x)));
    // Column of the mirror, in half cells.
    let twice_centre = ((ends.0 + ends.1) / deposit.cell_size_m()).round() as usize;
    while !deposit.is_finished() {
        deposit.step().unwrap();
    }
    let level_set = deposit.signed_distance_m();
    let mirrored = |k: usize| k / n * n + (twice_centre + 2 * n - k % n) % n;
    let worst = (0..level_set.len())
        .map(|k| (level_set[k] - level_set[mirrored(k)]).abs())
        .fold(0.0, f64::max);
    println!(
        "mirror images differ by {:.1e} cells after {} steps",
        worst / deposit.cell_size_m(),
        deposit.observe().n_steps
    );
    assert!(worst < 1e-3 * deposit.cell_size_m());
}

/// A nucleus on inactive foil is a half disc: it spreads along the foil as fast as it rises, until its neighbours.
#[test]
fn a_nucleus_spreads_as_fast_as_it_rises() {
    let mut case = Case::default();
    (case.deposit.nuclei, case.deposit.nucleus_radius_m) = (1, 2e-6);
    case.operation.current_density_a_m2 = 1.0;
    case.operation.areal_charge_c_m2 = 4.0 * 3.6e4;
    let width_m = case.deposit.width_m;
    let mut deposit = Deposit::new(&case.validate().unwrap()).unwrap();
    while !deposit.is_finished() {
        deposit.step().unwrap();
    }
    let end = deposit.observe();
    let half_width_m = 0.5 * end.coverage * width_m;
    let foil_m = deposit
        .front()
        .map(|piece| piece.start_m[1])
        .fold(f64::INFINITY, f64::min);
    let top_m = deposit
        .front()
        .map(|piece| piece.start_m[1])
        .fold(0.0, f64::max);
    // Half disc of the plated area: π (r² − r0²)/2.
    let radius_m = (2.0 * end.plated_volume_m2 / PI + 4e-12_f64).sqrt();
    println!(
        "rises {:.3e} m, half width {half_width_m:.3e} m, against {radius_m:.3e} m; a cell is {:.1e} m",
        top_m - foil_m,
        deposit.cell_size_m()
    );
    assert!((top_m - foil_m - radius_m).abs() < deposit.cell_size_m());
    assert!((half_width_m - radius_m).abs() < deposit.cell_size_m());
}
