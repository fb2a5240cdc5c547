import type { ModerationState } from '../moderation/moderation-state.ts';
import type { Field } from '../records/open-value.ts';
import type { RecordId } from '../records/record.ts';
import { settled } from '../records/settled.ts';
import { sameGrade, type GradeValue } from '../values/grade-value.ts';

/** A grade that a panel agreed and the draft does not have, with the writes that it would replace. */
interface AgreedGrade {
  readonly area: string;
  readonly value: GradeValue;
  readonly over: readonly RecordId[];
}

/**
 * The grades to be put into the draft: of each area what was agreed last, in its last round or, where that agreed none, in
 * an earlier one, where the draft has another. None where two outcomes stand: the chair settles that first.
 */
export function agreedNotInDraft({
  moderation,
  grades,
}: {
  readonly moderation: Pick<ModerationState, 'rounds'>;
  readonly grades: Readonly<Record<string, Field<GradeValue>>>;
}): readonly AgreedGrade[] {
  const revealed = moderation.rounds.filter((round) => round.standing === 'revealed');
  return [...new Set(revealed.flatMap((round) => round.areas))].flatMap((area) => {
    const outcomes =
      revealed
        .map((round) => round.outcomes[area] ?? [])
        .findLast((each) => each.some(({ value }) => value?.agreed != null)) ?? [];
    const value = outcomes.length === 1 ? outcomes[0]?.value?.agreed : null;
    if (value === null || value === undefined || sameGrade(settled(grades[area]), value)) return [];
    return [{ area, value, over: (grades[area] ?? []).map(({ record }) => record).toSorted() }];
  });
}
