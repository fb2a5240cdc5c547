import { adoptedFramework } from '../session/adopted-framework.ts';
import { seeFolder } from '../see.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import { shown } from '../../../shared/records/settled.ts';
import type { Framework, Scale } from '../../../shared/framework/framework-schema.ts';
import type { Round } from '../../../shared/moderation/round.ts';
import type { Role } from '../../../shared/values/role.ts';

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
    const read = await seeFolder(scope, opened, folder);
    const seen = read.ok ? read.value : null;
    const framework = seen === null ? null : adoptedFramework(seen, scope.ports.crypto.sha256);
    if (seen === null || framework === null) continue;
    if (seen.state.moderation.hiding?.panel === true) continue;
    if (!framework.scales.some((other) => order(other) === order(scale))) continue;
    for (const round of seen.state.moderation.rounds) {
      const close = round.closes.find((close) => close.invalid === null);
      if (round.standing !== 'revealed' || close === undefined) continue;
      found.push({
        draft: seen.state.id,
        provider: shown(seen.state.details.provider) ?? folder,
        round,
        framework,
        at: close.at,
        roles: self === null ? [] : seen.rolesOf(self.person),
      });
    }
  }
  return found.toSorted((a, b) => a.at.localeCompare(b.at));
}
