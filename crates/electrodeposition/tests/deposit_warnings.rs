//! Doubts that a deposit states about itself: each appears where it should, and none in a plain run.
//! Here because a warning that never shows, or always does, is none.
//! Must not know: how a doubt is found.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use electrodeposition::case::Case;
use electrodeposition::deposit::{Deposit, DepositWarning};

fn doubts(change: impl Fn(&mut Case)) -> Vec<DepositWarning> {
    let mut case = Case::default();
    change(&mut case);
    Deposit::new(&case.validate().unwrap())
        .unwrap()
        .warnings()
        .collect()
}

fn film(case: &mut Case, thickness_m: f64, conductivity_s_m: f64) {
    case.coating.thickness_m = thickness_m;
    case.coating.conductivity_s_m = conductivity_s_m;
}

#[test]
fn a_plain_run_has_no_doubts() {
    let mut deposit = Deposit::new(&Case::default().validate().unwrap()).unwrap();
    while !deposit.is_finished() {
        deposit.step().unwrap();
        assert_eq!(deposit.warnings().collect::<Vec<_>>(), []);
    }
}

#[test]
fn each_doubt_shows_where_it_should() {
    use DepositWarning::*;
    let narrow = doubts(|case| {
        film(case, 1e-6, 1e-2);
        (case.coating.pinholes, case.coating.pinhole_width_m) = (1, 1e-6);
    });
    assert_eq!(narrow, [FeatureUnresolved]);
    let thin_rigid = doubts(|case| {
        film(case, 0.5e-6, 1e-2);
        case.coating.conformality = 0.0;
    });
    assert!(thin_rigid.contains(&FeatureUnresolved), "{thin_rigid:?}");
    let spiked = doubts(|case| {
        film(case, 1e-6, 1e-6);
        (case.coating.pinholes, case.coating.pinhole_width_m) = (1, 0.5e-6);
        (case.deposit.nuclei, case.electrolyte.conductivity_s_m) = (0, 20.0);
    });
    assert!(spiked.contains(&SpikedCurrent), "{spiked:?}");
    let free = doubts(|case| {
        case.kinetics.exchange_current_density_a_m2 = 1500.0;
        (case.deposit.width_m, case.electrolyte.conductivity_s_m) = (1e-3, 0.1);
        case.deposit.nucleus_radius_m = 4e-5;
    });
    assert!(free.contains(&ResistanceBelowCell), "{free:?}");
    assert!(free.contains(&CapillarityUnresolved), "{free:?}");
    let starved = doubts(|case| case.deposit.starved_length_m = 0.5e-6);
    assert_eq!(starved, [StarvedLengthUnresolved, Potentiostatic]);
}
