import { adoptedFramework } from '../adopted-framework.ts';
import { fromFault, noDraft } from '../call-errors.ts';
import { localDay } from '../clocks/local-day.ts';
import { renderDocument } from '../documents/render-document.ts';
import { loadDraft } from '../load-draft.ts';
import { seenBy } from '../seen-by.ts';
import type { Scope } from '../session.ts';
import { fieldTitle } from '../../../shared/domain/draft/field-title.ts';
import { shown } from '../../../shared/domain/draft/settled.ts';
import { copyRedacted } from '../../../shared/domain/events/copy-redacted.ts';
import { redactedDocument } from '../../../shared/domain/finalising/redaction/redacted-document.ts';
import { done, refused, type Result } from '../../../shared/domain/result.ts';
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
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const folded = await seenBy(scope, loaded.value.verified.folded);
  if (folded === null) return refused(noDraft);
  const { state } = folded;
  const seal = state.seals.find((one) => !one.withdrawn && one.reopened === null);
  const copies = folded.graph.entries.flatMap(({ record }) => {
    if (record.type !== 'copy.redacted' || folded.rights.setAside.has(record.id)) return [];
    const body = copyRedacted.in(record);
    return body === undefined || body.seal !== seal?.id ? [] : [{ body, at: record.at }];
  });
  const copy = copies.at(-1);
  if (state.standing !== 'sealed' || copy === undefined) return refused(noCopy);
  const framework = adoptedFramework(folded, scope.ports.crypto.sha256);
  const document = redactedDocument({
    state,
    framework,
    template: await scope.ports.resources.template(),
    title: shown(state.details.provider) ?? loaded.value.folder,
    copy: copy.body,
    made: localDay(Date.parse(copy.at)),
    titleOf: (field) => fieldTitle(field, framework, state.notes),
  });
  const bytes = await renderDocument(scope, document, format);
  return bytes.ok ? done({ name: `${loaded.value.folder}-redacted.${format}`, bytes: bytes.value }) : bytes;
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
