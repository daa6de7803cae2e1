//! Every validation case must lie within its tolerance.
//! Here because the validation table on the page is only worth what this asserts.
//! Must not know: what the cases are.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use electrodeposition::validation::cases;

#[test]
fn every_case_is_within_its_tolerance() {
    let mut outside = Vec::new();
    for case in cases() {
        let row = case
            .run()
            .unwrap_or_else(|error| panic!("{}: {error}", case.name));
        println!(
            "{}: computed {:.9e}, reference {:.9e} {}, error {:.1e}, {:?}",
            row.name, row.computed, row.reference, row.unit, row.error, row.tolerance
        );
        if !row.pass {
            outside.push(row.name);
        }
    }
    assert!(outside.is_empty(), "outside their tolerance: {outside:?}");
}
