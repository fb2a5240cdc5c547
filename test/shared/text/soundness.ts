import { expect } from 'vitest';
import type { Range, Segment, TextComparison } from '../../../src/shared/text/segment.ts';
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

function expectSides(one: Segment, before: string, after: string): void {
  const has = { before: one.before !== null, after: one.after !== null };
  switch (one.kind) {
    case 'equal':
      expect(has).toEqual({ before: true, after: true });
      expect(withoutReflow(after.slice(...(one.after ?? [0, 0])))).toBe(
        withoutReflow(before.slice(...(one.before ?? [0, 0]))),
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
  expect(one.pair !== null).toBe(one.kind === 'moved-from' || one.kind === 'moved-to');
}

/**
 * Asserts all that segment.ts promises, without the help of the code that made it: order, cover, sides, moves in
 * pairs, equal stretches that differ in white space alone, and the text after rebuilt from the text before.
 */
export function expectSound(comparison: TextComparison, before: string, after: string): void {
  const { segments } = comparison;
  const wholes: readonly [Range, Range] = [
    [0, before.length],
    [0, after.length],
  ];
  expectCover(
    segments.map((one) => one.before),
    wholes[0],
  );
  expectCover(
    segments.map((one) => one.after),
    wholes[1],
  );
  for (const one of segments) expectSides(one, before, after);
  const leavings = segments.filter((one) => one.kind === 'moved-from');
  const arrivals = segments.filter((one) => one.kind === 'moved-to');
  expect(arrivals.map((one) => one.pair).sort()).toEqual(leavings.map((one) => one.pair).sort());
  expect(new Set(arrivals.map((one) => one.pair)).size).toBe(arrivals.length);
  for (const arrival of arrivals) {
    const origin = leavings.find((one) => one.pair === arrival.pair)?.before ?? [0, 0];
    const place = arrival.after ?? [0, 0];
    if (arrival.edits === undefined) {
      expect(withoutReflow(after.slice(...place))).toBe(withoutReflow(before.slice(...origin)));
      continue;
    }
    expectCover(
      arrival.edits.map((one) => one.before),
      origin,
    );
    expectCover(
      arrival.edits.map((one) => one.after),
      place,
    );
    for (const one of arrival.edits) {
      expect(['equal', 'removed', 'added']).toContain(one.kind);
      expectSides(one, before, after);
    }
  }
  expect(applyPatch(patchOf(comparison, before, after), before)).toBe(after);
}

/** A comparison without direction: every stretch with its sides, as text, in a fixed order. */
export function undirected(comparison: TextComparison, turned: boolean): readonly string[] {
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
  const line = (one: Segment): string => {
    const sides = turned ? [one.after, one.before] : [one.before, one.after];
    return `${flip(one.kind)} ${JSON.stringify(sides)}`;
  };
  return comparison.segments
    .flatMap((one) => [line(one), ...(one.edits ?? []).map((edit) => `inside a move: ${line(edit)}`)])
    .sort();
}
