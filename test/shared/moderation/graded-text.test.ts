import { describe, expect, it } from 'vitest';
import { gradedParagraphs } from '../../../src/shared/moderation/graded-text.ts';
import { answersIn, packetText } from '../../../src/shared/lodging/lodging-kind.ts';
import { gradeLodging, type LodgedEntry } from '../../../src/shared/moderation/lodged-grades.ts';
import { idOf } from '../history.ts';

const open = (value: string) => [
  { record: idOf('r'), author: idOf('a'), at: '2026-10-05T10:00:00.000Z', erased: false, value },
];

describe('the text that a round grades', () => {
  it('is counted paragraph by paragraph in each section, blank lines left out', () => {
    expect(gradedParagraphs({ leaders: open('One.\n\n  Two.\n'), help: open('Three.'), care: [] })).toEqual([
      { section: 'leaders', paragraph: 1, text: 'One.' },
      { section: 'leaders', paragraph: 2, text: 'Two.' },
      { section: 'help', paragraph: 1, text: 'Three.' },
    ]);
  });

  const entry: LodgedEntry = {
    area: 'leaders',
    answer: { grade: 'good' },
    rationale: 'Plans are made in time.',
    sure: 'sure',
    evidence: [],
  };
  it.each([
    ['as before, citing none', entry, true],
    ['with paragraphs', { ...entry, passages: [{ section: 'leaders', paragraph: 2 }] }, true],
    ['with an empty list of them', { ...entry, passages: [] }, false],
    ['with a paragraph 0', { ...entry, passages: [{ section: 'leaders', paragraph: 0 }] }, false],
  ] as const)('is cited in a packet %s', (_how, lodged, reads) => {
    const answers = answersIn(gradeLodging, packetText(gradeLodging, [lodged as LodgedEntry]));
    expect(answers).toEqual(reads ? [lodged] : null);
  });
});
