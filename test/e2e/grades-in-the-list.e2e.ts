import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginDraft } from '../../src/main/application/draft/begin-draft.ts';
import { need, run, settle } from '../main/running-scope.ts';
import { keepPicture } from './looks-sound.ts';
import { introduce, ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';

/** Inspections under frameworks of ever more areas: the first day, the last grade in sight, and how many more there are. */
const drafts = [
  ['Northbrook', 'ilacs-2026', '2026-10-05', /care leavers/, null],
  ['Bromley', 'ilacs-2023', '2024-01-08', /^Overall effectiveness/, null],
  ['Southmere', 'sif-2013', '2015-05-11', /./, '+2'],
  ['Westmoor', 'youth-justice', '2023-10-02', /./, '+9'],
] as const;

describe('the grades of each area in the list of inspections', () => {
  let home: Awaited<ReturnType<typeof ownFolder>>;
  let application: OpenApplication;
  let page: Page;

  beforeAll(async () => {
    home = await ownFolder();
    const team = join(home.path, 'team');
    mkdirSync(team);
    const ada = run(join(home.path, 'elsewhere'));
    await settle(ada, 'Ada Reader', team, true);
    for (const [provider, framework, start] of drafts) {
      const begun = { provider, kind: '', framework, start, end: null, recoveryOwner: null };
      need(await beginDraft(ada.scope, begun));
    }
    ada.app.release();
    application = await openApplication(home.path);
    ({ page } = application);
    await introduce(page, 'Ines Sadiq');
    await application.chooseFolder({
      ask: () => page.getByRole('button', { name: 'Open a folder' }).click(),
      path: team,
      walk: () => page.getByRole('button', { name: 'team (workspace)' }).click(),
    });
    await page.getByRole('button', { name: /^Westmoor/ }).waitFor();
  });
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  it.each([
    { width: 1440, height: 900 },
    { width: 1100, height: 700 },
  ])('are in sight to the last at $width x $height', async ({ width, height }) => {
    await page.setViewportSize({ width, height });
    for (const [provider, , , last, more] of drafts) {
      const cell = page
        .getByRole('row', { name: new RegExp(`^${provider}`) })
        .getByRole('cell')
        .nth(2);
      const symbols = cell.getByRole('img');
      const [edge, own] = [await cell.boundingBox(), await symbols.last().boundingBox()];
      expect((own?.x ?? Infinity) + (own?.width ?? 0), provider).toBeLessThan(
        (edge?.x ?? 0) + (edge?.width ?? 0),
      );
      expect(await symbols.last().getAttribute('aria-label')).toMatch(last);
      expect(await cell.getByText(/^\+\d+$/).allTextContents()).toEqual(more === null ? [] : [more]);
    }
    await keepPicture(page, `grades-in-the-list-${width}`);
  });
});
