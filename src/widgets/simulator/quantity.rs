//! A number of a case in the words of a page: its value, its unit and its name.
//! Here because slider, note and page must show the same number alike.
//! Must not know: where the number comes from, what it does.

use electrodeposition::parameters::Parameter;

/// A number of a case in display units, to twelve digits.
pub fn displayed(si: f64, row: &Parameter) -> f64 {
    let shown = si * row.display_factor;
    format!("{shown:.11e}").parse().unwrap_or(shown)
}

/// A parameter's display unit as it stands behind a number; empty where there is none.
pub fn unit(row: &Parameter) -> String {
    match row.display_unit {
        "1" => String::new(),
        power if power.starts_with("10") => format!("× {power}"),
        unit => unit.to_owned(),
    }
}

/// A parameter's name inside a sentence: a small first letter, unless the first word is a symbol such as Zn²⁺.
pub fn in_sentence(name: &str) -> String {
    let word = name.split(' ').next().unwrap_or_default();
    let is_symbol = word.len() < 3 || !word.chars().all(|c| c.is_ascii_alphabetic());
    if is_symbol {
        return name.to_owned();
    }
    let (first, rest) = name.split_at(1);
    first.to_lowercase() + rest
}
