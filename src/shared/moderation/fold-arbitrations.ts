import type { PersonId, RecordId } from '../records/record.ts';
import type { GradeValue } from '../values/grade-value.ts';
import { holdsKey } from '../lodging/lodging-state.ts';
import type { RoundRecords } from './round-records.ts';

/** An area of a revealed round that an arbiter was asked to decide, and what they decided. */
export interface Arbitration {
  readonly record: RecordId;
  readonly by: PersonId;
  readonly at: string;
  readonly area: string;
  readonly arbiter: PersonId;
  readonly reason: string;
  /** Null until the arbiter decided. */
  readonly decided: {
    readonly record: RecordId;
    readonly at: string;
    readonly agreed: GradeValue;
    readonly reason: string;
  } | null;
}

/**
 * What arbiters were asked of a round, and decided. A request counts from a holder of the round's key who knew of the
 * reveal; a decision from the one who was asked, where they had saved no revision and neither graded the area nor held a
 * key in any round of it, as far as they knew: what others do later takes nothing from it. The first decision of an area
 * stands.
 */
export function foldArbitrations(
  { record: round, body }: RoundRecords['opened'][number],
  records: RoundRecords,
  afterReveal: (id: RecordId) => boolean,
): readonly Arbitration[] {
  const decidedAreas = new Set<string>();
  const asked = records.arbiterAsked.filter(
    ({ record, body: request }) =>
      request.round === round.id &&
      body.areas.includes(request.area) &&
      holdsKey(body, record.author) &&
      afterReveal(record.id),
  );
  const decisions = records.arbiterDecided.flatMap(({ record, body: said }) => {
    const request = asked.find((each) => each.record.id === said.asked)?.body;
    if (request?.arbiter !== record.author || decidedAreas.has(request.area)) return [];
    if (!isNeutral(record.author, request.area, record.id, records)) return [];
    decidedAreas.add(request.area);
    const { id, at } = record;
    const { agreed, reason } = said;
    return [{ asked: said.asked, decided: { record: id, at, agreed, reason } }];
  });
  return asked.map(({ record, body: { area, arbiter, reason } }) => {
    const { id, author: by, at } = record;
    const decided = decisions.find((decision) => decision.asked === id)?.decided ?? null;
    return { record: id, by, at, area, arbiter, reason, decided };
  });
}

/** Whether a person had no hand in an area, by what a record of theirs knew: no revision, no grade of it, no key. */
function isNeutral(
  person: PersonId,
  area: string,
  at: RecordId,
  { graph, opened, amended, revisions }: RoundRecords,
): boolean {
  const knew = ({ record }: { readonly record: { readonly id: RecordId } }): boolean =>
    graph.isAncestor(record.id, at);
  const rounds = opened.filter((each) => knew(each) && each.body.areas.includes(area));
  return (
    !revisions.some((each) => each.record.author === person && knew(each)) &&
    !rounds.some(({ body }) => body.participants.includes(person) || holdsKey(body, person)) &&
    !amended.some(
      (each) =>
        knew(each) &&
        each.body.added.includes(person) &&
        rounds.some(({ record }) => record.id === each.body.round),
    )
  );
}
