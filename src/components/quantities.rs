//! The numbers of a test: three as printed, four that follow from them, each with its symbol or formula.
//! Here because a derived number is honest only beside the formula it comes from.
//! Must not know: which material's test it is.

use review::{Condition, Derived};

/// One line of the sheet of tests.
#[derive(Debug, Clone, Copy)]
pub struct Quantity {
    pub name: &'static str,
    pub unit: &'static str,
    /// MathML: a symbol where printed, a formula where derived.
    pub formula: &'static str,
    pub is_derived: bool,
    pub of: fn(&Condition) -> Derived,
    /// How many digits are shown; what is printed is shown in full.
    pub n_digits: usize,
}

const ALL_DIGITS: usize = 15;

pub const QUANTITIES: [Quantity; 7] = [
    printed(
        "Current density",
        "mA cm⁻²",
        "<math><mi>J</mi></math>",
        |row| exact(row.current_density_ma_cm2),
    ),
    printed(
        "Areal capacity",
        "mA h cm⁻²",
        "<math><mi>C</mi></math>",
        |row| exact(row.areal_capacity_mah_cm2),
    ),
    printed("Lifespan", "h", "<math><mi>t</mi></math>", |row| Derived {
        value: row.lifespan_h,
        is_lower_bound: row.lifespan_is_lower_bound,
    }),
    derived(
        "Half-cycle",
        "h",
        "<math displaystyle=\"true\"><mfrac><mi>C</mi><mi>J</mi></mfrac></math>",
        |row| exact(row.half_cycle_h()),
        4,
    ),
    derived(
        "Cycles",
        "",
        "<math displaystyle=\"true\"><mfrac><mrow><mi>t</mi><mo>&#x2062;</mo><mi>J</mi></mrow><mrow><mn>2</mn><mo>&#x2062;</mo><mi>C</mi></mrow></mfrac></math>",
        Condition::n_cycles,
        4,
    ),
    derived(
        "Plated in a lifetime",
        "mA h cm⁻²",
        "<math displaystyle=\"true\"><mfrac><mrow><mi>J</mi><mo>&#x2062;</mo><mi>t</mi></mrow><mn>2</mn></mfrac></math>",
        Condition::cumulative_plated_capacity_mah_cm2,
        4,
    ),
    derived(
        "Zinc in a half-cycle",
        "µm",
        "<math displaystyle=\"true\"><mfrac><mi>C</mi><mrow><mn>5855</mn><mspace width=\"0.2em\"></mspace><mtext>mA h cm⁻³</mtext></mrow></mfrac></math>",
        |row| exact(row.zinc_per_half_cycle_um()),
        3,
    ),
];

const fn printed(
    name: &'static str,
    unit: &'static str,
    formula: &'static str,
    of: fn(&Condition) -> Derived,
) -> Quantity {
    Quantity {
        name,
        unit,
        formula,
        is_derived: false,
        of,
        n_digits: ALL_DIGITS,
    }
}

const fn derived(
    name: &'static str,
    unit: &'static str,
    formula: &'static str,
    of: fn(&Condition) -> Derived,
    n_digits: usize,
) -> Quantity {
    Quantity {
        name,
        unit,
        formula,
        is_derived: true,
        of,
        n_digits,
    }
}

fn exact(value: f64) -> Derived {
    Derived {
        value,
        is_lower_bound: false,
    }
}

/// A positive number to so many significant digits, without zeros at its end, groups of three parted from 10 000 on.
pub fn significant(value: f64, n_digits: usize) -> String {
    let exponent = value.abs().log10().floor();
    // Digits before the point are all shown: the printed numbers behind them have no more than four.
    let n_decimals = (n_digits as f64 - 1.0 - exponent).clamp(0.0, 15.0) as usize;
    let text = format!("{value:.n_decimals$}");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    let whole = match whole.len() {
        5.. => {
            let (thousands, rest) = whole.split_at(whole.len() - 3);
            format!("{thousands}\u{202f}{rest}")
        }
        _ => whole.to_owned(),
    };
    if fraction.is_empty() {
        whole
    } else {
        format!("{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::significant;

    #[test]
    fn numbers_have_the_digits_asked_for_and_no_more() {
        let cases = [
            (0.25, 15, "0.25"),
            (0.885, 15, "0.885"),
            (2500.0, 15, "2500"),
            (0.2, 4, "0.2"),
            (5000.0 / 45.0, 4, "111.1"),
            (1666.666, 4, "1667"),
            (10_000.0, 4, "10\u{202f}000"),
            (0.085_397, 3, "0.0854"),
            (76.857, 3, "76.9"),
        ];
        for (value, n_digits, expected) in cases {
            assert_eq!(significant(value, n_digits), expected, "{value}");
        }
    }
}
