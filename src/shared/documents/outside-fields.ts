import { plain, type Block, type PrintedDocument, type Words } from './printed-document.ts';
import { frontBlocks } from './front-matter.ts';
import type { ImportWarning } from '../report/import-warning.ts';
import type { OwnReport } from '../report/read-states.ts';

/** Letters and digits of a text: word processors change spaces, quotation marks and dashes by themselves. */
function keyOf(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return letters === '' ? text.trim() : letters;
}

/** The paragraphs that a block is printed as, those of a table's cells each for itself. */
function paragraphsOf(block: Block): readonly Words[] {
  switch (block.kind) {
    case 'heading':
      return [plain(block.text)];
    case 'paragraph':
    case 'numbered':
      return [block.words];
    case 'list':
      return block.items;
    case 'facts':
      return block.facts.map(({ name, value }) => plain(`${name}: ${value}`));
    case 'table': {
      const cells = block.rows.flatMap((row) => row.map(({ words }) => words));
      return [plain(block.caption), ...block.columns.map(plain), ...cells];
    }
    // They come back where they are called.
    case 'footnotes':
    case 'figure':
    case 'page-break':
      return [];
  }
}

/** The most of a text that one warning carries; further text has a warning of its own. */
const mostInWarning = 100_000;

/**
 * What stands in a report that Plumbline printed, and people edited, outside of every field and was not printed there:
 * somebody wrote or changed it where nothing is read back. It is kept with the import, so that nothing is lost.
 */
export function writtenOutsideFields(
  { states }: Pick<OwnReport, 'states'>,
  printed: PrintedDocument,
): readonly ImportWarning[] {
  const own = new Set(
    [
      plain(printed.title),
      plain(printed.front?.inspectorate ?? ''),
      ...[...frontBlocks(printed), ...printed.blocks].flatMap(paragraphsOf),
    ].map((words) => keyOf(words.map(({ text }) => text).join(''))),
  );
  const outside = states.flatMap(({ fields }) => (fields.get('') ?? []).map(({ text }) => text));
  const text = [...new Set(outside)].filter((said) => said !== '' && !own.has(keyOf(said))).join('\n');
  const first = text.length > 80 ? `${text.slice(0, 80).trimEnd()} …` : text;
  return Array.from({ length: Math.ceil(text.length / mostInWarning) }, (_, at) => ({
    code: 'outside-fields',
    message: `Words were written or changed in the file outside of the text, points and grades that come back: “${first.replaceAll('\n', ' ')}”. They are kept here and not put into the draft. Write them by hand where they belong.`,
    line: null,
    text: text.slice(at * mostInWarning, (at + 1) * mostInWarning),
  }));
}
