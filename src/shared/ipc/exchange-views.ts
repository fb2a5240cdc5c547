import type { PersonCard } from '../people/person.ts';
import type { Problem } from './views.ts';

/** What taking a file in would do; nothing is done until that is asked for. */
export interface OfferedFile {
  readonly file: string;
  /** The draft whose records it holds; null for a card alone. */
  readonly draft: OfferedDraft | null;
  /** People whose cards it holds. */
  readonly people: readonly {
    readonly person: string;
    readonly card: PersonCard;
    readonly standing: 'new' | 'newer' | 'known' | 'self';
    readonly verified: boolean;
  }[];
  /** Why nothing can be taken in: broken lines, records that nobody vouches for or that stand on others not here. */
  readonly broken: readonly Problem[];
}

/** The records of one draft in a file, against what the workspace has. */
export interface OfferedDraft {
  readonly draft: string;
  readonly provider: string;
  /** Whether the workspace has this draft: its records join it; else it becomes a new draft. */
  readonly known: boolean;
  readonly records: number;
  /** Records that are not in the workspace, or stand there without their content. */
  readonly added: number;
  /** The same by person and kind, most first. */
  readonly groups: readonly {
    readonly person: string;
    readonly name: string;
    readonly verified: boolean;
    readonly kinds: readonly { readonly type: string; readonly count: number }[];
  }[];
  /** Fields that would have several open values and have one now. */
  readonly conflicts: readonly string[];
  /** Records that would come in without their content, which the file lacks on purpose: then none is taken in. */
  readonly leftOut: number;
}
