//! Presets as runs of the simulator: of each its title, its numbers with their tags, and the case they make.
//! Here because review and physics know nothing of one another, and somebody has to set the one's numbers in the other.
//! Must not know: sliders, addresses, the prose about a preset.

#[cfg(test)]
mod check;
#[cfg(feature = "ssr")]
pub mod closest;

use std::sync::OnceLock;

use electrodeposition::case::Case;
use review::PresetValue;

use super::content;

/// A preset, ready to run.
#[derive(Debug)]
pub struct Preset {
    pub id: &'static str,
    pub title: &'static str,
    pub values: &'static [PresetValue],
    /// The defaults of a case with the preset's values.
    pub case: Case,
}

/// There is one of each id.
impl PartialEq for Preset {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

static ALL: OnceLock<Vec<Preset>> = OnceLock::new();

/// All presets in the order in which they are offered; none where the content was damaged.
pub fn all() -> &'static [Preset] {
    ALL.get_or_init(|| {
        let review = content::load().ok();
        let presets = review.into_iter().flat_map(|review| &review.presets);
        presets.filter_map(ready).collect()
    })
}

/// The preset with this id.
pub fn preset(id: &str) -> Option<&'static Preset> {
    all().iter().find(|preset| preset.id == id)
}

/// The build has checked that every value fits.
fn ready(preset: &'static review::Preset) -> Option<Preset> {
    let mut case = Case::default();
    for value in &preset.values {
        case.set(&value.path, value.value).ok()?;
    }
    Some(Preset {
        id: &preset.id,
        title: &preset.title,
        values: &preset.values,
        case,
    })
}
