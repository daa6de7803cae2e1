//! The formats of bibliography files, by name and ending.
//! Here because buttons, links and files offer the same three.
//! Must not know: which works there are.

use super::{CitationError, Work, bibtex, csl, ris};

/// A format that reference managers read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    BibTex,
    Ris,
    CslJson,
}

impl Format {
    pub const ALL: [Format; 3] = [Format::BibTex, Format::Ris, Format::CslJson];

    pub fn name(self) -> &'static str {
        match self {
            Format::BibTex => "BibTeX",
            Format::Ris => "RIS",
            Format::CslJson => "CSL-JSON",
        }
    }

    /// How a file of it is named: after its work, with this ending.
    pub fn ending(self) -> &'static str {
        match self {
            Format::BibTex => "bib",
            Format::Ris => "ris",
            Format::CslJson => "json",
        }
    }

    /// Works as one file.
    pub fn write(self, works: &[Work]) -> Result<String, CitationError> {
        match self {
            Format::BibTex => bibtex::write(works),
            Format::Ris => Ok(ris::write(works)),
            Format::CslJson => Ok(csl::write(works)),
        }
    }
}
