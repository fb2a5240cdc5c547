import type { Scope } from '../session/session.ts';
import type { VerifiedDraft } from '../../../shared/judgment/verify-draft.ts';
import type { Problem } from '../../../shared/records/checked-line.ts';

/** What a response (.tsr) given as a file says of one draft: a notice where it holds over one of its seals, else null. */
export async function timeStampGiven(
  { folded }: VerifiedDraft,
  response: Uint8Array,
  timeStamps: Scope['ports']['timeStamps'],
): Promise<Problem | null> {
  for (const seal of folded?.state.seals ?? []) {
    const facts = await timeStamps.read(response, seal.id);
    if (facts.ok) {
      const { time, authority } = facts.value;
      const message = `The time-stamp given holds: ${authority} saw the seal ${seal.id.slice(0, 16)} at ${time}. Whether to trust that authority is for you.`;
      return { level: 'notice', file: '', line: 0, record: seal.id, code: 'time-stamped', message };
    }
  }
  return null;
}
