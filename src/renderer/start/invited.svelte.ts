import type { InvitationView } from '../../shared/ipc/colleague-channels.ts';
import { app } from '../lib/app-state.svelte.ts';

/** The invitation that this window's person was shown, until a workspace is open. */
class Invited {
  by = $state.raw<InvitationView | null>(null);

  /** Says where the folder that was opened is another workspace than the one of the invitation. */
  compare(): void {
    const { by } = this;
    this.by = null;
    if (by === null || app.workspace === null || app.workspace.id === by.workspace.id) return;
    app.tell(
      'warn',
      `This is not the workspace that you were invited to, ${by.workspace.name}, though its name may be the same. Ask ${by.maker.name} which folder is meant.`,
    );
  }
}

/** The invitation of this window. */
export const invited = new Invited();
