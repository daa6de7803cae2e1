//! The window on the deposit.
//! Here because the newest frame is painted once per screen refresh, and only then the next is asked for.
//! Must not know: colours, the worker.

use leptos::{html::Canvas, prelude::*};

use super::{settings::Surface, state::SimulatorState};
use crate::{
    components::still,
    draw::deposit::{Palette, paint},
    platform::{self, theme::ThemeChanges},
};

#[component]
pub fn Stage(state: SimulatorState) -> impl IntoView {
    let canvas = NodeRef::<Canvas>::new();
    let (fault, set_fault) = signal(None);
    paint_when_new(state, canvas, set_fault);
    let shown = move || state.run.with(|run| run.latest.is_some());
    let poster = move || still::of(state.settings.get().surface == Surface::Coated);
    // The stills are runs with the simulator's own numbers; beside others they would pass for their result.
    let of_another_run = move || {
        let own = ["", "coating=coated"].contains(&state.settings.get().encode().as_str());
        if own || shown() {
            ""
        } else {
            "Not yet run: the picture is of the simulator’s own numbers."
        }
    };
    view! {
        <figure class="stage">
            <div class="stage-picture">
                <canvas
                    node_ref=canvas
                    width="128"
                    height="128"
                    role="img"
                    aria-label="Cross-section of the deposit; its measures stand below"
                    hidden=move || !shown()
                ></canvas>
                <div class="poster" hidden=shown>
                    {poster}
                </div>
            </div>
            <figcaption>
                <ul class="legend">
                    <li><span class="swatch metal"></span> "zinc"</li>
                    <li><span class="swatch film"></span> "film"</li>
                    <li><span class="swatch hole"></span> "zinc through a pinhole, film-free"</li>
                    <li><span class="swatch electrolyte"></span> "electrolyte"</li>
                </ul>
                <span>"Window 64 µm wide, repeating sideways"</span>
                <span>{of_another_run}</span>
                <span role="alert">{fault}</span>
            </figcaption>
        </figure>
    }
    .into_any()
}

/// Paints the newest frame at the next screen refresh, then tells the worker that more may come.
fn paint_when_new(
    state: SimulatorState,
    canvas: NodeRef<Canvas>,
    set_fault: WriteSignal<Option<String>>,
) {
    let theme = expect_context::<ThemeChanges>();
    let latest = Memo::new(move |_| state.run.with(|run| run.latest.clone()));
    let palette = Memo::new(move |_| {
        theme.track();
        Palette::current()
    });
    Effect::new(move |_| {
        let (Some(canvas), Some(frame)) = (canvas.get(), latest.get()) else {
            return;
        };
        let palette = palette.get();
        platform::at_next_paint(move || {
            let outcome = match palette {
                Some(palette) => {
                    paint(&canvas, &frame.picture, &palette).map_err(|error| format!("{error:?}"))
                }
                None => Err("this browser computes no colours".to_owned()),
            };
            set_fault.try_set(
                outcome
                    .err()
                    .map(|reason| format!("The picture cannot be drawn here: {reason}")),
            );
            state.client.drawn();
        });
    });
}
