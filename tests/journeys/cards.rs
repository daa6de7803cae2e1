//! Cards of every kind: opened by pointing, by keys and by a finger, entered, and closed without losing the place.
//! Here because a card is only as good as the hand that cannot use it (WCAG 2.2, 1.4.13).
//! Must not know: what each card says; axe looks at an open card in `accessibility.rs`.

use companion::routes::Route;
use fantoccini::key::Key;
use serde_json::json;

use crate::{driver::Browser, site};

/// Every kind of marker in running text.
const KINDS: [(&str, &str); 8] = [
    ("citation", "article.prose > p a[data-card^='cite-']"),
    ("material", "article.prose > p a.material[data-card]"),
    ("term", "article.prose > p a.term[data-card]"),
    ("abbreviation", "article.prose > p a.abbr[data-card]"),
    (
        "source note",
        "article.prose > p a.note-mark[data-card^='note-']",
    ),
    ("figure", "article.prose > p a.figure-link[data-card]"),
    ("equation", "article.prose > p a.equation-link[data-card]"),
    ("claim", "article.prose > p a[data-card^='fact-']"),
];
const CARDS: &str = "document.querySelectorAll('.open-card').length";
/// Longer than any card takes to open or close.
const A_WHILE_MS: u32 = 700;

/// Does something with the first marker of every kind, on the section where it is met first.
fn with_every_kind(browser: &Browser, act: impl Fn(&str, &str)) {
    let server = site::at_root();
    let mut missing = KINDS.to_vec();
    for route in site::routes() {
        let Route::Section(_) = &route else { continue };
        if missing.is_empty() {
            break;
        }
        site::open(browser, &server, &route.path());
        let path = site::place(browser);
        missing.retain(|(kind, css)| {
            if browser.count(css) == 0 {
                return true;
            }
            browser.bring_into_view(css);
            act(kind, css);
            assert_eq!(
                site::place(browser),
                path,
                "{kind}: the page has not changed"
            );
            browser.move_mouse(1.0, 1.0);
            browser.run_script("document.activeElement?.blur()");
            browser.wait_for(CARDS, 0);
            false
        });
    }
    // Which kinds of links the text holds is the text's own matter; these it always has.
    let always = [
        "citation",
        "material",
        "term",
        "source note",
        "equation",
        "claim",
    ];
    missing.retain(|(kind, _)| always.contains(kind));
    assert!(missing.is_empty(), "no section has {missing:?}");
    assert_eq!(browser.complaints(), [""; 0]);
}

/// Left, top, right and bottom of an element's lines.
fn lines(browser: &Browser, css: &str) -> Vec<[f64; 4]> {
    let found = browser.ask_with(
        "[...document.querySelector(a[0]).getClientRects()].map(r => [r.left, r.top, r.right, r.bottom])",
        vec![json!(css)],
    );
    serde_json::from_value(found).expect("numbers")
}

/// The card stands beside its word and in the view.
fn card_is_well_placed(browser: &Browser, kind: &str, css: &str) {
    let [left, top, right, bottom] = lines(browser, ".open-card")[0];
    let view = browser
        .ask("[document.documentElement.clientWidth, document.documentElement.clientHeight]");
    let (width, height) = (view[0].as_f64().unwrap(), view[1].as_f64().unwrap());
    assert!(
        left >= 0.0 && top >= 0.0 && right <= width && bottom <= height,
        "{kind}: a card from {left}, {top} to {right}, {bottom} in a view of {width} x {height}"
    );
    for word in lines(browser, css) {
        assert!(
            word[3] <= top || word[1] >= bottom || word[2] <= left || word[0] >= right,
            "{kind}: the card covers its word"
        );
    }
}

fn focus_is_on(browser: &Browser, css: &str) -> bool {
    browser.ask_with(
        "document.activeElement === document.querySelector(a[0])",
        vec![json!(css)],
    ) == true
}

/// Gives a marker the focus as the Tab key would.
fn focus(browser: &Browser, css: &str) {
    browser.press(&[Key::Shift]);
    browser.ask_with("document.querySelector(a[0]).focus()", vec![json!(css)]);
}

#[test]
fn every_kind_opens_by_keyboard_and_escape_keeps_the_place() {
    let browser = Browser::open();
    browser.set_screen(1280, 800);
    with_every_kind(&browser, |kind, css| {
        let before = lines(&browser, css);
        focus(&browser, css);
        browser.wait_for(CARDS, 1);
        assert_eq!(
            lines(&browser, css),
            before,
            "{kind}: the text has not moved"
        );
        card_is_well_placed(&browser, kind, css);
        let described = browser.ask_with(
            "document.getElementById(document.querySelector(a[0]).getAttribute('aria-describedby'))?.innerText.trim().length > 10",
            vec![json!(css)],
        );
        assert_eq!(
            described, true,
            "{kind}: the marker is described by its card"
        );
        browser.press(&[Key::Escape]);
        browser.wait_for(CARDS, 0);
        assert!(
            focus_is_on(&browser, css),
            "{kind}: the focus stays on the marker"
        );

        browser.ask("document.activeElement.blur()");
        focus(&browser, css);
        browser.wait_for(CARDS, 1);
        browser.press(&[Key::Down]);
        browser.wait_for(
            "document.activeElement.closest('.open-card') !== null",
            true,
        );
        assert_eq!(
            browser.ask(CARDS),
            1,
            "{kind}: the card stays while the focus is in it"
        );
        browser.press(&[Key::Escape]);
        browser.wait_for(CARDS, 0);
        assert!(
            focus_is_on(&browser, css),
            "{kind}: the focus comes back to the marker"
        );
    });
}

#[test]
fn every_kind_opens_under_the_pointer_which_may_move_in() {
    let browser = Browser::open();
    browser.set_screen(1280, 800);
    with_every_kind(&browser, |kind, css| {
        browser.hover(css);
        browser.wait_for(CARDS, 1);
        card_is_well_placed(&browser, kind, css);
        browser.hover(".open-card .card-title");
        browser.linger(A_WHILE_MS);
        assert_eq!(browser.ask(CARDS), 1, "{kind}: the pointer is in the card");
        browser.move_mouse(2.0, 2.0);
        browser.wait_for(CARDS, 0);
    });
}

#[test]
fn every_kind_opens_by_a_tap_as_a_sheet() {
    let browser = Browser::open();
    browser.set_screen(390, 800);
    with_every_kind(&browser, |kind, css| {
        browser.tap(css);
        browser.wait_for(CARDS, 1);
        browser.linger(A_WHILE_MS);
        assert_eq!(
            browser.ask(CARDS),
            1,
            "{kind}: a finger leaves nothing that could leave"
        );
        let [left, _, right, bottom] = lines(&browser, ".open-card.sheet")[0];
        assert_eq!(
            (left, bottom),
            (0.0, 800.0),
            "{kind}: a sheet at the bottom"
        );
        assert!(right >= 370.0, "{kind}: as wide as the screen");
        card_is_well_placed(&browser, kind, css);
        browser.tap(".open-card .card-title");
        browser.linger(A_WHILE_MS);
        assert_eq!(
            browser.ask(CARDS),
            1,
            "{kind}: a touch of the card keeps it"
        );
        browser.tap(".card-close");
        browser.wait_for(CARDS, 0);
    });
}

#[test]
fn a_card_leads_onward_and_its_neighbours_take_turns() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(1280, 800);
    site::open(&browser, &server, "/read/inorganic-coatings/");
    let (first, second) = ("article.prose > p a.material", "article.prose > p .cite a");
    browser.bring_into_view(first);
    focus(&browser, first);
    browser.wait_for(CARDS, 1);
    // The Tab key passes the card by, so that a text is crossed in as many presses as it has links.
    browser.press(&[Key::Tab]);
    assert_eq!(
        browser.ask("document.activeElement.closest('.open-card') === null && document.activeElement !== document.body"),
        true,
        "the focus did not go into the card"
    );
    focus(&browser, first);
    browser.wait_for(CARDS, 1);
    // Once it was entered, the Tab key goes through it and on in the text, never out of order.
    let n_stops = browser.count(".open-card a, .open-card button");
    for stop in 0..n_stops {
        browser.press(&[if stop == 0 { Key::Down } else { Key::Tab }]);
        assert_eq!(
            browser.ask("document.activeElement.closest('.open-card') !== null"),
            true,
            "stop {stop} of {n_stops}"
        );
    }
    browser.press(&[Key::Tab]);
    browser.wait_for(
        "document.querySelector('.open-card')?.contains(document.activeElement) ?? false",
        false,
    );
    assert_eq!(
        browser.ask_with(
            "(document.querySelector(a[0]).compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0",
            vec![json!(first)],
        ),
        true,
        "the focus went on in the text"
    );

    // One at a time: another marker's card takes the place of this one.
    focus(&browser, first);
    focus(&browser, second);
    browser.wait_for(
        "document.querySelector('.open-card .card-title')?.innerText.startsWith('Reference')",
        true,
    );
    assert_eq!(browser.ask(CARDS), 1);
    // A press elsewhere closes it.
    browser.click("h1");
    browser.wait_for(CARDS, 0);

    // A click follows the link, and a finger follows the one in the card.
    browser.bring_into_view(first);
    let wanted = browser.ask_with(
        "document.querySelector(a[0]).getAttribute('href')",
        vec![json!(first)],
    );
    browser.click(first);
    browser.wait_for("location.pathname", wanted.clone());
    browser.back();
    site::wait_for_takeover(&browser);
    browser.bring_into_view(first);
    browser.tap(first);
    browser.wait_for(CARDS, 1);
    browser.tap(".open-card .card-more a");
    browser.wait_for("location.pathname", wanted);
}

#[test]
fn the_rows_of_table_1_have_their_cards_and_light_up_together() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(1280, 800);
    site::open(&browser, &server, "/explore/");
    let link = "#g-c3n4-1 a.material";
    browser.bring_into_view(link);
    browser.hover(link);
    browser.wait_for(CARDS, 1);
    card_is_well_placed(&browser, "a row's material", link);
    assert_eq!(browser.count("tbody tr.lit"), 2, "both tests of g-C3N4");
    browser.press(&[Key::Escape]);
    browser.wait_for(CARDS, 0);
    for link in ["tbody .cite a", "tbody a.note-mark"] {
        browser.bring_into_view(link);
        focus(&browser, link);
        browser.wait_for(CARDS, 1);
        // No box cuts it off, though the table scrolls sideways in one.
        card_is_well_placed(&browser, link, link);
    }
    // What the table does to its rows, it may do with a card open among them.
    browser.type_into("input[type=search]", "zif-8");
    browser.wait_for(
        "document.querySelector('.shown').innerText",
        "2 of 45 conditions, 1 material",
    );
    browser.wait_for(CARDS, 0);
    assert_eq!(browser.complaints(), [""; 0]);
}
