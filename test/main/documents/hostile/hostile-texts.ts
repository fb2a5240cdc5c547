import type { Hostile } from './zip-of.ts';

const filled = (megabytes: number, text: string): Uint8Array =>
  new Uint8Array(Buffer.alloc(megabytes * 1_000_000, text));
const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const joined = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));

const hostile =
  (as: Hostile['as']) =>
  (name: string, bytes: () => Uint8Array, refusal: RegExp | null): Hostile => ({
    name: `${as === 'table' ? 'CSV' : 'text'}: ${name}`,
    as,
    bytes,
    refusal,
  });
const table = hostile('table');
const report = hostile('report');

/** Tables and reports as text that have no end, no shape or no letters. */
export const hostileTexts: readonly Hostile[] = [
  table('one line of 90 MB', () => filled(90, 'a'), /larger than 60 MB/u),
  table('one line of 50 MB', () => joined('Note,Date\n', filled(50, 'a')), /longer than 1,000,000 letters/u),
  table('one note of 30 MB', () => filled(30, 'seen\n'), /longer than 1,000,000 letters/u),
  table('a million columns', () => filled(1, ','), /more than 1,000 columns/u),
  table('fifty million columns', () => filled(50, ';'), /more than 1,000 columns/u),
  table(
    'columns behind quoted line ends',
    () => joined('a,b\n', filled(8, '"\n",')),
    /more than 1,000 columns/u,
  ),
  table(
    'lines that end in another way than the first',
    () => joined('a,b\r', filled(8, 'c,d\n')),
    /more than 1,000 columns/u,
  ),
  table(
    'a quotation mark that is never closed',
    () => joined('a,b\n"', filled(40, 'c,d\n')),
    /longer than 1,000,000 letters/u,
  ),
  table('40 MB of quotation marks', () => joined('a,b\n', filled(40, '"')), /longer than 1,000,000 letters/u),
  table('55 MB of line ends', () => filled(55, '\n'), /no text/u),
  table(
    'a header above 50 MB of line ends',
    () => joined('a,b\n', filled(50, '\n')),
    /more than 100,000 rows|no table/u,
  ),
  table('200,000 rows', () => joined('a,b\n', filled(1, 'c,d\n')), /more than 100,000 rows/u),
  table('500,000 notes', () => filled(3, 'seen\n\n'), /more than 100,000 rows/u),
  table(
    'six million cells',
    () => joined('a,b\n', filled(12, `${'c,'.repeat(799)}c\n`)),
    /more than 5,000,000 cells/u,
  ),
  table(
    'two encodings in 700,000 lines',
    () => joined('Zoë,b\n', filled(3, 'c,d\n'), Uint8Array.of(0x92, 0x0a)),
    /more than 500,000 lines/u,
  ),
  table('NUL bytes', () => joined('a,b\n', filled(5, '\0')), /not plain text/u),
  table(
    'two bytes a letter and no mark',
    () => new Uint8Array(Buffer.from('Note,Date\nSeen,1\n'.repeat(9000), 'utf16le')),
    /not plain text/u,
  ),
  table(
    'half a letter of two bytes',
    () => joined(Uint8Array.of(0xff, 0xfe), filled(1, 'a'), 'b'),
    /could not be read as UTF-8/u,
  ),
  report('19 MB of line ends', () => joined('a', filled(19, '\n')), /more than 500,000 lines/u),
  report('19 MB of page ends', () => joined('a', filled(19, '\f')), /more than 500,000 lines/u),
  report('one line of 19 MB', () => filled(19, 'a'), /no title|took longer/u),
  report('19 MB of spaces and a letter', () => joined(filled(19, ' '), 'a'), /no title|took longer/u),
  report('a web page', () => utf8(`<!doctype html>${'<p>'.repeat(100_000)}`), /web page/u),
  report('letters of no alphabet', () => filled(2, '\u0001'), /not plain text/u),
  report('headings that never end', () => filled(3, 'Inspection dates: '), null),
  report('50,000 numbered lines that break off', () => filled(1, '10. Text that\n'), /no title|took longer/u),
];
