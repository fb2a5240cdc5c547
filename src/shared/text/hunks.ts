import type { AuthoredStretch, WordAuthors } from './word-authors.ts';
import type { Range } from './segment.ts';
import { paragraphBlocks, type ParagraphBlock } from './paragraph-blocks.ts';

/** A stretch of a paragraph as it is drawn. */
export interface Piece {
  readonly kind: 'same' | 'ins' | 'del';
  readonly text: string;
  /** Who wrote it, or took it out, by stretch; only where that was asked for. */
  readonly by?: readonly AuthoredStretch[];
}

/** One paragraph of a comparison as it is drawn. */
export interface ParagraphHunk {
  readonly kind: 'unchanged' | 'changed' | 'added' | 'removed' | 'moved-from' | 'moved-to';
  /** Paragraph numbers, 1 for the first; for a move both places are named. */
  readonly before: number | null;
  readonly after: number | null;
  readonly pair: number | null;
  readonly pieces: readonly Piece[];
  readonly coarsened: boolean;
}

/** The paragraphs of two texts held against each other, in reading order. */
export function hunksOf(
  before: string,
  after: string,
  authors: WordAuthors | null = null,
): readonly ParagraphHunk[] {
  const blocks = paragraphBlocks(before, after);
  const arrivals = new Map(
    blocks
      .filter((block) => block.kind === 'moved-to')
      .map((block) => [block.pair, block.after?.number ?? null]),
  );
  return blocks.map((block) => ({
    kind: block.kind === 'same' ? 'unchanged' : block.kind,
    before: block.before?.number ?? null,
    after: block.kind === 'moved-from' ? (arrivals.get(block.pair) ?? null) : (block.after?.number ?? null),
    pair: block.pair,
    pieces: piecesOf(block, before, after, authors),
    coarsened: block.coarsened,
  }));
}

function piecesOf(
  block: ParagraphBlock,
  before: string,
  after: string,
  authors: WordAuthors | null,
): readonly Piece[] {
  const taken = (range: Range): Piece => ({
    kind: 'del',
    text: before.slice(...range),
    ...(authors === null ? {} : { by: authors.took(range) }),
  });
  const written = (range: Range): Piece => ({
    kind: 'ins',
    text: after.slice(...range),
    ...(authors === null ? {} : { by: authors.wrote(range) }),
  });
  if (block.runs.length > 0) {
    return block.runs.map((run): Piece => {
      if (run.kind === 'removed') return taken(run.before ?? [0, 0]);
      if (run.kind === 'added') return written(run.after ?? [0, 0]);
      return { kind: 'same', text: run.after === null ? '' : after.slice(...run.after) };
    });
  }
  const was: Range = [block.before?.start ?? 0, block.before?.end ?? 0];
  if (block.kind === 'removed') return [taken(was)];
  if (block.after === null) return [{ kind: 'same', text: before.slice(...was) }];
  const is: Range = [block.after.start, block.after.end];
  return [block.kind === 'added' ? written(is) : { kind: 'same', text: after.slice(...is) }];
}
