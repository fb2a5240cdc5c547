import { Unreadable, type Said } from './cli-output.ts';
import { between, count, numbersIn, type StatisticsOptions } from './statistics-options.ts';
import { averageRunLength, twoSidedRunLength } from '../../shared/statistics/run-length.ts';
import { mostFailures } from '../../shared/statistics/sample-sizes.ts';
import { allocate, stratifiedShare } from '../../shared/statistics/strata.ts';

/** `statistics strata TABLE`: rows of size, drawn and failures; the share over all, and the bound of each. */
export async function strata(file: string, { level: sure }: StatisticsOptions): Promise<Said> {
  const level = between('level', sure);
  const rows = await numbersIn(file, 'table of strata');
  const read = rows.map(([size = -1, drawn = -1, failures = -1, ...more]) => {
    const isWhole = [size, drawn, failures].every((value) => Number.isInteger(value) && value >= 0);
    if (more.length > 0 || !isWhole || drawn > size || failures > drawn)
      throw new Unreadable(
        `${file} is no table of strata: in each row the size, how many were drawn of it, and the failures among them. Nothing was changed.`,
      );
    return { size, drawn, failures, most: mostFailures({ drawn, failures, level }, size) };
  });
  const found = stratifiedShare(read);
  return {
    json: { ...found, strata: read, level, sides: 1 },
    lines: [
      ...read.map(
        ({ size, drawn, failures, most }) =>
          `${failures} of ${drawn} drawn from ${size}: at most ${most}, one-sided, ${level}`,
      ),
      found === null
        ? 'A stratum was not looked at, so nothing is said of all.'
        : `Over all: ${found.share.toFixed(4)}${found.error === null ? '' : `, standard error ${found.error.toFixed(4)}`}`,
    ],
    code: 0,
  };
}

/** `statistics allocation TABLE --total N`: rows of a stratum's size and, where expected, its share of failures. */
export async function allocation(file: string, { total: all, by, least }: StatisticsOptions): Promise<Said> {
  if (by !== undefined && by !== 'proportional' && by !== 'neyman')
    throw new Unreadable(`--by is proportional or neyman, not ${by}.`);
  const total = count('total', all);
  const rows = await numbersIn(file, 'table of strata');
  const planned = rows.map(([size = -1, expected, ...more]) => {
    const isShare = expected === undefined || (expected >= 0 && expected <= 1);
    if (more.length > 0 || !Number.isInteger(size) || size < 0 || !isShare)
      throw new Unreadable(
        `${file} is no table of strata: in each row the size, and where known the share of failures expected. Nothing was changed.`,
      );
    return { size, ...(expected === undefined ? {} : { expected }) };
  });
  const drawn = allocate(planned, total, { by: by ?? 'proportional', least: count('least', least ?? '0') });
  return {
    json: { drawn },
    lines: drawn.map((number, at) => `${number} of ${planned[at]?.size ?? 0}`),
    code: 0,
  };
}

/** `statistics run-length TABLE --limit H`: rows of a step and its probability; how long a cumulative sum takes to signal. */
export async function runLength(
  file: string,
  { reference: k, limit: h, unit: u }: StatisticsOptions,
): Promise<Said> {
  const [reference, limit, unit] = [Number(k ?? '0.5'), Number(h), Number(u ?? '0.5')];
  if (![reference, limit, unit].every(Number.isFinite) || limit <= 0 || unit <= 0 || limit / unit > 2_000)
    throw new Unreadable(
      '--limit and --unit are more than nought, and the limit at most 2,000 units; --reference is a number.',
    );
  const rows = await numbersIn(file, 'table of steps');
  const steps = rows.map(([by = 0, probability = -1, ...more]) => {
    if (more.length > 0 || probability < 0 || probability > 1)
      throw new Unreadable(`${file} is no table of steps and their probabilities. Nothing was changed.`);
    return { by, probability };
  });
  if (Math.abs(steps.reduce((sum, { probability }) => sum + probability, 0) - 1) > 1e-6)
    throw new Unreadable(`The probabilities of ${file} do not add up to 1. Nothing was changed.`);
  const chart = { reference, limit };
  const above = averageRunLength(steps, chart, unit);
  const below = averageRunLength(
    steps.map(({ by, probability }) => ({ by: -by, probability })),
    chart,
    unit,
  );
  const both = twoSidedRunLength(above, below);
  const line = (side: string, length: number | null): string =>
    `${side}: ${length === null ? 'never, or not in such units' : length.toFixed(2)}`;
  return {
    json: { above, below, twoSided: both, reference, limit, unit },
    lines: [line('Above', above), line('Below', below), line('Both sides', both)],
    code: 0,
  };
}
