import { describe, expect, it } from 'vitest';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import { soundFramework } from './sound-framework.ts';
import { withPart } from './with-part.ts';

/** "code at place" of every problem found. */
function found(value: unknown): readonly string[] {
  return checkFramework(value).problems.map(({ code, place }) => `${code} at ${place}`);
}

const first = soundFramework.limiters[0];
const text = 'Children are seen in time.';

type Fault = readonly [words: string, place: string, part: unknown, ...found: readonly string[]];

const formFaults: readonly Fault[] = [
  ['a missing part', 'areas', undefined, 'invalid_type at areas'],
  ['an unknown name', 'areas[1].weight', 3, 'unrecognized_keys at areas[1]'],
  ['a later format', 'format', 2, 'invalid_value at format'],
  ['an id in capitals', 'id', 'Sound', 'invalid_format at id'],
  ['an empty title', 'title', '', 'invalid_format at title'],
  ['a title with space around it', 'title', ' Sound', 'invalid_format at title'],
  ['a title with space after it', 'title', 'Sound ', 'invalid_format at title'],
  [
    'a rule’s title with space after it',
    'limiters[0].title',
    'Rule\n',
    'invalid_format at limiters[0].title',
  ],
  ['a title of only spaces', 'areas[0].title', '  ', 'invalid_format at areas[0].title'],
  ['a title too long', 'title', 'a'.repeat(201), 'too_big at title'],
  ['a day that is none', 'valid.from', '2024-02-30', 'invalid_format at valid.from'],
  [
    'a symbol of two letters',
    'scales[0].grades[0].symbol',
    'OU',
    'invalid_format at scales[0].grades[0].symbol',
  ],
  [
    'a scale of one grade',
    'scales[1].grades',
    [{ id: 'met', title: 'Met', symbol: 'M' }],
    'too_small at scales[1].grades',
  ],
  ['no area at all', 'areas', [], 'too_small at areas'],
  ['an unknown kind of area', 'areas[1].kind', 'weighted', 'invalid_value at areas[1].kind'],
  [
    'an unknown kind of evidence',
    'areas[0].required[0].kinds[0]',
    'rumour',
    'invalid_value at areas[0].required[0].kinds[0]',
  ],
  [
    'an unknown way to put grades together',
    'aggregations[0].how.mode',
    'mean',
    'invalid_union at aggregations[0].how.mode',
  ],
  [
    'a descriptor both worded and absent',
    'areas[0].criteria[0].descriptors[0]',
    { grade: 'good', text, absenceOf: 'inadequate' },
    'invalid_union at areas[0].criteria[0].descriptors[0]',
  ],
  ['a rule neither hard nor soft', 'limiters[0].force', 'firm', 'invalid_value at limiters[0].force'],
  ['a rule without conditions', 'limiters[0].when', [], 'too_small at limiters[0].when'],
  ['a deadline of minus one day', 'deadlines[0].workingDays', -1, 'too_small at deadlines[0].workingDays'],
  ['something that nobody keeps', 'retention[0].of[0]', 'rumours', 'invalid_value at retention[0].of[0]'],
  ['half a year', 'retention[0].years', '6', 'invalid_type at retention[0].years'],
  ['a moment nobody names', 'deadlines[0].from', 'full-moon', 'invalid_value at deadlines[0].from'],
];

const contradictions: readonly Fault[] = [
  ['dates reversed', 'valid.to', '2023-12-31', 'dates at valid.to'],
  ['a rule of keeping twice', 'retention[1].id', 'notes', 'doubled at retention[1].id'],
  ['one thing kept by two rules', 'retention[1].of[0]', 'evidence', 'doubled at retention[1].of[0]'],
  ['a scale twice', 'scales[1].id', 'four-point', 'doubled at scales[1].id', ...noMet()],
  ['a grade twice', 'scales[1].grades[1].id', 'met', 'doubled at scales[1].grades[1].id'],
  [
    'a non-grade named as a grade',
    'scales[1].nonGrades[0].id',
    'met',
    'doubled at scales[1].nonGrades[0].id',
  ],
  ['a symbol twice', 'scales[1].grades[1].symbol', 'M', 'doubled at scales[1].grades[1].symbol'],
  [
    'an area twice',
    'areas[2].id',
    'care',
    'doubled at areas[2].id',
    'unknown-area at aggregations[1].from[1]',
    unknownMet(),
  ],
  ['a section named as an area', 'sections[0].id', 'help', 'doubled at sections[0].id'],
  [
    'a criterion twice',
    'areas[0].criteria[1].id',
    'help.front-door',
    'doubled at areas[0].criteria[1].id',
    'unknown-area at aggregations[2].from[1]',
  ],
  ['a rule twice', 'limiters[1].id', 'help-inadequate', 'doubled at limiters[1].id'],
  ['a fact twice', 'facts[1]', { id: 'breach', title: 'Again' }, 'doubled at facts[1].id'],
  ['a kind of inspection twice', 'kinds[1]', 'standard inspection', 'doubled at kinds[1]'],
  ['a dangling scale', 'areas[1].scale', 'five-point', 'unknown-scale at areas[1].scale', ...noCare()],
  ['a judged area without a scale', 'areas[1].scale', null, 'no-scale at areas[1].scale', ...noCare()],
  ['a dangling parent', 'areas[1].parent', 'nowhere', 'unknown-area at areas[1].parent'],
  ['an area inside itself', 'areas[1].parent', 'care', 'unknown-area at areas[1].parent'],
  [
    'nesting in a circle',
    'areas[0].parent',
    'care',
    'nesting-cycle at areas[0].parent',
    'nesting-cycle at areas[1].parent',
  ],
  ['a dangling order', 'areas[3].after[1]', 'nowhere', 'unknown-area at areas[3].after[1]'],
  [
    'order in a circle',
    'areas[0].after',
    ['overall'],
    'order-cycle at areas[0].after',
    'order-cycle at areas[3].after',
  ],
  ['an area before itself', 'areas[1].after', ['care'], 'order-cycle at areas[1].after'],
  [
    'an unknown kind of inspection',
    'areas[0].inKinds[0]',
    'night visit',
    'unknown-kind at areas[0].inKinds[0]',
  ],
  [
    'a descriptor of an unknown grade',
    'areas[0].criteria[0].descriptors[1].grade',
    'adequate',
    'unknown-grade at areas[0].criteria[0].descriptors[1].grade',
  ],
  [
    'a grade described twice',
    'areas[0].criteria[0].descriptors[1]',
    { grade: 'good', text },
    'doubled at areas[0].criteria[0].descriptors[1].grade',
  ],
  [
    'the absence of an absence',
    'areas[0].criteria[0].descriptors[2]',
    { grade: 'inadequate', absenceOf: 'requires-improvement' },
    'not-described at areas[0].criteria[0].descriptors[2].absenceOf',
  ],
  [
    'the absence of what has no words',
    'areas[0].criteria[0].descriptors[1].absenceOf',
    'outstanding',
    'not-described at areas[0].criteria[0].descriptors[1].absenceOf',
  ],
  [
    'a rule over an unknown area',
    'limiters[2].when[1].areas[1]',
    'nowhere',
    'unknown-area at limiters[2].when[1]',
  ],
  [
    'a rule over an unknown grade',
    'limiters[2].when[1].grade',
    'adequate',
    'unknown-grade at limiters[2].when[1]',
  ],
  [
    'a rule over an unknown fact',
    'limiters[2].when[0].fact',
    'storm',
    'unknown-fact at limiters[2].when[0].fact',
  ],
  ['a count of more areas than there are', 'limiters[2].when[1].atLeast', 3, 'never at limiters[2].when[1]'],
  ['a count with its bounds reversed', 'limiters[2].when[1].atMost', 0, 'never at limiters[2].when[1]'],
  [
    'an area counted twice',
    'limiters[2].when[1].areas[1]',
    'help',
    'doubled at limiters[2].when[1].areas[1]',
  ],
  [
    'a rule that sets an unknown grade',
    'limiters[2].then.grade',
    'adequate',
    'unknown-grade at limiters[2].then',
  ],
  [
    'a rule that caps an unknown area',
    'limiters[2].then.area',
    'nowhere',
    'unknown-area at limiters[2].then',
  ],
  [
    'a grade set above a cap',
    'limiters[0].then.grade',
    'good',
    'contradiction at limiters[0]',
    'contradiction at limiters[1]',
  ],
  [
    'two grades set at once',
    'limiters[1]',
    { ...first, id: 'other', then: { area: 'overall', rule: 'set', grade: 'good' } },
    'contradiction at limiters[0]',
    'contradiction at limiters[1]',
  ],
  [
    'a floor above a cap',
    'limiters[0].then',
    { area: 'overall', rule: 'floor', grade: 'good' },
    'contradiction at limiters[0]',
    'contradiction at limiters[1]',
  ],
  [
    'a whole of unknown parts',
    'aggregations[0].from[1]',
    'nowhere',
    'unknown-area at aggregations[0].from[1]',
  ],
  ['a whole that is its own part', 'aggregations[0].from[1]', 'overall', 'circle at aggregations[0].from'],
  ['a part read twice', 'aggregations[0].from[1]', 'help', 'doubled at aggregations[0].from[1]'],
  ['a whole put together twice', 'aggregations[1].area', 'overall', 'doubled at aggregations[1].area'],
  [
    'a median over another scale',
    'aggregations[0].from[1]',
    'safeguarding',
    'other-scale at aggregations[0].from',
  ],
  [
    'counts to an unknown grade',
    'aggregations[1].how.rules[0].grade',
    'met',
    'unknown-grade at aggregations[1].how.rules[0].grade',
  ],
  [
    'counts of an unknown grade',
    'aggregations[1].how.rules[0].needs[0].grades[1]',
    'adequate',
    'unknown-grade at aggregations[1].how.rules[0].needs[0].grades[1]',
  ],
  [
    'counts of more parts than there are',
    'aggregations[1].how.rules[0].needs[0].atLeast',
    3,
    'never at aggregations[1].how.rules[0].needs[0]',
  ],
  [
    'a band for an unknown grade',
    'aggregations[2].how.bands[0].grade',
    'adequate',
    'unknown-grade at aggregations[2].how.bands[0].grade',
  ],
  [
    'two bands from one place',
    'aggregations[2].how.bands[0].fromPercent',
    25,
    'doubled at aggregations[2].how.bands[1].fromPercent',
  ],
  [
    'bands with nothing below',
    'aggregations[2].how.bands[1].fromPercent',
    26,
    'gap at aggregations[2].how.bands',
  ],
  [
    'points for an unknown grade',
    'aggregations[2].how.points[3].grade',
    'adequate',
    'unknown-grade at aggregations[2].how.points[3].grade',
    'no-points at aggregations[2].how.points',
  ],
  [
    'paragraphs of an unknown area',
    'reportChecks[0].area',
    'nowhere',
    'unknown-area at reportChecks[0].area',
  ],
  ['limits that exclude everything', 'reportChecks[1].atLeast', 4, 'never at reportChecks[1]'],
];

/** The table's rows by name, as vitest's `$words` reads them. */
function rows(faults: readonly Fault[]) {
  return faults.map(([words, place, part, ...expected]) => ({ words, place, part, expected }));
}

describe('a sound framework', () => {
  it('may hold for a single day', () => {
    expect(found(withPart(soundFramework, 'valid.to', soundFramework.valid.from))).toEqual([]);
  });

  it('passes, and is given back as it is', () => {
    expect(checkFramework(soundFramework)).toEqual({ ok: true, framework: soundFramework, problems: [] });
  });
});

describe('a fault of form is found and placed', () => {
  it.each(rows(formFaults))('$words', ({ place, part, expected }) => {
    expect(found(withPart(soundFramework, place, part))).toEqual(expected);
  });

  it.each(rows(formFaults))('$words is told in words', ({ place, part }) => {
    for (const { message } of checkFramework(withPart(soundFramework, place, part)).problems) {
      expect(message).toMatch(/^[A-Z].*\.$/u);
      expect(message).not.toMatch(/invalid|expected|undefined/iu);
    }
  });
});

describe('a contradiction is found and placed', () => {
  it.each(rows(contradictions))('$words', ({ place, part, expected }) => {
    const { ok, framework } = checkFramework(withPart(soundFramework, place, part));
    expect({ ok, framework }).toEqual({ ok: false, framework: null });
    expect(found(withPart(soundFramework, place, part))).toEqual(expected);
  });

  it('every one of them at once', () => {
    const both = withPart(withPart(soundFramework, 'valid.to', '2023-12-31'), 'areas[1].parent', 'nowhere');
    expect(found(both)).toEqual(['dates at valid.to', 'unknown-area at areas[1].parent']);
  });
});

describe('what a record could not carry', () => {
  const nested = (deep: number): unknown => (deep === 0 ? [] : [nested(deep - 1)]);
  const paragraphs = (length: number): readonly string[] => Array.from({ length }, () => 'a'.repeat(4000));

  it.each([
    ['no object', null, 'invalid_type at '],
    ['half a character', withPart(soundFramework, 'title', 'a\ud800b'), 'strict at '],
    ['a fraction', withPart(soundFramework, 'deadlines[0].workingDays', 0.5), 'strict at '],
    ['something that is not JSON', withPart(soundFramework, 'title', () => 1), 'strict at '],
    ['thirteen deep', nested(12), 'too-deep at '],
    ['too deep for any record', nested(50), 'strict at '],
    ['larger than 512 KiB', withPart(soundFramework, 'notes', paragraphs(132)), 'too-large at '],
    [
      'a list longer than a call can have arguments',
      Array.from({ length: 400_000 }, () => 1),
      'too-large at ',
    ],
  ])('%s', (_words, value, expected) => {
    expect(found(value)).toEqual([expected]);
  });

  it('twelve deep is no fault of depth', () => {
    expect(found(nested(11))).toEqual(['invalid_type at ']);
  });

  it('512 KiB is no fault of size, one byte more is, however few letters they make', () => {
    const notes = paragraphs(130);
    const bytes = Buffer.byteLength(JSON.stringify(withPart(soundFramework, 'notes', [...notes, ''])));
    const rest = 524_288 - bytes;
    expect(rest).toBeGreaterThan(0);
    expect(found(withPart(soundFramework, 'notes', [...notes, 'a'.repeat(rest)]))).toEqual([]);
    expect(found(withPart(soundFramework, 'notes', [...notes, `é${'a'.repeat(rest - 1)}`]))).toEqual([
      'too-large at ',
    ]);
  });
});

/** What also follows where nothing is graded on the scale "met". */
function noMet(): readonly string[] {
  return ['unknown-scale at areas[2].scale', 'unknown-area at aggregations[1].from[1]', unknownMet()];
}

function unknownMet(): string {
  return 'unknown-grade at aggregations[1].how.rules[0].needs[0].grades[0]';
}

/** What also follows where the area "care" has no scale. */
function noCare(): readonly string[] {
  return [
    'unknown-area at limiters[2].when[1]',
    'unknown-area at aggregations[0].from[1]',
    'unknown-area at aggregations[1].area',
  ];
}
