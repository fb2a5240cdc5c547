import { agreementWithout } from '../agreement/measure-agreement.ts';
import type { Coefficients } from '../agreement/coefficients.ts';
import type { RecordId } from '../records/record.ts';
import { mostFailures } from '../statistics/sample-sizes.ts';
import { shareIntervals } from '../statistics/share-intervals.ts';
import { stratifiedShare } from '../statistics/strata.ts';
import { differenceChart, type DifferenceChart } from './difference-chart.ts';
import { failingOutcomes, judgmentOutcome, type ReadOutcome } from '../audits/reading-words.ts';

/** The level of every interval and bound of an audit. */
const auditLevel = 0.95;

/** One judgment of a frame as it was read; outcomes null where nobody has recorded any. */
export interface ReadJudgment {
  readonly seal: RecordId;
  /** ISO time of the seal. */
  readonly sealedAt: string;
  readonly outcomes: readonly ReadOutcome[] | null;
  /** Whether its reader knew a published grade at either lodging. */
  readonly known: boolean;
  /** By area, in steps of the scale from 0 for the best: what its reader gave on the evidence, a second reader, and what is sealed. */
  readonly areas: readonly {
    readonly area: string;
    readonly read: number | null;
    readonly second: number | null;
    readonly sealed: number | null;
  }[];
}

/** A stratum of a frame with those of it that were drawn. */
export interface ReadStratum {
  readonly name: string;
  readonly size: number;
  readonly drawn: readonly ReadJudgment[];
}

/** How many of a stratum fail, with how far that could reach in the whole of it. */
interface StratumFigure {
  readonly name: string;
  readonly size: number;
  readonly drawn: number;
  readonly read: number;
  readonly failures: number;
  /** Null where nothing was read. */
  readonly share: number | null;
  /** Two-sided, exact, as of a population without end. */
  readonly clopperPearson: readonly [number, number];
  /** Two-sided, exact, of this stratum: counts. */
  readonly finite: { readonly least: number; readonly most: number };
  /** One-sided: the most failures that the stratum can hold. */
  readonly bound: { readonly most: number; readonly share: number };
}

/** How far two columns of grades agree. */
interface AgreementFigure {
  /** Areas that both graded. */
  readonly areas: number;
  readonly same: number;
  /** Of those that differ: the auditor's worse, and better. */
  readonly worse: number;
  readonly better: number;
  readonly coefficients: Coefficients;
}

/** The figures of one draw. */
export interface AuditFigures {
  readonly level: number;
  readonly frame: { readonly size: number; readonly drawn: number; readonly read: number };
  readonly strata: readonly StratumFigure[];
  /** Over all strata, each weighted by its size; null where one was not read. */
  readonly overall: { readonly share: number; readonly error: number | null } | null;
  /** Judgments by their outcome: the worst of their areas. */
  readonly outcomes: { readonly [outcome in ReadOutcome]: number };
  /** The same apart by whether a published grade was known. */
  readonly byKnown: {
    readonly [knew in 'known' | 'blind']: { readonly read: number; readonly failures: number };
  };
  /** The reader on the evidence beside the sealed grade, and beside a second reader. */
  readonly withSealed: AgreementFigure;
  readonly withSecond: AgreementFigure;
  readonly difference: DifferenceChart;
}

function failed({ outcomes }: ReadJudgment): boolean {
  return outcomes !== null && failingOutcomes.has(judgmentOutcome(outcomes));
}

/** A stratum's figure: what was drawn and is not read yet counts as not drawn, and is told. */
function stratumFigure({ name, size, drawn }: ReadStratum): StratumFigure {
  const read = drawn.filter(({ outcomes }) => outcomes !== null);
  const failures = read.filter(failed).length;
  const counted = { agree: failures, of: read.length, level: auditLevel };
  const { share, clopperPearson, finite = { least: 0, most: size } } = shareIntervals(counted, size);
  const most =
    read.length === 0 ? size : mostFailures({ drawn: read.length, failures, level: auditLevel }, size);
  return {
    ...{ name, size, drawn: drawn.length, read: read.length, failures, share },
    clopperPearson: read.length === 0 ? [0, 1] : clopperPearson,
    finite,
    bound: { most, share: size === 0 ? 0 : most / size },
  };
}

function agreementOf(judgments: readonly ReadJudgment[], other: 'second' | 'sealed'): AgreementFigure {
  const pairs = judgments.flatMap(({ areas }) =>
    areas.flatMap(({ read, [other]: beside }) =>
      read === null || beside === null ? [] : [[read, beside] as const],
    ),
  );
  return {
    areas: pairs.length,
    same: pairs.filter(([read, beside]) => read === beside).length,
    worse: pairs.filter(([read, beside]) => read > beside).length,
    better: pairs.filter(([read, beside]) => read < beside).length,
    coefficients: agreementWithout(pairs).coefficients,
  };
}

/**
 * The figures of a draw, each judgment weighted as its stratum is. Risk picks and planted cases are none of `strata`, and so
 * enter nothing.
 */
export function auditFigures(strata: readonly ReadStratum[]): AuditFigures {
  const figures = strata.map(stratumFigure);
  const drawn = strata.flatMap((stratum) => stratum.drawn);
  const read = drawn.filter(({ outcomes }) => outcomes !== null);
  const sum = (pick: (figure: StratumFigure) => number): number =>
    figures.reduce((all, figure) => all + pick(figure), 0);
  const outcomes = { ...nothing };
  for (const judgment of read) outcomes[judgmentOutcome(judgment.outcomes ?? [])] += 1;
  const apart = (knew: boolean): { read: number; failures: number } => {
    const own = read.filter(({ known }) => known === knew);
    return { read: own.length, failures: own.filter(failed).length };
  };
  return {
    level: auditLevel,
    frame: { size: sum(({ size }) => size), drawn: drawn.length, read: read.length },
    strata: figures,
    overall: stratifiedShare(
      figures.map(({ size, read: own, failures }) => ({ size, drawn: own, failures })),
    ),
    outcomes,
    byKnown: { known: apart(true), blind: apart(false) },
    withSealed: agreementOf(drawn, 'sealed'),
    withSecond: agreementOf(drawn, 'second'),
    difference: differenceChart(drawn),
  };
}

const nothing: Record<ReadOutcome, number> = {
  supported: 0,
  'weakly-recorded': 0,
  'within-range': 0,
  'not-supported': 0,
  'outside-range': 0,
  'cannot-tell': 0,
};
