import { z } from 'zod';
import { recordIdSchema } from '../values/body-parts.ts';
import { channel } from './channel.ts';
import type { FolderView, UnreadDraft } from './folder-views.ts';

const none = z.strictObject({});

/** The shared folder as it lives: what others do in it, what state it is in, and what was not looked at. */
export const folderChannels = {
  /** Follows the open workspace for this window, and answers with its state; `folder` and `arrived` events follow. */
  followFolder: channel(none).gives<FolderView>(),
  /** Looks at the whole folder now, for file systems that tell of nothing. */
  lookAtFolder: channel(none).gives<FolderView>(),
  unreadDrafts: channel(none).gives<readonly UnreadDraft[]>(),
  /** Says that this person has the draft before them as it stands. */
  markRead: channel(z.strictObject({ draft: recordIdSchema })).gives<null>(),
};
