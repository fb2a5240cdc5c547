import { draftBegun } from '../draft/draft-begun.ts';
import { draftEventTypes } from './event-types.ts';
import type { RecordId, SignedRecord } from '../records/record.ts';
import type { FoldedModeration } from '../moderation/fold-moderation.ts';
import { nothingRevealed, type LodgingFacts } from '../lodging/lodging-records.ts';
import { stillLeftOut } from './left-out.ts';
import type { LeftOut } from '../records/record-graph.ts';
import { rightsOf, type Rights } from './rights.ts';
import { isSameLoss, type LostDevices } from '../people/lost-devices.ts';
import type { DraftState } from './draft-state.ts';
import { isNewer } from './draft-notices.ts';
import { DraftHistory } from './draft-history.ts';
import { DraftParts } from './draft-parts.ts';
import { byFoldOrder } from '../records/fold-order.ts';
import { arrivedAfterSealing, countedWithSeal, foldSeals, type Sealing } from './fold-seals.ts';
import { kindInName } from '../records/name-key.ts';
import type { OpenValues } from '../records/open-values.ts';
import { erasingsOf, withErasings } from './erasings.ts';
import { RecordGraph, type GraphRecord } from '../records/record-graph.ts';
import { withSetAside } from './changed-since.ts';
import { begunStage } from './stage-standing.ts';
import { stateFields } from './state-fields.ts';
import { fields } from './fields.ts';

/** A draft folded from a set of records, with the graph it was folded from. */
export interface FoldedDraft {
  readonly graph: RecordGraph;
  readonly rights: Rights;
  readonly values: OpenValues;
  readonly moderation: FoldedModeration;
  readonly state: DraftState;
  /** What the next record is added to: see `foldMore`. */
  readonly basis: FoldBasis;
}

/** What a fold goes on from. */
interface FoldBasis {
  readonly lost: LostDevices;
  readonly sealing: Sealing;
  readonly parts: DraftParts;
  readonly history: DraftHistory;
}

/**
 * What a set of checked records says: the same whatever order they came in, however often, from whatever files. Null
 * while the draft's first record has not arrived.
 */
export function foldDraft(
  draft: RecordId,
  records: Iterable<SignedRecord>,
  statedLeftOut: LeftOut = new Map(),
  lost: LostDevices = new Map(),
  redacted = false,
): FoldedDraft | null {
  const graph = new RecordGraph(draft, records, draftEventTypes, statedLeftOut, redacted);
  if (beginningOf(graph) === undefined) return null;
  const rights = rightsOf(graph, lost);
  const unerased = graph.entries.filter(({ record }) => !rights.setAside.has(record.id));
  const erasings = erasingsOf(graph, unerased);
  const allCounted = withErasings(unerased, erasings);
  const sealing = foldSeals(graph, allCounted);
  const { standingSeal } = sealing;
  const counted =
    standingSeal === null
      ? allCounted
      : countedWithSeal(
          graph,
          standingSeal,
          allCounted,
          withErasings(countedUpTo(graph, standingSeal.heads), erasings),
        );
  const parts = new DraftParts();
  for (const entry of counted) parts.add(entry);
  for (const entry of allCounted) parts.addBesideSeal(entry);
  const late = new Set(arrivedAfterSealing(graph, sealing));
  const history = new DraftHistory(graph, erasings, late);
  for (const entry of graph.entries) history.add(entry, rights.setAside.get(entry.record.id));
  return assembled(graph, rights, { lost, sealing, parts, history }, waitingOf(graph, records));
}

/**
 * The draft with these records, all that there are: what `foldDraft` gives, at the cost of those that were not among the
 * records before. Null where that is not enough and all have to be folded anew: where records are gone or stand in
 * another form, where one comes before others in fold order, bears on those before it, or where a seal stands.
 */
export function foldMore(
  folded: FoldedDraft,
  records: readonly SignedRecord[],
  lost: LostDevices = new Map(),
): FoldedDraft | null {
  const { graph: before } = folded;
  const more = records.filter((record) => !before.wasGiven(record));
  return before.given + more.length === records.length ? foldOn(folded, more, lost) : null;
}

/** The draft with these records more, as `foldMore` gives it where all others are as they were. */
export function foldOn(
  { graph: before, rights, basis, state }: FoldedDraft,
  more: readonly SignedRecord[],
  lost: LostDevices = new Map(),
): FoldedDraft | null {
  const isAdded =
    basis.sealing.standingSeal === null &&
    !before.redacted &&
    before.leftOut.size === 0 &&
    isSameLoss(basis.lost, lost) &&
    more.every((record) => !isNewer(record) && draftEventTypes.get(record.type)?.reachesBack === false);
  const graph = isAdded ? before.with(more.toSorted(byFoldOrder)) : null;
  if (graph === null) return null;
  const setAside = new Map(rights.setAside);
  for (const entry of graph.entries.slice(before.entries.length)) {
    const why = rights.judge(graph, entry.record);
    if (why === null) {
      basis.parts.add(entry);
      basis.parts.addBesideSeal(entry);
    } else setAside.set(entry.record.id, why);
    basis.history.add(entry, why ?? undefined, graph.beyondKnowledge.has(entry.record.id));
  }
  return assembled(graph, { ...rights, setAside }, basis, state.waiting);
}

function beginningOf(graph: RecordGraph): ReturnType<typeof draftBegun.in> {
  const first = graph.get(graph.draft);
  return first === undefined ? undefined : draftBegun.in(first.record);
}

/** The draft as its parts stand now. */
function assembled(
  graph: RecordGraph,
  rights: Rights,
  basis: FoldBasis,
  waiting: DraftState['waiting'],
): FoldedDraft {
  const { sealing } = basis;
  const { ownership } = rights;
  const first = graph.get(graph.draft)?.record;
  const beginsOwning = new Set(ownership.epochs.map((epoch) => epoch.since));
  const parts = basis.parts.read(graph, ownership.owner);
  const { values, moderation, notes, stageSteps } = parts;
  const { accuracy, proposals, timeStamps } = parts;
  const state: DraftState = {
    id: graph.draft,
    begunBy: first?.author ?? '',
    begunAt: first?.at ?? '',
    demonstration: beginningOf(graph)?.demonstration ?? false,
    owner: ownership.owner,
    recoveryOwner: ownership.recoveryOwner,
    ownershipContested: ownership.contested,
    ownershipOffers: ownership.offers,
    roles: rights.grants
      .filter(({ person, record }) => person !== ownership.owner || !beginsOwning.has(record))
      .map(({ person, role, record }) => ({ person, role, record })),
    ...stateFields(values),
    stage: stageSteps.at(-1) ?? begunStage(graph.draft),
    stageSteps,
    notes,
    links: parts.links,
    pauses: parts.pauses,
    evidenceImports: parts.evidenceImports,
    comments: parts.comments,
    moderation: moderation.stateWith(nothingRevealed),
    imports: parts.imports,
    revisions: parts.revisions,
    seals: sealing.seals,
    finalising: { accuracy, ...parts.approvals, proposals, timeStamps },
    changedSince:
      sealing.standingSeal === null
        ? withSetAside(parts.changedSince, graph, rights.setAside)
        : parts.changedSince,
    standing: sealing.standing,
    conflicts: conflictsAmong(parts.contested),
    notices: basis.history.notices(graph, rights, sealing),
    waiting,
    leftOut: [...stillLeftOut(graph.leftOut, graph.entries).keys()].sort(),
    heads: graph.heads(),
    lamport: graph.entries.at(-1)?.record.lamport ?? 1,
    count: graph.entries.length,
    newer: basis.parts.isNewer,
    timeline: basis.history.timeline(),
  };
  return { graph, rights, values, moderation, state, basis };
}

/** Kinds of fields of which several open values are a conflict that people settle. */
const settledKinds = new Set(fields.flatMap(({ kind, canConflict }) => (canConflict ? [kind] : [])));

/** Of fields with several open values those that people settle, by name. */
function conflictsAmong(contested: readonly string[]): DraftState['conflicts'] {
  return contested.filter((name) => settledKinds.has(kindInName(name))).sort();
}

/** The draft with its revealed rounds opened: what decrypting tells decides which closes count. */
export function withReveals(folded: FoldedDraft, facts: LodgingFacts): FoldedDraft {
  const moderation = folded.moderation.stateWith(facts);
  const notices = [...moderation.rounds, ...moderation.pairwise].flatMap((round) => round.problems);
  const state = { ...folded.state, moderation, notices: [...folded.state.notices, ...notices] };
  return { ...folded, state };
}

/** The draft as it stood for someone who knew just these heads. */
export function foldAt(graph: RecordGraph, heads: readonly RecordId[]): FoldedDraft | null {
  return foldDraft(graph.draft, graph.upTo(heads), graph.leftOut, undefined, graph.redacted);
}

/** What counted for whoever sealed: the sealed judgment never changes, whatever arrives later. */
function countedUpTo(graph: RecordGraph, heads: readonly RecordId[]): readonly GraphRecord[] {
  const sealed = new RecordGraph(graph.draft, graph.upTo(heads), draftEventTypes);
  const rights = rightsOf(sealed);
  return sealed.entries.filter(({ record }) => !rights.setAside.has(record.id));
}

function waitingOf(graph: RecordGraph, records: Iterable<SignedRecord>): DraftState['waiting'] {
  if (graph.missing.length === 0) return [];
  const here = [...records];
  const authors = new Map(here.map((record) => [record.id, record.author]));
  // A key is one person's: whoever goes on from a record wrote it.
  const before = new Map(here.map((record) => [record.prev, record.author]));
  return graph.missing.map(({ record, neededBy }) => ({
    record,
    neededBy,
    author: authors.get(neededBy) ?? '',
    from: before.get(record) ?? null,
  }));
}
