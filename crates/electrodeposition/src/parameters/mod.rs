//! The one table of parameters: path, symbol, unit, range, default, scale and source of every number in a `Case`.
//! Here because validation, the schema and the sliders must never disagree about a range.
//! Must not know: what a model does with a number, how a slider looks.

mod access;
mod coating;
mod deposit;
mod electrolyte;
mod kinetics;
mod operation;
mod programme;
mod surface;
mod validate;

pub use access::PathError;
pub use programme::{STEP_LIMITS, StepLimit};
pub use validate::{CaseError, ValidCase};

use crate::case::Case;

/// Where a default comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// Printed in the review.
    Review,
    /// Published elsewhere, named in `source`.
    Literature,
    /// Follows from a formula given in `source`.
    Derived,
    /// Nobody measured it for this system.
    Assumed,
    /// No property of a system at all: how it is operated, computed or drawn.
    Chosen,
}

impl Tag {
    /// The word shown beside the number.
    pub fn word(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Literature => "literature",
            Self::Derived => "derived",
            Self::Assumed => "assumed",
            Self::Chosen => "chosen",
        }
    }
}

/// One number of a `Case`. `display = SI × display_factor`.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    /// `table.field`, as in a case file.
    pub path: &'static str,
    /// The symbol used in equations.
    pub symbol: &'static str,
    pub name: &'static str,
    /// SI unit, "1" where there is none.
    pub unit: &'static str,
    pub display_unit: &'static str,
    pub display_factor: f64,
    /// In SI units, as are `min` and `max`.
    pub default: f64,
    pub min: f64,
    pub max: f64,
    /// A slider over this range should be logarithmic.
    pub log_scale: bool,
    /// Only whole numbers are meant.
    pub integer: bool,
    pub tag: Tag,
    pub source: &'static str,
    get: fn(&Case) -> f64,
    set: fn(&mut Case, f64),
}

/// A row of the table. The path, the getter and the setter all come from `table.field`, so they cannot drift apart.
macro_rules! row {
    (@set $case:ident, $table:ident . $field:ident, $value:ident, real) => {
        $case.$table.$field = $value
    };
    (@set $case:ident, $table:ident . $field:ident, $value:ident, $int:ident) => {
        // A float-to-integer cast saturates; `Case::set` lets only whole numbers through.
        $case.$table.$field = $value as $int
    };
    (@integer real) => { false };
    (@integer $int:ident) => { true };
    (
        $table:ident . $field:ident : $kind:ident, $symbol:literal, $name:literal,
        [$unit:literal, $display_unit:literal, $display_factor:expr],
        $default:expr, $min:expr => $max:expr, $scale:ident, $tag:ident, $source:literal
    ) => {
        $crate::parameters::Parameter {
            path: concat!(stringify!($table), ".", stringify!($field)),
            symbol: $symbol,
            name: $name,
            unit: $unit,
            display_unit: $display_unit,
            display_factor: $display_factor,
            default: $default,
            min: $min,
            max: $max,
            log_scale: row!(@scale $scale),
            integer: row!(@integer $kind),
            tag: $crate::parameters::Tag::$tag,
            source: $source,
            get: |case| f64::from_number(case.$table.$field),
            set: |case, value| row!(@set case, $table.$field, value, $kind),
        }
    };
    (@scale log) => { true };
    (@scale linear) => { false };
}
use row;

/// Reads the field types a case has as `f64`.
trait FromNumber<T> {
    fn from_number(value: T) -> Self;
}
impl FromNumber<f64> for f64 {
    fn from_number(value: f64) -> Self {
        value
    }
}
impl FromNumber<u32> for f64 {
    fn from_number(value: u32) -> Self {
        Self::from(value)
    }
}
impl FromNumber<u64> for f64 {
    /// Exact below 2^53, which is the table's limit for the seed.
    fn from_number(value: u64) -> Self {
        value as Self
    }
}

static TABLES: [&[Parameter]; 8] = [
    electrolyte::PARAMETERS,
    kinetics::PARAMETERS,
    coating::PARAMETERS,
    operation::CELL,
    operation::OPERATION,
    deposit::PARAMETERS,
    surface::SURFACE,
    surface::BY_PRODUCT,
];

/// Every parameter, in the order a form shows them.
pub fn parameters() -> impl Iterator<Item = &'static Parameter> {
    TABLES.iter().flat_map(|table| table.iter())
}

/// The parameter at `table.field`.
pub fn parameter(path: &str) -> Option<&'static Parameter> {
    parameters().find(|parameter| parameter.path == path)
}
