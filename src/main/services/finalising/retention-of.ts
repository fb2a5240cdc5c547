import { adoptedFramework } from '../adopted-framework.ts';
import { noDraft } from '../call-errors.ts';
import { localDay } from '../clocks/local-day.ts';
import { eraseContent } from '../erase-content.ts';
import { loadDraft } from '../load-draft.ts';
import { seenBy } from '../seen-by.ts';
import type { Scope } from '../session.ts';
import { erasingsOf } from '../../../shared/domain/draft/open-values.ts';
import { momentsOf } from '../../../shared/domain/finalising/clocks/moments-of.ts';
import {
  retentionStates,
  type RetentionState,
} from '../../../shared/domain/finalising/retention/retention-state.ts';
import { retentionWords } from '../../../shared/domain/finalising/retention/retention-words.ts';
import { done, refused, type Result } from '../../../shared/domain/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { RetentionView } from '../../../shared/ipc/retention-views.ts';

/** No more records are erased by one record. */
const atOnce = 200;

async function statesOf(scope: Scope, draft: string): Promise<Result<readonly RetentionState[], CallError>> {
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const folded = await seenBy(scope, loaded.value.verified.folded);
  if (folded === null) return refused(noDraft);
  const schedule = adoptedFramework(folded, scope.ports.crypto.sha256)?.retention ?? [];
  const erased = erasingsOf(
    folded.graph,
    folded.graph.entries.filter(({ record }) => !folded.rights.setAside.has(record.id)),
  );
  const held = folded.graph.entries
    .filter(({ record }) => record.words !== undefined && !erased.has(record.id))
    .map(({ record }) => ({ id: record.id, type: record.type }));
  const { moments } = momentsOf(folded.state, (at) => localDay(Date.parse(at)));
  return done(retentionStates(schedule, held, moments, localDay(scope.ports.clock.now())));
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
      told: retentionWords(rule),
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
  const found = states.value.find((one) => one.rule.id === rule);
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
