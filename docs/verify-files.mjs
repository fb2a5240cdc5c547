// The files of a workspace as verify.mjs reads them. No link in a workspace is followed and no pipe or device opened:
// every file and folder is looked at by itself before it is opened, and told of where it is no ordinary one. What
// systems and sync services leave beside logs (.DS_Store, Thumbs.db, .stfolder, half copied files) is passed over.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { constants, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export const sha = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
// RFC 8785 for text, whole numbers, true, false, null, lists and objects: all that records may hold.
export function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}
const [id, number] = ['[0-9a-f]{64}', '[1-9]\\d*'];
const form = {
  ...{ v: number, seq: number, lamport: number, author: id, key: id, content: id, id, sig: '[0-9a-f]{128}' },
  ...{ draft: `(${id}|null)`, prev: `(${id}|null)`, parents: `(${id}(,|$)){0,64}` },
  ...{
    type: '(?=.{1,80}$)[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*',
    at: '\\d{4}(-\\d\\d){2}T(\\d\\d:){2}\\d\\d\\.\\d{3}Z',
  },
};

// Whole numbers, whole characters, at most 16 deep, and no name that JavaScript gives a meaning.
function bounded(value, depth = 1) {
  if (depth > 16 || typeof value === 'number') return depth <= 16 && Number.isSafeInteger(value);
  if (typeof value === 'string') return value.isWellFormed();
  const fits = ([name, one]) => name !== '__proto__' && name.isWellFormed() && bounded(one, depth + 1);
  return Object.entries(value ?? {}).every(fits);
}

// What is wrong with a parsed line as a record; nothing where it is one. A key that is none throws.
function faultOf({ facts, salt, words, wordsSalt, wordsHash, cipher, ...head }) {
  const names = Object.keys(form).filter((name) => RegExp(`^${form[name]}$`).test(String(head[name])));
  const isFormed =
    isOneForm({ facts, salt, words, wordsSalt, wordsHash, cipher }) && Array.isArray(head.parents);
  if (!isFormed || names.length < 13 || Object.keys(head).length > 13) return { code: 'shape' };
  const said = words === undefined ? wordsHash : sha(canonical({ words, wordsSalt }));
  if (facts !== undefined && sha(canonical({ facts, salt, words: said })) !== head.content)
    return { code: 'content' };
  const { id, sig, ...covered } = head;
  if (sha(canonical(covered)) !== id) return { code: 'id' };
  const { sig: by, ...locked } = cipher ?? {};
  const { by: device, ...encrypted } = locked;
  if (cipher && !isSigned(device, canonical({ ...encrypted, id }), by)) return { code: 'signature' };
  return isSigned(head.key, id, sig) ? undefined : { code: 'signature' };
}

// Ed25519, raw key and signature in hex, over the UTF-8 of a text.
function isSigned(raw, text, sig) {
  const der = Buffer.from(`302a300506032b6570032100${raw}`, 'hex');
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), key, Buffer.from(sig, 'hex'));
}

// The forms of a line: whole, words erased, encrypted, and the shell of a redacted copy.
const forms = ['facts,salt,words,wordsSalt', 'facts,salt,wordsHash', 'cipher', ''];
const ciphered = {
  by: id,
  ct: '[A-Za-z0-9+/]*={0,2}',
  keyId: id,
  nonce: '[0-9a-f]{24}',
  sig: '[0-9a-f]{128}',
};
const isText = (pattern, one) => typeof one === 'string' && RegExp(`^(${pattern})$`).test(one);
const isObject = (one) => one !== null && typeof one === 'object' && !Array.isArray(one);
function isOneForm(given) {
  const names = Object.keys(given).filter((name) => given[name] !== undefined);
  const hashed = ['salt', 'wordsSalt', 'wordsHash'].filter((name) => names.includes(name));
  return (
    forms.includes(names.join()) &&
    hashed.every((name) => isText(id, given[name])) &&
    (given.words === undefined || isObject(given.words)) &&
    (given.cipher === undefined ||
      (isObject(given.cipher) &&
        Object.keys(given.cipher).toSorted().join() === Object.keys(ciphered).join() &&
        Object.keys(ciphered).every((name) => isText(ciphered[name], given.cipher[name]))))
  );
}

// Words of a redacted copy: each with its salt, or where it was taken out its hash alone.
function isPassage(value) {
  const { field, words } = value ?? {};
  const isWord = (one) => typeof one === 'string' || typeof one?.text === 'string';
  const named = Object.keys(value ?? {}).join() === 'field,words' && typeof field === 'string';
  return named && Array.isArray(words) && words.every(isWord);
}

// One line: a record, the words left of a passage in a redacted copy, or a code that says why it is neither.
function readLine(bytes) {
  if (bytes.length > 1_048_576) return { code: 'too-long' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = JSON.parse(text);
    if (!bounded(value) || canonical(value) !== text) return { code: 'canonical' };
    if (isPassage(value)) return { passage: value, text };
    return faultOf(value) ?? { record: value };
  } catch {
    return { code: 'unreadable' };
  }
}

// The most bytes that the logs of one folder may have together: more is not read into memory.
const largest = 536_870_912;
const isServices = (name) => /^([.$@#~]|__MACOSX$)/.test(name);
const promised = /\.jsonl\.(nextcloud|owncloud|icloud)$/i;
const halfCopied =
  /^(\._|~\$|\.~|\.syncthing\.|~syncthing~|\.fuse_hidden|\.nfs|\.smbdelete)|\.(tmp|temp|part|partial|crdownload|next)$|\.torn-/i;

// What stands at a path itself: a file, a folder, nothing, or something other.
function kindAt(path) {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? 'file' : found?.isDirectory() ? 'folder' : found ? 'other' : 'nothing';
}

// The names in a folder of a workspace; none where it, or the folder that it is in, is no ordinary folder.
function namesIn(root, folder = '') {
  const above = folder.includes('/') ? [dirname(folder), folder] : [folder].filter(Boolean);
  return above.every((one) => kindAt(join(root, one)) === 'folder')
    ? readdirSync(join(root, folder)).toSorted()
    : [];
}

// Every line of an ordinary file as read, or one line, numbered 0, with a code that says why it was not read.
function linesAt(path, file, size = lstatSync(path).size) {
  const unread = (code) => [{ file, line: 0, code }];
  if (kindAt(path) !== 'file') return unread('not-a-file');
  if (promised.test(path)) return unread('unread');
  if (size > largest) return unread('too-large');
  const lines = [];
  try {
    const bytes = readFileSync(path, { flag: (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0) });
    for (let from = 0, end = 0; end >= 0 && from < bytes.length; from = end + 1) {
      end = bytes.indexOf(10, from);
      const line = { file, line: lines.length + 1 };
      // A record has at least 500 bytes: lines too many to be records are not listed one by one.
      if (lines.length > 2000 + bytes.length / 200) return [...lines, { ...line, code: 'too-many' }];
      lines.push(end < 0 ? { ...line, code: 'torn' } : { ...line, ...readLine(bytes.subarray(from, end)) });
    }
    return lines;
  } catch {
    return unread('unread');
  }
}

// The lines of the one file that somebody names, who may name it by a link.
export const linesOfFile = (path) => linesAt(realpathSync(path), basename(path));

// The lines of every log of a folder and of every copy of one, whatever a sync service named it.
export function linesOfLogs(root, folder) {
  const sizeOf = (name) => lstatSync(join(root, folder, name)).size;
  const logs = namesIn(root, folder)
    .filter((name) => /\.jsonl/i.test(name) && !halfCopied.test(name))
    .filter((name) => !promised.test(name) || kindAt(join(root, folder, name)) === 'file');
  // The smallest first: one that is made to fill the memory keeps no other from being read.
  let total = 0;
  return logs
    .toSorted((a, b) => sizeOf(a) - sizeOf(b))
    .flatMap((name) => linesAt(join(root, folder, name), `${folder}/${name}`, (total += sizeOf(name))));
}

// Marks where a key's numbers do not count 1, 2, 3 in a file. A file whose records all stand in another is a copy that a
// sync service made, and a gap whose numbers stand in other files is none. Statements about copies are beside the numbers.
export function markGaps(lines, isStatement = ({ type }) => type === 'copy.made') {
  const counted = lines.filter(({ record }) => record && !isStatement(record));
  const known = new Set(counted.map(({ record: { key, seq } }) => `${key} ${seq}`));
  const files = new Map(counted.map(({ file }) => [file, new Set()]));
  for (const { file, record } of counted) files.get(file).add(record.id);
  const outranks = (a, b) => (a.length === b.length ? a < b : a.length < b.length);
  const isCopy = ([file, ids]) =>
    [...files].some(
      ([other, all]) =>
        other !== file &&
        (ids.size < all.size || (ids.size === all.size && outranks(other, file))) &&
        [...ids].every((id) => all.has(id)),
    );
  const [copies, last] = [new Set([...files].filter(isCopy).map(([file]) => file)), new Map()];
  for (const line of counted.filter(({ file }) => !copies.has(file))) {
    const { key, seq } = line.record;
    const before = last.get(`${line.file} ${key}`) ?? 0;
    let next = before + 1;
    while (next < seq && known.has(`${key} ${next}`)) next += 1;
    line.gap = seq !== next;
    last.set(`${line.file} ${key}`, Math.max(seq, before));
  }
  return lines;
}

// The folders in a folder, drafts/ or audits/, but for those of the system's and the sync service's own.
export function foldersIn(root, folder) {
  const isFolder = (name) => kindAt(join(root, folder, name)) === 'folder';
  return namesIn(root, folder).filter((name) => !isServices(name) && isFolder(name));
}

// Where a link, a pipe or a device stands, or a folder in the place of a file: [level, place]. On what stands in
// calendars, frameworks and presence no record rests. Logs are told of where they are read.
export function oddPlaces(root, drafts) {
  const isOdd = (place, kind) => !['nothing', kind].includes(kindAt(join(root, place)));
  const inside = (folder, matches) =>
    namesIn(root, folder).filter(
      (name) => !isServices(name) && matches(name, kindAt(join(root, folder, name))),
    );
  const oddIn = (folder, matches) =>
    isOdd(folder, 'folder') ? [folder] : inside(folder, matches).map((name) => `${folder}/${name}`);
  const noFile = (_name, kind) => kind !== 'file';
  return [
    ...['plumbline.json'].filter((file) => isOdd(file, 'file')).map((file) => ['broken', file]),
    ...['people', 'workspace', 'programme']
      .flatMap((folder) => oddIn(folder, () => false))
      .map((place) => ['broken', place]),
    ...['drafts', 'audits']
      .flatMap((folder) => oddIn(folder, (_name, kind) => kind === 'other'))
      .map((place) => ['broken', place]),
    ...drafts
      .flatMap((name) => oddIn(`drafts/${name}/attachments`, noFile))
      .map((place) => ['broken', place]),
    ...['calendars', 'frameworks', 'presence']
      .flatMap((folder) => oddIn(folder, (name, kind) => /\.json$/i.test(name) && kind !== 'file'))
      .map((place) => ['notice', place]),
  ];
}

// The workspace that a file like plumbline.json names, where it is as it was written.
function workspaceIn(path) {
  const text = kindAt(path) === 'file' && lstatSync(path).size <= 65_536 ? readFileSync(path, 'utf8') : '';
  const [, id = '', name = ''] = /"id":"([0-9a-f]{64})","name":("(?:[^"\\]|\\.)*")\}\n$/.exec(text) ?? [];
  const check = createHash('sha256')
    .update(`${id}\n${name && JSON.parse(name)}\n1`)
    .digest('hex');
  return text === `{"check":"${check}","format":1,"id":"${id}","name":${name}}\n` ? id : '';
}

// Whether a folder is a workspace, and which one, where the file that says so, or all whole copies of it alike, can be read.
export function workspaceAt(root) {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) return { isThere: false };
  const [own, ...copies] = [
    'plumbline.json',
    ...namesIn(root).filter((name) => /plumbline.*\.json/i.test(name)),
  ];
  const named = new Set(copies.map((name) => workspaceIn(join(root, name))).filter(Boolean));
  const id = workspaceIn(join(root, own)) || (named.size === 1 ? [...named][0] : '');
  return { isThere: copies.length > 0, id };
}
