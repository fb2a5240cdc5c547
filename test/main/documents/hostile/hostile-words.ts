import { strToU8 } from 'fflate';
import { zipOf, type Hostile, type ZipEntry } from './zip-of.ts';
import { relationsXml, usualRelations, wordNames } from '../word-package.ts';

const megabytes = (count: number, letter = 32): Uint8Array => new Uint8Array(count * 1_000_000).fill(letter);
const wordXml = (inside: string): string =>
  `<w:document ${wordNames}><w:body>${inside}</w:body></w:document>`;
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const main = 'word/document.xml';
const relations: readonly ZipEntry[] = Object.entries(usualRelations).map(([name, content]) => ({
  name,
  content,
}));
const word = (content: Uint8Array | string, more: Partial<ZipEntry> = {}): Uint8Array =>
  zipOf([...relations, { name: main, content, ...more }]);
const good: ZipEntry = { name: main, content: wordXml(paragraph('Seen at home.')) };
const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('');
const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${times(12, (at) => `<!ENTITY ${'abcdefghijklm'[at + 1] ?? ''} "${`&${'abcdefghijklm'[at] ?? ''};`.repeat(10)}">`)}]>`;

function zip64(entries: bigint): Uint8Array {
  const file = Buffer.from(zipOf([...relations, good], { count: 0xffff }));
  const at = file.length - 22;
  const record = Buffer.alloc(76);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(entries, 32);
  record.writeUInt32LE(0x07064b50, 56);
  record.writeBigUInt64LE(BigInt(at), 64);
  return new Uint8Array(Buffer.concat([file.subarray(0, at), record, file.subarray(at)]));
}

/** Three parts of which each alone may be as large as it says. */
function largeTogether(): Uint8Array {
  const noise = Buffer.from(times(40_000, (at) => ` seen ${(at * 7919) % 9973} at home`));
  const text = Buffer.concat(Array.from({ length: 42 }, () => noise));
  const content = Buffer.concat([
    Buffer.from(wordXml('').replace('</w:body></w:document>', '')),
    text,
    Buffer.from('</w:body></w:document>'),
  ]);
  const large = [main, 'word/styles.xml', 'word/numbering.xml'].map((name) => ({ name, content }));
  return zipOf([...relations, ...large]);
}

function nested(levels: number): Uint8Array {
  let inner = zipOf([{ name: 'zeros', content: megabytes(1, 0) }]);
  for (let level = 0; level < levels; level += 1)
    inner = zipOf(Array.from({ length: 4 }, (_, at) => ({ name: `${at}.zip`, content: inner })));
  return inner;
}

const report = (name: string, bytes: () => Uint8Array, refusal: RegExp | null): Hostile => ({
  name: `Word: ${name}`,
  as: 'report',
  bytes,
  refusal,
});

/** Word files that unpack to far more than they are, nest, repeat, or are none. */
export const hostileWords: readonly Hostile[] = [
  report('90 MB of nothing, packed', () => word(megabytes(90)), /unpacks to more than 80 MB/u),
  report('90 MB that say to be 1 KB', () => word(megabytes(90), { says: 1000 }), /more than it says/u),
  report(
    '60 MB of nothing, packed',
    () => word(megabytes(60), { level: 6 }),
    /more than 250 times its size/u,
  ),
  report('three parts that are too large together', largeTogether, /unpacks to more than 80 MB/u),
  report(
    '6,000 parts',
    () =>
      zipOf([
        ...relations,
        good,
        ...Array.from({ length: 6000 }, (_, at) => ({ name: `${at}`, content: '' })),
      ]),
    /more than 5,000 parts/u,
  ),
  report(
    '65,535 parts that are not there',
    () => zipOf([...relations, good], { count: 65_534 }),
    /more than 5,000 parts/u,
  ),
  report('a trillion parts by its 64-bit list', () => zip64(1_000_000_000_000n), /more than 5,000 parts/u),
  report(
    'its list somewhere outside',
    () => zipOf([...relations, good], { start: 4_000_000_000 }),
    /damaged/u,
  ),
  report('a way of packing that nobody has', () => word('x', { method: 99 }), /damaged/u),
  report(
    'archives in archives in it',
    () => zipOf([...relations, good, { name: 'a.zip', content: nested(3) }]),
    null,
  ),
  report('an archive as its text', () => word(nested(2)), /damaged/u),
  report(
    'a picture that says to be 4 GB',
    () => zipOf([...relations, good, { name: 'a.png', content: 'x', says: 4_000_000_000 }]),
    null,
  ),
  report('entities that unfold to gigabytes', () => word(laughs + wordXml('&m;')), /XML entities/u),
  report(
    'an entity that is a file of this computer',
    () => word(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${wordXml('&a;')}`),
    /XML entities/u,
  ),
  report(
    'entities in its numbering',
    () => zipOf([...relations, good, { name: 'word/numbering.xml', content: `<!doctype x>${wordXml('')}` }]),
    /XML entities/u,
  ),
  report(
    'a million elements within each other',
    () => word(wordXml(times(1_000_000, (at) => `<w:p w:a="${at}">`))),
    /more than 256 deep/u,
  ),
  report(
    'a hundred tables within each other',
    () => word(wordXml('<w:tbl><w:tr><w:tc>'.repeat(100) + '</w:tc></w:tr></w:tbl>'.repeat(100))),
    /more than 256 deep/u,
  ),
  report(
    'a million elements beside each other',
    () => word(wordXml(times(1_000_000, (at) => `<w:p w:a="${at}"/>`))),
    /more than 400,000 pieces/u,
  ),
  report(
    'as many paragraphs as the longest reports have',
    () => word(wordXml(times(10_000, (at) => paragraph(`Seen ${at}`)))),
    null,
  ),
  report(
    'an element of 100,000 properties',
    () => word(wordXml(`<w:p ${times(100_000, (at) => `a${at}="" `)}/>`)),
    /more than 256 properties/u,
  ),
  report(
    'changes by 5,000 people',
    () =>
      word(
        wordXml(
          times(5000, (at) => `<w:p><w:ins w:author="${at}"><w:r><w:t>${at}</w:t></w:r></w:ins></w:p>`),
        ),
      ),
    /More than 60 people tracked changes/u,
  ),
  report(
    'long changes by 60 people',
    () =>
      word(
        wordXml(
          times(
            20_000,
            (at) => `<w:p><w:ins w:author="${at % 60}"><w:r><w:t>${at}</w:t></w:r></w:ins></w:p>`,
          ),
        ),
      ),
    /more than 500,000 lines/u,
  ),
  report(
    'ten thousand comments on the same words',
    () => word(wordXml(`<w:p>${times(10_000, (at) => `<w:commentRangeStart w:id="${at}"/>`)}</w:p>`)),
    /More than 50 comments/u,
  ),
  report(
    'a long note that is called 50,000 times',
    () =>
      zipOf([
        ...relations,
        {
          name: 'word/footnotes.xml',
          content: `<w:footnotes ${wordNames}><w:footnote w:id="1">${paragraph(times(2000, String))}</w:footnote></w:footnotes>`,
        },
        {
          name: main,
          content: wordXml(`<w:p>${'<w:r><w:footnoteReference w:id="1"/></w:r>'.repeat(50_000)}</w:p>`),
        },
      ]),
    /more than 60,000,000 letters/u,
  ),
  report(
    'a page that is put in 50,000 times',
    () =>
      zipOf([
        ...relations.filter(({ name }) => !name.includes('document')),
        { name: 'word/_rels/document.xml.rels', content: relationsXml([['aFChunk', 'a.txt']]) },
        { name: 'word/a.txt', content: times(2000, String) },
        { name: main, content: wordXml('<w:altChunk r:id="r1"/>'.repeat(50_000)) },
      ]),
    /more than 60,000,000 letters/u,
  ),
  report(
    'list numbers of a billion and 100,000 lists',
    () =>
      zipOf([
        ...relations,
        {
          name: 'word/numbering.xml',
          content: `<w:numbering ${wordNames}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="${'%1'.repeat(40)}"/></w:lvl></w:abstractNum>${times(90_000, (at) => `<w:num w:numId="${at}"><w:abstractNumId w:val="0"/></w:num>`)}</w:numbering>`,
        },
        {
          name: main,
          content: wordXml(
            times(
              5000,
              (at) =>
                `<w:p><w:pPr><w:numPr><w:numId w:val="${at}"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>`,
            ),
          ),
        },
      ]),
    null,
  ),
  report('a comment that never ends', () => word(`<!--${times(200_000, (at) => `${at} -`)}`), /damaged/u),
  report('text that never ends', () => word(wordXml(`<w:p><w:r><w:t>${times(500_000, String)}`)), /damaged/u),
  report('two bytes a letter', () => word(Buffer.from(wordXml(paragraph('Seen.')), 'utf16le')), /damaged/u),
  report('NUL bytes in its text', () => word(wordXml(paragraph('a\0'.repeat(1000)))), null),
  report('cut in its middle', () => zipOf([...relations, good]).slice(0, 150), /damaged/u),
  report(
    'noise after its mark',
    () => Uint8Array.from({ length: 300_000 }, (_, at) => [0x50, 0x4b, 3, 4][at] ?? (at * 7919) % 251),
    /damaged/u,
  ),
  report(
    'really a workbook',
    () => zipOf([{ name: 'xl/workbook.xml', content: '<workbook/>' }]),
    /not plain text/u,
  ),
  {
    name: 'Word: a table whose cells say to span a billion columns',
    as: 'table',
    bytes: () =>
      word(
        wordXml(
          `<w:tbl>${`<w:tr>${`<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${paragraph('a')}</w:tc>`.repeat(20)}</w:tr>`.repeat(50)}</w:tbl>`,
        ),
      ),
    refusal: null,
  },
  {
    name: 'Word: a PDF under another name',
    as: 'table',
    bytes: () => strToU8('%PDF-1.7\nnothing'),
    refusal: /not plain text/u,
  },
];
