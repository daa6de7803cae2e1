//! The application: providers, routes and the frame around pages.
//! Here because prerenderer and browser must build the very same tree.
//! Must not know: what a page shows.

use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Route as RoutePath, Router},
    path,
};
use review::Review;

use crate::{
    components::{frame::Frame, links::Base, takeover},
    pages,
    platform::theme::ThemeChanges,
    services::content,
};

/// The checked review, for any view that asks.
#[derive(Debug, Clone, Copy)]
pub struct Content(pub &'static Review);

/// The review from context.
pub fn use_review() -> &'static Review {
    expect_context::<Content>().0
}

/// The whole site below a base path (empty at the root of a host).
#[component]
pub fn App(base: String) -> impl IntoView {
    match content::load() {
        Ok(review) => {
            provide_context(Content(review));
            provide_context(Base::new(&base));
            takeover::provide();
            ThemeChanges::provide();
            view! {
                <Router base=base>
                    <Frame>
                        <Pages />
                    </Frame>
                </Router>
            }
            .into_any()
        }
        Err(error) => view! {
            <main class="fault" role="alert">
                <h1>"This page could not be read"</h1>
                <p>{error.to_string()}</p>
                <p>"The file may have been damaged on its way. Reload the page to fetch it again."</p>
            </main>
        }
        .into_any(),
    }
}

#[component]
fn Pages() -> impl IntoView {
    view! {
        <FlatRoutes fallback=pages::NotFound>
            <RoutePath path=path!("/") view=pages::Home />
            <RoutePath path=path!("/read") view=pages::Read />
            <RoutePath path=path!("/read/:slug") view=pages::SectionPage />
            <RoutePath path=path!("/explore") view=pages::Explore />
            <RoutePath path=path!("/simulate") view=pages::Simulate />
            <RoutePath path=path!("/references") view=pages::References />
            <RoutePath path=path!("/glossary") view=pages::Glossary />
            <RoutePath path=path!("/source-notes") view=pages::SourceNotes />
            <RoutePath path=path!("/teach") view=pages::Teach />
            <RoutePath path=path!("/about") view=pages::About />
            <RoutePath path=path!("/embed") view=pages::EmbedTest />
            <RoutePath path=path!("/embed/table") view=pages::EmbedTable />
            <RoutePath path=path!("/embed/simulator") view=pages::EmbedSimulator />
        </FlatRoutes>
    }
    .into_any()
}

/// Takes over the prerendered page.
#[cfg(feature = "hydrate")]
pub fn take_over() {
    match crate::platform::prerendered() {
        Some((root, base)) => leptos::mount::hydrate_from(root, move || view! { <App base=base /> }).forget(),
        None => leptos::logging::error!("this page has no #app element to take over"),
    }
}
