import { wordsOf } from './passages.ts';
import type { Redaction } from './passages.ts';

/** Words taken out of a field, with the number by which the log of the document knows them, from 1. */
export interface NumberedRedaction extends Redaction {
  readonly number: number;
}

/** What stands where words were taken out. */
export function takenMark(number: number): string {
  return `[taken out ${number}]`;
}

type Span = readonly [from: number, to: number, number: number];

/** Where words that are taken out stand in a text, in order and apart from each other. */
function spansIn(text: string, taken: readonly NumberedRedaction[]): readonly Span[] {
  const words = wordsOf(text);
  const starts = [0];
  for (const word of words) starts.push((starts.at(-1) ?? 0) + word.length);
  const spans = taken.map(({ from, words: many, number }): Span => {
    const start = starts[from] ?? text.length;
    const end = starts[from + many] ?? text.length;
    return [start, start + text.slice(start, end).trimEnd().length, number];
  });
  const sorted = spans.toSorted((a, b) => a[0] - b[0]);
  let end = 0;
  return sorted.filter(([from, to]) => {
    const isApart = end <= from;
    end = Math.max(end, to);
    return isApart;
  });
}

function replaced(text: string, spans: readonly Span[]): string {
  const pieces = spans.map(
    ([from, , number], at) => `${text.slice(spans[at - 1]?.[1] ?? 0, from)}${takenMark(number)}`,
  );
  return pieces.join('') + text.slice(spans.at(-1)?.[1] ?? 0);
}

/** A text with a mark in place of each stretch of words that was taken out. */
export function withMarks(text: string, taken: readonly NumberedRedaction[]): string {
  return replaced(text, spansIn(text, taken));
}

/**
 * A value's canonical form with the marks inside its texts alone, so that it can still be parsed: of words that reach
 * over the end of a text into another, what lies in each text goes.
 */
export function withMarksInTexts(json: string, taken: readonly NumberedRedaction[]): string {
  const texts = [...json.matchAll(/"(?:[^"\\]|\\.)*"/gu)]
    .map((found) => [found.index + 1, found.index + found[0].length - 1] as const)
    .filter(([, end]) => json[end + 1] !== ':');
  const spans = spansIn(json, taken).flatMap(([from, to, number]) =>
    texts.flatMap(([start, end]): Span[] => {
      const span: Span = [Math.max(from, start), Math.min(to, end), number];
      return span[0] < span[1] ? [span] : [];
    }),
  );
  return replaced(json, spans);
}
