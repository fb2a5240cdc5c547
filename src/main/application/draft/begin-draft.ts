import { composeDraft } from './compose-draft.ts';
import { detailsRefusal } from './set-details.ts';
import { frameworkCalled, knownFrameworks } from '../framework/known-frameworks.ts';
import type { Scope } from '../session/session.ts';
import type { DetailName } from '../../../shared/draft/detail-names.ts';
import { refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

/** Begins an empty draft of one inspection under a framework. */
export async function beginDraft(
  scope: Scope,
  input: CallInput<'beginDraft'>,
): Promise<Result<{ draft: string }, CallError>> {
  const { frameworks } = await knownFrameworks(scope);
  const framework = frameworkCalled(frameworks, input.framework)?.framework;
  if (framework === undefined) {
    return refused({
      code: 'not-found',
      message: 'Plumbline has no such framework. Nothing was changed. Choose another one.',
    });
  }
  const reason = input.reason ?? null;
  const { inspectorate = '' } = input;
  const values = {
    ...input,
    end: input.end ?? '',
    published: '',
    leadInspector: '',
    inspectorate,
    stage: '',
  };
  // A type of inspection may be left open; what is set has to be right.
  const set = new Set<DetailName>([
    'provider',
    'start',
    'end',
    ...(input.kind === '' ? [] : ['kind' as const]),
    'inspectorate',
  ]);
  const refusal = detailsRefusal(values, framework, set, reason);
  if (refusal !== null) return refused(refusal);
  const details = [
    { name: 'provider', value: input.provider },
    { name: 'kind', value: input.kind },
    { name: 'start', value: input.start },
    ...(input.end === null ? [] : [{ name: 'end', value: input.end } as const]),
    ...(inspectorate === '' ? [] : [{ name: 'inspectorate', value: inspectorate } as const]),
    { name: 'stage', value: 'fieldwork' },
  ] as const;
  return composeDraft(scope, {
    framework,
    details,
    reason,
    recoveryOwner: input.recoveryOwner,
    demonstration: false,
    more: [],
  });
}
