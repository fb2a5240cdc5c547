import type { DraftState } from '../judgment/draft-state.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { reasonField } from '../framework/rule-fields.ts';
import { besideFields, reopenedSince } from '../judgment/changed-since.ts';
import type { PersonId } from '../records/record.ts';
import { fieldTitle } from '../judgment/field-title.ts';
import { listOf } from '../words.ts';
import type { SeenState } from '../seen/seen-draft.ts';

/** `by-reason`: it does not hold, and a reason that was given over what stands now lets it pass. */
type GateStatus = 'done' | 'by-reason' | 'blocking' | 'reason-needed' | 'not-needed';

/** A screen where what is open is settled, and the area of it. */
interface GatePlace {
  readonly screen: 'write' | 'evidence' | 'revisions' | 'people' | 'panel';
  readonly area?: string;
}

/** What a gate makes of a draft. */
interface GateCheck {
  /** `reason-needed` becomes `by-reason` by itself once the reason is on the record. */
  readonly status: Exclude<GateStatus, 'by-reason'>;
  /** What was looked at and what follows, in words. */
  readonly detail: string;
  readonly goTo?: GatePlace | null;
  /** Null where no reason may stand in this time, though the gate has a rule for one. */
  readonly rule?: null;
}

/** One thing that a gate looked at. */
export interface GateRow {
  /** The area, point, passage or fact. */
  readonly title: string;
  readonly detail: string;
  /** Whose it is, where it is a person's; they stand in the place of the title. */
  readonly person?: PersonId;
  /** The area whose grade stands beside it; left out where no grade does. */
  readonly area?: string;
  /** Whether it is as it must be, or stands with its reason. */
  readonly isSettled: boolean;
  readonly goTo?: GatePlace;
}

/** What a gate says of a draft, as a window shows it. */
export interface GateView {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly status: GateStatus;
  /** The rule a reason would be recorded under; null where a reason does not help. */
  readonly rule: string | null;
  /** Where to go to settle it; null where it is settled beside it, or nothing is open. */
  readonly goTo: GatePlace | null;
  /** What is worked on beside it. */
  readonly work: 'approvals' | 'accuracy' | null;
}

/** One thing that must hold, or have its reason, before a judgment can be sealed. */
export interface Gate {
  readonly id: string;
  /** Null where the draft's framework does not ask for it. */
  readonly check: (state: DraftState, framework: Framework | null) => GateView | null;
  /** What it looked at, thing by thing, what is not settled first; empty where its detail says all. */
  readonly looksAt: (state: SeenState, framework: Framework) => readonly GateRow[];
}

interface Declared {
  readonly id: string;
  readonly title: string;
  /** The rule under which a reason that may stand in is recorded; left out where none may. */
  readonly rule?: string | null;
  /** The fields that whoever gives that reason looks at, by name; a write to one and the reason lapses. All where left out. */
  readonly reasonRestsOn?: (field: string, framework: Framework | null) => boolean;
  readonly work?: 'approvals' | 'accuracy';
  /** It says the same of the draft as `check`, and never more than the state it is given holds. */
  readonly looksAt?: (state: SeenState, framework: Framework, reason: string | null) => readonly GateRow[];
}

interface UnderFramework extends Declared {
  readonly needsFramework?: true;
  readonly check: (state: DraftState, framework: Framework, reason: string | null) => GateCheck | null;
}

interface OfAnyDraft extends Declared {
  /** False where it is checked also of a draft that stands under no framework. */
  readonly needsFramework: false;
  readonly check: (state: DraftState, framework: Framework | null, reason: string | null) => GateCheck;
}

/** Makes a gate of what it declares; `reason` is the one recorded under its rule, null where none is. */
export function defineGate(declared: UnderFramework | OfAnyDraft): Gate {
  const { id, title, rule = null, work = null } = declared;
  const isRestedOn =
    declared.reasonRestsOn ??
    ((field: string) => besideTitles[field] === undefined && !reasonField.is(field));
  const reasonOf = (
    state: DraftState,
    framework: Framework | null,
  ): { readonly reason: string | null; readonly lapsed: readonly string[] } => {
    const [open, other] = (rule === null ? undefined : state.reasons[rule]) ?? [];
    if (open?.value === undefined || open.value === null || other !== undefined)
      return { reason: null, lapsed: [] };
    const since = state.changedSince[open.record] ?? [];
    const lapsed = since.filter((field) => field !== reopenedSince && isRestedOn(field, framework));
    return lapsed.length > 0 ? { reason: null, lapsed } : { reason: open.value, lapsed };
  };
  const checkOf: Gate['check'] = (state, framework) => {
    const { reason, lapsed } = reasonOf(state, framework);
    const check =
      declared.needsFramework === false
        ? declared.check(state, framework, reason)
        : framework === null
          ? null
          : declared.check(state, framework, reason);
    if (check === null) return null;
    const { goTo = null } = check;
    const asks = check.status === 'reason-needed';
    if (asks && rule !== null && framework?.signOff?.firm?.some((firm) => firm === rule) === true)
      return {
        ...{ id, title, goTo, work, status: 'blocking', rule: null },
        detail: `${check.detail} This framework lets no reason stand in for it.`,
      };
    const status = asks && reason !== null ? 'by-reason' : check.status;
    const detail =
      asks && lapsed.length > 0
        ? `${check.detail} The reason on the record has lapsed: ${changedWords(lapsed, state, framework)} since it was given.`
        : check.detail;
    return { id, title, detail, status, rule: check.rule === null ? null : rule, goTo, work };
  };
  return {
    id,
    check: checkOf,
    looksAt: (state, framework) => {
      const rows = declared.looksAt?.(state, framework, reasonOf(state, framework).reason) ?? [];
      return [...rows.filter((row) => !row.isSettled), ...rows.filter((row) => row.isSettled)];
    },
  };
}

/** What a reason rests on beside fields, as people say it. */
const besideTitles: Readonly<Record<string, string>> = {
  [besideFields.comments]: 'the comments',
  [besideFields.interests]: 'the interests that are declared',
  [besideFields.signatories]: 'who approves',
  [besideFields.grading]: 'what the panel graded and decided',
  [besideFields.judges]: 'who wrote in the draft or approved it',
};

/** The fields of a list of changes in words: "Grade of Leaders and 2 others changed". */
export function changedWords(
  changed: readonly string[],
  { notes }: Pick<DraftState, 'notes'>,
  framework: Framework | null,
): string {
  const titles = changed.map((field) => besideTitles[field] ?? `“${fieldTitle(field, framework, notes)}”`);
  const [first = '', ...others] = titles;
  const named = titles.length <= 3 ? listOf(titles) : `${first} and ${others.length} others`;
  return `${named} changed`;
}

/** How many gates hold of those that the draft needs: what nothing is there for is neither. */
export function gatesHolding(gates: readonly Pick<GateView, 'status'>[]): {
  readonly holding: number;
  readonly needed: number;
} {
  const needed = gates.filter(({ status }) => status !== 'not-needed');
  return { holding: needed.filter(gateHolds).length, needed: needed.length };
}

/** Blocking while something is open, done once nothing is, and not needed where there is nothing to settle. */
export function allSettled(open: number, total: number): GateCheck['status'] {
  return open > 0 ? 'blocking' : total === 0 ? 'not-needed' : 'done';
}

/** Whether a gate stands in the way of nothing: it holds, or nothing here needs it. */
export function gateHolds({ status }: Pick<GateView, 'status'>): boolean {
  return status === 'done' || status === 'by-reason' || status === 'not-needed';
}
