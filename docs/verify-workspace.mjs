// The workspace's own log, as docs/file-format.md has it: whether its founding record is the one that plumbline.json names,
// and which of its records are an administrator's. Imported by verify.mjs.
import { hash, holds, kind, matches, said, understood } from './verify-bodies.mjs';
import { linesOfLogs, markGaps } from './verify-files.mjs';
import { Graph } from './verify-law.mjs';

kind('workspace.founded', holds({ nonce: matches(/^[0-9a-f]{32}$/) }));
kind('administrator.appointed', holds({ person: hash }));
kind('administrator.removed', holds({ person: hash, reason: said() }), ['reason']);
kind('draft.removed', holds({ draft: hash, reason: said() }), ['reason']);
kind('draft.moved', holds({ draft: hash, to: said(500), reason: said() }), ['to', 'reason']);

// Every office with the removals that end it. In the order of records: whoever may end an office was in theirs before it.
function officesIn(graph, isLate, mayFounderLeave) {
  const { records, draft: founding, knows } = graph;
  const removals = records.filter((one) => one.type === 'administrator.removed' && one.body && !isLate(one));
  const offices = [];
  // Removals that knew of none of the others: one that did ends nothing more.
  const firstOf = (all) =>
    all.reduce((first, { id }) => (first.some((other) => knows(id, other)) ? first : [...first, id]), []);
  // Within an office is what knew of it, and was known to whoever ended it.
  const isWithin = (office, id) =>
    knows(id, office.id) && office.ends.every((end) => end === id || knows(end, id));
  const isAdministrators = (record) =>
    record.id === founding ||
    (!isLate(record) && offices.some((one) => one.person === record.author && isWithin(one, record.id)));
  for (const record of records) {
    const { id, type, author, body } = record;
    const appointed = type === 'administrator.appointed' ? body?.person : undefined;
    const person = id === founding ? author : appointed;
    if (!person || !isAdministrators(record)) continue;
    const unknown = removals.filter((one) => one.body.person === person && !knows(id, one.id));
    const isSenior = (one, office) =>
      office.person === one.author && knows(id, office.id) && isWithin(office, one.id);
    const byOthers = unknown.filter((one) => offices.some((office) => isSenior(one, office)));
    const office = { person, id, ends: firstOf(byOthers) };
    const leaves = (one) =>
      one.author === person && (mayFounderLeave || id !== founding) && isWithin(office, one.id);
    offices.push({
      person,
      id,
      ends: firstOf(unknown.filter((one) => byOthers.includes(one) || leaves(one))),
    });
  }
  const ending = new Set(offices.flatMap(({ ends }) => ends));
  return {
    holders: new Set(offices.map(({ person }) => person)),
    isLeft: offices.some(({ ends }) => ends.length === 0),
    counts: (one) => isAdministrators(one) && (one.type !== 'administrator.removed' || ending.has(one.id)),
  };
}

// Verifies the log of the workspace with this id by the keys of its people. Answers with how many records it has, and with
// everybody whose office counts or counted once; with nothing where it cannot be put together.
export function verifyWorkspaceLog(root, id, keys, report) {
  const lines = markGaps(linesOfLogs(root, 'workspace'));
  const isWhole = ({ record }) => Number(record.words !== undefined);
  const found = lines.filter(({ record }) => record).toSorted((a, b) => isWhole(a) - isWhole(b));
  const places = new Map(found.map((line) => [line.record.id, line]));
  const tell = (level, at, code) => report(level, places.get(at) ?? { file: 'workspace', ...at }, code);
  for (const line of lines) if (line.code ?? line.gap) tell('broken', line, line.code ?? 'sequence');
  const all = [...places.values()].map(({ record }) => record);
  const isVouched = ({ author, key }) => keys.get(author)?.has(key);
  for (const record of all) if (!isVouched(record)) tell('broken', record.id, 'certification');
  // A founding alone, beside the workspace's own, is of a workspace that was never finished.
  const foundings = all.filter(({ draft, type }) => draft === null && type === 'workspace.founded');
  const isFounded = foundings.some((one) => one.id === id);
  const others = isFounded ? foundings.filter((one) => one.id !== id) : [];
  for (const other of others) tell('notice', other.id, 'other-founding');
  const records = all.filter((record) => isVouched(record) && !others.includes(record)).map(understood);
  const misfits = [];
  const graph = new Graph(id, records, (...misfit) => misfits.push(misfit));
  const first = graph.at.get(id);
  if (first?.type !== 'workspace.founded' || !first.body)
    return tell('broken', {}, foundings.length > 0 && !isFounded ? 'founding-differs' : 'founding-missing');
  for (const misfit of misfits) tell(...misfit);
  const isLate = (one) => one.id !== id && one.seq > (keys.get(one.author).get(one.key).get(id) ?? Infinity);
  const judged = officesIn(graph, isLate, true);
  // Where the founder's own leaving would leave nobody, it does not count.
  const { counts, holders } = judged.isLeft ? judged : officesIn(graph, isLate, false);
  for (const record of graph.records) {
    if (!counts(record)) tell('notice', record.id, 'set-aside');
    if (record.bare) tell('broken', record.id, 'content-missing');
  }
  return { count: graph.records.length, holders };
}
