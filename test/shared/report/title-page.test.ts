import { describe, expect, it, test } from 'vitest';
import { accountForCharacters } from './account-for-characters.ts';
import { frameworks } from './frameworks.ts';
import { splitPages } from '../../../src/main/documents/read-report-lines.ts';
import { isMarking } from '../../../src/shared/report/marking-line.ts';
import { readReport } from '../../../src/shared/report/read-report.ts';
import type { ImportedReport } from '../../../src/shared/report/imported-report.ts';

const labelled =
  'Inspection dates: 4 to 15 November 2024\nLead inspector: Sam Sample, His Majesty’s Inspector\n';
const titled = `Inspection of Anywhere local authority\nchildren’s services\n${labelled}Services have improved.\n`;
const untitled = `Inspection of children’s social care services\n${labelled}Services have improved.\n`;

function read(text: string): ImportedReport {
  const report = readReport(splitPages(text), frameworks);
  if (!report.ok) throw new Error(report.error.message);
  expect(accountForCharacters(text, report.value)).toMatchObject({ complete: true });
  return report.value;
}

const markings = [
  'OFFICIAL',
  'OFFICIAL – SENSITIVE',
  'OFFICIAL-SENSITIVE',
  'OFFICIAL-SENSITIVE [PERSONAL]',
  'OFFICIAL: SENSITIVE - COMMERCIAL',
  'Official Sensitive: Personal',
  '*** OFFICIAL ***',
  'RESTRICTED',
  'RESTRICTED – INSPECTION',
  'Restricted: staff',
  'CONFIDENTIAL',
  'Private and confidential',
  'Strictly confidential',
  'NOT PROTECTIVELY MARKED',
  'In confidence',
  'EMBARGOED UNTIL 9.30AM ON 6 JANUARY 2025',
  'Embargo: 00:01 Monday 6 January 2025',
  'STRICTLY EMBARGOED',
  'Not for publication',
  'Draft',
  'DRAFT',
  'D R A F T',
  'Draft. Not final.',
  'Draft report',
  'DRAFT v0.3',
  'Draft – for factual accuracy check',
  'Draft for comment by 4 December 2024',
  'Final version',
  'Pre-publication copy',
  'RECEIVED 12 NOV 2024',
  'Received: 12/11/2024 09:40',
  'COPY',
];

describe('markings above a title', () => {
  test.each(markings)('“%s” is no provider and no text', (marking) => {
    for (const body of [titled, untitled.replace('Inspection', 'Northmere County Council\nInspection')]) {
      const { provider, furniture, title, warnings } = read(`${marking}\n${body}`);
      expect(provider).toBe(body === titled ? 'Anywhere' : 'Northmere County Council');
      expect(title).toMatch(/^Inspection of/u);
      expect(furniture).toMatchObject([{ line: 1, text: marking, furniture: 'marking' }]);
      expect(warnings.filter(({ code }) => code === 'not-placed' || code === 'provider-not-read')).toEqual(
        [],
      );
    }
  });

  test.each([
    'confidential',
    'Confidential records are kept apart.',
    'Official visits are made each month.',
    'Draft plans are shared with families',
    'Restricted contact is arranged well.',
    'Children’s services',
    'Westmoor',
    'Received wisdom',
    'Finally',
    'Personal advisers',
    'Copying',
    'approved.',
  ])('“%s” is no marking', (text) => {
    expect(isMarking(text)).toBe(false);
  });
});

describe('what else stands above a title', () => {
  test.each<[string, string, string | null]>([
    ['a crest’s words', 'Ofsted\nraising standards\nimproving lives', null],
    ['an inspectorate', 'Care Inspectorate', null],
    ['a date', '6 January 2025', null],
    ['a day in words', 'Monday 6 January 2025', null],
    ['an address', 'Agora\n6 Cumberland Place\nNottingham NG1 6HJ', null],
    ['a telephone', 'T 0300 123 1231', null],
    [
      'an authority, a date and an address',
      'Northmere County Council\nCounty Hall, High Street\n6 January 2025',
      'Northmere County Council',
    ],
    ['a plain name', 'Westmoor', 'Westmoor'],
    ['a plain name and a marking', 'Westmoor\nDraft. Not final.', 'Westmoor'],
    [
      'a name over two lines',
      'London Borough of\nRichmond upon Thames',
      'London Borough of Richmond upon Thames',
    ],
    ['two plain names', 'Westmoor\nAldermoor', null],
  ])('%s: the title’s own name stands, and else what reads as an authority’s', (_name, above, provider) => {
    expect(read(`${above}\n${titled}`).provider).toBe('Anywhere');
    const { provider: found, warnings } = read(`${above}\n${untitled}`);
    expect(found).toBe(provider);
    expect(warnings.some(({ code }) => code === 'provider-not-read')).toBe(provider === null);
  });

  it('warns of each line that states nothing, and a label names the provider', () => {
    const { warnings } = read(`6 January 2025\n${titled}`);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'not-placed', text: '6 January 2025' }));
    expect(read(`Draft. Not final.\nLocal authority: Westmoor\n${untitled}`).provider).toBe('Westmoor');
  });
});

describe('whose services a title page is about', () => {
  test.each([
    [
      'a name below a title that names services alone',
      'Inspection of children’s social care services\nTower Hamlets',
      'Tower Hamlets',
    ],
    [
      'the same with "in" between',
      'Inspection of local authority children’s services in Milton Keynes',
      'Milton Keynes',
    ],
    [
      'a name above it that begins as an address ends',
      'Tower Hamlets\nInspection of children’s social care services',
      'Tower Hamlets',
    ],
    ['an address above it', 'Civic Centre\nInspection of children’s social care services', null],
    ['an address below it', 'Inspection of children’s social care services\nSkimmed Hill House', null],
    [
      'words below it that papers have',
      'Inspection of children’s social care services\nSummary version',
      null,
    ],
    [
      'what paper it is, above a name',
      'Local area partnership report\nInspection of Northmere Local Area Partnership',
      'Northmere',
    ],
    [
      'what paper it is, above a title alone',
      'Area SEND inspection report\nNorthmere County Council\nInspection of children’s services',
      'Northmere County Council',
    ],
  ])('%s', (_name, title, provider) => {
    const report = read(`${title}\n${labelled}Services have improved.\n`);
    expect(report.provider).toBe(provider);
    const paper = title.split('\n').find((line) => line.endsWith('report'));
    expect(report.warnings.filter(({ text }) => text !== null && text === paper)).toEqual([]);
  });
});
