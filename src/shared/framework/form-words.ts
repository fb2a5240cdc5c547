import type { z } from 'zod';

const shapes: { readonly [expected: string]: string } = {
  string: 'text',
  object: 'an object',
  array: 'a list',
  int: 'a whole number',
  number: 'a whole number',
  boolean: 'true or false',
};

function list(values: readonly unknown[]): string {
  return values.map((value) => `“${String(value)}”`).join(', ');
}

/** What is wrong with the form of a framework's part, in words. */
export function formWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'This is missing.'
        : `This should be ${shapes[issue.expected] ?? issue.expected}.`;
    case 'unrecognized_keys':
      return `The format knows nothing called ${list(issue.keys)}.`;
    case 'invalid_value':
      return `This should be ${issue.values.length > 1 ? 'one of ' : ''}${list(issue.values)}.`;
    case 'too_small':
      return `This is too short or too small; the least is ${String(issue.minimum)}.`;
    case 'too_big':
      return `This is too long or too large; the most is ${String(issue.maximum)}.`;
    case 'invalid_format':
      return issue.format === 'date'
        ? 'This should be a day of the calendar, written 2026-04-01.'
        : 'This is not written as the format asks: ids in lower case with hyphens, text without spaces around it.';
    default:
      return 'This fits none of the forms it may have.';
  }
}
