import type { ManagedView } from './managed-settings.ts';
import type { Preferences } from './preferences.ts';
import type { ListedChange } from '../comparison/listed-changes.ts';
import type { SealStatement } from '../judgment/seal-statement.ts';
import type { GradeStep } from '../seen/grade-steps.ts';
import type { Shelf } from '../draft/draft-shelved.ts';
import type { JudgmentComparison } from '../comparison/compare-judgments.ts';
import type { SuccessiveInspections } from '../comparison/compare-inspections.ts';
import type { MergeSpan } from '../text/merge-span.ts';
import type { DetailHistory } from '../seen/detail-history.ts';
import type { DraftComment } from '../draft/fold-comments.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import type { SearchHit } from '../search/search-query.ts';
import type { GradeValue } from '../values/grade-value.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { ClockState } from '../clocks/clock-states.ts';
import type { MissingView } from './folder-views.ts';
import type { ClocksView } from './rule-views.ts';
import type { GateView } from '../gates/gate.ts';
import type { LimiterFinding } from '../framework/limiting-rules.ts';
import type { SeenState } from '../seen/seen-draft.ts';
import type { Known } from '../people/known-people.ts';
import type { Device, PersonCard } from '../people/person.ts';
import type { Role } from '../values/role.ts';

/** A person as the People screen shows them. */
export interface PersonView {
  readonly id: string;
  readonly card: PersonCard;
  readonly devices: readonly Device[];
  readonly self: boolean;
  /** For oneself, the key of the device in use. */
  readonly device?: string;
  /** Whether this profile's person knows the card to be theirs: by the phrase, or through whoever's vouching counts. */
  readonly verified: boolean;
  readonly known: Known;
  /** When they compared the phrase, or whoever vouches did vouch; null where neither is. */
  readonly knownSince: string | null;
  /** Whether this profile's person vouches for them. */
  readonly vouching: boolean;
  /** The short phrase both see alike, in words; empty for oneself. */
  readonly phrase: string;
}

/** What the first screen needs. */
export interface StartView {
  /** What a damaged file of settings was renamed to; null where it was sound. */
  readonly settingsSetAside: string | null;
  readonly version: string;
  readonly person: PersonView | null;
  /** What an organisation has settled for everybody of this computer; null where nobody has. */
  readonly managed: ManagedView | null;
  readonly keyProtection: 'system' | 'file';
  readonly backedUp: string | null;
  /** Who holds this profile where another process has it; then everything is read-only. */
  readonly lockedBy: string | null;
  readonly preferences: Preferences;
  readonly recents: readonly { readonly id: string; readonly name: string; readonly opened: string }[];
  readonly workspace: WorkspaceView | null;
}

/** Where files lie on this computer, to be read and never sent back. */
export interface FilesLie {
  readonly profile: string;
  /** Null where no workspace of a folder is open. */
  readonly workspace: string | null;
}

/** The open workspace. */
export interface WorkspaceView {
  readonly id: string;
  readonly name: string;
  readonly readOnly: boolean;
  readonly frameworks: readonly {
    readonly id: string;
    readonly title: string;
    readonly kinds: readonly string[];
    readonly valid: { readonly from: string; readonly to: string | null };
  }[];
}

/** One line of the list of drafts. A draft that cannot be read says why in `problem`, and the others still open. */
export interface DraftRow {
  readonly draft: string;
  readonly provider: string;
  readonly framework: string | null;
  readonly kind: string;
  readonly stage: string;
  readonly standing: DraftState['standing'];
  readonly shelf: Shelf;
  readonly leadInspector: string;
  /** Whose the report is; '' where nobody said. */
  readonly inspectorate: string;
  readonly start: string;
  readonly end: string;
  readonly revisions: number;
  readonly evidence: number;
  readonly conflicts: number;
  readonly changed: string;
  readonly demonstration: boolean;
  readonly areas: readonly {
    readonly id: string;
    readonly title: string;
    readonly short: string;
    readonly grade: GradeValue | null;
    /** The letter of the grade in the framework; null where there is no grade. */
    readonly symbol: string | null;
  }[];
  readonly roles: readonly Role[];
  /** The clock that asks for something first; null where none runs. */
  readonly clock: ClockState | null;
  readonly problem: string | null;
  /** Where it was here and its folder is gone. */
  readonly missing?: MissingView;
  /** SHA-256 of the files that reports were imported from into it, hex. */
  readonly imported: readonly string[];
  /** False for a line as it was when last verified here, where its files have not been looked at since. */
  readonly checked: boolean;
}

/** One draft as the screens show it: already redacted for who is looking. */
export interface DraftView {
  readonly state: SeenState;
  readonly framework: Framework | null;
  readonly people: readonly PersonView[];
  /** The roles of this profile's person, and what they may write: event types. */
  readonly roles: readonly Role[];
  readonly may: readonly string[];
  /** What their roles let them write and the draft as it stands does not, by event type: why, in words. */
  readonly mayNot: { readonly [type: string]: string };
  readonly gates: readonly GateView[];
  readonly clocks: ClocksView;
  readonly limiters: readonly LimiterFinding[];
  /** What the framework's aggregation makes of the grades, in words; never filled in. */
  readonly aggregation: string | null;
  readonly problems: readonly Problem[];
}

/** The details of an inspection beyond how they stand. */
export interface DetailsView {
  readonly history: DetailHistory;
  /** As the draft carries it, with the areas of every type of inspection. */
  readonly framework: Framework | null;
}

/** One thing verification found. */
export interface Problem {
  readonly level: 'broken' | 'notice';
  readonly file: string;
  /** 0 where no single line is meant. */
  readonly line: number;
  readonly record: string | null;
  readonly code: string;
  readonly message: string;
}

export interface VerificationView {
  readonly ok: boolean;
  /** How many records the workspace's own log holds; null where that is not here, or one draft was asked for. */
  readonly workspace: number | null;
  readonly drafts: readonly {
    readonly draft: string;
    /** What people call it: its provider, else its folder. */
    readonly name: string;
    /** The first day of the inspection, which tells two of one provider apart; null where none is known. */
    readonly start: string | null;
    readonly records: number;
    readonly sealed: boolean;
    /** What the seal that stands says of who stands by it; null where none does. */
    readonly seal: SealStatement | null;
    /** Rounds of independent grades, and how many lodged packets of revealed rounds open from the files alone. */
    readonly lodged: { readonly rounds: number; readonly opened: number; readonly unopened: number };
    readonly problems: readonly Problem[];
  }[];
}

/** What was found, at most twenty. */
export interface SearchView {
  readonly hits: readonly SearchHit[];
  /** False where the newest stand first, because that was asked or because too many match. */
  readonly ranked: boolean;
}

/** A write that lies on disk. */
export interface SavedView {
  readonly record: string;
}

/** What one state of a draft became in another. */
export interface RevisionComparisonView {
  readonly before: string | null;
  readonly after: string | null;
  readonly comparison: JudgmentComparison;
  /** Comments on sections, each with where its words are in the later revision. */
  readonly comments: readonly AnchoredComment[];
  /** Every change that can be ticked as reviewed. */
  readonly changes: readonly ListedChange[];
  /** Each area's grades from the first to the last, also outside of the two that are compared. */
  readonly gradeSteps: { readonly [area: string]: readonly GradeStep[] };
  /** Codes of the draft's notes. */
  readonly noteCodes: { readonly [note: string]: string };
}

/** A comment with its words as the later revision has them. */
export interface AnchoredComment {
  readonly comment: DraftComment;
  readonly standing: 'there' | 'changed' | 'gone';
  /** The words as they stand there; empty where they are gone. */
  readonly now: string;
}

/** Two open texts of one narrative, merged as far as no person must decide. */
export interface NarrativeMergeView {
  /** Who wrote ours and theirs, and by which record; a revision that settles it is written over both. */
  readonly sides: readonly [ours: MergeSide, theirs: MergeSide];
  readonly spans: readonly MergeSpan[];
}

interface MergeSide {
  readonly record: string;
  readonly author: string;
  readonly at: string;
}

/** Inspections of one provider side by side, earliest first. */
export interface SuccessiveInspectionsView {
  readonly inspections: readonly {
    readonly draft: string;
    readonly provider: string;
    readonly start: string;
    readonly kind: string;
    /** Null where the report stands under a framework that Plumbline does not have: it has no grades here. */
    readonly framework: string | null;
  }[];
  readonly comparison: SuccessiveInspections;
  /** Drafts of a report that stands here once already: they are left out. */
  readonly doubles: number;
  /** Drafts of the workspace that could not be read, whatever provider they are about. */
  readonly unread: number;
}
