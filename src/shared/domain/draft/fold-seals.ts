import { judgmentReopenedBody } from '../events/judgment-reopened.ts';
import { judgmentSealedBody } from '../events/judgment-sealed.ts';
import { sealWithdrawnBody } from '../events/seal-withdrawn.ts';
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
    if (record.type === 'judgment.reopened') {
      const body = judgmentReopenedBody.safeParse(record.body).data;
      if (body !== undefined && !reopened.has(body.seal)) reopened.set(body.seal, record.id);
    }
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

/** Records that no standing seal covers, that know of no reopening, and that are no seal themselves. */
export function arrivedAfterSealing(graph: RecordGraph, sealing: Sealing): readonly string[] {
  const { standingSeal } = sealing;
  if (standingSeal === null) return [];
  return graph.entries
    .map(({ record }) => record.id)
    .filter((id) => id !== standingSeal.id && !standingSeal.heads.some((head) => graph.isWithin(id, head)));
}
