//! Any text as a case file: it is refused with a reason, or both models take a few steps without losing a number.
//! Here because a case file may come from anybody.
//! Must not know: what the numbers mean.
#![no_main]

use electrodeposition::case::Case;
use electrodeposition::cell::Cell;
use electrodeposition::deposit::Deposit;
use libfuzzer_sys::fuzz_target;

const N_STEPS: u32 = 5;

fuzz_target!(|text: &str| {
    let Ok(mut case) = toml::from_str::<Case>(text) else {
        return;
    };
    if let Err(errors) = case.clone().validate() {
        assert!(!errors.is_empty());
        assert!(errors.iter().all(|error| error.to_string().contains(error.path())));
        return;
    }
    // What is valid comes back from its own text.
    let again = toml::to_string(&case).expect("a case can be written");
    assert_eq!(toml::from_str::<Case>(&again).expect("and read"), case);
    // Most mutations say nothing new; the default need not be run ten times a second.
    if case == Case::default() {
        return;
    }
    case.deposit.n_cells = 64;
    case.run.max_steps = N_STEPS;
    let valid = case.validate().expect("a smaller grid and fewer steps are allowed");
    if let Ok(mut cell) = Cell::new(&valid) {
        while cell.ended().is_none() && cell.step().is_ok() {
            assert!(cell.observe().voltage_v.is_finite());
        }
    }
    if let Ok(mut deposit) = Deposit::new(&valid) {
        while !deposit.is_finished() && deposit.step().is_ok() {
            assert!(deposit.observe().voltage_v.is_finite());
        }
    }
});
