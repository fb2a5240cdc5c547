import { describe, expect, it } from 'vitest';
import { compareJudgments } from '../../../../src/shared/domain/comparison/compare-judgments.ts';
import type { JudgmentSnapshot } from '../../../../src/shared/domain/comparison/judgment-snapshot.ts';
import { emptySnapshot } from '../../../../src/shared/domain/draft/snapshot-of.ts';

const links: JudgmentSnapshot['links'] = [{ note: 'n1', criterion: 'c1', direction: 'for' }];
const terms = { areaOf: { c1: 'help' }, gradeWords: { good: 'good' } };
const flagged = (before: Partial<JudgmentSnapshot>, after: Partial<JudgmentSnapshot>): readonly string[] =>
  compareJudgments({ ...emptySnapshot, ...before }, { ...emptySnapshot, ...after }, terms).flags.map(
    ({ code, place }) => `${code} ${place}`,
  );

describe('questions about what came late', () => {
  it.each([
    ['fieldwork', []],
    ['moderation', ['evidence-removed-after-moderation help']],
    ['factual-accuracy', ['evidence-removed-after-moderation help']],
  ])('evidence unlinked after %s', (stage, expected) => {
    expect(flagged({ stage, links }, { stage })).toEqual(expected);
  });

  it.each([
    ['moderation', 'Plans are good.', 'Plans are good. A new point.', []],
    [
      'factual-accuracy',
      'Plans are good.',
      'Plans are good. A new point.',
      ['new-after-factual-accuracy summary'],
    ],
    ['factual-accuracy', 'Plans are good. An old point.', 'Plans are good.', []],
  ])('words written after %s', (stage, was, is, expected) => {
    expect(flagged({ stage, narratives: { summary: was } }, { stage, narratives: { summary: is } })).toEqual(
      expected,
    );
  });
});

describe('words of two alphabets', () => {
  it.each([
    ['Plаns are good.', ['look-alike-character summary']],
    ['Plans are good, said the Полина family.', []],
    ['The α team met.', []],
  ])('%s', (text, expected) => {
    expect(flagged({}, { narratives: { summary: text } })).toEqual(expected);
  });
});

describe('a question', () => {
  it('is the same while what it is about is the same, and another where that changes', () => {
    const key = (after: string): string | undefined =>
      compareJudgments(
        { ...emptySnapshot, grades: { help: { grade: 'good' } } },
        { ...emptySnapshot, grades: { help: { grade: after } } },
        terms,
      ).flags[0]?.key;
    expect(key('inadequate')).toBe('grade-changed-without-evidence/help/good-inadequate');
    expect(key('outstanding')).not.toBe(key('inadequate'));
  });
});
