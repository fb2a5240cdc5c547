import { z } from 'zod';
import { defineEvent } from './define-event.ts';

/** The first record of a workspace's own log, whose id is the workspace's: its author is the first administrator. */
export const workspaceFoundedBody = z.strictObject({
  /** 128 random bits, hex, so that the workspace's id is unique. */
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
});

/** The record type workspace.founded. */
export const workspaceFounded = defineEvent({
  type: 'workspace.founded',
  noun: ['founding of the workspace', 'foundings of workspaces'],
  body: workspaceFoundedBody,
  describe: () => 'founded the workspace',
});
