import { compareWords } from './compare-words.ts';
import { decided, type MergeSpan } from './merge-span.ts';
import type { Range } from './compared-text.ts';
import { splitSentences } from './split-sentences.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** What one side writes in place of a stretch of the text before; an empty stretch is an insertion. */
interface Edit {
  readonly at: Range;
  readonly text: string;
}

function editsOf(base: Paragraph, side: Paragraph): readonly Edit[] {
  const edits: Edit[] = [];
  let at = base.start;
  let open: { from: number; to: number; text: string } | null = null;
  const close = (): void => {
    if (open !== null) edits.push({ at: [open.from, open.to], text: open.text });
    open = null;
  };
  for (const { kind, before, text } of compareWords(base, side).words) {
    if (kind === 'same') close();
    else {
      open ??= { from: at, to: at, text: '' };
      open.to = before?.[1] ?? open.to;
      open.text += kind === 'added' ? text : '';
    }
    at = before?.[1] ?? at;
  }
  close();
  return edits;
}

/** How many of the sentences, which are in order, lie before the first for which something holds. */
function countBefore(sentences: readonly Range[], holds: (sentence: Range) => boolean): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sentences[middle] ?? [0, 0])) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** First and last sentence that an edit touches; what is written between two sentences touches both. */
function touched(sentences: readonly Range[], { at: [from, to] }: Edit): Range {
  const first = countBefore(sentences, ([, end]) => end >= from);
  const last = countBefore(sentences, ([start]) => start > to) - 1;
  return [first === sentences.length ? 0 : first, Math.max(0, last)];
}

interface Cluster {
  from: number;
  to: number;
  readonly ours: Edit[];
  readonly theirs: Edit[];
}

/** Sentences that edits of either side join, in order. */
function clustersOf(
  sentences: readonly Range[],
  ours: readonly Edit[],
  theirs: readonly Edit[],
): readonly Cluster[] {
  const all = [
    ...ours.map((edit) => ({ edit, side: 'ours' as const, span: touched(sentences, edit) })),
    ...theirs.map((edit) => ({ edit, side: 'theirs' as const, span: touched(sentences, edit) })),
  ].sort((x, y) => x.span[0] - y.span[0] || x.span[1] - y.span[1]);
  const clusters: Cluster[] = [];
  for (const { edit, side, span } of all) {
    let last = clusters.at(-1);
    if (last === undefined || span[0] > last.to) {
      last = { from: span[0], to: span[1], ours: [], theirs: [] };
      clusters.push(last);
    }
    last.to = Math.max(last.to, span[1]);
    last[side].push(edit);
  }
  return clusters;
}

function edited(text: string, [from, to]: Range, edits: readonly Edit[]): string {
  let out = '';
  let at = from;
  for (const edit of edits) {
    out += text.slice(at, edit.at[0]) + edit.text;
    at = edit.at[1];
  }
  return out + text.slice(at, to);
}

/**
 * Merges the words of one paragraph that both sides kept: sentences that one side alone touched are taken from it;
 * sentences that both touched, or that stand beside an insertion of the other, collide unless both wrote the same.
 */
export function mergeParagraph(base: Paragraph, ours: Paragraph, theirs: Paragraph): readonly MergeSpan[] {
  const words = ({ text, start, end }: Paragraph): string => text.slice(start, end);
  const sides: readonly [string, string, string] = [words(base), words(ours), words(theirs)];
  if (sides[1] === sides[0] && sides[2] === sides[0]) return decided(...sides);
  const unchanged = ours.key === base.key ? oneSided(sides, 'theirs') : oneSided(sides, 'ours');
  const reflowedOnly = [ours, theirs].some((side) => side.key === base.key);
  const bySentence = sentenceBySentence(base, ours, theirs);
  if (!reflowedOnly && sides[1] !== sides[2]) return bySentence;
  const merged = bySentence.map((span) => (span.kind === 'text' ? span.text : '')).join('');
  return unchanged.every((span) => span.kind === 'text' && span.text === merged) ? bySentence : unchanged;
}

/** The words of the side that wrote any, where the other at most broke the lines anew. */
function oneSided(
  [before, ours, theirs]: readonly [string, string, string],
  by: 'ours' | 'theirs',
): readonly MergeSpan[] {
  if (ours === before || theirs === before || ours === theirs) return decided(before, ours, theirs);
  return by === 'ours' ? decided('', ours, '') : decided('', '', theirs);
}

function sentenceBySentence(base: Paragraph, ours: Paragraph, theirs: Paragraph): readonly MergeSpan[] {
  const { text, start, end } = base;
  const sentences = splitSentences(text, start, end);
  const spans: MergeSpan[] = [];
  let at = start;
  for (const cluster of clustersOf(sentences, editsOf(base, ours), editsOf(base, theirs))) {
    const range: Range = [sentences[cluster.from]?.[0] ?? at, sentences[cluster.to]?.[1] ?? at];
    const untouched = text.slice(at, range[0]);
    spans.push(
      ...decided(untouched, untouched, untouched),
      ...decided(
        text.slice(...range),
        edited(text, range, cluster.ours),
        edited(text, range, cluster.theirs),
      ),
    );
    at = range[1];
  }
  const rest = text.slice(at, end);
  return [...spans, ...decided(rest, rest, rest)];
}
