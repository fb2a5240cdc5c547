// What the bodies of records hold that docs/verify.mjs judges by, as docs/file-format.md has them. Imported by verify.mjs.
// What a body has to hold where it decides anything here; one that holds something else counts for nothing.
const text = (least, most) => (one) => typeof one === 'string' && one.length >= least && one.length <= most;
const said =
  (most = 20_000) =>
  (one) =>
    typeof one === 'string' && text(1, most)(one.trim());
const matches = (pattern) => (one) => typeof one === 'string' && pattern.test(one);
const from = (least) => (one) => Number.isSafeInteger(one) && one >= least;
const list = (least, most, fits) => (all) =>
  Array.isArray(all) && all.length >= least && all.length <= most && all.every(fits);
const hash = matches(/^[0-9a-f]{64}$/);
function holds(shape, optional = []) {
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
const role = matches(/^(lead|inspector|panel|chair|deputy|qa|reader)$/);
const field = text(0, 300);
const hashed = (most) => list(0, most, holds({ field, hash }));
const taken = holds({ field, from: from(0), words: from(1), reason: said() });
export const bodies = new Map([
  ['person.introduced', (body) => hash(body?.rootKey)],
  [
    'draft.begun',
    holds({
      ...{ nonce: matches(/^[0-9a-f]{32}$/), recoveryOwner: (one) => one === null || hash(one) },
      demonstration: (one) => typeof one === 'boolean',
    }),
  ],
  ['device.certified', holds({ device: hash, label: said(80) })],
  [
    'device.revoked',
    holds({ device: hash, reason: said(), known: list(0, 20_000, holds({ draft: hash, seq: from(0) })) }, [
      'known',
    ]),
  ],
  ['role.granted', holds({ person: hash, role })],
  ['role.revoked', holds({ person: hash, role: (one) => one === null || role(one), reason: said() })],
  ['ownership.passed', holds({ to: hash })],
  ['ownership.accepted', holds({ passed: hash })],
  ['ownership.recovered', holds({ reason: said() })],
  ['content.erased', holds({ erased: list(1, 1000, hash), reason: said(), rule: said() })],
  ['framework.adopted', holds({ hash, framework: () => true, over: list(0, 64, hash) })],
  [
    'judgment.sealed',
    holds(
      {
        ...{
          heads: list(1, 64, hash),
          seqs: list(0, Infinity, holds({ key: hash, seq: from(1) })),
          count: from(1),
        },
        ...{
          idsHash: hash,
          commitments: hashed(5000),
          attachments: list(0, 5000, hash),
          passages: hashed(8000),
        },
        gates: list(0, 200, holds({ gate: text(0, 80), told: text(0, 2000) })),
      },
      ['attachments', 'passages'],
    ),
  ],
  ['seal.withdrawn', holds({ seal: hash, reason: said() })],
  ['reopening.proposed', holds({ seal: hash, reason: said() })],
  ['judgment.reopened', holds({ seal: hash, proposal: hash })],
  [
    'copy.redacted',
    holds({
      ...{
        seal: hash,
        purpose: matches(/^(publication|disclosure)$/),
        recipient: said(300),
        disclosed: hash,
      },
      taken: list(0, 5000, taken),
    }),
  ],
  ['copy.made', holds({ of: hash, leftOut: list(1, 10_000, hash) })],
]);

// Where the bodies judged by here hold words: facts have "" there, and the words stand apart by their place.
const places = new Map([
  ...['name', 'post', 'registration', 'specialisms'].map((name) => [
    `card.${name}`,
    /^(person\.introduced|card\.corrected)$/,
  ]),
  [
    'reason',
    /^(device\.revoked|role\.revoked|ownership\.recovered|content\.erased|seal\.withdrawn|reopening\.proposed)$/,
  ],
  ['label', /^device\.certified$/],
  ['gates[].told', /^judgment\.sealed$/],
  ['recipient', /^copy\.redacted$/],
  ['taken[].reason', /^copy\.redacted$/],
]);

// A body with its words back in their places, or "(erased)" where they are gone; nothing where words stand elsewhere.
function whole({ type, facts, words }) {
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
  const body = [...places]
    .filter(([, kinds]) => kinds.test(type))
    .reduce((sum, [place]) => put(sum, place.replaceAll('[]', '.[]').split('.'), ''), facts);
  return isMisplaced || left.size > 0 ? undefined : body;
}

// Whether a record's body says that it is of a later version than its kind has: all are of version 1, which says nothing.
export const isLater = ({ facts }) => facts?.v > 1;

// Whether what a record says is understood: `bare` tells one whose words are gone, `empty` one of which only the head is left.
export function understood(record) {
  const { v, type, facts, words, cipher } = record;
  const known = bodies.get(type);
  const isKnown = facts !== undefined && facts?.v === undefined && v === 1;
  const body = !isKnown ? undefined : known ? whole(record) : facts;
  const fits = body !== undefined && (known?.(body) ?? true);
  return { ...record, bare: words === undefined && cipher === undefined, body: fits ? body : undefined };
}

// The records that a record speaks of: its author knew them.
export const namedIn = ({ body }) =>
  ['heads', 'seal', 'proposal', 'passed', 'over', 'erased'].flatMap((name) => {
    const value = body?.[name] ?? [];
    return Array.isArray(value) ? value : [value];
  });
