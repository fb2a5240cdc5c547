/** Milliseconds of each of `times` runs of an action. */
export async function timed(times: number, action: (run: number) => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const begun = performance.now();
    await action(run);
    taken.push(performance.now() - begun);
  }
  return taken;
}

/**
 * Milliseconds of each input: every one is run once unmeasured, then `runs` times over in turn, and the median of its
 * runs stands for it. Whatever is set beside something else is measured by this.
 */
export async function medians<T>(
  inputs: readonly T[],
  action: (input: T) => unknown,
  runs = 3,
): Promise<number[]> {
  for (const input of inputs) await action(input);
  const taken = inputs.map((): number[] => []);
  for (let run = 0; run < runs; run += 1)
    for (const [at, input] of inputs.entries()) taken[at]?.push(...(await timed(1, () => action(input))));
  return taken.map((times) => quantile(times, 0.5));
}

/** The value below which a share (0 to 1) of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The steepest slope that counts as near-linear. */
export const nearLinear = 1.3;

/**
 * How steeply cost grows from an input of n to one of 4n: the exponent b of n^b, log(time(4n) / time(n)) / log 4. Linear
 * is 1, n log n a little more, quadratic 2; at most `nearLinear` counts as near-linear.
 */
export function slope(timeOfN: number, timeOf4N: number): number {
  return Math.log(timeOf4N / timeOfN) / Math.log(4);
}

/** The sum of numbers. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Prints rows under headings, the first column to the left and the others to the right. */
export function printTable(headings: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  for (const row of [headings, ...rows]) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(cells.join('  '));
  }
}

/** Milliseconds in words, to the precision that reads. */
export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
}
