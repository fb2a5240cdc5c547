import { letters } from '../words.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import type { GradeValue } from '../values/grade-value.ts';
import type { Arbitration } from './fold-arbitrations.ts';
import { answerAfter, independentGrades } from './independent-grades.ts';
import type { GradeAnswer, LodgedEntry } from './lodged-grades.ts';
import type { Challenge } from './moderation-state.ts';
import type { Round } from './round.ts';

/** What one member of the panel said of an area, by a letter in place of their name. */
interface UnnamedMember extends Pick<LodgedEntry, 'answer' | 'sure' | 'rationale' | 'evidence'> {
  /** "A": the letters follow the lodgings' hashes, which say nothing of who lodged. */
  readonly letter: string;
  readonly passages: NonNullable<LodgedEntry['passages']>;
  /** After discussion; null where they confirmed nothing. */
  readonly after: GradeAnswer | null;
  readonly reason: string;
  readonly dissents: readonly string[];
}

/** What an arbiter is to decide, with all that the panel said of it and nobody's name. */
export interface ArbitrationCase {
  /** The request. */
  readonly record: RecordId;
  readonly at: string;
  readonly round: RecordId;
  readonly number: number;
  readonly revision: RecordId;
  readonly area: string;
  readonly reason: string;
  readonly provisional: GradeValue | null;
  readonly members: readonly UnnamedMember[];
  /** Questions put to the area, with their answers. */
  readonly questions: readonly { readonly text: string; readonly answers: readonly string[] }[];
}

/** A name to be taken out of words, with what takes its place. */
interface NamedPerson {
  readonly id: PersonId;
  readonly name: string;
}

/** An area of a round as its arbiter may see it. */
export function arbitrationCase(
  round: Round,
  { record, at, area, reason }: Pick<Arbitration, 'record' | 'at' | 'area' | 'reason'>,
  challenges: readonly Challenge[],
  people: readonly NamedPerson[],
): ArbitrationCase {
  const lodgingOf = (person: PersonId): string =>
    round.lodgings.find((lodging) => lodging.author === person && lodging.standing === 'independent')
      ?.record ?? '';
  const members = independentGrades(round, area).toSorted((a, b) =>
    lodgingOf(a.person) < lodgingOf(b.person) ? -1 : 1,
  );
  const letterOf = new Map(members.map(({ person }, place) => [person, letters(place)]));
  const mask = namesOut(
    people.map(({ id, name }) => {
      const letter = letterOf.get(id);
      return { name, instead: letter === undefined ? '[name]' : `Member ${letter}` };
    }),
  );
  return {
    record,
    at,
    round: round.id,
    number: round.number,
    revision: round.revision,
    area,
    reason: mask(reason),
    provisional: round.provisionalGrades[area] ?? null,
    members: members.map(({ person, answer, sure, rationale, evidence, passages }) => ({
      letter: letterOf.get(person) ?? '',
      answer,
      sure,
      rationale: mask(rationale),
      evidence,
      passages: passages ?? [],
      after: answerAfter(round, person, area),
      reason: mask(
        round.reconsidered.find((moved) => moved.person === person && moved.area === area)?.reason ?? '',
      ),
      dissents: round.dissents
        .filter((dissent) => dissent.person === person && dissent.area === area)
        .map(({ text }) => mask(text)),
    })),
    questions: challenges
      .filter(({ about }) => (about.what === 'claim' ? about.section : about.area) === area)
      .map(({ text, answers }) => ({
        text: mask(text),
        answers: answers.map(({ answer }) => mask(answer)),
      })),
  };
}

/** Takes names, in full or by one of their words of three letters and more, out of words; the case of letters counts. */
function namesOut(
  people: readonly { readonly name: string; readonly instead: string }[],
): (words: string) => string {
  const instead = new Map<string, string>();
  for (const each of people) instead.set(each.name, each.instead);
  for (const each of people)
    for (const part of each.name.split(/\s+/u).filter((word) => /^\p{Lu}.{2,}/u.test(word)))
      instead.set(part, instead.has(part) && instead.get(part) !== each.instead ? '[name]' : each.instead);
  const names = [...instead.keys()].filter((name) => name !== '').sort((a, b) => b.length - a.length);
  if (names.length === 0) return (words) => words;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${names.map((name) => RegExp.escape(name)).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return (words) => words.replaceAll(pattern, (name) => instead.get(name) ?? '[name]');
}
