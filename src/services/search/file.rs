//! The file of documents, under a name that changes with what is in it.
//! Here because a page kept by a browser must meet the index it was built with, or none.
//! Must not know: what the documents say.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::OnceLock,
};

use super::{
    collect,
    document::{Index, SHAPE},
};
use crate::services::content;

/// How the file's name begins; after it stand a hash and `.json`.
pub const INDEX_PREFIX: &str = "search-";

/// The file's path below the site's base, and its text. `None` if the content or the documents cannot be written down,
/// which the prerenderer reports.
pub fn file() -> Option<&'static (String, String)> {
    static FILE: OnceLock<Option<(String, String)>> = OnceLock::new();
    FILE.get_or_init(|| {
        let index = Index {
            shape: SHAPE,
            documents: collect(content::load().ok()?),
        };
        let text = serde_json::to_string(&index).ok()?;
        let mut hash = DefaultHasher::new();
        text.hash(&mut hash);
        let name = format!("/{INDEX_PREFIX}{:016x}.json", hash.finish());
        Some((name, text))
    })
    .as_ref()
}
