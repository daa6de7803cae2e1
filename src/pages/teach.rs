//! How to put a widget into a course page.
//! Here because a lecturer has a text box and no rights to install anything.
//! Must not know: what the widgets do.

use leptos::prelude::*;

use crate::{
    components::links::href,
    widgets::place::{Target, Widget, place},
};

#[component]
pub fn Teach() -> impl IntoView {
    view! {
        <article class="prose">
            <h1>"Teach"</h1>
            <p class="lead">
                "Both widgets work in a plain frame on any page: Moodle, Canvas, a wiki, your own site. Nothing to install, no account, no cookie, no tracking."
            </p>
            <h2>"Table 1"</h2>
            <p>
                "Filters, sorting and search travel in the address. Set the view you want on " <a href=href("/explore/")>"the table's page"</a>
                ", then put the part of its address after the question mark behind the frame's address."
            </p>
            {place(Widget::Snippet(Target::Table))}
            <h2>"Simulator"</h2>
            <p>
                "Coating, current density, areal capacity, thickness and conductivity travel in the address too. Nothing runs until a student presses Run."
            </p>
            {place(Widget::Snippet(Target::Simulator))}
            <h2>"Height"</h2>
            <p>
                "The frame tells its height to the page that holds it, in the dialects of Canvas, AMP, Mastodon and our own. Where the page does not listen, the height you give stays and the frame scrolls."
            </p>
            <p>
                <a href=href("/embed/")>"See both widgets in frames"</a> "."
            </p>
            <h2>"Theme"</h2>
            <p>
                "Add " <code>"theme=light"</code> " or " <code>"theme=dark"</code>
                " to the address to fix the theme; otherwise the frame follows the student's system."
            </p>
        </article>
    }
    .into_any()
}
