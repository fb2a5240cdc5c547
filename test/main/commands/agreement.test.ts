import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ownFolder, workerSources } from '../running-scope.ts';
import { agreementCommand } from '../../../src/main/commands/agreement-command.ts';
import { agreementWithIntervals } from '../../../src/main/application/agreement/agreement-with-intervals.ts';
import { heavyWorkIn } from '../../../src/main/work/heavy-work-client.ts';
import { measureAgreement } from '../../shared/agreement/measure-agreement.ts';

const own = ownFolder();
afterAll(own.remove);
const place = {
  root: join(import.meta.dirname, '..', '..', '..'),
  profile: join(own.path, 'cli'),
  version: '0.0.0',
  workers: workerSources,
};
const options = { level: 'ordinal', seed: '1', draws: '100' };
const said = (name: string, text: string, more = {}): ReturnType<typeof agreementCommand> => {
  const path = join(own.path, name);
  writeFileSync(path, text);
  return agreementCommand(place, path, { ...options, ...more });
};

describe('agreement FILE', () => {
  it.each([
    ['plain.csv', '1,1\n2,1\n3,3\n'],
    ['head.csv', 'unit,Ann,Bo\na,1,1\nb,2,1\nc,3,3\n'],
    ['numbered.csv', 'id;Ann;Bo\n1;1;1\n2;2;1\n3;3;3\n'],
    ['units.json', '[[1,1],[2,1],[3,3]]'],
    ['raters.json', '{"raters": [[1,2,3],[1,1,3]]}'],
  ])('reads %s as three units of two raters', async (name, text) => {
    expect((await said(name, text)).json).toMatchObject({
      units: 3,
      raters: 2,
      missing: 0,
      percent: 2 / 3,
      cohen: { plain: 0.5 },
    });
  });

  it('orders words by the scale of a framework that holds them', async () => {
    const { json } = await said('words.csv', 'Ann,Bo\ngood,Good\ninadequate,\noutstanding,good\n');
    expect(json).toMatchObject({
      units: 3,
      missing: 1,
      values: ['outstanding', 'good', expect.stringContaining('improvement'), 'inadequate'],
      krippendorff: { ordinal: expect.any(Number) as number },
    });
  });

  it('gives words without a known order only what needs none', async () => {
    const { json } = await said('colours.csv', 'Ann,Bo\nred,blue\nblue,blue\nred,red\n');
    expect(json).toMatchObject({
      krippendorff: { nominal: expect.any(Number) as number, ordinal: null },
      cohen: { linear: null },
    });
  });

  it('weighs disagreements as it is told', async () => {
    const weights = join(own.path, 'weights.json');
    writeFileSync(weights, '[[0,1,3],[1,0,6],[3,6,0]]');
    const table = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    const rows = table.flatMap((row, a) =>
      row.flatMap((often, b) => Array<string>(often).fill(`${a + 1},${b + 1}`)),
    );
    const { json } = await said('cohen1968.csv', `${rows.join('\n')}\n`, { weights });
    expect(json).toMatchObject({
      units: 200,
      cohen: { plain: expect.closeTo(0.492, 3) as number, custom: expect.closeTo(0.348, 3) as number },
    });
  });

  it.each([
    ['empty.csv', ''],
    ['one.csv', '1\n2\n'],
    ['mixed.csv', 'A,B\n1,good\n2,2\n'],
    ['broken.json', '[[1,'],
  ])('says of %s what is missing', async (name, text) => {
    await expect(said(name, text)).rejects.toThrow(/Nothing was (?:changed|imported)/);
  });
});

describe('intervals in the worker', () => {
  const ratings = Array.from({ length: 60 }, (_unit, at) => [at % 4, (at * 3) % 4, (at * 7) % 3]);

  it('are those made at once, whatever the parts; progress is heard', async () => {
    const heard: number[] = [];
    const made = await agreementWithIntervals(
      heavyWorkIn(workerSources.heavy),
      ratings,
      { seed: 9, draws: 110 },
      { hear: (at) => void heard.push(at) },
    );
    expect(made).toEqual(measureAgreement(ratings, { seed: 9, draws: 110 }));
    expect(heard).toEqual([0, 25, 50, 75, 100, 110]);
  });

  it('stop where asked to, and give nothing then', async () => {
    const stopping = new AbortController();
    const heard: number[] = [];
    const hear = (at: number): void => {
      heard.push(at);
      if (at >= 50) stopping.abort();
    };
    const { signal } = stopping;
    const run = heavyWorkIn(workerSources.heavy);
    expect(await agreementWithIntervals(run, ratings, { seed: 9, draws: 1000 }, { signal, hear })).toBeNull();
    expect(heard).toEqual([0, 25, 50]);
  });
});
