import { canonical } from '../records/canonical.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import type { OpenValues } from '../records/open-values.ts';
import { outcomeField } from './moderation-fields.ts';
import { independentAnswer } from './independent-grades.ts';
import { judgeCloses, type JudgedCloses } from '../lodging/judge-closes.ts';
import { lodgingStandings } from '../lodging/judge-lodgings.ts';
import { outOfRound } from '../lodging/out-of-round.ts';
import { roundProblems } from '../lodging/round-problems.ts';
import type { RevealFacts } from './reveal-facts.ts';
import type { DecidedOutcome, Lodging, Reconsidered, Round } from './round.ts';
import type { RoundRecords } from './round-records.ts';

type Opened = RoundRecords['opened'][number];

/** The rounds of a draft in fold order; what decrypting tells decides which are revealed. */
export function foldRounds(records: RoundRecords, values: OpenValues, facts: RevealFacts): readonly Round[] {
  return records.opened.map((opened, at) => roundOf(opened, at + 1, records, values, facts));
}

function roundOf(
  opened: Opened,
  number: number,
  records: RoundRecords,
  values: OpenValues,
  facts: RevealFacts,
): Round {
  const { record, body } = opened;
  const judged = judgeCloses(opened, records, facts.keyFits);
  const isOut = outOfRound(records.graph, records.interests, judged);
  const lodgings = judgeLodgings(opened, records, judged, isOut, facts);
  const gradeAt = records.gradesAt(body.revision);
  const afterReveal = (id: RecordId): boolean =>
    judged.valid.some((close) => records.graph.isAncestor(close.record, id));
  const shown = records.shown.find(
    (one) => one.body.round === record.id && body.holders.some(({ person }) => person === one.record.author),
  );
  return {
    id: record.id,
    number,
    openedBy: record.author,
    at: record.at,
    revision: body.revision,
    areas: body.areas,
    participants: body.participants,
    excluded: [
      ...body.excluded,
      ...body.participants
        .filter(isOut)
        .map((person) => ({ person, why: 'Declared an interest that excludes after the round was opened.' })),
    ],
    holders: body.holders,
    quorum: body.quorum,
    due: body.due,
    publicKey: body.publicKey,
    provisional:
      body.provisionalShown !== null
        ? { shown: true, reason: body.provisionalShown, record: record.id }
        : shown === undefined
          ? { shown: false }
          : { shown: true, reason: shown.body.reason, record: shown.record.id },
    provisionalGrades: Object.fromEntries(body.areas.map((area) => [area, gradeAt(area)])),
    standing: judged.valid.length > 0 ? 'revealed' : judged.abandoned === null ? 'lodging' : 'abandoned',
    closes: judged.closes,
    abandoned: judged.abandoned,
    lodgings,
    absences: records.absences
      .filter((one) => one.body.round === record.id && body.participants.includes(one.record.author))
      .map((one) => ({
        record: one.record.id,
        person: one.record.author,
        at: one.record.at,
        reason: one.body.reason,
      })),
    reconsidered: reconsideredIn(opened, records, lodgings, isOut, afterReveal),
    dissents: records.dissents
      .filter((one) => one.body.round === record.id && afterReveal(one.record.id))
      .map(({ record: { id, author, at }, body: { area, grade, text } }) => ({
        record: id,
        person: author,
        at,
        area,
        grade,
        text,
      })),
    outcomes: Object.fromEntries(
      body.areas.map((area) => [area, outcomesOf(opened, area, records, values, afterReveal)]),
    ),
    problems: roundProblems(opened, judged, lodgings, records.relied),
  };
}

/** Each member's last word on each area after the reveal. */
function reconsideredIn(
  { record: round, body }: Opened,
  { graph, reconsidered }: RoundRecords,
  lodgings: readonly Lodging[],
  isOut: (person: PersonId) => boolean,
  afterReveal: (id: RecordId) => boolean,
): readonly Reconsidered[] {
  const counted = reconsidered.filter(
    ({ record, body: said }) =>
      said.round === round.id &&
      body.areas.includes(said.area) &&
      body.participants.includes(record.author) &&
      !isOut(record.author) &&
      afterReveal(record.id),
  );
  const bySeat = Map.groupBy(counted, ({ record, body: said }) => `${record.author} ${said.area}`);
  return [...bySeat.values()].flatMap((all): Reconsidered[] => {
    const last = all.findLast(
      ({ record }) => !all.some((other) => graph.isAncestor(record.id, other.record.id)),
    );
    if (last === undefined) return [];
    const { id, author, at } = last.record;
    const { area, answer, reason } = last.body;
    const before = independentAnswer(lodgings, author, area);
    const change =
      before === null ? 'given' : canonical(before) === canonical(answer) ? 'confirmed' : 'changed';
    return [{ record: id, person: author, at, area, answer, reason, change }];
  });
}

function outcomesOf(
  { record: round, body }: Opened,
  area: string,
  { pointAnswers }: RoundRecords,
  values: OpenValues,
  afterReveal: (id: RecordId) => boolean,
): readonly DecidedOutcome[] {
  return outcomeField
    .open(values, { round: round.id, area })
    .filter(
      ({ record }) => body.holders.some(({ person }) => person === record.author) && afterReveal(record.id),
    )
    .map(({ record, value }) => {
      const said = value !== null && 'outcome' in value ? value.outcome : null;
      const answers = pointAnswers.filter((one) => one.body.outcome === record.id);
      return {
        record: record.id,
        author: record.author,
        at: record.at,
        value: said,
        pointAnswers: (said?.points ?? []).map((_point, at) =>
          answers
            .filter((one) => one.body.point === at)
            .map(({ record: by, body: { answer } }) => ({
              record: by.id,
              author: by.author,
              at: by.at,
              answer,
            })),
        ),
      };
    });
}

/** Every lodging of a round of grades with what became of it, and once the round is revealed what it holds. */
function judgeLodgings(
  opened: Opened,
  records: RoundRecords,
  judged: JudgedCloses,
  isOut: (person: PersonId) => boolean,
  facts: RevealFacts,
): readonly Lodging[] {
  const readable = (id: RecordId): boolean => facts.opened.get(id) != null;
  return lodgingStandings(opened, records, judged, isOut, readable).map((one): Lodging => {
    const entries = judged.valid.length === 0 ? undefined : facts.opened.get(one.record)?.entries;
    return { ...one, entries: entries?.filter((entry) => opened.body.areas.includes(entry.area)) ?? null };
  });
}
