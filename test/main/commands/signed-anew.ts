import { createHash } from 'node:crypto';
import type { Keys } from '../../../src/main/ports/ports.ts';

/** RFC 8785 without any bound of Plumbline's: also for what no record may hold. */
function plainly(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${plainly(one)}`).join(',')}}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A record's line with other facts, hashed and signed anew by its own device: only its bounds can tell it from others. */
export async function signedAnew(
  line: string,
  keys: Pick<Keys, 'sign'>,
  change: (facts: Readonly<Record<string, unknown>>) => unknown,
): Promise<string> {
  const {
    facts,
    words,
    wordsSalt,
    salt,
    sig: _sig,
    id: _id,
    content: _content,
    ...head
  } = JSON.parse(line) as Record<string, unknown>;
  const changed = change(facts as Readonly<Record<string, unknown>>);
  const said = sha256(plainly({ words, wordsSalt }));
  const content = sha256(plainly({ facts: changed, salt, words: said }));
  const id = sha256(plainly({ ...head, content }));
  const sig = await keys.sign('device', id);
  return plainly({ ...head, content, facts: changed, id, salt, sig, words, wordsSalt });
}
