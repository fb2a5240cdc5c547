import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freeTextIn } from './free-text.ts';
import { everyEventType } from '../../../src/shared/judgment/event-types.ts';

const kinds = [...everyEventType.values()];

/** Text without a form that is a fact all the same, and stays when words are erased: each with why. */
const facts: Readonly<Record<string, string>> = {
  'calibration.set set': 'the name by which cases of one set find each other',
  'conflict.settled field': 'the name of a field, which is checked where it is read',
  'content.erased rule': 'under which rule words were erased has to outlive them',
  'copy.redacted taken[].field': 'the name of a field, which is checked where it is read',
  'details.set writes[].value':
    'days, the stage, and whose inspection by whom a draft is: what it is found by',
  'framework.adopted framework (any JSON)': 'a published framework: rules, judged in the fold, and its hash',
  'framework.published version': 'the version of a published framework',
  'judgment.approved values[].field': 'the name of a field, held against all that are approved',
  'judgment.sealed commitments[].field': 'the name of a field, which the seal is checked by',
  'judgment.sealed gates[].gate': 'the id of a gate',
  'judgment.sealed passages[].field': 'the name of a field, which redacted copies are checked by',
  'question.answered question': 'code, place and subject, by which an answer finds its question',
  'report.imported warnings[].code': 'the code of a warning',
  'revision.saved rest[].field': 'the name of a field, which is checked where it is read',
  'seal.time-stamped authority': 'an authority’s own name in its certificate, read again from the response',
  'term.allowed term': 'a word that is nobody’s name, by which the answer finds its question',
};

const isDeclared = (words: readonly string[], place: string): boolean =>
  words.some((declared) => declared === place || `${declared}[]` === place);

describe('text that people write into records', () => {
  it('is declared as words, or is a fact for a reason', () => {
    const rest = kinds.flatMap(({ type, body, words }) =>
      freeTextIn(body)
        .filter((place) => !isDeclared(words, place))
        .map((place) => `${type} ${place}`),
    );
    expect(rest.toSorted()).toEqual(Object.keys(facts).toSorted());
  });

  it('stands at every place that is declared as words', () => {
    const absent = kinds.flatMap(({ type, body, words }) =>
      words
        .filter((place) => !freeTextIn(body).some((found) => isDeclared([place], found)))
        .map((place) => `${type} ${place}`),
    );
    expect(absent).toEqual([]);
  });

  it.each<readonly [string, z.ZodType, readonly string[]]>([
    ['a text', z.strictObject({ text: z.string() }), ['text']],
    ['a text of a length', z.strictObject({ text: z.string().trim().min(1).max(20) }), ['text']],
    [
      'texts in a list',
      z.strictObject({ points: z.array(z.strictObject({ text: z.string() })) }),
      ['points[].text'],
    ],
    ['a text or null', z.strictObject({ text: z.string().nullable().optional() }), ['text']],
    [
      'a text in one of two forms',
      z.union([z.strictObject({ no: z.null() }), z.strictObject({ text: z.string() })]),
      ['text'],
    ],
    [
      'a pattern, a day, a choice',
      z.strictObject({ id: z.string().regex(/^a$/), on: z.iso.date(), of: z.enum(['a']) }),
      [],
    ],
  ])('is found where %s stands', (_what, schema, places) => {
    expect(freeTextIn(schema)).toEqual(places);
  });
});
