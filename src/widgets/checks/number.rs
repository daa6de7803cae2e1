//! A computed number as a chemist writes it: its unit, its digits, powers of ten.
//! Here because page and browser must write the same number alike, so that two may be compared by eye.
//! Must not know: what a number means.

/// Digits of a value in the table; the stored number has up to seventeen.
pub const DIGITS: usize = 7;
/// Digits of an error or a tolerance.
#[cfg(feature = "ssr")]
pub const DIGITS_OF_ERROR: usize = 2;

/// A value of the engine in the unit of a page: `4.746836 nm s⁻¹`.
pub fn quantity(value: f64, engine_unit: &str, digits: usize) -> String {
    let (factor, unit) = scale(engine_unit);
    let number = number(value * factor, digits);
    if unit.is_empty() {
        number
    } else {
        // The unit stays in one piece and with its number.
        format!("{number}\u{202f}{}", unit.replace(' ', "\u{202f}"))
    }
}

/// The unit that a page uses for one of the engine's, and how many of it are one of those. An unknown unit is its own.
fn scale(engine_unit: &str) -> (f64, &str) {
    match engine_unit {
        "1" => (1.0, ""),
        "V" => (1e3, "mV"),
        "m" => (1e6, "µm"),
        "m²" => (1e12, "µm²"),
        "m s⁻¹" => (1e9, "nm s⁻¹"),
        "Ω m²" => (1e4, "Ω cm²"),
        "A m⁻²" => (0.1, "mA cm⁻²"),
        "mol m⁻³" => (1.0, "mmol L⁻¹"),
        "A m⁻³" => (1e-4, "µA cm⁻² µm⁻¹"),
        "C m⁻²" => (1.0 / 3.6e4, "mA h cm⁻²"),
        "mol m⁻²" => (1e2, "µmol cm⁻²"),
        other => (1.0, other),
    }
}

/// A number with so many significant digits, without zeros at its end, and with a power of ten where it is very large
/// or small.
pub fn number(value: f64, digits: usize) -> String {
    if !value.is_finite() {
        return "not a number".to_owned();
    }
    let text = format!("{value:.*e}", digits.saturating_sub(1));
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let written = if (-3..6).contains(&exponent) {
        let decimals = usize::try_from(digits as i32 - 1 - exponent).unwrap_or(0);
        let rounded: f64 = text.parse().unwrap_or(value);
        without_zeros(&format!("{rounded:.decimals$}"))
    } else {
        let power: String = exponent.to_string().chars().map(raised).collect();
        match without_zeros(mantissa).as_str() {
            "1" => format!("10{power}"),
            mantissa => format!("{mantissa}\u{202f}×\u{202f}10{power}"),
        }
    };
    written.replace('-', "−")
}

fn without_zeros(decimal: &str) -> String {
    if decimal.contains('.') {
        let cut = decimal.trim_end_matches('0').trim_end_matches('.');
        cut.to_owned()
    } else {
        decimal.to_owned()
    }
}

fn raised(c: char) -> char {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    match c.to_digit(10) {
        Some(digit) => DIGITS[digit as usize],
        None => '⁻',
    }
}

#[cfg(test)]
mod tests {
    use electrodeposition::validation::{cases, slow_cases, unfitted};

    use super::*;

    #[test]
    fn numbers_are_written_as_by_hand() {
        for (value, digits, expected) in [
            (0.0, 7, "0"),
            (116.939_789_4, 7, "116.9398"),
            (-2.000_249_225, 7, "−2.000249"),
            (17.0, 7, "17"),
            (150_488.0, 2, "150000"),
            (8.381, 7, "8.381"),
            (1e-12, 2, "10⁻¹²"),
            (3.4e-5, 2, "3.4\u{202f}×\u{202f}10⁻⁵"),
            (0.000_96, 2, "9.6\u{202f}×\u{202f}10⁻⁴"),
            (-6.149_543e-12, 7, "−6.149543\u{202f}×\u{202f}10⁻¹²"),
            (2.5e7, 3, "2.5\u{202f}×\u{202f}10⁷"),
            (f64::NAN, 3, "not a number"),
        ] {
            assert_eq!(number(value, digits), expected);
        }
    }

    #[test]
    fn units_are_a_chemists() {
        for (value, unit, expected) in [
            (4.746_835_503e-9, "m s⁻¹", "4.746836 nm s⁻¹"),
            (2.041e-3, "Ω m²", "20.41 Ω cm²"),
            (3.6e4, "C m⁻²", "1 mA h cm⁻²"),
            (-5.941_250_505e-2, "V", "−59.41251 mV"),
            (116.985_6, "s", "116.9856 s"),
            (0.992, "1", "0.992"),
            (1e4, "A m⁻³", "1 µA cm⁻² µm⁻¹"),
        ] {
            let shown = quantity(value, unit, DIGITS).replace('\u{202f}', " ");
            assert_eq!(shown, expected);
        }
    }

    #[test]
    fn no_row_is_shown_in_a_unit_of_the_engine_alone() {
        let units = cases().chain(slow_cases()).map(|case| case.unit);
        for unit in units.chain(unfitted().map(|measured| measured.unit)) {
            let shown = scale(unit).1;
            let is_plain = ["", "s", "cells"].contains(&shown);
            assert!(is_plain || shown != unit, "{unit}");
        }
    }
}
