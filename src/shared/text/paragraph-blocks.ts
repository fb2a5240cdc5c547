import { alignParagraphs } from './align-paragraphs.ts';
import type { Alignment } from './alignment.ts';
import { compareWords, type WordRun } from './compare-words.ts';
import { splitAlike } from './split-alike.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** One paragraph's part in a comparison, in reading order. */
export interface ParagraphBlock {
  readonly kind: 'same' | 'changed' | 'removed' | 'added' | 'moved-from' | 'moved-to';
  readonly before: Paragraph | null;
  readonly after: Paragraph | null;
  /** Joins the two places of a move; null elsewhere. */
  readonly pair: number | null;
  /** The words inside a changed or moved pair; empty where nothing inside changed. */
  readonly runs: readonly WordRun[];
  /** True where the paragraph was too large, or its neighbours too many, to be held against the other text. */
  readonly coarsened: boolean;
}

function pairBlock(
  kind: 'changed' | 'moved-to',
  before: Paragraph,
  after: Paragraph,
  pair: number | null,
): ParagraphBlock {
  if (before.key === after.key)
    return { kind: kind === 'changed' ? 'same' : kind, before, after, pair, runs: [], coarsened: false };
  const { runs, coarsened } = compareWords(before, after);
  return { kind, before, after, pair, runs, coarsened };
}

/** Two texts as paragraphs held against each other, in reading order: removals stand before what follows them. */
export function paragraphBlocks(before: string, after: string): readonly ParagraphBlock[] {
  const [ours, theirs] = splitAlike(before, after);
  const { pairs: alignment, unheldBefore, unheldAfter } = alignParagraphs(ours, theirs);
  const steady = alignment.filter((one) => one.kind !== 'moved');
  const moves = new Map(
    alignment
      .filter((one) => one.kind === 'moved')
      .map((one, index) => [one.after, { ...one, pair: index + 1 }]),
  );
  const from = new Map([...moves.values()].map((one) => [one.before, one]));
  const blocks: ParagraphBlock[] = [];
  let b = 0;
  let a = 0;
  const upTo = (endB: number, endA: number): void => {
    for (; b < endB; b += 1) {
      const paragraph = ours[b] ?? null;
      const move = from.get(b);
      const kind = move === undefined ? 'removed' : 'moved-from';
      const coarsened = kind === 'removed' && unheldBefore.has(b);
      blocks.push({ kind, before: paragraph, after: null, pair: move?.pair ?? null, runs: [], coarsened });
    }
    for (; a < endA; a += 1) {
      const paragraph = theirs[a];
      if (paragraph === undefined) continue;
      const move = moves.get(a);
      const origin = move === undefined ? undefined : ours[move.before];
      if (move === undefined || origin === undefined)
        blocks.push({
          kind: 'added',
          before: null,
          after: paragraph,
          pair: null,
          runs: [],
          coarsened: unheldAfter.has(a),
        });
      else blocks.push(pairBlock('moved-to', origin, paragraph, move.pair));
    }
  };
  const step = (one: Alignment): void => {
    upTo(one.before, one.after);
    const [paragraph, other] = [ours[one.before], theirs[one.after]];
    if (paragraph !== undefined && other !== undefined)
      blocks.push(pairBlock('changed', paragraph, other, null));
    b = one.before + 1;
    a = one.after + 1;
  };
  steady.forEach(step);
  upTo(ours.length, theirs.length);
  return blocks;
}
