import { standingSeals } from './standing-seals.ts';
import { draftEventTypes } from './event-types.ts';
import { judgmentSealed } from '../finalising/judgment-sealed.ts';
import { sealWithdrawn } from '../finalising/seal-withdrawn.ts';
import { sealFaults, type SealFault } from './seal-law.ts';
import { foldReopenings } from '../finalising/fold-reopenings.ts';
import type { DraftState, Seal } from './draft-state.ts';
import type { GraphRecord, RecordGraph } from '../records/record-graph.ts';

/** The seals, and whether the draft is sealed by them. */
export interface Sealing {
  readonly seals: readonly Seal[];
  readonly standing: DraftState['standing'];
  /** The seal that stands, where exactly one does. */
  readonly standingSeal: Seal | null;
  /** Seals that count for nothing, since what they cover lacks what the law of a seal asks for. */
  readonly unlawful: readonly UnlawfulSeal[];
}

/** A seal over records that lack something, and what. */
interface UnlawfulSeal {
  readonly record: string;
  readonly faults: readonly SealFault[];
}

/** A seal as it was made, whatever became of it. */
type MadeSeal = Omit<Seal, 'withdrawn' | 'reopened'>;

/**
 * Folds seals, their withdrawals and reopenings. Of two seals made without knowing of each other neither is final. Nobody
 * unseals a judgment alone: a withdrawal counts where another's seal stands beside the withdrawn one, and a seal made
 * over one that stood does not count, nor one whose records lack what the law of a seal asks for.
 */
export function foldSeals(graph: RecordGraph, counted: readonly GraphRecord[]): Sealing {
  const reopenings = foldReopenings(counted).flatMap(({ seal, confirmedBy }) =>
    confirmedBy === null ? [] : [{ seal, by: confirmedBy }],
  );
  const withdrawals: { readonly seal: string; readonly by: string }[] = [];
  const made: MadeSeal[] = [];
  const unlawful: UnlawfulSeal[] = [];
  const isOpenFor = (seal: string, record: string): boolean =>
    [...reopenings, ...withdrawals].some((act) => act.seal === seal && graph.isAncestor(act.by, record));
  for (const { record } of counted) {
    const known = made.filter((seal) => graph.isAncestor(seal.id, record.id));
    if (record.type === judgmentSealed.type) {
      const body = judgmentSealed.in(record);
      if (body === undefined || !known.every((seal) => isOpenFor(seal.id, record.id))) continue;
      const { heads, count, idsHash } = body;
      const faults = graph.redacted ? [] : sealFaults(graph, record, heads);
      if (faults.length > 0) {
        unlawful.push({ record: record.id, faults });
        continue;
      }
      made.push({ id: record.id, author: record.author, at: record.at, heads, count, idsHash });
    } else if (record.type === sealWithdrawn.type) {
      const body = sealWithdrawn.in(record);
      const standing = known.filter((seal) => !withdrawals.some((withdrawal) => withdrawal.seal === seal.id));
      const competing = standing.filter((seal) => areApart(graph, seal.id, body?.seal ?? ''));
      if (standing.some(({ id }) => id === body?.seal) && mayWithdraw(competing, record.author))
        withdrawals.push({ seal: body?.seal ?? '', by: record.id });
    }
  }
  const withdrawn = new Set(withdrawals.map(({ seal }) => seal));
  const reopened = new Map(reopenings.toReversed().map(({ seal, by }) => [seal, by]));
  const seals = made.map((seal) => ({
    ...seal,
    withdrawn: withdrawn.has(seal.id),
    reopened: reopened.get(seal.id) ?? null,
  }));
  const standing = standingSeals(seals);
  const only = standing.length === 1 ? (standing[0] ?? null) : null;
  if (standing.length > 1) return { seals, standing: 'seals-contested', standingSeal: null, unlawful };
  if (only !== null) return { seals, standing: 'sealed', standingSeal: only, unlawful };
  return { seals, standing: seals.length > 0 ? 'reopened' : 'open', standingSeal: null, unlawful };
}

function areApart(graph: RecordGraph, one: string, other: string): boolean {
  return one !== other && !graph.isAncestor(one, other) && !graph.isAncestor(other, one);
}

/** Whether somebody may withdraw a seal, given those that compete with it: one of these has to be another's. */
export function mayWithdraw(competing: readonly { readonly author: string }[], person: string): boolean {
  return competing.some(({ author }) => author !== person);
}

/** Records that no standing seal covers, that know of no reopening, and that do not speak of the seal itself. */
export function arrivedAfterSealing(graph: RecordGraph, sealing: Sealing): readonly string[] {
  const { standingSeal } = sealing;
  if (standingSeal === null) return [];
  return graph.entries
    .filter(({ record }) => draftEventTypes.get(record.type)?.speaksOfSeal !== true)
    .map(({ record }) => record.id)
    .filter((id) => id !== standingSeal.id && !standingSeal.heads.some((head) => graph.isWithin(id, head)));
}

/**
 * What counts of a draft with a standing seal: the records that it covers, as they counted for whoever sealed, and days
 * of moments recorded beside it. These touch nothing that is sealed: a report is published after its judgment is final,
 * and clocks and retention run from that day.
 */
export function countedWithSeal(
  graph: RecordGraph,
  { heads }: Seal,
  allCounted: readonly GraphRecord[],
  sealed: readonly GraphRecord[],
): readonly GraphRecord[] {
  const later = allCounted.filter(
    ({ record }) =>
      draftEventTypes.get(record.type)?.countsBesideSeal === true &&
      !heads.some((head) => graph.isWithin(record.id, head)),
  );
  return [...sealed, ...later];
}
