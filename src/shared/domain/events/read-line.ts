import { z } from 'zod';
import { done, refused, type Result } from '../result.ts';
import { contentText, headText } from './build-record.ts';
import { canonical } from './canonical.ts';
import type { RecordCrypto } from './crypto.ts';
import { lineProblem, type LineProblem } from './line-problem.ts';
import type { SignedRecord } from './record.ts';
import { isStrictJson, longestLine, whyNotStrict } from './strict-json.ts';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const json = z.custom<NonNullable<SignedRecord['body']>>(isStrictJson);

const shape = z.strictObject({
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
  salt: hex64.optional(),
  body: json.optional(),
});

/** The most ids a parsed line may name before anything else looks at it. */
function withinBytes(line: string): boolean {
  return line.length <= longestLine && new TextEncoder().encode(line).length <= longestLine;
}

/**
 * Reads one line of a log: form, hashes and signature. Whether the key is certified by its author's root, and whether
 * the record fits the others, is judged where these are known.
 */
export function readLine(line: string, crypto: RecordCrypto): Result<SignedRecord, LineProblem> {
  const formed = readForm(line);
  if (!formed.ok) return formed;
  const record = formed.value;
  if (record.salt !== undefined && record.body !== undefined) {
    if (crypto.sha256(contentText(record.salt, record.body)) !== record.content)
      return refused(lineProblem('content'));
  }
  if (crypto.sha256(headText(record)) !== record.id) return refused(lineProblem('id'));
  if (!crypto.verify(record.key, record.id, record.sig)) return refused(lineProblem('signature'));
  return done(record);
}

function readForm(line: string): Result<SignedRecord, LineProblem> {
  if (!withinBytes(line)) return refused(lineProblem('too-long'));
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return refused(lineProblem('json'));
  }
  const why = whyNotStrict(value);
  if (why !== null) return refused(lineProblem('strict', why));
  if (canonical(value) !== line) return refused(lineProblem('canonical'));
  const read = shape.safeParse(value);
  if (!read.success) {
    const issue = read.error.issues[0];
    return refused(lineProblem('shape', `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()));
  }
  const { salt, body, ...head } = read.data;
  if (salt === undefined && body === undefined) return done(head);
  if (salt === undefined || body === undefined) {
    return refused(lineProblem('shape', 'salt and body stand together or not at all'));
  }
  return done({ ...head, salt, body });
}
