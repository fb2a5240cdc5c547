import { adoptedFramework } from '../session/adopted-framework.ts';
import { noDraft } from '../session/call-errors.ts';
import { openedIn } from '../load.ts';
import { loadSeen } from '../see.ts';
import { runJob } from '../session/run-job.ts';
import type { Scope } from '../session/session.ts';
import { agreementWithIntervals } from './agreement-with-intervals.ts';
import { eachAreaOnce, rankRounds } from './rank-rounds.ts';
import { revealedRounds, type RevealedRound } from './revealed-rounds.ts';
import { enoughUnits } from '../../../shared/agreement/measure-agreement.ts';
import { pairsApart } from '../../../shared/agreement/pairs-apart.ts';
import { raterSeverity } from '../../../shared/agreement/rater-severity.ts';
import type { Scale, Framework } from '../../../shared/framework/framework-schema.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { MemberSeverity, PooledAgreementView } from '../../../shared/ipc/agreement-views.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

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

/**
 * Agreement over every revealed round of the workspace on this draft's scale: pairs by round, coefficients with
 * intervals where twenty units are pooled (an area that was graded again is one), and severity for oneself and for quality assurance alone.
 */
export async function pooledAgreement(
  scope: Scope,
  { draft, seed }: { readonly draft: string; readonly seed: number },
): Promise<Result<PooledAgreementView, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const framework = adoptedFramework(loaded.value.seen, scope.ports.crypto.sha256);
  const scale = framework?.scales[0];
  if (framework === null || scale === undefined) return refused(noDraft);
  const rounds = await revealedRounds(scope, opened.value, scale);
  const people = [...new Set(rounds.flatMap(({ round }) => round.participants))].toSorted();
  const [before, after] = [
    rankRounds(eachAreaOnce(rounds, 'before'), scale, people, 'before'),
    rankRounds(eachAreaOnce(rounds, 'after'), scale, people, 'after'),
  ];
  const units = before.filter((row) => row.filter((rank) => rank !== null).length >= 2).length;
  const options = { seed, draws, scale: scale.grades.map((_grade, rank) => rank) };
  const pooled = units >= enoughUnits;
  const measured = pooled
    ? await runJob(scope, 'agreement', async ({ signal, progress }) => {
        const hear =
          (from: number): ((made: number) => void) =>
          (made) => {
            progress(from + made, 2 * draws, `${from + made} of ${2 * draws} draws`);
          };
        const { heavyWork } = scope.ports;
        return [
          await agreementWithIntervals(heavyWork, before, options, { signal, hear: hear(0) }),
          await agreementWithIntervals(heavyWork, after, options, { signal, hear: hear(draws) }),
        ];
      })
    : null;
  if (measured?.includes(null) === true) return refused(stoppedFigures);
  return done({
    scale: scale.title,
    rounds: rounds.map((round) => pairsOf(round, scale)),
    units,
    before: measured?.[0] ?? null,
    after: measured?.[1] ?? null,
    why: pooled
      ? ''
      : `${units} areas of rounds were graded by two or more; from ${enoughUnits} on a coefficient says something.`,
    seed,
    draws,
    severity: await severities(scope, rounds, scale, people, seed),
    severityYears: severityYears(framework),
  });
}

function pairsOf(one: RevealedRound, scale: Scale): PooledAgreementView['rounds'][number] {
  const { round, draft, provider, at } = one;
  const pairs = (when: 'before' | 'after'): ReturnType<typeof pairsApart> =>
    pairsApart(rankRounds([one], scale, round.participants, when));
  return {
    draft,
    round: round.id,
    provider,
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
  seed: number,
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
        return steps === null || !whom(person) ? [] : [{ person, units, steps, interval }];
      },
    );
  const assured = kept.filter(({ roles }) => roles.includes('qa'));
  return [...read(kept, (person) => person === self), ...read(assured, (person) => person !== self)];
}
