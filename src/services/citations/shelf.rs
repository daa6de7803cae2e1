//! What the site offers to cite, by the names of its files.
//! Here because the page that links the files and the prerenderer that writes them must agree.
//! Must not know: formats.

use review::Review;

use super::{Format, Own, Work};

/// The shelf of all references that are known.
pub const REFERENCES: &str = "references";

/// Works that stand in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    /// `article`: the files are named after it.
    pub name: &'static str,
    pub works: Vec<Work>,
}

impl Shelf {
    /// The four things one by one, then all references of which more than the number is known.
    pub fn all(review: &Review, site: Option<&str>) -> Vec<Self> {
        let own = |name, own| Self::of(name, vec![Work::own(own, review, site)]);
        vec![
            Self::of("article", vec![Work::article(&review.article)]),
            own("companion", Own::Companion),
            own("dataset", Own::Dataset),
            own("simulator", Own::Simulator),
            Self::of(REFERENCES, Work::references(review)),
        ]
    }

    fn of(name: &'static str, works: Vec<Work>) -> Self {
        Self { name, works }
    }

    /// Path of its file in the site, without a slash at the beginning.
    pub fn file(&self, format: Format) -> String {
        format!("cite/{}.{}", self.name, format.ending())
    }
}
