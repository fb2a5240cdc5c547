import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../../src/shared/records/canonical.ts';
import { findRedactions } from '../../../src/shared/finalising/find-redactions.ts';
import { withMarks, withMarksInTexts } from '../../../src/shared/finalising/with-marks.ts';

const reason = 'Names a family';
const numbered = (text: string, term: string): Parameters<typeof withMarks>[1] =>
  findRedactions([{ field: 'f', text }], [{ term, reason }]).map((redaction, at) => ({
    ...redaction,
    number: at + 1,
  }));

describe('marks in place of words that were taken out', () => {
  it('stand where the words stood, the space after them kept', () => {
    const text = 'Mrs Tennow came.\nLater Mrs Tennow’s son.';
    expect(withMarks(text, numbered(text, 'Mrs Tennow'))).toBe(
      '[taken out 1] came.\nLater [taken out 2] son.',
    );
  });

  it('leave a list of points a list of points, without the words', () => {
    const points = {
      points: [
        { notes: [], tags: ['Ann’s plan'], text: 'Ann "knew" this.' },
        { notes: [], text: 'Nobody told Ann' },
      ],
    };
    const json = canonical(points);
    expect(JSON.parse(withMarksInTexts(json, numbered(json, 'Ann')))).toEqual({
      points: [
        { notes: [], tags: ['[taken out 1] [taken out 2]'], text: '[taken out 2] "knew" this.' },
        { notes: [], text: 'Nobody told [taken out 3]' },
      ],
    });
  });

  it('leave no word of the term, and what can be parsed, whatever the points say', () => {
    const text = fc.array(fc.constantFrom('Ann', 'said', '"Ann"', 'Ann:', 'a\\b', 'plan', 'Ann’s'), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        const json = canonical({ points: texts.map((words) => ({ text: words.join(' ') })) });
        const left = withMarksInTexts(json, numbered(json, 'Ann'));
        expect(JSON.parse(left)).toHaveProperty('points');
        expect(left).not.toMatch(/Ann/u);
      }),
    );
  });
});
