//! Grains that grow faster across their planes than on them: roughness follows the spread of their tilts.
//! Here because texture is what most interphases are said to change.
//! Must not know: how a grain is stored.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use electrodeposition::case::Case;
use electrodeposition::deposit::Deposit;
use std::f64::consts::PI;

/// Rq after 8 mA h cm⁻², mean of three seeds, m.
fn roughness(spread_degrees: f64, edge_basal_ratio: f64) -> f64 {
    let seeds = [1, 2, 3];
    let sum: f64 = seeds
        .iter()
        .map(|seed| {
            let mut case = Case::default();
            (case.run.seed, case.deposit.nuclei) = (*seed, 0);
            case.deposit.edge_basal_ratio = edge_basal_ratio;
            case.deposit.orientation_spread_rad = spread_degrees * PI / 180.0;
            case.operation.areal_charge_c_m2 = 8.0 * 3.6e4;
            let mut deposit = Deposit::new(&case.validate().unwrap()).unwrap();
            while !deposit.is_finished() {
                deposit.step().unwrap();
            }
            let end = deposit.observe();
            assert!(end.charge_error.abs() < 1e-8);
            end.roughness_rq_m
        })
        .sum();
    sum / seeds.len() as f64
}

#[test]
fn roughness_grows_with_the_spread_of_orientation() {
    let spreads = [2.0, 5.0, 10.0, 20.0];
    let rough = spreads.map(|spread| roughness(spread, 5.0));
    println!(
        "Rq at spreads of {spreads:?} degrees: {:.2?} µm (prototype 0.22, 0.64, 1.39, 2.43)",
        rough.map(|m| m * 1e6)
    );
    assert!(rough.windows(2).all(|pair| pair[1] > pair[0]));
}

/// Tilted grains of an isotropic metal are as smooth as untilted ones; so are untilted grains of any anisotropy.
#[test]
fn neither_tilt_nor_anisotropy_alone_roughens() {
    let (isotropic, untilted) = (roughness(20.0, 1.0), roughness(0.0, 5.0));
    println!("isotropic {isotropic:.2e} m, untilted {untilted:.2e} m");
    assert!(isotropic < 1e-9 && untilted < 1e-9);
}
