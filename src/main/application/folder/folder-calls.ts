import { followFolder, lookAtFolder } from './follow-folder.ts';
import { markRead, unreadDrafts } from './unread-drafts.ts';

/** The services of the shared folder, by channel. */
export const folderCalls = { followFolder, lookAtFolder, unreadDrafts, markRead };
