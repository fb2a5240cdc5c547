import { standingSeal } from '../../../shared/judgment/standing-seals.ts';
import { fromFault, noDraft } from '../session/call-errors.ts';
import { peopleLines } from '../documents/export-draft.ts';
import { loadDraft } from '../load.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { copyRedacted } from '../../../shared/finalising/copy-redacted.ts';
import { foldAt, type FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { peopleToCarry } from '../../../shared/judgment/approval-paths.ts';
import { passagesOf, type Passage } from '../../../shared/judgment/passages-of.ts';
import { findRedactions, type RedactedTerm } from '../../../shared/finalising/find-redactions.ts';
import { disclosedPassage, passageLines, redactedLine } from '../../../shared/judgment/redacted-copy.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { noteKey } from '../../../shared/evidence/evidence-fields.ts';

const notSealed: CallError = {
  code: 'not-sealed',
  message:
    'Only a sealed judgment can be handed on with words taken out: the copy proves itself against the seal. Nothing was made.',
};

/** What of a sealed draft a copy can hold: the judgment's own passages, and those notes that were chosen. */
function passagesFor(
  folded: FoldedDraft,
  notes: readonly string[],
): { readonly seal: string; readonly passages: readonly Passage[] } | null {
  const seal = standingSeal(folded.state.seals);
  const sealed = seal === undefined ? null : foldAt(folded.graph, seal.heads);
  if (seal === undefined || sealed === null) return null;
  const chosen = new Set(notes.map((note) => noteKey.name({ note })));
  const passages = passagesOf(sealed).filter(({ field }) => !noteKey.is(field) || chosen.has(field));
  return { seal: seal.id, passages };
}

/** Makes a copy of the sealed judgment with words taken out, says so in the record, and answers with the file. */
export async function makeRedactedCopy(
  scope: Scope,
  { draft, purpose, recipient, notes, terms }: CallInput<'redactCopy'>,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array; readonly words: number }, CallError>> {
  const { sha256 } = scope.ports.crypto;
  let lines: readonly string[] = [];
  let words = 0;
  const written = await writeRecord(scope, draft, (folded) => {
    const found = passagesFor(folded, notes);
    if (found === null) return refused(notSealed);
    const named: readonly RedactedTerm[] = terms;
    const taken = findRedactions(found.passages, named);
    words = taken.reduce((sum, one) => sum + one.words, 0);
    lines = passageLines(found.passages.map((passage) => disclosedPassage(passage, taken, sha256)));
    return done(
      copyRedacted.write({
        seal: found.seal,
        purpose,
        recipient,
        taken,
        disclosed: sha256(lines.join('\n')),
      }),
    );
  });
  if (!written.ok) return written;
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const { folded } = loaded.value.verified;
  if (folded === null) return refused(noDraft);
  const records = folded.graph.entries.map(({ record }) => record);
  const people = await peopleLines(scope, peopleToCarry(folded.graph));
  if (!people.ok) return people;
  const all = [...people.value, ...records.map(redactedLine), ...lines];
  return done({
    name: `${loaded.value.folder}-redacted.judgment`,
    bytes: new TextEncoder().encode(all.map((line) => `${line}\n`).join('')),
    words,
  });
}

/** Makes the copy and hands it to the person; answers how many words were taken out. */
export async function redactCopy(
  scope: Scope,
  input: CallInput<'redactCopy'>,
): Promise<Result<{ name: string; words: number } | null, CallError>> {
  const made = await makeRedactedCopy(scope, input);
  if (!made.ok) return made;
  const { name, bytes, words } = made.value;
  const saved = await scope.ports.dialogs.saveFile(scope.session.window, name, bytes);
  if (!saved.ok) return refused(fromFault(saved.error));
  return done(saved.value === null ? null : { name: saved.value.name, words });
}
