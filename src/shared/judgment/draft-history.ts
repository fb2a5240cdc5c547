import type { RecordId, SignedRecord } from '../records/record.ts';
import type { RecordTitles } from '../records/record-titles.ts';
import { stillLeftOut } from './left-out.ts';
import type { LeftOut } from '../records/record-graph.ts';
import type { Rights } from './rights.ts';
import type { Notice, TimelineEntry } from './draft-state.ts';
import { NoticesFold } from './draft-notices.ts';
import type { Sealing } from './fold-seals.ts';
import { wordlessEntry, type Erasings } from './erasings.ts';
import type { GraphRecord, RecordGraph } from '../records/record-graph.ts';
import { recordTitlesOf } from './record-titles-of.ts';

/** The history of a draft, record by record: every record has its line, whether or not it counts, and its notices. */
export class DraftHistory {
  readonly #entries: TimelineEntry[] = [];
  readonly #notices = new NoticesFold();
  readonly #erasings: Erasings;
  readonly #late: ReadonlySet<RecordId>;
  readonly #leftOut: LeftOut;
  readonly #beyondKnowledge: ReadonlySet<RecordId>;
  readonly #titles: RecordTitles;

  /** For the draft of a graph, with the records whose words are erased and those that came after a seal. */
  constructor(graph: RecordGraph, erasings: Erasings, late: ReadonlySet<RecordId>) {
    this.#erasings = erasings;
    this.#late = late;
    this.#leftOut = stillLeftOut(graph.leftOut, graph.entries);
    this.#beyondKnowledge = graph.beyondKnowledge;
    this.#titles = recordTitlesOf(graph);
  }

  /** Takes the next record of the draft; `setAside` says why it does not count. */
  add(
    entry: GraphRecord,
    setAside: string | undefined,
    isBeyondKnowledge = this.#beyondKnowledge.has(entry.record.id),
  ): void {
    const { id } = entry.record;
    const isErased = this.#erasings.has(id);
    this.#notices.add(entry, { setAside, isBeyondKnowledge, isErased });
    const { record, event } = isErased ? wordlessEntry(entry) : entry;
    const counted = event !== null && setAside === undefined && !this.#late.has(id);
    this.#entries.push(lineOf(record, counted, this.#messageOf({ record, event }, isBeyondKnowledge)));
  }

  /** Every record's line, in fold order. */
  timeline(): readonly TimelineEntry[] {
    return [...this.#entries];
  }

  /** Everything people must be told. */
  notices(graph: RecordGraph, rights: Rights, sealing: Sealing): readonly Notice[] {
    return this.#notices.read(graph, rights, sealing);
  }

  #messageOf({ record, event }: GraphRecord, isBeyondKnowledge: boolean): string {
    if (record.words === undefined) return wordlessWords(record, this.#leftOut);
    if (isBeyondKnowledge) return 'wrote something about a record that they did not have';
    return event?.sentence(this.#titles) ?? 'wrote something that this version of Plumbline does not know';
  }
}

/** Lines as last told, by their records: one of which nothing changed stays the same object. */
const lines = new WeakMap<SignedRecord, TimelineEntry>();

function lineOf(record: SignedRecord, counted: boolean, sentence: string): TimelineEntry {
  const before = lines.get(record);
  if (before?.counted === counted && before.sentence === sentence) return before;
  const { id, type, author, key, at } = record;
  const line = { record: id, type, author, key, at, sentence, counted };
  lines.set(record, line);
  return line;
}

function wordlessWords(record: SignedRecord, leftOut: LeftOut): string {
  if (record.cipher !== undefined) return 'wrote something that is encrypted here';
  return leftOut.has(record.id)
    ? 'wrote something that was left out of this copy'
    : 'wrote something that was erased';
}
