import type { Stage, StageCause } from '../values/stages.ts';
import type { RetainedKind } from '../values/retained-kinds.ts';
import type { Role } from '../values/role.ts';
import type { WordPlace } from './words-apart.ts';

/** What a record is about, as a draft's trail is read; `grade` is for those that write one. */
export type TrailKind = 'grade' | 'evidence' | 'weighing' | 'text' | 'panel' | 'finalising' | 'people';

/** What something is called: one of it, and several. */
export type Noun = readonly [singular: string, plural: string];

/**
 * What is declared of a kind of record beside its body. Each part is the careful one where a definition says nothing:
 * written in no sealed draft and in none of a newer version, never erased, never left out of a copy, taken out of a
 * redacted one, folded with all records anew.
 */
export interface KindDeclaration {
  /** Its name in the records: what it is about, a stop, and what happened. */
  readonly type: string;
  /** The version of its body that this version of Plumbline writes. A body says its own as `v`; one without is of version 1. */
  readonly version: number;
  readonly noun: Noun;
  /** Where its body holds words; everything else is facts. */
  readonly words: readonly WordPlace[];
  /** Roles that may write it in a draft; empty for a person's own log and for acts that rights judge by themselves. */
  readonly may: readonly Role[];
  /** Whether it may be written while the judgment is sealed. */
  readonly whileSealed: boolean;
  /** Whether it may be written in a draft in which a newer version of Plumbline wrote. */
  readonly whileNewer: boolean;
  /** Whether it is written over what its author sees: over words or grades that are hidden from them, it would destroy these. */
  readonly overWhatIsSeen: boolean;
  /** Whether it lodges what nobody may read before a reveal: that it came, and from whom, is told to nobody. */
  readonly lodges: boolean;
  /** Whether an owner may let it count where a removal that its author did not know of set it aside. */
  readonly adoptable: boolean;
  /** The group of a retention schedule under which the owner may erase its words; null where nobody may. */
  readonly erasable: RetainedKind | null;
  /** Whether a copy may lack its words; rights, grades, text and seals stand in every copy. */
  readonly leavable: boolean;
  /** Whether a redacted copy keeps it whole: rights, frameworks, seals and copies rest on it. */
  readonly keptInRedactedCopy: boolean;
  /** Whether it speaks of a seal or of what follows one, so that after sealing it is no late arrival. */
  readonly speaksOfSeal: boolean;
  /** Whether it counts beside a standing seal that does not cover it. */
  readonly countsBesideSeal: boolean;
  /**
   * Whether it bears on what records before it count for or are called: rights, erasing, seals, frameworks. The draft is
   * folded anew for it; any other is added to what was folded before.
   */
  readonly reachesBack: boolean;
  readonly trail: TrailKind;
  /** Whether it is a step towards a grade: what graded, was asked of it, answered for it or signed it. */
  readonly isStep: boolean;
  /** The stage that it takes the draft on to by being there; null where it takes it nowhere by itself. */
  readonly stage: { readonly now: Stage; readonly cause: StageCause } | null;
  /** Whether it is counted among what a person contributed to a draft. */
  readonly isContribution: boolean;
  /**
   * How a notice says that somebody wrote one, or several (% stands for how many), and never a grade or a word of the
   * text; null where nobody is told as it arrives, since its time alone could hint at somebody's grade.
   */
  readonly notice: readonly [one: string, many: string] | null;
}

/** What holds of a kind whose definition does not say otherwise. */
export const unsaid: Omit<KindDeclaration, 'type' | 'noun'> = {
  version: 1,
  words: [],
  may: [],
  whileSealed: false,
  whileNewer: false,
  overWhatIsSeen: false,
  lodges: false,
  adoptable: false,
  erasable: null,
  leavable: false,
  keptInRedactedCopy: false,
  speaksOfSeal: false,
  countsBesideSeal: false,
  reachesBack: true,
  trail: 'people',
  isStep: false,
  stage: null,
  isContribution: false,
  notice: ['changed something', 'changed something'],
};
