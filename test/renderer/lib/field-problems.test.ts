import { describe, expect, it } from 'vitest';
import { fieldProblem, limitProblem, type FieldFacts } from '../../../src/renderer/lib/field-problems.ts';

const sound = {
  valueMissing: false,
  badInput: false,
  rangeUnderflow: false,
  rangeOverflow: false,
  stepMismatch: false,
  valid: true,
};
const field: FieldFacts = {
  title: 'Name',
  chosen: false,
  length: 8,
  limit: 120,
  parts: [],
  mostParts: null,
  partLimit: null,
  min: '0',
  max: '70',
  validity: sound,
};

describe('what a form says of a field', () => {
  it.each<[string, Partial<FieldFacts>, string | null]>([
    ['nothing where it can be sent', {}, null],
    ['nothing where its text just fits', { length: 120 }, null],
    ['by how much a text is too long', { length: 1187 }, '“Name” takes 120 characters; this has 1,187.'],
    [
      'that it is empty',
      { validity: { ...sound, valueMissing: true, valid: false } },
      'Fill in “Name” first.',
    ],
    [
      'that nothing is chosen',
      { chosen: true, validity: { ...sound, valueMissing: true, valid: false } },
      'Choose “Name” first.',
    ],
    [
      'that a number is too low',
      { validity: { ...sound, rangeUnderflow: true, valid: false } },
      '“Name” must be 0 or more.',
    ],
    [
      'that a number is too high',
      { validity: { ...sound, rangeOverflow: true, valid: false } },
      '“Name” must be 70 or less.',
    ],
    [
      'that a number is a fraction',
      { validity: { ...sound, stepMismatch: true, valid: false } },
      '“Name” must be a whole number.',
    ],
    [
      'that it cannot be read, before that it is empty',
      { validity: { ...sound, badInput: true, valueMissing: true, valid: false } },
      '“Name” cannot be read. Write it again.',
    ],
    [
      'something of whatever else the platform finds',
      { validity: { ...sound, valid: false } },
      '“Name” cannot stay as it is.',
    ],
  ])('%s', (_what, change, said) => {
    expect(fieldProblem({ ...field, ...change })).toBe(said);
  });

  it('which entry of a list is too long, and that there are too many', () => {
    const list = { ...field, limit: null, mostParts: 2, partLimit: 80 };
    expect(limitProblem({ ...list, parts: ['Fostering', 'y'.repeat(80)] })).toBeNull();
    expect(limitProblem({ ...list, parts: ['Fostering', 'y'.repeat(81)] })).toContain(
      '“yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy …” has 81',
    );
    expect(limitProblem({ ...list, parts: ['a', 'b', 'c'] })).toBe('“Name” takes 2 entries; this has 3.');
  });
});
