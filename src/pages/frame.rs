//! What stands around every page: skip link, header, navigation, main region, footer.
//! Here because embeds show a widget and nothing else, and only this decides which.
//! Must not know: what a page shows.

use leptos::prelude::*;

use crate::{
    components::links::href,
    routes::{Route, SITE_NAME},
    services::content::use_review,
    widgets::place::{Widget, place},
};

/// The page inside its frame, or bare when it is an embed.
pub fn framed(route: &Route, page: AnyView) -> AnyView {
    if route.is_embed() {
        return view! { <main id="main" class="embed">{page}</main> }.into_any();
    }
    view! {
        <a class="skip" href="#main">"Skip to the text"</a>
        {header(&route.path())}
        <main id="main" tabindex="-1">{page}</main>
        <Footer />
    }
    .into_any()
}

const DOORS: [(&str, &str); 5] = [
    ("/read/", "Read"),
    ("/explore/", "Table 1"),
    ("/simulate/", "Simulate"),
    ("/teach/", "Teach"),
    ("/about/", "About"),
];

const SEARCH: &str = "/search/";

fn header(path: &str) -> AnyView {
    let doors = DOORS.map(|(to, name)| {
        let here = path
            .starts_with(to)
            .then_some(if path == to { "page" } else { "true" });
        view! {
            <li>
                <a href=href(to) aria-current=here>{name}</a>
            </li>
        }
    });
    view! {
        <header class="site-header">
            <a class="brand" href=href("/")>
                <svg class="brand-mark" viewBox="0 0 32 20" aria-hidden="true">
                    <path class="brand-metal" d="M0 16c4 0 4-7 8-7s4 4 8 4 4-10 8-10 4 12 8 12v5H0z" />
                    <path class="brand-film" d="M0 13c4 0 4-7 8-7s4 4 8 4 4-10 8-10 4 12 8 12" />
                </svg>
                {SITE_NAME}
            </a>
            <nav aria-label="Site">
                <ul>
                    {doors}
                    <li>
                        <a class="search-door" href=href(SEARCH) aria-current=(path == SEARCH).then_some("page")>
                            <svg class="search-sign" viewBox="0 0 20 20" aria-hidden="true">
                                <circle cx="8.5" cy="8.5" r="5.5" />
                                <path d="M12.7 12.7 17.5 17.5" />
                            </svg>
                            "Search"
                        </a>
                    </li>
                </ul>
            </nav>
        </header>
    }
    .into_any()
}

#[component]
fn Footer() -> impl IntoView {
    let article = &use_review().article;
    let doi = format!("https://doi.org/{}", article.doi);
    view! {
        <footer class="site-footer">
            <div>
                <p>
                    "A companion to "
                    <cite>{article.title.clone()}</cite>
                    {format!(
                        ", {} {}, {}, {}. ",
                        article.journal,
                        article.year,
                        article.volume,
                        article.pages,
                    )}
                    <a href=doi>"Read the article at its publisher"</a>
                    "."
                </p>
                <p>
                    "Not affiliated with its authors or publisher. Our text and data compilation: CC BY 4.0; code: MIT or Apache-2.0."
                </p>
            </div>
            <ul class="footer-links">
                <li><a href=href("/read/all/")>"The whole review"</a></li>
                <li><a href=href("/figures/")>"Figures"</a></li>
                <li><a href=href("/materials/")>"Materials"</a></li>
                <li><a href=href("/references/")>"References"</a></li>
                <li><a href=href("/glossary/")>"Glossary"</a></li>
                <li><a href=href("/source-notes/")>"Source notes"</a></li>
                <li><a href=href("/cite/")>"Cite"</a></li>
                <li><a href=href("/about/")>"About and licences"</a></li>
            </ul>
            <div class="theme-place">{place(Widget::Theme)}</div>
        </footer>
    }
    .into_any()
}
