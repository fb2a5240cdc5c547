import { paragraphBlocks, type ParagraphBlock } from './paragraph-blocks.ts';

/** A stretch of a paragraph as it is drawn. */
export interface Piece {
  readonly kind: 'same' | 'ins' | 'del';
  readonly text: string;
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
export function hunksOf(before: string, after: string): readonly ParagraphHunk[] {
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
    pieces: piecesOf(block, before, after),
    coarsened: block.coarsened,
  }));
}

function piecesOf(block: ParagraphBlock, before: string, after: string): readonly Piece[] {
  if (block.runs.length > 0) {
    return block.runs.map((run): Piece => {
      if (run.kind === 'removed')
        return { kind: 'del', text: run.before === null ? '' : before.slice(...run.before) };
      return {
        kind: run.kind === 'added' ? 'ins' : 'same',
        text: run.after === null ? '' : after.slice(...run.after),
      };
    });
  }
  const text =
    block.after === null
      ? before.slice(block.before?.start ?? 0, block.before?.end ?? 0)
      : after.slice(block.after.start, block.after.end);
  if (block.kind === 'added') return [{ kind: 'ins', text }];
  return [{ kind: block.kind === 'removed' ? 'del' : 'same', text }];
}
