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
import { wordBlock, type WordPlace } from './word/word-blocks.ts';
import { wordLists, wordStyles } from './word/word-styles.ts';
import { xmlText } from './word/xml-text.ts';
import type { DocumentStyle } from '../../shared/documents/document-template.ts';
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

function header({ watermark }: PrintedDocument, style: DocumentStyle): Header {
  const paragraph = new Paragraph({});
  if (watermark !== null)
    paragraph.addRunToFront(
      new TextWatermark({ text: xmlText(watermark), color: style.watermark.slice(1), width: 400 }),
    );
  return new Header({ children: [paragraph] });
}

/**
 * A document as Word (.docx) in a house style: real headings, numbered lists, tables with header rows that repeat,
 * pictures with their words, the language, a foot with the page's number, and the watermark in the header of every page.
 */
export async function documentAsWord(document: PrintedDocument, style: DocumentStyle): Promise<Uint8Array> {
  const margin = Math.round(style.margin * twipsPerMillimetre);
  const width = (document.landscape ? paper.long : paper.short) - 2 * margin;
  const { starts, of } = lists(document.blocks);
  const place = { style, width, listOf: (block: Block) => of.get(block) ?? '' };
  const made = new Document({
    title: xmlText(document.title),
    creator: 'Plumbline',
    ...(document.origin === undefined ? {} : { customProperties: originProperties(document.origin) }),
    styles: wordStyles(style),
    numbering: wordLists(starts),
    sections: [
      {
        properties: {
          page: {
            size: {
              width: paper.short,
              height: paper.long,
              orientation: document.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        headers: { default: header(document, style) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: 'Small',
                alignment: AlignmentType.LEFT,
                tabStops: [{ type: TabStopType.RIGHT, position: width }],
                children: [
                  new TextRun(`${xmlText(document.foot)}\t`),
                  new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ text: xmlText(document.title), heading: HeadingLevel.HEADING_1 }),
          ...controlled(document.blocks, place),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(made));
}
