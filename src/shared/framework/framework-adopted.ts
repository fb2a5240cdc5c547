import { z } from 'zod';
import { defineEvent, leads } from '../records/define-event.ts';
import { overSchema } from '../values/body-parts.ts';
import { frameworkField } from './rule-fields.ts';

/**
 * The framework a draft stands under, carried whole: fold, gates and verification use this copy only.
 * `hash` is the sha256 of the framework's canonical form.
 */
const frameworkAdoptedBody = z.strictObject({
  hash: frameworkField.schema,
  framework: z.json(),
  over: overSchema,
});

export const frameworkAdopted = defineEvent({
  type: 'framework.adopted',
  noun: ['framework', 'frameworks'],
  keptInRedactedCopy: true,
  trail: 'finalising',
  isStep: true,
  body: frameworkAdoptedBody,
  may: leads,
  writes: (body) => [frameworkField.write({}, body.hash, body.over)],
  describe: () => 'adopted a framework',
});
