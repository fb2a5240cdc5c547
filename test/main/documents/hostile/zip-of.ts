import { deflateRawSync } from 'node:zlib';

/** An archive's file as its list is to have it, true or not. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** What the list says that it unpacks to; the truth where it is left out. */
  readonly says?: number;
  readonly method?: number;
  /** How well it is packed, 1 to 9; the quickest where it is left out. */
  readonly level?: number;
}

/** What the end of an archive's list says, where that is not true. */
interface Claims {
  readonly count?: number;
  readonly start?: number;
}

/** An archive written byte by byte, so that its list can say what a program that writes archives never would. */
export function zipOf(entries: readonly ZipEntry[], claims: Claims = {}): Uint8Array {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, content, says, method = 8, level = 1 } of entries) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const packed = method === 8 ? deflateRawSync(bytes, { level }) : Buffer.from(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const row = Buffer.alloc(46);
    row.writeUInt32LE(0x02014b50, 0);
    row.writeUInt16LE(method, 10);
    row.writeUInt32LE(packed.length, 20);
    row.writeUInt32LE(says ?? bytes.length, 24);
    row.writeUInt16LE(Buffer.byteLength(name), 28);
    row.writeUInt32LE(at, 42);
    files.push(local, Buffer.from(name), packed);
    list.push(row, Buffer.from(name));
    at += local.length + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(claims.count ?? entries.length, 10);
  end.writeUInt32LE(claims.start ?? at, 16);
  return new Uint8Array(Buffer.concat([...files, ...list, end]));
}

/** A hostile document, made when its turn comes. */
export interface Hostile {
  readonly name: string;
  readonly as: 'report' | 'table';
  readonly bytes: () => Uint8Array;
  /** The words of the refusal; null where the file is read like any other. */
  readonly refusal: RegExp | null;
}

/** Either of what a library may make of it in its own time: that it is damaged, or that a bound was met. */
export const orABound = /damaged or cut short|took longer than|more memory than|no text|not plain text/u;
