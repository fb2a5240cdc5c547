import { z } from 'zod';
import type { CliPlace } from './cli-scope.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { agreementAsText } from './agreement-as-text.ts';
import { readBytes, readText } from './read-text.ts';
import { readTableFile } from '../documents/read-table-file.ts';
import { agreementWithIntervals } from '../application/agreement/agreement-with-intervals.ts';
import { heavyWorkIn } from '../work/heavy-work-client.ts';
import { gradesOfScales, readRatings } from '../../shared/agreement/read-ratings.ts';
import { withoutOrder } from '../../shared/agreement/without-order.ts';
import { agreementSums } from '../../shared/agreement/draw-sums.ts';
import { cohenKappa } from '../../shared/agreement/cohen-kappa.ts';
import { confusionTable } from '../../shared/agreement/confusion-table.ts';
import { congerKappa } from '../../shared/agreement/conger-kappa.ts';
import type { CoefficientName } from '../../shared/agreement/coefficients.ts';
import type { Measured } from '../../shared/agreement/measured.ts';
import { valuesOf } from '../../shared/agreement/ratings.ts';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkFramework } from '../../shared/framework/check-framework.ts';

/** What `agreement` may be told. */
export interface AgreementOptions {
  readonly level: string;
  readonly seed: string;
  readonly draws: string;
  readonly weights?: string;
}

const levels = z.enum(['nominal', 'ordinal', 'interval', 'ratio']);
const shown = (one: Measured): number | null => (one.computable ? one.value : null);

/** `agreement FILE`: every coefficient with bootstrap intervals, or why there is none. */
export async function agreementCommand(
  place: CliPlace,
  file: string,
  options: AgreementOptions,
): Promise<Said> {
  const level = levels.safeParse(options.level);
  const seed = z.coerce.number().int().safeParse(options.seed);
  const draws = z.coerce.number().int().min(100).max(100_000).safeParse(options.draws);
  if (!level.success) throw new Unreadable('The level is nominal, ordinal, interval or ratio.');
  if (!seed.success || !draws.success)
    throw new Unreadable('The seed is a whole number, and draws are from 100 to 100,000.');
  const read = need(await readRatings(await readBytes(file), await knownScales(place.root), readTableFile));
  const { ratings } = read;
  const measured = await agreementWithIntervals(
    heavyWorkIn(place.workers.heavy),
    ratings,
    { seed: seed.data, draws: draws.data },
    {
      hear: (made) => {
        if (process.stderr.isTTY)
          process.stderr.write(`\r${made} of ${draws.data} draws${made === draws.data ? '\n' : ''}`);
      },
    },
  );
  if (measured === null) throw new Unreadable('The work was stopped. Nothing was changed.');
  const agreement = read.ordered ? measured : withoutOrder(measured);
  const values = valuesOf(ratings);
  const custom =
    options.weights === undefined
      ? null
      : cohenKappa(confusionTable(ratings, 0, 1, values), await weightsIn(options.weights, values.length));
  const by = (name: CoefficientName): number | null => shown(agreement.coefficients[name]);
  const { missing, raters, warnings, notComputable: none, intervals } = agreement;
  const json = {
    units: ratings.length,
    raters,
    missing,
    values: read.words.length > 0 ? read.words : values,
    percent: by('percent'),
    cohen: {
      plain: by('cohen.plain'),
      linear: by('cohen.linear'),
      quadratic: by('cohen.quadratic'),
      ...(custom === null ? {} : { custom: shown(custom) }),
    },
    fleiss: by('fleiss'),
    conger: shown(congerKappa(ratings, agreementSums(ratings))),
    krippendorff: {
      nominal: by('krippendorff.nominal'),
      ordinal: by('krippendorff.ordinal'),
      interval: by('krippendorff.interval'),
      ratio: by('krippendorff.ratio'),
    },
    gwet: { ac1: by('gwet.ac1'), ac2Linear: by('gwet.ac2Linear'), ac2Quadratic: by('gwet.ac2Quadratic') },
    brennanPrediger: by('brennanPrediger'),
    intervals,
    bootstrap: {
      level: 0.95,
      draws: draws.data,
      seed: seed.data,
      generator: 'xoshiro128**',
      interval: 'BCa',
      over: 'units',
    },
    notComputable: none,
    warnings,
    reading: read.reading,
  };
  return { json, lines: [...read.reading, ...agreementAsText(agreement, level.data, seed.data)], code: 0 };
}

async function weightsIn(file: string, size: number): Promise<number[][]> {
  const matrix = z.array(z.array(z.number().min(0)).length(size)).length(size);
  let value: unknown;
  try {
    value = JSON.parse(await readText(file));
  } catch {
    value = null;
  }
  const weights = matrix.safeParse(value);
  if (!weights.success)
    throw new Unreadable(
      `${file} is no JSON matrix of ${size} by ${size} weights, one row and column a value.`,
    );
  return weights.data;
}

/** The grades of every scale of the frameworks that ship. */
export async function knownScales(root: string): Promise<readonly (readonly string[])[]> {
  const folder = join(root, 'resources', 'frameworks');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const checked = await Promise.all(
    names.map(async (name) => checkFramework(JSON.parse(await readFile(join(folder, name), 'utf8')))),
  );
  return checked.flatMap((read) => (read.ok ? gradesOfScales(read.framework) : []));
}
