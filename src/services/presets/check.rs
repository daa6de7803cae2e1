//! Whether a preset is a run that the simulator can make: its paths, ranges, whole case and printed numbers.
//! Here because build.rs stops on a preset that is not, and names file and line.
//! Must not know: where presets are written, how a fault is shown.

use electrodeposition::{
    case::Case,
    parameters::{Parameter, parameter, parameters},
};
use review::{Preset, PresetFault, PresetValue, plain_text};

/// Everything that the simulator would refuse, and printed numbers that the value is not.
pub fn check(preset: &Preset) -> Vec<PresetFault> {
    let mut faults = Vec::new();
    let mut case = Case::default();
    for (index, value) in preset.values.iter().enumerate() {
        let Some(row) = parameter(&value.path) else {
            faults.push(PresetFault {
                value: Some(index),
                message: format!("the simulator has no parameter \"{}\"", value.path),
                known_paths: paths(),
            });
            continue;
        };
        let refused = case.set(row.path, value.value).err();
        faults.extend(refused.map(|error| fault(Some(index), error.to_string())));
        faults.extend(differs_from_print(value, row).map(|message| fault(Some(index), message)));
    }
    let errors = case.validate().err().unwrap_or_default();
    faults.extend(errors.into_iter().map(|error| {
        let mut values = preset.values.iter();
        let of_path = values.position(|value| value.path == error.path());
        fault(of_path, error.to_string())
    }));
    faults
}

/// The paths of all numbers of a case.
pub fn paths() -> Vec<&'static str> {
    parameters().map(|row| row.path).collect()
}

fn fault(value: Option<usize>, message: String) -> PresetFault {
    PresetFault {
        value,
        message,
        known_paths: Vec::new(),
    }
}

/// The printed number is that of the value in the simulator's display unit, or a power of ten of it (nm for µm).
fn differs_from_print(value: &PresetValue, row: &Parameter) -> Option<String> {
    let quantity = plain_text(&value.printed.as_ref()?.quantity);
    let number = quantity.split_whitespace().next().unwrap_or_default();
    let shown = value.value * row.display_factor;
    let decades = number
        .parse::<f64>()
        .map_or(f64::NAN, |printed| (printed / shown).log10());
    // Not a number where nothing was read, and then not near a whole one either.
    let agrees = (decades - decades.round()).abs() < 1e-9;
    let unit = match row.display_unit {
        "1" => String::new(),
        unit => format!(" {unit}"),
    };
    (!agrees).then(|| {
        format!(
            "{} = {shown}{unit} is not the \"{quantity}\" that is printed",
            row.path
        )
    })
}

#[cfg(test)]
mod tests {
    use review::{Inline, PresetTag, Printed};

    use super::*;

    fn preset(values: &[(&str, f64, Option<&str>)]) -> Preset {
        let values = values.iter().map(|(path, value, printed)| PresetValue {
            path: (*path).to_owned(),
            value: *value,
            tag: PresetTag::Review,
            printed: printed.map(|text| Printed {
                quantity: vec![Inline::Text(text.to_owned())],
                section: String::new(),
                references: Vec::new(),
            }),
            material: None,
            reason: Vec::new(),
        });
        Preset {
            id: String::new(),
            number: 1,
            pair: None,
            title: String::new(),
            brief: Vec::new(),
            lever: Vec::new(),
            cannot_show: Vec::new(),
            values: values.collect(),
            materials: Vec::new(),
            characteristics: Vec::new(),
            functions: Vec::new(),
        }
    }

    #[test]
    fn what_the_simulator_refuses_is_said_of_the_value_that_is_wrong() {
        let thin = ("coating.thickness_m", 1e-6, None);
        let cases = [
            (
                preset(&[thin, ("coating.conductivity_s_m", 100.0, None)]),
                Some(1),
                "coating.conductivity_s_m = 100 S m⁻¹: allowed are 1e-6 to 20 S m⁻¹",
            ),
            (
                preset(&[thin]),
                None,
                "coating.conductivity_s_m is missing (a film needs an ionic conductivity): allowed are 1e-6 to 20 S m⁻¹",
            ),
            (
                preset(&[("deposit.nuclei", 1.5, None)]),
                Some(0),
                "deposit.nuclei = 1.5: must be a whole number",
            ),
            (
                preset(&[("deposit.nucleii", 8.0, None)]),
                Some(0),
                "the simulator has no parameter \"deposit.nucleii\"",
            ),
            (
                preset(&[("operation.current_density_a_m2", 20.0, Some("0.25 mA cm⁻²"))]),
                Some(0),
                "operation.current_density_a_m2 = 2 mA cm⁻² is not the \"0.25 mA cm⁻²\" that is printed",
            ),
        ];
        for (preset, value, message) in cases {
            let faults = check(&preset);
            let said: Vec<_> = faults
                .iter()
                .map(|fault| (fault.value, fault.message.as_str()))
                .collect();
            assert_eq!(said, [(value, message)]);
            assert_eq!(
                faults[0].known_paths.is_empty(),
                !message.contains("no parameter")
            );
        }
    }

    #[test]
    fn a_printed_number_may_stand_in_another_decade_of_the_unit() {
        let sound = preset(&[
            ("operation.current_density_a_m2", 2.5, Some("0.25 mA cm⁻²")),
            ("coating.thickness_m", 6.4e-8, Some("64 nm")),
            ("coating.conductivity_s_m", 0.393, Some("3.93 mS cm⁻¹")),
            ("coating.transference_number", 0.82, Some("0.82")),
        ]);
        assert_eq!(check(&sound), []);
    }
}
