import { importQuestionKey } from '../../shared/draft/import-questions.ts';
import { shown } from '../../shared/records/settled.ts';
import { editStanding } from '../../shared/report/edit-standing.ts';
import type { TextEdit } from '../../shared/report/report-edit.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';

/** Makes edits of the draft that a report became, as a revision. Answers whether it was made; why not, the banner says. */
export async function saveEdits(draft: string, edits: readonly TextEdit[], reason: string): Promise<boolean> {
  const saved = await app.attempt(async () => {
    const { state } = await call('openDraft', { draft });
    const narratives = new Map(
      Object.entries(state.narratives).map(([section, field]) => [section, shown(field) ?? '']),
    );
    const change = editStanding({ narratives, points: shown(state.improvements) ?? [] }, edits);
    if (change === null) return false;
    const records = (field: readonly { readonly record: string }[] | undefined): string[] =>
      (field ?? []).map(({ record }) => record);
    const points = change.points?.map((point) => ({ ...point, notes: [...point.notes] }));
    await call('saveRevision', {
      draft,
      reason,
      narratives: change.narratives.map(({ section, text }) => ({
        section,
        text,
        over: records(state.narratives[section]),
      })),
      grades: [],
      improvements: points === undefined ? null : { points, over: records(state.improvements) },
    });
    return true;
  });
  if (saved === false)
    app.refuse(
      'info',
      'That text was changed since, so nothing was done. Open the inspection and move it there.',
    );
  return saved === true;
}

/** What was said of a question about a line of a report that came in. */
interface SaidOfLine {
  readonly code: string;
  readonly line: number;
  readonly answer: string;
}

/** Puts answers on the record of the draft that a report became. Answers whether they stand there. */
export async function saveAnswers(
  draft: string,
  file: string,
  said: readonly SaidOfLine[],
): Promise<boolean> {
  const saved = await app.attempt(async () => {
    const { state } = await call('openDraft', { draft });
    const imported = state.imports.findLast(({ report }) => report.file === file);
    for (const { code, line, answer } of said) {
      const question = importQuestionKey(imported?.record ?? '', code, line);
      const over = (state.answers[question] ?? []).map(({ record }) => record);
      await call('answerFlag', { draft, question, answer, over });
    }
    return true;
  });
  return saved === true;
}
