import type { Field } from '../records/open-value.ts';
import type { LinkStrength } from '../values/link-strength.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import type { Noted, NotedPart } from './noted-fields.ts';
import type { NoteAttachment } from './note-attachment.ts';

/** A correction of a note: what stood, what it says now, and why. */
export interface NoteCorrection {
  readonly id: RecordId;
  readonly author: PersonId;
  readonly at: string;
  readonly reason: string;
  readonly parts: readonly {
    readonly part: NotedPart;
    readonly was: string;
    readonly now: string;
    /** Whether nothing replaced it; two that stand of one part are a conflict. */
    readonly stands: boolean;
  }[];
}

/** An evidence note as corrected, with what was later added to it. */
export interface EvidenceNote extends Noted {
  readonly id: RecordId;
  /** As shown, unique in the draft: "CT-014", with a letter added where two people took the same number. */
  readonly code: string;
  readonly author: PersonId;
  /** When it was written down: the record's claim. */
  readonly written: string;
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
  /** What was corrected of it, oldest first. */
  readonly corrections: readonly NoteCorrection[];
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
