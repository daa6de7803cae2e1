//! What a column holds, how it is named, and where its values come from.
//! Here because a derived number must never pass for a printed one.
//! Must not know: rows.

use serde::{Deserialize, Serialize};

/// One column. Made with [`Column::new`] and refined by the methods that follow it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Stable id, used in addresses and exports: `current_density_ma_cm2`.
    pub id: String,
    /// Heading: `Current density`.
    pub label: String,
    /// Unit as shown in the heading: `mA cm⁻²`.
    pub unit: Option<String>,
    pub kind: ColumnKind,
    pub provenance: Provenance,
    /// How a histogram of the column divides its span.
    pub scale: Scale,
    /// Is the column shown where a query does not say?
    pub shown: bool,
    /// Does a reader's own row have to use a label that is already there?
    pub closed: bool,
    /// Must a reader's own number be above zero?
    pub above_zero: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ColumnKind {
    /// Free text: sortable, searchable.
    Text,
    /// One or several labels a row: sortable, searchable, counted.
    Category,
    /// A number that may be a bound.
    Number,
}

/// Where the values of a column come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Provenance {
    /// Read from the source.
    Printed,
    /// Computed from other columns, or a grouping that the source does not print.
    Derived {
        /// In words a reader can check: `current density × lifespan ÷ 2`.
        formula: String,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scale {
    Linear,
    /// Bins of equal ratio; linear all the same where a value is not above zero.
    Log,
}

impl Column {
    /// A printed column without unit, shown, open to new labels, on a linear scale.
    #[must_use]
    pub fn new(id: &str, label: &str, kind: ColumnKind) -> Self {
        Self {
            id: id.to_owned(),
            label: label.to_owned(),
            unit: None,
            kind,
            provenance: Provenance::Printed,
            scale: Scale::Linear,
            shown: true,
            closed: false,
            above_zero: false,
        }
    }

    #[must_use]
    pub fn unit(mut self, unit: &str) -> Self {
        self.unit = Some(unit.to_owned());
        self
    }

    #[must_use]
    pub fn log(mut self) -> Self {
        self.scale = Scale::Log;
        self
    }

    /// Not shown unless a query asks for it.
    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.shown = false;
        self
    }

    /// Not read from the source but made by whoever made the table, in the way that `formula` says.
    #[must_use]
    pub fn ours(mut self, formula: &str) -> Self {
        self.provenance = Provenance::Derived {
            formula: formula.to_owned(),
        };
        self
    }

    /// Own rows may use only labels that are already there.
    #[must_use]
    pub fn closed(mut self) -> Self {
        self.closed = true;
        self
    }

    /// Own rows may hold only numbers above zero.
    #[must_use]
    pub fn above_zero(mut self) -> Self {
        self.above_zero = true;
        self
    }

    /// `Lifespan (h)`: heading and unit, as exports name a column.
    #[must_use]
    pub fn heading(&self) -> String {
        match &self.unit {
            Some(unit) => format!("{} ({unit})", self.label),
            None => self.label.clone(),
        }
    }

    /// The formula of a derived column.
    #[must_use]
    pub fn formula(&self) -> Option<&str> {
        match &self.provenance {
            Provenance::Printed => None,
            Provenance::Derived { formula } => Some(formula),
        }
    }
}
