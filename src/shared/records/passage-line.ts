import { z } from 'zod';
import { canonical } from './canonical.ts';

const shape = z.strictObject({
  field: z.string().max(300),
  words: z.array(
    z.union([
      z.string().regex(/^[0-9a-f]{64}$/),
      z.strictObject({ salt: z.string().regex(/^[0-9a-f]{32}$/), text: z.string() }),
    ]),
  ),
});

/** A passage as a redacted copy holds it: words with their salts, hashes for those taken out. */
type DisclosedPassage = z.infer<typeof shape>;

/** A line of a redacted copy that is no record: a passage, with where it stands. */
export interface PassageLine {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly passage: DisclosedPassage;
}

/** Reads a line as a passage; null where it is none, or not in the one form that passages have (RFC 8785). */
export function readPassage(text: string): DisclosedPassage | null {
  if (!text.startsWith('{"field":')) return null;
  try {
    const read = shape.safeParse(JSON.parse(text));
    return read.success && canonical(read.data) === text ? read.data : null;
  } catch {
    return null;
  }
}
