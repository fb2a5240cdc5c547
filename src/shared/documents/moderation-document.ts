import { commentLines } from './comment-lines.ts';
import type { Field } from '../records/open-value.ts';
import { fieldTitlesOf } from '../judgment/field-title.ts';
import { gradeField, improvementsField, narrativeField, pointsField } from '../draft/judgment-fields.ts';
import { strengthsTitle } from '../judgment/point-lists.ts';
import { contradictionField } from '../evidence/evidence-fields.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { momentWords } from '../words.ts';
import type { DocumentNames } from './document-names.ts';
import { gradeWords } from './grade-table.ts';
import { panelBlocks } from './panel-blocks.ts';
import { plain, plainRows, type Block, type PrintedDocument } from './printed-document.ts';
import type { Standing } from './standing-words.ts';
import { trailSummary, type TrailParts } from './trail-summary.ts';

/** What a moderation record is made of. */
interface ModerationParts extends TrailParts {
  readonly standing: Standing;
}

/** What a revision changed, in the framework's short names: "Text: Summary, Leaders. Grade: Leaders." */
function changedWords(fields: readonly string[], framework: Framework | null): string {
  const titles = new Map([
    ['strengths', strengthsTitle] as const,
    ...(framework?.sections ?? []).map((section) => [section.id, section.title] as const),
    ...(framework?.areas ?? []).map((area) => [area.id, area.brief ?? area.title] as const),
  ]);
  const of = (sectionOf: (field: string) => string | undefined): readonly string[] =>
    fields.flatMap((field) => {
      const id = sectionOf(field);
      return id === undefined ? [] : [titles.get(id) ?? id];
    });
  const said = (title: string, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [`${title}: ${names.join(', ')}.`];
  return [
    ...said(
      'Text',
      of((field) => narrativeField.partsOf(field)?.section),
    ),
    ...said(
      'Grade',
      of((field) => gradeField.partsOf(field)?.area),
    ),
    ...(fields.some(improvementsField.is) ? ['What needs to improve.'] : []),
    ...said(
      'Points',
      of((field) => pointsField.partsOf(field)?.section),
    ),
  ].join('\n');
}

function revisions({ state, names, framework }: ModerationParts): Block {
  return {
    kind: 'table',
    caption: 'Revisions and why they were made',
    columns: ['Revision', 'When', 'By', 'Reason', 'Changed'],
    rows: plainRows(
      state.revisions.map(({ number, at, author, reason, fields }) => [
        String(number),
        momentWords(at),
        names.person(author),
        reason === '' ? 'Erased' : reason,
        changedWords(fields, framework),
      ]),
    ),
    rowHeaders: true,
    widths: [10, 14, 14, 28, 34],
  };
}

function answered(
  heading: string,
  none: string,
  fields: { readonly [key: string]: Field<string> },
  nameOf: (key: string) => string,
  names: DocumentNames,
): readonly Block[] {
  const facts = Object.entries(fields).flatMap(([key, field]) =>
    field.flatMap(({ value, author, at, erased }) =>
      value === null && !erased
        ? []
        : [
            {
              name: nameOf(key),
              value: `${value ?? 'Erased'} (${names.person(author)}, ${momentWords(at)})`,
            },
          ],
    ),
  );
  return [
    { kind: 'heading', level: 2, text: heading },
    facts.length === 0 ? { kind: 'paragraph', words: plain(none) } : { kind: 'facts', facts },
  ];
}

function comments({ state, names }: ModerationParts): readonly Block[] {
  const said = state.comments.flatMap((comment) => commentLines(comment, names.person).map(plain));
  return [
    { kind: 'heading', level: 2, text: 'Comments' },
    said.length === 0
      ? { kind: 'paragraph', words: plain('Nobody commented.') }
      : { kind: 'list', items: said },
  ];
}

/** "grade-changed-without-evidence/leaders/good" in words. */
function questionTitle(question: string): string {
  return question.replaceAll('/', ', ').replaceAll('-', ' ');
}

/**
 * How the grades were reached. A summary first: what changed, from what to what, who had which role, interests, approvals,
 * accuracy, clocks; then an annex with the panel's rounds, every revision with its reason, questions, departures, comments.
 */
export function moderationDocument(parts: ModerationParts): PrintedDocument {
  const { state, framework, names, standing } = parts;
  const titles = fieldTitlesOf(framework, state.notes);
  const grades = (framework?.areas ?? [])
    .filter((area) => area.scale !== null)
    .map((area) => [area.title, framework === null ? '' : gradeWords(state, framework, area.id)]);
  const pair = (key: string): string => {
    const parts = contradictionField.partsOfKey(key);
    if (parts === null) return '';
    return `${titles.criterion(parts.criterion)} (${titles.note(parts.note)}, ${titles.note(parts.other)})`;
  };
  return {
    title: `${names.title}: moderation record`,
    language: 'en-GB',
    watermark: standing.watermark === 'Demonstration' ? standing.watermark : null,
    foot: `${names.title}. Moderation record. ${standing.words}`,
    landscape: false,
    blocks: [
      { kind: 'paragraph', look: 'standing', words: plain(standing.words) },
      ...(grades.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: 'Grades in the draft as it stands',
              columns: ['Area', 'Grade'],
              rows: plainRows(grades),
              rowHeaders: true,
              widths: [65, 35],
            },
          ]),
      ...trailSummary(parts),
      { kind: 'page-break' },
      { kind: 'heading', level: 2, text: 'Annex: rounds, revisions, questions and comments in full' },
      ...panelBlocks(parts),
      { kind: 'heading', level: 2, text: 'Revisions' },
      state.revisions.length === 0
        ? { kind: 'paragraph', words: plain('Nothing has been saved as a revision.') }
        : revisions(parts),
      ...answered(
        'Questions that were raised, and their answers',
        'No question was answered.',
        state.answers,
        questionTitle,
        names,
      ),
      ...answered(
        'Departures from rules, with their reasons',
        'No reason was needed.',
        state.reasons,
        titles.rule,
        names,
      ),
      ...answered(
        'Evidence that points different ways, and how it was settled',
        'Nothing was settled.',
        state.contradictions,
        pair,
        names,
      ),
      ...comments(parts),
    ],
  };
}
