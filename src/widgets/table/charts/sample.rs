//! Which rows a chart of points draws, where there are more than a browser can hold as pictures.
//! Here because a reader's own rows may be a hundred thousand, and each point is some elements of the page.
//! Must not know: what a point looks like.

use explorer::{Row, Table, TableView};

/// Most rows that are drawn as points.
pub const MOST_POINTS: usize = 2000;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// Rows with whether they pass the filters: those that do first.
    pub rows: Vec<(usize, bool)>,
    /// Rows that pass and are not drawn.
    pub n_left_out: usize,
}

impl Sample {
    /// All rows of a short table, those of the view in its order and then the others in the table's. Of a long one,
    /// every printed row and evenly many of the reader's own, whichever way the view is sorted.
    pub fn of(table: &Table, view: &TableView) -> Self {
        let mut passes = vec![false; table.rows.len()];
        for &row_idx in &view.rows {
            if let Some(passes) = passes.get_mut(row_idx) {
                *passes = true;
            }
        }
        let shown = view.rows.iter().copied();
        let others = (0..passes.len()).filter(|&row_idx| !passes[row_idx]);
        if table.rows.len() <= MOST_POINTS {
            let shown = shown.map(|row_idx| (row_idx, true));
            return Self {
                rows: shown
                    .chain(others.map(|row_idx| (row_idx, false)))
                    .collect(),
                n_left_out: 0,
            };
        }
        let is_own = |row_idx: &usize| table.rows.get(*row_idx).is_some_and(Row::is_own);
        let (own_others, printed_others): (Vec<_>, Vec<_>) = others.partition(is_own);
        let (mut own_shown, printed_shown): (Vec<_>, Vec<_>) = shown.partition(is_own);
        own_shown.sort_unstable();
        let room = MOST_POINTS.saturating_sub(printed_shown.len() + printed_others.len());
        let n_own_shown = own_shown.len();
        let own_shown = evenly(&own_shown, room);
        let own_others = evenly(&own_others, room - own_shown.len());
        let n_left_out = n_own_shown - own_shown.len();
        let with = |rows: Vec<usize>, shown: bool| rows.into_iter().map(move |row| (row, shown));
        Self {
            rows: with(printed_shown, true)
                .chain(with(own_shown, true))
                .chain(with(printed_others, false))
                .chain(with(own_others, false))
                .collect(),
            n_left_out,
        }
    }
}

/// At most so many of the rows, at equal distances.
fn evenly(rows: &[usize], most: usize) -> Vec<usize> {
    let n = rows.len().min(most);
    (0..n).map(|step| rows[step * rows.len() / n]).collect()
}

#[cfg(test)]
mod tests {
    use explorer::{Column, ColumnKind, RowProvenance, TableView};

    use super::*;

    fn table(n_printed: usize, n_own: usize) -> Table {
        let row = |idx: usize| {
            let id = idx.to_string();
            let mut row = Row::printed(&id, Vec::new());
            if idx >= n_printed {
                row.provenance = RowProvenance::Own;
            }
            row
        };
        Table {
            columns: vec![Column::new("material", "Material", ColumnKind::Category)],
            rows: (0..n_printed + n_own).map(row).collect(),
        }
    }

    fn view(rows: impl Iterator<Item = usize>) -> TableView {
        TableView {
            rows: rows.collect(),
            ..TableView::default()
        }
    }

    #[test]
    fn a_short_table_is_drawn_whole() {
        let sample = Sample::of(&table(4, 2), &view([5, 1, 3].into_iter()));
        let rows = [5, 1, 3, 0, 2, 4].map(|row| (row, [5, 1, 3].contains(&row)));
        assert_eq!((sample.rows, sample.n_left_out), (rows.to_vec(), 0));
    }

    #[test]
    fn of_a_long_table_all_printed_rows_are_drawn_and_own_ones_evenly_however_they_are_sorted() {
        let table = table(45, 100_000);
        let sample = Sample::of(&table, &view(0..100_045));
        assert_eq!(sample.rows.len(), MOST_POINTS);
        assert_eq!(sample.n_left_out, 100_045 - MOST_POINTS);
        assert!((0..45).all(|row| sample.rows.contains(&(row, true))));
        let own: Vec<usize> = sample.rows[45..].iter().map(|&(row, _)| row).collect();
        let steps: Vec<usize> = own.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(
            steps.iter().all(|&step| step == 51 || step == 52),
            "{steps:?}"
        );

        let mut backwards = Sample::of(&table, &view((0..100_045).rev()));
        backwards.rows.sort_unstable();
        let mut forwards = sample.rows;
        forwards.sort_unstable();
        assert_eq!(backwards.rows, forwards);
    }

    #[test]
    fn rows_outside_the_filters_take_what_room_is_left() {
        let table = table(45, 100_000);
        let sample = Sample::of(&table, &view(45..145));
        let shown = sample.rows.iter().filter(|(_, shown)| *shown).count();
        assert_eq!((shown, sample.n_left_out), (100, 0));
        assert_eq!(sample.rows.len(), MOST_POINTS);
    }
}
