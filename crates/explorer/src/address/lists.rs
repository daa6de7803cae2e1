//! The keys of an address that name columns: order, groups, columns shown, comparison, ranks.
//! Here because each of them checks every name it is given.
//! Must not know: filters.

use super::escape::{items, raw_items, unescape};
use super::read::Reader;
use super::{GROUP_KEY, NEAR_KEY, ORDER_KEY, RANK_KEY, WITHIN_KEY};
use crate::warning::{allowed, shown};
use crate::{ColumnKind, QueryWarning, SortKey};

impl Reader<'_> {
    pub fn sort(&mut self, value: &str) {
        for raw in raw_items(value) {
            let (descending, raw) = raw
                .strip_prefix('-')
                .map_or((false, raw), |rest| (true, rest));
            let column = unescape(raw);
            if !self.knows(&column, None) {
                self.warnings.push(QueryWarning::UnknownSortColumn {
                    value: shown(&column),
                    allowed: allowed(self.ids(None)),
                });
            } else if self.query.sort.iter().any(|key| key.column == column) {
                let column = shown(&column);
                self.warnings
                    .push(QueryWarning::RepeatedSortColumn { column });
            } else {
                self.query.sort.push(SortKey { column, descending });
            }
        }
    }

    pub fn group(&mut self, value: &str) {
        for column in items(value) {
            if !self.check(GROUP_KEY, &column, Some(ColumnKind::Category)) {
                continue;
            }
            if self.query.group.replace(column).is_some() {
                self.repeated_key(GROUP_KEY);
            }
        }
    }

    pub fn visibility(&mut self, key: &str, value: &str, wanted: bool) {
        for column in items(value) {
            if !self.check(key, &column, None) {
                continue;
            }
            let before = self.query.visibility.insert(column.clone(), wanted);
            if before.is_some_and(|before| before != wanted) {
                let column = shown(&column);
                self.warnings.push(QueryWarning::ShownAndHidden { column });
            }
        }
    }

    pub fn order(&mut self, value: &str) {
        for column in items(value) {
            if self.check(ORDER_KEY, &column, None) && !self.query.order.contains(&column) {
                self.query.order.push(column);
            }
        }
    }

    pub fn rank(&mut self, value: &str) {
        for column in items(value) {
            if self.check(RANK_KEY, &column, Some(ColumnKind::Number))
                && !self.query.rank.contains(&column)
            {
                self.query.rank.push(column);
            }
        }
    }

    pub fn near(&mut self, value: &str) {
        for raw in raw_items(value) {
            let (column, reference) = raw.rsplit_once(':').unwrap_or((raw, ""));
            let column = unescape(column);
            if !self.check(NEAR_KEY, &column, Some(ColumnKind::Number)) {
                continue;
            }
            match reference.parse() {
                Ok(reference) if reference > 0.0 && f64::is_finite(reference) => {
                    if self.references.insert(column, reference).is_some() {
                        self.repeated_key(NEAR_KEY);
                    }
                }
                _ => self.bad(
                    NEAR_KEY,
                    raw,
                    "a column and a number above zero, as in column:5",
                ),
            }
        }
    }

    pub fn within(&mut self, value: &str) {
        match value.parse() {
            Ok(factor) if factor >= 1.0 && f64::is_finite(factor) => {
                if self.factor.replace(factor).is_some() {
                    self.repeated_key(WITHIN_KEY);
                }
            }
            _ if value.is_empty() => {}
            _ => self.bad(WITHIN_KEY, value, "a number from 1"),
        }
    }
}
