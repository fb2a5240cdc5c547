import type { ChainPlace } from './record-chain.ts';
import type { LoadedDraft } from './session.ts';
import type { DeviceKey, PersonId } from '../../shared/domain/events/record.ts';

/** Where this device's next record in a draft goes, or null while its own earlier records do not fold. */
export function ownPlace(loaded: LoadedDraft, author: PersonId, key: DeviceKey): ChainPlace | null {
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
  return {
    draft,
    author,
    key,
    seq: seq + 1,
    prev,
    heads: folded.state.heads,
    lamport: folded.state.lamport + 1,
  };
}
