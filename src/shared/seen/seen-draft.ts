import { valueWords } from '../judgment/field-title.ts';
import { frameworksIn } from '../judgment/frameworks-in.ts';
import { sealStatement, type SealStatement, type StatementGround } from '../judgment/seal-statement.ts';
import { standingSeal } from '../judgment/standing-seals.ts';
import { shown as shownValue } from '../records/settled.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import { foldAt, type FoldedDraft } from '../judgment/fold-draft.ts';
import type { VerifiedDraft } from '../judgment/verify-draft.ts';
import type { Problem } from '../records/checked-line.ts';
import type { BodyOf } from '../records/define-event.ts';
import type { frameworkAdopted } from '../framework/framework-adopted.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { hiddenWords } from '../moderation/moderation-state.ts';
import type { Role } from '../values/role.ts';
import { hideFromArbiter, hideInterestWords, hideLodged, hidePanel } from './hide-lodged.ts';
import { hideProvisional } from './hide-provisional.ts';
import { hidingFor } from './hiding-for.ts';
import { maskFor, type MaskGrades } from './mask-grades.ts';
import { seenCopies, seenRecords, type SeenCopy, type SeenRecord } from './seen-records.ts';
import { visibleValues } from './visible-values.ts';

/** Leaves this file with nobody: nothing else can say of a state or a draft that somebody may see it. */
const seen: unique symbol = Symbol('seen');

/** What a draft says as one person may see it: plain data that crosses to the renderer. */
export interface SeenState extends DraftState {
  readonly [seen]: true;
}

/** An open value of a field that its reader may see: what was written, and by which record. */
interface SeenWrite {
  readonly record: RecordId;
  readonly type: string;
  readonly author: PersonId;
  readonly at: string;
  /** What was written, in the framework's words. */
  readonly words: (framework: Framework | null) => string;
}

/**
 * A draft as one person may see it: all that a view, a document, a list, a notice or a find may be made from. Whoever has
 * one cannot get at a record's body, nor at what is hidden from its reader.
 */
export interface SeenDraft {
  readonly [seen]: true;
  readonly state: SeenState;
  /** Open values of the fields that the reader may see. */
  readonly values: { readonly get: (field: string) => readonly SeenWrite[] | undefined };
  /** What verification found, without what it says of records that are kept from the reader. */
  readonly problems: readonly Problem[];
  readonly rolesOf: (person: PersonId) => readonly Role[];
  /** The frameworks that the draft carries, in fold order; they are hidden from nobody. */
  readonly frameworks: () => Iterable<BodyOf<typeof frameworkAdopted>>;
  /** The records that the reader may know of, in fold order, with what they may know of each. */
  readonly records: () => readonly SeenRecord[];
  /** What a record wrote into a field that the reader may see, in words; null where it wrote nothing there that still stands. */
  readonly wordsOf: (record: RecordId, field: string, framework: Framework | null) => string | null;
  /** What the seal that stands says of who stands by it; null where none stands. Nothing of a sealed judgment is hidden. */
  readonly statement: (ground: StatementGround) => SealStatement | null;
  /** Redacted copies that were made of the judgment. */
  readonly copies: () => readonly SeenCopy[];
  /** Takes the words of grades out of a text, where they are hidden from the reader. */
  readonly mask: MaskGrades;
  readonly isAncestor: (ancestor: RecordId, record: RecordId) => boolean;
  /** The draft as it stood for whoever wrote a record, hidden as the draft hides now; null where it has no such record. */
  readonly at: (record: RecordId) => SeenDraft | null;
}

/**
 * What a person may see of a verified draft: everything that goes to a window or into a document for a person passes
 * through here. '' for nobody in particular: an auditor without a role sees what is hidden from nobody. Null where the
 * draft could not be put together.
 */
export function seenDraft(
  { folded, problems }: Pick<VerifiedDraft, 'folded' | 'problems'>,
  person: PersonId,
): SeenDraft | null {
  return folded === null ? null : seenAs(folded, folded, problems, person);
}

/** What a person may see of what a draft says. */
export function seenState(folded: FoldedDraft, person: PersonId): SeenState {
  return hiddenIn(folded, folded, person).state;
}

function seenAs(
  folded: FoldedDraft,
  now: FoldedDraft,
  problems: readonly Problem[],
  person: PersonId,
): SeenDraft {
  const { graph, rights } = folded;
  const { state, mask, values } = hiddenIn(folded, now, person);
  let known: readonly SeenRecord[] | undefined;
  const records = (): readonly SeenRecord[] => (known ??= seenRecords(folded, state, mask, person));
  return {
    [seen]: true,
    state,
    values: {
      get: (field) =>
        values.get(field)?.map((write): SeenWrite => {
          const { id, type, author, at } = write.record;
          return { record: id, type, author, at, words: (framework) => valueWords(field, write, framework) };
        }),
    },
    problems: problemsIn(folded, state, problems),
    rolesOf: rights.rolesOf,
    frameworks: () => frameworksIn(graph),
    records,
    wordsOf: (id, field, framework) => {
      const write = records()
        .find((record) => record.id === id)
        ?.writes.find((written) => written.field === field);
      const record = graph.get(id)?.record;
      if (record === undefined || write === undefined || write.value === null) return null;
      return valueWords(field, { record, value: write.value }, framework);
    },
    mask,
    statement: (ground) => {
      const seal = standingSeal(state.seals);
      return seal === undefined ? null : sealStatement(graph, seal, ground);
    },
    copies: () => seenCopies(folded, state),
    isAncestor: (ancestor, record) => graph.isAncestor(ancestor, record),
    at: (record) => {
      const past = graph.has(record) ? foldAt(graph, [record]) : null;
      return past === null ? null : seenAs(past, now, [], person);
    },
  };
}

/** A state, which may be one of the past, and its open values, hidden as the draft hides `now`. */
function hiddenIn(
  past: FoldedDraft,
  now: FoldedDraft,
  person: PersonId,
): { readonly state: SeenState; readonly mask: MaskGrades; readonly values: FoldedDraft['values'] } {
  const hiding = hidingFor(now.state, person);
  const lodged = hideLodged(past.state, person);
  if (hiding === null)
    return {
      state: { ...hideInterestWords(lodged, person, lodged), [seen]: true },
      mask: (text) => text,
      values: past.values,
    };
  // Earlier panels' grades of a calibration case would tell the agreed ones to whoever grades it now.
  const isCase = (shownValue(now.state.calibration) ?? '') !== '';
  const panel = hiding.arbiter
    ? hideFromArbiter(lodged, person)
    : hiding.panel || (isCase && hiding.round !== null)
      ? hidePanel(lodged, person, (round) => round !== hiding.round)
      : lodged;
  const mask: MaskGrades = hiding.provisional
    ? maskFor(now.graph, `[${hiddenWords(hiding)}]`)
    : (text) => text;
  const values = visibleValues(past.values, hiding, person);
  const masked = hideInterestWords(
    hiding.provisional ? hideProvisional(panel, values, mask) : panel,
    person,
    lodged,
  );
  const state: SeenState = {
    ...masked,
    conflicts: masked.conflicts.filter((field) => values.has(field)),
    moderation: { ...masked.moderation, hiding },
    [seen]: true,
  };
  return { state, mask, values };
}

function problemsIn(
  { graph }: FoldedDraft,
  { timeline }: DraftState,
  problems: readonly Problem[],
): readonly Problem[] {
  if (problems.length === 0 || timeline.length === graph.entries.length) return problems;
  const shown = new Set(timeline.map((entry) => entry.record));
  return problems.filter(({ record }) => record === null || shown.has(record) || !graph.has(record));
}
