//! Whether a row is alike, and in words why it is not.
//! Here because a row that is left out of a ranking is owed a reason.
//! Must not know: tables, the rule (`comparison.rs`).

/// Whether a row is alike.
#[derive(Debug, Clone, PartialEq)]
pub enum Likeness {
    Alike,
    /// Every reason, in order of column id.
    Outside(Vec<Unlike>),
}

/// Why one column puts a row outside. `name` is the column's label.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Unlike {
    #[error("{} {value} is {} {reference}", lowered(.name), times(*.value, *.reference))]
    Ratio {
        column: String,
        name: String,
        value: f64,
        reference: f64,
    },
    #[error("{} is not reported", lowered(.name))]
    NotReported { column: String, name: String },
    #[error("{} is only known to be above {value}", lowered(.name))]
    OnlyBound {
        column: String,
        name: String,
        value: f64,
    },
    #[error("{} {value} has no ratio to {reference}", lowered(.name))]
    NoRatio {
        column: String,
        name: String,
        value: f64,
        reference: f64,
    },
}

/// `40 times`, or `1/40 of`.
fn times(value: f64, reference: f64) -> String {
    if value >= reference {
        format!("{} times", three_digits(value / reference))
    } else {
        format!("1/{} of", three_digits(reference / value))
    }
}

/// Rounded to three significant digits.
fn three_digits(value: f64) -> String {
    let rounded = format!("{value:.2e}").parse().unwrap_or(value);
    crate::range::short_number(rounded)
}

/// A heading inside a sentence: `Current density` becomes `current density`, `DOD` stays.
fn lowered(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}
