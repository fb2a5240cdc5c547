import type { ChainPlace } from './record-chain.ts';
import type { LoadedDraft } from './session.ts';
import type { RecordGraph } from '../../../shared/records/record-graph.ts';
import type { DeviceKey, PersonId } from '../../../shared/records/record.ts';

/** Where this device's next record in a draft goes, or null while its own earlier records do not fold. */
export function ownPlace(loaded: LoadedDraft, author: PersonId, key: DeviceKey): ChainPlace | null {
  const { folded } = loaded.verified;
  return folded === null ? null : placeIn(folded.graph, author, key);
}

/** Where a device's next record in a draft, or in another log, goes. */
export function placeIn(graph: RecordGraph, author: PersonId, key: DeviceKey): ChainPlace {
  const last = graph.tips().get(key);
  const lamportOf = (id: string): number => graph.get(id)?.record.lamport ?? 0;
  // At most 64 can be named; the newest always hold the greatest lamport.
  const heads = graph
    .heads()
    .toSorted((a, b) => lamportOf(b) - lamportOf(a))
    .slice(0, 64);
  const lamport = 1 + (graph.entries.at(-1)?.record.lamport ?? 0);
  const [seq, prev] = [1 + (last?.seq ?? 0), last?.id ?? null];
  return { draft: graph.draft, author, key, seq, prev, heads, lamport };
}
