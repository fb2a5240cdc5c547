import { z } from 'zod';
import { frameworkMovedBody } from '../framework/framework-moved.ts';
import { recordIdSchema, slugSchema } from '../values/body-parts.ts';
import { channel } from './channel.ts';
import type { FrameworkListView } from './framework-views.ts';
import type { SavedView } from './views.ts';

/** A framework as JSON text: 512 KiB at most once it is canonical. */
const textSchema = z.string().min(2).max(2_000_000);

/** Frameworks of the workspace: read, published, handed out, and moved to by a draft. */
export const frameworkChannels = {
  listFrameworks: channel(z.strictObject({})).gives<FrameworkListView>(),
  /** Checked in full before it is written. */
  publishFramework: channel(z.strictObject({ text: textSchema })).gives<{ key: string }>(),
  /** The framework that is being written in this workspace and not published: kept on this computer, never in the workspace. */
  readUnpublished: channel(z.strictObject({})).gives<{ at: string; text: string } | null>(),
  keepUnpublished: channel(z.strictObject({ text: textSchema })).gives<{ at: string }>(),
  dropUnpublished: channel(z.strictObject({})).gives<null>(),
  /** Hands out a framework that may still be unfinished. */
  exportFramework: channel(z.strictObject({ name: slugSchema, text: textSchema })).gives<{
    name: string;
  } | null>(),
  /** `framework` is its key; every area and criterion of the draft's framework is mapped, or to null. */
  moveFramework: channel(
    frameworkMovedBody
      .pick({ areas: true, criteria: true, reason: true })
      .extend({ draft: recordIdSchema, framework: slugSchema }),
  ).gives<SavedView>(),
};
