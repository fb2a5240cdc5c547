import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defineField } from '../../../src/shared/records/define-field.ts';
import { areaOfField, fieldTitle, valueWords } from '../../../src/shared/judgment/field-title.ts';
import { fieldCalled, fields } from '../../../src/shared/judgment/fields.ts';
import { textValue } from '../../../src/shared/records/text-value.ts';
import { draftEventTypes } from '../../../src/shared/judgment/event-types.ts';
import { saidSchema } from '../../../src/shared/values/body-parts.ts';
import { termField } from '../../../src/shared/evidence/evidence-fields.ts';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import { History, idOf, writer } from '../history.ts';

const root = join(import.meta.dirname, '../../..');
const ada = writer('ada');
const note = idOf('a note');
const [one = '', other = ''] = [idOf('one'), idOf('other')].sort();
const round = idOf('a round');
const change = idOf('a change');
const over: string[] = [];
const point = { id: 'p-1', text: 'Visit in time', area: null, notes: [] };
const revision = (part: object): object => ({
  reason: 'because',
  narratives: [],
  grades: [],
  improvements: null,
  rest: [],
  ...part,
});
const agreed = {
  outcome: 'agree',
  agreed: { grade: 'good' },
  rule: 'consensus',
  reason: 'All said so',
  points: [],
};

interface Row {
  readonly type: string;
  readonly body: object;
  /** The field that the record writes. */
  readonly name: string;
  /** Fields that it writes before that one. */
  readonly beside?: readonly string[];
  readonly title: string;
  readonly words: string;
  readonly readers: string;
  readonly sealed?: 'words' | 'nothing';
  readonly owner?: string;
  readonly judged?: true;
  readonly area?: string;
}

const rows: readonly Row[] = [
  {
    type: 'revision.saved',
    body: revision({ narratives: [{ section: 'leaders', text: 'Leaders know their service.', over }] }),
    name: 'narrative/leaders',
    title: 'Text of The impact of leaders on social work practice with children and families',
    words: 'Leaders know their service.',
    readers: 'team',
    sealed: 'words',
    judged: true,
    area: 'leaders',
  },
  {
    type: 'revision.saved',
    body: revision({ grades: [{ area: 'leaders', value: { grade: 'requires-improvement' }, over }] }),
    name: 'grade/leaders',
    title: 'Grade of The impact of leaders on social work practice with children and families',
    words: 'Requires improvement to be good',
    readers: 'team',
    sealed: 'words',
    judged: true,
    area: 'leaders',
  },
  {
    type: 'revision.saved',
    body: revision({ improvements: { points: [point], over } }),
    name: 'improvements',
    title: 'What needs to improve',
    words: '• Visit in time',
    readers: 'team',
    sealed: 'words',
    judged: true,
  },
  {
    type: 'revision.saved',
    body: revision({ lists: [{ section: 'strengths', points: [point], over }] }),
    name: 'points/strengths',
    title: 'Strengths',
    words: '• Visit in time',
    readers: 'team',
    sealed: 'words',
    judged: true,
    area: 'strengths',
  },
  {
    type: 'details.set',
    body: { writes: [{ name: 'stage', value: 'factual-accuracy', over }] },
    name: 'detail/stage',
    title: 'Stage',
    words: 'Factual accuracy',
    readers: 'everybody',
    sealed: 'words',
  },
  {
    type: 'draft.shelved',
    body: { shelf: 'withdrawn', reason: 'Begun twice', over },
    name: 'shelf',
    title: 'Where the draft stands',
    words: 'Withdrawn',
    readers: 'everybody',
    sealed: 'nothing',
  },
  {
    type: 'moment.recorded',
    body: { moment: 'published', day: '2026-11-11', over },
    name: 'detail/published',
    title: 'Day of publication',
    words: 'Wed 11 Nov 2026',
    readers: 'everybody',
    sealed: 'words',
  },
  {
    type: 'moment.recorded',
    body: { moment: 'draft-sent', day: '2026-11-11', over },
    name: 'moment/draft-sent',
    title: 'Day of draft sent',
    words: 'Wed 11 Nov 2026',
    readers: 'everybody',
  },
  {
    type: 'moment.recorded',
    body: { moment: 'published', day: '2026-11-11', over, address: { web: 'https://example.org/a', over } },
    name: 'address',
    beside: ['detail/published'],
    title: 'Address of publication',
    words: 'https://example.org/a',
    readers: 'everybody',
  },
  {
    type: 'clock.resumed',
    body: { pause: idOf('pause'), on: '2026-11-12', over },
    name: `resumed/${idOf('pause')}`,
    title: 'Day on which a paused clock goes on',
    words: 'Thu 12 Nov 2026',
    readers: 'everybody',
  },
  {
    type: 'framework.adopted',
    body: { hash: idOf('framework'), framework: { title: 'ILACS 2023' }, over },
    name: 'framework',
    title: 'Framework of the draft',
    words: 'ILACS 2023',
    readers: 'everybody',
  },
  {
    type: 'reason.given',
    body: { rule: 'panel-outcomes', reason: 'It was settled by telephone', over },
    name: 'reason/panel-outcomes',
    title: 'Reason for departing from: The outcomes of the panel',
    words: 'It was settled by telephone',
    readers: 'team',
  },
  {
    type: 'fact.recorded',
    body: { fact: 'widespread-failures', holds: true, reason: 'Three of four files', notes: [], over },
    name: 'fact/widespread-failures',
    title: 'widespread-failures',
    words: 'Yes: Three of four files',
    readers: 'team',
  },
  {
    type: 'evidence.linked',
    body: { note, criterion: 'leaders.audit', direction: 'for', over },
    name: `link/${note}/leaders.audit`,
    title: 'Link of a note to leaders.audit',
    words: 'Strength',
    readers: 'everybody',
  },
  {
    type: 'evidence.linked',
    body: {
      note,
      criterion: 'leaders.audit',
      direction: 'against',
      strength: 'slight',
      passage: 'no audit',
      over,
    },
    name: `link/${note}/leaders.audit`,
    title: 'Link of a note to leaders.audit',
    words: 'Weakness, weighs slight: “no audit”',
    readers: 'everybody',
  },
  {
    type: 'note.corrected',
    body: { note, when: { value: '2026-10-06T10:20', over }, reason: 'The clock was wrong' },
    name: `noted/${note}/when`,
    title: 'When it took place of a note',
    words: '6 October 2026, 10:20',
    readers: 'everybody',
  },
  {
    type: 'note.corrected',
    body: { note, kind: { value: 'interview-staff', over }, reason: 'Heard, not read' },
    name: `noted/${note}/kind`,
    title: 'Kind of source of a note',
    words: 'Interview with staff',
    readers: 'everybody',
  },
  {
    type: 'descriptor.marked',
    body: { criterion: 'leaders.audit', grade: 'good', mark: 'partly', reason: 'Twice a year', over },
    name: `mark/leaders.audit/good/${ada.person}`,
    title: 'Mark of one descriptor (good) of leaders.audit',
    words: 'Partly met: Twice a year',
    readers: 'owner',
    owner: ada.person,
  },
  {
    type: 'best-fit.set',
    body: { criterion: 'leaders.audit', grade: 'good', over },
    name: 'fit/leaders.audit',
    title: 'Best fit of leaders.audit',
    words: 'Good',
    readers: 'team',
  },
  {
    type: 'contradiction.settled',
    body: { criterion: 'leaders.audit', notes: [one, other], reason: 'Different months', over },
    name: `contradiction/leaders.audit/${one}/${other}`,
    title: 'Two notes that point different ways under leaders.audit',
    words: 'Different months',
    readers: 'team',
  },
  {
    type: 'term.allowed',
    body: { term: 'Mind/Body', allowed: true, over },
    name: 'term/Mind/Body',
    title: 'Whether “Mind/Body” is a name',
    words: 'Nobody’s name',
    readers: 'everybody',
    sealed: 'nothing',
  },
  {
    type: 'outcome.decided',
    body: { round, area: 'leaders', outcome: agreed, over },
    name: `outcome/${round}/leaders`,
    title:
      'Outcome of moderation for The impact of leaders on social work practice with children and families',
    words: 'Good: All said so',
    readers: 'panel',
    area: 'leaders',
  },
  {
    type: 'calibration.set',
    body: { set: 'Autumn', over },
    name: 'calibration',
    title: 'Calibration set',
    words: 'Autumn',
    readers: 'everybody',
  },
  {
    type: 'question.answered',
    body: { question: 'grade-changed/leaders/good', answer: 'Weighed again', over },
    name: 'answer/grade-changed/leaders/good',
    title: 'Answer to a question of the comparison',
    words: 'Weighed again',
    readers: 'team',
  },
  {
    type: 'change.reviewed',
    body: { change, revision: idOf('revision'), reviewed: true, over },
    name: `reviewed/${ada.person}/${change}`,
    title: 'A tick beside a change',
    words: 'Reviewed',
    readers: 'owner',
    owner: ada.person,
    sealed: 'nothing',
  },
  {
    type: 'accuracy.answered',
    body: {
      received: idOf('received'),
      point: 2,
      answer: 'not-accepted',
      reasons: 'It was so',
      change: null,
      over,
    },
    name: `accuracy/${idOf('received')}/2`,
    title: 'Answer to point 3 of the provider’s comments',
    words: 'Not accepted',
    readers: 'team',
  },
];

const framework = checkFramework(
  JSON.parse(readFileSync(join(root, 'resources/frameworks/ilacs-2023.json'), 'utf8')),
);
const ilacs = framework.ok ? framework.framework : null;
const history = new History();
history.begin(ada);

describe('every field that a record writes', () => {
  it.each(rows)('$name is said, kept and hidden as its subject declares', (row) => {
    const record = history.add(ada, row.type, row.body);
    const writes = draftEventTypes.get(row.type)?.read(record)?.writes ?? [];
    const value = writes.find(({ field }) => field === row.name)?.value ?? null;
    expect(writes.map(({ field }) => field)).toEqual([...(row.beside ?? []), row.name]);
    expect(fieldCalled(row.name)).toMatchObject({
      readers: row.readers,
      sealed: row.sealed ?? 'value',
      owner: row.owner ?? null,
      isJudged: row.judged ?? false,
    });
    expect(fieldTitle(row.name, ilacs, [])).toBe(row.title);
    expect(valueWords(row.name, { record, value }, ilacs)).toBe(row.words);
    expect(areaOfField(row.name, ilacs)).toBe(row.area ?? '');
  });

  it('stands in this table, with every kind of record that writes one and every kind that is declared', () => {
    const folder = join(root, 'src/shared');
    const definitions = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const writing = definitions.flatMap((file) => {
      const text = file.endsWith('.ts') ? readFileSync(join(folder, file), 'utf8') : '';
      const type = /defineEvent\(\{\s*type: '([^']+)'/u.exec(text)?.[1];
      return /^ {2}writes[:(]/mu.test(text) && type !== undefined ? [type] : [];
    });
    expect(writing.length).toBeGreaterThan(15);
    expect([...new Set(rows.map(({ type }) => type))].sort()).toEqual(writing.sort());
    const kinds = rows.map(({ name }) => fieldCalled(name)?.kind);
    expect([...new Set(kinds)].sort()).toEqual(fields.map(({ kind }) => kind).sort());
    expect(new Set(fields.map(({ kind }) => kind)).size).toBe(fields.length);
  });
});

describe('a declared field', () => {
  it('is hidden from whoever grades, committed to and settled by people where its subject says nothing', () => {
    const plain = defineField({
      kind: 'plain',
      parts: [],
      value: textValue(saidSchema),
      title: () => 'Plain',
    });
    expect(plain).toMatchObject({ readers: 'team', sealed: 'value', isJudged: false, canConflict: true });
  });

  it('is taken apart into the parts that it was named by, strokes within the last one kept', () => {
    expect(termField.partsOf(termField.name({ term: 'and/or' }))).toEqual({ term: 'and/or' });
    expect(termField.partsOfKey(termField.key({ term: 'and/or' }))).toEqual({ term: 'and/or' });
  });

  it.each(['terms/x', 'term', 'improvements/x', 'mark/leaders.audit/good', 'constructor', ''])(
    'is not found by %j',
    (name) => {
      expect(fieldCalled(name)).toBeNull();
    },
  );

  it('says of a value of another kind that it is none of its own', () => {
    expect(termField.read('term/x', { points: [] })).toBeNull();
    expect(termField.read('detail/kind', { text: 'allowed' })).toBeNull();
  });
});
