import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { agreementSums, type AgreementSums } from './by-all-pairs/agreement-sums.ts';
import {
  gwetOrdinalWeights,
  identityWeights,
  linearWeights,
  quadraticWeights,
} from './by-all-pairs/agreement-weights.ts';
import { brennanPrediger } from './by-all-pairs/brennan-prediger.ts';
import { cohenKappa } from '../../../src/shared/agreement/cohen-kappa.ts';
import { cohenWeights } from './by-all-pairs/cohen-weights.ts';
import { agreementSums as closedSums } from '../../../src/shared/agreement/draw-sums.ts';
import { congerKappa } from '../../../src/shared/agreement/conger-kappa.ts';
import { fleissKappa } from './by-all-pairs/fleiss-kappa.ts';
import { gwetChance, gwetCoefficient } from './by-all-pairs/gwet-coefficient.ts';
import { gwetStandardError } from './gwet-standard-error.ts';
import { weightedAlpha } from './by-all-pairs/krippendorff-alpha.ts';
import { agreementWithout } from '../../../src/shared/agreement/measure-agreement.ts';
import type { Measured } from '../../../src/shared/agreement/measured.ts';
import { percentAgreement } from './by-all-pairs/percent-agreement.ts';
import { countsAsRatings, tableAsRatings, turned } from './rating-tables.ts';

const file = new URL('../../../../shared/data/agreement-examples.json', import.meta.url);
const present = existsSync(file);
const figures = z.record(z.string(), z.number());
const table = z.array(z.array(z.number()));
const exampleSchema = z.object({
  id: z.string(),
  raters: z.array(z.array(z.number().nullable())).optional(),
  counts: table.optional(),
  table: table.optional(),
  proportions: table.optional(),
  disagreement_weights: table.optional(),
  disagreement_weights_asym: table.optional(),
  published_alpha: figures.optional(),
  alpha: figures.optional(),
  published: figures.optional(),
  computed: z.record(z.string(), z.union([z.number(), figures])).optional(),
});
const examples = present ? z.array(exampleSchema).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];

const value = (one: Measured): number => (one.computable ? one.value : Number.NaN);
const weightings = {
  nominal: identityWeights,
  linear: linearWeights,
  quadratic: quadraticWeights,
  ordinal: gwetOrdinalWeights,
} as const;

/** Every name under which the file publishes a figure for many raters, and the function that must give it. */
function ofRaters(raters: readonly (readonly (number | null)[])[]): Record<string, () => number> {
  const ratings = turned(raters);
  const sums = agreementSums(ratings);
  const ours = agreementWithout(ratings).coefficients;
  const by = (
    coefficient: (sums: AgreementSums, weights: readonly (readonly number[])[]) => Measured,
    weights: keyof typeof weightings,
  ): number => value(coefficient(sums, weightings[weights](sums.values)));
  return {
    'alpha nominal': () => value(ours['krippendorff.nominal']),
    'alpha ordinal': () => value(ours['krippendorff.ordinal']),
    'alpha interval': () => value(ours['krippendorff.interval']),
    'alpha ratio': () => value(ours['krippendorff.ratio']),
    AC1: () => value(ours['gwet.ac1']),
    AC1_se: () => value(gwetStandardError(ratings)),
    AC2_linear: () => value(ours['gwet.ac2Linear']),
    AC2_quadratic: () => value(ours['gwet.ac2Quadratic']),
    AC2_ordinal: () => by(gwetCoefficient, 'ordinal'),
    fleiss: () => value(ours.fleiss),
    fleiss_linear: () => by(fleissKappa, 'linear'),
    fleiss_quadratic: () => by(fleissKappa, 'quadratic'),
    conger: () => value(congerKappa(ratings, closedSums(ratings))),
    BP: () => value(ours.brennanPrediger),
    alpha_nominal: () => value(ours['krippendorff.nominal']),
    irrCAC_alpha_linear_weights: () => by(weightedAlpha, 'linear'),
    irrCAC_alpha_quadratic_weights: () => by(weightedAlpha, 'quadratic'),
    irrCAC_alpha_ORDINAL_weights: () => by(weightedAlpha, 'ordinal'),
    ...Object.fromEntries(
      (['nominal', 'linear', 'quadratic', 'ordinal'] as const).flatMap((weights) => [
        [`${weights} pa`, () => by(percentAgreement, weights)],
        [`${weights} AC`, () => by(gwetCoefficient, weights)],
        [`${weights} peAC`, () => gwetChance(sums, weightings[weights](sums.values))],
        [`${weights} fleiss`, () => by(fleissKappa, weights)],
        [`${weights} BP`, () => by(brennanPrediger, weights)],
      ]),
    ),
  };
}

function ofExample(example: (typeof examples)[number]): Record<string, () => number> {
  if (example.raters !== undefined) return ofRaters(example.raters);
  if (example.counts !== undefined) {
    const ratings = countsAsRatings(example.counts);
    const [sums, ours] = [agreementSums(ratings), agreementWithout(ratings).coefficients];
    return {
      P_bar: () => value(ours.percent),
      Pe_bar: () => sums.shares.reduce((sum, share) => sum + share ** 2, 0),
      kappa: () => value(ours.fleiss),
    };
  }
  const counts = example.proportions ?? example.table ?? [];
  const values = counts.map((_row, at) => at + 1);
  const ours = agreementWithout(tableAsRatings(example.table ?? [])).coefficients;
  return {
    kappa: () => value(cohenKappa(counts, cohenWeights.plain(values))),
    linear: () => value(cohenKappa(counts, cohenWeights.linear(values))),
    quadratic: () => value(cohenKappa(counts, cohenWeights.quadratic(values))),
    weighted: () => value(cohenKappa(counts, example.disagreement_weights ?? [])),
    weighted_asym: () => value(cohenKappa(counts, example.disagreement_weights_asym ?? [])),
    pa: () => value(ours.percent),
    AC1: () => value(ours['gwet.ac1']),
  };
}

function figuresOf(example: (typeof examples)[number]): (readonly [string, number])[] {
  const nested = Object.entries(example.computed ?? {}).flatMap(([name, one]): [string, number][] =>
    typeof one === 'number'
      ? [[name, one]]
      : Object.entries(one).map(([inner, figure]) => [`${name} ${inner}`, figure]),
  );
  const alpha = [example.published_alpha, example.alpha].flatMap((all) =>
    Object.entries(all ?? {}).map(([level, figure]): [string, number] => [`alpha ${level}`, figure]),
  );
  return [...Object.entries(example.published ?? {}), ...alpha, ...nested];
}

it('says where the published examples are absent', () => {
  if (!present)
    console.warn(
      'published examples absent: ../shared/data/agreement-examples.json; see the tables in figures.test.ts',
    );
  expect(examples.length).toBe(present ? 7 : 0);
});

describe.runIf(present)('every published figure is given to three decimals', () => {
  it.each(examples.map((example) => [example.id, example] as const))('%s', (id, example) => {
    const functions = ofExample(example);
    const wanted = figuresOf(example);
    expect(wanted.length).toBeGreaterThan(0);
    for (const [name, figure] of wanted) {
      const given = functions[name];
      if (given === undefined) throw new Error(`${id} publishes ${name}, which nothing here computes`);
      expect(Math.abs(given() - figure), `${id} ${name}: ${given()} for ${figure}`).toBeLessThan(0.00051);
    }
    console.log(`${id}: ${wanted.length} figures as published`);
  });
});
