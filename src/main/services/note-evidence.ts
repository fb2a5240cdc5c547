import type { Scope } from './session.ts';
import { writeRecord } from './write-records.ts';
import type { DraftState } from '../../shared/domain/draft/draft-state.ts';
import { codePrefix } from '../../shared/domain/evidence/code-prefix.ts';
import type { EvidenceKind } from '../../shared/domain/evidence/evidence-kind.ts';
import { done, type Result } from '../../shared/domain/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { SavedView } from '../../shared/ipc/views.ts';

/** The next free code of a kind, as far as this device knows: two people may take the same one. */
function nextCode(state: DraftState, kind: EvidenceKind): string {
  const prefix = codePrefix[kind];
  const numbers = state.notes
    .filter((note) => note.code.startsWith(`${prefix}-`))
    .map((note) => Number.parseInt(note.code.slice(3), 10));
  return `${prefix}-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}

/** Saves an evidence note; it can never be changed after. */
export async function noteEvidence(
  scope: Scope,
  { draft, note }: CallInput<'noteEvidence'>,
): Promise<Result<SavedView & { code: string }, CallError>> {
  let code = '';
  const saved = await writeRecord(scope, draft, ({ state }) => {
    code = nextCode(state, note.kind);
    return done({ type: 'evidence.noted', body: { ...note, code } });
  });
  return saved.ok ? done({ ...saved.value, code }) : saved;
}
