//! The parameter table and what `Case::validate` refuses.
//! Here because a number outside its range must never reach a model, and must be named when it does not.
//! Must not know: what a model does with a number.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use electrodeposition::case::Case;
use electrodeposition::parameters::{CaseError, PathError, STEP_LIMITS, parameter, parameters};

#[test]
fn the_table_holds_every_field_of_a_case_once_and_nothing_else() {
    let text = toml::to_string(&Case::default()).unwrap();
    let tables: toml::Table = text.parse().unwrap();
    let mut in_case: Vec<String> = tables
        .iter()
        .flat_map(|(table, fields)| {
            fields
                .as_table()
                .unwrap()
                .keys()
                .map(move |field| format!("{table}.{field}"))
        })
        // A list, with a table of limits of its own.
        .filter(|path| path != "operation.steps")
        .collect();
    let mut in_table: Vec<String> = parameters().map(|row| row.path.to_owned()).collect();
    in_case.sort();
    in_table.sort();
    assert_eq!(in_table, in_case);
}

#[test]
fn defaults_of_the_table_are_the_defaults_of_a_case() {
    let case = Case::default();
    for row in parameters() {
        assert_eq!(case.get(row.path), Some(row.default), "{}", row.path);
        assert!(row.min < row.max, "{}", row.path);
        assert!(
            !row.log_scale || row.min > 0.0,
            "{} is logarithmic down to zero",
            row.path
        );
    }
    case.validate().unwrap();
}

/// A film, so that the coating's own fields are looked at too.
fn coated() -> Case {
    let mut case = Case::default();
    case.coating.thickness_m = 1e-6;
    case.coating.conductivity_s_m = 1e-2;
    case
}

#[test]
fn each_field_outside_its_range_is_refused_with_name_value_and_range() {
    for row in parameters() {
        let below = if row.min > 0.0 {
            0.5 * row.min
        } else {
            row.min - 1.0
        };
        for bad in [
            if row.integer { below.floor() } else { below },
            2.0 * row.max + 1.0,
        ] {
            let mut case = coated();
            if case.set(row.path, bad).is_err() || case.get(row.path) != Some(bad) {
                // What a field of whole numbers cannot hold never gets as far as validation.
                assert!(
                    row.integer && (bad < 0.0 || bad > f64::from(u32::MAX)),
                    "{} = {bad}",
                    row.path
                );
                continue;
            }
            let errors = case.validate().expect_err(row.path);
            let error = errors
                .iter()
                .find(|error| error.path() == row.path)
                .unwrap();
            let CaseError::OutOfRange {
                value,
                min,
                max,
                unit,
                ..
            } = error
            else {
                panic!("{error:?}")
            };
            assert_eq!(
                (*value, *min, *max, *unit),
                (bad, row.min, row.max, row.unit)
            );
            println!("{error}");
        }
    }
}

#[test]
fn an_error_reads_as_a_sentence() {
    let mut case = coated();
    case.coating.conductivity_s_m = 5e-7;
    case.electrolyte.ph = 14.0;
    let said: Vec<String> = case
        .validate()
        .unwrap_err()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        said,
        [
            "electrolyte.ph = 14: allowed are 1 to 7",
            "coating.conductivity_s_m = 5e-7 S m⁻¹: allowed are 1e-6 to 20 S m⁻¹",
        ]
    );
}

#[test]
fn not_a_number_is_refused_in_every_real_field() {
    for (text, path) in [
        (
            "[electrolyte]\ntemperature_k = nan",
            "electrolyte.temperature_k",
        ),
        ("[coating]\nthickness_m = inf", "coating.thickness_m"),
        (
            "[operation]\ncurrent_density_a_m2 = -inf",
            "operation.current_density_a_m2",
        ),
    ] {
        let case: Case = toml::from_str(text).unwrap();
        let errors = case.validate().unwrap_err();
        assert!(
            errors
                .iter()
                .any(|error| matches!(error, CaseError::NotFinite { path: p, .. } if *p == path)),
            "{errors:?}"
        );
    }
}

#[test]
fn all_errors_are_told_at_once() {
    let mut case = coated();
    case.coating.conductivity_s_m = 0.0;
    case.electrolyte.ph = 14.0;
    case.deposit.n_cells = 100;
    case.coating.pinholes = 10;
    case.coating.pinhole_width_m = 7e-6;
    let errors = case.validate().unwrap_err();
    let paths: Vec<_> = errors.iter().map(CaseError::path).collect();
    println!("{errors:#?}");
    assert_eq!(
        paths,
        [
            "electrolyte.ph",
            "coating.conductivity_s_m",
            "deposit.n_cells",
            "coating.pinhole_width_m"
        ]
    );
    assert!(matches!(errors[1], CaseError::Missing { .. }));
}

#[test]
fn pinholes_need_a_film_and_a_width() {
    let mut case = Case::default();
    case.coating.pinholes = 2;
    let errors = case.validate().unwrap_err();
    assert_eq!(
        errors.iter().map(CaseError::path).collect::<Vec<_>>(),
        ["coating.pinholes", "coating.pinhole_width_m"]
    );
}

#[test]
fn pores_must_let_the_ion_pass() {
    let with_pores = |pore_diameter_m| {
        let mut case = coated();
        case.coating.pore_diameter_m = pore_diameter_m;
        case.validate()
    };
    for passes in [0.0, 0.87e-9, 1e-6] {
        with_pores(passes).unwrap();
    }
    let errors = with_pores(0.86e-9).unwrap_err();
    println!("{}", errors[0]);
    assert_eq!(errors[0].path(), "coating.pore_diameter_m");
}

#[test]
fn numbers_are_read_and_written_by_path() {
    let mut case = Case::default();
    case.set("cell.n_cells", 64.0).unwrap();
    case.set("coating.thickness_m", 2e-6).unwrap();
    assert_eq!((case.cell.n_cells, case.coating.thickness_m), (64, 2e-6));
    assert_eq!(case.get("cell.n_cells"), Some(64.0));
    assert_eq!(case.get("cell.colour"), None);
    assert_eq!(
        case.set("cell.colour", 1.0),
        Err(PathError::Unknown {
            path: "cell.colour".into()
        })
    );
    assert_eq!(
        case.set("cell.n_cells", 6.5),
        Err(PathError::NotWhole {
            path: "cell.n_cells",
            value: 6.5
        })
    );
    assert!(matches!(
        case.set("electrolyte.ph", f64::NAN),
        Err(PathError::NotFinite { .. })
    ));
    assert_eq!(
        parameter("operation.areal_charge_c_m2")
            .unwrap()
            .display_factor
            * 3.6e4,
        1.0
    );
}

#[test]
fn an_unknown_field_is_refused() {
    let error = toml::from_str::<Case>("[coating]\nthickness = 1")
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("thickness") && error.contains("thickness_m"),
        "{error}"
    );
}

fn refused(steps: &str) -> Vec<String> {
    let case: Case = toml::from_str(steps).unwrap();
    let errors = case.validate().unwrap_err();
    assert!(errors.iter().all(|error| error.path() == "operation.steps"));
    errors.iter().map(ToString::to_string).collect()
}

#[test]
fn a_programme_is_read_and_its_faults_are_named_with_value_and_range() {
    let good = "[[operation.steps]]\nkind = \"plate\"\nareal_charge_c_m2 = 3.6e3\n\
                [[operation.steps]]\nkind = \"rest\"\nduration_s = 60.0\n\
                [[operation.steps]]\nkind = \"strip\"\ncurrent_density_a_m2 = 5.0\nvoltage_limit_v = 0.5\n";
    let case: Case = toml::from_str(good).unwrap();
    assert_eq!(case.operation.steps.len(), 3);
    let again: Case = toml::from_str(&toml::to_string(&case).unwrap()).unwrap();
    assert_eq!(again, case);
    case.validate().unwrap();

    let said = refused(
        "[[operation.steps]]\nkind = \"rest\"\n\
         [[operation.steps]]\nkind = \"plate\"\n\
         [[operation.steps]]\nkind = \"strip\"\nvoltage_limit_v = 9.0\nduration_s = nan\n\
         [[operation.steps]]\nkind = \"rest\"\nduration_s = 5.0\nvoltage_limit_v = 1.0\n",
    );
    println!("{said:#?}");
    assert_eq!(
        said,
        [
            "operation.steps[0]: a rest needs a duration_s",
            "operation.steps[1]: needs at least one of duration_s, areal_charge_c_m2 and voltage_limit_v",
            "operation.steps[2].duration_s = NaN s: allowed are 0.001 to 1e8 s",
            "operation.steps[2].voltage_limit_v = 9 V: allowed are 0.001 to 5 V",
            "operation.steps[3]: a rest has a duration_s and nothing else",
        ]
    );
    for (bad, word) in [
        ("kind = \"melt\"", "melt"),
        ("kind = \"rest\"\nlength_s = 1", "length_s"),
    ] {
        let error = toml::from_str::<Case>(&format!("[[operation.steps]]\n{bad}"))
            .unwrap_err()
            .to_string();
        assert!(error.contains(word), "{error}");
    }
}

#[test]
fn limits_of_a_step_are_those_of_the_simple_operation() {
    for limit in &STEP_LIMITS {
        if let Some(row) = parameter(&format!("operation.{}", limit.field)) {
            assert_eq!(
                (limit.unit, limit.max),
                (row.unit, row.max),
                "{}",
                limit.field
            );
        }
    }
}
