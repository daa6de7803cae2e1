//! Two to four materials of Table 1 side by side: what each is, how it was tested, what differs.
//! Here because "is the comparison fair?" is asked of a few materials at a time.
//! Must not know: the table's filters, the page around it.

pub mod choice;
mod chooser;
mod likeness;
mod sheet;

use leptos::prelude::*;
use review::Material;

use self::choice::{Choice, FOREIGN_KEYS, query};
use crate::{
    platform::address::{joined, kept, use_address},
    services::content::use_review,
};

#[component]
pub fn CompareWidget() -> impl IntoView {
    let review = use_review();
    let address = use_address();
    let search = address.query();
    let choice = Memo::new(move |_| search.with(|search| Choice::parse(search, review)));
    let show = Callback::new(move |materials: Vec<String>| {
        let frames_own = kept(&search.get_untracked(), FOREIGN_KEYS);
        address.show(&joined(&query(&materials), &frames_own), false);
    });
    let chosen = move || -> Vec<&'static Material> {
        choice.with(|choice| {
            let ids = choice.materials.iter();
            ids.filter_map(|id| review.material(id)).collect()
        })
    };
    let shows_same = RwSignal::new(false);
    view! {
        <section class="compare-widget" aria-label="Materials side by side">
            <chooser::Chooser choice=choice show=show />
            <div role="status">{move || choice.with(refused)}</div>
            {move || sheet::sheet(review, &chosen(), shows_same)}
            {move || likeness::likeness(review, &chosen())}
        </section>
    }
    .into_any()
}

fn refused(choice: &Choice) -> Option<AnyView> {
    if choice.refusals.is_empty() {
        return None;
    }
    let lines = choice
        .refusals
        .iter()
        .map(|refusal| view! { <li>{refusal.clone()}</li> });
    Some(
        view! {
            <div class="notice">
                <p>"Some of this address was not understood and has been left out:"</p>
                <ul>{lines.collect_view()}</ul>
            </div>
        }
        .into_any(),
    )
}
