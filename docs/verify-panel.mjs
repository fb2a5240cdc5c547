// What revealed rounds left of an area, as docs/file-format.md has it: outcomes, points, an arbiter's decision, dissents.
// Imported by verify-moderation.mjs.

// The first decision of an area of a round by the arbiter whom a holder asked after the reveal: one who knew of no revision
// of their own, and of no round of the area in which they graded or held a key.
function arbitrated(area, { round, closes }, { of, graph }) {
  const isHolder = ({ body }, person) => body.holders.some((one) => one.person === person);
  const asked = of('arbiter.asked').filter(
    ({ id, author, body }) =>
      body.round === round.id &&
      body.area === area &&
      isHolder(round, author) &&
      closes.some((close) => graph.knows(id, close.id)),
  );
  const isNeutral = ({ id, author }) => {
    const knew = (one) => graph.knows(id, one.id);
    const graded = of('round.opened').filter((one) => one.body.areas.includes(area) && knew(one));
    const added = of('round.amended').filter((one) => one.body.added.includes(author) && knew(one));
    return (
      !of('revision.saved').some((one) => one.author === author && knew(one)) &&
      !graded.some((one) => one.body.participants.includes(author) || isHolder(one, author)) &&
      !added.some(({ body }) => graded.some((one) => one.id === body.round))
    );
  };
  return of('arbiter.decided').find(
    (one) =>
      asked.some(({ id, body }) => id === one.body.asked && body.arbiter === one.author) && isNeutral(one),
  );
}

// What a round made of an area: a holder's last outcome after the reveal, or an arbiter's; and whether a point waits.
function outcomeOf(area, each, { writes, of, graph }) {
  const { round, closes } = each;
  const isAfter = ({ id, author }) =>
    round.body.holders.some(({ person }) => person === author) &&
    closes.some((close) => graph.knows(id, close.id));
  const standing = writes.filter(
    ({ field, record }) => field === `outcome/${round.id}/${area}` && isAfter(record),
  );
  const decision = arbitrated(area, each, { of, graph });
  const last = standing.at(-1);
  const answers = of('point.answered').map(({ body }) => `${body.outcome} ${body.point}`);
  const waits = ({ id, outcome: one }) => one.points.some((_point, at) => !answers.includes(`${id} ${at}`));
  return {
    isDecided: decision !== undefined || last !== undefined,
    isArbiters: decision !== undefined,
    isGather: decision === undefined && last?.outcome.outcome === 'gather',
    agreed: decision?.body.agreed ?? last?.outcome.agreed ?? null,
    waits: (decision === undefined ? standing.slice(-1) : standing).some(waits),
  };
}

// What an area waits for, by all that its revealed rounds left: a later one takes away nothing that an earlier one blocked.
export function isOpen(area, rounds, { writes, of, graph, lodged }) {
  const grading = rounds.filter(({ round }) => round.body.areas.includes(area));
  const outcomes = grading.map((each) => outcomeOf(area, each, { writes, of, graph }));
  const agreedAt = outcomes.findLastIndex(({ agreed }) => agreed !== null);
  if (outcomes.some(({ waits }) => waits)) return true;
  if (outcomes.some(({ isGather }, at) => isGather && agreedAt <= at)) return true;
  const grades = writes.filter(({ field }) => field === `grade/${area}`);
  const [given] = grades.length === 1 ? grades : [];
  const agreed = outcomes[agreedAt]?.agreed;
  const isSame = !agreed || ['grade', 'notGraded'].every((name) => given?.value[name] === agreed[name]);
  const hasLodged = ({ closes }, person) =>
    closes.some(({ body }) => body.counted.some((id) => lodged.get(id)?.author === person));
  const dissents = grading
    .slice(0, -1)
    .some(({ round, closes }, at) =>
      of('dissent.recorded').some(
        ({ id, author, body }) =>
          body.round === round.id &&
          body.area === area &&
          closes.some((close) => graph.knows(id, close.id)) &&
          !outcomes.slice(at).some(({ isArbiters }) => isArbiters) &&
          !grading.slice(at + 1).some((later) => hasLodged(later, author)),
      ),
    );
  const differs = !outcomes.at(-1).isDecided || !isSame || dissents;
  return differs && !writes.some(({ field }) => field === 'reason/panel-outcomes');
}
