//! What was measured beside what is simulated: every row can be computed, and says what it assumes.
//! Here because rows without pass or fail could rot unseen.
//! Must not know: how near a row should come.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use electrodeposition::validation::unfitted;

#[test]
fn every_measurement_has_a_number_beside_it() {
    let mut n_with_i0 = 0;
    for measured in unfitted() {
        let row = measured
            .run()
            .unwrap_or_else(|error| panic!("{}: {error}", measured.name));
        println!(
            "{}: reported {:.5}, simulated {:.5} {}, i₀ needed {:?} A m⁻² ({}; {})",
            row.name,
            row.reported,
            row.simulated,
            row.unit,
            row.needed_i0_a_m2,
            row.source,
            row.assumed
        );
        assert!(row.simulated.is_finite() && row.simulated > 0.0);
        assert!(!row.source.is_empty() && !row.assumed.is_empty());
        if let Some(i0_a_m2) = row.needed_i0_a_m2 {
            assert!((0.1..=1500.0).contains(&i0_a_m2));
            n_with_i0 += 1;
        }
    }
    assert!(
        n_with_i0 >= 3,
        "{n_with_i0} rows could be met by another i₀"
    );
}
