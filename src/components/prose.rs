//! The review's blocks of text as HTML.
//! Here because every section is made of them.
//! Must not know: which section they stand in.

use leptos::prelude::*;
use review::{Block, Inline};

use super::rich_text::inlines;

/// A sequence of blocks.
pub fn blocks(blocks: &[Block]) -> AnyView {
    blocks.iter().map(block).collect_view().into_any()
}

fn block(block: &Block) -> AnyView {
    match block {
        Block::Heading { level, id, text } => heading(*level, id, text),
        Block::Paragraph(text) => view! { <p>{inlines(text)}</p> }.into_any(),
        Block::List { ordered, items } => {
            let items = items
                .iter()
                .map(|item| view! { <li>{blocks(item)}</li> })
                .collect_view();
            if *ordered {
                view! { <ol>{items}</ol> }.into_any()
            } else {
                view! { <ul>{items}</ul> }.into_any()
            }
        }
        Block::Quote(inner) => view! { <blockquote>{blocks(inner)}</blockquote> }.into_any(),
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

fn heading(level: u8, id: &str, text: &[Inline]) -> AnyView {
    let id = id.to_owned();
    let text = inlines(text);
    match level {
        0..=2 => view! { <h2 id=id>{text}</h2> }.into_any(),
        3 => view! { <h3 id=id>{text}</h3> }.into_any(),
        _ => view! { <h4 id=id>{text}</h4> }.into_any(),
    }
}
