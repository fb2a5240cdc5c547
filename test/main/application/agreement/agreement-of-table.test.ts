import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stopJob } from '../../../../src/main/application/session/run-job.ts';
import { services } from '../../../../src/main/composition/calls.ts';
import type { CoefficientName } from '../../../../src/shared/agreement/coefficients.ts';
import { excelOf } from '../../documents/evidence-fixtures.ts';
import { need, ownFolder, run } from '../../running-scope.ts';

const own = ownFolder();
const running = run(join(own.path, 'profile'));
const { scope, app } = running;
afterAll(() => {
  app.release();
  own.remove();
});

async function grantOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(own.path, name);
  writeFileSync(path, content);
  return (await app.grants.grantFile(path)).grant;
}

/** 2 by 2 of Cohen's kappa: 6 and 5 units that agree, 2 and 1 that do not; (11/14 - 1/2) / (1 - 1/2) = 4/7. */
const table: readonly (readonly [count: number, ann: number, ben: number])[] = [
  [6, 1, 1],
  [2, 1, 2],
  [1, 2, 1],
  [5, 2, 2],
];
const pairs = table.flatMap(([count, ann, ben]) => Array.from({ length: count }, () => [ann, ben]));
const numbered = pairs.map((pair, at) => [80_418 + at, ...pair]);

describe('agreement of a table that somebody has', () => {
  const text = (rows: readonly (readonly unknown[])[], sign: string): string =>
    rows.map((row) => row.join(sign)).join('\n');
  const words = (rank: number): string => (rank === 1 ? 'Good' : 'Outstanding');
  it.each<[string, string, string | Uint8Array, string]>([
    [
      'a column of numbers of units',
      'urn.csv',
      text([['URN', 'Ann', 'Ben'], ...numbered], ','),
      '“URN” names',
    ],
    ['semicolons, as a spreadsheet saves them', 'a.csv', text([['Ann', 'Ben'], ...pairs], ';'), 'semicolons'],
    [
      'grades in words',
      'w.csv',
      text([['Ann', 'Ben'], ...pairs.map((pair) => pair.map(words))], ','),
      'commas',
    ],
    ['a workbook', 'a.xlsx', excelOf([['Unit', 'Ann', 'Ben'], ...numbered]), '“Unit” names'],
    ['a matrix of JSON', 'a.json', JSON.stringify(pairs), ''],
  ])('has two raters and the kappa of its grades: %s', async (_, name, content, reading) => {
    const view = need(
      await services.agreementOfTable(scope, { file: await grantOf(name, content), seed: 7 }),
    );
    expect(view).toMatchObject({ file: name, seed: 7, agreement: { units: 14, raters: 2, missing: 0 } });
    expect(view.raters).toHaveLength(2);
    expect(view.reading.join(' ')).toContain(reading);
    const { 'cohen.plain': kappa, 'krippendorff.ordinal': ordinal } = view.agreement.coefficients;
    expect(kappa.computable && kappa.value).toBeCloseTo(4 / 7, 12);
    expect(ordinal.computable).toBe(true);
    const interval = view.agreement.intervals['cohen.plain'];
    expect(interval?.low).toBeLessThan(4 / 7);
    expect(interval?.high).toBeGreaterThan(4 / 7);
  });

  it('says nothing of an order that the words have not, and why', async () => {
    const file = await grantOf('colours.csv', 'A,B\nred,red\nred,blue\nblue,blue\n#N/A,blue\n');
    const { agreement, words: known } = need(await services.agreementOfTable(scope, { file, seed: 1 }));
    const computable = (name: CoefficientName): boolean => agreement.coefficients[name].computable;
    expect([known.toSorted(), agreement.missing]).toEqual([['blue', 'red'], 1]);
    expect([computable('fleiss'), computable('krippendorff.ordinal')]).toEqual([true, false]);
    expect(
      agreement.notComputable.find(({ coefficient }) => coefficient === 'cohen.quadratic')?.why,
    ).toContain('no order');
  });

  it.each([
    ['prose.csv', 'text\nhello\n', 'At least two columns of grades'],
    ['both.csv', 'A,B\n1,good\n2,good\n', 'Numbers and words'],
    ['long.csv', 'unit,A,B\nx,1,2\ny,1,2,3\n', 'Row 3 has more cells'],
    ['broken.json', '[[1, 2], [', 'no JSON matrix'],
  ])('is refused in words: %s', async (name, content, said) => {
    const measured = await services.agreementOfTable(scope, { file: await grantOf(name, content), seed: 1 });
    expect(measured).toMatchObject({ ok: false, error: { code: 'unreadable' } });
    expect(measured.ok ? '' : measured.error.message).toContain(said);
  });

  it('stops where somebody stops it', async () => {
    const file = await grantOf('stop.csv', text([['Ann', 'Ben'], ...pairs], ','));
    const send = (): void => stopJob(scope, 'agreement');
    const stopping = { ...scope, ports: { ...scope.ports, windows: { ...scope.ports.windows, send } } };
    const measured = await services.agreementOfTable(stopping, { file, seed: 1 });
    expect(measured).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});
