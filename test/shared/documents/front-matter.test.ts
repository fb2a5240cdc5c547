import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { houseTemplate, letterTemplate } from './house-template.ts';
import { shipped } from '../framework/shipped.ts';
import { History, writer } from '../history.ts';
import { documentAsWord } from '../../../src/main/documents/document-as-word.ts';
import { documentAsHtml } from '../../../src/shared/documents/document-as-html.ts';
import { documentAsMarkdown } from '../../../src/shared/documents/document-as-markdown.ts';
import type { DocumentTemplate } from '../../../src/shared/documents/document-template.ts';
import type { PrintedDocument } from '../../../src/shared/documents/printed-document.ts';
import { reportDocument } from '../../../src/shared/documents/report-document.ts';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import { seenState, type SeenState } from '../../../src/shared/seen/seen-draft.ts';

const house = houseTemplate();
/** One grey dot. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
const address = 'https://reports.example.org/northmere?a=1&b=2';

function northmere(
  more: (history: History, ada: ReturnType<typeof writer>) => void = () => undefined,
): SeenState {
  const ada = writer('ada');
  const history = new History();
  history.begin(ada);
  const details = { provider: 'Northmere <Council>', start: '2026-10-05', leadInspector: 'Ada Field' };
  const writes = Object.entries(details).map(([name, value]) => ({ name, value, over: [] }));
  history.add(ada, 'details.set', { writes });
  history.add(ada, 'revision.saved', {
    ...{ reason: 'First', grades: [], improvements: null, rest: [] },
    narratives: [{ section: 'summary', text: 'Children are seen in time.', over: [] }],
  });
  more(history, ada);
  const folded = foldDraft(history.draft, history.records);
  if (folded === null) throw new Error('the history does not fold');
  return seenState(folded, '');
}

function report(state: SeenState, template: DocumentTemplate = house): PrintedDocument {
  const inspectors = [{ name: 'Ada Field', role: 'lead inspector' }];
  return reportDocument({ state, framework: null, template, title: '', inspectors });
}

const published = northmere((history, ada) => {
  const body = { moment: 'published', day: '2026-12-03', over: [], address: { web: address, over: [] } };
  history.add(ada, 'moment.recorded', body);
});

describe('a report’s title page', () => {
  it('has the days, where it was published, the reference by which its draft is found, and the sections', () => {
    const { front } = report(published);
    expect(front?.facts).toEqual([
      { name: 'Inspection from', value: '5 October 2026' },
      { name: 'Published', value: '3 December 2026' },
      { name: 'Published at', value: address },
      { name: 'Reference', value: published.id.slice(0, 10) },
    ]);
    expect(front?.contents.entries.map(({ to }) => to)).toEqual(['summary', 'inspectors', 'complaints']);
  });

  it('says nothing of what is not known', () => {
    const names = report(northmere()).front?.facts.map(({ name }) => name);
    expect(names).toEqual(['Inspection from', 'Reference']);
  });

  it('is printed in every format, with links to headings that are there, and marks made harmless', async () => {
    const document = report(published);
    const html = documentAsHtml(document, house.style);
    const links = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(links).toEqual(['summary', 'inspectors', 'complaints']);
    for (const id of links) expect(html).toContain(`<h2 id="${id ?? ''}">`);
    expect(html).toContain('Northmere &lt;Council&gt;');
    expect(html).toContain('a=1&amp;b=2');
    expect(documentAsMarkdown(document)).toContain(`Reference: ${published.id.slice(0, 10)}`);
    const word = unzipSync(await documentAsWord(document, house.style));
    const text = strFromU8(word['word/document.xml'] ?? new Uint8Array());
    expect(text).toContain('w:titlePg');
    expect(text.match(/w:anchor="at_summary"/gu)).toHaveLength(1);
    expect(text).toContain('w:name="at_summary"');
  });

  it('has the inspectorate and its logo with words for it, where the house style names them', async () => {
    const { cover } = house.report;
    if (cover === undefined) throw new Error('the house style has no title page');
    const named = {
      ...cover,
      inspectorate: 'Inspectorate of {provider}',
      logo: { png, alternative: 'A grey "dot"' },
    };
    const template = { ...house, report: { ...house.report, cover: named } };
    const html = documentAsHtml(report(published, template), house.style);
    expect(html).toContain(
      `<img class="logo" src="data:image/png;base64,${png}" alt="A grey &quot;dot&quot;">`,
    );
    expect(html).toContain('<p class="whose">Inspectorate of Northmere &lt;Council&gt;</p>');
    const word = unzipSync(await documentAsWord(report(published, template), house.style));
    expect(Object.keys(word).filter((name) => name.endsWith('.png'))).toHaveLength(1);
  });

  it('names whose report the team says it is, and not the publisher of a framework that it uses', () => {
    const framework = shipped('ilacs-2026');
    const made = (state: SeenState): string | undefined =>
      reportDocument({ state, framework, template: house, title: '' }).front?.inspectorate;
    expect(made(northmere())).toBe('');
    const named = northmere((history, ada) => {
      const writes = [{ name: 'inspectorate', value: 'Inspectorate of Northland', over: [] }];
      history.add(ada, 'details.set', { writes });
    });
    expect(made(named)).toBe('Inspectorate of Northland');
  });

  it('stands before no letter', () => {
    expect(report(published, letterTemplate()).front).toBeUndefined();
  });
});

describe('what stands after a report’s text', () => {
  const lastWords = (document: PrintedDocument): string =>
    documentAsMarkdown(document).split('## ').slice(-2).join('');

  it('names who inspected, and leaves out sentences that name what is not known', () => {
    const markdown = documentAsMarkdown(report(northmere()));
    expect(markdown).toContain('- Ada Field, lead inspector');
    expect(markdown).not.toContain('It began on');
    expect(markdown).not.toContain('## Contact');
    const ended = northmere((history, ada) => {
      history.add(ada, 'details.set', { writes: [{ name: 'end', value: '2026-10-09', over: [] }] });
    });
    expect(documentAsMarkdown(report(ended))).toContain(
      'It began on 5 October 2026 and ended on 9 October 2026.',
    );
  });

  it('has the line of the seal where it is sealed, and none where it is not', () => {
    expect(lastWords(report(northmere()))).not.toContain('Fingerprint');
    const seal = {
      id: '0'.repeat(64),
      author: 'x',
      at: '2026-11-12T15:40:00Z',
      withdrawn: false,
      reopened: null,
    };
    const sealed: SeenState = { ...northmere(), standing: 'sealed', seals: [seal] as never };
    expect(lastWords(report(sealed))).toContain(
      'Sealed on 12 November 2026, 15:40. Fingerprint: babab babab babab babab babab babab babab babab.',
    );
  });
});
