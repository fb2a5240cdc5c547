// What a panel's records hold, and law 1 of a seal, as docs/file-format.md has them: what must stand among the records
// that a seal covers. Imported by verify-law.mjs.
import {
  from,
  hash,
  holds,
  isTrue,
  kind,
  list,
  matches,
  orNull,
  over,
  said,
  text,
} from './verify-bodies.mjs';
import { canonical } from './verify-files.mjs';
import { isOpen } from './verify-panel.mjs';
import { closesOf, day, slug } from './verify-rounds.mjs';
function either(...shapes) {
  return (one) => shapes.some((fits) => fits(one));
}
const grade = either(holds({ grade: slug }), holds({ notGraded: slug, reason: said(2000) }));
const point = holds(
  {
    ...{ id: slug, text: said(4000), area: orNull(slug), notes: list(0, 200, hash) },
    ...{ tags: list(0, 20, said(200)), priority: isTrue },
  },
  ['tags', 'priority'],
);
const points = list(0, 500, point);
kind(
  'revision.saved',
  holds(
    {
      reason: said(),
      narratives: list(0, 200, holds({ section: slug, text: text(0, 600_000), over })),
      grades: list(0, 200, holds({ area: slug, value: grade, over })),
      improvements: orNull(holds({ points, over })),
      lists: list(0, 20, holds({ section: slug, points, over })),
      rest: list(0, 500, holds({ field: text(0, 120), from: list(1, 64, hash) })),
    },
    ['lists'],
  ),
  [
    ...['reason', 'narratives[].text', 'grades[].value.reason'],
    ...['improvements.points[].text', 'improvements.points[].tags'],
    ...['lists[].points[].text', 'lists[].points[].tags'],
  ],
  (body) => [
    ...body.rest.flatMap((one) => one.from),
    ...[body.improvements, ...(body.lists ?? [])]
      .flatMap((one) => one?.points ?? [])
      .flatMap((one) => one.notes),
    ...writesOf(body).flatMap((write) => write.over),
  ],
);
// The judgment's fields that a revision writes: what approvals approve.
const writesOf = ({ narratives, grades, improvements, lists = [] }) => [
  ...lists.map(({ section, over: replaced }) => ({ field: `points/${section}`, over: replaced })),
  ...narratives.map(({ section, over: replaced }) => ({ field: `narrative/${section}`, over: replaced })),
  ...grades.map(({ area, value, over: replaced }) => ({ field: `grade/${area}`, value, over: replaced })),
  ...(improvements === null ? [] : [{ field: 'improvements', over: improvements.over }]),
];

const challenged = either(
  holds({ what: matches(/^grade$/), area: slug }),
  holds({ what: matches(/^claim$/), section: slug, revision: hash, quote: text(1, 4000) }),
  holds({ what: matches(/^evidence$/), note: hash, area: orNull(slug) }),
  holds({ what: matches(/^omission$/), area: slug }),
);
kind(
  'challenge.raised',
  holds({ about: challenged, text: said(8000), owner: hash, due: orNull(day) }),
  ['about.quote', 'text'],
  ({ about }) => [about.revision ?? about.note ?? []].flat(),
);
kind('challenge.answered', holds({ challenge: hash, answer: said(8000) }), ['answer'], (body) => [
  body.challenge,
]);
kind('challenge.accepted', holds({ challenge: hash, answer: hash }), [], ({ challenge, answer }) => [
  challenge,
  answer,
]);
kind('challenge.withdrawn', holds({ challenge: hash, reason: said(8000) }), ['reason'], (body) => [
  body.challenge,
]);
kind('reason.given', holds({ rule: slug, reason: said(), over }), ['reason'], (body) => body.over);

const toTeam = holds({ text: said(4000), owner: orNull(hash), due: day });
const outcome = holds({
  ...{ outcome: matches(/^(agree|change|return|gather)$/), agreed: orNull(grade), reason: said() },
  ...{ rule: matches(/^(consensus|median|majority|chair)$/), points: list(0, 60, toTeam) },
});
const settles = (one) =>
  outcome(one) &&
  ['agree', 'change'].includes(one.outcome) === (one.agreed !== null) &&
  (one.outcome !== 'return' || one.points.length > 0);
kind(
  'outcome.decided',
  holds({ round: hash, area: slug, outcome: settles, over }),
  ['outcome.agreed.reason', 'outcome.points[].text', 'outcome.reason'],
  (body) => [body.round, ...body.over],
);
kind(
  'point.answered',
  holds({ outcome: hash, point: from(0, 60), answer: said(8000) }),
  ['answer'],
  (body) => [body.outcome],
);

kind(
  'dissent.recorded',
  holds({ round: hash, area: slug, grade: orNull(grade), text: said(8000) }),
  ['grade.reason', 'text'],
  ({ round }) => [round],
);
kind(
  'arbiter.asked',
  holds({ round: hash, area: slug, arbiter: hash, reason: said(8000) }),
  ['reason'],
  ({ round }) => [round],
);
kind(
  'arbiter.decided',
  holds({ asked: hash, agreed: grade, reason: said(8000) }),
  ['agreed.reason', 'reason'],
  ({ asked }) => [asked],
);

// The writes of fields that no counted write replaces.
export function openWrites(counted) {
  const all = counted.flatMap((record) => {
    const { id, type, body } = record;
    if (!body) return [];
    if (type === 'revision.saved') return writesOf(body).map((write) => ({ ...write, id }));
    if (type === 'outcome.decided')
      return [{ ...body, field: `outcome/${body.round}/${body.area}`, id, record }];
    if (type === 'reason.given') return [{ ...body, field: `reason/${body.rule}`, id }];
    return type === 'framework.adopted' ? [{ ...body, field: 'framework', id }] : [];
  });
  const replaced = new Set(all.flatMap(({ field, over: ids }) => ids.map((one) => `${field} ${one}`)));
  return all.filter(({ field, id }) => !replaced.has(`${field} ${id}`));
}

// What an approval's values have to be: the judgment's fields, sorted, each with the records whose writes of it stand.
function standing(writes) {
  const fields = new Map();
  for (const { field, id } of writes)
    if (/^(improvements$|narrative\/|grade\/|points\/)/.test(field))
      fields.set(field, (fields.get(field) ?? new Set()).add(id));
  const named = [...fields.keys()].toSorted();
  return canonical(named.map((field) => ({ field, records: [...fields.get(field)].toSorted() })));
}

// The approvals that the law rests on: by people who saved no revision, of exactly what stands. A redacted copy lacks what
// they approved, so there all of such people's.
export function approvalsAmong(
  counted,
  isRedacted,
  wanted = isRedacted ? '' : standing(openWrites(counted)),
) {
  const authors = new Set(
    counted.filter(({ type }) => type === 'revision.saved').map(({ author }) => author),
  );
  return counted.filter(
    ({ type, author, body }) =>
      type === 'judgment.approved' &&
      !authors.has(author) &&
      (isRedacted || (body && canonical(body.values) === wanted)),
  );
}

// What a seal lacks under law 1, judged over the records that it covers alone. `judged` answers which of a graph's records
// count, who owns the draft, and who has which role.
export function sealFaults(graph, judged) {
  const { counted, owner, rolesOf } = judged(graph);
  const of = (type) => counted.filter((one) => one.type === type && one.body);
  const writes = openWrites(counted);
  const answers = of('challenge.answered');
  const isSettled = ({ id, author, body }) =>
    of('challenge.withdrawn').some((one) => one.body.challenge === id && one.author === author) ||
    answers.some((one) => one.body.challenge === id && [body.owner, owner].includes(one.author));
  const lodged = new Map(of('grade.lodged').map((one) => [one.id, one]));
  for (const close of of('round.closed'))
    for (const one of close.body.counted
      .filter((id) => !lodged.has(id))
      .flatMap((id) => graph.at.get(id) ?? []))
      if (
        one.author !== close.author &&
        judged(graph.within([close.id])).counted.some(({ id }) => id === one.id)
      )
        if (one.type === 'grade.lodged' && one.body) lodged.set(one.id, one);
  const rounds = of('round.opened').map((round) => ({ round, ...closesOf(round, graph, of, lodged) }));
  const revealed = rounds.filter(({ closes }) => closes.length > 0);
  const areas = new Set(revealed.flatMap(({ round }) => round.body.areas));
  const approvers = new Set(approvalsAmong(counted, false, standing(writes)).map(({ author }) => author));
  const adopted = writes.findLast(({ field }) => field === 'framework');
  const second = adopted?.framework?.signOff?.secondSignature?.by;
  const isSigned =
    approvers.size > 1 && [...approvers].some((one) => rolesOf(one).some((role) => second?.includes(role)));
  const { demonstration } = graph.at.get(graph.draft).body;
  return [
    ['challenge-open', !of('challenge.raised').every(isSettled)],
    ['round-open', rounds.some(({ closes, isGivenUp }) => closes.length === 0 && !isGivenUp)],
    ['outcomes-open', [...areas].some((area) => isOpen(area, revealed, { writes, of, graph, lodged }))],
    ['not-approved', !demonstration && approvers.size === 0],
    ['no-second-signature', !demonstration && Array.isArray(second) && !isSigned],
  ].flatMap(([fault, stands]) => (stands ? [fault] : []));
}
