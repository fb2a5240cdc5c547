import type { VerifiedDraft } from '../../../shared/judgment/verify-draft.ts';
import type { Problem } from '../../../shared/records/checked-line.ts';
import { sealTimeStamped } from '../../../shared/finalising/seal-time-stamped.ts';
import type { Scope } from '../session/session.ts';

/** What is wrong with the time-stamps that a draft's counted records hold: each response is read again, offline, against its seal. */
export async function timeStampProblems(
  verified: VerifiedDraft,
  timeStamps: Scope['ports']['timeStamps'],
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const setAside = verified.folded?.rights.setAside;
  for (const { record } of verified.folded?.graph.entries ?? []) {
    if (record.type !== sealTimeStamped.type || setAside?.has(record.id) === true) continue;
    const body = sealTimeStamped.in(record);
    if (body === undefined) continue;
    const facts = await timeStamps.read(fromBase64(body.response), body.seal);
    const why = !facts.ok
      ? `${facts.error.message.split('. ')[0] ?? ''}.`
      : facts.value.time === body.time
        ? null
        : `It says ${facts.value.time}, and the record says ${body.time}.`;
    if (why !== null)
      problems.push({
        level: 'broken',
        file: '',
        line: 0,
        record: record.id,
        code: 'time-stamp',
        message: `The time-stamp in this record does not hold. ${why}`,
      });
  }
  return problems;
}

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

/** The bytes of a base64 text (RFC 4648, section 4), which must be one. */
function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
