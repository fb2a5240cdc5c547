import { listDrafts } from '../workspace/list-drafts.ts';
import { nothingChanged } from '../session/call-errors.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import type { FrameFrozenBody, FrameRule } from '../../../shared/audits/frame-frozen.ts';
import type { SealedJudgment } from '../../../shared/judgment/sealed-judgment.ts';
import type { DeepReadonly } from '../../../shared/records/define-event.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

const notAllRead = nothingChanged(
  'Reading the list of inspections was stopped before its end, so nobody knows which judgments are sealed. Let it come to its end, and do this again.',
);

/**
 * Every judgment of the workspace that is sealed and is no calibration case, in the order of their seals' ids: from the list
 * of drafts, which reads a folder only where its files changed.
 */
export async function sealedJudgments(
  scope: Scope,
  opened: OpenedWorkspace,
): Promise<Result<readonly SealedJudgment[], CallError>> {
  const listed = await listDrafts(scope);
  if (!listed.ok) return listed;
  // What a stopped list did not reach would be in no frame, and in none of its figures, without a word.
  if (opened.looked?.whole !== true) return refused(notAllRead);
  const sealed = [...(opened.listed?.values() ?? [])].flatMap((entry) => entry.sealed ?? []);
  return done(sealed.toSorted((a, b) => (a.seal < b.seal ? -1 : 1)));
}

/** Those that a rule selects, by the day on which they were sealed. */
export function selectedBy(
  { from, to, frameworks }: FrameRule,
  judgments: readonly SealedJudgment[],
): readonly SealedJudgment[] {
  return judgments.filter(({ at, framework }) => {
    const day = at.slice(0, 10);
    return (
      (from === null || day >= from) &&
      (to === null || day <= to) &&
      (frameworks.length === 0 || frameworks.includes(framework.id))
    );
  });
}

const stratumOf: Readonly<Record<FrameRule['strata'], (judgment: SealedJudgment) => string>> = {
  none: () => 'All',
  framework: ({ framework }) => framework.title,
  lead: ({ lead }) => (lead === '' ? 'No lead inspector named' : lead),
  year: ({ at }) => at.slice(0, 4),
};

/** The strata of what a rule selects, by name. */
export function strataOf(
  rule: FrameRule,
  judgments: readonly SealedJudgment[],
): DeepReadonly<readonly Pick<FrameFrozenBody['strata'][number], 'name' | 'judgments'>[]> {
  const strata = Map.groupBy(selectedBy(rule, judgments), stratumOf[rule.strata]);
  return [...strata]
    .map(([name, own]) => ({ name, judgments: own.map(({ seal, ids }) => ({ seal, ids })) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
