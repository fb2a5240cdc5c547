import type { Field } from '../records/open-value.ts';
import type { LinkStrength } from '../values/link-strength.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import type { EvidenceKind } from '../values/evidence-kind.ts';
import type { NoteAttachment } from './note-attachment.ts';

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
