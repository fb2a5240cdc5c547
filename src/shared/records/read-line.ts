import { z } from 'zod';
import { done, refused, type Result } from '../result.ts';
import { contentText, headText, wordsText } from './build-record.ts';
import { canonical } from './canonical.ts';
import { lineProblem, type LineProblem } from './line-problem.ts';
import type { DeviceKey, Json, RecordHead, RecordId, SignedRecord } from './record.ts';
import { longestLine, whyNotStrict } from './strict-json.ts';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
/** Within the bounds of records: `readForm` has seen to that before. */
const json = z.custom<Json>();
const cipher = z.strictObject({
  keyId: hex64,
  nonce: z.string().regex(/^[0-9a-f]{24}$/),
  ct: z.base64(),
  by: hex64,
  sig: z.string().regex(/^[0-9a-f]{128}$/),
});

const shapeAsSaid = z.strictObject({
  v: z.int().min(1),
  type: z
    .string()
    .regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/)
    .max(80),
  draft: hex64.nullable(),
  author: hex64,
  key: hex64,
  seq: z.int().min(1),
  prev: hex64.nullable(),
  parents: z.array(hex64).max(64),
  lamport: z.int().min(1),
  at: z.iso.datetime({ precision: 3 }),
  content: hex64,
  id: hex64,
  sig: z.string().regex(/^[0-9a-f]{128}$/),
  facts: json.optional(),
  salt: hex64.optional(),
  words: z.record(z.string(), json).optional(),
  wordsSalt: hex64.optional(),
  wordsHash: hex64.optional(),
  cipher: cipher.optional(),
});
/** Every line of a workspace passes it: compiled it takes half the time. */
const shape = z.compile(shapeAsSaid);

/** The most ids a parsed line may name before anything else looks at it. */
function withinBytes(line: string): boolean {
  if (line.length > longestLine) return false;
  return line.length * 3 <= longestLine || new TextEncoder().encode(line).length <= longestLine;
}

/**
 * Reads one line of a log: form, hashes and signatures. Whether the key is certified by its author's root, and whether
 * the record fits the others, is judged where these are known.
 */
export function readLine(line: string, crypto: RecordCrypto): Result<SignedRecord, LineProblem> {
  const read = readHashed(line, crypto.sha256);
  if (!read.ok) return read;
  const holds = signaturesOf(read.value).every(({ key, message, sig }) => crypto.verify(key, message, sig));
  return holds ? read : refused(lineProblem('signature'));
}

/** A signature that a line holds, and what it is said to be over. */
interface LineSignature {
  readonly key: DeviceKey;
  readonly message: string;
  readonly sig: string;
}

/** The signatures of a line: who encrypted it, where it is encrypted, and whose record it is, which is the last. */
function signaturesOf(record: SignedRecord): readonly LineSignature[] {
  return [...encryptedBy(record), { key: record.key, message: record.id, sig: record.sig }];
}

/** The signature of whoever encrypted a line, which no later record vouches for: the id does not cover it. */
export function encryptedBy({ id, cipher: encrypted }: SignedRecord): readonly LineSignature[] {
  if (encrypted === undefined) return [];
  const { sig, by, ...covered } = encrypted;
  return [{ key: by, message: canonical({ ...covered, id }), sig }];
}

/** Reads one line of a log: form and hashes. What its signatures are worth is for whoever asks to find out. */
export function readHashed(line: string, sha256: RecordCrypto['sha256']): Result<SignedRecord, LineProblem> {
  if (!withinBytes(line)) return refused(lineProblem('too-long'));
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return refused(lineProblem('json'));
  }
  const formed = readForm(line, value);
  if (!formed.ok) return formed;
  const record = formed.value;
  if (!holdsContent(record, sha256)) return refused(lineProblem('content'));
  return sha256(headText(record)) === record.id ? formed : refused(lineProblem('id'));
}

/** Whether what a record holds is what its head names; true of one that is encrypted or a shell, which holds nothing. */
function holdsContent(record: SignedRecord, sha256: RecordCrypto['sha256']): boolean {
  const { facts, salt, words, wordsSalt, wordsHash } = record;
  if (facts === undefined || salt === undefined) return true;
  const said =
    words === undefined || wordsSalt === undefined ? wordsHash : sha256(wordsText(words, wordsSalt));
  return said !== undefined && sha256(contentText(facts, salt, said)) === record.content;
}

function readForm(line: string, value: unknown): Result<SignedRecord, LineProblem> {
  const why = whyNotStrict(value);
  if (why !== null) return refused(lineProblem('strict', why));
  if (canonical(value) !== line) return refused(lineProblem('canonical'));
  const read = shape.safeParse(value);
  if (!read.success) {
    const issue = read.error.issues[0];
    return refused(lineProblem('shape', `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()));
  }
  const { facts, salt, words, wordsSalt, wordsHash, cipher: encrypted, ...head } = read.data;
  const form = formOf({ facts, salt, words, wordsSalt, wordsHash, cipher: encrypted });
  return form === null
    ? refused(
        lineProblem(
          'shape',
          'facts, words, their salts and hash stand together in none of the forms of a line',
        ),
      )
    : done({ ...head, ...sharedTexts(head), ...form });
}

type Shared = Pick<RecordHead, 'type' | 'draft' | 'author' | 'key'> & { readonly id: RecordId };

let before: Shared = { type: '', draft: null, author: '', key: '', id: '' };

/**
 * The names that a record shares with the one read before it, in that one's texts: each line of a log says them anew, and
 * of a hundred thousand these copies were much of all that is kept.
 */
function sharedTexts(head: RecordHead & Shared): Shared & Pick<RecordHead, 'prev' | 'parents'> {
  const { id: known } = before;
  const { id } = head;
  const type = head.type === before.type ? before.type : head.type;
  const draft = head.draft === before.draft ? before.draft : head.draft;
  const author = head.author === before.author ? before.author : head.author;
  const key = head.key === before.key ? before.key : head.key;
  before = { type, draft, author, key, id };
  const prev = head.prev === known ? known : head.prev;
  return { ...before, prev, parents: head.parents.map((parent) => (parent === known ? known : parent)) };
}

type Content = Pick<SignedRecord, 'facts' | 'salt' | 'words' | 'wordsSalt' | 'wordsHash' | 'cipher'>;

/** What a line holds beside its head, in one of its forms: whole, words erased, encrypted, a shell. Null in any other. */
function formOf(given: { readonly [name in keyof Content]: Content[name] | undefined }): Content | null {
  const { facts, salt, words, wordsSalt, wordsHash, cipher: encrypted } = given;
  if (facts === undefined || salt === undefined) {
    if ([facts, salt, words, wordsSalt, wordsHash].some((part) => part !== undefined)) return null;
    return encrypted === undefined ? {} : { cipher: encrypted };
  }
  if (encrypted !== undefined) return null;
  if (wordsHash === undefined)
    return words === undefined || wordsSalt === undefined ? null : { facts, salt, words, wordsSalt };
  return words === undefined && wordsSalt === undefined ? { facts, salt, wordsHash } : null;
}

/** Hashing and verifying, given to the domain by whoever runs it. */
export interface RecordCrypto {
  /** sha256 of the UTF-8 of a text, lower-case hex. */
  readonly sha256: (utf8: string) => string;
  /** Ed25519: raw public key and signature in hex, over the UTF-8 of the message. */
  readonly verify: (key: string, message: string, signature: string) => boolean;
}
