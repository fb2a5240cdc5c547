import { noHolder, noPart, notOpen } from '../lodging/find-round.ts';
import { writeInRound } from '../lodging/round-acts.ts';
import { gradeRounds } from './grade-rounds.ts';
import type { Scope } from '../session/session.ts';
import { dissentRecorded } from '../../../shared/moderation/dissent-recorded.ts';
import { gradeReconsidered } from '../../../shared/moderation/grade-reconsidered.ts';
import { provisionalShown } from '../../../shared/lodging/provisional-shown.ts';
import { holdsKey, takesPart } from '../../../shared/lodging/lodging-state.ts';
import type { Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** Only after the reveal. */
export const notRevealed: CallError = {
  code: 'not-allowed',
  message:
    'The independent grades are not revealed yet, so nothing of the discussion can be recorded. Nothing was changed.',
};

type Saved = Promise<Result<SavedView, CallError>>;

/** Shows the members the provisional grades, with a reason on the record. */
export function showProvisional(scope: Scope, { draft, ...body }: CallInput<'showProvisional'>): Saved {
  return writeInRound(
    scope,
    gradeRounds.log,
    { draft, round: body.round },
    provisionalShown.write(body),
    (round, person) => (!holdsKey(round, person) ? noHolder : round.standing === 'lodging' ? null : notOpen),
  );
}

const noSuchArea: CallError = {
  code: 'wrong-shape',
  message: 'This round does not grade that area. Nothing was changed.',
};

/** Confirms or changes one's own grade of an area after discussion. */
export function reconsiderGrade(scope: Scope, { draft, ...body }: CallInput<'reconsiderGrade'>): Saved {
  return writeInRound(
    scope,
    gradeRounds.log,
    { draft, round: body.round },
    gradeReconsidered.write(body),
    (round, person) => {
      if (!takesPart(round, person)) return noPart;
      if (round.standing !== 'revealed') return notRevealed;
      return round.areas.includes(body.area) ? null : noSuchArea;
    },
  );
}

/** Records a dissent from an agreed grade in one's own words. */
export function recordDissent(scope: Scope, { draft, ...body }: CallInput<'recordDissent'>): Saved {
  return writeInRound(
    scope,
    gradeRounds.log,
    { draft, round: body.round },
    dissentRecorded.write(body),
    (round, person) => {
      if (!takesPart(round, person) && !holdsKey(round, person)) return noPart;
      if (round.standing !== 'revealed') return notRevealed;
      return round.areas.includes(body.area) ? null : noSuchArea;
    },
  );
}
