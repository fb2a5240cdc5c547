import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskOf } from '../../../src/shared/seen/mask-grades.ts';
import { ordinaryThings } from '../../../src/shared/moderation/naming-words.ts';

const ilacs = [
  ...['outstanding', 'good', 'requires-improvement', 'requires improvement to be good'],
  ...['requires improvement', 'inadequate'],
];
const mask = maskOf(ilacs, '[hidden]');

describe('what a round hides of the narrative’s own words', () => {
  it.each([
    ['Social work practice is good.', 'Social work practice is [hidden].'],
    ['Good', '[hidden]'],
    ['Help and protection: good', 'Help and protection: [hidden]'],
    [
      'The overall judgment is good because leaders act.',
      'The overall judgment is [hidden] because leaders act.',
    ],
    ['It was judged to be good progress was noted', 'It was judged to be [hidden] progress was noted'],
    ['a grade of inadequate', 'a grade of [hidden]'],
    ['graded as outstanding', 'graded as [hidden]'],
    ['judged good practice apart', 'judged [hidden] practice apart'],
    ['rated “good”', 'rated “[hidden]”'],
    [
      'Services for care leavers are inadequate and have declined.',
      'Services for care leavers are [hidden] and have declined.',
    ],
    ['Leadership requires improvement to be good.', 'Leadership [hidden].'],
    ['Practice requires improvement in two teams.', 'Practice [hidden] in two teams.'],
    ['moved from requires\nimprovement to GOOD', 'moved from [hidden] to [hidden]'],
    ['Good\nPractice is seen at first hand.', '[hidden]\nPractice is seen at first hand.'],
    ['Good Practice is seen', '[hidden] Practice is seen'],
    ['The good authority', 'The [hidden] authority'],
    ['good or outstanding', '[hidden] or [hidden]'],
    ['help is good time after time', 'help is [hidden] time after time'],
    ['areas that are good support families', 'areas that are [hidden] support families'],
    ['Leaders: downgraded after reading the files', 'Leaders: [hidden] after reading the files'],
    ['Downgraded, with good progress since', '[hidden], with good progress since'],
    ['Downgraded and judged good practice', '[hidden] and judged [hidden] practice'],
    ['Care leavers a grade lower', 'Care leavers [hidden]'],
    ['Moved up one grade', 'Moved [hidden]'],
    ['We lowered the provisional grade again', 'We [hidden] again'],
    ['judged good-quality work apart', 'judged [hidden]-quality work apart'],
  ])('masks what can name a grade: %s', (text, shown) => {
    expect(mask(text)).toBe(shown);
  });

  it.each([
    'Children make good progress in school.',
    'Reviews are held in good time.',
    'There are good examples of direct work, and a good range of placements.',
    'Two outstanding actions from the last visit are not complete.',
    'Some care leavers live in inadequate housing.',
    'Inadequate supervision leaves workers alone with risk.',
    'Practice is not good enough.',
    'Plans are of good-quality wording, and inadequate-quality copies were replaced.',
    'The delays are worse than first said, and two steps down the corridor.',
    'Workers know goodness from goods, and no one is inadequately served.',
  ])('leaves ordinary words alone: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  const others = maskOf(
    ['high', 'good', 'met', 'not met', 'expected', 'improved', 'two', 'three', '3', 'strong'],
    '[hidden]',
  );

  it.each([
    'We bring in dogs for good, and high-quality toys.',
    'Two brothers met three workers, who had improved 3 plans.',
    'Children are expected to learn, and met with staff.',
    'It serves the common good.',
    'One of them left for good.',
  ])('leaves verbs, numbers and phrases of prose alone: %s', (text) => {
    expect(others(text)).toBe(text);
  });

  it.each([
    ['Safeguarding: met', 'Safeguarding: [hidden]'],
    ['The standard is met because leaders act.', 'The standard is [hidden] because leaders act.'],
    ['Safeguarding standards are not met.', 'Safeguarding standards are [hidden].'],
    [
      'We scored it 3, then a score of two out of four',
      'We scored it [hidden], then a score of [hidden] out of four',
    ],
    ['Since the last visit it has improved.', 'Since the last visit it has [hidden].'],
    ['Judged to be expected in most', 'Judged to be [hidden] in most'],
    ['The case for good is clear', 'The case for [hidden] is clear'],
    ['Leaders settled for good', 'Leaders settled for [hidden]'],
    ['Provision is strong', 'Provision is [hidden]'],
    ['high', '[hidden]'],
  ])('masks what states a grade in other scales: %s', (text, shown) => {
    expect(others(text)).toBe(shown);
  });

  it('treats all grades of one word alike, so that nothing is told by what is left standing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('is ', 'in ', 'a grade of ', 'Good. ', 'has ', '', 'judged '),
        fc.constantFrom(...ordinaryThings, 'and', 'authority', 'because', '.'),
        (before, after) => {
          const shown = ['good', 'outstanding', 'inadequate'].map((grade) =>
            mask(`${before}${grade} ${after}`).replaceAll(grade, 'GRADE'),
          );
          expect(new Set(shown).size).toBe(1);
        },
      ),
      { seed: 20_261_125 },
    );
  });

  it('never leaves a grade that ends its clause', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ilacs), fc.constantFrom('.', ',', ';', '\n', ')', ''), (grade, end) => {
        expect(mask(`Practice there is ${grade}${end}`)).toBe(`Practice there is [hidden]${end}`);
      }),
      { seed: 20_261_125 },
    );
  });
});
