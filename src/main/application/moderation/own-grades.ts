import { z } from 'zod';
import { adoptedFramework } from '../session/adopted-framework.ts';
import { lockedBy, noDraft, noPerson } from '../session/call-errors.ts';
import { findRound, takesPart } from './find-round.ts';
import { keepSecret, readSecret } from '../lodging/kept-secret.ts';
import { loadDraft } from '../load.ts';
import { noPart, notOpen } from './moderation-refusals.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { areaOf } from '../../../shared/framework/grade-order.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { canonical } from '../../../shared/records/canonical.ts';
import { gradedEarly } from '../../../shared/moderation/grading-order.ts';
import { lodgedEntrySchema, type LodgedEntry } from '../../../shared/moderation/lodged-grades.ts';
import type { Round } from '../../../shared/moderation/round.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { OwnGradesView } from '../../../shared/ipc/moderation-views.ts';

const entriesSchema = z.array(lodgedEntrySchema);
const keptSchema = z.strictObject({ entries: entriesSchema, lodged: entriesSchema.nullable() });

/** What this computer keeps of one's own grades: as typed, and as it lodged them last. */
type KeptGrades = z.infer<typeof keptSchema>;

/** Where the encrypted journal keeps one's own grades of a round. */
function slotOf(draft: string, round: string): string {
  return `${draft}-grades-${round.slice(0, 16)}`;
}

/** Writes one's own grades into the journal, encrypted: nothing of them ever lies on the disk in the clear. */
export function concealGrades(
  scope: Scope,
  { draft, round }: { readonly draft: string; readonly round: string },
  kept: KeptGrades,
): Promise<Result<{ at: string }, CallError>> {
  return keepSecret(scope, slotOf(draft, round), kept);
}

/** Reads them again; nothing where nothing is kept. */
function unconcealGrades(
  scope: Scope,
  { draft, round }: { readonly draft: string; readonly round: string },
): Promise<Result<{ readonly kept: KeptGrades; readonly at: string } | null, CallError>> {
  return readSecret(scope, slotOf(draft, round), keptSchema);
}

/** Why entries cannot be kept or lodged for a round; null where they can. */
export function entriesObjection(
  folded: FoldedDraft,
  round: Round,
  entries: readonly LodgedEntry[],
  sha256: (utf8: string) => string,
): CallError | null {
  const framework = adoptedFramework(folded, sha256);
  const areas = entries.map((entry) => entry.area);
  if (framework === null || areas.some((area) => !round.areas.includes(area))) return strangeArea;
  if (new Set(areas).size < areas.length) return strangeArea;
  const early = gradedEarly(framework, round.areas, entries);
  if (early.length > 0) {
    const titles = early.map((area) => areaOf(framework, area)?.title ?? area).join(', ');
    return {
      code: 'not-allowed',
      message: `The parts are judged before the whole: grade the other areas before ${titles}. Nothing was kept.`,
    };
  }
  return null;
}

const strangeArea: CallError = {
  code: 'wrong-shape',
  message: 'These grades name an area that this round does not grade, or one twice. Nothing was kept.',
};

/** The round of a draft, where this profile's person takes part in it. */
async function roundIn(
  scope: Scope,
  draft: Pick<FoldedDraft, 'state'>,
  id: string,
): Promise<Result<{ round: Round; person: string }, CallError>> {
  const self = await scope.ports.keys.self();
  if (self === null) return refused(noPerson);
  const round = findRound(draft, id);
  if (!round.ok) return round;
  return takesPart(round.value, self.person)
    ? done({ round: round.value, person: self.person })
    : refused(noPart);
}

/** The same with the draft as it is, whole: for what is lodged or kept in it. */
export async function ownRound(
  scope: Scope,
  input: { readonly draft: string; readonly round: string },
): Promise<Result<{ folded: FoldedDraft; round: Round; person: string }, CallError>> {
  const loaded = await loadDraft(scope, input.draft);
  if (!loaded.ok) return loaded;
  const { folded } = loaded.value.verified;
  if (folded === null) return refused(noDraft);
  const own = await roundIn(scope, folded, input.round);
  return own.ok ? done({ folded, ...own.value }) : own;
}

/** One's own grades in a round, as this computer keeps them. */
export async function readOwnGrades(
  scope: Scope,
  input: CallInput<'readOwnGrades'>,
): Promise<Result<OwnGradesView, CallError>> {
  const loaded = await loadSeen(scope, input.draft);
  if (!loaded.ok) return loaded;
  const own = await roundIn(scope, loaded.value.seen, input.round);
  if (!own.ok) return own;
  const found = await unconcealGrades(scope, input);
  if (!found.ok) return found;
  const { round, person } = own.value;
  const last = round.lodgings.filter((one) => one.author === person).at(-1);
  const kept = found.value?.kept ?? { entries: [], lodged: null };
  return done({
    entries: kept.entries,
    at: found.value?.at ?? null,
    lodged: last === undefined ? null : { n: last.n, at: last.at },
    changed: kept.entries.length > 0 && canonical(kept.entries) !== canonical(kept.lodged),
  });
}

/** Keeps what is typed, encrypted, on this computer. */
export async function keepOwnGrades(
  scope: Scope,
  input: CallInput<'keepOwnGrades'>,
): Promise<Result<{ at: string }, CallError>> {
  if (scope.ports.lockedBy !== null) return refused(lockedBy(scope.ports.lockedBy));
  const own = await ownRound(scope, input);
  if (!own.ok) return own;
  const { folded, round } = own.value;
  if (round.standing !== 'lodging') return refused(notOpen);
  const refusal = entriesObjection(folded, round, input.entries, scope.ports.crypto.sha256);
  if (refusal !== null) return refused(refusal);
  const found = await unconcealGrades(scope, input);
  const lodged = found.ok ? (found.value?.kept.lodged ?? null) : null;
  return concealGrades(scope, input, { entries: input.entries, lodged });
}
