import type { OpenedWorkspace } from '../session/session.ts';
import type { Trust } from '../../../shared/judgment/approval-paths.ts';
import { keyStatementsOf } from '../../../shared/finalising/verification-path.ts';

/** What verification paths are judged by, as people and the workspace's log were read last. */
export function trustIn({ people, workspaceLog: { folded } }: OpenedWorkspace): Trust {
  const officeHolders = folded === null ? null : new Set(folded.officeHolders);
  return { statements: keyStatementsOf(people.people), officeHolders };
}
