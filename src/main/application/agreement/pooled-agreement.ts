import { openedIn } from '../load.ts';
import { personViews } from '../session/person-views.ts';
import { runJob } from '../session/run-job.ts';
import type { Scope } from '../session/session.ts';
import { agreementWithIntervals } from './agreement-with-intervals.ts';
import { poolRounds, type PooledRounds } from './pool-rounds.ts';
import { eachAreaOnce, rankRounds } from './rank-rounds.ts';
import { revealedRounds, type RevealedRound } from './revealed-rounds.ts';
import { enoughUnits, type Agreement } from '../../../shared/agreement/measure-agreement.ts';
import { pairShares } from '../../../shared/agreement/pair-shares.ts';
import { pairsApart } from '../../../shared/agreement/pairs-apart.ts';
import { raterSeverity } from '../../../shared/agreement/rater-severity.ts';
import type { Ratings } from '../../../shared/agreement/ratings.ts';
import type { Scale, Framework } from '../../../shared/framework/framework-schema.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import { count, pluralOf } from '../../../shared/words.ts';
import type { MemberSeverity, PooledAgreementView } from '../../../shared/ipc/agreement-views.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

/** Years for which a member's severity is worked out where a framework says nothing. */
const usualYears = 3;

/** For how many years after its reveal a round under a framework counts for severity; 0 where it never does. */
function severityYears(framework: Framework): number {
  return framework.severityYears ?? usualYears;
}

/** Whether a round revealed at one moment still counts for severity at another; both in milliseconds. */
export function keepsSeverity(framework: Framework, revealed: number, now: number): boolean {
  const years = severityYears(framework);
  const until = new Date(revealed);
  until.setUTCFullYear(until.getUTCFullYear() + years);
  return years > 0 && now <= until.getTime();
}

const draws = 1000;

/** What is answered where somebody stopped the draws. */
export const stoppedFigures: CallError = {
  code: 'cancelled',
  message: 'The figures were not finished, because you stopped them. Nothing was changed.',
};

/** Pools the revealed rounds of the open workspace by what is asked for. */
async function poolOf(
  scope: Scope,
  filter: CallInput<'pooledAgreement'>['filter'],
): Promise<Result<PooledRounds & { readonly nameOf: (person: string) => string }, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const rounds = await revealedRounds(scope, opened.value);
  const names = new Map((await personViews(scope)).map(({ id, card }) => [id, card.name]));
  const nameOf = (person: string): string => names.get(person) ?? 'someone unknown';
  return done({ ...poolRounds(rounds, filter, opened.value.workspaceLog.panels, nameOf), nameOf });
}

/**
 * Agreement over the revealed rounds of the workspace that a filter leaves, on one scale: pairs by round, both shares of
 * pairs, coefficients with intervals where twenty units are pooled (an area that was graded again is one), and severity
 * for oneself and for quality assurance alone. Rounds of calibration cases are left out.
 */
export async function pooledAgreement(
  scope: Scope,
  { filter: asked, seed }: CallInput<'pooledAgreement'>,
): Promise<Result<PooledAgreementView, CallError>> {
  const pool = await poolOf(scope, asked);
  if (!pool.ok) return pool;
  const { scale, rounds, filter, choices, calibration, nameOf } = pool.value;
  const people = [...new Set(rounds.flatMap(({ round }) => round.participants))].toSorted();
  const ranks = (when: 'before' | 'after'): Ratings =>
    scale === null ? [] : rankRounds(eachAreaOnce(rounds, when), scale, people, when);
  const [before, after] = [ranks('before'), ranks('after')];
  const shares = { before: pairShares(before), after: pairShares(after) };
  const { units } = shares.before;
  const measured =
    units >= enoughUnits && scale !== null ? await measure(scope, [before, after], scale, seed) : null;
  if (measured?.includes(null) === true) return refused(stoppedFigures);
  const years = new Set(rounds.map(({ framework }) => severityYears(framework)));
  return done({
    filter,
    choices,
    rounds: scale === null ? [] : rounds.map((round) => pairsOf(round, scale)),
    calibration,
    units,
    shares,
    before: measured?.[0] ?? null,
    after: measured?.[1] ?? null,
    why:
      measured !== null
        ? ''
        : `${count(units, 'area')} of rounds ${pluralOf(units, 'was', 'were')} graded by two or more; from ${enoughUnits} on a coefficient says something.`,
    seed,
    draws,
    severity: scale === null ? [] : await severities(scope, rounds, scale, people, { seed, nameOf }),
    severityYears: [...years].toSorted((a, b) => a - b),
  });
}

/** The coefficients of several tables of ranks, one after another, in one job. */
async function measure(
  scope: Scope,
  tables: readonly Ratings[],
  scale: Scale,
  seed: number,
): Promise<readonly (Agreement | null)[] | null> {
  const options = { seed, draws, scale: scale.grades.map((_grade, rank) => rank) };
  const all = tables.length * draws;
  return runJob(scope, 'agreement', async ({ signal, progress }) => {
    const measured: (Agreement | null)[] = [];
    for (const [at, ratings] of tables.entries()) {
      const hear = (made: number): void => {
        progress(at * draws + made, all, `${at * draws + made} of ${all} draws`);
      };
      measured.push(await agreementWithIntervals(scope.ports.heavyWork, ratings, options, { signal, hear }));
    }
    return measured;
  });
}

function pairsOf(one: PooledRounds['rounds'][number], scale: Scale): PooledAgreementView['rounds'][number] {
  const { round, draft, provider, at, framework, panels } = one;
  const pairs = (when: 'before' | 'after'): ReturnType<typeof pairsApart> =>
    pairsApart(rankRounds([one], scale, round.participants, when));
  return {
    draft,
    round: round.id,
    provider,
    framework: framework.title,
    panels,
    at,
    areas: round.areas.length,
    before: pairs('before'),
    after: pairs('after'),
  };
}

/** One's own over all rounds kept; others' over those of drafts in which the reader assures quality. */
async function severities(
  scope: Scope,
  rounds: readonly RevealedRound[],
  scale: Scale,
  people: readonly string[],
  { seed, nameOf }: { readonly seed: number; readonly nameOf: (person: string) => string },
): Promise<readonly MemberSeverity[]> {
  const self = (await scope.ports.keys.self())?.person ?? '';
  const now = scope.ports.clock.now();
  const kept = rounds.filter((round) => keepsSeverity(round.framework, Date.parse(round.at), now));
  const read = (
    some: readonly RevealedRound[],
    whom: (person: string) => boolean,
  ): readonly MemberSeverity[] =>
    raterSeverity(rankRounds(some, scale, people, 'before'), seed).flatMap(
      ({ rater, units, steps, interval }) => {
        const person = people[rater] ?? '';
        return steps === null || !whom(person)
          ? []
          : [{ person, name: nameOf(person), units, steps, interval }];
      },
    );
  const assured = kept.filter(({ roles }) => roles.includes('qa'));
  return [...read(kept, (person) => person === self), ...read(assured, (person) => person !== self)];
}
