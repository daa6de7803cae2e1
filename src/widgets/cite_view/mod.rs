//! A citation of what the reader has before them: the page with its address and the day.
//! Here because only the browser knows both, and a view is its address.
//! Must not know: what a query means, citation styles.

mod template;

use leptos::prelude::*;

use self::template::{Form, Seen};
use crate::{
    components::{links::href, takeover::use_taken_over},
    platform::{self, address::use_address},
};

/// Closed until asked for; `page` is named in the citation and lies at `path`.
#[component]
pub fn CiteView(page: &'static str, path: &'static str) -> impl IntoView {
    let taken_over = use_taken_over();
    let query = use_address().query();
    let here = href(path);
    let (form, set_form) = signal(Form::Text);
    let citation = Memo::new(move |_| {
        let seen = if taken_over.get() {
            let origin = platform::origin().unwrap_or_default();
            let question = if query.with(String::is_empty) {
                ""
            } else {
                "?"
            };
            Seen {
                page,
                address: query.with(|query| format!("{origin}{here}{question}{query}")),
                day: platform::today(),
            }
        } else {
            Seen::unknown(page)
        };
        form.get().write(&seen)
    });
    let choose = move |event| set_form.set(Form::read(&event_target_value(&event)));
    view! {
        <details class="cite-view citation">
            <summary>"Cite this view"</summary>
            <p>
                "The address holds what you see here. What it rests on has authors of its own: "
                <a href=href("/cite/")>"what to cite for what"</a> "."
            </p>
            <p class="citation-actions">
                <label>
                    "Form "
                    <select on:change=choose disabled=move || !taken_over.get()>
                        <option>"Text"</option>
                        <option>"BibTeX"</option>
                        <option>"RIS"</option>
                        <option>"CSL-JSON"</option>
                    </select>
                </label>
                <button type="button" data-copy=move || citation.get()>
                    "Copy"
                </button>
            </p>
            <pre tabindex="0" role="region" aria-label="Citation of this view">
                <code>{move || citation.get()}</code>
            </pre>
        </details>
    }
    .into_any()
}
