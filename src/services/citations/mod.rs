//! References, article, companion, data and simulator in the formats that reference managers read.
//! Here because cards, the page of citations and the files beside it must agree.
//! Must not know: how any of it is shown.

use review::Reference;

/// A reference as a BibTeX entry, where enough of it is known.
pub fn reference_bibtex(_reference: &Reference) -> Option<String> {
    None
}

/// A reference as a RIS record, where enough of it is known.
pub fn reference_ris(_reference: &Reference) -> Option<String> {
    None
}
