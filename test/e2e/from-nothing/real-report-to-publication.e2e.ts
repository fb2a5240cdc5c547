import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPath } from '../../../src/main/commands/verify-path.ts';
import { ownAuthority } from '../../main/timestamps/own-authority.ts';
import { workerSources } from '../../main/running-scope.ts';
import { printedBySeals, verifyAlone } from '../../main/standalone-verifier.ts';
import { approveAs, colleagueIn } from '../colleague.ts';
import { ownFolder, root, type OpenApplication } from '../open-application.ts';
import { pdfFacts } from '../pdf-facts.ts';
import { uaFaults } from '../pdf-ua.ts';
import { wordFacts } from '../word-facts.ts';
import { goToTab, makeTeamEast, openEmptyHome, sayWhoYouAre } from './at-a-window.ts';
import { giveReasons, noteUnder } from './writing-at-a-window.ts';

const report = join(root, '..', 'shared', 'data', 'reports', '80573-trafford--03-august-2026.txt');
const present = existsSync(report);
if (!present) console.log('absent: the real reports (../shared/data); none went from import to publication.');
const authority = ownAuthority();
if (authority === null) console.log('absent: openssl; the seal of the real report was not time-stamped.');

const areas = ['Impact of leaders', 'Help and protection', 'Children in care', 'Care leavers'] as const;
const reasons = [
  ['The required kinds of evidence are there', 'The case tracking is kept apart.'],
  ['A panel has moderated the grades', 'A pilot without a panel.'],
] as const;
const afterwards = [
  ['Interests are declared', 'Both declared on paper that they have none.'],
  ['Who approves is verified', 'They sit in one room.'],
] as const;

const noted = 'As leaders told inspectors.';
/** One black point: the smallest PNG there is. */
const point = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

/** What a press hands out as a file, kept under its name. */
async function handedOut(page: Page, folder: string, press: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download');
  await press();
  const file = await download;
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

describe.runIf(present)('a published report, from its import to its publication, by mouse', () => {
  const kept = process.env['PLUMBLINE_KEEP_DOCUMENTS'];
  let base: Awaited<ReturnType<typeof ownFolder>>;
  let out: string;
  let ada: OpenApplication;
  let page: Page;
  /** The words of the seal, as its own screen says them. */
  let fingerprint = '';
  const files = new Map<string, string>();
  const text = (name: string): string => readFileSync(files.get(name) ?? '', 'utf8');

  beforeAll(async () => {
    base = await ownFolder();
    out = kept ?? join(base.path, 'out');
    mkdirSync(out, { recursive: true });
    ada = await openEmptyHome(base.path, 'ada');
    ({ page } = ada);
  });
  afterAll(async () => {
    authority?.remove();
    await ada.close();
    await base.remove();
  });

  it('it is imported, and each area rests on a note', async () => {
    await sayWhoYouAre(page, 'Ada Marsh', 'Senior inspector');
    await makeTeamEast(page, base.path);
    await ada.chooseFiles({
      ask: () => page.getByRole('button', { name: 'Import reports' }).first().click(),
      paths: [report],
    });
    const dialog = page.getByRole('dialog', { name: 'Imported 1 of 1 file' });
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Trafford/u }).click();
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
    for (const area of areas) await noteUnder(page, area);
  });

  it('each point that needs to improve rests on a note', async () => {
    await goToTab(page, 'Write');
    await page.getByRole('navigation', { name: 'Sections' }).getByText('9 points').click();
    const opening = page.getByText('Rests on 0 notes');
    for (let left = await opening.count(); left > 0; left -= 1) {
      await opening.first().click();
      await page.locator('details[open] input[type=checkbox]:not(:checked)').last().check();
      await page.locator('details[open] summary', { hasText: 'Rests on 1 note' }).last().waitFor();
      await page.locator('details[open] summary').last().click();
    }
    await page.getByRole('navigation', { name: 'Sections' }).getByText('Help and protection').click();
    await page.locator('.cm-content').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' [foot');
    await page.getByRole('option', { name: /^Footnote/u }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type(noted);
    await page.getByRole('button', { name: /^Save a revision/u }).click();
    const dialog = page.getByRole('dialog', { name: 'Save a revision' });
    await dialog.getByLabel('Why did it change?').fill('Each point rests on a note, and one says more');
    await dialog.getByRole('button', { name: 'Save the revision' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('it is sent to the provider, who has no comments', async () => {
    await goToTab(page, 'Finalise');
    await page.getByRole('button', { name: /^The provider has checked the facts/u }).click();
    await page.getByRole('button', { name: 'Record as sent' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send the draft for factual accuracy' });
    await dialog.getByRole('button', { name: 'Record as sent' }).click();
    await dialog.waitFor({ state: 'hidden' });
    files.set('sent', await handedOut(page, out, () => press(page, 'Numbered draft (Word)')));
    const sent = wordFacts(readFileSync(files.get('sent') ?? ''));
    expect(sent.watermark).toBe('Draft for factual accuracy');
    expect(sent.text).toContain('Timeliness and response to children at risk of significant harm');
    await press(page, 'They had no comments');
    await page.getByText(/^Sent by/u).waitFor();
    await handedOut(page, out, () => press(page, 'Draft 1 (Word)'));
    await page.getByText(/^Answer 1: no comments/u).waitFor();
  });

  it('a colleague who wrote none of it approves, and it is sealed', async () => {
    const colleague = await colleagueIn(join(base.path, 'team'), join(base.path, 'ben'), 'Ben Holt');
    await goToTab(page, 'People');
    await page.getByLabel('Give Ben Holt a role').selectOption('Quality assurance');
    await page.locator('.chip', { hasText: 'Quality assurance' }).waitFor();
    await goToTab(page, 'Finalise');
    await giveReasons(page, reasons);
    await approveAs(colleague);
    await giveReasons(page, afterwards);
    await page.getByText(/gates? (?:is|are) still open/u).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Sign and seal/u }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign and seal the judgment' });
    await dialog.getByRole('button', { name: 'Sign and seal' }).click();
    await page.getByRole('heading', { name: 'Sealed', exact: false }).first().waitFor();
  });

  it('the team’s house style is set: its logo, and how to reach it', async () => {
    const logo = join(base.path, 'logo.png');
    writeFileSync(logo, Buffer.from(point, 'base64'));
    await press(page, 'House style …');
    const dialog = page.getByRole('dialog', { name: 'House style' });
    await ada.chooseFiles({
      ask: () => dialog.getByRole('button', { name: 'Choose a logo (PNG)' }).click(),
      paths: [logo],
    });
    await dialog.getByLabel('What the logo shows').fill('Northshire Inspectorate');
    await dialog.getByLabel(/^Contact/u).fill('1 High Street, Northton');
    await dialog.getByRole('button', { name: 'Set the house style' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it.runIf(authority !== null)('its seal is time-stamped by an authority outside', async () => {
    const asked = await handedOut(page, base.path, () => press(page, 'Ask for a time-stamp (.tsq)'));
    const answer = join(base.path, 'answer.tsr');
    writeFileSync(answer, authority?.answer(readFileSync(asked)) ?? '');
    await ada.chooseFiles({ ask: () => press(page, 'Attach its response (.tsr)'), paths: [answer] });
    await page.getByText('Test time authority').waitFor();
  });

  it('its publication is recorded with its day and address', async () => {
    await press(page, 'Record the publication');
    const dialog = page.getByRole('dialog', { name: 'Record a day' });
    await dialog.getByLabel('Address on the web').fill('https://reports.example.org/50312345');
    await dialog.getByRole('button', { name: 'Record the day' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('https://reports.example.org/50312345').first().waitFor();
  });

  it('its documents say everything that was published, in every format', async () => {
    const source = readFileSync(report, 'utf8').match(/^\d{1,2}\. .*$/gmu) ?? [];
    expect(source.length).toBeGreaterThan(50);
    for (const format of ['pdf', 'docx', 'html'] as const) {
      await page.locator('label', { hasText: /^As/u }).getByRole('combobox').selectOption(format);
      files.set(format, await handedOut(page, out, () => press(page, 'Make the document')));
    }
    const pdf = new Uint8Array(readFileSync(files.get('pdf') ?? ''));
    const facts = await pdfFacts(pdf);
    expect(await uaFaults(pdf)).toEqual([]);
    expect(facts.alternatives).toContain('Northshire Inspectorate');
    const word = wordFacts(readFileSync(files.get('docx') ?? ''));
    const said = [facts.spoken, `${word.text} ${word.footnotes}`, text('html')];
    for (const words of said.map((all) => all.replaceAll(/<[^>]*>|\s+/gu, ' ').replaceAll(/\s+/gu, ' '))) {
      for (const line of source)
        expect(words).toContain(
          line
            .replace(/^\d+\. /u, '')
            .slice(0, 50)
            .trim(),
        );
      for (const more of ['reports.example.org/50312345', '1 High Street, Northton', noted])
        expect(words).toContain(more);
      expect(words).not.toMatch(/Draft\. Not final|\bNone\b|\[[A-Z]{2}-\d{3}\]/u);
    }
  });

  it('a copy with words taken out, its certificate and its records are handed out', async () => {
    await press(page, 'Redacted copy');
    const dialog = page.getByRole('dialog', { name: 'Make a redacted copy' });
    await dialog.getByLabel('To whom, or where').fill('The website');
    await dialog.getByLabel(/^Words to take out/u).fill('TALKSHOP: would tell which children are meant');
    files.set(
      'redacted',
      await handedOut(page, out, () => dialog.getByRole('button', { name: 'Make the copy' }).click()),
    );
    await dialog.waitFor({ state: 'hidden' });
    files.set('certificate', await handedOut(page, out, () => press(page, 'Certificate')));
    files.set('records', await handedOut(page, out, () => press(page, 'All records (.judgment)')));
    expect(text('redacted')).not.toContain('TALKSHOP');
    expect(text('records')).toContain('TALKSHOP');
    fingerprint = /<strong>((?:\w+ ){7}\w+)<\/strong>/u.exec(text('certificate'))?.[1] ?? '';
    expect(fingerprint).not.toBe('');
  });

  it('both verifiers print of both files what the certificate says', async () => {
    const place = { root, profile: join(base.path, 'auditor'), version: '0', workers: workerSources };
    for (const name of ['records', 'redacted']) {
      const path = files.get(name) ?? '';
      const { code, lines } = await verifyPath(place, path, {});
      const alone = await verifyAlone(path);
      const printed = lines.filter((line) => printedBySeals.test(line));
      expect([name, code, alone.code, alone.sealed]).toEqual([name, 0, 0, true]);
      expect(printed).toEqual(alone.printed);
      expect(printed.join('\n')).toContain(fingerprint);
      for (const person of ['Ada Marsh', 'Ben Holt']) expect(printed.join('\n')).toContain(person);
    }
  });

  it('somebody without a workspace reads both', async () => {
    const reader = await openEmptyHome(base.path, 'reader');
    for (const [name, kind] of [
      ['records', 'All records of an inspection'],
      ['redacted', 'Redacted copy of a sealed judgment'],
    ] as const) {
      const ask = name === 'records' ? 'Read a file of records' : 'Open another file';
      await reader.chooseFiles({ ask: () => press(reader.page, ask), paths: [files.get(name) ?? ''] });
      await reader.page.getByText(new RegExp(kind, 'u')).waitFor();
      await reader.page.getByRole('heading', { name: 'Verified' }).waitFor();
      // The publication at least came after the seal.
      await reader.page.getByText(/^Since then: .*1 day that a clock turns on/u).waitFor();
      await reader.page.getByText('strengthened and stabilised the workforce').waitFor();
    }
    await reader.close();
  });
});
