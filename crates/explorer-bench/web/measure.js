// Filters, orders and counts the same rows in our table and in two others, and leaves the figures in `window.figures`.
// Here because latency is what a reader feels, and only a browser has it. Must not know: how figures are kept.
//
// What is timed: one call that changes the filter, the order or both, until it returns, with the rows in sight drawn
// and laid out. Ours also counts every value of every filter and every bar of every histogram in that time, which the
// others cannot. No table gets the same question twice in a row.

import init, { Grid } from "./explorer_bench.js";

const N_RUNS = 15;
const ROWS_IN_SIGHT = 30;
const place = document.getElementById("place");

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const least = (times) => Math.min(...times);

// Two questions of each kind, asked in turn: a label and a minimum, then another label and another minimum.
const FILTERS = [
  { kind: "type of kind 0", from: 1000 },
  { kind: "type of kind 1", from: 3000 },
];
const ORDERS = [
  [["type", "asc"], ["lifespan_h", "desc"], ["material", "asc"]],
  [["material", "desc"], ["cycles", "asc"], ["type", "desc"]],
];

function timed(act) {
  const times = [];
  for (let run = 0; run < N_RUNS + 2; run += 1) {
    const start = performance.now();
    act(run % 2);
    void place.offsetHeight;
    // The first two runs warm up.
    if (run >= 2) times.push(performance.now() - start);
  }
  return { median_ms: median(times), least_ms: least(times) };
}

function ours(grid) {
  // Fixed columns, as on the page (src/styles/table-rows.css).
  place.innerHTML = "<table style=\"table-layout: fixed; width: 100%\"><tbody></tbody></table>";
  const body = place.querySelector("tbody");
  const draw = () => { body.innerHTML = grid.html(ROWS_IN_SIGHT); };
  const filter = ({ kind, from }) => `type=type-${kind.at(-1)}&lifespan_h=${from}..`;
  const order = (keys) => `sort=${keys.map(([id, way]) => (way === "desc" ? "-" : "") + id).join(",")}`;
  const passing = FILTERS.map((question) => grid.show(filter(question)));
  let counted = 0;
  const figures = {
    filter_and_counts: timed((n) => { grid.show(filter(FILTERS[n])); counted += grid.counted(); draw(); }),
    sort: timed((n) => { grid.show(order(ORDERS[n])); draw(); }),
    filter_counts_and_sort: timed((n) => { grid.show(`${filter(FILTERS[n])}&${order(ORDERS[n])}`); draw(); }),
    counts_alone: timed((n) => { grid.show(n ? "" : "q=kind"); counted += grid.counted(); }),
  };
  if (counted === 0) throw new Error("nothing was counted");
  return { grid: "explorer", passing, figures };
}

async function tabulator({ columns, rows }) {
  place.innerHTML = "<div></div>";
  const data = rows.map((cells) => Object.fromEntries(cells.map((cell, n) => [columns[n].id, cell])));
  const table = new Tabulator(place.firstChild, {
    data,
    height: 600,
    columns: columns.map(({ id, number }) => ({ title: id, field: id, width: 110, sorter: number ? "number" : "string" })),
  });
  await new Promise((built) => table.on("tableBuilt", built));
  const filter = ({ kind, from }) => [
    { field: "type", type: "=", value: kind },
    { field: "lifespan_h", type: ">=", value: from },
  ];
  // Tabulator sorts by the last key first.
  const order = (keys) => keys.map(([column, dir]) => ({ column, dir })).reverse();
  const passing = FILTERS.map((question) => { table.setFilter(filter(question)); return table.getDataCount("active"); });
  const figures = { filter_and_counts: timed((n) => table.setFilter(filter(FILTERS[n]))) };
  table.clearFilter();
  figures.sort = timed((n) => table.setSort(order(ORDERS[n])));
  figures.filter_counts_and_sort = timed((n) => { table.setFilter(filter(FILTERS[n])); table.setSort(order(ORDERS[n])); });
  table.destroy();
  return { grid: "tabulator-tables", passing, figures };
}

async function agGridTable({ columns, rows }) {
  place.innerHTML = '<div style="height: 600px"></div>';
  const data = rows.map((cells) => Object.fromEntries(cells.map((cell, n) => [columns[n].id, cell])));
  const api = await new Promise((ready) => {
    agGrid.createGrid(place.firstChild, {
      rowData: data,
      suppressAnimationFrame: true,
      animateRows: false,
      columnDefs: columns.map(({ id, number }) => ({ field: id, filter: number ? "agNumberColumnFilter" : "agTextColumnFilter" })),
      onFirstDataRendered: ({ api }) => ready(api),
    });
  });
  const filter = ({ kind, from }) => ({
    type: { filterType: "text", type: "equals", filter: kind },
    lifespan_h: { filterType: "number", type: "greaterThanOrEqual", filter: from },
  });
  const order = (keys) => ({
    state: keys.map(([colId, sort], sortIndex) => ({ colId, sort, sortIndex })),
    defaultState: { sort: null },
  });
  const passing = FILTERS.map((question) => { api.setFilterModel(filter(question)); return api.getDisplayedRowCount(); });
  const figures = { filter_and_counts: timed((n) => api.setFilterModel(filter(FILTERS[n]))) };
  api.setFilterModel(null);
  figures.sort = timed((n) => api.applyColumnState(order(ORDERS[n])));
  figures.filter_counts_and_sort = timed((n) => {
    api.setFilterModel(filter(FILTERS[n]));
    api.applyColumnState(order(ORDERS[n]));
  });
  api.destroy();
  return { grid: "ag-grid-community", passing, figures };
}

async function all(rowCounts) {
  await init();
  const figures = [];
  for (const rows of rowCounts) {
    const grid = new Grid(rows);
    const same = JSON.parse(grid.json());
    const results = [ours(grid), await tabulator(same), await agGridTable(same)];
    for (const result of results) {
      // All tables must have answered the same question.
      if (String(result.passing) !== String(results[0].passing)) {
        throw new Error(`${result.grid} lets ${result.passing} rows pass, ours ${results[0].passing}`);
      }
      figures.push({ rows, ...result });
    }
    grid.free();
  }
  return figures;
}

all([45, 10000, 100000]).then(
  (figures) => { window.figures = { figures }; },
  (error) => { window.figures = { error: String(error?.stack ?? error) }; },
);
