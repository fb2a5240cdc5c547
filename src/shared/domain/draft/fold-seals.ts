import { judgmentSealedBody } from '../events/judgment-sealed.ts';
import { sealWithdrawnBody } from '../events/seal-withdrawn.ts';
import { foldReopenings } from '../finalising/fold-reopenings.ts';
import type { DraftState, Seal } from './draft-state.ts';
import type { GraphRecord, RecordGraph } from './record-graph.ts';

/** The seals, and whether the draft is sealed by them. */
export interface Sealing {
  readonly seals: readonly Seal[];
  readonly standing: DraftState['standing'];
  /** The seal that stands, where exactly one does. */
  readonly standingSeal: Seal | null;
}

/** Folds seals, their withdrawals and reopenings. Of two seals made without knowing of each other neither is final. */
export function foldSeals(counted: readonly GraphRecord[]): Sealing {
  const withdrawn = new Set<string>();
  const reopened = new Map<string, string>();
  for (const { record } of counted) {
    if (record.type === 'seal.withdrawn') {
      const body = sealWithdrawnBody.safeParse(record.body).data;
      if (body !== undefined) withdrawn.add(body.seal);
    }
  }
  for (const { seal, confirmedBy } of foldReopenings(counted)) {
    if (confirmedBy !== null && !reopened.has(seal)) reopened.set(seal, confirmedBy);
  }
  const seals = counted.flatMap(({ record }): Seal[] => {
    if (record.type !== 'judgment.sealed') return [];
    const body = judgmentSealedBody.safeParse(record.body).data;
    if (body === undefined) return [];
    const { heads, count, idsHash } = body;
    return [
      {
        id: record.id,
        author: record.author,
        at: record.at,
        heads,
        count,
        idsHash,
        withdrawn: withdrawn.has(record.id),
        reopened: reopened.get(record.id) ?? null,
      },
    ];
  });
  const standing = seals.filter((seal) => !seal.withdrawn && seal.reopened === null);
  const only = standing.length === 1 ? (standing[0] ?? null) : null;
  if (standing.length > 1) return { seals, standing: 'seals-contested', standingSeal: null };
  if (only !== null) return { seals, standing: 'sealed', standingSeal: only };
  return { seals, standing: seals.length > 0 ? 'reopened' : 'open', standingSeal: null };
}

/** Kinds that speak of a seal, or of what comes after it. */
const ofSeals = new Set([
  'reopening.proposed',
  'content.erased',
  'seal.time-stamped',
  'copy.redacted',
  'moment.recorded',
]);

/** Records that no standing seal covers, that know of no reopening, and that do not speak of the seal itself. */
export function arrivedAfterSealing(graph: RecordGraph, sealing: Sealing): readonly string[] {
  const { standingSeal } = sealing;
  if (standingSeal === null) return [];
  return graph.entries
    .filter(({ record }) => !ofSeals.has(record.type))
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
      record.type === 'moment.recorded' && !heads.some((head) => graph.isWithin(record.id, head)),
  );
  return [...sealed, ...later];
}
