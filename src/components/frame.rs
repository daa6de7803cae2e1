//! What stands around every page: skip link, header, navigation, main region, footer.
//! Here because embeds show a widget and nothing else, and only this decides which.
//! Must not know: what a page shows.

use leptos::prelude::*;

use super::{
    links::{href, use_path},
    takeover::use_taken_over,
    theme::ThemeChoice,
};
use crate::{
    app::use_review,
    platform,
    routes::{Route, SITE_NAME},
};

/// The page inside its frame, or bare when it is an embed.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let path = use_path();
    // Whether a page is an embed never changes while it is open: embeds link out, never in.
    let bare = is_embed(&path.get_untracked());
    keep_title_and_focus();
    if bare {
        platform::frame::report_height_on_change();
        view! { <main id="main" class="embed">{children()}</main> }.into_any()
    } else {
        view! {
            <a class="skip" href="#main">"Skip to the text"</a>
            <Header />
            <main id="main" tabindex="-1">{children()}</main>
            <Footer />
        }
        .into_any()
    }
}

fn is_embed(path: &str) -> bool {
    path.starts_with("/embed/") && path != "/embed/"
}

/// After a link inside the site: the title follows and the reader's place is the new page's start.
fn keep_title_and_focus() {
    let path = use_path();
    let review = use_review();
    Effect::new(move |previous: Option<String>| {
        let path = path.get();
        if previous.is_some_and(|previous| previous != path) {
            platform::set_title(&Route::at(&path, review).meta(review).title);
            platform::focus_main();
        }
        path
    });
}

const DOORS: [(&str, &str); 5] = [
    ("/read/", "Read"),
    ("/explore/", "Table 1"),
    ("/simulate/", "Simulate"),
    ("/teach/", "Teach"),
    ("/about/", "About"),
];

#[component]
fn Header() -> impl IntoView {
    let path = use_path();
    let doors = DOORS.map(|(to, name)| {
        let here = move || path.get().starts_with(to).then_some("page");
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
                <ul>{doors}</ul>
            </nav>
        </header>
    }
    .into_any()
}

#[component]
fn Footer() -> impl IntoView {
    let taken_over = use_taken_over();
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
                <li><a href=href("/references/")>"References"</a></li>
                <li><a href=href("/glossary/")>"Glossary"</a></li>
                <li><a href=href("/source-notes/")>"Source notes"</a></li>
                <li><a href=href("/about/")>"About and licences"</a></li>
            </ul>
            // Without scripts there is nothing to choose: the page follows the system.
            <div class="theme-place">{move || taken_over.get().then(|| view! { <ThemeChoice /> })}</div>
        </footer>
    }
    .into_any()
}
