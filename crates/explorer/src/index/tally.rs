//! The rows that a count looks at: those that pass or those that do not, whichever are fewer.
//! Here because counts of all columns are most of an answer, and a list of rows is read faster than bits.
//! Must not know: what is counted.

use super::Bits;
use super::dictionary::Lists;

/// Rows in ascending order, to be added up or to be taken away from the counts of the whole table.
#[derive(Debug)]
pub(crate) struct Tally {
    rows: Vec<u32>,
    are_left_out: bool,
}

impl Tally {
    pub fn of(passing: &Bits) -> Self {
        let are_left_out = 2 * passing.len() > passing.n_rows();
        let rows = if are_left_out {
            passing.others().list()
        } else {
            passing.list()
        };
        Self { rows, are_left_out }
    }

    /// How many passing rows have each code, where each row has one; `totals` are those of the whole table.
    pub fn of_codes<Code: Copy + Into<u32>>(&self, codes: &[Code], totals: &[u32]) -> Vec<u32> {
        // Two counts in turn: a count that was just written is read again only a step later.
        let mut even = vec![0u32; totals.len()];
        let mut odd = even.clone();
        let add = |counts: &mut [u32], row: u32| {
            if let Some(count) = counts.get_mut(codes[row as usize].into() as usize) {
                *count += 1;
            }
        };
        let mut pairs = self.rows.chunks_exact(2);
        for pair in &mut pairs {
            add(&mut even, pair[0]);
            add(&mut odd, pair[1]);
        }
        for &row in pairs.remainder() {
            add(&mut even, row);
        }
        for (count, odd) in even.iter_mut().zip(odd) {
            *count += odd;
        }
        self.passing(even, totals)
    }

    /// The same where each row has any number of codes, each at most once.
    pub fn of_lists(&self, lists: &Lists, totals: &[u32]) -> Vec<u32> {
        let mut counts = vec![0u32; totals.len()];
        for &row in &self.rows {
            for &code in lists.of(row as usize..row as usize + 1) {
                counts[code as usize] += 1;
            }
        }
        self.passing(counts, totals)
    }

    fn passing(&self, mut counts: Vec<u32>, totals: &[u32]) -> Vec<u32> {
        if self.are_left_out {
            for (count, total) in counts.iter_mut().zip(totals) {
                *count = total - *count;
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_rows_and_many_rows_are_counted_alike() {
        // Row n has code n % 7, and the list of the codes below n % 4.
        let codes: Vec<u8> = (0..1000).map(|row| (row % 7) as u8).collect();
        let mut lists = Lists::with_rows(1000);
        for row in 0..1000 {
            (0..row % 4).for_each(|code| lists.push(code));
            lists.end_row();
        }
        let all = Bits::all(1000);
        let tally = Tally {
            rows: all.list(),
            are_left_out: false,
        };
        let totals = tally.of_codes(&codes, &[0; 7]);
        let list_totals = tally.of_lists(&lists, &[0; 3]);
        assert_eq!(totals, [143, 143, 143, 143, 143, 143, 142]);
        assert_eq!(list_totals, [750, 500, 250]);
        for step in [1, 2, 3, 10, 999, 2000] {
            for rest in [true, false] {
                let belongs = |row: usize| (row % step == 1) != rest;
                let tally = Tally::of(&Bits::of(1000, belongs));
                let by_hand = |code: usize| {
                    let rows = (0..1000).filter(|&row| belongs(row) && row % 7 == code);
                    rows.count() as u32
                };
                let with_code = |code: usize| {
                    let rows = (0..1000).filter(|&row| belongs(row) && code < row % 4);
                    rows.count() as u32
                };
                assert_eq!(
                    tally.of_codes(&codes, &totals),
                    (0..7).map(by_hand).collect::<Vec<_>>(),
                    "every {step}th, left out: {rest}"
                );
                assert_eq!(
                    tally.of_lists(&lists, &list_totals),
                    (0..3).map(with_code).collect::<Vec<_>>()
                );
            }
        }
    }
}
