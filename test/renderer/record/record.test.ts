import { Home } from '../home.ts';
import { flushSync } from 'svelte';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from '../../../src/renderer/lib/call.ts';
import { kindTitles, Trail } from '../../../src/renderer/record/record.svelte.ts';
import { madeInComponent } from '../made-in-component.svelte.ts';

describe('the trail of a draft', () => {
  const home = new Home();
  let draft = '';
  let trail: Trail;

  beforeAll(async () => {
    draft = await home.openSample();
    trail = await opened();
  });
  beforeEach(() => {
    [trail.stepsOnly, trail.area, trail.person, trail.kind, trail.words] = [false, '', '', '', ''];
    trail.most = 300;
  });
  afterAll(() => home.close());

  const question = (): string => `${draft} ${home.draft.view?.state.count ?? 0}`;
  async function opened(): Promise<Trail> {
    const { made } = madeInComponent(() => new Trail(question));
    expect([made.loaded, made.steps]).toEqual([false, []]);
    await vi.waitFor(
      () => {
        expect(made.loaded).toBe(true);
      },
      { timeout: 20_000 },
    );
    return made;
  }

  it('holds every record of the draft, and at first shows the steps towards the grades alone', async () => {
    expect(trail.found).toHaveLength(home.draft.view?.state.count ?? 0);
    const fresh = await opened();
    expect(fresh.stepsOnly).toBe(true);
    expect(fresh.found.length).toBeLessThan(trail.found.length);
    expect(fresh.found.every(({ isStep }) => isStep)).toBe(true);
  });

  it('shows of an area what is about it or about the draft as a whole', () => {
    trail.area = 'help-and-protection';
    expect(trail.found.some(({ areas }) => areas.includes('help-and-protection'))).toBe(true);
    expect(trail.found.some(({ areas }) => areas.length === 0)).toBe(true);
    expect(
      trail.found.filter(({ areas }) => areas.length > 0 && !areas.includes('help-and-protection')),
    ).toEqual([]);
  });

  it('shows what one person wrote, of one kind', () => {
    const { author, kind } = trail.steps.find((step) => step.kind === 'evidence') ?? { author: '', kind: '' };
    [trail.person, trail.kind] = [author, kind];
    expect(trail.found).toEqual(
      trail.steps.filter((step) => step.author === author && step.kind === 'evidence'),
    );
    expect(trail.found.length).toBeGreaterThan(0);
    expect(kindTitles.evidence).toBe('Evidence');
  });

  it('finds records by words of any letters, and by their number', () => {
    const [, second] = trail.steps;
    trail.words = `  ${second?.sentence.toUpperCase() ?? ''} `;
    expect(trail.found).toContain(second);
    trail.words = second?.record ?? '';
    expect(trail.found).toEqual([second]);
    trail.words = 'no record says this';
    expect(trail.found).toEqual([]);
  });

  it('shows some rows at once, and more when they are asked for', () => {
    trail.most = 2;
    expect(trail.shown).toEqual(trail.found.slice(0, 2));
    trail.more();
    expect(trail.shown).toEqual(trail.found.slice(0, 302));
  });

  it('is read anew with every record, and stands as it was until then', async () => {
    const before = trail.steps.length;
    const live = await opened();
    const note = {
      kind: 'observation',
      source: 'A visit',
      when: '2026-11-17T10:00',
      text: 'As seen',
    } as const;
    await call('noteEvidence', { draft, note: { ...note, direction: 'neutral' } });
    await home.draft.load(draft);
    flushSync();
    expect(live.steps.length).toBe(before);
    await expect.poll(() => live.steps.length).toBe(before + 1);
  });
});
