/** An object of a PDF: what stands before its stream as latin1, and the stream's own bytes as they are. */
export interface PdfObject {
  readonly text: string;
  readonly stream: Buffer | null;
}

/** A PDF taken apart into its objects, to be changed and put together again. */
export interface PdfFile {
  /** By number; generations are 0 throughout, as browsers write them. */
  readonly objects: Map<number, PdfObject>;
  /** What the trailer says beside sizes and offsets: the numbers of the catalogue and of the file's information. */
  readonly root: number;
  readonly info: number;
}

const head = /^%PDF-1\.\d\n/u;

/**
 * Takes a PDF apart that Chromium or Edge printed (Skia's own form: one table of offsets, no objects inside streams,
 * lengths said outright); null where it is of any other form.
 */
export function readPdf(bytes: Uint8Array): PdfFile | null {
  const text = Buffer.from(bytes).toString('latin1');
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text.slice(-200))?.[1];
  if (start === undefined || !head.test(text)) return null;
  const table = /^xref\n0 (\d+)\n((?:\d{10} \d{5} [nf][ \r]\n)+)trailer\n([\s\S]*?)\nstartxref/u.exec(
    text.slice(Number(start)),
  );
  if (table === null) return null;
  const [, , rows = '', trailer = ''] = table;
  const [root, info] = [/\/Root (\d+) 0 R/u.exec(trailer)?.[1], /\/Info (\d+) 0 R/u.exec(trailer)?.[1]];
  if (root === undefined || info === undefined || /\/Encrypt/u.test(trailer)) return null;
  const objects = new Map<number, PdfObject>();
  for (const [number, row] of rows.trimEnd().split('\n').entries()) {
    if (row[17] !== 'n') continue;
    const object = readObject(text, Number(row.slice(0, 10)), number);
    if (object === null) return null;
    objects.set(number, object);
  }
  return { objects, root: Number(root), info: Number(info) };
}

function readObject(text: string, offset: number, number: number): PdfObject | null {
  const opening = `${number} 0 obj\n`;
  if (!text.startsWith(opening, offset)) return null;
  const begin = offset + opening.length;
  const end = text.indexOf('\nendobj', begin);
  const stream = text.indexOf('stream\n', begin);
  if (end < 0) return null;
  if (stream < 0 || stream > end) return { text: text.slice(begin, end), stream: null };
  const dictionary = text.slice(begin, stream).trimEnd();
  const length = Number(/\/Length (\d+)(?! \d+ R)/u.exec(dictionary)?.[1] ?? Number.NaN);
  const from = stream + 'stream\n'.length;
  if (!text.startsWith('\nendstream', from + length)) return null;
  return { text: dictionary, stream: Buffer.from(text.slice(from, from + length), 'latin1') };
}

/** The bytes of a file of these objects, under PDF 1.7, which PDF/UA-1 rests on. */
export function writePdf({ objects, root, info }: PdfFile): Uint8Array {
  const size = Math.max(...objects.keys()) + 1;
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xd3\xeb\xe9\xe1\n', 'latin1')];
  let offset = parts[0]?.length ?? 0;
  const offsets = new Map<number, number>();
  for (const [number, { text, stream }] of [...objects].sort(([a], [b]) => a - b)) {
    offsets.set(number, offset);
    const opening = `${number} 0 obj\n${text}`;
    const part =
      stream === null
        ? Buffer.from(`${opening}\nendobj\n`, 'latin1')
        : Buffer.concat([
            Buffer.from(`${opening} stream\n`, 'latin1'),
            stream,
            Buffer.from('\nendstream\nendobj\n', 'latin1'),
          ]);
    parts.push(part);
    offset += part.length;
  }
  const rows = Array.from({ length: size }, (_, number) => {
    const at = offsets.get(number);
    return at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const trailer = `trailer\n<</Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R>>\nstartxref\n${offset}\n%%EOF\n`;
  parts.push(Buffer.from(`xref\n0 ${size}\n${rows.join('')}${trailer}`, 'latin1'));
  return new Uint8Array(Buffer.concat(parts));
}

/** Adds an object and gives its number. */
export function addObject({ objects }: PdfFile, object: PdfObject): number {
  const number = Math.max(...objects.keys()) + 1;
  objects.set(number, object);
  return number;
}

/** A text as a string of a PDF, in whatever letters (ISO 32000-1, 7.9.2.2). */
export function pdfText(text: string): string {
  return `<${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
