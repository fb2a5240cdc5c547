import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { services } from '../../src/main/composition/calls.ts';
import { need, type Running } from '../main/running-scope.ts';
import { findings } from './axe-findings.ts';
import { colleagueIn } from './colleague.ts';
import { looksSound } from './looks-sound.ts';
import { introduce, ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { importShortReport, makeTeamWorkspace } from './team-workspace.ts';

const longName = 'Royal Borough of Kensington and Chelsea Safeguarding Children Partnership';

describe('the details of an inspection', () => {
  let application: OpenApplication;
  let page: Page;
  let dialog: Locator;
  let home: Awaited<ReturnType<typeof ownFolder>>;
  let gareth: Running;

  beforeAll(async () => {
    home = await ownFolder();
    await mkdir(join(home.path, 'team'));
    application = await openApplication(home.path);
    ({ page } = application);
    dialog = page.getByRole('dialog', { name: 'Details of the inspection' });
    await introduce(page, 'Helen Ashdown');
    await makeTeamWorkspace(application, home.path);
    gareth = await colleagueIn(join(home.path, 'team'), join(home.path, 'gareth'), 'Gareth Oakes');
    await importShortReport(application);
  });
  afterAll(async () => {
    gareth.app.release();
    await application.close();
    await home.remove();
  });

  const draftId = (): string => /[0-9a-f]{64}/.exec(page.url())?.[0] ?? '';
  const save = async (): Promise<void> => {
    await dialog.getByRole('button', { name: 'Save the details' }).click();
    await dialog.waitFor({ state: 'hidden' });
  };

  it('open by key, from the document bar and from the palette', async () => {
    await page.keyboard.press('F2');
    await dialog.waitFor();
    expect(await dialog.getByLabel('Provider').inputValue()).toBe('Northmere');
    expect(await dialog.getByLabel('Last day').inputValue()).toBe('2026-10-16');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Northmere/ }).click();
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('details of');
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    expect(await findings(page)).toEqual([]);
  });

  const impossible: readonly (readonly [string, string, string, string])[] = [
    ['a last day before the first', 'Last day', '2026-10-11', 'The last day lies before the first day.'],
    ['a year that nobody means', 'First day', '1899-10-12', 'the year must lie between 1990 and 2100'],
    ['a publication before the end', 'Day of publication', '2026-10-01', 'before the inspection ended'],
    ['no name', 'Provider', ' ', 'The provider has no name.'],
  ];
  it.each(impossible)('cannot be saved with %s', async (_what, label, value, message) => {
    const before = await dialog.getByLabel(label).inputValue();
    await dialog.getByLabel(label).fill(value);
    await dialog.getByRole('status').filter({ hasText: message }).waitFor();
    await dialog.getByRole('button', { name: 'Save the details' }).click({ force: true });
    expect(await dialog.isVisible()).toBe(true);
    await dialog.getByLabel(label).fill(before);
    await dialog.getByText('Nothing has been changed yet.').waitFor();
  });

  it('are corrected, stand everywhere at once and say who set them and what stood before', async () => {
    await dialog.getByLabel('Provider').fill(longName);
    await dialog.getByLabel('Last day').fill('2026-10-23');
    await dialog.getByLabel('Type of inspection').selectOption('short inspection');
    await save();
    const bar = page.getByRole('region', { name: 'This draft' });
    await bar.getByRole('button', { name: new RegExp(`^${longName} ILACS 2026, short inspection`) }).click();
    await dialog.getByText('Helen Ashdown set it, Today').first().waitFor();
    await dialog.getByText('1 earlier value').first().click();
    await dialog.getByText('Northmere').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.getByRole('button', { name: new RegExp(`^${longName}`) }).click();
  });

  it('ask for a reason where the framework does not apply on the first day', async () => {
    await page.keyboard.press('F2');
    await dialog.getByLabel('First day').fill('2025-10-12');
    await dialog.getByText(/ILACS 2026 is for inspections from Wed 1 Apr 2026/).waitFor();
    await dialog.getByRole('status').filter({ hasText: 'A reason is needed.' }).waitFor();
    await dialog.getByRole('button', { name: 'Discard the changes' }).click();
  });

  it('keep what two people wrote until somebody chooses', async () => {
    const writes = [{ name: 'leadInspector' as const, value: 'Gareth Oakes', over: [] }];
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.getByLabel('Give Gareth Oakes a role').selectOption({ label: 'Inspector' });
    await page.getByRole('button', { name: 'Take the role Inspector from Gareth Oakes' }).waitFor();
    need(await services.setDetails(gareth.scope, { draft: draftId(), writes, reason: null }));
    await page.getByRole('button', { name: '1 to settle' }).waitFor();
    await page.keyboard.press('F2');
    await dialog.getByRole('button', { name: 'Keep Rowan Ashdown' }).click();
    await save();
    await page.getByRole('button', { name: '1 to settle' }).waitFor({ state: 'hidden' });
  });

  it('move the stage by hand with a reason, and by what happens', async () => {
    await page.keyboard.press('F2');
    await dialog.getByLabel('Stage').selectOption('Fieldwork');
    await dialog.getByRole('button', { name: 'Save the details' }).click({ force: true });
    await dialog.getByRole('status').filter({ hasText: 'A reason is needed.' }).waitFor();
    await dialog.getByLabel('Reason').fill('The team goes back for two more days');
    await save();
    const bar = page.getByRole('region', { name: 'This draft' });
    await bar.getByText('Fieldwork').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Record a day' }).click();
    const moment = page.getByRole('dialog', { name: 'Record a day' });
    await moment.getByLabel(/^Day/).fill('2026-11-20');
    await moment.getByRole('button', { name: 'Record the day' }).click();
    // A key is the dialog's until it has closed.
    await moment.waitFor({ state: 'hidden' });
    await bar.getByText('Factual accuracy').waitFor();
    await page.keyboard.press('F2');
    await dialog.getByText('The team goes back for two more days').waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
  });

  it('raise the question about words that the provider has not seen, in the first revision after sending', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await page.locator('.cm-content').waitFor();
    await page.keyboard.press('e');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Care plans are late.');
    await page.keyboard.press('Control+s');
    const revision = page.getByRole('dialog', { name: 'Save a revision' });
    await revision.getByLabel('Why did it change?').fill('What the provider sent late');
    await revision.getByRole('button', { name: 'Save the revision' }).click();
    await revision.waitFor({ state: 'hidden' });
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.getByText('Words were added after the factual accuracy check began.').waitFor();
  });

  it('are read by everybody, and say why somebody cannot change them', async () => {
    const framework = 'ilacs-2026';
    const kind = 'standard inspection';
    const days = { start: '2026-11-02', end: null };
    need(
      await services.beginDraft(gareth.scope, {
        provider: 'Southmere',
        kind,
        framework,
        ...days,
        recoveryOwner: null,
      }),
    );
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.getByRole('button', { name: /^Southmere/ }).click();
    await page.getByRole('region', { name: 'This draft' }).getByText('Southmere').waitFor();
    await page.keyboard.press('F2');
    await dialog.getByText(/Your role in this draft does not let you change these details/).waitFor();
    await dialog.getByText('Mon 2 Nov 2026').waitFor();
    expect(await dialog.getByRole('button', { name: 'Save the details' }).count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('are checked before a draft begins as they are after, and name the field that is wrong', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.getByRole('heading', { name: 'Inspections', level: 1 }).waitFor();
    await page.keyboard.press('n');
    const begin = page.getByRole('dialog', { name: 'New draft' });
    const says = (words: string): Promise<void> =>
      begin.getByRole('status').filter({ hasText: words }).waitFor();
    const button = begin.getByRole('button', { name: 'Begin the draft' });
    await says('has no name yet');
    await begin.getByLabel('Authority or setting').fill('Eastmere');
    await begin.getByLabel('Framework').selectOption('ilacs-2026');
    expect(await begin.getByLabel('Type of inspection').inputValue()).toBe('standard inspection');
    await begin.getByLabel('First day').fill('1899-10-12');
    await says('First day: the year must lie between 1990 and 2100.');
    await button.click({ force: true });
    await begin.getByLabel('First day').fill('2025-10-13');
    await begin.getByText(/ILACS 2026 is for inspections from Wed 1 Apr 2026/).waitFor();
    await begin.getByLabel('Last day').fill('2025-10-06');
    await says('The last day lies before the first day.');
    await begin.getByLabel('Last day').fill('2025-10-17');
    await says('A reason is needed.');
    await looksSound(page, 'new-draft-checked');
    await begin.getByLabel('Reason').fill('A pilot of the framework');
    await begin.getByLabel('Type of inspection').selectOption('short inspection');
    await button.click();
    await begin.waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: 'This draft' }).getByText('Eastmere').waitFor();
    await page.keyboard.press('F2');
    await dialog.getByText('A pilot of the framework').first().waitFor();
    expect(await dialog.getByLabel('Type of inspection').inputValue()).toBe('short inspection');
    await page.keyboard.press('Escape');
  });

  it('tell a published report that is imported from a draft, and let a person say which it is', async () => {
    const text = readFileSync(join(import.meta.dirname, 'a-short-report.txt'), 'utf8');
    const old = join(home.path, 'southport.txt');
    const dates = /12 October 2026 to 16 October 2026/u;
    writeFileSync(
      old,
      text
        .replaceAll('Northmere', 'Southport')
        .replace(dates, '6 April 2026 to 10 April 2026\nPublished: 2 June 2026'),
    );
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.getByRole('button', { name: /^Southmere/ }).waitFor();
    await application.chooseFiles({ ask: () => page.keyboard.press('r'), paths: [old] });
    const results = page.getByRole('dialog', { name: 'Imported 1 of 1 file' });
    await results.getByText(/Taken for a published report/).waitFor();
    await looksSound(page, 'import-results');
    await page.keyboard.press('Escape');
    await results.waitFor({ state: 'hidden' });
    const group = page.locator('tbody').filter({ hasText: 'Published reports' });
    await group.getByRole('button', { name: /^Southport/ }).waitFor();
    expect(await group.getByText(/working days? late/).count()).toBe(0);
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.getByRole('heading', { name: 'Waiting for me' }).waitFor();
    expect(await page.getByText(/Southport/).count()).toBe(0);
  });

  it('of many files at once, and of many drafts verified, are read to the last by key', async () => {
    const text = readFileSync(join(import.meta.dirname, 'a-short-report.txt'), 'utf8');
    const paths = Array.from({ length: 12 }, (_, at) => {
      const path = join(home.path, `report-${at + 1}.txt`);
      writeFileSync(path, at % 4 === 3 ? '\0\u0001' : text.replaceAll('Northmere', `Ashford ${at + 1}`));
      return path;
    });
    const readToTheEnd = async (results: Locator): Promise<void> => {
      const list = results.getByRole('region').or(results.getByRole('list')).first();
      await expect
        .poll(async () => {
          await list.press('End');
          return list.evaluate((node) => node.scrollHeight - node.clientHeight - node.scrollTop);
        })
        .toBeLessThan(2);
    };
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.getByRole('heading', { name: 'Inspections', level: 1 }).waitFor();
    await application.chooseFiles({ ask: () => page.keyboard.press('r'), paths });
    const results = page.getByRole('dialog', { name: 'Imported 9 of 12 files' });
    await results.waitFor();
    await looksSound(page, 'import-results-many');
    await readToTheEnd(results);
    await page.keyboard.press('Escape');
    await page.keyboard.press('v');
    const verified = page.getByRole('dialog', { name: 'Nothing is broken' });
    await verified.waitFor();
    await looksSound(page, 'verified-many');
    await readToTheEnd(verified);
    await page.keyboard.press('Escape');
  });
});
