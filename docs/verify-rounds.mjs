// What the records of a panel's rounds hold, and which of them reveal a round, as docs/file-format.md has them. Imported by
// verify-moderation.mjs.
import { from, hash, holds, kind, list, matches, orNull, said } from './verify-bodies.mjs';
export const slug = (one) =>
  matches(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/)(one) && one.length <= 80 && !(one in Object.prototype);
export const day = (one) =>
  matches(/^\d{4}-\d\d-\d\d$/)(one) && new Date(one).toJSON()?.startsWith(one) === true;
const base64 = matches(/^(?:[0-9A-Za-z+/]{4})*(?:[0-9A-Za-z+/]{2}==|[0-9A-Za-z+/]{3}=)?$/);
const wrap = holds({
  person: hash,
  key: hash,
  enc: (one) => base64(one) && one.length === 44,
  ct: (one) => base64(one) && one.length <= 200,
});
const distinct = (all) => new Set(all).size === all.length;
const opening = holds({
  ...{ participants: list(1, 40, hash), excluded: list(0, 40, holds({ person: hash, why: said(4000) })) },
  ...{ holders: list(2, 10, holds({ person: hash, as: matches(/^(chair|deputy)$/) })), quorum: from(1, 40) },
  ...{ due: orNull(day), publicKey: hash, wraps: list(2, 10, wrap), revision: hash },
  ...{ areas: list(1, 60, slug), provisionalShown: orNull(said()) },
});
function opens(body) {
  if (!opening(body) || !distinct(body.areas) || !distinct(body.participants)) return false;
  const holders = body.holders.map(({ person }) => person);
  const isOut = ({ person }) => body.participants.includes(person) || holders.includes(person);
  const isWrapped = (person) => body.wraps.some((one) => one.person === person);
  const chairs = body.holders.filter((one) => one.as === 'chair').length;
  const isFit = distinct(holders) && chairs === 1 && body.quorum <= body.participants.length;
  return isFit && holders.every(isWrapped) && !body.excluded.some(isOut);
}
kind('round.opened', opens, ['excluded[].why', 'provisionalShown'], (body) => [body.revision]);
kind(
  'round.closed',
  holds({ round: hash, privateKey: hash, counted: list(0, 1000, hash), reason: orNull(said()) }),
  ['reason'],
  (body) => [body.round, ...body.counted],
);
const amending = holds({
  ...{ round: hash, due: orNull(day), added: list(0, 40, hash), excused: list(0, 40, hash) },
  ...{ unproven: orNull(matches(/^(shown|hidden)$/)), reason: said(4000) },
});
const amends = (one) => amending(one) && distinct([...one.added, ...one.excused]);
kind('round.amended', amends, ['reason'], (body) => [body.round]);
kind('round.abandoned', holds({ round: hash, reason: said() }), ['reason'], (body) => [body.round]);
const packet = (one) => base64(one) && [21_868, 87_404].includes(one.length);
export const packed = { enc: (one) => base64(one) && one.length === 44, ct: packet };
const lodging = { round: hash, n: from(1, 1000), ...packed };
kind('grade.lodged', holds(lodging), [], (body) => [body.round]);

// The closes of a round that count: by a holder, over lodgings of members, the quorum met or a reason given, the round
// not given up before, and no close that counts known. Who was added to a round is a member of it for whoever knew of that,
// where a holder added them before any reveal. Whether the key opens the round is left to Plumbline.
export function closesOf(round, graph, of, lodged) {
  const { holders, participants, quorum } = round.body;
  const givenUp = of('round.abandoned').filter(({ body }) => body.round === round.id);
  const isHolder = (author) => holders.some(({ person }) => person === author);
  const closing = of('round.closed').filter(({ body }) => body.round === round.id);
  const amended = of('round.amended').filter(
    ({ id, author, body }) =>
      body.round === round.id &&
      isHolder(author) &&
      ![...closing, ...givenUp].some((end) => graph.knows(id, end.id)),
  );
  const fits = closing.filter(({ id, author, body }) => {
    if (!isHolder(author)) return false;
    const known = amended.filter((one) => graph.knows(id, one.id));
    const members = [...participants, ...known.flatMap((one) => one.body.added)];
    const authors = body.counted.map((one) => lodged.get(one));
    const areMembers = authors.every((one) => one?.body.round === round.id && members.includes(one.author));
    const isMet = new Set(authors.map((one) => one?.author)).size >= quorum || body.reason !== null;
    return areMembers && isMet && !givenUp.some((one) => graph.knows(id, one.id));
  });
  const closes = fits.filter(({ id }) => !fits.some((other) => graph.knows(id, other.id)));
  return { closes, isGivenUp: givenUp.some(({ id }) => !closes.some((close) => graph.knows(id, close.id))) };
}
