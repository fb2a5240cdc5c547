import { firstFrom, shareIntervals } from '../statistics/share-intervals.ts';
import { binomialAtMost } from '../statistics/counts.ts';
import { mostFailures } from '../statistics/sample-sizes.ts';
import { failingOutcomes, judgmentOutcome, type ReadOutcome } from '../audits/reading-words.ts';
import type { ReadJudgment, ReadStratum } from './audit-figures.ts';
import type { SeverityFigure } from './reader-severity.ts';

const level = 0.95;

/** What is asked of every judgment of a stratum. */
export const measures = ['failing', 'weak', 'other'] as const;
export type Measure = (typeof measures)[number];

const holds: Readonly<Record<Measure, (outcome: ReadOutcome) => boolean>> = {
  failing: (outcome) => failingOutcomes.has(outcome),
  weak: (outcome) => outcome === 'weakly-recorded',
  other: (outcome) => outcome === 'within-range',
};

/** How many of a stratum were found so, and how far that could reach in the whole of it. */
interface MeasuredStratum {
  readonly name: string;
  readonly size: number;
  readonly read: number;
  readonly found: { readonly [measure in Measure]: { readonly count: number; readonly most: number } };
}

function measured({ name, size, drawn }: ReadStratum): MeasuredStratum {
  const read = drawn.flatMap(({ outcomes }) => (outcomes === null ? [] : [judgmentOutcome(outcomes)]));
  const of = (measure: Measure): { count: number; most: number } => {
    const count = read.filter(holds[measure]).length;
    const most =
      read.length === 0 ? size : mostFailures({ drawn: read.length, failures: count, level }, size);
    return { count, most };
  };
  return {
    ...{ name, size, read: read.length },
    found: { failing: of('failing'), weak: of('weak'), other: of('other') },
  };
}

/** A share of what was looked at in one quarter, such as "2026-Q3", with its exact interval. */
interface QuarterShare {
  readonly quarter: string;
  readonly count: number;
  readonly of: number;
  readonly interval: readonly [number, number];
}

/** The quarter of a moment in ISO form. */
function quarterOf(at: string): string {
  return `${at.slice(0, 4)}-Q${Math.ceil(Number(at.slice(5, 7)) / 3)}`;
}

function quarterShare(quarter: string, count: number, of: number): QuarterShare {
  const { wilson } = shareIntervals({ agree: count, of, level });
  return { quarter, count, of, interval: of === 0 ? [0, 1] : wilson };
}

/** Area grades that a reader gave blind and that are sealed, of one judgment. */
function compared({ areas }: ReadJudgment): { of: number; differ: number } {
  const pairs = areas.filter(({ read, sealed }) => read !== null && sealed !== null);
  return { of: pairs.length, differ: pairs.filter(({ read, sealed }) => read !== sealed).length };
}

/** Area grades that differ, by the quarter of the seal. */
export function driftByQuarter(judgments: readonly ReadJudgment[]): readonly QuarterShare[] {
  const quarters = Map.groupBy(
    judgments.filter((judgment) => compared(judgment).of > 0),
    ({ sealedAt }) => quarterOf(sealedAt),
  );
  return [...quarters]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([quarter, own]) => {
      const sum = (pick: 'of' | 'differ'): number => own.reduce((all, one) => all + compared(one)[pick], 0);
      return quarterShare(quarter, sum('differ'), sum('of'));
    });
}

/** So many judgments a lead needs before a dot is theirs. */
export const leastJudgments = 5;

/** Leads without their names: how many area grades of theirs were read, and how many differ. */
interface LeadFunnel {
  readonly leads: readonly {
    readonly judgments: number;
    readonly areas: number;
    readonly differ: number;
    /** Whether its share lies where fewer than 1 in 20 lie by chance. */
    readonly isOutside: boolean;
  }[];
  /** Those who have too few judgments to stand alone, together; null where there are none. */
  readonly together: { readonly leads: number; readonly areas: number; readonly differ: number } | null;
  readonly areas: number;
  readonly differ: number;
  /** For numbers of areas: between what shares 19 in 20, and 998 in 1,000, lie by chance. */
  readonly limits: readonly {
    readonly areas: number;
    readonly inner: readonly [number, number];
    readonly outer: readonly [number, number];
  }[];
}

/** The limits of a binomial share: exact, interpolated between counts (Spiegelhalter 2005, Statistics in Medicine 24, appendix). */
function limit(of: number, share: number, quantile: number): number {
  const count = firstFrom(0, of, (at) => binomialAtMost(at, of, share) >= quantile);
  const here = binomialAtMost(count, of, share);
  const below = count === 0 ? 0 : binomialAtMost(count - 1, of, share);
  return Math.max(0, (count - (here - quantile) / (here - below)) / of);
}

function isOutside(
  { areas, differ }: { readonly areas: number; readonly differ: number },
  share: number,
): boolean {
  return differ / areas > limit(areas, share, 0.975) || differ / areas < limit(areas, share, 0.025);
}

/** A funnel over leads, never a table of them in an order. */
export function leadFunnel(judgments: readonly (ReadJudgment & { readonly lead: string })[]): LeadFunnel {
  const read = judgments.filter((judgment) => compared(judgment).of > 0);
  const all = [...Map.groupBy(read, ({ lead }) => lead).values()].map((own) => ({
    judgments: own.length,
    areas: own.reduce((sum, one) => sum + compared(one).of, 0),
    differ: own.reduce((sum, one) => sum + compared(one).differ, 0),
  }));
  const sum = (some: typeof all, pick: 'areas' | 'differ'): number =>
    some.reduce((total, one) => total + one[pick], 0);
  const few = all.filter((one) => one.judgments < leastJudgments);
  const [areas, differ] = [sum(all, 'areas'), sum(all, 'differ')];
  const share = areas === 0 ? 0 : differ / areas;
  const most = Math.max(0, ...all.map((one) => one.areas), sum(few, 'areas'));
  const places =
    share === 0 || share === 1
      ? []
      : Array.from({ length: 30 }, (_, at) => Math.round(((at + 1) * most) / 30));
  return {
    leads: all
      .filter((one) => one.judgments >= leastJudgments)
      .toSorted((a, b) => b.areas - a.areas || a.differ - b.differ)
      .map((one) => ({ ...one, isOutside: places.length > 0 && isOutside(one, share) })),
    together:
      few.length === 0 ? null : { leads: few.length, areas: sum(few, 'areas'), differ: sum(few, 'differ') },
    ...{ areas, differ },
    limits: [...new Set(places)]
      .filter((of) => of > 0)
      .map((of) => ({
        areas: of,
        inner: [limit(of, share, 0.025), limit(of, share, 0.975)],
        outer: [limit(of, share, 0.001), limit(of, share, 0.999)],
      })),
  };
}

/** A judgment of the frame with its sealed grades, read or not. */
interface FramedJudgment {
  readonly at: string;
  readonly grades: { readonly [area: string]: string | undefined };
  readonly scales: readonly { readonly area: string; readonly grades: readonly string[] }[];
}

/** How often each grade of the commonest scale was given, by quarter. */
interface GradeUse {
  readonly grades: readonly { readonly grade: string; readonly quarters: readonly QuarterShare[] }[];
  /** Area grades that are in it, and those on other scales that are not. */
  readonly areas: number;
  readonly others: number;
}

/** Counts sealed grades over the whole frame; nobody has to have read a judgment for it. */
export function gradeUse(judgments: readonly FramedJudgment[]): GradeUse {
  const given = judgments.flatMap(({ at, grades, scales }) =>
    scales.flatMap(({ area, grades: scale }) => {
      const grade = grades[area];
      return grade === undefined || !scale.includes(grade)
        ? []
        : [{ quarter: quarterOf(at), grade, scale: scale.join(' ') }];
    }),
  );
  const [commonest] = [...Map.groupBy(given, ({ scale }) => scale)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const own = commonest?.[1] ?? [];
  const quarters = [...Map.groupBy(own, ({ quarter }) => quarter)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    grades: (commonest?.[0] ?? '').split(' ').flatMap((grade) =>
      grade === ''
        ? []
        : [
            {
              grade,
              quarters: quarters.map(([quarter, all]) =>
                quarterShare(quarter, all.filter((one) => one.grade === grade).length, all.length),
              ),
            },
          ],
    ),
    areas: own.length,
    others: given.length - own.length,
  };
}

/** How the seals of a frame stand in this workspace now. */
interface FrameSeals {
  readonly match: number;
  /** Providers whose seal covers other records than the frame names, and those whose seal stands no longer or is not here. */
  readonly changed: readonly string[];
  readonly gone: number;
}

/** What figures of a frame say beside its outcomes. */
export interface FrameFigures {
  readonly strata: readonly MeasuredStratum[];
  readonly drift: readonly QuarterShare[];
  readonly severity: SeverityFigure;
  readonly funnel: LeadFunnel;
  readonly use: GradeUse;
  /** What grades are called and their signs, by id. */
  readonly named: { readonly [grade: string]: { readonly title: string; readonly symbol: string } };
  readonly seals: FrameSeals;
  /** The first and the last day of a seal in it; '' where none is here. */
  readonly days: { readonly from: string; readonly to: string };
}

/** The strata of a draw by every measure. */
export function measuredStrata(strata: readonly ReadStratum[]): readonly MeasuredStratum[] {
  return strata.map(measured);
}
