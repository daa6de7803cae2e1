//! What this is, who owns what, and how it was made.
//! Here because a reader who cites or reuses must know the terms.
//! Must not know: anything that changes.

use leptos::prelude::*;

use super::simulate::Limits;
use crate::{components::links::href, services::content::use_review};

#[component]
pub fn About() -> impl IntoView {
    let article = &use_review().article;
    view! {
        <div class="about">
            <article class="prose">
                <h1>"About"</h1>
                <p class="lead">
                    "A companion to one review article, made to be read, searched, run and put into course pages. It is a set of static files: no account, no server, no cookie, no tracking, and nothing is fetched from another host."
                </p>
                <h2>"The review"</h2>
                <p>
                    {article.authors.join(", ")} ". " <cite>{article.title.clone()}</cite>
                    {format!(". {} {}, {}, {}. ", article.journal, article.year, article.volume, article.pages)}
                    <a href=format!("https://doi.org/{}", article.doi)>{format!("doi:{}", article.doi)}</a>
                </p>
                <p>
                    "The article, its sentences and its figures belong to its authors and publisher. We repeat facts and numbers with their source, in our own words, and reproduce no figure. We are not affiliated with either."
                </p>
                <h2>"Licences"</h2>
                <ul>
                    <li>"Our text and the data compilation: Creative Commons Attribution 4.0 (CC BY 4.0)."</li>
                    <li>"Our code: MIT or Apache-2.0, whichever you prefer."</li>
                    <li>"Typefaces: Source Serif 4, Inter and STIX Two Math, SIL Open Font License 1.1. Charts: Plotly.js, MIT. Search: MiniSearch, MIT."</li>
                </ul>
                <p>
                    <a href=href("/cite/")>"What to cite for what"</a>
                    ", with entries for reference managers."
                </p>
                <h2>"What is honest about the numbers"</h2>
                <p>
                    "Every number in the text and the table is one that the review prints, or follows from such numbers by a formula that is shown. Where the review disagrees with itself or with a paper it cites, "
                    <a href=href("/source-notes/")>"a source note"</a>
                    " says so. In the simulator, each value says where it comes from; those that nobody measured for the system at hand are tagged "
                    <span class="tag assumed">"assumed"</span> ". "
                    <a href=href("/simulate/equations/")>"The equations of the simulator"</a>
                    " are all written out, each with its source and the tests that hold it. "
                    <a href=href("/simulate/validation/")>"How the simulator is checked"</a>
                    " gives each closed form, benchmark and measurement with its error."
                </p>
            </article>
            <Limits />
        </div>
    }
    .into_any()
}
