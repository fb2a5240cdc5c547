import { beforeEach, describe, expect, it } from 'vitest';
import { askedFor, paletteEntries, type Findable } from '../../../src/renderer/shell/palette-entries.ts';
import type { DraftRow, PersonView } from '../../../src/shared/ipc/views.ts';
import type { SearchHit } from '../../../src/shared/search/search-query.ts';

const row = (draft: string, provider: string, start: string): DraftRow => ({
  draft,
  provider,
  framework: 'ILACS 2026',
  kind: 'standard inspection',
  stage: 'moderation',
  standing: 'open',
  leadInspector: 'Helen Ashdown',
  inspectorate: '',
  start,
  end: '',
  revisions: 0,
  evidence: 0,
  conflicts: 0,
  changed: '2026-11-16T10:00:00.000Z',
  demonstration: false,
  shelf: 'list',
  imported: [],
  areas: [],
  roles: [],
  clock: null,
  problem: null,
  checked: true,
});
const person: PersonView = {
  id: 'p',
  card: {
    name: 'Priya Nandal',
    post: 'Inspector',
    registration: '',
    years: 4,
    specialisms: ['Care leavers'],
  },
  devices: [],
  self: false,
  verified: false,
  known: { how: 'not-yet', vouchedBy: [], doubtedBy: [] },
  knownSince: null,
  vouching: false,
  phrase: '',
};
const hit: SearchHit = {
  what: 'note',
  place: 'n',
  code: 'CT-014',
  kind: 'case-tracking',
  author: 'p',
  day: '2026-10-08',
  draft: 'a',
  provider: 'Trafford',
  area: '',
  snippet: 'Three \u0001care\u0002 leavers\nhad no plan',
};
const done: string[] = [];
const findable: Findable = {
  commands: [
    { title: 'Care leavers: go there', cap: 'G W', run: () => done.push('command') },
    { title: 'Preferences', cap: 'Ctrl ,', run: () => done.push('preferences') },
  ],
  drafts: [
    row('a', 'Trafford', '2026-10-05'),
    row('b', 'Trafford', '2023-03-06'),
    row('', 'Trafford, gone', '2020-01-01'),
    row('c', 'Westmere', '2026-01-12'),
  ],
  people: [person],
  frameworks: [],
  hits: [hit],
  topics: [
    { id: 'write', group: 'Screens', title: 'Write', text: 'The narrative of one area.' },
    { id: 'words-1', group: 'Words', title: 'Seal', text: 'The signature over a judgment.' },
  ],
};
const open = {
  draft: (id: string, area: string) => done.push(`draft ${id} ${area}`),
  hit: ({ place }: SearchHit, words: string) => done.push(`hit ${place} at ${words}`),
  person: ({ id }: PersonView) => done.push(`person ${id}`),
  framework: (key: string) => done.push(`framework ${key}`),
  topic: ({ id }: { id: string }) => done.push(`topic ${id}`),
};
const finds = (typed: string, more: Partial<Findable> = {}) =>
  paletteEntries(typed, { ...findable, ...more }, open);
const found = (typed: string, more: Partial<Findable> = {}) => finds(typed, more).entries;

describe('what the palette finds', () => {
  beforeEach(() => {
    done.length = 0;
  });

  it('is what can be done, where nothing is typed', () => {
    expect(found('').map(({ title }) => title)).toEqual(['Care leavers: go there', 'Preferences']);
  });

  it('tells two inspections of one provider apart, and offers none that cannot be opened', () => {
    const entries = found('trafford', { hits: [] });
    expect(entries.map(({ title, detail, status }) => [title, detail, status])).toEqual([
      ['Trafford', 'ILACS 2026, standard inspection · Mon 5 Oct 2026', 'In moderation'],
      ['Trafford', 'ILACS 2026, standard inspection · Mon 6 Mar 2023', 'In moderation'],
    ]);
    entries[1]?.run();
    expect(done).toEqual(['draft b ']);
  });

  it.each([
    ['leavers', ['Notes and text', 'Commands', 'People']],
    ['care leav', ['Commands', 'Notes and text', 'People']],
    ['@ care', ['People']],
    ['#care', ['Notes and text']],
    ['>care', ['Commands']],
    ['/', ['Inspections']],
    ['nowhere', ['Notes and text']],
  ])('is grouped, and narrowed by a sign: %s', (typed, groups) => {
    expect([...new Set(found(typed).map(({ group }) => group))]).toEqual(groups);
  });

  it('opens a note by its words or its code, said with both', () => {
    const [entry] = found('CT-014');
    expect([entry?.title, entry?.detail]).toEqual([
      'Three care leavers had no plan',
      'CT-014 · Trafford · Thu 8 Oct 2026',
    ]);
    entry?.run();
    expect(done).toEqual(['hit n at CT-014']);
  });

  it('leaves room for every group, and shows a group whole where it alone is looked in', () => {
    const drafts = Array.from({ length: 20 }, (_, at) => row(`d${String(at)}`, `Trafford ${String(at)}`, ''));
    expect(found('trafford', { drafts, hits: [] })).toHaveLength(6);
    expect(found('/trafford', { drafts })).toHaveLength(20);
    expect(finds('trafford', { drafts, hits: [] }).notes.get('Inspections')).toBe('6 of 20');
    expect(finds('/trafford', { drafts }).notes.get('Inspections')).toBe('20');
  });

  it('counts every group, also those that a sign keeps out of sight', () => {
    expect([...finds('@care').counts]).toEqual([
      ['Inspections', 0],
      ['Notes and text', 1],
      ['Commands', 1],
      ['People', 1],
      ['Frameworks', 0],
      ['Help', 0],
    ]);
  });

  it('does not claim to know how many notes there are where the search answers its most', () => {
    const hits = Array.from({ length: 20 }, () => hit);
    expect(finds('care', { hits }).notes.get('Notes and text')).toBe('6 of 20 or more');
    expect(finds('care', { hits }).isOpenEnded).toBe(true);
    expect(finds('care', { hits: hits.slice(1) }).notes.get('Notes and text')).toBe('6 of 19');
  });

  it('opens an area of an inspection, where its words name one', () => {
    const areas = [{ id: 'cl', title: 'Care leavers', short: 'CL', grade: null, symbol: null }];
    const drafts = [{ ...row('a', 'Trafford', ''), areas }, row('b', 'Westmere', '')];
    const [entry, ...more] = found('/traff care', { drafts });
    expect([entry?.title, more]).toEqual(['Trafford: Care leavers', []]);
    entry?.run();
    expect(done).toEqual(['draft a cl']);
    expect(found('/traff', { drafts }).map(({ title }) => title)).toEqual(['Trafford']);
  });

  it('asks for the words without the sign', () => {
    expect(askedFor(' @priya ')).toEqual({ words: 'priya', only: 'People' });
    expect(askedFor('plan')).toEqual({ words: 'plan', only: null });
  });
});

it.each([
  ['signature', ['Seal']],
  ['?', ['Write', 'Seal']],
  ['? narrative', ['Write']],
  ['', []],
])('finds help by its words for “%s”', (typed, titles) => {
  const help = found(typed).filter(({ group }) => group === 'Help');
  expect(help.map(({ title }) => title)).toEqual(titles);
});

it.each([
  ['withdrawn', 'Withdrawn'],
  ['archived', 'Archived'],
] as const)('says of a draft that is %s where it stands', (shelf, words) => {
  const [row] = findable.drafts;
  if (row === undefined) throw new Error('there is no draft');
  const [entry] = found('/', { drafts: [{ ...row, shelf }] });
  expect(entry?.status).toBe(words);
});
