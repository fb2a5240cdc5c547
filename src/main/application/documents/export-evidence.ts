import { adoptedFramework } from '../session/adopted-framework.ts';
import { draftDocument } from './draft-documents.ts';
import { renderDocument } from './render-document.ts';
import type { Exported } from './export-draft.ts';
import { personViews } from '../session/person-views.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { handOut } from '../session/hand-out.ts';
import { shown } from '../../../shared/records/settled.ts';
import { evidenceDocument } from '../../../shared/documents/evidence-document.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

/** Makes a document or a table of a draft's whole evidence base. */
export async function renderEvidence(
  scope: Scope,
  { draft, format }: CallInput<'exportEvidence'>,
): Promise<Result<Exported, CallError>> {
  if (format === 'csv') return evidenceTable(scope, draft);
  const laid = await draftDocument(scope, draft, 'evidence');
  if (!laid.ok) return laid;
  const bytes = await renderDocument(scope, laid.value.document, format);
  return bytes.ok ? done({ name: `${laid.value.name}.${format}`, bytes: bytes.value }) : bytes;
}

async function evidenceTable(scope: Scope, draft: string): Promise<Result<Exported, CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { folder, seen } = loaded.value;
  const people = new Map((await personViews(scope)).map((person) => [person.id, person.card.name]));
  const document = evidenceDocument(
    seen.state,
    adoptedFramework(seen, scope.ports.crypto.sha256),
    shown(seen.state.details.provider) ?? folder,
    (person) => people.get(person) ?? 'someone unknown',
  );
  return done({
    name: `${folder}-evidence.csv`,
    bytes: await scope.ports.documents.tableAsCsv(document),
  });
}

/** Makes the evidence base into a file and hands it to the person. */
export async function exportEvidence(
  scope: Scope,
  input: CallInput<'exportEvidence'>,
): Promise<Result<{ name: string } | null, CallError>> {
  const made = await renderEvidence(scope, input);
  if (!made.ok) return made;
  return handOut(scope, made.value.name, made.value.bytes);
}
