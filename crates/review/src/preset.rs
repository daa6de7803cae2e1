//! Presets of the simulator: numbers with where each comes from, and what they show of the review.
//! Here because a preset is content: its words and sources are checked beside the text that they point to.
//! Must not know: what a path means to the simulator, which numbers it allows.

use serde::{Deserialize, Serialize};

use crate::{Inline, Review};

/// One preset: what differs from the simulator's own defaults.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Preset {
    /// Stable id, the file's name: `film-with-pinholes`.
    pub id: String,
    /// Place in the list, from 1.
    pub number: u16,
    /// Id of the preset that it is to be compared with, if any; that one names this in turn.
    pub pair: Option<String>,
    pub title: String,
    /// What is run and what is to be looked at.
    pub brief: Vec<Inline>,
    /// Which lever of the review it shows.
    pub lever: Vec<Inline>,
    pub cannot_show: Vec<Inline>,
    pub values: Vec<PresetValue>,
    /// Materials that this preset is about, each with the reason.
    pub materials: Vec<PresetMaterial>,
    /// Characteristics as Table 1 prints them, whose lever this is.
    pub characteristics: Vec<String>,
    /// Major functions as Table 1 prints them, whose lever this is.
    pub functions: Vec<String>,
}

/// One number of a preset.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PresetValue {
    /// `table.field` of the simulator's case.
    pub path: String,
    /// In SI units.
    pub value: f64,
    pub tag: PresetTag,
    /// Where the review prints it; of `PresetTag::Review` alone.
    pub printed: Option<Printed>,
    /// Id of the material for which it was reported, if for one.
    pub material: Option<String>,
    /// Why this number; may be empty where it is printed.
    pub reason: Vec<Inline>,
}

/// A quantity in the review.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Printed {
    /// Number and unit as printed: `3.93 mS cm⁻¹`.
    pub quantity: Vec<Inline>,
    /// Slug of the section that gives it.
    pub section: String,
    /// References of that place.
    pub references: Vec<u16>,
}

/// Where a number comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PresetTag {
    /// Printed in the review.
    Review,
    /// Published elsewhere, named in the reason.
    Literature,
    /// Follows from a formula given in the reason.
    Derived,
    /// Nobody measured it for this system.
    Assumed,
    /// How the simulated cell is operated or drawn.
    Chosen,
}

impl PresetTag {
    pub const ALL: [PresetTag; 5] = [
        Self::Review,
        Self::Literature,
        Self::Derived,
        Self::Assumed,
        Self::Chosen,
    ];

    /// The word in content files and beside the number.
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

/// A material that a preset is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PresetMaterial {
    /// Of Table 1 or of the text alone.
    pub id: String,
    /// The rest of a sentence that begins with "because".
    pub because: Vec<Inline>,
}

/// What somebody who knows the simulator finds wrong with a preset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresetFault {
    /// Which of its values, if it is about one.
    pub value: Option<usize>,
    pub message: String,
    /// Where the value's path is unknown: the paths that exist.
    pub known_paths: Vec<&'static str>,
}

impl Review {
    /// The preset with this id.
    pub fn preset(&self, id: &str) -> Option<&Preset> {
        self.presets.iter().find(|preset| preset.id == id)
    }
}
