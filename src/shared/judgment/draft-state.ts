import type { EvidenceImport, EvidenceLink, EvidenceNote } from '../evidence/evidence-state.ts';
import type { DraftComment } from '../draft/fold-comments.ts';
import type { ReportImportedBody } from '../draft/report-imported.ts';
import type { DeviceKey, PersonId, RecordId } from '../records/record.ts';
import type { ModerationState } from '../moderation/moderation-state.ts';
import type { RoundProblem } from '../lodging/lodging-state.ts';
import type { FinalisingState } from '../finalising/finalising-state.ts';
import type { ClockPause } from '../clocks/clock-pause.ts';
import type { GrantedRole } from '../values/role.ts';
import type { StageStanding } from '../values/stages.ts';
import type { ChangedSince } from './changed-since.ts';
import type { StateFields } from './state-fields.ts';

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
export interface DraftState extends StateFields {
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
  /** Where it is on its way, by what was said by hand and what happened since; `details.stage` is what was said. */
  readonly stage: StageStanding;
  /** What took it there, step by step. */
  readonly stageSteps: readonly StageStanding[];
  readonly notes: readonly EvidenceNote[];
  readonly links: readonly EvidenceLink[];
  readonly pauses: readonly ClockPause[];
  readonly evidenceImports: readonly EvidenceImport[];
  /** In fold order; erased ones are gone. */
  readonly comments: readonly DraftComment[];
  /** Rounds of independent grades, interests and challenges; lodged grades only once they are revealed. */
  readonly moderation: ModerationState;
  readonly imports: readonly ImportedReport[];
  readonly revisions: readonly Revision[];
  readonly seals: readonly Seal[];
  readonly finalising: FinalisingState;
  /** What was written since each reason, approval and answer to the provider. */
  readonly changedSince: ChangedSince;
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
