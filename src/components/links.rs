//! Addresses of this site, below whatever base path it is served from.
//! Here because a page may live under `/some/repo/` and every link must know.
//! Must not know: which pages exist.

use leptos::prelude::*;

/// The base path without a slash at its end; empty at the root of a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Base(StoredValue<String>);

impl Base {
    pub fn new(base: &str) -> Self {
        Self(StoredValue::new(base.trim_end_matches('/').to_owned()))
    }

    /// The full address of a path such as `/read/`.
    pub fn href(self, path: &str) -> String {
        self.0.with_value(|base| format!("{base}{path}"))
    }
}

/// The full address of a path such as `/read/`.
pub fn href(path: &str) -> String {
    expect_context::<Base>().href(path)
}

/// Where the site will be served from, without a slash at its end; nothing where the build was not told.
#[cfg(feature = "ssr")]
#[derive(Debug, Clone)]
pub struct SiteAddress(pub Option<String>);

/// The site's full address from context.
#[cfg(feature = "ssr")]
pub fn use_site_address() -> Option<String> {
    use_context::<SiteAddress>().and_then(|address| address.0)
}
