//! The built site on a server of its own, and what every page of it has.
//! Here because each journey needs a server whose journal and faults nobody else touches.
//! Must not know: what a journey looks at.

use std::{env, path::PathBuf};

use companion::{content, routes::Route};
use xtask::server::{SiteOptions, SiteServer};

use crate::driver::Browser;

/// What exists only after the takeover: the choice of a theme at the end of every page, or a live button in a bare widget.
const TAKEN_OVER: &str = "document.readyState === 'complete' && document.querySelector('.theme-choice select, main.embed button:enabled') !== null";

/// The site as it lies at the root of a host.
pub fn at_root() -> SiteServer {
    serve(folder("SITE_ROOT_DIST"), "/".to_owned())
}

/// The site as it lies below the root of a host.
pub fn below() -> SiteServer {
    serve(
        folder("SITE_SUBPATH_DIST"),
        env::var("SITE_SUBPATH").expect("SITE_SUBPATH is set by `cargo xtask test`"),
    )
}

/// Any folder with an `index.html`, on a port of its own.
pub fn serve(dist: PathBuf, base: String) -> SiteServer {
    SiteServer::start(SiteOptions {
        dist,
        base,
        port: 0,
    })
    .expect("the site is built and a port is free")
}

fn folder(variable: &str) -> PathBuf {
    env::var_os(variable)
        .unwrap_or_else(|| panic!("{variable} is set by `cargo xtask test`"))
        .into()
}

/// The full address of a path such as `/read/`.
pub fn address(server: &SiteServer, path: &str) -> String {
    format!("{}{}", server.url(), path.trim_start_matches('/'))
}

/// Every page of the site.
pub fn routes() -> Vec<Route> {
    Route::all(content::load().expect("the content decodes"))
}

/// Loads a page and waits until the app has taken it over.
pub fn open(browser: &Browser, server: &SiteServer, path: &str) {
    browser.go(&address(server, path));
    wait_for_takeover(browser);
}

pub fn wait_for_takeover(browser: &Browser) {
    browser.wait_for(TAKEN_OVER, true);
}

/// The part of the address after the host.
pub fn place(browser: &Browser) -> String {
    browser
        .ask("location.pathname + location.search + location.hash")
        .as_str()
        .unwrap_or_default()
        .to_owned()
}
