import { adoptedFramework } from './adopted-framework.ts';
import { noDraft } from './call-errors.ts';
import { draftDocument } from './documents/draft-documents.ts';
import { renderDocument } from './documents/render-document.ts';
import type { Exported } from './export-draft.ts';
import { loadDraft } from './load-draft.ts';
import { personViews } from './person-views.ts';
import { seenBy } from './seen-by.ts';
import type { Scope } from './session.ts';
import { handOut } from './hand-out.ts';
import { shown } from '../../shared/domain/draft/settled.ts';
import { evidenceDocument } from '../../shared/domain/evidence/evidence-document.ts';
import { done, refused, type Result } from '../../shared/domain/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';

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
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const folded = await seenBy(scope, loaded.value.verified.folded);
  if (folded === null) return refused(noDraft);
  const people = new Map((await personViews(scope)).map((person) => [person.id, person.card.name]));
  const document = evidenceDocument(
    folded.state,
    adoptedFramework(folded, scope.ports.crypto.sha256),
    shown(folded.state.details.provider) ?? loaded.value.folder,
    (person) => people.get(person) ?? 'someone unknown',
  );
  return done({
    name: `${loaded.value.folder}-evidence.csv`,
    bytes: scope.ports.documents.evidenceAsCsv(document),
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
