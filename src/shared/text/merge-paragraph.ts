import { compareWords } from './compare-words.ts';
import { decided, type MergeSpan } from './merge-span.ts';
import type { Range } from './segment.ts';
import { splitSentences } from './split-sentences.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** A paragraph with the text it stands in. */
export interface Placed {
  readonly text: string;
  readonly paragraph: Paragraph;
}

/** What one side writes in place of a stretch of the text before; an empty stretch is an insertion. */
interface Edit {
  readonly at: Range;
  readonly text: string;
}

function editsOf(base: Paragraph, side: Placed): readonly Edit[] {
  const edits: Edit[] = [];
  let at = base.start;
  let open: { from: number; to: number; text: string } | null = null;
  const close = (): void => {
    if (open !== null) edits.push({ at: [open.from, open.to], text: open.text });
    open = null;
  };
  for (const run of compareWords(base, side.paragraph).runs) {
    if (run.kind === 'equal') close();
    else {
      open ??= { from: at, to: at, text: '' };
      open.to = run.before?.[1] ?? open.to;
      open.text += run.after === null ? '' : side.text.slice(...run.after);
    }
    at = run.before?.[1] ?? at;
  }
  close();
  return edits;
}

/** First and last sentence that an edit touches; what is written between two sentences touches both. */
function touched(sentences: readonly Range[], { at: [from, to] }: Edit): Range {
  const first = sentences.findIndex(([, end]) => end >= from);
  const last = sentences.findLastIndex(([start]) => start <= to);
  return [Math.max(0, first), Math.max(0, last)];
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
export function mergeParagraph(base: Placed, ours: Placed, theirs: Placed): readonly MergeSpan[] {
  const words = (side: Placed): string => side.text.slice(side.paragraph.start, side.paragraph.end);
  const sides: readonly [string, string, string] = [words(base), words(ours), words(theirs)];
  if (sides[1] === sides[0] && sides[2] === sides[0]) return decided(...sides);
  const whole =
    ours.paragraph.key === base.paragraph.key ? oneSided(sides, 'theirs') : oneSided(sides, 'ours');
  const reflowedOnly = [ours, theirs].some((side) => side.paragraph.key === base.paragraph.key);
  const bySentence = sentenceBySentence(base, ours, theirs);
  if (!reflowedOnly && sides[1] !== sides[2]) return bySentence;
  const told = bySentence.map((span) => (span.kind === 'text' ? span.text : '')).join('');
  return whole.every((span) => span.kind === 'text' && span.text === told) ? bySentence : whole;
}

/** The words of the side that wrote any, where the other at most broke the lines anew. */
function oneSided(
  [before, ours, theirs]: readonly [string, string, string],
  by: 'ours' | 'theirs',
): readonly MergeSpan[] {
  if (ours === before || theirs === before || ours === theirs) return decided(before, ours, theirs);
  return by === 'ours' ? decided('', ours, '') : decided('', '', theirs);
}

function sentenceBySentence(base: Placed, ours: Placed, theirs: Placed): readonly MergeSpan[] {
  const { text, paragraph } = base;
  const sentences = splitSentences(text, paragraph.start, paragraph.end);
  const spans: MergeSpan[] = [];
  let at = paragraph.start;
  for (const cluster of clustersOf(sentences, editsOf(paragraph, ours), editsOf(paragraph, theirs))) {
    const range: Range = [sentences[cluster.from]?.[0] ?? at, sentences[cluster.to]?.[1] ?? at];
    const kept = text.slice(at, range[0]);
    spans.push(
      ...decided(kept, kept, kept),
      ...decided(
        text.slice(...range),
        edited(text, range, cluster.ours),
        edited(text, range, cluster.theirs),
      ),
    );
    at = range[1];
  }
  const rest = text.slice(at, paragraph.end);
  return [...spans, ...decided(rest, rest, rest)];
}
