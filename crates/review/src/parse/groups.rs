//! Our own words for grouping Table 1's materials: families and single functions (`groups.toml`).
//! Here because a filter offers them, and each material names some.
//! Must not know: materials.

use std::path::Path;

use crate::Named;

use super::{
    fields::{self, Fields},
    ledger::{Kind, Ledger},
    source::Source,
};

/// Families and single functions, in the order of the file.
pub(super) fn read(content_dir: &Path, ledger: &mut Ledger) -> (Vec<Named>, Vec<Named>) {
    let Some(source) = Source::read(content_dir, "groups.toml", ledger) else {
        return (Vec::new(), Vec::new());
    };
    let both = |fields: &mut Fields<'_>, ledger: &mut Ledger| {
        let families = named(fields, "family", Kind::Family, ledger);
        (families, named(fields, "function", Kind::Function, ledger))
    };
    fields::with_document(&source, 0, &source.text, "file", ledger, both).unwrap_or_default()
}

fn named(
    fields: &mut Fields<'_>,
    key: &'static str,
    kind: Kind,
    ledger: &mut Ledger,
) -> Vec<Named> {
    fields.tables(key, ledger, |fields, ledger| {
        let id = fields.text("id", ledger);
        ledger.give(kind, &id, &fields.place_of("id"));
        let label = fields.text("label", ledger);
        Named { id, label }
    })
}
