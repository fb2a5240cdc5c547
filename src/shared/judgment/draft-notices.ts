import { draftEventTypes } from './event-types.ts';
import { isNewerThan } from '../records/define-event.ts';
import { judgmentApproved } from '../finalising/judgment-approved.ts';
import { sealFaultWords } from './seal-law.ts';
import { listOf } from '../words.ts';
import type { SignedRecord } from '../records/record.ts';
import type { Notice } from './draft-state.ts';
import { arrivedAfterSealing, type Sealing } from './fold-seals.ts';
import type { GraphRecord, RecordGraph } from '../records/record-graph.ts';
import type { Rights } from './rights.ts';

/** Approvals under the standing seal that no longer count by themselves, since their author or device was removed or lost. */
function reliedOnLost(graph: RecordGraph, rights: Rights, { standingSeal }: Sealing): readonly string[] {
  if (standingSeal === null) return [];
  return graph.entries.flatMap(({ record }) =>
    record.type === judgmentApproved.type &&
    rights.setAside.has(record.id) &&
    standingSeal.heads.some((head) => graph.isWithin(record.id, head))
      ? [record.id]
      : [],
  );
}

/** Whether a record is of a version or kind that this version does not know in a draft. */
export function isNewer(record: SignedRecord): boolean {
  return isNewerThan(draftEventTypes, record);
}

/** What is known of a record when it is folded. */
export interface Standing {
  /** Why it does not count; undefined where it does. */
  readonly setAside: string | undefined;
  /** Whether its body speaks of records that its author did not have. */
  readonly isBeyondKnowledge: boolean;
  /** Whether an erasing takes its words. */
  readonly isErased: boolean;
}

/** Everything people must be told about a draft's records that breaks nothing, in fold order within each kind. */
export class NoticesFold {
  readonly #ofRecords: Notice[] = [];
  readonly #places = new Map<string, Map<number, string[]>>();
  /** Records with one key and one number: both are kept, and everybody is told. */
  readonly #doubled = new Set<readonly string[]>();

  /** Takes the next record, whether or not it counts. */
  add({ record, event }: GraphRecord, { setAside, isBeyondKnowledge, isErased }: Standing): void {
    const tell = (code: Notice['code'], message: string): void => {
      this.#ofRecords.push({ code, record: record.id, message });
    };
    if (setAside !== undefined) tell('set-aside', setAside);
    if (isNewer(record)) {
      tell(
        'newer-version',
        `A newer version of Plumbline wrote this record (${record.type}). It is kept and shown, and this version does not understand it.`,
      );
    } else if (event === null && record.facts !== undefined && !isBeyondKnowledge) {
      tell(
        'unreadable-body',
        `This record (${record.type}) is signed and whole, but does not hold what its kind holds. It is kept and does not count.`,
      );
    }
    if (isErased && record.words !== undefined) {
      tell(
        'erasing-outstanding',
        'The words were erased, but a copy of them is still in the log of the device that wrote it.',
      );
    }
    const numbers = this.#places.get(record.key) ?? new Map<number, string[]>();
    this.#places.set(record.key, numbers);
    const here = numbers.get(record.seq);
    if (here === undefined) numbers.set(record.seq, [record.id]);
    else {
      here.push(record.id);
      this.#doubled.add(here);
    }
  }

  /** All notices, those on the draft as a whole too. */
  read(graph: RecordGraph, rights: Rights, sealing: Sealing): readonly Notice[] {
    const doubled = [...this.#doubled].flat().map((record) => ({
      code: 'one-key-two-places' as const,
      record,
      message:
        'One key was used in two places: perhaps a restored copy of a computer wrote again. Both records are kept. Ask their author which device to keep.',
    }));
    const after = arrivedAfterSealing(graph, sealing).map((record) => ({
      code: 'after-sealing' as const,
      record,
      message:
        'This record arrived after the judgment was sealed. It is kept and is no part of the sealed judgment.',
    }));
    return [...this.#ofRecords, ...ofDraft(graph, rights, sealing), ...doubled, ...after];
  }
}

function ofDraft(graph: RecordGraph, rights: Rights, sealing: Sealing): readonly Notice[] {
  const notices: Notice[] = [];
  if (rights.ownership.contested) {
    notices.push({
      code: 'ownership-contested',
      record: graph.draft,
      message:
        'Two people accepted this draft without knowing of each other. Nobody owns it until the recovery owner takes it.',
    });
  }
  for (const { record, faults } of sealing.unlawful) {
    notices.push({
      code: 'seal-unlawful',
      record,
      message: `This seal does not count: when it was made, ${listOf(faults.map((fault) => sealFaultWords[fault]))}. The draft is as open as it was.`,
    });
  }
  for (const record of reliedOnLost(graph, rights, sealing)) {
    notices.push({
      code: 'relied-on-lost',
      record,
      message:
        'The seal rests on this record, whose author or device was later removed or reported lost. The seal stands, since others relied on it. If the record is in doubt, propose reopening the judgment.',
    });
  }
  if (sealing.standing === 'seals-contested') {
    notices.push({
      code: 'seals-contested',
      record: graph.draft,
      message:
        'The judgment was sealed twice without either knowing of the other. Neither seal is final until one is withdrawn.',
    });
  }
  return notices;
}
