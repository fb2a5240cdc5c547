/**
 * A stretch of a merge of three texts: decided, with whose words it has, or a collision that a person must settle. What
 * one text became in another is a ComparedText, and no merge is made of two of them: a stretch here has three sides.
 */
export type MergeSpan =
  | { readonly kind: 'text'; readonly text: string; readonly by: 'base' | 'ours' | 'theirs' | 'both' }
  | {
      readonly kind: 'collision';
      readonly before: string;
      readonly ours: string;
      readonly theirs: string;
    };

/** What a three-way merge comes to. */
export interface TextMerge {
  /** In reading order. Where there is no collision their texts, joined, are the merged text. */
  readonly spans: readonly MergeSpan[];
  readonly collisions: number;
}

/** The stretch of one side where the other left it alone or both agree, else a collision; nothing where all are empty. */
export function decided(before: string, ours: string, theirs: string): readonly MergeSpan[] {
  const text = (words: string, by: 'base' | 'ours' | 'theirs' | 'both'): readonly MergeSpan[] =>
    words === '' ? [] : [{ kind: 'text', text: words, by }];
  if (ours === theirs) return text(ours, ours === before ? 'base' : 'both');
  if (ours === before) return text(theirs, 'theirs');
  if (theirs === before) return text(ours, 'ours');
  return [{ kind: 'collision', before, ours, theirs }];
}
