//! A chart that loads when it comes near, says why when it cannot, and keeps its room meanwhile.
//! Here because every chart of the site waits, draws, fails and cleans up in the same way.
//! Must not know: what it plots.

use leptos::{html::Div, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{
    Figure,
    binding::{self, Gesture},
};
use crate::platform::{follow, script, seen, width};

/// How far below the view the script begins to load.
const MARGIN: &str = "200px";
pub const NOT_LOADED: &str =
    "The chart script did not load. The numbers below are complete without it.";

/// Of a picture, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

/// What has become of the chart script for this chart.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage {
    Waiting,
    Loading,
    Ready,
    Failed(String),
}

/// How a chart and what stands around it know of each other.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    /// Is told what the reader does.
    pub gesture: Callback<Gesture>,
    /// The row whose mark is lit.
    pub lit: RwSignal<Option<usize>>,
    /// Is told the chart's width in pixels.
    pub width: RwSignal<u32>,
}

/// Draws `figure` and follows it. The data must also stand in the page as text: `label` names the picture only.
#[component]
pub fn Chart(
    /// Where the chart script lies.
    script: String,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] figure: Signal<Figure>,
    #[prop(optional)] link: Option<Link>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let (stage, set_stage) = signal(Stage::Waiting);
    // Counts drawings, so that what lights a mark follows each.
    let drawings = RwSignal::new(0_u32);
    let rows = StoredValue::new(Vec::new());
    let listeners = StoredValue::new_local(None);
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
    follow(Box::new(move || {
        let Some(element) = place.get() else { return };
        if let Some(link) = link {
            width::follow(&element, link.width);
        }
        seen::watch(&element, MARGIN, move |near| {
            if near && matches!(stage.try_get_untracked(), Some(Stage::Waiting)) {
                load.run(());
            }
        });
    }));
    follow(Box::new(move || {
        let (Some(element), Stage::Ready) = (place.get(), stage.get()) else {
            return;
        };
        let element: HtmlElement = element.unchecked_into();
        let outcome = figure.with(|figure| {
            rows.set_value(figure.rows().to_vec());
            binding::react(&element, figure)
        });
        let listened = outcome.and_then(|()| match link {
            Some(link) if listeners.with_value(Option::is_none) => {
                let tell = move |gesture| link.gesture.run(gesture);
                binding::listen(&element, tell).map(|made| listeners.set_value(Some(made)))
            }
            _ => Ok(()),
        });
        match listened {
            Ok(()) => drawings.update(|n| *n += 1),
            Err(error) => set_stage.set(Stage::Failed(error.to_string())),
        }
    }));
    if let Some(link) = link {
        follow(Box::new(move || {
            let lit = link.lit.get();
            if let (1.., Some(element)) = (drawings.get(), place.get_untracked()) {
                rows.with_value(|rows| binding::light(&element, rows, lit));
            }
        }));
    }
    let is_drawn = Signal::derive(move || drawings.get() > 0 && stage.get() == Stage::Ready);
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
        <div class="chart" class:drawn=is_drawn>
            <div class="chart-place" node_ref=place role="img" aria-label=label></div>
            {words}
        </div>
    }
    .into_any()
}
