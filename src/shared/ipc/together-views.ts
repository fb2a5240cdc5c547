import type { SettledConflict } from '../seen/settled-conflicts.ts';
import type { Happening } from '../together/happenings.ts';
import type { Noun, TrailKind } from '../records/kind-declaration.ts';
import type { Owed } from '../together/owed.ts';

/** One draft as lists over drafts name it. */
interface NamedDraft {
  readonly draft: string;
  readonly provider: string;
}

/** What waits for this profile's person, draft by draft, and people whose phrase they have not compared. */
export interface WaitingView {
  readonly drafts: readonly (NamedDraft & { readonly owed: readonly Owed[] })[];
  /** The day on which this is asked, as clocks count it. */
  readonly today: string;
  readonly strangers: readonly { readonly person: string; readonly name: string; readonly records: number }[];
  /** Drafts that could not be read. */
  readonly unread: number;
}

/** One field with several open values, in words. */
export interface OpenConflict extends NamedDraft {
  readonly field: string;
  readonly title: string;
  readonly area: string;
  /** Whether this profile's person may settle it here and now. */
  readonly mine: boolean;
  /** What stood there when all of them wrote, in words; null where nothing did, or where they wrote over different words. */
  readonly before: string | null;
  readonly sides: readonly {
    readonly record: string;
    readonly author: string;
    readonly name: string;
    readonly at: string;
    readonly words: string;
    /** Why, as its author said; '' where nothing was said. */
    readonly reason: string;
    /** The grade that it is, and its letter in its framework; null where it is no grade. */
    readonly grade: { readonly id: string; readonly symbol: string } | null;
  }[];
}

/** The conflicts of a draft or of the workspace: those open, and those that somebody settled, latest first. */
export interface ConflictsView {
  readonly open: readonly OpenConflict[];
  readonly settled: readonly (NamedDraft &
    SettledConflict & { readonly title: string; readonly name: string })[];
  readonly unread: number;
}

/** A record of a draft's history with what its kind is about, and what one and several of it are called. */
interface ToldHappening extends Happening {
  readonly kind: TrailKind;
  readonly noun: Noun;
}

/** What happened in drafts since a day, or since this person last looked. */
export interface HappenedView {
  /** When this person last said that they had looked; null where never. */
  readonly looked: string | null;
  readonly drafts: readonly (NamedDraft & {
    readonly areas: readonly { readonly id: string; readonly title: string }[];
    readonly happenings: readonly ToldHappening[];
  })[];
  readonly names: { readonly [person: string]: string };
  readonly unread: number;
}
