import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { accountForCharacters } from './account-for-characters.ts';
import { readReport } from '../../../src/shared/report/read-report.ts';
import { splitPages } from '../../../src/main/documents/read-report-lines.ts';
import { frameworks } from './frameworks.ts';

const golden = new URL('golden/', import.meta.url);
const cases = readdirSync(golden).sort();

describe('golden reports, one a trap', () => {
  test('there are at least twenty', () => {
    expect(cases.length).toBeGreaterThanOrEqual(20);
  });

  test.each(cases)('%s', (name) => {
    const text = readFileSync(new URL(`${name}/source.txt`, golden), 'utf8');
    const expected: unknown = JSON.parse(readFileSync(new URL(`${name}/expected.json`, golden), 'utf8'));
    const read = readReport(splitPages(text), frameworks);
    if (!read.ok) throw new Error(read.error.message);
    const { headings, ...value } = read.value;
    expect(value).toEqual(expected);
    expect(value.facts).toEqual(expect.arrayContaining(headings.flatMap(({ lines }) => lines)));
    expect(accountForCharacters(text, read.value)).toMatchObject({ complete: true });
  });

  test.each(cases)('%s reads alike with CR LF and with spaces around its lines', (name) => {
    const text = readFileSync(new URL(`${name}/source.txt`, golden), 'utf8');
    const plain = readReport(splitPages(text), frameworks);
    expect(readReport(splitPages(text.replaceAll('\n', '\r\n')), frameworks)).toEqual(plain);
    expect(readReport(splitPages(text.replaceAll('\n', '  \n  ')), frameworks)).toEqual(plain);
  });
});
