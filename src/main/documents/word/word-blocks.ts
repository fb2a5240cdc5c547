import {
  Bookmark,
  BorderStyle,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LeaderType,
  PageBreak,
  PageReference,
  Paragraph,
  Tab,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx';
import { WordsControl } from './content-controls.ts';
import { figureAsPng } from './figure-as-png.ts';
import { xmlText } from './xml-text.ts';
import type { DocumentStyle } from '../../../shared/documents/document-template.ts';
import type { Block, Cell, Figure, FrontMatter, Words } from '../../../shared/documents/printed-document.ts';

/** What blocks need to know of the document around them. */
export interface WordPlace {
  readonly style: DocumentStyle;
  /** Width of the text in twips. */
  readonly width: number;
  /** The list that a numbered paragraph belongs to. */
  readonly listOf: (block: Block) => string;
}

const levels = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 };

/** Names of bookmarks begin with a letter and hold no hyphen. */
function anchor(id: string): string {
  return `at_${id.replaceAll(/\W/g, '_')}`.slice(0, 40);
}

function lines(text: string, more: { bold?: boolean; style?: string }): readonly TextRun[] {
  return xmlText(text)
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...more, ...(at === 0 ? {} : { break: 1 }) }));
}

/** Words as runs; what leads elsewhere in the document is a link there. */
function wordRuns(words: Words): readonly ParagraphChild[] {
  return words.flatMap(({ text, strong, to, note }): readonly ParagraphChild[] =>
    note !== undefined
      ? [new FootnoteReferenceRun(note.number)]
      : to === undefined
        ? lines(text, strong === true ? { bold: true } : {})
        : [new InternalHyperlink({ anchor: anchor(to), children: [...lines(text, { style: 'Hyperlink' })] })],
  );
}

/** A line of the contents: a section that leads there, and the page on which it begins, as Word counts it. */
export function contentsEntry(words: Words, { width }: WordPlace): Paragraph {
  return new Paragraph({
    style: 'Contents',
    tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }],
    children: [
      ...wordRuns(words),
      new TextRun({ children: [new Tab()] }),
      ...words.flatMap(({ to }) => (to === undefined ? [] : [new PageReference(anchor(to))])),
    ],
  });
}

function picture(figure: Figure): ImageRun {
  const { width, height, bytes } = figureAsPng(figure);
  return new ImageRun({
    type: 'png',
    data: bytes,
    transformation: { width, height },
    altText: { name: 'Figure', title: xmlText(figure.alternative), description: xmlText(figure.alternative) },
  });
}

/** A logo no higher than 24 mm, in the shape that its file says (PNG, IHDR: width and height from byte 16). */
export function logoPicture({ png, alternative }: NonNullable<FrontMatter['logo']>): ImageRun {
  const bytes = Buffer.from(png, 'base64');
  const [width, height] = bytes.length < 24 ? [1, 1] : [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const scale = Math.min(91 / height, 265 / width, 1);
  return new ImageRun({
    type: 'png',
    data: bytes,
    transformation: {
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    },
    altText: { name: 'Logo', title: xmlText(alternative), description: xmlText(alternative) },
  });
}

/** `keepNext` keeps a header row on the page of the row after it. */
function cell({ words, figure, field }: Cell, share: number, header: boolean, keepNext = false): TableCell {
  const runs = header ? words.map((run) => ({ ...run, strong: true })) : words;
  const text =
    field === undefined
      ? wordRuns(runs)
      : [
          new WordsControl(
            field,
            'Grade',
            runs.flatMap(({ text }) => lines(text, { bold: true })),
          ),
        ];
  return new TableCell({
    width: { size: share, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    children: [
      new Paragraph({
        style: 'TableText',
        keepNext,
        children: [...text, ...(figure === undefined ? [] : [picture(figure)])],
      }),
    ],
  });
}

function table(block: Extract<Block, { kind: 'table' }>, { style, width }: WordPlace): Table {
  const shares = block.widths ?? block.columns.map(() => 100 / Math.max(1, block.columns.length));
  const sizes = shares.map((share) => Math.round((share / 100) * width));
  const size = (at: number): number => sizes[at] ?? 0;
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const rule = { style: BorderStyle.SINGLE, size: 4, color: style.line.slice(1) };
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: sizes,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: block.rowHeaders, noHBand: true, noVBand: true },
    borders: {
      top: rule,
      bottom: rule,
      left: none,
      right: none,
      insideVertical: none,
      insideHorizontal: rule,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map((text, at) => cell({ words: [{ text }] }, size(at), true, true)),
      }),
      ...block.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, at) => cell(text, size(at), block.rowHeaders && at === 0)),
          }),
      ),
    ],
  });
}

/** One block as what Word has for it: real headings, lists, tables with header rows, pictures with their words. */
export function wordBlock(block: Block, place: WordPlace): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const runs = lines(block.text, {});
      const children =
        block.id === undefined ? runs : [new Bookmark({ id: anchor(block.id), children: [...runs] })];
      return [new Paragraph({ heading: levels[block.level], children: [...children] })];
    }
    case 'paragraph': {
      const look = { standing: 'Standing', small: 'Small' } as const;
      const style = block.look === undefined ? {} : { style: look[block.look] };
      return [new Paragraph({ ...style, children: [...wordRuns(block.words)] })];
    }
    case 'numbered':
      return [
        new Paragraph({
          numbering: { reference: place.listOf(block), level: 0 },
          children: [...wordRuns(block.words)],
        }),
      ];
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({ numbering: { reference: 'points', level: 0 }, children: [...wordRuns(item)] }),
      );
    case 'facts':
      return block.facts.map(({ name, value, id }) => {
        const said = lines(`${name}: `, { bold: true });
        const named = id === undefined ? said : [new Bookmark({ id: anchor(id), children: [...said] })];
        return new Paragraph({ style: 'Fact', children: [...named, ...lines(value, {})] });
      });
    case 'table':
      return [
        new Paragraph({ style: 'Caption', keepNext: true, children: [...lines(block.caption, {})] }),
        table(block, place),
        new Paragraph({ style: 'Small', children: [] }),
      ];
    // Word prints them where they are called.
    case 'footnotes':
      return [];
    case 'figure':
      return [new Paragraph({ children: [picture(block.figure)] })];
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}
