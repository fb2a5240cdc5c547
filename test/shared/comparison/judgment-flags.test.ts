import { describe, expect, it } from 'vitest';
import { compareJudgments } from '../../../src/shared/comparison/compare-judgments.ts';
import type { JudgmentSnapshot } from '../../../src/shared/comparison/judgment-snapshot.ts';
import { emptySnapshot } from '../../../src/shared/comparison/snapshot-of.ts';

const links: JudgmentSnapshot['links'] = [{ note: 'n1', criterion: 'c1', direction: 'for' }];
const terms = { areaOf: { c1: 'help' }, gradeWords: { good: 'good' } };
const flagged = (before: Partial<JudgmentSnapshot>, after: Partial<JudgmentSnapshot>): readonly string[] =>
  compareJudgments({ ...emptySnapshot, ...before }, { ...emptySnapshot, ...after }, terms).flags.map(
    ({ code, place }) => `${code} ${place}`,
  );

describe('questions about what came late', () => {
  it.each([
    ['before moderation began', [], []],
    ['after moderation began', [{ note: 'n1', criterion: 'c1' }], ['evidence-removed-after-moderation help']],
    ['of another criterion after it', [{ note: 'n1', criterion: 'c2' }], []],
  ])('evidence unlinked %s', (_when, unlinkedInModeration, expected) => {
    expect(flagged({ links }, { unlinkedInModeration })).toEqual(expected);
  });

  it('evidence that was unlinked in moderation and linked again raises none', () => {
    expect(flagged({ links }, { links, unlinkedInModeration: [{ note: 'n1', criterion: 'c1' }] })).toEqual(
      [],
    );
  });

  it.each([
    ['before sending', [], 'Plans are good.', 'Plans are good. A new point.', []],
    [
      'after sending',
      ['summary'],
      'Plans are good.',
      'Plans are good. A new point.',
      ['new-after-factual-accuracy summary'],
    ],
    ['in another section after it', ['help'], 'Plans are good.', 'Plans are good. A new point.', []],
    ['and only taken out after it', ['summary'], 'Plans are good. An old point.', 'Plans are good.', []],
  ])('words written %s', (_when, writtenAfterSending, was, is, expected) => {
    expect(
      flagged({ narratives: { summary: was } }, { narratives: { summary: is }, writtenAfterSending }),
    ).toEqual(expected);
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
