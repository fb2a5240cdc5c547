import { afterAll, beforeAll, expect, it } from 'vitest';
import { Home } from '../home.ts';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { PooledFigures, pooledFigures } from '../../../src/renderer/moderation/pooled-figures.svelte.ts';

const home = new Home();
beforeAll(async () => {
  await home.settle();
});
afterAll(async () => {
  await home.close();
});

it('asks for the rounds of a workspace outside any draft', async () => {
  const figures = new PooledFigures();
  await figures.load();
  expect(figures.view).toMatchObject({ rounds: [], units: 0, shares: { before: { pooled: null } } });
  expect([figures.reading, figures.isFiltered]).toEqual([false, false]);
});

it('forgets areas and panels with the framework or scale that they are of, and nothing else', async () => {
  const figures = new PooledFigures('ilacs-2026');
  await figures.ask({ area: 'leaders', panel: 'east', from: '2026-01-01' });
  expect(figures.filter).toMatchObject({ framework: 'ilacs-2026', area: 'leaders', panel: 'east' });
  await figures.ask({ framework: '' });
  expect(figures.filter).toMatchObject({ area: '', panel: '', from: '2026-01-01' });
  expect(figures.isFiltered).toBe(true);
  await figures.clear();
  expect(figures.isFiltered).toBe(false);
});

it('shows the answer to what was asked last, whichever comes last', async () => {
  const figures = new PooledFigures();
  const release = home.delay('pooledAgreement');
  const first = figures.ask({ area: 'leaders' });
  await figures.ask({ area: 'care-leavers' });
  release();
  await first;
  expect(figures.view?.filter.area).toBe('care-leavers');
  expect(figures.reading).toBe(false);
});

it('says so where the figures were refused, and reads no longer', async () => {
  const figures = new PooledFigures();
  const answer = home.refuse('pooledAgreement', 'The figures were stopped.');
  await figures.load();
  answer();
  expect([figures.view, figures.reading, app.banner?.text]).toEqual([
    null,
    false,
    'The figures were stopped.',
  ]);
});

it('is kept for a place, as it was left', async () => {
  const figures = pooledFigures('a workspace ', 'ilacs-2026');
  await figures.ask({ area: 'leaders' });
  expect(pooledFigures('a workspace ').filter.area).toBe('leaders');
  expect(pooledFigures('another ').filter.area).toBe('');
});
