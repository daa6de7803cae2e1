//! Pages on paper: every word is there, cards have become notes, nothing is cut at the edge.
//! Here because a review is printed, and a print that loses a column loses it silently.
//! Must not know: how a page looks on a screen.

use std::collections::BTreeSet;

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

/// The words of a text in small letters, those that a font joins taken apart.
fn words(text: &str) -> Vec<String> {
    let joined = [
        ("\u{fb00}", "ff"),
        ("\u{fb01}", "fi"),
        ("\u{fb02}", "fl"),
        ("\u{fb03}", "ffi"),
        ("\u{fb04}", "ffl"),
    ];
    let parted = joined
        .iter()
        .fold(text.to_lowercase(), |text, (one, letters)| {
            text.replace(one, letters)
        });
    let words = parted.split(|c: char| !c.is_alphabetic());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Words of the page that stand on paper more rarely than on the page, with both counts. A PDF knows letters and places
/// and not words, and what reads it may join neighbours: so letters are sought, inside longer words on both sides.
fn lost(shown: &[String], printed: &[String]) -> Vec<(String, usize, usize)> {
    let letters = printed.concat();
    let asked: BTreeSet<&String> = shown
        .iter()
        .filter(|word| word.chars().count() >= 3)
        .collect();
    let counts = asked.into_iter().map(|word| {
        let on_page: usize = shown
            .iter()
            .map(|other| other.matches(word.as_str()).count())
            .sum();
        (
            word.clone(),
            on_page,
            letters.matches(word.as_str()).count(),
        )
    });
    counts
        .filter(|(_, on_page, on_paper)| on_paper < on_page)
        .collect()
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
        let expected = words(&shown);
        let lost = lost(&expected, &words(&pages.join("\n")));
        println!(
            "{path}: {} pages, {} words, {} lost",
            pages.len(),
            expected.len(),
            lost.len()
        );
        assert!(expected.len() > 200, "{path}: {} words", expected.len());
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
