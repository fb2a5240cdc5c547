import { frontBlocks } from './front-matter.ts';
import type { Block, Cell, PrintedDocument, Words } from './printed-document.ts';

/** Characters that Markdown reads as marks, and a line's beginning that would make it a list or heading. */
function unmarked(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|]/g, '\\$&')
    .replace(/^([^\S\n\r\u2028\u2029]*)([#+-]|\d+(?=[.)]))/gm, '$1\\$2')
    .replace(/\\(\d+)([.)])/g, '$1\\$2');
}

/** What stands where words are cut in two, so that signs at the place count as they do where nothing is between. */
const call = '\uE000';

function words(runs: Words): string {
  const notes = runs.flatMap(({ note }) => note ?? []);
  const text = runs.map(({ text, note }) => (note === undefined ? text : call)).join('');
  let at = -1;
  const said = unmarked(text).replaceAll(call, () => `[^${notes[(at += 1)]?.number ?? ''}]`);
  return runs.some((run) => run.strong === true) ? `**${said}**` : said;
}

function cell({ words: said, figure }: Cell): string {
  const parts = [words(said), ...(figure === undefined ? [] : [unmarked(figure.alternative)])];
  return parts
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll('\n', '<br>');
}

function block(one: Block): string {
  switch (one.kind) {
    case 'heading':
      return `${'#'.repeat(one.level)} ${unmarked(one.text)}`;
    case 'paragraph':
      return one.look === 'standing' ? `**${words(one.words)}**` : words(one.words);
    case 'numbered':
      return `${one.number}. ${words(one.words).replaceAll('\n', '\n   ')}`;
    case 'list':
      return one.items.map((item) => `- ${words(item).replaceAll('\n', '\n  ')}`).join('\n');
    case 'facts':
      return one.facts.map(({ name, value }) => `${unmarked(name)}: ${unmarked(value)}`).join('  \n');
    case 'table':
      return [
        `${unmarked(one.caption)}:\n`,
        `| ${one.columns.map(unmarked).join(' | ')} |`,
        `|${' --- |'.repeat(one.columns.length)}`,
        ...one.rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
      ].join('\n');
    case 'footnotes':
      return one.notes.map(({ number, text }) => `[^${number}]: ${unmarked(text)}`).join('\n');
    case 'figure':
      return unmarked(one.figure.alternative);
    case 'page-break':
      return '---';
  }
}

/** A document as Markdown; a picture is its words. */
export function documentAsMarkdown(document: PrintedDocument): string {
  const mark = document.watermark === null ? [] : [`**${unmarked(document.watermark)}**`];
  const { front } = document;
  const whose = front === undefined || front.inspectorate === '' ? [] : [unmarked(front.inspectorate)];
  const before = frontBlocks(document).map(block);
  const rule = front === undefined ? [] : ['---'];
  return [
    ...whose,
    `# ${unmarked(document.title)}`,
    ...mark,
    ...before,
    ...rule,
    ...document.blocks.map(block),
    '',
  ].join('\n\n');
}
