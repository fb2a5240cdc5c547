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

/** What a member holds of an area after discussion: what they settled on, else their independent answer. */
export function answerAfter(round: Round, person: PersonId, area: string): GradeAnswer | null {
  const settled = round.reconsidered.find(
    (settlement) => settlement.person === person && settlement.area === area,
  );
  return settled?.answer ?? independentAnswer(round.lodgings, person, area);
}
