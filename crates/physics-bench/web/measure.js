// Times the problems of `zinc-sim bench` in a browser, and the explicit ones as loops over typed arrays, too. Leaves the
// figures in `window.figures`, under the same names as `zinc-sim bench`.
// Here because a reader's run happens in a browser. Must not know: what other programs need, how figures are kept.

import init, { PageDisc, PageField, PageNucleus, PagePlating, cell_half_cycle, cell_hourly_cycles } from "./physics-bench-page.js";

const ROUND_MS = 150;
const N_ROUNDS = 3;
const N_DEPOSITS = 3;
const MOST_STEPS = 64;
const FEWEST_STEPS = 5;
const CELLS_OF_STEPS = 2 ** 22;
// Further grids take long and tell no more of a browser.
const GRIDS = [64, 128, 256, 512];

// Seconds a call takes: the best round counts, because all else only adds time. As `timing.rs` of `zinc-sim bench`.
function seconds(once) {
  once();
  let best = Infinity;
  for (let round = 0; round < N_ROUNDS; round += 1) {
    const start = performance.now();
    let calls = 0;
    while (performance.now() - start < ROUND_MS) {
      once();
      calls += 1;
    }
    best = Math.min(best, (performance.now() - start) / calls);
  }
  return best / 1e3;
}

// Heun's method for the Allen-Cahn equation of PFHub 8a, as a careful author writes it in JavaScript: typed arrays with
// a ring around the cells, no allocation, no branch inside the loop.
class PlainNucleus {
  constructor(n) {
    this.n = n;
    this.width = n + 2;
    this.h = 100 / n;
    this.now = new Float64Array(this.width * this.width);
    this.next = new Float64Array(this.width * this.width);
    for (let j = 0; j < n; j += 1) {
      for (let i = 0; i < n; i += 1) {
        const [x, y] = [i, j].map((k) => (k + 0.5) * this.h - 50);
        this.now[(j + 1) * this.width + i + 1] = 0.5 * (1 - Math.tanh((Math.sqrt(x * x + y * y) - 5) / Math.SQRT2));
      }
    }
  }

  surround(u) {
    const { n, width } = this;
    for (let row = 0; row < width * width; row += width) {
      u[row] = u[row + n];
      u[row + n + 1] = u[row + 1];
    }
    u.copyWithin(0, n * width, (n + 1) * width);
    u.copyWithin((n + 1) * width, width, 2 * width);
  }

  step() {
    const { n, width, now, next } = this;
    const dt = 1 / Math.max(50, Math.ceil(1 / (0.125 * this.h * this.h)));
    const diffusion = 1 / (this.h * this.h);
    const drive = 30 * (Math.SQRT2 / 30);
    this.surround(now);
    for (let j = 1; j <= n; j += 1) {
      for (let cell = j * width + 1; cell <= j * width + n; cell += 1) {
        const phi = now[cell];
        const mixed = phi * (1 - phi);
        const laplacian = now[cell - 1] + now[cell + 1] + (now[cell - width] + now[cell + width]) - 4 * phi;
        next[cell] = phi + dt * (diffusion * laplacian - 2 * mixed * (1 - 2 * phi) + drive * mixed * mixed);
      }
    }
    this.surround(next);
    for (let j = 1; j <= n; j += 1) {
      for (let cell = j * width + 1; cell <= j * width + n; cell += 1) {
        const phi = next[cell];
        const mixed = phi * (1 - phi);
        const laplacian = next[cell - 1] + next[cell + 1] + (next[cell - width] + next[cell + width]) - 4 * phi;
        const slope = diffusion * laplacian - 2 * mixed * (1 - 2 * phi) + drive * mixed * mixed;
        now[cell] = 0.5 * (now[cell] + (phi + dt * slope));
      }
    }
  }

  solidFraction() {
    const { n, width, now } = this;
    let sum = 0;
    for (let j = 1; j <= n; j += 1) {
      for (let cell = j * width + 1; cell <= j * width + n; cell += 1) sum += now[cell];
    }
    return sum / (n * n);
  }
}

// Euler's method for a shrinking disc, ∂φ/∂t = ∇²φ + φ − φ³, in v = √Δt φ as the engine has it, so that a cell takes as
// few operations. Rounding each product and sum with Math.fround makes it slower in V8, so only what is stored is rounded.
class PlainDisc {
  constructor(n) {
    this.n = n;
    this.width = n + 2;
    const h = 0.4;
    this.dt = 1 / 32;
    this.neighbours = Math.fround(this.dt / (h * h));
    this.own = Math.fround(1 - (4 * this.dt) / (h * h) + this.dt);
    this.now = new Float32Array(this.width * this.width);
    this.next = new Float32Array(this.width * this.width);
    for (let j = 0; j < n; j += 1) {
      for (let i = 0; i < n; i += 1) {
        const [x, y] = [i, j].map((k) => (k + 0.5) * h - 0.5 * n * h);
        const phi = Math.tanh((0.3 * n * h - Math.sqrt(x * x + y * y)) / Math.SQRT2);
        this.now[(j + 1) * this.width + i + 1] = Math.sqrt(this.dt) * phi;
      }
    }
  }

  surround(v) {
    const { n, width } = this;
    for (let row = 0; row < width * width; row += width) {
      v[row] = v[row + n];
      v[row + n + 1] = v[row + 1];
    }
    v.copyWithin(0, n * width, (n + 1) * width);
    v.copyWithin((n + 1) * width, width, 2 * width);
  }

  advance(nSteps) {
    for (let step = 0; step < nSteps; step += 1) this.step();
  }

  step() {
    const { n, width, now, next, neighbours, own } = this;
    this.surround(now);
    for (let j = 1; j <= n; j += 1) {
      for (let cell = j * width + 1; cell <= j * width + n; cell += 1) {
        const v = now[cell];
        const sum = now[cell - 1] + now[cell + 1] + (now[cell - width] + now[cell + width]);
        next[cell] = neighbours * sum + v * (own - v * v);
      }
    }
    this.now = next;
    this.next = now;
  }

  mean() {
    const { n, width, now } = this;
    let sum = 0;
    for (let j = 1; j <= n; j += 1) {
      for (let cell = j * width + 1; cell <= j * width + n; cell += 1) sum += now[cell];
    }
    return sum / (n * n) / Math.sqrt(this.dt);
  }
}

const figures = [];
const add = (name, n_cells, value, unit) => figures.push({ name, n_cells, value, unit });

function allenCahn(n) {
  const ours = new PageNucleus(n);
  const plain = new PlainNucleus(n);
  for (let step = 0; step < 20; step += 1) {
    ours.step();
    plain.step();
  }
  // Both must do the same before a time counts.
  const [a, b] = [ours.solid_fraction(), plain.solidFraction()];
  if (!(Math.abs(a / b - 1) < 1e-12)) throw new Error(`solid fraction ${a} here and ${b} in the plain loop`);
  add("explicit Allen-Cahn, cell rates", n, (2 * n * n) / seconds(() => ours.step()), "s⁻¹");
  add("explicit Allen-Cahn, cell rates, typed-array JavaScript", n, (2 * n * n) / seconds(() => plain.step()), "s⁻¹");
  ours.free();
}

function shrinkingDisc(n) {
  const ours = new PageDisc(n);
  const plain = new PlainDisc(n);
  ours.advance(200);
  plain.advance(200);
  // Single precision in another order of operations: both must find the same mean but for rounding.
  const [a, b] = [ours.mean(), plain.mean()];
  if (!(Math.abs(a - b) < 1e-5)) throw new Error(`mean of the disc ${a} here and ${b} in the plain loop`);
  const name = "shrinking disc, single precision";
  add(`${name}, cell updates`, n, (8 * n * n) / seconds(() => ours.advance(8)), "s⁻¹");
  add(`${name}, mean after 200 steps`, n, a, "1");
  add(`${name}, cell updates, typed-array JavaScript`, n, (8 * n * n) / seconds(() => plain.advance(8)), "s⁻¹");
  ours.free();
}

function fieldSolve(n) {
  const field = new PageField(n);
  add("multigrid, V-cycles", n, 1 / seconds(() => field.cycle()), "s⁻¹");
  let iterations = 0;
  const solve = seconds(() => { iterations = field.solve(); });
  add("field solve, contrast 1e4, iterations to 1e-10", n, iterations, "1");
  add("field solve, contrast 1e4, time", n, solve * 1e3, "ms");
  add("field solve, contrast 1e4, mean potential of the top row", n, field.top_potential(), "1");
  field.free();
}

// As `models.rs` of `zinc-sim bench`: the first steps of a deposit, the best of three.
function steps(n) {
  const count = Math.min(MOST_STEPS, Math.max(FEWEST_STEPS, Math.floor(CELLS_OF_STEPS / (n * n))));
  let best = 0;
  for (let deposit = 0; deposit < N_DEPOSITS; deposit += 1) {
    const plating = PagePlating.with_pinholes(n);
    const start = performance.now();
    for (let step = 0; step < count; step += 1) plating.step();
    best = Math.max(best, count / ((performance.now() - start) / 1e3));
    plating.free();
  }
  add("deposit, steps with pinholes", n, best, "s⁻¹");
}

function wholeRun(name, plating) {
  const start = performance.now();
  let taken = 1;
  while (plating.step()) taken += 1;
  add(`deposit, 10 mA h cm⁻² with ${name}`, 256, (performance.now() - start) / 1e3, "s");
  add(`deposit, 10 mA h cm⁻² with ${name}, steps`, 256, taken, "1");
  plating.free();
}

async function all() {
  await init();
  for (const n of GRIDS) allenCahn(n);
  for (const n of GRIDS) shrinkingDisc(n);
  for (const n of GRIDS) fieldSolve(n);
  for (const n of GRIDS) steps(n);
  wholeRun("pinholes", PagePlating.with_pinholes(256));
  wholeRun("facets", PagePlating.with_facets(256));
  add("cell, 100 volumes, one half-cycle", null, seconds(cell_half_cycle) * 1e3, "ms");
  add("cell, 100 volumes, voltage at its end", null, cell_half_cycle(), "V");
  const start = performance.now();
  cell_hourly_cycles(1000);
  add("cell, 1000 cycles of one hour", null, (performance.now() - start) / 1e3, "s");
}

all().then(
  () => { window.figures = { figures }; },
  (error) => { window.figures = { error: String(error?.stack ?? error) }; },
);
