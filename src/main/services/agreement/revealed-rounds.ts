import { adoptedFramework } from '../adopted-framework.ts';
import { loadFolder } from '../load-draft.ts';
import { seenBy } from '../seen-by.ts';
import type { OpenedWorkspace, Scope } from '../session.ts';
import { shown } from '../../../shared/domain/draft/settled.ts';
import type { Framework, Scale } from '../../../shared/domain/framework/framework-schema.ts';
import type { Round } from '../../../shared/domain/moderation/round.ts';
import type { Role } from '../../../shared/domain/people/role.ts';

/** A revealed round that its reader may see, with what stands around it. */
export interface RevealedRound {
  readonly draft: string;
  readonly provider: string;
  readonly round: Round;
  readonly framework: Framework;
  readonly at: string;
  /** The reader's roles in that draft. */
  readonly roles: readonly Role[];
}

const order = (scale: Scale | undefined): string => scale?.grades.map((grade) => grade.id).join() ?? '';

/** Every revealed round of the workspace whose areas stand on a scale of the same grades, earliest reveal first. */
export async function revealedRounds(
  scope: Scope,
  opened: OpenedWorkspace,
  scale: Scale,
): Promise<readonly RevealedRound[]> {
  const folders = await opened.workspace.listDraftFolders();
  const self = await scope.ports.keys.self();
  const found: RevealedRound[] = [];
  for (const folder of folders.ok ? folders.value : []) {
    const loaded = await loadFolder(scope, opened, folder);
    const folded = await seenBy(scope, loaded.ok ? (loaded.value?.verified.folded ?? null) : null);
    const framework = folded === null ? null : adoptedFramework(folded, scope.ports.crypto.sha256);
    if (folded === null || framework === null) continue;
    if (folded.state.moderation.hiding?.panel === true) continue;
    if (!framework.scales.some((one) => order(one) === order(scale))) continue;
    for (const round of folded.state.moderation.rounds) {
      const close = round.closes.find((one) => one.invalid === null);
      if (round.standing !== 'revealed' || close === undefined) continue;
      found.push({
        draft: folded.state.id,
        provider: shown(folded.state.details.provider) ?? folder,
        round,
        framework,
        at: close.at,
        roles: self === null ? [] : folded.rights.rolesOf(self.person),
      });
    }
  }
  return found.toSorted((a, b) => a.at.localeCompare(b.at));
}
