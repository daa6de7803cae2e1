//! A view as a query string and back: `type=coating,sei&lifespan_h=1000..&q=ZnF2&sort=-lifespan_h`.
//! Here because every view has an address, and any address must give some view.
//! Must not know: the browser, paths, which other parts of the page read the same query string.
//!
//! | key | value |
//! | --- | --- |
//! | id of a category column | label ids that pass |
//! | id of a number column | `1..10`, `5..`, `..2`, or one number |
//! | `q` | words |
//! | `sort` | columns, `-` before one that goes downwards |
//! | `group` | a category column |
//! | `show`, `hide`, `order` | columns shown, hidden, standing first |
//! | `near`, `within` | reference values as `column:value`, and the factor (2 where left out) |
//! | `rank` | number columns |
//! | `v` | version of this format, left out for 1 |
//!
//! A list is separated by commas whether they arrive as `,` or as `%2C`, because routers encode them anew.
//! Inside an id, `~` escapes: `~.` is a comma, `~-` a leading minus, `~~` a tilde, a lone `~` the empty id.
//! A key that begins with a dot is always a column, so that a column may be called `q`.

mod escape;
mod lists;
mod read;
mod write;

/// Version of the address format, written `v=1` and left out by [`crate::ViewQuery::encode`].
pub const ADDRESS_VERSION: u32 = 1;

const TEXT_KEY: &str = "q";
const SORT_KEY: &str = "sort";
const GROUP_KEY: &str = "group";
const SHOW_KEY: &str = "show";
const HIDE_KEY: &str = "hide";
const ORDER_KEY: &str = "order";
const NEAR_KEY: &str = "near";
const WITHIN_KEY: &str = "within";
const RANK_KEY: &str = "rank";
const VERSION_KEY: &str = "v";

/// Keys that are no column, the version first.
const RESERVED: [&str; 10] = [
    VERSION_KEY,
    TEXT_KEY,
    SORT_KEY,
    GROUP_KEY,
    SHOW_KEY,
    HIDE_KEY,
    ORDER_KEY,
    NEAR_KEY,
    WITHIN_KEY,
    RANK_KEY,
];
