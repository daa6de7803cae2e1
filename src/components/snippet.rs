//! A piece of HTML to paste into another page, with a button that copies it.
//! Here because a snippet needs this site's full address, which only the browser knows.
//! Must not know: what it frames.

use leptos::{prelude::*, task::spawn_local};

use super::{links::href, takeover::use_taken_over};
use crate::platform;

/// An iframe's HTML; `path` is a page of this site.
#[component]
pub fn Snippet(path: &'static str, title: &'static str, height: u32) -> impl IntoView {
    let taken_over = use_taken_over();
    let target = href(path);
    let html = Memo::new(move |_| {
        let origin = taken_over.get().then(platform::origin).flatten().unwrap_or_default();
        let source = format!("{origin}{target}").replace('&', "&amp;");
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
