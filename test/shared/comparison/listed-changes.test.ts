import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compareJudgments } from '../../../src/shared/comparison/compare-judgments.ts';
import { changeKey } from '../../../src/shared/comparison/change-key.ts';
import type { JudgmentSnapshot } from '../../../src/shared/comparison/judgment-snapshot.ts';
import { listedChanges } from '../../../src/shared/comparison/listed-changes.ts';
import { emptySnapshot } from '../../../src/shared/comparison/snapshot-of.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const areaOf = { 'front-door': 'help', plans: 'help', supervision: 'leaders' };
const link = (note: string, criterion: string, direction: 'for' | 'against') => ({
  note,
  criterion,
  direction,
});

function listed(before: Partial<JudgmentSnapshot>, after: Partial<JudgmentSnapshot>) {
  const comparison = compareJudgments(
    { ...emptySnapshot, ...before },
    { ...emptySnapshot, ...after },
    { areaOf, gradeWords: {} },
  );
  return { comparison, changes: listedChanges(comparison, areaOf, sha256) };
}

const named = ({ changes }: ReturnType<typeof listed>) =>
  changes.map(({ place, kind, of }) => `${place} ${kind} ${of}`);

describe('the list of changes', () => {
  it('has one for each grade, criterion, best fit, point and paragraph that changed', () => {
    const was: Partial<JudgmentSnapshot> = {
      grades: { help: { grade: 'good' } },
      links: [link('n1', 'front-door', 'for')],
      narratives: { help: 'Plans are good.\n\nVisits are timely.\n\nRecords are kept.' },
    };
    const is: Partial<JudgmentSnapshot> = {
      grades: { help: { grade: 'poor' } },
      links: [link('n2', 'front-door', 'for'), link('n3', 'supervision', 'against')],
      fits: { plans: 'poor' },
      lists: { strengths: [{ id: 'p1', text: 'Workers know the children.', area: null, notes: [] }] },
      narratives: { help: 'Plans are weak.\n\nVisits are timely.\n\nRecords are rarely kept.' },
    };
    expect(named(listed(was, is))).toEqual([
      'help grade help',
      'help evidence front-door',
      'leaders evidence supervision',
      'help fit plans',
      'strengths point p1',
      'help words 0',
      'help words 2',
    ]);
    expect(named(listed(is, is))).toEqual([]);
  });

  it('knows words by the key that earlier versions gave them', () => {
    const { comparison, changes } = listed(
      { narratives: { help: 'Plans are good.' } },
      { narratives: { help: 'Plans are weak.' } },
    );
    const paragraph = comparison.sections[0]?.paragraphs[0];
    if (paragraph === undefined) throw new Error('nothing was compared');
    expect(changes.map(({ key }) => key)).toEqual([changeKey('help', paragraph, sha256)]);
  });

  it.each<[string, Partial<JudgmentSnapshot>, Partial<JudgmentSnapshot>, Partial<JudgmentSnapshot>]>([
    [
      'grade',
      { grades: { help: { grade: 'good' } } },
      { grades: { help: { grade: 'poor' } } },
      { grades: { help: { grade: 'worst' } } },
    ],
    [
      'link',
      {},
      { links: [link('n1', 'plans', 'for')] },
      { links: [link('n1', 'plans', 'for'), link('n2', 'plans', 'for')] },
    ],
    ['best fit', {}, { fits: { plans: 'good' } }, { fits: { plans: 'poor' } }],
    [
      'point',
      {},
      { improvements: [{ id: 'p', text: 'See children alone.', area: null, notes: [] }] },
      { improvements: [{ id: 'p', text: 'See every child alone.', area: null, notes: [] }] },
    ],
  ])(
    'holds a tick of a %s while the change is the same, and drops it with any other',
    (_kind, was, is, other) => {
      const [first, again, third] = [
        listed(was, is),
        listed(was, { ...is, narratives: { x: 'More.' } }),
        listed(was, other),
      ];
      const key = first.changes[0]?.key ?? '';
      expect(key).toMatch(/^[0-9a-f]{64}$/u);
      expect(again.changes[0]?.key).toBe(key);
      expect(third.changes.map((change) => change.key)).not.toContain(key);
    },
  );
});
