import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { roleSchema, type GrantedRole } from '../values/role.ts';
import { personIdSchema } from '../values/body-parts.ts';
import { personMark } from '../records/record-titles.ts';

/** An owner gives a person a role in this draft. */
export const roleGrantedBody = z.strictObject({ person: personIdSchema, role: roleSchema });

const granting: { readonly [role in GrantedRole]: (person: string) => string } = {
  lead: (person) => `made ${person} a lead inspector`,
  inspector: (person) => `made ${person} an inspector`,
  panel: (person) => `added ${person} to the panel`,
  chair: (person) => `made ${person} the chair of the panel`,
  deputy: (person) => `made ${person} a deputy of the chair`,
  qa: (person) => `gave ${person} the quality assurance of the draft`,
  arbiter: (person) => `made ${person} the arbiter of the panel`,
  reader: (person) => `let ${person} read the draft`,
};

export const roleGranted = defineEvent({
  type: 'role.granted',
  noun: ['role given', 'roles given'],
  keptInRedactedCopy: true,
  notice: ['gave a role', 'gave % roles'],
  body: roleGrantedBody,
  may: ['owner'],
  describe: (body) => granting[body.role](personMark(body.person)),
});
