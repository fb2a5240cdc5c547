import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { History, writer } from '../history.ts';
import { houseTemplate, letterTemplate } from './house-template.ts';
import { documentAsHtml } from '../../../src/shared/documents/document-as-html.ts';
import { documentAsMarkdown } from '../../../src/shared/documents/document-as-markdown.ts';
import type { PrintedDocument } from '../../../src/shared/documents/printed-document.ts';
import { reportDocument } from '../../../src/shared/documents/report-document.ts';
import { seenState, type SeenState } from '../../../src/shared/seen/seen-draft.ts';
import { foldDraft } from '../../../src/shared/judgment/fold-draft.ts';
import { checkFramework } from '../../../src/shared/framework/check-framework.ts';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';

const house = houseTemplate();
/** What stands after the text has tests of its own. */
const template = { ...house, report: { ...house.report, back: [] } };
const frameworkOf = (name: string): Framework => {
  const root = join(import.meta.dirname, '..', '..', '..', 'resources', 'frameworks');
  const read = checkFramework(JSON.parse(readFileSync(join(root, `${name}.json`), 'utf8')));
  if (!read.ok) throw new Error(name);
  return read.framework;
};
const ilacs = frameworkOf('ilacs-2026');

function drafted(
  narratives: Readonly<Record<string, string>>,
  grades: Readonly<Record<string, string>> = {},
): SeenState {
  const ada = writer('ada');
  const history = new History();
  history.begin(ada);
  history.add(ada, 'evidence.noted', {
    code: 'CT-001',
    kind: 'case-tracking',
    source: 'Team <1>',
    when: '2026-10-06T10:00',
    direction: 'neutral',
    text: 'Four of nine were late.',
  });
  history.add(ada, 'details.set', {
    writes: [
      { name: 'provider', value: 'Northmere', over: [] },
      { name: 'start', value: '2026-10-05', over: [] },
    ],
  });
  history.add(ada, 'revision.saved', {
    reason: 'First',
    narratives: Object.entries(narratives).map(([section, text]) => ({ section, text, over: [] })),
    grades: Object.entries(grades).map(([area, grade]) => ({ area, value: { grade }, over: [] })),
    improvements: {
      points: [{ id: 'p1', text: 'Timeliness of visits', area: null, notes: [], priority: true }],
      over: [],
    },
    rest: [],
  });
  const folded = foldDraft(history.draft, history.records);
  if (folded === null) throw new Error('the history does not fold');
  return seenState(folded, '');
}

function report(state: SeenState, framework: Framework | null = ilacs): PrintedDocument {
  return reportDocument({ state, framework, template, title: 'Northmere' });
}

const linesOf = (document: PrintedDocument): readonly string[] =>
  document.blocks.flatMap((block) =>
    block.kind === 'heading'
      ? [`${'#'.repeat(block.level)} ${block.text}`]
      : block.kind === 'numbered'
        ? [`${block.number}. ${block.words.map((run) => run.text).join('')}`]
        : block.kind === 'paragraph' && block.look === undefined
          ? [block.words.map((run) => run.text).join('')]
          : block.kind === 'list'
            ? block.items.map((item) => `- ${item.map((run) => run.text).join('')}`)
            : [],
  );

describe('a report', () => {
  it('stands in the order of the field: summary, what needs to improve, a section per area headed with its grade', () => {
    const state = drafted(
      {
        'children-in-care': 'Homes suit them.\n\nSchools help.',
        leaders: 'They know it.',
        summary: 'In short.',
      },
      { leaders: 'requires-improvement', 'children-in-care': 'good' },
    );
    expect(linesOf(report(state))).toEqual([
      '## Summary',
      'In short.',
      '## What needs to improve',
      '- Priority action: Timeliness of visits',
      '## The impact of leaders on social work practice with children and families: requires improvement to be good',
      '1. They know it.',
      '## The experiences and progress of children in care: good',
      '2. Homes suit them.',
      '3. Schools help.',
    ]);
  });

  it('numbers its footnotes from one through all sections, and says them after the text', () => {
    const state = drafted({
      summary: 'In short[footnote: Said at *length* below.].',
      leaders: 'Some wait[footnote: Four of nine; see [CT-001].] too long[footnote: <Weeks>.].',
    });
    const document = report(state);
    expect(document.blocks.at(-1)).toEqual({
      kind: 'footnotes',
      heading: 'Footnotes',
      notes: [
        { number: 1, text: 'Said at *length* below.' },
        { number: 2, text: 'Four of nine; see [CT-001].' },
        { number: 3, text: '<Weeks>.' },
      ],
    });
    const html = documentAsHtml(document, template.style);
    expect(html).toContain('too long<sup><a id="call-3" href="#note-3">3</a></sup>.');
    expect(html).toContain('id="note-3">&lt;Weeks&gt;. <a href="#call-3">Back to the text</a>');
    const markdown = documentAsMarkdown(document);
    expect(markdown).toContain('1. Some wait[^2] too long[^3].');
    expect(markdown).toContain('[^1]: Said at \\*length\\* below.');
    const published = reportDocument({ state, framework: ilacs, template, title: '', citations: false });
    expect(published.blocks.at(-1)).toMatchObject({ notes: [{}, { text: 'Four of nine; see.' }, {}] });
    expect(report(drafted({ summary: 'In short.' })).blocks.at(-1)?.kind).not.toBe('footnotes');
  });

  it('keeps the numbers that authors gave, in the order of the numbers', () => {
    const state = drafted({
      leaders: '3. Last.\n\nWithout one.',
      'help-and-protection': '1. First.\n2. Second.',
    });
    expect(linesOf(report(state)).filter((line) => !line.startsWith('-'))).toEqual([
      '## What needs to improve',
      '## The experiences and progress of children who need help and protection',
      '1. First.',
      '2. Second.',
      '## The impact of leaders on social work practice with children and families',
      '3. Last.',
      'Without one.',
    ]);
  });

  it.each([
    ['a number stands twice', { leaders: '1. One.\n\n1. Two.' }],
    ['numbers fall', { leaders: '2. One.\n\n1. Two.' }],
    ['nobody numbered', { leaders: 'One.\n\nTwo.' }],
  ])('numbers through where %s', (_why, narratives) => {
    expect(linesOf(report(drafted(narratives))).slice(-2)).toEqual(['1. One.', '2. Two.']);
  });

  it('makes bullets of a narrative a list, and loses no text that is in no section of the framework', () => {
    const state = drafted({ leaders: '• One thing\n• Another\n\nAfter.', 'other-1': 'Left over.' });
    expect(linesOf(report(state)).slice(3)).toEqual([
      '- One thing',
      '- Another',
      '1. After.',
      '## Other text',
      'Left over.',
    ]);
  });

  it('names things in the words of its framework', () => {
    const homes = { ...frameworkOf('sccif-childrens-homes') };
    const table = report(drafted({}), homes).blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' && [table.caption, table.columns[0]]).toEqual([
      'Judgements by area',
      'Judgement',
    ]);
    expect(report({ ...drafted({}), standing: 'sealed' }, homes).foot).toBe('Northmere. Sealed judgement.');
  });

  it('is marked as a draft until it is sealed, and a demonstration is marked whatever happens to it', () => {
    const state = drafted({});
    expect(report(state).watermark).toBe('Draft');
    expect(report({ ...state, standing: 'sealed' }).watermark).toBeNull();
    const shown = report({ ...state, standing: 'sealed', demonstration: true });
    expect([shown.watermark, shown.foot]).toEqual([
      'Demonstration',
      'Northmere. Demonstration. Not a judgment, and never final.',
    ]);
  });

  it('says where a field is written in two ways', () => {
    const state = { ...drafted({}), conflicts: ['grade/leaders'] };
    expect(documentAsMarkdown(report(state))).toContain('1 field is written in two ways');
  });
});

describe('a report as a page', () => {
  it('resolves citations at its end, and prints none in a sealed judgment or where they are left out', () => {
    const state = drafted({ summary: 'Discussions are late [CT-001].' });
    const page = documentAsHtml(report(state), template.style);
    expect(page).toContain('late [<a href="#CT-001">CT-001</a>].');
    expect(page).toContain(
      '<dt id="CT-001">CT-001</dt><dd>Case tracking, Team &lt;1&gt;, 6 October 2026: Four of nine were late.</dd>',
    );
    for (const without of [
      report({ ...state, standing: 'sealed' }),
      reportDocument({ state, framework: ilacs, template, title: '', citations: false }),
    ]) {
      const bare = documentAsHtml(without, template.style);
      expect(bare).toContain('<p>Discussions are late.</p>');
      expect(bare).not.toContain('Evidence cited');
    }
  });

  it('tells its language, heads its table, names its pictures, and lets nothing run or be fetched', () => {
    const page = documentAsHtml(report(drafted({}, { leaders: 'good' })), template.style);
    expect(page).toContain('<html lang="en-GB">');
    expect(page).toContain('<th scope="col">Judgment</th><th scope="col">Grade</th>');
    expect(page).toContain('role="img" aria-label="2 of 4, counted from the best"');
    expect(page).toContain("default-src 'none'");
  });

  it('lets no name end its style sheet', () => {
    const state = drafted({});
    const [name] = state.details.provider;
    if (name === undefined) throw new Error('no provider');
    const provider = [{ ...name, value: '</style><script>"\\' }];
    const page = documentAsHtml(
      report({ ...state, details: { ...state.details, provider } }),
      template.style,
    );
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).not.toContain('<script>');
  });
});

describe('a letter, which is the same by another template', () => {
  const letter = (grades: Readonly<Record<string, string>>): PrintedDocument =>
    reportDocument({
      state: drafted({ summary: 'Visits are made in time.', leaders: 'Leaders know their service.' }, grades),
      framework: ilacs,
      template: letterTemplate(),
      title: 'Northmere',
    });

  it('opens and closes as a letter, says everything, and prints no table where nothing was graded', () => {
    const { title, blocks } = letter({});
    expect(title).toBe('Letter: Northmere');
    const paragraphs = blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [block.words.map((run) => run.text).join('')] : [],
    );
    expect(paragraphs[1]).toMatch(/^To the director of Northmere\./u);
    expect(paragraphs.at(-1)).toMatch(/^This letter will be published\./u);
    expect(JSON.stringify(blocks)).toContain('Leaders know their service.');
    expect(blocks.some((block) => block.kind === 'table')).toBe(false);
    expect(letter({ leaders: 'good' }).blocks.some((block) => block.kind === 'table')).toBe(true);
  });
});
