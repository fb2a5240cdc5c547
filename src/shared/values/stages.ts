/** Where a draft is on its way, in order; `published` is a report that was published outside Plumbline. */
export const stages = ['fieldwork', 'drafting', 'moderation', 'factual-accuracy', 'published'] as const;
/** Where a draft is on its way. */
export type Stage = (typeof stages)[number];

/** What moves a draft's stage: a person's word, or what happened in the draft. */
export type StageCause =
  'begun' | 'by-hand' | 'text-saved' | 'round-opened' | 'outcome' | 'sent' | 'moment' | 'reopened';

/** Where a draft is on its way, and the record that took it there. */
export interface StageStanding {
  readonly now: Stage;
  readonly cause: StageCause;
  readonly record: string;
}
