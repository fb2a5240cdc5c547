import { gradeField } from '../draft/judgment-fields.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import { canonical } from '../records/canonical.ts';
import type { GradeValue } from '../values/grade-value.ts';
import type { SeenDraft } from './seen-draft.ts';

/** A grade that an area was given, from when to the next. */
export interface GradeStep {
  readonly record: RecordId;
  readonly author: PersonId;
  readonly at: string;
  readonly value: GradeValue;
  /** Why, as the revision that gave it says; '' where it says nothing. */
  readonly reason: string;
}

/** Each area's grades from the first to the last, in fold order: one step for each time that it became another. */
export function gradeSteps(draft: SeenDraft): { readonly [area: string]: readonly GradeStep[] } {
  const written = draft.records().filter(({ setAside }) => !setAside);
  const steps = Object.keys(draft.state.grades).map((area): [string, readonly GradeStep[]] => {
    const all = written.flatMap(({ id, author, at, reason, writes }) =>
      gradeField
        .writtenIn(writes, { area })
        .flatMap(({ value }): GradeStep[] =>
          value === null ? [] : [{ record: id, author, at, value, reason }],
        ),
    );
    return [area, all.filter((step, at) => !isSame(step.value, all[at - 1]?.value))];
  });
  return Object.fromEntries(steps);
}

function isSame(value: GradeValue, other: GradeValue | undefined): boolean {
  return other !== undefined && canonical(value) === canonical(other);
}
