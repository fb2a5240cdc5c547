import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, sha256Schema } from '../values/body-parts.ts';

/** A part of the seed as its hash: its giver is bound to it before anybody can know the outside number. */
const contributionLodgedBody = z.strictObject({ frame: recordIdSchema, commitment: sha256Schema });

export const contributionLodged = defineEvent({
  type: 'contribution.lodged',
  noun: ['lodged contribution', 'lodged contributions'],
  body: contributionLodgedBody,
  names: ({ frame }) => [frame],
  describe: () => 'lodged a contribution to the seed',
});
