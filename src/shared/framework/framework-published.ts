import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { slugSchema } from '../values/body-parts.ts';

/** This person publishes a version of a framework for their workspaces: the file with this hash is what they stand for. */
const frameworkPublishedBody = z.strictObject({
  framework: slugSchema,
  version: z.string().min(1).max(200),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

export const frameworkPublished = defineEvent({
  type: 'framework.published',
  noun: ['published framework', 'published frameworks'],
  body: frameworkPublishedBody,
  describe: (body) => `published the framework ${body.framework}, version ${body.version}`,
});
