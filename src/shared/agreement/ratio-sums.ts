/** How many points stand for a cell of values: 26 give d^2 to fourteen digits where a cell spans e^4. */
const points = 26;
const cellWidth = 4;
/** So far apart in logarithm d^2 is 1 to sixteen digits. */
const apart = 40;
/** Up to so many values all pairs cost less. */
const fewValues = 48;

/** Chebyshev points of the first kind from -1 to 1, and their barycentric weights. */
const angles = Array.from({ length: points }, (_point, at) => ((2 * at + 1) * Math.PI) / (2 * points));
const nodes = Float64Array.from(angles, (angle) => -Math.cos(angle));
const weights = Float64Array.from(angles, (angle, at) => (at % 2 === 0 ? 1 : -1) * Math.sin(angle));

/**
 * Sums over all pairs of values of amounts times the squared ratio metric, ((a - b) / (a + b))^2, in the time that the
 * values take, and not their pairs. With x = log a the metric is tanh^2((x - y) / 2), a smooth function of a difference: each
 * cell of values is stood for by Chebyshev points (fast summation by interpolation: Fong and Darve 2009, "The black-box fast
 * multipole method", eqs. 4 to 8; the weights are those of Berrut and Trefethen 2004, "Barycentric Lagrange interpolation",
 * eqs. 4.2 and 5.3). An error is a share of what the metric is across a cell, so that cells are fitted to the values that
 * have an amount, each time: a scale may reach far beyond them. Nought is at distance 1 from all but itself.
 */
export class RatioSums {
  readonly #values: readonly number[];
  /** By value that has an amount, how much each point of its cell stands for it; written anew by every sum. */
  readonly #shares: Float64Array;

  /** `values` from nought up, ascending. */
  constructor(values: readonly number[]) {
    this.#values = values;
    this.#shares = new Float64Array(values.length <= fewValues ? 0 : points * values.length);
  }

  /** By value that has an amount, the sum over all other values of their amounts times the metric between; 0 for the rest. */
  from(amounts: Float64Array): Float64Array {
    const places: number[] = [];
    amounts.forEach((amount, at) => {
      if (amount > 0) places.push(at);
    });
    const values = Float64Array.from(places, (place) => this.#values[place] ?? 0);
    const given = Float64Array.from(places, (place) => amounts[place] ?? 0);
    const found = places.length <= fewValues ? byPairs(values, given) : this.#byCells(values, given);
    const sums = new Float64Array(amounts.length);
    places.forEach((place, at) => (sums[place] = found[at] ?? 0));
    return sums;
  }

  #byCells(values: Float64Array, amounts: Float64Array): Float64Array {
    const zeros = values[0] === 0 ? (amounts[0] ?? 0) : 0;
    const first = zeros > 0 ? 1 : 0;
    const logs = logsOf(values.subarray(first));
    const span = logs.at(-1) ?? 0;
    const cells = Math.max(1, Math.ceil(span / cellWidth));
    const width = span / cells;
    const cellOf = Uint32Array.from(logs, (log) => Math.min(cells - 1, Math.floor(log / width)));
    const shares = this.#shares;
    const standing = new Float64Array(cells * points);
    const masses = new Float64Array(cells);
    logs.forEach((log, at) => {
      const [amount, cell] = [amounts[first + at] ?? 0, cellOf[at] ?? 0];
      masses[cell] = (masses[cell] ?? 0) + amount;
      putShares(shares, at * points, (2 * (log - cell * width)) / width - 1);
      for (let point = 0; point < points; point += 1) {
        const place = cell * points + point;
        standing[place] = (standing[place] ?? 0) + amount * (shares[at * points + point] ?? 0);
      }
    });
    const all = masses.reduce((sum, mass) => sum + mass, 0);
    const felt = feltAt(standing, masses, all, width);
    return values.map((_value, at) => {
      if (at < first) return all;
      let sum = zeros;
      const [own, cell] = [(at - first) * points, (cellOf[at - first] ?? 0) * points];
      for (let point = 0; point < points; point += 1)
        sum += (shares[own + point] ?? 0) * (felt[cell + point] ?? 0);
      return sum;
    });
  }
}

function byPairs(values: Float64Array, amounts: Float64Array): Float64Array {
  return values.map((value) => {
    let sum = 0;
    for (let other = 0; other < values.length; other += 1)
      sum += (amounts[other] ?? 0) * ratioMetric(value, values[other] ?? 0);
    return sum;
  });
}

/** How far each value's logarithm is above the least's: what is near it differs from it exactly. */
function logsOf(values: Float64Array): Float64Array {
  const least = values[0] ?? 1;
  return values.map((value) =>
    value < 2 * least ? Math.log1p((value - least) / least) : Math.log(value) - Math.log(least),
  );
}

/** By how many cells lie between, the metric from point to point. */
function metricBetween(cells: number, width: number): readonly Float64Array[] {
  const near = Math.min(cells, Math.ceil(apart / width) + 2);
  return Array.from({ length: near }, (_cells, between) =>
    Float64Array.from({ length: points * points }, (_pair, at) => {
      const [from = 0, to = 0] = [nodes[Math.floor(at / points)], nodes[at % points]];
      return Math.tanh((between * width + ((to - from) * width) / 2) / 2) ** 2;
    }),
  );
}

/** By point, the sum over all points of what they stand for times the metric; far cells count in full. */
function feltAt(standing: Float64Array, masses: Float64Array, all: number, width: number): Float64Array {
  const felt = new Float64Array(standing.length);
  const metrics = metricBetween(masses.length, width);
  const nearest = metrics.length - 1;
  for (let cell = 0; cell < masses.length; cell += 1) {
    let far = all;
    const sums = felt.subarray(cell * points, (cell + 1) * points);
    const last = Math.min(masses.length - 1, cell + nearest);
    for (let other = Math.max(0, cell - nearest); other <= last; other += 1) {
      const mass = masses[other] ?? 0;
      const metric = metrics[Math.abs(other - cell)];
      far -= mass;
      if (mass === 0 || metric === undefined) continue;
      for (let from = 0; from < points; from += 1)
        for (let to = 0; to < points; to += 1) {
          // The table goes from the lower cell to the higher.
          const pair = other >= cell ? from * points + to : to * points + from;
          sums[from] = (sums[from] ?? 0) + (metric[pair] ?? 0) * (standing[other * points + to] ?? 0);
        }
    }
    for (let point = 0; point < points; point += 1) sums[point] = (sums[point] ?? 0) + far;
  }
  return felt;
}

/** Krippendorff's ratio metric, squared; 0 between nought and nought. */
export function ratioMetric(a: number, b: number): number {
  return a === b ? 0 : ((a - b) / (a + b)) ** 2;
}

/** Writes how much each node stands for a place between -1 and 1: the barycentric formula. */
function putShares(shares: Float64Array, begin: number, place: number): void {
  const exact = nodes.indexOf(place);
  let sum = 0;
  for (let at = 0; at < points; at += 1) {
    const term = exact < 0 ? (weights[at] ?? 0) / (place - (nodes[at] ?? 0)) : Number(at === exact);
    shares[begin + at] = term;
    sum += term;
  }
  for (let at = 0; at < points; at += 1) shares[begin + at] = (shares[begin + at] ?? 0) / sum;
}
