import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginDraft } from '../../src/main/application/draft/begin-draft.ts';
import { services } from '../../src/main/composition/calls.ts';
import { saveRevision } from '../../src/main/application/draft/save-revision.ts';
import { need, run, settle } from '../main/running-scope.ts';
import { drawnAnew, findings } from './axe-findings.ts';
import { notReached } from './crawl/looks.ts';
import { installProbe } from './crawl/window-probe.ts';
import { keepPicture } from './looks-sound.ts';
import { ownFolder, type OpenApplication } from './open-application.ts';
import { pdfFacts } from './pdf-facts.ts';
import { openApplication } from './plumbline-window.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1100, height: 700 },
  { width: 720, height: 450 },
] as const;
const word = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochyn';
const provider = `Royal Borough of Kensington and Chelsea and ${word} Trust`.padEnd(120, ' and Partners');
const helenName = 'Helen Wilhelmina Ashdown-Featherstonehaugh of the Northern and Eastern Region'.padEnd(
  80,
  'x',
);
const tomaszName = 'Tomasz Bartholomew Wren-Cholmondeley of the Southern and Western Inspectorate'.padEnd(
  80,
  'x',
);
const criterion = 'hp.strategy-enquiry';

/** Buttons and links in sight that do not lie whole inside the window across, or whose words are wider than they. */
function outside(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    return [...top.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, .dir')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => element.closest('.vh') === null)
      .flatMap((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        const frames: HTMLElement[] = [];
        for (let at = element.parentElement; at !== null; at = at.parentElement) frames.push(at);
        // What a scrolling part holds across can be scrolled to; what any other part cuts off cannot. A pane only
        // scrolls down: what is wider than it was forgotten.
        const scrolled = frames.some((frame) => {
          const { overflowX } = getComputedStyle(frame);
          return (
            ['auto', 'scroll'].includes(overflowX) &&
            frame.scrollWidth > frame.clientWidth + 1 &&
            frame.dataset['pane'] === undefined
          );
        });
        const cut = frames.some((frame) => {
          if (
            frame.dataset['pane'] === undefined &&
            !['hidden', 'clip'].includes(getComputedStyle(frame).overflowX)
          )
            return false;
          const box = frame.getBoundingClientRect();
          return box.width > 1 && (right > box.right + 1 || left < box.left - 1);
        });
        const name = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 50);
        return width > 0 && ((!scrolled && (left < -1 || right > innerWidth + 1)) || cut)
          ? [`${name} (${element.tagName} ${element.className}): ${Math.round(left)} to ${Math.round(right)}`]
          : [];
      });
  });
}

describe('names as long as anybody’s', () => {
  let application: OpenApplication;
  let page: Page;
  let home: Awaited<ReturnType<typeof ownFolder>>;

  beforeAll(async () => {
    home = await ownFolder();
    const team = join(home.path, 'team');
    mkdirSync(team);
    const helen = run(join(home.path, 'profile'));
    await settle(helen, helenName, team, true);
    const tomasz = run(join(home.path, 'other'));
    await settle(tomasz, tomaszName, team, false);
    const { draft } = need(
      await beginDraft(helen.scope, {
        provider,
        kind: 'standard inspection',
        framework: 'ilacs-2026',
        start: '2026-10-05',
        end: '2026-10-16',
        recoveryOwner: null,
      }),
    );
    const person = (await tomasz.scope.ports.keys.self())?.person ?? '';
    need(await services.grantRole(helen.scope, { draft, person, role: 'inspector' }));
    const said = { kind: 'interview-partner', when: '2026-10-05T10:00', direction: 'neutral' } as const;
    for (const [at, direction] of (['for', 'against', 'for'] as const).entries()) {
      const text = `Enquiries and strategy discussions in file ${at + 1} were ${direction === 'for' ? 'timely' : 'late'} for children.`;
      const noted = need(
        await services.noteEvidence(tomasz.scope, {
          draft,
          note: { ...said, source: `Partner ${word}`, text },
        }),
      );
      const link = { draft, note: noted.record, criterion, over: [], direction };
      need(await services.linkEvidence(tomasz.scope, link));
    }
    const write = (text: string, over: string[], grade: string): Parameters<typeof saveRevision>[1] => ({
      draft,
      reason: text,
      narratives: [{ section: 'summary', text, over }],
      grades: [{ area: 'help-and-protection', value: { grade }, over }],
      improvements: null,
    });
    const { record } = need(await saveRevision(helen.scope, write(`Plans of ${word} are good.`, [], 'good')));
    const next = write('Plans are weak.', [record], 'requires-improvement');
    need(await saveRevision(helen.scope, next));
    need(
      await saveRevision(tomasz.scope, {
        ...write(`Plans of ${word} are very good.`, [record], 'good'),
        grades: [],
      }),
    );
    helen.app.release();
    tomasz.app.release();
    application = await openApplication(home.path);
    ({ page } = application);
    await page.addInitScript(installProbe);
    await page.reload();
    await page.getByRole('heading', { name: 'Open a workspace' }).waitFor();
    await application.chooseFolder({
      ask: () => page.getByRole('button', { name: 'Open a folder' }).click(),
      path: team,
      walk: () => page.getByRole('button', { name: 'team (workspace)' }).click(),
    });
    await page.getByRole('button', { name: /^Royal Borough/ }).waitFor();
  });
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  async function goTo(letter: string, heading: RegExp | string): Promise<void> {
    await page.locator('main').first().press('g');
    await page.keyboard.press(letter);
    await page.getByRole('heading', { name: heading }).first().waitFor();
  }
  const escape = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };

  const places: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'verified',
      async () => {
        await page.getByRole('button', { name: 'Verify', exact: true }).click();
        await page.getByRole('heading', { name: 'Nothing is broken' }).waitFor();
      },
    ],
    ['list', escape],
    ['waiting', () => goTo('q', 'Waiting for me')],
    [
      'colleague',
      async () => {
        await goTo('y', 'People');
        await page.getByRole('button', { name: /^Tomasz Bartholomew/ }).click();
        await page.getByRole('button', { name: /^Check it is really Tomasz/ }).waitFor();
      },
    ],
    [
      'key backup',
      async () => {
        await page.getByRole('button', { name: 'Your key has no backup yet: back it up' }).click();
        await page.getByRole('dialog', { name: 'Back up your key' }).getByLabel('Passphrase').waitFor();
      },
    ],
    [
      'conflicts',
      async () => {
        await escape();
        await goTo('x', 'Conflicts');
      },
    ],
    [
      'evidence',
      async () => {
        await goTo('i', 'Inspections');
        await page.getByRole('button', { name: /^Royal Borough/ }).click();
        await page.getByRole('button', { name: 'Help and protection' }).click();
        await page.getByRole('button', { name: /^Strategy discussions and enquiries/ }).click();
        await page.locator('[data-note-text]').first().waitFor();
      },
    ],
    [
      'details',
      async () => {
        await page.keyboard.press('F2');
        await page.getByRole('dialog', { name: 'Details of the inspection' }).waitFor();
      },
    ],
    [
      'write',
      async () => {
        await escape();
        await page.getByRole('button', { name: 'Write', exact: true }).click();
        await page.getByRole('button', { name: /Summary/ }).click();
        await page.getByRole('button', { name: '1 to settle' }).waitFor();
        await page.getByRole('button', { name: 'Settle place by place' }).waitFor();
      },
    ],
    [
      'revisions',
      async () => {
        await goTo('r', /./);
        await page.getByRole('button', { name: 'Compare from revision 1' }).click();
        await page
          .getByRole('navigation', { name: 'Places that differ' })
          .getByRole('button', { name: 'Help and protection' })
          .click();
        await page.getByRole('heading', { name: 'Provisional grade' }).waitFor();
      },
    ],
    ['panel', () => goTo('p', /./)],
    ['finalise', () => goTo('f', 'Before you sign')],
    ['people', () => goTo('l', 'Back up your key')],
    [
      'palette',
      async () => {
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox', { name: 'Command' }).waitFor();
      },
    ],
  ];
  it.each(places)('leave every control inside the window: %s', async (name, go) => {
    await go();
    for (const size of sizes) {
      await page.setViewportSize(size);
      const where = `${name} at ${size.width}x${size.height}`;
      await drawnAnew(page);
      await keepPicture(page, `long-names-${name}-${size.width}x${size.height}`);
      expect.soft(await outside(page), where).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(wider, where).toBeLessThanOrEqual(0);
      if (size.width === 1100) expect.soft(await notReached(page), `${where}, by Tab`).toEqual([]);
    }
    expect.soft(await findings(page), name).toEqual([]);
    await page.setViewportSize(sizes[0]);
  });

  it('leave evidence notes readable beside the descriptors at 200 % zoom, and whole on paper', async () => {
    await page.keyboard.press('Escape');
    await goTo('e', 'Evidence against descriptors');
    await page.getByRole('button', { name: 'Help and protection' }).click();
    await page.getByRole('button', { name: /^Strategy discussions and enquiries/ }).click();
    await page.setViewportSize(sizes[2]);
    const note = await page.locator('[data-note]').first().boundingBox();
    expect(note?.height ?? 0).toBeGreaterThanOrEqual(120);
    expect(note?.width ?? 0).toBeGreaterThan(340);
    const descriptors = await page.getByRole('region', { name: 'Descriptors' }).boundingBox();
    expect(descriptors?.x ?? 0).toBeGreaterThanOrEqual(note?.width ?? 0);
    expect(descriptors?.width ?? 0).toBeGreaterThan(340);
    expect(await notReached(page)).toEqual([]);
    await page.setViewportSize(sizes[0]);
    await page.emulateMedia({ media: 'print' });
    const [paper, printed] = await page.evaluate(() => [
      document.documentElement.clientWidth,
      document.querySelector('[data-note]')?.getBoundingClientRect().width ?? 0,
    ]);
    expect(printed / paper).toBeGreaterThan(0.9);
    const facts = await pdfFacts(new Uint8Array(await page.pdf({ format: 'A4', tagged: true })));
    await page.emulateMedia({ media: 'screen' });
    expect(facts.pages).toBeGreaterThan(1);
    for (const words of ['in file 1', 'in file 2', 'in file 3', 'Children at risk outside the home'])
      expect(facts.spoken).toContain(words);
  });
});
