// Verifies what Plumbline wrote, without Plumbline: node verify.mjs PATH, where PATH is a workspace, a draft's folder in
// one, or a .judgment file, whole or with words taken out. Needs Node 20, verify-files.mjs beside it and nothing else.
// Exit 0: nothing is broken. 1: something is. 2: nothing of the kind is at PATH. Checked, as docs/file-format.md has it:
// the form, hashes, signature and number of every line, and what is no file (verify-files.mjs); that its author's root key
// certifies the key; that what it follows is there; who had a right to erase, seal, reopen and redact; every seal over
// heads and counts; what a signed statement left out of a copy; every word of a redacted copy against the seal. Left to
// Plumbline: what each kind of record must hold, attached files' bytes, a seal's hashes of single values, time-stamps,
// whose a draft is that two took at once, and a service's copy of zero bytes beside the whole log.
import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import {
  canonical,
  draftFolders,
  linesOfFile,
  linesOfLogs,
  markGaps,
  oddPlaces,
  sha,
  workspaceAt,
} from './verify-files.mjs';
const byCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// People: the root key signs its owner's log and certifies the keys of devices. Answers with keys by person.
function certifiedKeys(lines, tell) {
  const records = new Map(lines.flatMap(({ record }) => (record ? [[record.id, record]] : [])));
  const begins = ({ draft, key, author, body }) => draft === null && key === body?.rootKey && author === sha(key);
  const logs = new Map([...records].filter(([, record]) => begins(record)));
  const keys = new Map([...logs.values()].map((first) => [first.author, new Set()]));
  for (const line of lines) {
    const { record, code = 'shape', gap } = line;
    const first = logs.get(record?.draft ?? record?.id);
    const { key, seq } = records.get(record?.prev) ?? { key: record?.key, seq: 0 };
    if (!record) tell('broken', line, code);
    else if (first?.key !== record.key || first.author !== record.author) tell('broken', line, 'certification');
    else if (gap || key !== record.key || seq !== record.seq - 1) tell('broken', line, 'sequence');
    else if (record.type === 'device.certified') keys.get(record.author).add(record.body?.device);
  }
  return keys;
}

// The records whose ancestors are all here, in the order of lamport, then id; `knows` says who knew of what.
class Graph {
  at = new Map();
  #known = new Map();
  constructor(draft, records, tell) {
    this.draft = draft;
    const all = new Set(records.map((record) => record.id));
    for (const record of records.toSorted((a, b) => a.lamport - b.lamport || byCode(a.id, b.id))) {
      const edges = [...new Set([...record.parents, ...(record.prev ? [record.prev] : [])])];
      const named = [...edges, ...((record.type === 'judgment.sealed' && record.body?.heads) || [])];
      for (const other of named) if (!all.has(other)) tell('broken', record.id, 'missing');
      if (this.#misfit(record, edges)) tell('broken', record.id, 'order');
      else if (named.every((other) => this.at.has(other))) {
        const knownTo = (other) => this.#known.get(other).own | this.#known.get(other).bits;
        const bits = edges.reduce((sum, other) => sum | knownTo(other), 0n);
        this.#known.set(record.id, { own: 1n << BigInt(this.at.size), bits });
        this.at.set(record.id, record);
      }
    }
    this.records = [...this.at.values()];
  }
  #misfit({ id, draft, lamport }, edges) {
    if (draft === null ? id !== this.draft : draft !== this.draft || edges.length === 0) return true;
    const known = edges.flatMap((edge) => this.at.get(edge)?.lamport ?? []);
    return known.length === edges.length && lamport !== 1 + Math.max(0, ...known);
  }
  knows = (id, other) => (this.#known.get(id).bits & (this.#known.get(other)?.own ?? 0n)) !== 0n;
  upTo = (heads) => this.records.filter(({ id }) => heads.some((head) => id === head || this.knows(head, id)));
}

const rights = [
  [/^(role\.granted|role\.revoked|content\.erased)$/, ['owner']],
  [/^(judgment\.sealed|seal\.withdrawn|copy\.redacted)$/, ['owner', 'lead']],
  [/^(reopening\.proposed|judgment\.reopened)$/, ['owner', 'lead', 'chair', 'deputy', 'qa']],
];

// The records that count: each judged by what its author knew, and by removals that its author did not know of.
function countedOf(graph) {
  const { records, at, draft } = graph;
  const changes = [at.get(draft)];
  const ownerFor = (id) => changes.findLast((one) => one.id === id || graph.knows(id, one.id))?.author;
  for (const record of records) {
    const pass = record.type === 'ownership.accepted' ? at.get(record.body?.passed) : undefined;
    const passed = pass?.body?.to === record.author && pass.author === ownerFor(pass.id);
    const recovered = record.type === 'ownership.recovered' && record.author === changes[0].body.recoveryOwner;
    if (passed || recovered) changes.push(record);
  }
  const ordered = (id, other) => id === other || graph.knows(id, other) || graph.knows(other, id);
  const owned = ({ id, author }) => ownerFor(id) === author && changes.every((one) => ordered(id, one.id));
  const acts = (type) => records.filter((one) => one.type === type && one.body && owned(one));
  const owners = changes.map(({ id, author }) => ({ id, body: { person: author, role: 'lead' } }));
  const [grants, removals] = [[...owners, ...acts('role.granted')], acts('role.revoked')];
  return records.filter((record) => {
    const { id, type, author } = record;
    const may = rights.find(([kinds]) => kinds.test(type))?.[1];
    const takes = (grant, { id: by, body }) =>
      body.person === author && [null, grant.body.role].includes(body.role) && !graph.knows(grant.id, by);
    const stands = (grant) => !removals.some((one) => takes(grant, one) && !graph.knows(one.id, id));
    const fits = ({ id: by, body }) => body.person === author && may.includes(body.role) && graph.knows(id, by);
    return !may || owned(record) || grants.some((grant) => fits(grant) && stands(grant));
  });
}

// Whether the words left in a redacted copy are the sealed ones. What is not `whole` is only what its id covers.
const whole = /^(draft|framework|role|ownership|record|content|seal|reopening|copy)\.|\.(sealed|reopened)$/;
function copyFaults(lines, graph, counted) {
  const disclosed = sha(lines.map(({ text }) => text).join('\n'));
  const copy = counted.find(({ type, body }) => type === 'copy.redacted' && body?.disclosed === disclosed);
  const seal = counted.find(({ type, id, body }) => type === 'judgment.sealed' && body && id === copy?.body.seal);
  if (!seal) return lines;
  const sealed = new Set(seal.body.passages?.map(({ field, hash }) => `${field} ${hash}`));
  const back = graph.records.filter(({ type, body }) => whole.test(type) === (body === undefined));
  const wrong = lines.filter(({ passage: { field, words } }) => {
    const hashes = words.map((word, at) => (word.salt ? sha(canonical({ at, field, ...word })) : word));
    return !sealed.has(`${field} ${sha(hashes.join('\n'))}`);
  });
  return [...wrong, ...back.map(({ id }) => id)];
}

// What a draft's records say together; answers whether exactly one seal stands.
function judge(graph, lines, leftOut, tell) {
  const passages = lines.filter((line) => line.passage);
  const counted = countedOf(graph);
  const of = (type) => counted.filter((one) => one.type === type && one.body);
  const emptied = [...of('content.erased').flatMap(({ body }) => body.erased), ...leftOut];
  const gone = new Set(emptied.map((one) => one.record));
  if (passages.length > 0) for (const one of copyFaults(passages, graph, counted)) tell('broken', one, 'copy');
  else for (const { id, body } of graph.records) if (!body && !gone.has(id)) tell('broken', id, 'content-missing');
  for (const { id, body } of graph.records)
    if (body?.framework && sha(canonical(body.framework)) !== body.hash) tell('broken', id, 'framework');
  const seals = of('judgment.sealed');
  for (const { id, body } of seals) {
    const ids = graph.upTo(body.heads).map((one) => one.id);
    if (body.count !== ids.length || body.idsHash !== sha(ids.toSorted(byCode).join('\n'))) tell('broken', id, 'seal');
  }
  const proposes = ({ id, author, body }, one) =>
    id === one.body.proposal && body.seal === one.body.seal && author !== one.author;
  const proposals = of('reopening.proposed');
  const reopened = of('judgment.reopened').filter((one) => proposals.some((each) => proposes(each, one)));
  const open = new Set([...of('seal.withdrawn'), ...reopened].map(({ body }) => body.seal));
  const [seal, other] = seals.filter(({ id }) => !open.has(id));
  if (other) tell('notice', graph.draft, 'seals-contested');
  if (!seal || other) return false;
  const covered = new Set(graph.upTo(seal.body.heads));
  const ofSeals = /^(reopening\.proposed|content\.erased|seal\.time-stamped|copy\.redacted)$/;
  for (const one of graph.records)
    if (!covered.has(one) && one !== seal && !ofSeals.test(one.type)) tell('notice', one.id, 'after-sealing');
  return true;
}

// The draft that most of the records belong to.
function draftOf(lines) {
  const count = (all, { record: { draft, id } }) => all.set(draft ?? id, 1 + (all.get(draft ?? id) ?? 0));
  const own = lines.filter(({ record }) => record && record.type !== 'copy.made').reduce(count, new Map());
  return [...own].toSorted((a, b) => b[1] - a[1] || byCode(a[0], b[0]))[0]?.[0];
}

function verifyDraft(name, lines, keys) {
  const places = new Map(lines.toReversed().flatMap((line) => (line.record ? [[line.record.id, line]] : [])));
  const all = [...places.values()];
  const tell = (level, where, code) => report(level, places.get(where) ?? { file: name, ...where }, code);
  if (!lines.length && name.includes('/')) return tell('notice', {}, 'not-arrived');
  for (const line of markGaps(lines)) if (line.code ?? line.gap) tell('broken', line, line.code ?? 'sequence');
  const [stated, own] = [true, false].map((is) => all.filter((one) => (one.record.type === 'copy.made') === is));
  const draft = draftOf(lines);
  const vouched = ({ record }) => keys.get(record.author)?.has(record.key);
  for (const line of all) if (!vouched(line)) tell('broken', line, 'certification');
  const records = own.filter(vouched).map(({ record }) => record);
  const leftOut = stated.filter(vouched).flatMap(({ record: { body } }) => (body?.of === draft ? body.leftOut : []));
  const graph = new Graph(draft, records, tell);
  if (!graph.at.get(draft)?.body) return tell('broken', {}, 'no-beginning');
  return console.log(`${draft}  ${records.length} records${judge(graph, lines, leftOut, tell) ? ', sealed' : ''}`);
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
  const isCard = ({ record }) => /^(person|card|device|encryption)\./.test(record?.type);
  const keys = certifiedKeys(markGaps(lines.filter(isCard)), report);
  verifyDraft(
    basename(path),
    lines.filter((line) => !isCard(line)),
    keys,
  );
}

// A workspace, or of it one draft's folder.
function verifyWorkspace(root, only) {
  const keys = certifiedKeys(markGaps(linesOfLogs(root, 'people')), report);
  const drafts = draftsIn(root, draftFolders(root)).filter(({ names }) => !only || names.includes(only));
  if (!workspaceAt(root).isRead) report('broken', { file: 'plumbline.json' }, 'damaged');
  for (const { names, lines } of drafts) verifyDraft(`drafts/${names[0]}`, lines, keys);
  for (const [level, file] of oddPlaces(
    root,
    drafts.flatMap(({ names }) => names),
  ))
    if (!only || file === `drafts/${only}` || file.startsWith(`drafts/${only}/`)) report(level, { file }, 'not-a-file');
}

// Says one thing; one that is broken decides how this ends. What a terminal obeys in a name is percent-encoded.
function report(level, { file, line = 0 }, code) {
  console.log(`${level}  ${file.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, encodeURI)}, line ${line}: ${code}`);
  if (level === 'broken') process.exitCode = 1;
}

// Verifies what is at a path and sets the code that this process ends with.
function verifyPath(path) {
  const [above, facts] = [dirname(dirname(path)), statSync(path, { throwIfNoEntry: false })];
  const isWorkspace = workspaceAt(path).isThere;
  const isDraft = !isWorkspace && basename(dirname(path)) === 'drafts' && workspaceAt(above).isThere;
  process.exitCode = facts?.isFile() || isDraft || isWorkspace ? 0 : 2;
  if (process.exitCode === 2) return console.error('There is nothing to read. Usage: node verify.mjs PATH');
  if (facts?.isFile()) verifyFile(path);
  else verifyWorkspace(isDraft ? above : path, isDraft ? basename(path) : undefined);
  console.log(process.exitCode ? 'Something is broken: see above.' : 'Nothing is broken.');
}

verifyPath(resolve(process.argv[2] ?? ''));
