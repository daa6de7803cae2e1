//! Addresses that have been shared go on opening what they opened, and every view comes back from its own address.
//! Here because a link in somebody's lecture notes cannot be edited by us.
//! Must not know: how an address is written; it only compares what it means.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use companion::{
    choice::Choice,
    content,
    routes::Route,
    settings::Settings,
    table::{PAGE_KEYS, table_1},
};
use explorer::ViewQuery;

const OLD_ADDRESSES: &str = include_str!("old-addresses.txt");

/// Address and what it shows.
fn old_addresses() -> Vec<(&'static str, &'static str)> {
    OLD_ADDRESSES
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| {
            let (address, shows) = line.split_once(' ').expect("an address and what it shows");
            (address, shows.trim())
        })
        .collect()
}

/// The page that stands at a path.
fn route_at(path: &str) -> Option<Route> {
    Route::all(content::load().unwrap())
        .into_iter()
        .find(|route| *route != Route::NotFound && route.path() == path)
}

#[test]
fn old_addresses_open_their_pages_without_a_warning() {
    let review = content::load().unwrap();
    let table = table_1(review);
    let addresses = old_addresses();
    assert!(addresses.len() > 30, "{}", addresses.len());
    for (address, shows) in addresses {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let route = route_at(path).unwrap_or_else(|| panic!("{address} leads to no page"));
        match route {
            Route::Explore | Route::EmbedTable => {
                let (view, warnings) = ViewQuery::parse(query, &table, &PAGE_KEYS);
                assert_eq!(warnings, [], "{address}");
                let n_rows = explorer::view(&table, &view).rows.len();
                assert_eq!(format!("{n_rows} rows"), shows, "{address}");
            }
            Route::Simulate | Route::EmbedSimulator => {
                let (settings, refusals) = Settings::parse(query);
                assert_eq!(refusals, [], "{address}");
                assert_eq!(
                    format!("run {}", settings.encode()).trim_end(),
                    shows,
                    "{address}"
                );
            }
            Route::Compare if !query.is_empty() => {
                let choice = Choice::parse(query, review);
                assert_eq!(choice.refusals, [""; 0], "{address}");
                let n_materials = choice.materials.len();
                assert_eq!(format!("{n_materials} materials"), shows, "{address}");
            }
            _ => assert_eq!(query, "", "{address}"),
        }
    }
}

#[test]
fn every_page_is_among_the_old_addresses() {
    let review = content::load().unwrap();
    let listed: Vec<_> = old_addresses()
        .into_iter()
        .filter_map(|(address, _)| route_at(address.split('?').next().unwrap_or_default()))
        .collect();
    for route in Route::all(review)
        .into_iter()
        .filter(|route| *route != Route::NotFound)
    {
        assert!(
            listed.contains(&route),
            "{} is missing from tests/old-addresses.txt",
            route.path()
        );
    }
}

#[test]
fn every_single_filter_and_order_comes_back_from_its_address() {
    let table = table_1(content::load().unwrap());
    let mut n_views = 0;
    for (index, column) in table.columns.iter().enumerate() {
        let mut views = vec![ViewQuery::default().sorted_by(&column.id)];
        views.push(views[0].sorted_by(&column.id));
        if column.kind == explorer::ColumnKind::Category {
            views.extend(
                table
                    .labels(index)
                    .iter()
                    .map(|label| ViewQuery::default().toggled(&column.id, &label.id)),
            );
            views.push(ViewQuery {
                group: Some(column.id.clone()),
                ..ViewQuery::default()
            });
        } else {
            let range = explorer::Range::new(Some(0.5), Some(1200.0));
            views.push(ViewQuery::default().with_range(&column.id, range));
        }
        views.push(ViewQuery::default().with_shown(&table, &column.id, !column.shown));
        views.push(ViewQuery::default().with_moved(&table, &column.id, 3));
        for view in views {
            let address = view.encode();
            assert_eq!(
                ViewQuery::parse(&address, &table, &[]),
                (view, Vec::new()),
                "{address}"
            );
            n_views += 1;
        }
    }
    for row_idx in 0..table.rows.len() {
        let columns = ["current_density_ma_cm2", "areal_capacity_mah_cm2"];
        let comparison = explorer::Comparison::with_row(&table, row_idx, &columns, 1.5).unwrap();
        let view = ViewQuery {
            comparison: Some(comparison),
            rank: vec!["lifespan_h".to_owned()],
            ..ViewQuery::default()
        };
        let address = view.encode();
        let (read, warnings) = ViewQuery::parse(&address, &table, &[]);
        assert_eq!((read, warnings), (view, Vec::new()), "{address}");
        n_views += 1;
    }
    assert!(n_views > 150, "{n_views}");
}
