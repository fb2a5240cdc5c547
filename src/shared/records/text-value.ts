import type { z } from 'zod';
import { isDay } from '../values/calendar-days.ts';
import { dayWords } from '../words.ts';
import type { ValueKind } from './define-field.ts';

/** A value of text, whatever may stand in it: a day is said in words, and nothing as "Nothing". */
export function textValue(schema: z.ZodType<string>): ValueKind<string> {
  return {
    schema,
    put: (text) => ({ text }),
    take: (value) => ('text' in value ? value.text : null),
    words: (text) => (text === '' ? 'Nothing' : isDay(text) ? dayWords(text) : text),
  };
}
