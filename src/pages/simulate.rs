//! The simulator as a page, with what it cannot predict beside it.
//! Here because a picture that grows is persuasive, and must not be believed for more than it computes.
//! Must not know: the physics.

use leptos::prelude::*;

use crate::{
    components::links::href,
    widgets::place::{Widget, place},
};

#[component]
pub fn Simulate() -> impl IntoView {
    view! {
        <div class="wide">
            <h1>"Simulator"</h1>
            <p class="lead">
                "Zinc plating on a bare or coated foil, seen from the side: the potential is solved in the electrolyte, the front moves by Faraday's law. It runs in your browser and sends nothing anywhere."
            </p>
            <noscript>
                <p class="notice">
                    "A run needs scripts, which are off here. The picture below is a finished run; what the model cannot predict stands below it."
                </p>
            </noscript>
            <p>
                <a href=href("/simulate/presets/")>"Presets"</a>
                " are runs with a name. Each says which of its numbers the review prints, which are assumed, and what it cannot show. "
                <a href=href("/simulate/equations/")>"The equations"</a>
                " stand on a page of their own, each with its source, its code and its tests."
            </p>
            <p>
                <a href=href("/simulate/validation/")>"How the simulator is checked"</a>
                " shows the models beside closed forms, benchmarks and measurements, and lets your browser compute them again."
            </p>
            {place(Widget::Simulator { framed: false })}
            <Limits />
        </div>
    }
    .into_any()
}

/// What stands beside every run.
#[component]
pub fn Limits() -> impl IntoView {
    view! {
        <section class="prose model-limits" aria-labelledby="limits">
            <h2 id="limits">"What this model cannot predict"</h2>
            <ul>
                <li>
                    "How long a named material lasts: beyond what a paper printed, its film's thickness, conductivity and defects are assumed here."
                </li>
                <li>
                    "Epitaxy, crystals thin as plates, bubbles, drying, ion pairing in concentrated solutions, and soft shorts are not in it. Grains have tilts, which are put in."
                </li>
                <li>
                    "Benefits claimed for permittivity: a direct current does not see it, apart from a transient of microseconds."
                </li>
                <li>
                    "In this form the electrolyte keeps its concentration in the picture of the deposit. Whether a film moves with the metal or stays is put in, and was measured for hardly any. Pinholes are trenches, because the picture has two dimensions."
                </li>
                <li>
                    "The exchange current density of zinc spans several decades in publications; the default is an assumption, as every value tagged "
                    <span class="tag assumed">"assumed"</span> " is."
                </li>
            </ul>
        </section>
    }
    .into_any()
}
