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

/** What each role does, as is said where it is given: its rights are with each kind of record (`may`). */
export const roleDoes: { readonly [role in GrantedRole]: string } = {
  lead: 'writes notes and text, gives provisional grades, and signs and seals',
  inspector: 'writes notes and text, and saves revisions',
  panel: 'weighs evidence, grades alone, and then discusses',
  chair: 'opens rounds, reveals and settles outcomes, and can approve',
  deputy: 'reveals and settles where the chair cannot, and can approve',
  qa: 'reads everything, challenges and can approve, and grades nothing',
  arbiter: 'grades nothing; decides an area that the panel cannot, and sees no names',
  reader: 'reads, and writes nothing',
};
