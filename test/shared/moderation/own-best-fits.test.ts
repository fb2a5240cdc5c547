import { describe, expect, it } from 'vitest';
import { packetText } from '../../../src/shared/lodging/lodging-kind.ts';
import { fitWords, gradeLodging, lodgedEntrySchema } from '../../../src/shared/moderation/lodged-grades.ts';

const entry = {
  area: 'leaders',
  answer: { grade: 'good' },
  rationale: 'They know their service well.',
  sure: 'sure' as const,
  evidence: [],
};
const fits = [
  { criterion: 'vision', grade: 'good' },
  { criterion: 'learning', grade: 'outstanding' },
];

describe('a member’s own best fits', () => {
  it('are part of what is lodged, and an entry without any is as it was before there were any', () => {
    expect(lodgedEntrySchema.safeParse({ ...entry, fits }).success).toBe(true);
    expect(lodgedEntrySchema.parse(entry)).toEqual(entry);
    expect(packetText(gradeLodging, [{ ...entry, fits }])).toContain('vision');
  });

  it.each([
    ['an empty list, which would be a second form of none', []],
    ['a grade that is no name', [{ criterion: 'vision', grade: 'Good!' }]],
    ['words beside it', [{ criterion: 'vision', grade: 'good', why: 'because' }]],
  ])('are refused with %s', (_what, wrong) => {
    expect(lodgedEntrySchema.safeParse({ ...entry, fits: wrong }).success).toBe(false);
  });

  it('are told by the criteria’s titles and the grades’', () => {
    const title = (id: string): string => id.toUpperCase();
    expect(fitWords(fits, title, title)).toBe('Best fit by criterion: VISION: GOOD; LEARNING: OUTSTANDING.');
    expect(fitWords(undefined, title, title)).toBe('');
  });
});
