import { z } from 'zod';
import { splitLines } from './split-lines.ts';

const named = z.looseObject({ id: z.string(), seq: z.int().optional() });
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();
const lineEnd = new Uint8Array([10]);

function headOf(line: string): { readonly id: string; readonly seq: number } {
  try {
    const read = named.safeParse(JSON.parse(line));
    return read.success ? { id: read.data.id, seq: read.data.seq ?? 0 } : { id: '', seq: 0 };
  } catch {
    return { id: '', seq: 0 };
  }
}

/** A log's bytes with the lines of some records replaced by their shells, to the byte as it was otherwise; null where it holds none. */
export function withShells(bytes: Uint8Array, replace: ReadonlyMap<string, string>): Uint8Array | null {
  const lines = splitLines('', bytes);
  const shells = lines.map((line) => replace.get(headOf(decoder.decode(line.bytes)).id));
  if (shells.every((shell) => shell === undefined)) return null;
  const parts = lines.flatMap((line, at) => [
    shells[at] === undefined ? line.bytes : encoder.encode(shells[at]),
    line.isComplete ? lineEnd : new Uint8Array(),
  ]);
  return Buffer.concat(parts);
}

/** A log's whole lines with others put in where their numbers are absent, in order; null where none is. */
export function withTakenBack(bytes: Uint8Array, lines: readonly string[]): Uint8Array | null {
  const own = splitLines('', bytes).map((line) => decoder.decode(line.bytes));
  const taken = new Set(own.map((line) => headOf(line).seq));
  const absent = lines.filter((line) => !taken.has(headOf(line).seq));
  if (absent.length === 0) return null;
  const sorted = [...own, ...absent].toSorted((a, b) => headOf(a).seq - headOf(b).seq);
  return encoder.encode(sorted.map((line) => `${line}\n`).join(''));
}
