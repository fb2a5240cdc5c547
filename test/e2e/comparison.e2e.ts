import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './axe-findings.ts';
import { keepPicture, looksSound } from './looks-sound.ts';
import { openSample, ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { timeJourney } from './timed-journey.ts';
import { need, run, settle } from '../main/running-scope.ts';
import { beginDraft } from '../../src/main/application/draft/begin-draft.ts';
import { services } from '../../src/main/composition/calls.ts';
import { saveRevision } from '../../src/main/application/draft/save-revision.ts';

const large = { width: 1440, height: 900 };

describe('stepping through a comparison', () => {
  let application: OpenApplication;
  let page: Page;
  let home: Awaited<ReturnType<typeof ownFolder>>;
  const spokenNow = (): Promise<string | null> => page.locator('[role=status][data-stepper]').textContent();

  beforeAll(async () => {
    home = await ownFolder();
    application = await openApplication(home.path);
    ({ page } = application);
    await openSample(page, 'Alex Reader');
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.getByRole('button', { name: 'Compare from revision 3' }).click();
    await page.getByText('Revision 3 to 7').waitFor();
    await page.locator('main [data-change]').first().waitFor();
  });
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  it('reads every change in plain words, place after place, and back again', async () => {
    const heard: string[] = [];
    for (let press = 0; press < 40; press += 1) {
      await page.keyboard.press('F7');
      const now = (await spokenNow()) ?? '';
      if (heard.at(-1) === now) break;
      heard.push(now);
    }
    expect(heard.length).toBeGreaterThan(3);
    expect(new Set(heard.map((spoken) => spoken.split(',')[0])).size).toBeGreaterThan(1);
    expect(heard.some((spoken) => / became “|Wrote “|Took out “/.test(spoken))).toBe(true);
    await page.keyboard.press('Shift+F7');
    expect(await spokenNow()).toBe(heard.at(-2));
    expect(heard.some((spoken) => / By [A-Z].* in revision \d/.test(spoken))).toBe(true);
  });

  it('shows by key who changed which words', async () => {
    expect(await page.locator('main ins span[title*="in revision"]').count()).toBeGreaterThan(0);
    expect(await page.locator('main .writer').count()).toBe(0);
    await page.keyboard.press('w');
    await page.locator('main .writer').first().waitFor();
    expect(await page.locator('main .writer').first().textContent()).toMatch(/^[A-Z]+ \d+$/);
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'revisions-writers-1440x900');
    await page.keyboard.press('w');
  });

  it('keeps ticks and answers, given by keyboard', async () => {
    await page.locator('main article[data-change]:has(.prose)').first().focus();
    await page.keyboard.press('x');
    await page.locator('main article input:checked').first().waitFor();
    await page.locator('main').getByText('1 reviewed', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Answer' }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Answer the question' }).waitFor();
    await page.keyboard.type('Weighed again on 23 October');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Weighed again on 23 October').waitFor();
    await page.getByText('0 of 1 open').waitFor();
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'revisions-reviewed-1440x900');
  });

  it('ticks a grade and evidence as well, beside who gave the grade and why, under both sides’ headings', async () => {
    await page.getByRole('button', { name: 'Compare from revision 1' }).click();
    const places = page.getByRole('navigation', { name: 'Places that differ' });
    await places.getByText('Help and protection').click();
    await page.getByText('Grade, first to last').waitFor();
    const grade = page.getByRole('article', { name: /^Provisional grade: Good became Requires/ });
    await grade.getByText('Reason given').waitFor();
    await grade.focus();
    await page.keyboard.press('x');
    await grade.getByRole('checkbox', { name: 'Reviewed', exact: true }).waitFor();
    await places
      .getByText(/^\d+ of \d+ reviewed$/)
      .first()
      .waitFor();
    await page.keyboard.press('v');
    await page.locator('main .heads').getByText('Revision 1').waitFor();
    await page.locator('main .heads').getByText('Revision 7').waitFor();
    await looksSound(page, 'revisions-side');
    await page.keyboard.press('v');
    await page.getByRole('button', { name: 'Compare from revision 3' }).click();
    await page.getByText('Revision 3 to 7').waitFor();
    await page.locator('main .prose').first().waitFor();
  });

  it('keeps a comment with its words, written by keyboard', async () => {
    const place = (await page.locator('main h1').textContent())?.trim() ?? '';
    await page.locator('main article[data-change]:has(.prose)').first().focus();
    await page.keyboard.press('c');
    await page.getByRole('dialog', { name: 'Comment' }).waitFor();
    await page.keyboard.type('Is this the figure of the panel?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Is this the figure of the panel?').waitFor();
    await page.getByText('The words are as they were.').waitFor();
    await page.getByRole('button', { name: 'Compare to revision 4' }).click();
    await page.getByText('Revision 3 to 4').waitFor();
    await page.getByText('Is this the figure of the panel?').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Compare to revision 7' }).click();
    await page.getByText('Revision 3 to 7').waitFor();
    await page.getByRole('navigation', { name: 'Places that differ' }).getByText(place).click();
    await page.getByText('Is this the figure of the panel?').waitFor();
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'revisions-comment-1440x900');
  });

  it('says that it is under way until it is there, and never that nothing changed', async () => {
    await page.evaluate(() => {
      const said = new Set<string>();
      Object.assign(window, { said });
      new MutationObserver(() => {
        for (const part of document.querySelectorAll('nav[aria-label="Places that differ"], main'))
          said.add(part.textContent);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await page.getByRole('button', { name: 'Compare from revision 1' }).click();
    await page.getByText('First revision to 7').or(page.getByText('Revision 1 to 7')).waitFor();
    await page.locator('main [data-change]').first().waitFor();
    const said = await page.evaluate(() => [...(Reflect.get(window, 'said') as Set<string>)].join('\n'));
    expect(said).toContain('Comparing …');
    expect(said).toContain('The two revisions are being compared …');
    expect(said).not.toMatch(/No changes here|No differences|Not compared/u);
    await page.getByRole('button', { name: 'Compare from revision 3' }).click();
    await page.locator('main .prose').first().waitFor();
  });

  it('restores an earlier revision as a new one, by a handful of keys', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
    await timeJourney(
      page,
      'a revision restored',
      { most: 6, before: 'not possible, no control put an earlier revision back' },
      async () => {
        await page.keyboard.press('g');
        await page.keyboard.press('r');
        await page.getByText('Revision 6 to 7').waitFor();
        await page.keyboard.press('[');
        await page.getByText('Revision 5 to 7').waitFor();
        await page.keyboard.press('r');
        await page.getByRole('dialog', { name: 'Restore revision 5' }).getByRole('textbox').waitFor();
        await page.keyboard.type('What came since was sent by mistake');
        await page.keyboard.press('Control+Enter');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
        await page.getByRole('button', { name: 'Revisions 8' }).waitFor();
      },
    );
    await page.getByRole('button', { name: 'Compare from revision 3' }).click();
    await page.locator('main .prose').first().waitFor();
  });

  it('is still usable at 200 % zoom', async () => {
    await page.setViewportSize({ width: 720, height: 450 });
    await keepPicture(page, 'revisions-zoomed-720x450');
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    const text = await page.locator('main .prose').first().boundingBox();
    expect(text?.width ?? 0).toBeGreaterThan(400);
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
    await keepPicture(page, 'evidence-zoomed-720x450');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await page.setViewportSize(large);
  });
});

describe('two people who wrote one text', () => {
  let application: OpenApplication;
  let page: Page;
  let home: Awaited<ReturnType<typeof ownFolder>>;

  beforeAll(async () => {
    home = await ownFolder();
    const team = join(home.path, 'team');
    mkdirSync(team);
    const helen = run(join(home.path, 'profile'));
    await settle(helen, 'Helen Ashdown', team, true);
    const tomasz = run(join(home.path, 'other'));
    await settle(tomasz, 'Tomasz Wren', team, false);
    const begun = {
      provider: 'Northmere',
      kind: '',
      framework: 'ilacs-2026',
      start: '2026-10-05',
      end: null,
    };
    const { draft } = need(await beginDraft(helen.scope, { ...begun, recoveryOwner: null }));
    const person = (await tomasz.scope.ports.keys.self())?.person ?? '';
    need(await services.grantRole(helen.scope, { draft, person, role: 'inspector' }));
    const write = (text: string, over: string[]): Parameters<typeof saveRevision>[1] => ({
      draft,
      reason: text,
      narratives: [{ section: 'summary', text, over }],
      grades: [],
      improvements: null,
    });
    const { record } = need(
      await saveRevision(helen.scope, write('Plans are good. Visits are timely.\n\nRecords are kept.', [])),
    );
    need(
      await saveRevision(
        helen.scope,
        write('Plans are weak. Visits are timely.\n\nRecords are kept.', [record]),
      ),
    );
    need(
      await saveRevision(
        tomasz.scope,
        write('Plans are very good. Visits are timely.\n\nRecords are rarely kept.', [record]),
      ),
    );
    helen.app.release();
    tomasz.app.release();
    application = await openApplication(home.path);
    ({ page } = application);
    await page.getByRole('heading', { name: 'Open a workspace' }).waitFor();
    await application.chooseFolder({
      ask: () => page.getByRole('button', { name: 'Open a folder' }).click(),
      path: team,
      walk: async () => {
        await page.getByRole('button', { name: 'team (workspace)' }).click();
      },
    });
    await page.getByRole('button', { name: /^Northmere/ }).click();
    await page.getByRole('button', { name: 'Write', exact: true }).click();
    await page.getByRole('button', { name: /Summary/ }).click();
  });
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  it('are settled place by place: only what both touched is asked', async () => {
    await page.getByRole('button', { name: 'Settle place by place' }).click();
    const dialog = page.getByRole('dialog', { name: 'Settle place by place' });
    await dialog.getByText('Place 1 of 1').waitFor();
    await dialog.getByText('Records are rarely kept.').waitFor();
    expect(await dialog.locator('mark:not(.open)').allTextContents()).toEqual(['weak', 'very ']);
    await looksSound(page, 'merge');
    const journal = join(home.path, 'profile', 'journal');
    const kept = (): readonly string[] =>
      readdirSync(journal)
        .filter((name) => name.includes('-form-settled-'))
        .map((name) => readFileSync(join(journal, name), 'utf8'));
    await dialog.getByLabel('Write anew').check();
    await expect.poll(() => (existsSync(journal) ? kept() : [])).toHaveLength(1);
    const [choice] = kept();
    await dialog.getByLabel('In its place').fill('Plans are mixed. ');
    await expect.poll(() => kept()[0]).not.toBe(choice);
    await page.reload();
    await page.getByRole('button', { name: 'Settle place by place' }).click();
    await expect.poll(() => dialog.getByLabel('In its place').inputValue()).toBe('Plans are mixed. ');
    await dialog.getByText('Every place is settled').waitFor();
    await dialog.getByLabel('Why').fill('The panel read both notes');
    await dialog.getByRole('button', { name: 'Save the revision' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Plans are mixed. Visits are timely.').waitFor();
    expect(await page.getByText('Two people wrote this').count()).toBe(0);
  });
});
