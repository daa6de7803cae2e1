//! The rows of a view gathered by the labels of one column.
//! Here because a material with two conditions is one thing to a reader.
//! Must not know: filters, order.

use std::sync::Arc;

use super::{Content, Index};
use crate::Group;

impl Index {
    pub(super) fn groups(&self, column: &str, rows: &[usize]) -> Vec<Group> {
        let content = self
            .column_idx(column)
            .map(|idx| &self.columns[idx].content);
        let Some(Content::Category(category)) = content else {
            return Vec::new();
        };
        let mut groups: Vec<Group> = Vec::new();
        let mut group_of: Vec<Option<usize>> = vec![None; category.labels.len()];
        let mut unlabelled = Vec::new();
        for &row in rows {
            let codes = category.codes(row);
            if codes.is_empty() {
                unlabelled.push(row);
            }
            for &code in codes {
                let group_idx = *group_of[code as usize].get_or_insert_with(|| {
                    groups.push(Group {
                        label: Some(Arc::clone(&category.labels[code as usize])),
                        rows: Vec::new(),
                    });
                    groups.len() - 1
                });
                groups[group_idx].rows.push(row);
            }
        }
        if !unlabelled.is_empty() {
            groups.push(Group {
                label: None,
                rows: unlabelled,
            });
        }
        groups
    }
}
