//! Derived numbers of all 45 conditions against a second computation, printed to the digits given there.
//! Here because both page and exports derive these numbers.
//! Must not know: how they are shown.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

/// Material, half-cycle (h), cycles, cumulative plated capacity (mA h cm⁻²), zinc per half-cycle (µm), lower bound.
#[rustfmt::skip]
const DERIVED: [(&str, f64, f64, f64, f64, bool); 45] = [
    ("indium", 1.0, 750.0, 150.0, 0.34, false),
    ("indium", 1.0, 250.0, 250.0, 1.71, true),
    ("tin", 1.0, 400.0, 400.0, 1.71, false),
    ("silver", 1.0, 700.0, 140.0, 0.34, true),
    ("silver", 1.0, 75.0, 150.0, 3.42, false),
    ("cng", 2.0, 1375.0, 687.5, 0.85, false),
    ("cng", 0.5, 2956.0, 1478.0, 0.85, false),
    ("g-c3n4", 1.0, 250.0, 500.0, 3.42, false),
    ("g-c3n4", 0.5, 120.0, 600.0, 8.54, false),
    ("znf2-coating", 1.0, 1250.0, 1250.0, 1.71, false),
    ("znf2-coating", 1.0, 295.0, 2950.0, 17.08, false),
    ("zro2", 0.5, 3800.0, 475.0, 0.21, true),
    ("zro2", 0.2, 5250.0, 5250.0, 1.71, true),
    ("f-tio2", 1.0, 230.0, 230.0, 1.71, false),
    ("f-tio2", 1.0, 140.0, 280.0, 3.42, false),
    ("caco3", 0.2, 2000.0, 100.0, 0.09, true),
    ("mmt-zn", 0.25, 2000.0, 500.0, 0.43, true),
    ("mmt-zn", 4.5, 111.1, 5000.0, 76.86, true),
    ("bto", 1.0, 2050.0, 2050.0, 1.71, false),
    ("bto", 0.5, 720.0, 3600.0, 8.54, false),
    ("hsgdy", 1.0, 1200.0, 600.0, 0.85, false),
    ("hsgdy", 1.0, 1200.0, 2400.0, 3.42, false),
    ("pa", 0.5, 8000.0, 2000.0, 0.43, false),
    ("pa", 1.0, 35.0, 350.0, 17.08, false),
    ("cop-cmc", 0.2, 10000.0, 500.0, 0.09, true),
    ("cop-cmc", 0.6, 1666.7, 5000.0, 5.12, true),
    ("polyimide", 0.5, 300.0, 600.0, 3.42, false),
    ("zif-8", 0.5, 1200.0, 1200.0, 1.71, false),
    ("zif-8", 1.0, 350.0, 700.0, 3.42, false),
    ("tio2-pvdf", 1.0, 1000.0, 885.0, 1.51, false),
    ("tio2-pvdf", 1.0, 125.0, 1106.25, 15.12, false),
    ("il-skinny-gel", 1.0, 500.0, 50.0, 0.17, false),
    ("il-skinny-gel", 3.6, 55.6, 100.0, 3.07, false),
    ("nafion-zn-x", 0.5, 1000.0, 500.0, 0.85, false),
    ("nafion-zn-x", 10.0, 50.0, 500.0, 17.08, true),
    ("znf2-sei", 0.5, 3000.0, 750.0, 0.43, true),
    ("zn3-po4-2-4h2o", 1.0, 600.0, 600.0, 1.71, false),
    ("zn3-po4-2-4h2o", 5.0, 80.0, 400.0, 8.54, false),
    ("zn12-so4-3-cl3-oh-15-5h2o-znso3-zns", 1.0, 500.0, 250.0, 0.85, false),
    ("znf2-zn5-co3-2-oh-6-organic", 1.0, 600.0, 300.0, 0.85, false),
    ("zns", 1.0, 550.0, 1100.0, 3.42, false),
    ("znse", 1.0, 750.0, 750.0, 1.71, false),
    ("znse", 0.1, 7500.0, 7500.0, 1.71, false),
    ("zco", 1.0, 700.0, 700.0, 1.71, false),
    ("zco", 1.0, 700.0, 1400.0, 3.42, false),
];

#[test]
fn derived_numbers_equal_their_second_computation() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../content")
        .canonicalize()
        .unwrap();
    let review = review::parse(&content).unwrap();
    for (row, expected) in review.conditions.iter().zip(DERIVED) {
        let (material, half_cycle_h, n_cycles, plated, zinc_um, bound) = expected;
        assert_eq!(row.material, material);
        let near = |computed: f64, printed: f64, half_a_digit: f64| {
            assert!(
                (computed - printed).abs() <= half_a_digit,
                "{}: {computed} not {printed}",
                row.id
            );
        };
        near(row.half_cycle_h(), half_cycle_h, 1e-9);
        near(row.n_cycles().value, n_cycles, 0.05);
        near(
            row.cumulative_plated_capacity_mah_cm2().value,
            plated,
            0.005,
        );
        near(row.zinc_per_half_cycle_um(), zinc_um, 0.005);
        assert_eq!(row.n_cycles().is_lower_bound, bound, "{}", row.id);
        assert_eq!(
            row.cumulative_plated_capacity_mah_cm2().is_lower_bound,
            bound,
            "{}",
            row.id
        );
    }
}
