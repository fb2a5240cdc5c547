import { draftBegun } from '../events/draft-begun.ts';
import { revisionSaved } from '../events/revision-saved.ts';
import type { RecordId, SignedRecord } from '../events/record.ts';
import type { RecordTitles } from '../events/record-titles.ts';
import { foldModeration, type FoldedModeration } from '../moderation/fold-moderation.ts';
import { nothingRevealed, type RevealFacts } from '../moderation/reveal-facts.ts';
import { foldFinalising } from '../finalising/fold-finalising.ts';
import { stillLeftOut, type LeftOut } from '../exchange/left-out.ts';
import { rightsOf, type LostDevices, type Rights } from '../people/rights.ts';
import type { DetailName, DraftState, Field, Revision, TimelineEntry } from './draft-state.ts';
import { isNewer, noticesOf } from './draft-notices.ts';
import { foldEvidenceImports } from './fold-evidence-imports.ts';
import { foldComments } from './fold-comments.ts';
import { foldImports } from './fold-imports.ts';
import { foldPauses } from './fold-pauses.ts';
import { foldLinks, foldMarks, foldNotes } from './fold-evidence.ts';
import { arrivedAfterSealing, countedWithSeal, foldSeals } from './fold-seals.ts';
import { erasingsOf, openValuesOf, withErasings, type OpenValues } from './open-values.ts';
import { RecordGraph, type GraphRecord } from './record-graph.ts';
import { begunStage, stageSteps } from './stage-standing.ts';
import { recordTitlesOf } from './record-titles-of.ts';
import { answerField, reviewedField } from '../comparison/comparison-fields.ts';
import { contradictionField, fitField, termField } from '../evidence/evidence-fields.ts';
import { momentField } from '../finalising/finalising-fields.ts';
import { factField, frameworkField, reasonField } from '../framework/rule-fields.ts';
import { calibrationField } from '../moderation/moderation-fields.ts';
import { detailField } from './detail-fields.ts';
import { fieldCalled } from './fields.ts';
import { gradeField, improvementsField, narrativeField, pointsField } from './judgment-fields.ts';

/** A draft folded from a set of records, with the graph it was folded from. */
export interface FoldedDraft {
  readonly graph: RecordGraph;
  readonly rights: Rights;
  readonly values: OpenValues;
  readonly moderation: FoldedModeration;
  readonly state: DraftState;
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
  const graph = new RecordGraph(draft, records, statedLeftOut, redacted);
  const first = graph.get(draft);
  const begun = first === undefined ? undefined : draftBegun.in(first.record);
  if (first === undefined || begun === undefined) return null;
  const rights = rightsOf(graph, lost);
  const beginsOwning = new Set(rights.ownership.epochs.map((epoch) => epoch.since));
  const unerased = graph.entries.filter(({ record }) => !rights.setAside.has(record.id));
  const erasings = erasingsOf(graph, unerased);
  const entries = withErasings(graph.entries, erasings);
  const allCounted = withErasings(unerased, erasings);
  const sealing = foldSeals(graph, allCounted);
  const late = new Set(arrivedAfterSealing(graph, sealing));
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
  const leftOut = stillLeftOut(graph.leftOut, graph.entries);
  const values = openValuesOf(counted);
  const evidenceImports = foldEvidenceImports(counted);
  const notes = foldNotes(counted, evidenceImports);
  const moderation = foldModeration(graph, counted, values, rights.ownership.owner);
  const steps = stageSteps(graph, counted, values);
  const titles = recordTitlesOf(graph);
  const known = new Set(notes.map((note) => note.id));
  const last = graph.entries.at(-1)?.record.lamport ?? 1;
  const state: DraftState = {
    id: draft,
    begunBy: first.record.author,
    begunAt: first.record.at,
    demonstration: begun.demonstration,
    owner: rights.ownership.owner,
    recoveryOwner: rights.ownership.recoveryOwner,
    ownershipContested: rights.ownership.contested,
    ownershipOffers: rights.ownership.offers,
    roles: rights.grants
      .filter(({ person, record }) => person !== rights.ownership.owner || !beginsOwning.has(record))
      .map(({ person, role, record }) => ({ person, role, record })),
    framework: frameworkField.of(values, {}),
    details: detailsOf(values),
    stage: steps.at(-1) ?? begunStage(draft),
    stageSteps: steps,
    narratives: narrativeField.byKey(values),
    grades: gradeField.byKey(values),
    improvements: improvementsField.of(values, {}),
    points: pointsField.byKey(values),
    notes,
    links: foldLinks(values).filter((link) => known.has(link.note)),
    marks: foldMarks(values),
    fits: fitField.byKey(values),
    reasons: reasonField.byKey(values),
    calibration: calibrationField.of(values, {}),
    facts: factField.byKey(values),
    moments: momentField.byKey(values),
    pauses: foldPauses(counted, values),
    answers: answerField.byKey(values),
    contradictions: contradictionField.byKey(values),
    terms: termField.byKey(values),
    evidenceImports,
    reviewed: reviewedField.byKey(values),
    comments: foldComments(counted),
    moderation: moderation.stateWith(nothingRevealed),
    imports: foldImports(counted),
    revisions: foldRevisions(counted),
    seals: sealing.seals,
    finalising: foldFinalising(counted, allCounted, values),
    standing: sealing.standing,
    conflicts: [...values]
      .filter(([field, open]) => open.length > 1 && fieldCalled(field)?.canConflict !== false)
      .map(([field]) => field)
      .sort(),
    notices: noticesOf(graph, rights, sealing, erasings),
    waiting: waitingOf(graph, records),
    leftOut: [...leftOut.keys()].sort(),
    heads: graph.heads(),
    lamport: last,
    count: graph.entries.length,
    newer: allCounted.some(({ record }) => isNewer(record)),
    timeline: entries.map((entry) => timelineEntry(entry, graph, rights, late, leftOut, titles)),
  };
  return { graph, rights, values, moderation, state };
}

/** The draft with its revealed rounds opened: what decrypting tells decides which closes count. */
export function withReveals(folded: FoldedDraft, facts: RevealFacts): FoldedDraft {
  const moderation = folded.moderation.stateWith(facts);
  const notices = [...moderation.rounds, ...moderation.comparisons].flatMap((round) => round.problems);
  const state = { ...folded.state, moderation, notices: [...folded.state.notices, ...notices] };
  return { ...folded, state };
}

/** The draft as it stood for someone who knew just these heads. */
export function foldAt(graph: RecordGraph, heads: readonly RecordId[]): FoldedDraft | null {
  return foldDraft(graph.draft, graph.upTo(heads), graph.leftOut, undefined, graph.redacted);
}

/** What counted for whoever sealed: the sealed judgment never changes, whatever arrives later. */
function countedUpTo(graph: RecordGraph, heads: readonly RecordId[]): readonly GraphRecord[] {
  const sealed = new RecordGraph(graph.draft, graph.upTo(heads));
  const rights = rightsOf(sealed);
  return sealed.entries.filter(({ record }) => !rights.setAside.has(record.id));
}

function detailsOf(values: OpenValues): DraftState['details'] {
  const of = (name: DetailName): Field<string> => detailField.of(values, { name });
  return {
    provider: of('provider'),
    kind: of('kind'),
    start: of('start'),
    end: of('end'),
    published: of('published'),
    leadInspector: of('leadInspector'),
    stage: of('stage'),
  };
}

function foldRevisions(counted: readonly GraphRecord[]): readonly Revision[] {
  return counted
    .filter(({ record }) => record.type === revisionSaved.type)
    .map(({ record, event }, at) => {
      const reason = record.words === undefined ? '' : (revisionSaved.in(record)?.reason ?? '');
      const { id, author, parents } = record;
      const fields = (event?.writes ?? []).map((write) => write.field);
      return { id, number: at + 1, author, at: record.at, reason, fields, parents };
    });
}

/** Entries as last told, by their records: one of which nothing changed stays the same object. */
const toldEntries = new WeakMap<SignedRecord, TimelineEntry>();

function timelineEntry(
  { record, event }: GraphRecord,
  graph: RecordGraph,
  rights: Rights,
  late: ReadonlySet<RecordId>,
  leftOut: LeftOut,
  titles: RecordTitles,
): TimelineEntry {
  const counted = event !== null && !rights.setAside.has(record.id) && !late.has(record.id);
  const told =
    record.words === undefined
      ? wordlessWords(record, leftOut)
      : graph.beyondKnowledge.has(record.id)
        ? 'wrote something about a record that they did not have'
        : (event?.told(titles) ?? unknownWords);
  const before = toldEntries.get(record);
  if (before?.counted === counted && before.told === told) return before;
  const { id, type, author, key, at } = record;
  const entry = { record: id, type, author, key, at, told, counted };
  toldEntries.set(record, entry);
  return entry;
}

const unknownWords = 'wrote something that this version of Plumbline does not know';

function wordlessWords(record: SignedRecord, leftOut: LeftOut): string {
  if (record.cipher !== undefined) return 'wrote something that is encrypted here';
  return leftOut.has(record.id)
    ? 'wrote something that was left out of this copy'
    : 'wrote something that was erased';
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
