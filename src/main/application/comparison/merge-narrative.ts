import { whyNot } from '../session/may-write.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { revisionSaved } from '../../../shared/draft/revision-saved.ts';
import type { RecordId } from '../../../shared/records/record.ts';
import type { SeenDraft } from '../../../shared/seen/seen-draft.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { NarrativeMergeView } from '../../../shared/ipc/views.ts';
import { narrativeField } from '../../../shared/draft/judgment-fields.ts';

/** What a record wrote into a section, and over which records; nothing where its words were erased. */
function writeOf(
  draft: SeenDraft,
  record: RecordId,
  section: string,
): { text: string; over: readonly RecordId[] } {
  const writes = draft.records().find(({ id }) => id === record)?.writes ?? [];
  const [written] = narrativeField.writtenIn(writes, { section });
  return { text: written?.value ?? '', over: written?.over ?? [] };
}

/** Merges the first two open texts of a narrative over the text that both were written over, if they share one. */
export async function mergeNarrative(
  scope: Scope,
  { draft, section }: CallInput<'mergeNarrative'>,
): Promise<Result<NarrativeMergeView, CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { seen } = loaded.value;
  const self = await scope.ports.keys.self();
  const refusal = whyNot(seen.state, revisionSaved, self?.person ?? '');
  if (refusal !== null) return refused(refusal);
  const [ours, theirs] = seen.state.narratives[section] ?? [];
  if (ours === undefined || theirs === undefined) return refused(settledAlready);
  const [left, right] = [writeOf(seen, ours.record, section), writeOf(seen, theirs.record, section)];
  const common = left.over.find((record) => right.over.includes(record));
  const before = common === undefined ? '' : writeOf(seen, common, section).text;
  const side = ({ record, author, at }: typeof ours): NarrativeMergeView['sides'][0] => ({
    record,
    author,
    at,
  });
  const merged = await scope.ports.heavyWork('mergeTexts', before, left.text, right.text);
  return done({ sides: [side(ours), side(theirs)], spans: merged.spans });
}

const settledAlready: CallError = {
  code: 'out-of-date',
  message: 'This text has one state now: somebody settled it already. Nothing was changed. Look again.',
};
