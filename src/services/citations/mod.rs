//! References, article, companion, data and simulator in the formats that reference managers read.
//! Here because cards, the page of citations and the files beside it must agree.
//! Must not know: how any of it is shown.

mod authors;
mod bibtex;
mod csl;
mod format;
mod ris;
mod shelf;
mod style;
mod work;

use review::Reference;

pub use self::{
    authors::Author,
    format::Format,
    shelf::{REFERENCES, Shelf},
    style::Style,
    work::{Date, Kind, Own, Work},
};

/// What keeps a citation from being written. The prerenderer writes every citation as a file, so none of these can
/// reach a reader: the build stops first.
#[derive(Debug, thiserror::Error)]
pub enum CitationError {
    #[error("{key} does not become BibTeX: {reason}")]
    BibTex { key: String, reason: String },
    #[error("{key} is no CSL-JSON: {source}")]
    CslJson {
        key: String,
        source: serde_json::Error,
    },
    #[error("the style {0} is not one that can be set alone")]
    Style(&'static str),
    #[error("{key} comes out empty in the style {style}")]
    Empty { key: String, style: &'static str },
}

/// A reference as a BibTeX entry, where enough of it is known.
pub fn reference_bibtex(reference: &Reference) -> Option<String> {
    reference_as(reference, Format::BibTex)
}

/// A reference as a RIS record, where enough of it is known.
pub fn reference_ris(reference: &Reference) -> Option<String> {
    reference_as(reference, Format::Ris)
}

// A failure here is one of `references.bib` and `references.ris` too, and is told there.
fn reference_as(reference: &Reference, format: Format) -> Option<String> {
    let work = Work::reference(reference)?;
    format.write(std::slice::from_ref(&work)).ok()
}
