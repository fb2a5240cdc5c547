import type { CliPlace } from './cli-scope.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { knownScales } from './agreement-command.ts';
import { allocation, runLength, strata } from './sample-figures.ts';
import { between, count, needTable, numbersIn, type StatisticsOptions } from './statistics-options.ts';
import { readBytes } from './read-text.ts';
import { readTableFile } from '../documents/read-table-file.ts';
import { readRatings } from '../../shared/agreement/read-ratings.ts';
import { additiveSeverity } from '../../shared/statistics/additive-severity.ts';
import { matchedTransitions, type ChiSquare } from '../../shared/statistics/matched-transitions.ts';
import { mostFailures, mostShare, sampleSize } from '../../shared/statistics/sample-sizes.ts';
import { shareIntervals } from '../../shared/statistics/share-intervals.ts';

type Figure = (
  place: CliPlace,
  table: string | undefined,
  options: StatisticsOptions,
) => Promise<Said> | Said;

const figures: Readonly<Record<string, Figure>> = {
  transitions: (_place, table) => transitions(needTable(table)),
  interval: (_place, _table, options) => interval(options),
  bound: (_place, _table, options) => bound(options),
  'sample-size': (_place, _table, options) => size(options),
  severity: (place, table) => severity(place, needTable(table)),
  strata: (_place, table, options) => strata(needTable(table), options),
  allocation: (_place, table, options) => allocation(needTable(table), options),
  'run-length': (_place, table, options) => runLength(needTable(table), options),
};

/** `statistics FIGURE`: one figure of an audit or of a programme, from counts or a table, so that others can check ours. */
export async function statisticsCommand(
  place: CliPlace,
  figure: string,
  table: string | undefined,
  options: StatisticsOptions,
): Promise<Said> {
  const work = figures[figure];
  if (work === undefined)
    throw new Unreadable(`There is no figure ${figure}: ${Object.keys(figures).join(', ')}.`);
  return work(place, table, options);
}

function interval({ of: counted, agree: agreed, population: all, level: sure }: StatisticsOptions): Said {
  const of = count('of', counted);
  const agree = count('agree', agreed, of);
  const population = all === undefined ? null : count('population', all);
  if (population !== null && population < Math.max(1, of))
    throw new Unreadable(`--population cannot be smaller than the ${of} looked at.`);
  const level = between('level', sure);
  const found = shareIntervals({ agree, of, level }, population);
  const ends = ([low, high]: readonly [number, number]): string => `${low.toFixed(4)} to ${high.toFixed(4)}`;
  return {
    json: { ...found, level, sides: 2 },
    lines: [
      found.share === null ? 'Nothing was looked at.' : `${agree} of ${of}: ${found.share.toFixed(4)}`,
      `Two-sided, ${level}:`,
      `Clopper-Pearson (exact)  ${ends(found.clopperPearson)}`,
      `Wilson                   ${ends(found.wilson)}`,
      `mid-P                    ${ends(found.midP)}`,
      ...(found.finite === undefined || found.noAssumption === undefined || population === null
        ? []
        : [
            `Of ${population}, between ${found.finite.least} and ${found.finite.most}.`,
            `Whatever the other ${population - of} are: ${ends(found.noAssumption)}`,
          ]),
    ],
    code: 0,
  };
}

function bound({ population: all, sample, failures: found, level: sure }: StatisticsOptions): Said {
  const population = count('population', all);
  const drawn = count('sample', sample, population);
  const failures = count('failures', found, drawn);
  const level = between('level', sure);
  const most = mostFailures({ drawn, failures, level }, population);
  const share = mostShare({ drawn, failures, level });
  return {
    json: { most, share: population === 0 ? null : most / population, withoutEnd: share, level, sides: 1 },
    lines: [
      `${failures} of ${drawn} drawn from ${population}: at most ${most} in all, one-sided, ${level}.`,
      `From a population without end: at most ${(share * 100).toFixed(2)} %.`,
    ],
    code: 0,
  };
}

function size({ share: part, failures, population: all, level: sure }: StatisticsOptions): Said {
  const share = between('share', part);
  const allowed = failures === undefined ? 0 : count('failures', failures, 1_000);
  const population = all === undefined ? null : count('population', all);
  const level = between('level', sure);
  const n = sampleSize({ share, allowed, level }, population);
  return {
    json: { n, share, allowed, population, level, sides: 1 },
    lines: [
      n === null
        ? `Even all ${population ?? 0} would not tell: a share of ${share} is no more than the ${allowed} allowed.`
        : `${n}: were a share of ${share} to fail, more than ${allowed} would be found, with ${level}, one-sided.`,
    ],
    code: 0,
  };
}

async function transitions(file: string): Promise<Said> {
  const table = await numbersIn(file, 'square table of counts');
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;
  if (table.length < 2 || table.some((row) => row.length !== table.length || !row.every(isCount)))
    throw new Unreadable(
      `${file} is no square table of counts: as many rows as columns, whole numbers, no headings. Nothing was changed.`,
    );
  const found = matchedTransitions(table);
  const line = (name: string, { chi2, df, p }: ChiSquare): string =>
    chi2 === null || p === null
      ? `${name}: not computable on ${df} degrees of freedom`
      : `${name}: ${chi2.toFixed(4)} on ${df}, p ${p.toPrecision(2)}`;
  return {
    json: found,
    lines: [
      `${found.n} pairs: ${found.up} towards the first, ${found.down} away from it, ${found.same} the same.`,
      line('Stuart-Maxwell', found.stuartMaxwell),
      line('Bhapkar', found.bhapkar),
      line('Bowker', found.bowker),
    ],
    code: 0,
  };
}

async function severity(place: CliPlace, file: string): Promise<Said> {
  const read = need(await readRatings(await readBytes(file), await knownScales(place.root), readTableFile));
  const found = additiveSeverity(read.ratings);
  const nameOf = (rater: number): string => read.raters[rater] ?? '';
  const { connected, components, phi } = found;
  const islands = found.islands.map((island) => island.map(nameOf));
  const given = found.effects.flatMap((rater, at) =>
    rater === null ? [] : [{ name: nameOf(at), ...rater }],
  );
  return {
    json: {
      connected,
      islands,
      effects: Object.fromEntries(given.map(({ name, effect }) => [name, effect])),
      errors: Object.fromEntries(given.map(({ name, error }) => [name, error])),
      components,
      phi,
      reading: read.reading,
    },
    lines: [
      ...read.reading,
      ...(connected
        ? []
        : [
            `These are not comparable with each other: ${islands.map((names) => names.join(', ')).join(' | ')}.`,
          ]),
      ...given.map(
        ({ name, effect, error }) =>
          `${name}: ${effect.toFixed(3)}${error === null ? '' : ` (standard error ${error.toFixed(3)})`}`,
      ),
      phi === null
        ? 'The dependability of one value cannot be told.'
        : `Dependability of one value: ${phi.toFixed(3)}`,
    ],
    code: 0,
  };
}
