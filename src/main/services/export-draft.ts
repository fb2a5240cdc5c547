import { adoptedFramework } from './adopted-framework.ts';
import { fromFault, noDraft } from './call-errors.ts';
import { loadDraft, openedIn } from './load-draft.ts';
import type { Scope } from './session.ts';
import { draftAsMarkdown } from '../../shared/domain/draft/draft-as-markdown.ts';
import { draftAsHtml } from '../../shared/domain/draft/draft-as-html.ts';
import { shown } from '../../shared/domain/draft/settled.ts';
import { recordLine } from '../../shared/domain/events/record-line.ts';
import { done, refused, type Result } from '../../shared/domain/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';

/** A document made from a draft. */
export interface Exported {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Makes a document of a draft: its records whole, or the report as it stands, marked as what it is. */
export async function renderExport(
  scope: Scope,
  { draft, format }: CallInput<'exportDraft'>,
): Promise<Result<Exported, CallError>> {
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const { folded } = loaded.value.verified;
  if (folded === null) return refused(noDraft);
  const slug = loaded.value.folder;
  if (format === 'judgment') {
    const people = await peopleLines(scope, new Set(folded.graph.entries.map(({ record }) => record.author)));
    if (!people.ok) return people;
    const lines = [...people.value, ...folded.graph.entries.map(({ record }) => recordLine(record))];
    return done({
      name: `${slug}.judgment`,
      bytes: new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')),
    });
  }
  const framework = adoptedFramework(folded, scope.ports.crypto.sha256);
  const title = shown(folded.state.details.provider) ?? slug;
  const text =
    format === 'md'
      ? draftAsMarkdown(folded.state, framework, title)
      : draftAsHtml(folded.state, framework, title);
  return done({ name: `${slug}.${format}`, bytes: new TextEncoder().encode(text) });
}

/** Makes a document and hands it to the person. */
export async function exportDraft(
  scope: Scope,
  input: CallInput<'exportDraft'>,
): Promise<Result<{ name: string } | null, CallError>> {
  const made = await renderExport(scope, input);
  if (!made.ok) return made;
  const saved = await scope.ports.dialogs.saveFile(scope.session.window, made.value.name, made.value.bytes);
  return saved.ok ? saved : refused(fromFault(saved.error));
}

async function peopleLines(
  scope: Scope,
  authors: ReadonlySet<string>,
): Promise<Result<readonly string[], CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const lines = await opened.value.workspace.readPeople();
  if (!lines.ok) return refused(fromFault(lines.error));
  const decoder = new TextDecoder();
  const texts = lines.value.filter((line) => line.whole).map((line) => decoder.decode(line.bytes));
  const named = [...authors].map((author) => `"author":"${author}"`);
  return done([...new Set(texts.filter((text) => named.some((name) => text.includes(name))))]);
}
