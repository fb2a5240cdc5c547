import { describe, expect, it } from 'vitest';
import {
  askedParts,
  choicesIn,
  inOrder,
  isAskedFor,
  mayShelve,
  noFilter,
} from '../../../src/renderer/workspace/filtered-rows.ts';
import type { ClockState } from '../../../src/shared/clocks/clock-states.ts';
import type { DraftRow } from '../../../src/shared/ipc/views.ts';

const clock = (due: string, standing: ClockState['standing']): ClockState => ({
  ...{ deadline: 'report', title: 'Report', started: null, stopped: null, left: 1, waitsFor: null },
  ...{ isDefault: false, short: '', sentence: '', due, standing },
});
const row = (about: Partial<DraftRow>): DraftRow => ({
  ...{ draft: 'a', provider: 'Northbrook', framework: 'ILACS 2026', kind: 'Standard', stage: 'drafting' },
  ...{
    standing: 'open',
    shelf: 'list',
    leadInspector: 'Mara Quill',
    inspectorate: '',
    start: '2026-10-05',
    end: '',
  },
  ...{ revisions: 0, evidence: 0, conflicts: 0, changed: '2026-11-01', demonstration: false, areas: [] },
  ...{ roles: ['lead'], clock: null, problem: null, imported: [], checked: true },
  ...about,
});
const good = [
  { id: 'leaders', title: 'Leaders', short: 'L', grade: { grade: 'good' }, symbol: 'G' },
] as const;

describe('what is asked of the list', () => {
  it.each([
    ['nothing', {}, row({}), true],
    ['nothing, of what was withdrawn', {}, row({ shelf: 'withdrawn' }), false],
    ['what was withdrawn', { shelf: 'withdrawn' }, row({ shelf: 'withdrawn' }), true],
    ['what was withdrawn, of what was archived', { shelf: 'withdrawn' }, row({ shelf: 'archived' }), false],
    ['a stage', { stage: 'drafting' }, row({}), true],
    ['a stage, of what is final', { stage: 'drafting' }, row({ standing: 'sealed' }), false],
    ['what is final', { stage: 'sealed' }, row({ standing: 'sealed' }), true],
    ['a framework', { framework: 'ILACS 2023' }, row({}), false],
    ['a lead', { lead: 'Mara Quill' }, row({}), true],
    ['another lead', { lead: 'Teo Lind' }, row({}), false],
    ['a grade', { grade: 'good' }, row({ areas: good }), true],
    ['a grade that no area has', { grade: 'good' }, row({}), false],
    ['what is late', { late: true }, row({ clock: clock('2026-10-01', 'late') }), true],
    ['what is late, of what is not', { late: true }, row({ clock: clock('2026-12-01', 'running') }), false],
    ['from a day on', { from: '2026-10-05' }, row({}), true],
    ['from the day after', { from: '2026-10-06' }, row({}), false],
    ['up to a day', { to: '2026-10-05' }, row({}), true],
    ['up to a day, of what has none', { to: '2026-10-05' }, row({ start: '' }), false],
    ['a lead, of what cannot be read', { lead: 'Teo Lind' }, row({ draft: '', problem: 'Damaged.' }), true],
  ] as const)('%s', (_what, change, found, isShown) => {
    expect(isAskedFor(found, { ...noFilter, ...change })).toBe(isShown);
  });

  it('is counted part by part, and its order is no part', () => {
    expect(askedParts(noFilter)).toBe(0);
    expect(askedParts({ ...noFilter, order: 'name' })).toBe(0);
    expect(askedParts({ ...noFilter, late: true, lead: 'Mara Quill' })).toBe(2);
  });
});

describe('the order of the list', () => {
  const rows = [
    row({ draft: '1', provider: 'b', start: '2026-01-02', clock: clock('2026-12-02', 'running') }),
    row({ draft: '2', provider: 'A', start: '2026-01-03', leadInspector: '' }),
    row({ draft: '3', provider: 'c', start: '2026-01-01', clock: clock('2026-12-01', 'running') }),
  ];
  it.each([
    ['deadline', ['3', '1', '2']],
    ['name', ['2', '1', '3']],
    ['first-day', ['2', '1', '3']],
    ['lead', ['1', '3', '2']],
    ['stage', ['1', '2', '3']],
  ] as const)('by %s', (order, drafts) => {
    expect(inOrder(rows, order).map(({ draft }) => draft)).toEqual(drafts);
  });
});

it('offers what stands in the rows, once each', () => {
  expect(choicesIn([row({ areas: good }), row({ areas: good, leadInspector: '' })])).toEqual({
    frameworks: ['ILACS 2026'],
    leads: ['Mara Quill'],
    grades: ['good'],
  });
});

it.each([
  [['owner'], true],
  [['lead', 'panel'], true],
  [['inspector'], false],
  [[], false],
] as const)('lets %j put a draft away: %s', (roles, may) => {
  expect(mayShelve(row({ roles }))).toBe(may);
  expect(mayShelve(row({ roles, draft: '' }))).toBe(false);
});
