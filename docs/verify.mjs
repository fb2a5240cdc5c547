// Verifies what Plumbline wrote, without Plumbline: node verify.mjs PATH, where PATH is a workspace, a draft's folder in
// one, or a .judgment file, whole or with words taken out. Needs Node 20 and nothing else. Exit 0: nothing is broken.
// 1: something is. 2: there is nothing at PATH. Checked, as docs/file-format.md has it: the form, hashes, signature and
// number of every line; that its author's root key certifies the key; that what it follows is there; who had a right to
// erase, seal, reopen and redact; every seal over heads and counts; what a signed statement left out of a copy; every
// word of a redacted copy against the seal. Left to Plumbline: what each kind of record must hold, attached files, a
// seal's hashes of single values, time-stamps, whose a draft is that two took at once, and that a service's copy is one.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
const sha = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const byCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
// RFC 8785 for text, whole numbers, true, false, null, lists and objects: all that records may hold.
function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const names = Object.keys(value).sort(byCode);
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}
const [id, number] = ['[0-9a-f]{64}', '[1-9]\\d*'];
const form = {
  ...{ v: number, seq: number, lamport: number, author: id, key: id, content: id, id, sig: '[0-9a-f]{128}' },
  ...{ draft: `(${id}|null)`, prev: `(${id}|null)`, parents: `(${id}(,|$)){0,64}` },
  ...{ type: '(?=.{1,80}$)[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*', at: '\\d{4}(-\\d\\d){2}T(\\d\\d:){2}\\d\\d\\.\\d{3}Z' },
};

// Whole numbers, whole characters, at most 16 deep, and no name that JavaScript gives a meaning.
function bounded(value, depth = 1) {
  if (depth > 16 || typeof value === 'number') return depth <= 16 && Number.isSafeInteger(value);
  if (typeof value === 'string') return value.isWellFormed();
  const fits = ([name, one]) => name !== '__proto__' && name.isWellFormed() && bounded(one, depth + 1);
  return Object.entries(value ?? {}).every(fits);
}

// What is wrong with a parsed line as a record; nothing where it is one. A key that is none throws.
function faultOf({ salt, body, ...head }) {
  const names = Object.keys(form).filter((name) => RegExp(`^${form[name]}$`).test(String(head[name])));
  const whole = (salt === undefined) === (body === undefined) && Array.isArray(head.parents);
  if (!whole || names.length < 13 || Object.keys(head).length > 13) return { code: 'shape' };
  if (body !== undefined && sha(canonical({ body, salt })) !== head.content) return { code: 'content' };
  const { id, sig, ...covered } = head;
  if (sha(canonical(covered)) !== id) return { code: 'id' };
  const der = Buffer.from(`302a300506032b6570032100${head.key}`, 'hex');
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(id), key, Buffer.from(sig, 'hex')) ? undefined : { code: 'signature' };
}

// One line: a record, the words left of a passage in a redacted copy, or a code that says why it is neither.
function readLine(bytes) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = JSON.parse(text);
    if (bytes.length > 1_048_576 || !bounded(value) || canonical(value) !== text) return { code: 'canonical' };
    if (Object.keys(value).join() === 'field,words') return { passage: value, text };
    return faultOf(value) ?? { record: value };
  } catch {
    return { code: 'unreadable' };
  }
}

function readLines(path, file) {
  const texts = readFileSync(path, 'latin1').split('\n');
  const torn = texts.pop() === '' ? [] : [{ file, line: texts.length + 1, code: 'torn' }];
  const last = new Map();
  const read = texts.map((text, at) => {
    const line = { file, line: at + 1, ...readLine(Buffer.from(text, 'latin1')) };
    const { key, seq = 0, type } = line.record ?? {};
    const gap = key !== undefined && type !== 'copy.made' && seq !== (last.get(key) ?? 0) + 1;
    if (type !== 'copy.made') last.set(key, Math.max(seq, last.get(key) ?? 0));
    return { ...line, gap };
  });
  return [...read, ...torn];
}

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

function verifyDraft(name, lines, keys) {
  const places = new Map(lines.toReversed().flatMap((line) => (line.record ? [[line.record.id, line]] : [])));
  const all = [...places.values()];
  const tell = (level, where, code) => report(level, places.get(where) ?? (where.line ? where : { file: name }), code);
  if (!lines.length && name.includes('/')) return tell('notice', {}, 'not-arrived');
  for (const line of lines) if (line.code ?? line.gap) tell('broken', line, line.code ?? 'sequence');
  const [stated, own] = [true, false].map((is) => all.filter((one) => (one.record.type === 'copy.made') === is));
  const count = (all, { record: { draft, id } }) => all.set(draft ?? id, 1 + (all.get(draft ?? id) ?? 0));
  const [[draft] = []] = [...own.reduce(count, new Map())].toSorted((a, b) => b[1] - a[1] || byCode(a[0], b[0]));
  const vouched = ({ record }) => keys.get(record.author)?.has(record.key);
  for (const line of all) if (!vouched(line)) tell('broken', line, 'certification');
  const records = own.filter(vouched).map(({ record }) => record);
  const leftOut = stated.filter(vouched).flatMap(({ record: { body } }) => (body?.of === draft ? body.leftOut : []));
  const graph = new Graph(draft, records, tell);
  if (!graph.at.get(draft)?.body) return tell('broken', {}, 'no-beginning');
  return console.log(`${draft}  ${records.length} records${judge(graph, lines, leftOut, tell) ? ', sealed' : ''}`);
}

function logs(root, folder) {
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).toSorted() : [];
  const own = names.filter((name) => name.endsWith('.jsonl'));
  return own.flatMap((name) => readLines(join(root, folder, name), `${folder}/${name}`));
}

function verifyPath(path) {
  const isFile = statSync(path).isFile();
  const isWorkspace = isFile || existsSync(join(path, 'plumbline.json'));
  const root = isWorkspace ? path : dirname(dirname(resolve(path)));
  const lines = isFile ? readLines(path, basename(path)) : logs(root, 'people');
  const cards = lines.filter(({ record }) => !isFile || /^(person|card|device|encryption)\./.test(record?.type));
  const keys = certifiedKeys(cards, report);
  const names = isFile ? [] : isWorkspace ? readdirSync(join(root, 'drafts')) : [basename(resolve(path))];
  const others = lines.filter((line) => !cards.includes(line));
  if (isFile) verifyDraft(basename(path), others, keys);
  for (const name of names) verifyDraft(`drafts/${name}`, logs(root, `drafts/${name}`), keys);
  console.log(process.exitCode ? 'Something is broken: see above.' : 'Nothing is broken.');
}

// Says one thing; one that is broken decides how this ends. What a terminal obeys in a name is percent-encoded.
function report(level, { file, line = 0 }, code) {
  console.log(`${level}  ${file.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, encodeURI)}, line ${line}: ${code}`);
  if (level === 'broken') process.exitCode = 1;
}

const path = process.argv[2] ?? '';
process.exitCode = existsSync(path) ? 0 : 2;
if (process.exitCode === 0) verifyPath(path);
else console.error('There is nothing to read. Usage: node verify.mjs PATH');
