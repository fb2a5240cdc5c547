import { alignParagraphs } from './align-paragraphs.ts';
import { mergeParagraph } from './merge-paragraph.ts';
import { decided, type MergeSpan, type TextMerge } from './merge-span.ts';
import { splitParagraphs, type Paragraph } from './split-paragraphs.ts';

type Side = readonly Paragraph[];

/** The place in a side of each paragraph of the base that it has in the same order. */
function keptIn(base: Side, side: Side): ReadonlyMap<number, number> {
  const { pairs } = alignParagraphs(base, side);
  return new Map(pairs.filter(({ moved }) => !moved).map((pair) => [pair.before, pair.after]));
}

function stretch(side: Side, from: number, to: number): string {
  const [first, last] = [side[from], side[to - 1]];
  return first === undefined || last === undefined || from >= to ? '' : first.text.slice(first.from, last.to);
}

/** White space around a paragraph never collides: of two new layouts the one that is ours is taken. */
function spaces(before: string, ours: string, theirs: string): readonly MergeSpan[] {
  return ours === before || ours === theirs ? decided(before, ours, theirs) : decided(before, ours, before);
}

function around(side: Side, index: number): readonly [lead: string, trail: string] {
  const paragraph = side[index];
  if (paragraph === undefined) return ['', ''];
  const { text, from, start, end, to } = paragraph;
  return [text.slice(from, start), text.slice(end, to)];
}

/** Paragraphs between two that all three texts have: one side's where the other left them alone. */
function gap(
  texts: readonly [string, string, string],
  keys: readonly [string, string, string],
): readonly MergeSpan[] {
  const [base, ours, theirs] = texts;
  const [baseKey, oursKey, theirsKey] = keys;
  if (oursKey === baseKey && theirsKey !== baseKey) return decided('', '', theirs);
  if (theirsKey === baseKey && oursKey !== baseKey) return decided('', ours, '');
  if (oursKey === theirsKey) return spaces(base, ours, theirs);
  return decided(base, ours, theirs);
}

function joinedText(spans: readonly MergeSpan[]): readonly MergeSpan[] {
  const out: MergeSpan[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (span.kind === 'text' && last?.kind === 'text' && last.by === span.by)
      out[out.length - 1] = { ...last, text: last.text + span.text };
    else out.push(span);
  }
  return out;
}

/**
 * Merges two texts that grew from one: paragraphs first, then words inside paragraphs that both kept. Two sides in one
 * sentence, or in paragraphs that neither kept as they were, are a collision and never decided here. Every stretch says
 * whose words it holds.
 */
export function mergeTexts(before: string, ours: string, theirs: string): TextMerge {
  const [base, left, right] = [splitParagraphs(before), splitParagraphs(ours), splitParagraphs(theirs)];
  if (ours === before || theirs === before || ours === theirs)
    return { spans: decided(before, ours, theirs), collisions: 0 };
  const [keptLeft, keptRight] = [keptIn(base, left), keptIn(base, right)];
  const spans: MergeSpan[] = [];
  let at = { base: 0, left: 0, right: 0 };
  const between = (to: typeof at): void => {
    const key = (side: Side, from: number, end: number): string =>
      side
        .slice(from, end)
        .map((paragraph) => paragraph.key)
        .join('\n');
    spans.push(
      ...gap(
        [
          stretch(base, at.base, to.base),
          stretch(left, at.left, to.left),
          stretch(right, at.right, to.right),
        ],
        [key(base, at.base, to.base), key(left, at.left, to.left), key(right, at.right, to.right)],
      ),
    );
  };
  base.forEach((paragraph, index) => {
    const [inLeft, inRight] = [keptLeft.get(index), keptRight.get(index)];
    const [leftParagraph, rightParagraph] = [left[inLeft ?? -1], right[inRight ?? -1]];
    if (
      inLeft === undefined ||
      inRight === undefined ||
      leftParagraph === undefined ||
      rightParagraph === undefined
    )
      return;
    between({ base: index, left: inLeft, right: inRight });
    const [lead, trail] = [0, 1].map((which) =>
      spaces(
        around(base, index)[which] ?? '',
        around(left, inLeft)[which] ?? '',
        around(right, inRight)[which] ?? '',
      ),
    );
    spans.push(
      ...(lead ?? []),
      ...mergeParagraph(paragraph, leftParagraph, rightParagraph),
      ...(trail ?? []),
    );
    at = { base: index + 1, left: inLeft + 1, right: inRight + 1 };
  });
  between({ base: base.length, left: left.length, right: right.length });
  const joined = joinedText(spans);
  return { spans: joined, collisions: joined.filter((span) => span.kind === 'collision').length };
}

/** The merged text with each collision as `settle` writes it. */
export function mergedText(
  merge: TextMerge,
  settle: (collision: Extract<MergeSpan, { kind: 'collision' }>, index: number) => string,
): string {
  let index = 0;
  return merge.spans.map((span) => (span.kind === 'text' ? span.text : settle(span, index++))).join('');
}
