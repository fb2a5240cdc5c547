import { deflateSync } from 'node:zlib';
import { orABound, type Hostile } from './zip-of.ts';

const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1_000_000);

/** An object of a PDF: its words, or a stream with the words that describe it. */
type PdfObject = string | PdfStream;
type PdfStream = readonly [words: string, stream: Uint8Array];

/** A PDF of numbered objects, 1 its catalogue. */
function pdf(objects: readonly PdfObject[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  let length = 9;
  const offsets: number[] = [];
  const put = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, at) => {
    offsets.push(length);
    put(Buffer.from(`${at + 1} 0 obj\n`));
    if (typeof object === 'string') put(Buffer.from(object));
    else {
      put(Buffer.from(`<< ${object[0]} /Length ${object[1].length} >>\nstream\n`));
      put(Buffer.from(object[1]));
      put(Buffer.from('\nendstream'));
    }
    put(Buffer.from('\nendobj\n'));
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  put(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

const catalogue = '<< /Type /Catalog /Pages 2 0 R >>';
const tree = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const page =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> /XObject << /X 5 0 R >> >> >>';
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
const onePage = (contents: PdfObject, ...more: readonly PdfObject[]): Uint8Array =>
  pdf([catalogue, tree, page, font, contents, ...more]);
const flat = (text: string): PdfObject => ['', new Uint8Array(Buffer.from(text))];
const packed = (bytes: Uint8Array, times = 1): PdfStream => {
  let stream = bytes;
  for (let at = 0; at < times; at += 1) stream = new Uint8Array(deflateSync(stream));
  return [`/Filter [${'/FlateDecode '.repeat(times)}]`, stream];
};

const report = (name: string, bytes: () => Uint8Array, refusal: RegExp | null = orABound): Hostile => ({
  name: `PDF: ${name}`,
  as: 'report',
  bytes,
  refusal,
});

/** PDFs whose parts lead in circles, unpack without end, or say to be many. */
export const hostilePdfs: readonly Hostile[] = [
  report('a tree of pages that is its own branch', () =>
    pdf([catalogue, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
  ),
  report('two branches that hold each other', () =>
    pdf([
      catalogue,
      '<< /Type /Pages /Kids [3 0 R] /Count 9 >>',
      '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 9 >>',
    ]),
  ),
  report(
    '100,000 pages',
    () =>
      pdf([
        catalogue,
        `<< /Type /Pages /Kids [${Array.from({ length: 100_000 }, (_, at) => `${at + 3} 0 R`).join(' ')}] /Count 100000 >>`,
        ...Array.from({ length: 100_000 }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>'),
      ]),
    /more than 2,000 pages/u,
  ),
  report(
    'two billion pages, it says',
    () => pdf([catalogue, '<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>', page, font, flat('')]),
    orABound,
  ),
  report('a page of 500 MB of nothing', () => onePage(packed(zeros(500)))),
  report('a page of 500 MB, packed twice', () => onePage(packed(zeros(500), 2))),
  report('a page of twenty million words', () =>
    onePage(packed(Buffer.alloc(220_000_000, 'BT /F 9 Tf (a b) Tj ET\n'))),
  ),
  report('a page of open brackets', () => onePage(packed(Buffer.alloc(60_000_000, '[')))),
  report('a page of open dictionaries', () => onePage(packed(Buffer.alloc(60_000_000, '<<')))),
  report('a page that shows itself', () =>
    onePage([
      '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
      Buffer.from('/X Do /X Do'),
    ]),
  ),
  report('objects in a stream of 400 MB', () => {
    const stream = packed(zeros(400));
    return pdf([
      catalogue,
      '<< /Type /Pages /Kids 9 0 R /Count 1 >>',
      [`/Type /ObjStm /N 100 /First 10 ${stream[0]}`, stream[1]],
    ]);
  }),
  report('a length that is not so', () => onePage('<< /Length 999999999 >>\nstream\nBT ET\nendstream')),
  report('a length that is itself', () => onePage('<< /Length 5 0 R >>\nstream\nBT ET\nendstream')),
  report('tables of objects in a circle', () => pdf([catalogue, tree, page, font, flat('')], '/Prev 9')),
  report(
    'no table, and twenty million openings',
    () => new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.5\n'), Buffer.alloc(8_000_000, '1 0 obj\n')])),
  ),
  report(
    'letters mapped to four billion others',
    () =>
      pdf([
        catalogue,
        tree,
        page,
        '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (A) /Ordering (I) /Supplement 0 >> >>] /ToUnicode 6 0 R >>',
        flat('BT /F 9 Tf <00410042> Tj ET'),
        flat(
          'begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap',
        ),
      ]),
    null,
  ),
  report('numbers without end', () => onePage(packed(Buffer.alloc(60_000_000, '9')))),
  report('a hex text without end', () =>
    onePage(
      packed(
        Buffer.concat([Buffer.from('BT /F 9 Tf <'), Buffer.alloc(90_000_000, '41'), Buffer.from('> Tj ET')]),
      ),
    ),
  ),
  report('arrays within each other in its catalogue', () =>
    pdf([`<< /Type /Catalog /Pages ${'['.repeat(3_000_000)}`]),
  ),
  report('cut in its middle', () => onePage(flat('BT ET')).slice(0, 200)),
  report(
    'noise after its mark',
    () =>
      new Uint8Array(
        Buffer.concat([
          Buffer.from('%PDF-1.7\n'),
          Uint8Array.from({ length: 2_000_000 }, (_, at) => (at * at) % 251),
        ]),
      ),
  ),
  report('run lengths packed five times', () => {
    const stream = packed(zeros(400), 5);
    return onePage([stream[0], stream[1]]);
  }),
];
