import { arbiterDecided } from '../moderation/arbiter-decided.ts';
import { challengeAnswered } from '../moderation/challenge-answered.ts';
import { interestDeclared } from '../moderation/interest-declared.ts';
import { outcomeDecided } from '../moderation/outcome-decided.ts';
import { pointAnswered } from '../moderation/point-answered.ts';
import type { Round } from '../moderation/round.ts';
import { gradeLodged } from '../lodging/grade-lodged.ts';
import { holdsKey, mayLodge, type LodgingRound } from '../lodging/lodging-state.ts';
import { roundClosed } from '../lodging/round-closed.ts';
import { comparisonClosed } from '../pairwise/comparison-closed.ts';
import { comparisonLodged } from '../pairwise/comparison-lodged.ts';
import { revisionSaved } from '../draft/revision-saved.ts';
import { areasOfPanel } from '../finalising/stands-between.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { fieldTitlesOf } from '../judgment/field-title.ts';
import { leads } from '../records/define-event.ts';
import { settled } from '../records/settled.ts';
import type { SeenDraft } from '../seen/seen-draft.ts';
import type { Role } from '../values/role.ts';
import { count, dayWords, excerptOf, listOf } from '../words.ts';
import type { Asked, Owed } from './owed.ts';

/** Who says before a round whether anything could colour their judgment. */
const judging: readonly Role[] = ['panel', 'chair', 'deputy'];

/** What moderation waits for from one person: only what they may do as the draft stands. */
export function owedToPanel(draft: SeenDraft, framework: Framework | null, asked: Asked): readonly Owed[] {
  const place = fieldTitlesOf(framework, draft.state.notes).place;
  return [
    ...interests(draft, asked),
    ...lodgings(draft, asked),
    ...reveals(draft, asked),
    ...outcomes(draft, place, asked),
    ...arbitrations(draft, place, asked),
    ...points(draft, place, asked),
    ...challenges(draft, place, asked),
  ];
}

function interests({ state, rolesOf }: SeenDraft, { person, may }: Asked): readonly Owed[] {
  const isAsked = rolesOf(person).some((role) => judging.includes(role)) && may(interestDeclared);
  if (!isAsked || state.moderation.interests.some((declared) => declared.person === person)) return [];
  return [
    {
      kind: 'interest',
      todo: 'Declare your interests, or that there are none',
      detail: 'You are on the panel of this draft. An interest that excludes keeps you out of its rounds.',
      screen: 'panel',
      area: '',
      subject: state.id,
      since: '',
      due: null,
    },
  ];
}

/** Whether a round waits for this person's own lodging: whether others lodged theirs is not said. */
function waitsFor(round: LodgingRound & { readonly absences?: Round['absences'] }, person: string): boolean {
  return (
    round.standing === 'lodging' &&
    mayLodge(round, person) &&
    !(round.absences ?? []).some((absence) => absence.person === person) &&
    !round.lodgings.some((lodging) => lodging.author === person)
  );
}

function lodgings({ state }: SeenDraft, { person, may, nameOf }: Asked): readonly Owed[] {
  const { rounds, pairwise } = state.moderation;
  const owed = (round: LodgingRound, kind: 'round' | 'pairs', what: string): Owed => ({
    kind,
    todo: `Lodge your ${what} in round ${round.number}`,
    detail: `${nameOf(round.openedBy)} opened it.${round.due === null ? '' : ` To be lodged by ${dayWords(round.due)}.`}`,
    screen: 'panel',
    area: '',
    subject: round.id,
    since: round.at,
    due: round.due,
  });
  return [
    ...(may(gradeLodged) ? rounds : [])
      .filter((round) => waitsFor(round, person))
      .map((round) => owed(round, 'round', 'grades')),
    ...(may(comparisonLodged) ? pairwise : [])
      .filter((round) => waitsFor(round, person))
      .map((round) => owed(round, 'pairs', 'comparisons')),
  ];
}

/** Rounds whose every member lodged, or told that they cannot, for whoever holds their key. */
function reveals({ state }: SeenDraft, { person, may }: Asked): readonly Owed[] {
  const { rounds, pairwise } = state.moderation;
  const complete = (round: LodgingRound): boolean =>
    round.standing === 'lodging' &&
    holdsKey(round, person) &&
    round.lodgings.length > 0 &&
    !round.participants.some((member) => waitsFor(round, member));
  const owed = (round: LodgingRound, what: string): Owed => ({
    kind: 'reveal',
    todo: `Reveal the ${what} of round ${round.number}`,
    detail: 'Nobody is waited for any more, and you hold the key.',
    screen: 'panel',
    area: '',
    subject: round.id,
    since: round.lodgings.at(-1)?.at ?? round.at,
    due: round.due,
  });
  return [
    ...(may(roundClosed) ? rounds : []).filter(complete).map((round) => owed(round, 'grades')),
    ...(may(comparisonClosed) ? pairwise : []).filter(complete).map((round) => owed(round, 'comparisons')),
  ];
}

/** Areas whose last round waits for its outcome, but those that an arbiter was asked to decide; those whose grade differs. */
function areasOf({ state }: SeenDraft, why: 'undecided' | 'differs'): readonly [Round, readonly string[]][] {
  const isWithArbiter = (round: Round, area: string): boolean =>
    round.arbitrations.some((each) => each.area === area && each.decided === null);
  const areas = areasOfPanel(state.moderation.rounds, (area) => settled(state.grades[area])).flatMap(
    (each) =>
      why === 'differs'
        ? each.why === why
          ? [each]
          : []
        : each.undecided === null || isWithArbiter(each.undecided, each.area)
          ? []
          : [{ ...each, round: each.undecided }],
  );
  return [...Map.groupBy(areas, ({ round }) => round)].map(([round, all]) => [
    round,
    all.map(({ area }) => area),
  ]);
}

/** Areas that a person was asked to decide as arbiter. */
function arbitrations(
  { state }: SeenDraft,
  place: (area: string) => string,
  { person, may, nameOf }: Asked,
): readonly Owed[] {
  if (!may(arbiterDecided)) return [];
  return state.moderation.rounds.flatMap((round) =>
    round.arbitrations
      .filter(({ arbiter, decided }) => arbiter === person && decided === null)
      .map(({ area, by, at }) => ({
        kind: 'arbitration' as const,
        todo: `Decide ${place(area)} as arbiter`,
        detail: `${nameOf(by)} asked you: the panel could not decide it.`,
        screen: 'panel' as const,
        area,
        subject: round.id,
        since: at,
        due: null,
      })),
  );
}

/** Outcomes to record, for who may decide them; agreed grades that the draft does not give yet, for its leads. */
function outcomes(
  draft: SeenDraft,
  place: (area: string) => string,
  { person, may }: Asked,
): readonly Owed[] {
  const owed = (
    [round, named]: readonly [Round, readonly string[]],
    words: Pick<Owed, 'todo' | 'detail'>,
  ): Owed => ({
    ...words,
    kind: 'outcome',
    screen: 'panel',
    area: named[0] ?? '',
    subject: round.id,
    since: round.closes.at(-1)?.at ?? round.at,
    due: null,
  });
  const isLead = draft.rolesOf(person).some((role) => leads.includes(role));
  return [
    ...(may(outcomeDecided) ? areasOf(draft, 'undecided') : []).map((undecided) =>
      owed(undecided, {
        todo: `Record the outcome of ${count(undecided[1].length, 'area')} of round ${undecided[0].number}`,
        detail: `Revealed and not decided: ${listOf(undecided[1].map(place))}.`,
      }),
    ),
    ...(isLead && may(revisionSaved) ? areasOf(draft, 'differs') : []).map((differing) =>
      owed(differing, {
        todo: `Take the agreed grades of round ${differing[0].number} into the draft`,
        detail: `The draft has other grades: ${listOf(differing[1].map(place))}.`,
      }),
    ),
  ];
}

/** Points that a panel gave back and nobody answered: each waits for whom it names, or for everybody who writes. */
function points(
  draft: SeenDraft,
  place: (area: string) => string,
  { person, may, nameOf }: Asked,
): readonly Owed[] {
  if (!may(pointAnswered)) return [];
  const revealed = draft.state.moderation.rounds.filter((round) => round.standing === 'revealed');
  const places = revealed.flatMap((round) => round.areas.map((area) => ({ round, area })));
  return places.flatMap(({ round, area }) => {
    const outcome = round.outcomes[area]?.at(-1);
    return (outcome?.value?.points ?? []).flatMap((point, at): readonly Owed[] => {
      const isOthers = point.owner !== null && point.owner !== person;
      if (outcome === undefined || isOthers || (outcome.pointAnswers[at] ?? []).length > 0) return [];
      return [
        {
          kind: 'point',
          todo: `Answer the panel’s point on ${place(area)}`,
          detail: `${nameOf(outcome.author)}: ${excerptOf(point.text, 300)}`,
          screen: 'panel',
          area,
          subject: round.id,
          since: outcome.at,
          due: point.due,
        },
      ];
    });
  });
}

function challenges(
  { state }: SeenDraft,
  place: (area: string) => string,
  { person, may, nameOf }: Asked,
): readonly Owed[] {
  if (!may(challengeAnswered)) return [];
  return state.moderation.challenges
    .filter((challenge) => challenge.owner === person && challenge.state === 'open')
    .map(({ id, number, author, at, about, text, due }) => {
      const area = about.what === 'claim' ? about.section : (about.area ?? '');
      return {
        kind: 'challenge',
        todo: `Answer challenge ${number}${area === '' ? '' : ` on ${place(area)}`}`,
        detail: `${nameOf(author)}: ${text}`,
        screen: 'panel',
        area,
        subject: id,
        since: at,
        due,
      };
    });
}
