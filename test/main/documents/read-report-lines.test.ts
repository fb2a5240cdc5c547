import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { barePdf, trackedWord } from './report-fixtures.ts';
import { packageOf, usualRelations, wordFile } from './word-package.ts';
import { readReportLines } from '../../../src/main/documents/read-report-lines.ts';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

describe('a file to import', () => {
  it('is text where nothing says otherwise, with form feeds as pages', async () => {
    expect(await readReportLines(text('a\n\f\nb'))).toMatchObject({
      ok: true,
      value: {
        source: {
          lines: [
            { page: 1, line: 1, text: 'a' },
            { page: 1, line: 2, text: '' },
            { page: 2, line: 3, text: 'b' },
          ],
        },
      },
    });
    const old = await readReportLines(Uint8Array.of(0x61, 0x92, 0x73, 0x20, 0x61, 0x62, 0x63));
    expect(old).toMatchObject({ ok: true, value: { warnings: [{ code: 'assumed-windows-1252' }] } });
  });

  it('is told by what it holds and not by its name, and refused with words for what is wrong', async () => {
    const tracked = await trackedWord();
    const cases: readonly (readonly [string, Uint8Array, string])[] = [
      ['empty', new Uint8Array(), 'empty'],
      ['a web page named .pdf', text('<!doctype html><html><body>Not found</body></html>'), 'html'],
      ['a PDF behind a password', barePdf(true), 'password'],
      ['a PDF of pictures only', barePdf(false), 'scanned'],
      ['a PDF cut short', barePdf(false).slice(0, 60), 'damaged'],
      ['a PDF of noise', text('%PDF-1.7\nnothing of the kind'), 'damaged'],
      ['an old or protected Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'old-word'],
      ['a Word file cut short', tracked.slice(0, tracked.length / 2), 'damaged'],
      ['a zip of something else', zipSync({ 'a.txt': strToU8('hello') }), 'binary'],
      [
        'a Word file with entities',
        packageOf({ ...usualRelations, 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>' }),
        'bound',
      ],
      ['a Word file without words', wordFile('<w:p/>'), 'empty'],
      ['a file of 21 MB', new Uint8Array(21 * 1024 * 1024), 'too-large'],
    ];
    const found: string[] = [];
    for (const [name, bytes] of cases) {
      const read = await readReportLines(bytes);
      found.push(`${name}: ${read.ok ? 'read' : read.error.code}`);
      if (!read.ok) expect(read.error.message).toContain('Nothing was imported and the file is unchanged.');
    }
    expect(found).toEqual(cases.map(([name, , code]) => `${name}: ${code}`));
  });
});

describe('a Word file with tracked changes', () => {
  it('stands before any, and after each author in turn, with its comments on their words', async () => {
    const read = await readReportLines(await trackedWord());
    if (!read.ok) throw new Error(read.error.message);
    const said = (lines: readonly { text: string }[]): string =>
      lines
        .map((line) => line.text)
        .filter((line) => line !== '')
        .slice(3)
        .join(' ');
    expect(said(read.value.source.lines)).toBe(
      'Plans are mostly clear for children who wait longest. Visits are regular.',
    );
    expect(read.value.tracked.map(({ author, source }) => [author, said(source.lines)])).toEqual([
      ['Jane Roe', 'Plans are sometimes clear for children who wait longest. Visits are regular.'],
      [
        'Tom Hale',
        'Plans are sometimes clear for children who wait longest. Visits are regular in all teams seen.',
      ],
    ]);
    expect(read.value.comments.map(({ author, text: said, quote }) => [author, said, quote])).toEqual([
      ['Tom Hale', 'Is this the figure for the whole year?', 'wait longest'],
      ['Jane Roe', 'Check against the audit.', 'Visits are regular'],
    ]);
  });
});
