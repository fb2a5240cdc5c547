import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { ContentControl } from './word/content-controls.ts';
import { originProperties } from './word/word-origin.ts';
import { contentsEntry, logoPicture, wordBlock, type WordPlace } from './word/word-blocks.ts';
import { wordLists, wordStyles } from './word/word-styles.ts';
import { xmlText } from './word/xml-text.ts';
import type { DocumentStyle } from '../../shared/documents/document-template.ts';
import { frontBlocks } from '../../shared/documents/front-matter.ts';
import type { Block, PrintedDocument } from '../../shared/documents/printed-document.ts';

/** A4 in twips. */
const paper = { short: 11_906, long: 16_838 };
const twipsPerMillimetre = 1440 / 25.4;

/** Runs of successive numbers, each a list of its own that begins with its first number. */
function lists(blocks: readonly Block[]): {
  readonly starts: readonly { readonly reference: string; readonly start: number }[];
  readonly of: ReadonlyMap<Block, string>;
} {
  const starts: { reference: string; start: number }[] = [];
  const of = new Map<Block, string>();
  let last = Number.NaN;
  for (const block of blocks) {
    if (block.kind !== 'numbered') continue;
    if (block.number !== last + 1)
      starts.push({ reference: `numbers-${starts.length + 1}`, start: block.number });
    last = block.number;
    of.set(block, starts.at(-1)?.reference ?? '');
  }
  return { starts, of };
}

/** Blocks as Word has them, those that print one field after another in one content control. */
function controlled(blocks: readonly Block[], place: WordPlace): readonly FileChild[] {
  const made: FileChild[] = [];
  for (let at = 0; at < blocks.length;) {
    const field = blocks[at]?.field;
    let end = at + 1;
    while (field !== undefined && blocks[end]?.field === field) end += 1;
    const children = blocks.slice(at, end).flatMap((block) => wordBlock(block, place));
    made.push(...(field === undefined ? children : [new ContentControl(field, 'Text', children)]));
    at = end;
  }
  return made;
}

/** The title, on a page of its own where the document has a title page. */
function titled(document: PrintedDocument, place: WordPlace): readonly FileChild[] {
  const title = new Paragraph({ text: xmlText(document.title), heading: HeadingLevel.HEADING_1 });
  if (document.front === undefined) return [title];
  const { logo, inspectorate } = document.front;
  return [
    ...(logo === null ? [] : [new Paragraph({ children: [logoPicture(logo)] })]),
    ...(inspectorate === '' ? [] : [new Paragraph({ style: 'Small', text: xmlText(inspectorate) })]),
    title,
    ...[...frontBlocks(document), { kind: 'page-break' as const }].flatMap((block) =>
      block.kind === 'list' ? block.items.map((item) => contentsEntry(item, place)) : wordBlock(block, place),
    ),
  ];
}

/** `withHead` prints the running head, which the first page has not. */
function header({ watermark, head }: PrintedDocument, style: DocumentStyle, withHead: boolean): Header {
  const text = withHead && head !== undefined ? { text: xmlText(head) } : {};
  const paragraph = new Paragraph({ style: 'Small', ...text });
  if (watermark !== null)
    paragraph.addRunToFront(
      new TextWatermark({ text: xmlText(watermark), color: style.watermark.slice(1), width: 400 }),
    );
  return new Header({ children: [paragraph] });
}

function footer({ foot }: PrintedDocument, width: number): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Small',
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun(`${xmlText(foot)}\t`),
          new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

/**
 * A document as Word (.docx) in a house style: real headings, numbered lists, tables with header rows that repeat,
 * pictures with their words, the language, a foot with the page's number, and the watermark in the header of every page.
 */
export async function documentAsWord(document: PrintedDocument, style: DocumentStyle): Promise<Uint8Array> {
  const margin = Math.round(style.margin * twipsPerMillimetre);
  const width = (document.landscape ? paper.long : paper.short) - 2 * margin;
  const { starts, of } = lists(document.blocks);
  const hasFirst = document.head !== undefined;
  const place = { style, width, listOf: (block: Block) => of.get(block) ?? '' };
  const made = new Document({
    title: xmlText(document.title),
    creator: 'Plumbline',
    ...(document.origin === undefined ? {} : { customProperties: originProperties(document.origin) }),
    styles: wordStyles(style),
    numbering: wordLists(starts),
    footnotes: Object.fromEntries(
      document.blocks.flatMap((block) =>
        block.kind === 'footnotes'
          ? block.notes.map(({ number, text }) => [
              number,
              { children: [new Paragraph({ style: 'Small', text: xmlText(text) })] },
            ])
          : [],
      ),
    ),
    sections: [
      {
        properties: {
          titlePage: hasFirst,
          page: {
            size: {
              width: paper.short,
              height: paper.long,
              orientation: document.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        headers: {
          default: header(document, style, true),
          ...(hasFirst ? { first: header(document, style, false) } : {}),
        },
        footers: {
          ...(hasFirst ? { first: footer(document, width) } : {}),
          default: footer(document, width),
        },
        children: [...titled(document, place), ...controlled(document.blocks, place)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(made));
}
