import { adoptedFramework } from '../session/adopted-framework.ts';
import { noPerson } from '../session/call-errors.ts';
import { openedIn } from '../load.ts';
import { seeFolder } from '../see.ts';
import { calibrationOf } from './revealed-rounds.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { calibrationSet } from '../../../shared/moderation/calibration-set.ts';
import { againstAgreed } from '../../../shared/agreement/against-agreed.ts';
import { settled, shown } from '../../../shared/records/settled.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import { rankOf, scaleOf } from '../../../shared/framework/grade-order.ts';
import { independentAnswer } from '../../../shared/moderation/independent-grades.ts';
import type { SeenDraft } from '../../../shared/seen/seen-draft.ts';
import type { GradeAnswer } from '../../../shared/moderation/lodged-grades.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CalibrationCase, CalibrationSetView } from '../../../shared/ipc/agreement-views.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** Makes a draft a case of a calibration set, or with an empty name takes it out. */
export function setCalibration(
  scope: Scope,
  { draft, ...body }: CallInput<'setCalibration'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, ({ state }) =>
    body.set !== '' && Object.values(state.grades).every((field) => settled(field) === null)
      ? refused(ungraded)
      : done(calibrationSet.write(body)),
  );
}

const ungraded: CallError = {
  code: 'not-allowed',
  message:
    'A case needs agreed grades, and this draft has none yet. Nothing was changed. Grade its areas first.',
};

type Pair = readonly [given: number | null, agreed: number | null];

/**
 * What a person lodged in the revealed rounds of a case beside its agreed grades, those rounds alone that were opened on it
 * as a case of this set: what the grades came from says nothing of calibration. Nothing where they are hidden.
 */
function pairsOf(seen: SeenDraft, framework: Framework, person: string, set: string): readonly Pair[] {
  const { state } = seen;
  const rank = (area: string, answer: GradeAnswer | null): number | null => {
    const scale = scaleOf(framework, area);
    if (scale === undefined || answer === null || !('grade' in answer)) return null;
    const at = rankOf(scale, answer.grade);
    return at < 0 ? null : at;
  };
  return state.moderation.rounds
    .filter(
      (round) =>
        round.standing === 'revealed' &&
        round.participants.includes(person) &&
        calibrationOf(seen, round.id) === set,
    )
    .flatMap((round) =>
      round.areas.map((area): Pair => [
        rank(area, independentAnswer(round.lodgings, person, area)),
        rank(area, settled(state.grades[area])),
      ]),
    );
}

/** The calibration sets of the workspace: their cases, and how one's own independent grades lie to the agreed ones. */
export async function calibrationSets(
  scope: Scope,
): Promise<Result<readonly CalibrationSetView[], CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const self = await scope.ports.keys.self();
  if (self === null) return refused(noPerson);
  const folders = await opened.value.workspace.listDraftFolders();
  const sets = new Map<string, { cases: CalibrationCase[]; pairs: Pair[] }>();
  for (const folder of folders.ok ? folders.value : []) {
    const read = await seeFolder(scope, opened.value, folder);
    const seen = read.ok ? read.value : null;
    const name = seen === null ? null : settled(seen.state.calibration);
    const framework = seen === null ? null : adoptedFramework(seen, scope.ports.crypto.sha256);
    if (seen === null || framework === null || name === null || name === '') continue;
    const set = sets.get(name) ?? { cases: [], pairs: [] };
    const pairs = pairsOf(seen, framework, self.person, name);
    set.cases.push({
      draft: seen.state.id,
      provider: shown(seen.state.details.provider) ?? folder,
      graded: pairs.some(([given]) => given !== null),
    });
    set.pairs.push(...pairs);
    sets.set(name, set);
  }
  return done(
    [...sets]
      .map(([name, { cases, pairs }]) => ({ name, cases, own: againstAgreed(pairs) }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  );
}
