import { splitParagraphs } from '../text/split-paragraphs.ts';
import { citationsIn } from '../evidence/citations.ts';
import { footnoteParts } from '../text/footnotes.ts';
import type { Block, Footnote, Words } from './printed-document.ts';

/** A paragraph of a narrative without its own number or bullet. */
export interface Piece {
  readonly kind: 'paragraph' | 'bullet';
  /** As its author numbered it, or null. */
  readonly number: number | null;
  readonly text: string;
}

const bullet = /^[-*•◼▪–]\s+/u;
const numbered = /^(\d{1,3})\.\s+/u;

/** A narrative's paragraphs in order; line breaks inside one are spaces. */
export function piecesOf(text: string): readonly Piece[] {
  return splitParagraphs(text).flatMap((paragraph): Piece[] => {
    const said = text
      .slice(paragraph.start, paragraph.end)
      .replaceAll(/(?<!\s)\s*\n\s*/g, ' ')
      .trim();
    if (said === '') return [];
    if (bullet.test(said)) return [{ kind: 'bullet', number: null, text: said.replace(bullet, '') }];
    const own = numbered.exec(said);
    if (own === null) return [{ kind: 'paragraph', number: null, text: said }];
    return [{ kind: 'paragraph', number: Number(own[1]), text: said.slice(own[0].length) }];
  });
}

/**
 * Whether authors numbered the paragraphs themselves, each number once and rising inside every section: then their
 * numbers are printed, and what they left without one stays so. Otherwise numbers run through the report.
 */
export function numberedByAuthors(sections: readonly (readonly Piece[])[]): boolean {
  const all = sections.map((pieces) => pieces.flatMap((piece) => piece.number ?? []));
  const flat = all.flat();
  return (
    flat.length > 0 &&
    new Set(flat).size === flat.length &&
    all.every((numbers) => numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0)))
  );
}

/** A text with each code of a citation leading to its note, where that is printed, and with its footnotes called. */
export function citedWords(text: string, linked: ReadonlySet<string> = new Set()): Words {
  return footnoteParts(text).flatMap((part): Words =>
    'note' in part ? [{ text: '', note: { number: 0, text: part.note } }] : linkedWords(part.text, linked),
  );
}

function linkedWords(text: string, linked: ReadonlySet<string>): Words {
  const runs: { text: string; to?: string }[] = [];
  let at = 0;
  for (const citation of citationsIn(text)) {
    for (const code of citation.codes.filter((code) => linked.has(code))) {
      const from = text.indexOf(code, at);
      runs.push({ text: text.slice(at, from) }, { text: code, to: code });
      at = from + code.length;
    }
  }
  return [...runs, { text: text.slice(at) }].filter((run) => run.text !== '');
}

/** Pieces as blocks: bullets that follow each other are one list. `numberOf` gives a paragraph's number, or none. */
export function narrativeBlocks(
  pieces: readonly Piece[],
  numberOf: (piece: Piece) => number | null,
  linked: ReadonlySet<string>,
): readonly Block[] {
  const blocks: Block[] = [];
  for (const piece of pieces) {
    const words = citedWords(piece.text, linked);
    const last = blocks.at(-1);
    const number = piece.kind === 'bullet' ? null : numberOf(piece);
    if (piece.kind === 'bullet' && last?.kind === 'list')
      blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, words] };
    else if (piece.kind === 'bullet') blocks.push({ kind: 'list', items: [words] });
    else if (number === null) blocks.push({ kind: 'paragraph', words });
    else blocks.push({ kind: 'numbered', number, words });
  }
  return blocks;
}

/** Blocks with their footnotes numbered from 1 in reading order, and the footnotes. */
export function withNumberedNotes(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly notes: readonly Footnote[];
} {
  const notes: Footnote[] = [];
  const numbered = (words: Words): Words =>
    words.map((run) => {
      if (run.note === undefined) return run;
      const note = { ...run.note, number: notes.length + 1 };
      notes.push(note);
      return { ...run, note };
    });
  const made = blocks.map((block): Block => {
    if (block.kind === 'list') return { ...block, items: block.items.map(numbered) };
    return block.kind === 'paragraph' || block.kind === 'numbered'
      ? { ...block, words: numbered(block.words) }
      : block;
  });
  return { blocks: made, notes };
}
