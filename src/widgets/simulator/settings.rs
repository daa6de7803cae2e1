//! What a reader may set, and its way to and from the address and into a case.
//! Here because page, frame and shared link must mean the same run.
//! Must not know: sliders, workers.

use std::fmt;

use electrodeposition::{
    case::{Case, Coating, Hydrogen},
    parameters::{Parameter, parameter},
};
use review::{PresetTag, PresetValue};

use super::quantity::displayed;
use crate::services::presets::{self, Preset};

/// Bare foil, or foil under a film.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Surface {
    #[default]
    Bare,
    Coated,
}

/// One number a reader may set.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Key in the address.
    pub key: &'static str,
    /// `table.field` of the case.
    pub path: &'static str,
    /// In display units, as are `min` and `max`, which lie within the model's own limits.
    pub default: f64,
    pub min: f64,
    pub max: f64,
    /// Means something only under a film.
    pub coating_only: bool,
}

/// In the order the page shows them. The film's defaults make 25 Ω cm², enough for pinholes to matter; assumed.
pub const SETTINGS: [Setting; 11] = [
    setting(
        "j",
        "operation.current_density_a_m2",
        10.0,
        0.1,
        50.0,
        false,
    ),
    setting("q", "operation.areal_charge_c_m2", 5.0, 0.1, 20.0, false),
    setting("nuclei", "deposit.nuclei", 8.0, 0.0, 16.0, false),
    setting("d", "coating.thickness_m", 5.0, 0.05, 50.0, true),
    setting(
        "sigma",
        "coating.conductivity_s_m",
        0.02,
        0.001,
        100.0,
        true,
    ),
    setting("pinholes", "coating.pinholes", 2.0, 0.0, 4.0, true),
    setting("chi", "coating.conformality", 1.0, 0.0, 1.0, true),
    setting("crack", "coating.crack_strain", 0.0, 0.0, 100.0, true),
    setting("heal", "coating.healing_time_s", 0.0, 0.0, 60.0, true),
    setting(
        "tilt",
        "deposit.orientation_spread_rad",
        0.0,
        0.0,
        45.0,
        false,
    ),
    setting("beta", "deposit.edge_basal_ratio", 1.0, 1.0, 10.0, false),
];

const fn setting(
    key: &'static str,
    path: &'static str,
    default: f64,
    min: f64,
    max: f64,
    coating_only: bool,
) -> Setting {
    Setting {
        key,
        path,
        default,
        min,
        max,
        coating_only,
    }
}

/// Beginnings of the paths that mean something only under a film.
const OF_FILM: [&str; 2] = ["coating.", "hydrogen.water_activity"];

/// A pinhole's width where there is one; two-dimensional, so a trench. Assumed.
const PINHOLE_WIDTH_M: f64 = 2e-6;

impl Setting {
    /// The model's own row: name, unit, source.
    pub fn parameter(&self) -> Option<&'static Parameter> {
        parameter(self.path)
    }

    /// Why a typed or addressed value is not taken.
    pub fn check(&self, value: f64) -> Result<f64, Refusal> {
        let whole = self.parameter().is_none_or(|row| !row.integer) || value.fract() == 0.0;
        if value.is_finite() && whole && (self.min..=self.max).contains(&value) {
            Ok(value)
        } else {
            Err(self.refusal(value.to_string()))
        }
    }

    /// A case's number in display units, without the dust that a change of units leaves behind its digits.
    fn of(&self, case: &Case) -> Option<f64> {
        let row = self.parameter()?;
        Some(displayed(case.get(self.path)?, row))
    }

    fn refusal(&self, value: String) -> Refusal {
        let (name, unit, whole) = self.parameter().map_or((self.key, "", false), |row| {
            (row.name, row.display_unit, row.integer)
        });
        let unit = if unit == "1" { "" } else { unit };
        Refusal {
            value: format!("{} = {value}", self.key),
            allowed: format!(
                "{name}: {}{} to {} {unit}",
                if whole { "a whole number from " } else { "" },
                self.min,
                self.max
            )
            .trim_end()
            .to_owned(),
        }
    }
}

/// A part of the address that was left out, with what would have been allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub value: String,
    pub allowed: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} (allowed: {})", self.value, self.allowed)
    }
}

/// The reader's run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// Where everything comes from that the reader has not set otherwise.
    pub preset: Option<&'static Preset>,
    pub surface: Surface,
    /// In the order and display units of [`SETTINGS`].
    pub values: [f64; SETTINGS.len()],
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            preset: None,
            surface: Surface::Bare,
            values: SETTINGS.map(|setting| setting.default),
        }
    }
}

impl Settings {
    /// The settings of a preset, or the simulator's own.
    pub fn of(preset: Option<&'static Preset>) -> Self {
        let mut settings = Self {
            preset,
            ..Self::default()
        };
        let Some(Preset { case, .. }) = preset else {
            return settings;
        };
        if case.is_coated() {
            settings.surface = Surface::Coated;
        }
        for (setting, value) in SETTINGS.iter().zip(&mut settings.values) {
            // Bare zinc has no film; what a film would be, should the reader choose one, stays the simulator's own.
            if case.is_coated() || !setting.coating_only {
                *value = setting.of(case).unwrap_or(setting.default);
            }
        }
        settings
    }

    /// Reads an address; what is unknown or out of range is left out and listed. A preset counts before all other keys,
    /// wherever it stands.
    pub fn parse(query: &str) -> (Self, Vec<Refusal>) {
        let mut refusals = Vec::new();
        let pairs = || {
            query
                .trim_start_matches('?')
                .split('&')
                .filter(|pair| !pair.is_empty())
                .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        };
        let mut preset = None;
        for (_, id) in pairs().filter(|(key, _)| *key == "preset") {
            match presets::preset(id) {
                Some(found) => preset = Some(found),
                None => refusals.push(Refusal {
                    value: format!("preset = {id}"),
                    allowed: ids(),
                }),
            }
        }
        let mut settings = Self::of(preset);
        for (key, text) in pairs().filter(|(key, _)| *key != "preset") {
            if let Err(refusal) = settings.take(key, text) {
                refusals.push(refusal);
            }
        }
        (settings, refusals)
    }

    fn take(&mut self, key: &str, text: &str) -> Result<(), Refusal> {
        let refused = |allowed: &str| {
            Err(Refusal {
                value: format!("{key} = {text}"),
                allowed: allowed.to_owned(),
            })
        };
        match (key, text) {
            // Read before the first paint, by the page's shell.
            ("theme", _) | ("v", "1") => Ok(()),
            ("v", _) => refused("1"),
            ("coating", "bare") => {
                self.surface = Surface::Bare;
                Ok(())
            }
            ("coating", "coated") => {
                self.surface = Surface::Coated;
                Ok(())
            }
            ("coating", _) => refused("bare or coated"),
            _ => match SETTINGS.iter().position(|setting| setting.key == key) {
                Some(index) => {
                    let setting = &SETTINGS[index];
                    let value = text
                        .parse::<f64>()
                        .map_err(|_| setting.refusal(text.to_owned()))?;
                    self.values[index] = setting.check(value)?;
                    Ok(())
                }
                None => refused(&format!(
                    "the keys preset, coating, {}, theme",
                    SETTINGS.map(|setting| setting.key).join(", ")
                )),
            },
        }
    }

    /// The address of this run: the preset, if any, and what differs from it or from the simulator's own settings.
    pub fn encode(&self) -> String {
        let base = Self::of(self.preset);
        let mut parts = Vec::new();
        parts.extend(self.preset.map(|preset| format!("preset={}", preset.id)));
        if self.surface != base.surface {
            let word = match self.surface {
                Surface::Bare => "bare",
                Surface::Coated => "coated",
            };
            parts.push(format!("coating={word}"));
        }
        let numbers = SETTINGS.iter().zip(self.values).zip(base.values);
        parts.extend(
            numbers
                .filter(|((_, value), base)| value != base)
                .map(|((setting, value), _)| format!("{}={value}", setting.key)),
        );
        parts.join("&")
    }

    /// The tag of a setting whose number is still the preset's.
    pub fn tag_of(&self, index: usize) -> Option<PresetTag> {
        let path = SETTINGS.get(index)?.path;
        let mut values = self.preset?.values.iter();
        let value = values.find(|value| value.path == path)?;
        self.keeps(value).then_some(value.tag)
    }

    /// Whether a number of the preset still holds: the reader has not set it otherwise, nor taken away its film.
    pub fn keeps(&self, value: &PresetValue) -> bool {
        let base = Self::of(self.preset);
        let of_film = OF_FILM.iter().any(|path| value.path.starts_with(path));
        if of_film && self.surface != base.surface {
            return false;
        }
        let setting = SETTINGS
            .iter()
            .position(|setting| setting.path == value.path);
        setting.is_none_or(|index| self.values[index] == base.values[index])
    }

    /// The model's case in SI units, before its own validation.
    pub fn to_case(self) -> Result<Case, electrodeposition::parameters::PathError> {
        let base = Self::of(self.preset);
        let mut case = self
            .preset
            .map_or_else(Case::default, |preset| preset.case.clone());
        if self.surface == Surface::Bare && case.is_coated() {
            case.coating = Coating::default();
            case.hydrogen.water_activity = Hydrogen::default().water_activity;
        }
        for (index, (setting, value)) in SETTINGS.iter().zip(self.values).enumerate() {
            let Some(row) = setting.parameter() else {
                continue;
            };
            if setting.coating_only && self.surface == Surface::Bare {
                continue;
            }
            let is_presets = self.preset.is_some()
                && self.surface == base.surface
                && value == base.values[index];
            if is_presets {
                continue;
            }
            let si = value / row.display_factor;
            case.set(setting.path, if row.integer { si.round() } else { si })?;
        }
        if case.coating.pinholes > 0 && case.coating.pinhole_width_m == 0.0 {
            case.coating.pinhole_width_m = PINHOLE_WIDTH_M;
        }
        Ok(case)
    }
}

/// Ids of all presets, as a refusal lists them.
fn ids() -> String {
    let ids: Vec<_> = presets::all().iter().map(|preset| preset.id).collect();
    ids.join(", ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    #[test]
    fn every_setting_lies_within_the_models_own_limits() {
        for setting in SETTINGS {
            let row = setting.parameter().expect(setting.path);
            let (min, max) = (row.min * row.display_factor, row.max * row.display_factor);
            assert!(
                setting.min >= min * (1.0 - 1e-12),
                "{}: {} < {min}",
                setting.key,
                setting.min
            );
            assert!(
                setting.max <= max * (1.0 + 1e-12),
                "{}: {} > {max}",
                setting.key,
                setting.max
            );
            assert!(setting.check(setting.default).is_ok(), "{}", setting.key);
        }
    }

    #[test]
    fn an_address_comes_back_as_the_same_run() {
        for address in [
            "",
            "coating=coated",
            "j=0.25&q=0.5",
            "coating=coated&j=5&d=25&sigma=0.5&pinholes=4",
            "preset=high-transference-film",
            "preset=high-transference-film&j=1&q=0.25",
            "preset=hydrophobic-film&coating=bare",
            "preset=bare-high-current&coating=coated&sigma=100",
            "coating=coated&chi=0.5&crack=5&heal=10",
            "tilt=20&beta=5",
            "preset=rigid-film&chi=0.25",
        ] {
            let (settings, refusals) = Settings::parse(address);
            assert_eq!(refusals, [], "{address}");
            assert_eq!(settings.encode(), address);
        }
    }

    #[test]
    fn what_cannot_be_had_is_named_with_what_can_and_the_rest_is_kept() {
        let cases = [
            (
                "j=500",
                "j = 500 (allowed: Current density: 0.1 to 50 mA cm⁻²)",
            ),
            (
                "j=fast",
                "j = fast (allowed: Current density: 0.1 to 50 mA cm⁻²)",
            ),
            (
                "j=NaN",
                "j = NaN (allowed: Current density: 0.1 to 50 mA cm⁻²)",
            ),
            ("coating=gold", "coating = gold (allowed: bare or coated)"),
            (
                "pinholes=1.5",
                "pinholes = 1.5 (allowed: Pinholes in the window: a whole number from 0 to 4)",
            ),
            ("v=9", "v = 9 (allowed: 1)"),
            (
                "preset=gold-film",
                "preset = gold-film (allowed: bare-low-current, bare-high-current, thin-conductive-film, \
                 thick-resistive-film, high-transference-film, hydrophobic-film, film-with-pinholes, \
                 near-limiting-current, rigid-film, conformal-film, self-repairing-film, aligned-grains, \
                 random-grains)",
            ),
        ];
        for (bad, said) in cases {
            let (settings, refusals) = Settings::parse(&format!("{bad}&q=2"));
            assert_eq!(
                refusals.iter().map(ToString::to_string).collect::<Vec<_>>(),
                [said]
            );
            assert_eq!(settings.encode(), "q=2");
        }
        let (_, refusals) = Settings::parse("colour=red");
        assert!(
            refusals[0]
                .allowed
                .starts_with("the keys preset, coating, j, q"),
            "{refusals:?}"
        );
    }

    #[test]
    fn the_addresss_run_is_a_valid_case() {
        for address in [
            "",
            "coating=coated",
            "coating=coated&d=50&sigma=0.001&j=50&q=20&pinholes=4&nuclei=0",
            "coating=coated&chi=0&crack=100&heal=60&tilt=45&beta=10",
        ] {
            let case = Settings::parse(address)
                .0
                .to_case()
                .expect("fits the fields");
            assert!(case.validate().is_ok(), "{address}");
        }
    }

    #[test]
    fn bare_foil_has_no_film_whatever_else_the_address_says() {
        let case = Settings::parse("d=25&pinholes=4")
            .0
            .to_case()
            .expect("fits the fields");
        assert_eq!((case.coating.thickness_m, case.coating.pinholes), (0.0, 0));
    }
}
