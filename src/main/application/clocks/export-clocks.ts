import { adoptedFramework } from '../session/adopted-framework.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { clocksOf } from './clocks-of.ts';
import { workspaceHolidays } from './workspace-holidays.ts';
import { handOut } from '../session/hand-out.ts';
import { shown } from '../../../shared/records/settled.ts';
import { refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** Hands out the clocks of a draft that still run, as a calendar file. */
export async function exportClocks(
  scope: Scope,
  { draft }: { draft: string },
): Promise<Result<{ name: string } | null, CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { seen } = loaded.value;
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  const clocks = clocksOf(seen.state, framework, await workspaceHolidays(scope));
  if (!clocks.some((clock) => clock.due !== null && clock.stopped === null))
    return refused({
      code: 'not-found',
      message:
        'No clock of this draft runs towards a day, so there is nothing to put into a calendar. Nothing was changed. Set the last day of fieldwork, or record that the draft was sent.',
    });
  const title = shown(seen.state.details.provider) ?? 'Inspection';
  const bytes = await scope.ports.clocks.clocksAsCalendar({
    title,
    id: draft.slice(0, 16),
    clocks,
    written: new Date(scope.ports.clock.now()).toISOString(),
  });
  return handOut(scope, 'working-days.ics', bytes);
}
