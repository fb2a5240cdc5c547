import { accuracyAnswered } from './accuracy-answered.ts';
import { accuracyReceived } from './accuracy-received.ts';
import { accuracySent } from './accuracy-sent.ts';
import { roleGranted } from '../people/role-granted.ts';
import type { OpenValues } from '../records/open-values.ts';
import type { GraphRecord } from '../records/record-graph.ts';
import type { AccuracyAnswer, AccuracyPoint, AccuracyState } from './accuracy-state.ts';
import { accuracyField } from './accuracy-fields.ts';
import { evidenceNoted } from '../evidence/evidence-noted.ts';

type Sent = NonNullable<AccuracyState['sent']>;

function answersTo(values: OpenValues, received: string, point: number): readonly AccuracyAnswer[] {
  return accuracyField.open(values, { received, point: String(point) }).flatMap(({ record }) => {
    const body = accuracyAnswered.in(record);
    if (body === undefined) return [];
    const { answer, reasons, change } = body;
    return [{ record: record.id, author: record.author, at: record.at, answer, reasons, change }];
  });
}

/** Whoever wrote an evidence note or was ever given the role of inspector was on site, sorted. */
function onSiteOf(counted: readonly GraphRecord[]): readonly string[] {
  const people = counted.flatMap(({ record }) => {
    if (record.type === evidenceNoted.type) return [record.author];
    const granted = roleGranted.in(record);
    return granted?.role === 'inspector' ? [granted.person] : [];
  });
  return [...new Set(people)].sort();
}

/** Folds the factual accuracy check: the draft sent last and everything that came back on any that was sent. */
export function foldAccuracy(counted: readonly GraphRecord[], values: OpenValues): AccuracyState {
  let sent: Sent | null = null;
  let firstSentAt: string | null = null;
  let receivedAt: string | null = null;
  const points: AccuracyPoint[] = [];
  const files: AccuracyState['files'][number][] = [];
  const odd: AccuracyState['odd'][number][] = [];
  for (const { record } of counted) {
    const { id, author, at } = record;
    const made = accuracySent.in(record);
    if (made !== undefined) {
      firstSentAt ??= at;
      const earlier: Sent['earlier'] = sent === null ? null : { at: sent.at, paragraphs: sent.paragraphs };
      sent = { record: id, author, at, earlier, ...made };
      receivedAt = null;
    }
    const back = accuracyReceived.in(record);
    if (back === undefined) continue;
    if (back.sent === sent?.record) receivedAt ??= at;
    odd.push(...back.odd);
    if (back.file !== null) files.push({ ...back.file, at });
    for (const [point, one] of back.points.entries()) {
      const answers = answersTo(values, id, point);
      points.push({ received: id, sent: back.sent, point, number: points.length + 1, ...one, answers });
    }
  }
  return { sent, firstSentAt, receivedAt, points, odd, files, onSite: onSiteOf(counted) };
}
