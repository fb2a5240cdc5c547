import { accuracyAnswered } from './accuracy-answered.ts';
import { accuracyReceived } from './accuracy-received.ts';
import { accuracySent } from './accuracy-sent.ts';
import { roleGranted } from '../people/role-granted.ts';
import type { OpenValues } from '../records/open-values.ts';
import type { GraphRecord, RecordGraph } from '../records/record-graph.ts';
import type {
  AccuracyAnswer,
  AccuracyPoint,
  AccuracyState,
  NumberedParagraph,
  SentDraft,
} from './accuracy-state.ts';
import { changedSince } from './changed-since.ts';
import { withoutCitations } from '../evidence/citations.ts';
import type { FieldValue } from '../records/define-event.ts';
import type { RecordId } from '../records/record.ts';
import { splitParagraphs } from '../text/split-paragraphs.ts';
import { accuracyField } from './accuracy-fields.ts';
import { improvementsField, narrativeField, pointsField } from '../draft/judgment-fields.ts';
import { revisionSaved } from '../draft/revision-saved.ts';
import { evidenceNoted } from '../evidence/evidence-noted.ts';

type Sent = NonNullable<AccuracyState['sent']>;

/** The revisions that make the change that a comment, which came in a record, asks for: of a paragraph, or of the whole. */
type MadeIn = (received: string, paragraph: NumberedParagraph | undefined) => readonly string[];

function answersTo(
  values: OpenValues,
  received: string,
  point: number,
  revisions: readonly string[],
): readonly AccuracyAnswer[] {
  return accuracyField.open(values, { received, point: String(point) }).flatMap(({ record }) => {
    const body = accuracyAnswered.in(record);
    if (body === undefined) return [];
    const { answer, reasons, change } = body;
    const made = revisions.find((revision) => revision === change) ?? revisions.at(-1) ?? null;
    return [{ record: record.id, author: record.author, at: record.at, answer, reasons, change, made }];
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

/** A revision's text or points of one section, as one text, with what it was written over. */
interface Rewritten {
  readonly revision: RecordId;
  readonly before: readonly string[];
  readonly after: string;
}

/** Words as the provider reads them: single spaces, no citations. */
function plainly(text: string): string {
  return withoutCitations(text).replaceAll(/\s+/gu, ' ').trim();
}

function textOf(value: FieldValue | null): string {
  if (value === null) return '';
  if ('text' in value) return value.text;
  return 'points' in value ? value.points.map(({ text }) => text).join('\n\n') : '';
}

/** By section, every revision that wrote in it, in fold order. */
function rewritings(counted: readonly GraphRecord[]): ReadonlyMap<string, readonly Rewritten[]> {
  const bySection = new Map<string, Rewritten[]>();
  const written = new Map<string, string>();
  for (const { record, event } of counted) {
    if (record.type !== revisionSaved.type) continue;
    for (const { field, value, over } of event?.writes ?? []) {
      const section = sectionWritten(field);
      if (section === undefined) continue;
      const after = textOf(value);
      const before = over.map((id) => written.get(`${id} ${field}`) ?? '');
      written.set(`${record.id} ${field}`, after);
      bySection.set(section, [...(bySection.get(section) ?? []), { revision: record.id, before, after }]);
    }
  }
  return bySection;
}

/** The section of the report that a field's text or points stand in. */
function sectionWritten(field: string): string | undefined {
  if (improvementsField.is(field)) return 'improvements';
  return narrativeField.partsOf(field)?.section ?? pointsField.partsOf(field)?.section;
}

const marker = /^(?:[-*•◼▪–]|\d{1,3}\.|[a-z]\))\s+/u;

/** A text's paragraphs as the provider reads them, without the signs of lists. */
function piecesOf(text: string): readonly string[] {
  return splitParagraphs(withoutCitations(text)).map((piece) =>
    plainly(piece.text.slice(piece.start, piece.end)).replace(marker, ''),
  );
}

/** The paragraph that one stands as in a text: itself, or where it was changed before, the one most like it. */
function standsAs(paragraph: string, text: string): string | null {
  const pieces = piecesOf(text);
  if (pieces.includes(paragraph)) return paragraph;
  const read = pieces.map((piece, at) => ({ number: at + 1, section: '', text: piece }));
  const [changed] = changedSince([{ section: '', text: paragraph }], read);
  return changed?.before?.text ?? null;
}

/** Whether a revision changed a paragraph that was sent; where nothing of it was left before, whether it wrote anything else. */
function touches({ before, after }: Rewritten, paragraph: string): boolean {
  return before.some((text) => {
    const stood = standsAs(paragraph, text);
    return stood === null ? plainly(text) !== plainly(after) : !piecesOf(after).includes(stood);
  });
}

/** Which revisions were saved with the comment among what was known and change the paragraph that it is about. */
function revisionsIn(
  graph: Pick<RecordGraph, 'isAncestor'>,
  counted: readonly GraphRecord[],
  values: OpenValues,
): MadeIn {
  const bySection = rewritings(counted);
  return (received, paragraph) => {
    const all = paragraph === undefined ? [...bySection.values()].flat() : bySection.get(paragraph.section);
    const later = (all ?? []).filter(({ revision }) => graph.isAncestor(received, revision));
    if (paragraph === undefined) return later.map(({ revision }) => revision);
    const { section } = paragraph;
    const sent = plainly(paragraph.text).replace(marker, '');
    const fields = [narrativeField.of(values, { section }), pointsField.of(values, { section })];
    const now = [...fields, ...(section === 'improvements' ? [improvementsField.of(values, {})] : [])];
    const isThere = now.flat().some((open) => piecesOf(wordsOf(open.value)).includes(sent));
    return isThere ? [] : later.filter((each) => touches(each, sent)).map(({ revision }) => revision);
  };
}

function wordsOf(value: string | readonly { readonly text: string }[] | null): string {
  return typeof value === 'string' ? value : (value ?? []).map(({ text }) => text).join('\n\n');
}

/** Folds the factual accuracy check: the draft sent last and everything that came back on any that was sent. */
export function foldAccuracy(
  graph: Pick<RecordGraph, 'isAncestor'>,
  counted: readonly GraphRecord[],
  values: OpenValues,
): AccuracyState {
  const madeIn = revisionsIn(graph, counted, values);
  const paragraphs = new Map<string, Sent['paragraphs']>();
  let sent: Sent | null = null;
  const sendings: SentDraft[] = [];
  const returns: AccuracyState['returns'][number][] = [];
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
      sendings.push({ record: id, author, at, ...made });
      sent = { record: id, author, at, earlier, ...made };
      receivedAt = null;
    }
    const back = accuracyReceived.in(record);
    if (back === undefined) continue;
    if (back.sent === sent?.record) receivedAt ??= at;
    odd.push(...back.odd);
    const kept = back.file?.bytes === undefined ? null : back.file.sha256;
    returns.push({ record: id, author, at, ...back, file: back.file?.name ?? null, kept });
    if (back.file !== null) files.push({ ...back.file, at });
    for (const [point, one] of back.points.entries()) {
      const about = paragraphs.get(back.sent)?.find(({ number }) => number === one.paragraph);
      const answers = answersTo(values, id, point, madeIn(id, about));
      points.push({ received: id, sent: back.sent, point, number: points.length + 1, ...one, answers });
    }
  }
  return { sent, sendings, returns, firstSentAt, receivedAt, points, odd, files, onSite: onSiteOf(counted) };
}
