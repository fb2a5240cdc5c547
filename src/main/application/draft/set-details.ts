import { carriedFramework } from '../session/adopted-framework.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { detailsSet } from '../../../shared/draft/details-set.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import {
  detailProblems,
  type DetailFramework,
  type DetailValues,
} from '../../../shared/judgment/detail-problems.ts';
import type { DetailName } from '../../../shared/draft/detail-names.ts';
import { shown } from '../../../shared/records/settled.ts';
import { frameworkForKind, kindCalled } from '../../../shared/framework/framework-for-kind.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

type Writes = CallInput<'setDetails'>['writes'];

const twice: CallError = {
  code: 'wrong-shape',
  message: 'One detail was to be set twice. Nothing was changed. Look again and repeat it.',
};

const withoutReason: CallError = {
  code: 'wrong-shape',
  message: 'A stage that is set by hand needs a reason. Nothing was changed. Give one and repeat it.',
};

const roundRuns: CallError = {
  code: 'conflict',
  message:
    'A round of independent grading is open on areas that this type of inspection does not judge. Nothing was changed. Close the round, then change the type.',
};

/** Sets or corrects details of an inspection in one record, where nothing speaks against them. */
export function setDetails(
  scope: Scope,
  { draft, writes, reason }: CallInput<'setDetails'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, (folded) => {
    const framework = carriedFramework(folded, scope.ports.crypto.sha256);
    const error = objection(folded, framework, writes, reason);
    if (error !== null) return refused(error);
    const named = writes.map((write) => ({
      ...write,
      value:
        write.name === 'kind' && framework !== null
          ? (kindCalled(framework, write.value) ?? write.value)
          : write.value.trim(),
    }));
    return done(detailsSet.write({ writes: named, ...(reason === null ? {} : { reason }) }));
  });
}

/** Why details that were changed cannot stand; what may stand all the same does so with a reason. Null where they can. */
export function detailsRefusal(
  values: DetailValues,
  framework: DetailFramework | null,
  changed: ReadonlySet<DetailName>,
  reason: string | null,
): CallError | null {
  const [problem] = detailProblems(values, framework).filter(
    ({ of, mayStand }) => of.some((name) => changed.has(name)) && !(mayStand && reason !== null),
  );
  return problem === undefined
    ? null
    : { code: 'wrong-shape', message: `${problem.message} Nothing was changed.` };
}

function objection(
  folded: FoldedDraft,
  framework: Framework | null,
  writes: Writes,
  reason: string | null,
): CallError | null {
  const { state } = folded;
  const changed = new Set(writes.map((write) => write.name));
  if (changed.size < writes.length) return twice;
  const next = valuesWith(folded, writes);
  const refusal = detailsRefusal(next, framework, changed, reason);
  if (refusal !== null) return refusal;
  if (changed.has('stage') && reason === null) return withoutReason;
  if (framework === null || !changed.has('kind')) return null;
  const judged = new Set(frameworkForKind(framework, next.kind).areas.map((area) => area.id));
  const running = state.moderation.rounds.some(
    (round) => round.standing === 'lodging' && round.areas.some((area) => !judged.has(area)),
  );
  return running ? roundRuns : null;
}

function valuesWith({ state }: FoldedDraft, writes: Writes): DetailValues {
  const value = (name: DetailName): string =>
    writes.find((write) => write.name === name)?.value ?? shown(state.details[name]) ?? '';
  return {
    provider: value('provider'),
    kind: value('kind'),
    start: value('start'),
    end: value('end'),
    published: value('published'),
    leadInspector: value('leadInspector'),
    inspectorate: value('inspectorate'),
    stage: value('stage'),
  };
}
