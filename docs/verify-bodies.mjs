// What the bodies of records hold that docs/verify.mjs judges by, as docs/file-format.md has them. Imported by verify-law.mjs.
// What a body has to hold where it decides anything here; one that holds something else counts for nothing.
export const text = (least, most) => (one) =>
  typeof one === 'string' && one.length >= least && one.length <= most;
export const said =
  (most = 20_000) =>
  (one) =>
    typeof one === 'string' && text(1, most)(one.trim());
export const matches = (pattern) => (one) => typeof one === 'string' && pattern.test(one);
export const from =
  (least, most = Infinity) =>
  (one) =>
    Number.isSafeInteger(one) && one >= least && one <= most;
export const list = (least, most, fits) => (all) =>
  Array.isArray(all) && all.length >= least && all.length <= most && all.every(fits);
export const orNull = (fits) => (one) => one === null || fits(one);
export const isTrue = (one) => typeof one === 'boolean';
export const hash = matches(/^[0-9a-f]{64}$/);
export const over = list(0, 64, hash);
export function holds(shape, optional = []) {
  return (one) => {
    if (one === null || typeof one !== 'object' || Array.isArray(one)) return false;
    const names = new Set([
      ...Object.keys(one),
      ...Object.keys(shape).filter((name) => !optional.includes(name)),
    ]);
    return [...names].every(
      (name) => Object.hasOwn(shape, name) && Object.hasOwn(one, name) && shape[name](one[name]),
    );
  };
}
const role = matches(/^(lead|inspector|panel|chair|deputy|qa|arbiter|reader)$/);
const field = text(0, 300);
const hashed = (most) => list(0, most, holds({ field, hash }));
const taken = holds({ field, from: from(0), words: from(1), reason: said() });

// Each kind: the shape of its body, where that holds words (`points[].text`), and the records that it speaks of.
export const kinds = new Map();
export const kind = (type, shape, words = [], names = () => []) => kinds.set(type, { shape, words, names });

const card = ['card.name', 'card.post', 'card.registration', 'card.specialisms'];
kind('person.introduced', (body) => hash(body?.rootKey), card);
kind('device.certified', holds({ device: hash, label: said(80) }), ['label']);
const lost = holds({ draft: hash, seq: from(0) });
kind('device.revoked', holds({ device: hash, reason: said(), known: list(0, 20_000, lost) }, ['known']), [
  'reason',
]);

const begun = { nonce: matches(/^[0-9a-f]{32}$/), recoveryOwner: orNull(hash), demonstration: isTrue };
kind('draft.begun', holds(begun));
kind('role.granted', holds({ person: hash, role }));
kind('role.revoked', holds({ person: hash, role: orNull(role), reason: said() }), ['reason']);
kind('ownership.passed', holds({ to: hash }));
kind('ownership.accepted', holds({ passed: hash }), [], (body) => [body.passed]);
kind('ownership.recovered', holds({ reason: said() }), ['reason']);
kind(
  'record.adopted',
  holds({ records: list(1, 1000, hash), reason: said() }),
  ['reason'],
  (body) => body.records,
);
kind('framework.adopted', holds({ hash, framework: () => true, over }), [], (body) => body.over);

const erasing = holds({ erased: list(1, 1000, hash), reason: said(), rule: said() });
kind('content.erased', erasing, ['reason'], (body) => body.erased);
kind('copy.made', holds({ of: hash, leftOut: list(1, 10_000, hash) }));
const copied = {
  seal: hash,
  purpose: matches(/^(publication|disclosure)$/),
  recipient: said(300),
  disclosed: hash,
};
kind(
  'copy.redacted',
  holds({ ...copied, taken: list(0, 5000, taken) }),
  ['recipient', 'taken[].reason'],
  (body) => [body.seal],
);

const counts = { count: from(1), idsHash: hash, seqs: list(0, Infinity, holds({ key: hash, seq: from(1) })) };
const hashes = { commitments: hashed(5000), attachments: list(0, 5000, hash), passages: hashed(8000) };
const gates = list(0, 200, holds({ gate: text(0, 80), told: text(0, 2000) }));
kind(
  'judgment.sealed',
  holds({ law: (one) => one === 1, heads: list(1, 64, hash), ...counts, ...hashes, gates }, [
    'attachments',
    'passages',
  ]),
  ['gates[].told'],
  (body) => body.heads,
);
const approved = holds({ field: text(1, 120), records: list(1, 64, hash) });
const step = holds({ person: hash, record: hash });
kind(
  'judgment.approved',
  holds({ values: list(1, 500, approved), path: list(0, 16, step), note: text(0, 4000) }),
  ['note'],
  (body) => body.values.flatMap(({ records }) => records),
);
kind('seal.withdrawn', holds({ seal: hash, reason: said() }), ['reason'], (body) => [body.seal]);
kind('reopening.proposed', holds({ seal: hash, reason: said() }), ['reason'], (body) => [body.seal]);
kind('judgment.reopened', holds({ seal: hash, proposal: hash }), [], (body) => [body.seal, body.proposal]);

// A body with its words back in their places, or "(erased)" where they are gone; nothing where words stand elsewhere.
function whole({ facts, words }, places) {
  const left = new Set(Object.keys(words ?? {}));
  let isMisplaced = false;
  const put = (value, [step, ...rest], at) => {
    if (step === undefined) {
      if (typeof value !== 'string' && !Array.isArray(value)) return value;
      const gone = words === undefined && typeof value === 'string' ? '(erased)' : value;
      const word = left.delete(at) ? words[at] : gone;
      if (value.length > 0 || typeof word !== typeof value) isMisplaced = true;
      return word;
    }
    if (step === '[]')
      return Array.isArray(value) ? value.map((one, i) => put(one, rest, `${at}/${i}`)) : value;
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return value;
    return { ...value, [step]: put(value[step], rest, `${at}/${step}`) };
  };
  const body = places.reduce((sum, place) => put(sum, place.replaceAll('[]', '.[]').split('.'), ''), facts);
  return isMisplaced || left.size > 0 ? undefined : body;
}

// Whether a record's body says that it is of a later version than its kind has: all are of version 1, which says nothing.
export const isLater = ({ facts }) => facts?.v > 1;

// A record with what it says, where that is understood: `bare` tells one whose words are gone.
export function understood(record) {
  const { v, type, facts, words, cipher } = record;
  const known = kinds.get(type);
  const isKnown = facts !== undefined && facts?.v === undefined && v === 1;
  const body = !isKnown ? undefined : known ? whole(record, known.words) : facts;
  const fits = body !== undefined && (known?.shape(body) ?? true);
  return { ...record, bare: words === undefined && cipher === undefined, body: fits ? body : undefined };
}

// A record with what it says where its kind is one of its log's: others say nothing there.
export function saysIn(kinds, record) {
  const read = understood(record);
  return kinds.test(read.type) ? read : { ...read, body: undefined };
}

// The records that a record speaks of: its author knew them.
export const namedIn = ({ type, body }) => (body ? (kinds.get(type)?.names(body) ?? []) : []);
