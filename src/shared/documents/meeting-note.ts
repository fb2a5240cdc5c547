import { excerptOf, longDayWords, momentWords } from '../words.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { gradeTitle, scaleOf } from '../framework/grade-order.ts';
import { fieldTitlesOf } from '../judgment/field-title.ts';
import { interestFacts } from './interest-facts.ts';
import { amendmentWords } from '../lodging/amended-round.ts';
import { earlierDissents } from '../finalising/stands-between.ts';
import { agendaOf } from '../moderation/agenda.ts';
import { answerAfter } from '../moderation/independent-grades.ts';
import { fitWords, sureTitle, type GradeAnswer } from '../moderation/lodged-grades.ts';
import type { Challenge } from '../moderation/moderation-state.ts';
import type { DecidedOutcome, Round } from '../moderation/round.ts';
import type { FieldTitles } from '../records/define-field.ts';
import type { SeenState } from '../seen/seen-draft.ts';

/** The note of a round's meeting, in words and in reading order, before any format. */
export interface MeetingNote {
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly areas: readonly {
    readonly title: string;
    readonly provisional: string;
    readonly members: readonly {
      readonly name: string;
      readonly independent: string;
      /** How sure they were; '' where they gave no grade. */
      readonly sure: string;
      /** Why, and below it the best fits that they set. */
      readonly rationale: string;
      /** The notes that they cited, by their codes, and the paragraphs. */
      readonly evidence: string;
      readonly after: string;
      readonly reason: string;
    }[];
    readonly outcomes: readonly string[];
    readonly dissents: readonly string[];
  }[];
  /** Points back to the team, earliest day first. */
  readonly actions: readonly {
    /** As it is printed, and as YYYY-MM-DD. */
    readonly due: string;
    readonly day: string;
    readonly area: string;
    readonly text: string;
    readonly owner: string;
    readonly answer: string;
  }[];
  readonly challenges: readonly {
    readonly text: string;
    /** What it is put to: a grade, a claim, a piece of evidence or what is missing, and of which area. */
    readonly about: string;
    readonly asked: string;
    readonly owner: string;
    readonly state: string;
    readonly answer: string;
  }[];
  /** What everybody must know of the round: late lodgings, several reveals, a reveal below the quorum. */
  readonly notices: readonly string[];
}

const outcomeTold = {
  agree: 'Agreed',
  change: 'Changed',
  return: 'Returned to the team with points',
  gather: 'Evidence not sufficient: return to the team',
} as const;

const ruleWords = {
  consensus: 'by consensus',
  median: 'by median',
  majority: 'by majority',
  chair: 'by the chair',
  arbiter: 'by the arbiter',
} as const;

const stateTold = { open: 'Open', answered: 'Answered', withdrawn: 'Withdrawn' } as const;

/** What a challenge is put to, in the framework's words. */
function challengedWords({ about }: Challenge, { place, note }: FieldTitles): string {
  switch (about.what) {
    case 'grade':
      return `The grade of ${place(about.area)}`;
    case 'omission':
      return `What is missing in ${place(about.area)}`;
    case 'claim':
      return `“${excerptOf(about.quote, 160)}” in ${place(about.section)}`;
    case 'evidence':
      return `Note ${note(about.note)}${about.area === null ? '' : ` under ${place(about.area)}`}`;
  }
}

/** Every challenge put to a draft, in the order in which they were raised. */
export function challengesOf(
  state: SeenState,
  framework: Framework | null,
  name: (person: string) => string,
): MeetingNote['challenges'] {
  const titles = fieldTitlesOf(framework, state.notes);
  return state.moderation.challenges.map((challenge) => ({
    text: `${challenge.number}. ${challenge.text}`,
    about: challengedWords(challenge, titles),
    asked: `${name(challenge.author)}, ${momentWords(challenge.at)}`,
    owner: `${name(challenge.owner)}${challenge.due === null ? '' : `, by ${longDayWords(challenge.due)}`}`,
    state: challenge.accepted === null ? stateTold[challenge.state] : 'Answered; the answer was accepted',
    answer:
      challenge.withdrawn === null
        ? challenge.answers.map(({ author, answer }) => `${name(author)}: ${answer}`).join('\n')
        : challenge.withdrawn.reason,
  }));
}

/** Gathers the note of a round's meeting; `name` tells a person's name. */
export function meetingNote(
  state: SeenState,
  framework: Framework,
  round: Round,
  name: (person: string) => string,
): MeetingNote {
  const day = momentWords;
  const words = (area: string, answer: GradeAnswer | null): string => {
    if (answer === null) return 'None';
    if ('notMine' in answer) return 'Not my area';
    if ('grade' in answer) return gradeTitle(framework, area, answer.grade);
    const title = scaleOf(framework, area)?.nonGrades.find((grade) => grade.id === answer.notGraded)?.title;
    return `${title ?? answer.notGraded}: ${answer.reason}`;
  };
  const decided = (area: string, { value }: DecidedOutcome): string => {
    if (value === null) return 'Its words were erased.';
    const agreed = value.agreed === null ? '' : `, ${words(area, value.agreed)} (${ruleWords[value.rule]})`;
    return `${outcomeTold[value.outcome]}${agreed}: ${value.reason}`;
  };
  const titles = fieldTitlesOf(framework, state.notes);
  const agenda = agendaOf(round, framework);
  const close = round.closes.find((close) => close.invalid === null);
  const revision = state.revisions.find((revision) => revision.id === round.revision);
  const latest = state.revisions.at(-1);
  const later =
    latest === undefined || latest.id === revision?.id
      ? ''
      : `. Revision ${latest.number} was saved since, ${day(latest.at)}`;
  const revisionWords = revision === undefined ? '' : `${revision.number}, ${day(revision.at)}${later}`;
  const chair = round.holders.find((holder) => holder.as === 'chair')?.person ?? '';
  return {
    title: `Round ${round.number} of independent grades`,
    facts: [
      { name: 'Revision', value: revisionWords },
      { name: 'Chair', value: name(chair) },
      {
        name: 'Deputies',
        value: round.holders
          .filter((holder) => holder.as === 'deputy')
          .map((holder) => name(holder.person))
          .join(', '),
      },
      { name: 'Members', value: round.participants.map(name).join(', ') },
      ...(round.excluded.length === 0
        ? []
        : [
            {
              name: 'Out for an interest',
              value: round.excluded.map(({ person }) => name(person)).join(', '),
            },
          ]),
      ...interestFacts(state, round, name),
      ...round.amendments.map((change) => ({
        name: 'Changed',
        value: `${amendmentWords(change, name)} (${name(change.author)}, ${day(change.at)}): ${change.reason}`,
      })),
      ...(round.absences.length === 0
        ? []
        : [
            {
              name: 'Could not attend',
              value: round.absences.map((absence) => name(absence.person)).join(', '),
            },
          ]),
      { name: 'Opened', value: day(round.at) },
      { name: 'Revealed', value: close === undefined ? 'Not yet' : day(close.at) },
      ...(close?.reason == null ? [] : [{ name: 'Why then', value: close.reason }]),
      {
        name: 'Provisional grades',
        value: round.provisional.shown
          ? `Shown to the members: ${round.provisional.reason}`
          : 'Hidden from the members until the reveal',
      },
    ],
    areas: agenda.map(({ area, title, provisional, independent }) => ({
      title,
      provisional: words(area, provisional),
      members: round.participants.map((person) => {
        const own = independent.find((answer) => answer.person === person);
        const settled = round.reconsidered.find(
          (settlement) => settlement.person === person && settlement.area === area,
        );
        return {
          name: name(person),
          independent: words(area, own?.answer ?? null),
          sure: own === undefined || 'notMine' in own.answer ? '' : sureTitle(own.sure),
          rationale:
            `${own?.rationale ?? ''}\n${fitWords(own?.fits, titles.criterion, (grade) => gradeTitle(framework, area, grade))}`.trim(),
          evidence: [
            ...(own?.evidence ?? []).map(titles.note),
            ...(own?.passages ?? []).map(
              ({ section, paragraph }) => `${titles.place(section)}, paragraph ${paragraph}`,
            ),
          ].join('; '),
          after: words(area, answerAfter(round, person, area)),
          reason: settled?.reason ?? '',
        };
      }),
      outcomes: [
        ...round.arbitrations
          .filter((asked) => asked.area === area)
          .map(
            ({ by, at, arbiter, reason, decided: decision }) =>
              `${name(by)} asked the arbiter, ${name(arbiter)}, ${day(at)}: ${reason}${decision === null ? ' Not decided yet.' : ''}`,
          ),
        ...(round.outcomes[area] ?? []).map((outcome) => decided(area, outcome)),
      ],
      dissents: [
        ...earlierDissents(state.moderation.rounds, round, area).map(
          ({ of, dissent }) =>
            `${name(dissent.person)}, in round ${of.number}, and still standing: ${dissent.text}`,
        ),
        ...round.dissents
          .filter((dissent) => dissent.area === area)
          .map(
            (dissent) =>
              `${name(dissent.person)}${dissent.grade === null ? '' : `, who holds to ${words(area, dissent.grade)}`}: ${dissent.text}`,
          ),
      ],
    })),
    actions: agenda
      .flatMap(({ area, title }) =>
        (round.outcomes[area] ?? []).flatMap(({ value, pointAnswers }) =>
          (value?.points ?? []).map(({ due, text, owner }, at) => ({
            due: longDayWords(due),
            day: due,
            area: title,
            text,
            owner: owner === null ? 'The team' : name(owner),
            answer: pointAnswers[at]?.at(-1)?.answer ?? '',
          })),
        ),
      )
      .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    challenges: challengesOf(state, framework, name),
    notices: round.problems.map((problem) => problem.message),
  };
}
