import { countWords } from './count-words.ts';
import { paragraphBlocks, type ParagraphBlock } from './paragraph-blocks.ts';
import type { Range, Segment, TextComparison } from './segment.ts';

function segment(
  kind: Segment['kind'],
  before: Range | null,
  after: Range | null,
  pair: number | null = null,
): Segment {
  return { kind, before, after, pair };
}

/** The segments of one block. Spaces around a paragraph's words go with its first and last stretch of that side. */
function segmentsOf(block: ParagraphBlock): readonly Segment[] {
  const before: Range | null = block.before === null ? null : [block.before.from, block.before.to];
  const after: Range | null = block.after === null ? null : [block.after.from, block.after.to];
  switch (block.kind) {
    case 'same':
      return [segment('equal', before, after)];
    case 'removed':
      return [segment('removed', before, null)];
    case 'added':
      return [segment('added', null, after)];
    case 'moved-from':
      return [segment('moved-from', before, null, block.pair)];
    case 'moved-to': {
      const moved = segment('moved-to', null, after, block.pair);
      return [block.runs.length === 0 ? moved : { ...moved, edits: stretched(block) }];
    }
    case 'changed':
      return stretched(block);
  }
}

function stretched(block: ParagraphBlock): readonly Segment[] {
  const segments = block.runs.map((run) => segment(run.kind, run.before, run.after));
  const stretchedOn = (side: 'before' | 'after'): readonly (Range | null)[] => {
    const first = segments.findIndex((one) => one[side] !== null);
    const last = segments.findLastIndex((one) => one[side] !== null);
    const whole = block[side];
    return segments.map((one, index): Range | null => {
      const range = one[side];
      if (range === null || whole === null) return range;
      return [index === first ? whole.from : range[0], index === last ? whole.to : range[1]];
    });
  };
  const before = stretchedOn('before');
  const after = stretchedOn('after');
  return segments.map((one, index) => ({
    ...one,
    before: before[index] ?? null,
    after: after[index] ?? null,
  }));
}

function wordsIn(text: string, range: Range | null): number {
  return range === null ? 0 : countWords(text, range[0], range[1]);
}

const numberAlone = /^\s*\d{1,3}$/;

/** A paragraph whose printed number differs: where paragraphs move up or down, no word of theirs changed. */
function withoutRenumbering(before: string, after: string, segments: readonly Segment[]): readonly Segment[] {
  const [removed, added, next] = segments;
  const isNumber = (text: string, range: Range | null | undefined): boolean =>
    range != null && numberAlone.test(text.slice(...range));
  const follows = next?.after != null && after.charAt(next.after[0]) === '.';
  return removed?.kind === 'removed' &&
    added?.kind === 'added' &&
    isNumber(before, removed.before) &&
    isNumber(after, added.after) &&
    follows
    ? segments.slice(2)
    : segments;
}

/** Words removed and added; a move counts by the edits inside it. */
function wordsChanged(before: string, after: string, segments: readonly Segment[]): number {
  return segments.reduce((sum, one) => {
    switch (one.kind) {
      case 'removed':
        return sum + wordsIn(before, one.before);
      case 'added':
        return sum + wordsIn(after, one.after);
      case 'moved-to':
        return sum + wordsChanged(before, after, withoutRenumbering(before, after, one.edits ?? []));
      case 'equal':
      case 'moved-from':
        return sum;
    }
  }, 0);
}

function sumOf(
  blocks: readonly ParagraphBlock[],
  side: (block: ParagraphBlock) => ParagraphBlock['before'],
): number {
  return blocks.reduce((sum, block) => sum + (side(block)?.words ?? 0), 0);
}

/** Compares two texts: paragraphs first, then words inside the pairs. The result is data and rebuilds both exactly. */
export function compareTexts(before: string, after: string): TextComparison {
  const blocks = paragraphBlocks(before, after);
  const parts = blocks.map((block) => ({ block, segments: segmentsOf(block) }));
  const segments = parts.flatMap((part) => part.segments);
  const worded = parts.map(({ block, segments: own }) => ({
    block,
    segments: block.kind === 'changed' ? withoutRenumbering(before, after, own) : own,
  }));
  return {
    segments,
    stats: {
      wordsBefore: sumOf(blocks, (block) => (block.kind === 'moved-to' ? null : block.before)),
      wordsAfter: sumOf(blocks, (block) => block.after),
      wordsChanged: wordsChanged(
        before,
        after,
        worded.flatMap((part) => part.segments),
      ),
      hunks: worded.filter(
        ({ block, segments: own }) =>
          block.kind !== 'same' && block.kind !== 'moved-from' && own.some((one) => one.kind !== 'equal'),
      ).length,
      moved: blocks.filter((block) => block.kind === 'moved-to').length,
      coarsened: blocks.some((block) => block.coarsened),
    },
  };
}
