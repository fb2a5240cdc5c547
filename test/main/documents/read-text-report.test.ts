import { describe, expect, test } from 'vitest';
import { largestReport, readTextReport } from '../../../src/main/documents/read-text-report.ts';

const words = 'Children’s services – decision\uFFFEmaking.\n';
const utf8 = new TextEncoder().encode(words);

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, little);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), little);
  return bytes;
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => (character === '’' ? 0x92 : character.charCodeAt(0)));
}

describe('understood', () => {
  test.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with its mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8), 'utf-8'],
    ['UTF-16 LE with its mark', utf16(words, true), 'utf-16le'],
    ['UTF-16 BE with its mark', utf16(words, false), 'utf-16be'],
  ])('%s', (_name, bytes, encoding) => {
    expect(readTextReport(bytes)).toEqual({ ok: true, value: { text: words, encoding, warnings: [] } });
  });

  test('Windows-1252, with a warning', () => {
    const read = readTextReport(latin('Children’s services at the café'));
    expect(read).toMatchObject({
      ok: true,
      value: {
        text: 'Children’s services at the café',
        encoding: 'windows-1252',
        warnings: [{ code: 'assumed-windows-1252' }],
      },
    });
  });
});

const zip = Uint8Array.of(0x50, 0x4b, 0x03, 0x04, ...utf8);
const foreign = Uint8Array.from({ length: 400 }, (_, at) => 0xc0 + (at % 60));

describe('refused, with words', () => {
  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['white space', new TextEncoder().encode(' \n\f\r\n\t'), 'empty'],
    ['only a mark', Uint8Array.of(0xef, 0xbb, 0xbf), 'empty'],
    ['over 20 MB', new Uint8Array(largestReport + 1).fill(0x61), 'too-large'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7\nwords'), 'binary'],
    ['a Word file', zip, 'binary'],
    ['NUL bytes', Uint8Array.of(0x61, 0, 0x62), 'binary'],
    ['NUL in UTF-16', utf16('a\0b', true), 'binary'],
    ['control bytes', new Uint8Array(500).fill(0x07), 'binary'],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0), 'undecodable'],
    ['half a pair in UTF-16', utf16('a\uD800b', true), 'undecodable'],
    ['an odd byte in UTF-16', utf16('ab', true).subarray(0, 5), 'undecodable'],
    ['bytes Windows-1252 lacks', Uint8Array.of(...latin('caf\u00e9 '), 0x81, 0x61), 'undecodable'],
    ['mostly bytes beyond ASCII', foreign, 'undecodable'],
    ['a broken character after a UTF-8 mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xe9), 'undecodable'],
    ['a web page', new TextEncoder().encode('\n<!DOCTYPE html>\n<html><body>Report</body></html>'), 'html'],
    ['a web page after a comment', new TextEncoder().encode('<!-- saved --><html lang="en">'), 'html'],
  ])('%s', (_name, bytes, code) => {
    const read = readTextReport(bytes);
    expect(read).toMatchObject({ ok: false, error: { code } });
    if (!read.ok)
      expect(read.error.message).toMatch(/^The .*\. Nothing was imported and the file is unchanged\. \S/u);
  });

  test('20 MB exactly is read', () => {
    const read = readTextReport(new Uint8Array(largestReport).fill(0x61));
    expect(read.ok).toBe(true);
  });
});
