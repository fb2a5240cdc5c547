import type { Improvement } from '../values/improvement.ts';

/** What stands in a draft that a block is moved in: text by section, and the points to improve. */
interface StandingTexts {
  readonly narratives: ReadonlyMap<string, string>;
  readonly points: readonly Improvement[];
}

/** What a move writes: the sections that change, and the points where they do. */
interface MovedBlock {
  readonly narratives: readonly { readonly section: string; readonly text: string }[];
  readonly points: readonly Improvement[] | null;
}

const list = 'improvements';
const tight = (text: string): string => text.replaceAll(/\s+/gu, '').replaceAll('\uFFFE', '-');

/**
 * Moves the paragraph or point whose words are `block`, white space aside, from one section to the end of another. Null where
 * it does not stand there any more: nothing is changed then.
 */
export function moveBlock(
  { narratives, points }: StandingTexts,
  block: string,
  from: string,
  to: string,
): MovedBlock | null {
  const wanted = tight(block);
  const paragraphs = (section: string): readonly string[] =>
    (narratives.get(section) ?? '').split(/\n{2,}/u).filter((text) => text !== '');
  const there = from === list ? points.map(({ text }) => text) : paragraphs(from);
  const at = there.findIndex((text) => tight(text) === wanted);
  const moved = there[at];
  if (moved === undefined || from === to) return null;
  const left = there.filter((_, index) => index !== at).join('\n\n');
  const ids = new Set(points.map(({ id }) => id));
  let number = points.length + 1;
  while (ids.has(`point-${number}`)) number += 1;
  const changed = new Map<string, string>();
  if (from !== list) changed.set(from, left);
  if (to !== list) changed.set(to, [...paragraphs(to), moved].join('\n\n'));
  const kept = from === list ? points.filter((_, index) => index !== at) : points;
  const added: Improvement = { id: `point-${number}`, text: moved, area: null, notes: [] };
  return {
    narratives: [...changed].map(([section, text]) => ({ section, text })),
    points: to === list ? [...kept, added] : from === list ? kept : null,
  };
}
