import { Home } from '../home.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { draftScreens, workspaceScreens } from '../../../src/renderer/lib/route.ts';
import { helpTopics } from '../../../src/renderer/shell/help-topics.ts';
import { Help, tourSteps } from '../../../src/renderer/shell/help.svelte.ts';

it('explains every screen, each once, and names no topic twice', () => {
  const topics = helpTopics((screen) => `The screen ${screen}`);
  const screens = topics.filter(({ group }) => group === 'Screens');
  expect(screens.map(({ id }) => id).toSorted()).toEqual([...workspaceScreens, ...draftScreens].toSorted());
  expect(screens.map(({ title }) => title)).toContain('The screen over-time');
  expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
});

it('opens at the screen that is shown or at what was asked for, without what was looked for before', () => {
  const help = new Help();
  help.find = 'seal';
  help.open();
  expect([help.wanted, help.find]).toEqual(['', '']);
  help.open('files-1');
  expect(help.wanted).toBe('files-1');
  help.close();
  expect(help.wanted).toBeNull();
});

describe('the tour', () => {
  const home = new Home();
  beforeAll(() => home.settle());
  afterAll(() => home.close());

  it('tells in words alone where there is no draft to show', async () => {
    const help = new Help();
    await help.beginTour();
    const at = tourSteps.findIndex(({ screen }) => screen === 'evidence');
    help.goTo(at);
    expect([app.route, help.tourStep?.title]).toEqual([{ screen: 'inspections' }, 'Evidence']);
  });

  it('goes through the screens of the first draft, back, and is left or ends', async () => {
    const draft = await home.begin();
    const help = new Help();
    help.open();
    await help.beginTour();
    expect([help.wanted, help.step]).toEqual([null, 0]);
    for (const [at, { screen }] of tourSteps.entries()) {
      help.goTo(at);
      expect(app.route).toMatchObject(
        screen === 'inspections' || screen === 'waiting' ? { screen } : { screen, draft },
      );
    }
    help.goTo(tourSteps.length - 2);
    expect(app.route).toMatchObject({ screen: 'finalise', draft });
    help.goTo(tourSteps.length);
    expect([help.step, help.tourStep]).toEqual([null, null]);
  });
});
