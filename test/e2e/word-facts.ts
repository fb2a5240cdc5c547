import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

/** What is said of a Word file's structure. */
export interface WordFacts {
  /** Level and words of every heading, in order. */
  readonly headings: readonly (readonly [level: number, text: string])[];
  /** All words in the order of the file, one line a paragraph. */
  readonly text: string;
  readonly tables: readonly { readonly headerRows: number; readonly firstRow: readonly string[] }[];
  /** The words of every picture. */
  readonly alternatives: readonly string[];
  /** The words of its footnotes, one after the other; '' where it has none. */
  readonly footnotes: string;
  readonly language: string;
  readonly title: string;
  readonly watermark: string | null;
}

function all(within: Document | Element, name: string): readonly Element[] {
  return [...within.getElementsByTagName(name)];
}

function textOf(element: Document | Element): string {
  return all(element, 'w:t')
    .map(({ textContent }) => textContent ?? '')
    .join('');
}

/** Reads the structure of a Word file as a program for blind people would. */
export function wordFacts(bytes: Uint8Array): WordFacts {
  const files = unzipSync(bytes);
  const part = (name: string): Document => {
    const file = files[name];
    if (file === undefined) throw new Error(`the file has no ${name}`);
    return new DOMParser().parseFromString(strFromU8(file), 'text/xml');
  };
  const body = part('word/document.xml');
  const paragraphs = all(body, 'w:p');
  const headings = paragraphs.flatMap((paragraph) => {
    const style = all(paragraph, 'w:pStyle')[0]?.getAttribute('w:val') ?? '';
    const level = /^Heading(\d)$/.exec(style)?.[1];
    return level === undefined ? [] : [[Number(level), textOf(paragraph)] as const];
  });
  const header = Object.keys(files).find((name) => /word\/header\d+\.xml/.test(name));
  const marks = header === undefined ? [] : all(part(header), 'v:textpath');
  return {
    headings,
    text: paragraphs.map(textOf).join('\n'),
    tables: all(body, 'w:tbl').map((table) => {
      const rows = all(table, 'w:tr');
      return {
        headerRows: rows.filter((row) => all(row, 'w:tblHeader').length > 0).length,
        firstRow: all(rows[0] ?? table, 'w:tc').map(textOf),
      };
    }),
    alternatives: all(body, 'wp:docPr').map((element) => element.getAttribute('descr') ?? ''),
    footnotes: textOf(part('word/footnotes.xml')),
    language: all(part('word/styles.xml'), 'w:lang')[0]?.getAttribute('w:val') ?? '',
    title: all(part('docProps/core.xml'), 'dc:title')[0]?.textContent ?? '',
    watermark:
      marks.map((mark) => mark.getAttribute('string') ?? '').find((element) => element !== '') ?? null,
  };
}
