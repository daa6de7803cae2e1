//! The encoded form: nothing is lost, and damage is noticed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod fixture;

use fixture::Fixture;

#[test]
fn decoding_undoes_encoding() {
    let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../content")
        .canonicalize()
        .unwrap();
    let review = review::parse(&content).unwrap();
    let bytes = review::encode(&review).unwrap();
    assert_eq!(review::decode(&bytes).unwrap(), review);
}

#[test]
fn cut_bytes_are_refused() {
    let review = Fixture::sound().parse("cut bytes").unwrap();
    let bytes = review::encode(&review).unwrap();
    for kept in [0, 1, bytes.len() / 2, bytes.len() - 1] {
        let error = review::decode(&bytes[..kept]).unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("the encoded content is damaged"),
            "{error}"
        );
    }
}
