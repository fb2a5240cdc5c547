import { adoptedFramework } from '../session/adopted-framework.ts';
import { renderDocument } from '../documents/render-document.ts';
import { openedIn } from '../load.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { handOut } from '../session/hand-out.ts';
import { statementGround } from '../people/trust-in.ts';
import { gradeTable } from '../../../shared/documents/grade-table.ts';
import { labelWords } from '../../../shared/documents/label-words.ts';
import { fieldTitlesOf } from '../../../shared/judgment/field-title.ts';
import { shown } from '../../../shared/records/settled.ts';
import { certificateDocument } from '../../../shared/documents/certificate-document.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

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
  const { state } = seen;
  const statement = seen.statement(statementGround(opened.value));
  if (statement === null) {
    return refused({
      code: 'not-sealed',
      message: 'The judgment is not sealed, so there is nothing to certify. Nothing was made.',
    });
  }
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  const provider = shown(state.details.provider) ?? folder;
  const template = await scope.ports.resources.template();
  const document = certificateDocument({
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
