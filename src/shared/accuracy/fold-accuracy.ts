import { accuracyAnswered } from './accuracy-answered.ts';
import { accuracyReceived } from './accuracy-received.ts';
import { accuracySent } from './accuracy-sent.ts';
import { roleGranted } from '../people/role-granted.ts';
import type { OpenValues } from '../records/open-values.ts';
import type { GraphRecord, RecordGraph } from '../records/record-graph.ts';
import type { AccuracyAnswer, AccuracyPoint, AccuracyState } from './accuracy-state.ts';
import { accuracyField } from './accuracy-fields.ts';
import { improvementsField, narrativeField, pointsField } from '../draft/judgment-fields.ts';
import { revisionSaved } from '../draft/revision-saved.ts';
import { evidenceNoted } from '../evidence/evidence-noted.ts';

type Sent = NonNullable<AccuracyState['sent']>;

/** Whether a revision makes a change that was asked for in a record, in a section where one is known. */
type IsMade = (revision: string, received: string, section: string | undefined) => boolean;

function answersTo(
  values: OpenValues,
  received: string,
  point: number,
  isMadeIn: (revision: string) => boolean,
): readonly AccuracyAnswer[] {
  return accuracyField.open(values, { received, point: String(point) }).flatMap(({ record }) => {
    const body = accuracyAnswered.in(record);
    if (body === undefined) return [];
    const { answer, reasons, change } = body;
    const isMade = change !== null && isMadeIn(change);
    return [{ record: record.id, author: record.author, at: record.at, answer, reasons, change, isMade }];
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

/** Which revisions make a change: saved with the comment among what was known, and writing where it is about. */
function revisionsIn(graph: Pick<RecordGraph, 'isAncestor'>, counted: readonly GraphRecord[]): IsMade {
  const sections = new Map(
    counted.flatMap(({ record, event }): [string, readonly (string | undefined)[]][] =>
      record.type === revisionSaved.type
        ? [[record.id, (event?.writes ?? []).map(({ field }) => sectionWritten(field))]]
        : [],
    ),
  );
  return (revision, received, section) =>
    graph.isAncestor(received, revision) &&
    sections.get(revision)?.some((written) => (section === undefined ? true : written === section)) === true;
}

/** The section of the report that a field's text or points stand in. */
function sectionWritten(field: string): string | undefined {
  if (improvementsField.is(field)) return 'improvements';
  return narrativeField.partsOf(field)?.section ?? pointsField.partsOf(field)?.section;
}

/** Folds the factual accuracy check: the draft sent last and everything that came back on any that was sent. */
export function foldAccuracy(
  graph: Pick<RecordGraph, 'isAncestor'>,
  counted: readonly GraphRecord[],
  values: OpenValues,
): AccuracyState {
  const isMade = revisionsIn(graph, counted);
  const paragraphs = new Map<string, Sent['paragraphs']>();
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
      paragraphs.set(id, made.paragraphs);
      sent = { record: id, author, at, earlier, ...made };
      receivedAt = null;
    }
    const back = accuracyReceived.in(record);
    if (back === undefined) continue;
    if (back.sent === sent?.record) receivedAt ??= at;
    odd.push(...back.odd);
    if (back.file !== null) files.push({ ...back.file, at });
    for (const [point, one] of back.points.entries()) {
      const section = paragraphs.get(back.sent)?.find(({ number }) => number === one.paragraph)?.section;
      const answers = answersTo(values, id, point, (revision) => isMade(revision, id, section));
      points.push({ received: id, sent: back.sent, point, number: points.length + 1, ...one, answers });
    }
  }
  return { sent, firstSentAt, receivedAt, points, odd, files, onSite: onSiteOf(counted) };
}
