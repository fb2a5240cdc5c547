import { z } from 'zod';
import { nonceSchema } from '../values/body-parts.ts';
import { defineEvent } from '../records/define-event.ts';

/** The first record of a workspace's own log, whose id is the workspace's: its author is the first administrator. */
const workspaceFoundedBody = z.strictObject({ nonce: nonceSchema });

export const workspaceFounded = defineEvent({
  type: 'workspace.founded',
  noun: ['founding of the workspace', 'foundings of workspaces'],
  body: workspaceFoundedBody,
  describe: () => 'founded the workspace',
});
