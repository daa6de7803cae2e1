//! Where sentences end, and which numbers they give.
//! Here because links and checks rest on where a sentence ends.
//! Must not know: sections.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use review::{Inline, gives, plain_text, sentences};

fn text(text: &str) -> Inline {
    Inline::Text(text.into())
}

#[test]
fn a_sentence_takes_the_marks_behind_its_stop_with_it() {
    let paragraph = [
        text("First, e.g. of Fig. 2 by K. Author."),
        Inline::Cite(vec![1]),
        Inline::Fact(7),
        text(" Second at 0.25 V (a remark.) Third? "),
        Inline::Emphasis(vec![text("Fourth")]),
        text(" goes on"),
        Inline::Note("D-1".into()),
        text(" to its end."),
        Inline::Fact(8),
    ];
    let cut = sentences(&paragraph);
    let shown: Vec<String> = cut.iter().map(|sentence| plain_text(sentence)).collect();
    assert_eq!(
        shown,
        [
            "First, e.g. of Fig. 2 by K. Author.",
            " Second at 0.25 V (a remark.)",
            " Third? ",
            "Fourth goes on to its end.",
        ]
        .map(String::from)
    );
    assert_eq!(review::facts(&cut[0]), [7]);
    assert_eq!(review::fact_anchor(&cut[3]).as_deref(), Some("fact-8"));
    let whole: Vec<Inline> = cut.into_iter().flatten().collect();
    assert_eq!(
        plain_text(&whole),
        plain_text(&paragraph),
        "nothing is lost"
    );
}

#[test]
fn a_quantity_is_not_a_piece_of_another_number() {
    let cases = [
        ("ran 836\u{202f}h.", "836 h", true),
        ("ran 1836\u{202f}h", "836 h", false),
        ("at \u{2212}0.76 V", "0.76 V", false),
        ("at \u{2212}0.76 V", "\u{2212}0.76 V", true),
        ("from 80 to 105 mV", "80", true),
        ("for 800 h", "80", false),
        ("of 80.5", "80", false),
        ("of 80, 90", "80", true),
    ];
    for (sentence, quantity, expected) in cases {
        assert_eq!(
            gives(&[text(sentence)], quantity),
            expected,
            "{quantity} in {sentence}"
        );
    }
}
