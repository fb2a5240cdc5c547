import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import { checkHeldRules } from '../../../src/shared/gates/report-checks-gate.ts';
import { checkReportRules } from '../../../src/shared/checks/check-report-rules.ts';
import type { CheckedReport } from '../../../src/shared/checks/report-finding.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'resources', 'frameworks');
const frameworks = readdirSync(folder).flatMap((name) => {
  const read = checkFramework(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  return read.ok ? [read.framework] : [];
});

/** Pieces of texts in which every check finds something, and words that are ordinary once a note writes them small. */
const piece = fc.constantFrom(
  'Workers say that Kwame Mensah is seen.',
  'The child was born on 12 May 2014 in care.',
  'Seen in case number 1234567 again.',
  'They live at 14 Mill Lane now.',
  'Young people use the Kindle Outreach team often.',
  'Visits to Kindle house and to Outreach are good.',
  'Leaders are outstanding and the service is inadequate.',
  'we use the kindle for outreach',
  'Mill lane is near Kindle Team House.',
  '\n\n',
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' '));
const report = fc.record({
  sections: fc
    .tuple(text, text)
    .map((texts) => texts.map((words, at) => ({ id: `s-${at}`, title: `Section ${at}`, text: words }))),
  provider: fc.constantFrom('Northmere', 'Kindle'),
  notes: fc.array(
    text.map((words) => ({ code: 'ST-001', text: words })),
    { maxLength: 3 },
  ),
  points: fc.constant([]),
  grades: fc.constant({}),
  allowed: fc.constantFrom([], ['kindle']),
}) satisfies fc.Arbitrary<CheckedReport>;

describe('what a report is held against', () => {
  it('is every rule among the findings that is no possible name, in their order', () => {
    let found = 0;
    fc.assert(
      fc.property(report, fc.constantFrom(...frameworks), (checked, framework) => {
        const held = checkReportRules(checked, framework).filter(
          (rule) => rule.weight === 'rule' && rule.kind !== 'name',
        );
        found += held.length;
        expect(checkHeldRules(checked, framework)).toEqual(held);
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(100);
  });
});
