import type { RecordGraph } from '../records/record-graph.ts';
import type { BodyOf } from '../records/define-event.ts';
import type { PersonId, RecordId, SignedRecord } from '../records/record.ts';
import type { AuditRole } from './audit-roles.ts';
import type { Draw } from './fold-draw.ts';
import { readersAssigned } from './readers-assigned.ts';
import { readingConcluded } from './reading-concluded.ts';
import { readingLodged, type ReadingStage } from './reading-lodged.ts';
import { readingOpened } from './reading-opened.ts';
import { keyFindingFrom } from './reading-words.ts';

/** What was lodged at one stage; its packet opens with the reading's key. */
export interface LodgedReading extends BodyOf<typeof readingLodged> {
  readonly record: RecordId;
  readonly at: string;
}

/** One person's reading of one drawn judgment. */
export interface Reading {
  readonly frame: RecordId;
  readonly seal: RecordId;
  readonly draft: RecordId;
  readonly reader: PersonId;
  readonly assignedAt: string;
  readonly lodged: Partial<Record<ReadingStage, LodgedReading>>;
  opened: { readonly record: RecordId; readonly at: string; readonly privateKey: string } | null;
  concluded: (BodyOf<typeof readingConcluded> & { readonly record: RecordId; readonly at: string }) | null;
}

/** What a reading waits for next: a lodging, what is made of it, or nothing. */
export type ReadingStep = ReadingStage | 'conclude' | 'done';

/** Until both lodgings are opened, whatever tells a grade is kept from the reader. */
export function stepOfReading({ lodged, opened, concluded }: Reading): ReadingStep {
  if (lodged.evidence === undefined) return 'evidence';
  if (opened === null) return 'narrative';
  return concluded === null ? 'conclude' : 'done';
}

/**
 * Whether what tells of a draw is kept from somebody: an auditor who has not opened all that they were given of it, or was
 * given nothing yet. A ticket tells its stratum and which case was planted, a figure the grades of others.
 */
export function isKeptFrom(
  {
    people,
    readings,
  }: { readonly people: ReadonlyMap<PersonId, AuditRole>; readonly readings: readonly Reading[] },
  frame: RecordId,
  person: PersonId,
): boolean {
  const own = readings.filter((reading) => reading.frame === frame && reading.reader === person);
  return own.some(({ opened }) => opened === null) || (people.get(person) === 'auditor' && own.length === 0);
}

/** What a record of readings is judged by: what the log says before it. */
interface Around {
  readonly draws: ReadonlyMap<RecordId, Draw>;
  readonly readings: Map<string, Reading>;
  readonly graph: RecordGraph;
  readonly people: ReadonlyMap<PersonId, AuditRole>;
}

/** Under what a reading stands among an audit's. */
function readingKey(frame: RecordId, seal: RecordId, reader: PersonId): string {
  return `${frame} ${seal} ${reader}`;
}

const noReader = 'Its author was not given this judgment to read.';

/** Takes a record of readings; undefined where it is none, else why it counts for nothing, or null where it counts. */
export function stepOfReadings(record: SignedRecord, around: Around): string | null | undefined {
  const assigned = readersAssigned.in(record);
  if (assigned !== undefined) return assign(record, assigned, around);
  const lodged = readingLodged.in(record);
  if (lodged !== undefined) return lodge(record, lodged, around);
  const opened = readingOpened.in(record);
  if (opened !== undefined) {
    const own = [...around.readings.values()].find(
      ({ reader, lodged: { evidence, narrative } }) =>
        reader === record.author &&
        evidence?.record === opened.evidence &&
        narrative?.record === opened.narrative,
    );
    if (own === undefined) return 'Its author did not lodge at both stages.';
    own.opened ??= { record: record.id, at: record.at, privateKey: opened.privateKey };
    return null;
  }
  const concluded = readingConcluded.in(record);
  if (concluded === undefined) return undefined;
  const own = [...around.readings.values()].find(
    ({ reader, opened: opening }) => reader === record.author && opening?.record === concluded.opened,
  );
  if (own === undefined) return 'Its author opened no such reading.';
  if (concluded.fileGrade >= keyFindingFrom && concluded.keyFinding === '')
    return 'Only a key finding takes a file to one of the two worst grades.';
  own.concluded = { ...concluded, record: record.id, at: record.at };
  return null;
}

function assign(
  { author, at }: SignedRecord,
  { frame, given, taken }: BodyOf<typeof readersAssigned>,
  { draws, readings, people }: Around,
): string | null {
  if (people.get(author) !== 'lead') return 'Its author was not audit lead then.';
  const draw = draws.get(frame);
  if (draw === undefined) return 'The frame that it speaks of counts for nothing.';
  if (draw.drawnAt === null || draw.abandoned !== null)
    return 'Its sample had not been drawn, or was abandoned.';
  const sample = new Set(draw.sample?.flat());
  if (given.some(({ seal }) => !sample.has(seal))) return 'It gives a judgment that was not drawn.';
  // A lead sees why each was drawn, so that nothing they read is read blind.
  if (given.some(({ person }) => people.get(person) !== 'auditor'))
    return 'It gives a judgment to somebody who is no auditor.';
  const away = taken.map(({ seal, person }) => readings.get(readingKey(frame, seal, person)));
  if (away.some((reading) => reading === undefined || reading.lodged.evidence !== undefined))
    return 'It takes a judgment from somebody who had lodged a grade of it, or had not been given it.';
  for (const { seal, person } of taken) readings.delete(readingKey(frame, seal, person));
  for (const { seal, draft, person } of given) {
    const key = readingKey(frame, seal, person);
    if (readings.has(key)) continue;
    const reading = { frame, seal, draft, reader: person, assignedAt: at, lodged: {} };
    readings.set(key, { ...reading, opened: null, concluded: null });
  }
  return null;
}

function lodge(
  { id, author, at }: SignedRecord,
  body: BodyOf<typeof readingLodged>,
  { draws, readings, graph, people }: Around,
): string | null {
  const own = readings.get(readingKey(body.frame, body.seal, author));
  if (own === undefined || people.get(author) !== 'auditor') return noReader;
  if (draws.get(body.frame)?.abandoned !== null) return 'Its draw was abandoned.';
  if (own.lodged[body.stage] !== undefined) return 'Its author had lodged at this stage before.';
  const { evidence } = own.lodged;
  if (body.stage === 'narrative') {
    if (evidence === undefined || !graph.isAncestor(evidence.record, id))
      return 'Its author had not lodged on the evidence before.';
    if (evidence.publicKey !== body.publicKey) return 'It is lodged to another key than the first reading.';
  }
  own.lodged[body.stage] = { ...body, record: id, at };
  return null;
}
