//! Two hundred random cases, each of which must end in a way that has a name.
//! Here because the ten thousand of `cargo xtask random-cases` take too long for every change.
//! Must not know: the program's modules.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::process::{Command, Output};

use serde_json::Value;

fn random_cases(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zinc-sim"))
        .arg("random-cases")
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn two_hundred_cases_end_in_a_way_that_has_a_name() {
    let output = random_cases(&["--n", "200", "--seed", "1", "--json"]);
    let said = String::from_utf8(output.stderr).unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{said}"));
    println!("{:#}", report["endings"]);
    assert_eq!(report["faults"].as_array().unwrap().len(), 0, "{report:#}");
    assert_eq!(output.status.code(), Some(0), "{said}");
    let endings = report["endings"].as_object().unwrap();
    let n_ended: u64 = endings.values().map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(n_ended, 400, "both models, each case once");
    // Where nearly all cases are refused at the door, nothing is tested.
    let n_run: u64 = endings
        .iter()
        .filter(|(ending, _)| ending.contains("ended"))
        .map(|(_, count)| count.as_u64().unwrap())
        .sum();
    assert!(n_run > 200, "only {n_run} of 400 ran");
}

#[test]
fn a_seed_means_the_same_cases() {
    let run = |seed: &str| {
        let output = random_cases(&["--n", "20", "--seed", seed, "--model", "cell", "--json"]);
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        report["endings"].clone()
    };
    assert_eq!(run("7"), run("7"));
    assert_ne!(run("7"), run("8"));
}
