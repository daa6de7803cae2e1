//! The review's blocks of text as HTML.
//! Here because every section is made of them.
//! Must not know: which section they stand in, what a card shows.

use leptos::prelude::*;
use review::{Block, Inline};

use super::{figure::figure, rich_text::inlines, sentence::sentences};
use crate::services::content::use_review;

/// The blocks of a section. On a page of several sections `prefix` keeps their anchors apart, and headings stand
/// `deeper` levels below where they stand alone.
pub fn section(blocks: &[Block], prefix: &str, deeper: u8) -> AnyView {
    let anchored = |(block_idx, block): (usize, &Block)| match block {
        Block::Paragraph(text) => {
            let id = format!("{prefix}{}", review::paragraph_anchor(block_idx));
            view! { <p id=id>{sentences(text)}</p> }.into_any()
        }
        Block::Heading { level, id, text } => {
            heading(*level + deeper, &format!("{prefix}{id}"), text)
        }
        Block::List { .. } | Block::Quote(_) | Block::Table { .. } => {
            let id = format!("{prefix}{}", review::paragraph_anchor(block_idx));
            view! { <div id=id>{block_view(block)}</div> }.into_any()
        }
        other => block_view(other),
    };
    blocks
        .iter()
        .enumerate()
        .map(anchored)
        .collect_view()
        .into_any()
}

fn inner(blocks: &[Block]) -> AnyView {
    blocks.iter().map(block_view).collect_view().into_any()
}

fn block_view(block: &Block) -> AnyView {
    match block {
        Block::Heading { level, id, text } => heading(*level, id, text),
        Block::Paragraph(text) => view! { <p>{sentences(text)}</p> }.into_any(),
        Block::List { ordered, items } => {
            let items = items.iter().map(|item| view! { <li>{inner(item)}</li> }).collect_view();
            if *ordered {
                view! { <ol>{items}</ol> }.into_any()
            } else {
                view! { <ul>{items}</ul> }.into_any()
            }
        }
        Block::Quote(quoted) => view! { <blockquote>{inner(quoted)}</blockquote> }.into_any(),
        Block::Table { header, rows } => table(header, rows),
        Block::Figure(id) => use_review().figure(id).map(figure).into_any(),
        Block::Equation {
            id,
            number,
            mathml,
            text,
        } => view! {
            <div class="equation" id=id.clone() role="group" aria-label=text.clone()>
                <div class="equation-body" inner_html=mathml.clone()></div>
                {number.clone().map(|number| view! { <span class="equation-number">{format!("({number})")}</span> })}
            </div>
        }
        .into_any(),
    }
}

/// A heading that can be linked to, with the link at hand.
fn heading(level: u8, id: &str, text: &[Inline]) -> AnyView {
    let link = format!("#{id}");
    let name = format!("Link to \u{201c}{}\u{201d}", review::plain_text(text));
    let id = id.to_owned();
    let text = inlines(text);
    let mark = view! {
        <a class="anchor" href=link data-copy-link aria-label=name>
            <span aria-hidden="true">"#"</span>
        </a>
    };
    let inside = match level {
        0..=2 => view! { <h2 id=id tabindex="-1">{text}</h2> }.into_any(),
        3 => view! { <h3 id=id tabindex="-1">{text}</h3> }.into_any(),
        _ => view! { <h4 id=id tabindex="-1">{text}</h4> }.into_any(),
    };
    // Beside the heading and not in it, so that the heading's name stays its text.
    view! { <div class="headed">{inside} {mark}</div> }.into_any()
}

/// A table of text cells, its first column naming the rows.
pub fn table(header: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> AnyView {
    let heads = header
        .iter()
        .map(|cell| view! { <th scope="col">{inlines(cell)}</th> })
        .collect_view();
    let line = |cells: &Vec<Vec<Inline>>| {
        let cell = |(column, cell): (usize, &Vec<Inline>)| {
            if column == 0 {
                view! { <th scope="row">{inlines(cell)}</th> }.into_any()
            } else {
                view! { <td>{inlines(cell)}</td> }.into_any()
            }
        };
        view! { <tr>{cells.iter().enumerate().map(cell).collect_view()}</tr> }
    };
    view! {
        <div class="text-table">
            <table>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows.iter().map(line).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
