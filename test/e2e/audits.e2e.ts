import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TeamStages, type TeamRole } from './crawl/team-stages.ts';
import { looksSound } from './looks-sound.ts';
import { ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { run, settle } from '../main/running-scope.ts';
import { tabTo } from './tab-to.ts';

/** Two people at two windows on one folder with a sealed judgment: who assures quality leads, the owner gives to the seed. */
describe('an audit, by keyboard alone', () => {
  let base: Awaited<ReturnType<typeof ownFolder>>;
  const windows: OpenApplication[] = [];
  let lead: Page;
  let giver: Page;
  let reader: Page;

  /** Somebody of the workspace who wrote in no judgment of it. */
  async function windowOfNewcomer(name: string): Promise<Page> {
    const home = join(base.path, 'newcomer');
    const shared = join(base.path, 'shared', 'team');
    const running = run(join(home, 'profile'));
    await settle(running, name, shared, false);
    running.app.release();
    const recents = [{ id: 'team', name: 'Team', opened: '2026-10-05T09:00:00.000Z' }];
    writeFileSync(join(home, 'profile', 'folders.json'), JSON.stringify({ team: shared }));
    writeFileSync(join(home, 'profile', 'settings.json'), JSON.stringify({ settings: { recents } }));
    const application = await openApplication(home);
    windows.push(application);
    await application.page.getByRole('button', { name: /^Northmere/ }).waitFor();
    await goToAudits(application.page);
    return application.page;
  }

  async function windowOf(stages: TeamStages, role: TeamRole): Promise<Page> {
    const home = join(base.path, role);
    stages.homeOf(role, 'sealed', home);
    const shared = join(base.path, 'shared', 'team');
    cpSync(join(home, 'team'), shared, { recursive: true });
    writeFileSync(join(home, 'profile', 'folders.json'), JSON.stringify({ team: shared }));
    const application = await openApplication(home);
    windows.push(application);
    await application.page.getByRole('button', { name: /^Northmere/ }).waitFor();
    await goToAudits(application.page);
    return application.page;
  }

  async function goToAudits(page: Page): Promise<void> {
    await page.locator('main').first().press('g');
    await page.keyboard.press('u');
    await page.getByRole('heading', { name: 'Audits' }).waitFor();
  }

  beforeAll(async () => {
    base = await ownFolder();
    const stages = new TeamStages(join(base.path, 'stages'));
    await stages.build('sealed');
    lead = await windowOf(stages, 'qa');
    giver = await windowOf(stages, 'owner');
    reader = await windowOfNewcomer('Nia Tarn');
  }, 180_000);
  afterAll(async () => {
    for (const application of windows) await application.close();
    await base.remove();
  });

  async function press(page: Page, name: RegExp): Promise<void> {
    await page.getByRole('button', { name }).first().waitFor();
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  }

  it('is begun from nothing, with its people', async () => {
    await lead.getByText('No audit yet').waitFor();
    await looksSound(lead, 'audits-none');
    await lead.keyboard.press('n');
    const dialog = lead.getByRole('dialog', { name: 'New audit' });
    await dialog.waitFor();
    await lead.keyboard.type('Autumn audit of children’s services');
    await lead.keyboard.press('Tab');
    await lead.keyboard.type('Are sealed grades supported by what is on file?');
    await press(lead, /Begin the audit/);
    await lead.getByRole('heading', { name: /^Autumn audit/ }).waitFor();
    await lead.getByText('You are audit lead.').waitFor();
    await tabTo(lead, /Role of Noor Vane/);
    await lead.keyboard.type('Auditor');
    await press(lead, /Sign the role of Noor Vane/);
    await lead.getByText('Noor Vane is auditor now').first().waitFor({ state: 'attached' });
    expect(await lead.getByRole('combobox', { name: 'Role of Noor Vane' }).inputValue()).toBe('auditor');
  });

  it('has a frame that is frozen by rule, with its size from the question', async () => {
    await lead.keyboard.press('Escape');
    await lead.locator('main').first().press('f');
    const dialog = lead.getByRole('dialog', { name: 'Plan a frame' });
    await dialog.getByText('1 of 1 will be drawn.').waitFor();
    await looksSound(lead, 'audits-plan');
    await tabTo(lead, /Where the outside number/);
    await lead.keyboard.type('The Bank Rate of the day, as printed');
    // So soon that nobody waits for it here; in an audit it lies days ahead.
    const soon = new Date(Date.now() + 9_000);
    const two = (number: number): string => String(number).padStart(2, '0');
    const day = `${soon.getFullYear()}-${two(soon.getMonth() + 1)}-${two(soon.getDate())}`;
    await dialog
      .getByLabel('From when it can be known')
      .fill(`${day}T${two(soon.getHours())}:${two(soon.getMinutes())}:${two(soon.getSeconds())}`);
    for (const name of ['Olive Marsh', 'Quentin Ray']) {
      await tabTo(lead, new RegExp(name));
      await lead.keyboard.press('Space');
    }
    await press(lead, /Freeze and sign/);
    await dialog.waitFor({ state: 'hidden' });
    await lead.getByText('Waits for the second signature').first().waitFor();
  });

  it('is drawn by two, each with a part of the seed, once its moment has come', async () => {
    await press(giver, /Confirm the frame/);
    await press(giver, /Lodge your contribution/);
    await press(lead, /Lodge your contribution/);
    for (const page of [giver, lead]) {
      // Nothing tells a window that a moment has come: a person comes back to it.
      await expect
        .poll(
          async () => {
            await page.locator('main').first().press('g');
            await page.keyboard.press('i');
            await goToAudits(page);
            await page.getByRole('heading', { name: /1 judgment/ }).waitFor();
            return page.getByRole('button', { name: 'Open your contribution' }).count();
          },
          { timeout: 40_000, interval: 1_000 },
        )
        .toBe(1);
      await press(page, /Open your contribution/);
      await tabTo(page, /The number as it is printed/);
      await page.keyboard.type('3.75');
      await page.keyboard.press('Enter');
      await page.getByRole('cell', { name: '3.75' }).first().waitFor();
    }
    await press(lead, /Draw the sample/);
    await lead.getByText('Drawn', { exact: true }).first().waitFor();
    await lead.getByRole('button', { name: 'Northmere' }).waitFor();
    await looksSound(lead, 'audits-drawn', { atZoom: true });
    await giver.getByRole('button', { name: 'Northmere' }).waitFor();
    expect(await giver.locator('article code').first().textContent()).toBe(
      await lead.locator('article code').first().textContent(),
    );
  });

  it('is read blind by somebody who wrote in none of it, in the order that the audit has', async () => {
    await tabTo(lead, /Role of Nia Tarn/);
    await lead.keyboard.type('Auditor');
    await press(lead, /Sign the role of Nia Tarn/);
    await tabTo(lead, /A second reader/);
    await lead.keyboard.press('ControlOrMeta+a');
    await lead.keyboard.type('1');
    await press(lead, /Share out to read/);
    await lead.getByText('Nia Tarn: to read on the evidence').waitFor();
    await lead.getByText('Noor Vane: to read on the evidence').waitFor();
    await press(reader, /^Read Northmere/);
    await reader.getByRole('heading', { name: 'Order of reading' }).waitFor();
    await looksSound(reader, 'audits-read', { atZoom: true });
    await gradeAll();
    await reader.getByText('The narrative is open').first().waitFor();
    await reader.getByRole('heading', { name: 'Narrative, grades hidden' }).waitFor();
    await looksSound(reader, 'audits-narrative');
    await reader.getByRole('radio', { name: 'Yes' }).check();
    await reader.locator('main').first().press('Control+Enter');
    await reader.getByRole('heading', { name: /^Outcome for/ }).waitFor();
    await looksSound(reader, 'audits-open', { atZoom: true });
  });

  /** Gives every area a grade and a reason, and lodges them. */
  async function gradeAll(): Promise<void> {
    const main = reader.locator('main').first();
    const areas = await reader
      .getByRole('navigation', { name: 'Order of reading' })
      .locator('.areas li')
      .count();
    expect(areas).toBeGreaterThan(2);
    for (let at = 0; at < areas; at += 1) {
      for (const key of ['2', 'u']) await main.press(key);
      await tabTo(reader, /My reason/);
      await reader.keyboard.type('The notes show it.');
      await main.press('j');
    }
    await reader.getByRole('radio', { name: 'No', exact: true }).check();
    await main.press('Control+Enter');
  }

  it('takes an outcome of every area, answers to its questions and a grade of the file', async () => {
    const areas = await reader.locator('main tbody tr').count();
    for (let at = 0; at < areas; at += 1) {
      await reader.locator('main').first().press('1');
      await reader.locator('main').first().press('j');
    }
    for (const confirm of await reader.getByRole('button', { name: 'Confirm', exact: true }).all())
      await confirm.click();
    await press(reader, /^Good$/);
    await reader.locator('main').first().press('Control+Enter');
    await reader.getByText('The outcomes are recorded and signed').first().waitFor();
    await reader.locator('main').first().press('b');
    await reader.getByRole('button', { name: 'Look at Northmere' }).waitFor();
    await lead.getByText('Nia Tarn: read', { exact: true }).waitFor();
  });

  it('sends a finding to whoever leads the judgment, after their own assessment and not before', async () => {
    await press(reader, /^Look at Northmere/);
    await reader.getByRole('heading', { name: /^Findings to the people/ }).waitFor();
    await tabTo(reader, /^ ?Lena Holt, leads it/);
    await reader.keyboard.press('Space');
    await reader.locator('main').first().press('f');
    await reader.keyboard.press('Enter');
    await reader.getByText('Self-assessment by').waitFor();
    expect(await reader.getByRole('button', { name: 'Send the finding' }).count()).toBe(0);
    await giver.locator('main').first().press('g');
    await giver.keyboard.press('q');
    await press(giver, /^Assess your own judgment/);
    await giver.getByRole('heading', { name: 'Findings to you' }).waitFor();
    await tabTo(giver, /Look at it again yourself/);
    await giver.keyboard.type('I would cite more.');
    await press(giver, /Give your self-assessment/);
    // It comes to the other window with the folder.
    await reader.getByText('The finding, in the second person').waitFor();
    await tabTo(reader, /The finding, in the second person/);
    await reader.keyboard.type('You sealed it on two notes.');
    await press(reader, /Send the finding/);
    await giver.getByText('You sealed it on two notes.').waitFor();
    await tabTo(giver, /I agree/);
    await giver.keyboard.press('Space');
    await looksSound(giver, 'audits-finding');
    await press(giver, /Answer the finding/);
    await giver.getByText('Plan the action').waitFor();
    await reader.getByText('Answered, no action yet').waitFor();
    await looksSound(reader, 'audits-findings');
    await lead.getByRole('button', { name: 'Northmere, finding on', expanded: false }).waitFor();
  });

  it('has figures for its lead, each with its bound, and none for whoever reads blind or gave to the seed', async () => {
    await press(lead, /Work out the figures/);
    await lead.getByText(/1 of 1 drawn are read, of 1 judgment in the frame/).waitFor();
    for (const key of ['o', '3', 'j', 'k', 'k', 'k', 't', '5']) await lead.locator('main').first().press(key);
    await lead.getByRole('cell', { name: '0 of 1 (0.0 %)' }).waitFor();
    expect(await lead.getByRole('button', { name: 'Weakly recorded', pressed: true }).count()).toBe(1);
    await lead.locator('.figs h2:focus').getByText('Use of each grade').waitFor();
    await looksSound(lead, 'audits-figures', { atZoom: true });
    await lead.keyboard.press('t');
    const annex = lead.waitForEvent('download');
    await lead.keyboard.press('x');
    expect(readFileSync(await (await annex).path(), 'utf8')).toContain('Seals that match');
    await lead.keyboard.press('b');
    await tabTo(lead, /Public: names nobody/);
    await lead.keyboard.press('Space');
    const downloaded = lead.waitForEvent('download');
    await press(lead, /Report as HTML/);
    const text = readFileSync(await (await downloaded).path(), 'utf8');
    expect(text).toContain('Report of the audit: Autumn audit');
    expect(['Northmere', 'Nia Tarn', 'Quentin Ray'].filter((name) => text.includes(name))).toEqual([]);
    await lead
      .getByText(/^audit-[0-9a-f]{8}-public\.html was saved/)
      .first()
      .waitFor();
    expect(await giver.getByRole('button', { name: 'Work out the figures' }).count()).toBe(0);
  });

  it('leads from a ticket to the record of its judgment', async () => {
    await press(lead, /^ ?Northmere$/);
    await lead.getByRole('navigation', { name: 'Place' }).getByText('Northmere').first().waitFor();
    expect(new URL(lead.url()).hash).toMatch(/^#\/record\//);
  });
});
