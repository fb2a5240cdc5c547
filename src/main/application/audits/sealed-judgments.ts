import { adoptedFramework } from '../session/adopted-framework.ts';
import { seeFolder } from '../see.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import type { FrameFrozenBody, FrameRule } from '../../../shared/audits/frame-frozen.ts';
import { standingSeal } from '../../../shared/judgment/standing-seals.ts';
import { settled, shown } from '../../../shared/records/settled.ts';
import type { DeepReadonly } from '../../../shared/records/define-event.ts';

/** A judgment that is sealed, with what a rule selects it by. */
export interface SealedJudgment {
  readonly seal: string;
  readonly ids: string;
  readonly draft: string;
  readonly provider: string;
  /** ISO time of the seal. */
  readonly at: string;
  readonly framework: { readonly id: string; readonly title: string };
  readonly lead: string;
}

/** Every judgment of the workspace that is sealed and is no calibration case, in the order of their seals' ids. */
export async function sealedJudgments(
  scope: Scope,
  opened: OpenedWorkspace,
): Promise<readonly SealedJudgment[]> {
  const folders = await opened.workspace.listDraftFolders();
  const found: SealedJudgment[] = [];
  for (const folder of folders.ok ? folders.value : []) {
    const read = await seeFolder(scope, opened, folder);
    const seen = read.ok ? read.value : null;
    const seal = seen === null ? undefined : standingSeal(seen.state.seals);
    if (seen === null || seal === undefined || (settled(seen.state.calibration) ?? '') !== '') continue;
    const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
    found.push({
      seal: seal.id,
      ids: seal.idsHash,
      draft: seen.state.id,
      provider: shown(seen.state.details.provider) ?? folder,
      at: seal.at,
      framework: { id: framework?.id ?? '', title: framework?.title ?? 'No framework' },
      lead: shown(seen.state.details.leadInspector) ?? '',
    });
  }
  return found.toSorted((a, b) => (a.seal < b.seal ? -1 : 1));
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
