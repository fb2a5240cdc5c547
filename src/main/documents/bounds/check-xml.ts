import { BoundMet, within } from './document-bounds.ts';

const sign = { less: 0x3c, more: 0x3e, slash: 0x2f, bang: 0x21, question: 0x3f, equals: 0x3d } as const;
const quotes: ReadonlySet<number | undefined> = new Set([0x22, 0x27]);
/** More of an element's beginning than any address needs. */
const shownOfTag = 400;

/** Where what is no element ends: a comment, a passage taken as it is, an instruction. Entities are refused. */
function endOfOther(file: Buffer, at: number): number {
  const begins = (text: string): boolean => file.toString('latin1', at, at + text.length) === text;
  const after = (text: string): number => {
    const end = file.indexOf(text, at + 2, 'latin1');
    return end < 0 ? file.length : end + text.length;
  };
  if (begins('<?')) return after('?>');
  if (begins('<!--')) return after('-->');
  if (begins('<![CDATA[')) return after(']]>');
  throw new BoundMet('entities');
}

/** Where an element's tag ends, its properties counted. */
function endOfTag(file: Buffer, start: number): number {
  let attributes = 0;
  let quoted: number | undefined;
  for (let at = start + 1; at < file.length; at += 1) {
    const byte = file[at];
    if (quoted !== undefined) {
      if (byte === quoted) quoted = undefined;
    } else if (quotes.has(byte)) quoted = byte;
    else if (byte === sign.more) return at;
    else if (byte === sign.equals) {
      attributes += 1;
      within('attributes', attributes);
    }
  }
  return file.length;
}

/**
 * Goes once through XML before a library does, and refuses entities and what nests too deep or carries too much on one
 * element. `onTag` hears the beginning of every element's tag, without its "<", and the byte where the "<" stands.
 */
export function checkXml(
  bytes: Uint8Array,
  onTag: (tag: string, start: number) => void = () => undefined,
): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let depth = 0;
  for (let at = file.indexOf(sign.less); at >= 0;) {
    const next = file[at + 1];
    let end: number;
    if (next === sign.bang || next === sign.question) end = endOfOther(file, at);
    else {
      end = endOfTag(file, at) + 1;
      if (next === sign.slash) depth -= 1;
      else {
        onTag(file.toString('latin1', at + 1, Math.min(end, at + shownOfTag)), at);
        if (file[end - 2] !== sign.slash) depth += 1;
        within('depth', depth);
      }
    }
    at = end < file.length ? file.indexOf(sign.less, end) : -1;
  }
}
