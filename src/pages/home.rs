//! The front page: what this is, whose review it accompanies, and the ways in.
//! Here because a first visit should end in one of three doors.
//! Must not know: what lies behind the doors.

use leptos::prelude::*;

use crate::{
    components::{links::href, still},
    services::content::use_review,
};

#[component]
pub fn Home() -> impl IntoView {
    let review = use_review();
    let article = &review.article;
    let n_materials = review.materials.len();
    let n_conditions = review.conditions.len();
    view! {
        <div class="home">
            <section class="hero">
                <div>
                    <h1>"Why zinc anodes fail, and what a thin layer can do about it"</h1>
                    <p class="lead">
                        "A companion to the mini-review "<cite>{article.title.clone()}</cite>
                        {format!(
                            " ({}, {} {}): its sections retold, its table made searchable, its physics made runnable.",
                            authors(&article.authors),
                            article.journal,
                            article.year,
                        )}
                    </p>
                </div>
                {still::bare_and_coated()}
            </section>
            <ul class="doors">
                {door(
                    "/read/",
                    "Read",
                    "The review section by section in plain words, every claim tied to its reference.".to_owned(),
                )}
                {door(
                    "/explore/",
                    "Explore",
                    format!(
                        "Table 1 as an instrument: {n_materials} materials, {n_conditions} test conditions, one link for every view.",
                    ),
                )}
                {door(
                    "/simulate/",
                    "Simulate",
                    "Plate zinc on bare and coated foil in your browser and watch the front move.".to_owned(),
                )}
                {door("/teach/", "Teach", "Put the table or the simulator into a course page. No account, no cookie.".to_owned())}
            </ul>
        </div>
    }
    .into_any()
}

fn door(to: &str, name: &'static str, what: String) -> impl IntoView + use<> {
    view! {
        <li>
            <a class="door" href=href(to)>
                <span class="door-name">{name}</span>
                <span>{what}</span>
            </a>
        </li>
    }
    .into_any()
}

fn authors(names: &[String]) -> String {
    match names {
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        _ => names.join(", "),
    }
}
