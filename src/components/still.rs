//! Still pictures of a finished deposit, computed by the simulator itself and kept as paths.
//! Here because the front page and the idle simulator must show something true before any script runs.
//! Must not know: how they were computed; content/stills/*.toml says which run made which picture.

use leptos::prelude::*;

const BARE: &str = include_str!("../../content/stills/bare.svg");
const COATED: &str = include_str!("../../content/stills/coated.svg");

/// The picture of the default run on one of the two surfaces.
pub fn of(coated: bool) -> AnyView {
    let picture = if coated { COATED } else { BARE };
    view! { <div class="still-picture" inner_html=picture></div> }.into_any()
}

/// Bare and coated side by side, with what was run.
#[cfg(feature = "ssr")]
pub fn bare_and_coated() -> AnyView {
    view! {
        <figure class="still">
            <div class="pair">
                <div>{of(false)} <p>"Bare foil, eight nuclei"</p></div>
                <div>{of(true)} <p>"Resistive film with two pinholes"</p></div>
            </div>
            <figcaption>
                <ul class="legend">
                    <li><span class="swatch metal"></span> "zinc"</li>
                    <li><span class="swatch film"></span> "film"</li>
                    <li><span class="swatch hole"></span> "zinc through a pinhole"</li>
                    <li><span class="swatch electrolyte"></span> "electrolyte"</li>
                </ul>
                "Computed by the simulator of this site: 5 mA h cm⁻² at 10 mA cm⁻², a window of 64 µm. This film makes matters worse, because metal grows through its pinholes. Film thickness, conductivity and pinholes are "
                <span class="tag assumed">"assumed"</span> "."
            </figcaption>
        </figure>
    }
    .into_any()
}
