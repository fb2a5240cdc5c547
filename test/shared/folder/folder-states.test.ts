import { describe, expect, it } from 'vitest';
import { folderStates, type FolderFacts } from '../../../src/shared/folder/folder-states.ts';
import type { Problem } from '../../../src/shared/records/checked-line.ts';

const well: FolderFacts = {
  away: false,
  readOnly: false,
  lockedBy: null,
  openedFrom: null,
  events: true,
  everySeconds: 30,
  clocks: [],
  drafts: [],
  people: [],
  workspaceLog: [],
  audits: [],
  programme: [],
  files: [],
};
const problem = (code: string, level: Problem['level'] = 'broken', file = 'a.jsonl'): Problem => ({
  level,
  file,
  line: 3,
  record: null,
  code,
  message: '',
});
const draft = (...problems: readonly Problem[]): FolderFacts['drafts'] => [
  { name: 'Northbrook', problems, waits: [] },
];
const waiting = [
  {
    name: 'Northbrook',
    problems: [],
    waits: [
      { by: 'Priya Nair', from: 'Ada Moss' },
      { by: 'Priya Nair', from: 'Ada Moss' },
    ],
  },
];

const cases: readonly (readonly [what: string, facts: Partial<FolderFacts>, codes: readonly string[]])[] = [
  ['nothing where all is well', {}, []],
  ['a folder out of reach, and not that it sends no events', { away: true, events: false }, ['away']],
  [
    'another process of the profile, and not also a read-only folder',
    { lockedBy: 'x', readOnly: true },
    ['locked'],
  ],
  ['a folder that cannot be written', { readOnly: true }, ['read-only']],
  ['records that were here', { drafts: draft(problem('witness')) }, ['shrunk']],
  [
    'a log that is here in part only, and not also as missing',
    { drafts: draft(problem('torn'), problem('witness')) },
    ['half-synced'],
  ],
  ['a changed line', { drafts: draft(problem('signature')) }, ['damaged']],
  ['a key that no card vouches for', { drafts: draft(problem('certification')) }, ['not-vouched']],
  ['a forked key', { drafts: draft(problem('one-key-two-places', 'notice')) }, ['one-key-two-places']],
  ['a missing founding record', { workspaceLog: [problem('founding-missing')] }, ['unfounded']],
  ['another founding record', { workspaceLog: [problem('founding-differs')] }, ['unfounded']],
  ['a changed line of the workspace’s log', { workspaceLog: [problem('signature')] }, ['damaged']],
  ['a placeholder', { drafts: draft(problem('unread')) }, ['not-downloaded']],
  ['a link in the place of a log', { drafts: draft(problem('not-a-file')) }, ['not-files']],
  ['a link in the place of a draft', { files: [problem('not-a-file')] }, ['not-files']],
  ['a torn tail', { drafts: draft(problem('torn')) }, ['half-synced']],
  ['zero bytes', { people: [problem('zero-filled')] }, ['half-synced']],
  ['records that wait', { drafts: waiting }, ['waiting']],
  ['a copy of plumbline.json', { openedFrom: 'plumbline (1).json' }, ['heading']],
  ['copies', { drafts: draft(problem('copy', 'notice'), problem('scattered', 'notice')) }, ['copies']],
  ['a clock that is ahead', { clocks: [{ name: 'Priya Nair', minutes: 190 }] }, ['clocks']],
  ['a file system that tells of nothing', { events: false }, ['looking']],
  [
    'several, the most serious first',
    {
      events: false,
      drafts: draft(problem('copy', 'notice'), problem('torn'), problem('witness', 'broken', 'b.jsonl')),
    },
    ['shrunk', 'half-synced', 'copies', 'looking'],
  ],
];

describe('the states of a shared folder', () => {
  it.each(cases)('tell of %s', (_what, facts, codes) => {
    const states = folderStates({ ...well, ...facts });
    expect(states.map((state) => state.code)).toEqual(codes);
    for (const state of states) {
      // Each says what goes on, what is safe and what to do, in sentences, without blame or code.
      for (const words of [state.happening, state.safe, state.todo]) expect(words).toMatch(/^[A-Z].*\.$/s);
      expect(`${state.happening}${state.safe}${state.todo}`).not.toMatch(/!|error|invalid|oops/i);
      expect(state.short.length).toBeLessThan(24);
    }
  });

  it('name the draft and the person, each once', () => {
    expect(folderStates({ ...well, drafts: waiting })[0]?.where).toEqual([
      'Northbrook: records by Priya Nair build on some by Ada Moss',
    ]);
    const clocks = folderStates({ ...well, clocks: [{ name: 'Priya Nair', minutes: 190 }] });
    expect(clocks[0]?.where).toEqual(['Priya Nair: 3 hours ahead']);
  });
});
