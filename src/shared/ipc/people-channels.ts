import { z } from 'zod';
import { keySchema, personIdSchema, saidSchema } from '../values/body-parts.ts';
import type { Role } from '../values/role.ts';
import { channel } from './channel.ts';

/** What a person would leave behind in one draft. */
export interface LeftBehind {
  readonly draft: string;
  readonly provider: string;
  readonly roles: readonly Role[];
  readonly notes: number;
  readonly revisions: number;
  /** Whether this profile's person may take the roles away: only the draft's owner may. */
  readonly mine: boolean;
}

/** Devices lost, and people who leave. */
export const peopleChannels = {
  /** Revokes a device of one's own: what it writes after the last record known here is set aside. */
  revokeDevice: channel(z.strictObject({ device: keySchema, reason: saidSchema })).gives<null>(),
  /** What a person's leaving would mean, draft by draft. */
  whatTheyLeave: channel(z.strictObject({ person: personIdSchema })).gives<readonly LeftBehind[]>(),
  /** Takes every role away from a person in all drafts that one owns; answers in how many. */
  removeLeaver: channel(z.strictObject({ person: personIdSchema, reason: saidSchema })).gives<{
    drafts: number;
  }>(),
};
