//! A chart that loads when it comes near, says why when it cannot, and keeps its room meanwhile.
//! Here because every chart of the site waits, draws, fails and cleans up in the same way.
//! Must not know: what it plots.

use leptos::{html::Div, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Figure, binding};
use crate::platform::{script, seen};

/// How far below the view the script begins to load.
const MARGIN: &str = "200px";
const NOT_LOADED: &str =
    "The chart script did not load. The numbers below are complete without it.";

/// What has become of the chart script for this chart.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage {
    Waiting,
    Loading,
    Ready,
    Failed(String),
}

/// Draws `figure` and follows it. The data must also stand in the page as text: `label` names the picture only.
#[component]
pub fn Chart(
    /// Where the chart script lies.
    script: String,
    #[prop(into)] label: String,
    #[prop(into)] figure: Signal<Figure>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let (stage, set_stage) = signal(Stage::Waiting);
    let address = script;
    let load = Callback::new(move |()| {
        set_stage.set(Stage::Loading);
        let address = address.clone();
        spawn_local(async move {
            let outcome = script::load(&address).await;
            set_stage.try_set(match outcome {
                Ok(()) => Stage::Ready,
                Err(script::NotLoaded) => Stage::Failed(NOT_LOADED.to_owned()),
            });
        });
    });
    Effect::new(move |_| {
        let Some(element) = place.get() else { return };
        seen::watch(&element, MARGIN, move |near| {
            if near && matches!(stage.try_get_untracked(), Some(Stage::Waiting)) {
                load.run(());
            }
        });
    });
    Effect::new(move |_| {
        let (Some(element), Stage::Ready) = (place.get(), stage.get()) else {
            return;
        };
        let element: HtmlElement = element.unchecked_into();
        if let Err(error) = figure.with(|figure| binding::react(&element, figure)) {
            set_stage.set(Stage::Failed(error.to_string()));
        }
    });
    on_cleanup(move || {
        if let Some(Some(element)) = place.try_get_untracked() {
            binding::purge(element.unchecked_ref());
        }
    });
    let words = move || match stage.get() {
        // Nothing is on its way yet, and without scripts nothing ever will be.
        Stage::Waiting => None,
        Stage::Loading => {
            Some(view! { <p class="chart-wait">"The chart is on its way."</p> }.into_any())
        }
        Stage::Ready => None,
        Stage::Failed(reason) => Some(
            view! {
                <p class="failure" role="alert">
                    {reason}
                    " "
                    <button type="button" on:click=move |_| load.run(())>
                        "Try again"
                    </button>
                </p>
            }
            .into_any(),
        ),
    };
    view! {
        <div class="chart">
            <div class="chart-place" node_ref=place role="img" aria-label=label></div>
            {words}
        </div>
    }
    .into_any()
}
