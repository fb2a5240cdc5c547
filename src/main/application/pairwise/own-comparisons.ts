import { z } from 'zod';
import { lockedBy, noPerson } from '../session/call-errors.ts';
import { takesPart } from '../moderation/find-round.ts';
import { keepSecret, readSecret } from '../lodging/kept-secret.ts';
import { noPart, notOpen } from '../moderation/moderation-refusals.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { comparisonIn, findComparison } from './find-comparison.ts';
import { comparisonSchema } from '../../../shared/pairwise/lodged-comparisons.ts';
import { shown } from '../../../shared/records/settled.ts';
import { canonical } from '../../../shared/records/canonical.ts';
import type { ComparedItem } from '../../../shared/pairwise/comparison-opened.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { ComparisonView } from '../../../shared/ipc/pairwise-views.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

const keptSchema = z.strictObject({
  comparisons: z.array(comparisonSchema),
  lodged: z.array(comparisonSchema).nullable(),
});
/** What this computer keeps of one's own comparisons: as made, and as it lodged them last. */
type KeptComparisons = z.infer<typeof keptSchema>;

/** Comparisons of something that the round does not list. */
export const strange: CallError = {
  code: 'wrong-shape',
  message: 'These comparisons name something that this round does not list. Nothing was changed.',
};

type Place = { readonly draft: string; readonly round: string };

const slotOf = ({ draft, round }: Place): string => `${draft}-compared-${round.slice(0, 16)}`;

/** Keeps one's own comparisons on this computer, encrypted. */
export function concealComparisons(
  scope: Scope,
  place: Place,
  kept: KeptComparisons,
): Promise<Result<{ at: string }, CallError>> {
  return keepSecret(scope, slotOf(place), kept);
}

/** A thing's text as the round's revision has it and this person may see it; null where the draft is not here. */
async function textOf(scope: Scope, item: ComparedItem): Promise<string | null> {
  const loaded = await loadSeen(scope, item.draft);
  const seen = loaded.ok ? loaded.value.seen.at(item.revision) : null;
  if (seen === null) return null;
  const texts = Object.entries(seen.state.narratives).filter(
    ([section]) => item.area === null || section === item.area,
  );
  return texts
    .map(([, field]) => shown(field) ?? '')
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The things of a round of comparisons to be read, and one's own comparisons as this computer keeps them. */
export async function readComparison(
  scope: Scope,
  input: CallInput<'readComparison'>,
): Promise<Result<ComparisonView, CallError>> {
  const loaded = await loadSeen(scope, input.draft);
  if (!loaded.ok) return loaded;
  const person = (await scope.ports.keys.self())?.person;
  if (person === undefined) return refused(noPerson);
  const found = comparisonIn(loaded.value.seen, input.round);
  if (!found.ok) return found;
  const round = found.value;
  const kept = takesPart(round, person) ? await readSecret(scope, slotOf(input), keptSchema) : done(null);
  if (!kept.ok) return kept;
  const { comparisons, lodged } = kept.value?.kept ?? { comparisons: [], lodged: null };
  const last = round.lodgings.filter((one) => one.author === person).at(-1);
  const texts: (string | null)[] = [];
  for (const item of round.items) texts.push(await textOf(scope, item));
  return done({
    texts,
    comparisons,
    lodged: last === undefined ? null : { n: last.n, at: last.at },
    changed: comparisons.length > 0 && canonical(comparisons) !== canonical(lodged),
  });
}

/** Keeps what was compared so far, encrypted, on this computer. */
export async function keepComparisons(
  scope: Scope,
  { comparisons, ...place }: CallInput<'keepComparisons'>,
): Promise<Result<{ at: string }, CallError>> {
  if (scope.ports.lockedBy !== null) return refused(lockedBy(scope.ports.lockedBy));
  const found = await findComparison(scope, place);
  if (!found.ok) return found;
  const { round, person } = found.value;
  if (!takesPart(round, person)) return refused(noPart);
  if (round.standing !== 'lodging') return refused(notOpen);
  if (comparisons.some(({ better, worse }) => Math.max(better, worse) >= round.items.length))
    return refused(strange);
  const before = await readSecret(scope, slotOf(place), keptSchema);
  const lodged = before.ok ? (before.value?.kept.lodged ?? null) : null;
  return concealComparisons(scope, place, { comparisons, lodged });
}
