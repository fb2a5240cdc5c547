import { exportClocks } from './export-clocks.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord, writing } from '../write.ts';
import { clockResumed } from '../../../shared/clocks/clock-resumed.ts';
import { clockPaused } from '../../../shared/clocks/clock-paused.ts';
import { factRecorded } from '../../../shared/framework/fact-recorded.ts';
import { momentRecorded } from '../../../shared/clocks/moment-recorded.ts';
import { dayProblem } from '../../../shared/judgment/detail-problems.ts';
import { shown } from '../../../shared/records/settled.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

type Written = Promise<Result<SavedView, CallError>>;

/** Records the day of a moment, which may come after the seal; a day that cannot be is refused. */
function recordMoment(scope: Scope, { draft, ...body }: CallInput<'recordMoment'>): Written {
  return writeRecord(scope, draft, ({ state }) => {
    const day = body.day ?? '';
    const began = shown(state.details.start) ?? '';
    const problem =
      day === ''
        ? null
        : (dayProblem('Day', day) ??
          (day < began ? 'The day lies before the first day of the inspection.' : null));
    if (body.address !== undefined && body.moment !== 'published')
      return refused({
        code: 'wrong-shape',
        message: 'Only publication has an address. Nothing was changed. Leave the address out.',
      });
    return problem === null
      ? done(momentRecorded.write(body))
      : refused({ code: 'wrong-shape', message: `${problem} Nothing was changed.` });
  });
}

/** The services of facts, moments and clocks. */
export const ruleServices = {
  recordFact: writing<CallInput<'recordFact'>>(factRecorded.write),
  recordMoment,
  pauseClock: writing<CallInput<'pauseClock'>>(clockPaused.write),
  resumeClock: writing<CallInput<'resumeClock'>>(clockResumed.write),
  exportClocks,
};
