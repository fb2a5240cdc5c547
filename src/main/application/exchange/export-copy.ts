import { noDraft, noPerson } from '../session/call-errors.ts';
import { renderExport, type Exported } from '../documents/export-draft.ts';
import { loadDraft } from '../load.ts';
import { RecordChain } from '../session/record-chain.ts';
import type { Scope } from '../session/session.ts';
import { handOut } from '../session/hand-out.ts';
import { holdsEvidence } from '../../../shared/judgment/left-out.ts';
import { copyMade } from '../../../shared/draft/copy-made.ts';
import { recordLine, wordless } from '../../../shared/records/record-line.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

const inOneStatement = 10_000;

/** All records of a draft in one file, or all with the evidence without its words and a signed statement that names them. */
export async function renderCopy(
  scope: Scope,
  { draft, evidence }: CallInput<'exportCopy'>,
): Promise<Result<Exported, CallError>> {
  const exported = await renderExport(scope, { draft, format: 'judgment' });
  if (!exported.ok || evidence) return exported;
  const self = await scope.ports.keys.self();
  if (self === null) return refused(noPerson);
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const entries = loaded.value.verified.folded?.graph.entries;
  if (entries === undefined) return refused(noDraft);
  const withEvidence = entries.filter(({ record }) => holdsEvidence(record));
  const bare = new Map(
    withEvidence.map(({ record }) => [
      recordLine(record),
      recordLine(wordless(record, scope.ports.crypto.sha256)),
    ]),
  );
  const leftOut = withEvidence.map(({ record }) => record.id);
  const statements: string[] = [];
  for (let from = 0; from < leftOut.length; from += inOneStatement) {
    const place = {
      draft: null,
      author: self.person,
      key: self.device,
      seq: 1,
      prev: null,
      heads: [],
      lamport: 1,
    };
    const chain = new RecordChain(scope.ports, place, 'device');
    await chain.add(copyMade.write({ of: draft, leftOut: leftOut.slice(from, from + inOneStatement) }));
    statements.push(...chain.lines());
  }
  const lines = new TextDecoder()
    .decode(exported.value.bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => bare.get(line) ?? line);
  return done({
    name: exported.value.name.replace(/\.judgment$/, '-without-evidence.judgment'),
    bytes: new TextEncoder().encode([...lines, ...statements].map((line) => `${line}\n`).join('')),
  });
}

/** Hands a copy of a draft's records to the person. */
export async function exportCopy(
  scope: Scope,
  input: CallInput<'exportCopy'>,
): Promise<Result<{ name: string } | null, CallError>> {
  const made = await renderCopy(scope, input);
  if (!made.ok) return made;
  return handOut(scope, made.value.name, made.value.bytes);
}

/** Hands this profile's card to the person: their log, for a colleague to take in. */
export async function exportCard(scope: Scope): Promise<Result<{ name: string } | null, CallError>> {
  const lines = await scope.ports.keys.cardLines();
  const first = lines[0];
  if (first === undefined) return refused(noPerson);
  const self = await scope.ports.keys.self();
  const name = `${self?.person.slice(0, 8) ?? ''}.card`;
  const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
  return handOut(scope, name, bytes);
}
