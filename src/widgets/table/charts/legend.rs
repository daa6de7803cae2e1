//! What shapes and colours mean.
//! Here because the chart script's own legend cannot be read aloud and stands in the points' way.
//! Must not know: which rows are shown.

use leptos::prelude::*;
use review::Review;

/// The families; written natively and left alone by the browser.
#[cfg(feature = "ssr")]
pub fn legend(review: &Review) -> AnyView {
    use std::fmt::Write as _;

    use super::still;
    use crate::plot::MARKS;

    let mut items = String::new();
    for (index, family) in review.families.iter().enumerate() {
        let mark = still::mark(index.min(MARKS.len() - 1), 6.0);
        let name = still::escaped(&family.label);
        // Writing into a text cannot fail.
        let _ = write!(
            items,
            r#"<li class="mark-{index}"><svg viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true">{mark}</svg>{name}</li>"#
        );
    }
    list(items)
}

#[cfg(not(feature = "ssr"))]
pub fn legend(_: &Review) -> AnyView {
    list(String::new())
}

fn list(items: String) -> AnyView {
    view! { <ul class="chart-legend" inner_html=items></ul> }.into_any()
}
