//! Same case, same bits; and no valid case ends in a panic or in numbers that are none.
//! Here because a reader's run, the command line's and a colleague's must be the same run.
//! Must not know: what the numbers mean.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// References and picks need not have the same bits on every platform.
#![allow(clippy::disallowed_methods)]

use electrodeposition::case::Case;
use electrodeposition::constants::{CHARGE_NUMBER, FARADAY_C_MOL, ZINC_MOLAR_VOLUME_M3_MOL};
use electrodeposition::deposit::{Deposit, DepositError};
use electrodeposition::parameters::parameters;

fn hash_after(case: &Case) -> (u64, u32) {
    let mut deposit = Deposit::new(&case.clone().validate().unwrap()).unwrap();
    while !deposit.is_finished() {
        deposit.step().unwrap();
    }
    (deposit.state_hash(), deposit.observe().n_steps)
}

#[test]
fn same_case_same_bits_other_seed_other_bits() {
    let mut case = Case::default();
    (case.deposit.n_cells, case.deposit.nuclei) = (64, 0);
    (case.coating.thickness_m, case.coating.conductivity_s_m) = (5e-6, 2e-3);
    (case.coating.pinholes, case.coating.pinhole_width_m) = (2, 2e-6);
    case.operation.areal_charge_c_m2 = 25.0 * 3.6e4;
    let (first, n_steps) = hash_after(&case);
    let (second, _) = hash_after(&case);
    case.run.seed += 1;
    let (other, _) = hash_after(&case);
    println!("{n_steps} steps with pinholes: {first:016x}, {second:016x}; other seed {other:016x}");
    assert!(n_steps >= 200);
    assert_eq!(first, second);
    assert_ne!(first, other);
}

/// xorshift64: any fixed stream will do to pick cases.
struct Picks(u64);

impl Picks {
    fn uniform(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Every parameter anywhere in its range; the grid is kept small and the run short.
fn random_case(picks: &mut Picks) -> Case {
    let mut case = Case::default();
    for row in parameters() {
        let share = picks.uniform();
        let value = if row.log_scale {
            row.min * (row.max / row.min).powf(share)
        } else {
            row.min + share * (row.max - row.min)
        };
        let value = if row.integer { value.round() } else { value };
        case.set(row.path, value).unwrap();
    }
    case.deposit.n_cells = 64;
    case.run.max_steps = 40;
    if picks.uniform() < 0.3 {
        (
            case.coating.thickness_m,
            case.coating.conductivity_s_m,
            case.coating.pinholes,
        ) = (0.0, 0.0, 0);
    } else {
        case.coating.pinholes %= 4;
        case.coating.pinhole_width_m = case.deposit.width_m * picks.uniform() / 5.0;
    }
    case.deposit.nuclei = if picks.uniform() < 0.5 {
        0
    } else {
        1 + case.deposit.nuclei % 16
    };
    // The first metal must leave room for electrolyte; what does not is refused, which another test may show.
    case.deposit.foil_thickness_m = case.deposit.width_m * 0.2 * picks.uniform();
    case.deposit.nucleus_radius_m = case.deposit.width_m * 0.1 * picks.uniform();
    case.deposit.initial_roughness_m = case.deposit.width_m * 0.02 * picks.uniform();
    // Each lever that is off by default is off in part of the cases; a starved surface has few others.
    let mut off = |share: f64| picks.uniform() < share;
    if off(0.5) {
        case.coating.conformality = 1.0;
    }
    if off(0.5) {
        case.deposit.edge_basal_ratio = 1.0;
    }
    if off(0.8) {
        case.coating.electronic_conductivity_s_m = 0.0;
    }
    if off(0.5) {
        case.coating.crack_strain = 0.0;
    }
    if off(0.5) {
        case.deposit.nucleation_rate_m_s = 0.0;
    }
    case.operation.n_half_cycles = if off(0.7) { 1 } else { 3 };
    if off(0.85) || case.is_coated() {
        case.deposit.starved_length_m = 0.0;
    } else {
        (case.deposit.salt_transport, case.deposit.hydrogen) = (0, 0);
        (
            case.deposit.edge_basal_ratio,
            case.deposit.nucleation_rate_m_s,
        ) = (1.0, 0.0);
    }
    // A film that zinc grows on top of takes room, too.
    case.coating.thickness_m = case.coating.thickness_m.min(0.3 * case.deposit.width_m);
    case
}

#[test]
fn random_valid_cases_end_without_panic_or_lost_numbers() {
    let mut picks = Picks(0x5eed_2021_0c0a_57ed);
    let (mut n_run, mut n_refused, mut n_ended_early) = (0, 0, vec![]);
    while n_run < 50 {
        let Ok(case) = random_case(&mut picks).validate() else {
            n_refused += 1;
            continue;
        };
        n_run += 1;
        let mut failure = None;
        match Deposit::new(&case) {
            Err(error) => failure = Some(error),
            Ok(mut deposit) => {
                while !deposit.is_finished() && failure.is_none() {
                    failure = deposit.step().err();
                }
                let end = deposit.observe();
                let numbers = [
                    end.voltage_v,
                    end.roughness_rq_m,
                    end.tip_height_m,
                    end.coverage,
                    end.time_s,
                ];
                assert!(numbers.iter().all(|x| x.is_finite()), "{end:?} of {case:?}");
                if failure.is_none() {
                    // Where next to nothing was plated, 1e-13 of the window is what its area loses to round-off.
                    let plated_m2 = end.plated_charge_c_m2.max(end.stripped_charge_c_m2)
                        * case.deposit.width_m
                        * ZINC_MOLAR_VOLUME_M3_MOL
                        / (CHARGE_NUMBER * FARADAY_C_MOL);
                    let round_off = 1e-13 * case.deposit.width_m.powi(2) / plated_m2;
                    assert!(
                        end.charge_error.abs() <= round_off.max(1e-9),
                        "{end:?} of {case:?}"
                    );
                }
            }
        }
        if let Some(error) = failure {
            assert!(
                !matches!(error, DepositError::NotANumber { .. }),
                "{error} of {case:?}"
            );
            n_ended_early.push((error, case));
        }
    }
    println!(
        "50 cases ({n_refused} invalid ones skipped), {} ended by a detector:",
        n_ended_early.len()
    );
    for (error, case) in &n_ended_early {
        println!("{error}: {:?}", **case);
    }
    assert!(n_ended_early.len() <= 10);
}

#[test]
fn a_window_without_room_is_refused() {
    let mut case = Case::default();
    case.deposit.foil_thickness_m = 0.95 * case.deposit.width_m;
    let refused = Deposit::new(&case.validate().unwrap()).err();
    assert!(
        matches!(refused, Some(DepositError::NoRoom { .. })),
        "{refused:?}"
    );
}
