import { frontBlocks } from '../../src/shared/documents/front-matter.ts';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './axe-findings.ts';
import { guardWindow } from './window-guard.ts';
import { pdfFacts } from './pdf-facts.ts';
import { uaFaults } from './pdf-ua.ts';
import { wordFacts } from './word-facts.ts';
import { findBrowser } from '../../src/main/documents/find-browser.ts';
import { accessiblePdf } from '../../src/main/documents/pdf/accessible-pdf.ts';
import { printWithBrowser } from '../../src/main/documents/print-with-browser.ts';
import {
  draftDocument,
  type DraftDocumentKind,
} from '../../src/main/application/documents/draft-documents.ts';
import { renderDocument, type DocumentFormat } from '../../src/main/application/documents/render-document.ts';
import { importReports } from '../../src/main/application/report/import-reports.ts';
import { listDrafts } from '../../src/main/application/workspace/list-drafts.ts';
import { openSample } from '../../src/main/application/sample/open-sample.ts';
import type { Block, PrintedDocument, Words } from '../../src/shared/documents/printed-document.ts';
import { saveRevision } from '../../src/main/application/draft/save-revision.ts';
import { openDraft } from '../../src/main/application/window/open-draft.ts';
import { shown } from '../../src/shared/records/settled.ts';
import { writtenFootnote } from '../../src/shared/text/footnotes.ts';
import { need, ownFolder, run, settle, type Running } from '../main/running-scope.ts';

const trafford = join(import.meta.dirname, '../../../shared/data/reports/80573-trafford--03-august-2026.txt');
const present = existsSync(trafford);
if (!present)
  console.log('absent: the real reports (../shared/data); documents were made of the sample alone.');

const own = ownFolder();
let running: Running;
let browser: Browser;
/** Drafts by what they are called here. */
const drafts = new Map<string, { readonly running: Running; readonly draft: string }>();
const names = present ? ['the sample', 'Trafford 2026'] : ['the sample'];

beforeAll(async () => {
  running = run(join(own.path, 'profile'));
  mkdirSync(join(own.path, 'team'));
  await settle(running, 'Ada Field', join(own.path, 'team'), true);
  if (present) {
    const { grant } = await running.app.grants.grantFile(trafford);
    const [made] = need(await importReports(running.scope, { files: [grant], framework: null }));
    drafts.set('Trafford 2026', { running, draft: made?.draft ?? '' });
  }
  const sampled = run(join(own.path, 'sampled'));
  await settle(sampled, 'Bo Reader', join(own.path, 'other'), true).catch(() => undefined);
  need(await openSample(sampled.scope));
  const [row] = need(await listDrafts(sampled.scope));
  await addFootnote(sampled, row?.draft ?? '');
  drafts.set('the sample', { running: sampled, draft: row?.draft ?? '' });
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('There is no Chromium, Chrome or Edge on this machine.');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await chromium.launch({ executablePath, args });
});
afterAll(async () => {
  await browser.close();
  own.remove();
});

const noted = 'Of the nine plans that inspectors read.';

/** The sample cites no footnote: one is written at the end of its summary’s first sentence. */
async function addFootnote({ scope }: Running, draft: string): Promise<void> {
  const { state } = need(await openDraft(scope, { draft }));
  const open = state.narratives['summary'] ?? [];
  const text = (shown(open) ?? '').replace('.', `${writtenFootnote(noted)}.`);
  const over = open.map(({ record }) => record);
  const revision = { draft, reason: 'Says of which', grades: [], improvements: null };
  need(await saveRevision(scope, { ...revision, narratives: [{ section: 'summary', text, over }] }));
}

/** The fonts that Plumbline ships, whatever the machine has. */
const houseFonts = /^(?:Inter|SourceSerif4)-(?:Regular|SemiBold|Bold)$/u;

/** Whether a program that the project does not bring is on this machine. */
function isHere(program: string): boolean {
  const here = spawnSync(program, ['-v']).status === 0;
  if (!here) console.log(`absent: ${program}; pdf.js alone reads the PDFs back.`);
  return here;
}

/** Letters, digits and signs without spaces: where lines break is no matter. */
const packed = (text: string): string => text.replaceAll(/\s+/g, '');
const said = (words: Words): string => words.map((run) => run.text).join('');
/** Words that call a footnote are said with its mark between them. */
const saidApart = (words: Words): readonly string[] =>
  words.some(({ note }) => note !== undefined) ? words.map(({ text }) => text) : [said(words)];

/** Everything that a block says, in reading order. */
function saidBy(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
    case 'numbered':
      return saidApart(block.words);
    case 'list':
      return block.items.flatMap(saidApart);
    case 'footnotes':
      return block.notes.map(({ text }) => text);
    case 'facts':
      return block.facts.flatMap(({ name, value }) => [name, value]);
    case 'table':
      return [block.caption, ...block.columns, ...block.rows.flat().map((cell) => said(cell.words))];
    case 'figure':
    case 'page-break':
      return [];
  }
}

/** The first thing that is not said, or not in its place; null where all is. */
function missing(document: PrintedDocument, text: string): string | null {
  const whole = packed(text);
  let at = 0;
  for (const one of [document.title, ...document.blocks.flatMap(saidBy)]) {
    const found = whole.indexOf(packed(one), at);
    if (found < 0) return one;
    at = found + packed(one).length;
  }
  return null;
}

async function made(
  name: string,
  format: DocumentFormat,
  kind: DraftDocumentKind = 'report',
): Promise<{ readonly document: PrintedDocument; readonly bytes: Uint8Array }> {
  const from = drafts.get(name);
  if (from === undefined) throw new Error(name);
  const begun = performance.now();
  const { document } = need(await draftDocument(from.running.scope, from.draft, kind));
  const bytes = need(await renderDocument(from.running.scope, document, format));
  const ms = Math.round(performance.now() - begun);
  console.log(`measured: ${kind} of ${name} as ${format}: ${ms} ms, ${bytes.length} bytes`);
  const keep = process.env['PLUMBLINE_KEEP_DOCUMENTS'];
  if (keep !== undefined) writeFileSync(join(keep, `${name.replace(' ', '-')}-${kind}.${format}`), bytes);
  return { document, bytes };
}

const gradesOf = (document: PrintedDocument): number =>
  document.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])).length;

describe.each(names)('the report of %s', (name) => {
  it('as Word says everything in order, with headings, header rows, words for pictures and a language', async () => {
    const { document, bytes } = await made(name, 'docx');
    const facts = wordFacts(bytes);
    // Word keeps its footnotes in a part of their own.
    const blocks = document.blocks.filter(({ kind }) => kind !== 'footnotes');
    expect(missing({ ...document, blocks }, facts.text)).toBeNull();
    expect(facts.footnotes).toBe(name === 'the sample' ? noted : '');
    const headings = [...frontBlocks(document), ...document.blocks].flatMap((block) =>
      block.kind === 'heading' ? [[block.level, block.text]] : [],
    );
    expect(facts.headings).toEqual([[1, document.title], ...headings]);
    expect(facts.tables).toEqual([{ headerRows: 1, firstRow: ['Judgment', 'Grade', 'On the scale'] }]);
    expect(facts.alternatives).toHaveLength(gradesOf(document));
    expect(
      facts.alternatives.every((alternative) => /^\d of \d, counted from the best$/.test(alternative)),
    ).toBe(true);
    expect([facts.language, facts.title, facts.watermark]).toEqual([
      'en-GB',
      document.title,
      document.watermark,
    ]);
  });

  it('as PDF is tagged, and read aloud in order says everything', async () => {
    const { document, bytes } = await made(name, 'pdf');
    const facts = await pdfFacts(bytes);
    expect(missing(document, facts.spoken)).toBeNull();
    expect(await uaFaults(bytes)).toEqual([]);
    expect([facts.marked, facts.language, facts.title]).toEqual([true, 'en-GB', document.title]);
    expect([facts.creator, facts.producer]).toEqual(['Plumbline', 'Plumbline']);
    expect([...facts.fonts].filter((font) => !houseFonts.test(font))).toEqual([]);
    expect(facts.fonts.size).toBeGreaterThan(2);
    const headings = [...frontBlocks(document), ...document.blocks].flatMap((block) =>
      block.kind === 'heading'
        ? [[`H${block.level}`, block.text]]
        : block.kind === 'footnotes'
          ? [['H2', block.heading]]
          : [],
    );
    expect(facts.headings.map(([tag, text]) => [tag, packed(text)])).toEqual(
      [['H1', document.title], ...headings].map(([tag, text]) => [tag, packed(String(text))]),
    );
    const rows = gradesOf(document);
    expect(facts.tags.get('Table')).toBe(1);
    expect(facts.tags.get('TH')).toBe(3 + rows);
    expect(
      facts.alternatives.filter((alternative) => /counted from the best$/.test(alternative)),
    ).toHaveLength(rows);
    const items = document.blocks.filter((block) => block.kind === 'numbered').length;
    expect(facts.tags.get('LI') ?? 0).toBeGreaterThanOrEqual(items);
  });

  it('as a page says everything in order, and axe finds nothing', async () => {
    const { document, bytes } = await made(name, 'html');
    const page = await browser.newPage({ bypassCSP: true });
    await guardWindow(page);
    await page.setContent(new TextDecoder().decode(bytes));
    expect(missing(document, await page.locator('main').innerText())).toBeNull();
    expect(await findings(page)).toEqual([]);
    await page.close();
  });
});

describe.each(['moderation', 'audit', 'evidence'] as const)('the %s of the sample', (kind) => {
  it('says everything as Word, PDF and page', async () => {
    const word = await made('the sample', 'docx', kind);
    expect(missing(word.document, wordFacts(word.bytes).text)).toBeNull();
    const pdf = await made('the sample', 'pdf', kind);
    const facts = await pdfFacts(pdf.bytes);
    expect(missing(pdf.document, facts.spoken)).toBeNull();
    // What is long is an annex behind a summary of four pages at most.
    if (kind !== 'evidence') expect(facts.annexFrom).toBeLessThanOrEqual(5);
    expect(await uaFaults(pdf.bytes)).toEqual([]);
    const html = await made('the sample', 'html', kind);
    const page = await browser.newPage({ bypassCSP: true });
    await guardWindow(page);
    await page.setContent(new TextDecoder().decode(html.bytes));
    expect(missing(html.document, await page.locator('main').innerText())).toBeNull();
    expect(await findings(page)).toEqual([]);
    await page.close();
  });
});

describe('a PDF', () => {
  const sentence =
    'The difficult staff at the office flee from the fjord: final, affluent, efficient traffic; Łódź, Ŵyn, Nguyễn, “£5” – ‘7 °C’, children’s well-being.';

  it('gives back every letter and is set in the house’s fonts, by pdf.js and by poppler', async () => {
    const plain: Words = [{ text: sentence }];
    const document: PrintedDocument = {
      title: 'First offer of flexible staffing',
      language: 'en-GB',
      watermark: null,
      landscape: false,
      foot: 'Plumbline',
      blocks: [
        { kind: 'paragraph', words: plain },
        { kind: 'paragraph', words: [{ text: sentence, strong: true }] },
        { kind: 'table', caption: 'Fit', columns: ['Office'], rows: [[{ words: plain }]], rowHeaders: false },
      ],
    };
    const bytes = need(await renderDocument(running.scope, document, 'pdf'));
    const facts = await pdfFacts(bytes);
    expect(missing(document, facts.spoken)).toBeNull();
    const expected = ['Inter-Regular', 'Inter-SemiBold', 'SourceSerif4-Bold', 'SourceSerif4-Regular'];
    expect([...facts.fonts].sort()).toEqual(expected);
    const file = join(own.path, 'letters.pdf');
    writeFileSync(file, bytes);
    if (isHere('pdftotext')) {
      const { stdout } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
      expect(packed(stdout).split(packed(sentence))).toHaveLength(4);
    }
    if (isHere('pdffonts')) {
      const { stdout } = spawnSync('pdffonts', [file], { encoding: 'utf8' });
      const lines = stdout.trim().split('\n').slice(2);
      expect([...new Set(lines.map((line) => /\+(\S+)/u.exec(line)?.[1]))].sort()).toEqual(expected);
    }
  });
});

describe('printing', () => {
  it('says plainly where there is no browser', async () => {
    const printed = await printWithBrowser(() => null)('<p>x</p>', () => false);
    expect(!printed.ok && printed.error.message).toContain('No Chromium, Chrome or Edge was found');
  });

  it('by a browser alone would keep to PDF/UA-1 in nothing but its tags', async () => {
    const list = '<ul><li>One</li></ul><a href="#x">There</a><h1 id="x">Here</h1>';
    const page = `<html lang="en-GB"><title>Odd</title><style>@page{@top-left{content:"Head"}}</style>${list}`;
    const bytes = need(await printWithBrowser(findBrowser)(page, () => false));
    expect(await uaFaults(bytes)).toEqual(
      expect.arrayContaining([
        'it does not say that it keeps to PDF/UA-1',
        'a Link on page 1 does not say where it leads',
        expect.stringMatching(/^page 1 draws \d+ things that are not marked$/u),
      ]),
    );
    const made = accessiblePdf(bytes, page);
    expect(made === null ? 'of another form' : await uaFaults(made)).toEqual([]);
  });

  it('can be stopped while it prints, and leaves nothing', async () => {
    let asked = 0;
    const printed = await printWithBrowser(findBrowser)('<p>x</p>', () => (asked += 1) > 1);
    expect(printed).toMatchObject({ ok: false, error: { code: 'stopped' } });
  });
});
