//! The program as a user meets it: files in, files out, exit status.
//! Here because a script sees nothing else of it.
//! Must not know: the program's modules.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

fn zinc_sim(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zinc-sim"))
        .args(arguments)
        .output()
        .unwrap()
}

/// A fresh folder that holds the case.
fn folder_with(story: &str, case: &str) -> (PathBuf, String) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(story);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("case.toml");
    std::fs::write(&path, case).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_cell_run_writes_its_three_files() {
    let (folder, case) = folder_with(
        "three-files",
        "[operation]\nn_half_cycles = 3\n[coating]\nthickness_m = 1e-6\nconductivity_s_m = 1e-2\n",
    );
    let out = folder.join("made/for/it");
    let output = zinc_sim(&["cell", &case, "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));

    let summary: Value =
        serde_json::from_str(&std::fs::read_to_string(out.join("summary.json")).unwrap()).unwrap();
    assert_eq!(summary["ended"], "completed");
    assert_eq!(summary["time_s"], 1080.0);
    assert_eq!(summary["events"].as_array().unwrap().len(), 3);
    // Ω Q_Zn/(zF).
    let plated = summary["plated_volume_m3_m2"].as_f64().unwrap();
    let reference =
        9.16e-6 * summary["zinc_charge_c_m2"].as_f64().unwrap() / (2.0 * 96_485.332_123);
    println!("plated volume: computed {plated:e}, reference {reference:e} m³ m⁻²");
    assert!((plated / reference - 1.0).abs() < 1e-10);

    let mut series = csv::Reader::from_path(out.join("series.csv")).unwrap();
    let headers = series.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let (time, voltage) = (column("time_s"), column("voltage_v"));
    let rows: Vec<_> = series.records().map(Result::unwrap).collect();
    assert_eq!(rows.len() as u64, summary["n_steps"].as_u64().unwrap() + 1);
    let last = rows.last().unwrap();
    assert_eq!(&last[time], "1080.0");
    assert_eq!(
        last[voltage].parse::<f64>().unwrap(),
        summary["voltage_end_v"].as_f64().unwrap()
    );

    // At the start and at the end of each half-cycle.
    let profiles = csv::Reader::from_path(out.join("profiles.csv"))
        .unwrap()
        .records()
        .count();
    assert_eq!(profiles, 4 * 100);
}

#[test]
fn fewer_rows_on_request_but_every_half_cycle_end() {
    let (folder, case) = folder_with("every", "[operation]\nn_half_cycles = 2\n");
    let out = folder.to_str().unwrap();
    assert!(
        zinc_sim(&["cell", &case, "--out", out, "--every", "1000"])
            .status
            .success()
    );
    let series = std::fs::read_to_string(folder.join("series.csv")).unwrap();
    let times: Vec<_> = series
        .lines()
        .skip(1)
        .map(|line| line.split(',').next().unwrap())
        .collect();
    assert_eq!(times, ["0.0", "360.0", "720.0"]);
}

#[test]
fn the_same_case_writes_the_same_bytes() {
    let (folder, case) = folder_with("twice", "[operation]\nn_half_cycles = 2\n");
    let run = |name: &str| {
        let out = folder.join(name);
        assert!(
            zinc_sim(&["cell", &case, "--out", out.to_str().unwrap()])
                .status
                .success()
        );
        ["summary.json", "series.csv", "profiles.csv"]
            .map(|file| std::fs::read(out.join(file)).unwrap())
    };
    assert_eq!(run("first"), run("second"));
}

#[test]
fn a_bad_case_is_refused_with_name_value_and_range() {
    let table: [(&str, &[&str]); 6] = [
        (
            "[electrolyte]\nph = 20\n",
            &["electrolyte.ph", "20", "1 to 7"],
        ),
        (
            "[coating]\nthickness_m = 1e-6\n",
            &["coating.conductivity_s_m", "missing", "1e-6 to 20 S m⁻¹"],
        ),
        (
            "[coating]\nthickness = 1\n",
            &["thickness", "unknown field", "thickness_m"],
        ),
        (
            "[anode]\nx = 1\n",
            &["anode", "unknown field", "electrolyte"],
        ),
        (
            "[operation]\nn_half_cycles = 1.5\n",
            &["n_half_cycles", "1.5"],
        ),
        (
            "[electrolyte]\ntemperature_k = 25\n[deposit]\nn_cells = 100\n",
            &[
                "electrolyte.temperature_k",
                "25 K",
                "263.15 to 353.15 K",
                "deposit.n_cells",
                "power of two",
            ],
        ),
    ];
    for (idx, (case, parts)) in table.iter().enumerate() {
        let (folder, path) = folder_with(&format!("refused-{idx}"), case);
        let out = folder.join("out");
        let output = zinc_sim(&["cell", &path, "--out", out.to_str().unwrap()]);
        let said = text(&output.stderr);
        println!("{said}");
        assert_eq!(output.status.code(), Some(2), "{case}");
        for part in *parts {
            assert!(said.contains(part), "`{said}` does not say `{part}`");
        }
        assert!(!out.exists(), "a refused case wrote something");
    }
}

#[test]
fn a_missing_file_and_an_unknown_verb_are_refused() {
    let absent = zinc_sim(&["cell", "no-such-case.toml", "--out", "nowhere"]);
    assert_eq!(absent.status.code(), Some(2));
    assert!(text(&absent.stderr).contains("no-such-case.toml"));
    assert_eq!(zinc_sim(&["dream"]).status.code(), Some(2));
}

#[test]
fn a_current_that_no_film_carries_is_a_failed_run() {
    let (folder, case) = folder_with(
        "beyond-the-film",
        "[operation]\ncurrent_density_a_m2 = 2000\n[coating]\nthickness_m = 1e-4\nconductivity_s_m = 1\n",
    );
    let output = zinc_sim(&["cell", &case, "--out", folder.join("out").to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("under the coating"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn the_schema_describes_every_field_and_the_defaults_obey_it() {
    let output = zinc_sim(&["schema"]);
    assert!(output.status.success());
    let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
    let defaults: Value = serde_json::to_value(electrodeposition::case::Case::default()).unwrap();
    for (table, fields) in defaults.as_object().unwrap() {
        for (field, default) in fields.as_object().unwrap() {
            if default.is_array() {
                // The programme is a list; its steps are described in its place.
                continue;
            }
            let property = &schema["properties"][table]["properties"][field];
            assert!(
                property["x-unit"].is_string(),
                "{table}.{field} is not in the schema"
            );
            if property.get("default").is_some() {
                assert_eq!(
                    property["default"].as_f64(),
                    default.as_f64(),
                    "{table}.{field}"
                );
            } else {
                assert_eq!(
                    (table.as_str(), field.as_str()),
                    ("coating", "conductivity_s_m")
                );
            }
        }
    }
}

#[test]
fn a_programme_on_an_inert_substrate_reports_efficiency_and_inventories() {
    let (folder, case) = folder_with(
        "inert",
        "[cell]\nworking_foil_m = 0.0\n[operation]\nn_repeats = 3\n\
         [[operation.steps]]\nkind = \"plate\"\nareal_charge_c_m2 = 3.6e3\n\
         [[operation.steps]]\nkind = \"rest\"\nduration_s = 60.0\n\
         [[operation.steps]]\nkind = \"strip\"\nvoltage_limit_v = 0.2\n",
    );
    let out = folder.join("out");
    let output = zinc_sim(&["cell", &case, "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let summary: Value =
        serde_json::from_str(&std::fs::read_to_string(out.join("summary.json")).unwrap()).unwrap();
    assert_eq!(summary["n_cycles"], 3);
    let efficiency = summary["mean_cycle_coulombic_efficiency"].as_f64().unwrap();
    assert!((0.98..1.0).contains(&efficiency), "{efficiency}");
    assert_eq!(summary["events"][1]["event"]["step_ended"], "time");
    assert_eq!(summary["events"][2]["event"]["step_ended"], "voltage_limit");
    assert!(summary["charge_error"].as_f64().unwrap().abs() < 1e-12);
    assert!(summary["zinc_error"].as_f64().unwrap().abs() < 1e-9);
    assert!(summary["zinc"]["dead_mol_m2"].as_f64().unwrap() > 0.0);
    assert!(
        summary["working_electrode"]["hydrogen_charge_c_m2"]
            .as_f64()
            .unwrap()
            > 0.0
    );
    let series = std::fs::read_to_string(out.join("series.csv")).unwrap();
    for column in [
        "cycle_coulombic_efficiency",
        "working_surface_ph",
        "critical_wavelength_m",
    ] {
        assert!(
            series.lines().next().unwrap().contains(column),
            "no {column}"
        );
    }
}

#[test]
fn a_bad_step_of_a_programme_is_refused_with_its_place() {
    let (folder, case) = folder_with(
        "bad-step",
        "[[operation.steps]]\nkind = \"strip\"\nvoltage_limit_v = 9.0\n",
    );
    let output = zinc_sim(&["cell", &case, "--out", folder.join("out").to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(
        said.contains("operation.steps[0].voltage_limit_v = 9 V: allowed are 0.001 to 5 V"),
        "{said}"
    );
}

/// What `cargo xtask validation` kept and the page of validation shows.
fn kept() -> Value {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../docs/quality/validation.json"
    );
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

/// The rows without the time that they took, which no two runs share. Numbers keep every bit.
fn timeless(rows: &Value) -> Vec<Value> {
    let mut rows = rows.as_array().unwrap().clone();
    for row in &mut rows {
        row.as_object_mut().unwrap().remove("took_s");
    }
    rows
}

const STALE: &str = "docs/quality/validation.json is stale: run `cargo xtask validation`";

#[test]
fn measurements_stand_beside_simulations_without_pass_or_fail() {
    let output = zinc_sim(&["validate", "--unfitted", "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let printed: Value = serde_json::from_slice(&output.stdout).unwrap();
    let rows = timeless(&printed);
    assert!(rows.len() >= 6);
    for row in &rows {
        assert!(
            row["reported"].is_number() && row["simulated"].is_number(),
            "{row}"
        );
        assert!(
            row["source"].is_string() && row["assumed"].is_string() && row.get("pass").is_none()
        );
    }
    for (row, kept) in rows.iter().zip(timeless(&kept()["unfitted"]["rows"])) {
        assert_eq!(*row, kept, "{STALE}");
    }
}

#[test]
fn every_validation_row_passes_and_is_what_the_page_shows() {
    let output = zinc_sim(&["validate", "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
    let printed: Value = serde_json::from_slice(&output.stdout).unwrap();
    let rows = timeless(&printed);
    assert!(rows.len() >= 60);
    for row in &rows {
        assert_eq!(row["pass"], true, "{row}");
        for number in ["reference", "computed", "error", "tolerance"] {
            assert!(row[number].is_number(), "{row}");
        }
    }
    let kept = timeless(&kept()["quick"]["rows"]);
    assert_eq!(rows.len(), kept.len(), "{STALE}");
    for (row, kept) in rows.iter().zip(&kept) {
        assert_eq!(row, kept, "{STALE}");
    }
}

#[test]
fn one_validation_row_can_be_repeated_by_its_name() {
    let listed = text(&zinc_sim(&["validate", "--list"]).stdout);
    let quick = listed.lines().find_map(|line| line.strip_prefix("quick\t"));
    let name = quick.unwrap();
    assert!(listed.lines().any(|line| line.starts_with("slow\tPFHub")));
    let output = zinc_sim(&["validate", "--row", name]);
    assert_eq!(output.status.code(), Some(0));
    let table = text(&output.stdout);
    assert_eq!(table.lines().count(), 2, "{table}");
    assert!(table.contains(name) && table.contains(" yes   "), "{table}");

    let output = zinc_sim(&["validate", "--row", "no such row"]);
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(
        said.contains("no such row") && said.contains("--list"),
        "{said}"
    );
}

#[test]
fn help_names_every_verb_and_the_exit_statuses() {
    let help = text(&zinc_sim(&["--help"]).stdout);
    for word in [
        "schema",
        "cell",
        "deposit",
        "sweep",
        "random-cases",
        "bench",
        "validate",
        "TOML",
        "Exit status",
    ] {
        assert!(help.contains(word), "{help}");
    }
}

#[test]
fn a_deposit_run_writes_its_files_and_keeps_the_charge() {
    let (folder, case) = folder_with(
        "deposit",
        "[coating]\nthickness_m = 1e-6\nconductivity_s_m = 4e-4\npinholes = 2\npinhole_width_m = 2e-6\n\
         [deposit]\nn_cells = 64\n[operation]\nareal_charge_c_m2 = 3.6e3\n",
    );
    let out = folder.join("out");
    let output = zinc_sim(&["deposit", &case, "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    // Standard error is a pipe here: no bar, nothing at all.
    assert_eq!(text(&output.stderr), "");

    let summary: Value =
        serde_json::from_str(&std::fs::read_to_string(out.join("summary.json")).unwrap()).unwrap();
    assert_eq!(summary["ended"], "charge_reached");
    // Ω Q/(zF) over a window of 64 µm.
    let plated = summary["plated_volume_m2"].as_f64().unwrap();
    let reference = 9.16e-6 * 3.6e3 * 64e-6 / (2.0 * 96_485.332_123_310_02);
    println!("plated volume: computed {plated:e}, reference {reference:e} m²");
    assert!((plated / reference - 1.0).abs() < 1e-10);
    let first = &summary["first_currents"];
    assert!(
        first["at_pinholes_a_m2"].as_f64().unwrap() > 2.0 * first["mean_a_m2"].as_f64().unwrap()
    );

    let series = csv::Reader::from_path(out.join("series.csv"))
        .unwrap()
        .records()
        .count() as u64;
    assert_eq!(series, summary["n_steps"].as_u64().unwrap() + 1);
    let front = std::fs::read_to_string(out.join("front.csv")).unwrap();
    for made_of in ["foil", "coated", "pinhole"] {
        assert!(front.contains(made_of), "no {made_of} on the front");
    }

    let again = folder.join("again");
    assert!(
        zinc_sim(&[
            "deposit",
            &case,
            "--out",
            again.to_str().unwrap(),
            "--every",
            "3"
        ])
        .status
        .success()
    );
    let hash_again: Value =
        serde_json::from_str(&std::fs::read_to_string(again.join("summary.json")).unwrap())
            .unwrap();
    assert_eq!(hash_again["state_hash"], summary["state_hash"]);
}

#[test]
fn a_foil_that_fills_the_window_is_a_failed_run() {
    let (folder, case) = folder_with("no-room", "[deposit]\nfoil_thickness_m = 6.4e-5\n");
    let output = zinc_sim(&[
        "deposit",
        &case,
        "--out",
        folder.join("out").to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("no electrolyte"),
        "{}",
        text(&output.stderr)
    );
}

/// The front page says that its pictures are the simulator's. They were once older than a change of the solver, and
/// showed a smoother deposit than a reader's own run.
#[test]
fn the_stills_of_the_site_are_what_the_simulator_draws() {
    let stills = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../content/stills");
    for name in ["bare", "coated"] {
        let case = stills.join(format!("{name}.toml"));
        let (folder, _) = folder_with(&format!("still-{name}"), "");
        let output = zinc_sim(&[
            "deposit",
            case.to_str().unwrap(),
            "--out",
            folder.to_str().unwrap(),
        ]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let drawn = std::fs::read_to_string(folder.join("final.svg")).unwrap();
        let shown = std::fs::read_to_string(stills.join(format!("{name}.svg"))).unwrap();
        assert!(
            drawn == shown,
            "content/stills/{name}.svg is not what the simulator draws today"
        );
    }
}
