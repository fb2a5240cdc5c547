// What the records of a draft are worth together, as docs/file-format.md has it: which fit the others, which count, and what
// stands. Imported by verify.mjs.
import { namedIn } from './verify-bodies.mjs';
import { sealFaults } from './verify-moderation.mjs';
import { canonical, sha } from './verify-files.mjs';
export const byCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// The records whose ancestors are all here, in the order of lamport, then id; `knows` says who knew of what.
export class Graph {
  at = new Map();
  #known = new Map();
  constructor(draft, records, tell) {
    this.draft = draft;
    const all = new Map(records.map((record) => [record.id, record]));
    for (const record of records.toSorted((a, b) => a.lamport - b.lamport || byCode(a.id, b.id))) {
      const edges = [...new Set([...record.parents, ...(record.prev ? [record.prev] : [])])];
      for (const other of edges) if (!all.has(other)) tell('broken', record.id, 'missing');
      const isLater = edges.some((other) => all.get(other)?.lamport >= record.lamport);
      if (isLater || this.#misfit(record, edges)) tell('broken', record.id, 'order');
      else if (edges.every((other) => this.at.has(other))) {
        const knownTo = (other) => this.#known.get(other).own | this.#known.get(other).bits;
        const bits = edges.reduce((sum, other) => sum | knownTo(other), 0n);
        // What speaks of a record that its author did not have says nothing; others may follow it.
        const says = namedIn(record).every((other) => bits & (this.#known.get(other)?.own ?? 0n));
        if (!says) tell('notice', record.id, 'set-aside');
        this.#known.set(record.id, { own: 1n << BigInt(this.at.size), bits });
        this.at.set(record.id, says ? record : { ...record, body: undefined });
      }
    }
    this.records = [...this.at.values()];
  }
  #misfit({ id, draft, lamport, key, seq, prev }, edges) {
    if (draft === null ? id !== this.draft : draft !== this.draft || edges.length === 0) return true;
    const before = this.at.get(prev) ?? { key, seq: seq - 1 };
    if ((seq === 1) !== (prev === null) || before.key !== key || before.seq !== seq - 1) return true;
    const known = edges.flatMap((edge) => this.at.get(edge)?.lamport ?? []);
    return known.length === edges.length && lamport !== 1 + Math.max(0, ...known);
  }
  knows = (id, other) => (this.#known.get(id).bits & (this.#known.get(other)?.own ?? 0n)) !== 0n;
  upTo = (heads) =>
    this.records.filter(({ id }) => heads.some((head) => id === head || this.knows(head, id)));
  within = (heads) => new Graph(this.draft, this.upTo(heads), () => {});
}

// Who may write which kind; a kind that is none of these counts where its author may write anything.
const [leads, panel] = [
  ['owner', 'lead'],
  ['panel', 'chair', 'deputy'],
];
const [writers, approvers] = [
  [...leads, 'inspector'],
  [...leads, 'chair', 'deputy', 'qa'],
];
const anybody = [...writers, ...panel, 'qa'];
const rights = [
  [
    /^(role\.(granted|revoked)|ownership\.passed|record\.adopted|round\.abandoned|content\.erased)$/,
    ['owner'],
  ],
  [/^(draft\.shelved|judgment\.sealed|seal\.withdrawn|copy\.redacted|reason\.given|accuracy\.sent)$/, leads],
  [/^(framework\.(adopted|moved)|clock\.(paused|resumed))$/, leads],
  [/^calibration\.set$/, [...leads, 'chair']],
  [/^(reopening\.proposed|judgment\.(reopened|approved)|seal\.time-stamped)$/, approvers],
  [/^accuracy\.(answered|received)$/, approvers],
  [
    /^(revision\.saved|details\.set|report\.imported|point\.answered|fact\.recorded|moment\.recorded)$/,
    writers,
  ],
  [
    /^(evidence\.(noted|imported)|addendum\.written|note\.corrected|attachment\.added|import\.undone)$/,
    writers,
  ],
  [/^(round|comparison)\.opened$/, ['chair']],
  [/^((round|comparison)\.closed|outcome\.decided|provisional\.shown|round\.amended)$/, ['chair', 'deputy']],
  [/^comparison\.abandoned$/, ['owner', 'chair', 'deputy']],
  [
    /^(evidence\.linked|descriptor\.marked|best-fit\.set|contradiction\.settled|term\.allowed)$/,
    [...writers, ...panel],
  ],
  [
    /^((grade|comparison)\.lodged|grade\.reconsidered|dissent\.recorded|absence\.declared)$/,
    [...writers, ...panel],
  ],
  [/^challenge\.answered$/, [...writers, ...panel]],
  [/^arbiter\.asked$/, ['chair', 'deputy']],
  [/^arbiter\.decided$/, ['arbiter']],
  [/^interest\.declared$/, [...anybody, 'arbiter']],
];
const mayWrite = (type) => rights.find(([kinds]) => kinds.test(type))?.[1] ?? anybody;
const adoptable =
  /^(details\.set|report\.imported|evidence\.(noted|linked)|addendum\.written|note\.corrected|attachment\.added|descriptor\.marked|best-fit\.set|revision\.saved|reason\.given)$/;

// The records that count, each judged by what its author knew and by removals that its author did not know of; who owns the
// draft, and who has which role. `lossOf` gives the last number that was known of a lost key.
export function judged(graph, lossOf = () => Infinity) {
  const { records, at, draft } = graph;
  const changes = [at.get(draft)];
  const ownerFor = (id) => changes.findLast((one) => one.id === id || graph.knows(id, one.id))?.author;
  for (const record of records) {
    const pass = record.type === 'ownership.accepted' ? at.get(record.body?.passed) : undefined;
    const ends = ({ type, author, body }) =>
      type === 'role.revoked' && author === pass.author && body?.person === record.author;
    const ended =
      pass &&
      records.some((one) => ends(one) && !graph.knows(pass.id, one.id) && graph.knows(record.id, one.id));
    const passed = pass?.body?.to === record.author && pass.author === ownerFor(pass.id) && !ended;
    const recovered =
      record.type === 'ownership.recovered' && record.author === changes[0].body.recoveryOwner;
    if (passed || recovered) changes.push(record);
  }
  const ordered = (id, other) => id === other || graph.knows(id, other) || graph.knows(other, id);
  const owned = ({ id, author }) => ownerFor(id) === author && changes.every((one) => ordered(id, one.id));
  const acts = (type) => records.filter((one) => one.type === type && one.body && owned(one));
  const owners = changes.map(({ id, author }) => ({ id, body: { person: author, role: 'lead' } }));
  const [grants, removals] = [[...owners, ...acts('role.granted')], acts('role.revoked')];
  const adopted = new Set(acts('record.adopted').flatMap(({ body }) => body.records));
  const takes = (grant, { id: by, body }) =>
    body.person === grant.body.person &&
    [null, grant.body.role].includes(body.role) &&
    !graph.knows(grant.id, by);
  const counts = (record) => {
    const { id, type, author } = record;
    if (id === draft) return true;
    if (/^ownership\.(accepted|recovered)$/.test(type)) return changes.includes(record);
    const stands = (grant) => !removals.some((one) => takes(grant, one) && !graph.knows(one.id, id));
    const fits = ({ id: by, body }) =>
      body.person === author && mayWrite(type).includes(body.role) && graph.knows(id, by);
    return (
      (mayWrite(type).includes('owner') && owned(record)) ||
      grants.some((grant) => fits(grant) && stands(grant))
    );
  };
  const isLate = ({ author, key, seq }) => seq > lossOf(author, key);
  const owner = changes.at(-1).author;
  return {
    owner,
    counted: records.filter(
      (one) => (counts(one) && !isLate(one)) || (adopted.has(one.id) && adoptable.test(one.type)),
    ),
    rolesOf: (person) => [
      ...(person === owner ? ['owner'] : []),
      ...grants
        .filter((grant) => grant.body.person === person && !removals.some((one) => takes(grant, one)))
        .map((grant) => grant.body.role),
    ],
  };
}

// Whether the words left in a redacted copy are the sealed ones. What is not `whole` is only what its id covers.
const whole = /^(draft|framework|role|ownership|record|content|seal|reopening|copy)\.|\.(sealed|reopened)$/;
function copyFaults(lines, graph, counted) {
  const disclosed = sha(lines.map(({ text }) => text).join('\n'));
  const copy = counted.find(({ type, body }) => type === 'copy.redacted' && body?.disclosed === disclosed);
  const seal = counted.find(
    ({ type, id, body }) => type === 'judgment.sealed' && body && id === copy?.body.seal,
  );
  if (!seal) return lines;
  const sealed = new Set(seal.body.passages?.map(({ field, hash }) => `${field} ${hash}`));
  const back = graph.records.filter(({ type, bare }) => whole.test(type) === bare);
  const wrong = lines.filter(({ passage: { field, words } }) => {
    const hashes = words.map((word, at) => (word.salt ? sha(canonical({ at, field, ...word })) : word));
    return !sealed.has(`${field} ${sha(hashes.join('\n'))}`);
  });
  return [...wrong, ...back.map(({ id }) => id)];
}

// Kinds whose words may be erased by a record that counts, and those that a copy for a reader may lack.
const [erasable, leavable] = [
  /^(evidence\.(noted|linked)|addendum\.written|note\.corrected|attachment\.added|revision\.saved|report\.imported|descriptor\.marked|reason\.given|question\.answered|comment\.(written|replied)|accuracy\.(sent|received|answered))$/,
  /^(evidence\.noted|addendum\.written|note\.corrected|attachment\.added|evidence\.linked)$/,
];

// What a draft's records say together; answers with the seal that stands, where exactly one does. `pathFault` says why the path that an
// approval cites does not hold, which is told of and is no part of a seal's law.
export function judge(graph, lines, leftOut, keys, pathFault, tell) {
  const passages = lines.filter((line) => line.passage);
  const { counted } = judged(graph, (author, key) => keys.get(author).get(key).get(graph.draft) ?? Infinity);
  const of = (type) => counted.filter((one) => one.type === type && one.body);
  const mayLack = (all, kinds) => all.filter((one) => kinds.test(graph.at.get(one)?.type));
  const erased = of('content.erased').flatMap(({ body }) => body.erased);
  const gone = new Set([...mayLack(erased, erasable), ...mayLack(leftOut, leavable)]);
  if (passages.length > 0)
    for (const one of copyFaults(passages, graph, counted)) tell('broken', one, 'copy');
  else
    for (const { id, bare } of graph.records)
      if (bare && !gone.has(id)) tell('broken', id, 'content-missing');
  for (const { id, type, body } of graph.records)
    if (type === 'framework.adopted' && body && sha(canonical(body.framework)) !== body.hash)
      tell('broken', id, 'framework');
  for (const one of of('judgment.approved')) {
    const fault = pathFault(one, graph);
    if (fault) tell('notice', one.id, `approval-path-${fault}`);
  }
  const proposes = ({ id, author, body }, one) =>
    id === one.body.proposal && body.seal === one.body.seal && author !== one.author;
  const proposals = of('reopening.proposed');
  const reopened = of('judgment.reopened').filter((one) => proposals.some((each) => proposes(each, one)));
  // Nobody unseals alone: a withdrawal counts where another's seal stands beside the one withdrawn, and a seal over one
  // that stood does not count.
  const opened = reopened.map(({ id, body }) => ({ by: id, seal: body.seal }));
  const seals = [];
  for (const { id, type, author, body } of counted.filter((one) => one.body)) {
    const known = seals.filter((seal) => graph.knows(id, seal.id));
    const isOpen = (seal) => opened.some((one) => one.seal === seal.id && graph.knows(id, one.by));
    if (type === 'judgment.sealed' && known.every(isOpen)) {
      // A redacted copy holds too little to judge the law by: the whole draft proves that.
      const faults = passages.length > 0 ? [] : sealFaults(graph.within(body.heads), judged);
      if (faults.length > 0) tell('notice', id, 'seal-unlawful');
      else seals.push(graph.at.get(id));
    }
    if (type !== 'seal.withdrawn') continue;
    const standing = known.filter((seal) => !opened.some((one) => one.seal === seal.id && one.withdrawn));
    const apart = (one) =>
      one.id !== body.seal && !graph.knows(one.id, body.seal) && !graph.knows(body.seal, one.id);
    const isKnown = standing.some((one) => one.id === body.seal);
    if (isKnown && standing.some((one) => apart(one) && one.author !== author))
      opened.push({ by: id, seal: body.seal, withdrawn: true });
  }
  for (const { id, body } of of('judgment.sealed')) {
    const ids = graph.upTo(body.heads).map((one) => one.id);
    if (body.count !== ids.length || body.idsHash !== sha(ids.toSorted(byCode).join('\n')))
      tell('broken', id, 'seal');
  }
  const [seal, other] = seals.filter(({ id }) => !opened.some((one) => one.seal === id));
  if (other) tell('notice', graph.draft, 'seals-contested');
  if (!seal || other) return undefined;
  const covered = new Set(graph.upTo(seal.body.heads));
  const ofSeals =
    /^(reopening\.proposed|content\.erased|seal\.time-stamped|copy\.redacted|moment\.recorded|draft\.shelved)$/;
  for (const one of graph.records)
    if (!covered.has(one) && one !== seal && !ofSeals.test(one.type)) tell('notice', one.id, 'after-sealing');
  return seal;
}
