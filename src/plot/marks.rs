//! The shape and the colour of each category of a chart, and of the reader's own rows.
//! Here because frames, points and the picture before the script must agree, and a shape serves where colours do not.
//! Must not know: which categories there are.

/// Name of the shape with the chart script, and the token of its colour. The last is for what is the reader's own.
pub const MARKS: [(&str, &str); 8] = [
    ("diamond", "--color-category-1"),
    ("triangle-down", "--color-category-5"),
    ("circle", "--color-category-2"),
    ("triangle-up", "--color-category-3"),
    ("cross", "--color-category-6"),
    ("x", "--color-category-7"),
    ("square", "--color-category-4"),
    ("star", "--color-text"),
];
