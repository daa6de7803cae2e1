//! A piece of HTML to paste into another page, with a button that copies it.
//! Here because a snippet needs this site's full address, which only the browser knows.
//! Must not know: what it frames.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    components::{links::href, takeover::use_taken_over},
    platform,
};

/// What a snippet frames.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Table,
    Simulator,
}

impl Target {
    fn path(self) -> &'static str {
        match self {
            Target::Table => "/embed/table/?type=solid-electrolyte-interphase",
            Target::Simulator => "/embed/simulator/?coating=coated&j=5",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Target::Table => "Table 1 of the review: solid electrolyte interphases",
            Target::Simulator => {
                "Zinc deposition simulator: a coated anode at 5 mA per square centimetre"
            }
        }
    }

    /// For pages that do not listen; the frame then scrolls.
    fn height(self) -> u32 {
        match self {
            Target::Table => 760,
            Target::Simulator => 900,
        }
    }
}

/// An iframe's HTML.
#[component]
pub fn Snippet(target: Target) -> impl IntoView {
    let taken_over = use_taken_over();
    let (title, height) = (target.title(), target.height());
    let path = href(target.path());
    let html = Memo::new(move |_| {
        let origin = taken_over
            .get()
            .then(platform::origin)
            .flatten()
            .unwrap_or_default();
        let source = format!("{origin}{path}").replace('&', "&amp;");
        format!(
            "<iframe src=\"{source}\"\n  title=\"{title}\"\n  width=\"100%\" height=\"{height}\" style=\"border:0\"></iframe>"
        )
    });
    let (told, set_told) = signal("");
    let copy = move |_| {
        spawn_local(async move {
            set_told.set(if platform::clipboard::copy(&html.get_untracked()).await {
                "Copied."
            } else {
                "This browser did not allow copying: select the text instead."
            });
        });
    };
    view! {
        <figure class="snippet">
            <pre tabindex="0" role="region" aria-label=format!("HTML for {title}")>
                <code>{html}</code>
            </pre>
            <figcaption>
                <button type="button" on:click=copy disabled=move || !taken_over.get()>
                    "Copy"
                </button>
                <span role="status">{told}</span>
            </figcaption>
        </figure>
    }
    .into_any()
}
