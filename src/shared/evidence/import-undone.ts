import { z } from 'zod';
import { defineEvent, writers } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** An import of evidence is taken back as a whole: its notes stand in the record and no longer in the draft. */
const importUndoneBody = z.strictObject({ import: recordIdSchema, reason: saidSchema });

export const importUndone = defineEvent({
  type: 'import.undone',
  noun: ['import undone', 'imports undone'],
  notice: ['undid an import', 'undid % imports'],
  reachesBack: false,
  trail: 'evidence',
  body: importUndoneBody,
  words: ['reason'],
  may: writers,
  names: (body) => [body.import],
  describe: () => 'undid an import of evidence',
});
