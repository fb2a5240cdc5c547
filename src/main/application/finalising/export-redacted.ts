import { standingSeal } from '../../../shared/judgment/standing-seals.ts';
import { adoptedFramework } from '../session/adopted-framework.ts';
import { fromFault } from '../session/call-errors.ts';
import { localDay } from '../clocks/local-day.ts';
import { renderDocument } from '../documents/render-document.ts';
import { loadSeen } from '../see.ts';
import { houseTemplate } from '../workspace/house-style.ts';
import type { Scope } from '../session/session.ts';
import { fieldTitle } from '../../../shared/judgment/field-title.ts';
import { shown } from '../../../shared/records/settled.ts';
import { redactedDocument } from '../../../shared/documents/redacted-document.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

const noCopy: CallError = {
  code: 'not-found',
  message:
    'No redacted copy of the judgment as it is sealed now was made. Nothing was changed. Make the copy first: the document shows what its record says was taken out.',
};

/** Lays out the redacted copy that was made last of the standing seal, as a document with marks and its log. */
export async function renderRedacted(
  scope: Scope,
  { draft, format }: CallInput<'exportRedacted'>,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { folder, seen } = loaded.value;
  const { state } = seen;
  const seal = standingSeal(state.seals);
  const copy = seen.copies().findLast(({ body }) => body.seal === seal?.id);
  if (seal === undefined || copy === undefined) return refused(noCopy);
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  const document = redactedDocument({
    state,
    framework,
    template: await houseTemplate(scope),
    title: shown(state.details.provider) ?? folder,
    copy: copy.body,
    made: localDay(Date.parse(copy.at)),
    titleOf: (field) => fieldTitle(field, framework, state.notes),
  });
  const bytes = await renderDocument(scope, document, format);
  return bytes.ok ? done({ name: `${folder}-redacted.${format}`, bytes: bytes.value }) : bytes;
}

/** Makes the document and hands it to the person. */
export async function exportRedacted(
  scope: Scope,
  input: CallInput<'exportRedacted'>,
): Promise<Result<{ name: string } | null, CallError>> {
  const made = await renderRedacted(scope, input);
  if (!made.ok) return made;
  const saved = await scope.ports.dialogs.saveFile(scope.session.window, made.value.name, made.value.bytes);
  return saved.ok ? saved : refused(fromFault(saved.error));
}
