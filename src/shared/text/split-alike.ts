import { paragraphAt, splitParagraphs, type Paragraph } from './split-paragraphs.ts';

/** A text from one of its lines to another, and the number of the first paragraph there. */
type TextStretch = Pick<Paragraph, 'text' | 'from' | 'to' | 'number'>;

/** Paragraphs with no blank line between them: a paragraph alone, or a list. */
interface Group {
  readonly paragraphs: readonly Paragraph[];
  /** Its words whatever the lines. */
  readonly key: string;
  /** Its words and where its items begin. */
  readonly shape: string;
}

function groupsOf(paragraphs: readonly Paragraph[]): readonly Group[] {
  const groups: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    const last = groups.at(-1);
    if (last === undefined || paragraph.apart) groups.push([paragraph]);
    else last.push(paragraph);
  }
  return groups.map((group) => {
    const keys = group.map((paragraph) => paragraph.key);
    return { paragraphs: group, key: keys.join(' '), shape: keys.join('\n') };
  });
}

/**
 * Splits two stretches of text into paragraphs for comparison. A line that a reflow happens to begin with a dash or "25." looks
 * like a list item; where the same words stand in one group of both texts and only such beginnings differ, the group
 * is one paragraph in both, so that reflow stays no change.
 */
export function splitAlike(
  before: TextStretch,
  after: TextStretch,
): readonly [before: readonly Paragraph[], after: readonly Paragraph[]] {
  const sides = [before, after].map(({ text, ...place }) => ({
    text,
    groups: groupsOf(splitParagraphs(text, place)),
  }));
  const shapes = new Map<string, Set<string>>();
  for (const { key, shape } of sides.flatMap((side) => side.groups)) {
    shapes.set(key, (shapes.get(key) ?? new Set()).add(shape));
  }
  const [ours = [], theirs = []] = sides.map(({ text, groups }) =>
    groups.flatMap(({ paragraphs, key }) => {
      const [first, last] = [paragraphs[0], paragraphs.at(-1)];
      if (first === undefined || last === undefined || shapes.get(key)?.size === 1) return paragraphs;
      const { number, from, apart } = first;
      return [paragraphAt(text, { number, from, apart, to: last.to })];
    }),
  );
  return [ours, theirs];
}
