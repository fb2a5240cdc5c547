import type { Dissent, Round } from '../moderation/round.ts';
import { sameGrade, type GradeValue } from '../values/grade-value.ts';

/** Why an area that a panel graded is not final: see `areasOfPanel`. */
export type StandsBetween = 'gather' | 'points' | 'undecided' | 'differs' | 'dissent';

/** An area that revealed rounds graded, and what stands between it and being final. */
interface AreaOfPanel<R> {
  readonly area: string;
  /** The round that it comes from; the last that graded the area where nothing does. */
  readonly round: R;
  /** Of several the first in the order of `StandsBetween`; null where nothing does. */
  readonly why: StandsBetween | null;
  /** Its last round, where that is not decided; also where an earlier one blocks more. */
  readonly undecided: R | null;
}

/** What is asked of a round, so that one that somebody may see will do. */
type JudgedRound = Pick<Round, 'standing' | 'areas' | 'outcomes' | 'dissents' | 'closes' | 'lodgings'>;

/**
 * Every area that a revealed round graded, by what all of its rounds left: a later round takes away nothing that an
 * earlier one blocked. Evidence found not sufficient stands until a later round agrees a grade; a point until it is
 * answered; an agreed grade until another is agreed; a dissent of an earlier round until whoever dissents has lodged in a
 * later one, or an arbiter decided the area. The last round is to be decided, whatever earlier ones were.
 */
export function areasOfPanel<R extends JudgedRound>(
  rounds: readonly R[],
  gradeOf: (area: string) => GradeValue | null,
): readonly AreaOfPanel<R>[] {
  const revealed = rounds.filter((round) => round.standing === 'revealed');
  return [...new Set(revealed.flatMap((round) => round.areas))].flatMap((area): readonly AreaOfPanel<R>[] => {
    const grading = revealed.filter((round) => round.areas.includes(area));
    const last = grading.at(-1);
    if (last === undefined) return [];
    const outcomeOf = (round: R): Outcome | undefined => round.outcomes[area]?.at(-1);
    const lastAgreed = grading.findLast((round) => outcomeOf(round)?.value?.agreed != null);
    const agreedAfter = (round: R): boolean =>
      lastAgreed !== undefined && grading.indexOf(lastAgreed) > grading.indexOf(round);
    const agreed = lastAgreed === undefined ? null : (outcomeOf(lastAgreed)?.value?.agreed ?? null);
    const undecided = (outcomeOf(last)?.value ?? null) === null ? last : null;
    const isBlocking: Readonly<Record<StandsBetween, (round: R) => boolean>> = {
      gather: (round) => outcomeOf(round)?.value?.outcome === 'gather' && !agreedAfter(round),
      points: (round) => hasOpenPoint(outcomeOf(round)),
      undecided: (round) => round === undecided,
      differs: (round) => round === lastAgreed && agreed !== null && !sameGrade(gradeOf(area), agreed),
      dissent: (round) => dissentsLeft(grading, area).some(({ of }) => of === round),
    };
    for (const why of ['gather', 'points', 'undecided', 'differs', 'dissent'] as const) {
      const round = grading.findLast(isBlocking[why]);
      if (round !== undefined) return [{ area, round, why, undecided }];
    }
    return [{ area, round: last, why: null, undecided }];
  });
}

type Outcome = Round['outcomes'][string][number];

/** Whether a point of an outcome waits for an answer. */
function hasOpenPoint(outcome: Outcome | undefined): boolean {
  return (outcome?.value?.points ?? []).some((_point, at) => (outcome?.pointAnswers[at] ?? []).length === 0);
}

/** Dissents of all but the last of an area's rounds that nothing settled since, each with its round. */
function dissentsLeft<R extends JudgedRound>(
  grading: readonly R[],
  area: string,
): readonly { readonly of: R; readonly dissent: Dissent }[] {
  return grading.slice(0, -1).flatMap((round, at) => {
    const later = grading.slice(at + 1);
    const isArbitrated = [round, ...later].some(
      (each) => each.outcomes[area]?.at(-1)?.value?.rule === 'arbiter',
    );
    if (isArbitrated) return [];
    return round.dissents
      .filter((dissent) => dissent.area === area && !later.some((each) => hasLodged(each, dissent.person)))
      .map((dissent) => ({ of: round, dissent }));
  });
}

/** Whether a reveal that counts counted a lodging of a person. */
function hasLodged({ closes, lodgings }: JudgedRound, person: string): boolean {
  const counted = new Set(closes.flatMap((close) => (close.invalid === null ? close.counted : [])));
  return lodgings.some((lodging) => lodging.author === person && counted.has(lodging.record));
}

/** The dissents of rounds before this one about an area that nothing settled up to it. */
export function earlierDissents(
  rounds: readonly Round[],
  round: Round,
  area: string,
): readonly { readonly of: Round; readonly dissent: Dissent }[] {
  const revealed = rounds.filter((each) => each.standing === 'revealed' && each.areas.includes(area));
  return dissentsLeft(revealed.slice(0, revealed.findIndex(({ id }) => id === round.id) + 1), area);
}
