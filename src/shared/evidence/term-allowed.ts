import { z } from 'zod';
import { defineEvent, weighers } from '../records/define-event.ts';
import { overSchema } from '../values/body-parts.ts';
import { termField } from './evidence-fields.ts';

/** The answer that a capitalised term is nobody's name, or (false) that it is questioned again. */
export const termAllowedBody = z.strictObject({
  term: z.string().trim().min(1).max(100),
  allowed: z.boolean(),
  over: overSchema,
});

export const termAllowed = defineEvent({
  type: 'term.allowed',
  noun: ['answer about a name', 'answers about names'],
  reachesBack: false,
  trail: 'evidence',
  body: termAllowedBody,
  may: weighers,
  writes: ({ term, allowed, over }) => [termField.write({ term }, allowed ? 'allowed' : '', over)],
  describe: (body) =>
    body.allowed ? `answered that “${body.term}” is no name` : `has “${body.term}” questioned again`,
});
