import type { ChainPlace } from './record-chain.ts';
import type { WholeDraft } from './session.ts';
import type { DeviceKey, PersonId } from '../../shared/domain/events/record.ts';

/** Where this device's next record in a draft goes, or null while its own earlier records do not fold. */
export function ownPlace(loaded: WholeDraft, author: PersonId, key: DeviceKey): ChainPlace | null {
  const { folded, draft } = loaded.verified;
  if (folded === null) return null;
  let seq = 0;
  let prev: string | null = null;
  for (const { record } of folded.graph.entries) {
    if (record.key === key && record.seq > seq) {
      seq = record.seq;
      prev = record.id;
    }
  }
  // At most 64 can be named; the newest always hold the greatest lamport.
  const heads = folded.state.heads
    .toSorted(
      (a, b) => (folded.graph.get(b)?.record.lamport ?? 0) - (folded.graph.get(a)?.record.lamport ?? 0),
    )
    .slice(0, 64);
  return {
    draft,
    author,
    key,
    seq: seq + 1,
    prev,
    heads,
    lamport: folded.state.lamport + 1,
  };
}
