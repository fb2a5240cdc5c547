import { z } from 'zod';

/** What a person may be in one draft. The owner is not granted but begins the draft or is passed it. */
export const roleSchema = z.enum([
  'lead',
  'inspector',
  'panel',
  'chair',
  'deputy',
  'qa',
  'arbiter',
  'reader',
]);
/** A role granted in one draft. */
export type GrantedRole = z.infer<typeof roleSchema>;
/** Any role a record can be judged by. */
export type Role = 'owner' | GrantedRole;

/** What each role is called within a sentence. */
export const roleNames: { readonly [role in GrantedRole]: string } = {
  lead: 'lead inspector',
  inspector: 'inspector',
  panel: 'panel member',
  chair: 'chair',
  deputy: 'deputy chair',
  qa: 'quality assurance',
  arbiter: 'arbiter',
  reader: 'reader',
};
