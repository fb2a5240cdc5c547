// What a standing seal says, line by line, so that a certificate can be matched by hand: who signed and approved, as what,
// under which registration and how their keys were verified; reopenings; what was passed by reason; how much it holds.
// Judged over the records that the seal covers alone. Imported by verify.mjs.
import { judged } from './verify-law.mjs';
import { approvalsAmong, openWrites } from './verify-moderation.mjs';
import { pathFault } from './verify-vouching.mjs';

// The first 128 bits of a hash as eight words that can be read aloud (proquints), as a certificate prints them.
function spoken(hash) {
  const word = (bits) =>
    'bdfghjklmnprstvz'[bits >> 12] +
    'aiou'[(bits >> 10) & 3] +
    'bdfghjklmnprstvz'[(bits >> 6) & 15] +
    'aiou'[(bits >> 4) & 3] +
    'bdfghjklmnprstvz'[bits & 15];
  return [0, 4, 8, 12, 16, 20, 24, 28].map((at) => word(parseInt(hash.slice(at, at + 4), 16))).join(' ');
}

const oneLine = (text) => text.replaceAll(/\s+/gu, ' ').trim();
const lists = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const count = (number, singular, plural = `${singular}s`) =>
  `${new Intl.NumberFormat('en-GB').format(number)} ${number === 1 ? singular : plural}`;

const roleNames = {
  ...{ owner: 'owner', lead: 'lead inspector', inspector: 'inspector', panel: 'panel member' },
  ...{
    chair: 'chair',
    deputy: 'deputy chair',
    qa: 'quality assurance',
    arbiter: 'arbiter',
    reader: 'reader',
  },
};
const countedKinds = [
  ['evidence.noted', 'note'],
  ['revision.saved', 'revision'],
  ['round.opened', 'round of independent grades', 'rounds of independent grades'],
  ['comparison.opened', 'round of comparisons', 'rounds of comparisons'],
  ['challenge.raised', 'challenge'],
  ['attachment.added', 'attached file'],
];
const faultWords = {
  'begins-with-approver': 'begins with the approver, and nobody stands for their own key',
  'begins-with-writer':
    'begins with somebody who wrote in the draft: whom an author alone knows may be the author',
  'begins-with-no-administrator': 'begins with somebody who never administered this workspace',
  circle: 'goes round in a circle: somebody stands on it twice',
  'record-missing':
    'names a record that is not in the log of the person it names, or that does not stand for anybody’s key',
  'speaks-of-another': 'names a record that stands for the key of somebody else than the next person on it',
};

// How somebody's key was verified: by the path that an approval cites, else by whoever compared the phrase with them.
function verification({ author }, approval, graph, { nameOf, ...trust }) {
  const path = approval?.body?.path ?? [];
  if (path.length > 0) {
    const fault = pathFault(approval, graph, trust);
    const names = path
      .map(({ person }) => nameOf(person))
      .toReversed()
      .join(', who was verified by ');
    if (!fault) return `key verified independently by ${names}`;
    return fault === 'office-unknown'
      ? `key verified by ${names}, of whom it cannot be said here whether they administer the workspace`
      : `key not verified: the verification that they cite ${faultWords[fault]}`;
  }
  const wrote = (person) =>
    graph.records.some(
      (one) =>
        one.type === 'revision.saved' &&
        one.author === person &&
        (!approval || graph.knows(approval.id, one.id)),
    );
  const by = [...trust.statements]
    .flatMap(([verifier, theirs]) =>
      verifier !== author && [...theirs.values()].includes(author) ? [verifier] : [],
    )
    .toSorted();
  const others = by.filter((verifier) => !wrote(verifier));
  if (by.length === 0) return 'key verified by nobody';
  return others.length === 0
    ? `key verified only by ${lists.format(by.map(nameOf))}, who wrote in the draft`
    : `key verified by ${lists.format(others.map(nameOf))}${approval?.body ? ', which the approval does not rest on' : ''}`;
}

// The lines of a seal, of the graph of its draft. `cards` holds each person's name and registration.
export function sealLines(seal, all, isRedacted, { cards, ...trust }) {
  const graph = all.within(seal.body.heads);
  const { counted, rolesOf } = judged(graph);
  const nameOf = (person) => oneLine(String(cards.get(person)?.name ?? person));
  const { demonstration } = graph.at.get(graph.draft).body;
  const signatory = (signing, approval) => {
    const registration = oneLine(String(cards.get(signing.author)?.registration ?? ''));
    const has = new Set(rolesOf(signing.author));
    return [
      nameOf(signing.author),
      ...Object.keys(roleNames).flatMap((role) => (has.has(role) ? [roleNames[role]] : [])),
      ...(registration === '' ? [] : [`registration ${registration}`]),
      ...(demonstration ? [] : [verification(signing, approval, graph, { ...trust, nameOf })]),
      signing.at,
    ].join(', ');
  };
  const approvals = approvalsAmong(counted, isRedacted);
  const latest = new Map(approvals.map((one) => [one.author, one]));
  const proposals = counted.filter(({ type, body }) => type === 'reopening.proposed' && body);
  const reopened = proposals.flatMap((proposal) => {
    const by = counted.find(
      ({ type, author, body }) =>
        type === 'judgment.reopened' &&
        body?.proposal === proposal.id &&
        body.seal === proposal.body.seal &&
        author !== proposal.author,
    );
    return by ? [{ proposal, by }] : [];
  });
  const reasons = openWrites(counted)
    .filter(({ field }) => field.startsWith('reason/'))
    .toSorted((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : 0))
    .map(({ rule, reason, id }) => {
      const { author, at } = graph.at.get(id);
      return `${rule}: ${oneLine(reason)} (${nameOf(author)}, ${at})`;
    });
  const isReasoned = isRedacted && counted.some(({ type }) => type === 'reason.given');
  const missing = isRedacted ? ' (what it approved is not in this copy)' : '';
  return [
    `seal  ${seal.id}`,
    `words  ${spoken(seal.id)}`,
    `signed by  ${signatory(seal)}`,
    ...[...latest.values()].map((one) => `approved by  ${signatory(one, one)}${missing}`),
    ...reopened.map(
      ({ proposal, by }) =>
        `reopened  ${by.at}, proposed by ${nameOf(proposal.author)}, confirmed by ${nameOf(by.author)}: ${oneLine(proposal.body.reason)}`,
    ),
    ...(isReasoned ? ['not in this copy'] : reasons).map((words) => `by reason  ${words}`),
    `holds  ${count(seal.body.count, 'record')}: ${countedKinds
      .map(([type, ...words]) => count(counted.filter((one) => one.type === type).length, ...words))
      .join(', ')}`,
  ].map((line) => `  ${line}`);
}
