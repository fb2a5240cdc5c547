// Verifies what Plumbline wrote, without Plumbline: node verify.mjs PATH ..., where each PATH is a workspace, a draft's folder in
// one, or a .judgment file, whole or with words taken out. Needs Node 20, its parts beside it (verify-*.mjs) and nothing else.
// Exit 0: nothing is broken. 1: something is. 2: nothing of the kind is at PATH. Checked, as docs/file-format.md has it:
// the form, hashes, signature and number of every line, and what is no file (verify-files.mjs); that its author's root key
// certifies the key; that what it follows is there; who had a right to write it; that the workspace is founded by the record
// that plumbline.json names, and that the logs of audits and of the programme are whole (verify-workspace.mjs); every seal
// over heads and counts, and law 1 of a seal: challenges, rounds, outcomes, approvals; the verification that approvals cite
// (verify-vouching.mjs); what a signed statement left out of a copy; every word of a redacted copy against the seal. Left to
// Plumbline: limiting rules and gates of evidence, what other kinds of record must hold, whether a key opens a round,
// attached files' bytes, a seal's hashes of single values, time-stamps, whose a draft is that two took at once, and a
// service's copy of zero bytes, or one cut short, beside the whole log.
import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { foldersIn, linesOfFile, linesOfLogs, markGaps, oddPlaces, sha, workspaceAt } from './verify-files.mjs';
import { isLater, saysIn, understood } from './verify-bodies.mjs';
import { byCode, Graph, judge } from './verify-law.mjs';
import { sealLines } from './verify-says.mjs';
import { pathFault, statementsOf } from './verify-vouching.mjs';
import { verifyUnjudgedLogs, verifyWorkspaceLog } from './verify-workspace.mjs';

const ofPerson =
  /^(person\.(introduced|verified|vouched|distrusted)|card\.corrected|device\.(certified|revoked)|encryption\.certified|framework\.published)$/;

// People: the root key signs its owner's log, certifies the keys of devices and reports them lost: of one's own alone.
// Answers with the keys of each person, each with the last numbers that were known where it was lost, and with the records
// in which they stand for others' keys.
function certifiedKeys(lines, tell) {
  const records = new Map(lines.flatMap(({ record }) => (record ? [[record.id, record]] : [])));
  const begins = ({ draft, key, author, facts }) => draft === null && key === facts?.rootKey && author === sha(key);
  const logs = new Map([...records].filter(([, record]) => begins(record)));
  const keys = new Map([...logs.values()].map((first) => [first.author, new Map()]));
  const [ordered, chained, withNewer, cards] = [[], new Map(), new Set(), new Map()];
  for (const line of lines) {
    const { record, code = 'shape', gap } = line;
    const first = logs.get(record?.draft ?? record?.id);
    const { key, seq } = records.get(record?.prev) ?? { key: record?.key, seq: 0 };
    if (!record) tell('broken', line, code);
    else if (first?.key !== record.key || first.author !== record.author) tell('broken', line, 'certification');
    else if (gap || key !== record.key || seq !== record.seq - 1) tell('broken', line, 'sequence');
    else {
      const read = saysIn(ofPerson, record);
      const isNewer = record.v !== 1 || !ofPerson.test(record.type) || isLater(record);
      if (isNewer && !withNewer.has(first)) tell('notice', line, 'newer-version');
      if (isNewer) withNewer.add(first);
      // One that holds what nobody expects says nothing, and others may follow it.
      chained.set(record.id, read);
      if (isNewer || read.body) ordered.push(read);
      else tell('broken', line, 'shape');
    }
  }
  for (const { type, author, body } of ordered.sort((a, b) => a.lamport - b.lamport || byCode(a.id, b.id))) {
    if (body?.card) cards.set(author, body.card);
    if (type === 'device.certified') keys.get(author).set(body?.device, new Map());
    const lost = type === 'device.revoked' ? keys.get(author).get(body?.device) : undefined;
    for (const { draft, seq } of (lost && body.known) ?? []) if (!lost.has(draft)) lost.set(draft, seq);
  }
  const { statements, unfounded } = statementsOf([...chained.values()]);
  for (const line of lines) if (unfounded.has(line.record?.id)) tell('notice', line, 'set-aside');
  return { keys, cards, statements };
}

// The draft that most of the records belong to.
function draftOf(lines) {
  const count = (all, { record: { draft, id } }) => all.set(draft ?? id, 1 + (all.get(draft ?? id) ?? 0));
  const own = lines.filter(({ record }) => record && record.type !== 'copy.made').reduce(count, new Map());
  return [...own].toSorted((a, b) => b[1] - a[1] || byCode(a[0], b[0]))[0]?.[0];
}

function verifyDraft(name, lines, { keys, cards, ...trust }, isFile = false) {
  const places = new Map(lines.toReversed().flatMap((line) => (line.record ? [[line.record.id, line]] : [])));
  const all = [...places.values()];
  const tell = (level, where, code) => report(level, places.get(where) ?? { file: name, ...where }, code);
  if (!lines.length && name.includes('/')) return tell('notice', {}, 'not-arrived');
  for (const line of markGaps(lines)) if (line.code ?? line.gap) tell('broken', line, line.code ?? 'sequence');
  const [stated, own] = [true, false].map((is) => all.filter((one) => (one.record.type === 'copy.made') === is));
  const draft = draftOf(lines);
  const vouched = ({ record }) => keys.get(record.author)?.has(record.key);
  for (const line of all) if (!vouched(line)) tell('broken', line, 'certification');
  const records = own.filter(vouched).map(({ record }) => understood(record));
  const statements = stated.filter(vouched).map((line) => ({ ...line, record: understood(line.record) }));
  // A workspace holds whole records: what a copy lacks counts in the file that the statement was made for.
  if (!isFile) for (const line of statements) tell('notice', line, 'copy-statement');
  const leftOut = statements.flatMap(({ record: { body } }) => (isFile && body?.of === draft ? body.leftOut : []));
  const graph = new Graph(draft, records, tell);
  if (!graph.at.get(draft)?.body) return tell('broken', {}, 'no-beginning');
  const seal = judge(graph, lines, leftOut, keys, (...approval) => pathFault(...approval, trust), tell);
  console.log(`${draft}  ${records.length} records${seal ? ', sealed' : ''}`);
  if (!seal) return;
  const isRedacted = lines.some((line) => line.passage);
  for (const line of sealLines(seal, graph, isRedacted, { cards, ...trust })) console.log(printable(line));
}

// The folders of drafts with their lines, those that hold one draft together: services make copies of folders too.
function draftsIn(root, names) {
  const digits = (name) => /-([0-9a-f]{8})$/.exec(name)?.[1] ?? '';
  const isLonger = (name) => digits(name) === '' || /-[0-9a-f]{8}.*-[0-9a-f]{8}$|-\d{8}$/.test(name);
  const isAlone = (name) => !isLonger(name) && names.filter((one) => one.endsWith(digits(name))).length === 1;
  const drafts = new Map();
  for (const name of names.toSorted((a, b) => a.length - b.length)) {
    const lines = linesOfLogs(root, `drafts/${name}`);
    const draft = draftOf(lines);
    const key = draft && (!isAlone(name) || draft.startsWith(digits(name))) ? draft : name;
    const isNamed = ([first]) => !draft && name.toLowerCase().includes(first.toLowerCase());
    const home = drafts.get(key) ?? [...drafts.values()].find((one) => isNamed(one.names));
    drafts.set(home ? home.key : key, {
      key: home?.key ?? key,
      names: [...(home?.names ?? []), name],
      lines: [...(home?.lines ?? []), ...lines],
    });
  }
  return [...drafts.values()];
}

function verifyFile(path) {
  const lines = linesOfFile(path);
  const isCard = ({ record }) => ofPerson.test(record?.type) || record?.author === sha(record?.key ?? '');
  const people = certifiedKeys(markGaps(lines.filter(isCard)), report);
  verifyDraft(
    basename(path),
    lines.filter((line) => !isCard(line)),
    people,
    true,
  );
}

// A workspace, or of it one draft's folder.
function verifyWorkspace(root, only) {
  const people = certifiedKeys(markGaps(linesOfLogs(root, 'people')), report);
  const drafts = draftsIn(root, foldersIn(root, 'drafts')).filter(({ names }) => !only || names.includes(only));
  const { id } = workspaceAt(root);
  if (!id) report('broken', { file: 'plumbline.json' }, 'damaged');
  const log = verifyWorkspaceLog(root, id, people.keys, only ? () => {} : report);
  if (log && !only) console.log(`workspace  ${log.count} records`);
  if (!only) verifyUnjudgedLogs(root, people.keys, report);
  const trust = { ...people, holders: log?.holders };
  for (const { names, lines } of drafts) verifyDraft(`drafts/${names[0]}`, lines, trust);
  for (const [level, file] of oddPlaces(
    root,
    drafts.flatMap(({ names }) => names),
  ))
    if (!only || file === `drafts/${only}` || file.startsWith(`drafts/${only}/`)) report(level, { file }, 'not-a-file');
}

// What a terminal obeys in a name is percent-encoded.
const printable = (name) => name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, encodeURI);

// Says one thing; one that is broken decides how this ends.
function report(level, { file, line = 0 }, code) {
  console.log(`${level}  ${printable(file)}, line ${line}: ${code}`);
  if (level === 'broken') process.exitCode = 1;
}

// Verifies what is at a path and sets the code that this process ends with.
function verifyPath(path) {
  const [above, facts] = [dirname(dirname(path)), statSync(path, { throwIfNoEntry: false })];
  const isWorkspace = workspaceAt(path).isThere;
  const isDraft = !isWorkspace && basename(dirname(path)) === 'drafts' && workspaceAt(above).isThere;
  process.exitCode = facts?.isFile() || isDraft || isWorkspace ? 0 : 2;
  if (process.exitCode === 2) return console.error('There is nothing to read. Usage: node verify.mjs PATH ...');
  if (facts?.isFile()) verifyFile(path);
  else verifyWorkspace(isDraft ? above : path, isDraft ? basename(path) : undefined);
  console.log(process.exitCode ? 'Something is broken: see above.' : 'Nothing is broken.');
}

// Of several paths the worst decides how this ends.
const paths = process.argv.slice(2);
const codes = (paths.length > 0 ? paths : ['']).map((path) => {
  if (paths.length > 1) console.log(printable(path));
  verifyPath(resolve(path));
  return process.exitCode;
});
process.exitCode = Math.max(...codes);
