import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftScreens, workspaceScreens } from '../../src/renderer/lib/route.ts';
import { openInBrowser } from './browser-window.ts';
import { CrawlRecord, Crawler, knowLetters, type Situation } from './crawl/crawler.ts';
import { sizes } from './crawl/looks.ts';
import { roles, stages, TeamStages, type TeamRole, type TeamStage } from './crawl/team-stages.ts';
import { installProbe } from './crawl/window-probe.ts';
import { introduce, ownFolder, root, type OpenApplication, type WindowLook } from './open-application.ts';
import { screenLetters } from './screen-letters.ts';

// Presses every control, listed key and command of every screen and dialog, and reports whatever throws, hangs, does
// nothing, cannot be reached or cannot be read. PLUMBLINE_FULL=1 goes to every screen in every role at every stage, and
// presses each control in every role and at every stage (not in each pair of them: that would be hours); at both sizes.
// Without it, a few controls of each screen are pressed in four situations, however long that takes.
// PLUMBLINE_CRAWL=usual walks each role once and each stage at least once; else it names the situations to walk ("lead/evidence", or
// "lead/evidence/write" for a screen of it), to replay what was found.

const full = process.env['PLUMBLINE_FULL'] === '1';
const named = process.env['PLUMBLINE_CRAWL'];
const only = named === 'usual' ? undefined : named;
const depth = full ? 'everything' : named === undefined ? 'brief' : 'usual';
const seconds = Number(
  process.env['PLUMBLINE_CRAWL_SECONDS'] ?? { everything: 2_400, usual: 900, brief: 300 }[depth],
);
/** What every crawl presses, on a slow machine with all else beside it too. */
const leastPresses = 22;
const journal = join(root, 'test-results', 'crawl.txt');
const draftNames: readonly string[] = draftScreens;
const workspaceNames: readonly string[] = workspaceScreens;
/** Screens that show the same to every role at every stage, or nearly: they are seen once in a usual run. */
const common = ['inspections', 'frameworks', 'conflicts', 'happened'];
knowLetters(screenLetters);

/** Each role once, each stage at least once. */
const usual: readonly (readonly [TeamRole, TeamStage])[] = [
  ['lead', 'evidence'],
  ['chair', 'moderation'],
  ['panel', 'moderation'],
  ['deputy', 'revealed'],
  ['arbiter', 'revealed'],
  ['qa', 'provider'],
  ['owner', 'sealed'],
  ['inspector', 'reopened'],
  ['nobody', 'begun'],
];
/** What is walked in every run, besides an empty home and the sample. */
const brief: readonly (readonly [TeamRole, TeamStage])[] = [
  ['chair', 'moderation'],
  ['owner', 'sealed'],
];
const pairs = {
  everything: roles.flatMap((role) => stages.map((stage) => [role, stage] as const)),
  usual: named === 'usual' ? usual : roles.flatMap((role) => stages.map((stage) => [role, stage] as const)),
  brief,
}[depth];

let base: Awaited<ReturnType<typeof ownFolder>>;
let team: TeamStages;
const open = new Set<OpenApplication>();

beforeAll(async () => {
  base = await ownFolder();
  team = new TeamStages(join(base.path, 'stages'));
  await team.build();
});
afterAll(async () => {
  for (const application of open) await application.close();
  await base.remove();
});

/** The nth window that is walked: by turns large and small, light and dark. */
function lookOf(at: number): WindowLook {
  return { size: sizes[at % 2] ?? sizes[0], theme: at % 4 < 2 ? 'light' : 'dark' };
}

/** Opens a window on a home, with the crawler's probe in it. */
async function openProbed(home: string, look: WindowLook): Promise<OpenApplication> {
  const prepare = (page: Page): Promise<unknown> => page.addInitScript(installProbe);
  const application = await openInBrowser(home, look, null, prepare);
  open.add(application);
  return application;
}

/** Goes to an address of the window and waits until it is shown. */
async function goToHash(page: Page, hash: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    if (location.hash === wanted && document.querySelector('header') === null) location.hash = '#/waiting';
    await window.crawl.settle(2_000);
    location.hash = wanted;
    await window.crawl.settle(4_000);
  }, hash);
}

/** One window at a time for a situation. */
function windows(prepare: () => Promise<OpenApplication>): Pick<Situation, 'restore' | 'leave'> {
  let last: OpenApplication | null = null;
  return {
    restore: async () => {
      last = await prepare();
      return last.page;
    },
    leave: async () => {
      if (last === null) return;
      open.delete(last);
      await last.close();
      last = null;
    },
  };
}

function inTeam(role: TeamRole, stage: TeamStage): Situation {
  const home = join(base.path, `${role}-${stage}`);
  const look = lookOf(roles.indexOf(role) + stages.indexOf(stage));
  return {
    role,
    stage,
    look,
    screens: [...draftNames, ...workspaceNames],
    common,
    ...windows(async () => {
      team.homeOf(role, stage, home);
      return openProbed(home, look);
    }),
    goTo: async (page, screen) => {
      await openRecent(page, 'Team');
      const draft = draftNames.includes(screen);
      await goToHash(page, draft ? `#/${screen}/${team.draft}/` : `#/${screen}`);
    },
  };
}

/** Goes to where a workspace is opened, or to who one is, from wherever the window is. */
async function toStart(page: Page): Promise<void> {
  await page.locator('main:not([aria-busy=true])').first().waitFor();
  if (!(await page.evaluate(() => document.querySelector('nav[aria-label=Place]') !== null))) return;
  await goToHash(page, '#/inspections');
  await page.keyboard.press('Escape');
  await page.keyboard.press('w');
  await page.getByRole('heading', { name: 'Open a workspace' }).waitFor();
}

/** Opens the workspace again where the window shows none. */
async function openRecent(page: Page, name: string): Promise<void> {
  if (await page.evaluate(() => document.querySelector('nav[aria-label=Place]') !== null)) return;
  await page.locator('main:not([aria-busy=true])').first().waitFor();
  if (!(await page.getByRole('heading', { name: 'Open a workspace' }).isVisible())) return;
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('heading', { name: 'Open a workspace' }).waitFor({ state: 'hidden' });
}

function fromNothing(): Situation {
  const home = join(base.path, 'empty');
  const look = lookOf(0);
  let times = 0;
  return {
    role: 'nobody yet',
    stage: 'an empty home',
    look,
    screens: [''],
    common: [],
    ...windows(() => openProbed(`${home}-${(times += 1)}`, look)),
    goTo: toStart,
  };
}

function introduced(): Situation {
  const home = join(base.path, 'introduced');
  const look = lookOf(3);
  let times = 0;
  return {
    role: 'somebody new',
    stage: 'no workspace',
    look,
    screens: [''],
    common: [],
    ...windows(async () => {
      const application = await openProbed(`${home}-${(times += 1)}`, look);
      await introduce(application.page, 'Alex Reader');
      return application;
    }),
    goTo: toStart,
  };
}

function inSample(): Situation {
  const home = join(base.path, 'sample');
  const look = lookOf(2);
  let times = 0;
  let draft = '';
  return {
    role: 'lead',
    stage: 'the sample',
    look,
    screens: [...draftNames, ...workspaceNames],
    common,
    ...windows(async () => {
      const application = await openProbed(`${home}-${(times += 1)}`, look);
      const { page } = application;
      await introduce(page, 'Alex Reader');
      await page.getByRole('button', { name: 'Open the sample inspection' }).click();
      await page.getByRole('button', { name: /^Northbrook/ }).click();
      await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
      draft = new URL(page.url()).hash.split('/')[2] ?? '';
      return application;
    }),
    goTo: async (page, screen) => {
      await openRecent(page, 'Sample');
      await goToHash(page, draftNames.includes(screen) ? `#/${screen}/${draft}/` : `#/${screen}`);
    },
  };
}

/** Gives each crawler a turn in its own window, two at a time, with an even share of the time that is left. */
async function takeTurns(record: CrawlRecord, queue: Crawler[]): Promise<void> {
  const takeNext = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { role, stage } = next.situation;
      try {
        await next.turn((record.left * 2) / (queue.length + 2));
      } catch (error) {
        record.faults.set(String(error), `[${role}, ${stage}]: the crawl broke off: ${String(error)}`);
      }
    }
  };
  await Promise.all([takeNext(), takeNext()]);
}

it(
  'finds nothing that throws, hangs, does nothing, cannot be reached or cannot be read',
  async () => {
    const record = new CrawlRecord(seconds, depth, (line) => appendFileSync(journal, `${line}\n`));
    const begun = performance.now();
    mkdirSync(join(root, 'test-results'), { recursive: true });
    writeFileSync(journal, '');
    const situations = [
      inSample(),
      fromNothing(),
      ...(depth === 'brief' ? [] : [introduced()]),
      ...pairs.map(([role, stage]) => inTeam(role, stage)),
    ].filter(
      ({ role, stage }) => only === undefined || `${role}/${stage}` === only.split('/').slice(0, 2).join('/'),
    );
    const screen = only?.split('/')[2];
    const crawlers = situations.map(
      (situation) =>
        new Crawler(screen === undefined ? situation : { ...situation, screens: [screen] }, record),
    );
    for (
      let round = crawlers;
      round.length > 0 && (round === crawlers || (depth !== 'brief' && record.left > 0));
    ) {
      await takeTurns(record, [...round]);
      round = crawlers.filter(({ hasMore }) => hasMore);
    }
    const faults = [...record.faults.values()].toSorted();
    const took = Math.round((performance.now() - begun) / 1_000);
    const seen = crawlers.flatMap(({ screens }) => screens.seen).length;
    const unpressed = new Set(crawlers.flatMap((crawler) => crawler.unpressed));
    console.log(
      `measured: the crawler pressed ${record.presses} controls, keys and commands and looked at ${record.looks} of ${record.states.size} states on ${seen} screens of ${situations.length} situations in ${took} s; ${unpressed.size} that it met were left for want of time`,
    );
    for (const { screens, situation } of crawlers) {
      const unseen = screens.unseen.filter(
        (name) => !record.seen.has(`at ${situation.stage} ${name}`) && !record.seen.has(`anywhere ${name}`),
      );
      if (unseen.length > 0)
        console.log(`measured: no time was left at the stage ${situation.stage} for ${unseen.join(', ')}`);
    }
    expect(crawlers.length).toBeGreaterThan(0);
    expect(crawlers.filter(({ screens }) => screens.seen.length === 0)).toEqual([]);
    expect(faults).toEqual([]);
    // A crawl that only opens windows and looks has shown nothing of what pressing does.
    if (only === undefined) expect(record.presses).toBeGreaterThan(leastPresses);
  },
  (seconds + 600) * 1_000,
);
