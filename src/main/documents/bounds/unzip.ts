import { inflateRawSync } from 'node:zlib';
import { BoundMet, within } from './document-bounds.ts';

/** One file of an archive, as the archive's own list has it. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly header: number;
}

const signs = {
  end: 0x06054b50,
  locator: 0x07064b50,
  end64: 0x06064b50,
  entry: 0x02014b50,
  file: 0x04034b50,
};
/** In a 32-bit field: the number stands in the entry's 64-bit field. */
const elsewhere = 0xffffffff;
/** Below this much a file may be as well packed as it likes: 1 MB. */
const small = 1_048_576;

function damaged(): Error {
  return new Error('The archive is damaged.');
}

function expectSign(file: Buffer, at: number, sign: number, length: number): void {
  if (at < 0 || at + length > file.length || file.readUInt32LE(at) !== sign) throw damaged();
}

/** Where the archive's list begins, and how many entries it says to have. The list's end has at most 64 KB of remarks. */
function listOf(file: Buffer): { readonly start: number; readonly count: number } {
  const from = Math.max(0, file.length - 65_557);
  const end = from + file.subarray(from).lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  expectSign(file, end, signs.end, 22);
  const [count, start] = [file.readUInt16LE(end + 10), file.readUInt32LE(end + 16)];
  if (count !== 0xffff && start !== elsewhere) return { start, count };
  expectSign(file, end - 20, signs.locator, 20);
  const end64 = Number(file.readBigUInt64LE(end - 12));
  expectSign(file, end64, signs.end64, 56);
  return {
    start: Number(file.readBigUInt64LE(end64 + 48)),
    count: Number(file.readBigUInt64LE(end64 + 32)),
  };
}

/** The 64-bit numbers of an entry (field 1 of its extra part), in their fixed order. */
function longNumbers(extra: Buffer): readonly number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    return Array.from({ length: Math.min(3, Math.floor(field.length / 8)) }, (_, index) =>
      Number(field.readBigUInt64LE(index * 8)),
    );
  }
  return [];
}

function entriesOf(file: Buffer): readonly Entry[] {
  const { start, count } = listOf(file);
  within('entries', count);
  const entries: Entry[] = [];
  for (let at = start; entries.length < count;) {
    expectSign(file, at, signs.entry, 46);
    const nameEnd = at + 46 + file.readUInt16LE(at + 28);
    const extraEnd = nameEnd + file.readUInt16LE(at + 30);
    const long = [...longNumbers(file.subarray(nameEnd, extraEnd))];
    const number = (offset: number): number => {
      const short = file.readUInt32LE(at + offset);
      return short === elsewhere ? (long.shift() ?? short) : short;
    };
    const unpacked = number(24);
    const packed = number(20);
    entries.push({
      name: file.toString('utf8', at + 46, nameEnd),
      method: file.readUInt16LE(at + 10),
      packed,
      unpacked,
      header: number(42),
    });
    at = extraEnd + file.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(file: Buffer, { method, packed, unpacked, header }: Entry): Uint8Array {
  expectSign(file, header, signs.file, 30);
  const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
  const bytes = file.subarray(start, start + packed);
  if (bytes.length !== packed) throw damaged();
  if (method !== 0 && method !== 8) throw damaged();
  const found = method === 0 ? bytes : inflated(bytes, unpacked);
  if (found.length !== unpacked) throw damaged();
  return found;
}

function inflated(bytes: Uint8Array, unpacked: number): Uint8Array {
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, unpacked) });
  } catch (error) {
    const more = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw more ? new BoundMet('inflated') : error;
  }
}

/** An archive whose files are read one by one, each known by its name in whatever case. */
export interface Archive {
  readonly read: (name: string) => Uint8Array | null;
}

/**
 * Opens an archive (.docx) whose own list says what is in it. What the list says of a file is checked before it is
 * unpacked, no file unpacks to more than the list says, and all that are read count together.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map(entriesOf(file).map((entry) => [entry.name.toLowerCase(), entry]));
  const unpacked = new Map<string, Uint8Array>();
  let total = 0;
  return {
    read: (name) => {
      const key = name.toLowerCase();
      const entry = entries.get(key);
      if (entry === undefined) return null;
      const before = unpacked.get(key);
      if (before !== undefined) return before;
      total += entry.unpacked;
      checkSize(entry, total);
      const content = unpack(file, entry);
      unpacked.set(key, content);
      return content;
    },
  };
}

function checkSize({ packed, unpacked }: Entry, total: number): void {
  within('inflated', total / 1_000_000);
  if (unpacked > small) within('ratio', unpacked / Math.max(1, packed));
}

/**
 * The wanted files of an archive (.docx, .xlsx), by name. What the list says is checked before anything is unpacked, and
 * no file unpacks to more than the list says; files that are not wanted are never unpacked, archives among them neither.
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(file).filter(({ name }) => wanted(name));
  let total = 0;
  for (const entry of entries) {
    total += entry.unpacked;
    checkSize(entry, total);
  }
  return new Map(entries.map((entry) => [entry.name, unpack(file, entry)]));
}
