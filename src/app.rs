//! The modules into which the app is cut: what most pages need, the table's pages, the simulator's pages.
//! Here because a page should send a phone only the code that it runs.
//! Must not know: pages; `routes` says which page loads which module.

/// A WebAssembly module of the site. Each shows the theme's choice and the widgets of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum App {
    /// Search, snippets, and whatever reads no address; every page but those below.
    Reader,
    /// The table and the comparison.
    Explorer,
    Simulator,
}

impl App {
    /// How the module's files begin; the reader's carry a hash that only Trunk knows.
    pub fn file_stem(self) -> Option<&'static str> {
        match self {
            App::Reader => None,
            App::Explorer => Some("app-explorer"),
            App::Simulator => Some("app-simulator"),
        }
    }
}
