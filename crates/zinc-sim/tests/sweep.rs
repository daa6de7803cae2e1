//! A sweep as a user meets it: its order, its lines, what it refuses, and that nothing finished is computed again.
//! Here because a script sees nothing else of it.
//! Must not know: the program's modules.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn sweep(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zinc-sim"))
        .arg("sweep")
        .args(arguments)
        .output()
        .unwrap()
}

/// A fresh folder with the case, the case's path and the folder to write into.
fn folder_with(story: &str, case: &str) -> (PathBuf, String, String) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("sweep")
        .join(story);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("case.toml"), case).unwrap();
    let text = |path: PathBuf| path.to_str().unwrap().to_owned();
    (
        folder.clone(),
        text(folder.join("case.toml")),
        text(folder.join("out")),
    )
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn lines(folder: &Path) -> Vec<Value> {
    std::fs::read_to_string(folder.join("out/results.jsonl"))
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

const CURRENTS: &str = "operation.current_density_a_m2=10:1000:3:log";
const CHARGES: &str = "operation.areal_charge_c_m2=360:720:2";

#[test]
fn every_combination_once_in_order_and_the_same_bytes_on_any_number_of_threads() {
    let (folder, case, out) = folder_with("order", "");
    let output = sweep(&[&case, "--vary", CURRENTS, "--vary", CHARGES, "--out", &out]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "", "standard error is a pipe: no bar");
    let lines = lines(&folder);
    let seen: Vec<(u64, f64, f64)> = lines
        .iter()
        .map(|line| {
            let value = |path: &str| line["values"][path].as_f64().unwrap();
            (
                line["case"].as_u64().unwrap(),
                value("operation.current_density_a_m2"),
                value("operation.areal_charge_c_m2"),
            )
        })
        .collect();
    let wanted = [
        (0, 10.0, 360.0),
        (1, 10.0, 720.0),
        (2, 100.0, 360.0),
        (3, 100.0, 720.0),
        (4, 1000.0, 360.0),
        (5, 1000.0, 720.0),
    ];
    assert_eq!(seen.len(), wanted.len());
    for (seen, wanted) in seen.iter().zip(wanted) {
        assert_eq!(seen.0, wanted.0);
        assert!((seen.1 / wanted.1 - 1.0).abs() < 1e-14, "{seen:?}");
        assert_eq!(seen.2, wanted.2);
    }
    for line in &lines {
        assert_eq!(line["summary"]["model"], "cell");
        let charge = line["values"]["operation.areal_charge_c_m2"]
            .as_f64()
            .unwrap();
        let passed = line["summary"]["charge_c_m2"].as_f64().unwrap();
        assert!((passed / charge - 1.0).abs() < 1e-9, "{line}");
    }
    let other = folder.join("alone");
    let alone = sweep(&[
        &case,
        "--vary",
        CURRENTS,
        "--vary",
        CHARGES,
        "--threads",
        "1",
        "--out",
        other.to_str().unwrap(),
    ]);
    assert!(alone.status.success());
    let bytes = |folder: &Path| std::fs::read(folder.join("results.jsonl")).unwrap();
    assert_eq!(bytes(&folder.join("out")), bytes(&other));
}

/// A line that is already there is believed: its number is put back changed, and it stays.
#[test]
fn what_is_finished_is_not_computed_again() {
    let (folder, case, out) = folder_with("resume", "");
    let run = || sweep(&[&case, "--vary", CURRENTS, "--out", &out]);
    assert!(run().status.success());
    let file = folder.join("out/results.jsonl");
    let complete = std::fs::read_to_string(&file).unwrap();
    let all: Vec<&str> = complete.lines().collect();
    assert_eq!(all.len(), 3);
    // As a kill leaves it: another order, one case missing, one line cut off in the middle.
    let marked = all[1].replacen("\"version\":", "\"was_here\":true,\"version\":", 1);
    assert_ne!(marked, all[1]);
    std::fs::write(&file, format!("{marked}\n{}", &all[2][..all[2].len() / 2])).unwrap();
    assert!(run().status.success());
    let resumed = lines(&folder);
    assert_eq!(resumed.len(), 3);
    assert_eq!(resumed[1]["summary"]["was_here"], true);
    for k in [0, 2] {
        let original: Value = serde_json::from_str(all[k]).unwrap();
        assert_eq!(resumed[k], original, "case {k}");
    }
    // Another base case is another sweep: nothing of the old one is believed.
    std::fs::write(folder.join("case.toml"), "[electrolyte]\nph = 5\n").unwrap();
    assert!(run().status.success());
    assert!(
        lines(&folder)
            .iter()
            .all(|line| line["summary"].get("was_here").is_none())
    );
}

#[test]
fn errors_of_cases_are_lines_and_the_others_are_computed() {
    let (folder, case, out) = folder_with(
        "errors",
        "[coating]\nthickness_m = 2e-5\nconductivity_s_m = 1\npinhole_width_m = 2e-5\n",
    );
    let output = sweep(&[
        &case,
        "--vary",
        "coating.pinholes=0:4:2",
        "--vary",
        "operation.current_density_a_m2=10:2000:2",
        "--out",
        &out,
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("3 of 4 cases"),
        "{}",
        text(&output.stderr)
    );
    let lines = lines(&folder);
    assert!(lines[0]["summary"].is_object(), "{}", lines[0]);
    assert!(
        lines[1]["error"]
            .as_str()
            .unwrap()
            .contains("under the coating"),
        "{}",
        lines[1]
    );
    assert!(
        lines[2]["refused"][0]
            .as_str()
            .unwrap()
            .contains("as wide as the window")
    );
}

#[test]
fn the_deposit_is_swept_too_and_one_case_alone() {
    let (folder, case, out) = folder_with(
        "deposit",
        "[deposit]\nn_cells = 64\n[operation]\nareal_charge_c_m2 = 360\n",
    );
    let vary = "run.seed=1:3:3";
    let output = sweep(&[
        &case, "--vary", vary, "--model", "deposit", "--only", "1", "--out", &out,
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let lines = lines(&folder);
    assert_eq!(lines.len(), 1);
    assert_eq!(
        (lines[0]["case"].as_u64(), &lines[0]["summary"]["model"]),
        (Some(1), &Value::from("deposit"))
    );

    let plan = sweep(&[&case, "--vary", vary, "--plan"]);
    assert_eq!(
        text(&plan.stdout).lines().nth(1),
        Some(r#"{"case":1,"values":{"run.seed":2.0}}"#)
    );
}

#[test]
fn a_bad_axis_is_refused_with_name_value_and_range() {
    let (folder, case, out) = folder_with("refused", "");
    let current = "operation.current_density_a_m2";
    let table: [(&[&str], &[&str]); 9] = [
        (
            &["--vary", "operation.current=1:2:3"],
            &["operation.current", "no parameter"],
        ),
        (
            &["--vary", "operation.current_density_a_m2=1:5000:3"],
            &[current, "5000 A m⁻²", "0.1 to 2000 A m⁻²"],
        ),
        (
            &["--vary", "operation.current_density_a_m2=1:x:3"],
            &[current, "`x`", "not a number"],
        ),
        (
            &["--vary", "operation.current_density_a_m2=1:2:1"],
            &[current, "1 values", "2 to"],
        ),
        (
            &["--vary", "operation.current_density_a_m2=1:2"],
            &["PATH=FROM:TO:N"],
        ),
        (
            &["--vary", "operation.current_density_a_m2=nan"],
            &[current, "finite number"],
        ),
        (
            &["--vary", "deposit.nuclei=0:3:3"],
            &["deposit.nuclei = 1.5", "whole number"],
        ),
        (
            &["--vary", "deposit.nuclei=0:8:3:log"],
            &["deposit.nuclei = 0", "above zero"],
        ),
        (
            &[
                "--vary",
                "deposit.nuclei=0:8:3",
                "--vary",
                "deposit.nuclei=1",
            ],
            &["deposit.nuclei", "twice"],
        ),
    ];
    for (arguments, parts) in table {
        let output = sweep(&[&[case.as_str(), "--out", &out], arguments].concat());
        let said = text(&output.stderr);
        println!("{said}");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        for part in parts {
            assert!(said.contains(part), "`{said}` does not say `{part}`");
        }
    }
    let beyond = sweep(&[&case, "--vary", CURRENTS, "--only", "3", "--out", &out]);
    assert_eq!(beyond.status.code(), Some(2));
    assert!(text(&beyond.stderr).contains("no case 3; allowed are 0 to 2"));
    assert!(
        !folder.join("out").exists(),
        "a refused sweep wrote something"
    );
}
