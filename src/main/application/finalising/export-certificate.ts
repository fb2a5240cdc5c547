import { standingSeal } from '../../../shared/judgment/standing-seals.ts';
import { adoptedFramework } from '../session/adopted-framework.ts';
import { renderDocument } from '../documents/render-document.ts';
import { personViews } from '../session/person-views.ts';
import { openedIn } from '../load.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { handOut } from '../session/hand-out.ts';
import { trustIn } from '../people/trust-in.ts';
import { gradeTable } from '../../../shared/documents/grade-table.ts';
import { labelWords } from '../../../shared/documents/label-words.ts';
import { fieldTitlesOf } from '../../../shared/judgment/field-title.ts';
import { shown } from '../../../shared/records/settled.ts';
import { certificateDocument } from '../../../shared/documents/certificate-document.ts';
import { keyVerifications } from '../../../shared/documents/key-verifications.ts';
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
  const seal = standingSeal(state.seals);
  if (seal === undefined) {
    return refused({
      code: 'not-sealed',
      message: 'The judgment is not sealed, so there is nothing to certify. Nothing was made.',
    });
  }
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  const provider = shown(state.details.provider) ?? folder;
  const people = new Map((await personViews(scope)).map((person) => [person.id, person.card.name]));
  const person = (id: string): string => people.get(id) ?? 'someone unknown';
  const template = await scope.ports.resources.template();
  const document = certificateDocument({
    state,
    seal,
    provider,
    framework: framework?.title ?? 'None',
    person,
    titleOfRule: fieldTitlesOf(framework, state.notes).rule,
    verifications: keyVerifications(seen, trustIn(opened.value), person),
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
