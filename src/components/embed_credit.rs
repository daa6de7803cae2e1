//! The small link back from a widget in a frame to the same view on the site.
//! Here because a reader in a frame may want the whole page, with the same filters.
//! Must not know: which widget it stands under.

use leptos::prelude::*;

use super::links::href;
use crate::{platform::address::use_address, routes::SITE_NAME};

/// Opens `page` with the frame's own query in a new tab.
#[component]
pub fn EmbedCredit(page: &'static str) -> impl IntoView {
    let query = use_address().query();
    let to = href(page);
    let address = move || {
        query.with(|query| {
            if query.is_empty() {
                to.clone()
            } else {
                format!("{to}?{query}")
            }
        })
    };
    view! {
        <p class="embed-credit">
            <a href=address target="_blank" rel="noopener">
                {SITE_NAME}
            </a>
            " opens this view in full. No cookies, no tracking."
        </p>
    }
    .into_any()
}
