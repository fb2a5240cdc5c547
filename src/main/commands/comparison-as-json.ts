import { published } from '../../shared/comparison/change-key.ts';
import type { JudgmentComparison } from '../../shared/comparison/compare-judgments.ts';
import {
  withSpaces,
  type ComparedText,
  type ComparedWords,
  type Range,
} from '../../shared/text/compared-text.ts';

/** One stretch as programs read it: `before` ranges, in order, cover the text before wholly, `after` ranges the other. */
export interface Segment {
  readonly kind: 'equal' | 'removed' | 'added' | 'moved-from' | 'moved-to';
  readonly before: Range | null;
  readonly after: Range | null;
  /** Joins the two places of a move. */
  readonly pair: number | null;
  /** What changed inside a paragraph that moved. */
  readonly edits?: readonly Segment[];
}

function segment({ kind, before, after }: ComparedWords): Segment {
  return { kind: kind === 'same' ? 'equal' : kind, before, after, pair: null };
}

/** By where a moved paragraph began, what joins its two places: 1 for the first that moved away. */
function pairsOf({ paragraphs }: ComparedText): ReadonlyMap<number, number> {
  const left = paragraphs.flatMap(({ kind, before }) =>
    kind === 'moved-from' ? (before?.range[0] ?? []) : [],
  );
  return new Map(left.map((from, index) => [from, index + 1]));
}

/** A comparison by the fixed names of `compare --json`. */
export function segmentsOf(compared: ComparedText): readonly Segment[] {
  const pairs = pairsOf(compared);
  return compared.paragraphs.flatMap((paragraph): readonly Segment[] => {
    const { kind, before, after, words } = paragraph;
    const inside = withSpaces(paragraph).map(segment);
    const pair = pairs.get(before?.range[0] ?? -1) ?? null;
    if (kind === 'moved-from') return [{ kind, before: before?.range ?? null, after: null, pair }];
    if (kind !== 'moved-to') return inside;
    const moved: Segment = { kind, before: null, after: after?.range ?? null, pair };
    return [words.every((stretch) => stretch.kind === 'same') ? moved : { ...moved, edits: inside }];
  });
}

/** The figures of a comparison by the same names. */
export function statsOf({ changes, ...stats }: ComparedText['stats']): Omit<
  ComparedText['stats'],
  'changes'
> & {
  readonly hunks: number;
} {
  const { wordsBefore, wordsAfter, wordsChanged, ...rest } = stats;
  return { wordsBefore, wordsAfter, wordsChanged, hunks: changes, ...rest };
}

/** Sections and points of two revisions as `compare --workspace --json` has them beside the fixed names. */
export function revisionsAsJson({ sections, points }: JudgmentComparison): {
  readonly sections: readonly object[];
  readonly points: readonly object[];
} {
  return {
    sections: sections.map((compared) => {
      const pairs = pairsOf(compared);
      return {
        section: compared.section,
        hunks: compared.paragraphs.map((paragraph) => {
          const { before, after, coarsened, broken } = paragraph;
          const { kind, pieces } = published(paragraph);
          const pair = kind.startsWith('moved') ? (pairs.get(before?.range[0] ?? -1) ?? null) : null;
          return {
            kind,
            before: before?.number ?? null,
            after: after?.number ?? null,
            pair,
            pieces,
            coarsened,
            ...(broken === undefined ? {} : { broken }),
          };
        }),
        stats: statsOf(compared.stats),
      };
    }),
    points: points.map(({ section, id, ...point }) => ({ section, id, ...published(point) })),
  };
}
