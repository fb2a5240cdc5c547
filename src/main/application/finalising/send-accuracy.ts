import { adoptedFramework } from '../session/adopted-framework.ts';
import { renderDocument } from '../documents/render-document.ts';
import { localDay } from '../clocks/local-day.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { handOut } from '../session/hand-out.ts';
import { accuracySent } from '../../../shared/accuracy/accuracy-sent.ts';
import { longDayWords } from '../../../shared/words.ts';
import { gradeTable, gradeWords } from '../../../shared/documents/grade-table.ts';
import { labelWords } from '../../../shared/documents/label-words.ts';
import type { AccuracyState } from '../../../shared/accuracy/accuracy-state.ts';
import { shown } from '../../../shared/records/settled.ts';
import {
  accuracyDraft,
  accuracyForm,
  returnedComments,
} from '../../../shared/documents/accuracy-documents.ts';
import { formColumns } from '../../../shared/accuracy/comments-form.ts';
import { textOf } from '../../../shared/documents/printed-document.ts';
import { withoutFootnotes } from '../../../shared/text/footnotes.ts';
import { reportReference } from '../../../shared/documents/front-matter.ts';
import { reportDocument } from '../../../shared/documents/report-document.ts';
import { numberedParagraphs } from '../../../shared/documents/numbered-paragraphs.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** Records what is sent to the provider: every paragraph as it stands now, with the number they answer by. */
export function sendAccuracy(
  scope: Scope,
  { draft, due }: CallInput<'sendAccuracy'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, (folded) => {
    const paragraphs = numberedParagraphs(folded.state, adoptedFramework(folded, scope.ports.crypto.sha256));
    return paragraphs.length === 0
      ? refused({ code: 'not-found', message: 'The draft has no text yet, so there is nothing to send.' })
      : done(accuracySent.write({ paragraphs, due }));
  });
}

/** Makes the numbered draft that was sent last, or the form to answer it on. */
export async function renderAccuracy(
  scope: Scope,
  { draft, what, format, letter }: CallInput<'exportAccuracy'>,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { folder, seen } = loaded.value;
  const { state } = seen;
  const { sendings, returns, sent: latest } = state.finalising.accuracy;
  const at = sendings.findIndex((one) => one.record === (letter ?? latest?.record));
  const sent = sendings[at];
  const provider = shown(state.details.provider) ?? folder;
  if (what === 'comments')
    return renderReturned(
      scope,
      { provider, folder, sendings, format },
      returns.find((one) => one.record === letter),
    );
  if (sent === undefined) {
    return refused({
      code: 'not-found',
      message:
        'Nothing was recorded as sent to the provider yet. Record it first: the numbers are fixed by that.',
    });
  }
  const isLatest = sent.record === latest?.record;
  const which = what === 'form' ? '-form' : isLatest ? '' : `-${at + 1}`;
  const name = `${folder}-factual-accuracy${which}.${format}`;
  if (format === 'csv') {
    const header = Object.values(formColumns).map((title) => `"${title}"`);
    return done({ name, bytes: new TextEncoder().encode(`\uFEFF${header.join(',')}\r\n`) });
  }
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  const due = sent.due === null ? '' : longDayWords(sent.due);
  const before = sendings[at - 1];
  const earlier = before === undefined ? null : { day: dayOf(before.at), paragraphs: before.paragraphs };
  const headingOf = (section: string): string => {
    const area = framework?.areas.find((area) => area.id === section);
    if (framework === null || area === undefined)
      return (
        framework?.sections.find(({ id, points }) => id === section || (points && section === 'improvements'))
          ?.title ?? section
      );
    // Grades are those that stand: an earlier draft may have had others.
    return area.scale === null || !isLatest
      ? area.title
      : `${area.title}: ${gradeWords(state, framework, section)}`;
  };
  const template = await scope.ports.resources.template();
  const grades =
    framework === null || !isLatest
      ? null
      : gradeTable(state, framework, template, labelWords(state, framework, provider));
  const report = reportDocument({ state, framework, template, title: provider, citations: false });
  const numbers = new Map(
    report.blocks.flatMap((block) =>
      block.kind === 'numbered' ? [[textOf(block.words), block.number]] : [],
    ),
  );
  const facts = [
    { name: 'Reference', value: reportReference(draft) },
    { name: 'Draft', value: `${at + 1}, sent ${dayOf(sent.at)}` },
    { name: 'Type of inspection', value: shown(state.details.kind) ?? '' },
    { name: 'Inspection from', value: longDayWords(shown(state.details.start) ?? '') },
    { name: 'Inspection to', value: longDayWords(shown(state.details.end) ?? '') },
    { name: 'Answer by', value: due },
  ].filter(({ value }) => value !== '');
  const reportNumberOf = (text: string): number | null =>
    isLatest ? (numbers.get(withoutFootnotes(text)) ?? null) : null;
  const document =
    what === 'form'
      ? accuracyForm({ provider, due })
      : accuracyDraft({
          ...{ provider, due, paragraphs: sent.paragraphs, earlier, headingOf, grades },
          ...{ facts, reportNumberOf },
        });
  const rendered = await renderDocument(scope, document, format);
  return rendered.ok ? done({ name, bytes: rendered.value }) : rendered;
}

const dayOf = (at: string): string => longDayWords(localDay(Date.parse(at)));

/** What came back in a record, as a document. */
async function renderReturned(
  scope: Scope,
  {
    provider,
    folder,
    sendings,
    format,
  }: {
    provider: string;
    folder: string;
    sendings: AccuracyState['sendings'];
    format: 'docx' | 'pdf' | 'csv';
  },
  returned: AccuracyState['returns'][number] | undefined,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, CallError>> {
  if (returned === undefined || format === 'csv')
    return refused({ code: 'not-found', message: 'Nothing of the provider came back by that record.' });
  const answered = sendings.findIndex(({ record }) => record === returned.sent) + 1;
  const facts = [
    { name: 'File', value: returned.file ?? 'None' },
    { name: 'Recorded', value: dayOf(returned.at) },
    { name: 'Answers', value: `Draft ${answered}` },
  ];
  const rendered = await renderDocument(scope, returnedComments(provider, facts, returned), format);
  const name = `${folder}-comments-${dayOf(returned.at).replaceAll(' ', '-')}.${format}`;
  return rendered.ok ? done({ name, bytes: rendered.value }) : rendered;
}

/** Makes one of the documents for the provider and hands it to the person. */
export async function exportAccuracy(
  scope: Scope,
  input: CallInput<'exportAccuracy'>,
): Promise<Result<{ name: string } | null, CallError>> {
  const made = await renderAccuracy(scope, input);
  if (!made.ok) return made;
  return handOut(scope, made.value.name, made.value.bytes);
}
