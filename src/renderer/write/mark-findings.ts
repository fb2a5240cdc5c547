import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** A stretch of the text that a check asks about. */
export interface MarkedStretch {
  readonly from: number;
  readonly to: number;
  readonly weight: 'rule' | 'suggestion';
  /** What was read there, or its beginning; white space does not matter. Empty where it is no words. */
  readonly words: string;
}

/** Replaces all marks by these. */
export const markStretches = StateEffect.define<readonly MarkedStretch[]>();

const looks = {
  rule: Decoration.mark({ class: 'cm-asked-rule' }),
  suggestion: Decoration.mark({ class: 'cm-asked' }),
};

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** A stretch by its place and what was read there. */
type Read = Pick<MarkedStretch, 'from' | 'to' | 'words'>;

/**
 * Where a stretch that was read in an earlier text stands in this one: where it stood, else the one place that has its
 * words; null where they are gone or stand in several places.
 */
export function placeIn<S extends Read>(stretch: S, text: string): S | null {
  const { from, to, words } = stretch;
  if (from < to && to <= text.length && plain(text.slice(from, to)).startsWith(plain(words))) return stretch;
  const at = words === '' ? -1 : text.indexOf(words);
  if (at < 0 || text.includes(words, at + 1)) return null;
  return { ...stretch, from: at, to: at + words.length };
}

function drawn(stretches: readonly MarkedStretch[], text: string): DecorationSet {
  const marks = stretches.flatMap((stretch) => {
    const place = placeIn(stretch, text);
    return place === null || place.from === place.to
      ? []
      : [looks[stretch.weight].range(place.from, place.to)];
  });
  return Decoration.set(marks, true);
}

/** Quiet underlines under what checks ask about: they move with the text while it is typed, and are drawn anew by the next check. */
export function findingMarks(): Extension {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update: (marks, transaction) => {
      const effect = transaction.effects.find((effect) => effect.is(markStretches));
      return effect === undefined
        ? marks.map(transaction.changes)
        : drawn(effect.value, transaction.state.doc.toString());
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}
