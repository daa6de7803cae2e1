//! Cards, copying, light, parts of drawings and what follows the scroll, each on a few lines of HTML.
//! Here because rules of pointing and pressing need events and no whole page; keys and real hands are for the journeys.
//! Must not know: pages of the site.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::paper::Paper;

const NOTES: &str = r##"
    <p>Some <a id="word" href="#nowhere" data-card="term-a note-b" data-material="m">word</a>,
        <a id="bare" href="#nowhere" data-card="term-missing">another</a> and <span id="text">text</span>.</p>
    <ul><li id="row" data-material="m">Row</li><li id="other" data-material="n">Other</li></ul>
    <section class="cards" style="display: none">
        <article class="card" id="card-term-a"><h3>Term A</h3><p>See <a href="#x" data-card="note-b">B</a>.</p></article>
        <article class="card" id="card-note-b"><h3>Note B</h3><p id="inside">Words.</p></article>
    </section>"##;

#[wasm_bindgen_test]
async fn a_resting_pointer_opens_one_card_of_all_notes_and_a_passing_one_none() {
    let paper = Paper::with(NOTES);
    paper.point_at("#word");
    paper.point_at("#text");
    TimeoutFuture::new(400).await;
    assert_eq!(paper.count(".open-card"), 0, "the pointer only passed");

    paper.point_at("#word");
    paper
        .until("the card", |paper| paper.count(".open-card") == 1)
        .await;
    assert_eq!(paper.count(".open-card .card"), 2);
    assert_eq!(paper.text(".open-card .card-title"), "Term A");
    // Nothing twice: no id, no heading, and no card inside a card.
    assert_eq!(paper.count("#card-term-a"), 1);
    assert_eq!(paper.count("#inside"), 1);
    assert_eq!(paper.count(".open-card h3"), 0);
    assert_eq!(paper.count(".open-card [data-card]"), 0);
    let word = paper.one("#word");
    assert_eq!(
        word.get_attribute("aria-describedby"),
        Some(paper.one(".open-card > div").id())
    );
    assert_eq!(
        word.next_element_sibling(),
        Some(paper.one(".open-card")),
        "whoever leaves the card by the Tab key goes on in the text"
    );
    assert_eq!(
        paper.count(".open-card :is(a, button):not([tabindex='-1'])"),
        0,
        "no stop before somebody enters"
    );

    // The pointer crosses into the card, and the card stays.
    paper.point_at("#text");
    paper.point_at(".open-card .card-title");
    TimeoutFuture::new(500).await;
    assert_eq!(paper.count(".open-card"), 1);
    paper.point_at("#text");
    paper
        .until("the card to go", |paper| paper.count(".open-card") == 0)
        .await;
    assert_eq!(word.get_attribute("aria-describedby"), None);
}

#[wasm_bindgen_test]
async fn a_dismissed_card_stays_away_until_the_pointer_has_left() {
    let paper = Paper::with(NOTES);
    paper.point_at("#word");
    paper
        .until("the card", |paper| paper.count(".open-card") == 1)
        .await;
    paper.press_key("Escape");
    assert_eq!(paper.count(".open-card"), 0);
    paper.point_at("#word");
    TimeoutFuture::new(400).await;
    assert_eq!(paper.count(".open-card"), 0);
    paper.point_at("#text");
    paper.point_at("#word");
    paper
        .until("the card again", |paper| paper.count(".open-card") == 1)
        .await;
}

#[wasm_bindgen_test]
async fn a_first_tap_opens_and_a_second_follows_the_link() {
    let paper = Paper::with(NOTES);
    assert!(!paper.tap("#word"), "the link is not followed yet");
    assert_eq!(paper.count(".open-card"), 1);
    // A finger leaves nothing behind: the card stays.
    TimeoutFuture::new(500).await;
    assert_eq!(paper.count(".open-card"), 1);
    assert!(paper.tap("#word"), "the second tap follows the link");
    paper.tap("#text");
    assert_eq!(paper.count(".open-card"), 0, "a press elsewhere closes");
    assert!(!paper.tap("#word"));
    paper.tap(".card-close");
    assert_eq!(paper.count(".open-card"), 0);
    // Without its note, a link is a link.
    assert!(paper.tap("#bare"));
    assert_eq!(paper.count(".open-card"), 0);
}

#[wasm_bindgen_test]
async fn a_material_is_lit_everywhere_while_it_is_pointed_at() {
    let paper = Paper::with(NOTES);
    paper.point_at("#word");
    assert_eq!(paper.count("#word.lit, #row.lit"), 2);
    assert_eq!(paper.count("#other.lit"), 0);
    paper.point_at("#other");
    assert_eq!(paper.count("#word.lit, #row.lit"), 0);
    assert_eq!(paper.count("#other.lit"), 1);
    paper.point_at("#text");
    assert_eq!(paper.count(".lit"), 0);
    // What a finger lights stays until another touch.
    paper.tap("#row");
    assert_eq!(paper.count("#word.lit, #row.lit"), 2);
    paper.tap("#text");
    assert_eq!(paper.count(".lit"), 0);
}

fn figure(id: &str) -> String {
    format!(
        r#"<figure id="{id}" data-figure><svg viewBox="0 0 9 9"><g data-part="film"><path d="M0 0h9v9z"/></g><g data-part="metal"></g></svg>
        <ul><li id="{id}-film" data-part-text="film"><strong>Film</strong>: thin.</li>
        <li id="{id}-metal" data-part-text="metal"><strong>Metal</strong>: thick.</li></ul></figure>"#
    )
}

#[wasm_bindgen_test]
async fn a_part_and_its_words_are_lit_in_their_own_figure_alone() {
    let paper = Paper::with(&format!(
        "{}{}<p id=\"text\">x</p>",
        figure("one"),
        figure("two")
    ));
    let film = paper.one("#two [data-part=film]");
    for (attribute, value) in [
        ("tabindex", "0"),
        ("role", "group"),
        ("aria-label", "Film"),
        ("aria-describedby", "two-film"),
    ] {
        assert_eq!(film.get_attribute(attribute).as_deref(), Some(value));
    }
    paper.point_at("#two [data-part=film] path");
    assert_eq!(paper.count("#two.pointed [data-part=film].lit"), 1);
    assert_eq!(paper.count("#two-film.lit"), 1);
    assert_eq!(paper.count(".lit"), 2, "no other part, no other figure");
    // The other way round, from the words to the drawing.
    paper.point_at("#one-metal strong");
    assert_eq!(paper.count("#one.pointed [data-part=metal].lit"), 1);
    assert_eq!(paper.count(".lit"), 2);
    paper.point_at("#text");
    assert_eq!(paper.count(".lit, .pointed"), 0);

    paper.tap("#one [data-part=metal]");
    assert_eq!(paper.count("#one [data-part=metal].lit"), 1);
    paper.press_key("Escape");
    assert_eq!(paper.count(".lit, .pointed"), 0);
}

/// Replaces the clipboard, which a test must neither read nor fill, by one that agrees or refuses.
fn clipboard(answer: &str) {
    let script = format!(
        "Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {{ writeText: text => {{ window.copied = text; return {answer}; }} }} }})"
    );
    js_sys::eval(&script).unwrap();
}

fn copied() -> Option<String> {
    js_sys::Reflect::get(&window(), &"copied".into())
        .unwrap()
        .as_string()
}

#[wasm_bindgen_test]
async fn a_copy_is_confirmed_and_a_refusal_admitted() {
    let paper = Paper::with(
        r##"<button type="button" data-copy="@article{x}">Copy BibTeX</button>
        <h2 id="place" tabindex="-1">Place</h2><a id="link" href="#place" data-copy-link>#</a>"##,
    );
    let voice = || {
        let said = leptos::prelude::document().query_selector("body > [role=status]:last-of-type");
        said.unwrap().unwrap().text_content().unwrap()
    };
    clipboard("Promise.resolve()");
    paper.tap("button");
    paper
        .until("Copied", |paper| paper.text("button") == "Copied")
        .await;
    assert_eq!(copied().as_deref(), Some("@article{x}"));
    assert_eq!(voice(), "Copied.");
    paper
        .until("the button's own words", |paper| {
            paper.text("button") == "Copy BibTeX"
        })
        .await;
    assert_eq!(voice(), "");

    clipboard("Promise.reject(new Error())");
    paper.tap("button");
    paper
        .until("the refusal", |paper| paper.text("button") == "Not copied")
        .await;
    assert_eq!(voice(), "This browser did not allow copying.");

    clipboard("Promise.resolve()");
    paper.tap("#link");
    paper
        .until("the link", |paper| {
            paper.one("#link").get_attribute("data-said").as_deref() == Some("Link copied")
        })
        .await;
    let address = copied().unwrap();
    assert!(
        address.starts_with("http") && address.ends_with("#place"),
        "{address}"
    );
}

#[wasm_bindgen_test]
async fn contents_progress_and_minutes_follow_the_scroll() {
    let paper = Paper::with(
        r##"<div id="bar" data-progress></div>
        <ol><li><a href="#a" data-follows="a">A</a></li><li><a href="#b" data-follows="b">B</a></li></ol>
        <article data-reading><p>10 min read <span data-time-left="10"></span></p>
        <h2 id="a" style="margin-top: 2000px">A</h2><h2 id="b" style="margin-top: 3000px">B</h2><div style="height: 3000px"></div></article>
        <div style="height: 3000px"></div>"##,
    );
    TimeoutFuture::new(100).await;
    assert_eq!(paper.count(".here"), 0, "nothing has begun");
    assert_eq!(paper.text("[data-time-left]"), "");
    for (id, other) in [("a", "b"), ("b", "a")] {
        paper.one(&format!("#{id}")).scroll_into_view();
        paper
            .until("the place in the contents", |paper| {
                paper.count(&format!("[data-follows={id}].here[aria-current=location]")) == 1
            })
            .await;
        assert_eq!(
            paper.count(&format!("[data-follows={other}][aria-current]")),
            0
        );
    }
    let left = paper.text("[data-time-left]");
    let minutes: f64 = left
        .strip_suffix(" min left")
        .unwrap_or_else(|| panic!("{left}"))
        .parse()
        .unwrap();
    assert!((1.0..10.0).contains(&minutes), "{left}");
    let style = paper.one("#bar").get_attribute("style").unwrap();
    let passed: f64 = style
        .split_once("scaleX(")
        .and_then(|(_, rest)| rest.split_once(')'))
        .unwrap()
        .0
        .parse()
        .unwrap();
    assert!((0.3..0.9).contains(&passed), "{style}");
    window().scroll_to_with_x_and_y(0.0, 1_000_000.0);
    paper
        .until("the end", |paper| paper.text("[data-time-left]") == "read")
        .await;
}
