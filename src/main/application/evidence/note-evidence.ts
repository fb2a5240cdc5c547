import { keepFiles } from './keep-files.ts';
import type { Scope } from '../session/session.ts';
import { writeRecords } from '../write.ts';
import { attachmentAdded } from '../../../shared/evidence/attachment-added.ts';
import { evidenceLinked } from '../../../shared/evidence/evidence-linked.ts';
import { evidenceNoted } from '../../../shared/evidence/evidence-noted.ts';
import type { DraftState } from '../../../shared/judgment/draft-state.ts';
import { codePrefix } from '../../../shared/evidence/code-prefix.ts';
import type { EvidenceKind } from '../../../shared/values/evidence-kind.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

type Notes = DraftState['notes'];

/** The highest number of each prefix among the notes that were counted last. */
let counted: { readonly notes: Notes; readonly last: ReadonlyMap<string, number> } = {
  notes: [],
  last: new Map(),
};

/** The highest number of each prefix; of notes that stand as they were counted last only the further ones are read. */
function lastNumbers(notes: Notes): ReadonlyMap<string, number> {
  const before = counted;
  const stands =
    before.notes.length <= notes.length && before.notes.every(({ code }, at) => code === notes[at]?.code);
  const last = new Map(stands ? before.last : []);
  for (let at = stands ? before.notes.length : 0; at < notes.length; at += 1) {
    const { code = '' } = notes[at] ?? {};
    const prefix = code.slice(0, 2);
    last.set(prefix, Math.max(last.get(prefix) ?? 0, Number.parseInt(code.slice(3), 10) || 0));
  }
  counted = { notes, last };
  return last;
}

/** Hands out the next free codes by kind, as far as this device knows: two people may take the same one. */
export function codeCounter({ notes }: Pick<DraftState, 'notes'>): (kind: EvidenceKind) => string {
  const last = new Map(lastNumbers(notes));
  return (kind) => {
    const prefix = codePrefix[kind];
    const number = (last.get(prefix) ?? 0) + 1;
    last.set(prefix, number);
    return `${prefix}-${String(number).padStart(3, '0')}`;
  };
}

/**
 * Saves an evidence note, with its files, and links it where that was asked for, in one append; it can never be changed
 * after. The files are on disk before the records that name them are.
 */
export async function noteEvidence(
  scope: Scope,
  { draft, note, link, files = [] }: CallInput<'noteEvidence'>,
): Promise<Result<SavedView & { code: string }, CallError>> {
  const kept = await keepFiles(scope, draft, files);
  if (!kept.ok) return kept;
  let code = '';
  const saved = await writeRecords(scope, draft, ({ state }) => {
    code = codeCounter(state)(note.kind);
    return done({
      first: evidenceNoted.write({ ...note, code }),
      rest: [
        ...(link === undefined
          ? []
          : [(noted: string) => evidenceLinked.write({ ...link, over: [], note: noted })]),
        ...kept.value.map((file) => (noted: string) => attachmentAdded.write({ ...file, note: noted })),
      ].map((make) => (earlier) => make(earlier[0]?.id ?? '')),
    });
  });
  return saved.ok ? done({ ...saved.value, code }) : saved;
}
