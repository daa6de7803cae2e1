//! Figures whose parts can be reached, the light between text and table, contents that follow, and links to a heading.
//! Here because these answer to pointing, keys, touch and scrolling on whole pages.
//! Must not know: what a figure shows; cards are in `cards.rs`.

use fantoccini::key::Key;
use serde_json::json;

use crate::{driver::Browser, site};

const FIGURE: &str = "figure[data-figure]";
const LIT_PARTS: &str =
    "[...document.querySelectorAll('[data-part].lit')].map(part => part.dataset.part)";
const LIT_WORDS: &str =
    "[...document.querySelectorAll('[data-part-text].lit')].map(words => words.dataset.partText)";

#[test]
fn parts_of_a_figure_are_reached_by_keys_by_pointing_and_by_a_finger() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(1280, 800);
    // Many figures on one page, whose parts may share names.
    site::open(&browser, &server, "/figures/");
    assert!(browser.count(FIGURE) > 1);
    let parts = browser.ask(
        "[...document.querySelector('figure[data-figure]').querySelectorAll('[data-part]')].map(part => part.dataset.part)",
    );
    let parts: Vec<String> = serde_json::from_value(parts).unwrap();
    assert!(parts.len() > 1);
    browser.bring_into_view(FIGURE);
    browser.press(&[Key::Shift]);
    browser.run_script("document.querySelector('figure[data-figure] [data-part]').focus()");
    for (position, part) in parts.iter().enumerate() {
        if position > 0 {
            browser.press(&[Key::Tab]);
        }
        browser.wait_for(LIT_PARTS, json!([part]));
        assert_eq!(browser.ask(LIT_WORDS), json!([part]));
        // Named and described by the words below the drawing.
        let spoken = browser.ask(
            "(e => [e.getAttribute('role'), e.getAttribute('aria-label').length > 0, document.getElementById(e.getAttribute('aria-describedby')).classList.contains('lit')])(document.activeElement)",
        );
        assert_eq!(spoken, json!(["group", true, true]));
    }
    browser.press(&[Key::Escape]);
    browser.wait_for(LIT_PARTS, json!([]));
    assert_eq!(browser.count("figure.pointed"), 0);

    let second = "[data-part]:nth-of-type(2)";
    let drawn = format!("{FIGURE} {second}");
    browser.run_script("document.activeElement.blur()");
    browser.hover(&drawn);
    browser.wait_for("document.querySelectorAll('figure.pointed').length", 1);
    assert_eq!(browser.ask(LIT_PARTS), browser.ask(LIT_WORDS));
    // And back from the words to the drawing.
    let words = format!("{FIGURE} [data-part-text={}]", parts[0]);
    browser.bring_into_view(&words);
    browser.hover(&words);
    browser.wait_for(LIT_PARTS, json!([parts[0]]));
    browser.move_mouse(1.0, 1.0);
    browser.wait_for(LIT_PARTS, json!([]));

    browser.set_screen(390, 800);
    browser.bring_into_view(&drawn);
    browser.tap(&drawn);
    browser.wait_for("document.querySelectorAll('[data-part].lit').length", 1);
    browser.linger(300);
    assert_eq!(
        browser.count("[data-part].lit"),
        1,
        "a touch lights until another touch"
    );
    browser.tap("h1, h2, .drawing-subject");
    browser.wait_for(LIT_PARTS, json!([]));
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn text_and_table_light_each_other() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(1440, 900);
    site::open(&browser, &server, "/read/inorganic-coatings/");
    let id =
        browser.ask("document.querySelector('.margin-rows tr[data-material]').dataset.material");
    let id = id.as_str().unwrap();
    let in_text = format!("article.prose > p a.material[data-material='{id}']");
    let rows = format!(".margin-rows tr[data-material='{id}']");
    let counts = |css: &str| {
        (
            browser.count(css),
            browser.count(&css.replace("']", "'].lit")),
        )
    };
    let all_lit = |what: &str| {
        for css in [&in_text, &rows, &format!(".points [data-material='{id}']")] {
            let (n, n_lit) = counts(css);
            assert!(n > 0 && n == n_lit, "{what}: {n_lit} of {n} {css} are lit");
        }
    };
    browser.bring_into_view(&in_text);
    browser.hover(&in_text);
    browser.wait_for("document.querySelectorAll('.lit').length > 0", true);
    all_lit("from the text");
    let others = format!("[data-material]:not([data-material='{id}']).lit");
    assert_eq!(browser.count(&others), 0);
    browser.move_mouse(1.0, 1.0);
    browser.wait_for("document.querySelectorAll('.lit').length", 0);
    browser.bring_into_view(&rows);
    browser.hover(&format!("{rows} td"));
    browser.wait_for("document.querySelectorAll('.lit').length > 0", true);
    all_lit("from the table");
    // By keyboard too.
    browser.move_mouse(1.0, 1.0);
    browser.wait_for("document.querySelectorAll('.lit').length", 0);
    browser.ask_with(
        "document.querySelector(a[0]).focus()",
        vec![json!(format!("{rows} a"))],
    );
    all_lit("by the focus");
}

#[test]
fn contents_progress_and_minutes_follow_the_reader() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(1440, 900);
    site::open(&browser, &server, "/read/inorganic-coatings/");
    let follows = browser
        .ask("[...document.querySelectorAll('a[data-follows]')].map(link => link.dataset.follows)");
    let follows: Vec<String> = serde_json::from_value(follows).unwrap();
    assert!(follows.len() > 1);
    assert_eq!(
        browser.count("a[data-follows].here"),
        0,
        "nothing has begun"
    );
    let here = "[...document.querySelectorAll('a[data-follows].here[aria-current=location]')].map(link => link.dataset.follows)";
    let passed = || {
        browser
            .ask("new DOMMatrix(getComputedStyle(document.querySelector('[data-progress]')).transform).a")
            .as_f64()
            .unwrap()
    };
    // Until its first paint the line has no length of its own.
    browser.wait_for(
        "new DOMMatrix(getComputedStyle(document.querySelector('[data-progress]')).transform).a < 1",
        true,
    );
    let mut before = passed();
    for id in &follows {
        browser.click(&format!("a[data-follows='{id}']"));
        browser.wait_for(here, json!([id]));
        browser.wait_for(
            "/^(\\d+ min left|read)$/.test(document.querySelector('[data-time-left]').textContent)",
            true,
        );
        let now = passed();
        assert!(now > before, "progress moves: {before}, then {now}");
        before = now;
    }
    browser.run_script(
        "scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })",
    );
    browser.wait_for(
        "document.querySelector('[data-time-left]').textContent",
        "read",
    );
    // Back where the reader was, as the browser itself remembers.
    // It notes the place a moment after the scroll, so a reload that is too quick for it is made again.
    browser.wait("the place to be kept", || {
        browser.run_script("scrollTo({ top: 900, behavior: 'instant' })");
        browser.reload();
        site::wait_for_takeover(&browser);
        let place = browser.ask("Math.round(scrollY)");
        if place == 900 { Ok(()) } else { Err(place) }
    });
}

#[test]
fn a_heading_gives_its_address_and_takes_the_focus() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(1280, 800);
    browser.before_each_page(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: text => { window.copied = text; return Promise.resolve(); } } })",
    );
    site::open(&browser, &server, "/read/inorganic-coatings/");
    let id = browser.ask("document.querySelector('article h2').id");
    let id = id.as_str().unwrap();
    let link = format!("article a.anchor[href='#{id}']");
    browser.bring_into_view(&link);
    browser.click(&link);
    browser.wait_for(
        "window.copied ?? null",
        site::address(&server, &format!("/read/inorganic-coatings/#{id}")),
    );
    browser.wait_for("document.activeElement.id", id);
    browser.wait_for("location.hash", format!("#{id}"));
    browser.wait_for(
        "[...document.querySelectorAll('[role=status]')].some(voice => voice.textContent === 'Link copied.')",
        true,
    );
    assert_eq!(
        browser.ask_with(
            "document.querySelector(a[0]).dataset.said",
            vec![json!(link)]
        ),
        "Link copied"
    );
    browser.wait_for("document.querySelector('[data-said]')", json!(null));
    // The address opens at the heading elsewhere.
    let copied = browser.ask("window.copied");
    browser.go("about:blank");
    browser.go(copied.as_str().unwrap());
    browser.wait_for("document.activeElement.id", id);
}
