import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { introduce, ownFolder, root, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { importShortReport, makeTeamWorkspace } from './team-workspace.ts';
import { beginDraft } from '../../src/main/application/draft/begin-draft.ts';
import { exportCard, renderCopy } from '../../src/main/application/exchange/export-copy.ts';
import { backUpKey } from '../../src/main/application/people/people-calls.ts';
import { hostilePdfs } from '../main/documents/hostile/hostile-pdfs.ts';
import { hostileWords } from '../main/documents/hostile/hostile-words.ts';
import { excelOf, withSheetXml } from '../main/documents/evidence-fixtures.ts';
import { pdfOfLines, trackedWord, wordTable } from '../main/documents/report-fixtures.ts';
import { need, run, settle } from '../main/running-scope.ts';

let home: Awaited<ReturnType<typeof ownFolder>>;
let application: OpenApplication;

/** What a colleague sends from another computer: their card, a draft of theirs, and a backup of their own key. */
async function sentByCleo(): Promise<void> {
  const folder = join(home.path, 'elsewhere');
  await mkdir(folder);
  const cleo = run(join(home.path, 'cleo'));
  await settle(cleo, 'Cleo Ray', folder, true);
  const begun = { provider: 'Southmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05' };
  const { draft } = need(await beginDraft(cleo.scope, { ...begun, end: null, recoveryOwner: null }));
  await file('cleo.judgment', need(await renderCopy(cleo.scope, { draft, evidence: true })).bytes);
  need(await exportCard(cleo.scope));
  need(await backUpKey(cleo.scope, { passphrase }));
  for (const [name, bytes] of cleo.saved) await file(name.replace(/^.*(?=\.)/u, 'cleo'), bytes);
  cleo.app.release();
}

beforeAll(async () => {
  home = await ownFolder();
  await sentByCleo();
  await mkdir(join(home.path, 'team'));
  application = await openApplication(home.path);
  await introduce(application.page, 'Ines Sadiq');
  await makeTeamWorkspace(application, home.path);
  await importShortReport(application);
});
afterAll(async () => {
  await application.close();
  await home.remove();
});

const passphrase = 'a lantern by the weir';
const shortReport = join(import.meta.dirname, 'a-short-report.txt');

/** A file in the home, to be chosen in the window. */
async function file(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(home.path, name);
  await writeFile(path, bytes);
  return path;
}

async function goTo(letter: string, heading: string): Promise<void> {
  const { page } = application;
  await page.keyboard.press('g');
  await page.keyboard.press(letter);
  await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
}

describe('a file that a person chooses in the window is read', () => {
  it('as a report: PDF, Word and text together', async () => {
    const { page } = application;
    const text = await readFile(shortReport, 'utf8');
    await goTo('i', 'Inspections');
    await application.chooseFiles({
      ask: () => page.getByRole('button', { name: 'Import reports' }).click(),
      paths: [
        await file('pdf-report.pdf', pdfOfLines(text.replaceAll('Northmere', 'Westmere'))),
        await file('word-report.docx', await trackedWord()),
        await file('text-report.txt', text.replaceAll('Northmere', 'Eastmere')),
      ],
    });
    const results = page.getByRole('dialog', { name: /3 of 3 files/ });
    await results.waitFor();
    expect(await results.getByText(/^All of its [\d,]+ characters have a place/).count()).toBe(3);
    await results.getByRole('button', { name: 'See where it went' }).first().click();
    await page.getByRole('heading', { name: 'Every character has a place' }).waitFor();
    const row = page.getByRole('listitem').filter({ hasText: 'Plans name the risks well' });
    await row.getByRole('button').click();
    await row.getByRole('button', { name: 'Summary' }).click();
    await row.getByText('moved from').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await results.waitFor();
    await page.keyboard.press('Escape');
    await results.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Westmere/ }).waitFor();
    await page.getByRole('button', { name: /^Eastmere/ }).waitFor();
  });

  it('as a report that is shown before it comes in, and moved in by keyboard alone', async () => {
    const { page } = application;
    const text = (await readFile(shortReport, 'utf8')).replaceAll('Northmere', 'Readmere');
    await application.chooseFiles({
      ask: () => page.keyboard.press('b'),
      paths: [await file('read-first.txt', text)],
    });
    await page.getByRole('heading', { name: 'Readmere' }).waitFor();
    expect(await page.getByRole('button', { name: /^Readmere/ }).count()).toBe(0);
    const row = page.getByRole('listitem').filter({ hasText: 'Plans name the risks well' });
    while ((await row.getByRole('button', { expanded: false }).getAttribute('aria-current')) === null)
      await page.keyboard.press('j');
    await page.keyboard.press('m');
    await page.keyboard.press('1');
    await row.getByText('moved from').waitFor();
    await page.keyboard.press('Control+Enter');
    const results = page.getByRole('dialog', { name: /1 of 1 file/ });
    await results.getByText(/^Moved before it came in: .*Plans name the risks well/u).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Readmere/ }).waitFor();
  });

  it('as a report that is dropped on the list', async () => {
    const { page } = application;
    const bytes = pdfOfLines((await readFile(shortReport, 'utf8')).replaceAll('Northmere', 'Dropmere'));
    const data = await page.evaluateHandle(
      (content) => {
        const dropped = new DataTransfer();
        dropped.items.add(new File([Uint8Array.from(content)], 'dropped.pdf', { type: 'application/pdf' }));
        return dropped;
      },
      [...bytes],
    );
    await page.locator('main').dispatchEvent('drop', { dataTransfer: data });
    await page.getByRole('dialog', { name: /1 of 1 file/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Dropmere/ }).waitFor();
  });

  it('and refused by the bound that it meets, or stopped in its middle, and others come in', async () => {
    const { page } = application;
    const [bomb, endless] = ['Word: 60 MB of nothing, packed', 'PDF: a hex text without end'].map((name) =>
      [...hostileWords, ...hostilePdfs].find((hostile) => hostile.name === name)?.bytes(),
    );
    if (bomb === undefined || endless === undefined) throw new Error('there is no such file');
    await application.chooseFiles({
      ask: () => page.getByRole('button', { name: 'Import reports' }).click(),
      paths: [
        await file('bomb.docx', bomb),
        await file('good.txt', (await readFile(shortReport, 'utf8')).replaceAll('Northmere', 'Boundmere')),
        await file('endless.pdf', endless),
      ],
    });
    await page.getByText('2 of 3 read; reading endless.pdf …').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    const results = page.getByRole('dialog', { name: /1 of 3 files/ });
    await results
      .getByText(/bomb\.docx/u)
      .first()
      .waitFor();
    await results
      .getByText(/^A part of the file unpacks to more than 250 times its size.*Nothing was imported/u)
      .waitFor();
    await results.getByText(/^You stopped the reading\. Nothing was imported/u).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Boundmere/ }).waitFor();
  });

  it('and refused in words where it is larger than a host takes', async () => {
    const { page } = application;
    const data = await page.evaluateHandle(() => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([new Uint8Array(100_000_001)], 'film.pdf'));
      return dropped;
    });
    await page.locator('main').dispatchEvent('drop', { dataTransfer: data });
    await page.getByText('film.pdf is larger than 100 MB. Nothing was imported.').first().waitFor();
  });

  it.each([
    ['visit.csv', () => 'Note;Date\nSeen at home;6/10/2026\n'],
    [
      'visit.xlsx',
      () =>
        excelOf([
          ['Note', 'Date'],
          ['Seen at school', '7/10/2026'],
        ]),
    ],
    ['visit.txt', () => 'Seen at the office on a Monday\n'],
    ['visit.docx', () => wordTable(['Note', 'Date'], ['Seen at the court', '8/10/2026'])],
  ])('as evidence: %s', async (name, content) => {
    const { page } = application;
    if (!page.url().includes('matrix')) {
      await page.getByRole('button', { name: /^Eastmere/ }).click();
      await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
      await goTo('m', 'Matrix');
    }
    await application.chooseFiles({
      ask: () => page.getByRole('button', { name: /Import evidence/ }).click(),
      paths: [await file(name, await content())],
    });
    const preview = page.getByRole('dialog', { name: new RegExp(name) });
    await preview.getByLabel('Source where a row says none').fill('The team');
    await preview.getByLabel('Day where a row says none').fill('2026-10-09');
    await page.keyboard.press('Tab');
    await preview.getByRole('button', { name: 'Import 1 note' }).click();
    await preview.waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: 'Evidence in and out' }).getByText(name).waitFor();
  });

  it('as evidence whose headings tell nothing and which hides a row: both are asked', async () => {
    const { page } = application;
    const rows = [
      ['What we saw', 'Person'],
      ['Seen in the garden', 'Sister'],
      ['Seen in the kitchen', 'Aunt'],
    ];
    const workbook = withSheetXml(excelOf(rows), '<row r="3">', '<row r="3" hidden="1">');
    await application.chooseFiles({
      ask: () => page.getByRole('button', { name: /Import evidence/ }).click(),
      paths: [await file('garden.xlsx', workbook)],
    });
    const preview = page.getByRole('dialog', { name: /garden\.xlsx/ });
    await preview.getByText('Which column holds the notes?').waitFor();
    await preview.getByText('The workbook hides row 3: it is left out.').waitFor();
    await preview.getByLabel(/^Note/).selectOption('What we saw');
    await preview.getByLabel(/^Who or what/).selectOption('Person');
    await preview.getByLabel('Day where a row says none').fill('2026-10-09');
    await page.keyboard.press('Tab');
    await preview.getByRole('button', { name: 'Import 1 note' }).waitFor();
    await preview.getByText('Which column holds the notes?').waitFor({ state: 'hidden' });
    await preview.getByLabel('Import 1 hidden row too').check();
    await preview.getByText('The workbook hides row 3: it makes a note like the others.').waitFor();
    await preview.getByRole('button', { name: 'Import 2 notes' }).click();
    await preview.waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: 'Evidence in and out' }).getByText('garden.xlsx').waitFor();
  });

  it('as a colleague’s card and as a draft of theirs', async () => {
    const { page } = application;
    await goTo('i', 'Inspections');
    for (const [name, added] of [
      ['cleo.card', 'card was added'],
      ['cleo.judgment', 'were imported'],
    ] as const) {
      const chosen = join(home.path, name);
      await application.chooseFiles({ ask: () => page.keyboard.press('t'), paths: [chosen] });
      const offered = page.getByRole('dialog', { name: /would add/ });
      await offered.getByRole('button', { name: 'Take it in' }).click();
      await offered.waitFor({ state: 'hidden' });
      await page.getByRole('region', { name: 'Message' }).getByText(added).waitFor();
    }
    await page.getByRole('button', { name: /^Southmere/ }).waitFor();
  });

  it('as a framework', async () => {
    const { page } = application;
    await goTo('k', 'Frameworks');
    const framework = await readFile(join(root, 'resources/frameworks/ilacs-2026.json'), 'utf8');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import a file' }).click();
    await (await chooser).setFiles(await file('framework.json', framework));
    await page.getByRole('button', { name: 'Write', exact: true, pressed: true }).waitFor();
  });

  it('as a file to open, and as a backup of a key, on a computer where nobody has said who they are', async () => {
    const empty = join(home.path, 'another-computer');
    await mkdir(empty);
    // Double-clicked there, a judgment is read before anybody has said who they are.
    const files = [join(home.path, 'cleo.judgment')];
    const another = await openApplication(empty, {
      size: { width: 1100, height: 700 },
      theme: 'light',
      files,
    });
    const { page } = another;
    await page.getByRole('region', { name: 'This file' }).getByText('Southmere').first().waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await another.chooseFiles({
      ask: () => page.getByRole('button', { name: 'Choose a key backup' }).click(),
      paths: [join(home.path, 'cleo.json')],
    });
    await page.getByLabel(/Passphrase of cleo.json/).fill(passphrase);
    await page.getByRole('button', { name: 'Restore my key' }).click();
    await page.getByRole('heading', { name: 'Open a workspace' }).waitFor();
    await another.close();
  });
});
