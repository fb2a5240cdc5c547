import { adoptedFramework } from '../session/adopted-framework.ts';
import { seeFolder } from '../see.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import { calibrationSet } from '../../../shared/moderation/calibration-set.ts';
import { settled, shown } from '../../../shared/records/settled.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import type { RecordId } from '../../../shared/records/record.ts';
import type { SeenDraft } from '../../../shared/seen/seen-draft.ts';
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
  /** The calibration set whose case the draft was when the round was opened; '' where it was none. */
  readonly calibration: string;
}

/**
 * The calibration set whose case a draft was for whoever opened a round, by what that record knew and by no clock; ''
 * where it was none. Rounds before, in which its grades came about, are rounds of a real draft.
 */
export function calibrationOf(seen: SeenDraft, round: RecordId): string {
  const isCase = seen.records().some(({ type }) => type === calibrationSet.type);
  return isCase ? (settled(seen.at(round)?.state.calibration) ?? '') : '';
}

/** Every revealed round of the workspace, earliest reveal first. */
export async function revealedRounds(
  scope: Scope,
  opened: OpenedWorkspace,
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
        calibration: calibrationOf(seen, round.id),
      });
    }
  }
  return found.toSorted((a, b) => a.at.localeCompare(b.at));
}
