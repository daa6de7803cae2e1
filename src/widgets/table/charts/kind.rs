//! Which chart is shown, as the address and the page name it.
//! Here because a shared address must open the same chart.
//! Must not know: how a chart is drawn.

use crate::services::table::{CUMULATIVE_CAPACITY, LIFESPAN};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Lifespan against current density.
    #[default]
    Lifespan,
    Ranking(Measure),
    /// Materials against what they are said to do.
    Functions,
}

/// What rows are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Hours,
    CumulativeCapacity,
}

impl Kind {
    /// The kinds that a reader chooses between; the measure is a second choice.
    pub const CHOICES: [Kind; 3] = [
        Kind::Lifespan,
        Kind::Ranking(Measure::Hours),
        Kind::Functions,
    ];

    /// In the address; the first kind needs no name.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Lifespan => "",
            Kind::Ranking(Measure::Hours) => "ranking",
            Kind::Ranking(Measure::CumulativeCapacity) => "ranking-by-capacity",
            Kind::Functions => "functions",
        }
    }

    /// `None` if there is no such chart.
    pub fn read(word: &str) -> Option<Self> {
        [
            Kind::Lifespan,
            Kind::Ranking(Measure::Hours),
            Kind::Ranking(Measure::CumulativeCapacity),
            Kind::Functions,
        ]
        .into_iter()
        .find(|kind| kind.word() == word)
    }

    /// In the name of a file and in the page.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Lifespan => "lifespan",
            other => other.word(),
        }
    }

    /// On the switch.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Lifespan => "Lifespan and current",
            Kind::Ranking(_) => "Ranking",
            Kind::Functions => "Functions",
        }
    }

    /// Over a picture that leaves the page.
    pub fn title(self) -> &'static str {
        match self {
            Kind::Lifespan => "Lifespan against current density",
            Kind::Ranking(Measure::Hours) => "Lifespan of each condition",
            Kind::Ranking(Measure::CumulativeCapacity) => {
                "Cumulative plated capacity of each condition"
            }
            Kind::Functions => "Materials and what they are said to do",
        }
    }

    /// The same chart, whatever it measures.
    pub fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

impl Measure {
    pub fn column(self) -> &'static str {
        match self {
            Measure::Hours => LIFESPAN,
            Measure::CumulativeCapacity => CUMULATIVE_CAPACITY,
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Measure::Hours => "Lifespan, h",
            Measure::CumulativeCapacity => "Cumulative plated capacity, mA h cm⁻²",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Measure};

    #[test]
    fn every_kind_is_read_back_and_other_words_are_none() {
        for kind in Kind::CHOICES
            .into_iter()
            .chain([Kind::Ranking(Measure::CumulativeCapacity)])
        {
            assert_eq!(Kind::read(kind.word()), Some(kind));
        }
        assert_eq!(Kind::read("pie"), None);
    }
}
