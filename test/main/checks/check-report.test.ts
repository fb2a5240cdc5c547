import { expect, it } from 'vitest';
import { checkReport } from '../../../src/main/checks/check-report.ts';
import { checksIn } from '../../../src/main/composition/compose-ports.ts';
import type { CheckedReport, ReportFinding } from '../../../src/shared/checks/report-finding.ts';
import { workerSources } from '../running-scope.ts';

const report = (text: string): CheckedReport => ({
  sections: [{ id: 'leaders', title: 'Leaders', text }],
  provider: '',
  notes: [],
  points: [],
  grades: {},
  allowed: [],
});
const names = (found: readonly ReportFinding[]): readonly string[] =>
  found.filter(({ kind }) => kind === 'name').map(({ words }) => words);

it('asks after people first, then what is unknown, then what merely begins a sentence, and drops none', async () => {
  const found = await checkReport(
    report('Quixotically it rained. Workers met Zorblatt there. They say that Siobhan was seen.'),
    null,
  );
  expect(names(found)).toEqual(['Siobhan', 'Zorblatt', 'Quixotically']);
});

it('offers a simpler word with where it stands, and says no word of the library’s own', async () => {
  const text = 'Leaders utilise what they have.';
  const [only] = (await checkReport(report(text), null)).filter(({ kind }) => kind === 'simpler-word');
  expect([text.slice(only?.from, only?.to), only?.instead, only?.reason]).toEqual([
    'utilise',
    ['use'],
    'A simpler word says the same.',
  ]);
});

it('gives the same in its worker, and goes on after work that failed', async () => {
  const check = checksIn(workerSources.checks);
  const text = 'Leaders utilise what Kwame has.';
  expect(await check(report(text), null)).toEqual(await checkReport(report(text), null));
  await expect(
    check({ ...report(text), sections: undefined } as unknown as CheckedReport, null),
  ).rejects.toThrow();
  expect(names(await check(report(text), null))).toEqual(['Kwame']);
});
