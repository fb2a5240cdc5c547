import { describe, expect, test } from 'vitest';
import { compareJudgments } from '../../../src/shared/comparison/compare-judgments.ts';
import type { FlagTerms, JudgmentFlag } from '../../../src/shared/comparison/judgment-flag.ts';
import type { JudgmentSnapshot } from '../../../src/shared/comparison/judgment-snapshot.ts';
import { emptySnapshot } from '../../../src/shared/comparison/snapshot-of.ts';
import type { ComparedWords } from '../../../src/shared/text/compared-text.ts';

const terms: FlagTerms = {
  areaOf: { 'front-door': 'help', 'strategy-discussions': 'help', supervision: 'leaders' },
  gradeWords: {
    outstanding: 'outstanding',
    good: 'good',
    'requires-improvement': 'requires improvement to be good',
    inadequate: 'inadequate',
  },
};

/** Questions without what they are known by. */
const asked = (flags: readonly JudgmentFlag[]) =>
  flags.map(({ code, place, message }) => ({ code, place, message }));

/** Words as they are read. */
const read = (words: readonly ComparedWords[]) => words.map(({ kind, text }) => [kind, text]);

const good = { grade: 'good' };
const poor = { grade: 'requires-improvement' };
const notSeen = { notGraded: 'not-seen', reason: 'Nobody could be met.' };

function compare(before: Partial<JudgmentSnapshot>, after: Partial<JudgmentSnapshot>) {
  return compareJudgments({ ...emptySnapshot, ...before }, { ...emptySnapshot, ...after }, terms);
}

describe('compareJudgments', () => {
  test('finds nothing between a state and itself', () => {
    const state: JudgmentSnapshot = {
      ...emptySnapshot,
      narratives: { help: 'Help comes early.' },
      grades: { help: good, leaders: notSeen },
      improvements: [{ id: 'one', text: 'See children alone.', area: 'help', notes: [] }],
      lists: {},
      links: [{ note: 'n1', criterion: 'front-door', direction: 'for' }],
      fits: { 'front-door': 'good' },
    };
    expect(compare(state, structuredClone(state))).toEqual({
      grades: [],
      links: [],
      fits: [],
      points: [],
      sections: [],
      flags: [],
    });
  });

  test('names each area whose grade was given, changed or taken back, in order of area', () => {
    const { grades } = compare(
      { grades: { leaders: good, help: good, care: good, same: poor } },
      { grades: { leaders: notSeen, help: poor, added: good, same: poor } },
    );
    expect(grades).toEqual([
      { area: 'added', before: null, after: good },
      { area: 'care', before: good, after: null },
      { area: 'help', before: good, after: poor },
      { area: 'leaders', before: good, after: notSeen },
    ]);
  });

  test('holds a new reason for no grade to be a change', () => {
    const other = { ...notSeen, reason: 'The area was outside the visit.' };
    expect(compare({ grades: { help: notSeen } }, { grades: { help: other } }).grades).toHaveLength(1);
  });

  test('names notes linked, unlinked and turned, by criterion', () => {
    const { links } = compare(
      {
        links: [
          { note: 'n2', criterion: 'supervision', direction: 'for' },
          { note: 'n1', criterion: 'front-door', direction: 'for' },
          { note: 'n9', criterion: 'front-door', direction: 'for' },
        ],
      },
      {
        links: [
          { note: 'n9', criterion: 'front-door', direction: 'for' },
          { note: 'n1', criterion: 'front-door', direction: 'against' },
          { note: 'n3', criterion: 'supervision', direction: 'against' },
        ],
      },
    );
    expect(links).toEqual([
      { note: 'n1', criterion: 'front-door', before: 'for', after: 'against' },
      { note: 'n2', criterion: 'supervision', before: 'for', after: null },
      { note: 'n3', criterion: 'supervision', before: null, after: 'against' },
    ]);
  });

  test('names best fits given, changed and taken back', () => {
    const { fits } = compare(
      { fits: { 'front-door': 'good', supervision: 'good' } },
      { fits: { 'front-door': 'outstanding', 'strategy-discussions': 'good' } },
    );
    expect(fits).toEqual([
      { criterion: 'front-door', before: 'good', after: 'outstanding' },
      { criterion: 'strategy-discussions', before: null, after: 'good' },
      { criterion: 'supervision', before: 'good', after: null },
    ]);
  });

  test('shows points of every list as added, removed or changed by word', () => {
    const point = (id: string, text: string) => ({ id, text, area: null, notes: [] });
    const section = 'improvements';
    const { points } = compare(
      {
        lists: { strengths: [point('kept', 'Help comes early.')] },
        improvements: [
          point('kept', 'Keep plans current.'),
          point('gone', 'Answer letters.'),
          point('edited', 'The timeliness of visits to children in need.'),
        ],
      },
      {
        improvements: [
          point('edited', 'The timeliness of visits to children in care.'),
          point('new', 'See children alone.'),
          point('kept', 'Keep plans current.'),
        ],
        lists: { strengths: [point('kept', 'Help comes early.'), point('new', 'Staff stay.')] },
      },
    );
    expect(points.map(({ words, ...point }) => ({ ...point, words: read(words) }))).toEqual([
      { section, id: 'gone', kind: 'removed', words: [['removed', 'Answer letters.']] },
      {
        section,
        id: 'edited',
        kind: 'changed',
        words: [
          ['same', 'The timeliness of visits to children in '],
          ['removed', 'need'],
          ['added', 'care'],
          ['same', '.'],
        ],
      },
      { section, id: 'new', kind: 'added', words: [['added', 'See children alone.']] },
      { section: 'strengths', id: 'new', kind: 'added', words: [['added', 'Staff stay.']] },
    ]);
  });

  test('shows the prose of each section that differs, a section begun or emptied too', () => {
    const { sections } = compare(
      { narratives: { help: 'Help comes early to those in need.', gone: 'Old words.', same: 'Same.' } },
      { narratives: { help: 'Help comes late to those in need.', begun: 'New words.', same: 'Same.' } },
    );
    expect(sections.map(({ section, stats }) => [section, stats.wordsChanged])).toEqual([
      ['begun', 2],
      ['gone', 2],
      ['help', 2],
    ]);
    expect(read(sections[2]?.paragraphs[0]?.words ?? [])).toEqual([
      ['same', 'Help comes '],
      ['removed', 'early'],
      ['added', 'late'],
      ['same', ' to those in need.'],
    ]);
  });
});

describe('a grade that changed', () => {
  const links = [{ note: 'n1', criterion: 'front-door', direction: 'for' }] as const;
  const codes = (before: Partial<JudgmentSnapshot>, after: Partial<JudgmentSnapshot>) =>
    compare(before, after).flags.map((flag) => `${flag.code} ${flag.place}`);

  test('with no evidence linked since raises a question', () => {
    const { flags } = compare({ grades: { help: good }, links }, { grades: { help: poor }, links });
    expect(asked(flags)).toEqual([
      {
        code: 'grade-changed-without-evidence',
        place: 'help',
        message:
          'The grade changed and no evidence was linked since. Was it weighed again, corrected or moderated?',
      },
    ]);
  });

  test('with evidence linked in its area raises none', () => {
    const more = [...links, { note: 'n2', criterion: 'strategy-discussions', direction: 'against' }] as const;
    expect(codes({ grades: { help: good }, links }, { grades: { help: poor }, links: more })).toEqual([]);
  });

  test('with evidence turned from for to against raises none', () => {
    const turned = [{ note: 'n1', criterion: 'front-door', direction: 'against' }] as const;
    expect(codes({ grades: { help: good }, links }, { grades: { help: poor }, links: turned })).toEqual([]);
  });

  test('with evidence linked only in another area raises one', () => {
    const other = [...links, { note: 'n2', criterion: 'supervision', direction: 'against' }] as const;
    expect(codes({ grades: { help: good }, links }, { grades: { help: poor }, links: other })).toEqual([
      'grade-changed-without-evidence help',
    ]);
  });

  test('with evidence only taken away raises one', () => {
    expect(codes({ grades: { help: good }, links }, { grades: { help: poor }, links: [] })).toEqual([
      'grade-changed-without-evidence help',
    ]);
  });

  test('for the first time raises none', () => {
    expect(codes({}, { grades: { help: good } })).toEqual([]);
  });
});

describe('a narrative', () => {
  const naming = (text: string, grade = 'good') =>
    compare({}, { narratives: { help: text }, grades: { help: { grade } } }).flags.filter(
      (flag) => flag.code === 'narrative-names-another-grade',
    );

  test('that names another grade than the one given raises a question', () => {
    expect(asked(naming('Help for families was Judged to\nbe inadequate.'))).toEqual([
      {
        code: 'narrative-names-another-grade',
        place: 'help',
        message: 'The text says “inadequate” and the grade given is good. Which is meant?',
      },
    ]);
    expect(naming('The area is graded requires improvement to be good.')).toHaveLength(1);
  });

  test.each([
    ['names its own grade', 'Help was judged to be good.', 'good'],
    [
      'names its own grade, within which another stands',
      'It is judged to be requires improvement to be good.',
      'requires-improvement',
    ],
    [
      'uses the words of a grade for something else',
      'Outstanding invoices were graded outstandingly fast.',
      'good',
    ],
    ['has a longer word that ends like the phrase', 'Upgraded inadequate systems are now in use.', 'good'],
  ])('that %s raises none', (_, text, grade) => {
    expect(naming(text, grade)).toEqual([]);
  });

  test('is no matter where no grade is given', () => {
    const flags = compare(
      {},
      { narratives: { help: 'Judged to be inadequate.' }, grades: { help: notSeen } },
    ).flags;
    expect(flags).toEqual([]);
  });

  test('may hold signs that are special in patterns', () => {
    const odd = { areaOf: {}, gradeWords: { a: 'a* (top)', b: 'b' } };
    const after = {
      ...emptySnapshot,
      narratives: { help: 'It was graded A* (top).' },
      grades: { help: { grade: 'b' } },
    };
    expect(compareJudgments(emptySnapshot, after, odd).flags).toHaveLength(1);
    const spaced = { ...after, narratives: { help: 'It was graded A (top) by all.' } };
    expect(compareJudgments(emptySnapshot, spaced, odd).flags).toHaveLength(0);
  });

  test('with hidden characters raises one question that makes the first visible and counts them', () => {
    const text = 'Help is inade\u200Bquate and \u202Edoog\u202C now.';
    expect(asked(compare({}, { narratives: { help: text } }).flags)).toEqual([
      {
        code: 'hidden-character',
        place: 'help',
        message:
          'The text holds a zero-width space (U+200B) near “Help is inade[U+200B]quate and [U+202E]doog[U+202C] no”. ' +
          'Is it meant to be there? There are 3 in all.',
      },
    ]);
  });
});
