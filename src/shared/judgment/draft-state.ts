import type {
  DescriptorMark,
  EvidenceImport,
  EvidenceLink,
  EvidenceNote,
} from '../evidence/evidence-state.ts';
import type { CommentWrittenBody } from '../draft/comment-written.ts';
import type { ReportImportedBody } from '../draft/report-imported.ts';
import type { DeviceKey, PersonId, RecordId } from '../records/record.ts';
import type { ModerationState } from '../moderation/moderation-state.ts';
import type { RoundProblem } from '../lodging/lodging-state.ts';
import type { FinalisingState } from '../finalising/finalising-state.ts';
import type { ClockPause } from '../clocks/clock-pause.ts';
import type { GrantedRole } from '../values/role.ts';
import type { GradeValue } from '../values/grade-value.ts';
import type { Improvement } from '../values/improvement.ts';
import type { RecordedFact } from '../values/recorded-fact.ts';
import type { DetailName } from '../draft/detail-names.ts';
import type { Field } from '../records/open-value.ts';
import type { StageStanding } from '../values/stages.ts';

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
  readonly sentence: string;
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
