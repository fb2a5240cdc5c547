import { expect } from 'vitest';
import { segmentsOf, type Segment } from '../../../src/main/commands/comparison-as-json.ts';
import type { ComparedText, Range } from '../../../src/shared/text/compared-text.ts';
import { applyPatch, patchOf } from './text-patch.ts';

/** Any run of spaces and line breaks as one space, none at the ends; U+FEFF is a character, not a space. */
export function withoutReflow(text: string): string {
  const single = text.replaceAll(/[ \t\r\n]+/g, ' ');
  return single.replace(/^[^\S\uFEFF]+/u, '').replace(/[^\S\uFEFF]+$/u, '');
}

function expectCover(ranges: readonly (Range | null)[], [from, to]: Range): void {
  let at = from;
  for (const range of ranges) {
    if (range === null) continue;
    expect(range[0]).toBe(at);
    expect(range[1]).toBeGreaterThan(range[0]);
    at = range[1];
  }
  expect(at).toBe(to);
}

function expectSides(segment: Segment, before: string, after: string): void {
  const has = { before: segment.before !== null, after: segment.after !== null };
  switch (segment.kind) {
    case 'equal':
      expect(has).toEqual({ before: true, after: true });
      expect(withoutReflow(after.slice(...(segment.after ?? [0, 0])))).toBe(
        withoutReflow(before.slice(...(segment.before ?? [0, 0]))),
      );
      break;
    case 'removed':
    case 'moved-from':
      expect(has).toEqual({ before: true, after: false });
      break;
    case 'added':
    case 'moved-to':
      expect(has).toEqual({ before: false, after: true });
      break;
  }
  expect(segment.pair !== null).toBe(segment.kind === 'moved-from' || segment.kind === 'moved-to');
}

/** Words are as the texts have them, white space alone is between them and the paragraph's ends, and moves have two ends. */
function expectParagraphs({ paragraphs }: ComparedText, before: string, after: string): void {
  const allowed = { same: ['same'], added: ['added'], removed: ['removed'], 'moved-from': ['same'] };
  for (const { kind, before: was, after: is, words } of paragraphs) {
    for (const part of words) {
      if (kind !== 'changed' && kind !== 'moved-to') expect(allowed[kind]).toContain(part.kind);
      expect(part.text).toBe(
        part.after === null ? before.slice(...(part.before ?? [0, 0])) : after.slice(...part.after),
      );
    }
    const said = (side: 'before' | 'after', text: string): string =>
      words.map((part) => text.slice(...(part[side] ?? [0, 0]))).join('');
    const blank = (text: string): string => text.replaceAll(/^[^\S\uFEFF]+|[^\S\uFEFF]+$/gu, '');
    if (was !== null) expect(said('before', before)).toBe(blank(before.slice(...was.range)));
    if (is !== null && kind !== 'moved-from')
      expect(said('after', after)).toBe(blank(after.slice(...is.range)));
  }
  const ends = (end: 'moved-from' | 'moved-to'): readonly string[] =>
    paragraphs
      .filter(({ kind }) => kind === end)
      .map(({ before: was, after: is }) => JSON.stringify([was, is]))
      .sort();
  expect(ends('moved-to')).toEqual(ends('moved-from'));
}

/**
 * Asserts all that compared-text.ts and the command line's JSON promise, without the help of the code that made them:
 * order, cover, sides, moves in pairs, equal stretches that differ in white space alone, and the text after rebuilt from
 * the text before.
 */
export function expectSound(comparison: ComparedText, before: string, after: string): void {
  expectParagraphs(comparison, before, after);
  const segments = segmentsOf(comparison);
  const wholes: readonly [Range, Range] = [
    [0, before.length],
    [0, after.length],
  ];
  expectCover(
    segments.map((segment) => segment.before),
    wholes[0],
  );
  expectCover(
    segments.map((segment) => segment.after),
    wholes[1],
  );
  for (const segment of segments) expectSides(segment, before, after);
  const leavings = segments.filter((segment) => segment.kind === 'moved-from');
  const arrivals = segments.filter((segment) => segment.kind === 'moved-to');
  expect(arrivals.map((segment) => segment.pair).sort()).toEqual(
    leavings.map((segment) => segment.pair).sort(),
  );
  expect(new Set(arrivals.map((segment) => segment.pair)).size).toBe(arrivals.length);
  for (const arrival of arrivals) {
    const origin = leavings.find((segment) => segment.pair === arrival.pair)?.before ?? [0, 0];
    const place = arrival.after ?? [0, 0];
    if (arrival.edits === undefined) {
      expect(withoutReflow(after.slice(...place))).toBe(withoutReflow(before.slice(...origin)));
      continue;
    }
    expectCover(
      arrival.edits.map((segment) => segment.before),
      origin,
    );
    expectCover(
      arrival.edits.map((segment) => segment.after),
      place,
    );
    for (const segment of arrival.edits) {
      expect(['equal', 'removed', 'added']).toContain(segment.kind);
      expectSides(segment, before, after);
    }
  }
  expect(applyPatch(patchOf(comparison, before, after), before)).toBe(after);
}

/** A comparison without direction: every stretch with its sides, as text, in a fixed order. */
export function undirected(comparison: ComparedText, turned: boolean): readonly string[] {
  const flip = (kind: Segment['kind']): string => {
    if (!turned || kind === 'equal') return kind;
    const others = {
      removed: 'added',
      added: 'removed',
      'moved-from': 'moved-to',
      'moved-to': 'moved-from',
    } as const;
    return others[kind];
  };
  const line = (segment: Segment): string => {
    const sides = turned ? [segment.after, segment.before] : [segment.before, segment.after];
    return `${flip(segment.kind)} ${JSON.stringify(sides)}`;
  };
  return segmentsOf(comparison)
    .flatMap((segment) => [
      line(segment),
      ...(segment.edits ?? []).map((edit) => `inside a move: ${line(edit)}`),
    ])
    .sort();
}
