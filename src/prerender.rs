//! Every route as a file of real HTML, the documents of the search, and the sitemap.
//! Here because a page must read fully without scripts, and crawlers run none.
//! Must not know: what is on the pages.

mod linked_data;
mod scholarly;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use leptos::prelude::*;
use review::{DecodeError, Review};

use crate::{
    app::App,
    components::links::{Base, SiteAddress},
    pages,
    routes::{Meta, Route, SITE_NAME},
    services::{
        citations::{CitationError, Format, REFERENCES, Shelf, Style},
        content::{self, Content},
        search,
    },
};

/// Asked for with the page itself, so that text is set in them from the first paint on.
const FONTS: [&str; 2] = ["companion-sans-roman.woff2", "companion-serif-roman.woff2"];

/// Where the site will be served from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// `/some/repo`, or empty at the root of a host.
    pub base: String,
    /// `https://host.example`, where it is known at build time.
    pub origin: Option<String>,
}

impl Site {
    /// The site's full address without a slash at its end. `SITE_URL` names the host, or the whole address when it
    /// already ends in the base path.
    fn address(&self) -> Option<String> {
        let origin = self.origin.as_ref()?;
        let host = origin.strip_suffix(&self.base).unwrap_or(origin);
        Some(format!("{host}{}", self.base))
    }

    fn address_of(&self, route: &Route) -> Option<String> {
        self.address()
            .map(|address| format!("{address}{}", route.path()))
    }
}

#[derive(Debug, thiserror::Error)]
pub enum PrerenderError {
    #[error("{}: {source}", path.display())]
    File { path: PathBuf, source: io::Error },
    #[error("the shell index.html has no {0} mark")]
    Shell(&'static str),
    #[error("the documents of the search cannot be written as JSON")]
    Search,
    #[error(transparent)]
    Content(#[from] DecodeError),
    #[error(transparent)]
    Citation(#[from] CitationError),
    #[error("data for search engines: {0}")]
    LinkedData(#[from] serde_json::Error),
}

/// Writes all pages into `out`, which holds Trunk's `index.html`, and returns how many there are.
pub fn write_site(out: &Path, site: &Site) -> Result<usize, PrerenderError> {
    let review = content::load()?;
    let shell_path = out.join("index.html");
    let shell = fs::read_to_string(&shell_path).map_err(|source| PrerenderError::File {
        path: shell_path,
        source,
    })?;
    let routes = Route::all(review);
    for route in &routes {
        let html = page(&shell, route, review, site)?;
        write(&file_of(out, route), &html)?;
    }
    let (name, documents) = search::file().ok_or(PrerenderError::Search)?;
    write(&out.join(name.trim_start_matches('/')), documents)?;
    for (name, text) in citation_files(review, site)? {
        write(&out.join(name), &text)?;
    }
    if site.origin.is_some() {
        write(&out.join("sitemap.xml"), &sitemap(&routes, review, site))?;
    }
    Ok(routes.len())
}

/// The bibliography files beside the page of citations, by their paths in the site.
pub fn citation_files(
    review: &Review,
    site: &Site,
) -> Result<Vec<(String, String)>, CitationError> {
    let mut files = Vec::new();
    for shelf in Shelf::all(review, site.address().as_deref()) {
        for format in Format::ALL {
            files.push((shelf.file(format), format.write(&shelf.works)?));
        }
        // The page of citations shows these in every style; a style that fails is to stop the build and not to vanish.
        if shelf.name != REFERENCES {
            for (work, style) in shelf
                .works
                .iter()
                .flat_map(|work| Style::ALL.map(|style| (work, style)))
            {
                style.write(work)?;
            }
        }
    }
    Ok(files)
}

/// Static hosts look for `404.html` at the top; every other page is a folder with an index.
fn file_of(out: &Path, route: &Route) -> PathBuf {
    match route {
        Route::NotFound => out.join("404.html"),
        _ => out.join(route.path().trim_matches('/')).join("index.html"),
    }
}

fn write(path: &Path, text: &str) -> Result<(), PrerenderError> {
    let fault = |source| PrerenderError::File {
        path: path.to_owned(),
        source,
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(fault)?;
    }
    fs::write(path, text).map_err(fault)
}

/// One page: the shell with its head and body filled in.
pub fn page(
    shell: &str,
    route: &Route,
    review: &'static Review,
    site: &Site,
) -> Result<String, PrerenderError> {
    for mark in ["<!--head-->", "<!--app-->", "<html lang=\"en\""] {
        if !shell.contains(mark) {
            return Err(PrerenderError::Shell(mark));
        }
    }
    let body = body(route, review, site);
    let subject = Subject {
        route,
        review,
        site,
        body: &body,
    };
    let head = head(&route.meta(review), route, site)
        + &scholarly::tags(&subject)
        + &linked_data::script(&subject)?;
    Ok(with_app(shell, route.app())
        .replacen(
            "<html lang=\"en\"",
            &format!("<html lang=\"en\" data-base=\"{}\"", site.base),
            1,
        )
        .replacen("<!--head-->", &head, 1)
        .replacen("<!--app-->", &body, 1))
}

/// The shell with the module that the page needs, in place of the one that Trunk wrote into it.
fn with_app(shell: &str, app: App) -> String {
    match (app.file_stem(), module_stem(shell)) {
        (Some(own), Some(trunks)) => shell.replace(trunks, own),
        _ => shell.to_owned(),
    }
}

/// `site-0123456789abcdef`, as Trunk named the module; none where there are no scripts at all.
fn module_stem(shell: &str) -> Option<&str> {
    let from = shell.find("/site-")? + 1;
    let n_bytes = shell[from..].find(['.', '_'])?;
    shell.get(from..from + n_bytes)
}

/// What the head says of a page is taken from here.
struct Subject<'a> {
    route: &'a Route,
    review: &'a Review,
    site: &'a Site,
    /// The page as it stands, so that the head names exactly the references that it cites.
    body: &'a str,
}

fn body(route: &Route, review: &'static Review, site: &Site) -> String {
    Owner::new().with(|| {
        provide_context(Base::new(&site.base));
        provide_context(SiteAddress(site.address()));
        provide_context(Content(review));
        pages::framed(route, pages::page(route)).to_html()
    })
}

fn head(meta: &Meta, route: &Route, site: &Site) -> String {
    let title = escape(&meta.title);
    let description = escape(&meta.description);
    let mut head = format!(
        "<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n\
         <meta property=\"og:description\" content=\"{description}\">\n\
         <meta property=\"og:type\" content=\"website\">\n\
         <meta property=\"og:site_name\" content=\"{SITE_NAME}\">"
    );
    for font in FONTS {
        head.push_str(&format!(
            "\n<link rel=\"preload\" as=\"font\" type=\"font/woff2\" href=\"{}/fonts/{font}\" crossorigin>",
            site.base
        ));
    }
    if !meta.indexed {
        head.push_str("\n<meta name=\"robots\" content=\"noindex\">");
    }
    if let (Some(address), true) = (site.address_of(route), meta.indexed) {
        let address = escape(&address);
        head.push_str(&format!(
            "\n<link rel=\"canonical\" href=\"{address}\">\n<meta property=\"og:url\" content=\"{address}\">"
        ));
    }
    head
}

fn sitemap(routes: &[Route], review: &Review, site: &Site) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let indexed = routes.iter().filter(|route| route.meta(review).indexed);
    for address in indexed.filter_map(|route| site.address_of(route)) {
        xml.push_str(&format!("  <url><loc>{}</loc></url>\n", escape(&address)));
    }
    xml.push_str("</urlset>\n");
    xml
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
