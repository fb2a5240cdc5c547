import type { RecordGraph } from '../records/record-graph.ts';
import type { PersonId, RecordId, SignedRecord } from '../records/record.ts';
import { contributionLodged } from './contribution-lodged.ts';
import { contributionOpened } from './contribution-opened.ts';
import { drawAbandoned } from './draw-abandoned.ts';
import { frameConfirmed } from './frame-confirmed.ts';
import { outsideRecorded } from './outside-recorded.ts';
import { sampleDrawn } from './sample-drawn.ts';
import { type FrameFrozenBody } from './frame-frozen.ts';
import type { AuditRole } from './audit-roles.ts';
import type { Sha256 } from './consistent-sampler.ts';
import { drawFrom, seedOf } from './draw-sample.ts';

/** A frame and what became of it. */
export interface Draw extends FrameFrozenBody {
  /** The frame's record, whose id is the frame's hash. */
  readonly frame: RecordId;
  readonly by: PersonId;
  readonly at: string;
  confirmedBy: PersonId | null;
  /** By contributor, the record that lodged, and what it bound them to. */
  readonly lodged: Map<PersonId, { readonly record: RecordId; readonly commitment: string }>;
  /** By contributor, what they opened. */
  readonly opened: Map<PersonId, string>;
  /** Who read which outside number, the last reading of each. */
  readonly readings: Map<PersonId, string>;
  abandoned: { readonly by: PersonId; readonly at: string; readonly reason: string } | null;
  /** Once it can be known: the text from which every ticket comes. */
  seed: string | null;
  /** Once there is a seed: the seals of each stratum, in the order of their tickets. */
  sample: readonly (readonly RecordId[])[] | null;
  /** When the draw was signed; null before. */
  drawnAt: string | null;
}

/** What a draw waits for next. */
export type DrawStep = 'confirm' | 'lodge' | 'wait' | 'open' | 'read' | 'draw' | 'drawn' | 'abandoned';

/** What a draw waits for at a moment, in ms since 1970. */
export function stepAt(draw: Draw, now: number): DrawStep {
  if (draw.abandoned !== null) return 'abandoned';
  if (draw.drawnAt !== null) return 'drawn';
  if (draw.confirmedBy === null) return 'confirm';
  if (draw.lodged.size < draw.contributors.length) return 'lodge';
  if (draw.seed !== null) return 'draw';
  if (now < Date.parse(draw.moment)) return 'wait';
  return draw.opened.size < draw.contributors.length ? 'open' : 'read';
}

/** The number that two people read alike; null before. */
export function numberOf({ readings }: Draw): string | null {
  const values = [...readings.values()];
  return values.find((value, at) => values.indexOf(value) !== at) ?? null;
}

/** A draw from its frame, or why the frame counts for nothing. */
export function beginDraw(
  { id, author, at }: SignedRecord,
  body: FrameFrozenBody,
  people: ReadonlyMap<PersonId, AuditRole>,
): Draw | string {
  const seals = body.strata.flatMap(({ judgments }) => judgments.map(({ seal }) => seal));
  if (new Set(seals).size < seals.length) return 'A judgment stands in it twice.';
  if (body.strata.some(({ draw, judgments }) => draw > judgments.length))
    return 'It draws more of a stratum than there is.';
  if (new Set(body.contributors).size < body.contributors.length)
    return 'Somebody stands twice among its contributors.';
  const isApart = (person: PersonId): boolean => !['lead', 'auditor'].includes(people.get(person) ?? '');
  if (!body.contributors.some(isApart)) return 'Everybody who gives to its seed audits.';
  if (!(Date.parse(at) < Date.parse(body.moment))) return 'Its moment had passed when it was signed.';
  return {
    ...body,
    frame: id,
    by: author,
    at,
    confirmedBy: null,
    lodged: new Map(),
    opened: new Map(),
    readings: new Map(),
    abandoned: null,
    seed: null,
    sample: null,
    drawnAt: null,
  };
}

interface Around {
  readonly draws: ReadonlyMap<RecordId, Draw>;
  readonly graph: RecordGraph;
  readonly people: ReadonlyMap<PersonId, AuditRole>;
  readonly sha256: Sha256;
}

const noFrame = 'The frame that it speaks of counts for nothing.';
const tooEarly =
  'It was signed before everything had been lodged, or before the moment that the frame names.';

/** Takes a step of a draw; answers with why it counts for nothing, or null where it counts. */
export function stepOfDraw(record: SignedRecord, around: Around): string | null {
  const { draws, people, sha256 } = around;
  const { author } = record;
  const confirmed = frameConfirmed.in(record);
  if (confirmed !== undefined) {
    const draw = draws.get(confirmed.frame);
    if (draw === undefined) return noFrame;
    if (author === draw.by) return 'Whoever froze a frame cannot confirm it.';
    if (people.get(author) !== 'lead' && !draw.contributors.includes(author))
      return 'Its author is neither audit lead nor gives to the seed.';
    draw.confirmedBy ??= author;
    return null;
  }
  const lodged = contributionLodged.in(record);
  if (lodged !== undefined) {
    const draw = draws.get(lodged.frame);
    if (draw === undefined) return noFrame;
    if (!draw.contributors.includes(author)) return 'Its author does not give to the seed.';
    if (draw.lodged.has(author)) return 'Its author had lodged before.';
    if (draw.opened.size > 0 || draw.readings.size > 0) return 'It was lodged after something was opened.';
    draw.lodged.set(author, { record: record.id, commitment: lodged.commitment });
    return null;
  }
  const opened = contributionOpened.in(record);
  if (opened !== undefined) {
    const draw = [...draws.values()].find((one) => one.lodged.get(author)?.record === opened.lodged);
    if (draw === undefined) return 'Its author lodged nothing of the kind.';
    if (!isLate(record, draw, around)) return tooEarly;
    if (sha256(opened.contribution) !== draw.lodged.get(author)?.commitment)
      return 'It is not what was lodged.';
    draw.opened.set(author, opened.contribution);
    return settle(draw, sha256);
  }
  const read = outsideRecorded.in(record);
  if (read !== undefined) {
    const draw = draws.get(read.frame);
    if (draw === undefined) return noFrame;
    if (people.get(author) !== 'lead' && !draw.contributors.includes(author))
      return 'Its author is neither audit lead nor gives to the seed.';
    if (!isLate(record, draw, around)) return tooEarly;
    if (draw.seed !== null) return 'The seed was known before.';
    draw.readings.set(author, read.number);
    return settle(draw, sha256);
  }
  return endOf(record, around);
}

function endOf(record: SignedRecord, { draws, people }: Around): string | null {
  const isLead = people.get(record.author) === 'lead';
  const abandoned = drawAbandoned.in(record);
  if (abandoned !== undefined) {
    const draw = draws.get(abandoned.frame);
    if (draw === undefined) return noFrame;
    if (!isLead) return 'Its author was not audit lead then.';
    draw.abandoned ??= { by: record.author, at: record.at, reason: abandoned.reason };
    return null;
  }
  const drawn = sampleDrawn.in(record);
  const draw = drawn === undefined ? undefined : draws.get(drawn.frame);
  if (drawn === undefined || draw === undefined) return noFrame;
  if (!isLead) return 'Its author was not audit lead then.';
  if (drawn.seed !== draw.seed || JSON.stringify(drawn.drawn) !== JSON.stringify(draw.sample))
    return notTheSample;
  draw.drawnAt ??= record.at;
  return null;
}

/** Why a signed sample counts for nothing where the files draw another. */
const notTheSample = 'Its sample is not the one that the frame, the contributions and the number draw.';

/** Whether whoever signed a record knew of every lodging, and the frame's moment had come by their clock. */
function isLate(record: SignedRecord, draw: Draw, { graph }: Around): boolean {
  return (
    draw.lodged.size === draw.contributors.length &&
    [...draw.lodged.values()].every((lodging) => graph.isAncestor(lodging.record, record.id)) &&
    Date.parse(record.at) >= Date.parse(draw.moment)
  );
}

/** Works the sample out once all that the seed is made of is known. */
function settle(draw: Draw, sha256: Sha256): null {
  const number = numberOf(draw);
  if (draw.seed !== null || number === null || draw.opened.size < draw.contributors.length) return null;
  const contributions = [...draw.opened].map(([person, contribution]) => ({ person, contribution }));
  draw.seed = seedOf(draw.frame, contributions, number, sha256);
  draw.sample = drawFrom(draw, draw.seed, sha256);
  return null;
}
