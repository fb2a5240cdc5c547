// Who stands for whose key, and how the paths that approvals cite are judged, as docs/file-format.md has them. Imported by
// verify.mjs.
import { hash, holds, kind } from './verify-bodies.mjs';
import { Graph } from './verify-law.mjs';

kind('person.verified', holds({ person: hash }));
kind('person.vouched', holds({ person: hash }));
kind('person.distrusted', holds({ person: hash }));

// Of whom each record of one person's log speaks in which they stand for another's key, and the records that vouch for
// somebody whom this person had not verified: what vouches counts where it knew of a comparison with the same person.
function statementsIn(records) {
  const [statements, compared, unfounded] = [new Map(), new Map(), new Set()];
  const isOne = ({ type }) => type === 'person.verified' || type === 'person.vouched';
  if (!records.some(isOne)) return { statements, unfounded };
  const graph = new Graph(records[0].draft ?? records[0].id, records, () => {});
  for (const { id, type, body } of graph.records.filter((one) => isOne(one) && one.body)) {
    const before = compared.get(body.person) ?? [];
    const isKnown = before.some((earlier) => graph.knows(id, earlier));
    if (type === 'person.verified' && !isKnown) compared.set(body.person, [...before, id]);
    if (type === 'person.verified' || isKnown) statements.set(id, body.person);
    else unfounded.add(id);
  }
  return { statements, unfounded };
}

// The same for the logs of everybody, the statements by person.
export function statementsOf(records) {
  const [statements, unfounded] = [new Map(), new Set()];
  const logs = new Map();
  for (const one of records) {
    const log = logs.get(one.draft ?? one.id) ?? [];
    logs.set(one.draft ?? one.id, log);
    log.push(one);
  }
  for (const log of logs.values()) {
    const [{ author }] = log;
    const found = statementsIn(log);
    statements.set(author, new Map([...(statements.get(author) ?? []), ...found.statements]));
    for (const id of found.unfounded) unfounded.add(id);
  }
  return { statements, unfounded };
}

// Why the path that an approval cites does not hold; nothing where it holds, or none is cited. Each step is a record of that
// person's log in which they stand for the key of the next, the last for the approver's. The first administers the
// workspace, or did once, and wrote no revision that the approver knew. Without the workspace's log that stays unknown.
export function pathFault({ id, author, body: { path } }, graph, { statements, holders }) {
  if (path.length === 0) return undefined;
  const people = [...path.map(({ person }) => person), author];
  const wrote = (one) => one.type === 'revision.saved' && one.author === people[0] && graph.knows(id, one.id);
  if (people[0] === author) return 'begins-with-approver';
  if (graph.records.some(wrote)) return 'begins-with-writer';
  if (new Set(people).size < people.length) return 'circle';
  for (const [at, { person, record }] of path.entries()) {
    const about = statements.get(person)?.get(record);
    if (about === undefined) return 'record-missing';
    if (about !== people[at + 1]) return 'speaks-of-another';
  }
  if (holders === undefined) return 'office-unknown';
  return holders.has(people[0]) ? undefined : 'begins-with-no-administrator';
}
