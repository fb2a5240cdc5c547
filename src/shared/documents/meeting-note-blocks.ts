import { plain, plainRows, type Block } from './printed-document.ts';
import type { MeetingNote } from './meeting-note.ts';

function table(
  caption: string,
  columns: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): readonly Block[] {
  return rows.length === 0
    ? []
    : [{ kind: 'table', caption, columns, rows: plainRows(rows), rowHeaders: true, widths }];
}

function list(heading: string, level: 3 | 4, items: readonly string[]): readonly Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', level, text: heading },
        { kind: 'list', items: items.map(plain) },
      ];
}

/** Challenges with what each is put to, who asked whom, and what came of it; nothing where there is none. */
export function challengeTable({ challenges }: Pick<MeetingNote, 'challenges'>): readonly Block[] {
  return table(
    'Challenges',
    ['Challenge', 'Put to', 'Asked by', 'Asked of', 'State', 'Answer'],
    [25, 20, 14, 13, 10, 18],
    challenges.map(({ text, about, asked, owner, state, answer }) => [
      text,
      about,
      asked,
      owner,
      state,
      answer,
    ]),
  );
}

/** The note of a round's meeting as part of a document: begins with a heading of level 2. */
export function meetingNoteBlocks(note: MeetingNote): readonly Block[] {
  const areas = note.areas.flatMap(
    ({ title, provisional, members, outcomes, dissents }): readonly Block[] => [
      { kind: 'heading', level: 3, text: title },
      { kind: 'paragraph', words: plain(`Provisional grade: ${provisional}`) },
      ...table(
        `Grades of ${title}`,
        [
          'Member',
          'Independent grade',
          'How sure',
          'Rationale',
          'Evidence cited',
          'After discussion',
          'Reason',
        ],
        [14, 13, 9, 25, 11, 13, 15],
        members.map((member) => [
          member.name,
          member.independent,
          member.sure,
          member.rationale,
          member.evidence,
          member.after,
          member.reason,
        ]),
      ),
      ...list('Outcome', 4, outcomes.length === 0 ? ['Not decided.'] : outcomes),
      ...list('Dissent', 4, dissents),
    ],
  );
  const actions = note.actions.map((action) => [
    action.due,
    action.area,
    action.text,
    action.owner,
    action.answer,
  ]);
  return [
    { kind: 'heading', level: 2, text: note.title },
    { kind: 'facts', facts: note.facts },
    ...list('To be known of this round', 3, note.notices),
    ...areas,
    ...table(
      'Points back to the team',
      ['By', 'Area', 'Point', 'Who', 'Answer'],
      [14, 18, 32, 14, 22],
      actions,
    ),
    ...challengeTable(note),
  ];
}
