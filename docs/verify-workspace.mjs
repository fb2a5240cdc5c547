// The workspace's own log, as docs/file-format.md has it: whether its founding record is the one that plumbline.json names,
// and which of its records are an administrator's; and the logs of audits and of the programme, of which nothing is judged
// but that they are whole. Imported by verify.mjs.
import { ofAudit } from './verify-audits.mjs';
import { hash, holds, isLater, kind, list, matches, orNull, said, saysIn, text } from './verify-bodies.mjs';
import { foldersIn, linesOfLogs, markGaps } from './verify-files.mjs';
import { Graph } from './verify-law.mjs';
import { day, slug } from './verify-rounds.mjs';

const ofWorkspace =
  /^(workspace\.founded|administrator\.(appointed|removed)|draft\.(removed|moved)|vouching\.ruled|(roster|panel|interests)\.listed|day\.decreed|style\.set)$/;
const begun = holds({ nonce: matches(/^[0-9a-f]{32}$/) });
for (const type of ['workspace.founded', 'audit.begun', 'programme.begun']) kind(type, begun);
kind('administrator.appointed', holds({ person: hash }));
kind('administrator.removed', holds({ person: hash, reason: said() }), ['reason']);
kind('draft.removed', holds({ draft: hash, reason: said() }), ['reason']);
kind('vouching.ruled', holds({ rule: matches(/^(administrators|administrators-or-two|nobody)$/) }));
const post = (one) => typeof one === 'string' && one.trim().length <= 120;
kind('roster.listed', holds({ people: list(0, 1000, holds({ name: said(120), post })) }), [
  'people[].name',
  'people[].post',
]);
const team = {
  ...{ deputies: list(0, 9, hash), members: list(0, 40, hash), qa: list(0, 9, hash) },
  arbiters: list(0, 9, hash),
};
kind('panel.listed', holds({ panel: slug, name: said(120), chair: orNull(hash), ...team }, ['arbiters']), [
  'name',
]);
const tie = {
  ...{ tie: matches(/^(lived|worked|inspected|related)$/), provider: said(200) },
  ...{ from: orNull(day), until: orNull(day) },
  words: (one) => typeof one === 'string' && one.trim().length <= 1000,
};
kind('interests.listed', holds({ interests: list(0, 60, holds(tie)) }), [
  'interests[].provider',
  'interests[].words',
]);
const nation = matches(/^(england|wales|scotland|northern-ireland)$/);
const standing = matches(/^(holiday|working-day|as-listed)$/);
kind(
  'day.decreed',
  holds({ day, nations: list(1, 4, nation), standing, name: said(200), reason: said(2000) }),
  ['name', 'reason'],
);
const printed = (one) => text(0, 8000)(one) && /^[^{}]*$/.test(one);
const base64 = /^(?:[0-9a-zA-Z+/]{4})*(?:[0-9a-zA-Z+/]{2}==|[0-9a-zA-Z+/]{3}=)?$/;
const png = (one) => text(1, 350_000)(one) && base64.test(one);
const alternative = (one) => said(200)(one) && /^[^{}]*$/.test(one);
const styled = {
  ...{ logo: orNull(holds({ png, alternative })), accent: orNull(matches(/^#[0-9a-f]{6}$/)) },
  ...{ about: printed, complaints: printed, contact: printed },
};
const styleWords = ['logo.png', 'logo.alternative', 'about', 'complaints', 'contact'];
kind('style.set', holds(styled), styleWords);
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
    // Of oneself everybody says what there is to say, unless the device was reported lost.
    counts: (one) =>
      one.type === 'interests.listed'
        ? !isLate(one)
        : isAdministrators(one) && (one.type !== 'administrator.removed' || ending.has(one.id)),
  };
}

// Lines of logs that are no draft's: what is wrong with each by itself, and the records whose keys their authors certified.
// Of a record that stands in two files, once with its words erased, the one with its words is taken.
function certifiedIn(lines, folder, keys, report) {
  const isWhole = ({ record }) => Number(record.words !== undefined);
  const found = lines.filter(({ record }) => record).toSorted((a, b) => isWhole(a) - isWhole(b));
  const places = new Map(found.map((line) => [line.record.id, line]));
  const tell = (level, at, code) => report(level, places.get(at) ?? { file: folder, ...at }, code);
  for (const line of lines)
    if (!line.record || line.gap) tell('broken', line, line.record ? 'sequence' : (line.code ?? 'shape'));
  const all = [...places.values()].map(({ record }) => record);
  const isVouched = ({ author, key }) => keys.get(author)?.has(key);
  for (const record of all) if (!isVouched(record)) tell('broken', record.id, 'certification');
  return { all, records: all.filter(isVouched), tell };
}

// Verifies the log of the workspace with this id by the keys of its people. Answers with how many records it has, and with
// everybody whose office counts or counted once; with nothing where it cannot be put together.
export function verifyWorkspaceLog(root, id, keys, report) {
  const lines = markGaps(linesOfLogs(root, 'workspace'), () => false);
  const { all, records: vouched, tell } = certifiedIn(lines, 'workspace', keys, report);
  // A founding alone, beside the workspace's own, is of a workspace that was never finished.
  const foundings = all.filter(({ draft, type }) => draft === null && type === 'workspace.founded');
  const isFounded = foundings.some((one) => one.id === id);
  const others = isFounded ? foundings.filter((one) => one.id !== id) : [];
  for (const other of others) tell('notice', other.id, 'other-founding');
  const records = vouched
    .filter((record) => !others.includes(record))
    .map((record) => saysIn(ofWorkspace, record));
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

// Verifies the logs of audits and of the programme by the keys of the people: each audit, and each programme that somebody
// began, is the records that name its first one, wherever in its folder they lie. What its records do later versions say.
export function verifyUnjudgedLogs(root, keys, report) {
  const audits = foldersIn(root, 'audits').flatMap((name) => linesOfLogs(root, `audits/${name}`));
  for (const [folder, begins, known, lines] of [
    ['audits', /^audit\.begun$/, ofAudit, audits],
    ['programme', /^programme\.begun$/, /^programme\.begun$/, linesOfLogs(root, 'programme')],
  ]) {
    for (const own of byLog(lines.filter(({ record }) => record)).values()) markGaps(own, () => false);
    const { all, records, tell } = certifiedIn(lines, folder, keys, report);
    const certified = byLog(records.map((record) => ({ record: saysIn(known, record) })));
    for (const [id, own] of byLog(all.map((record) => ({ record })))) {
      const first = own.find(({ record }) => record.id === id)?.record;
      verifyLog(
        id,
        [begins, known],
        first,
        (certified.get(id) ?? []).map(({ record }) => record),
        tell,
      );
    }
  }
}

// Lines with records by the first record of their log.
function byLog(lines) {
  const logs = new Map();
  for (const line of lines) {
    const id = line.record.draft ?? line.record.id;
    if (!logs.has(id)) logs.set(id, []);
    logs.get(id).push(line);
  }
  return logs;
}

// Verifies the records of one such log, given its first one, certified or not.
function verifyLog(id, [begins, known], begun, records, tell) {
  const misfits = [];
  const graph = new Graph(id, records, (...misfit) => misfits.push(misfit));
  const first = graph.at.get(id);
  const isKnown = (one) => one.v === 1 && known.test(one.type) && !isLater(one);
  if (!begins.test(first?.type) || (!first.body && isKnown(first)))
    return tell('broken', begun?.id ?? records[0]?.id, 'no-beginning');
  for (const misfit of misfits) tell(...misfit);
  for (const one of graph.records) if (one.bare) tell('broken', one.id, 'content-missing');
  const later = graph.records.find((one) => !isKnown(one));
  if (later) tell('notice', later.id, 'newer-version');
  return console.log(`${id}  ${graph.records.length} records`);
}
