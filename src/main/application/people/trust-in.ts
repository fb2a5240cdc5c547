import type { OpenedWorkspace } from '../session/session.ts';
import type { Trust } from '../../../shared/judgment/approval-paths.ts';
import type { StatementGround } from '../../../shared/judgment/seal-statement.ts';
import { keyStatementsOf } from '../../../shared/finalising/verification-path.ts';

/** What verification paths are judged by, as people and the workspace's log were read last. */
export function trustIn({ people, workspaceLog: { folded } }: OpenedWorkspace): Trust {
  const officeHolders = folded === null ? null : new Set(folded.officeHolders);
  return { statements: keyStatementsOf(people.people), officeHolders };
}

/** What a seal's statement names people and their keys by, likewise. */
export function statementGround(opened: OpenedWorkspace): StatementGround {
  const cards = new Map(opened.people.people.map(({ id, card }) => [id, card]));
  return { trust: trustIn(opened), card: (person) => cards.get(person) };
}
