import type { EvidenceKind } from '../evidence/evidence-kind.ts';
import type { NoteAttachment } from '../evidence/note-attachment.ts';
import type { LinkStrength } from '../events/link-strength.ts';
import type { CommentWrittenBody } from '../events/comment-written.ts';
import type { ReportImportedBody } from '../events/report-imported.ts';
import type { DeviceKey, PersonId, RecordId } from '../events/record.ts';
import type { ModerationState } from '../moderation/moderation-state.ts';
import type { RoundProblem } from '../moderation/round.ts';
import type { FinalisingState } from '../finalising/finalising-state.ts';
import type { ClockPause } from '../finalising/clocks/clock-pause.ts';
import type { GrantedRole } from '../people/role.ts';
import type { GradeValue } from './grade-value.ts';
import type { Improvement } from './improvement.ts';
import type { RecordedFact } from './recorded-fact.ts';
import type { StageStanding } from './stages.ts';

/** One counted write of a field that nothing counted replaces; erased where its words were taken out. */
export interface OpenValue<T> {
  readonly record: RecordId;
  readonly author: PersonId;
  readonly at: string;
  readonly value: T | null;
  readonly erased: boolean;
}

/** A field's open values: none, one, or a conflict of several that a person must settle. */
export type Field<T> = readonly OpenValue<T>[];

/** The facts of the inspection that people can correct. */
export const detailNames = [
  'provider',
  'kind',
  'start',
  'end',
  'published',
  'leadInspector',
  'stage',
] as const;
/** One fact of the inspection; days are YYYY-MM-DD. */
export type DetailName = (typeof detailNames)[number];
/** An evidence note with what was later added to it. */
export interface EvidenceNote {
  readonly id: RecordId;
  /** As shown, unique in the draft: "CT-014", with a letter added where two people took the same number. */
  readonly code: string;
  readonly author: PersonId;
  /** When it was written down: the record's claim. */
  readonly written: string;
  readonly kind: EvidenceKind;
  readonly source: string;
  /** When the activity took place, ISO local date-time to the minute. */
  readonly when: string;
  readonly direction: 'strength' | 'weakness' | 'neutral';
  readonly text: string;
  /** Whole days between the activity and the writing, where that makes it a late entry; else 0. */
  readonly lateDays: number;
  /** The import and the row it was made from, where it was. */
  readonly imported?: { readonly import: RecordId; readonly row: number };
  readonly addenda: readonly {
    readonly id: RecordId;
    readonly author: PersonId;
    readonly at: string;
    readonly text: string;
  }[];
  readonly attachments: readonly NoteAttachment[];
  readonly erased: boolean;
}

/** A note held against a criterion, for or against its being met. */
export interface EvidenceLink {
  readonly note: RecordId;
  readonly criterion: string;
  readonly values: Field<'for' | 'against' | 'none'>;
  /** How much it weighs, by the latest open value; null where nobody said. */
  readonly strength: LinkStrength | null;
  /** The words of the note that matter here; null for the whole note. */
  readonly passage: string | null;
}

/** One person's mark of one descriptor; where people differ, both stand. */
export interface DescriptorMark {
  readonly criterion: string;
  readonly grade: string;
  readonly author: PersonId;
  readonly values: Field<{ readonly mark: 'met' | 'partly' | 'not' | 'none'; readonly reason: string }>;
}

/** A remark about words of a section, as they stood in a revision. */
export interface DraftComment extends CommentWrittenBody {
  readonly id: RecordId;
  readonly author: PersonId;
  readonly at: string;
}

/** A report that the draft was made from, with all of it that is in no narrative. */
export interface ImportedReport {
  readonly record: RecordId;
  readonly at: string;
  readonly author: PersonId;
  readonly report: ReportImportedBody;
}

/** A file of evidence that notes were made from. */
export interface EvidenceImport {
  readonly record: RecordId;
  readonly author: PersonId;
  readonly at: string;
  readonly file: string;
  readonly rows: number;
  /** Whether it was taken back; its notes are then in the record and not in the draft. */
  readonly undone: boolean;
}

/** One saved state of narrative, grades and evidence links. */
export interface Revision {
  readonly id: RecordId;
  /** 1, 2, ... in fold order. */
  readonly number: number;
  readonly author: PersonId;
  readonly at: string;
  readonly reason: string;
  /** Names of the fields it wrote: "narrative/summary", "grade/leaders", "improvements". */
  readonly fields: readonly string[];
  readonly parents: readonly RecordId[];
}

/** A seal over the draft and all that led to it. */
export interface Seal {
  readonly id: RecordId;
  readonly author: PersonId;
  readonly at: string;
  readonly heads: readonly RecordId[];
  readonly count: number;
  readonly idsHash: string;
  readonly withdrawn: boolean;
  readonly reopened: RecordId | null;
}

/** Something people must know that breaks nothing. */
export interface Notice {
  readonly code:
    | 'set-aside'
    | 'one-key-two-places'
    | 'after-sealing'
    | 'seal-unlawful'
    | 'relied-on-lost'
    | 'newer-version'
    | 'unreadable-body'
    | 'ownership-contested'
    | 'seals-contested'
    | 'erasing-outstanding'
    | 'unverified-person'
    | RoundProblem['code'];
  readonly record: RecordId;
  readonly message: string;
}

/** A line of the draft's history, in fold order. */
export interface TimelineEntry {
  readonly record: RecordId;
  readonly type: string;
  readonly author: PersonId;
  readonly key: DeviceKey;
  readonly at: string;
  readonly told: string;
  readonly counted: boolean;
}

/** What the set of a draft's records says, whatever order they came in. Plain data: it crosses to the renderer. */
export interface DraftState {
  readonly id: RecordId;
  readonly begunBy: PersonId;
  readonly begunAt: string;
  /** A draft of the demonstration can never be exported as final. */
  readonly demonstration: boolean;
  readonly owner: PersonId;
  readonly recoveryOwner: PersonId | null;
  readonly ownershipContested: boolean;
  /** A passing of ownership that waits for its receiver: the record and to whom. */
  readonly ownershipOffers: readonly { readonly record: RecordId; readonly to: PersonId }[];
  readonly roles: readonly {
    readonly person: PersonId;
    readonly role: GrantedRole;
    readonly record: RecordId;
  }[];
  /** Adoption hash of the framework; the file itself is in `adoptedFrameworks` by hash. */
  readonly framework: Field<string>;
  readonly details: { readonly [name in DetailName]: Field<string> };
  /** Where it is on its way, by what was said by hand and what happened since; `details.stage` is what was said. */
  readonly stage: StageStanding;
  /** What took it there, step by step. */
  readonly stageSteps: readonly StageStanding[];
  readonly narratives: { readonly [section: string]: Field<string> };
  readonly grades: { readonly [area: string]: Field<GradeValue> };
  readonly improvements: Field<readonly Improvement[]>;
  /** Strengths and other lists of points, by section. */
  readonly points: { readonly [section: string]: Field<readonly Improvement[]> };
  readonly notes: readonly EvidenceNote[];
  readonly links: readonly EvidenceLink[];
  readonly marks: readonly DescriptorMark[];
  readonly fits: { readonly [criterion: string]: Field<string> };
  /** Reasons recorded for departing from soft rules, by limiter id. */
  readonly reasons: { readonly [rule: string]: Field<string> };
  /** What was recorded of the facts on which rules turn, by fact. */
  readonly facts: { readonly [fact: string]: Field<RecordedFact> };
  /** Days of the moments that clocks run from and stop at, by moment; nothing where taken back. */
  readonly moments: { readonly [moment: string]: Field<string> };
  readonly pauses: readonly ClockPause[];
  /** Answers to questions that comparisons raised, by question. */
  readonly answers: { readonly [question: string]: Field<string> };
  /** How notes that point different ways were settled, by "criterion/note/note". */
  readonly contradictions: { readonly [pair: string]: Field<string> };
  /** Capitalised terms that were answered to be nobody's name: 'allowed', or nothing where taken back. */
  readonly terms: { readonly [term: string]: Field<string> };
  readonly evidenceImports: readonly EvidenceImport[];
  /** Ticks by "person/change": the revision looked at, or nothing where the tick was taken back. */
  readonly reviewed: { readonly [personAndChange: string]: Field<string> };
  /** In fold order; erased ones are gone. */
  readonly comments: readonly DraftComment[];
  /** Rounds of independent grades, interests and challenges; lodged grades only once they are revealed. */
  /** The calibration set that the draft is a case of; '' where it was taken out of one. */
  readonly calibration: Field<string>;
  readonly moderation: ModerationState;
  readonly imports: readonly ImportedReport[];
  readonly revisions: readonly Revision[];
  readonly seals: readonly Seal[];
  readonly finalising: FinalisingState;
  readonly standing: 'open' | 'sealed' | 'seals-contested' | 'reopened';
  /** Names of fields with more than one open value. */
  readonly conflicts: readonly string[];
  readonly notices: readonly Notice[];
  /** Records that others name and that have not arrived. */
  readonly waiting: readonly {
    readonly record: RecordId;
    readonly neededBy: RecordId;
    /** Who wrote the record that waits. */
    readonly author: PersonId;
    /** Who wrote the one that is not here, where the records that are here tell; else null. */
    readonly from: PersonId | null;
  }[];
  /** Records that stand here without their content because a copy was made without it. */
  readonly leftOut: readonly RecordId[];
  readonly heads: readonly RecordId[];
  readonly lamport: number;
  readonly count: number;
  /** True where a record of a newer version or an unknown type is present: reading and adding notes only. */
  readonly newer: boolean;
  readonly timeline: readonly TimelineEntry[];
}
