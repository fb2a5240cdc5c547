import type { PersonId } from '../records/record.ts';
import type { GradeAnswer, LodgedEntry } from './lodged-grades.ts';
import type { Lodging, Round } from './round.ts';

/** One member's independent grade of one area, as lodged before anybody spoke. */
export interface IndependentGrade extends LodgedEntry {
  readonly person: PersonId;
}

/** A member's independent answer for an area; null where they have none. */
export function independentAnswer(
  lodgings: readonly Lodging[],
  person: PersonId,
  area: string,
): GradeAnswer | null {
  const own = lodgings.find((lodging) => lodging.author === person && lodging.standing === 'independent');
  return own?.entries?.find((entry) => entry.area === area)?.answer ?? null;
}

/** Every independent grade of an area in a revealed round, in the order of the participants. */
export function independentGrades(round: Round, area: string): readonly IndependentGrade[] {
  return round.participants.flatMap((person) => {
    const own = round.lodgings.find(
      (lodging) => lodging.author === person && lodging.standing === 'independent',
    );
    const entry = own?.entries?.find((entry) => entry.area === area);
    return entry === undefined ? [] : [{ ...entry, person }];
  });
}

/** What a member holds of an area after discussion: what they confirmed or moved to. Who confirmed nothing has none. */
export function answerAfter(round: Round, person: PersonId, area: string): GradeAnswer | null {
  const settled = round.reconsidered.find(
    (settlement) => settlement.person === person && settlement.area === area,
  );
  return settled?.answer ?? null;
}

/**
 * A round in which what was written without reference to the reveal stands where its author has no independent grades:
 * for a second line of figures, never for the first. Null where nobody is added by it, or where the chair said before the
 * reveal that it is hidden. Of one member the highest number counts, alone with that number.
 */
export function withUnproven<R extends Pick<Round, 'lodgings' | 'showsUnproven'>>(round: R): R | null {
  if (!round.showsUnproven) return null;
  const independent = new Set(
    round.lodgings.filter(({ standing }) => standing === 'independent').map(({ author }) => author),
  );
  const unproven = round.lodgings.filter(
    ({ author, standing, entries }) =>
      standing === 'unproven' && entries !== null && !independent.has(author),
  );
  const added = new Set(
    [...Map.groupBy(unproven, ({ author }) => author).values()].flatMap((own) => {
      const highest = Math.max(...own.map(({ n }) => n));
      const last = own.filter(({ n }) => n === highest);
      return last.length === 1 ? last.map(({ record }) => record) : [];
    }),
  );
  if (added.size === 0) return null;
  const lodgings = round.lodgings.map((lodging) =>
    added.has(lodging.record) ? { ...lodging, standing: 'independent' as const } : lodging,
  );
  return { ...round, lodgings };
}
