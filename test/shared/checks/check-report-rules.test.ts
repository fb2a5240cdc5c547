import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';
import { checkReportRules } from '../../../src/shared/checks/check-report-rules.ts';
import type { CheckedReport, ReportFinding } from '../../../src/shared/checks/report-finding.ts';

function frameworkOf(name: string): Framework {
  const file = join(import.meta.dirname, '..', '..', '..', 'resources', 'frameworks', `${name}.json`);
  const read = checkFramework(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.ok) throw new Error(name);
  return read.framework;
}
const ilacs = frameworkOf('ilacs-2026');
const homes = frameworkOf('sccif-childrens-homes');

function report(text: string, more: Partial<CheckedReport> = {}, section = 'leaders'): CheckedReport {
  return {
    sections: [{ id: section, title: 'A section', text }],
    provider: 'Northmere',
    notes: [],
    points: [],
    grades: {},
    allowed: [],
    ...more,
  };
}

/** Kind, weight and words of everything found. */
function found(checked: CheckedReport, framework: Framework = ilacs): readonly string[] {
  return checkReportRules(checked, framework).map(({ kind, weight, words }) => `${kind} ${weight}: ${words}`);
}

describe('identifiers', () => {
  it.each([
    ['Workers say that Kwame Mensah is seen.', 'name rule: Kwame Mensah'],
    ['The child was born on 12 May 2014 in care.', 'date-of-birth rule: born on 12 May 2014'],
    ['The date of birth: 12/05/2014 stood there.', 'date-of-birth rule: date of birth: 12/05/2014'],
    ['Seen in case number 1234567 again.', 'case-number rule: case number 1234567'],
    ['They live at 14 Mill Lane now.', 'address suggestion: 14 Mill Lane'],
    ['The home is in AB1 2CD today.', 'address suggestion: AB1 2CD'],
    ['In one case a 14-year-old girl waited.', 'rare-detail suggestion: a 14-year-old girl'],
    ['Young people use the Kindle Outreach team often.', 'place suggestion: Kindle Outreach'],
  ])('are asked after: %s', (text, expected) => {
    expect(found(report(text))).toContain(expected);
  });

  it.each([
    'Ofsted saw Northmere in October 2026, and 16- and 17-year-old children were heard.',
    'In 2025 and 2026 there were 1,204 contacts, 94% within a day.',
  ])('are none here: %s', (text) => {
    expect(found(report(text))).toEqual([]);
  });

  it('are rules where the framework forbids them, addresses and places in a children’s home among them', () => {
    expect(found(report('They live at 14 Mill Lane now.', {}, 'protection'), homes)).toContain(
      'address rule: 14 Mill Lane',
    );
  });

  it('are not asked after again once somebody said that they are none', () => {
    const text = 'Workers say that Kwame is seen.';
    expect(found(report(text, { allowed: ['kwame'] }))).toEqual([]);
  });

  it('are one question for the same words in a section, with its count and its first place', () => {
    const text = 'Workers say that Kwame is seen. Later they met Kwame again.';
    const [only] = checkReportRules(report(text), ilacs);
    expect([only?.times, text.slice(only?.from, only?.to)]).toEqual([2, 'Kwame']);
  });
});

describe('words of an evidence note', () => {
  it('are found from eight in a row on, however they are parted', () => {
    const notes = [
      { code: 'IN-004', text: 'She told me what would happen next, and then it really did happen.' },
    ];
    const [only] = checkReportRules(
      report('A child said: “told me what would happen\nnext, and then it did”.', { notes }),
      ilacs,
    ).filter((rule) => rule.kind === 'words-of-a-note');
    expect(only?.words).toBe('told me what would happen next, and then it');
    expect(found(report('told me what would happen', { notes }))).toEqual([]);
  });
});

describe('limits', () => {
  const paragraphs = (count: number): string =>
    Array.from({ length: count }, () => 'Children are seen. They are heard well.').join('\n\n');

  it.each([
    [5, ['“A section” has 5 paragraphs; the framework asks for 6 to 8 paragraphs.']],
    [6, []],
    [9, ['“A section” has 9 paragraphs; the framework asks for 6 to 8 paragraphs.']],
  ])('on paragraphs: %i', (count, reasons) => {
    const all: readonly ReportFinding[] = checkReportRules(
      report(paragraphs(count), {}, 'protection'),
      homes,
    );
    expect(all.map(({ reason }) => reason)).toEqual(reasons);
  });

  it('on sentences of a paragraph', () => {
    const text = `${paragraphs(5)}\n\nOne alone here.`;
    const all = checkReportRules(report(text, {}, 'protection'), homes);
    expect(all.map(({ reason }) => reason)).toEqual([
      'Paragraph 6 has 1 sentence; the framework asks for 2 to 3 a paragraph.',
    ]);
  });
});

describe('words against the grade, and names of areas', () => {
  it.each([
    ['The service was judged to be inadequate.', 'good', ['grade-words rule: judged to be inadequate']],
    ['Visits are inadequate for some.', 'good', ['grade-words suggestion: inadequate']],
    ['Visits are inadequate for some.', 'inadequate', []],
    ['Plans are good.', 'requires-improvement', []],
    ['The overall effectiveness is clear.', 'good', ['area-name suggestion: overall effectiveness']],
  ])('%s, graded %s', (text, grade, expected) => {
    expect(found(report(text, { grades: { leaders: grade } }))).toEqual(expected);
  });
});

describe('points of what needs to improve', () => {
  const point = { id: 'p1', text: 'The timeliness of strategy discussions', notes: 1 };

  it.each([
    ['can be traced', point, 'Strategy discussions are late; timeliness slipped.', []],
    [
      'names no note',
      { ...point, notes: 0 },
      'Strategy discussions are late; timeliness slipped.',
      ['This point names no evidence note.'],
    ],
    [
      'is spoken of nowhere',
      point,
      'Homes suit them.',
      ['This point is about what no section of the report speaks of.'],
    ],
  ])('%s', (_why, one, text, expected) => {
    expect(checkReportRules(report(text, { points: [one] }), ilacs).map(({ reason }) => reason)).toEqual(
      expected,
    );
  });
});

describe('certainty', () => {
  it.each([
    ['This appears to help.', 'hedge suggestion: appears to'],
    ['Children are always seen.', 'absolute suggestion: always'],
  ])('%s', (text, expected) => {
    expect(found(report(text))).toContain(expected);
  });
});
