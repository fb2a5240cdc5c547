import type { Field } from '../records/open-value.ts';
import type { SeenState } from '../seen/seen-draft.ts';
import type { Improvement } from '../values/improvement.ts';
import { count, longDayWords } from '../words.ts';
import { plain, plainRows, type Block, type PrintedDocument } from './printed-document.ts';
import { reportDocument, type ReportParts } from './report-document.ts';
import { canonical } from '../records/canonical.ts';
import type { z } from 'zod';
import type { copyRedactedBody } from '../finalising/copy-redacted.ts';
import { spokenFingerprint } from '../finalising/spoken-fingerprint.ts';
import { takenMark, withMarks, withMarksInTexts, type NumberedRedaction } from '../finalising/with-marks.ts';
import { detailField } from '../draft/detail-fields.ts';
import { gradeField, improvementsField, narrativeField, pointsField } from '../draft/judgment-fields.ts';

/** What a document of a redacted copy is made of: the sealed judgment, and the record of the copy. */
interface RedactedParts extends ReportParts {
  readonly copy: z.infer<typeof copyRedactedBody>;
  /** YYYY-MM-DD, when the copy was made. */
  readonly made: string;
  readonly titleOf: (field: string) => string;
}

function marked(state: SeenState, taken: readonly NumberedRedaction[]): SeenState {
  const of = (field: string): readonly NumberedRedaction[] =>
    taken.filter((redaction) => redaction.field === field);
  const texts = (fields: SeenState['narratives'], nameOf: (key: string) => string): SeenState['narratives'] =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        field.map((open) => ({
          ...open,
          value: open.value === null ? null : withMarks(open.value, of(nameOf(name))),
        })),
      ]),
    );
  const points = (field: Field<readonly Improvement[]>, name: string): Field<readonly Improvement[]> =>
    field.map((open) => {
      if (open.value === null || of(name).length === 0) return open;
      const value = JSON.parse(withMarksInTexts(canonical({ points: open.value }), of(name))) as {
        points: readonly Improvement[];
      };
      return { ...open, value: value.points };
    });
  const { details } = state;
  return {
    ...state,
    // An address often says what was taken out of the page that it leads to.
    address: [],
    narratives: texts(state.narratives, (section) => narrativeField.name({ section })),
    details: { ...details, ...texts(details, (name) => detailField.name({ name })) },
    improvements: points(state.improvements, improvementsField.name({})),
    points: Object.fromEntries(
      Object.entries(state.points).map(([section, field]) => [
        section,
        points(field, pointsField.name({ section })),
      ]),
    ),
    grades: Object.fromEntries(
      Object.entries(state.grades).map(([area, field]) => {
        const [gone] = of(gradeField.name({ area }));
        const value = gone === undefined ? null : { notGraded: 'taken-out', reason: takenMark(gone.number) };
        return [area, value === null ? field : field.map((open) => ({ ...open, value }))];
      }),
    ),
  };
}

/** A redacted copy as a report, by the same template: marks where words were taken out, and the log of them at the end. */
export function redactedDocument(parts: RedactedParts): PrintedDocument {
  const { state, copy, made, titleOf } = parts;
  const taken = copy.taken.map((redaction, at) => ({ ...redaction, number: at + 1 }));
  const document = reportDocument({ ...parts, state: marked(state, taken), citations: false });
  const words = copy.taken.reduce((sum, one) => sum + one.words, 0);
  const seal = spokenFingerprint(copy.seal).join(' ');
  const sentence = `A copy for ${copy.purpose} (${copy.recipient}), made on ${longDayWords(made)} from the judgment sealed as ${seal}. ${count(words, 'word was', 'words were')} taken out; each place is marked, and the list at the end says why.`;
  const log: readonly Block[] =
    taken.length === 0
      ? [{ kind: 'paragraph', words: plain('Nothing was taken out.') }]
      : [
          {
            kind: 'table',
            caption: 'What was taken out of this copy',
            columns: ['Mark', 'Where', 'Words', 'Why'],
            rows: plainRows(
              taken.map((redaction) => [
                String(redaction.number),
                titleOf(redaction.field),
                String(redaction.words),
                redaction.reason,
              ]),
            ),
            rowHeaders: true,
            widths: [10, 40, 10, 40],
          },
        ];
  return {
    ...document,
    foot: `${document.foot} Redacted copy`,
    blocks: [
      { kind: 'paragraph', look: 'standing', words: plain(sentence) },
      ...document.blocks,
      { kind: 'heading', level: 2, text: 'What was taken out' },
      ...log,
    ],
  };
}
