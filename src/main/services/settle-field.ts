import { revisionBody } from './save-revision.ts';
import type { Scope } from './session.ts';
import { writeRecord, type Intent } from './write-records.ts';
import type { FieldValue } from '../../shared/domain/events/define-event.ts';
import type { FoldedDraft } from '../../shared/domain/draft/fold-draft.ts';
import { detailNames } from '../../shared/domain/draft/draft-state.ts';
import { done, refused, type Result } from '../../shared/domain/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { SavedView } from '../../shared/ipc/views.ts';

const nothingToSettle: CallError = {
  code: 'out-of-date',
  message: 'This field has one value now: somebody settled it already. Nothing was changed. Look again.',
};

/** Settles a field with several open values by keeping one: a new write of that value over all of them. */
export function settleField(
  scope: Scope,
  input: CallInput<'settleField'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, input.draft, (folded) => {
    const open = folded.values.get(input.field) ?? [];
    const kept = open.find((write) => write.record.id === input.keep);
    if (open.length < 2 || kept?.value == null) return refused(nothingToSettle);
    const intent = rewrite(
      folded,
      input,
      kept.value,
      open.map((write) => write.record.id),
    );
    return intent === null ? refused(nothingToSettle) : done(intent);
  });
}

function rewrite(
  folded: FoldedDraft,
  { draft, field, reason }: CallInput<'settleField'>,
  value: FieldValue,
  over: string[],
): Intent | null {
  const [kind = '', first = '', second = ''] = field.split('/');
  const changes = { draft, reason, narratives: [], grades: [], improvements: null };
  if (kind === 'narrative' && 'text' in value) {
    return revisionBody(folded, { ...changes, narratives: [{ section: first, text: value.text, over }] });
  }
  if (kind === 'grade' && 'grade' in value) {
    return revisionBody(folded, { ...changes, grades: [{ area: first, value: value.grade, over }] });
  }
  if (kind === 'improvements' && 'points' in value) {
    return revisionBody(folded, { ...changes, improvements: { points: [...value.points], over } });
  }
  if (kind === 'mark' && 'mark' in value) {
    return {
      type: 'descriptor.marked',
      body: { criterion: first, grade: second, mark: value.mark, reason: value.reason, over },
    };
  }
  if (!('text' in value)) return null;
  switch (kind) {
    case 'detail':
      return {
        type: 'details.set',
        body: {
          writes: detailNames
            .filter((name) => name === first)
            .map((name) => ({ name, value: value.text, over })),
        },
      };
    case 'link':
      return {
        type: 'evidence.linked',
        body: { note: first, criterion: second, direction: value.text, over },
      };
    case 'fit':
      return { type: 'best-fit.set', body: { criterion: first, grade: value.text, over } };
    case 'reason':
      return { type: 'reason.given', body: { rule: first, reason: value.text, over } };
    default:
      return null;
  }
}
