//! Pages on paper: every word is there, cards have become notes, nothing is cut at the edge.
//! Here because a review is printed, and a print that loses a column loses it silently.
//! Must not know: how a page looks on a screen.

use std::collections::BTreeMap;

use serde_json::json;

use crate::{driver::Browser, site};

/// A4 less its margins, in CSS pixels: (210 − 34) mm.
const PAPER_WIDTH: u32 = 665;

const PAGES: [&str; 5] = [
    "/read/functions/",
    "/read/inorganic-coatings/",
    "/read/all/",
    "/explore/",
    "/materials/znf2-coating/",
];

/// The words of a text of three to fifteen letters, and how often each stands there.
fn words(text: &str) -> BTreeMap<String, usize> {
    // Fonts join letters; paper shows them joined, and they are the same letters.
    let parted = [
        ("\u{fb00}", "ff"),
        ("\u{fb01}", "fi"),
        ("\u{fb02}", "fl"),
        ("\u{fb03}", "ffi"),
        ("\u{fb04}", "ffl"),
    ]
    .iter()
    .fold(apart(text).to_lowercase(), |text, (joined, letters)| {
        text.replace(joined, letters)
    });
    let mut counted = BTreeMap::new();
    for word in parted.split(|c: char| !c.is_alphabetic()) {
        if (3..=15).contains(&word.chars().count()) {
            *counted.entry(word.to_owned()).or_insert(0) += 1;
        }
    }
    counted
}

/// Labels of a drawing that stand side by side come out of a PDF as one word, `CorrosionDendrites`.
fn apart(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_small = false;
    for letter in text.chars() {
        if after_small && letter.is_uppercase() {
            out.push(' ');
        }
        after_small = letter.is_lowercase();
        out.push(letter);
    }
    out
}

#[test]
fn no_word_is_lost_on_paper() {
    let server = site::at_root();
    let browser = Browser::open();
    for path in PAGES {
        site::open(&browser, &server, path);
        // What is written for ears alone is not on paper.
        browser.run_script(
            "document.head.insertAdjacentHTML('beforeend', '<style>.visually-hidden { display: none !important }</style>')",
        );
        browser.show_as_print(true);
        let shown = browser.text("main");
        browser.show_as_print(false);
        let pdf = browser.print();
        assert!(pdf.starts_with(b"%PDF"), "{path}");
        let pages = pdf_extract::extract_text_from_mem_by_pages(&pdf).expect("the PDF can be read");
        let printed = words(&pages.join("\n"));
        let expected = words(&shown);
        let n_words: usize = expected.values().sum();
        let lost: Vec<_> = expected
            .iter()
            .filter(|(word, count)| printed.get(*word).is_none_or(|seen| seen < count))
            .map(|(word, count)| (word, count, printed.get(word)))
            .collect();
        println!(
            "{path}: {} pages, {n_words} words, {} lost",
            pages.len(),
            lost.len()
        );
        assert!(n_words > 200, "{path}: {n_words} words");
        assert!(lost.is_empty(), "{path}: {lost:?}");
        assert!(
            pages.iter().all(|page| !page.trim().is_empty()),
            "{path} prints an empty page"
        );
    }
}

#[test]
fn nothing_sticks_out_of_the_paper_and_what_only_a_screen_can_use_is_gone() {
    let server = site::at_root();
    let browser = Browser::open();
    browser.set_screen(PAPER_WIDTH, 940);
    for path in PAGES {
        site::open(&browser, &server, path);
        browser.show_as_print(true);
        let wide = browser.ask_with(
            "[...document.querySelectorAll('main *')].filter(element => {
                const box = element.getBoundingClientRect();
                return box.width > 0 && box.right > a[0] + 1;
            }).slice(0, 5).map(element => element.outerHTML.slice(0, 90))",
            vec![json!(PAPER_WIDTH)],
        );
        assert_eq!(wide, json!([]), "{path}");
        for gone in [
            ".site-header",
            ".site-footer",
            ".section-list",
            ".anchor",
            ".controls",
        ] {
            let seen = browser.ask_with(
                "[...document.querySelectorAll(a[0])].filter(element => element.getClientRects().length > 0).length",
                vec![json!(gone)],
            );
            assert_eq!(seen, 0, "{path}: {gone}");
        }
    }
    browser.show_as_print(false);
    // The notes that cards show on a screen stand at the end, citations among them.
    site::open(&browser, &server, "/read/functions/");
    assert_eq!(
        browser.ask("document.querySelector('.cards').getClientRects().length"),
        0
    );
    browser.show_as_print(true);
    let notes = browser.text(".cards");
    for expected in ["Reference 21", "Source note D-20", "Coulombic efficiency"] {
        assert!(
            notes.contains(expected),
            "{expected} is not among the notes"
        );
    }
}

/// In the dark theme, paper stays white.
#[test]
fn paper_is_white_in_the_dark_theme() {
    let server = site::at_root();
    let browser = Browser::open();
    site::open(&browser, &server, "/read/functions/?theme=dark");
    let colour = "getComputedStyle(document.querySelector('article.prose > p[id]')).color";
    let on_screen = browser.ask(colour);
    browser.show_as_print(true);
    let on_paper = browser.ask(colour);
    assert_ne!(on_screen, on_paper);
    let darkness =
        "(c => c.match(/[0-9.]+/g).slice(0, 3).map(Number).reduce((a, b) => a + b))(a[0])";
    let sum = browser.ask_with(darkness, vec![on_paper.clone()]);
    assert!(sum.as_f64().is_some_and(|sum| sum < 200.0), "{on_paper}");
}
