import { adoptedFramework } from '../session/adopted-framework.ts';
import { localDay } from '../clocks/local-day.ts';
import { eraseContent } from '../erasing/erase-content.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { momentsOf } from '../../../shared/clocks/moments-of.ts';
import { retentionStates, type RetentionState } from '../../../shared/retention/retention-state.ts';
import { retentionWords } from '../../../shared/retention/retention-words.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { RetentionView } from '../../../shared/ipc/retention-views.ts';

/** No more records are erased by one record. */
const atOnce = 200;

async function statesOf(scope: Scope, draft: string): Promise<Result<readonly RetentionState[], CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { seen } = loaded.value;
  const schedule = adoptedFramework(seen, scope.ports.crypto.sha256)?.retention ?? [];
  const withWords = seen.records().filter(({ hasWords }) => hasWords);
  const { moments } = momentsOf(seen.state, (at) => localDay(Date.parse(at)));
  return done(retentionStates(schedule, withWords, moments, localDay(scope.ports.clock.now())));
}

/** What the draft's framework says of keeping it, and what may be erased today. */
export async function readRetention(
  scope: Scope,
  { draft }: CallInput<'readRetention'>,
): Promise<Result<RetentionView, CallError>> {
  const states = await statesOf(scope, draft);
  if (!states.ok) return states;
  return done({
    rules: states.value.map(({ rule, standing, due, records }) => ({
      id: rule.id,
      title: rule.title,
      sentence: retentionWords(rule),
      standing,
      due,
      records: records.length,
    })),
  });
}

/** Erases what a rule of the schedule lets be erased today, through the one way in which anything is erased. */
export async function eraseDue(
  scope: Scope,
  { draft, rule, reason }: CallInput<'eraseDue'>,
): Promise<Result<{ erased: number }, CallError>> {
  const states = await statesOf(scope, draft);
  if (!states.ok) return states;
  const found = states.value.find((state) => state.rule.id === rule);
  if (found?.standing !== 'due' || found.records.length === 0) {
    return refused({
      code: 'not-allowed',
      message:
        'Nothing may be erased by this rule today: its time is not over, or nothing that it speaks of is left. Nothing was changed.',
    });
  }
  const { records } = found;
  const said = `Retention schedule, ${found.rule.title}: ${retentionWords(found.rule)}`;
  for (let from = 0; from < records.length; from += atOnce) {
    const part = records.slice(from, from + atOnce);
    const erased = await eraseContent(scope, { draft, records: [...part], reason, rule: said });
    if (!erased.ok) return erased;
  }
  return done({ erased: records.length });
}
