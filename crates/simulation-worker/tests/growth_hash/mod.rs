//! One run and the bits it ends in, for every machine.
//! Here because the native test and the one in a browser must compare with the same number.
//! Must not know: where it runs.

use electrodeposition::case::Case;
use simulation_worker::{Growth, Model};

/// The bits of deposit and cell after [`N_STEPS`] steps, written down from a native run.
/// A change of the engine's arithmetic changes them: take the new value from the native failure, then run both.
const HASH: u64 = 0x0f83_96ba_72b7_560c;
const N_STEPS: u32 = 200;

/// A film with two pinholes: every label, the film's resistance and the kinetics take part.
pub fn coated() -> Case {
    let mut case = Case::default();
    case.coating.thickness_m = 2e-6;
    case.coating.conductivity_s_m = 1e-3;
    case.coating.transference_number = 0.8;
    case.coating.diffusivity_m2_s = 1e-11;
    case.coating.concentration_mol_m3 = 1000.0;
    case.coating.pinholes = 2;
    case.coating.pinhole_width_m = 4e-6;
    case.deposit.nuclei = 0;
    case.operation.areal_charge_c_m2 = 7.2e5;
    case
}

/// Takes the steps and compares; a failure shows the number found.
pub fn assert_the_same_bits() {
    let mut growth =
        Growth::start(&coated()).unwrap_or_else(|errors| panic!("{}", errors.join("\n")));
    for _ in 0..N_STEPS {
        growth.step().unwrap();
    }
    assert_eq!(growth.observe().n_steps, N_STEPS);
    let found = growth.state_hash();
    assert!(
        found == HASH,
        "after {N_STEPS} steps the hash is {found:#018x}, and {HASH:#018x} was written down"
    );
}
