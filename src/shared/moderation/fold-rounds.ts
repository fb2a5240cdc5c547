import { canonical } from '../records/canonical.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import type { GradeValue } from '../values/grade-value.ts';
import type { OpenValues } from '../records/open-values.ts';
import { outcomeField } from './moderation-fields.ts';
import { sameGrade } from '../values/grade-value.ts';
import { foldArbitrations, type Arbitration } from './fold-arbitrations.ts';
import { independentAnswer } from './independent-grades.ts';
import { foldLodging } from '../lodging/fold-lodging.ts';
import type { LodgingFacts } from '../lodging/lodging-records.ts';
import { gradeLodging } from './lodged-grades.ts';
import type { DecidedOutcome, Lodging, Reconsidered, Round } from './round.ts';
import type { RoundRecords } from './round-records.ts';

type Opened = RoundRecords['opened'][number];

/** The rounds of a draft in fold order; what decrypting tells decides which are revealed. */
export function foldRounds(records: RoundRecords, values: OpenValues, facts: LodgingFacts): readonly Round[] {
  return records.opened.map((opened, at) => roundOf(opened, at + 1, records, values, facts));
}

function roundOf(
  opened: Opened,
  number: number,
  records: RoundRecords,
  values: OpenValues,
  facts: LodgingFacts,
): Round {
  const { record, body } = opened;
  const { round, judged, isOut, ...folded } = foldLodging(gradeLodging, opened, number, records, facts);
  const lodgings = folded.lodgings.map(({ answers, ...lodging }): Lodging => ({
    ...lodging,
    entries: answers?.filter((entry) => body.areas.includes(entry.area)) ?? null,
  }));
  const gradeAt = records.gradesAt(body.revision);
  const afterReveal = (id: RecordId): boolean =>
    judged.valid.some((close) => records.graph.isAncestor(close.record, id));
  const arbitrations = foldArbitrations(opened, records, afterReveal);
  const provisionalGrades = Object.fromEntries(body.areas.map((area) => [area, gradeAt(area)]));
  const shown = records.shown.find(
    (showing) =>
      showing.body.round === record.id && body.holders.some(({ person }) => person === showing.record.author),
  );
  return {
    ...round,
    revision: body.revision,
    areas: body.areas,
    provisional:
      body.provisionalShown !== null
        ? { shown: true, reason: body.provisionalShown, record: record.id }
        : shown === undefined
          ? { shown: false }
          : { shown: true, reason: shown.body.reason, record: shown.record.id },
    provisionalGrades,
    lodgings,
    absences: records.absences
      .filter(
        (absence) => absence.body.round === record.id && round.participants.includes(absence.record.author),
      )
      .map((absence) => ({
        record: absence.record.id,
        person: absence.record.author,
        at: absence.record.at,
        reason: absence.body.reason,
      })),
    reconsidered: reconsideredIn(opened, records, lodgings, round.participants, isOut, afterReveal),
    dissents: records.dissents
      .filter((dissent) => dissent.body.round === record.id && afterReveal(dissent.record.id))
      .map(({ record: { id, author, at }, body: { area, grade, text } }) => ({
        record: id,
        person: author,
        at,
        area,
        grade,
        text,
      })),
    arbitrations,
    outcomes: Object.fromEntries(
      body.areas.map((area) => {
        const panel = outcomesOf(opened, area, records, values, afterReveal);
        const decision = arbitrations.find((each) => each.area === area && each.decided !== null);
        return [area, decision === undefined ? panel : arbitrated(decision, panel, gradeAt(area))];
      }),
    ),
  };
}

/** An arbiter's decision as the area's outcome, in place of the panel's; the points that the panel gave back stay. */
function arbitrated(
  { arbiter, decided }: Arbitration,
  panel: readonly DecidedOutcome[],
  provisional: GradeValue | null,
): readonly DecidedOutcome[] {
  if (decided === null) return panel;
  const { record, at, agreed, reason } = decided;
  const outcome = provisional !== null && sameGrade(provisional, agreed) ? 'agree' : 'change';
  const points = panel.flatMap(({ value }) => value?.points ?? []);
  const pointAnswers = panel.flatMap((each) => (each.value === null ? [] : each.pointAnswers));
  const value = { outcome, agreed, rule: 'arbiter', reason, points } as const;
  return [{ record, author: arbiter, at, value, pointAnswers }];
}

/** Each member's last word on each area after the reveal. */
function reconsideredIn(
  { record: round, body }: Opened,
  { graph, reconsidered }: RoundRecords,
  lodgings: readonly Lodging[],
  participants: readonly PersonId[],
  isOut: (person: PersonId) => boolean,
  afterReveal: (id: RecordId) => boolean,
): readonly Reconsidered[] {
  const counted = reconsidered.filter(
    ({ record, body: said }) =>
      said.round === round.id &&
      body.areas.includes(said.area) &&
      participants.includes(record.author) &&
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
      const answers = pointAnswers.filter((answer) => answer.body.outcome === record.id);
      return {
        record: record.id,
        author: record.author,
        at: record.at,
        value: said,
        pointAnswers: (said?.points ?? []).map((_point, at) =>
          answers
            .filter((answer) => answer.body.point === at)
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
