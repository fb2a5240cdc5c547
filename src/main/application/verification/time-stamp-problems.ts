import type { VerifiedDraft } from '../../../shared/judgment/verify-draft.ts';
import type { Problem } from '../../../shared/records/checked-line.ts';
import { sealTimeStamped } from '../../../shared/finalising/seal-time-stamped.ts';
import { fromBase64 } from '../evidence/from-base64.ts';
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
