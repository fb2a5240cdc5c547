import { adoptedFramework } from '../session/adopted-framework.ts';
import { renderDocument } from '../documents/render-document.ts';
import { openedIn } from '../load.ts';
import { loadSeen } from '../see.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import { handOut } from '../session/hand-out.ts';
import { statementGround } from '../people/trust-in.ts';
import { gradeTable } from '../../../shared/documents/grade-table.ts';
import { labelWords } from '../../../shared/documents/label-words.ts';
import { fieldTitlesOf } from '../../../shared/judgment/field-title.ts';
import { shown } from '../../../shared/records/settled.ts';
import { certificateDocument } from '../../../shared/documents/certificate-document.ts';
import type { PrintedDocument } from '../../../shared/documents/printed-document.ts';
import type { SeenDraft, SeenState } from '../../../shared/seen/seen-draft.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

/** Lays out the one-page certificate of the seal that stands in a draft as somebody sees it; null where none stands. */
export async function certificateOf(
  scope: Scope,
  opened: OpenedWorkspace,
  seen: SeenDraft,
  folder: string,
  state: SeenState = seen.state,
): Promise<PrintedDocument | null> {
  const statement = seen.statement(statementGround(opened));
  if (statement === null) return null;
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  const provider = shown(state.details.provider) ?? folder;
  const template = await scope.ports.resources.template();
  return certificateDocument({
    state,
    statement,
    provider,
    framework: framework?.title ?? 'None',
    titleOfRule: fieldTitlesOf(framework, state.notes).rule,
    grades:
      framework === null
        ? null
        : gradeTable(state, framework, template, labelWords(state, framework, provider)),
  });
}

/** Makes the one-page certificate of the seal that stands. */
export async function renderCertificate(
  scope: Scope,
  { draft, format }: CallInput<'exportCertificate'>,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { folder, seen } = loaded.value;
  const document = await certificateOf(scope, opened.value, seen, folder);
  if (document === null) {
    return refused({
      code: 'not-sealed',
      message: 'The judgment is not sealed, so there is nothing to certify. Nothing was made.',
    });
  }
  const rendered = await renderDocument(scope, document, format);
  return rendered.ok ? done({ name: `${folder}-certificate.${format}`, bytes: rendered.value }) : rendered;
}

/** Makes the certificate and hands it to the person. */
export async function exportCertificate(
  scope: Scope,
  input: CallInput<'exportCertificate'>,
): Promise<Result<{ name: string } | null, CallError>> {
  const made = await renderCertificate(scope, input);
  if (!made.ok) return made;
  return handOut(scope, made.value.name, made.value.bytes);
}
