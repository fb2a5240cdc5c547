import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ownFolder, workerSources } from '../running-scope.ts';
import { auditCommand } from '../../../src/main/commands/audit-command.ts';
import { statisticsCommand } from '../../../src/main/commands/statistics-command.ts';

const own = ownFolder();
afterAll(own.remove);
const place = {
  root: join(import.meta.dirname, '..', '..', '..'),
  profile: join(own.path, 'cli'),
  version: '0.0.0',
  workers: workerSources,
};
const file = (name: string, text: string): string => {
  writeFileSync(join(own.path, name), text);
  return join(own.path, name);
};
const said = (figure: string, options = {}, table?: string): ReturnType<typeof statisticsCommand> =>
  statisticsCommand(place, figure, table, { level: '0.95', ...options });

describe('statistics FIGURE', () => {
  it('says a share with every interval, and those of a population', async () => {
    const { json, lines } = await said('interval', { of: '60', agree: '60', population: '101' });
    expect(json).toMatchObject({ share: 1, finite: { least: 98, most: 101 }, sides: 2 });
    expect(lines).toContain('Of 101, between 98 and 101.');
  });

  it('says the most failures there can be, and how many to look at', async () => {
    const bound = await said('bound', { population: '153', sample: '30', failures: '1' });
    expect(bound.json).toMatchObject({ most: 21, sides: 1 });
    expect((await said('sample-size', { share: '0.05', population: '1000' })).json).toMatchObject({ n: 57 });
    expect((await said('sample-size', { share: '0.05', failures: '2' })).json).toMatchObject({ n: 124 });
  });

  it('tests a table of transitions, its first row too', async () => {
    const table = file('moves.csv', '21,3,1,0\n24,27,7,5\n2,23,14,7\n0,10,9,2\n');
    const { json } = await said('transitions', {}, table);
    expect(json).toMatchObject({ n: 155, up: 68, down: 23, same: 64, stuartMaxwell: { df: 3 } });
  });

  it('says how severe raters are, by their names, or that they cannot be compared', async () => {
    const linked = file('linked.csv', 'case,Ann,Bo\na,1,2\nb,2,3\nc,3,5\n');
    expect((await said('severity', {}, linked)).json).toMatchObject({
      connected: true,
      effects: { Ann: expect.closeTo(-2 / 3, 9) as number, Bo: expect.closeTo(2 / 3, 9) as number },
    });
    const apart = file('apart.csv', 'case,Ann,Bo,Cy,Di\na,1,2,,\nb,2,3,,\nc,,,5,4\n');
    const { json, lines } = await said('severity', {}, apart);
    expect(json).toMatchObject({
      connected: false,
      islands: [
        ['Ann', 'Bo'],
        ['Cy', 'Di'],
      ],
      phi: null,
    });
    expect(lines).toContain('These are not comparable with each other: Ann, Bo | Cy, Di.');
  });

  it('weighs strata, shares a sample out to them, and says how long a sum takes to notice', async () => {
    const strata = file('strata.csv', '300,30,1\n100,20,4\n50,15,6\n');
    expect((await said('strata', {}, strata)).json).toMatchObject({
      share: expect.closeTo(1 / 9, 9) as number,
      strata: [{ size: 300 }, { most: expect.any(Number) as number }, { failures: 6 }],
    });
    const sizes = file('sizes.csv', '300\n100\n50\n');
    expect((await said('allocation', { total: '45' }, sizes)).json).toEqual({ drawn: [30, 10, 5] });
    const steps = file('steps.csv', '1,0.5\n-9,0.5\n');
    expect((await said('run-length', { reference: '0', limit: '3', unit: '1' }, steps)).json).toMatchObject({
      above: expect.closeTo(14, 9) as number,
    });
  });

  it.each([
    ['strata', '10,11,0\n', {}, 'is no table of strata'],
    ['strata', 'a,b,c\n', {}, 'is no table of strata'],
    ['allocation', '10,2\n', { total: '3' }, 'is no table of strata'],
    ['run-length', '1,0.5\n', { limit: '3' }, 'do not add up to 1'],
    ['run-length', '1,1\n', {}, '--limit and --unit'],
  ])('%s of %j is refused in words', async (figure, text, options, words) => {
    await expect(said(figure, options, file('wrong.csv', text))).rejects.toThrow(words);
  });

  it.each([
    ['mean', {}, 'There is no figure mean'],
    ['interval', { of: '10' }, '--agree is missing.'],
    ['interval', { of: '10', agree: '11' }, '--agree is a whole number from 0 to 10, not 11.'],
    [
      'interval',
      { of: '10', agree: '1', population: '9' },
      '--population cannot be smaller than the 10 looked at.',
    ],
    [
      'bound',
      { population: '10', sample: '1', failures: '-1' },
      '--failures is a whole number from 0 to 1, not -1.',
    ],
    ['sample-size', { share: '5' }, '--share is more than 0 and less than 1, not 5.'],
    ['transitions', {}, 'Name the file of the table after the figure.'],
  ])('%s %o is refused in words', async (figure, options, words) => {
    await expect(said(figure, options)).rejects.toThrow(words);
  });

  it('refuses a table that is not square', async () => {
    await expect(said('transitions', {}, file('long.csv', '1,2,3\n4,5,6\n'))).rejects.toThrow(
      'is no square table of counts',
    );
  });
});

describe('audit tickets', () => {
  const ids = file('ids.txt', 'a\nb\r\nc\nd\n');

  it('says the tickets of ids, the lowest first, or as many as are drawn', async () => {
    const { json, lines } = await auditCommand(place, 'tickets', ids, { seed: '31', draw: '2' });
    expect(json).toMatchObject([{ id: 'b' }, { id: 'a' }]);
    expect(lines[0]).toMatch(/^0\.\d{60,} {2}b$/u);
  });

  it('refuses another step, and a draw of none', async () => {
    await expect(auditCommand(place, 'lots', ids, { seed: '31' })).rejects.toThrow('audit has no step lots');
    await expect(auditCommand(place, 'tickets', ids, { seed: '31', draw: '0' })).rejects.toThrow('--draw is');
  });
});
